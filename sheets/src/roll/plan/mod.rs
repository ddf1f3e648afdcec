//! From a roll that was read to the entries that say it: all of it the first time, what the register changed from then on.
//!
//! `ids` knows who is who, `newest` is what the log has, `homes` finds the file's units on it, `rows` is what pages are filled
//! with, `pages` fills them, `change` holds the file against the log, `difference` says in words what would change.

mod change;
mod difference;
mod homes;
mod ids;
mod newest;
mod pages;
mod rows;
mod spelt;

use core::fmt;
use std::collections::BTreeMap;

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Body, Codes, Roll, RollChange, RollPage};
use yishi_protocol::id::{EstateId, PersonId, SetId};
use yishi_protocol::letter::LetterCode;
use yishi_protocol::projection::RollUnitChange;
use yishi_protocol::signature::public_key;
use yishi_protocol::view::RollTotals;

use self::change::plan_change;
pub use self::difference::{is_of, sentences};
use self::homes::match_homes;
pub use self::ids::{Ids, match_people};
pub use self::newest::NewestRoll;
use self::rows::Rows;
use super::RollFile;
use crate::key::sheets_roll;
use crate::question::{Question, settled};
use crate::sentence::Sentence;

/// The most codes of an entry.
const CODES: usize = 400;

/// 32 random bytes; none if there are none to be had.
pub type Random<'a> = &'a mut dyn FnMut() -> Option<[u8; 32]>;

/// Why nothing was planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanError {
    /// An area that the total rests on has been erased.
    AreaErased,
    /// Nothing differs from the newest roll.
    NothingChanged,
    /// A question is open.
    QuestionsOpen,
    /// There are no random bytes.
    Random,
    /// More than a roll or a change can hold.
    TooLarge,
}

impl PlanError {
    /// What happened, and what to do.
    pub fn sentence(self) -> Sentence {
        let word = match self {
            Self::AreaErased => sheets_roll::PLAN_AREA_ERASED,
            Self::NothingChanged => sheets_roll::PLAN_NOTHING_CHANGED,
            Self::QuestionsOpen => sheets_roll::PLAN_QUESTIONS_OPEN,
            Self::Random => sheets_roll::PLAN_RANDOM,
            Self::TooLarge => sheets_roll::PLAN_TOO_LARGE,
        };
        word.into()
    }
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A name for those who mend the program; people are told the sentence.
        f.write_str(match self {
            Self::AreaErased => "AREA_ERASED",
            Self::NothingChanged => "NOTHING_CHANGED",
            Self::QuestionsOpen => "QUESTIONS_OPEN",
            Self::Random => "NO_RANDOM_BYTES",
            Self::TooLarge => "ROLL_TOO_LARGE",
        })
    }
}

impl std::error::Error for PlanError {}

/// A person who gets a letter.
#[derive(Clone, Debug)]
pub struct ImportedPerson {
    /// The place in the file's list of people.
    pub person: usize,
    /// The person's identity in the log.
    pub id: PersonId,
    /// The letter's code.
    pub code: LetterCode,
}

/// The entry that closes an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closing {
    /// A whole roll.
    Roll(Roll),
    /// What changed since the newest one.
    Change(RollChange),
}

/// What an import will say, before anything is sent.
#[derive(Clone, Debug)]
pub struct ImportPlan {
    /// The pages with their blobs.
    pub pages: Vec<(RollPage, Vec<Blob>)>,
    /// The closing entry.
    pub closing: Closing,
    /// What it changes, unit by unit; nothing where there was no roll before.
    pub changes: Vec<RollUnitChange>,
    /// What the parts of the estate are called, by number; nothing where there was no roll before.
    pub parts: BTreeMap<u32, String>,
    /// Who gets a letter: everybody who had no identity before.
    pub letters: Vec<ImportedPerson>,
    /// Everybody's identity.
    pub ids: Ids,
}

impl ImportPlan {
    /// What the roll will add up to.
    pub fn totals(&self) -> RollTotals {
        match &self.closing {
            Closing::Roll(roll) => RollTotals { area_c: roll.area_c, heads: roll.heads },
            Closing::Change(change) => RollTotals { area_c: change.area_c, heads: change.heads },
        }
    }

    /// What it says of the roll, in order: the pages, and what closes them.
    pub fn roll_entries(&self) -> Vec<(Body, Vec<Blob>)> {
        let pages = self.pages.iter().map(|(page, blobs)| (page.clone().into(), blobs.clone()));
        let closing = match self.closing.clone() {
            Closing::Roll(roll) => roll.into(),
            Closing::Change(change) => change.into(),
        };
        pages.chain([(closing, Vec::new())]).collect()
    }

    /// All of what it says, in order: the roll, then the letters' codes.
    pub fn entries(&self, estate: &EstateId, codes_until_ms: u64) -> Vec<(Body, Vec<Blob>)> {
        // Letters are printed in the order of the file; the log must not have it.
        let row = |letter: &ImportedPerson| (letter.id, public_key(&letter.code.key(estate)));
        let mut rows: Vec<_> = self.letters.iter().map(row).collect();
        rows.sort();
        let codes = rows
            .chunks(CODES)
            .map(|codes| (Codes { codes: codes.to_vec(), expires_ms: codes_until_ms }.into(), Vec::new()));
        self.roll_entries().into_iter().chain(codes).collect()
    }
}

/// Whether a refusal's code says that this very entry is in the log already: sets and codes of a plan are random, so nobody else
/// said them.
pub fn is_there_already(code: &str) -> bool {
    matches!(code, "PAGE_REPEATED" | "SET_CLOSED" | "CODE_REUSED")
}

/// A file held against what is known, with what is open and what would be said.
#[derive(Debug)]
pub struct Prepared {
    /// Everything that is asked: about the file, about homes, about people.
    pub questions: Vec<Question>,
    /// What would be said.
    pub plan: Result<ImportPlan, PlanError>,
}

/// Holds a file against the newest roll, if there is one, and against the identities of an earlier import.
pub fn prepare(
    file: &RollFile,
    mut known: Ids,
    newest: Option<&NewestRoll>,
    parking_counts: bool,
    random: Random<'_>,
) -> Prepared {
    let mut questions = file.questions.clone();
    let homes = newest.map(|newest| match_homes(file, newest));
    if let (Some(newest), Some(homes)) = (newest, &homes) {
        questions.extend(homes.questions.clone());
        questions.extend(known.learn(file, newest, homes));
    }
    let matching = match_people(file, &known);
    questions.extend(matching.questions.clone());
    let plan = match (newest, homes) {
        _ if !file.is_settled() || !settled(&questions) => Err(PlanError::QuestionsOpen),
        (Some(newest), Some(homes)) => {
            plan_change(file, known, newest, (homes, matching.known_as), parking_counts, random)
        }
        _ => plan_import(file, &known, parking_counts, random),
    };
    Prepared { questions, plan }
}

/// Turns a roll file into a whole roll, for an estate that has none. `known` are the identities of an earlier import.
///
/// # Errors
/// If a question is open, there are no random bytes, or the file has more units than a roll can.
pub fn plan_import(
    file: &RollFile,
    known: &Ids,
    parking_counts: bool,
    random: Random<'_>,
) -> Result<ImportPlan, PlanError> {
    let matching = match_people(file, known);
    if !file.is_settled() || !settled(&matching.questions) {
        return Err(PlanError::QuestionsOpen);
    }
    let mut ids = known.clone();
    let people = ids.give_people(file, matching.known_as, random)?;
    let parties = ids.give_parties(file, &people.numbers, random)?;
    let units = ids.give_units(file, random)?;
    let rows = Rows::of_file(file, &people.persons, &parties, &units, random)?;
    let totals = rows.totals(parking_counts);
    let set = SetId::from_bytes(rows::half(random)?);
    let pages = pages::fill(rows, set)?;
    let number = |place: usize| u32::try_from(place).map_err(|_| PlanError::TooLarge);
    let scopes = file
        .scopes
        .iter()
        .enumerate()
        .map(|(place, scope)| Ok((number(place)?, scope.parent.map(number).transpose()?)));
    let roll = Roll {
        area_c: totals.area_c,
        heads: totals.heads,
        scopes: scopes.collect::<Result<_, PlanError>>()?,
        set,
    };
    let closing = Closing::Roll(roll);
    Ok(ImportPlan {
        pages,
        closing,
        changes: Vec::new(),
        parts: BTreeMap::new(),
        letters: people.letters,
        ids,
    })
}
