//! Serves the told year as the server serves any estate, with a page of sign-in links beside it.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use tokio::net::TcpListener;
use yishi_protocol::id::EstateId;
use yishi_server::clock::Clock;
use yishi_server::http::{App, router};
use yishi_server::keepers::{Keepers, Locations};
use yishi_server::serving::Bounds;
use yishi_server::setup::open_all;

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
pub async fn open(year: &Year, teller: &Teller, folder: &Path, widget: Option<PathBuf>) -> Result<Demo> {
    let places = Locations::of(folder, None, None)?;
    KeptYear::keep(year, teller, &places).await?.serve(places.open().await?, widget).await
}

/// A told log that is kept somewhere, to be served from there by as many servers as are wanted. They have the clock in common.
#[derive(Debug)]
pub struct KeptYear<'a> {
    year: &'a Year,
    teller: &'a Teller,
    clock: Arc<DemoClock>,
}

impl<'a> KeptYear<'a> {
    /// Keeps it.
    ///
    /// # Errors
    /// If that cannot be written there.
    pub async fn keep(year: &'a Year, teller: &'a Teller, places: &Locations) -> Result<Self> {
        let Keepers { store, .. } = places.make().await?;
        teller.story.keep(&*store).await?;
        Ok(Self { year, teller, clock: Arc::new(DemoClock::starting_at(teller.story.now_ms)) })
    }

    /// Makes the application that serves it, as a server of its own.
    ///
    /// # Errors
    /// If the log cannot be read.
    pub async fn serve(&self, keepers: Keepers, widget: Option<PathBuf>) -> Result<Demo> {
        let Keepers { store, lock } = keepers;
        let (teller, estate) = (self.teller, self.teller.estate());
        let estates = open_all(|_| Ok(teller.log_key.clone()), &store, &lock).await?;
        let app = App::new(Arc::clone(&estates), store, lock, Arc::clone(&self.clock) as Arc<dyn Clock>);
        let app = match widget {
            Some(folder) => app.with_widget(folder),
            None => app,
        };
        let served = router(app);
        let door = Door::new(
            self.year,
            estate,
            estates,
            Arc::clone(&self.clock),
            [teller.root.clone(), teller.second_root.clone()],
            teller.persons.clone(),
            served.clone(),
        );
        let entries = teller.story.log.state().size();
        Ok(Demo { router: doors(door).fallback_service(served), estate, entries })
    }
}

/// Takes an address.
///
/// # Errors
/// If somebody has it.
pub async fn listen(address: SocketAddr) -> Result<TcpListener> {
    let listener = TcpListener::bind(address).await;
    listener.with_context(|| format!("cannot listen at {address}; name another with --listen or --second"))
}

/// Serves until Ctrl-C.
///
/// # Errors
/// If it cannot go on.
pub async fn serve(demo: Demo, listener: TcpListener) -> Result<()> {
    let stop = async { drop(tokio::signal::ctrl_c().await) };
    yishi_server::serving::serve(listener, demo.router, Bounds::default(), stop).await?;
    Ok(())
}
