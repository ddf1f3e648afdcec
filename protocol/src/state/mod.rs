//! What a log means so far: a fold over its entries, and nothing else.
//!
//! State holds what the log holds (ids, hashes, integers, events), never a blob's payload. It changes only in
//! [`crate::apply`]; nothing in it changes by time passing, so stages are asked with a time
//! ([`Agenda::stage_at`]).

mod agenda;
mod disclosure;
mod erased;
mod mandate;
mod matter;
mod naming;
mod person;
mod proposal;
mod roll;
mod sheet;
mod waiting;

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

pub use crate::acts::decide::candidacy::CandidateRecord;
pub use crate::acts::set_up::erasable::{Erasable, ErasableSort};
pub use agenda::{Agenda, LoggedBallot, NoticeRecord, Stage};
pub use disclosure::{DisclosureRecord, Question};
pub use erased::{ErasedBlob, SaidBlob};
pub use mandate::{CastAt, MandateRecord, Mandates};
pub(crate) use matter::has_passed;
pub use matter::{Closing, LoggedOpinion, Matter, Round, Spent, Standing, Step, Task, WHOLE, over_fen};
pub use naming::Naming;
pub use person::{
    Actor, CodeRecord, CodeStanding, CodesRecord, GrantRecord, KeyHolder, KeyRecord, Org, Person, ReportDay,
    Way,
};
pub use proposal::{Proposal, WAITS_MS};
pub(crate) use roll::lies_in;
pub use roll::{AgendaVoters, Party, Roll, RollDraft, Unit, counts, differing_units};
pub use sheet::{LoggedPaper, Reading, Sheet, SheetContent};
pub use waiting::Pending;

use crate::body::{Capability, CharterRecord, MeetingRecord};
use crate::bylaws::Bylaws;
use crate::id::{
    AgendaId, BlobId, DisclosureId, EntryId, EstateId, Hash, MatterId, NoticeId, OrgId, PartyId, PersonId,
    PublicKey, QuestionId, RollId, SetId, TaskId,
};
use crate::office::{Concern, Extent};
pub use crate::shared::{List, Map, Set};
use crate::strict_json::Strict;

/// What roots hold: they give offices, and let people in.
const ROOTS_HOLD: [Capability; 2] = [Capability::Codes, Capability::Grant];

/// The founding facts of an estate.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Estate {
    /// The entry id of `genesis`.
    pub id: EstateId,
    /// The key that signs checkpoints.
    pub log_key: PublicKey,
    /// The public name.
    pub name: String,
    /// The version of the rules that judge the log.
    pub rules: u32,
}

/// The meaning of a log. Start with [`State::default`] and fold entries with [`apply`](crate::apply::apply).
#[derive(Clone, Debug, Default, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct State {
    pub(crate) agendas: Map<AgendaId, Agenda>,
    pub(crate) bylaws: Bylaws,
    /// Who decides as a council or a residents' meeting.
    pub(crate) charters: Map<EntryId, CharterRecord>,
    /// The votes that adopted settings, each of which does so once; none until the first settings are in force.
    pub(crate) adopted: Option<BTreeSet<(AgendaId, u32)>>,
    pub(crate) code_entries: Map<EntryId, CodesRecord>,
    pub(crate) code_keys: Map<PublicKey, (PersonId, EntryId)>,
    pub(crate) disclosures: Map<DisclosureId, DisclosureRecord>,
    pub(crate) drafts: Map<SetId, RollDraft>,
    pub(crate) estate: Option<Estate>,
    /// What was erased.
    pub(crate) erased: Map<BlobId, ErasedBlob>,
    /// The devices that entered by these entries.
    pub(crate) key_entries: Map<EntryId, PublicKey>,
    pub(crate) keys: Map<PublicKey, KeyRecord>,
    pub(crate) last_received_ms: u64,
    pub(crate) matters: Map<MatterId, Matter>,
    pub(crate) meetings: Map<EntryId, MeetingRecord>,
    pub(crate) namings: Map<PartyId, Naming>,
    pub(crate) notices: Map<NoticeId, NoticeRecord>,
    pub(crate) orgs: Map<OrgId, Org>,
    pub(crate) persons: Map<PersonId, Person>,
    pub(crate) proposals: Map<EntryId, Proposal>,
    pub(crate) questions: Map<QuestionId, Question>,
    /// When somebody did what one person may not do without end, by a name for who did what about what.
    pub(crate) repeats: Map<Hash, Vec<u64>>,
    pub(crate) rolls: Map<RollId, Roll>,
    pub(crate) size: u64,
    pub(crate) tasks: Map<TaskId, Task>,
    /// What was said and can be erased: who said it first, none where an office said it too.
    pub(crate) words: Map<BlobId, Option<SaidBlob>>,
}

impl State {
    /// How many entries it has folded; the next entry stands at this index.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// When the last entry was received, in milliseconds since 1970.
    pub fn last_received_ms(&self) -> u64 {
        self.last_received_ms
    }

    /// The founding facts, once `genesis` is folded.
    pub fn estate(&self) -> Option<&Estate> {
        self.estate.as_ref()
    }

    /// The settings in force.
    pub fn bylaws(&self) -> &Bylaws {
        &self.bylaws
    }

    /// A key that has signed or may sign.
    pub fn key(&self, key: &PublicKey) -> Option<&KeyRecord> {
        self.keys.get(key)
    }

    /// A person with a code, a key or a grant.
    pub fn person(&self, person: &PersonId) -> Option<&Person> {
        self.persons.get(person)
    }

    /// Everybody with a code, a key or a grant.
    pub fn persons(&self) -> impl Iterator<Item = (&PersonId, &Person)> {
        self.persons.iter()
    }

    /// A closed roll.
    pub fn roll(&self, roll: &RollId) -> Option<&Roll> {
        self.rolls.get(roll)
    }

    /// All closed rolls.
    pub fn rolls(&self) -> impl Iterator<Item = (&RollId, &Roll)> {
        self.rolls.iter()
    }

    /// The roll that was closed last.
    pub fn newest_roll(&self) -> Option<(&RollId, &Roll)> {
        self.rolls.iter().max_by_key(|(_, roll)| roll.index)
    }

    /// Whether a roll was made from that upload, which cannot be closed twice.
    pub(crate) fn is_closed_set(&self, set: &SetId) -> bool {
        self.rolls.values().any(|roll| roll.set.as_ref() == Some(set))
    }

    /// The letter with that code key: whose it is, where it stands, and the entry that published it.
    pub fn letter(&self, code_key: &PublicKey) -> Option<(PersonId, &CodeRecord, EntryId)> {
        let (person, entry) = *self.code_keys.get(code_key)?;
        Some((person, self.persons.get(&person)?.code(code_key)?, entry))
    }

    /// A `codes` entry.
    pub fn codes(&self, entry: &EntryId) -> Option<&CodesRecord> {
        self.code_entries.get(entry)
    }

    /// All `codes` entries.
    pub fn all_codes(&self) -> impl Iterator<Item = (&EntryId, &CodesRecord)> {
        self.code_entries.iter()
    }

    /// The device that an `enrol`, `enrol-in-person` or `add-device` entry let in.
    pub fn device_of(&self, entry: &EntryId) -> Option<&PublicKey> {
        self.key_entries.get(entry)
    }

    /// All of these, with the device.
    pub fn devices(&self) -> impl Iterator<Item = (&EntryId, &PublicKey)> {
        self.key_entries.iter()
    }

    /// An organisation.
    pub fn org(&self, org: &OrgId) -> Option<&Org> {
        self.orgs.get(org)
    }

    /// All organisations.
    pub fn orgs(&self) -> impl Iterator<Item = (&OrgId, &Org)> {
        self.orgs.iter()
    }

    /// An act that asks for a second person.
    pub fn proposal(&self, entry: &EntryId) -> Option<&Proposal> {
        self.proposals.get(entry)
    }

    /// All acts that ask, or have asked, for a second person, but `codes` and devices.
    pub fn proposals(&self) -> impl Iterator<Item = (&EntryId, &Proposal)> {
        self.proposals.iter()
    }

    /// Who votes for a party, where that was named.
    pub fn naming(&self, party: &PartyId) -> Option<&Naming> {
        self.namings.get(party)
    }

    /// Whether the owners' settings are published; until then the conservative defaults hold.
    pub fn has_bylaws(&self) -> bool {
        self.adopted.is_some()
    }

    /// An upload that is not closed yet.
    pub fn draft(&self, set: &SetId) -> Option<&RollDraft> {
        self.drafts.get(set)
    }

    /// A notice.
    pub fn notice(&self, notice: &NoticeId) -> Option<&NoticeRecord> {
        self.notices.get(notice)
    }

    /// All notices.
    pub fn notices(&self) -> impl Iterator<Item = (&NoticeId, &NoticeRecord)> {
        self.notices.iter()
    }

    /// An opened agenda.
    pub fn agenda(&self, agenda: &AgendaId) -> Option<&Agenda> {
        self.agendas.get(agenda)
    }

    /// All opened agendas.
    pub fn agendas(&self) -> impl Iterator<Item = (&AgendaId, &Agenda)> {
        self.agendas.iter()
    }

    /// A matter.
    pub fn matter(&self, matter: &MatterId) -> Option<&Matter> {
        self.matters.get(matter)
    }

    /// All matters.
    pub fn matters(&self) -> impl Iterator<Item = (&MatterId, &Matter)> {
        self.matters.iter()
    }

    /// A charter that is or was in force.
    pub fn charter(&self, charter: &EntryId) -> Option<&CharterRecord> {
        self.charters.get(charter)
    }

    /// All charters that are or were in force.
    pub fn charters(&self) -> impl Iterator<Item = (&EntryId, &CharterRecord)> {
        self.charters.iter()
    }

    /// A meeting that was called.
    pub fn meeting(&self, meeting: &EntryId) -> Option<&MeetingRecord> {
        self.meetings.get(meeting)
    }

    /// Work given out.
    pub fn task(&self, task: &TaskId) -> Option<&Task> {
        self.tasks.get(task)
    }

    /// All work given out.
    pub fn tasks(&self) -> impl Iterator<Item = (&TaskId, &Task)> {
        self.tasks.iter()
    }

    /// A disclosure.
    pub fn disclosure(&self, disclosure: &DisclosureId) -> Option<&DisclosureRecord> {
        self.disclosures.get(disclosure)
    }

    /// All disclosures.
    pub fn disclosures(&self) -> impl Iterator<Item = (&DisclosureId, &DisclosureRecord)> {
        self.disclosures.iter()
    }

    /// All questions about disclosures.
    pub fn questions(&self) -> impl Iterator<Item = (&QuestionId, &Question)> {
        self.questions.iter()
    }

    /// Whether a key's holder has a capability at a moment, however far it reaches. Roots may grant and publish codes;
    /// everything else they give openly to a person.
    pub fn holds(&self, holder: KeyHolder, capability: Capability, at_ms: u64) -> bool {
        match holder {
            KeyHolder::Root => ROOTS_HOLD.contains(&capability),
            KeyHolder::Person(person) => self.grants_of(&person, capability, at_ms).next().is_some(),
        }
    }

    /// All that a key's holder holds at a moment, by whichever office.
    pub fn capabilities(&self, holder: KeyHolder, at_ms: u64) -> BTreeSet<Capability> {
        match holder {
            KeyHolder::Root => ROOTS_HOLD.into(),
            KeyHolder::Person(person) => {
                let grants = self.persons.get(&person).into_iter().flat_map(|person| person.grants_at(at_ms));
                grants.flat_map(|grant| grant.caps.iter().copied()).collect()
            }
        }
    }

    /// Whether a key's holder may do at a moment what a capability stands for, in this concern.
    pub fn reaches(
        &self,
        holder: KeyHolder,
        capability: Capability,
        at_ms: u64,
        concern: &Concern<'_>,
    ) -> bool {
        let roll = self.newest_roll().map(|(_, roll)| roll);
        match holder {
            KeyHolder::Root => self.holds(holder, capability, at_ms),
            KeyHolder::Person(person) => {
                let mut grants = self.grants_of(&person, capability, at_ms);
                grants.any(|grant| self.extent(grant).covers(roll, concern))
            }
        }
    }

    /// How far an office goes.
    pub fn extent<'a>(&self, grant: &'a GrantRecord) -> Extent<'a> {
        Extent { reach: &grant.reach, kind: self.orgs.get(&grant.org).map(|org| org.kind) }
    }

    /// A person's grants that give a capability at a moment.
    pub(crate) fn grants_of(
        &self,
        person: &PersonId,
        capability: Capability,
        at_ms: u64,
    ) -> impl Iterator<Item = &GrantRecord> + Clone {
        let person = self.persons.get(person).into_iter();
        person.flat_map(move |person| person.grants_in_force(at_ms, capability))
    }

    /// The organisations for which somebody holds a capability at a moment.
    pub fn orgs_of(&self, actor: &Actor, capability: Capability, at_ms: u64) -> BTreeSet<OrgId> {
        match actor {
            Actor::Root(key) => {
                let owned = self.orgs.iter().filter(|(_, org)| org.root == Some(*key));
                owned.map(|(id, _)| *id).collect()
            }
            Actor::Person(person) => {
                self.grants_of(person, capability, at_ms).map(|grant| grant.org).collect()
            }
        }
    }

    /// Whether somebody works for the property manager, who lets nobody in, counts nothing and votes for no owner. An office
    /// that waits for its giver's word says so too.
    pub fn is_managers_staff(&self, person: &PersonId, at_ms: u64) -> bool {
        let grants = self.persons.get(person).into_iter().flat_map(|person| &person.grants);
        grants
            .filter(|grant| grant.may_come_into_force(at_ms))
            .map(|grant| grant.org)
            .any(|org| self.orgs.get(&org).is_some_and(|org| org.kind == crate::body::OrgKind::Manager))
    }

    /// SHA-256 over the whole state, the same on every machine: `"estate-state/v1\0"` and then its JSON.
    pub fn state_hash(&self) -> Hash {
        let (mut hasher, mut text) = (Sha256::new_with_prefix(b"estate-state/v1\0"), String::new());
        self.put_in_pieces(&mut text, &mut |piece| {
            hasher.update(piece.as_bytes());
            piece.clear();
        });
        hasher.update(text.as_bytes());
        Hash::from_bytes(hasher.finalize().into())
    }
}
