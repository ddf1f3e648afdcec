//! `GET …/agendas/{agenda}/calls`: where the homes are reached that were drawn for a roll call, for whoever calls them and nobody else.

use axum::extract::{Path, Query};
use axum::response::Response;
use yishi_protocol::blob::{Evidence, PersonName, Place};
use yishi_protocol::body::may_call;
use yishi_protocol::id::{AgendaId, BlobId, PartyId};
use yishi_protocol::state::{Agenda, AgendaVoters, Roll};
use yishi_protocol::view::{CallList, CallView};

use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::paging::{After, page};
use super::reading::Inside;

/// `GET …/agendas/{agenda}/calls`
pub(super) async fn list(
    Inside { frozen, reader }: Inside,
    Path((_, agenda)): Path<(String, String)>,
    Query(after): Query<After>,
) -> Result<Response, ApiError> {
    let id: AgendaId = agenda.parse().map_err(|_| ApiError::NotFound("agenda"))?;
    let state = frozen.state();
    let agenda = state.agenda(&id).ok_or(ApiError::NotFound("agenda"))?;
    may_call(state, &reader.person, &id, frozen.now_ms)?;
    let (Some(drawn), Some(roll)) = (&agenda.drawn, state.roll(&agenda.roll)) else {
        return Err(ApiError::Unavailable);
    };
    let after = after.name::<PartyId>()?;
    let (parties, more) = page(drawn.weak.union(&drawn.others).copied(), |party| *party, after.as_ref());
    let called: Vec<Called> =
        parties.iter().map(|party| Called::of(&frozen, (agenda, roll), party)).collect();
    let named: Vec<BlobId> =
        called.iter().flat_map(|one| one.places.iter().chain(&one.names)).copied().collect();
    let blobs = frozen.at_hand(named).await?;
    let calls = called.iter().map(|one| one.view(agenda, drawn.weak.contains(&one.party), &blobs)).collect();
    Ok(json(&CallList { calls, next: parties.last().copied().filter(|_| more) }))
}

/// A home that was drawn, and the blobs that say where it is reached.
struct Called {
    party: PartyId,
    places: Vec<BlobId>,
    names: Vec<BlobId>,
}

impl Called {
    fn of(frozen: &Frozen, (agenda, roll): (&Agenda, &Roll), party: &PartyId) -> Self {
        let units = AgendaVoters::on(frozen.state(), agenda, roll).units_of(party);
        let persons = roll.parties.get(party).map(|party| party.persons.as_slice()).unwrap_or_default();
        Self {
            party: *party,
            places: units.iter().filter_map(|unit| Some(roll.units.get(unit)?.place)).collect(),
            names: persons.iter().filter_map(|person| roll.people.get(person).copied()).collect(),
        }
    }

    fn view(&self, agenda: &Agenda, weak: bool, blobs: &Evidence) -> CallView {
        CallView {
            answer: agenda.calls.get(&self.party).map(|call| call.answer),
            homes: self.places.iter().filter_map(|id| blobs.get(id)?.open::<Place>().ok()).collect(),
            party: self.party,
            people: self.names.iter().filter_map(|id| blobs.get(id)?.open::<PersonName>().ok()).collect(),
            weak,
        }
    }
}
