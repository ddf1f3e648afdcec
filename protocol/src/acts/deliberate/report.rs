//! `report`: anyone enrolled says that words should be looked at. It hides nothing.

use super::moderated::{self, HideReason, check_not_noticed};
use crate::acts::Act;
use crate::apply::{Change, Placed};
use crate::calendar::local_day;
use crate::course::{Deed, Subject};
use crate::id::{BlobId, EntryId, MatterId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{ReportDay, State};
use crate::strict_json::Strict;

/// How many reports a person may make on one local day: a flood costs those who look at them.
const MOST_A_DAY: u32 = 5;

/// Reports what a resident said, to whoever may hide it. Nobody else is told who did.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Report {
    /// Of which matter.
    pub matter: MatterId,
    /// Why, of the closed list.
    pub reason: HideReason,
    /// Which words: the entry that says them, the matter's own or an opinion's.
    pub words: EntryId,
}

impl Act for Report {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let person = placed.person().ok_or(Code::PersonOnly)?;
        let (matter, mut moderated) = state.moderated(&self.matter, &self.words)?;
        require(self.reason.fits(moderated.of_matter), Code::ModerationInvalid)?;
        require(moderated.author != person, Code::OwnWords)?;
        check_not_noticed(matter, &moderated)?;
        let subject = Subject::Words(matter, &moderated);
        let otherwise = match subject.stage(state, placed.received_ms) {
            stage if stage.is_hidden() => Code::AlreadyHidden,
            _ => Code::ShownAgain,
        };
        require(placed.lets(state, &subject, Deed::ReportWords), otherwise)?;
        require(!moderated.reports.contains_key(&person), Code::AlreadyReported)?;
        let day = u32::try_from(local_day(placed.received_ms)).unwrap_or(u32::MAX);
        let today = state.person(&person).and_then(|person| person.reported).filter(|last| last.day == day);
        let number = today.map_or(0, |today| today.number).saturating_add(1);
        require(number <= MOST_A_DAY, Code::ReportsTooMany)?;

        moderated.reports.insert(person, self.reason);
        moderated.waits = true;
        let place = (self.matter, self.words);
        Ok(Change::new(move |state| {
            moderated::keep(state, place, moderated);
            if let Some(person) = state.persons.get_mut(&person) {
                person.reported = Some(ReportDay { day, number });
            }
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }
}
