//! An author's authority: that the log shows how whoever signed an act came to the office that the act asks for, from a root on.
//!
//! A server can put what it likes into a log that it alone serves, signed by a key of its own. So what a phone acts on is held
//! against the founding entry: the act's key belongs to a person, by letters or by a device that the person had; that person has
//! a grant; and so on for whoever gave the grant or published the letters, up to a root. Each entry stands before what rests
//! on it.
//!
//! What this cannot show: that nothing was ended since, that the offices reach so far, that a second person confirmed what
//! needs one. An audit shows these.

use std::cell::Cell;

use crate::body::{Body, Capability, Grant, Kind, code_message, device_message};
use crate::id::{EntryId, EstateId, PersonId, PublicKey};
use crate::log::LogEntry;
use crate::rejection::{Code, Rejection, require};
use crate::signature::verify_signature;
use crate::state::{KeyHolder, State, Way};
use crate::view::{AuthorityView, Opened};

/// The most entries on which one authority may rest: three grants, each by somebody with a few devices and letters.
pub const MOST_ENTRIES: usize = 32;

/// How many steps are gone before it counts as not shown, whatever a server names.
const STEPS: u32 = 4096;

/// The acts whose authors are asked, each with what it asks of them.
const ASKED: [(Kind, Capability); 12] = [
    (Kind::Notice, Capability::Notice),
    (Kind::Withdraw, Capability::Notice),
    (Kind::Extend, Capability::Notice),
    (Kind::Open, Capability::Open),
    (Kind::Tally, Capability::Tally),
    (Kind::RuleDispute, Capability::Tally),
    (Kind::Final, Capability::Tally),
    (Kind::Answer, Capability::Answer),
    (Kind::CloseMatter, Capability::Answer),
    (Kind::Dispatch, Capability::Dispatch),
    (Kind::Disclosure, Capability::Disclosure),
    (Kind::Reply, Capability::Disclosure),
];

/// What an act asks of its author; none if nobody asks.
pub fn asked(kind: Kind) -> Option<Capability> {
    ASKED.iter().find(|(known, _)| *known == kind).map(|(_, capability)| *capability)
}

/// What an entry on which it rests asks of its own author: of a grant, that is there for the sake of a capability, this one and
/// `grant`; of letters and of phones brought to the desk, `codes`, whatever the key that came by them is asked for.
pub fn asked_of(body: &Body, capability: Option<Capability>) -> Vec<Capability> {
    if let Body::Grant(_) = body {
        return capability.into_iter().chain([Capability::Grant]).collect();
    }
    let lets_in = matches!(body, Body::Codes(_) | Body::EnrolInPerson(_));
    if lets_in { vec![Capability::Codes] } else { Vec::new() }
}

/// The entries on which the authority of a key rests at once: how it came to its person, and the grants of that person with the
/// capability, those of the fewest hands first. None for a root.
pub fn behind(state: &State, key: &PublicKey, capability: Option<Capability>, at_ms: u64) -> Vec<EntryId> {
    let Some(record) = state.key(key) else { return Vec::new() };
    let KeyHolder::Person(person) = record.holder else { return Vec::new() };
    let mut found = vec![record.entry];
    if let Way::Letters(codes) = &record.way {
        found.extend(codes);
    }
    let grants = state.person(&person).map(|person| person.grants.as_slice()).unwrap_or_default();
    let gives = |cap: Capability| grants.iter().filter(move |grant| grant.caps.contains(&cap));
    let held = capability.and_then(|cap| {
        let in_time = gives(cap).filter(|grant| grant.since_ms <= at_ms && at_ms < grant.until_ms);
        in_time.min_by_key(|grant| grant.depth)
    });
    found.extend(held.map(|grant| grant.entry));
    found
}

/// Whether the answer shows that the author of the act had the authority for it. `roots` are those of the founding entry, which the
/// estate's id proves.
///
/// # Errors
/// `ANSWER_MISMATCH` if an entry that is named is not shown, or more are named than one can rest on; those of
/// [`Opened::entry`].
pub fn is_shown(
    opened: &Opened<'_>,
    view: &AuthorityView,
    (estate, roots): (&EstateId, &[PublicKey]),
) -> Result<bool, Rejection> {
    require(view.by.len() <= MOST_ENTRIES, Code::AnswerMismatch)?;
    let by = view.by.iter().map(|id| opened.entry(id)).collect::<Result<Vec<_>, _>>()?;
    let act = opened.entry(&view.act)?;
    let Some(capability) = asked(act.entry.body().kind()) else { return Ok(true) };
    let book = Book { estate, roots, by, left: Cell::new(STEPS) };
    Ok(book.holds(&act.entry.author(), capability, At::of(&act)))
}

/// When something was done: by its place, and by its date.
#[derive(Clone, Copy)]
struct At {
    index: u64,
    received_ms: u64,
}

impl At {
    fn of(entry: &LogEntry) -> Self {
        Self { index: entry.index, received_ms: entry.received_ms }
    }
}

/// What is shown.
struct Book<'a> {
    estate: &'a EstateId,
    roots: &'a [PublicKey],
    by: Vec<LogEntry>,
    left: Cell<u32>,
}

impl Book<'_> {
    /// What stands before a place. Every step leads to an earlier one, so it ends.
    fn before(&self, at: At) -> impl Iterator<Item = &LogEntry> {
        self.by.iter().filter(move |entry| entry.index < at.index)
    }

    /// Whether a key held a capability.
    fn holds(&self, key: &PublicKey, capability: Capability, at: At) -> bool {
        if self.roots.contains(key) {
            return true;
        }
        if !self.goes_on() {
            return false;
        }
        self.before(at).any(|entry| {
            let Body::Grant(grant) = entry.entry.body() else { return false };
            self.gives(entry, grant, capability, at) && self.is_of(key, &grant.person, at)
        })
    }

    /// Whether a grant gives a capability, by somebody who could.
    fn gives(&self, entry: &LogEntry, grant: &Grant, capability: Capability, at: At) -> bool {
        let given = grant.caps.contains(&capability) && grant.is_in_force(at.received_ms);
        let asked = asked_of(entry.entry.body(), Some(capability));
        given && asked.into_iter().all(|cap| self.holds(&entry.entry.author(), cap, At::of(entry)))
    }

    /// Whether a key belongs to a person.
    fn is_of(&self, key: &PublicKey, person: &PersonId, at: At) -> bool {
        self.goes_on() && self.before(at).any(|entry| self.binds(entry, key, person))
    }

    fn binds(&self, entry: &LogEntry, key: &PublicKey, person: &PersonId) -> bool {
        let (author, at) = (&entry.entry.author(), At::of(entry));
        let device = |device: &PublicKey, signature| {
            let message = device_message(self.estate, person, device);
            device == key && verify_signature(device, &message, signature).is_ok()
        };
        let body = entry.entry.body();
        if let Body::Enrol(body) = body {
            let message = code_message(self.estate, person, key);
            let opens = |(code, signature): &(PublicKey, _)| {
                verify_signature(code, &message, signature).is_ok() && self.published(person, code, at)
            };
            let by_letters = !body.codes.is_empty() && body.codes.iter().all(opens);
            return author == key && body.person == *person && by_letters;
        }
        if let Body::EnrolInPerson(body) = body {
            let asked = body.person == *person && device(&body.device, &body.device_sig);
            return asked && self.holds(author, Capability::Codes, at);
        }
        let Body::AddDevice(body) = body else { return false };
        device(&body.device, &body.device_sig) && self.is_of(author, person, at)
    }

    /// Whether a letter with that code was published for the person, by somebody who could.
    fn published(&self, person: &PersonId, code: &PublicKey, at: At) -> bool {
        self.before(at).any(|entry| {
            let Body::Codes(body) = entry.entry.body() else { return false };
            body.codes.contains(&(*person, *code))
                && self.holds(&entry.entry.author(), Capability::Codes, At::of(entry))
        })
    }

    /// Whether there are steps left.
    fn goes_on(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left > 0
    }
}
