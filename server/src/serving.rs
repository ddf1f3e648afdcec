//! Listens, and gives nobody more than a share: so many connections, so long for a head and a body, so long to end.

use std::collections::BTreeMap;
use std::future::Future;
use std::io;
use std::net::IpAddr;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderMap, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tower::ServiceExt;

/// How long to wait after the system gave no connection, as it does when it has no more files.
const AFTER_FAILURE: Duration = Duration::from_millis(100);

/// What one server gives at most.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Connections at once; more wait until one ends.
    pub connections: usize,
    /// Connections at once of one address; more are closed. Behind a proxy all come from one, so there it does not count.
    pub per_address: usize,
    /// How long a request's head may take, and how long a connection may lie idle before the next one.
    pub head_time: Duration,
    /// How long a submission's body may take.
    pub body_time: Duration,
    /// How long requests that are on their way may take once the server is to end.
    pub end_time: Duration,
    /// Whether a proxy of ours stands before the server and adds the asker's address to `X-Forwarded-For`.
    pub behind_proxy: bool,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            connections: 2048,
            per_address: 128,
            head_time: Duration::from_secs(15),
            body_time: Duration::from_mins(1),
            end_time: Duration::from_secs(10),
            behind_proxy: false,
        }
    }
}

/// Who asks, as far as an address says so.
#[derive(Clone, Copy, Debug)]
pub struct Asker {
    /// The address; none if it was not by a network that this was asked.
    pub address: Option<IpAddr>,
    /// How long its submission may take to arrive.
    pub body_time: Duration,
}

impl Default for Asker {
    fn default() -> Self {
        Self { address: None, body_time: Bounds::default().body_time }
    }
}

/// Serves until `stop`, and then what is on its way for as long as the bounds say.
///
/// # Errors
/// None yet: a connection that fails ends alone.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    bounds: Bounds,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let (ending, ended) = watch::channel(false);
    let (free, shares) = (Arc::new(Semaphore::new(bounds.connections)), Arc::<Shares>::default());
    let mut connections = JoinSet::new();
    let mut stop = pin!(stop);
    loop {
        // Those that have ended are forgotten.
        while connections.try_join_next().is_some() {}
        let next = async {
            let permit = Arc::clone(&free).acquire_owned().await.ok()?;
            match listener.accept().await {
                Ok((stream, peer)) => Some((permit, stream, peer.ip())),
                Err(error) => {
                    tracing::warn!(%error, "no connection could be taken");
                    sleep(AFTER_FAILURE).await;
                    None
                }
            }
        };
        let next = tokio::select! {
            () = stop.as_mut() => break,
            next = next => next,
        };
        let Some((permit, stream, address)) = next else { continue };
        let share = if bounds.behind_proxy { None } else { shares.take(address, bounds.per_address) };
        if share.is_none() && !bounds.behind_proxy {
            continue;
        }
        let connection = answer(stream, address, router.clone(), bounds, ended.clone());
        connections.spawn(async move {
            connection.await;
            drop((permit, share));
        });
    }
    drop(listener);
    ending.send_replace(true);
    let all = async { while connections.join_next().await.is_some() {} };
    if timeout(bounds.end_time, all).await.is_err() {
        tracing::warn!("what was still on its way is broken off");
    }
    Ok(())
}

/// Answers on one connection until it ends.
async fn answer(
    stream: TcpStream,
    peer: IpAddr,
    router: Router,
    bounds: Bounds,
    mut ended: watch::Receiver<bool>,
) {
    let service = router.map_request(move |mut request: Request<Incoming>| {
        let forwarded = if bounds.behind_proxy { forwarded_for(request.headers()) } else { None };
        let address = Some(forwarded.unwrap_or(peer));
        request.extensions_mut().insert(Asker { address, body_time: bounds.body_time });
        request
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(bounds.head_time);
    let connection = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
    let mut connection = pin!(connection);
    let outcome = tokio::select! {
        outcome = connection.as_mut() => outcome,
        _ = ended.changed() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = outcome {
        tracing::debug!(%error, %peer, "a connection broke off");
    }
}

/// The address that our own proxy has added: the last one. Those before it are whatever the asker wrote.
fn forwarded_for(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    last.rsplit(',').next()?.trim().parse().ok()
}

/// How many connections each address has.
#[derive(Debug, Default)]
struct Shares(Mutex<BTreeMap<IpAddr, usize>>);

impl Shares {
    /// One more, if the address may have it.
    fn take(self: &Arc<Self>, address: IpAddr, most: usize) -> Option<Share> {
        let mut shares = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let held = shares.entry(address).or_default();
        (*held < most).then(|| {
            *held = held.saturating_add(1);
            Share { shares: Arc::clone(self), address }
        })
    }
}

/// One connection of an address, given back when it ends.
#[derive(Debug)]
struct Share {
    shares: Arc<Shares>,
    address: IpAddr,
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut shares = self.shares.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(held) = shares.get_mut(&self.address) {
            *held = held.saturating_sub(1);
            if *held == 0 {
                shares.remove(&self.address);
            }
        }
    }
}
