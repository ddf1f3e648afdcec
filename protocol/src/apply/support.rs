//! `support`: backs a matter for a home, or takes that back. Any owner of the home may; each home counts once.

use super::{Change, Placed};
use crate::body::Support;
use crate::rejection::{Code, Rejection, require};
use crate::state::{AgendaVoters, State};

pub(super) fn check(state: &State, placed: &Placed<'_>, body: &Support) -> Result<Change, Rejection> {
    let person = placed.person().ok_or(Code::PersonOnly)?;
    let matter = super::open_matter(state, &body.matter)?;
    let (_, roll) = state.newest_roll().ok_or(Code::RollUnknown)?;
    let party = roll.parties.get(&body.party).ok_or(Code::NotOnRoll)?;
    let voters = AgendaVoters { roll, scope: matter.scope, parking_counts: state.bylaws.parking_counts };
    require(party.persons.contains(&person) && !voters.units_of(&body.party).is_empty(), Code::NotOnRoll)?;
    // Whoever brings a matter up backs it by that; counting the home again would say more than is so.
    require(!party.persons.contains(&matter.raiser), Code::OwnMatter)?;
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
