//! `rate`: an owner of the part concerned marks the work, once it is done. The marks themselves are a blob.

use super::{Change, Placed};
use crate::body::Rate;
use crate::rejection::{Code, Rejection, require};
use crate::state::{State, Step};

pub(super) fn check(state: &State, placed: &Placed, body: &Rate) -> Result<Change, Rejection> {
    let person = placed.person().ok_or(Code::PersonOnly)?;
    let matter = super::open_matter(state, &body.matter)?;
    require(!matter.parties_with_say(state, &person).is_empty(), Code::NotOnRoll)?;
    require(matter.step() == Step::Evaluate, Code::NotDone)?;
    placed.require_vouched(state)?;

    let Rate { blob, matter } = *body;
    Ok(Change::new(move |state| {
        if let Some(matter) = state.matters.get_mut(&matter) {
            matter.ratings.insert(person, blob);
        }
    }))
}
