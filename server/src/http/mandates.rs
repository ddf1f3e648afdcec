//! Written mandates, for those whom they concern: whoever gave one, whoever holds it, and the desk of a vote.

use axum::extract::Path;
use axum::response::Response;
use yishi_protocol::blob::PersonName;
use yishi_protocol::body::Capability;
use yishi_protocol::id::{NoticeId, PartyId, PersonId};
use yishi_protocol::rejection::Code;
use yishi_protocol::state::{KeyRecord, MandateRecord, NoticeRecord, Roll};
use yishi_protocol::view::{HomeView, MandateList, MandateRow, MandateView, MandatesOf};

use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::reading::Inside;
use super::showing::Showing;

/// `GET …/me/mandates`: those in force that the reader holds or a party of theirs has given.
pub(super) async fn mine(Inside { frozen, reader }: Inside) -> Result<Response, ApiError> {
    let person = reader.person;
    // Whoever keeps somebody's letter could come in by it, and would read here whom they trust and what they told them.
    if !frozen.state().key(&reader.key).is_some_and(KeyRecord::is_vouched) {
        return Err(Code::KeyUnconfirmed.into());
    }
    let (mut showing, mut mandates) = (Showing::default(), Vec::new());
    for (notice, roll) in to_come(&frozen) {
        for party in notice.mandates.keys() {
            let Some(mandate) = frozen.state().mandate(notice, party, frozen.now_ms) else { continue };
            let held = mandate.proxy == person;
            if held || owns(roll, party, &person) {
                mandates.push(view(&frozen, &mut showing, (roll, party, mandate), held).await?);
            }
        }
    }
    Ok(json(&showing.answer(&frozen, MandateList { mandates }).await?))
}

/// `GET …/notices/{notice}/mandates`: who votes for whom by a mandate, for those who see who takes part.
pub(super) async fn of_vote(
    inside: Inside,
    Path((_, notice)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    inside.require(Capability::Open)?;
    let frozen = &inside.frozen;
    let id: NoticeId = notice.parse().map_err(|_| ApiError::NotFound("notice"))?;
    let notice = frozen.state().notice(&id).ok_or(ApiError::NotFound("notice"))?;
    let row = |party: &PartyId| {
        let mandate = frozen.state().mandate(notice, party, frozen.now_ms)?;
        Some(MandateRow {
            on_paper: mandate.by.is_none(),
            party: *party,
            proxy: mandate.proxy,
            since_ms: mandate.since.0,
            until_ms: mandate.until_ms,
        })
    };
    let mandates = notice.mandates.keys().filter_map(row).collect();
    Ok(json(&MandatesOf { mandates, notice: id }))
}

/// The votes whose window has not ended, each with its roll.
fn to_come(frozen: &Frozen) -> impl Iterator<Item = (&NoticeRecord, &Roll)> {
    let state = frozen.state();
    let notices = state.notices().map(|(_, notice)| notice);
    let to_come = notices.filter(|notice| notice.withdrawn.is_none() && frozen.now_ms < notice.closes_ms());
    to_come.filter_map(move |notice| Some((notice, state.roll(&notice.body.roll)?)))
}

fn owns(roll: &Roll, party: &PartyId, person: &PersonId) -> bool {
    roll.parties.get(party).is_some_and(|party| party.persons.contains(person))
}

/// A mandate, with its terms; to its holder with the homes and the owners for whom they vote.
async fn view(
    frozen: &Frozen,
    showing: &mut Showing,
    (roll, party, mandate): (&Roll, &PartyId, &MandateRecord),
    held: bool,
) -> Result<MandateView, ApiError> {
    let entry = showing.entry(frozen, &mandate.entry).await?;
    showing.blob(&mandate.terms);
    let (mut homes, mut names) = (Vec::new(), Vec::new());
    if let Some(owners) = roll.parties.get(party).filter(|_| held) {
        for number in &owners.units {
            let Some(unit) = roll.units.get(number) else { continue };
            let page = showing.at(frozen, unit.page).await?;
            showing.blob(&unit.facts);
            showing.blob(&unit.place);
            homes.push(HomeView { unit: *number, page });
        }
        names = self::owners(frozen, roll, party).await?;
    }
    Ok(MandateView { entry, held, homes, names })
}

/// The names of a party's owners, without their phones, to whoever votes for them.
pub(super) async fn owners(frozen: &Frozen, roll: &Roll, party: &PartyId) -> Result<Vec<String>, ApiError> {
    let persons = roll.parties.get(party).map(|party| party.persons.as_slice()).unwrap_or_default();
    let mut names = Vec::new();
    for owner in persons {
        let Some(name) = roll.people.get(owner) else { continue };
        names.extend(frozen.words::<PersonName>(name).await?.map(|person| person.name));
    }
    Ok(names)
}
