//! Bodies that declare organisations and give offices in them.

use serde::{Deserialize, Serialize};

use super::{Category, Tier};
use crate::id::{BlobId, EntryId, OrgId, PersonId, PublicKey};
use crate::ledger::Ledger;
use crate::strict_json::{strict, strict_words};

/// What a person may do. Owners need none of these to speak and vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Capability {
    /// Answer matters and end them.
    Answer,
    /// Publish the settings that the owners adopted.
    Bylaws,
    /// End the taking of ballots.
    Close,
    /// Let people in: publish codes, take devices at the desk, retire lost ones.
    Codes,
    /// Lay open the books and answer questions about them.
    Disclosure,
    /// Give out work.
    Dispatch,
    /// Read the evidence of closed votes: areas and openings by party.
    Evidence,
    /// Hand on capabilities one holds, for no longer than one holds them.
    Grant,
    /// Announce an agenda.
    Notice,
    /// Open a noticed agenda.
    Open,
    /// Take on work and report on it.
    Progress,
    /// Bring up matters for others: a patrol's, a hotline's, a walk-in's.
    Raise,
    /// Upload an owner roll, and record who acts for an owner who cannot.
    Roll,
    /// State the counted totals.
    Tally,
}

/// What sort of organisation somebody acts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrgUnit {
    /// What sort of organisation.
    pub kind: OrgKind,
    /// Its name, a blob of kind `statement`.
    pub name: BlobId,
    /// The author's own key, if this root belongs to the organisation from now on.
    pub root: Option<PublicKey>,
}

/// An office: a bundle of capabilities by name. [`crate::office`] says what each may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// 会计: keeps books.
    Bookkeeper,
    /// 楼栋长: speaks for a building.
    BuildingContact,
    /// 经办人: does the committee's paper work.
    Clerk,
    /// 业委会成员: hosts votes and answers matters.
    Committee,
    /// 部门.
    Department,
    /// 网格员.
    GridWorker,
    /// 物业: reports on work and publishes books.
    Manager,
    /// 党支部: reviews.
    PartyBranch,
    /// 居委会: guides, and hosts where there is no committee.
    ResidentsCommittee,
    /// 街道.
    Street,
    /// 监督人: reads evidence and counts.
    Supervisor,
    /// Takes work on: a contractor, a volunteer.
    Worker,
}

/// How far an office goes; null is everywhere. Each list has at least one member, each once, in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reach {
    /// Kinds of matters. A matter whose author named no kind lies outside.
    pub categories: Option<Vec<Category>>,
    /// Ledgers, in the chart's order.
    pub ledgers: Option<Vec<Ledger>>,
    /// Parts of the estate, each with what lies in it, on the newest roll.
    pub scopes: Option<Vec<u32>>,
    /// Tiers of matters.
    pub tiers: Option<Vec<Tier>>,
}

/// Gives a person an office until a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// What is given, each once, in alphabetical order.
    pub caps: Vec<Capability>,
    /// For which organisation.
    pub org: OrgId,
    /// To whom.
    pub person: PersonId,
    /// How far it goes.
    pub reach: Reach,
    /// The office.
    pub role: Role,
    /// What screens call this office (主任, 3栋楼栋长), a blob of kind `statement`; none if role and organisation say it.
    pub title: Option<BlobId>,
    /// Until when, exclusive, in milliseconds since 1970.
    pub until_ms: u64,
}

impl Grant {
    /// Whether it still holds at a moment.
    pub fn is_in_force(&self, at_ms: u64) -> bool {
        at_ms < self.until_ms
    }
}

/// Ends a grant before its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RevokeGrant {
    /// The entry that gave it.
    pub grant: EntryId,
}

strict!(OrgUnit { kind, name, root });
strict!(Reach { categories, ledgers, scopes, tiers });
strict!(Grant { caps, org, person, reach, role, title, until_ms });
strict!(RevokeGrant { grant });
strict_words!(Capability { Answer = "answer", Bylaws = "bylaws", Close = "close", Codes = "codes", Disclosure = "disclosure", Dispatch = "dispatch", Evidence = "evidence", Grant = "grant", Notice = "notice", Open = "open", Progress = "progress", Raise = "raise", Roll = "roll", Tally = "tally" });
strict_words!(OrgKind { Committee = "committee", Department = "department", Manager = "manager", Other = "other", PartyBranch = "party-branch", ResidentsCommittee = "residents-committee", Street = "street", Supervisors = "supervisors" });
strict_words!(Role { Bookkeeper = "bookkeeper", BuildingContact = "building-contact", Clerk = "clerk", Committee = "committee", Department = "department", GridWorker = "grid-worker", Manager = "manager", PartyBranch = "party-branch", ResidentsCommittee = "residents-committee", Street = "street", Supervisor = "supervisor", Worker = "worker" });
