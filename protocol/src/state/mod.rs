//! What a log means so far: a fold over its entries, and nothing else.
//!
//! State holds what the log holds (ids, hashes, integers, events), never a blob's payload. It changes only in
//! [`crate::apply`]; nothing in it changes by time passing, so stages are asked with a time
//! ([`Agenda::stage_at`]).

mod agenda;
mod disclosure;
mod matter;
mod person;
mod roll;

use std::collections::BTreeMap;
use std::io;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use agenda::{Agenda, LoggedBallot, NoticeRecord, Stage};
pub use disclosure::{DisclosureRecord, Question};
pub(crate) use matter::has_passed;
pub use matter::{Closing, LoggedOpinion, Matter, Next, NextAct, Standing, Step, Task, WHOLE, over_fen};
pub use person::{Code, GrantRecord, KeyHolder, KeyRecord, Person};
pub(crate) use roll::counts;
pub use roll::{AgendaVoters, Party, Roll, RollDraft, Unit};

use crate::body::Capability;
use crate::bylaws::Bylaws;
use crate::id::{
    AgendaId, DisclosureId, EntryId, EstateId, Hash, MatterId, NoticeId, PersonId, PublicKey, QuestionId,
    RollId, SetId, TaskId,
};

/// The founding facts of an estate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    pub(crate) agendas: BTreeMap<AgendaId, Agenda>,
    pub(crate) bylaws: Bylaws,
    pub(crate) code_keys: BTreeMap<PublicKey, EntryId>,
    pub(crate) disclosures: BTreeMap<DisclosureId, DisclosureRecord>,
    pub(crate) drafts: BTreeMap<SetId, RollDraft>,
    pub(crate) estate: Option<Estate>,
    pub(crate) keys: BTreeMap<PublicKey, KeyRecord>,
    pub(crate) last_received_ms: u64,
    pub(crate) matters: BTreeMap<MatterId, Matter>,
    pub(crate) notices: BTreeMap<NoticeId, NoticeRecord>,
    pub(crate) persons: BTreeMap<PersonId, Person>,
    pub(crate) questions: BTreeMap<QuestionId, Question>,
    pub(crate) rolls: BTreeMap<RollId, Roll>,
    pub(crate) size: u64,
    pub(crate) tasks: BTreeMap<TaskId, Task>,
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

    /// The letter with that code key, if it is its person's latest: whose it is, where it stands, and the entry that
    /// published it.
    pub fn letter(&self, code_key: &PublicKey) -> Option<(PersonId, &Code, EntryId)> {
        let published = *self.code_keys.get(code_key)?;
        let holds = |person: &Person| person.code.as_ref().is_some_and(|code| code.key == *code_key);
        let (id, person) = self.persons.iter().find(|(_, person)| holds(person))?;
        Some((*id, person.code.as_ref()?, published))
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

    /// Work given out.
    pub fn task(&self, task: &TaskId) -> Option<&Task> {
        self.tasks.get(task)
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

    /// Whether a key's holder has a capability at a moment. Roots may grant and publish codes; everything else they
    /// give themselves by a grant, in the open.
    pub fn holds(&self, holder: KeyHolder, capability: Capability, at_ms: u64) -> bool {
        match holder {
            KeyHolder::Root => matches!(capability, Capability::Grant | Capability::Codes),
            KeyHolder::Person(person) => self
                .persons
                .get(&person)
                .is_some_and(|person| person.grants_in_force(at_ms, capability).next().is_some()),
        }
    }

    /// SHA-256 over the whole state, the same on every machine: `"estate-state/v1\0"` and then its JSON.
    pub fn state_hash(&self) -> Hash {
        let mut writer = HashWriter(Sha256::new_with_prefix(b"estate-state/v1\0"));
        // INVARIANT: the state is made of maps with text keys, lists, integers and strings, and the writer never
        // fails, so this always serialises. A failure would give the hash of a prefix, which matches nothing.
        drop(serde_json::to_writer(&mut writer, self));
        Hash::from_bytes(writer.0.finalize().into())
    }
}

struct HashWriter(Sha256);

impl io::Write for HashWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
