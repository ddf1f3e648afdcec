//! The load generator: so many kept connections, each with its own list of requests that were written down before.
//!
//! Without a rate each connection sends its next request when the last is answered. With one, every request has its
//! moment, and its answer time counts from that moment, so that whatever waits for a slow answer waits on the record.

use std::net::SocketAddr;
use std::sync::Barrier;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use yishi_protocol::id::{EstateId, PublicKey};
use yishi_protocol::wire::Receipt;

use crate::client::Connection;
use crate::voters::Cast;

/// One receipt in so many is checked as a phone checks it.
const SAMPLE: usize = 40;

struct Request {
    /// Which cast it posts.
    number: usize,
    /// When it should be sent, from the start; at once if there is no rate.
    due: Duration,
    bytes: Vec<u8>,
}

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
    let mut lanes: Vec<Vec<Request>> = (0..connections).map(|_| Vec::new()).collect();
    for (number, cast) in casts.iter().enumerate() {
        let due = rate.map_or(0.0, |rate| crate::table::float(number) / rate);
        // A voter's ballots stay on one connection, so that they come in the order in which they replace each other.
        let lane = (number % voters) % connections;
        let bytes = cast.request(estate)?;
        lanes[lane].push(Request { number, due: Duration::from_secs_f64(due), bytes });
    }
    let ready = Barrier::new(connections + 1);
    let (start, lanes) = std::thread::scope(|scope| {
        let ready = &ready;
        let running: Vec<_> =
            lanes.into_iter().map(|lane| scope.spawn(move || run(address, &lane, ready))).collect();
        ready.wait();
        let start = Instant::now();
        let lanes: Result<Vec<Lane>> = running
            .into_iter()
            .map(|lane| lane.join().map_err(|_| anyhow!("a connection's thread broke off"))?)
            .collect();
        lanes.map(|lanes| (start, lanes))
    })?;
    let end = lanes.iter().map(|lane| lane.end).max().unwrap_or(start);
    let mut times: Vec<Duration> = lanes.iter().flat_map(|lane| lane.times.iter().copied()).collect();
    times.sort();
    ensure!(times.len() == casts.len(), "a request was lost");
    let mut checked = 0;
    for (number, receipt) in lanes.iter().flat_map(|lane| &lane.receipts) {
        let receipt: Receipt = serde_json::from_slice(receipt).context("a receipt")?;
        let (_, entry) = receipt.open(estate, log_key)?;
        ensure!(entry.entry.bytes() == casts[*number].entry.bytes(), "a receipt for something else");
        checked += 1;
    }
    Ok(Answered { elapsed: end - start, times, checked })
}

fn run(address: SocketAddr, requests: &[Request], ready: &Barrier) -> Result<Lane> {
    let connection = Connection::open(address);
    // Also without a connection, or the others would wait for ever.
    ready.wait();
    let (mut connection, start) = (connection?, Instant::now());
    let mut times = Vec::with_capacity(requests.len());
    let mut receipts = Vec::new();
    for request in requests {
        let early = request.due.saturating_sub(start.elapsed());
        if !early.is_zero() {
            std::thread::sleep(early);
        }
        let from = if request.due.is_zero() { start.elapsed() } else { request.due };
        let (status, body) = connection.send(&request.bytes)?;
        times.push(start.elapsed().saturating_sub(from));
        ensure!(status == 200, "{status}: {}", String::from_utf8_lossy(body));
        if request.number.is_multiple_of(SAMPLE) {
            receipts.push((request.number, body.to_vec()));
        }
    }
    Ok(Lane { times, receipts, end: Instant::now() })
}
