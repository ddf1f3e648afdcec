//! An author's authority: that the log shows how whoever signed an act came to the office that the act asks for, from a root on.
//!
//! A server can put what it likes into a log that it alone serves, signed by a key of its own. So what a phone acts on is held
//! against the founding entry: the act's key belongs to a person, by letters or by a device that the person had; that person has
//! a grant; and so on for whoever gave the grant or published the letters, up to a root. Each entry stands before what rests
//! on it.
//!
//! Whoever was elected has their office from nobody: then the seat is held against the vote of the whole estate, whose notice, opening and
//! totals were said by whoever could and which somebody ended, and of which the person was a posted candidate who reached what was asked.
//!
//! What this cannot show: that nothing was ended since, that no candidate ahead stood in the way, that totals were not stated anew, that the
//! offices reach so far, that a second person confirmed what else needs one. An audit shows these.

use std::cell::Cell;

use crate::apply::term_end_ms;
use crate::body::{
    Body, Capability, Grant, Kind, Method, Notice, Role, Seat, Tally, code_message, device_message, option_of,
};
use crate::count::{Weight, consent_share, seat_stated};
use crate::id::{AgendaId, EntryId, EstateId, PersonId, PublicKey};
use crate::log::LogEntry;
use crate::rejection::{Code, Rejection, require};
use crate::signature::verify_signature;
use crate::state::{KeyHolder, State, Way};
use crate::view::{AuthorityView, Opened};

/// The most entries on which one authority may rest: three grants or elections, each by somebody with a few devices and letters.
pub const MOST_ENTRIES: usize = 64;

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
    // What an election rests on asks what it asks by itself; a seat and a candidate ask nobody, and any owner ends a vote.
    let of_election = matches!(body, Body::Notice(_) | Body::Open(_) | Body::Tally(_));
    if of_election {
        return asked(body.kind()).into_iter().collect();
    }
    // Whoever stands behind a candidate, and who brought the roll.
    if let Body::Confirm(_) = body {
        return vec![Capability::Tally];
    }
    if let Body::Roll(_) = body {
        return vec![Capability::Roll];
    }
    let lets_in = matches!(body, Body::Codes(_) | Body::EnrolInPerson(_));
    if lets_in { vec![Capability::Codes] } else { Vec::new() }
}

/// Whether it matters for what an entry shows whose key signed it: not of a seat, which repeats what a vote says, nor of a candidate, whom
/// the notice names.
pub fn asks_whose(body: &Body) -> bool {
    !matches!(body, Body::Seat(_) | Body::Nominate(_))
}

/// An entry on which something rests, as State knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behind {
    /// By its id.
    Entry(EntryId),
    /// By its place in the log.
    Place(u64),
}

/// The entries on which the authority of a key rests at once: how it came to its person, and the grants of that person with the
/// capability, those of the fewest hands first. None for a root.
pub fn behind(state: &State, key: &PublicKey, capability: Option<Capability>, at_ms: u64) -> Vec<Behind> {
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
    let vote = held.and_then(|grant| grant.seated_by);
    let election = vote.map(|vote| election(state, &vote, &person)).unwrap_or_default();
    found.into_iter().map(Behind::Entry).chain(election).collect()
}

/// The entries of an election that show that somebody was posted as a candidate in it, what they reached, and that it was one of the whole
/// estate and ended.
fn election(state: &State, id: &AgendaId, person: &PersonId) -> Vec<Behind> {
    let Some(agenda) = state.agenda(id) else { return Vec::new() };
    let notice = state.notice(&agenda.notice);
    let stood =
        notice.and_then(|notice| crate::body::election_of(state, notice)).and_then(|(_, item, matter)| {
            let mut options = item.options.iter().filter_map(|option| matter.candidate(option));
            options.find(|(_, record)| record.person == *person)
        });
    let stood = stood.map(|(entry, record)| [Behind::Entry(*entry), Behind::Place(record.index)]);
    // What a change of a roll says nothing of it takes from the roll that it changes, so the first with these parts lists them.
    let alike = state.rolls.iter().filter(|(_, roll)| roll.estate_scope() == Some(agenda.scope));
    let roll = alike.min_by_key(|(_, roll)| roll.index).map(|(roll, _)| *roll);
    let end = agenda.finality.as_ref().map(|finality| finality.entry);
    let second = end.and_then(|end| state.proposal(&end)?.in_force);
    let entries = [agenda.notice, *id].into_iter().chain(agenda.tally_entry).chain(end).chain(roll);
    entries.map(Behind::Entry).chain(second.map(Behind::Place)).chain(stood.into_iter().flatten()).collect()
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
            if let Body::Grant(grant) = entry.entry.body() {
                return self.gives(entry, grant, capability, at) && self.is_of(key, &grant.person, at);
            }
            let Body::Seat(seat) = entry.entry.body() else { return false };
            let sits = at.received_ms < seat.until_ms && Role::Committee.capabilities().contains(&capability);
            let elected = |person| self.is_of(key, person, at) && self.elects(At::of(entry), seat, person);
            sits && seat.persons.iter().any(elected)
        })
    }

    /// Whether the vote that a seat names elected a person for as long as it says, as far as its entries show, each by whoever could.
    fn elects(&self, at: At, seat: &Seat, person: &PersonId) -> bool {
        let mut opened = self.before(at).filter(|entry| entry.entry.id() == seat.agenda);
        let Some(opened) = opened.next() else { return false };
        let Body::Open(open) = opened.entry.body() else { return false };
        let Some(noticed) = self.before(at).find(|entry| entry.entry.id() == open.notice) else {
            return false;
        };
        let Body::Notice(notice) = noticed.entry.body() else { return false };
        // Totals may have been stated anew, until the vote ended: the last ones count.
        let ends = self.before(at).filter(|entry| self.ends(entry, &seat.agenda));
        ends.into_iter().any(|end| {
            let stated = self.before(At::of(end)).filter_map(|entry| {
                let Body::Tally(tally) = entry.entry.body() else { return None };
                (tally.agenda == seat.agenda).then_some((entry, tally))
            });
            let Some((stated, tally)) = stated.max_by_key(|(entry, _)| entry.index) else { return false };
            let mut stood = self.stood(At::of(noticed), notice, (seat, person));
            let total = Weight { area_c: open.area_c, heads: open.heads.into() };
            stood.any(|(name, years)| {
                self.is_term(at, (end, years), seat.until_ms) && reached((notice, tally), total, &name)
            }) && self.said(stated, Capability::Tally)
        }) && self.is_of_all(At::of(noticed), notice.scope)
            && self.said(noticed, Capability::Notice)
            && self.said(opened, Capability::Open)
    }

    /// Whether an entry was said by whoever held a capability then.
    fn said(&self, entry: &LogEntry, capability: Capability) -> bool {
        self.goes_on() && self.holds(&entry.entry.author(), capability, At::of(entry))
    }

    /// Whether an entry ends a vote, said by an office that counts or by somebody who is in: any owner may, once it is late.
    fn ends(&self, entry: &LogEntry, agenda: &AgendaId) -> bool {
        let Body::Final(end) = entry.entry.body() else { return false };
        let (author, at) = (entry.entry.author(), At::of(entry));
        let persons = self.before(at).filter_map(|entry| {
            if let Body::Enrol(body) = entry.entry.body() {
                return Some(body.person);
            }
            let Body::EnrolInPerson(body) = entry.entry.body() else { return None };
            Some(body.person)
        });
        end.agenda == *agenda
            && (self.said(entry, Capability::Tally)
                || persons.into_iter().any(|person| self.is_of(&author, &person, at)))
    }

    /// The names by which somebody stands in an election, each with the years that they stand for, where another with `tally` stood behind
    /// it before the notice.
    fn stood(
        &self,
        noticed: At,
        notice: &Notice,
        (seat, person): (&Seat, &PersonId),
    ) -> impl Iterator<Item = (String, u32)> {
        self.before(noticed).filter_map(move |entry| {
            let Body::Nominate(body) = entry.entry.body() else { return None };
            let theirs = body.person == *person && Some(body.matter) == notice.matter;
            let candidacy =
                body.candidacy.as_ref().filter(|candidacy| theirs && candidacy.org == seat.org)?;
            let (id, author) = (entry.entry.id(), entry.entry.author());
            let mut seconds = self.confirms(noticed, &id);
            let posted =
                seconds.any(|second| second.entry.author() != author && self.said(second, Capability::Tally));
            posted.then(|| (option_of(&id), candidacy.years))
        })
    }

    /// The entries before a place that put an entry in force, or would.
    fn confirms(&self, at: At, id: &EntryId) -> impl Iterator<Item = &LogEntry> {
        self.before(at)
            .filter(move |entry| matches!(entry.entry.body(), Body::Confirm(body) if body.entry == *id))
    }

    /// Whether a term of so many years ends then which begins where a vote ended: with that entry, or with what put it in force.
    fn is_term(&self, at: At, (end, years): (&LogEntry, u32), until_ms: u64) -> bool {
        let id = end.entry.id();
        let since = [end].into_iter().chain(self.confirms(at, &id));
        since.into_iter().any(|since| term_end_ms(since.received_ms, years) == until_ms)
    }

    /// Whether a part of the estate is all of it, by a roll that whoever could brought.
    fn is_of_all(&self, at: At, scope: u32) -> bool {
        self.before(at).any(|entry| {
            let Body::Roll(roll) = entry.entry.body() else { return false };
            let whole = roll.scopes.iter().find(|(_, parent)| parent.is_none());
            whole.is_some_and(|(whole, _)| *whole == scope) && self.said(entry, Capability::Roll)
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

/// Whether a candidate is elected by stated totals, an alternate or in a lot, in an election of the notice.
fn reached((notice, tally): (&Notice, &Tally), total: Weight, name: &String) -> bool {
    let mut items = notice.items.iter().zip(&tally.items);
    items.any(|(item, stated)| {
        let share = consent_share(item.class, item.raise);
        let seating = seat_stated(total, stated, (item, share), &|_| true);
        let mut all = seating.elected.iter().chain(&seating.alternates).chain(&seating.lot);
        item.method == Method::Election && all.any(|one| one == name)
    })
}
