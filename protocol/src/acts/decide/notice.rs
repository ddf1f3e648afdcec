//! `notice`: announces an agenda. Its clear days and its window are those of the bylaws (DOMAIN R16, R19).

use super::candidacy;
use crate::acts::Act;
use crate::admit::{Shown, is_said, is_title};
use crate::apply::{Change, Placed, concern_of_vote, open_matter};
use crate::blob::{AgendaText, BlobKind, MatterText, Words};
use crate::body::{Adoption, Capability, Item, Method};
use crate::bylaws::LegalMode;
use crate::calendar::{DAY_MS, earliest_opening_day, latest_opening_day, local_day};
use crate::count::is_stricter;
use crate::course::{CourseStage, Deed, Subject};
use crate::id::{BlobId, EntryId, Hash, MatterId, RollId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Map, Matter, NoticeRecord, Set, State};
use crate::strict_json::Strict;
use crate::visible;

/// The most items of an agenda.
const MAX_ITEMS: usize = 20;
/// The most candidates, and the most seats, of an election.
const MAX_CANDIDATES: usize = 64;
/// The longest name of a lottery, in bytes.
const MAX_LOTTERY: usize = 64;
/// The longest id of a candidate, in bytes.
const MAX_OPTION: usize = 16;

/// Who can read the choices, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Mode {
    /// Everyone, at once; refused until there are rules for it.
    Open,
    /// Nobody but the server until the vote is closed.
    Sealed,
}

/// Announces an agenda; it may open after the notice days have passed whole.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Notice {
    /// The end of the voting window, exclusive, in milliseconds since 1970.
    pub closes_ms: u64,
    /// The questions, 1 to 20.
    pub items: Vec<Item>,
    /// What standing the vote has; the settings in force say the same.
    pub legal_mode: LegalMode,
    /// The public lottery by whose first numbers after the totals homes are drawn for a roll call, by name, at most 64 bytes; without
    /// one none are drawn.
    pub lottery: Option<String>,
    /// The accepted matter that it puts to the vote, if it comes of one.
    pub matter: Option<MatterId>,
    /// Who reads choices when.
    pub mode: Mode,
    /// The beginning of the voting window, in milliseconds since 1970.
    pub opens_ms: u64,
    /// The day on which the vote goes on after an outage, once there is a rule for it; none until then.
    pub reserve_ms: Option<u64>,
    /// The roll that says who votes.
    pub roll: RollId,
    /// The part of the estate that votes.
    pub scope: u32,
    /// The words of the agenda, a blob of kind `agenda-text`.
    pub text: BlobId,
}

impl Act for Notice {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Notice)?;
        let roll = state.rolls.get(&self.roll).ok_or(Code::RollUnknown)?;
        // Whoever could choose among earlier rolls would choose the owners.
        require(state.newest_roll().is_some_and(|(newest, _)| *newest == self.roll), Code::RollSuperseded)?;
        require(roll.scopes.contains_key(&self.scope), Code::ScopeUnknown)?;
        let concern = concern_of_vote(state, self.scope, self.matter.as_ref());
        let called = self.is_called(state, placed.received_ms);
        if !(called && placed.is_residents_committee(state, Capability::Notice)) {
            placed.require_for(state, Capability::Notice, &concern)?;
        }
        require(self.legal_mode == state.bylaws.legal_mode, Code::LegalModeMismatch)?;
        let named = |lottery: &String| lottery.len() <= MAX_LOTTERY && visible::is_line(lottery);
        require(self.lottery.as_ref().is_none_or(named), Code::LotteryInvalid)?;
        let later = self.reserve_ms.is_some() || self.mode == Mode::Open;
        require(!later, Code::NotYet)?;
        require(roll.heads_in(self.scope, state.bylaws.parking_counts) > 0, Code::EmptyScope)?;
        check_items(&self.items)?;

        let earliest = earliest_opening_day(placed.received_ms, state.bylaws.notice_clear_days);
        require(local_day(self.opens_ms) >= earliest, Code::NoticeTooShort)?;
        // The roll of the notice says who votes, and what is noticed keeps its matter from being decided otherwise.
        require(local_day(self.opens_ms) <= latest_opening_day(earliest), Code::NoticeTooFar)?;
        let window_ms = self.closes_ms.checked_sub(self.opens_ms).ok_or(Code::WindowLength)?;
        let days = |days: u32| u64::from(days).saturating_mul(DAY_MS);
        let allowed = days(state.bylaws.window_days_min)..=days(state.bylaws.window_days_max);
        require(allowed.contains(&window_ms), Code::WindowLength)?;

        if let Some(matter) = &self.matter {
            let matter = open_matter(state, matter)?;
            let subject = Subject::Matter(matter);
            let stage = subject.stage(state, placed.received_ms);
            require(stage != CourseStage::Raised, Code::MatterNotAccepted)?;
            require(placed.lets(state, &subject, Deed::Notice), Code::MatterUnderWay)?;
            require(matter.awaited_review(placed.received_ms).is_none(), Code::ReviewOpen)?;
            // Whoever asked more owners than those whom it concerns would outvote a demand.
            let owed = matches!(stage, CourseStage::Demanded | CourseStage::DemandReferred);
            require(!owed || self.scope == matter.scope, Code::RequisitionScope)?;
            // Or else the owners of one home would decide for all.
            require(roll.lies_in(matter.scope, self.scope), Code::ScopeTooNarrow)?;
            require(
                matter.demand.handed_in.is_none() || self.asks_one_thing(matter),
                Code::RequisitionQuestion,
            )?;
            candidacy::check_notice(state, self, (matter, roll), placed.received_ms)?;
        }

        let (id, received_ms, index, matter) = (placed.id, placed.received_ms, placed.index, self.matter);
        let orgs = state.orgs_of(&placed.actor()?, Capability::Notice, received_ms);
        let (body, bylaws) = (self.clone(), state.bylaws.clone());
        let record = NoticeRecord {
            body,
            received_ms,
            bylaws,
            orgs,
            called,
            deliveries: Map::new(),
            slips: Set::new(),
            opened: None,
            extended: None,
            mandates: Map::new(),
            withdrawn: None,
        };
        Ok(Change::new(move |state| {
            state.notices.insert(id, record);
            if let Some(matter) = matter.and_then(|matter| state.matters.get_mut(&matter)) {
                matter.notices.push(id);
                matter.trail.insert(index);
            }
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        self.matter
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.text]
    }

    /// The screen shows the text's items and options by number, so they must be those of the notice.
    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let Some(text) = shown.read::<AgendaText>(&self.text, BlobKind::AgendaText, &Hash::ZERO)? else {
            return Ok(());
        };
        let named = text.items.iter().map(|item| item.options.len());
        require(named.eq(self.items.iter().map(|item| item.options.len())), Code::TextMismatch)?;
        let of_items = text.items.iter().flat_map(|item| item.options.iter().chain([&item.title]));
        let said = is_title(&text.title) && of_items.chain([&text.body]).all(is_said);
        require(said, Code::WordsMissing)?;
        self.admit_demand(shown, &text)?;
        self.admit_candidates(shown, &text)
    }

    fn rests_on(&self, state: &State) -> Vec<BlobId> {
        let named = self.candidate_words(state).into_iter().map(|(.., words)| words);
        self.demanded_words(state).into_iter().chain(named).collect()
    }
}

impl Notice {
    /// Whether it asks one thing, by no more than the law's share, and changes no settings along with it: what a vote that owners demand may.
    /// Whatever else was asked would end their demand too.
    fn asks_one_thing(&self, matter: &Matter) -> bool {
        let elects = matter.standing_candidates().next().is_some();
        let plain = |item: &Item| {
            item.raise.is_none() && item.adopts.is_none() && (elects || item.method == Method::Resolution)
        };
        self.items.len() == 1 && self.items.iter().all(plain)
    }

    /// The words of the matter where owners demand the vote: those that they signed. What was erased nobody is held to.
    fn demanded_words(&self, state: &State) -> Option<BlobId> {
        let matter = self.matter.as_ref().and_then(|matter| state.matters.get(matter))?;
        let words = matter.demand.handed_in.is_some().then_some(matter.text);
        words.filter(|words| !state.erased.contains_key(words))
    }

    /// That a vote which owners demand asks what they signed, word for word: else a host could put another question, and the demand would
    /// end with the answer to it.
    fn admit_demand(&self, shown: &mut Shown<'_>, text: &AgendaText) -> Result<(), Rejection> {
        let Some(words) = self.demanded_words(shown.state) else { return Ok(()) };
        let Some(matter) = shown.read::<MatterText>(&words, BlobKind::MatterText, &Hash::ZERO)? else {
            return Ok(());
        };
        let titles = text.items.iter().map(|item| &item.title).chain([&text.title]);
        let asked = titles.map(|title| (title, &matter.title)).chain([(&text.body, &matter.body)]);
        let same = asked.into_iter().all(|(said, signed)| said.repeats(signed));
        require(same, Code::RequisitionQuestion)
    }

    /// What each candidate calls themselves: by item and option, both from 0. What was erased nobody is held to.
    fn candidate_words(&self, state: &State) -> Vec<(usize, usize, BlobId)> {
        let Some(matter) = self.matter.as_ref().and_then(|matter| state.matters.get(matter)) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for (item, body) in self.items.iter().enumerate() {
            for (place, option) in body.options.iter().enumerate() {
                let words = matter.candidate(option).map(|(_, record)| record.candidacy.text);
                let words = words.filter(|words| !state.erased.contains_key(words));
                found.extend(words.map(|words| (item, place, words)));
            }
        }
        found
    }

    /// That ballots call each candidate as they do themselves: else the host could put one name beside another's votes.
    fn admit_candidates(&self, shown: &mut Shown<'_>, text: &AgendaText) -> Result<(), Rejection> {
        for (item, place, words) in self.candidate_words(shown.state) {
            let own = shown.read::<Words>(&words, BlobKind::Statement, &Hash::ZERO)?;
            let called = text.items.get(item).and_then(|item| item.options.get(place));
            require(own.is_none_or(|own| called == Some(&own)), Code::TextMismatch)?;
        }
        Ok(())
    }
}

fn check_items(items: &[Item]) -> Result<(), Rejection> {
    require((1..=MAX_ITEMS).contains(&items.len()), Code::ItemsInvalid)?;
    for (item, number) in items.iter().zip(1..) {
        let answerable = match item.method {
            Method::Resolution => item.options.is_empty() && item.seats == 0,
            Method::Election => {
                let seats = usize::try_from(item.seats).unwrap_or(usize::MAX);
                (1..=MAX_CANDIDATES).contains(&seats) && are_candidates(&item.options)
            }
        };
        require(answerable && item.id == number, Code::ItemsInvalid)?;
        let lawful = |adopts: &Adoption| {
            item.method == Method::Resolution && adopts.settings.are_lawful() && adopts.document != Hash::ZERO
        };
        require(item.adopts.as_ref().is_none_or(lawful), Code::ItemsInvalid)?;
        require(item.raise.is_none_or(|raise| is_stricter(raise, item.class)), Code::ThresholdLowered)?;
    }
    Ok(())
}

fn are_candidates(options: &[String]) -> bool {
    let is_id = |id: &String| {
        (1..=MAX_OPTION).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let distinct: std::collections::BTreeSet<_> = options.iter().collect();
    (1..=MAX_CANDIDATES).contains(&options.len())
        && options.iter().all(is_id)
        && distinct.len() == options.len()
}
