//! `final`: ends a vote, after the days for objections: which disputes were not dismissed, and whether what came out stands
//! whatever the ballots say that they name.
//!
//! One person alone ends no vote. Silence ends one: where nobody has stood behind it for seven days, whoever may say it says it
//! again, and it is final without a second person, and says so.

use super::dispute::DisputeRecord;
use crate::acts::{Act, Waits};
use crate::admit::Shown;
use crate::apply::second::{Second, propose_on_matter};
use crate::apply::{At, Change, Placed, note_on_matter};
use crate::body::{Capability, Demand};
use crate::calendar::DAY_MS;
use crate::count::holds_whatever;
use crate::course::{Course, CourseStage, Deed};
use crate::id::{AgendaId, BlobId, EntryId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Agenda, Proposal, State};
use crate::strict_json::Strict;

/// How long a vote waits for the second person behind its end.
pub(crate) const SILENCE_MS: u64 = 7 * DAY_MS;

/// How an item ends.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct ItemEnd {
    /// Its disputes that are not dismissed, by their entries, in ascending order.
    pub disputes: Vec<EntryId>,
    /// Whether no filling of the ballots that they name changes what came out.
    pub stands: bool,
}

/// Ends a vote.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Final {
    /// Which vote.
    pub agenda: AgendaId,
    /// How each item ends, in order.
    pub items: Vec<ItemEnd>,
}

/// That a vote ended.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Finality {
    /// Whether a second person stood behind it.
    pub confirmed: bool,
    /// The entry that says so.
    pub entry: EntryId,
    /// How each item ends.
    pub items: Vec<ItemEnd>,
    /// Since when, in milliseconds since 1970.
    pub since_ms: u64,
}

impl Act for Final {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let agenda = state.held_agenda(&self.agenda)?;
        placed.require_or_owner_from(state, agenda, Capability::Tally, agenda.owners_end_ms())?;
        self.check_now(state, agenda, placed.received_ms)?;
        let silent = agenda
            .end_proposed_ms
            .is_some_and(|since_ms| placed.received_ms >= since_ms.saturating_add(SILENCE_MS));
        if silent {
            return Ok(self.ends(agenda, &placed.at(), false));
        }
        let (proposed, id, now_ms) =
            (propose_on_matter(state, placed, self.clone(), agenda.notice)?, self.agenda, placed.received_ms);
        Ok(Change::new(move |state| {
            proposed.carry_out(state);
            if let Some(agenda) = state.agendas.get_mut(&id) {
                agenda.end_proposed_ms.get_or_insert(now_ms);
            }
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.agenda)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let state = shown.state;
        let agenda = state.agendas.get(&self.agenda).ok_or(Code::AgendaUnknown)?;
        for (place, item) in self.items.iter().enumerate().filter(|(_, item)| !item.disputes.is_empty()) {
            let ballots = agenda.disputed_ballots(&item.disputes);
            let (stands, missing) = holds_whatever(state, &self.agenda, (place, &ballots), shown.evidence)?;
            require(stands.is_none_or(|stands| stands == item.stands), Code::FinalMismatch)?;
            shown.missing.blobs.extend(missing.blobs);
            shown.missing.openings.extend(missing.openings);
        }
        Ok(())
    }

    fn rests_on(&self, state: &State) -> Vec<BlobId> {
        crate::admit::evidence_blobs(state, &self.agenda)
    }
}

impl Waits for Final {
    const AUTHOR_HOLDS: Capability = Capability::Tally;

    fn in_words(&self) -> String {
        "the end of a vote".to_owned()
    }

    fn check_second(&self, second: &Second<'_>) -> Result<(), Rejection> {
        second.reached_agenda(Capability::Tally, &self.agenda).map(drop)
    }

    fn effect(&self, state: &State, at: &At, _proposal: &Proposal) -> Result<Change, Rejection> {
        let agenda = state.held_agenda(&self.agenda)?;
        self.check_now(state, agenda, at.received_ms)?;
        Ok(self.ends(agenda, at, true))
    }
}

impl Final {
    /// What the log alone tells: that it is time, and that the disputes are those which are not dismissed now.
    fn check_now(&self, state: &State, agenda: &Agenda, now_ms: u64) -> Result<(), Rejection> {
        let stage = agenda.course_stage(now_ms);
        require(stage != CourseStage::Final, Code::AlreadyFinal)?;
        require(Course::Vote.lets(stage, Deed::Final), Code::TooEarlyToEnd)?;
        require(!agenda.recount, Code::TallyStale)?;
        let items = state.notices.get(&agenda.notice).map(|notice| notice.body.items.as_slice());
        let items = items.unwrap_or_default();
        let told = |(item, end): (&crate::body::Item, &ItemEnd)| {
            end.disputes == agenda.open_disputes(item.id) && (end.stands || !end.disputes.is_empty())
        };
        let all = items.len() == self.items.len() && items.iter().zip(&self.items).all(told);
        require(all, Code::FinalMismatch)?;
        let over = |dispute: &DisputeRecord| dispute.ruling.is_some() || now_ms >= dispute.unruled_ms();
        let waits = self.items.iter().filter(|item| !item.stands).flat_map(|item| &item.disputes);
        let over = waits.filter_map(|entry| agenda.disputes.get(entry)).all(over);
        require(over, Code::DisputeOpen)
    }

    fn ends(&self, agenda: &Agenda, at: &At, confirmed: bool) -> Change {
        let (notice, index, id) = (agenda.notice, at.index, self.agenda);
        let finality =
            Finality { confirmed, entry: at.entry, items: self.items.clone(), since_ms: at.received_ms };
        Change::new(move |state| {
            note_on_matter(state, &notice, index);
            if let Some(agenda) = state.agendas.get_mut(&id) {
                agenda.finality = Some(finality);
            }
            // The vote that was demanded was held, whoever gave notice of it.
            let matter = state.notices.get(&notice).and_then(|notice| notice.body.matter);
            if let Some(matter) = matter.and_then(|matter| state.matters.get_mut(&matter)) {
                matter.demand = Demand::default();
            }
        })
    }
}

impl Agenda {
    /// Whether what came out of an item can be carried out: the vote is final, nobody annulled it, and nothing disputed could change it, or whatever
    /// could was dismissed since. By its place among the items, from 0.
    pub fn carries(&self, place: usize) -> bool {
        let end = self.finality.as_ref().and_then(|finality| finality.items.get(place));
        let annulled = |number: &u32| usize::try_from(*number).ok() == place.checked_add(1);
        !self.annulled.keys().any(annulled)
            && end.is_some_and(|end| {
                let dismissed =
                    |entry: &EntryId| self.disputes.get(entry).is_some_and(|known| !known.holds());
                end.stands || end.disputes.iter().all(dismissed)
            })
    }
}

/// How each item of a vote would end now, for whoever is to say it; none where blobs are missing that tell it.
///
/// # Errors
/// `AGENDA_UNKNOWN`; and what a blob breaks that is at hand but does not fit the entry naming it.
pub fn draft_end(
    state: &State,
    agenda_id: &AgendaId,
    evidence: &crate::blob::Evidence,
) -> Result<Option<Final>, Rejection> {
    let agenda = state.held_agenda(agenda_id)?;
    let items = state.notices.get(&agenda.notice).map(|notice| notice.body.items.as_slice());
    let mut ends = Vec::new();
    for (place, item) in items.unwrap_or_default().iter().enumerate() {
        let disputes = agenda.open_disputes(item.id);
        let ballots = agenda.disputed_ballots(&disputes);
        let stands = if disputes.is_empty() {
            Some(true)
        } else {
            holds_whatever(state, agenda_id, (place, &ballots), evidence)?.0
        };
        let Some(stands) = stands else { return Ok(None) };
        ends.push(ItemEnd { disputes, stands });
    }
    Ok(Some(Final { agenda: *agenda_id, items: ends }))
}
