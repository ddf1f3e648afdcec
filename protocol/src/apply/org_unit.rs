//! `org-unit`: declares an organisation. Only a root does: whoever could make organisations up could be their own second
//! person.

use super::{Change, Placed};
use crate::body::OrgUnit;
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, Org, State};

pub(super) fn check(state: &State, placed: &Placed, body: &OrgUnit) -> Result<Change, Rejection> {
    let Actor::Root(author) = placed.actor()? else { return Err(Code::MissingCapability.into()) };
    if let Some(root) = body.root {
        let claimed = state.orgs.values().any(|org| org.root == Some(root));
        require(root == author && !claimed, Code::OrgInvalid)?;
    }

    let org = Org { kind: body.kind, name: body.name, root: body.root, index: placed.index };
    let id = placed.id;
    Ok(Change::new(move |state| _ = state.orgs.insert(id, org)))
}
