//! `GET …/me`: what a person may see of themselves: homes, devices, ballots, capabilities.

use std::collections::BTreeSet;

use axum::extract::Query;
use axum::http::HeaderMap;
use axum::response::Response;
use yishi_protocol::blob::PersonName;
use yishi_protocol::count::By;
use yishi_protocol::course::queue;
use yishi_protocol::id::{BlobId, EntryId, PartyId, PersonId, PublicKey};
use yishi_protocol::rejection::Code;
use yishi_protocol::state::{
    Agenda, AgendaVoters, KeyHolder, KeyRecord, LoggedBallot, Naming, Party, Roll, Way,
};
use yishi_protocol::view::{
    BallotView, DeviceView, DeviceWay, HomeView, KeyView, MeView, PartyView, RightView,
};

use super::answer::{json, tagged};
use super::error::ApiError;
use super::frozen::Frozen;
use super::mandates;
use super::matters;
use super::paging::{AfterPlace, ROWS};
use super::people::owner_words;
use super::reader::shown_key;
use super::reading::Inside;
use super::showing::Showing;

pub(super) async fn me(
    Inside { frozen, reader }: Inside,
    Query(AfterPlace { after }): Query<AfterPlace>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    if let Some(unchanged) = frozen.unchanged(&headers) {
        return Ok(unchanged);
    }
    let mut showing = Showing::default();
    let (state, person) = (frozen.state(), reader.person);
    let vouched = state.key(&reader.key).is_some_and(KeyRecord::is_vouched);
    let rights = rights(&frozen, &person, vouched).await?;
    let mut rows = ballots(&frozen, &person);
    rows.retain(|(index, ..)| after.is_none_or(|after| *index < after));
    // What another phone of theirs cast by a mandate that has ended is told there: this one could not tell that it was theirs.
    rows.retain(|(_, agenda, ballot, _)| {
        let noticed = frozen.state().notice(&agenda.notice).and_then(|notice| notice.opened);
        let is_it = |right: &RightView| Some(right.agenda) == noticed && right.party == ballot.party;
        ballot.key == Some(reader.key) || rights.iter().any(is_it)
    });
    // The newest first: what waits for the reader rests on them.
    let older = rows.len().saturating_sub(ROWS);
    let rows = rows.split_off(older);
    let ballots_next = rows.first().map(|(index, ..)| *index).filter(|_| older > 0);
    let mut view = MeView {
        person,
        name: name(&frozen, &mut showing, &person),
        devices: Vec::new(),
        last_seq: state.key(&reader.key).and_then(|key| key.last_seq),
        grants: Vec::new(),
        parties: Vec::new(),
        ballots: ballot_views(&frozen, &mut showing, (&person, Some(&reader.key)), rows).await?,
        ballots_next,
        rights: Vec::new(),
        vouched,
        matters: Vec::new(),
        queue: Vec::new(),
    };
    if after.is_none() {
        view.devices = devices(&frozen, &person);
        view.grants = grants(&frozen, &mut showing, &person).await?;
        view.parties = parties(&frozen, &mut showing, &person).await?;
        view.rights = rights;
        view.matters = matters::mine(state, &person, frozen.now_ms);
        view.queue = queue(state, &reader.key, frozen.now_ms);
    }
    Ok(tagged(json(&showing.answer(&frozen, view).await?), &frozen.tag()))
}

/// `GET …/key`: what a key may know of itself, a root's included: a command line needs no more to sign with it.
pub(super) async fn key(frozen: Frozen, headers: HeaderMap) -> Result<Response, ApiError> {
    let shown = shown_key(&headers, &frozen.estate.id, frozen.now_ms).ok_or(ApiError::PassRequired)?;
    let key = frozen.state().key(&shown).ok_or(Code::UnknownKey)?;
    if key.revoked {
        return Err(Code::KeyRevoked.into());
    }
    let person = match key.holder {
        KeyHolder::Person(person) => Some(person),
        KeyHolder::Root => None,
    };
    let view = KeyView {
        caps: frozen.state().capabilities(key.holder, frozen.now_ms).into_iter().collect(),
        last_seq: key.last_seq,
        person,
        vouched: key.is_vouched(),
    };
    Ok(json(&Showing::default().answer(&frozen, view).await?))
}

/// Shows a person's name as the newest roll commits it, to a reader who may see it.
pub(super) fn name(frozen: &Frozen, showing: &mut Showing, person: &PersonId) -> Option<BlobId> {
    let name = committed(frozen, person);
    if let Some(name) = &name {
        showing.blob(name);
    }
    name
}

/// The blob that holds a person's name, by the newest roll.
fn committed(frozen: &Frozen, person: &PersonId) -> Option<BlobId> {
    frozen.state().newest_roll().and_then(|(_, roll)| roll.people.get(person)).copied()
}

/// The person's devices that still sign.
fn devices(frozen: &Frozen, person: &PersonId) -> Vec<DeviceView> {
    let keys = frozen.state().person(person).into_iter().flat_map(|person| &person.keys);
    let view = |device: &PublicKey| {
        let key = frozen.state().key(device).filter(|key| !key.revoked)?;
        let way = match key.way {
            Way::InPerson(_) => DeviceWay::Desk,
            Way::Device(_) => DeviceWay::Device,
            Way::Letters(_) | Way::Founding => DeviceWay::Letters,
        };
        Some(DeviceView { device: *device, entered_ms: key.entered_ms, vouched: key.is_vouched(), way })
    };
    keys.filter_map(view).collect()
}

/// Where the person's parties vote, and those whose mandate they hold.
async fn rights(frozen: &Frozen, person: &PersonId, vouched: bool) -> Result<Vec<RightView>, ApiError> {
    let mut rights = Vec::new();
    for (id, agenda) in frozen.state().agendas() {
        let Some(roll) = frozen.state().roll(&agenda.roll) else { continue };
        let voters = AgendaVoters::on(frozen.state(), agenda, roll);
        let own = roll.parties_of(person).map(|(party, _)| (party, false));
        for (party, held) in own.chain(held(frozen, agenda, person).map(|party| (party, true))) {
            let units = voters.units_of(party);
            if !units.is_empty() {
                let owners = match held {
                    true if vouched => Some(mandates::owners(frozen, roll, party).await?),
                    true => Some(Vec::new()),
                    false => None,
                };
                // As of mandates themselves: whoever keeps somebody's letter could read here whom they trust.
                let notice = frozen.state().notice(&agenda.notice).filter(|_| vouched && !held);
                let mandate = notice.and_then(|of| frozen.state().mandate(of, party, frozen.now_ms));
                let proxy = mandate.map(|mandate| mandate.proxy);
                rights.push(RightView { agenda: *id, owners, party: *party, proxy, units });
            }
        }
    }
    Ok(rights)
}

/// The parties for which a person holds a mandate in a vote that goes on.
fn held<'a>(
    frozen: &'a Frozen,
    agenda: &'a Agenda,
    person: &'a PersonId,
) -> impl Iterator<Item = &'a PartyId> {
    let (state, now_ms) = (frozen.state(), frozen.now_ms);
    let notice = state.notice(&agenda.notice).filter(|_| !agenda.withdrawn && now_ms < agenda.closes_ms);
    notice.into_iter().flat_map(move |notice| state.mandates_held(notice, person, now_ms)).map(|held| held.0)
}

async fn grants(frozen: &Frozen, showing: &mut Showing, person: &PersonId) -> Result<Vec<EntryId>, ApiError> {
    let mut grants = Vec::new();
    let person = frozen.state().person(person);
    for grant in person.iter().flat_map(|person| person.grants_at(frozen.now_ms)) {
        grants.push(showing.entry(frozen, &grant.entry).await?);
    }
    Ok(grants)
}

/// Shows the homes of a person's parties, to that person.
pub(super) async fn parties(
    frozen: &Frozen,
    showing: &mut Showing,
    person: &PersonId,
) -> Result<Vec<PartyView>, ApiError> {
    let mut views = Vec::new();
    let Some((_, roll)) = frozen.state().newest_roll() else { return Ok(views) };
    for (id, party) in roll.parties_of(person) {
        views.push(party_view(frozen, showing, roll, (id, party)).await?);
    }
    Ok(views)
}

async fn party_view(
    frozen: &Frozen,
    showing: &mut Showing,
    roll: &Roll,
    (id, party): (&PartyId, &Party),
) -> Result<PartyView, ApiError> {
    let mut homes = Vec::new();
    for number in &party.units {
        let Some(unit) = roll.units.get(number) else { continue };
        let page = showing.at(frozen, unit.page).await?;
        showing.blob(&unit.facts);
        showing.blob(&unit.place);
        homes.push(HomeView { unit: *number, page });
    }
    let named = frozen.state().naming(id);
    let representative = named.map_or(party.representative, Naming::now);
    // Whoever owns a home with others knows them; of a home of one there are no others.
    let joint = party.persons.len() > 1;
    let words = if joint { owner_words(frozen.state(), id, party) } else { Vec::new() };
    let mut names = Vec::new();
    for person in party.persons.iter().filter(|_| joint) {
        // Their names without their phones: the blob itself is for its own person.
        let name = match committed(frozen, person) {
            Some(name) => frozen.words::<PersonName>(&name).await?,
            None => None,
        };
        names.push(name.map(|person| person.name));
    }
    let persons = party.persons.clone();
    Ok(PartyView { party: *id, persons, representative, words, names, homes })
}

/// A ballot of the reader's: its place in the log, its vote, itself, and whether it stands.
type Row<'a> = (u64, &'a Agenda, &'a LoggedBallot, bool);

/// The ballots of the reader's parties, of those whose mandate they hold, and those that they cast for others, in log order.
pub(super) fn ballots<'a>(frozen: &'a Frozen, person: &PersonId) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for (_, agenda) in frozen.state().agendas() {
        let Some(roll) = frozen.state().roll(&agenda.roll) else { continue };
        let own = roll.parties_of(person).map(|(party, _)| *party);
        let parties: BTreeSet<PartyId> = own.chain(held(frozen, agenda, person).copied()).collect();
        // A receipt stays its signer's, also when the mandate has ended.
        let cast = |key: &PublicKey| {
            frozen.state().key(key).is_some_and(|key| key.holder == KeyHolder::Person(*person))
        };
        for (index, ballot) in agenda.ballots.iter() {
            if parties.contains(&ballot.party) || ballot.key.as_ref().is_some_and(cast) {
                let standing = agenda.standing_ballot(&ballot.party).map(|standing| standing.entry);
                rows.push((*index, agenda, ballot, standing == Some(ballot.entry)));
            }
        }
    }
    rows.sort_by_key(|(index, ..)| *index);
    rows
}

/// Who cast a ballot with a mandate, if a proxy did.
fn proxy_of(agenda: &Agenda, index: u64) -> Option<PersonId> {
    let cast = agenda.book.casts().iter().find(|cast| cast.number == index)?;
    match cast.by {
        By::Proxy(person) => Some(person),
        By::Owner | By::CoOwner(_) | By::Agent(_) => None,
    }
}

/// Shows ballots of the reader's parties. A choice is its key's; after the close whoever cast it sees it on another phone too, if
/// two persons stand behind that phone. No co-owner, and nobody who got hold of a letter, sees it. Without a key it is a copy on
/// paper, which shows what was cast after the close.
pub(super) async fn ballot_views(
    frozen: &Frozen,
    showing: &mut Showing,
    (person, read_by): (&PersonId, Option<&PublicKey>),
    rows: Vec<Row<'_>>,
) -> Result<Vec<BallotView>, ApiError> {
    let mut views = Vec::with_capacity(rows.len());
    let vouched = |key| frozen.state().key(key).is_some_and(KeyRecord::is_vouched);
    let vouched = read_by.is_none_or(vouched);
    let is_own = |cast_by: &PublicKey| {
        let key = frozen.state().key(cast_by);
        vouched && key.is_some_and(|key| key.holder == KeyHolder::Person(*person))
    };
    for (index, agenda, ballot, stands) in rows {
        // What is on a sheet nobody reads but the clerks who had it before them.
        let own = ballot
            .key
            .as_ref()
            .is_some_and(|key| read_by == Some(key) || (agenda.closed_ms.is_some() && is_own(key)));
        if own {
            showing.blob(&ballot.blob);
        }
        views.push(BallotView {
            entry: showing.entry(frozen, &ballot.entry).await?,
            held_by: agenda.book.held_by(index).copied().collect(),
            proxy: proxy_of(agenda, index),
            stands,
            voided: agenda.void_in_totals(&ballot.entry).map(|voided| voided.entry),
        });
    }
    Ok(views)
}
