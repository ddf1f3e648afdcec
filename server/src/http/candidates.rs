//! Who stands for the election of a matter.

use axum::extract::Path;
use axum::response::Response;
use yishi_protocol::body::{
    Capability, Nominate, OrgKind, Proposed, Seat, ballot_candidates, due_seat, elected,
};
use yishi_protocol::course::{CourseStage, Subject};
use yishi_protocol::id::{AgendaId, EntryId, MatterId, OrgId, PersonId};
use yishi_protocol::state::{KeyHolder, Matter, Proposal, State};
use yishi_protocol::view::{CandidateView, CandidatesView, ElectedView, SeatView, Served};

use super::error::ApiError;
use super::frozen::Frozen;
use super::reading::Reading;
use super::showing::Showing;
use super::speakers::Speakers;

/// `GET …/matters/{matter}/candidates`: everybody may know who stands, and since when that is posted.
pub(super) async fn candidates(
    reading: Reading,
    Path((_, matter)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    let matter: MatterId = matter.parse().map_err(|_| ApiError::NotFound("matter"))?;
    let tally = reading.holds(&[Capability::Tally]);
    let person = reading.1.as_ref().map(|reader| reader.person);
    let view = view(&reading.0, (person, tally), &matter).await?;
    Ok(reading.answer(&view))
}

/// What it shows to a person, or to nobody in particular; `tally` whether they may stand behind candidates.
pub(super) async fn view(
    frozen: &Frozen,
    (person, tally): (Option<PersonId>, bool),
    id: &MatterId,
) -> Result<Served<CandidatesView>, ApiError> {
    let state = frozen.state();
    let matter = state.matter(id).ok_or(ApiError::NotFound("matter"))?;
    let mut showing = Showing::default();
    let mut speakers = Speakers::default();
    let mut candidates = Vec::new();
    for (entry, record) in &matter.candidates {
        showing.blob(&record.candidacy.text);
        let back = matter.taken_back.get(&record.person).filter(|_| record.withdrawn_ms.is_some());
        let back = match back.filter(|back| **back > record.index) {
            Some(back) => Some(showing.at(frozen, *back).await?),
            None => None,
        };
        let confirmed = showing.entry_at(frozen, record.index).await?;
        let behind = match state.key(&confirmed.entry.author()).map(|key| key.holder) {
            Some(KeyHolder::Person(person)) => Some(speakers.of(frozen, &person).await?),
            Some(KeyHolder::Root) | None => None,
        };
        let (confirmed, entry) = (confirmed.entry.id(), showing.entry(frozen, entry).await?);
        candidates.push(CandidateView { back, behind, confirmed, entry });
    }
    let mut waiting = Vec::new();
    for (entry, proposal, said) in proposed(state, id, frozen.now_ms) {
        let own = person == Some(said.person);
        let taken_back = matter.taken_back.get(&said.person).is_some_and(|back| *back > proposal.index);
        if !taken_back && (own || tally) {
            if let Some(candidacy) = &said.candidacy {
                showing.blob(&candidacy.text);
            }
            waiting.push((proposal.index, showing.entry(frozen, entry).await?));
        }
    }
    waiting.sort_unstable();
    let last = last_vote(state, matter);
    let seated = last.and_then(|agenda| state.agenda(&agenda)?.seated);
    let seat = last.and_then(|id| due_seat(state, &id, state.agenda(&id)?).ok());
    let seat =
        seat.map(|Seat { agenda, org, persons, until_ms }| SeatView { agenda, org, persons, until_ms });
    let waiting = waiting.into_iter().map(|(_, entry)| entry).collect();
    let (ballot, elected) = (ballot(state, matter), last.and_then(|agenda| elects(state, agenda)));
    let org = org(state, matter);
    let stated = CandidatesView { matter: *id, ballot, candidates, elected, org, seat, seated, waiting };
    showing.answer(frozen, stated).await
}

/// Whom a notice by the newest roll would name.
fn ballot(state: &State, matter: &Matter) -> Vec<EntryId> {
    let roll = state.newest_roll().map(|(_, roll)| roll);
    let named = roll.into_iter().flat_map(|roll| ballot_candidates(state, matter, roll));
    named.map(|(entry, _)| *entry).collect()
}

/// Whom a vote elects by its totals.
fn elects(state: &State, id: AgendaId) -> Option<ElectedView> {
    let agenda = state.agenda(&id)?;
    let elected = elected(state, &id, agenda)?;
    let seats = state.notice(&agenda.notice)?.body.items.get(elected.place)?.seats;
    let entries = |all: &[(EntryId, PersonId)]| all.iter().map(|(entry, _)| *entry).collect();
    Some(ElectedView {
        agenda: id,
        alternates: entries(&elected.alternates),
        enough: elected.enough,
        seated: entries(&elected.seated),
        seats,
        tied: entries(&elected.tied),
    })
}

/// What waits for a second person.
fn proposed<'a>(
    state: &'a State,
    matter: &'a MatterId,
    now_ms: u64,
) -> impl Iterator<Item = (&'a EntryId, &'a Proposal, &'a Nominate)> {
    state.proposals().filter_map(move |(entry, proposal)| {
        let Proposed::Nominate(said) = &proposal.act else { return None };
        let waits = Subject::Proposal(proposal).stage(state, now_ms) == CourseStage::Proposed;
        (waits && said.matter == *matter).then_some((entry, proposal, said))
    })
}

/// What people stand for: as the others do, else for the committee that was declared last.
fn org(state: &State, matter: &Matter) -> Option<OrgId> {
    let stood = matter.standing_candidates().next().map(|(_, record)| record.candidacy.org);
    let committees = state.orgs().filter(|(_, org)| org.kind == OrgKind::Committee);
    stood.or_else(|| committees.max_by_key(|(_, org)| org.index).map(|(id, _)| *id))
}

/// The last vote about a matter that was opened.
fn last_vote(state: &State, matter: &Matter) -> Option<AgendaId> {
    matter.notices.iter().rev().find_map(|notice| state.notice(notice)?.opened)
}
