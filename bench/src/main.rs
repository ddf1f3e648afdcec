//! `cargo xtask bench`: how fast Yishi is, as ratios to limits that are taken in the same run on the same machine.
//!
//! Absolute figures tell about a machine; ratios tell about the program. The limits are bare `verify_strict` on one core,
//! since every ballot's signature must be checked, and the store's own inserts, since every ballot must be kept.
//!
//! | measured | how |
//! |---|---|
//! | bare `verify_strict` | limit (a): signatures over distinct ballots, keys decoded before, one core, nothing else |
//! | bare inserts | limit (b): ballots with their blobs into SQLite in transactions of 256, nothing else |
//! | one commit | a ballot in a transaction of its own, synced to disk, once the write-ahead log has its full length: no durable answer can come sooner |
//! | ballots a second | HTTP over loopback, a real writer, store and lock on disk, 5,000 homes, everything signed and written down before; every status is checked, one receipt in 40 as a phone would |
//! | the same on PostgreSQL | a throwaway cluster on this machine, reached by a socket, held against SQLite; left out where there is none |
//! | answer times | at a tenth and at half of that load, each request at its moment, counted from that moment |
//! | cost of a ballot | through the writer, in a log of a thousand, ten thousand and a hundred thousand entries: it must not grow. It does from the first to the second, since ids are hashes and each ballot comes to touch pages of its own |
//! | memory, cold start | a process of its own starts on the hundred thousand entries, as a server does |
//! | audit | what `estate-audit verify` does, over the record of that log |
//! | bundle | what phones load, if `cargo xtask widget` has built it; `xtask` weighs it and passes it on |
//!
//! The load generator shares the machine with the server, so ballots a second are too low by what it costs. The time until
//! the vote button answers on a slow phone needs a browser: `tests/examples/slow_phone.rs` measures it afterwards.
//!
//! `yishi-bench http` measures only what goes over HTTP, as for a profile of it, and writes no `bench.json`.
//!
//! Files are `limits.rs`, `load.rs` (with `client.rs`), `growth.rs` for the measurements; `estate.rs`, `voters.rs`,
//! `office.rs` for what is measured; `machine.rs` and `table.rs`. Everything lies in `target/bench.tmp` and is removed.

mod client;
mod estate;
mod growth;
mod limits;
mod load;
mod machine;
mod office;
mod table;
mod voters;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use yishi_cluster::{Cluster, NoCluster};
use yishi_protocol::signature::public_key;
use yishi_server::clock::{Clock, SystemClock};

use crate::estate::MadeUp;
use crate::growth::{grow, judge, replay, replay_apart};
use crate::limits::{Signatures, commit_time, insert_rate, middle};
use crate::load::post;
use crate::machine::{Stretch, cores, wait_for_quiet};
use crate::office::{Files, Office, runtime};
use crate::table::{Figure, float, table};
use crate::voters::Cast;

/// What `yishi-server` takes memory from.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Homes, and owners, of the estate that votes over HTTP.
const HOMES: u32 = 5_000;
/// How many connections ballots come over; the middle one is also the number for answer times.
const CONNECTIONS: [usize; 3] = [32, 128, 256];
/// Rounds of ballots for each number of connections: 5,000 each.
const ROUNDS: usize = 2;
const A: &str = "bare verify_strict, one core";
const B: &str = "bare inserts";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.first().map(String::as_str) {
        Some("replay") => replay_here(&arguments[1..]),
        _ => run(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            note(&format!("bench: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn replay_here(arguments: &[String]) -> Result<()> {
    let [folder] = arguments else { bail!("replay takes a folder") };
    say(&serde_json::to_string(&replay(Path::new(folder))?)?);
    Ok(())
}

/// Prints to standard output. A reader that has gone away is no failure of ours.
fn say(text: &str) {
    drop(writeln!(std::io::stdout(), "{text}"));
}

/// Tells how far it is.
fn note(text: &str) {
    drop(writeln!(std::io::stderr(), "{text}"));
}

/// Tells what is measured next, and waits for a quiet moment to do it.
fn begin(text: &str) {
    note(text);
    wait_for_quiet();
}

/// The folder for everything that is kept, removed when the measuring ends, however it ends.
struct Scratch(PathBuf);

impl Scratch {
    fn new(folder: PathBuf) -> Result<Self> {
        // What a run that was killed has left.
        drop(std::fs::remove_dir_all(&folder));
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let start = Instant::now();
    let mut target = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    target.pop();
    target.push("target");
    let scratch = Scratch::new(target.join("bench.tmp"))?;
    let now_ms = SystemClock::new().now_ms().context("the clock cannot be trusted")?;
    let mut figures = Vec::new();
    let bare = runtime()?.block_on(over_http(&scratch.0, now_ms, &mut figures))?;
    if arguments == ["http"] {
        say(&table(&figures));
        return Ok(());
    }
    long_log(&scratch.0, now_ms, bare, &mut figures)?;
    bundle(arguments, &mut figures)?;
    figures.push(Figure::new("cores", float(cores()), ""));
    figures.push(Figure::new("this run", start.elapsed().as_secs_f64(), "s"));
    let file = target.join("bench.json");
    let json = serde_json::to_string_pretty(&figures)?;
    std::fs::write(&file, json + "\n").with_context(|| format!("cannot write {}", file.display()))?;
    say(&table(&figures));
    Ok(())
}

/// The limits and everything that goes over HTTP. Returns bare `verify_strict` a second.
async fn over_http(folder: &Path, now_ms: u64, figures: &mut Vec<Figure>) -> Result<f64> {
    note(&format!("an estate of {HOMES} homes"));
    let mut made = estate::make(HOMES, now_ms)?;
    let voters = made.voters.owners.len();
    let (id, log_key) = (made.story.estate(), public_key(&made.log_key));

    begin("limits");
    let warm = made.voters.rounds(1)?;
    let signatures = Signatures::of(&warm)?;
    let mut bares = vec![signatures.rate()?];
    let trial = made.voters.rounds(CONNECTIONS.len() * ROUNDS)?;
    let inserts = insert_rate(&*Files::open(&folder.join("inserts")).await?.store, &trial).await?;
    let commit = commit_time(&*Files::open(&folder.join("commits")).await?.store, &trial).await?;

    let office = Office::open(Files::open(&folder.join("http")).await?, &made).await?;
    let to = (office.address, &id, &log_key);
    note("ballots over HTTP");
    let mut checked = post(to, &warm, voters, CONNECTIONS[1], None)?.checked;
    let (mut rates, mut others) = (Vec::new(), Vec::new());
    for (casts, connections) in trial.chunks(voters * ROUNDS).zip(CONNECTIONS) {
        begin(&format!("  {connections} connections"));
        let (stretch, start) = (Stretch::begin(), Instant::now());
        let answered = post(to, casts, voters, connections, None)?;
        checked += answered.checked;
        let rate = float(casts.len()) / answered.elapsed.as_secs_f64();
        let cpu = stretch.own().map(|cpu| cpu.as_secs_f64() * 1e6 / float(casts.len()));
        others.extend(stretch.others(start.elapsed()));
        rates.push((connections, rate, cpu));
        bares.push(signatures.rate()?);
    }
    let bare = middle(bares);
    let best = rates.iter().map(|(_, rate, _)| *rate).fold(0.0, f64::max);
    figures.push(Figure::new("(a) bare verify_strict, one core", bare, "/s"));
    figures.push(Figure::new("(b) bare inserts, 256 a transaction", inserts, "/s"));
    figures.push(Figure::new("one commit of one ballot", commit.as_secs_f64() * 1e3, "ms"));
    if !others.is_empty() {
        let most = others.iter().copied().fold(0.0, f64::max);
        figures.push(Figure::new("cores that others kept busy meanwhile, at most", most, ""));
    }
    for (connections, rate, cpu) in &rates {
        let what = format!("ballots over HTTP, {connections} connections");
        figures.push(Figure::new(what, *rate, "/s").against(A, bare));
        if let Some(cpu) = cpu {
            let what = format!("  processor time a ballot, {connections} connections, generator included");
            figures.push(Figure::new(what, *cpu, "us").against("one bare check", 1e6 / bare));
        }
    }
    figures
        .push(Figure::new("ballots over HTTP, the best", best, "/s").against(A, bare).aim("0.3, later 0.5"));
    figures.push(Figure::new("ballots over HTTP, the best", best, "/s").against(B, inserts));
    for (share, words, rounds) in [(0.1, "a tenth", 1), (0.5, "half", 4)] {
        begin(&format!("answer times at {words} of that load"));
        let casts = made.voters.rounds(rounds)?;
        let answered = post(to, &casts, voters, CONNECTIONS[1], Some(best * share))?;
        checked += answered.checked;
        for hundredths in [50, 99] {
            let what = format!("answer time at {words} of the load, p{hundredths}");
            figures.push(time(&what, answered.percentile(hundredths), commit));
        }
    }
    figures.push(Figure::new("receipts checked", float(checked), ""));
    office.close().await?;
    on_postgres(&made, &warm, &trial[..voters * ROUNDS], (inserts, best), figures).await?;
    Ok(bare)
}

/// The same ballots on PostgreSQL, where there is one, held against what SQLite did: inserts, and the best over HTTP.
async fn on_postgres(
    made: &MadeUp,
    warm: &[Cast],
    trial: &[Cast],
    (inserts, best): (f64, f64),
    figures: &mut Vec<Figure>,
) -> Result<()> {
    let cluster = match Cluster::start() {
        Ok(cluster) => cluster,
        Err(missing @ NoCluster::Missing) => {
            note(&format!("nothing on PostgreSQL: {missing}"));
            return Ok(());
        }
        Err(failed) => return Err(failed.into()),
    };
    begin("PostgreSQL");
    let rate = insert_rate(&*Files::on(&cluster).await?.store, trial).await?;
    let commit = commit_time(&*Files::on(&cluster).await?.store, trial).await?;
    figures.push(
        Figure::new("PostgreSQL: bare inserts, 256 a transaction", rate, "/s").against("on SQLite", inserts),
    );
    figures.push(Figure::new("PostgreSQL: one commit of one ballot", commit.as_secs_f64() * 1e3, "ms"));
    let (id, log_key, voters) = (made.story.estate(), public_key(&made.log_key), made.voters.owners.len());
    let office = Office::open(Files::on(&cluster).await?, made).await?;
    let to = (office.address, &id, &log_key);
    post(to, warm, voters, CONNECTIONS[1], None)?;
    begin("  ballots over HTTP");
    let answered = post(to, trial, voters, CONNECTIONS[1], None)?;
    let rate = float(trial.len()) / answered.elapsed.as_secs_f64();
    let what = format!("PostgreSQL: ballots over HTTP, {} connections", CONNECTIONS[1]);
    figures.push(Figure::new(what, rate, "/s").against("the best on SQLite", best));
    office.close().await
}

fn time(what: &str, time: Duration, commit: Duration) -> Figure {
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    Figure::new(what, millis(time), "ms").against("one commit", millis(commit))
}

/// Everything about a long log.
fn long_log(folder: &Path, now_ms: u64, bare: f64, figures: &mut Vec<Figure>) -> Result<()> {
    begin("a log of a hundred thousand entries");
    let folder = folder.join("growth");
    let (stretch, start) = (Stretch::begin(), Instant::now());
    let growth = runtime()?.block_on(grow(&folder, now_ms))?;
    if let Some(others) = stretch.others(start.elapsed()) {
        figures.push(Figure::new("cores that others kept busy while the log grew", others, ""));
    }
    for (against, earlier) in [("at 1,000", growth.short), ("at 10,000", growth.middle)] {
        let what = format!("a ballot through the writer, at {} entries", growth.entries);
        let wall = Figure::new(what, growth.long.wall_us, "us").against(against, earlier.wall_us);
        figures.push(wall.aim("1 (flat)"));
        if let Some((long, earlier)) = growth.long.cpu_us.zip(earlier.cpu_us) {
            let cpu = Figure::new("  its processor time", long, "us").against(against, earlier);
            figures.push(cpu.aim("1 (flat)"));
        }
    }
    begin("cold start");
    let replayed = replay_apart(&folder)?;
    let entries = float(usize::try_from(replayed.entries)?);
    figures.push(Figure::new("cold start, entries", entries / replayed.seconds, "/s").against(A, bare));
    if let Some(bytes) = replayed.bytes {
        let bytes = float(usize::try_from(bytes)?) / entries;
        figures.push(Figure::new("memory of an entry", bytes, "B"));
    }
    begin("audit");
    let (entries, elapsed) = runtime()?.block_on(judge(&folder))?;
    let rate = float(usize::try_from(entries)?) / elapsed.as_secs_f64();
    figures.push(Figure::new("audit, entries", rate, "/s").against(A, bare));
    Ok(())
}

/// What `xtask` has weighed: `--bundle PART CODING BYTES BUDGET` each.
fn bundle(arguments: &[String], figures: &mut Vec<Figure>) -> Result<()> {
    let parts = arguments.chunks(5);
    if parts.len() == 0 {
        note("no built window to weigh: cargo xtask widget makes it");
    }
    for part in parts {
        let [flag, part, coding, bytes, budget] = part else { bail!("an unknown argument: {part:?}") };
        if flag != "--bundle" {
            bail!("an unknown argument: {flag}");
        }
        let (bytes, budget): (u32, u32) = (bytes.parse()?, budget.parse()?);
        let figure = Figure::new(format!("{part} of the window, {coding}"), f64::from(bytes), "B");
        figures.push(figure.against("budget", f64::from(budget)).aim("at most 1"));
    }
    Ok(())
}
