//! Who reads what an erasure would erase: nobody stands behind what they have not seen, and nobody begins an erasure to read
//! what is not theirs to read.

use super::confirm::may_confirm;
use super::erase::Erase;
use crate::blob::{Blob, BlobKind};
use crate::body::{Capability, Proposed};
use crate::id::{BlobId, EntryId, PublicKey};
use crate::state::{Actor, KeyHolder, State};

/// Somebody who looks at what may be erased, with what they read of it.
#[derive(Debug)]
pub struct ErasureReader<'a> {
    state: &'a State,
    holder: KeyHolder,
    /// What they are asked to stand behind.
    confirms: &'a [BlobId],
    now_ms: u64,
}

/// An erasure that was proposed, whether or not it is in force yet.
pub fn proposed_erasure<'a>(state: &'a State, entry: &EntryId) -> Option<&'a Erase> {
    let Proposed::Erase(erase) = &state.proposals.get(entry)?.act else { return None };
    Some(erase)
}

impl<'a> ErasureReader<'a> {
    /// Whoever would begin an erasure: a person who keeps rolls now, by a key that still signs.
    pub fn beginning(state: &'a State, key: &PublicKey, now_ms: u64) -> Option<Self> {
        let holder = state.keys.get(key).filter(|key| !key.revoked)?.holder;
        let keeps = holder != KeyHolder::Root && state.holds(holder, Capability::Roll, now_ms);
        keeps.then_some(Self { state, holder, confirms: &[], now_ms })
    }

    /// Whoever looks at an erasure that waits: who could confirm it now, and who began it.
    pub fn of(state: &'a State, key: &PublicKey, entry: &EntryId, now_ms: u64) -> Option<Self> {
        let proposal = state.proposals.get(entry).filter(|proposal| proposal.in_force.is_none())?;
        let Proposed::Erase(erase) = &proposal.act else { return None };
        let holder = state.keys.get(key).filter(|key| !key.revoked)?.holder;
        if may_confirm(state, key, entry, now_ms) {
            return Some(Self { state, holder, confirms: &erase.blobs, now_ms });
        }
        let begun =
            matches!((holder, proposal.by), (KeyHolder::Person(one), Actor::Person(other)) if one == other);
        if begun { Self::beginning(state, key, now_ms) } else { None }
    }

    /// Whether they read a blob. Nobody reads a ballot, a proxy's terms or marks for being asked to erase them. Words that everybody reads they
    /// read; those that are hidden, and what was said to those who rule, who is asked to confirm: a court's order can be held
    /// against nothing else, and what its author proposes stands in the log for everybody.
    pub fn reads(&self, blob: &Blob) -> bool {
        let id = blob.id();
        let confirms = self.confirms.binary_search(&id).is_ok();
        match blob.kind {
            BlobKind::Ballot
            | BlobKind::ProxyTerms
            | BlobKind::Delivery
            | BlobKind::PaperBallot
            | BlobKind::Rating => false,
            // Who keeps rolls reads them, and so does a root who is asked to stand behind one.
            BlobKind::Unit | BlobKind::Place | BlobKind::Person => true,
            BlobKind::Appeal => confirms,
            BlobKind::AgendaText
            | BlobKind::Consent
            | BlobKind::Dispute
            | BlobKind::HelpText
            | BlobKind::LedgerPage
            | BlobKind::MatterText
            | BlobKind::Opinion
            | BlobKind::Statement => {
                confirms || !self.state.is_hidden_blob(&id, self.now_ms) || self.moderates(&id)
            }
        }
    }

    fn moderates(&self, blob: &BlobId) -> bool {
        match &self.holder {
            KeyHolder::Person(person) => self.state.reads_hidden_blob(person, blob, self.now_ms),
            KeyHolder::Root => false,
        }
    }
}
