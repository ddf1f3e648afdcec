//! `yishi-server heads`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{EstateId, PublicKey};
use yishi_protocol::log::LogEntry;
use yishi_protocol::merkle::MerkleTree;
use yishi_protocol::signature::public_key;
use yishi_protocol::wire::{Base64Bytes, Submission};
use yishi_server::client::hand_in;
use yishi_server::histories::{Standing, contradict, in_common, kept_heads, tree};
use yishi_server::keepers::{Keepers, Locations};
use yishi_server::keys::{create_private, read_key};
use yishi_server::store::StoreLocation;

use super::kept::Kept;
use super::{date, say};

/// The exit status if two histories were signed, as `estate-audit evidence` has it.
const TWO: u8 = 3;
/// How many entries are read at once that only one database has.
const PAGE: u32 = 500;

#[derive(Debug, clap::Args)]
pub(super) struct Heads {
    /// The folder that `init` made.
    #[arg(long, default_value = "yishi-data")]
    data: PathBuf,
    #[command(flatten)]
    kept: Kept,
    /// Another database that may be the right one, `sqlite:PATH` or `postgres://USER@HOST/DATABASE`; as often as you like. It is
    /// opened as a server would: give a copy of a backup, not the backup.
    #[arg(long, value_name = "PLACE")]
    also: Vec<String>,
    /// A signed head that a resident or an auditor kept; as often as you like.
    #[arg(long, value_name = "NOTE")]
    seen: Vec<PathBuf>,
    /// Write every signed head to a file of this folder, for `estate-audit evidence` and for whoever asks.
    #[arg(long, value_name = "FOLDER")]
    keep: Option<PathBuf>,
    /// Hand the acts that only another database has in at this server, as the same bytes: what the rules still take gets a new
    /// place and date there, what they refuse its author has to sign anew.
    #[arg(long, value_name = "URL")]
    hand_in: Option<String>,
}

/// A head that was signed, and who says so.
struct Signed {
    head: Checkpoint,
    note: String,
    whence: String,
    /// Whether a database proves that no log has both it and the lock's: it is of the other of two histories.
    other: bool,
}

/// A database that was opened.
struct Candidate {
    name: String,
    keepers: Keepers,
    tree: MerkleTree,
}

impl Heads {
    pub(super) fn run(self) -> Result<ExitCode> {
        tokio::runtime::Runtime::new()?.block_on(self.show())
    }

    async fn show(self) -> Result<ExitCode> {
        let own = self.kept.places(&self.data)?;
        let log_key = public_key(&read_key(&self.data.join("log.key"))?);
        let mut places = vec![own.clone()];
        for also in &self.also {
            let log = also.parse::<StoreLocation>().map_err(anyhow::Error::msg).context("--also")?;
            ensure!(!log.is_of(&own.lock), "{log} is the lock");
            places.push(Locations { log, lock: own.lock.clone() });
        }
        let mut opened = Vec::new();
        for places in &places {
            match places.open().await {
                Ok(keepers) => opened.push((places.log.to_string(), keepers)),
                Err(error) => say(&format!("{}: cannot be read: {error:#}", places.log)),
            }
        }
        let mut estates = Vec::new();
        for (_, keepers) in &opened {
            estates.extend(keepers.store.estates().await?);
        }
        estates.sort();
        estates.dedup();
        ensure!(!estates.is_empty(), "none of these databases has an estate");
        let (mut two, mut right) = (false, true);
        for estate in estates {
            let shown = self.show_estate(&estate, &log_key, &own.log.to_string(), &opened).await?;
            two |= shown.0;
            right &= shown.1;
        }
        Ok(if two {
            ExitCode::from(TWO)
        } else if right {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }

    /// Returns whether two histories were signed, and whether the database that is configured is the one to be served.
    async fn show_estate(
        &self,
        estate: &EstateId,
        log_key: &PublicKey,
        own: &str,
        opened: &[(String, Keepers)],
    ) -> Result<(bool, bool)> {
        say(&format!("estate {estate}"));
        let Some((_, Keepers { lock, .. })) = opened.first() else { bail!("no database could be opened") };
        let newest = lock.load(estate).await?.context("the lock has no head of this estate")?;
        ensure!(
            Checkpoint::open(&newest.note, estate, log_key).is_ok_and(|head| head == newest.checkpoint),
            "the lock's head was not signed by log.key: one of the two belongs to another estate"
        );
        let splits = lock.splits(estate).await?;
        let kept = kept_heads(&splits, estate, log_key);
        let of = |head, note, whence: &str| Signed { head, note, whence: whence.to_owned(), other: false };
        let mut signed = vec![of(newest.checkpoint, newest.note, "signed last")];
        let kept = kept.into_iter().filter(|(head, _)| *head != newest.checkpoint);
        signed.extend(kept.map(|(head, note)| of(head, note, "signed once")));
        for path in &self.seen {
            signed.push(seen(path, estate, log_key)?);
        }
        for Signed { head, whence, .. } in &signed {
            say(&format!("{whence}: {}", told(head)));
        }
        for split in &splits {
            say(&format!("found in a log's place, and not signed: {}", told(&split.found)));
        }
        if let Some(folder) = &self.keep {
            keep(folder, &signed)?;
        }
        let mut candidates = Vec::new();
        for (name, keepers) in opened {
            let tree = tree(&*keepers.store, estate).await?;
            candidates.push(Candidate { name: name.clone(), keepers: keepers.clone(), tree });
        }
        for signed in &mut signed {
            let proven =
                |candidate: &Candidate| contradict(&candidate.tree, &signed.head, &newest.checkpoint);
            signed.other = candidates.iter().any(proven);
        }
        let right = candidates.iter().find(|candidate| may_be_served(&candidate.tree, &signed));
        for candidate in &candidates {
            verdict(candidate, &signed);
            if let Some(right) = right.filter(|_| !may_be_served(&candidate.tree, &signed)) {
                let at = self.hand_in.as_deref();
                only_here((estate, log_key), candidate, &right.tree, &signed, at).await?;
            }
        }
        if right.is_none() {
            say("none of these may be served: look for the newest database, docs/SPLIT.md says where");
        }
        let two = candidates.iter().any(|Candidate { tree, .. }| {
            let contradicts =
                |one: &Signed| signed.iter().any(|other| contradict(tree, &one.head, &other.head));
            signed.iter().any(contradicts)
        });
        if two {
            say(
                "TWO HISTORIES WERE SIGNED, with this log's key. Keep every head and every database; docs/SPLIT.md says what to do",
            );
        }
        let own = candidates.iter().find(|candidate| candidate.name == own);
        Ok((two, own.is_some_and(|own| may_be_served(&own.tree, &signed))))
    }
}

fn told(head: &Checkpoint) -> String {
    format!("{} entries, root {}", head.size, head.root)
}

/// Whether it may be served: it has the lock's head, which is the first, and ends before none but those of the other history.
fn may_be_served(tree: &MerkleTree, signed: &[Signed]) -> bool {
    let stands = |signed: &Signed| Standing::of(tree, &signed.head);
    signed.first().is_some_and(|newest| stands(newest) == Standing::Has)
        && signed.iter().all(|signed| signed.other || stands(signed) != Standing::Ends)
}

fn seen(path: &Path, estate: &EstateId, log_key: &PublicKey) -> Result<Signed> {
    let note = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let head = Checkpoint::open(&note, estate, log_key).map_err(anyhow::Error::new);
    let head = head.with_context(|| format!("{} proves nothing about this estate", path.display()))?;
    Ok(Signed { head, note, whence: format!("seen, {}", path.display()), other: false })
}

/// Writes each signed head once; what is there already is left as it is.
fn keep(folder: &Path, signed: &[Signed]) -> Result<()> {
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    for Signed { head, note, .. } in signed {
        let path = folder.join(format!("{}-{}-{}.note", head.estate, head.size, head.root));
        if !path.exists() {
            std::io::Write::write_all(&mut create_private(&path)?, note.as_bytes())?;
        }
        say(&format!("kept {}", path.display()));
    }
    Ok(())
}

fn verdict(candidate: &Candidate, signed: &[Signed]) {
    let Candidate { name, tree, .. } = candidate;
    say(&format!("{name}: {} entries, root {}", tree.size(), tree.root()));
    for Signed { head, whence, other, .. } in signed {
        match Standing::of(tree, head) {
            Standing::Has => {}
            Standing::Ends | Standing::Differs if *other => {
                say(&format!("        has not the other history's head of {} entries ({whence})", head.size));
            }
            Standing::Ends => say(&format!(
                "        ends before the head of {} entries ({whence}): {} that were acknowledged are not in it",
                head.size,
                head.size.saturating_sub(tree.size())
            )),
            Standing::Differs => {
                say(&format!("        has other entries than the head of {} entries ({whence})", head.size));
            }
        }
    }
    if !may_be_served(tree, signed) {
        return say("        DO NOT SERVE IT, and keep it");
    }
    say("        SERVE THIS ONE: it has the head that was signed last");
    let newest = signed.first().map_or(0, |signed| signed.head.size);
    if let Some(more @ 1..) = tree.size().checked_sub(newest) {
        say(&format!(
            "        {more} entries behind it are signed when it is served; nobody has a receipt yet"
        ));
    }
}

/// The acts that one database has and the one that may be served has not; and hands them in, if that was asked.
async fn only_here(
    estate: (&EstateId, &PublicKey),
    candidate: &Candidate,
    right: &MerkleTree,
    signed: &[Signed],
    hand_in_at: Option<&str>,
) -> Result<()> {
    let Candidate { keepers, tree, .. } = candidate;
    let acknowledged = signed.iter().filter(|signed| Standing::of(tree, &signed.head) == Standing::Has);
    let acknowledged = acknowledged.map(|signed| signed.head.size).max().unwrap_or_default();
    let mut next = in_common(tree, right);
    while next < tree.size() {
        let leaves = keepers.store.leaves(estate.0, next, PAGE).await?;
        if leaves.is_empty() {
            break;
        }
        for leaf in leaves {
            let at = next;
            next = next.saturating_add(1);
            let Ok(LogEntry { received_ms, entry, .. }) = LogEntry::from_leaf(at, &leaf) else {
                say(&format!("        only here {at}: not an entry"));
                continue;
            };
            let (day, kind, id, by) = (date(received_ms), entry.body().kind(), entry.id(), entry.author());
            let known = if at < acknowledged { "acknowledged" } else { "under no head that is known here" };
            say(&format!("        only here {at}: {day} {kind} {id} by {by}, {known}"));
            let Some(server) = hand_in_at else { continue };
            let blobs = keepers.store.blobs(estate.0, &entry.body().named_blobs()).await?;
            let submission = Submission { blobs, envelope: Base64Bytes(entry.bytes().to_vec()) };
            match hand_in(server, estate, &submission) {
                Ok(entry) => say(&format!("            handed in: it is entry {} now", entry.index)),
                Err(error) => say(&format!("            not handed in: {error:#}")),
            }
        }
    }
    Ok(())
}
