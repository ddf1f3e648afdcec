//! What the ballots that a count leaves out could make of it: the result both ways, for whoever judges one.

use std::collections::BTreeSet;

use super::agenda::{Counted, count_without};
use super::contested::holds_whatever;
use super::poll::Outcome;
use crate::blob::Evidence;
use crate::id::{AgendaId, EntryId};
use crate::rejection::{Code, Rejection};
use crate::state::State;
use crate::strict_json::Strict;

/// The ballots that stated totals leave out.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct LeftOut {
    /// Their entries.
    pub ballots: Vec<EntryId>,
    /// Those of them whose opening is at hand all the same.
    pub found: Vec<EntryId>,
    /// The items, by their numbers, that could come out otherwise by what these ballots say, whatever that is.
    pub turns: Vec<u32>,
    /// What would come of each item, in order, if those whose opening is at hand were counted; none where none is.
    pub with_found: Vec<Outcome>,
}

/// What the ballots could make of a vote that its totals leave out; none where nothing is left out, or blobs are missing that tell it.
///
/// # Errors
/// Those of [`count`](super::count).
pub fn left_out(state: &State, id: &AgendaId, evidence: &Evidence) -> Result<Option<LeftOut>, Rejection> {
    let agenda = state.agendas.get(id).ok_or(Code::AgendaUnknown)?;
    let ballots: BTreeSet<EntryId> = agenda.tally.iter().flat_map(|tally| &tally.voided).copied().collect();
    if ballots.is_empty() || agenda.recount {
        return Ok(None);
    }
    let items = state.notices.get(&agenda.notice).map_or(&[][..], |notice| notice.body.items.as_slice());
    let mut turns = Vec::new();
    for (place, item) in items.iter().enumerate() {
        match holds_whatever(state, id, (place, &ballots), evidence)?.0 {
            Some(true) => {}
            Some(false) => turns.push(item.id),
            None => return Ok(None),
        }
    }
    let is_here = |ballot: &EntryId| {
        agenda.voided.get(ballot).is_some_and(|voided| evidence.get(&voided.opening).is_some())
    };
    let (found, gone): (BTreeSet<EntryId>, BTreeSet<EntryId>) = ballots.iter().copied().partition(is_here);
    let with_found = match count_without(state, id, gone, evidence)? {
        Counted::Full(count) if !found.is_empty() => {
            count.items.iter().map(|item| item.result.outcome()).collect()
        }
        Counted::Full(_) | Counted::Erased(_) => Vec::new(),
    };
    Ok(Some(LeftOut {
        ballots: ballots.into_iter().collect(),
        found: found.into_iter().collect(),
        turns,
        with_found,
    }))
}
