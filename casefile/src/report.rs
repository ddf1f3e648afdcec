//! A result in the form of `tally.json`.

use serde::Serialize;
use yishi_protocol::count::{
    CandidateCount, Channel, Comparison, ElectionCount, Mark, Outcome, ResolutionCount, TrailLine, Weight,
};

use crate::run::Judged;
use crate::word;

/// Heads and area, under the names of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CaseWeight {
    /// Owner parties.
    pub heads: u64,
    /// In 0.01 m².
    pub area: u64,
}

impl From<Weight> for CaseWeight {
    fn from(weight: Weight) -> Self {
        Self { heads: weight.heads, area: weight.area_c }
    }
}

/// Whether a comparison holds, and its working.
pub type Check = (bool, String);

/// A line of the trail: ballot, party, what became of it, and the channel, code or later ballot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum TrailEntry {
    /// `[seq, party, "accepted", channel]`.
    Accepted(u64, String, &'static str, #[serde(serialize_with = "word::write")] Channel),
    /// `[seq, party, "rejected", code]`.
    Rejected(u64, String, &'static str, &'static str),
    /// `[seq, party, "superseded_by", seq]`.
    Superseded(u64, String, &'static str, u64),
}

impl From<&TrailLine<String>> for TrailEntry {
    fn from(line: &TrailLine<String>) -> Self {
        let party = line.party.clone();
        match line.mark {
            Mark::Accepted(channel) => TrailEntry::Accepted(line.number, party, "accepted", channel),
            Mark::Rejected(code) => TrailEntry::Rejected(line.number, party, "rejected", code.as_str()),
            Mark::SupersededBy(later) => TrailEntry::Superseded(line.number, party, "superseded_by", later),
        }
    }
}

/// The four comparisons of a resolution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseChecks {
    /// Heads taking part.
    pub quorum_heads: Check,
    /// Area taking part.
    pub quorum_area: Check,
    /// Heads consenting.
    pub consent_heads: Check,
    /// Area consenting.
    pub consent_area: Check,
}

/// Who took part in an election, with the working.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseParticipation {
    /// Owner parties.
    pub heads: u64,
    /// In 0.01 m².
    pub area: u64,
    /// The comparison of heads.
    pub heads_cond: String,
    /// The comparison of areas.
    pub area_cond: String,
}

/// The figures of one candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CandidateLine {
    /// Who.
    pub candidate: String,
    /// Owner parties that marked them.
    pub heads: u64,
    /// Their area, in 0.01 m².
    pub area: u64,
    /// Whether both reach the threshold.
    pub qualified: bool,
}

/// The result of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum CaseResult {
    /// Of a resolution.
    Resolution {
        /// All who were entitled.
        roll: CaseWeight,
        /// What became of each ballot.
        trail: Vec<TrailEntry>,
        /// Parties whose standing ballot is invalid.
        invalid: Vec<String>,
        /// Who took part.
        participating: CaseWeight,
        /// Who consented.
        yes: CaseWeight,
        /// Who refused.
        no: CaseWeight,
        /// Who abstained.
        abstain: CaseWeight,
        /// Whom the conformity clause covers.
        conformed: CaseWeight,
        /// The working.
        checks: CaseChecks,
        /// What follows.
        #[serde(serialize_with = "word::write")]
        outcome: Outcome,
    },
    /// Of an election.
    Election {
        /// All who were entitled.
        roll: CaseWeight,
        /// What became of each ballot.
        trail: Vec<TrailEntry>,
        /// Parties whose standing ballot is invalid.
        invalid: Vec<String>,
        /// Who took part.
        participating: CaseParticipation,
        /// The candidates in order.
        candidates: Vec<CandidateLine>,
        /// Who has a seat.
        elected: Vec<String>,
        /// Who follows.
        alternates: Vec<String>,
        /// Among whom a lot decides; left out where no lot is needed.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        lot: Vec<String>,
        /// What follows.
        #[serde(serialize_with = "word::write")]
        outcome: Outcome,
    },
}

fn check(comparison: &Comparison) -> Check {
    (comparison.holds(), comparison.to_string())
}

fn trail(judged: &Judged<'_>) -> Vec<TrailEntry> {
    judged.settled.trail.iter().map(TrailEntry::from).collect()
}

pub(crate) fn report_resolution(judged: &Judged<'_>, count: &ResolutionCount) -> CaseResult {
    CaseResult::Resolution {
        roll: judged.total().into(),
        trail: trail(judged),
        invalid: judged.invalid(),
        participating: count.participating.into(),
        yes: count.consenting.into(),
        no: count.against.into(),
        abstain: count.abstain.into(),
        conformed: count.conformed.into(),
        checks: CaseChecks {
            quorum_heads: check(&count.checks.quorum_heads),
            quorum_area: check(&count.checks.quorum_area),
            consent_heads: check(&count.checks.consent_heads),
            consent_area: check(&count.checks.consent_area),
        },
        outcome: count.outcome,
    }
}

pub(crate) fn report_election(judged: &Judged<'_>, count: &ElectionCount) -> CaseResult {
    let line = |count: &CandidateCount| CandidateLine {
        candidate: count.candidate.clone(),
        heads: count.consenting.heads,
        area: count.consenting.area_c,
        qualified: count.qualified(),
    };
    CaseResult::Election {
        roll: judged.total().into(),
        trail: trail(judged),
        invalid: judged.invalid(),
        participating: CaseParticipation {
            heads: count.participating.heads,
            area: count.participating.area_c,
            heads_cond: count.quorum_heads.to_string(),
            area_cond: count.quorum_area.to_string(),
        },
        candidates: count.candidates.iter().map(line).collect(),
        elected: count.elected.clone(),
        alternates: count.alternates.clone(),
        lot: count.lot.clone(),
        outcome: count.outcome,
    }
}
