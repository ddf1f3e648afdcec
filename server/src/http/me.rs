//! `GET …/me`: what a person may see of themselves: homes, devices, ballots, capabilities.

use axum::http::HeaderMap;
use axum::response::Response;
use yishi_protocol::blob::PersonName;
use yishi_protocol::id::{BlobId, EntryId, PartyId, PersonId, PublicKey};
use yishi_protocol::rejection::Code;
use yishi_protocol::state::{AgendaVoters, KeyHolder, KeyRecord, Naming, Party, Roll, Way};
use yishi_protocol::view::{
    BallotView, DeviceView, DeviceWay, HomeView, KeyView, MeView, PartyView, RightView,
};

use super::answer::{json, tagged};
use super::desk::Desk;
use super::error::ApiError;
use super::matters;
use super::people::owner_words;
use super::reader::{Reader, shown_key};
use super::reading::Inside;
use super::showing::Showing;

pub(super) async fn me(Inside { desk, reader }: Inside, headers: HeaderMap) -> Result<Response, ApiError> {
    if let Some(unchanged) = desk.unchanged(&headers) {
        return Ok(unchanged);
    }
    let mut showing = Showing::default();
    let view = MeView {
        person: reader.person,
        name: name(&desk, &mut showing, &reader.person).await?,
        devices: devices(&desk, &reader.person),
        last_seq: desk.state().key(&reader.key).and_then(|key| key.last_seq),
        grants: grants(&desk, &mut showing, &reader.person).await?,
        parties: parties(&desk, &mut showing, &reader.person).await?,
        ballots: ballots(&desk, &mut showing, &reader).await?,
        rights: rights(&desk, &reader.person),
        vouched: desk.state().key(&reader.key).is_some_and(KeyRecord::is_vouched),
        matters: matters::mine(desk.state(), &reader.person),
    };
    Ok(tagged(json(&showing.answer(&desk, view)), &desk.tag()))
}

/// `GET …/key`: what a key may know of itself, a root's included: a command line needs no more to sign with it.
pub(super) async fn key(desk: Desk, headers: HeaderMap) -> Result<Response, ApiError> {
    let shown = shown_key(&headers, &desk.estate.id, desk.now_ms).ok_or(ApiError::PassRequired)?;
    let key = desk.state().key(&shown).ok_or(Code::UnknownKey)?;
    if key.revoked {
        return Err(Code::KeyRevoked.into());
    }
    let person = match key.holder {
        KeyHolder::Person(person) => Some(person),
        KeyHolder::Root => None,
    };
    let view = KeyView {
        caps: desk.state().capabilities(key.holder, desk.now_ms).into_iter().collect(),
        last_seq: key.last_seq,
        person,
        vouched: key.is_vouched(),
    };
    Ok(json(&Showing::default().answer(&desk, view)))
}

/// Shows a person's name as the newest roll commits it, to a reader who may see it.
pub(super) async fn name(
    desk: &Desk,
    showing: &mut Showing,
    person: &PersonId,
) -> Result<Option<BlobId>, ApiError> {
    let name = committed(desk, person);
    if let Some(name) = &name {
        showing.blob(desk, name).await?;
    }
    Ok(name)
}

/// The blob that holds a person's name, by the newest roll.
fn committed(desk: &Desk, person: &PersonId) -> Option<BlobId> {
    desk.state().newest_roll().and_then(|(_, roll)| roll.people.get(person)).copied()
}

/// The person's devices that still sign.
fn devices(desk: &Desk, person: &PersonId) -> Vec<DeviceView> {
    let keys = desk.state().person(person).into_iter().flat_map(|person| &person.keys);
    let view = |device: &PublicKey| {
        let key = desk.state().key(device).filter(|key| !key.revoked)?;
        let way = match key.way {
            Way::InPerson(_) => DeviceWay::Desk,
            Way::Device(_) => DeviceWay::Device,
            Way::Letters(_) | Way::Founding => DeviceWay::Letters,
        };
        Some(DeviceView { device: *device, entered_ms: key.entered_ms, vouched: key.is_vouched(), way })
    };
    keys.filter_map(view).collect()
}

/// Where the person's parties vote.
fn rights(desk: &Desk, person: &PersonId) -> Vec<RightView> {
    let mut rights = Vec::new();
    for (id, agenda) in desk.state().agendas() {
        let Some(roll) = desk.state().roll(&agenda.roll) else { continue };
        let voters = AgendaVoters::on(desk.state(), agenda, roll);
        for (party, _) in roll.parties_of(person) {
            let units = voters.units_of(party);
            if !units.is_empty() {
                rights.push(RightView { agenda: *id, party: *party, units });
            }
        }
    }
    rights
}

async fn grants(desk: &Desk, showing: &mut Showing, person: &PersonId) -> Result<Vec<EntryId>, ApiError> {
    let mut grants = Vec::new();
    let person = desk.state().person(person);
    for grant in person.iter().flat_map(|person| person.grants_at(desk.now_ms)) {
        grants.push(showing.entry(desk, &grant.entry).await?);
    }
    Ok(grants)
}

/// Shows the homes of a person's parties, to that person.
pub(super) async fn parties(
    desk: &Desk,
    showing: &mut Showing,
    person: &PersonId,
) -> Result<Vec<PartyView>, ApiError> {
    let mut views = Vec::new();
    let Some((_, roll)) = desk.state().newest_roll() else { return Ok(views) };
    for (id, party) in roll.parties_of(person) {
        views.push(party_view(desk, showing, roll, (id, party)).await?);
    }
    Ok(views)
}

async fn party_view(
    desk: &Desk,
    showing: &mut Showing,
    roll: &Roll,
    (id, party): (&PartyId, &Party),
) -> Result<PartyView, ApiError> {
    let mut homes = Vec::new();
    for number in &party.units {
        let Some(unit) = roll.units.get(number) else { continue };
        let page = showing.at(desk, unit.page).await?;
        showing.blob(desk, &unit.facts).await?;
        showing.blob(desk, &unit.place).await?;
        homes.push(HomeView { unit: *number, page });
    }
    let named = desk.state().naming(id);
    let representative = named.map_or(party.representative, Naming::now);
    // Whoever owns a home with others knows them; of a home of one there are no others.
    let joint = party.persons.len() > 1;
    let words = if joint { owner_words(desk.state(), id, party) } else { Vec::new() };
    let mut names = Vec::new();
    for person in party.persons.iter().filter(|_| joint) {
        // Their names without their phones: the blob itself is for its own person.
        let name = match committed(desk, person) {
            Some(name) => desk.words::<PersonName>(&name).await?,
            None => None,
        };
        names.push(name.map(|person| person.name));
    }
    let persons = party.persons.clone();
    Ok(PartyView { party: *id, persons, representative, words, names, homes })
}

/// The ballots of the reader's parties. A choice is its key's; after the close whoever cast it sees it on another phone too, if
/// two persons stand behind that phone. No co-owner, and nobody who got hold of a letter, sees it.
async fn ballots(desk: &Desk, showing: &mut Showing, reader: &Reader) -> Result<Vec<BallotView>, ApiError> {
    let mut views = Vec::new();
    let vouched = desk.state().key(&reader.key).is_some_and(KeyRecord::is_vouched);
    let is_own = |cast_by: &PublicKey| {
        let key = desk.state().key(cast_by);
        vouched && key.is_some_and(|key| key.holder == KeyHolder::Person(reader.person))
    };
    for (_, agenda) in desk.state().agendas() {
        let Some(roll) = desk.state().roll(&agenda.roll) else { continue };
        for (party, _) in roll.parties_of(&reader.person) {
            let standing = agenda.standing_ballot(party).map(|ballot| ballot.entry);
            for (index, ballot) in agenda.ballots.iter().filter(|(_, ballot)| ballot.party == *party) {
                if ballot.key == reader.key || (agenda.closed_ms.is_some() && is_own(&ballot.key)) {
                    showing.blob(desk, &ballot.blob).await?;
                }
                let view = BallotView {
                    entry: showing.entry(desk, &ballot.entry).await?,
                    held_by: agenda.book.held_by(*index).copied().collect(),
                    stands: standing == Some(ballot.entry),
                };
                views.push((*index, view));
            }
        }
    }
    views.sort_by_key(|(index, _)| *index);
    Ok(views.into_iter().map(|(_, view)| view).collect())
}
