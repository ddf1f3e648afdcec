//! The rules: what an entry does to State, or why it is refused. The second of the four functions that hold all
//! meaning; it reads the log alone, never a blob.
//!
//! A kind's file has one function, `check(&State, &Placed, &body) -> Result<Change, Rejection>`. It sees State only
//! through a shared reference, so a refused entry cannot have changed anything, and a [`Change`] cannot fail.
//!
//! What holds for every kind is here: index, estate, time, key and `seq`.

mod access;
mod add_device;
mod answer;
mod ask;
mod ballot;
mod bylaws;
mod close;
mod close_matter;
mod codes;
mod disclosure;
mod dispatch;
mod enrol;
mod enrol_in_person;
mod genesis;
mod grant;
mod notice;
mod object;
mod open;
mod opinion;
mod org_unit;
mod progress;
mod raise;
mod rate;
mod reply;
mod representative;
mod revoke;
mod revoke_grant;
mod roll;
mod roll_change;
mod roll_page;
mod second;
mod support;
mod tally;

use core::fmt;

pub use disclosure::may_disclose;
pub use genesis::RULES;
pub use open::{OPEN_AHEAD_MS, may_open};
pub use second::{may_confirm, proposed_roll};

use crate::body::{Body, Capability};
use crate::calendar::DAY_MS;
use crate::envelope::Entry;
use crate::id::{AgendaId, EntryId, EstateId, MatterId, NoticeId, PersonId, PublicKey};
use crate::log::LogEntry;
use crate::office::Concern;
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, Agenda, AgendaVoters, KeyHolder, KeyRecord, Matter, Standing, State, has_passed};

/// How long after its window only host and supervisor can close and tally a vote; then any owner in its scope can, so
/// that nobody can sit on a result.
pub const OWNERS_MAY_CLOSE_AFTER_MS: u64 = 3 * DAY_MS;

/// What an accepted entry does to State. Made only by [`check`].
pub struct Change(Box<dyn FnOnce(&mut State)>);

impl Change {
    fn new(change: impl FnOnce(&mut State) + 'static) -> Self {
        Self(Box::new(change))
    }

    /// Does it. The state must be the one that was checked.
    pub fn carry_out(self, state: &mut State) {
        (self.0)(state);
    }
}

impl fmt::Debug for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Change")
    }
}

/// An entry at its place, with who signed it.
struct Placed {
    id: EntryId,
    estate: EstateId,
    author: PublicKey,
    index: u64,
    received_ms: u64,
    /// The holder of the key that signed; of a key that is just entering there is none.
    holder: Option<KeyHolder>,
}

/// Where an act takes effect: its own entry, at the place and time of the entry that puts it in force.
struct At {
    entry: EntryId,
    index: u64,
    received_ms: u64,
}

/// Folds one entry into State. On an error State is untouched.
///
/// # Errors
/// Any code that SPEC.md lists under "Order", "Authority" or the entry's kind.
pub fn apply(state: &mut State, entry: &LogEntry) -> Result<(), Rejection> {
    check(state, entry)?.carry_out(state);
    Ok(())
}

/// Checks one entry and says what it would do.
///
/// # Errors
/// Those of [`apply`].
pub fn check(state: &State, log_entry: &LogEntry) -> Result<Change, Rejection> {
    let LogEntry { index, received_ms, entry } = log_entry;
    require(*index == state.size, Code::WrongIndex)?;
    require(*received_ms >= state.last_received_ms, Code::TimeWentBackwards)?;
    require(*received_ms <= crate::strict_json::MAX_INTEGER, Code::NumberTooLarge)?;
    require(entry.view().size <= *index, Code::ViewAhead)?;

    let placed = |holder| Placed {
        id: entry.id(),
        estate: entry.estate(),
        author: entry.author(),
        index: *index,
        received_ms: *received_ms,
        holder,
    };
    let change = if let Body::Genesis(body) = entry.body() {
        genesis::check(state, &placed(None), body)?
    } else {
        let estate = state.estate.as_ref().ok_or(Code::GenesisMissing)?;
        require(entry.estate() == estate.id, Code::WrongEstate)?;
        match (state.keys.get(&entry.author()), entry.body()) {
            (None, Body::Enrol(body)) => enrol::check(state, &placed(None), body)?,
            (Some(_), Body::Enrol(_)) => return Err(Code::KeyAlreadyBound.into()),
            (None, _) => return Err(Code::UnknownKey.into()),
            (Some(key), body) => {
                check_key_record(key, entry)?;
                check_kind(state, &placed(Some(key.holder)), body)?
            }
        }
    };

    let (author, seq, received_ms) = (entry.author(), entry.seq(), *received_ms);
    Ok(Change::new(move |state| {
        change.carry_out(state);
        if let Some(key) = state.keys.get_mut(&author) {
            key.last_seq = Some(seq);
        }
        state.size = state.size.saturating_add(1);
        state.last_received_ms = received_ms;
    }))
}

fn check_key_record(key: &KeyRecord, entry: &Entry) -> Result<(), Rejection> {
    require(!key.revoked, Code::KeyRevoked)?;
    require(key.last_seq.is_none_or(|last| entry.seq() > last), Code::SeqReused)
}

fn check_kind(state: &State, placed: &Placed, body: &Body) -> Result<Change, Rejection> {
    match body {
        // `check` has answered these two: their author's key is not in State.
        Body::Genesis(_) => Err(Code::GenesisTwice.into()),
        Body::Enrol(_) => Err(Code::KeyAlreadyBound.into()),
        Body::Grant(body) => grant::check(state, placed, body),
        Body::RevokeGrant(body) => revoke_grant::check(state, placed, body),
        Body::Bylaws(body) => bylaws::check(state, placed, body),
        Body::OrgUnit(body) => org_unit::check(state, placed, body),
        Body::EnrolInPerson(body) => enrol_in_person::check(state, placed, body),
        Body::AddDevice(body) => add_device::check(state, placed, body),
        Body::Revoke(body) => revoke::check(state, placed, body),
        Body::Representative(body) => representative::check(state, placed, body),
        Body::Confirm(body) => second::check(state, placed, body),
        Body::Object(body) => object::check(state, placed, body),
        Body::RollPage(body) => roll_page::check(state, placed, body),
        Body::Roll(body) => roll::check(state, placed, body),
        Body::RollChange(body) => roll_change::check(state, placed, body),
        Body::Codes(body) => codes::check(state, placed, body),
        Body::Access(body) => access::check(state, placed, body),
        Body::Notice(body) => notice::check(state, placed, body),
        Body::Open(body) => open::check(state, placed, body),
        Body::Ballot(body) => ballot::check(state, placed, body),
        Body::Close(body) => close::check(state, placed, body),
        Body::Tally(body) => tally::check(state, placed, body),
        Body::Raise(body) => raise::check(state, placed, body),
        Body::Support(body) => support::check(state, placed, body),
        Body::Answer(body) => answer::check(state, placed, body),
        Body::Opinion(body) => opinion::check(state, placed, body),
        Body::Dispatch(body) => dispatch::check(state, placed, body),
        Body::Progress(body) => progress::check(state, placed, body),
        Body::Rate(body) => rate::check(state, placed, body),
        Body::CloseMatter(body) => close_matter::check(state, placed, body),
        Body::Disclosure(body) => disclosure::check(state, placed, body),
        Body::Ask(body) => ask::check(state, placed, body),
        Body::Reply(body) => reply::check(state, placed, body),
    }
}

impl Placed {
    /// That the author holds a capability now, for acts that no office is limited to.
    fn require(&self, state: &State, capability: Capability) -> Result<(), Rejection> {
        let holds = self.holder.is_some_and(|holder| state.holds(holder, capability, self.received_ms));
        require(holds, Code::MissingCapability)
    }

    /// That the author holds a capability now, and that it reaches so far.
    fn require_for(
        &self,
        state: &State,
        capability: Capability,
        concern: &Concern<'_>,
    ) -> Result<(), Rejection> {
        self.require(state, capability)?;
        let reaches =
            self.holder.is_some_and(|holder| state.reaches(holder, capability, self.received_ms, concern));
        require(reaches, Code::OutOfReach)
    }

    /// That two persons stand behind the author's key, so that nobody makes voters alone.
    fn require_vouched(&self, state: &State) -> Result<(), Rejection> {
        let vouched = state.keys.get(&self.author).is_some_and(KeyRecord::is_vouched);
        require(vouched, Code::KeyUnconfirmed)
    }

    /// Where the act takes effect, if it does so at once.
    fn at(&self) -> At {
        At { entry: self.id, index: self.index, received_ms: self.received_ms }
    }

    /// Who acts.
    fn actor(&self) -> Result<Actor, Rejection> {
        match self.holder {
            Some(KeyHolder::Person(person)) => Ok(Actor::Person(person)),
            Some(KeyHolder::Root) => Ok(Actor::Root(self.author)),
            None => Err(Code::UnknownKey.into()),
        }
    }

    /// The author, if a person.
    fn person(&self) -> Option<PersonId> {
        match self.holder {
            Some(KeyHolder::Person(person)) => Some(person),
            Some(KeyHolder::Root) | None => None,
        }
    }

    /// That the author holds a capability, or is an owner in the agenda's scope and has waited long enough.
    fn require_or_late_owner(
        &self,
        state: &State,
        agenda: &Agenda,
        capability: Capability,
    ) -> Result<(), Rejection> {
        let late = self.received_ms >= agenda.closes_ms.saturating_add(OWNERS_MAY_CLOSE_AFTER_MS);
        match (self.person(), state.rolls.get(&agenda.roll)) {
            (Some(person), Some(roll)) if late && AgendaVoters::on(state, agenda, roll).is_owner(&person) => {
                Ok(())
            }
            _ => self.require_for(state, capability, &concern_of(state, &agenda.notice)),
        }
    }
}

/// A matter that goes on.
fn open_matter<'a>(state: &'a State, matter: &MatterId) -> Result<&'a Matter, Rejection> {
    let matter = state.matters.get(matter).ok_or(Code::MatterUnknown)?;
    require(matter.standing() == Standing::Open, Code::MatterClosed)?;
    Ok(matter)
}

/// Adds an act to the trail of the matter that a notice puts to the vote.
fn note_on_matter(state: &mut State, notice: &NoticeId, index: u64) {
    let matter = state.notices.get(notice).and_then(|notice| notice.body.matter);
    if let Some(matter) = matter.and_then(|matter| state.matters.get_mut(&matter)) {
        matter.trail.insert(index);
    }
}

/// What acts about a vote concern: its scope, and its matter's tier and kind.
fn concern_of(state: &State, notice: &NoticeId) -> Concern<'static> {
    let Some(notice) = state.notices.get(notice) else { return Concern::default() };
    concern_of_vote(state, notice.body.scope, notice.body.matter.as_ref())
}

fn concern_of_vote(state: &State, scope: u32, matter: Option<&MatterId>) -> Concern<'static> {
    let matter = matter.and_then(|matter| state.matters.get(matter)).map(Matter::concern);
    Concern { scope: Some(scope), ..matter.unwrap_or_default() }
}

/// Whether an item of a vote passed.
pub(crate) fn passed(state: &State, agenda: &AgendaId, item: u32) -> bool {
    let place = usize::try_from(item).ok().and_then(|number| number.checked_sub(1));
    let tally = state.agendas.get(agenda).and_then(|agenda| agenda.tally.as_ref());
    let stated = place.zip(tally).and_then(|(place, tally)| tally.items.get(place));
    stated.is_some_and(|item| has_passed(item.outcome))
}
