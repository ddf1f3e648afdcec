//! The load generator: so many kept connections on one thread of their own, each with its own requests that were written
//! down before.
//!
//! Without a rate each connection sends its next request when the last is answered. With one, every request has its
//! moment, and its answer time counts from that moment, so that whatever waits for a slow answer waits on the record.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use tokio::runtime::Builder;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use yishi_protocol::id::{EstateId, PublicKey};
use yishi_protocol::strict_json;
use yishi_protocol::wire::Receipt;

use crate::client::Connection;
use crate::table::float;
use crate::voters::Cast;

/// One receipt in so many is checked as a phone checks it.
const SAMPLE: usize = 40;
/// How long all of it may take before the measurement is given up.
const PATIENCE: Duration = Duration::from_mins(1);

struct Request {
    /// Which cast it posts.
    number: usize,
    /// Over which connection.
    lane: usize,
    bytes: Vec<u8>,
}

/// A request, and the moment from which its answer time counts; none: when it is sent.
type Due = (Request, Option<Instant>);

/// What a connection brings back.
struct Lane {
    times: Vec<Duration>,
    receipts: Vec<(usize, Vec<u8>)>,
    end: Instant,
}

/// What came of a load.
#[derive(Debug)]
pub(crate) struct Answered {
    /// From the first request to the last answer.
    pub(crate) elapsed: Duration,
    /// Answer times, shortest first.
    times: Vec<Duration>,
    /// Receipts that were checked.
    pub(crate) checked: usize,
}

impl Answered {
    /// The answer time that so many hundredths of the requests did not exceed.
    pub(crate) fn percentile(&self, hundredths: usize) -> Duration {
        let place = (self.times.len() * hundredths).div_ceil(100).saturating_sub(1);
        self.times.get(place).copied().unwrap_or_default()
    }
}

/// Posts each cast once, over so many connections, at `rate` casts a second or as fast as answers come.
///
/// # Errors
/// If one is not accepted, or a receipt does not prove what was sent.
pub(crate) fn post(
    (address, estate, log_key): (SocketAddr, &EstateId, &PublicKey),
    casts: &[Cast],
    voters: usize,
    connections: usize,
    rate: Option<f64>,
) -> Result<Answered> {
    let write = |(number, cast): (usize, &Cast)| {
        // A voter's ballots stay on one connection, so that they come in the order in which they replace each other.
        Request { number, lane: (number % voters) % connections, bytes: cast.request(estate) }
    };
    let requests: Vec<Request> = casts.iter().enumerate().map(write).collect();
    let sending = std::thread::spawn(move || -> Result<(Instant, Vec<Lane>)> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let sent = async { tokio::time::timeout(PATIENCE, send(address, requests, connections, rate)).await };
        runtime.block_on(sent).context("the server is too slow")?
    });
    let (start, lanes) = sending.join().map_err(|_| anyhow!("the load generator broke off"))??;

    let end = lanes.iter().map(|lane| lane.end).max().unwrap_or(start);
    let mut times: Vec<Duration> = lanes.iter().flat_map(|lane| lane.times.iter().copied()).collect();
    times.sort();
    ensure!(times.len() == casts.len(), "a request was lost");
    let mut checked = 0;
    for (number, receipt) in lanes.iter().flat_map(|lane| &lane.receipts) {
        let receipt: Receipt = strict_json::read(receipt).context("a receipt")?;
        let (_, entry) = receipt.open(estate, log_key)?;
        ensure!(entry.entry.bytes() == casts[*number].entry.bytes(), "a receipt for something else");
        checked += 1;
    }
    Ok(Answered { elapsed: end - start, times, checked })
}

async fn send(
    address: SocketAddr,
    requests: Vec<Request>,
    connections: usize,
    rate: Option<f64>,
) -> Result<(Instant, Vec<Lane>)> {
    let (mut inboxes, mut open) = (Vec::new(), Vec::new());
    for _ in 0..connections {
        let (inbox, outbox) = unbounded_channel();
        inboxes.push(inbox);
        open.push((Connection::open(address).await?, outbox));
    }
    let start = Instant::now();
    if let Some(rate) = rate {
        drop(std::thread::spawn(move || pace(requests, &inboxes, start, rate)));
    } else {
        for request in requests {
            hand_over(&inboxes, request, None);
        }
        // So that each connection ends with its last request.
        drop(inboxes);
    }
    let lanes: Vec<_> =
        open.into_iter().map(|(connection, outbox)| tokio::spawn(run(connection, outbox))).collect();
    let mut done = Vec::new();
    for lane in lanes {
        done.push(lane.await??);
    }
    Ok((start, done))
}

/// Hands each request over at its moment. A thread, since it wakes more exactly than the runtime's own timer.
fn pace(requests: Vec<Request>, inboxes: &[UnboundedSender<Due>], start: Instant, rate: f64) {
    for (request, place) in requests.into_iter().zip(0..) {
        let due = start + Duration::from_secs_f64(float(place) / rate);
        std::thread::sleep(due.saturating_duration_since(Instant::now()));
        hand_over(inboxes, request, Some(due));
    }
}

fn hand_over(inboxes: &[UnboundedSender<Due>], request: Request, due: Option<Instant>) {
    // A connection that broke off says so itself.
    drop(inboxes[request.lane].send((request, due)));
}

async fn run(mut connection: Connection, mut outbox: UnboundedReceiver<Due>) -> Result<Lane> {
    let mut times = Vec::with_capacity(outbox.len());
    let mut receipts = Vec::new();
    while let Some((request, due)) = outbox.recv().await {
        let from = due.unwrap_or_else(Instant::now);
        let (status, body) = connection.send(&request.bytes).await?;
        times.push(from.elapsed());
        ensure!(status == 200, "{status}: {}", String::from_utf8_lossy(body));
        if request.number.is_multiple_of(SAMPLE) {
            receipts.push((request.number, body.to_vec()));
        }
    }
    Ok(Lane { times, receipts, end: Instant::now() })
}
