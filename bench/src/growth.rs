//! One estate's log from a thousand entries to a hundred thousand: what a ballot costs on the way, what the log weighs in
//! memory, how fast a server starts on it, and how fast an auditor judges it.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use serde::{Deserialize, Serialize};
use tokio::task::JoinSet;
use yishi_protocol::audit::audit;
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::export::{self, ExportKind, FORMAT, Header};
use yishi_protocol::log::LogEntry;
use yishi_server::keys::{read_key, write_key};
use yishi_server::writer::Writer;

use crate::estate::{MadeUp, make};
use crate::limits::middle;
use crate::machine::{Stretch, resident};
use crate::office::{Files, runtime};
use crate::table::float;
use crate::voters::Cast;

/// Homes of the estate: with its set-up the log then has nearly a thousand entries.
const HOMES: u32 = 950;
/// Where the log stops growing.
const ENTRIES: u64 = 100_000;
/// When it stops growing on a machine that is too slow or too busy, if it is long enough to be measured then.
const PATIENCE: Duration = Duration::from_secs(75);
/// Rounds of ballots that are measured at each size.
const ROUNDS: usize = 5;
/// How far apart rounds are dated, in milliseconds: as the rules ask of a key that votes again and again.
const PAUSE_MS: u64 = 15 * 60 * 1000;
/// How long ago the rounds began, in days: they end before now.
const BEGAN: u64 = 2;
/// Leaves read from the store at once.
const PAGE: u32 = 1000;

/// What a ballot costs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// From the writer's inbox to the receipt, shared by all that were on their way; in microseconds.
    pub(crate) wall_us: f64,
    /// Processor time of the whole process, where the system tells it; in microseconds.
    pub(crate) cpu_us: Option<f64>,
}

/// The cost of a ballot as the log grows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Growth {
    /// At about 1,000 entries.
    pub(crate) short: Cost,
    /// At about 10,000.
    pub(crate) middle: Cost,
    /// At the end.
    pub(crate) long: Cost,
    /// The entries of the log then: 100,000, unless the machine was too slow.
    pub(crate) entries: u64,
}

/// Founds the estate in a folder and lets it vote until the log is long.
///
/// # Errors
/// If a ballot is refused.
pub(crate) async fn grow(folder: &Path, now_ms: u64) -> Result<Growth> {
    let mut made = make(HOMES, now_ms.saturating_sub(BEGAN * DAY_MS))?;
    let files = Files::open(folder).await?;
    files.keep(&made).await?;
    write_key(&folder.join("log.key"), &made.log_key)?;
    let estates = files.start(&made.log_key).await?;
    let writer = Writer::start(Arc::clone(&estates), Arc::clone(&files.store), Arc::clone(&files.lock));
    let mut size = u64::try_from(made.story.entries.len())?;
    let mut rounds = Vec::new();
    let start = Instant::now();
    while size < ENTRIES && (start.elapsed() < PATIENCE || rounds.len() < 3 * ROUNDS) {
        rounds.push(vote(&writer, &mut made).await?);
        size += u64::from(HOMES);
    }
    let at = |first: usize| rounds.get(first..first + ROUNDS).map(mean).context("too few rounds");
    // A round adds nearly a thousand entries.
    Ok(Growth {
        short: at(0)?,
        middle: at(7)?,
        long: at(rounds.len().saturating_sub(ROUNDS))?,
        entries: size,
    })
}

/// Everybody votes once, all at the same time; how long that takes, and how much processor time.
async fn vote(writer: &Writer, made: &mut MadeUp) -> Result<(Duration, Option<Duration>)> {
    let casts = made.voters.round()?;
    // Long enough after the round before that nobody is asked to wait.
    made.voters.now_ms = made.voters.now_ms.saturating_add(PAUSE_MS);
    let (stretch, start) = (Stretch::begin(), Instant::now());
    let mut waiting = JoinSet::new();
    for Cast { entry, opening } in casts {
        let (writer, estate, now_ms) = (writer.clone(), made.story.estate(), made.voters.now_ms);
        waiting.spawn(async move { writer.submit(estate, entry, vec![opening], now_ms).await });
    }
    while let Some(answer) = waiting.join_next().await {
        answer?.map_err(|refused| anyhow!("a ballot was refused: {refused:?}"))?;
    }
    Ok((start.elapsed(), stretch.own()))
}

fn mean(rounds: &[(Duration, Option<Duration>)]) -> Cost {
    let a_ballot = |time: f64| time * 1e6 / f64::from(HOMES);
    let walls = rounds.iter().map(|(wall, _)| wall.as_secs_f64()).collect();
    // Processor time is told in hundredths of a second, so that only a sum means something.
    let cpu: Option<Duration> = rounds.iter().map(|(_, cpu)| *cpu).sum();
    let cpu = cpu.map(|cpu| cpu.as_secs_f64() / float(rounds.len()));
    Cost { wall_us: a_ballot(middle(walls)), cpu_us: cpu.map(a_ballot) }
}

/// What a start-up found.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Replayed {
    /// Entries of the log.
    pub(crate) entries: u64,
    /// From the opened files to the signed head.
    pub(crate) seconds: f64,
    /// What the process has grown by, where the system tells it.
    pub(crate) bytes: Option<u64>,
}

/// Starts a server on the folder in a process of its own, whose memory holds nothing else.
///
/// # Errors
/// If it does not start.
pub(crate) fn replay_apart(folder: &Path) -> Result<Replayed> {
    let program = std::env::current_exe().context("this program's own file")?;
    let output = Command::new(program).arg("replay").arg(folder).output().context("cannot start again")?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).context("what the other process printed")
}

/// What that process does.
///
/// # Errors
/// If the log cannot be read.
pub(crate) fn replay(folder: &Path) -> Result<Replayed> {
    let log_key = read_key(&folder.join("log.key"))?;
    runtime()?.block_on(async {
        let files = Files::open(folder).await?;
        files.store.ping().await?;
        let before = resident();
        let start = Instant::now();
        let estates = files.start(&log_key).await?;
        let seconds = start.elapsed().as_secs_f64();
        let bytes = resident().zip(before).map(|(after, before)| after.saturating_sub(before));
        let id = estates.ids().await.pop().context("no estate")?;
        let estate = estates.get(&id).await.context("no estate")?;
        let entries = estate.published().signed_size;
        Ok(Replayed { entries, seconds, bytes })
    })
}

/// Writes the folder's log as a record and has it judged; returns how many entries, and how long the judging took.
///
/// # Errors
/// If the audit finds anything wrong.
pub(crate) async fn judge(folder: &Path) -> Result<(u64, Duration)> {
    let log_key = read_key(&folder.join("log.key"))?;
    let files = Files::open(folder).await?;
    let estates = files.start(&log_key).await?;
    let id = estates.ids().await.pop().context("no estate")?;
    let estate = estates.get(&id).await.context("no estate")?;
    let checkpoint = estate.published().note.clone();
    let kind = ExportKind::Record;
    let header = Header { agenda: None, checkpoint, estate: id, format: FORMAT.to_owned(), kind };
    let (mut writer, mut record) = export::Writer::begin(&header);
    let mut next = 0;
    let mut named = BTreeSet::new();
    loop {
        let leaves = files.store.leaves(&id, next, PAGE).await?;
        if leaves.is_empty() {
            break;
        }
        for leaf in leaves {
            named.extend(LogEntry::from_leaf(next, &leaf)?.entry.body().named_blobs());
            record.extend(writer.leaf(leaf));
            next += 1;
        }
    }
    // As the server writes it: with what everybody may read.
    for ids in named.into_iter().collect::<Vec<_>>().chunks(256) {
        for blob in files.store.blobs(&id, ids).await?.into_iter().filter(|blob| blob.kind.is_public()) {
            record.extend(writer.blob(blob));
        }
    }
    record.extend(writer.end());
    drop((estate, estates));

    let start = Instant::now();
    let verdict = audit(&record);
    let elapsed = start.elapsed();
    ensure!(verdict.sound, "the audit finds {:?}", verdict.first_wrong);
    Ok((verdict.entries, elapsed))
}
