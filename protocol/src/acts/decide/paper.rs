//! `paper`: a clerk reads a ballot on paper. It counts once a second person has read the same on it.
//!
//! Nobody sees what another one has read before they have read it themselves: so two persons vouch for each mark, and one who
//! invents a sheet, or reads it otherwise, is found out by the other. Whether a sheet stands is the one rule of all ballots
//! ([`VoteBook::judge`](crate::count::VoteBook::judge)), by the moment at which it was handed over.

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::second::are_different;
use crate::apply::{Change, Placed, concern_of};
use crate::blob::{BallotOpening, BlobKind, ballot_context};
use crate::body::{Capability, Item, Method};
use crate::count::{Cast, Channel, Ruling};
use crate::course::CourseStage;
use crate::id::{AgendaId, BlobId, Hash, PartyId, PersonId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{
    Actor, Agenda, AgendaVoters, KeyHolder, LoggedBallot, LoggedPaper, Naming, Reading, Sheet, SheetContent,
    State,
};
use crate::strict_json::Strict;

/// The highest number of a sheet.
pub(crate) const LAST_SHEET: u32 = 999_999;
/// How often one person reads a sheet.
const MOST_READINGS: u32 = 3;

/// What makes a whole sheet invalid. Marks that make an item invalid are told by the marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum PaperFlaw {
    /// 涂改: changed so that nobody can tell who did.
    Altered,
    /// 无法辨认: it cannot be read what was marked, or by whom.
    Illegible,
    /// 未签名: nobody signed it.
    Unsigned,
}

impl PaperFlaw {
    /// Every flaw, in the order in which screens list them.
    pub const ALL: [PaperFlaw; 3] = [PaperFlaw::Unsigned, PaperFlaw::Illegible, PaperFlaw::Altered];
}

/// Reads a ballot on paper. It counts once another person has read the same; a person's newer reading takes the place of their
/// earlier one.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Paper {
    /// On which agenda.
    pub agenda: AgendaId,
    /// Who helped the voter at the door or the desk, if somebody did.
    pub assisted: Option<PersonId>,
    /// What is marked, a blob of kind `paper-ballot` made for this agenda and party.
    pub blob: BlobId,
    /// Who signed it; null if the only owner or all owners together.
    pub by: Option<PersonId>,
    /// What makes all of it invalid; null if nothing does.
    pub invalid: Option<PaperFlaw>,
    /// For whom.
    pub party: PartyId,
    /// SHA-256 of the file of a scan, if one was made.
    pub scan: Option<Hash>,
    /// The number of the sheet, unique in the vote, 1 to 999,999.
    pub sheet: u32,
    /// The numbers of the items that its marks leave invalid, in ascending order: a resolution without exactly one mark, an
    /// election with more marks than seats.
    pub spoilt: Vec<u32>,
    /// When the voter handed it over, in milliseconds since 1970.
    pub taken_ms: u64,
}

impl Act for Paper {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Paper)?;
        let clerk = placed.person().ok_or(Code::PersonOnly)?;
        let agenda = state.held_agenda(&self.agenda)?;
        placed.require_for(state, Capability::Paper, &concern_of(state, &agenda.notice))?;
        let barred = |person: &PersonId| state.is_managers_staff(person, placed.received_ms);
        require(!barred(&clerk) && !self.assisted.as_ref().is_some_and(barred), Code::PaperBarred)?;
        let sheet = agenda.sheets.get(&self.sheet);
        self.check_time(agenda, placed.received_ms)?;
        self.check_sheet(state, agenda, clerk)?;
        require(sheet.is_none_or(|sheet| sheet.counted.is_none()), Code::SheetCounted)?;
        let times = sheet.and_then(|sheet| sheet.readings.get(&clerk)).map_or(0, |reading| reading.times);
        let times = times.checked_add(1).filter(|times| *times <= MOST_READINGS);
        let times = times.ok_or_else(|| {
            Rejection::with(Code::TooOften, format!("{MOST_READINGS} times, sheet {}", self.sheet))
        })?;

        let orgs = state.orgs_of(&placed.actor()?, Capability::Paper, placed.received_ms);
        let reading = Reading { entry: placed.id, orgs, content: self.content(), times };
        let alike = sheet.is_some_and(|sheet| is_read_alike(state, placed, sheet, &reading));
        let cast = self.cast(state, agenda, placed)?;
        let ballot = LoggedBallot {
            entry: placed.id,
            blob: self.blob,
            key: None,
            party: self.party,
            paper: Some(LoggedPaper {
                sheet: self.sheet,
                invalid: self.invalid.is_some(),
                spoilt: self.spoilt.clone(),
                by: self.by,
                denied: false,
            }),
        };

        let (id, number, blob, scan) = (self.agenda, self.sheet, self.blob, self.scan);
        Ok(Change::new(move |state| {
            let Some(agenda) = state.agendas.get_mut(&id) else { return };
            let counted = alike.then_some(cast.number);
            agenda.sheets.change(number, |sheet: &mut Sheet| {
                sheet.readings.insert(clerk, reading);
                sheet.scans.extend(scan);
                sheet.blobs.insert(blob);
                sheet.counted = counted;
            });
            if let Some(place) = counted {
                agenda.ballots.insert(place, ballot);
                agenda.book.record(cast, Ruling::Held.into());
                reconsider(state, &id);
            }
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.blob]
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let state = shown.state;
        let agenda = state.agendas.get(&self.agenda).ok_or(Code::AgendaUnknown)?;
        let notice = state.notices.get(&agenda.notice).ok_or(Code::NoticeUnknown)?;
        let context = ballot_context(&self.agenda, &self.party);
        match shown.read::<BallotOpening>(&self.blob, BlobKind::PaperBallot, &context)? {
            Some(marks) => check_marks(&notice.body.items, &marks, &self.spoilt),
            None => Ok(()),
        }
    }
}

impl Paper {
    fn content(&self) -> SheetContent {
        SheetContent {
            blob: self.blob,
            party: self.party,
            by: self.by,
            assisted: self.assisted,
            invalid: self.invalid,
            spoilt: self.spoilt.clone(),
            taken_ms: self.taken_ms,
        }
    }

    /// That the vote takes readings of this sheet now, and that it can have been handed over when it says.
    fn check_time(&self, agenda: &Agenda, now_ms: u64) -> Result<(), Rejection> {
        require(agenda.closed_ms.is_none(), Code::AlreadyClosed)?;
        match agenda.course_stage(now_ms) {
            CourseStage::Voting => {}
            CourseStage::Counting => {
                let counted = agenda.ballot_box.as_ref().ok_or(Code::BoxFirst)?;
                require(counted.sheets.contains(&self.sheet), Code::SheetNotInBox)?;
            }
            _ => return Err(Code::OutsideWindow.into()),
        }
        require((agenda.opens_ms..agenda.closes_ms).contains(&self.taken_ms), Code::OutsideWindow)?;
        require(self.taken_ms <= now_ms, Code::PaperTime)
    }

    /// That it is well formed, for a party on the roll of the vote, and neither the clerk's own nor another sheet once more.
    fn check_sheet(&self, state: &State, agenda: &Agenda, clerk: PersonId) -> Result<(), Rejection> {
        let roll = state.rolls.get(&agenda.roll).ok_or(Code::RollUnknown)?;
        let units = AgendaVoters::on(state, agenda, roll).units_of(&self.party);
        require(!units.is_empty(), Code::NotOnRoll)?;
        let items = state.notices.get(&agenda.notice).map(|notice| notice.body.items.as_slice());
        let items = items.unwrap_or_default();
        let sound = (1..=LAST_SHEET).contains(&self.sheet)
            && self.spoilt.is_sorted_by(|left, right| left < right)
            && self.spoilt.iter().all(|spoilt| items.iter().any(|item| item.id == *spoilt));
        require(sound, Code::PaperForm)?;
        let owners = roll.parties.get(&self.party).map(|party| party.persons.as_slice()).unwrap_or_default();
        let own = owners.contains(&clerk) || [self.by, self.assisted].contains(&Some(clerk));
        require(!own, Code::PaperOwn)?;
        for person in [self.by, self.assisted].into_iter().flatten() {
            let known = state.persons.contains_key(&person) || roll.people.contains_key(&person);
            require(known, Code::PersonUnknown)?;
        }
        let scanned = |scan: &Hash| {
            let mut others = agenda.sheets.iter().filter(|(number, _)| **number != self.sheet);
            others.any(|(_, sheet)| sheet.scans.contains(scan))
        };
        require(!self.scan.as_ref().is_some_and(scanned), Code::ScanRepeated)
    }

    /// The ballot that it is, once it counts.
    fn cast(
        &self,
        state: &State,
        agenda: &Agenda,
        placed: &Placed,
    ) -> Result<Cast<PartyId, PersonId>, Rejection> {
        let roll = state.rolls.get(&agenda.roll).ok_or(Code::RollUnknown)?;
        let listed = roll.parties.get(&self.party).and_then(|party| party.representative);
        // Who represented the party when the sheet was handed over: what was said later undoes nothing.
        let then = |naming: &Naming| naming.before(self.taken_ms.saturating_add(1));
        let named = state.namings.get(&self.party).map_or(listed, then);
        let by = self.by.map_or(crate::count::By::Owner, |person| roll.role(&self.party, person, named));
        let items = state.notices.get(&agenda.notice).map_or(0, |notice| notice.body.items.len());
        Ok(Cast {
            number: placed.index,
            at: self.taken_ms,
            party: self.party,
            by,
            channel: if self.assisted.is_some() { Channel::Assisted } else { Channel::Paper },
            valid: self.invalid.is_none() && self.spoilt.len() < items,
            represented_by: named,
        })
    }
}

/// Whether somebody else has read the same on it, who may still take paper, and acts for another organisation where letters
/// have two issuers.
fn is_read_alike(state: &State, placed: &Placed, sheet: &Sheet, own: &Reading) -> bool {
    let clerk = placed.person();
    let two = state.bylaws.letter_issuers == 2;
    sheet.readings.iter().filter(|(person, _)| Some(**person) != clerk).any(|(person, other)| {
        let now_ms = placed.received_ms;
        let holds = state.holds(KeyHolder::Person(*person), Capability::Paper, now_ms);
        other.content == own.content
            && holds
            && !state.is_managers_staff(person, now_ms)
            && (!two || are_different(&other.orgs, &own.orgs))
    })
}

/// Whether what somebody reads on a sheet that another has read alone could put it in the count: they have not read it, it is of
/// no home of theirs, they neither signed it nor helped, and they act for another organisation where letters have two issuers.
pub(crate) fn may_read_again(
    state: &State,
    agenda: &Agenda,
    (person, number): (&PersonId, u32),
    now_ms: u64,
) -> bool {
    let Some(sheet) = agenda.sheets.get(&number) else { return false };
    let roll = state.rolls.get(&agenda.roll);
    let orgs = state.orgs_of(&Actor::Person(*person), Capability::Paper, now_ms);
    let fits = |other: &Reading| {
        let read = &other.content;
        let owners = roll.and_then(|roll| roll.parties.get(&read.party));
        let own = owners.is_some_and(|party| party.persons.contains(person))
            || [read.by, read.assisted].contains(&Some(*person));
        !own && (state.bylaws.letter_issuers != 2 || are_different(&other.orgs, &orgs))
    };
    !sheet.readings.contains_key(person) && sheet.readings.values().any(fits)
}

/// Finds anew what stands in a vote: a sheet takes its place by the moment at which it was handed over.
pub(super) fn reconsider(state: &mut State, id: &AgendaId) {
    let Some(agenda) = state.agendas.get(id) else { return };
    let Some(roll) = state.rolls.get(&agenda.roll) else { return };
    let mut book = agenda.book.clone();
    book.reconsider(&AgendaVoters::on(state, agenda, roll));
    if let Some(agenda) = state.agendas.get_mut(id) {
        agenda.book = book;
    }
}

/// Which items marks on paper leave invalid, by their numbers: a resolution without exactly one mark, an election with more than
/// there are seats.
pub fn spoilt_items(items: &[Item], marks: &[Vec<u32>]) -> Vec<u32> {
    let spoilt = |(item, marks): &(&Item, &Vec<u32>)| match item.method {
        Method::Resolution => marks.len() != 1,
        Method::Election => u32::try_from(marks.len()).map_or(true, |marks| marks > item.seats),
    };
    items.iter().zip(marks).filter(spoilt).map(|(item, _)| item.id).collect()
}

/// Checks that marks read on paper are of the items' options, and leave those invalid that the reading lists.
///
/// # Errors
/// `CHOICE_COUNT`, `CHOICE_ORDER`, `CHOICE_OUT_OF_RANGE`, `PAPER_MARKS`.
pub fn check_marks(items: &[Item], opening: &BallotOpening, spoilt: &[u32]) -> Result<(), Rejection> {
    require(opening.choice.len() == items.len(), Code::ChoiceCount)?;
    for (item, marks) in items.iter().zip(&opening.choice) {
        require(marks.is_sorted_by(|left, right| left < right), Code::ChoiceOrder)?;
        let options = match item.method {
            Method::Resolution => 3,
            Method::Election => item.options.len(),
        };
        let fits = |mark: &u32| usize::try_from(*mark).is_ok_and(|mark| mark < options);
        require(marks.iter().all(fits), Code::ChoiceOutOfRange)?;
    }
    require(spoilt_items(items, &opening.choice) == spoilt, Code::PaperMarks)
}
