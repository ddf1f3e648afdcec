//! Ballots on paper: the lists that clerks work from, and what became of one sheet.

use std::collections::BTreeSet;

use axum::extract::{Path, Query};
use axum::response::Response;
use yishi_protocol::apply::check_denial;
use yishi_protocol::blob::PersonName;
use yishi_protocol::body::{Capability, Proposed};
use yishi_protocol::count::{PapersView, papers};
use yishi_protocol::course::{CourseStage, Subject};
use yishi_protocol::id::{AgendaId, EntryId, PartyId, PersonId};
use yishi_protocol::office::Concern;
use yishi_protocol::rejection::Code;
use yishi_protocol::state::{Agenda, AgendaVoters, KeyHolder, KeyRecord, LoggedBallot, State};
use yishi_protocol::view::{
    OwnSheet, OwnSheets, PaperHome, PaperHomes, PaperList, PaperOwner, SheetRow, SheetStanding, SheetView,
};

use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::office::places;
use super::paging::{After, page};
use super::reading::{Inside, Reading};
use super::showing::Showing;
use super::speakers::Speakers;

const NO_AGENDA: ApiError = ApiError::NotFound("agenda");

/// The vote that a path names, for somebody who takes paper of it.
fn taken<'a>(inside: &'a Inside, agenda: &str) -> Result<(AgendaId, &'a Agenda), ApiError> {
    inside.require(Capability::Paper)?;
    let id: AgendaId = agenda.parse().map_err(|_| NO_AGENDA)?;
    let state = inside.frozen.state();
    let agenda = state.agenda(&id).ok_or(NO_AGENDA)?;
    let holder = KeyHolder::Person(inside.reader.person);
    let concern = Concern { scope: Some(agenda.scope), ..Default::default() };
    let reached = state.reaches(holder, Capability::Paper, inside.frozen.now_ms, &concern);
    if reached { Ok((id, agenda)) } else { Err(Code::OutOfReach.into()) }
}

/// How the ballots of a vote came, once its totals are stated.
pub(super) fn posted(
    state: &State,
    opened: Option<(AgendaId, &Agenda)>,
) -> Result<Option<PapersView>, ApiError> {
    let tallied = opened.filter(|(_, agenda)| agenda.tally.is_some());
    Ok(tallied.map(|(id, _)| papers(state, &id)).transpose()?.map(|papers| papers.posted()))
}

/// `GET …/agendas/{agenda}/papers`: which sheets were read by how many, for those who take paper.
pub(super) async fn list(
    inside: Inside,
    Path((_, agenda)): Path<(String, String)>,
    Query(after): Query<After>,
) -> Result<Response, ApiError> {
    let (id, agenda) = taken(&inside, &agenda)?;
    let after = after.name::<u32>()?;
    let boxed = agenda.ballot_box.as_ref();
    let mut numbers: BTreeSet<u32> = agenda.sheets.keys().copied().collect();
    numbers.extend(boxed.iter().flat_map(|counted| counted.sheets.iter().copied()));
    let (numbers, more) = page(numbers.into_iter(), |number| *number, after.as_ref());
    let row = |number: &u32| {
        let sheet = agenda.sheets.get(number);
        let readings = sheet.map(|sheet| &sheet.readings);
        SheetRow {
            boxed: boxed.map(|counted| counted.sheets.contains(number)),
            counted: sheet.is_some_and(|sheet| sheet.counted.is_some()),
            mine: readings.is_some_and(|readings| readings.contains_key(&inside.reader.person)),
            readers: readings.map_or(0, |readings| u32::try_from(readings.len()).unwrap_or(u32::MAX)),
            sheet: *number,
        }
    };
    Ok(json(&PaperList {
        agenda: id,
        box_until_ms: agenda.box_end_ms(),
        read_until_ms: agenda.sheets_end_ms(),
        boxed: boxed.map(|counted| u32::try_from(counted.sheets.len()).unwrap_or(u32::MAX)),
        box_waits: waiting_box(&inside.frozen, &id),
        next: numbers.last().copied().filter(|_| more),
        sheets: numbers.iter().map(row).collect(),
    }))
}

/// A box of the vote that waits for its second clerk: the one proposed first.
fn waiting_box(frozen: &Frozen, agenda: &AgendaId) -> Option<EntryId> {
    let state = frozen.state();
    let waits = state.proposals().filter(|(_, proposal)| {
        let of_it = matches!(&proposal.act, Proposed::BallotBox(counted) if counted.agenda == *agenda);
        of_it && Subject::Proposal(proposal).stage(state, frozen.now_ms) == CourseStage::Proposed
    });
    waits.min_by_key(|(_, proposal)| proposal.index).map(|(entry, _)| *entry)
}

/// `GET …/agendas/{agenda}/homes`: from addresses to parties, for those who take paper. Who owns a home with others stands on the
/// sheet that lies before them, and whoever keys it says who of them signed.
pub(super) async fn homes(
    inside: Inside,
    Path((_, agenda)): Path<(String, String)>,
    Query(after): Query<After>,
) -> Result<Response, ApiError> {
    let (id, agenda) = taken(&inside, &agenda)?;
    let frozen = &inside.frozen;
    let after = after.name::<PartyId>()?;
    let roll = frozen.state().roll(&agenda.roll).ok_or(ApiError::Unavailable)?;
    let voters = AgendaVoters::on(frozen.state(), agenda, roll);
    let voting = roll.parties.iter().filter(|(party, _)| !voters.units_of(party).is_empty());
    let (parties, more) = page(voting, |(party, _)| **party, after.as_ref());
    let places = places(frozen, roll).await?;
    let mut homes = Vec::new();
    for (id, party) in &parties {
        let units = voters.units_of(id);
        let mut owners = Vec::new();
        for person in party.persons.iter().filter(|_| party.persons.len() > 1) {
            let name = match roll.people.get(person) {
                Some(name) => frozen.words::<PersonName>(name).await?.map(|person| person.name),
                None => None,
            };
            owners.push(PaperOwner { name, person: *person });
        }
        let places = units.iter().filter_map(|unit| Some(places.get(unit)?.address())).collect();
        homes.push(PaperHome { owners, party: **id, places });
    }
    let next = parties.last().map(|(party, _)| **party).filter(|_| more);
    Ok(json(&PaperHomes { agenda: id, homes, next }))
}

/// `GET …/agendas/{agenda}/sheets/{sheet}`: what became of a sheet, for whoever holds its stub. Never what is on it; and to
/// whoever shows no pass no more than that it was keyed, or who buys votes for stubs would read there whether its home voted
/// again.
pub(super) async fn sheet(
    reading: Reading,
    Path((_, agenda, sheet)): Path<(String, String, String)>,
) -> Result<Response, ApiError> {
    let frozen = &reading.0;
    let id: AgendaId = agenda.parse().map_err(|_| NO_AGENDA)?;
    let agenda = frozen.state().agenda(&id).ok_or(NO_AGENDA)?;
    let number: u32 = sheet.parse().map_err(|_| ApiError::NotFound("sheet"))?;
    let boxed = boxed(agenda, number);
    let known = agenda.sheets.get(&number);
    if known.is_none() && boxed != Some(true) {
        return Err(ApiError::NotFound("sheet"));
    }
    let counted = known.and_then(|sheet| sheet.counted);
    let ballot = counted.and_then(|place| Some((place, agenda.ballots.get(&place)?)));
    let mut showing = Showing::default();
    let (mut entry, mut standing) = (None, SheetStanding::Unread);
    if let Some((place, ballot)) = ballot {
        standing = SheetStanding::Read;
        if agenda.closed_ms.is_some() && reading.1.is_some() {
            entry = Some(showing.entry(frozen, &ballot.entry).await?);
            standing = standing_of(agenda, place, ballot);
        }
    }
    let view = SheetView { agenda: id, boxed, entry, sheet: number, standing };
    Ok(reading.answer(&showing.answer(frozen, view).await?))
}

/// Whether a sheet was in the box; none before the box is counted.
fn boxed(agenda: &Agenda, number: u32) -> Option<bool> {
    agenda.ballot_box.as_ref().map(|counted| counted.sheets.contains(&number))
}

/// What became of a sheet that is in the count.
fn standing_of(agenda: &Agenda, place: u64, ballot: &LoggedBallot) -> SheetStanding {
    if ballot.paper.as_ref().is_some_and(|paper| paper.denied) {
        SheetStanding::Denied
    } else if agenda.book.standing(&ballot.party) != Some(place) {
        SheetStanding::Replaced
    } else if agenda.book.takes_part(&ballot.party, false) {
        SheetStanding::Counts
    } else {
        SheetStanding::Invalid
    }
}

/// `GET …/me/sheets`: the sheets that are in the count for the reader's homes, and whether the reader can deny them. Never what is
/// on them.
pub(super) async fn mine(Inside { frozen, reader }: Inside) -> Result<Response, ApiError> {
    let (state, person) = (frozen.state(), reader.person);
    let vouched = state.key(&reader.key).is_some_and(KeyRecord::is_vouched);
    let (mut showing, mut speakers) = (Showing::default(), Speakers::default());
    let mut sheets = Vec::new();
    for (id, agenda) in state.agendas() {
        let Some(roll) = state.roll(&agenda.roll) else { continue };
        let own: BTreeSet<&PartyId> = roll.parties_of(&person).map(|(party, _)| party).collect();
        if own.is_empty() {
            continue;
        }
        for (place, ballot) in agenda.ballots.iter().filter(|(_, ballot)| own.contains(&ballot.party)) {
            let Some(paper) = &ballot.paper else { continue };
            let mut readers = Vec::new();
            for clerk in alike(agenda, paper.sheet, &ballot.entry) {
                readers.push(speakers.of(&frozen, &clerk).await?);
            }
            let may = check_denial(state, agenda, (&person, paper.sheet), frozen.now_ms).is_ok();
            let sheet = OwnSheet {
                agenda: *id,
                boxed: boxed(agenda, paper.sheet),
                entry: showing.entry(&frozen, &ballot.entry).await?,
                may_deny: vouched && may,
                readers,
                sheet: paper.sheet,
                standing: standing_of(agenda, *place, ballot),
                until_ms: agenda.denials_end_ms(),
            };
            sheets.push((*place, sheet));
        }
    }
    sheets.sort_by_key(|(place, _)| *place);
    let sheets = sheets.into_iter().map(|(_, sheet)| sheet).collect();
    Ok(json(&showing.answer(&frozen, OwnSheets { sheets }).await?))
}

/// Who has read what counts on a sheet: whoever read it first, and whoever put it in the count.
fn alike(agenda: &Agenda, sheet: u32, counted: &EntryId) -> Vec<PersonId> {
    let Some(sheet) = agenda.sheets.get(&sheet) else { return Vec::new() };
    let last = sheet.readings.iter().find(|(_, reading)| reading.entry == *counted);
    let others = sheet.readings.iter().filter(|(_, reading)| {
        last.is_some_and(|(_, last)| reading.content == last.content && reading.entry != *counted)
    });
    others.chain(last).map(|(person, _)| *person).collect()
}
