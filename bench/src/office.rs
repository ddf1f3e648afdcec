//! The server in this process, on SQLite files or on PostgreSQL, as `yishi-server serve` runs it.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use yishi_cluster::Cluster;
use yishi_protocol::SigningKey;
use yishi_server::clock::SystemClock;
use yishi_server::estates::Estates;
use yishi_server::http::{App, router};
use yishi_server::keepers::{Keepers, Locations};
use yishi_server::lock::{CheckpointLock, SqliteLock};
use yishi_server::setup::open_all;
use yishi_server::store::{LogStore, SqliteStore};

use crate::estate::MadeUp;

/// Entries of one transaction, as the writer's largest.
pub(crate) const BATCH: usize = 256;

/// What a server works with.
#[derive(Clone, Debug)]
pub(crate) struct Files {
    pub(crate) store: Arc<dyn LogStore>,
    pub(crate) lock: Arc<dyn CheckpointLock>,
}

impl Files {
    /// Opens the files of a folder; makes the folder and the files if they are not there.
    ///
    /// # Errors
    /// If they cannot be opened.
    pub(crate) async fn open(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let store = SqliteStore::open(&folder.join("yishi.db"), true).await?;
        let lock = SqliteLock::open(&folder.join("lock.db"), true).await?;
        Ok(Self { store: Arc::new(store), lock: Arc::new(lock) })
    }

    /// New databases of a cluster.
    ///
    /// # Errors
    /// If they cannot be made.
    pub(crate) async fn on(cluster: &Cluster) -> Result<Self> {
        let database = || cluster.database().map_err(anyhow::Error::msg);
        let places = Locations::of(Path::new(""), Some(&database()?), Some(&database()?))?;
        let Keepers { store, lock } = places.make().await?;
        Ok(Self { store, lock })
    }

    /// Keeps the log of an estate.
    ///
    /// # Errors
    /// If the store fails.
    pub(crate) async fn keep(&self, made: &MadeUp) -> Result<()> {
        Ok(made.story.keep(&*self.store).await?)
    }

    /// Starts up: reads every log, holds it against the lock, signs its head.
    ///
    /// # Errors
    /// If a log cannot be read.
    pub(crate) async fn start(&self, log_key: &SigningKey) -> Result<Arc<Estates>> {
        open_all(|_| Ok(log_key.clone()), &self.store, &self.lock).await
    }
}

/// A server that answers at an address of this machine.
#[derive(Debug)]
pub(crate) struct Office {
    pub(crate) address: SocketAddr,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<std::io::Result<()>>,
}

impl Office {
    /// Serves an estate from new files.
    ///
    /// # Errors
    /// If it cannot be kept or served.
    pub(crate) async fn open(files: Files, made: &MadeUp) -> Result<Self> {
        files.keep(made).await?;
        let estates = files.start(&made.log_key).await?;
        let app = App::new(estates, files.store, files.lock, Arc::new(SystemClock::new()));
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel::<()>();
        let serve = axum::serve(listener, router(app)).with_graceful_shutdown(async { drop(stopped.await) });
        let serving = tokio::spawn(async move { serve.await });
        Ok(Self { address, stop, serving })
    }

    /// Answers what is on its way and ends.
    ///
    /// # Errors
    /// If the server broke off.
    pub(crate) async fn close(self) -> Result<()> {
        drop(self.stop);
        self.serving.await??;
        Ok(())
    }
}

/// The runtime that `serve` has.
///
/// # Errors
/// If the system gives no threads.
pub(crate) fn runtime() -> Result<Runtime> {
    Runtime::new().context("no threads for the server")
}
