//! What may be erased, for which reason, by whom and from when on. Whatever is not found here never is: official texts,
//! words of agendas, consent texts, the pages of the books.

use std::collections::BTreeSet;

use super::erase::{Erase, ErasureGround};
use crate::acts::decide::candidacy::is_posted;
use crate::calendar::DAY_MS;
use crate::id::{BlobId, EntryId, NoticeId, PersonId, PublicKey, UnitId};
use crate::rejection::{Code, Rejection};
use crate::state::{
    Agenda, KeyHolder, KeyRecord, LoggedBallot, Map, Matter, Reading, Roll, RollDraft, SaidBlob, Standing,
    State, Unit,
};
use crate::strict_json::Strict;

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
    /// A ballot's opening: whose, and the entry that cast it.
    Ballot(Option<PersonId>, EntryId),
    /// Somebody's ratings of work.
    Ratings(PersonId),
    /// What a proxy was told: by whom, if by phone.
    Terms(Option<PersonId>),
    /// What shows that a notice reached a home.
    Slip,
}

/// What sort of thing may be erased, to whoever begins an erasure or stands behind one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum ErasableSort {
    /// 选票: what a ballot chose.
    Ballot,
    /// 面积或门牌: a home's area or address.
    Listed,
    /// 评分: somebody's marks of work.
    Marks,
    /// 姓名和电话: a person's name and phone.
    Name,
    /// 委托的内容: what an owner told their proxy.
    Terms,
    /// 签收凭据: what shows that a notice reached a home.
    Slip,
    /// 说过的话: what somebody said.
    Words,
}

impl ErasableSort {
    /// Whether nobody reads it for being asked to erase it.
    pub const fn is_secret(self) -> bool {
        match self {
            Self::Ballot | Self::Marks | Self::Slip | Self::Terms => true,
            Self::Listed | Self::Name | Self::Words => false,
        }
    }
}

/// Something that stands in the log and may be erased, or not yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Erasable {
    /// Which blob.
    pub blob: BlobId,
    /// What it is.
    pub sort: ErasableSort,
    /// Who said it first, if a resident did.
    pub said: Option<SaidBlob>,
    /// The entry that cast it, of a ballot.
    pub cast: Option<EntryId>,
    /// Why it is not erased as what nobody needs any more; none if it may be.
    pub ended: Option<Code>,
    /// Why it is not erased by order; none if it may be.
    pub ordered: Option<Code>,
}

impl State {
    /// What the rules say to having a blob erased at a moment, in milliseconds since 1970: the same that `erase` asks. None if it
    /// stands nowhere where anything may be erased.
    pub fn erasable(&self, blob: &BlobId, now_ms: u64) -> Option<Erasable> {
        let (held, needed) = held(self, blob, now_ms)?;
        let code = |ground| judge(self, blob, Some((&held, needed)), (ground, None)).err();
        let (sort, said, cast) = match &held {
            Held::Words(said) => (ErasableSort::Words, *said, None),
            Held::Name(_) => (ErasableSort::Name, None, None),
            Held::Listed => (ErasableSort::Listed, None, None),
            Held::Ballot(_, entry) => (ErasableSort::Ballot, None, Some(*entry)),
            Held::Ratings(_) => (ErasableSort::Marks, None, None),
            Held::Terms(_) => (ErasableSort::Terms, None, None),
            Held::Slip => (ErasableSort::Slip, None, None),
        };
        let (ended, ordered) = (code(ErasureGround::Ended), code(ErasureGround::Ordered));
        Some(Erasable { blob: *blob, sort, said, cast, ended, ordered })
    }

    /// What nobody may need any more at a moment, in ascending order: what the newest roll does not name, and what votes and
    /// matters that are over rest on. Each is still to be asked ([`State::erasable`]).
    pub fn outlived(&self, now_ms: u64) -> BTreeSet<BlobId> {
        let of_roll = |roll: &Roll| {
            let units = roll.units.values().flat_map(|unit| [unit.facts, unit.place]);
            units.chain(roll.people.values().copied()).collect::<Vec<_>>()
        };
        let mut found: BTreeSet<BlobId> = self.rolls.values().flat_map(of_roll).collect();
        found.extend(self.drafts.values().flat_map(RollDraft::blobs).copied());
        for blob in self.newest_roll().map(|(_, roll)| of_roll(roll)).unwrap_or_default() {
            found.remove(&blob);
        }
        let over = |agenda: &&Agenda| !is_kept(self, &agenda.notice, now_ms);
        found.extend(self.agendas.values().filter(over).flat_map(Agenda::openings));
        let over = self.notices.iter().filter(|(id, _)| !is_kept(self, id, now_ms));
        let mandates = over.flat_map(|(_, notice)| notice.mandates.values()).flat_map(|said| &said.given);
        found.extend(mandates.map(|mandate| mandate.terms));
        let over = self.notices.iter().filter(|(id, _)| !is_kept(self, id, now_ms));
        found.extend(over.flat_map(|(_, notice)| notice.slips.iter().copied()));
        let over = |end_ms: u64| now_ms >= end_ms.saturating_add(KEPT_MS);
        let meetings = self.meetings.values().filter(|meeting| over(meeting.body.ends_ms));
        found.extend(meetings.flat_map(|meeting| meeting.openings.keys()).copied());
        let ended = self.matters.values().filter(|matter| matter.closing.is_some());
        found.extend(ended.flat_map(Matter::marks).map(|(_, marks)| *marks));
        found.retain(|blob| !self.erased.contains_key(blob));
        found
    }

    /// Everything of a person that may be erased, now or later: name and phone by every roll, what they said, ballots, marks.
    pub fn erasable_of(&self, person: &PersonId) -> BTreeSet<BlobId> {
        let mut found: BTreeSet<BlobId> =
            self.rolls.values().filter_map(|roll| roll.people.get(person)).copied().collect();
        found.extend(self.said_by(person, 0).into_iter().map(|(_, blob)| blob));
        let signed =
            |key: &PublicKey| self.keys.get(key).is_some_and(|key| key.holder == KeyHolder::Person(*person));
        let ballots = self.agendas.values().flat_map(|agenda| agenda.ballots.values());
        let own = |ballot: &&LoggedBallot| ballot.key.as_ref().is_some_and(signed);
        found.extend(ballots.filter(own).map(|ballot| ballot.blob));
        let mandates = self.notices.values().flat_map(|notice| notice.mandates.values());
        let given = mandates.flat_map(|said| &said.given);
        let given = given.filter(|mandate| mandate.by.is_some_and(|(giver, _)| giver == *person));
        found.extend(given.map(|mandate| mandate.terms));
        let openings = self.meetings.values().flat_map(|meeting| meeting.openings.iter());
        found.extend(openings.filter(|(_, of)| of.person == Some(*person)).map(|(blob, _)| *blob));
        let marks = self.matters.values().flat_map(Matter::marks);
        found.extend(marks.filter(|(of, _)| *of == person).map(|(_, marks)| *marks));
        found.retain(|blob| !self.erased.contains_key(blob));
        found
    }
}

/// That each blob of an erasure may be erased at a moment; `by` is who asks for what is theirs, with which key.
pub(super) fn check_erasable(
    state: &State,
    body: &Erase,
    by: Option<(PersonId, PublicKey)>,
    now_ms: u64,
) -> Result<(), Rejection> {
    for blob in &body.blobs {
        let held = held(state, blob, now_ms);
        let held = held.as_ref().map(|(held, needed)| (held, *needed));
        judge(state, blob, held, (body.ground, by))
            .map_err(|code| Rejection::with(code, blob.to_string()))?;
    }
    Ok(())
}

/// Whether a blob that stands there, and may be needed, is erased for a reason.
fn judge(
    state: &State,
    blob: &BlobId,
    held: Option<(&Held, bool)>,
    (ground, by): (ErasureGround, Option<(PersonId, PublicKey)>),
) -> Result<(), Code> {
    if state.erased.contains_key(blob) {
        return Err(Code::AlreadyErased);
    }
    let (held, needed) = held.ok_or(Code::NotErasable)?;
    let (theirs, may) = match (ground, by) {
        (ErasureGround::Asked, Some(by)) => (is_own(state, held, by), held.has_owner()),
        (ErasureGround::Asked, None) => (true, false),
        (ErasureGround::Ended, _) => (true, !matches!(held, Held::Words(_))),
        (ErasureGround::Ordered, _) => (true, matches!(held, Held::Words(_))),
    };
    // A court's order waits for no year.
    let waits = needed && ground != ErasureGround::Ordered;
    let rules = [(may, Code::NotErasable), (theirs, Code::NotYours), (!waits, Code::StillNeeded)];
    let broken = rules.into_iter().find(|(holds, _)| !holds);
    broken.map_or(Ok(()), |(_, code)| Err(code))
}

impl Held {
    /// Whether there is somebody whose it is alone.
    fn has_owner(&self) -> bool {
        match self {
            Held::Words(said) => said.is_some(),
            Held::Name(_) | Held::Ballot(..) | Held::Ratings(_) | Held::Terms(_) => true,
            Held::Listed | Held::Slip => false,
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
        Held::Ballot(of, _) | Held::Terms(of) => *of == Some(person) && vouched,
        Held::Ratings(of) => *of == person && vouched,
        Held::Words(None) | Held::Listed | Held::Slip => false,
    }
}

/// Where a blob stands, and whether somebody still needs it at a moment; none if it is never erased.
fn held(state: &State, blob: &BlobId, now_ms: u64) -> Option<(Held, bool)> {
    if let Some(said) = state.words.get(blob) {
        let at_vote = |matter: &Matter| {
            let named = matter.candidates.values().any(|record| record.candidacy.text == *blob);
            let kept = matter.notices.iter().any(|notice| is_kept(state, notice, now_ms));
            // A notice names whoever stands by their own words.
            let posted = matter.standing() == Standing::Open && is_posted(matter, blob);
            // Homes sign for a vote that asks in these words.
            let over = matches!(matter.standing(), Standing::Done | Standing::NotPassed);
            let demanded = matter.demand.handed_in.is_some() || !(over || matter.demand.signed.is_empty());
            let signed = matter.text == *blob && demanded;
            ((matter.text == *blob || named) && kept) || posted || signed
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
    if let Some((notice, _)) = state.notices.iter().find(|(_, notice)| notice.slips.contains(blob)) {
        return Some((Held::Slip, is_kept(state, notice, now_ms)));
    }
    for agenda in state.agendas.values() {
        if let Some(ballot) = agenda.ballots.values().find(|ballot| ballot.blob == *blob) {
            let holder = ballot.key.and_then(|key| state.keys.get(&key)).map(|key| key.holder);
            let by = holder.and_then(|holder| match holder {
                KeyHolder::Person(person) => Some(person),
                KeyHolder::Root => None,
            });
            return Some((Held::Ballot(by, ballot.entry), is_kept(state, &agenda.notice, now_ms)));
        }
        // What was read on a sheet and did not count.
        let named = |reading: &Reading| reading.content.blob == *blob;
        if let Some(sheet) = agenda.sheets.values().find(|sheet| sheet.blobs.contains(blob)) {
            let mut readings = sheet.readings.values();
            let entry =
                readings.find(|reading| named(reading)).or_else(|| sheet.readings.values().next())?.entry;
            return Some((Held::Ballot(None, entry), is_kept(state, &agenda.notice, now_ms)));
        }
    }
    for (id, notice) in state.notices.iter() {
        let mut given = notice.mandates.values().flat_map(|said| &said.given);
        if let Some(mandate) = given.find(|mandate| mandate.terms == *blob) {
            return Some((Held::Terms(mandate.by.map(|(giver, _)| giver)), is_kept(state, id, now_ms)));
        }
    }
    for meeting in state.meetings.values() {
        if let Some(opening) = meeting.openings.get(blob) {
            let needed = now_ms < meeting.body.ends_ms.saturating_add(KEPT_MS);
            return Some((Held::Ballot(opening.person, opening.entry), needed));
        }
    }
    state.matters.values().find_map(|matter| {
        let (person, _) = matter.marks().find(|(_, marks)| *marks == blob)?;
        let over = matter.done_ms.is_some_and(|done| now_ms >= done.saturating_add(KEPT_MS));
        Some((Held::Ratings(*person), !(matter.closing.is_some() && over)))
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
