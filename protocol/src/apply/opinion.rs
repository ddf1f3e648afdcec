//! `opinion`: anyone enrolled speaks about a matter while it goes on.

use super::{Change, Placed};
use crate::body::Opinion;
use crate::rejection::{Code, Rejection, require};
use crate::state::{LoggedOpinion, State};

pub(super) fn check(state: &State, placed: &Placed, body: &Opinion) -> Result<Change, Rejection> {
    let person = placed.person().ok_or(Code::PersonOnly)?;
    let matter = super::open_matter(state, &body.matter)?;
    let known =
        |earlier: crate::id::EntryId| matter.opinions.values().any(|opinion| opinion.entry == earlier);
    require(body.reply_to.is_none_or(known), Code::OpinionUnknown)?;

    let opinion = LoggedOpinion { entry: placed.id, blob: body.blob, person, reply_to: body.reply_to };
    let (matter, index) = (body.matter, placed.index);
    Ok(Change::new(move |state| {
        if let Some(matter) = state.matters.get_mut(&matter) {
            matter.opinions.insert(index, opinion);
        }
    }))
}
