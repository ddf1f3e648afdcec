//! Courses: how a matter, a vote, work, a question and what waits for a second person go on, each a table of rows
//! `stage --act (by whom, until when)--> stage`.
//!
//! A table says it once: where something stands, which acts are in place there, who must act and by when, what is late and
//! what waits for whom. State keeps what acts have left and never changes by time passing: where something stands at a
//! moment is the stage after its last act, and then every row that time alone takes.
//!
//! What an act asks beside the stage (an office, a say, a number, a text) is asked in its own file under `acts`.

mod dispute;
mod matter;
mod next;
mod paper;
mod question;
mod queue;
mod review;
mod second;
mod subject;
mod task;
mod terms;
mod vote;
mod words;

use core::fmt;

use crate::body::Capability;

pub use next::{Moment, Next, NextAct, Who, days_late};
pub use queue::{Todo, queue};
pub(crate) use second::letters;
pub use subject::Subject;
pub use terms::{Course, CourseStage, Date, Deed};
pub(crate) use vote::Dates;

/// By whom a row is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Whoever holds an office with that capability which reaches the matter, the vote or the books.
    Office(Capability),
    /// Whoever holds an office with one of these which reaches it.
    OfficeOf([Capability; 2]),
    /// Whoever holds an office with that capability for a residents' committee, however far it reaches.
    ResidentsCommittee(Capability),
    /// Owners with a say: of a counted unit in its scope.
    Owners,
    /// Anybody enrolled.
    Residents,
    /// Whoever was given the work.
    Assignee,
    /// Another person than the author, with that capability, or a root.
    Second(Capability),
    /// Another person than the author, with the capability of what was proposed, or a root.
    SecondOfAct,
    /// Whoever gave the office, or a root.
    Giver,
    /// Whoever said the words.
    Author,
    /// Whoever holds an office of the organisation that was asked.
    Reviewer,
    /// Whoever holds an office with that capability for the organisation that hid the words.
    SameOrg(Capability),
    /// Whoever holds one for other organisations alone.
    OtherOrg(Capability),
    /// Whoever holds one for other organisations than gave notice of the vote.
    OtherBody(Capability),
    /// Whoever holds one and could second what another has read on a sheet.
    OtherReader(Capability),
}

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            By::Office(capability) => write!(f, "an office with {}", word(*capability)),
            By::OfficeOf([one, other]) => write!(f, "an office with {} or {}", word(*one), word(*other)),
            By::ResidentsCommittee(capability) => {
                write!(f, "an office with {} of the residents' committee", word(*capability))
            }
            By::Owners => f.write_str("owners with a say"),
            By::Residents => f.write_str("anybody enrolled"),
            By::Assignee => f.write_str("the assignee"),
            By::Second(capability) => write!(f, "a second person with {}", word(*capability)),
            By::SecondOfAct => f.write_str("a second person with what the act asks for"),
            By::Giver => f.write_str("who gave the office, or a root"),
            By::Author => f.write_str("who said the words"),
            By::Reviewer => f.write_str("an office of the organisation that was asked"),
            By::SameOrg(capability) => write!(f, "an office with {} of whoever hid them", word(*capability)),
            By::OtherBody(capability) => {
                write!(f, "an office with {} of no organisation that gave notice", word(*capability))
            }
            By::OtherOrg(capability) => {
                write!(f, "an office with {} of nobody who hid them", word(*capability))
            }
            By::OtherReader(capability) => {
                write!(f, "an office with {} of somebody who has not read it", word(*capability))
            }
        }
    }
}

fn word(capability: Capability) -> String {
    format!("`{}`", crate::strict_json::write_text(&capability).trim_matches('"'))
}

/// When a row can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Any time.
    Always,
    /// Any time; from the date on it is late.
    Due(Date),
    /// Until the date.
    Until(Date),
    /// From the date on.
    From(Date),
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::Always => Ok(()),
            When::Due(date) => write!(f, "due by *{}*", date.word()),
            When::Until(date) => write!(f, "until *{}*", date.word()),
            When::From(date) => write!(f, "from *{}* on", date.word()),
        }
    }
}

/// A row of a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it begins; none if in every stage that is no end.
    pub from: Option<CourseStage>,
    /// What is done.
    pub deed: Deed,
    /// By whom; none where nobody acts.
    pub by: Option<By>,
    /// When.
    pub when: When,
    /// Where it leads; none if nowhere else.
    pub to: Option<CourseStage>,
    /// What screens call it, if it is what a stage waits for.
    pub next: Option<NextAct>,
}

impl Row {
    /// What can be done there.
    const fn may(from: CourseStage, deed: Deed, by: By, to: CourseStage) -> Self {
        let (from, by, to) = (Some(from), Some(by), Some(to));
        Self { from, deed, by, when: When::Always, to, next: None }
    }

    /// What can be done wherever something goes on, and leads nowhere.
    const fn anywhere(deed: Deed, by: By) -> Self {
        Self { from: None, deed, by: Some(by), when: When::Always, to: None, next: None }
    }

    /// What something goes through there in another course, or by time passing.
    const fn passes(from: CourseStage, deed: Deed, when: When, to: CourseStage) -> Self {
        Self { from: Some(from), deed, by: None, when, to: Some(to), next: None }
    }

    /// Where time leads from a date on.
    const fn time(from: CourseStage, date: Date, to: CourseStage) -> Self {
        Self::passes(from, Deed::Time, When::From(date), to)
    }

    const fn when(self, when: When) -> Self {
        Self { when, ..self }
    }

    /// It is what the stage waits for.
    const fn waits(self, next: NextAct) -> Self {
        Self { next: Some(next), ..self }
    }
}

impl Course {
    /// The table.
    pub const fn rows(self) -> &'static [Row] {
        match self {
            Course::Matter => matter::ROWS,
            Course::Vote => vote::ROWS,
            Course::Task => task::ROWS,
            Course::Question => question::ROWS,
            Course::Words => words::ROWS,
            Course::Dispute => dispute::ROWS,
            Course::Review => review::ROWS,
            Course::Sheet => paper::SHEET,
            Course::Box => paper::BOX,
            Course::Proposal => second::PROPOSAL,
            Course::Letters => second::LETTERS,
            Course::Device => second::DEVICE,
        }
    }

    /// The rows that leave a stage, in the table's order.
    pub fn rows_from(self, stage: CourseStage) -> impl Iterator<Item = &'static Row> {
        self.rows().iter().filter(move |row| row.from == Some(stage))
    }

    /// Whether nobody has to act there any more, and time leads nowhere.
    pub fn is_end(self, stage: CourseStage) -> bool {
        let goes_on = |row: &Row| row.next.is_some() || row.by.is_none();
        !self.rows_from(stage).any(goes_on)
    }

    /// Whether a deed is in place at a stage. Who does it, and what else it asks, its own rules say.
    pub fn lets(self, stage: CourseStage, deed: Deed) -> bool {
        let here = |row: &Row| match row.from {
            Some(from) => from == stage,
            None => !self.is_end(stage),
        };
        self.rows().iter().any(|row| row.deed == deed && here(row))
    }

    /// Where something stands at a moment, in milliseconds since 1970, that its last act left at a stage.
    fn at(self, after: CourseStage, now_ms: u64, date: &dyn Fn(Date) -> Option<u64>) -> CourseStage {
        let mut stage = after;
        // Time leads through a course once; no table has so many stages.
        for _ in self.rows() {
            let passed = |row: &&Row| match row.when {
                When::From(of) => row.deed == Deed::Time && date(of).is_some_and(|at_ms| now_ms >= at_ms),
                When::Always | When::Due(_) | When::Until(_) => false,
            };
            match self.rows_from(stage).find(passed).and_then(|row| row.to) {
                Some(to) => stage = to,
                None => break,
            }
        }
        stage
    }
}
