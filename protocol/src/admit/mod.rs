//! What an entry's blobs must show: texts present, areas adding up, openings that fit, totals as counted.
//!
//! [`admit`] is the third of the four functions that hold all meaning. It reads State and evidence and changes
//! neither. What a blob says that is at hand must be right; a blob that is gone is no error, because the law may have
//! had it erased: [`Admitted::Stated`] then says which figures rest on the log's word.

mod books;
mod matter;

use crate::blob::{
    AgendaText, BallotOpening, BlobKind, Evidence, Missing, PersonName, Place, UnitFacts, Words,
    ballot_context,
};
use crate::body::{Ballot, Body, Item, Method, Notice, Open, Roll, RollChange, RollPage, Tally};
use crate::count::{Counted, areas, count};
use crate::envelope::Entry;
use crate::id::{AgendaId, BlobId, Hash, UnitId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Map, Proposed, State, Unit, counts};
pub use matter::{rating_blobs, score};

/// What the evidence showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Admitted {
    /// Everything the entry states was computed again from blobs at hand, or it states nothing.
    Recomputed,
    /// These blobs are gone, so what the entry states stands as stated.
    Stated(Missing),
}

impl From<Missing> for Admitted {
    fn from(missing: Missing) -> Self {
        if missing.is_empty() { Admitted::Recomputed } else { Admitted::Stated(missing) }
    }
}

/// Checks an entry against the blobs at hand.
///
/// # Errors
/// `BLOB_KIND`, `BLOB_CONTEXT`, `BLOB_PAYLOAD`, `BLOB_TOO_LARGE`; `ROLL_AREA`, `SCOPE_AREA`, `TEXT_MISMATCH`, the
/// `CHOICE_…` codes, `TALLY_MISMATCH`; and the unknown-reference codes of the kind.
pub fn admit(state: &State, entry: &Entry, evidence: &Evidence) -> Result<Admitted, Rejection> {
    let mut missing = Missing::default();
    match entry.body() {
        Body::RollPage(page) => roll_page(page, evidence, &mut missing)?,
        // A roll is added up again when it comes into force: settings may have changed since it was proposed.
        Body::Roll(_) | Body::RollChange(_) | Body::Confirm(_) => {
            if let Some(rolled) = rolled(state, entry.body()) {
                roll_area(state, &rolled, evidence, &mut missing)?;
            }
        }
        Body::Enrol(enrol) => consent(&enrol.consent, evidence, &mut missing)?,
        Body::EnrolInPerson(enrol) => consent(&enrol.consent, evidence, &mut missing)?,
        Body::OrgUnit(org) => matter::statement(&org.name, evidence, &mut missing)?,
        Body::Notice(notice) => agenda_text(notice, evidence, &mut missing)?,
        Body::Open(open) => scope_area(state, open, evidence, &mut missing)?,
        Body::Ballot(ballot) => opening(state, ballot, evidence, &mut missing)?,
        Body::Tally(tally) => return totals(state, tally, evidence),
        Body::Raise(_)
        | Body::Support(_)
        | Body::Answer(_)
        | Body::Opinion(_)
        | Body::Dispatch(_)
        | Body::Progress(_)
        | Body::Rate(_)
        | Body::CloseMatter(_) => return matter::admit(state, entry, evidence),
        Body::Disclosure(_) | Body::Ask(_) | Body::Reply(_) => return books::admit(state, entry, evidence),
        Body::Grant(grant) => {
            if let Some(title) = &grant.title {
                matter::statement(title, evidence, &mut missing)?;
            }
        }
        Body::Genesis(_)
        | Body::RevokeGrant(_)
        | Body::Bylaws(_)
        | Body::Codes(_)
        | Body::AddDevice(_)
        | Body::Revoke(_)
        | Body::Representative(_)
        | Body::Object(_)
        | Body::Access(_)
        | Body::Close(_) => {}
    }
    Ok(missing.into())
}

/// The units and the stated area of a roll that an entry makes, or puts in force.
struct Rolled {
    units: Map<UnitId, Unit>,
    area_c: u64,
}

/// None for entries that are about no roll. [`apply`](crate::apply) has refused what is not there.
fn rolled(state: &State, body: &Body) -> Option<Rolled> {
    let whole =
        |roll: &Roll| Some(Rolled { units: state.drafts.get(&roll.set)?.units.clone(), area_c: roll.area_c });
    let changed = |change: &RollChange| {
        let rows = change.set.as_ref().and_then(|set| state.drafts.get(set));
        let units = state.rolls.get(&change.base)?.units_after(&change.gone, rows);
        Some(Rolled { units, area_c: change.area_c })
    };
    match body {
        Body::Roll(roll) => whole(roll),
        Body::RollChange(change) => changed(change),
        Body::Confirm(confirm) => match &state.proposals.get(&confirm.entry)?.act {
            Proposed::Roll(roll) => whole(roll),
            Proposed::RollChange(change) => changed(change),
            Proposed::Bylaws(_)
            | Proposed::EnrolInPerson(_)
            | Proposed::Representative(_)
            | Proposed::Revoke(_) => None,
        },
        _ => None,
    }
}

fn consent(consent: &BlobId, evidence: &Evidence, missing: &mut Missing) -> Result<(), Rejection> {
    let known = evidence.read::<Words>(consent, BlobKind::Consent, &Hash::ZERO)?;
    missing.blobs.extend(known.is_none().then_some(*consent));
    Ok(())
}

fn roll_page(page: &RollPage, evidence: &Evidence, missing: &mut Missing) -> Result<(), Rejection> {
    for (_, _, _, _, facts, place) in &page.units {
        let known = evidence.read::<UnitFacts>(facts, BlobKind::Unit, &Hash::ZERO)?;
        missing.blobs.extend(known.is_none().then_some(*facts));
        let known = evidence.read::<Place>(place, BlobKind::Place, &Hash::ZERO)?;
        missing.blobs.extend(known.is_none().then_some(*place));
    }
    for (_, name) in &page.people {
        let known = evidence.read::<PersonName>(name, BlobKind::Person, &Hash::ZERO)?;
        missing.blobs.extend(known.is_none().then_some(*name));
    }
    Ok(())
}

fn roll_area(
    state: &State,
    rolled: &Rolled,
    evidence: &Evidence,
    missing: &mut Missing,
) -> Result<(), Rejection> {
    let counted = rolled.units.iter().filter(|(_, unit)| counts(unit.kind, state.bylaws.parking_counts));
    let areas = areas(counted.map(|(id, unit)| (*id, unit)), evidence)?;
    let area_c = areas.sum();
    missing.blobs.extend(areas.missing);
    require(!missing.is_empty() || area_c == rolled.area_c, Code::RollArea)
}

fn scope_area(
    state: &State,
    open: &Open,
    evidence: &Evidence,
    missing: &mut Missing,
) -> Result<(), Rejection> {
    let notice = state.notices.get(&open.notice).ok_or(Code::NoticeUnknown)?;
    let roll = state.rolls.get(&open.roll).ok_or(Code::RollUnknown)?;
    let areas = areas(roll.counted_units(notice.body.scope, notice.bylaws.parking_counts), evidence)?;
    let area_c = areas.sum();
    missing.blobs.extend(areas.missing);
    require(!missing.is_empty() || area_c == open.area_c, Code::ScopeArea)
}

/// The screen shows the text's items and options by number, so they must be those of the notice.
fn agenda_text(notice: &Notice, evidence: &Evidence, missing: &mut Missing) -> Result<(), Rejection> {
    let Some(text) = evidence.read::<AgendaText>(&notice.text, BlobKind::AgendaText, &Hash::ZERO)? else {
        missing.blobs.push(notice.text);
        return Ok(());
    };
    let named = text.items.iter().map(|item| item.options.len());
    require(named.eq(notice.items.iter().map(|item| item.options.len())), Code::TextMismatch)
}

fn opening(
    state: &State,
    ballot: &Ballot,
    evidence: &Evidence,
    missing: &mut Missing,
) -> Result<(), Rejection> {
    let agenda = state.agendas.get(&ballot.agenda).ok_or(Code::AgendaUnknown)?;
    let notice = state.notices.get(&agenda.notice).ok_or(Code::NoticeUnknown)?;
    let context = ballot_context(&ballot.agenda, &ballot.party);
    if let Some(opening) = evidence.read::<BallotOpening>(&ballot.blob, BlobKind::Ballot, &context)? {
        return check_choice(&notice.body.items, &opening);
    }
    missing.blobs.push(ballot.blob);
    Ok(())
}

/// Checks that an opening answers the items as their methods ask.
///
/// # Errors
/// `CHOICE_COUNT`, `CHOICE_ORDER`, `CHOICE_OUT_OF_RANGE`, `CHOICE_NOT_ONE`, `CHOICE_TOO_MANY`.
pub fn check_choice(items: &[Item], opening: &BallotOpening) -> Result<(), Rejection> {
    require(opening.choice.len() == items.len(), Code::ChoiceCount)?;
    for (item, marks) in items.iter().zip(&opening.choice) {
        require(marks.is_sorted_by(|left, right| left < right), Code::ChoiceOrder)?;
        let (options, at_most) = match item.method {
            Method::Resolution => (3, 1),
            Method::Election => (item.options.len(), usize::try_from(item.seats).unwrap_or(usize::MAX)),
        };
        let last = marks.last().map_or(Ok(0), |last| usize::try_from(*last));
        require(marks.is_empty() || last.is_ok_and(|last| last < options), Code::ChoiceOutOfRange)?;
        match item.method {
            Method::Resolution => require(marks.len() == at_most, Code::ChoiceNotOne)?,
            Method::Election => require(marks.len() <= at_most, Code::ChoiceTooMany)?,
        }
    }
    Ok(())
}

fn totals(state: &State, tally: &Tally, evidence: &Evidence) -> Result<Admitted, Rejection> {
    let agenda = state.agendas.get(&tally.agenda).ok_or(Code::AgendaUnknown)?;
    let notice = state.notices.get(&agenda.notice).ok_or(Code::NoticeUnknown)?;
    match count(state, &tally.agenda, evidence)? {
        Counted::Full(count) => {
            require(count.tally(&notice.body.items) == *tally, Code::TallyMismatch)?;
            Ok(Admitted::Recomputed)
        }
        Counted::Erased(missing) => Ok(Admitted::Stated(missing)),
    }
}

/// The blobs that [`admit`] will read for an entry: those it names, and those that totals rest on. Whoever keeps blobs
/// in a database fetches exactly these.
pub fn needed_blobs(state: &State, entry: &Entry) -> Vec<BlobId> {
    let mut needed = entry.body().named_blobs();
    match entry.body() {
        body @ (Body::Roll(_) | Body::RollChange(_) | Body::Confirm(_)) => {
            let units = rolled(state, body).into_iter().flat_map(|rolled| rolled.units.into_values());
            needed.extend(units.map(|unit| unit.facts));
        }
        Body::Open(open) => {
            let scope = state.notices.get(&open.notice).map(|notice| notice.body.scope);
            if let (Some(scope), Some(roll)) = (scope, state.rolls.get(&open.roll)) {
                needed.extend(roll.counted_units(scope, true).map(|(_, unit)| unit.facts));
            }
        }
        Body::Tally(tally) => needed.extend(evidence_blobs(state, &tally.agenda)),
        Body::CloseMatter(close) => needed.extend(rating_blobs(state, &close.matter)),
        _ => {}
    }
    needed
}

/// The blobs that the count of a vote rests on: areas in its scope, and the openings of its ballots.
pub fn evidence_blobs(state: &State, agenda: &AgendaId) -> Vec<BlobId> {
    let Some(agenda) = state.agendas.get(agenda) else { return Vec::new() };
    let units =
        state.rolls.get(&agenda.roll).into_iter().flat_map(|roll| roll.counted_units(agenda.scope, true));
    let areas = units.map(|(_, unit)| unit.facts);
    areas.chain(agenda.ballots.values().map(|ballot| ballot.blob)).collect()
}
