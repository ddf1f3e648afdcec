//! `erase`: what the law has erased. The entry stays, and every proof; the blobs go.
//!
//! Whoever can erase a neighbour's words can silence a complaint, and whoever can erase evidence can hide a false count. So
//! everybody erases what is their own, alone and at once; what nobody needs any more goes by two persons who keep the
//! rolls; what a court orders by two of different organisations. Which blobs that can be is told beside, in `erasable`.

use super::erasable::check_erasable;
use crate::acts::{Act, Waits};
use crate::admit::Shown;
use crate::apply::second::{Second, propose};
use crate::apply::{At, Change, Placed};
use crate::body::Capability;
use crate::id::{BlobId, EntryId, Hash};
use crate::rejection::{Code, Rejection, require};
use crate::state::{ErasedBlob, Proposal, State};
use crate::strict_json::Strict;

/// How many blobs one entry erases at most.
const MAX_BLOBS: usize = 200;

/// Why something is erased. There is no other reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum ErasureGround {
    /// 本人要求: whose it is asks for it, by this entry.
    Asked,
    /// 保存期满: nobody needs it any more.
    Ended,
    /// 法院或主管机关责令: a court or an authority ordered it.
    Ordered,
}

/// Erases blobs: what they said is gone for good, and that they were here stays proven.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Erase {
    /// Which, 1 to 200, in ascending order.
    pub blobs: Vec<BlobId>,
    /// SHA-256 of the order's document, for `ordered` alone: what a court or an authority put on paper.
    pub document: Option<Hash>,
    /// Why, of the closed list.
    pub ground: ErasureGround,
    /// Which order, a blob of kind `statement`, for `ordered` alone. Everybody reads it: it does not say again what goes.
    pub order: Option<BlobId>,
}

impl Act for Erase {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let listed = (1..=MAX_BLOBS).contains(&self.blobs.len())
            && self.blobs.is_sorted_by(|left, right| left < right)
            && self.order.is_some() == (self.ground == ErasureGround::Ordered)
            && self.document.is_some() == self.order.is_some()
            && self.document != Some(Hash::ZERO)
            // Or it would take its own reason with it.
            && self.order.is_none_or(|order| !self.blobs.contains(&order));
        if self.ground == ErasureGround::Asked {
            let person = placed.person().ok_or(Code::PersonOnly)?;
            require(listed, Code::ErasureInvalid)?;
            check_erasable(state, self, Some((person, placed.author)), placed.received_ms)?;
            return Ok(effect(self, placed.id, &placed.at()));
        }
        placed.require(state, Capability::Roll)?;
        require(listed, Code::ErasureInvalid)?;
        check_erasable(state, self, None, placed.received_ms)?;
        propose(state, placed, self.clone())
    }

    /// What it erases does not come with it.
    fn named_blobs(&self) -> Vec<BlobId> {
        self.order.into_iter().collect()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        self.order.map_or(Ok(()), |order| shown.statement(&order))
    }

    fn kept_words(&self) -> Vec<BlobId> {
        self.named_blobs()
    }
}

impl Waits for Erase {
    const AUTHOR_HOLDS: Capability = Capability::Roll;

    fn in_words(&self) -> String {
        format!("{} texts or facts to be erased", self.blobs.len())
    }

    fn check_second(&self, second: &Second<'_>) -> Result<(), Rejection> {
        match self.ground {
            ErasureGround::Ordered => second.of_other_org(),
            ErasureGround::Asked | ErasureGround::Ended => Ok(()),
        }
    }

    fn effect(&self, state: &State, at: &At, _proposal: &Proposal) -> Result<Change, Rejection> {
        check_erasable(state, self, None, at.received_ms)?;
        Ok(effect(self, at.entry, at))
    }
}

/// What it does once it is in force. The blobs themselves are erased by whoever keeps them.
fn effect(body: &Erase, entry: EntryId, at: &At) -> Change {
    let erased = ErasedBlob { entry, index: at.index, ground: body.ground };
    let blobs = body.blobs.clone();
    Change::new(move |state| {
        for blob in blobs {
            state.words.remove(&blob);
            state.erased.insert(blob, erased);
        }
    })
}
