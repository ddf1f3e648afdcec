//! People: who holds which office, what waits for a second person, and for the desk everybody's letter and device.

use std::collections::BTreeSet;
use std::ops::Bound;

use axum::extract::Query;
use axum::http::HeaderMap;
use axum::response::Response;
use yishi_protocol::apply::may_confirm;
use yishi_protocol::blob::Words;
use yishi_protocol::body::{Body, Capability};
use yishi_protocol::id::{BlobId, EntryId, OrgId, PartyId, PersonId};
use yishi_protocol::state::{Actor, GrantRecord, KeyHolder, Naming, Org, Party, Person, State};
use yishi_protocol::view::{
    LetterView, OfficeView, Officer, OfficerList, OrgView, OwnerWord, PersonList, PersonView, VoterView,
    WaitingList, WaitingView,
};

use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::matters::count;
use super::me;
use super::paging::{After, page};
use super::reader::shown_key;
use super::reading::{Inside, Reading};
use super::showing::Showing;
use super::speakers::{Speakers, title_text};

/// How many people stand on one page.
const PEOPLE_A_PAGE: usize = 100;

/// `GET …/officers`: everybody may know who holds which office, since when and by whose hand.
pub(super) async fn officers(Query(after): Query<After>, reading: Reading) -> Result<Response, ApiError> {
    let (frozen, now_ms) = (&reading.0, reading.0.now_ms);
    let state = frozen.state();
    let after = after.row::<EntryId, _>(|grant| place_of(state, grant))?.map(|(_, place)| place);
    let mut declared: Vec<_> = state.orgs().filter(|_| after.is_none()).collect();
    declared.sort_by_key(|(_, org)| org.index);
    let offices = state.persons().flat_map(|(person, record)| {
        let held = record.grants.iter().enumerate();
        held.filter(|(_, grant)| grant.may_come_into_force(now_ms)).map(move |row| (person, record, row))
    });
    let (mut rows, more) = page(offices, |(person, _, (number, _))| (**person, *number), after.as_ref());
    // A page ends with an office that one entry gave one person: by a seat many have theirs.
    while more && rows.len() > 1 && rows.last().is_some_and(|(_, _, (_, grant))| grant.seated_by.is_some()) {
        rows.pop();
    }
    let next = rows.last().filter(|_| more).map(|(_, _, (_, grant))| grant.entry);
    let mut named: Vec<BlobId> = declared.iter().map(|(_, org)| org.name).collect();
    for (_, record, (_, grant)) in &rows {
        named.extend(title_text(frozen, record));
        named.extend(grant.title);
    }
    let texts = frozen.at_hand(named).await?;
    let words = |id: &BlobId| texts.get(id)?.open::<Words>().ok();
    let org = |(id, org): (&OrgId, &Org)| OrgView {
        org: *id,
        kind: org.kind,
        name: words(&org.name),
        has_root: org.root.is_some(),
    };
    let orgs = declared.into_iter().map(org).collect();
    let mut officers: Vec<Officer> = Vec::new();
    for (person, record, (_, grant)) in rows {
        let office = office(grant, grant.title.and_then(|title| words(&title)));
        match officers.last_mut().filter(|last| last.person == *person) {
            Some(last) => last.offices.push(office),
            None => officers.push(Officer {
                person: *person,
                title: title_text(frozen, record).and_then(|title| words(&title)),
                caps: state.capabilities(KeyHolder::Person(*person), now_ms).into_iter().collect(),
                offices: vec![office],
            }),
        }
    }
    Ok(reading.answer(&OfficerList { officers, orgs, next }))
}

/// Where an office stands in the list: its holder, and which of the holder's it is. It has that place when it is over, too.
fn place_of(state: &State, grant: &EntryId) -> Option<(PersonId, usize)> {
    state.persons().find_map(|(person, record)| {
        let number = record.grants.iter().position(|given| given.entry == *grant)?;
        Some((*person, number))
    })
}

fn office(grant: &GrantRecord, title: Option<Words>) -> OfficeView {
    let by = match grant.by {
        Actor::Person(person) => Some(person),
        Actor::Root(_) => None,
    };
    OfficeView {
        grant: grant.entry,
        org: grant.org,
        role: grant.role,
        title,
        caps: grant.caps.clone(),
        reach: grant.reach.clone(),
        since_ms: grant.since_ms,
        until_ms: grant.until_ms,
        waits: grant.waits,
        by,
    }
}

/// `GET …/waiting`: what waits for a second person. Everybody may see it: what waits in silence is confirmed in silence. Whoever
/// shows a pass also learns what is theirs to confirm.
pub(super) async fn waiting(
    Query(after): Query<After>,
    reading: Reading,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let frozen = &reading.0;
    let reader = shown_key(&headers, &frozen.estate.id, frozen.now_ms);
    let (mut speakers, mut showing) = (Speakers::default(), Showing::default());
    // What stood there may have been confirmed since: the log still has it.
    let after = match after.name::<EntryId>()? {
        Some(after) => {
            let place = frozen.place(&after).await?.ok_or(ApiError::NotFound("page"))?;
            Some((Showing::default().entry_at(frozen, place).await?.received_ms, after))
        }
        None => None,
    };
    let all = frozen.state().waiting_at(frozen.now_ms).into_iter();
    let (rows, more) = page(all, |found| (found.since_ms, found.entry), after.as_ref());
    let next = rows.last().filter(|_| more).map(|found| found.entry);
    let mut acts = Vec::with_capacity(rows.len());
    for found in rows {
        let index = frozen.index(&found.entry).await?;
        acts.push((found, showing.entry_at(frozen, index).await?));
    }
    let holders = acts.iter().filter_map(|(_, act)| frozen.state().key(&act.entry.author()));
    let persons = holders.filter_map(|key| match key.holder {
        KeyHolder::Person(person) => Some(person),
        KeyHolder::Root => None,
    });
    speakers.expect(frozen, persons).await?;
    let mut waiting = Vec::with_capacity(acts.len());
    for (found, act) in acts {
        // Whoever stands behind a telephone number has read it.
        if let Body::HelpLine(line) = act.entry.body() {
            let name = frozen.state().org(&line.org).map(|org| org.name);
            showing.entry(frozen, &line.org).await?;
            for blob in [name, line.text].into_iter().flatten() {
                showing.blob(&blob);
            }
        }
        // And behind whatever says why, that.
        if let Some(text) = act.entry.body().statement() {
            showing.blob(&text);
        }
        let author = act.entry.author();
        let speaker = match frozen.state().key(&author).map(|key| key.holder) {
            Some(KeyHolder::Person(person)) => Some(speakers.of(frozen, &person).await?),
            Some(KeyHolder::Root) | None => None,
        };
        let people = count(found.people);
        waiting.push(WaitingView {
            act: act.entry.id(),
            since_ms: found.since_ms,
            lapses_ms: found.lapses_ms,
            people,
            speaker,
            yours: reader.is_some_and(|key| may_confirm(frozen.state(), &key, &found.entry, frozen.now_ms)),
        });
    }
    Ok(reading.answer(&showing.answer(frozen, WaitingList { waiting, next }).await?))
}

/// `GET …/people`: everybody's letter, devices and namings, with names and addresses, for those who let people in or keep
/// the roll. Never a code: those are on paper only.
pub(super) async fn people(inside: Inside, Query(after): Query<After>) -> Result<Response, ApiError> {
    inside.require(Capability::Codes).or_else(|_| inside.require(Capability::Roll))?;
    let frozen = &inside.frozen;
    let after = after.name::<PersonId>()?.map_or(Bound::Unbounded, Bound::Excluded);
    let known = frozen.state().persons().map(|(person, _)| *person);
    let listed = frozen.state().newest_roll().into_iter().flat_map(|(_, roll)| roll.people.keys().copied());
    let all: BTreeSet<PersonId> = known.chain(listed).collect();
    let mut rest = all.range((after, Bound::Unbounded));
    let page: Vec<PersonId> = rest.by_ref().take(PEOPLE_A_PAGE).copied().collect();
    let next = rest.next().and(page.last().copied());
    let mut showing = Showing::default();
    let mut people = Vec::with_capacity(page.len());
    for person in page {
        people.push(person_view(frozen, &mut showing, person));
    }
    Ok(json(&showing.answer(frozen, PersonList { people, next }).await?))
}

fn person_view(frozen: &Frozen, showing: &mut Showing, person: PersonId) -> PersonView {
    let state = frozen.state();
    let record = state.person(&person);
    let keys: Vec<_> =
        record.into_iter().flat_map(|record| &record.keys).filter_map(|key| state.key(key)).collect();
    let live = || keys.iter().filter(|key| !key.revoked);
    let parties: Vec<(&PartyId, &Party)> =
        state.newest_roll().into_iter().flat_map(|(_, roll)| roll.parties_of(&person)).collect();
    let units = parties.iter().flat_map(|(_, party)| &party.units);
    let places = units.filter_map(|unit| Some(state.newest_roll()?.1.units.get(unit)?.place));
    let homes: Vec<_> = places.collect();
    for place in &homes {
        showing.blob(place);
    }
    PersonView {
        person,
        name: me::name(frozen, showing, &person),
        homes,
        letter: record.and_then(|record| newest_letter(state, record)),
        devices: count(live().count()),
        vouched: live().any(|key| key.is_vouched()),
        parties: parties.iter().map(|(id, party)| voter_view(state, id, party)).collect(),
    }
}

/// The letter that somebody holds: the newest that was not replaced.
fn newest_letter(state: &State, record: &Person) -> Option<LetterView> {
    use yishi_protocol::state::CodeStanding::Replaced;
    let code = record.codes.iter().rev().find(|code| code.standing != Replaced)?;
    Some(LetterView { codes: code.entry, standing: code.standing, expires_ms: state.letter_until_ms(code) })
}

fn voter_view(state: &State, id: &PartyId, party: &Party) -> VoterView {
    let representative = state.naming(id).map_or(party.representative, Naming::now);
    VoterView { party: *id, representative, words: owner_words(state, id, party) }
}

/// What each owner has said about who votes, or a record says for them.
pub(super) fn owner_words(state: &State, id: &PartyId, party: &Party) -> Vec<OwnerWord> {
    let naming = state.naming(id);
    let word = |person: &PersonId| OwnerWord {
        person: *person,
        names: naming.map_or(party.representative, |naming| naming.word_of(person)),
        own: naming.is_some_and(|naming| naming.has_said(person)),
    };
    party.persons.iter().map(word).collect()
}
