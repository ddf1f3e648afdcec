//! Tells a log: signs every act with its author's key, lets the rule book judge it, and keeps what it takes.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};
use yishi_protocol::SigningKey;
use yishi_protocol::blob::{Blob, BlobKind, Evidence, Words};
use yishi_protocol::body::{
    AddDevice, Body, Codes, Confirm, Enrol, EnrolInPerson, Genesis, OrgKind, code_message, device_message,
};
use yishi_protocol::consent::standard_consent;
use yishi_protocol::envelope::Draft;
use yishi_protocol::id::{EntryId, EstateId, OrgId, PartyId, PersonId, PublicKey, Salt};
use yishi_protocol::letter::{LONGEST_MS, LetterCode};
use yishi_protocol::log::Log;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::signature::{public_key, sign};
use yishi_protocol::verify;
use yishi_server::keys::{new_key, random};
use yishi_server::store::NewEntry;

/// A log being told, and who is who in it.
#[derive(Debug)]
pub struct Teller {
    /// The log so far.
    pub log: Log,
    /// Every blob so far.
    pub evidence: Evidence,
    /// What a store keeps.
    pub entries: Vec<NewEntry>,
    /// The clock, in milliseconds since 1970; it only moves forward.
    pub now_ms: u64,
    /// Signs checkpoints.
    pub log_key: SigningKey,
    /// The committee's root.
    pub root: SigningKey,
    /// The residents' committee's.
    pub second_root: SigningKey,
    /// Organisations by what they are.
    pub orgs: BTreeMap<OrgKind, OrgId>,
    /// Persons by their key in the year's file.
    pub persons: BTreeMap<String, PersonId>,
    /// Parties by their owners' numbers, joined by `+`.
    pub parties: BTreeMap<String, PartyId>,
    /// The parts of the estate, by building or building and entrance.
    pub scopes: BTreeMap<String, u32>,
    /// Entries by their key in the year's file.
    pub names: BTreeMap<String, EntryId>,
    devices: BTreeMap<PersonId, SigningKey>,
    /// What was told and what was left out.
    pub told: Told,
}

/// What became of the year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Acts in the log, by kind.
    pub said: BTreeMap<String, usize>,
    /// Acts that were left out, by why.
    pub left_out: BTreeMap<String, usize>,
}

impl Teller {
    /// Founds the estate at a moment.
    ///
    /// # Errors
    /// If the operating system gives no random bytes.
    pub fn found(name: &str, now_ms: u64) -> Result<Self> {
        let (log_key, root, second_root) = (new_key()?, new_key()?, new_key()?);
        let mut roots = vec![public_key(&root), public_key(&second_root)];
        roots.sort();
        let genesis = Genesis {
            log_key: public_key(&log_key),
            name: name.to_owned(),
            root_quorum: 1,
            roots,
            rules: yishi_protocol::apply::RULES,
        };
        let mut teller = Self {
            log: Log::new(),
            evidence: Evidence::new(),
            entries: Vec::new(),
            now_ms,
            log_key,
            root: root.clone(),
            second_root,
            orgs: BTreeMap::new(),
            persons: BTreeMap::new(),
            parties: BTreeMap::new(),
            scopes: BTreeMap::new(),
            names: BTreeMap::new(),
            devices: BTreeMap::new(),
            told: Told::default(),
        };
        teller.sign(&root, genesis, vec![]).map_err(|refused| anyhow!("{refused}"))?;
        Ok(teller)
    }

    /// The estate's id.
    pub fn estate(&self) -> EstateId {
        self.log.state().estate().map_or(EstateId::ZERO, |estate| estate.id)
    }

    /// Signs and lets in.
    fn sign(
        &mut self,
        key: &SigningKey,
        body: impl Into<Body>,
        blobs: Vec<Blob>,
    ) -> Result<EntryId, Rejection> {
        let body = body.into();
        let kind = body.kind();
        let last_seq = self.log.state().key(&public_key(key)).and_then(|key| key.last_seq);
        let draft = Draft {
            estate: self.estate(),
            seq: last_seq.map_or(0, |last| last.saturating_add(1)),
            view: self.log.view(),
            client_ms: self.now_ms,
            body,
        };
        let entry = verify(&draft.sign(key)?)?;
        for blob in &blobs {
            self.evidence.insert(blob.clone());
        }
        let entry = self.log.accept(entry, self.now_ms, &self.evidence)?;
        let entry_id = entry.entry.id();
        self.entries.push(NewEntry { entry_id, leaf: entry.leaf(), leaf_hash: entry.leaf_hash(), blobs });
        *self.told.said.entry(kind.to_string()).or_default() += 1;
        Ok(entry_id)
    }

    /// Says something as the root.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn say_as_root(&mut self, body: impl Into<Body>, blobs: Vec<Blob>) -> Result<EntryId, Rejection> {
        let root = self.root.clone();
        self.sign(&root, body, blobs)
    }

    /// Says something as the root of the residents' committee, who is the committee's second person.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn say_as_second(&mut self, body: impl Into<Body>, blobs: Vec<Blob>) -> Result<EntryId, Rejection> {
        let root = self.second_root.clone();
        self.sign(&root, body, blobs)
    }

    /// Says something as a person of the year's file.
    ///
    /// # Errors
    /// What the rules refuse; `UNKNOWN_KEY` for somebody without a device.
    pub fn say(&mut self, who: &str, body: impl Into<Body>, blobs: Vec<Blob>) -> Result<EntryId, Rejection> {
        let person = self.person(who)?;
        let device = self.devices.get(&person).cloned().ok_or(Code::UnknownKey)?;
        self.sign(&device, body, blobs)
    }

    /// A person of the year's file.
    ///
    /// # Errors
    /// `PERSON_UNKNOWN`.
    pub fn person(&self, who: &str) -> Result<PersonId, Rejection> {
        self.persons.get(who).copied().ok_or_else(|| Rejection::with(Code::PersonUnknown, who))
    }

    /// Gives somebody a letter and lets them enrol a device with it.
    ///
    /// # Errors
    /// What the rules refuse; if the operating system gives no random bytes.
    pub fn enrol(&mut self, who: &str, code: &LetterCode) -> Result<()> {
        let refused = |refused: Rejection| anyhow!("{who}: {refused}");
        let person = self.person(who).map_err(refused)?;
        let (device, code, estate) = (new_key()?, code.key(&self.estate()), self.estate());
        let consent = standard_consent();
        let message = code_message(&estate, &person, &public_key(&device));
        let codes = vec![(public_key(&code), sign(&code, &message))];
        let body = Enrol { codes, consent: consent.id(), person };
        self.sign(&device, body, vec![consent]).map_err(refused)?;
        self.devices.insert(person, device);
        Ok(())
    }

    /// Somebody adds a device and goes on with it.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn add_device(&mut self, who: &str) -> Result<(), Rejection> {
        let (person, device, estate) = (self.person(who)?, fresh_key()?, self.estate());
        let message = device_message(&estate, &person, &public_key(&device));
        let body = AddDevice { device: public_key(&device), device_sig: sign(&device, &message) };
        self.say(who, body, vec![])?;
        self.devices.insert(person, device);
        Ok(())
    }

    /// Somebody comes to the desk with a new device; a clerk brings it in, and it signs once another one has confirmed that.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn enrol_in_person(&mut self, clerk: &str, who: &str) -> Result<EntryId, Rejection> {
        let (person, device, estate) = (self.person(who)?, fresh_key()?, self.estate());
        let consent = standard_consent();
        let message = device_message(&estate, &person, &public_key(&device));
        let body = EnrolInPerson {
            consent: consent.id(),
            device: public_key(&device),
            device_sig: sign(&device, &message),
            person,
        };
        let entry = self.say(clerk, body, vec![consent])?;
        self.devices.insert(person, device);
        Ok(entry)
    }

    /// Somebody's device.
    ///
    /// # Errors
    /// `UNKNOWN_KEY` for somebody without one.
    pub fn device(&self, who: &str) -> Result<PublicKey, Rejection> {
        let device = self.devices.get(&self.person(who)?).ok_or(Code::UnknownKey)?;
        Ok(public_key(device))
    }

    /// Publishes letters, and has the other root stand behind them.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn letters(&mut self, codes: &[(PersonId, LetterCode)], expires_ms: u64) -> Result<(), Rejection> {
        let estate = self.estate();
        for codes in codes.chunks(400) {
            let row = |(person, code): &(PersonId, LetterCode)| (*person, public_key(&code.key(&estate)));
            let codes = codes.iter().map(row).collect();
            let expires_ms = expires_ms.min(self.now_ms.saturating_add(LONGEST_MS));
            let entry = self.say_as_root(Codes { codes, expires_ms }, vec![])?;
            self.say_as_second(Confirm { entry }, vec![])?;
        }
        Ok(())
    }

    /// An entry by its key in the year's file.
    ///
    /// # Errors
    /// `MATTER_UNKNOWN`, as most of them are matters, naming the key.
    pub fn named(&self, key: &str) -> Result<EntryId, Rejection> {
        self.names.get(key).copied().ok_or_else(|| Rejection::with(Code::MatterUnknown, key))
    }

    /// Notes that something was left out.
    pub fn leave_out(&mut self, why: impl Into<String>) {
        *self.told.left_out.entry(why.into()).or_default() += 1;
    }
}

fn fresh_key() -> Result<SigningKey, Rejection> {
    new_key().map_err(|error| Rejection::with(Code::UnknownKey, error.to_string()))
}

/// A random salt.
///
/// # Errors
/// `BLOB_PAYLOAD` if the operating system gives no random bytes, which no later act could do without either.
pub fn salt() -> Result<Salt, Rejection> {
    random().map(Salt::from_bytes).map_err(|error| Rejection::with(Code::BlobPayload, error.to_string()))
}

/// Words that somebody says.
///
/// # Errors
/// As [`salt`].
pub fn statement(zh: &str) -> Result<Blob, Rejection> {
    Ok(Blob::record(BlobKind::Statement, salt()?, &words(zh, None)))
}

/// Words in Chinese and perhaps English.
pub fn words(zh: &str, en: Option<&str>) -> Words {
    Words::zh_en(zh, en)
}
