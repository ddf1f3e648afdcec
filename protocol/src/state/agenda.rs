//! A vote from its notice to its tally.

use std::collections::BTreeSet;

use super::{LoggedPaper, Mandates, Map, Set, Sheet};
use crate::body::{
    Annulment, BoxRecord, CallRecord, DeliveryRecord, DisputeRecord, Drawn, Extension, Finality, Notice,
    Open, Tally, Voided, Withdrawal,
};
use crate::bylaws::Bylaws;
use crate::count::VoteBook;
use crate::course::{CourseStage, Date, Dates};
use crate::id::{AgendaId, BlobId, EntryId, NoticeId, OrgId, PartyId, PersonId, PublicKey, RollId};
use crate::strict_json::Strict;

/// A notice and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct NoticeRecord {
    /// What was noticed.
    pub body: Notice,
    /// When, in milliseconds since 1970.
    pub received_ms: u64,
    /// The settings in force then; the vote is judged and counted by them.
    pub bylaws: Bylaws,
    /// The organisations for which it was given: none of them rules on disputes about the result.
    pub orgs: BTreeSet<OrgId>,
    /// Whether it was given, by whomever, after the host had let the time of a requisition pass.
    pub called: bool,
    /// How it reached homes, by party: the strongest that was said.
    pub deliveries: Map<PartyId, DeliveryRecord>,
    /// What was said to show it, also what was replaced since or waits for a second person.
    pub slips: Set<BlobId>,
    /// The agenda that opened it.
    pub opened: Option<AgendaId>,
    /// How the end of its window was put off.
    pub extended: Option<Extension>,
    /// The written mandates for it, by party.
    pub mandates: Map<PartyId, Mandates>,
    /// How it was taken back.
    pub withdrawn: Option<Withdrawal>,
}

impl NoticeRecord {
    /// The end of its window, exclusive, in milliseconds since 1970.
    pub fn closes_ms(&self) -> u64 {
        self.extended.as_ref().map_or(self.body.closes_ms, |extension| extension.closes_ms)
    }

    /// Whether its window has not ended at a moment, in milliseconds since 1970, and it was not taken back.
    pub(crate) fn is_to_come(&self, now_ms: u64) -> bool {
        self.withdrawn.is_none() && now_ms < self.closes_ms()
    }
}

/// A ballot in the log.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct LoggedBallot {
    /// Its entry; of a sheet the reading that put it in the count.
    pub entry: EntryId,
    /// Its opening, which until the close nobody reads but the key that signed it.
    pub blob: BlobId,
    /// That key; none if it came on paper.
    pub key: Option<PublicKey>,
    /// For whom.
    pub party: PartyId,
    /// The sheet, if it came on paper.
    pub paper: Option<LoggedPaper>,
}

impl LoggedBallot {
    /// Whether it marks nothing valid on an item, by the item's number.
    pub fn is_spoilt(&self, item: u32) -> bool {
        self.paper.as_ref().is_some_and(|paper| paper.invalid || paper.spoilt.contains(&item))
    }
}

/// Where a vote stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Stage {
    /// Opened by the host; its window has not begun.
    Opened,
    /// Ballots are taken.
    Voting,
    /// The window has ended; nobody has closed the vote yet.
    Counting,
    /// Closed; openings may be read.
    Closed,
    /// The totals stand in the log; owners may dispute them.
    Tallied,
    /// The days for objections are over; nobody has ended it.
    ToEnd,
    /// Ended.
    Final,
    /// Taken back before its window began, opened or not.
    Withdrawn,
}

/// An opened vote. Questions, window and text are those of its notice.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Agenda {
    /// The notice it opened.
    pub notice: NoticeId,
    /// The frozen roll.
    pub roll: RollId,
    /// The part of the estate that votes.
    pub scope: u32,
    /// The area entitled, in 0.01 m².
    pub area_c: u64,
    /// The heads entitled.
    pub heads: u32,
    /// The settings in force when it was noticed; it is judged and counted by them.
    pub bylaws: Bylaws,
    /// The beginning of the window, in milliseconds since 1970.
    pub opens_ms: u64,
    /// The end of the window, exclusive; as it was put off, if it was.
    pub closes_ms: u64,
    /// When it was opened; later than `opens_ms` if the host was late.
    pub opened_ms: u64,
    /// The casts and their standing.
    pub book: VoteBook<PartyId, PersonId>,
    /// The ballots by their place in the log.
    pub ballots: Map<u64, LoggedBallot>,
    /// The sheets of paper that somebody has read, by their numbers.
    pub sheets: Map<u32, Sheet>,
    /// Whether two clerks have begun to count the box.
    pub box_proposed: bool,
    /// The box, once two clerks have counted it.
    pub ballot_box: Option<BoxRecord>,
    /// Who asked for its evidence, by place in the log.
    pub accesses: Map<u64, PersonId>,
    /// When it was closed.
    pub closed_ms: Option<u64>,
    /// The stated totals.
    pub tally: Option<Tally>,
    /// When they were stated, in milliseconds since 1970.
    pub tallied_ms: Option<u64>,
    /// The entry that states them.
    pub tally_entry: Option<EntryId>,
    /// The entries that stated them before a sheet was denied.
    pub earlier_tallies: Vec<EntryId>,
    /// When totals were first stated, in milliseconds since 1970.
    pub first_tallied_ms: Option<u64>,
    /// Whether a sheet was denied or a ballot made void since the totals were stated, so that they are to be stated again.
    pub recount: bool,
    /// What was disputed of the totals, by the entry.
    pub disputes: Map<EntryId, DisputeRecord>,
    /// Whom its roll call asks, once that is drawn.
    pub drawn: Option<Drawn>,
    /// What those said, by party.
    pub calls: Map<PartyId, CallRecord>,
    /// When somebody first proposed its end, in milliseconds since 1970.
    pub end_proposed_ms: Option<u64>,
    /// How it ended.
    pub finality: Option<Finality>,
    /// What of it was annulled, by the number of the item.
    pub annulled: Map<u32, Annulment>,
    /// The entry that seated those whom it elected.
    pub seated: Option<EntryId>,
    /// Whether it was taken back.
    pub withdrawn: bool,
    /// The ballots that are void, by their entries.
    pub voided: Map<EntryId, Voided>,
}

impl Agenda {
    /// A vote as it is opened, at a moment in milliseconds since 1970: nothing has come of it yet.
    pub(crate) fn opened(open: &Open, record: &NoticeRecord, opened_ms: u64) -> Self {
        let (notice, bylaws) = (&record.body, &record.bylaws);
        Self {
            notice: open.notice,
            roll: open.roll,
            scope: notice.scope,
            area_c: open.area_c,
            heads: open.heads,
            bylaws: bylaws.clone(),
            opens_ms: notice.opens_ms,
            closes_ms: notice.closes_ms,
            opened_ms,
            book: VoteBook::new(notice.opens_ms, notice.closes_ms, bylaws.proxy_limit, bylaws.joint),
            ballots: Map::new(),
            sheets: Map::new(),
            box_proposed: false,
            ballot_box: None,
            accesses: Map::new(),
            closed_ms: None,
            tally: None,
            tallied_ms: None,
            tally_entry: None,
            earlier_tallies: Vec::new(),
            first_tallied_ms: None,
            recount: false,
            disputes: Map::new(),
            drawn: None,
            calls: Map::new(),
            end_proposed_ms: None,
            finality: None,
            annulled: Map::new(),
            seated: None,
            withdrawn: false,
            voided: Map::new(),
        }
    }

    /// Where the vote stands at a moment, in milliseconds since 1970. State itself never changes by time passing.
    pub fn stage_at(&self, now_ms: u64) -> Stage {
        match self.course_stage(now_ms) {
            CourseStage::Voting => Stage::Voting,
            CourseStage::Counting => Stage::Counting,
            CourseStage::Closed => Stage::Closed,
            CourseStage::Tallied => Stage::Tallied,
            CourseStage::ToEnd => Stage::ToEnd,
            CourseStage::Final => Stage::Final,
            CourseStage::Withdrawn => Stage::Withdrawn,
            // No other stage of a vote comes after its opening.
            _ => Stage::Opened,
        }
    }

    /// The stage of its course at a moment, in milliseconds since 1970.
    pub fn course_stage(&self, now_ms: u64) -> CourseStage {
        self.dates().stage(Some(self), now_ms)
    }

    fn dates(&self) -> Dates {
        Dates::new(self.opens_ms, self.closes_ms, &self.bylaws).tallied(self.tallied_ms)
    }

    /// From when on any owner in scope may end it, in milliseconds since 1970; never before its totals are stated.
    pub(crate) fn owners_end_ms(&self) -> u64 {
        self.dates().of(Date::End).unwrap_or(u64::MAX)
    }

    /// The openings of all ballots, and what was read on sheets that did not count.
    pub(crate) fn openings(&self) -> impl Iterator<Item = BlobId> {
        let read = self.sheets.values().flat_map(|sheet| sheet.blobs.iter().copied());
        self.ballots.values().map(|ballot| ballot.blob).chain(read)
    }

    /// Whether a party takes part, as far as the door knows.
    pub(crate) fn takes_part(&self, party: &PartyId) -> bool {
        self.book.takes_part(party, self.bylaws.invalid_counts_as_participation)
    }

    /// Until when what homes say is noted, exclusive, in milliseconds since 1970; never before its totals are stated.
    pub(crate) fn calls_end_ms(&self) -> u64 {
        self.dates().of(Date::Calls).unwrap_or_default()
    }

    /// The ballot of a party that stands now, if any.
    pub fn standing_ballot(&self, party: &PartyId) -> Option<&LoggedBallot> {
        self.ballots.get(&self.book.standing(party)?)
    }
}
