//! `org-unit`: declares an organisation. Only a root does: whoever could make organisations up could be their own second
//! person.

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed};
use crate::id::{BlobId, PublicKey};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, Org, State};
use crate::strict_json::Strict;

/// What sort of organisation somebody acts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum OrgKind {
    /// 业主委员会, or the group that prepares its election.
    Committee,
    /// 政府部门: police, market supervision, housing …
    Department,
    /// 物业服务企业, with everybody it employs here.
    Manager,
    /// Contractors, volunteers and whoever else takes work on.
    Other,
    /// 党支部, 党委.
    PartyBranch,
    /// 居民委员会.
    ResidentsCommittee,
    /// 街道办事处, 乡镇政府.
    Street,
    /// 监督委员会, 监事会.
    Supervisors,
}

/// Declares an organisation. Its entry id is the organisation's id.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct OrgUnit {
    /// What sort of organisation.
    pub kind: OrgKind,
    /// Its name, a blob of kind `statement`.
    pub name: BlobId,
    /// The author's own key, if this root belongs to the organisation from now on.
    pub root: Option<PublicKey>,
}

impl Act for OrgUnit {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let Actor::Root(author) = placed.actor()? else { return Err(Code::MissingCapability.into()) };
        if let Some(root) = self.root {
            let claimed = state.orgs.values().any(|org| org.root == Some(root));
            require(root == author && !claimed, Code::OrgInvalid)?;
        }

        let org = Org::declared(self.kind, self.name, self.root, placed.index);
        let id = placed.id;
        Ok(Change::new(move |state| _ = state.orgs.insert(id, org)))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.name]
    }

    fn kept_words(&self) -> Vec<BlobId> {
        self.named_blobs()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        shown.statement(&self.name)
    }
}
