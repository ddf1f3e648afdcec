//! `codes`: publishes the public halves of enrolment codes. It is also what makes a person known to the estate.
//!
//! A letter for somebody who has a device, holds an office or may vote in a running matter could take all that away, so it
//! waits for a second person; what waits makes no other letter void.

use std::collections::BTreeSet;

use super::device::vouch_for_devices;
use crate::acts::Act;
use crate::apply::second::{check_second, check_second_org, may_vouch};
use crate::apply::{Change, Placed};
use crate::body::Capability;
use crate::course::{CourseStage, Subject};
use crate::id::{BlobId, EntryId, PersonId, PublicKey};
use crate::letter::LONGEST_MS;
use crate::rejection::{Code, Rejection, require};
use crate::signature::check_key;
use crate::state::{Actor, AgendaVoters, CodeRecord, CodeStanding, CodesRecord, Proposal, State, Way};
use crate::strict_json::Strict;

/// The most rows of one entry.
const MAX_ROWS: usize = 400;

/// Publishes the public halves of enrolment codes; the codes themselves go out in letters.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Codes {
    /// Person and code key, at most 400, in ascending order of persons. A person's earlier code that nobody used is dead once this one is in force.
    #[strict(row("person", "code_pub"))]
    pub codes: Vec<(PersonId, PublicKey)>,
    /// Until when a code can be used, exclusive, in milliseconds since 1970.
    pub expires_ms: u64,
}

impl Act for Codes {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Codes)?;
        require((1..=MAX_ROWS).contains(&self.codes.len()), Code::CodesInvalid)?;
        let taken = waiting_devices(state, placed.received_ms);
        let (mut persons, mut keys) = (BTreeSet::new(), BTreeSet::new());
        let log_key = state.estate.as_ref().map(|estate| estate.log_key);
        for (person, key) in &self.codes {
            require(persons.insert(*person) && keys.insert(*key), Code::CodesInvalid)?;
            let used =
                state.code_keys.contains_key(key) || state.keys.contains_key(key) || log_key == Some(*key);
            require(!used && !taken.contains(key), Code::CodeReused)?;
            check_key(key)?;
        }
        // Ids are random, so in their order no row tells which rows of a file stood beside it.
        require(self.codes.is_sorted_by_key(|row| row.0), Code::RowsOrder)?;
        require(self.expires_ms > placed.received_ms, Code::CodeExpired)?;
        require(self.expires_ms <= placed.received_ms.saturating_add(LONGEST_MS), Code::CodesInvalid)?;

        let by = placed.actor()?;
        let record = CodesRecord {
            index: placed.index,
            by,
            orgs: state.orgs_of(&by, Capability::Codes, placed.received_ms),
            published_ms: placed.received_ms,
            rows: self.codes.clone(),
            confirmed_by: Vec::new(),
        };
        let waiting = persons.into_iter().filter(|person| needs_second(state, person, placed.received_ms));
        let (waiting, expires_ms, entry): (BTreeSet<_>, _, _) =
            (waiting.collect(), self.expires_ms, placed.id);
        Ok(Change::new(move |state| {
            for (person, key) in &record.rows {
                let standing =
                    if waiting.contains(person) { CodeStanding::Waiting } else { CodeStanding::InForce };
                state.code_keys.insert(*key, (*person, entry));
                let code = CodeRecord { key: *key, entry, expires_ms, standing };
                state.persons.change(*person, |person| person.codes.push(code));
                if standing == CodeStanding::InForce {
                    replace_others(state, person, &entry);
                }
            }
            state.code_entries.insert(entry, record);
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }

    fn as_waiting(&self, people: u32) -> Option<String> {
        Some(format!("letters for {people} people"))
    }
}

/// Whether a letter for that person asks for a second person at a moment: they have a device, hold an office, or may vote in
/// an agenda that is noticed or open.
pub(super) fn needs_second(state: &State, id: &PersonId, at_ms: u64) -> bool {
    let known = state.persons.get(id);
    let has_device = known.is_some_and(|person| person.live_keys(&state.keys).next().is_some());
    let has_office = known.is_some_and(|person| person.grants_at(at_ms).next().is_some());
    has_device || has_office || may_vote(state, id, at_ms)
}

fn may_vote(state: &State, person: &PersonId, at_ms: u64) -> bool {
    state.notices.values().filter(|notice| notice.is_to_come(at_ms)).any(|notice| {
        state.rolls.get(&notice.body.roll).is_some_and(|roll| {
            let parking_counts = notice.bylaws.parking_counts;
            AgendaVoters::in_scope(roll, notice.body.scope, parking_counts).is_owner(person)
        })
    })
}

/// Devices that wait at the desk: nobody may make a code of such a key, which would shut the device out.
fn waiting_devices(state: &State, at_ms: u64) -> BTreeSet<PublicKey> {
    let waits =
        |proposal: &&Proposal| Subject::Proposal(proposal).stage(state, at_ms) == CourseStage::Proposed;
    let waiting = state.proposals.values().filter(waits);
    waiting.filter_map(|proposal| proposal.act.device()).collect()
}

/// Makes the earlier letters void that a letter of this entry takes the place of: all of them, or where letters have two
/// issuers those of the same issuer.
fn replace_others(state: &mut State, person: &PersonId, entry: &EntryId) {
    let issuer = |state: &State, entry: &EntryId| state.code_entries.get(entry).map(|codes| codes.by);
    let two = state.bylaws.letter_issuers == 2;
    let replaced: BTreeSet<EntryId> = state
        .persons
        .get(person)
        .into_iter()
        .flat_map(|person| &person.codes)
        .filter(|code| code.entry != *entry && code.standing == CodeStanding::InForce)
        .filter(|code| !two || issuer(state, &code.entry) == issuer(state, entry))
        .map(|code| code.entry)
        .collect();
    let codes = state.persons.get_mut(person).into_iter().flat_map(|person| &mut person.codes);
    for code in codes.filter(|code| replaced.contains(&code.entry)) {
        code.standing = CodeStanding::Replaced;
    }
}

/// A second person stands behind the letters of an entry: those that wait come into force, and devices that came in by them
/// have two persons behind them.
pub(super) fn confirm(
    state: &State,
    placed: &Placed,
    entry: &EntryId,
    codes: &CodesRecord,
) -> Result<Change, Rejection> {
    let second = check_second(state, placed, &codes.by, Capability::Codes)?;
    check_second_org(state, placed, &second, &codes.orgs)?;
    require(!codes.confirmed_by.contains(&second), Code::AlreadyConfirmed)?;
    let in_time = placed.received_ms < codes.lapses_ms();
    let standing = |person: &PersonId, key| {
        state.persons.get(person).and_then(|person| person.code(key)).map(|code| code.standing)
    };
    let (mut behind, mut too_low, mut lapsed) = (Vec::new(), false, false);
    for (person, key) in &codes.rows {
        if !may_vouch(state, &second, person, placed.received_ms) {
            too_low = true;
            continue;
        }
        match standing(person, key) {
            Some(CodeStanding::Waiting) if !in_time => lapsed = true,
            Some(CodeStanding::Replaced) | None => {}
            Some(CodeStanding::Waiting | CodeStanding::InForce | CodeStanding::Spent) => behind.push(*person),
        }
    }
    if behind.is_empty() {
        let code = match (too_low, lapsed) {
            (true, _) => Code::ConfirmerTooLow,
            (false, true) => Code::ProposalLapsed,
            (false, false) => Code::NothingToConfirm,
        };
        return Err(code.into());
    }

    let (entry, at_ms) = (*entry, placed.received_ms);
    Ok(Change::new(move |state| {
        if let Some(codes) = state.code_entries.get_mut(&entry) {
            codes.confirmed_by.push(second);
        }
        for person in &behind {
            come_into_force(state, person, &entry);
            let came_in = |way: &Way| matches!(way, Way::Letters(entries) if entries.contains(&entry));
            vouch_for_devices(state, person, at_ms, |_, way| came_in(way));
        }
    }))
}

/// A waiting letter opens from now on, unless one that it could not replace is in force already: a later one, where letters
/// have two issuers of the same issuer. Each half of a letter of two is confirmed in its own time.
fn come_into_force(state: &mut State, id: &PersonId, entry: &EntryId) {
    let issuer = |entry: &EntryId| state.code_entries.get(entry).map(|codes| codes.by);
    let rivals: BTreeSet<EntryId> = state
        .persons
        .get(id)
        .into_iter()
        .flat_map(|person| &person.codes)
        .filter(|code| matches!(code.standing, CodeStanding::InForce | CodeStanding::Spent))
        .filter(|code| state.bylaws.letter_issuers == 1 || issuer(&code.entry) == issuer(entry))
        .map(|code| code.entry)
        .collect();
    let Some(person) = state.persons.get_mut(id) else { return };
    let place = person.codes.iter().position(|code| code.entry == *entry);
    let later = person.codes.iter().skip(place.map_or(usize::MAX, |place| place.saturating_add(1)));
    let overtaken = later.into_iter().any(|code| rivals.contains(&code.entry));
    let code = place.and_then(|place| person.codes.get_mut(place));
    let Some(code) = code.filter(|code| code.standing == CodeStanding::Waiting) else { return };
    code.standing = if overtaken { CodeStanding::Replaced } else { CodeStanding::InForce };
    if !overtaken {
        replace_others(state, id, entry);
    }
}

/// Whoever stands behind a letter beside its issuer: who confirmed its entry, and who issued the person's other one.
pub(super) fn vouchers(state: &State, entry: &EntryId, others: &[EntryId]) -> Vec<Actor> {
    let Some(codes) = state.code_entries.get(entry) else { return Vec::new() };
    let others = others.iter().filter_map(|other| Some(state.code_entries.get(other)?.by));
    codes.confirmed_by.iter().copied().chain(others).filter(|voucher| *voucher != codes.by).collect()
}
