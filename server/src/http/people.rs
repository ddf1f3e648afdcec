//! People: who holds which office, what waits for a second person, and for the desk everybody's letter and device.

use std::collections::BTreeSet;
use std::ops::Bound;

use axum::extract::Query;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;
use yishi_protocol::apply::may_confirm;
use yishi_protocol::blob::Words;
use yishi_protocol::body::{Body, Capability};
use yishi_protocol::id::{PartyId, PersonId};
use yishi_protocol::state::{Actor, GrantRecord, KeyHolder, Naming, Party, Person, State};
use yishi_protocol::view::{
    LetterView, OfficeView, Officer, OfficerList, OrgView, OwnerWord, PersonList, PersonView, VoterView,
    WaitingList, WaitingView,
};

use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::matters::count;
use super::me;
use super::reader::shown_key;
use super::reading::{Inside, Reading};
use super::showing::Showing;
use super::speakers::{Speakers, title};

/// How many people stand on one page.
const PEOPLE_A_PAGE: usize = 100;

/// `GET …/officers`: everybody may know who holds which office, since when and by whose hand.
pub(super) async fn officers(reading: Reading) -> Result<Response, ApiError> {
    let frozen = &reading.0;
    let mut orgs = Vec::new();
    let mut declared: Vec<_> = frozen.state().orgs().collect();
    declared.sort_by_key(|(_, org)| org.index);
    for (id, org) in declared {
        let name = frozen.words::<Words>(&org.name).await?;
        orgs.push(OrgView { org: *id, kind: org.kind, name, has_root: org.root.is_some() });
    }
    let mut officers = Vec::new();
    for (person, record) in frozen.state().persons() {
        let mut offices = Vec::new();
        for grant in record.grants.iter().filter(|grant| grant.may_come_into_force(frozen.now_ms)) {
            offices.push(office(frozen, grant).await?);
        }
        if offices.is_empty() {
            continue;
        }
        let caps = frozen.state().capabilities(KeyHolder::Person(*person), frozen.now_ms);
        let title = title(frozen, record).await?;
        officers.push(Officer { person: *person, title, caps: caps.into_iter().collect(), offices });
    }
    Ok(reading.answer(&OfficerList { officers, orgs }))
}

async fn office(frozen: &Frozen, grant: &GrantRecord) -> Result<OfficeView, ApiError> {
    let title = match &grant.title {
        Some(title) => frozen.words(title).await?,
        None => None,
    };
    let by = match grant.by {
        Actor::Person(person) => Some(person),
        Actor::Root(_) => None,
    };
    Ok(OfficeView {
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
    })
}

/// `GET …/waiting`: what waits for a second person. Everybody may see it: what waits in silence is confirmed in silence. Whoever
/// shows a pass also learns what is theirs to confirm.
pub(super) async fn waiting(reading: Reading, headers: HeaderMap) -> Result<Response, ApiError> {
    let frozen = &reading.0;
    let reader = shown_key(&headers, &frozen.estate.id, frozen.now_ms);
    let (mut speakers, mut showing) = (Speakers::default(), Showing::default());
    let mut waiting = Vec::new();
    for found in frozen.state().waiting_at(frozen.now_ms) {
        let index = frozen.index(&found.entry).await?;
        let act = showing.entry_at(frozen, index).await?;
        // Whoever stands behind a telephone number has read it.
        if let Body::HelpLine(line) = act.entry.body() {
            let name = frozen.state().org(&line.org).map(|org| org.name);
            showing.entry(frozen, &line.org).await?;
            for blob in [name, line.text].into_iter().flatten() {
                showing.blob(&blob);
            }
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
    Ok(reading.answer(&showing.answer(frozen, WaitingList { waiting }).await?))
}

/// Where a page of people begins.
#[derive(Debug, Deserialize)]
pub(super) struct After {
    after: Option<String>,
}

/// `GET …/people`: everybody's letter, devices and namings, with names and addresses, for those who let people in or keep
/// the roll. Never a code: those are on paper only.
pub(super) async fn people(inside: Inside, Query(page): Query<After>) -> Result<Response, ApiError> {
    inside.require(Capability::Codes).or_else(|_| inside.require(Capability::Roll))?;
    let frozen = &inside.frozen;
    let after = match page.after.as_deref().map(str::parse::<PersonId>) {
        None => Bound::Unbounded,
        Some(Ok(person)) => Bound::Excluded(person),
        Some(Err(_)) => return Err(ApiError::NotFound("person")),
    };
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
