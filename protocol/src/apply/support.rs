//! `support`: backs a matter for a home, or takes that back. Any owner of the home may; each home counts once.

use super::{Change, Placed};
use crate::body::Support;
use crate::rejection::{Code, Rejection, require};
use crate::state::State;

pub(super) fn check(state: &State, placed: &Placed, body: &Support) -> Result<Change, Rejection> {
    let person = placed.person().ok_or(Code::PersonOnly)?;
    let matter = super::open_matter(state, &body.matter)?;
    require(matter.parties_with_say(state, &person).contains(&body.party), Code::NotOnRoll)?;
    placed.require_vouched(state)?;
    require(!matter.is_raisers(state, &body.party), Code::OwnMatter)?;
    require(matter.supports.contains(&body.party) != body.stands, Code::SupportUnchanged)?;

    let Support { matter, party, stands } = *body;
    Ok(Change::new(move |state| {
        if let Some(matter) = state.matters.get_mut(&matter) {
            if stands {
                matter.supports.insert(party);
            } else {
                matter.supports.remove(&party);
            }
        }
    }))
}
