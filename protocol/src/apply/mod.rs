//! The rules: what an entry does to State, or why it is refused. The second of the four functions that hold all
//! meaning; it reads the log alone, never a blob.
//!
//! A kind's own rules are in its file under `acts`: `check(&self, &State, &Placed) -> Result<Change, Rejection>`. They see
//! State only through a shared reference, so a refused entry cannot have changed anything, and a [`Change`] cannot fail.
//!
//! What holds for every kind is here: index, estate, time, key and `seq`; and what several kinds ask.

pub(crate) mod often;
pub(crate) mod second;

use core::fmt;

use crate::acts::Act;
pub use crate::acts::decide::deny::check_denial;
pub use crate::acts::decide::open::{OPEN_AHEAD_MS, may_open};
pub(crate) use crate::acts::decide::paper::may_read_again;
pub(crate) use crate::acts::decide::rule_dispute::may_rule;
pub(crate) use crate::acts::decide::seat::term_end_ms;
pub use crate::acts::disclose::disclosure::may_disclose;
pub use crate::acts::evaluate::rate::may_rate;
pub use crate::acts::set_up::confirm::{may_confirm, proposed_roll};
pub use crate::acts::set_up::erase_reader::{ErasureReader, proposed_erasure};
pub use crate::acts::set_up::genesis::RULES;
use crate::body::{Body, Capability};
use crate::calendar::DAY_MS;
use crate::course::{Deed, Subject};
use crate::envelope::Entry;
use crate::id::{AgendaId, BlobId, EntryId, EstateId, MatterId, NoticeId, PersonId, PublicKey};
use crate::log::LogEntry;
use crate::office::Concern;
use crate::plan::RESULT_DAYS;
use crate::rejection::{Code, Rejection, require};
use crate::state::{
    Actor, Agenda, AgendaVoters, KeyHolder, KeyRecord, Matter, SaidBlob, Standing, State, has_passed,
};

/// How long after its window only host and supervisor can close and tally a vote; then any owner in its scope can, so
/// that nobody can sit on a result that should have been posted.
pub const OWNERS_MAY_CLOSE_AFTER_MS: u64 = RESULT_DAYS * DAY_MS;

/// What an accepted entry does to State. Made only by [`check`].
pub struct Change(Box<dyn FnOnce(&mut State) + Send>);

impl Change {
    pub(crate) fn new(change: impl FnOnce(&mut State) + Send + 'static) -> Self {
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
pub(crate) struct Placed {
    pub(crate) id: EntryId,
    pub(crate) estate: EstateId,
    pub(crate) author: PublicKey,
    pub(crate) index: u64,
    pub(crate) received_ms: u64,
    /// The holder of the key that signed; of a key that is just entering there is none.
    pub(crate) holder: Option<KeyHolder>,
}

/// Where an act takes effect: its own entry, at the place and time of the entry that puts it in force.
pub(crate) struct At {
    pub(crate) entry: EntryId,
    pub(crate) index: u64,
    pub(crate) received_ms: u64,
}

/// Folds one entry into State. On an error State is untouched.
///
/// # Errors
/// Any code that SPEC.md lists under "Order", "Authority" or the entry's kind.
pub fn apply(state: &mut State, entry: &LogEntry) -> Result<(), Rejection> {
    check(state, entry)?.carry_out(state);
    Ok(())
}

/// Who stands behind an entry, before anything that it says is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// A key of this log, with a number that it has not used.
    Known,
    /// A key of this log, with a number that it has used: the entry is in the log, or will be refused.
    Again,
    /// A key that is not in the log, with an entry of a kind by which keys come in.
    Newcomer,
}

/// Asks who signed an entry, and nothing that needs work: so whoever keeps a log can turn strangers away at the door.
/// Whatever is let through, [`check`] judges.
///
/// # Errors
/// `WRONG_ESTATE`, `UNKNOWN_KEY`, `KEY_REVOKED`; what [`check`] would say too, unless something else is wrong besides.
pub fn author(state: &State, entry: &Entry) -> Result<Author, Rejection> {
    if let Body::Genesis(_) = entry.body() {
        return Ok(Author::Newcomer);
    }
    require(state.estate.as_ref().is_some_and(|estate| estate.id == entry.estate()), Code::WrongEstate)?;
    let Some(key) = state.keys.get(&entry.author()) else {
        let enters = matches!(entry.body(), Body::Enrol(_));
        return if enters { Ok(Author::Newcomer) } else { Err(Code::UnknownKey.into()) };
    };
    if key.last_seq.is_some_and(|last| entry.seq() <= last) {
        return Ok(Author::Again);
    }
    require(!key.revoked, Code::KeyRevoked).map(|()| Author::Known)
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
    // Two kinds come from keys that are not in State: those that bring the first keys, and the next one.
    let change = if let Body::Genesis(body) = entry.body() {
        body.check(state, &placed(None))?
    } else {
        let estate = state.estate.as_ref().ok_or(Code::GenesisMissing)?;
        require(entry.estate() == estate.id, Code::WrongEstate)?;
        let key = state.keys.get(&entry.author());
        if let Body::Enrol(body) = entry.body() {
            require(key.is_none(), Code::KeyAlreadyBound)?;
            body.check(state, &placed(None))?
        } else {
            let key = key.ok_or(Code::UnknownKey)?;
            check_key_record(key, entry)?;
            entry.body().check(state, &placed(Some(key.holder)))?
        }
    };

    check_not_erased(state, entry.body())?;
    let (author, seq, received_ms) = (entry.author(), entry.seq(), *received_ms);
    let (own, kept) = (entry.body().own_words(), entry.body().kept_words());
    let said = state.keys.get(&author).and_then(|key| match key.holder {
        KeyHolder::Person(person) => Some(SaidBlob { index: *index, person, key: author }),
        KeyHolder::Root => None,
    });
    Ok(Change::new(move |state| {
        change.carry_out(state);
        note_words(state, said, own, kept);
        if let Some(key) = state.keys.get_mut(&author) {
            key.last_seq = Some(seq);
        }
        state.size = state.size.saturating_add(1);
        state.last_received_ms = received_ms;
    }))
}

/// That it names nothing that was erased: what is gone does not come back with another entry.
fn check_not_erased(state: &State, body: &Body) -> Result<(), Rejection> {
    if state.erased.is_empty() {
        return Ok(());
    }
    let back = body.named_blobs().into_iter().find(|blob| state.erased.contains_key(blob));
    back.map_or(Ok(()), |blob| Err(Rejection::with(Code::BlobErased, blob.to_string())))
}

/// Notes whose the words are that an entry says. Whoever said them first may erase them, and nobody who says them again;
/// what an office says is nobody's own, whoever said it before.
fn note_words(state: &mut State, said: Option<SaidBlob>, own: Vec<BlobId>, kept: Vec<BlobId>) {
    for blob in own {
        if !state.words.contains_key(&blob) {
            state.words.insert(blob, said);
        }
    }
    for blob in kept {
        state.words.insert(blob, None);
    }
}

fn check_key_record(key: &KeyRecord, entry: &Entry) -> Result<(), Rejection> {
    require(!key.revoked, Code::KeyRevoked)?;
    require(key.last_seq.is_none_or(|last| entry.seq() > last), Code::SeqReused)
}

impl Placed {
    /// That the author holds a capability now, for acts that no office is limited to.
    pub(crate) fn require(&self, state: &State, capability: Capability) -> Result<(), Rejection> {
        let holds = self.holder.is_some_and(|holder| state.holds(holder, capability, self.received_ms));
        require(holds, Code::MissingCapability)
    }

    /// That the author holds a capability now, and that it reaches so far.
    pub(crate) fn require_for(
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

    /// The agenda of an act that asks for a capability which reaches its vote.
    ///
    /// # Errors
    /// `MISSING_CAPABILITY`, `AGENDA_UNKNOWN`, `VOTE_WITHDRAWN`, `OUT_OF_REACH`, in this order.
    pub(crate) fn reached_agenda<'a>(
        &self,
        state: &'a State,
        capability: Capability,
        agenda: &AgendaId,
    ) -> Result<&'a Agenda, Rejection> {
        self.require(state, capability)?;
        let agenda = state.held_agenda(agenda)?;
        self.require_for(state, capability, &concern_of(state, &agenda.notice)).map(|()| agenda)
    }

    /// That two persons stand behind the author's key, so that nobody makes voters alone.
    pub(crate) fn require_vouched(&self, state: &State) -> Result<(), Rejection> {
        let vouched = state.keys.get(&self.author).is_some_and(KeyRecord::is_vouched);
        require(vouched, Code::KeyUnconfirmed)
    }

    /// Whether a deed is in place where something stands now.
    pub(crate) fn lets(&self, state: &State, subject: &Subject<'_>, deed: Deed) -> bool {
        subject.course().lets(subject.stage(state, self.received_ms), deed)
    }

    /// Where the act takes effect, if it does so at once.
    pub(crate) fn at(&self) -> At {
        At { entry: self.id, index: self.index, received_ms: self.received_ms }
    }

    /// Who acts.
    pub(crate) fn actor(&self) -> Result<Actor, Rejection> {
        match self.holder {
            Some(KeyHolder::Person(person)) => Ok(Actor::Person(person)),
            Some(KeyHolder::Root) => Ok(Actor::Root(self.author)),
            None => Err(Code::UnknownKey.into()),
        }
    }

    /// The author, if a person.
    pub(crate) fn person(&self) -> Option<PersonId> {
        match self.holder {
            Some(KeyHolder::Person(person)) => Some(person),
            Some(KeyHolder::Root) | None => None,
        }
    }

    /// That the author holds a capability, or is an owner in the agenda's scope and has waited long enough.
    pub(crate) fn require_or_late_owner(
        &self,
        state: &State,
        agenda: &Agenda,
        capability: Capability,
    ) -> Result<(), Rejection> {
        if self.acts_for_caller(state, &agenda.notice, capability) {
            return Ok(());
        }
        let from_ms = agenda.closes_ms.saturating_add(OWNERS_MAY_CLOSE_AFTER_MS);
        self.require_or_owner_from(state, agenda, capability, from_ms)
    }

    /// That the author holds a capability, or from a moment on is an owner in the agenda's scope.
    pub(crate) fn require_or_owner_from(
        &self,
        state: &State,
        agenda: &Agenda,
        capability: Capability,
        from_ms: u64,
    ) -> Result<(), Rejection> {
        let late = self.received_ms >= from_ms;
        match (self.person(), state.rolls.get(&agenda.roll)) {
            (Some(person), Some(roll)) if late && AgendaVoters::on(state, agenda, roll).is_owner(&person) => {
                Ok(())
            }
            _ => self.require_for(state, capability, &concern_of(state, &agenda.notice)),
        }
    }
}

/// A matter that goes on.
pub(crate) fn open_matter<'a>(state: &'a State, matter: &MatterId) -> Result<&'a Matter, Rejection> {
    let matter = state.matters.get(matter).ok_or(Code::MatterUnknown)?;
    require(matter.standing() == Standing::Open, Code::MatterClosed)?;
    Ok(matter)
}

/// Adds an act to the trail of the matter that a notice puts to the vote.
pub(crate) fn note_on_matter(state: &mut State, notice: &NoticeId, index: u64) {
    let matter = state.notices.get(notice).and_then(|notice| notice.body.matter);
    if let Some(matter) = matter.and_then(|matter| state.matters.get_mut(&matter)) {
        matter.trail.insert(index);
    }
}

/// What acts about a vote concern: its scope, and its matter's tier and kind.
pub(crate) fn concern_of(state: &State, notice: &NoticeId) -> Concern<'static> {
    let Some(notice) = state.notices.get(notice) else { return Concern::default() };
    concern_of_vote(state, notice.body.scope, notice.body.matter.as_ref())
}

pub(crate) fn concern_of_vote(state: &State, scope: u32, matter: Option<&MatterId>) -> Concern<'static> {
    let matter = matter.and_then(|matter| state.matters.get(matter)).map(Matter::concern);
    Concern { scope: Some(scope), ..matter.unwrap_or_default() }
}

/// That a person may be handed the evidence of a vote now: an `access` entry of theirs stands in the log, and they hold the
/// capability for that vote still. Evidence ends with its grant.
///
/// # Errors
/// `AGENDA_UNKNOWN`, `MISSING_CAPABILITY`, `OUT_OF_REACH`.
pub fn may_read_evidence(
    state: &State,
    person: &PersonId,
    agenda: &AgendaId,
    at_ms: u64,
) -> Result<(), Rejection> {
    let agenda = state.agendas.get(agenda).ok_or(Code::AgendaUnknown)?;
    let holder = KeyHolder::Person(*person);
    let asked = agenda.accesses.values().any(|asked| asked == person);
    require(asked && state.holds(holder, Capability::Evidence, at_ms), Code::MissingCapability)?;
    let concern = concern_of(state, &agenda.notice);
    require(state.reaches(holder, Capability::Evidence, at_ms, &concern), Code::OutOfReach)
}

/// That a person may be told who has not voted, by home, to call on them: they open votes, for this one, and it is not final. Then
/// nobody calls on anybody for it any more.
///
/// # Errors
/// `AGENDA_UNKNOWN`, `VOTE_WITHDRAWN`, `MISSING_CAPABILITY`, `OUT_OF_REACH`, `ALREADY_FINAL`.
pub fn may_call(state: &State, person: &PersonId, agenda: &AgendaId, at_ms: u64) -> Result<(), Rejection> {
    let holder = KeyHolder::Person(*person);
    require(state.holds(holder, Capability::Open, at_ms), Code::MissingCapability)?;
    let agenda = state.held_agenda(agenda)?;
    let concern = concern_of(state, &agenda.notice);
    require(state.reaches(holder, Capability::Open, at_ms, &concern), Code::OutOfReach)?;
    require(agenda.finality.is_none(), Code::AlreadyFinal)
}

/// Whether an item of a vote passed, and can be carried out: nothing is before the vote is final.
pub(crate) fn passed(state: &State, agenda: &AgendaId, item: u32) -> bool {
    let place = usize::try_from(item).ok().and_then(|number| number.checked_sub(1));
    let Some((place, agenda)) = place.zip(state.agendas.get(agenda)) else { return false };
    let stated = agenda.tally.as_ref().and_then(|tally| tally.items.get(place));
    stated.is_some_and(|item| has_passed(item.outcome)) && agenda.carries(place)
}
