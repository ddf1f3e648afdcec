//! Votes of the year, with the ballots that were cast in them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Scope;

/// A vote.
#[derive(Clone, Debug, Deserialize)]
pub struct Vote {
    /// Its key.
    pub id: String,
    /// On which matter.
    pub matter: String,
    /// `resolution`, `election` or `council`.
    pub kind: String,
    /// `ordinary` or `special`.
    pub rule: String,
    /// One line.
    pub title: String,
    /// The same in English.
    #[serde(default)]
    pub title_en: Option<String>,
    /// Who votes.
    pub scope: Scope,
    /// The questions.
    #[serde(default)]
    pub items: Vec<String>,
    /// Seats to fill in an election.
    #[serde(default)]
    pub seats: u32,
    /// Who stands in an election.
    #[serde(default)]
    pub candidates: Vec<Candidate>,
    /// Who was put forward in an election.
    #[serde(default)]
    pub nominations: Vec<serde_json::Value>,
    /// Who votes for whom, in writing.
    #[serde(default)]
    pub mandates: Vec<Mandate>,
    /// The same in English.
    #[serde(default)]
    pub items_en: Vec<String>,
    /// When it was noticed.
    pub notice_at: String,
    /// The beginning of its window.
    pub opens_at: String,
    /// Its end.
    pub closes_at: String,
    /// How the end of its window was put off, if it was.
    #[serde(default)]
    pub extended: Option<Extended>,
    /// How it was taken back, if it was.
    #[serde(default)]
    pub withdrawn: Option<Withdrawn>,
    /// When it was opened.
    #[serde(default)]
    pub opened_at: Option<String>,
    /// When it was closed.
    #[serde(default)]
    pub closed_at: Option<String>,
    /// When the totals were stated.
    #[serde(default)]
    pub tally_at: Option<String>,
    /// When it became final.
    #[serde(default)]
    pub final_at: Option<String>,
    /// What owners disputed.
    #[serde(default)]
    pub disputes: Vec<Disputed>,
    /// How the notice reached homes.
    #[serde(default)]
    pub delivery: Option<serde_json::Value>,
    /// The named ballots.
    #[serde(default)]
    pub cases: Vec<Cast>,
    /// The other ballots, by building: `O00003=oYY@0624T2023`.
    #[serde(default)]
    pub bulk: BTreeMap<String, String>,
}

/// That the end of a window was put off.
#[derive(Clone, Debug, Deserialize)]
pub struct Extended {
    /// When that was said.
    pub announced_at: String,
    /// By whom.
    pub announced_by: String,
    /// Why.
    pub reason: String,
    /// Its new last day.
    pub to: String,
}

/// That a vote was taken back.
#[derive(Clone, Debug, Deserialize)]
pub struct Withdrawn {
    /// When.
    pub at: String,
    /// By whom.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// Somebody who stands in an election.
#[derive(Clone, Debug, Deserialize)]
pub struct Candidate {
    /// Their letter on the ballot.
    pub letter: String,
    /// Name, age and what they want, in one line.
    pub words: String,
}

/// That somebody votes for another home.
#[derive(Clone, Debug, Deserialize)]
pub struct Mandate {
    /// Which.
    pub party: String,
    /// Who votes.
    pub holder: String,
    /// The day on which it was given.
    pub at: String,
    /// What they were told.
    pub words: String,
}

/// That an owner disputed something about a vote.
#[derive(Clone, Debug, Deserialize)]
pub struct Disputed {
    /// `roll_area` for an area on the roll; none for a result.
    #[serde(default)]
    pub kind: Option<String>,
    /// Whose ballot it is about, if about one.
    #[serde(default)]
    pub ballot_of: Option<String>,
    /// By whom.
    pub by: String,
    /// When.
    pub at: String,
    /// Why.
    pub words: String,
    /// Who ruled.
    #[serde(default)]
    pub ruled_by: Option<String>,
    /// When.
    #[serde(default)]
    pub ruled_at: Option<String>,
    /// Why so.
    #[serde(default)]
    pub reason: Option<String>,
}

/// A named ballot.
#[derive(Clone, Debug, Deserialize)]
pub struct Cast {
    /// When.
    pub at: String,
    /// For whom.
    pub party: String,
    /// By whom; `proxy:…` if with a mandate.
    pub by: String,
    /// `online`, `paper` or `assisted`.
    pub channel: String,
    /// One letter an item; of an election one a candidate.
    pub choice: String,
    /// What became of it: `ok`, or why not.
    pub outcome: String,
    /// What the second clerk read on the sheet, where that is something else.
    #[serde(default)]
    pub misread: Option<String>,
}
