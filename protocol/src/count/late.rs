//! What was done to the voters after the vote was noticed: keys let in, or given their second person; people recorded from
//! a document to vote for a home; phones stopped by others than their person.
//!
//! Whoever lets people in could let in voters while a vote runs, or shut others out, so every result says how many ballots
//! came so and who issued the keys. A device that its person's other device added is as late as that one: so nobody hides a
//! late key behind a second device. Nor behind a proxy: a ballot by a mandate that a late key signed is late too, and one by a
//! mandate from a paper is recorded since the notice. How many came by proxy at all is counted here with them.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{AgendaId, PublicKey};
use crate::rejection::{Code, Rejection};
use crate::state::{Actor, Agenda, KeyHolder, KeyRecord, LoggedBallot, MandateRecord, State, Way};

/// The late keys of a vote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LateKeys {
    /// How many parties' standing ballots were signed with one, as far as the door knows.
    pub ballots: u64,
    /// Who issued the letters or took the devices at the desk, and for how many of these ballots. A letter of two issuers
    /// counts for both.
    pub issuers: BTreeMap<Actor, u64>,
    /// How many parties' standing ballots were cast by somebody whom a document, recorded since the notice, names for them.
    pub recorded: u64,
    /// How many parties' standing ballots came by proxy, as far as the door knows.
    pub proxies: u64,
    /// How many phones of owners on the vote's roll two clerks stopped between the notice and the end of the window.
    pub stopped: u64,
}

/// Finds the late keys of a vote.
///
/// # Errors
/// `AGENDA_UNKNOWN`.
pub fn late_keys(state: &State, agenda: &AgendaId) -> Result<LateKeys, Rejection> {
    let agenda = state.agendas.get(agenda).ok_or(Code::AgendaUnknown)?;
    let notice = state.notices.get(&agenda.notice).ok_or(Code::NoticeUnknown)?;
    let roll = state.rolls.get(&agenda.roll).ok_or(Code::RollUnknown)?;
    let noticed_ms = notice.received_ms;
    let by_mandate: BTreeMap<u64, &MandateRecord> = agenda
        .book
        .casts()
        .iter()
        .filter_map(|cast| Some((cast.number, notice.mandate_of(roll, cast)?)))
        .collect();
    let mut late = LateKeys { stopped: stopped(state, agenda, noticed_ms), ..LateKeys::default() };
    for number in agenda.all_counted() {
        let Some(ballot) = agenda.ballots.get(&number) else { continue };
        let mandate = by_mandate.get(&number);
        let recorded = mandate.is_some_and(|mandate| mandate.by.is_none())
            || is_recorded(state, agenda, ballot, noticed_ms);
        late.recorded = late.recorded.saturating_add(u64::from(recorded));
        late.proxies = late.proxies.saturating_add(u64::from(mandate.is_some()));
        let giver = mandate.and_then(|mandate| Some(mandate.by?.1));
        // A sheet rests on no key of its voter.
        let keys = [ballot.key, giver].into_iter().flatten();
        let late_ones = keys.filter_map(|key| late_key(state, &key, noticed_ms));
        // Whoever issued both is named once for one ballot.
        let issuers: BTreeSet<Actor> = late_ones.flat_map(|key| issuers(state, key)).collect();
        late.ballots = late.ballots.saturating_add(u64::from(!issuers.is_empty()));
        for issuer in issuers {
            let count = late.issuers.entry(issuer).or_default();
            *count = count.saturating_add(1);
        }
    }
    Ok(late)
}

/// The key by which a device's person was let in, if that was late.
fn late_key<'a>(state: &'a State, device: &PublicKey, noticed_ms: u64) -> Option<&'a KeyRecord> {
    let_in(state, device).filter(|key| key.vouched_ms.unwrap_or(key.entered_ms) >= noticed_ms)
}

/// Whether a device signs by a late key that somebody issued.
pub(super) fn is_late(state: &State, device: &PublicKey, noticed_ms: u64) -> bool {
    late_key(state, device, noticed_ms).is_some_and(|key| !issuers(state, key).is_empty())
}

/// Whether a ballot was cast by somebody whom a document, recorded since the notice, names for the party. To give an only owner
/// their own vote back makes no voter.
pub(super) fn is_recorded(state: &State, agenda: &Agenda, ballot: &LoggedBallot, noticed_ms: u64) -> bool {
    let by_key = ballot.key.and_then(|key| state.keys.get(&key)).map(|key| key.holder);
    let by_sheet = ballot.paper.as_ref().and_then(|paper| paper.by).map(KeyHolder::Person);
    let Some(KeyHolder::Person(person)) = by_key.or(by_sheet) else { return false };
    let party = state.rolls.get(&agenda.roll).and_then(|roll| roll.parties.get(&ballot.party));
    let alone = party.is_some_and(|party| party.persons == [person]);
    let naming = state.namings.get(&ballot.party);
    !alone && naming.is_some_and(|naming| naming.was_recorded_since(noticed_ms, &person))
}

/// How many phones of the vote's owners others have stopped since its notice.
fn stopped(state: &State, agenda: &Agenda, noticed_ms: u64) -> u64 {
    let span = noticed_ms..agenda.closes_ms;
    let owners = state.rolls.get(&agenda.roll).map(|roll| &roll.people);
    let keys = state.keys.values().filter(|key| key.stopped_ms.is_some_and(|at_ms| span.contains(&at_ms)));
    let of_owners = keys.filter(|key| match key.holder {
        KeyHolder::Person(person) => owners.is_some_and(|owners| owners.contains_key(&person)),
        KeyHolder::Root => false,
    });
    u64::try_from(of_owners.count()).unwrap_or(u64::MAX)
}

/// The key by which a device's person was let in: its own, or the one from which it descends.
fn let_in<'a>(state: &'a State, device: &PublicKey) -> Option<&'a KeyRecord> {
    let mut key = state.keys.get(device)?;
    // A device enters after the one that added it, so the way back ends.
    while let Way::Device(earlier) = &key.way {
        key = state.keys.get(earlier)?;
    }
    Some(key)
}

/// Who let a key in.
fn issuers(state: &State, key: &KeyRecord) -> Vec<Actor> {
    match &key.way {
        Way::Founding | Way::Device(_) => Vec::new(),
        Way::InPerson(clerk) => vec![*clerk],
        Way::Letters(entries) => {
            entries.iter().filter_map(|entry| Some(state.code_entries.get(entry)?.by)).collect()
        }
    }
}
