//! `ballot`: casts a party's ballot online.
//!
//! Whether it may is [`VoteBook::judge`](crate::count::VoteBook::judge)'s to say. What is refused is answered and not
//! logged; what is held (several owners, no representative yet) is logged and waits.

use super::{Change, Placed};
use crate::body::Ballot;
use crate::count::{Cast, Channel, Ruling};
use crate::rejection::{Code, Rejection, require};
use crate::state::{AgendaVoters, LoggedBallot, State};

pub(super) fn check(state: &State, placed: &Placed, body: &Ballot) -> Result<Change, Rejection> {
    let person = placed.person().ok_or(Code::NotOnRoll)?;
    let agenda = state.agendas.get(&body.agenda).ok_or(Code::AgendaUnknown)?;
    let roll = state.rolls.get(&agenda.roll).ok_or(Code::RollUnknown)?;
    placed.require_vouched(state)?;
    // An agent may have entered the manager's service since two clerks recorded them.
    let is_owner = roll.parties.get(&body.party).is_some_and(|party| party.persons.contains(&person));
    require(is_owner || !state.is_managers_staff(&person, placed.received_ms), Code::ProxyBarred)?;
    // `close` comes after the window, but the log's order is what is signed, so say it too.
    require(agenda.closed_ms.is_none(), Code::OutsideWindow)?;

    // The representative when it was cast; a later change does not undo what the earlier one cast.
    let listed = roll.parties.get(&body.party).and_then(|party| party.representative);
    let named = state.namings.get(&body.party).map_or(listed, crate::state::Naming::now);
    let cast = Cast {
        number: placed.index,
        at: placed.received_ms,
        party: body.party,
        by: roll.role(&body.party, person, named),
        channel: Channel::Online,
        valid: true,
        represented_by: named,
    };
    let judgement = agenda.book.judge(&AgendaVoters::on(state, agenda, roll), &cast);
    if let Ruling::Refused(code) = judgement.ruling {
        return Err(code.into());
    }
    let standing = agenda.standing_ballot(&body.party).map(|ballot| ballot.entry);
    if body.supersedes != standing {
        let stands = standing.map_or_else(|| "none stands".to_owned(), |entry| format!("{entry} stands"));
        return Err(Rejection::with(Code::StaleSupersession, stands));
    }

    let (agenda, number) = (body.agenda, placed.index);
    let (entry, key) = (placed.id, placed.author);
    let ballot = LoggedBallot { entry, blob: body.blob, key, party: body.party };
    Ok(Change::new(move |state| {
        if let Some(agenda) = state.agendas.get_mut(&agenda) {
            agenda.book.record(cast, judgement);
            agenda.ballots.insert(number, ballot);
        }
    }))
}
