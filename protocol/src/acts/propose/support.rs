//! `support`: backs a matter for a home, or takes that back. Any owner of the home may; each home counts once.

use crate::acts::Act;
use crate::apply::often::Often;
use crate::apply::{Change, Placed, open_matter};
use crate::id::{BlobId, MatterId, PartyId};
use crate::rejection::{Code, Rejection, require};
use crate::state::State;
use crate::strict_json::Strict;

/// Backs a matter for a home, or takes that back. It asks for the matter to be dealt with; it is not consent.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Support {
    /// Which matter.
    pub matter: MatterId,
    /// For whom.
    pub party: PartyId,
    /// Whether it backs the matter from now on.
    pub stands: bool,
}

impl Act for Support {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let person = placed.person().ok_or(Code::PersonOnly)?;
        let matter = open_matter(state, &self.matter)?;
        require(matter.parties_with_say(state, &person).contains(&self.party), Code::NotOnRoll)?;
        placed.require_vouched(state)?;
        require(!matter.is_raisers(state, &self.party), Code::OwnMatter)?;
        require(matter.supports.contains(&self.party) != self.stands, Code::SupportUnchanged)?;

        let once_more = if self.stands {
            Some(placed.once_more(state, &person, (Often::Support, self.matter.as_bytes()))?)
        } else {
            None
        };

        let Support { matter, party, stands } = *self;
        Ok(Change::new(move |state| {
            if let Some(once_more) = once_more {
                once_more.note(state);
            }
            if let Some(matter) = state.matters.get_mut(&matter) {
                if stands {
                    matter.supports.insert(party);
                } else {
                    matter.supports.remove(&party);
                }
            }
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }
}
