//! `delivery`: how a notice reached homes: what an owner says of the own home, or what a desk says of those that it called on.
//!
//! Where the bylaws let the silent follow the majority, whoever says who was reached could choose whom to count. So the grades say
//! who says it: that it was read, an owner's own key alone; a slip, the desk, with the document's digest, and then a second person
//! has to stand behind it; an owner denies what the desk says, and the desk cannot say it again. What is said within the last days
//! of the window, and what was only posted, makes nobody silent ([`DeliveryRecord::makes_silent`]).

use std::collections::BTreeSet;

use crate::acts::{Act, Waits};
use crate::admit::Shown;
use crate::apply::second::{Second, propose};
use crate::apply::{At, Change, Placed, concern_of};
use crate::blob::{BlobKind, delivery_context};
use crate::body::Capability;
use crate::bylaws::Conformity;
use crate::calendar::DAY_MS;
use crate::id::{BlobId, EntryId, Hash, NoticeId, PartyId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{AgendaVoters, NoticeRecord, Proposal, State};
use crate::strict_json::Strict;
use crate::visible::is_seen;

/// The most homes of one entry: each may bring a document, and all of them travel at once.
pub const MOST_DELIVERIES: usize = 100;
/// The most tries that are listed of a home.
const MOST_TRIES: usize = 10;
/// The fewest tries in vain before a notice is posted for a home.
const LEAST_TRIES: usize = 2;
/// How long a notice hangs that nobody took (274 art. 22; ZS 17).
const POSTED_MS: u64 = 7 * DAY_MS;
/// How long whoever was reached has to vote, or to deny that they were, before their silence says anything.
const ANSWER_MS: u64 = 3 * DAY_MS;

/// How a notice reached a home, or did not. From the weakest to the strongest: `unreachable`, `posted`, `signed-slip`, `app-read`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum DeliveryGrade {
    /// 已在手机上看到: an owner says so with their own key.
    AppRead,
    /// 业主说没收到: an owner says that what the desk says is not so.
    Denied,
    /// 记错了: the desk takes back what it said.
    Mistaken,
    /// 上门未遇，已张贴: after tries in vain it was posted.
    Posted,
    /// 签收: an owner signed a slip.
    SignedSlip,
    /// 多次未遇: nobody was met.
    Unreachable,
}

impl DeliveryGrade {
    /// Every grade that something can have, the strongest first.
    pub const ALL: [DeliveryGrade; 5] = [
        DeliveryGrade::AppRead,
        DeliveryGrade::SignedSlip,
        DeliveryGrade::Posted,
        DeliveryGrade::Unreachable,
        DeliveryGrade::Denied,
    ];

    /// Whether an owner says it, and nobody for them.
    pub const fn is_owners(self) -> bool {
        matches!(self, DeliveryGrade::AppRead | DeliveryGrade::Denied)
    }

    /// Which replaces which: none replaces one that is as strong. What an owner denies, the desk does not say again.
    const fn strength(self) -> u8 {
        match self {
            DeliveryGrade::Mistaken => 0,
            DeliveryGrade::Unreachable => 1,
            DeliveryGrade::Posted => 2,
            DeliveryGrade::SignedSlip => 3,
            DeliveryGrade::Denied => 4,
            DeliveryGrade::AppRead => 5,
        }
    }
}

/// How a notice reached one home.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct DeliveryRow {
    /// When the slip was signed, or the notice posted, in milliseconds since 1970; none of other grades.
    pub at_ms: Option<u64>,
    /// What shows it, a blob of kind `delivery` made for this notice and party: of a slip always, of a posted notice if there is
    /// something; none of other grades.
    pub evidence: Option<BlobId>,
    /// How.
    pub grade: DeliveryGrade,
    /// Which home.
    pub party: PartyId,
    /// When somebody called there in vain, in milliseconds since 1970, ascending: 2 to 10 before it was posted, 1 to 10 where nobody
    /// was met; none of other grades.
    pub tries: Vec<u64>,
}

/// Says how a notice reached homes.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Delivery {
    /// Which notice.
    pub notice: NoticeId,
    /// The homes, 1 to 100, in ascending order of their parties, each once: by an owner, or by the desk, never both.
    pub rows: Vec<DeliveryRow>,
}

/// What shows that a notice reached a home.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct DeliverySlip {
    /// SHA-256 of the signed slip, or of a picture of what was posted.
    pub scan: Hash,
    /// What else is to be said, if anything.
    pub words: Option<String>,
}

/// How a notice reached a home, as State has it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct DeliveryRecord {
    /// The entry that says so.
    pub entry: EntryId,
    /// How.
    pub grade: DeliveryGrade,
    /// Since when, in milliseconds since 1970: when it came into force, whenever it was.
    pub since_ms: u64,
}

impl DeliveryRecord {
    /// Whether its home, if it returns nothing by the end of a window, was reached and stayed silent: an owner read it or signed for
    /// it, and that stood in the log long enough for them to vote or deny it. A posted notice makes nobody silent.
    pub fn makes_silent(&self, closes_ms: u64) -> bool {
        let reached = matches!(self.grade, DeliveryGrade::AppRead | DeliveryGrade::SignedSlip);
        reached && self.since_ms.saturating_add(ANSWER_MS) <= closes_ms
    }
}

impl NoticeRecord {
    /// Whether a second person stands behind what the desk says of homes: where their silence could count.
    fn asks_second(&self) -> bool {
        self.bylaws.conformity != Conformity::Off
    }
}

impl Act for Delivery {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let owners = self.rows.first().is_some_and(|row| row.grade.is_owners());
        if !owners {
            placed.require(state, Capability::Open)?;
        }
        let notice = state.notices.get(&self.notice).ok_or(Code::NoticeUnknown)?;
        let evidence = self.named_blobs();
        if owners {
            self.check_owner(state, placed, notice)?;
        } else {
            placed.require_for(state, Capability::Open, &concern_of(state, &self.notice))?;
        }
        let stands = self.stands(state, &placed.at())?;
        let change =
            if notice.asks_second() && !owners { propose(state, placed, self.clone())? } else { stands };
        let id = self.notice;
        Ok(Change::new(move |state| {
            change.carry_out(state);
            if let Some(notice) = state.notices.get_mut(&id) {
                notice.slips.extend(evidence);
            }
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        self.rows.iter().filter_map(|row| row.evidence).collect()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        for row in &self.rows {
            let Some(evidence) = &row.evidence else { continue };
            let context = delivery_context(&self.notice, &row.party);
            if let Some(slip) = shown.read::<DeliverySlip>(evidence, BlobKind::Delivery, &context)? {
                require(slip.scan != Hash::ZERO, Code::DeliveryInvalid)?;
                require(slip.words.as_deref().is_none_or(is_seen), Code::WordsMissing)?;
            }
        }
        Ok(())
    }
}

impl Waits for Delivery {
    const AUTHOR_HOLDS: Capability = Capability::Open;

    fn in_words(&self) -> String {
        format!("how a notice reached {} homes, whose silence may count", self.rows.len())
    }

    fn check_second(&self, second: &Second<'_>) -> Result<(), Rejection> {
        let state = second.state();
        second.reaches(Capability::Open, &concern_of(state, &self.notice))?;
        let notice = state.notices.get(&self.notice);
        let two_issuers = notice.is_some_and(|notice| notice.bylaws.letter_issuers == 2);
        if two_issuers { second.of_other_org() } else { Ok(()) }
    }

    fn effect(&self, state: &State, at: &At, _proposal: &Proposal) -> Result<Change, Rejection> {
        self.stands(state, at)
    }
}

impl Delivery {
    /// That whoever says it of their own home owns it, by a key that two persons stand behind: who holds a letter of a home that
    /// never comes would else read for it.
    fn check_owner(&self, state: &State, placed: &Placed, notice: &NoticeRecord) -> Result<(), Rejection> {
        let person = placed.person().ok_or(Code::PersonOnly)?;
        let roll = state.rolls.get(&notice.body.roll).ok_or(Code::RollUnknown)?;
        let owns = |row: &DeliveryRow| {
            roll.parties.get(&row.party).is_some_and(|party| party.persons.contains(&person))
        };
        require(self.rows.iter().all(owns), Code::NotOnRoll)?;
        placed.require_vouched(state)
    }

    /// What it does where it takes effect, if its rules let it there.
    fn stands(&self, state: &State, at: &At) -> Result<Change, Rejection> {
        let notice = state.notices.get(&self.notice).ok_or(Code::NoticeUnknown)?;
        require(notice.withdrawn.is_none(), Code::VoteWithdrawn)?;
        require(self.is_well_formed(), Code::DeliveryInvalid)?;
        let roll = state.rolls.get(&notice.body.roll).ok_or(Code::RollUnknown)?;
        let voters = AgendaVoters::in_scope(roll, notice.body.scope, notice.bylaws.parking_counts);
        let closes_ms = notice.closes_ms();
        require(at.received_ms < closes_ms, Code::DeliveryTime)?;
        for row in &self.rows {
            let wrong = |code| Rejection::with(code, row.party.to_string());
            require(!voters.units_of(&row.party).is_empty(), Code::NotOnRoll)
                .map_err(|said| wrong(said.code))?;
            let times = row.tries.iter().chain(row.at_ms.as_ref());
            let in_time = |at_ms: &u64| (notice.received_ms..=at.received_ms).contains(at_ms);
            let hangs = row.grade != DeliveryGrade::Posted
                || row.at_ms.is_some_and(|at_ms| at_ms.saturating_add(POSTED_MS) <= closes_ms);
            require(hangs && times.clone().all(in_time), Code::DeliveryTime)
                .map_err(|said| wrong(said.code))?;
            row.may_replace(notice.deliveries.get(&row.party)).map_err(wrong)?;
        }

        let (id, entry, since_ms) = (self.notice, at.entry, at.received_ms);
        let rows: Vec<(PartyId, DeliveryGrade)> =
            self.rows.iter().map(|row| (row.party, row.grade)).collect();
        Ok(Change::new(move |state| {
            let Some(notice) = state.notices.get_mut(&id) else { return };
            for (party, grade) in rows {
                if grade == DeliveryGrade::Mistaken {
                    notice.deliveries.remove(&party);
                } else {
                    notice.deliveries.insert(party, DeliveryRecord { entry, grade, since_ms });
                }
            }
        }))
    }

    fn is_well_formed(&self) -> bool {
        let owners = self.rows.first().is_some_and(|row| row.grade.is_owners());
        let evidence: BTreeSet<BlobId> = self.named_blobs().into_iter().collect();
        (1..=MOST_DELIVERIES).contains(&self.rows.len())
            && self.rows.is_sorted_by(|left, right| left.party < right.party)
            && self.rows.iter().all(|row| row.grade.is_owners() == owners && row.is_well_formed())
            && evidence.len() == self.named_blobs().len()
    }
}

impl DeliveryRow {
    /// Whether it has the times and the document that its grade asks for.
    fn is_well_formed(&self) -> bool {
        let (dated, shown, tries) = (self.at_ms.is_some(), self.evidence.is_some(), self.tries.len());
        let last = self.tries.last().copied().unwrap_or_default();
        let sorted = self.tries.is_sorted_by(|left, right| left < right);
        sorted
            && match self.grade {
                DeliveryGrade::AppRead | DeliveryGrade::Denied | DeliveryGrade::Mistaken => {
                    !dated && !shown && tries == 0
                }
                DeliveryGrade::SignedSlip => dated && shown && tries == 0,
                DeliveryGrade::Posted => {
                    (LEAST_TRIES..=MOST_TRIES).contains(&tries)
                        && self.at_ms.is_some_and(|at_ms| last < at_ms)
                }
                DeliveryGrade::Unreachable => !dated && !shown && (1..=MOST_TRIES).contains(&tries),
            }
    }

    /// Whether it replaces what stands for its home.
    fn may_replace(&self, stands: Option<&DeliveryRecord>) -> Result<(), Code> {
        let stands = stands.map(|record| record.grade);
        let by_desk = stands.is_some_and(|grade| !grade.is_owners());
        match self.grade {
            DeliveryGrade::Mistaken => by_desk.then_some(()).ok_or(Code::DeliveryNothing),
            // What says that nobody was met says nothing that an owner could deny.
            DeliveryGrade::Denied => {
                let claimed = by_desk && stands != Some(DeliveryGrade::Unreachable);
                claimed.then_some(()).ok_or(Code::DeliveryNothing)
            }
            grade => {
                let once_more = grade == DeliveryGrade::Unreachable && stands == Some(grade);
                let stronger = stands.is_none_or(|stands| grade.strength() > stands.strength());
                (stronger || once_more).then_some(()).ok_or(Code::DeliveryStands)
            }
        }
    }
}
