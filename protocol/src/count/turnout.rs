//! How many have voted, as far as everybody may know while a vote is open.

use std::collections::BTreeSet;

use crate::calendar::HOUR_MS;
use crate::state::Agenda;

/// The figure moves in steps of this many parties.
const STEP: u64 = 5;

/// How many parties had a standing ballot at the last full hour, rounded down to a multiple of five: whoever watches the
/// figure cannot tell from a change that a certain neighbour has just voted.
pub fn public_turnout(agenda: &Agenda, now_ms: u64) -> u64 {
    let hour_ms = now_ms.checked_div(HOUR_MS).unwrap_or_default().saturating_mul(HOUR_MS);
    let cast = agenda.book.casts().iter().filter(|cast| cast.at < hour_ms);
    let parties: BTreeSet<_> =
        cast.map(|cast| cast.party).filter(|party| agenda.book.standing(party).is_some()).collect();
    let parties = u64::try_from(parties.len()).unwrap_or(u64::MAX);
    parties.saturating_sub(parties.checked_rem(STEP).unwrap_or_default())
}
