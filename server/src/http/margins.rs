//! What stated results rest on: ballots of the weaker sorts, late keys, and how far another outcome is. That is counted once for each
//! vote, since whoever asks may be anybody and it takes every ballot.

use std::collections::BTreeSet;

use yishi_protocol::admit::evidence_blobs;
use yishi_protocol::body::Proposed;
use yishi_protocol::count::{
    Counted, ItemResult, LateKeys, Weakness, count, count_weak, late_keys, margins, weak_ballots,
};
use yishi_protocol::few::{Posted, PostedMargin, Sides, posted_margin, sides};
use yishi_protocol::id::{AgendaId, EntryId};
use yishi_protocol::state::{Actor, Agenda};
use yishi_protocol::view::{CalledView, LateIssuer, LateView};

use super::error::ApiError;
use super::frozen::Frozen;
use super::showing::Showing;
use super::speakers::Speakers;
use crate::estates::KnownCount;

/// What the result of a vote rests on.
#[derive(Default)]
pub(super) struct Rests {
    /// How far each item is from another outcome; none where that cannot be counted any more.
    pub(super) margins: Vec<PostedMargin>,
    /// How each item divides those who did not consent; none where that cannot be counted any more.
    pub(super) sides: Vec<Option<Sides>>,
    /// The ballots of the weaker sorts.
    pub(super) weak: Vec<(Weakness, u64)>,
    /// The late keys among them.
    pub(super) late: LateView,
}

/// What the stated result of a vote rests on, as far as a reader may know it.
pub(super) async fn rests(
    frozen: &Frozen,
    agenda: &AgendaId,
    (posted, inside): (&[Posted], bool),
) -> Result<Rests, ApiError> {
    let known = of(frozen, agenda).await?.unwrap_or_default().into_iter().zip(posted);
    let told = known.map(|((margin, counted), posted)| {
        (posted_margin(margin, posted, inside), counted.and_then(|counted| sides(&counted, posted)))
    });
    let (margins, sides) = told.unzip();
    let weak = count_weak(&weak_ballots(frozen.state(), agenda)?);
    Ok(Rests { margins, sides, weak, late: late(frozen, agenda).await? })
}

/// The roll call of a vote, once it is drawn.
pub(super) async fn called(
    frozen: &Frozen,
    showing: &mut Showing,
    agenda: &Agenda,
) -> Result<Option<CalledView>, ApiError> {
    let Some((drawn, figures)) = agenda.drawn.as_ref().zip(agenda.call_figures()) else { return Ok(None) };
    let second = frozen.state().proposal(&drawn.entry).and_then(|proposal| proposal.in_force);
    let confirmed = showing.at(frozen, second.ok_or(ApiError::Unavailable)?).await?;
    Ok(Some(CalledView { confirmed, drawn: showing.entry(frozen, &drawn.entry).await?, figures }))
}

/// What of a vote was annulled, each with its second person.
pub(super) async fn annulled(
    frozen: &Frozen,
    showing: &mut Showing,
    agenda: &Agenda,
) -> Result<Vec<(EntryId, EntryId)>, ApiError> {
    let entries: BTreeSet<EntryId> = agenda.annulled.values().map(|annulment| annulment.entry).collect();
    let mut told = Vec::new();
    for entry in entries {
        let proposal = frozen.state().proposal(&entry).ok_or(ApiError::Unavailable)?;
        if let Proposed::Annul(body) = &proposal.act {
            showing.blob(&body.text);
        }
        let confirmed = showing.at(frozen, proposal.in_force.ok_or(ApiError::Unavailable)?).await?;
        told.push((showing.entry(frozen, &entry).await?, confirmed));
    }
    Ok(told)
}

/// What the ballots of a vote say, whose totals are stated. What came out of its ballots changes no more until a sheet is denied; then the
/// totals are stated anew, and until they are there is none.
async fn of(frozen: &Frozen, agenda: &AgendaId) -> Result<Option<KnownCount>, ApiError> {
    let state = frozen.state();
    if evidence_blobs(state, agenda).iter().any(|blob| state.erased(blob).is_some()) {
        return Ok(None);
    }
    let stated = state.agenda(agenda).filter(|agenda| !agenda.recount).and_then(|agenda| agenda.tally_entry);
    let Some(stated) = stated else { return Ok(None) };
    // Whoever asks for the same while it is counted waits for that.
    let mut known = frozen.estate.margins.lock().await;
    if let Some(counted) = known.get(&stated) {
        return Ok(Some(counted.clone()));
    }
    let evidence = frozen.evidence(agenda).await?;
    let (Some(margins), Counted::Full(counted)) =
        (margins(state, agenda, &evidence)?.0, count(state, agenda, &evidence)?)
    else {
        return Ok(None);
    };
    let resolutions = counted.items.into_iter().map(|item| match item.result {
        ItemResult::Resolution(counted) => Some(counted),
        ItemResult::Election(_) => None,
    });
    let counted: KnownCount = margins.into_iter().zip(resolutions).collect();
    known.insert(stated, counted.clone());
    Ok(Some(counted))
}

/// Ballots whose key was let in after the notice, and who let them in.
async fn late(frozen: &Frozen, agenda: &AgendaId) -> Result<LateView, ApiError> {
    let late = late_keys(frozen.state(), agenda)?;
    let mut speakers = Speakers::default();
    let mut issuers = Vec::new();
    for (actor, ballots) in late.issuers {
        let speaker = match actor {
            Actor::Person(person) => Some(speakers.of(frozen, &person).await?),
            Actor::Root(_) => None,
        };
        issuers.push(LateIssuer { speaker, ballots });
    }
    let LateKeys { ballots, recorded, proxies, stopped, .. } = late;
    Ok(LateView { ballots, issuers, recorded, proxies, stopped })
}
