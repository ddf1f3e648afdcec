//! The parts of `data/year.json` that can be said so far.

mod help;
mod money;
mod opinion;
mod time;
mod vote;

use anyhow::{Context, Result};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use yishi_protocol::body::{Action, Category};
use yishi_protocol::strict_json::{self, Strict};

pub use help::Help;
pub use money::{Money, Period, Post, Question, Reply};
pub use opinion::{Appeal, Erased, Hidden, Opinion, Order, Reported};
pub use time::{short_time_ms, time_ms};
pub use vote::{Candidate, Cast, Disputed, Extended, Mandate, Vote, Withdrawn};

/// The year. Fields that are not read here belong to kinds that do not exist yet.
#[derive(Clone, Debug, Deserialize)]
pub struct Year {
    /// The moment at which the year stands.
    pub meta: Meta,
    /// Offices.
    pub roles: Vec<Role>,
    /// Who speaks and acts.
    pub people: Vec<Person>,
    /// Who votes for homes of several owners.
    pub representatives: Representatives,
    /// Where organisations are found and rung.
    pub help: Vec<Help>,
    /// Devices added, lost and replaced.
    pub devices: Vec<Device>,
    /// What was brought up.
    pub matters: Vec<Matter>,
    /// Votes.
    pub votes: Vec<Vote>,
    /// Work.
    pub tasks: Vec<Task>,
    /// Marks.
    pub ratings: Vec<Ratings>,
    /// Books.
    pub money: Money,
}

/// About the year.
#[derive(Clone, Debug, Deserialize)]
pub struct Meta {
    /// The moment at which it stands.
    pub now: String,
}

/// An office.
#[derive(Clone, Debug, Deserialize)]
pub struct Role {
    /// Its key.
    pub role: String,
    /// The body that holds it.
    #[serde(default)]
    pub body: Option<String>,
}

/// A person.
#[derive(Clone, Debug, Deserialize)]
pub struct Person {
    /// The owner's number, or `X…` for somebody without a home here.
    pub id: String,
    /// How screens may call them.
    pub display: String,
    /// Their offices.
    pub roles: Vec<String>,
    /// `phone`, `old_phone`, or `none` for paper and the desk.
    pub device: String,
    /// What to know about them.
    #[serde(default)]
    pub about: Option<String>,
    /// Whether they have a sign-in link.
    #[serde(default)]
    pub demo_login: bool,
    /// How and when they enrolled.
    pub enrolment: Enrolment,
}

/// How somebody enrolled.
#[derive(Clone, Debug, Deserialize)]
pub struct Enrolment {
    /// The day, `2026-01-06`.
    pub at: String,
}

/// Who votes for homes of several owners.
#[derive(Clone, Debug, Deserialize)]
pub struct Representatives {
    /// `O00015+O00016=O00015`, with `@date` if named later than the roll.
    pub named: String,
}

/// What somebody does with a device.
#[derive(Clone, Debug, Deserialize)]
pub struct Device {
    /// When.
    pub at: String,
    /// The kind of entry that says it.
    pub what: String,
    /// Whose.
    pub who: String,
}

/// A matter.
#[derive(Clone, Debug, Deserialize)]
pub struct Matter {
    /// Its key.
    pub id: String,
    /// One line.
    pub title: String,
    /// The same in English.
    #[serde(default)]
    pub title_en: Option<String>,
    /// What it is about.
    pub category: String,
    /// Who handles it now.
    pub tier: String,
    /// Where.
    pub scope: Scope,
    /// How it came in.
    pub origin: String,
    /// Whether it is between neighbours and shown to nobody else.
    #[serde(default)]
    pub private: bool,
    /// When.
    pub raised_at: String,
    /// By whom.
    pub raised_by: String,
    /// What is asked for.
    #[serde(default)]
    pub text: String,
    /// Who backs it.
    #[serde(default)]
    pub supports: Option<Supports>,
    /// The host's answers.
    #[serde(default)]
    pub answers: Vec<Answer>,
    /// What was said.
    #[serde(default)]
    pub opinions: Vec<Opinion>,
    /// The matter under which it goes on.
    #[serde(default)]
    pub merged_into: Option<String>,
    /// Whether it goes on, or how it ended.
    pub status: String,
    /// What happened, step by step.
    #[serde(default)]
    pub trail: Vec<Event>,
}

/// A step of a matter's trail.
#[derive(Clone, Debug, Deserialize)]
pub struct Event {
    /// When.
    pub at: String,
    /// What.
    pub event: String,
}

/// A part of the estate.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Scope {
    /// `estate`, `building`, `buildings` or `stairwell`.
    pub kind: String,
    /// Which: building, or building and entrance.
    pub refs: Vec<String>,
}

/// Who backs a matter.
#[derive(Clone, Debug, Deserialize)]
pub struct Supports {
    /// `O00033@0103`: who and on which day.
    pub owners: String,
}

/// An answer.
#[derive(Clone, Debug, Deserialize)]
pub struct Answer {
    /// When.
    pub at: String,
    /// By whom.
    pub by: String,
    /// What is done.
    #[serde(deserialize_with = "word")]
    pub action: Action,
    /// In words.
    pub text: String,
}

/// Work given out.
#[derive(Clone, Debug, Deserialize)]
pub struct Task {
    /// Its key.
    pub id: String,
    /// For which matter.
    pub matter: String,
    /// The vote that allowed it.
    #[serde(default)]
    pub decision: Option<String>,
    /// One line.
    pub title: String,
    /// By whom.
    pub by: String,
    /// When.
    pub dispatched_at: String,
    /// To whom.
    pub assignee: String,
    /// The last day.
    pub due: String,
    /// The most it may cost.
    #[serde(default)]
    pub cap_fen: Option<u64>,
    /// What has been paid.
    #[serde(default)]
    pub spent_fen: Option<u64>,
    /// Reports.
    #[serde(default)]
    pub progress: Vec<Report>,
}

/// A report.
#[derive(Clone, Debug, Deserialize)]
pub struct Report {
    /// When.
    pub at: String,
    /// How much is done.
    pub percent: u32,
    /// In words.
    pub text: String,
    /// The vouchers of what was paid.
    #[serde(default)]
    pub vouchers: Vec<String>,
}

/// The marks of a round.
#[derive(Clone, Debug, Deserialize)]
pub struct Ratings {
    /// Of which matter.
    pub matter: String,
    /// The marks.
    pub ratings: Vec<Rating>,
}

/// Somebody's marks.
#[derive(Clone, Debug, Deserialize)]
pub struct Rating {
    /// When.
    pub at: String,
    /// By whom.
    pub by: String,
    /// 1 to 5.
    pub speed: u32,
    /// 1 to 5.
    pub quality: u32,
    /// 1 to 5.
    pub satisfaction: u32,
    /// `online` or `desk`.
    pub via: String,
}

impl Year {
    /// Reads the year.
    ///
    /// # Errors
    /// If the file is not what this program expects.
    pub fn read(text: &str) -> Result<Self> {
        serde_json::from_str(text).context("demo/data/year.json")
    }

    /// What screens call somebody's office, if they hold one.
    pub fn title(&self, person: &Person) -> Option<&str> {
        let body = |name: &String| self.roles.iter().find(|role| role.role == *name)?.body.as_deref();
        let office = |name: &&String| {
            !matches!(
                name.as_str(),
                "owner" | "co_owner" | "owner_legal_person" | "tenant" | "council" | "volunteer"
            )
        };
        person.roles.iter().filter(office).find_map(body)
    }
}

/// A word as the log has it.
fn word<'de, D: Deserializer<'de>, T: Strict>(deserializer: D) -> Result<T, D::Error> {
    let word = String::deserialize(deserializer)?;
    strict_json::read(&strict_json::write(&word)).map_err(D::Error::custom)
}

/// A category as the log has it.
pub fn category(name: &str) -> Option<Category> {
    strict_json::read(&strict_json::write(&name.replace('_', "-"))).ok()
}
