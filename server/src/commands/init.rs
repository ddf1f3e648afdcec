//! `yishi-server init`

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use yishi_server::clock::{Clock, SystemClock};
use yishi_server::estates::Estates;
use yishi_server::http::App;
use yishi_server::keys::{new_key, write_key};
use yishi_server::lock::{CheckpointLock, SqliteLock};
use yishi_server::setup::{Founders, found};
use yishi_server::store::{LogStore, SqliteStore};

use super::{end_of_day_ms, say};

#[derive(Debug, clap::Args)]
pub(super) struct Init {
    /// The folder to make; it must not exist.
    #[arg(long, default_value = "yishi-data")]
    data: PathBuf,
    /// The estate's public name, for example 桂苑小区.
    #[arg(long)]
    name: String,
    /// The last day of the host's term, YYYY-MM-DD.
    #[arg(long)]
    host_until: String,
}

impl Init {
    pub(super) fn run(self) -> Result<ExitCode> {
        let until_ms = end_of_day_ms(&self.host_until)?;
        ensure!((1..=120).contains(&self.name.len()), "a name has 1 to 120 bytes");
        private_folder(&self.data).with_context(|| format!("cannot make {}", self.data.display()))?;
        let founders = Founders { log: new_key()?, root: new_key()?, host: new_key()? };
        let runtime = tokio::runtime::Runtime::new()?;
        let estate = runtime.block_on(async {
            let store: Arc<dyn LogStore> =
                Arc::new(SqliteStore::open(&self.data.join("yishi.db"), true).await?);
            let lock: Arc<dyn CheckpointLock> =
                Arc::new(SqliteLock::open(&self.data.join("lock.db"), true).await?);
            let estates = Arc::new(Estates::default());
            let clock = Arc::new(SystemClock::new());
            let now_ms = clock.now_ms().context("the system's clock is not set")?;
            ensure!(until_ms > now_ms, "the host's term must end in the future");
            // Keys first: a log whose keys were lost is worth nothing.
            write_key(&self.data.join("log.key"), &founders.log)?;
            write_key(&self.data.join("root.key"), &founders.root)?;
            write_key(&self.data.join("host.key"), &founders.host)?;
            let app = App::new(estates, store, lock, clock);
            found(&app, &self.name, &founders, now_ms, until_ms).await
        })?;
        let data = self.data.display();
        say(&format!("founded {}", self.name));
        say(&format!("estate  {estate}"));
        say("");
        say(&format!("{data}/log.key   signs the log's checkpoints; the server needs it"));
        say(&format!(
            "{data}/lock.db   remembers the newest checkpoint; keep it out of the database's backup"
        ));
        say(&format!(
            "{data}/root.key  gives and takes capabilities; move it to a safe place off this machine"
        ));
        say(&format!("{data}/host.key  acts as the host from the command line, for import-roll"));
        say("");
        say(&format!("next:   yishi-server serve --data {data}"));
        Ok(ExitCode::SUCCESS)
    }
}

/// Makes a folder that only its owner can look into: the database holds names and phones.
fn private_folder(path: &std::path::Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}
