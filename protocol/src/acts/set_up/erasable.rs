//! What may be erased, for which reason, by whom and from when on. Whatever is not found here never is: official texts,
//! words of agendas, consent texts, the pages of the books.

use super::erase::{Erase, ErasureGround};
use crate::calendar::DAY_MS;
use crate::id::{BlobId, NoticeId, PersonId, PublicKey, UnitId};
use crate::rejection::{Code, Rejection};
use crate::state::{KeyHolder, KeyRecord, Map, Matter, Roll, RollDraft, SaidBlob, State, Unit};

/// How long what a vote rests on stays after its result was stated: a year, in which owners may have it annulled (Civil Code
/// 280 with 152), and its leap day.
pub(crate) const KEPT_MS: u64 = 366 * DAY_MS;

/// Where a blob stands in the log, as far as it can be erased.
enum Held {
    /// Something said: by whom, if a resident said it and no office did.
    Words(Option<SaidBlob>),
    /// A person's name and phone.
    Name(Vec<PersonId>),
    /// A unit's area or address, or what an upload lists that no roll does.
    Listed,
    /// A ballot's opening or somebody's marks.
    Secret(Option<PersonId>),
}

/// That each blob of an erasure may be erased at a moment; `by` is who asks for what is theirs, with which key.
pub(super) fn check_erasable(
    state: &State,
    body: &Erase,
    by: Option<(PersonId, PublicKey)>,
    now_ms: u64,
) -> Result<(), Rejection> {
    for blob in &body.blobs {
        let refuse = |code| Rejection::with(code, blob.to_string());
        if state.erased.contains_key(blob) {
            return Err(refuse(Code::AlreadyErased));
        }
        let (held, needed) = held(state, blob, now_ms).ok_or_else(|| refuse(Code::NotErasable))?;
        let (theirs, may) = match (body.ground, by) {
            (ErasureGround::Asked, Some(by)) => (is_own(state, &held, by), held.has_owner()),
            (ErasureGround::Asked, None) => (true, false),
            (ErasureGround::Ended, _) => (true, !matches!(held, Held::Words(_))),
            (ErasureGround::Ordered, _) => (true, matches!(held, Held::Words(_))),
        };
        // A court's order waits for no year.
        let waits = needed && body.ground != ErasureGround::Ordered;
        let rules = [(may, Code::NotErasable), (theirs, Code::NotYours), (!waits, Code::StillNeeded)];
        let broken = rules.into_iter().find(|(holds, _)| !holds);
        broken.map_or(Ok(()), |(_, code)| Err(refuse(code)))?;
    }
    Ok(())
}

impl Held {
    /// Whether there is somebody whose it is alone.
    fn has_owner(&self) -> bool {
        match self {
            Held::Words(said) => said.is_some(),
            Held::Name(_) | Held::Secret(_) => true,
            Held::Listed => false,
        }
    }
}

/// Whether it is somebody's, who asks with that key.
fn is_own(state: &State, held: &Held, (person, key): (PersonId, PublicKey)) -> bool {
    // Whoever hands out a letter could come in as its addressee: such a key erases what it said itself, and nothing else.
    let vouched = state.keys.get(&key).is_some_and(KeyRecord::is_vouched);
    match held {
        Held::Words(Some(said)) => said.person == person && (vouched || said.key == key),
        Held::Name(persons) => persons.as_slice() == [person] && vouched,
        Held::Secret(of) => *of == Some(person) && vouched,
        Held::Words(None) | Held::Listed => false,
    }
}

/// Where a blob stands, and whether somebody still needs it at a moment; none if it is never erased.
fn held(state: &State, blob: &BlobId, now_ms: u64) -> Option<(Held, bool)> {
    if let Some(said) = state.words.get(blob) {
        let at_vote = |matter: &Matter| {
            matter.text == *blob && matter.notices.iter().any(|notice| is_kept(state, notice, now_ms))
        };
        let at_vote = state.matters.values().any(at_vote);
        return Some((Held::Words(*said), at_vote));
    }
    roll_data(state, blob, now_ms).or_else(|| secret(state, blob, now_ms))
}

fn roll_data(state: &State, blob: &BlobId, now_ms: u64) -> Option<(Held, bool)> {
    let people = state.rolls.values().flat_map(|roll| &roll.people);
    let mut named: Vec<PersonId> =
        people.filter(|(_, name)| *name == blob).map(|(person, _)| *person).collect();
    named.sort();
    named.dedup();
    let listed =
        |units: &Map<UnitId, Unit>| units.values().any(|unit| unit.facts == *blob || unit.place == *blob);
    let uploaded = |draft: &RollDraft| draft.blobs().any(|listed| listed == blob);
    let held = match named.is_empty() {
        false => Held::Name(named),
        true if state.rolls.values().any(|roll| listed(&roll.units)) => Held::Listed,
        true if state.drafts.values().any(uploaded) => Held::Listed,
        true => return None,
    };
    let lists = |roll: &Roll| listed(&roll.units) || roll.people.values().any(|name| name == blob);
    let newest = state.newest_roll().is_some_and(|(_, roll)| lists(roll));
    let voted = state.notices.iter().any(|(id, notice)| {
        is_kept(state, id, now_ms) && state.rolls.get(&notice.body.roll).is_some_and(lists)
    });
    Some((held, newest || voted))
}

fn secret(state: &State, blob: &BlobId, now_ms: u64) -> Option<(Held, bool)> {
    for agenda in state.agendas.values() {
        if let Some(ballot) = agenda.ballots.values().find(|ballot| ballot.blob == *blob) {
            let holder = state.keys.get(&ballot.key).map(|key| key.holder);
            let by = holder.and_then(|holder| match holder {
                KeyHolder::Person(person) => Some(person),
                KeyHolder::Root => None,
            });
            return Some((Held::Secret(by), is_kept(state, &agenda.notice, now_ms)));
        }
    }
    state.matters.values().find_map(|matter| {
        let rounds = matter.rounds.iter().map(|round| &round.ratings).chain([&matter.ratings]);
        let mut marks = rounds.flatten().filter(|(_, marks)| *marks == blob);
        let (person, _) = marks.next()?;
        let over = matter.done_ms.is_some_and(|done| now_ms >= done.saturating_add(KEPT_MS));
        Some((Held::Secret(Some(*person)), !(matter.closing.is_some() && over)))
    })
}

/// Whether what a vote rests on is needed still: until a year after it ended, or, where nobody ended it, after its
/// result was stated; if it was never opened, after it
/// would have ended, and so if it was withdrawn.
fn is_kept(state: &State, notice: &NoticeId, now_ms: u64) -> bool {
    let Some(record) = state.notices.get(notice) else { return false };
    let opened = record.opened.and_then(|agenda| state.agendas.get(&agenda));
    let since_ms = match opened {
        Some(agenda) if !agenda.withdrawn => {
            agenda.finality.as_ref().map(|end| end.since_ms).or(agenda.tallied_ms)
        }
        _ => Some(record.closes_ms()),
    };
    since_ms.is_none_or(|since_ms| now_ms < since_ms.saturating_add(KEPT_MS))
}
