//! Where the log and the lock of a data folder are kept, and opening them there.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail, ensure};

use crate::lock::{CheckpointLock, PostgresLock, SqliteLock};
use crate::store::{LogStore, PostgresStore, SqliteStore, StoreLocation};

/// Where a log is kept, and where its lock, which is never the same database.
#[derive(Clone, Debug)]
pub struct Locations {
    /// The log's.
    pub log: StoreLocation,
    /// The lock's.
    pub lock: StoreLocation,
}

/// An opened log and lock.
#[derive(Clone, Debug)]
pub struct Keepers {
    /// Keeps logs.
    pub store: Arc<dyn LogStore>,
    /// Keeps the newest signed heads.
    pub lock: Arc<dyn CheckpointLock>,
}

impl Locations {
    /// `yishi.db` and `lock.db` of a data folder, unless an operator has named others by their addresses.
    ///
    /// # Errors
    /// If an address is none, if both are of one database, or if the log is one that servers share and nobody has said which
    /// lock they share. No address with a password is repeated.
    pub fn of(data: &Path, database: Option<&str>, lock: Option<&str>) -> Result<Self> {
        let place = |url: Option<&str>, own: &str| match url {
            None => Ok(StoreLocation::File(data.join(own))),
            Some(url) => url.parse::<StoreLocation>().map_err(|wrong| anyhow!(wrong)),
        };
        let log = place(database, "yishi.db").context("the log's database")?;
        if let (StoreLocation::Postgres(_), None) = (&log, lock) {
            bail!(
                "a log on PostgreSQL can be served by several servers, and all of them need the same lock: name it with \
                 --lock-url (LOCK_URL), as postgres://USER@HOST/ANOTHER_DATABASE; or as sqlite:PATH if this server stays the \
                 only one"
            );
        }
        let lock = place(lock, "lock.db").context("the lock's database")?;
        ensure!(
            !log.is_of(&lock),
            "the log and the lock would both lie in {log}: a copy of it that is restored would bring back the lock too, and \
             nothing would show that the log has lost its end. Give the lock a database of its own"
        );
        Ok(Self { log, lock })
    }

    /// Opens both, which must be there.
    ///
    /// # Errors
    /// What is missing, does not answer, or would not keep what it is given.
    pub async fn open(&self) -> Result<Keepers> {
        let (log, lock) = (file(&self.log), file(&self.lock));
        if log.is_some_and(|path| !path.exists()) && lock.is_none_or(|path| !path.exists()) {
            bail!("there is no {}; make an estate with init", self.log);
        }
        for (path, does) in [(log, "keeps the log"), (lock, "remembers the newest signed head")] {
            if let Some(path) = path.filter(|path| !path.exists()) {
                let path = path.display();
                bail!("{path}, which {does}, is missing: look for it; founding anew does not bring it back");
            }
        }
        self.opened(false).await
    }

    /// Makes both for a new estate, or takes empty ones.
    ///
    /// # Errors
    /// If the log's database keeps an estate already; those of [`Locations::open`].
    pub async fn make(&self) -> Result<Keepers> {
        let keepers = self.opened(true).await?;
        let kept = keepers.store.estates().await?;
        // All estates of a database are served with the key of one folder.
        ensure!(kept.is_empty(), "{} keeps an estate already; make another database for this one", self.log);
        Ok(keepers)
    }

    async fn opened(&self, create: bool) -> Result<Keepers> {
        let opening = |place: &StoreLocation| format!("cannot open {place}");
        let mut clusters = (None, None);
        let store: Arc<dyn LogStore> = match &self.log {
            StoreLocation::File(path) => {
                Arc::new(SqliteStore::open(path, create).await.with_context(|| opening(&self.log))?)
            }
            StoreLocation::Postgres(server) => {
                let store = PostgresStore::open(server, create).await.with_context(|| opening(&self.log))?;
                clusters.0 = store.cluster().await;
                Arc::new(store)
            }
        };
        let lock: Arc<dyn CheckpointLock> = match &self.lock {
            StoreLocation::File(path) => {
                Arc::new(SqliteLock::open(path, create).await.with_context(|| opening(&self.lock))?)
            }
            StoreLocation::Postgres(server) => {
                let lock = PostgresLock::open(server, create).await.with_context(|| opening(&self.lock))?;
                clusters.1 = lock.cluster().await;
                Arc::new(lock)
            }
        };
        if clusters.0.is_some() && clusters.0 == clusters.1 {
            tracing::warn!(
                "log and lock are two databases of one cluster: restore single databases only (pg_dump), never the whole \
                 cluster, which would bring back the lock too"
            );
        }
        Ok(Keepers { store, lock })
    }
}

fn file(place: &StoreLocation) -> Option<&PathBuf> {
    match place {
        StoreLocation::File(path) => Some(path),
        StoreLocation::Postgres(_) => None,
    }
}
