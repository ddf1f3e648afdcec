//! The courses of what waits for a second person: proposals, letters, and devices whose persons were given an office.

use super::{By, Course, CourseStage, Date, Deed, NextAct, Row, When};
use crate::body::Capability;
use crate::id::{EntryId, PersonId};
use crate::state::{CodeStanding, CodesRecord, KeyHolder, KeyRecord, Proposal, State, Way};

pub(super) const PROPOSAL: &[Row] = &[
    Row::may(CourseStage::Proposed, Deed::Confirm, By::SecondOfAct, CourseStage::InForce)
        .when(When::Until(Date::Lapse))
        .waits(NextAct::Confirm),
    Row::time(CourseStage::Proposed, Date::Lapse, CourseStage::Lapsed),
];

/// Where a proposal's last act left it.
pub(super) fn after(proposal: &Proposal) -> CourseStage {
    if proposal.in_force.is_some() { CourseStage::InForce } else { CourseStage::Proposed }
}

/// Letters are settled by much else too: newer ones, the phones they let in, running out. None of it has to happen.
pub(super) const LETTERS: &[Row] = &[
    Row::may(
        CourseStage::LettersWait,
        Deed::Confirm,
        By::Second(Capability::Codes),
        CourseStage::LettersSettled,
    )
    .when(When::Until(Date::Lapse))
    .waits(NextAct::Confirm),
    Row::time(CourseStage::LettersWait, Date::Lapse, CourseStage::LettersAlone),
    Row::time(CourseStage::LettersWait, Date::Lapse, CourseStage::LettersSettled),
    Row::may(
        CourseStage::LettersAlone,
        Deed::Confirm,
        By::Second(Capability::Codes),
        CourseStage::LettersSettled,
    )
    .waits(NextAct::Confirm),
    // Who stands behind an entry that another has confirmed already changes nothing.
    Row::may(
        CourseStage::LettersSettled,
        Deed::Confirm,
        By::Second(Capability::Codes),
        CourseStage::LettersSettled,
    ),
];

pub(super) const DEVICE: &[Row] =
    &[Row::may(CourseStage::OfficeWaits, Deed::Confirm, By::Giver, CourseStage::OfficeSettled)
        .waits(NextAct::Confirm)];

/// Where the letters of an entry stand at a moment, in milliseconds since 1970, and how many people wait there.
pub(crate) fn letters(
    state: &State,
    codes: &CodesRecord,
    entry: &EntryId,
    now_ms: u64,
) -> (CourseStage, usize) {
    let code = |person| state.person(person)?.codes.iter().find(|code| code.entry == *entry);
    let mut of_entry = codes.rows.iter().filter_map(|(person, _)| code(person));
    let waiting = of_entry.clone().filter(|code| code.standing == CodeStanding::Waiting).count();
    let lapses = |_| Some(codes.lapses_ms());
    if waiting > 0
        && Course::Letters.at(CourseStage::LettersWait, now_ms, &lapses) == CourseStage::LettersWait
    {
        return (CourseStage::LettersWait, waiting);
    }
    let open = of_entry.by_ref().filter(|code| code.standing == CodeStanding::InForce);
    let open = open.filter(|code| now_ms < code.expires_ms).count();
    // A letter that was used waits only while its phone does: one that two persons stand behind needs nobody more.
    let used = codes.rows.iter().filter(|(person, _)| has_phone_alone(state, person, entry)).count();
    let alone = open.saturating_add(used);
    if codes.confirmed_by.is_empty() && state.bylaws().letter_issuers == 1 && alone > 0 {
        return (CourseStage::LettersAlone, alone);
    }
    (CourseStage::LettersSettled, 0)
}

/// Whether a phone that came in by the letters of an entry still signs and has one person behind it.
fn has_phone_alone(state: &State, person: &PersonId, entry: &EntryId) -> bool {
    let keys = state.person(person).into_iter().flat_map(|person| &person.keys);
    keys.filter_map(|key| state.key(key)).any(|key| {
        let came_by_it = matches!(&key.way, Way::Letters(entries) if entries.contains(entry));
        came_by_it && !key.revoked && !key.is_vouched()
    })
}

/// Where a device stands at a moment: an office of its person that waits may lapse by itself.
pub(super) fn device(state: &State, key: &KeyRecord, now_ms: u64) -> CourseStage {
    match key.holder {
        KeyHolder::Person(person) if !key.revoked && state.has_waiting_office(&person, now_ms) => {
            CourseStage::OfficeWaits
        }
        KeyHolder::Person(_) | KeyHolder::Root => CourseStage::OfficeSettled,
    }
}
