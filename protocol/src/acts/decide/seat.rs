//! `seat`: those whom owners elected take office, and those who held it leave it.
//!
//! It says nothing that the log does not say already, so it is asked of nobody in office: any owner says it. What could be done to stay in
//! office lies before it, and is held off there: who ends a vote, who draws the lot, who rules on disputes.

use std::collections::BTreeSet;

use crate::acts::Act;
use crate::acts::decide::candidacy::{Elected, elected};
use crate::apply::{Change, Placed, note_on_matter};
use crate::body::{Capability, OrgKind, Reach, Role};
use crate::calendar::DAY_MS;
use crate::id::{AgendaId, BlobId, EntryId, OrgId, PersonId, PublicKey};
use crate::office::go_together;
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, Agenda, GrantRecord, KeyRecord, State};
use crate::strict_json::Strict;

/// The days of a year of a term.
const YEAR_DAYS: u64 = 365;
/// Within so long after a vote is final those it elected should be seated.
const SEATED_WITHIN_MS: u64 = 3 * DAY_MS;
/// What is handed on to other organisations and stays: to report, to keep books, to bring up matters for others.
const STAYS: [Capability; 3] = [Capability::Disclosure, Capability::Progress, Capability::Raise];

/// Puts those in office whom a final vote elected, and ends the offices of those before them.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Seat {
    /// Which vote.
    pub agenda: AgendaId,
    /// Which organisation.
    pub org: OrgId,
    /// Who is seated, in ascending order.
    pub persons: Vec<PersonId>,
    /// Until when, exclusive, in milliseconds since 1970: so many years of 365 days after the vote ended as its candidates stood for.
    pub until_ms: u64,
}

/// By which vote an organisation's people were seated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Seated {
    /// Which vote.
    pub agenda: AgendaId,
    /// When it was noticed, in milliseconds since 1970: of two elections the later one holds.
    pub noticed_ms: u64,
    /// The entry that says so.
    pub entry: EntryId,
}

impl Act for Seat {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let agenda = state.held_agenda(&self.agenda)?;
        placed.require_or_owner_from(state, agenda, Capability::Tally, 0)?;
        let now_ms = placed.received_ms;
        let told = due_seat(state, &self.agenda, agenda)?;
        require(told == *self, Code::SeatMismatch)?;
        require(now_ms < self.until_ms, Code::GrantExpired)?;
        let noticed_ms = noticed_ms(state, agenda).ok_or(Code::NoticeUnknown)?;

        let (ended, roots) = ends(state, noticed_ms, now_ms);
        let cleared = clashing(state, &self.persons, now_ms);
        let (seat, entry, index, notice) = (self.clone(), placed.id, placed.index, agenda.notice);
        let seated = Seated { agenda: self.agenda, noticed_ms, entry };
        let grants: Vec<_> =
            self.persons.iter().map(|person| self.grant(state, entry, person, now_ms)).collect();
        Ok(Change::new(move |state| {
            note_on_matter(state, &notice, index);
            end(state, ended.union(&cleared), now_ms);
            for root in roots {
                if let Some(key) = state.keys.get_mut(&root) {
                    key.revoked = true;
                }
            }
            for (person, grant) in seat.persons.iter().zip(grants) {
                state.persons.change(*person, |person| person.grants.push(grant));
            }
            if let Some(org) = state.orgs.get_mut(&seat.org) {
                org.seated = Some(seated);
            }
            if let Some(agenda) = state.agendas.get_mut(&seat.agenda) {
                agenda.seated = Some(entry);
            }
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.agenda)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }
}

impl Seat {
    /// The office of one of them: all that a member may hold, everywhere, at the hand of no giver.
    fn grant(&self, state: &State, entry: EntryId, person: &PersonId, now_ms: u64) -> GrantRecord {
        let vouched = |key: &PublicKey| state.keys.get(key).is_some_and(KeyRecord::is_vouched);
        let known = state.persons.get(person);
        let vouched = known.is_some_and(|person| person.live_keys(&state.keys).any(vouched));
        GrantRecord {
            entry,
            by: Actor::Person(*person),
            caps: Role::Committee.capabilities().to_vec(),
            org: self.org,
            reach: Reach::default(),
            role: Role::Committee,
            title: None,
            since_ms: now_ms,
            until_ms: self.until_ms,
            depth: 1,
            waits: !vouched,
            ended_ms: None,
            seated_by: Some(self.agenda),
        }
    }
}

/// What a seat of a vote says that can be taken now.
///
/// # Errors
/// `VOTE_NOT_FINAL`, `ELECTS_NOBODY`, `RESULT_HELD`, `ALREADY_SEATED`, `SEAT_SUPERSEDED`, `SEATS_TOO_FEW`, in this order.
pub fn due_seat(state: &State, id: &AgendaId, agenda: &Agenda) -> Result<Seat, Rejection> {
    require(agenda.finality.is_some(), Code::VoteNotFinal)?;
    let elected = elected(state, id, agenda).ok_or(Code::ElectsNobody)?;
    require(agenda.carries(elected.place), Code::ResultHeld)?;
    require(agenda.seated.is_none(), Code::AlreadySeated)?;
    let noticed_ms = noticed_ms(state, agenda).ok_or(Code::NoticeUnknown)?;
    // Of two that were noticed in the same millisecond neither is the later one: who is seated stays.
    let later = |seated: &Seated| seated.noticed_ms >= noticed_ms;
    let superseded = state.orgs.values().filter_map(|org| org.seated.as_ref()).any(later);
    require(!superseded, Code::SeatSuperseded)?;
    require(elected.enough, Code::SeatsTooFew)?;
    Ok(draft(id, agenda, &elected).ok_or(Code::SeatMismatch)?)
}

/// When a vote was noticed, in milliseconds since 1970.
fn noticed_ms(state: &State, agenda: &Agenda) -> Option<u64> {
    state.notices.get(&agenda.notice).map(|notice| notice.received_ms)
}

/// By when those whom a vote elected should be seated, in milliseconds since 1970, if it is final; later is not too late.
pub(crate) fn seat_due_ms(agenda: &Agenda) -> Option<u64> {
    Some(agenda.finality.as_ref()?.since_ms.saturating_add(SEATED_WITHIN_MS))
}

/// What a seat says of a vote; none before it is final, or where too few are elected.
pub fn draft_seat(state: &State, id: &AgendaId) -> Option<Seat> {
    let agenda = state.agendas.get(id)?;
    let elected = elected(state, id, agenda).filter(|elected| elected.enough)?;
    draft(id, agenda, &elected)
}

/// When a term of so many years ends that begins with the end of a vote, exclusive, in milliseconds since 1970.
pub(crate) fn term_end_ms(since_ms: u64, years: u32) -> u64 {
    let term_ms = u64::from(years).saturating_mul(YEAR_DAYS).saturating_mul(DAY_MS);
    since_ms.saturating_add(term_ms)
}

fn draft(id: &AgendaId, agenda: &Agenda, elected: &Elected) -> Option<Seat> {
    let since_ms = agenda.finality.as_ref()?.since_ms;
    let persons: BTreeSet<PersonId> = elected.seated.iter().map(|(_, person)| *person).collect();
    Some(Seat {
        agenda: *id,
        org: elected.candidacy.org,
        persons: persons.into_iter().collect(),
        until_ms: term_end_ms(since_ms, elected.candidacy.years),
    })
}

/// An office: whose, and its place among theirs.
type Office = (PersonId, usize);

/// The offices that end where a committee is elected, and the roots that do.
///
/// An estate has one committee: those of each organisation of that sort end, or the old one would go on under another name. So does what
/// they handed on by which other organisations host, count or let people in; and what their root gave such since the election was
/// noticed. Who only reports or keeps books goes on.
pub(crate) fn ends(state: &State, noticed_ms: u64, now_ms: u64) -> (BTreeSet<Office>, Vec<PublicKey>) {
    let is_committee = |org: &OrgId| state.orgs.get(org).is_some_and(|org| org.kind == OrgKind::Committee);
    let committees = state.orgs.values().filter(|org| org.kind == OrgKind::Committee);
    let roots: Vec<PublicKey> = committees.filter_map(|org| org.root).collect();
    let handed_on = |grant: &GrantRecord| match grant.by {
        Actor::Person(giver) => {
            let given = state.persons.get(&giver).into_iter().flat_map(|giver| &giver.grants);
            given.filter(|held| held.caps.contains(&Capability::Grant) && is_committee(&held.org)).any(
                |held| {
                    let held_then = held.since_ms <= grant.since_ms && grant.since_ms < held.until_ms;
                    held_then && !held.waits && held.ended_ms.is_none_or(|at| at >= grant.since_ms)
                },
            )
        }
        Actor::Root(key) => roots.contains(&key) && grant.since_ms >= noticed_ms,
    };
    let hosts = |grant: &GrantRecord| grant.caps.iter().any(|capability| !STAYS.contains(capability));
    let ended = offices(state, now_ms)
        .filter(|(_, grant)| is_committee(&grant.org) || (hosts(grant) && handed_on(grant)))
        .map(|(office, _)| office);
    (ended.collect(), roots)
}

/// The other offices of those who are seated that do not go together with a seat: whoever could give them one would keep them from it.
fn clashing(state: &State, persons: &[PersonId], now_ms: u64) -> BTreeSet<Office> {
    let seat = (OrgKind::Committee, Role::Committee);
    let clash = |grant: &GrantRecord| {
        state.orgs.get(&grant.org).is_some_and(|org| !go_together((org.kind, grant.role), seat))
    };
    let theirs =
        offices(state, now_ms).filter(|((person, _), grant)| persons.contains(person) && clash(grant));
    theirs.map(|(office, _)| office).collect()
}

/// All offices that hold, or would if a key were confirmed.
fn offices(state: &State, now_ms: u64) -> impl Iterator<Item = (Office, &GrantRecord)> {
    state.persons.iter().flat_map(move |(person, record)| {
        let held = record.grants.iter().enumerate();
        let held = held.filter(move |(_, grant)| grant.may_come_into_force(now_ms));
        held.map(move |(place, grant)| ((*person, place), grant))
    })
}

/// Ends offices.
pub(crate) fn end<'a>(state: &mut State, offices: impl Iterator<Item = &'a Office>, now_ms: u64) {
    for (person, place) in offices {
        let person = state.persons.get_mut(person);
        if let Some(grant) = person.and_then(|person| person.grants.get_mut(*place)) {
            grant.ended_ms = Some(now_ms);
        }
    }
}
