//! `yishi-server export`

use std::io::{Write, copy};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use yishi_protocol::body::Access;
use yishi_protocol::export::court_file;
use yishi_protocol::id::{AgendaId, EstateId};
use yishi_protocol::wire::Refusal;
use yishi_server::client::Client;
use yishi_server::keys::{create_private, read_key};

use super::say;

#[derive(Debug, clap::Args)]
pub(super) struct Export {
    /// The file to write.
    file: PathBuf,
    /// The server.
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    server: String,
    /// The estate's id.
    #[arg(long)]
    estate: EstateId,
    /// The key to read with: of anyone enrolled for a record, of somebody with the grant `evidence` for evidence.
    #[arg(long, default_value = "yishi-data/host.key")]
    key: PathBuf,
    /// Fetch the evidence of this vote, and note in the log that it was asked for.
    #[arg(long)]
    evidence: Option<AgendaId>,
    /// Write the evidence as a court file: one page that opens in a browser without a network, checks the record and counts the
    /// vote again. The server must serve a window.
    #[arg(long, requires = "evidence")]
    court_file: bool,
}

impl Export {
    pub(super) fn run(self) -> Result<ExitCode> {
        let mut client = Client::connect(&self.server, self.estate, read_key(&self.key)?)?;
        let path = match self.evidence {
            None => "record".to_owned(),
            Some(agenda) => {
                client.post(Access { agenda }, vec![])?;
                format!("agendas/{agenda}/evidence")
            }
        };
        let mut answer = client.get_with_pass(&path)?;
        if !answer.status().is_success() {
            let text = answer.body_mut().read_to_vec().unwrap_or_default();
            match yishi_server::json::read::<Refusal>(&text) {
                Ok(refusal) => bail!("{}: {}", refusal.code, refusal.detail),
                Err(_) => bail!("the server answers {}", answer.status()),
            }
        }
        // Evidence holds areas and choices; a record is for those who are enrolled.
        let mut file = create_private(&self.file)?;
        let bytes = if self.court_file {
            let mut export = Vec::new();
            copy(&mut answer.body_mut().as_reader(), &mut export).context("the export broke off")?;
            let page = client.file("court-file.html").context("the page of court files")?;
            let whole = court_file(&page, &export)
                .context("the server's court-file.html has no room for evidence")?;
            file.write_all(whole.as_bytes())?;
            u64::try_from(whole.len())?
        } else {
            copy(&mut answer.body_mut().as_reader(), &mut file).context("the export broke off")?
        };
        file.sync_all()?;
        say(&format!(
            "wrote {} ({bytes} bytes); check it with: estate-audit verify {} --estate {} --seen A_HEAD_YOU_KEPT",
            self.file.display(),
            self.file.display(),
            self.estate,
        ));
        Ok(ExitCode::SUCCESS)
    }
}
