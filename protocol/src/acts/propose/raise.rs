//! `raise`: brings up a matter. Anyone enrolled may; for somebody else only who takes such things down.

use std::collections::BTreeSet;

use crate::acts::Act;
use crate::admit::{Shown, is_said, is_title};
use crate::apply::often::Often;
use crate::apply::{Change, Placed};
use crate::blob::{BlobKind, MatterText};
use crate::body::{Capability, Category, Demand, Tier};
use crate::id::{BlobId, Hash};
use crate::office::Concern;
use crate::rejection::{Code, Rejection, require};
use crate::state::{Map, Matter, Set, State};
use crate::strict_json::Strict;
use crate::visible::is_seen;

/// How a matter came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Origin {
    /// Taken over from a hotline (12345 and the like).
    Hotline,
    /// Found on a round.
    Patrol,
    /// Brought up by its author.
    Resident,
    /// Told at the desk and taken down there.
    WalkIn,
}

/// Brings up a matter. Its entry id is the matter's id.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Raise {
    /// What it is about, if its author said.
    pub category: Option<Category>,
    /// How it came in.
    pub origin: Origin,
    /// The part of the estate that it concerns, on the newest roll.
    pub scope: u32,
    /// What is asked for, a blob of kind `matter-text`.
    pub text: BlobId,
    /// Who should handle it first.
    pub tier: Tier,
}

impl Act for Raise {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let raiser = placed.person().ok_or(Code::PersonOnly)?;
        if self.origin != Origin::Resident {
            placed.require(state, Capability::Raise)?;
        }
        let (_, roll) = state.newest_roll().ok_or(Code::RollUnknown)?;
        require(roll.scopes.contains_key(&self.scope), Code::ScopeUnknown)?;
        if self.origin != Origin::Resident {
            let (scope, tier) = (Some(self.scope), Some(self.tier));
            let concern = Concern { scope, tier, category: self.category, ledgers: &[] };
            placed.require_for(state, Capability::Raise, &concern)?;
        }

        let once_more = placed.once_more(state, &raiser, (Often::Raise, &[]))?;

        let matter = Matter {
            category: self.category,
            origin: self.origin,
            raiser,
            raised_ms: placed.received_ms,
            scope: self.scope,
            tier: self.tier,
            text: self.text,
            asked_ms: placed.received_ms,
            accepted_ms: None,
            declined: false,
            merged_into: None,
            supports: Set::new(),
            demand: Demand::default(),
            opinions: Map::new(),
            notices: Vec::new(),
            meetings: Vec::new(),
            tasks: Vec::new(),
            done_ms: None,
            annulled: BTreeSet::new(),
            ratings: Map::new(),
            rounds: Vec::new(),
            closing: None,
            moderated: Map::new(),
            reviews: Map::new(),
            candidates: Map::new(),
            taken_back: Map::new(),
            trail: [placed.index].into_iter().collect(),
        };
        let id = placed.id;
        Ok(Change::new(move |state| {
            once_more.note(state);
            state.matters.insert(id, matter);
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.text]
    }

    /// What was told at a desk or on the telephone is not the words of whoever took it down.
    fn own_words(&self) -> Vec<BlobId> {
        if self.origin == Origin::Resident { self.named_blobs() } else { Vec::new() }
    }

    fn kept_words(&self) -> Vec<BlobId> {
        if self.origin == Origin::Resident { Vec::new() } else { self.named_blobs() }
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let Some(text) = shown.read::<MatterText>(&self.text, BlobKind::MatterText, &Hash::ZERO)? else {
            return Ok(());
        };
        let placed = text.place.as_deref().is_none_or(is_seen);
        require(placed && is_title(&text.title) && is_said(&text.body), Code::WordsMissing)
    }
}
