//! Two signed heads of one log: whether one history has both.

use crate::checkpoint::Checkpoint;
use crate::export::Export;
use crate::id::{EstateId, Hash, PublicKey};
use crate::log::LogEntry;
use crate::merkle::{MerkleTree, leaf_hash};
use crate::rejection::{Code, Rejection, require};
use crate::strict_json::Strict;

use super::Seen;

/// What two heads show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum History {
    /// One history has both.
    One,
    /// The log's key has signed two histories: whoever holds both can prove it to anybody.
    Two,
    /// A log with both may exist; only its entries would tell.
    Unknown,
}

/// A signed head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Head {
    /// How many entries it signs for.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

/// What was found about two heads.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct HeadsCompared {
    /// What they show.
    pub history: History,
    /// Whose log.
    pub estate: EstateId,
    /// The key that signed both.
    pub log_key: PublicKey,
    /// The first.
    pub first: Head,
    /// The second.
    pub second: Head,
    /// The head of the record, if one was at hand.
    pub record: Option<Head>,
}

/// A log as a record shows it: its founding, its tree and its signed head. Its rules are not judged here.
#[derive(Clone, Debug)]
pub struct FoundedLog {
    estate: EstateId,
    log_key: PublicKey,
    tree: MerkleTree,
}

impl FoundedLog {
    /// Reads an export for its tree. The log's key is that of its founding entry, whose id is the estate's.
    ///
    /// # Errors
    /// Those of [`Export::read`]; `GENESIS_MISSING`, `WRONG_ESTATE`; and what the checkpoint breaks.
    pub fn of(bytes: &[u8]) -> Result<Self, Rejection> {
        let export = Export::read(bytes)?;
        let first = export.leaves.first().ok_or(Code::GenesisMissing)?;
        let genesis = LogEntry::from_leaf(0, first)?.entry;
        let crate::body::Body::Genesis(founding) = genesis.body() else {
            return Err(Code::GenesisMissing.into());
        };
        let (estate, log_key) = (EstateId::from(genesis.id()), founding.log_key);
        require(export.header.estate == estate, Code::WrongEstate)?;
        let mut tree = MerkleTree::new();
        for leaf in &export.leaves {
            tree.push(leaf_hash(leaf));
        }
        let head = Checkpoint::open(&export.header.checkpoint, &estate, &log_key)?;
        require(head.size == tree.size(), Code::ExportSize)?;
        require(head.root == tree.root(), Code::ExportRoot)?;
        Ok(Self { estate, log_key, tree })
    }

    /// Compares two heads with each other, and with this log. What contradicts the log's own head contradicts a signed
    /// head too.
    ///
    /// # Errors
    /// What a head breaks that cannot be opened under the log's key.
    pub fn compare(&self, first: &Seen, second: &Seen) -> Result<HeadsCompared, Rejection> {
        let mut found = compare(&self.estate, &self.log_key, first, second)?;
        let holds = |head: Head| self.tree.root_at(head.size).map(|root| root == head.root);
        found.record = Some(Head { size: self.tree.size(), root: self.tree.root() });
        found.history = match (found.history, holds(found.first), holds(found.second)) {
            (History::Two, ..) | (_, Some(false), _) | (_, _, Some(false)) => History::Two,
            (History::One, ..) | (_, Some(true), Some(true)) => History::One,
            (History::Unknown, ..) => History::Unknown,
        };
        Ok(found)
    }
}

/// Compares two heads of one log without its entries.
///
/// # Errors
/// `CHECKPOINT_FORM`, `WRONG_ESTATE`, `BAD_SIGNATURE`, each with which head breaks it.
pub fn compare(
    estate: &EstateId,
    log_key: &PublicKey,
    first: &Seen,
    second: &Seen,
) -> Result<HeadsCompared, Rejection> {
    let open = |seen: &Seen| {
        let opened = Checkpoint::open(&seen.note, estate, log_key);
        let of = |rejection: Rejection| Rejection::with(rejection.code, seen.name.clone());
        opened.map(|Checkpoint { size, root, .. }| Head { size, root }).map_err(of)
    };
    let (first, second) = (open(first)?, open(second)?);
    let history = match (first.size == second.size, first.root == second.root) {
        (true, true) => History::One,
        (true, false) => History::Two,
        (false, _) => History::Unknown,
    };
    Ok(HeadsCompared { history, estate: *estate, log_key: *log_key, first, second, record: None })
}
