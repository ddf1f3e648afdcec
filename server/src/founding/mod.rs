//! How an estate begins, told once: which acts, in which order, signed with which keys.
//!
//! Nothing here knows a store, a clock or chance. Whoever founds an estate says what it begins with and lets a log take the
//! acts: [`NewLog`] in memory, or a server that is spoken to.

mod new_log;

use yishi_protocol::SigningKey;
use yishi_protocol::blob::{Blob, BlobKind, Words};
use yishi_protocol::body::{
    Body, Capability, Codes, Confirm, Enrol, Genesis, Grant, OrgKind, OrgUnit, Reach, Role, Roll, RollPage,
    code_message,
};
use yishi_protocol::id::{EntryId, EstateId, OrgId, PersonId, PublicKey, Salt};
use yishi_protocol::letter::LetterCode;
use yishi_protocol::signature::{public_key, sign};
use yishi_protocol::state::State;

pub use new_log::NewLog;

/// Letters of one `codes` entry, which has at most 400 rows by SPEC.md, section 7.
const LETTERS_AN_ENTRY: usize = 400;

/// Who gives what nobody else can give yet.
#[derive(Clone, Debug)]
pub struct Roots {
    /// Signs the founding, letters, and whatever belongs to no other root.
    pub first: SigningKey,
    /// Stands behind the first one's letters. Without it the first looks at the phones of those in office instead.
    pub second: Option<SigningKey>,
}

/// An organisation that is declared.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// What it is.
    pub kind: OrgKind,
    /// Its name; see [`Organisation::new`].
    pub name: Blob,
    /// The root that belongs to it and declares it, if one does.
    pub root: Option<SigningKey>,
}

impl Organisation {
    /// An organisation of a name.
    pub fn new(kind: OrgKind, name: &Words, salt: Salt, root: Option<SigningKey>) -> Self {
        Self { kind, name: Blob::record(BlobKind::Statement, salt, name), root }
    }

    /// The body that declares it; its name comes along.
    pub fn body(&self) -> OrgUnit {
        OrgUnit { kind: self.kind, name: self.name.id(), root: self.root.as_ref().map(public_key) }
    }
}

/// What opens a letter.
#[derive(Clone, Debug)]
pub enum LetterKey {
    /// A code to be printed, whose key differs from estate to estate.
    Code(LetterCode),
    /// A key that is the same in any estate.
    Key(Box<SigningKey>),
}

impl LetterKey {
    /// The key in an estate.
    pub fn of(&self, estate: &EstateId) -> SigningKey {
        match self {
            Self::Code(code) => code.key(estate),
            Self::Key(key) => (**key).clone(),
        }
    }
}

/// Somebody who gets a letter.
#[derive(Clone, Debug)]
pub struct Newcomer {
    /// Who.
    pub person: PersonId,
    /// What opens it.
    pub letter: LetterKey,
    /// The phone that opens it now; nobody has opened it yet without one.
    pub device: Option<SigningKey>,
}

/// An office, everywhere in the estate.
#[derive(Clone, Debug)]
pub struct Office {
    /// Whose.
    pub person: PersonId,
    /// For which organisation, of which there is one of that sort.
    pub kind: OrgKind,
    /// As what.
    pub role: Role,
    /// What it may do.
    pub caps: Vec<Capability>,
    /// What its holder is called, if that is more than the role.
    pub title: Option<Blob>,
    /// Until when, in milliseconds since 1970, exclusive.
    pub until_ms: u64,
}

impl Office {
    /// The body that gives it. It is for no organisation, which the rules refuse, if none of that sort is declared.
    pub fn body(&self, state: &State) -> Grant {
        let org = state.orgs().find(|(_, org)| org.kind == self.kind);
        Grant {
            caps: self.caps.clone(),
            org: org.map_or(OrgId::ZERO, |(id, _)| *id),
            person: self.person,
            reach: Reach::default(),
            role: self.role,
            title: self.title.as_ref().map(Blob::id),
            until_ms: self.until_ms,
        }
    }
}

/// A roll that nothing went before.
#[derive(Clone, Debug)]
pub struct FirstRoll {
    /// The phone of whoever brings it.
    pub by: SigningKey,
    /// The key of the second person.
    pub second: SigningKey,
    /// Its pages with their blobs.
    pub pages: Vec<(RollPage, Vec<Blob>)>,
    /// What closes it.
    pub roll: Roll,
}

/// What an estate begins with.
#[derive(Clone, Debug)]
pub struct Founding {
    /// Its public name, of 1 to 120 bytes.
    pub name: String,
    /// The key that will sign its checkpoints.
    pub log: PublicKey,
    /// Who begins.
    pub roots: Roots,
    /// In the order in which they are declared.
    pub organisations: Vec<Organisation>,
    /// In the order in which they open their letters.
    pub people: Vec<Newcomer>,
    /// What they consent to.
    pub consent: Blob,
    /// Until when letters open, in milliseconds since 1970, exclusive.
    pub letters_until_ms: u64,
    /// In the order in which they are given.
    pub offices: Vec<Office>,
    /// The roll, if one comes at once.
    pub roll: Option<FirstRoll>,
}

impl Founding {
    /// The first entry.
    pub fn genesis(&self) -> Genesis {
        let roots = [Some(&self.roots.first), self.roots.second.as_ref()];
        let mut roots: Vec<PublicKey> = roots.into_iter().flatten().map(public_key).collect();
        roots.sort();
        Genesis {
            log_key: self.log,
            name: self.name.clone(),
            root_quorum: 1,
            roots,
            rules: yishi_protocol::apply::RULES,
        }
    }

    /// Everything that is said, in order.
    pub fn acts(&self) -> Acts {
        let Roots { first, second } = &self.roots;
        let mut acts = Acts::default();
        acts.say(first, self.genesis(), vec![]);
        for organisation in &self.organisations {
            let by = organisation.root.as_ref().unwrap_or(first);
            acts.say(by, organisation.body(), vec![organisation.name.clone()]);
        }
        let devices = acts.let_in(first, second.as_ref(), &self.people, &self.consent, self.letters_until_ms);
        for office in &self.offices {
            // One root gives nothing in the name of another's organisation.
            let own = self.organisations.iter().find(|organisation| organisation.kind == office.kind);
            let by = own.and_then(|organisation| organisation.root.as_ref()).unwrap_or(first);
            acts.add(by, Saying::Office(office.clone()));
        }
        if second.is_none() {
            // An office waits until whoever gave it has seen that the right device holds it.
            for (person, device) in devices {
                if self.offices.iter().any(|office| office.person == person) {
                    acts.confirm(first, device);
                }
            }
        }
        if let Some(roll) = &self.roll {
            acts.bring_roll(roll);
        }
        acts
    }
}

/// Acts in their order.
#[derive(Clone, Debug, Default)]
pub struct Acts(Vec<Act>);

impl Acts {
    fn add(&mut self, by: &SigningKey, saying: Saying) -> usize {
        self.0.push(Act { by: by.clone(), saying });
        self.0.len() - 1
    }

    /// Somebody says something. Returns its place among the acts.
    pub fn say(&mut self, by: &SigningKey, body: impl Into<Body>, blobs: Vec<Blob>) -> usize {
        self.add(by, Saying::Ready(Box::new(body.into()), blobs))
    }

    /// Somebody stands behind the act at a place among these. Returns its own place.
    pub fn confirm(&mut self, by: &SigningKey, act: usize) -> usize {
        self.add(by, Saying::Confirm(act))
    }

    /// Letters go out, a second person stands behind them, and phones open them. Returns who opened one, by which act.
    pub fn let_in(
        &mut self,
        issuer: &SigningKey,
        second: Option<&SigningKey>,
        people: &[Newcomer],
        consent: &Blob,
        until_ms: u64,
    ) -> Vec<(PersonId, usize)> {
        // In the order of random ids: that of a list of homes would tell who lives next to whom.
        let mut people: Vec<&Newcomer> = people.iter().collect();
        people.sort_by_key(|newcomer| newcomer.person);
        for people in people.chunks(LETTERS_AN_ENTRY) {
            let letters = people.iter().map(|newcomer| (newcomer.person, newcomer.letter.clone())).collect();
            let letters = self.add(issuer, Saying::Letters(letters, until_ms));
            if let Some(second) = second {
                self.confirm(second, letters);
            }
        }
        let mut opened = Vec::with_capacity(people.len());
        for Newcomer { person, letter, device } in people {
            if let Some(device) = device {
                let saying = Saying::Opens(*person, letter.clone(), consent.clone());
                opened.push((*person, self.add(device, saying)));
            }
        }
        opened
    }

    /// A roll is brought, and a second person stands behind it. Returns the place of what closes it.
    pub fn bring_roll(&mut self, FirstRoll { by, second, pages, roll }: &FirstRoll) -> usize {
        for (page, blobs) in pages {
            self.say(by, page.clone(), blobs.clone());
        }
        let roll = self.say(by, roll.clone(), vec![]);
        self.confirm(second, roll);
        roll
    }
}

impl IntoIterator for Acts {
    type Item = Act;
    type IntoIter = std::vec::IntoIter<Act>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// One of [`Acts`]. What it says may depend on what the acts before it have become.
#[derive(Clone, Debug)]
pub struct Act {
    by: SigningKey,
    saying: Saying,
}

#[derive(Clone, Debug)]
enum Saying {
    Ready(Box<Body>, Vec<Blob>),
    Letters(Vec<(PersonId, LetterKey)>, u64),
    Opens(PersonId, LetterKey, Blob),
    Office(Office),
    Confirm(usize),
}

impl Act {
    /// Who signs it, what it says and which blobs come along, in a log that has come so far. `told` are the entries of the
    /// acts before it, in order.
    pub fn said(self, state: &State, told: &[EntryId]) -> (SigningKey, Body, Vec<Blob>) {
        let estate = state.estate().map_or(EstateId::ZERO, |estate| estate.id);
        let (body, blobs) = match self.saying {
            Saying::Ready(body, blobs) => (*body, blobs),
            Saying::Letters(letters, expires_ms) => {
                let row = |(person, letter): (PersonId, LetterKey)| (person, public_key(&letter.of(&estate)));
                (Codes { codes: letters.into_iter().map(row).collect(), expires_ms }.into(), vec![])
            }
            Saying::Opens(person, letter, consent) => {
                let body = enrol(&estate, person, &public_key(&self.by), &[letter.of(&estate)], &consent);
                (body.into(), vec![consent])
            }
            Saying::Office(office) => (office.body(state).into(), office.title.into_iter().collect()),
            Saying::Confirm(act) => {
                (Confirm { entry: told.get(act).copied().unwrap_or(EntryId::ZERO) }.into(), vec![])
            }
        };
        (self.by, body, blobs)
    }
}

/// The body by which a device opens the letters of these keys for a person, whom its key signs it for.
pub fn enrol(
    estate: &EstateId,
    person: PersonId,
    device: &PublicKey,
    letters: &[SigningKey],
    consent: &Blob,
) -> Enrol {
    let message = code_message(estate, &person, device);
    let codes = letters.iter().map(|letter| (public_key(letter), sign(letter, &message))).collect();
    Enrol { codes, consent: consent.id(), person }
}
