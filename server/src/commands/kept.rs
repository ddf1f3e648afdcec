//! Where a command finds or makes the log and the lock.

use std::path::Path;

use anyhow::Result;
use yishi_server::keepers::Locations;

/// Where the log and the lock are. Passwords belong in the environment or in ~/.pgpass: flags are seen by everybody on the
/// machine.
#[derive(Debug, clap::Args)]
pub(super) struct Kept {
    /// The log's database, if it is not yishi.db in the data folder: `sqlite:PATH` or `postgres://USER@HOST/DATABASE`.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    database_url: Option<String>,
    /// The lock's database, if it is not lock.db in the data folder. Never the log's own: a copy that is restored would bring
    /// back the lock too. All servers of one log need the same one.
    #[arg(long, env = "LOCK_URL", hide_env_values = true)]
    lock_url: Option<String>,
}

impl Kept {
    pub(super) fn places(&self, data: &Path) -> Result<Locations> {
        Locations::of(data, self.database_url.as_deref(), self.lock_url.as_deref())
    }

    /// Whether both are files of the data folder.
    pub(super) fn is_in_folder(&self) -> bool {
        self.database_url.is_none() && self.lock_url.is_none()
    }
}
