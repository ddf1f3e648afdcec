//! People, their letters, devices and offices, as far as a server shows them. All of it is the server's word; the log says the same to
//! whoever replays it.

use crate::blob::Words;
use crate::body::{Capability, OrgKind, Reach, Role};
use crate::id::{BlobId, EntryId, OrgId, PartyId, PersonId};
use crate::state::CodeStanding;
use crate::strict_json::Strict;

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct OrgView {
    /// The entry that declared it.
    pub org: OrgId,
    /// What sort.
    pub kind: OrgKind,
    /// Its name, if at hand.
    pub name: Option<Words>,
    /// Whether a root belongs to it.
    pub has_root: bool,
}

/// An office somebody holds, or will hold once their device is confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct OfficeView {
    /// The entry that gave it.
    pub grant: EntryId,
    /// For which organisation.
    pub org: OrgId,
    /// The office.
    pub role: Role,
    /// What screens call it.
    pub title: Option<Words>,
    /// What it may do.
    pub caps: Vec<Capability>,
    /// How far.
    pub reach: Reach,
    /// Since when, in milliseconds since 1970.
    pub since_ms: u64,
    /// Until when, exclusive.
    pub until_ms: u64,
    /// Whether it waits until its person's device is confirmed.
    pub waits: bool,
    /// Who gave it; none if a root did.
    pub by: Option<PersonId>,
}

/// Somebody with an office.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Officer {
    /// Who.
    pub person: PersonId,
    /// What screens call them: the newest title, or the organisation's name.
    pub title: Option<Words>,
    /// What they may do now, by whichever office.
    pub caps: Vec<Capability>,
    /// Their offices, those that wait included: those of them that stand on this page.
    pub offices: Vec<OfficeView>,
}

/// A page of everybody with an office, and the organisations.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct OfficerList {
    /// In the order of their ids, the offices of each in log order; who has more than fit stands on the next page too.
    pub officers: Vec<Officer>,
    /// In the order in which they were declared; all of them on the first page, none on the others.
    pub orgs: Vec<OrgView>,
    /// The grant of the office after which the next page begins; none on the last.
    pub next: Option<EntryId>,
}

/// A person's newest letter.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct LetterView {
    /// The entry that published it.
    pub codes: EntryId,
    /// What has become of it.
    pub standing: CodeStanding,
    /// Until when it works, or, if it waits, until when it can be confirmed, in milliseconds since 1970.
    pub expires_ms: u64,
}

/// What an owner has said about who votes.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct OwnerWord {
    /// Which owner.
    pub person: PersonId,
    /// Whom they name, or a record names for them.
    pub names: Option<PersonId>,
    /// Whether they said so with their own device.
    pub own: bool,
}

/// A party, and who votes for it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct VoterView {
    /// The party.
    pub party: PartyId,
    /// Who votes for it now: for several owners, if all of them say the same; for an only owner, somebody a document names.
    pub representative: Option<PersonId>,
    /// Each of its owners.
    pub words: Vec<OwnerWord>,
}

/// A person, for the desk.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct PersonView {
    /// Who.
    pub person: PersonId,
    /// The person's name and phone, if the roll commits one.
    pub name: Option<BlobId>,
    /// The addresses of their units, alone or with others.
    pub homes: Vec<BlobId>,
    /// Their newest letter; none if they never had one.
    pub letter: Option<LetterView>,
    /// How many of their devices still sign.
    pub devices: u32,
    /// Whether two persons stand behind one of these.
    pub vouched: bool,
    /// The parties of the newest roll of which they are an owner.
    pub parties: Vec<VoterView>,
}

/// A page of everybody: on the roll, with a letter, a device or an office; in the order of ids.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct PersonList {
    /// The people.
    pub people: Vec<PersonView>,
    /// After whom the next page begins; none on the last.
    pub next: Option<PersonId>,
}
