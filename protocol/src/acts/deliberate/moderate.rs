//! `moderate`: an office hides what a resident said, leaves it, or rules on another organisation's hiding.

use std::collections::BTreeSet;

use super::moderated::{self, HideReason, Hiding, Moderated, Ruled, check_not_noticed};
use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed};
use crate::body::Capability;
use crate::course::{CourseStage, Deed, Subject};
use crate::id::{BlobId, EntryId, MatterId, OrgId, PersonId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, KeyHolder, Matter, State};
use crate::strict_json::Strict;

/// What an office does with words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Measure {
    /// Hides them.
    Hide,
    /// Rules on an appeal: they stay hidden.
    Keep,
    /// Leaves them as they are, though they were reported.
    Leave,
    /// Rules on an appeal that they are shown again; or takes the own hiding back.
    Show,
}

impl Measure {
    /// Every measure, in the order in which the desk offers them.
    pub const ALL: [Measure; 4] = [Measure::Leave, Measure::Hide, Measure::Show, Measure::Keep];
}

/// Hides what a resident said, leaves it as it is, or rules on an appeal.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Moderate {
    /// Of which matter.
    pub matter: MatterId,
    /// What is done.
    pub measure: Measure,
    /// For `hide`: why, of the closed list.
    pub reason: Option<HideReason>,
    /// Why in words, a blob of kind `statement`. Everybody reads them: they do not say again what they hide.
    pub text: BlobId,
    /// Which words: the entry that says them, the matter's own or an opinion's.
    pub words: EntryId,
}

impl Act for Moderate {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Moderate)?;
        let person = placed.person().ok_or(Code::MissingCapability)?;
        let (matter, mut moderated) = state.moderated(&self.matter, &self.words)?;
        placed.require_for(state, Capability::Moderate, &matter.concern())?;
        let fits = |reason: HideReason| reason.fits(moderated.of_matter);
        let valid = match self.measure {
            Measure::Hide => self.reason.is_some_and(fits),
            Measure::Keep | Measure::Leave | Measure::Show => self.reason.is_none(),
        };
        require(valid, Code::ModerationInvalid)?;
        let who = Moderator::of(state, person, placed.received_ms);
        who.may(state, (matter, &moderated), self.measure)?;

        let own = moderated.hiding().is_some_and(|hiding| who.hid(hiding));
        let (entry, at_ms, text) = (placed.id, placed.received_ms, self.text);
        match (self.measure, self.reason) {
            (Measure::Hide, Some(reason)) => {
                let (orgs, appeal, ruling) = (who.orgs, None, None);
                moderated.hidings.push(Hiding {
                    entry,
                    at_ms,
                    by: person,
                    orgs,
                    reason,
                    text,
                    appeal,
                    ruling,
                });
            }
            (Measure::Keep | Measure::Show, _) => {
                let shows = self.measure == Measure::Show;
                if let Some(hiding) = moderated.hidings.last_mut() {
                    hiding.ruling = Some(Ruled { entry, shows, own, text });
                }
            }
            (Measure::Hide | Measure::Leave, _) => {}
        }
        moderated.waits = false;
        let place = (self.matter, self.words);
        Ok(Change::new(move |state| moderated::keep(state, place, moderated)))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.text]
    }

    fn kept_words(&self) -> Vec<BlobId> {
        self.named_blobs()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        shown.statement(&self.text)
    }
}

/// Somebody who may hide words, at a moment.
struct Moderator {
    person: PersonId,
    /// The organisations for which they may.
    orgs: BTreeSet<OrgId>,
    now_ms: u64,
}

impl Moderator {
    fn of(state: &State, person: PersonId, now_ms: u64) -> Self {
        let orgs = state.orgs_of(&Actor::Person(person), Capability::Moderate, now_ms);
        Self { person, orgs, now_ms }
    }

    /// Whether they or an organisation of theirs hid the words.
    fn hid(&self, hiding: &Hiding) -> bool {
        hiding.is_by(&self.person, &self.orgs)
    }

    /// That they may do it with words where these stand.
    fn may(
        &self,
        state: &State,
        (matter, moderated): (&Matter, &Moderated),
        measure: Measure,
    ) -> Result<(), Rejection> {
        require(moderated.author != self.person, Code::OwnWords)?;
        let subject = Subject::Words(matter, moderated);
        let stage = subject.stage(state, self.now_ms);
        let lets = |deed| subject.course().lets(stage, deed);
        let not_hidden = if stage.is_hidden() { Code::NotAppealed } else { Code::NotHidden };
        match measure {
            Measure::Hide => {
                check_not_noticed(matter, moderated)?;
                let otherwise = if stage.is_hidden() { Code::AlreadyHidden } else { Code::ShownAgain };
                require(lets(Deed::Hide), otherwise)?;
                require(!moderated.hidings.iter().any(|hiding| self.hid(hiding)), Code::HiddenBefore)
            }
            Measure::Leave => require(lets(Deed::Leave), Code::NotReported),
            Measure::Show if moderated.hiding().is_some_and(|hiding| self.hid(hiding)) => {
                require(lets(Deed::TakeBack), Code::NotHidden)
            }
            Measure::Show => require(lets(Deed::Show), not_hidden),
            Measure::Keep => {
                require(lets(Deed::Keep), not_hidden)?;
                let own = moderated.hiding().is_some_and(|hiding| self.hid(hiding));
                require(!own, Code::OtherOrgNeeded)?;
                require(!moderated.reports.contains_key(&self.person), Code::OwnReport)
            }
        }
    }
}

/// What somebody may do with words of a matter at a moment, in milliseconds since 1970: for a desk to offer.
pub fn measures(
    state: &State,
    person: &PersonId,
    (matter, words): (&MatterId, &EntryId),
    now_ms: u64,
) -> Vec<Measure> {
    let Ok((of, moderated)) = state.moderated(matter, words) else { return Vec::new() };
    if !state.moderates(person, of, now_ms) {
        return Vec::new();
    }
    let who = Moderator::of(state, *person, now_ms);
    let may = |measure: &Measure| who.may(state, (of, &moderated), *measure).is_ok();
    Measure::ALL.into_iter().filter(may).collect()
}

impl State {
    /// Whether somebody may hide words of a matter, and rule about them, where their rules let them.
    pub fn moderates(&self, person: &PersonId, matter: &Matter, now_ms: u64) -> bool {
        self.reaches(KeyHolder::Person(*person), Capability::Moderate, now_ms, &matter.concern())
    }

    /// Whether somebody reads words of a matter that are hidden, and what was said about that: whoever said them, and whoever
    /// may hide or rule.
    pub fn reads_hidden(&self, person: &PersonId, matter: &Matter, author: &PersonId, now_ms: u64) -> bool {
        person == author || self.moderates(person, matter, now_ms)
    }

    /// Whether somebody reads a blob that is hidden: as [`State::reads_hidden`], by any entry that says it.
    pub fn reads_hidden_blob(&self, person: &PersonId, blob: &BlobId, now_ms: u64) -> bool {
        let said =
            self.matters.values().flat_map(|matter| matter.moderated.values().map(move |one| (matter, one)));
        said.into_iter()
            .filter(|(_, one)| one.blob == *blob)
            .any(|(matter, one)| self.reads_hidden(person, matter, &one.author, now_ms))
    }
}

impl CourseStage {
    /// Whether words that stand there are hidden.
    pub const fn is_hidden(self) -> bool {
        matches!(self, CourseStage::Hidden | CourseStage::Appealed | CourseStage::KeptHidden)
    }
}
