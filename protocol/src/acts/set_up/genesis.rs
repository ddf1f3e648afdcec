//! `genesis`: founds an estate. Stands first and once.

use crate::acts::Act;
use crate::apply::{Change, Placed};
use crate::id::{BlobId, EstateId, PublicKey};
use crate::rejection::{Code, Rejection, require};
use crate::signature::check_key;
use crate::state::{Estate, KeyRecord, Map, State};
use crate::strict_json::Strict;
use crate::visible::is_seen;

/// The version of the rules this library judges by. 0 is the time before the first release: logs made then are for
/// trial, and their rules may still change.
pub const RULES: u32 = 0;

/// Founds an estate; its entry id is the estate's id.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Genesis {
    /// The key that signs checkpoints; it can author nothing.
    pub log_key: PublicKey,
    /// The estate's public name, 1 to 120 bytes of UTF-8.
    pub name: String,
    /// How many roots must confirm an act of a root: 1.
    pub root_quorum: u32,
    /// The keys from which all grants come, 1 to 16, each once, in ascending order.
    pub roots: Vec<PublicKey>,
    /// The version of the rules that judge this log; 0 until the first release.
    pub rules: u32,
}

impl Act for Genesis {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        require(state.estate.is_none(), Code::GenesisTwice)?;
        require(placed.estate == EstateId::ZERO, Code::WrongEstate)?;
        require(self.rules == RULES, Code::RulesUnknown)?;
        let valid = (1..=120).contains(&self.name.len())
        && is_seen(&self.name)
        && (1..=16).contains(&self.roots.len())
        && self.roots.is_sorted_by(|left, right| left < right)
        && self.roots.contains(&placed.author)
        && !self.roots.contains(&self.log_key)
        // Acts of a root do not wait for another root yet.
        && self.root_quorum == 1;
        require(valid, Code::GenesisInvalid)?;
        for key in self.roots.iter().chain([&self.log_key]) {
            check_key(key)?;
        }

        let estate = Estate {
            id: placed.id.into(),
            log_key: self.log_key,
            name: self.name.clone(),
            rules: self.rules,
        };
        let record = KeyRecord::root((placed.id, placed.received_ms));
        let keys: Map<_, _> = self.roots.iter().map(|key| (*key, record.clone())).collect();
        Ok(Change::new(move |state| {
            state.estate = Some(estate);
            state.keys = keys;
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }
}
