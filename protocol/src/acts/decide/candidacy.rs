//! Candidates of a matter: who stands, what a notice of their election must say, and who of them is elected.
//!
//! The notice of an election names its candidates by texts, which the host writes. Where people stand for the matter these are theirs, all
//! of theirs, and in an order that nobody chose; and nothing else in the notice may make it harder to be elected than the law does. A
//! host that is voted out has written that notice.

use crate::acts::decide::item::{Class, Item, Method};
use crate::acts::decide::nominate::{Candidacy, option_of};
use crate::acts::decide::notice::Notice;
use crate::calendar::{DAY_MS, earliest_opening_day, local_day};
use crate::count::{Weight, consent_share, seat_stated};
use crate::draw::{order, seed};
use crate::id::{AgendaId, BlobId, EntryId, Hash, PersonId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Agenda, AgendaVoters, Matter, NoticeRecord, Roll, State};
use crate::strict_json::Strict;

/// How many whole days candidates are posted before the vote opens (物业管理条例 and local rules: 15; DOMAIN R30).
pub const POSTED_DAYS: u32 = 15;
/// How long the first of them is posted before a notice names them, so that others can follow (DOMAIN R30).
pub const FIRST_POSTED_MS: u64 = 7 * DAY_MS;
/// Up to so many homes a committee may have three members, and above five at least (DOMAIN R29).
const FEW_HOMES: u64 = 100;
/// The most members of a committee (业主大会和业主委员会指导规则: 5 to 11, an odd number).
const MOST_SEATS: u32 = 11;

/// Somebody who stands for an election, or did.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct CandidateRecord {
    /// What they stand for, and what was checked.
    pub candidacy: Candidacy,
    /// Who.
    pub person: PersonId,
    /// Since when everybody can read it, in milliseconds since 1970.
    pub posted_ms: u64,
    /// The place in the log of the entry that put it in force.
    pub index: u64,
    /// When they took it back, in milliseconds since 1970.
    pub withdrawn_ms: Option<u64>,
}

/// Who is elected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elected {
    /// The place of the item among those of the vote, from 0.
    pub place: usize,
    /// For which organisation, and how many years: as every candidate says.
    pub candidacy: Candidacy,
    /// Those who have a seat, in their order: each by the entry by which they stand.
    pub seated: Vec<(EntryId, PersonId)>,
    /// Those who follow, in that order.
    pub alternates: Vec<(EntryId, PersonId)>,
    /// Among whom a lot is still to decide.
    pub tied: Vec<(EntryId, PersonId)>,
    /// Whether they are enough to be seated.
    pub enough: bool,
}

impl Matter {
    /// Who stands for it now: those who have not taken it back, in ascending order of the entries by which they stand.
    pub fn standing_candidates(&self) -> impl Iterator<Item = (&EntryId, &CandidateRecord)> + Clone {
        let all: Vec<_> =
            self.candidates.iter().filter(|(_, record)| record.withdrawn_ms.is_none()).collect();
        all.into_iter()
    }

    /// The candidate that a notice calls so, also one who has taken it back.
    pub fn candidate(&self, option: &str) -> Option<(&EntryId, &CandidateRecord)> {
        // No two are called alike, be it that one of them has taken it back.
        self.candidates.iter().find(|(entry, _)| option_of(entry) == option)
    }
}

/// The fewest members with whom a committee works, by how many homes elect it.
pub fn least_members(heads: u64) -> usize {
    if heads <= FEW_HOMES { 3 } else { 5 }
}

/// Those whom a notice of an election of that matter names, in its order: everybody who stands and owns a home on the roll by which it votes.
pub fn ballot_candidates<'a>(
    state: &State,
    matter: &'a Matter,
    roll: &Roll,
) -> Vec<(&'a EntryId, &'a CandidateRecord)> {
    let owners = AgendaVoters::in_scope(roll, matter.scope, state.bylaws.parking_counts);
    matter.standing_candidates().filter(|(_, record)| owners.is_owner(&record.person)).collect()
}

/// That a notice of a matter for which people stand elects them as the law has it.
pub(super) fn check_notice(
    state: &State,
    body: &Notice,
    (matter, roll): (&Matter, &Roll),
    now_ms: u64,
) -> Result<(), Rejection> {
    let candidates = ballot_candidates(state, matter, roll);
    let elections = body.items.iter().filter(|item| item.method == Method::Election);
    let named = elections.flat_map(|item| &item.options);
    let known = named.filter(|option| matter.candidate(option).is_some()).count();
    if candidates.is_empty() && known == 0 {
        return Ok(());
    }
    let on_ballot: Vec<OnBallot> =
        candidates.iter().map(|(entry, record)| (option_of(entry), record.posted_ms)).collect();
    let heads = u64::try_from(roll.heads_in(body.scope, state.bylaws.parking_counts)).unwrap_or(u64::MAX);
    check_election(body, &on_ballot, heads, now_ms)
}

/// Somebody whom a notice names: what it calls them, and since when everybody can read that they stand, in milliseconds since 1970.
pub type OnBallot = (String, u64);

/// That a notice elects these, all of them in this order and no others, as the law has it: `heads` elect, and it is received at `now_ms`,
/// in milliseconds since 1970. Whoever prepares one asks the same.
///
/// # Errors
/// `CANDIDATES_MISMATCH`, `SEATS_INVALID`, `LOTTERY_MISSING`, `POSTED_TOO_SHORT`, in this order.
pub fn check_election(
    body: &Notice,
    on_ballot: &[OnBallot],
    heads: u64,
    now_ms: u64,
) -> Result<(), Rejection> {
    // A vote about anything else would use up the matter, and with it whoever stands.
    let mut elections = body.items.iter().filter(|item| item.method == Method::Election);
    let item = elections.next().ok_or(Code::CandidatesMismatch)?;
    let named = on_ballot.iter().map(|(option, _)| option);
    let all = elections.next().is_none() && named.eq(&item.options);
    require(all, Code::CandidatesMismatch)?;
    // A share that nobody reaches would keep whoever gives notice in office.
    require(item.class == Class::Ordinary && item.raise.is_none(), Code::CandidatesMismatch)?;
    let (least, most) = seats_between(heads, on_ballot.len());
    let lawful = (least..=most).contains(&item.seats) && item.seats % 2 == 1;
    require(lawful, Code::SeatsInvalid)?;
    // Where two are equal a lot decides, which nobody may choose.
    require(body.lottery.is_some(), Code::LotteryMissing)?;
    let first_ms = on_ballot.iter().map(|(_, posted_ms)| *posted_ms).min().unwrap_or(now_ms);
    let long = |posted_ms: u64| local_day(body.opens_ms) >= earliest_opening_day(posted_ms, POSTED_DAYS);
    let posted = now_ms >= first_ms.saturating_add(FIRST_POSTED_MS)
        && on_ballot.iter().all(|(_, posted_ms)| *posted_ms < now_ms && long(*posted_ms));
    require(posted, Code::PostedTooShort)
}

/// The fewest and the most seats of an election by so many homes, of so many candidates; of these only odd numbers can be elected.
pub fn seats_between(heads: u64, candidates: usize) -> (u32, u32) {
    let least = u32::try_from(least_members(heads)).unwrap_or(u32::MAX);
    // More seats than candidates would leave so many free that those who are elected are too few.
    let standing = u32::try_from(candidates).unwrap_or(u32::MAX);
    (least, MOST_SEATS.min(standing.max(least)))
}

/// The election among the items of a notice that is one of candidates, with its place from 0; none where nobody stood for its matter.
pub fn election_of<'a>(state: &'a State, notice: &'a NoticeRecord) -> Option<(usize, &'a Item, &'a Matter)> {
    let matter = state.matters.get(notice.body.matter.as_ref()?)?;
    // Whoever came after the notice was on no ballot: an entry can be signed, and its id known, long before it is sent.
    let stood = |option: &String| {
        matter.candidate(option).is_some_and(|(_, record)| record.posted_ms < notice.received_ms)
    };
    let elects = |item: &Item| item.method == Method::Election && item.options.iter().all(stood);
    let mut items = notice.body.items.iter().enumerate();
    items.find(|(_, item)| elects(item)).map(|(place, item)| (place, item, matter))
}

/// Who is elected by the stated totals of a vote, whoever has taken it back left out; none if it is no election of candidates or has no
/// totals. Where two are equal at the last seat, the lottery that was entered for the vote decides.
pub fn elected(state: &State, id: &AgendaId, agenda: &Agenda) -> Option<Elected> {
    let notice = state.notices.get(&agenda.notice)?;
    let (place, item, matter) = election_of(state, notice)?;
    let tally = agenda.tally.as_ref()?;
    let stated = tally.items.get(place)?;
    let stands =
        |option: &str| matter.candidate(option).is_some_and(|(_, record)| record.withdrawn_ms.is_none());
    let total = Weight { area_c: agenda.area_c, heads: agenda.heads.into() };
    let share = consent_share(item.class, item.raise);
    let mut seating = seat_stated(total, stated, (item, share), &stands);
    let seats = usize::try_from(item.seats).unwrap_or(usize::MAX);
    let drawn = agenda.drawn.as_ref().filter(|_| !seating.lot.is_empty());
    if let Some(drawn) = drawn {
        let free = seats.saturating_sub(seating.elected.len());
        // Without the counted root: whoever had a sheet denied could else have the lot drawn anew once the numbers are known.
        let seed = seed(id, &Hash::ZERO, &drawn.body.numbers);
        // Nor does anybody help an ally by stepping back then.
        let order = order(&seed, "lot", &core::mem::take(&mut seating.lot));
        let (first, rest) = order.split_at(free.min(order.len()));
        seating.elected.extend_from_slice(first);
        seating.alternates = rest.iter().cloned().chain(seating.alternates).collect();
    }
    let people = |options: &[String]| -> Vec<(EntryId, PersonId)> {
        let found = options.iter().filter_map(|option| matter.candidate(option));
        found.map(|(entry, record)| (*entry, record.person)).collect()
    };
    let candidacy = item.options.iter().find_map(|option| matter.candidate(option))?.1.candidacy.clone();
    let seated = people(&seating.elected);
    let least = least_members(agenda.heads.into());
    let enough = seated.len() >= least && seated.len().saturating_mul(2) > seats;
    Some(Elected {
        place,
        candidacy,
        seated,
        alternates: people(&seating.alternates),
        tied: people(&seating.lot),
        enough,
    })
}

/// The matter of which somebody is a candidate whose words those are, as long as they are needed: while it goes on and they stand.
pub(crate) fn is_posted(matter: &Matter, words: &BlobId) -> bool {
    matter.standing_candidates().any(|(_, record)| record.candidacy.text == *words)
}
