//! Serves the told year as the server serves any estate, with a page of sign-in links beside it.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use yishi_protocol::id::EstateId;
use yishi_server::clock::Clock;
use yishi_server::http::{App, router};
use yishi_server::lock::{CheckpointLock, SqliteLock};
use yishi_server::serving::Bounds;
use yishi_server::setup::open_all;
use yishi_server::store::{LogStore, SqliteStore};

use crate::clock::DemoClock;
use crate::page::{Door, doors};
use crate::teller::Teller;
use crate::year::Year;

/// A demo that is ready to be served.
#[derive(Debug)]
pub struct Demo {
    /// Everything it answers.
    pub router: Router,
    /// Its estate.
    pub estate: EstateId,
    /// How many entries its log has.
    pub entries: u64,
}

/// Writes a told log to a new store in `folder` and makes the application that serves it.
///
/// # Errors
/// If the folder cannot be written.
pub async fn open(year: &Year, teller: Teller, folder: &Path, widget: Option<PathBuf>) -> Result<Demo> {
    let estate = teller.estate();
    let store: Arc<dyn LogStore> = Arc::new(SqliteStore::open(&folder.join("yishi.db"), true).await?);
    let lock: Arc<dyn CheckpointLock> = Arc::new(SqliteLock::open(&folder.join("lock.db"), true).await?);
    teller.story.keep(&*store).await?;
    let entries = teller.story.log.state().size();
    let key = teller.log_key.clone();
    let estates = open_all(|_| Ok(key.clone()), &store, &lock).await?;
    let clock = Arc::new(DemoClock::starting_at(teller.story.now_ms));
    let app = App::new(Arc::clone(&estates), store, lock, Arc::clone(&clock) as Arc<dyn Clock>);
    let app = match widget {
        Some(folder) => app.with_widget(folder),
        None => app,
    };
    let served = router(app);
    let door = Door::new(
        year,
        estate,
        estates,
        clock,
        [teller.root, teller.second_root],
        teller.persons,
        served.clone(),
    );
    Ok(Demo { router: doors(door).fallback_service(served), estate, entries })
}

/// Serves until Ctrl-C.
///
/// # Errors
/// If the address is taken.
pub async fn serve(demo: Demo, listen: SocketAddr, ready: impl FnOnce(SocketAddr)) -> Result<()> {
    let listener = tokio::net::TcpListener::bind(listen).await;
    let listener =
        listener.with_context(|| format!("cannot listen at {listen}; name another with --listen"))?;
    ready(listener.local_addr()?);
    let stop = async { drop(tokio::signal::ctrl_c().await) };
    yishi_server::serving::serve(listener, demo.router, Bounds::default(), stop).await?;
    Ok(())
}
