//! What an entry's blobs must show: texts present, areas adding up, openings that fit, totals as counted.
//!
//! [`admit`] is the third of the four functions that hold all meaning. It reads State and evidence and changes
//! neither. What a blob says that is at hand must be right; a blob that is gone is no error, because the law may have
//! had it erased: [`Admitted::Stated`] then says which figures rest on the log's word. They must still be such as the
//! blobs at hand allow (`count/bounds`).
//!
//! What each kind asks of its blobs is in its file under `acts`.

use crate::blob::{BlobKind, Evidence, Missing, Words};
use crate::count::{areas, check_area};
use crate::envelope::Entry;
use crate::id::{BlobId, Hash, PublicKey, UnitId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{State, Unit};
use crate::strict_json::Strict;
use crate::visible::is_seen;

pub use crate::acts::decide::ballot::check_choice;
pub use crate::acts::decide::paper::{check_marks, spoilt_items};
pub use crate::acts::decide::tally::{evidence_blobs, mandate_blobs, slip_blobs};
pub use crate::acts::evaluate::close_matter::{
    LEAST_MARKS, earlier_blobs, earlier_rounds, may_draft_score, rating_blobs, score,
};

/// What the evidence showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Admitted {
    /// Everything the entry states was computed again from blobs at hand, or it states nothing.
    Recomputed,
    /// These blobs are gone, so the figures that the entry states stand as stated; but what follows from them is the
    /// same whatever the blobs say.
    Decided(Missing),
    /// These blobs are gone, so what the entry states stands as stated.
    Stated(Missing),
}

impl Admitted {
    /// What was not at hand, if anything.
    pub fn missing(&self) -> Option<&Missing> {
        match self {
            Admitted::Recomputed => None,
            Admitted::Decided(missing) | Admitted::Stated(missing) => Some(missing),
        }
    }
}

/// Checks an entry against the blobs at hand.
///
/// # Errors
/// `BLOB_KIND`, `BLOB_CONTEXT`, `BLOB_PAYLOAD`, `BLOB_TOO_LARGE`; `ROLL_AREA`, `SCOPE_AREA`, `TEXT_MISMATCH`, the
/// `CHOICE_…` codes, `TALLY_MISMATCH`; and the unknown-reference codes of the kind.
pub fn admit(state: &State, entry: &Entry, evidence: &Evidence) -> Result<Admitted, Rejection> {
    let author = entry.author();
    let mut shown = Shown { state, author, evidence, missing: Missing::default(), decided: false };
    entry.body().admit(&mut shown)?;
    Ok(match (shown.missing, shown.decided) {
        (missing, _) if missing.is_empty() => Admitted::Recomputed,
        (missing, true) => Admitted::Decided(missing),
        (missing, false) => Admitted::Stated(missing),
    })
}

/// The blobs that [`admit`] will read for an entry: those it names, and those that totals rest on. Whoever keeps blobs
/// in a database fetches exactly these.
pub fn needed_blobs(state: &State, entry: &Entry) -> Vec<BlobId> {
    let mut needed = entry.body().named_blobs();
    needed.extend(entry.body().rests_on(state));
    needed
}

/// What an act is held against, and what of it was not at hand.
pub(crate) struct Shown<'a> {
    pub(crate) state: &'a State,
    /// The key that signed.
    pub(crate) author: PublicKey,
    pub(crate) evidence: &'a Evidence,
    pub(crate) missing: Missing,
    /// Whether what follows from the stated figures is the same whatever the missing blobs say.
    pub(crate) decided: bool,
}

impl Shown<'_> {
    /// What a blob says that the act names; if it is not at hand, that is noted.
    pub(crate) fn read<T: Strict>(
        &mut self,
        id: &BlobId,
        kind: BlobKind,
        context: &Hash,
    ) -> Result<Option<T>, Rejection> {
        let said = self.evidence.read::<T>(id, kind, context)?;
        let missing = if kind.is_lasting() { &mut self.missing.lasting } else { &mut self.missing.blobs };
        missing.extend(said.is_none().then_some(*id));
        Ok(said)
    }

    /// Something said in words, which must be there.
    pub(crate) fn statement(&mut self, text: &BlobId) -> Result<(), Rejection> {
        let words = self.read::<Words>(text, BlobKind::Statement, &Hash::ZERO)?;
        require(words.as_ref().is_none_or(is_said), Code::WordsMissing)
    }

    /// The consent text that somebody was shown.
    pub(crate) fn consent(&mut self, text: &BlobId) -> Result<(), Rejection> {
        let words = self.read::<Words>(text, BlobKind::Consent, &Hash::ZERO)?;
        require(words.as_ref().is_none_or(is_said), Code::WordsMissing)
    }

    /// That the areas of units add up to the stated one, or can, as far as they are at hand.
    pub(crate) fn area<'u>(
        &mut self,
        units: impl Iterator<Item = (UnitId, &'u Unit)>,
        stated_c: u64,
        otherwise: Code,
    ) -> Result<(), Rejection> {
        let areas = areas(units, self.evidence)?;
        check_area(&areas, stated_c, otherwise)?;
        self.missing.blobs.extend(areas.missing);
        Ok(())
    }
}

/// The longest title of a matter or a vote, in characters: it must fit lists.
const MAX_TITLE: usize = 80;

/// Whether something is said that fits a list, in every language in which it is.
pub(crate) fn is_title(words: &Words) -> bool {
    is_said(words) && words.texts().all(|title| title.chars().count() <= MAX_TITLE)
}

/// Whether something is said, in every language in which it is.
pub(crate) fn is_said(words: &Words) -> bool {
    words.texts().all(is_seen)
}
