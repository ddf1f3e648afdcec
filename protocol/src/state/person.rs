//! Persons, their devices, their letters and their offices; organisations.

use std::collections::BTreeSet;

use super::{Map, WAITS_MS};
use crate::body::{Capability, HelpLineRecord, OrgKind, Reach, Role, Seated};
use crate::id::{AgendaId, BlobId, EntryId, OrgId, PersonId, PublicKey};
use crate::strict_json::Strict;

/// Who stands behind a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared, rename_all = "kebab-case")]
pub enum KeyHolder {
    /// One of the keys of `genesis`.
    Root,
    /// An enrolled person.
    Person(PersonId),
}

/// Who did something: a person, with whichever of their devices, or one root.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(as_declared, rename_all = "kebab-case")]
pub enum Actor {
    /// The root with that key.
    Root(PublicKey),
    /// A person.
    Person(PersonId),
}

/// How a key came into the estate.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared, rename_all = "kebab-case")]
pub enum Way {
    /// It stands in `genesis`.
    Founding,
    /// By the codes of these `codes` entries.
    Letters(Vec<EntryId>),
    /// At the desk, by this clerk, with a second one.
    InPerson(Actor),
    /// By that other device of the same person.
    Device(PublicKey),
}

/// A key that has entered the estate. It is never removed, so no key can enter twice.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct KeyRecord {
    /// Who stands behind it.
    pub holder: KeyHolder,
    /// The number of its last entry; none while a root key has not signed. The next one must be greater.
    pub last_seq: Option<u64>,
    /// Whether it signs no more. What it signed before stands.
    pub revoked: bool,
    /// When two clerks stopped it, in milliseconds since 1970; none if it still signs, or its person stopped or replaced it.
    pub stopped_ms: Option<u64>,
    /// When it entered, in milliseconds since 1970.
    pub entered_ms: u64,
    /// The entry by which it entered: `genesis`, or the one that let it in.
    pub entry: EntryId,
    /// How it entered.
    pub way: Way,
    /// Since when two persons have stood behind it, in milliseconds since 1970. A key that one person alone let in speaks,
    /// but does nothing that counts for a home.
    pub vouched_ms: Option<u64>,
}

impl KeyRecord {
    /// The record of a root, which entered by this entry, at this time.
    pub(crate) fn root(by: (EntryId, u64)) -> Self {
        Self::entered(KeyHolder::Root, by, Way::Founding, true)
    }

    /// The record of a person's new device.
    pub(crate) fn device(person: PersonId, by: (EntryId, u64), way: Way, vouched: bool) -> Self {
        Self::entered(KeyHolder::Person(person), by, way, vouched)
    }

    fn entered(holder: KeyHolder, (entry, entered_ms): (EntryId, u64), way: Way, vouched: bool) -> Self {
        let vouched_ms = vouched.then_some(entered_ms);
        Self { holder, last_seq: None, revoked: false, stopped_ms: None, entered_ms, entry, way, vouched_ms }
    }

    /// Whether two persons stand behind it.
    pub fn is_vouched(&self) -> bool {
        self.vouched_ms.is_some()
    }
}

/// What has become of a letter's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum CodeStanding {
    /// It opens, until it runs out.
    InForce,
    /// A newer letter, or the person's enrolment, has made it void.
    Replaced,
    /// It has been used.
    Spent,
    /// It opens once a second person confirms its entry.
    Waiting,
}

/// An enrolment code in a letter.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct CodeRecord {
    /// Its public half.
    pub key: PublicKey,
    /// The entry that published it.
    pub entry: EntryId,
    /// Until when it works, exclusive, in milliseconds since 1970.
    pub expires_ms: u64,
    /// What has become of it.
    pub standing: CodeStanding,
}

/// A `codes` entry.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct CodesRecord {
    /// Its place in the log.
    pub index: u64,
    /// Who published it.
    pub by: Actor,
    /// The organisations for which they did.
    pub orgs: BTreeSet<OrgId>,
    /// When, in milliseconds since 1970.
    pub published_ms: u64,
    /// Whose codes.
    pub rows: Vec<(PersonId, PublicKey)>,
    /// Who has confirmed it, in log order.
    pub confirmed_by: Vec<Actor>,
}

impl CodesRecord {
    /// Until when those of its letters that wait do so, exclusive, in milliseconds since 1970.
    pub fn lapses_ms(&self) -> u64 {
        self.published_ms.saturating_add(WAITS_MS)
    }
}

/// An office given to a person.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct GrantRecord {
    /// The entry that gave it.
    pub entry: EntryId,
    /// Who gave it.
    pub by: Actor,
    /// What was given.
    pub caps: Vec<Capability>,
    /// For which organisation.
    pub org: OrgId,
    /// How far it goes.
    pub reach: Reach,
    /// The office.
    pub role: Role,
    /// What screens call it.
    pub title: Option<BlobId>,
    /// From when, in milliseconds since 1970.
    pub since_ms: u64,
    /// Until when, exclusive, in milliseconds since 1970.
    pub until_ms: u64,
    /// How many hands it went through: 1 from a root.
    pub depth: u32,
    /// Whether it waits until its giver or a root has confirmed its person's key.
    pub waits: bool,
    /// When it was ended before its day, if it was.
    pub ended_ms: Option<u64>,
    /// The vote by which its person was elected to it, if nobody gave it.
    pub seated_by: Option<AgendaId>,
}

impl GrantRecord {
    /// Whether it holds at a moment.
    pub fn is_in_force(&self, at_ms: u64) -> bool {
        !self.waits && self.may_come_into_force(at_ms)
    }

    /// Whether it holds at a moment, or would if its person's key were confirmed.
    pub fn may_come_into_force(&self, at_ms: u64) -> bool {
        at_ms < self.until_ms && self.ended_ms.is_none()
    }
}

/// A day on which somebody reported words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct ReportDay {
    /// The local day, as a number of days since 1970-01-01.
    pub day: u32,
    /// How many they reported on it.
    pub number: u32,
}

/// A person with a letter, a key or an office.
#[derive(Clone, Debug, Default, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Person {
    /// All letters ever published, in log order.
    pub codes: Vec<CodeRecord>,
    /// All grants ever given, in log order.
    pub grants: Vec<GrantRecord>,
    /// All keys ever held, in log order.
    pub keys: Vec<PublicKey>,
    /// The local day on which the person last reported words.
    pub reported: Option<ReportDay>,
}

impl Person {
    /// The grants that hold at a moment, in log order.
    pub fn grants_at(&self, at_ms: u64) -> impl DoubleEndedIterator<Item = &GrantRecord> + Clone {
        self.grants.iter().filter(move |grant| grant.is_in_force(at_ms))
    }

    /// The grants that give a capability at a moment.
    pub fn grants_in_force(
        &self,
        at_ms: u64,
        capability: Capability,
    ) -> impl Iterator<Item = &GrantRecord> + Clone {
        self.grants_at(at_ms).filter(move |grant| grant.caps.contains(&capability))
    }

    /// What screens call the person at a moment: the title of the newest grant that has one.
    pub fn title_at(&self, at_ms: u64) -> Option<BlobId> {
        self.grants_at(at_ms).rev().find_map(|grant| grant.title)
    }

    /// The letter with that code.
    pub fn code(&self, key: &PublicKey) -> Option<&CodeRecord> {
        self.codes.iter().rev().find(|code| code.key == *key)
    }

    /// The person's devices that still sign.
    pub fn live_keys<'a>(
        &'a self,
        keys: &'a Map<PublicKey, KeyRecord>,
    ) -> impl Iterator<Item = &'a PublicKey> {
        self.keys.iter().filter(|key| keys.get(*key).is_some_and(|record| !record.revoked))
    }
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Org {
    /// What sort.
    pub kind: OrgKind,
    /// Its name, a blob of kind `statement`.
    pub name: BlobId,
    /// The root that belongs to it.
    pub root: Option<PublicKey>,
    /// The place in the log of the entry that declared it.
    pub index: u64,
    /// Where it said last that it is found.
    pub help_line: Option<HelpLineRecord>,
    /// By which vote its people were seated last.
    pub seated: Option<Seated>,
}

impl Org {
    /// An organisation that was declared at that place in the log, and has done nothing yet.
    pub(crate) fn declared(kind: OrgKind, name: BlobId, root: Option<PublicKey>, index: u64) -> Self {
        Self { kind, name, root, index, help_line: None, seated: None }
    }
}
