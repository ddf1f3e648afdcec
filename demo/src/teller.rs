//! Tells a log: signs every act with its author's key, lets the rule book judge it, and keeps what it takes.

use std::collections::BTreeMap;

use yishi_protocol::SigningKey;
use yishi_protocol::blob::{Blob, BlobKind, Words};
use yishi_protocol::body::{AddDevice, Body, EnrolInPerson, device_message};
use yishi_protocol::consent::standard_consent;
use yishi_protocol::id::{EntryId, EstateId, PartyId, PersonId, PublicKey, Salt};
use yishi_protocol::letter::{LONGEST_MS, LetterCode};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::signature::{public_key, sign};
use yishi_server::founding::{Acts, Founding, LetterKey, NewLog, Newcomer, Roots};
use yishi_server::keys::{new_key, random};

/// A log being told, and who is who in it.
#[derive(Debug)]
pub struct Teller {
    /// The log so far; its clock only moves forward.
    pub story: NewLog,
    /// Signs checkpoints.
    pub log_key: SigningKey,
    /// The committee's root.
    pub root: SigningKey,
    /// The residents' committee's.
    pub second_root: SigningKey,
    /// Persons by their key in the year's file.
    pub persons: BTreeMap<String, PersonId>,
    /// Parties by their owners' numbers, joined by `+`.
    pub parties: BTreeMap<String, PartyId>,
    /// The parts of the estate, by building or building and entrance.
    pub scopes: BTreeMap<String, u32>,
    /// Entries by their key in the year's file.
    pub names: BTreeMap<String, EntryId>,
    /// How many sheets of paper were read, by vote.
    pub sheets: BTreeMap<String, u32>,
    /// What the clerks who read sheets share, so that the same marks have one id.
    pub clerks: LetterCode,
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
    /// Founds the estate at a moment, in milliseconds since 1970. The second of its roots is the residents' committee's.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn found(founding: &Founding, log_key: SigningKey, now_ms: u64) -> Result<Self, Rejection> {
        let Roots { first, second } = founding.roots.clone();
        let devices = founding.people.iter();
        let devices = devices.filter_map(|known| Some((known.person, known.device.clone()?))).collect();
        let mut teller = Self {
            story: NewLog::at(now_ms),
            log_key,
            root: first,
            second_root: second.ok_or(Code::UnknownKey)?,
            persons: BTreeMap::new(),
            parties: BTreeMap::new(),
            scopes: BTreeMap::new(),
            names: BTreeMap::new(),
            sheets: BTreeMap::new(),
            clerks: LetterCode::from_random(random().map_err(no_random)?),
            devices,
            told: Told::default(),
        };
        teller.tell(founding.acts())?;
        Ok(teller)
    }

    /// The estate's id.
    pub fn estate(&self) -> EstateId {
        self.story.estate()
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
        let entry = self.story.say(key, body, blobs)?;
        *self.told.said.entry(kind.to_string()).or_default() += 1;
        Ok(entry)
    }

    /// Lets acts in, in their order.
    fn tell(&mut self, acts: Acts) -> Result<(), Rejection> {
        let mut told = Vec::new();
        for act in acts {
            let (by, body, blobs) = act.said(self.story.log.state(), &told);
            told.push(self.sign(&by, body, blobs)?);
        }
        Ok(())
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

    /// Gives somebody a letter by both roots until a moment, in milliseconds since 1970, and lets them enrol a device with it.
    ///
    /// # Errors
    /// What the rules refuse; if the operating system gives no random bytes.
    pub fn letter(&mut self, who: &str, until_ms: u64) -> Result<(), Rejection> {
        let (person, device) = (self.person(who)?, fresh_key()?);
        let letter = LetterKey::Code(LetterCode::from_random(random().map_err(no_random)?));
        let newcomer = Newcomer { person, letter, device: Some(device.clone()) };
        let until_ms = until_ms.min(self.story.now_ms.saturating_add(LONGEST_MS));
        let mut acts = Acts::default();
        acts.let_in(&self.root, Some(&self.second_root), &[newcomer], &standard_consent(), until_ms);
        self.tell(acts)?;
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

/// `BLOB_PAYLOAD`, since no later act could do without random bytes either.
fn no_random(error: impl std::fmt::Display) -> Rejection {
    Rejection::with(Code::BlobPayload, error.to_string())
}

fn fresh_key() -> Result<SigningKey, Rejection> {
    new_key().map_err(no_random)
}

/// A random salt.
///
/// # Errors
/// `BLOB_PAYLOAD` if the operating system gives no random bytes.
pub fn salt() -> Result<Salt, Rejection> {
    random().map(Salt::from_bytes).map_err(no_random)
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
