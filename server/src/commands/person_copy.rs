//! `yishi-server person-copy`

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result};
use yishi_protocol::id::{EstateId, PersonId};
use yishi_server::clock::SystemClock;
use yishi_server::http::person_copy;
use yishi_server::keys::create_private;
use yishi_server::setup::open_folder;

use super::kept::Kept;
use super::say;

#[derive(Debug, clap::Args)]
pub(super) struct PersonCopy {
    /// The file to write; nobody but you may read it.
    file: PathBuf,
    /// The data folder.
    #[arg(long, default_value = "yishi-data")]
    data: PathBuf,
    #[command(flatten)]
    kept: Kept,
    /// The estate's id.
    #[arg(long)]
    estate: EstateId,
    /// The person's id, as the roll and the desk name it.
    #[arg(long)]
    person: PersonId,
    /// The language of the copy.
    #[arg(long, default_value = "zh-CN")]
    lang: String,
}

impl PersonCopy {
    pub(super) fn run(self) -> Result<ExitCode> {
        let text = tokio::runtime::Runtime::new()?.block_on(self.read())?;
        let mut file = create_private(&self.file)?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).context("the copy broke off")?;
        say(&format!("wrote {}: give it to nobody but that person, then remove it", self.file.display()));
        Ok(ExitCode::SUCCESS)
    }

    async fn read(&self) -> Result<String> {
        let folder = open_folder(&self.data, &self.kept.places(&self.data)?).await?;
        let app = folder.app(Arc::new(SystemClock::new()));
        person_copy(&app, &self.estate, &self.person, &self.lang).await
    }
}
