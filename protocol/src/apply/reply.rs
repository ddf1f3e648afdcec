//! `reply`: answers a question about a disclosure, once; whoever is not content asks again.

use super::{Change, Placed};
use crate::body::{Capability, Reply};
use crate::office::Concern;
use crate::rejection::{Code, Rejection, require};
use crate::state::State;

pub(super) fn check(state: &State, placed: &Placed, body: &Reply) -> Result<Change, Rejection> {
    placed.require(state, Capability::Disclosure)?;
    let question = state.questions.get(&body.question).ok_or(Code::QuestionUnknown)?;
    let disclosure = state.disclosures.get(&question.disclosure).ok_or(Code::DisclosureUnknown)?;
    let ledgers: Vec<_> = disclosure.body.ledgers.iter().map(|sums| sums.ledger).collect();
    let concern = Concern { ledgers: &ledgers, ..Concern::default() };
    placed.require_for(state, Capability::Disclosure, &concern)?;
    require(question.reply.is_none(), Code::AlreadyReplied)?;

    let (question, reply) = (body.question, (placed.id, body.text));
    Ok(Change::new(move |state| {
        if let Some(question) = state.questions.get_mut(&question) {
            question.reply = Some(reply);
        }
    }))
}
