//! `ask`: anyone enrolled asks about a disclosure or one of its lines.

use super::{Change, Placed};
use crate::body::Ask;
use crate::rejection::{Code, Rejection, require};
use crate::state::{Question, State};

pub(super) fn check(state: &State, placed: &Placed, body: &Ask) -> Result<Change, Rejection> {
    let by = placed.person().ok_or(Code::PersonOnly)?;
    let disclosure = state.disclosures.get(&body.disclosure).ok_or(Code::DisclosureUnknown)?;
    require(body.line.is_none_or(|line| disclosure.body.has_line(line)), Code::LineUnknown)?;

    let question = Question {
        disclosure: body.disclosure,
        line: body.line,
        by,
        asked_ms: placed.received_ms,
        text: body.text,
        reply: None,
    };
    let id = placed.id;
    Ok(Change::new(move |state| {
        state.questions.insert(id, question);
    }))
}
