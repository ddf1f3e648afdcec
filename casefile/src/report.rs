//! A result in the form of `tally.json`.

use serde_json::Value;
use yishi_protocol::count::{
    CandidateCount, Channel, Comparison, ElectionCount, Mark, Outcome, ResolutionCount, TrailLine, Weight,
};
use yishi_protocol::schema::{Described, OneOf, Type, Word};
use yishi_protocol::strict_json::{Reader, Strict, put_word, write_text};

use crate::run::Judged;

/// Heads and area, under the names of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrailEntry {
    /// `[seq, party, "accepted", channel]`.
    Accepted(u64, String, Channel),
    /// `[seq, party, "rejected", code]`.
    Rejected(u64, String, &'static str),
    /// `[seq, party, "superseded_by", seq]`.
    Superseded(u64, String, u64),
}

const MARKS: [Word; 3] = [
    Word { word: "accepted", about: "It passed every test when its turn came; the channel follows." },
    Word { word: "rejected", about: "A test refused it; the code of section 9 follows." },
    Word { word: "superseded_by", about: "A later one stands in its place, whose number follows." },
];

impl Described for TrailEntry {
    const TYPE: Type = Type::Row(&[
        u64::TYPE,
        Type::Text,
        Type::OneOf(&OneOf { name: "TrailMark", about: "What became of a ballot.", words: &MARKS }),
        Type::Either(&Type::Text, &u64::TYPE),
    ]);
}

/// Only written: nothing reads a trail back.
impl Strict for TrailEntry {
    fn put(&self, text: &mut String) {
        let [accepted, rejected, superseded] = &MARKS;
        let (seq, party, mark) = match self {
            Self::Accepted(seq, party, _) => (seq, party, accepted),
            Self::Rejected(seq, party, _) => (seq, party, rejected),
            Self::Superseded(seq, party, _) => (seq, party, superseded),
        };
        text.push('[');
        seq.put(text);
        text.push(',');
        party.put(text);
        text.push(',');
        put_word(text, mark.word);
        text.push(',');
        match self {
            Self::Accepted(_, _, channel) => channel.put(text),
            Self::Rejected(_, _, code) => put_word(text, code),
            Self::Superseded(_, _, later) => later.put(text),
        }
        text.push(']');
    }

    fn take(reader: &mut Reader<'_>) -> Option<Self> {
        reader.unknown("a line of a trail")
    }
}

impl From<&TrailLine<String>> for TrailEntry {
    fn from(line: &TrailLine<String>) -> Self {
        let (seq, party) = (line.number, line.party.clone());
        match line.mark {
            Mark::Accepted(channel) => TrailEntry::Accepted(seq, party, channel),
            Mark::Rejected(code) => TrailEntry::Rejected(seq, party, code.as_str()),
            Mark::SupersededBy(later) => TrailEntry::Superseded(seq, party, later),
        }
    }
}

/// The four comparisons of a resolution, each with whether it holds.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct CaseChecks {
    /// Heads taking part.
    #[strict(row("holds", "working"))]
    pub quorum_heads: Check,
    /// Area taking part.
    #[strict(row("holds", "working"))]
    pub quorum_area: Check,
    /// Heads consenting.
    #[strict(row("holds", "working"))]
    pub consent_heads: Check,
    /// Area consenting.
    #[strict(row("holds", "working"))]
    pub consent_area: Check,
}

/// Who took part in an election, with the working.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct CaseParticipation {
    /// Owner parties.
    pub heads: u64,
    /// In 0.01 m².
    pub area: u64,
    /// The working of the comparison of heads with the quorum.
    pub heads_cond: String,
    /// The same of areas.
    pub area_cond: String,
}

/// The figures of one candidate.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
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

/// The result of a resolution.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct ResolutionResult {
    /// All who were entitled.
    pub roll: CaseWeight,
    /// What became of each ballot, in the order in which they were judged.
    #[strict(row("seq", "party", "mark", "channel, code or later seq"))]
    pub trail: Vec<TrailEntry>,
    /// Parties whose standing ballot is invalid, in the order in which parties are listed.
    pub invalid: Vec<String>,
    /// Who took part.
    pub participating: CaseWeight,
    /// Who consented.
    pub yes: CaseWeight,
    /// Who refused.
    pub no: CaseWeight,
    /// Who abstained.
    pub abstain: CaseWeight,
    /// Whom the conformity clause covers.
    pub conformed: CaseWeight,
    /// The working.
    pub checks: CaseChecks,
    /// What follows.
    pub outcome: Outcome,
}

/// The result of an election.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct ElectionResult {
    /// All who were entitled.
    pub roll: CaseWeight,
    /// What became of each ballot, in the order in which they were judged.
    #[strict(row("seq", "party", "mark", "channel, code or later seq"))]
    pub trail: Vec<TrailEntry>,
    /// Parties whose standing ballot is invalid, in the order in which parties are listed.
    pub invalid: Vec<String>,
    /// Who took part.
    pub participating: CaseParticipation,
    /// The candidates in order.
    pub candidates: Vec<CandidateLine>,
    /// Who has a seat, in order.
    pub elected: Vec<String>,
    /// Who follows, in order.
    pub alternates: Vec<String>,
    /// Among whom a lot decides, in order; nobody where no lot is needed.
    pub lot: Vec<String>,
    /// What follows.
    pub outcome: Outcome,
}

/// What the results of cases say, for those who read them in another language.
pub const RESULTS: &[Type] = &[ResolutionResult::TYPE, ElectionResult::TYPE];

/// The result of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseResult {
    /// Of a resolution.
    Resolution(ResolutionResult),
    /// Of an election.
    Election(ElectionResult),
}

impl CaseResult {
    /// As JSON, in the form of the file.
    pub fn to_json(&self) -> Value {
        let text = match self {
            Self::Resolution(result) => write_text(result),
            Self::Election(result) => write_text(result),
        };
        // What was written is JSON.
        serde_json::from_str(&text).unwrap_or_default()
    }
}

fn check(comparison: &Comparison) -> Check {
    (comparison.holds(), comparison.to_string())
}

fn trail(judged: &Judged<'_>) -> Vec<TrailEntry> {
    judged.settled.trail.iter().map(TrailEntry::from).collect()
}

pub(crate) fn report_resolution(judged: &Judged<'_>, count: &ResolutionCount) -> CaseResult {
    CaseResult::Resolution(ResolutionResult {
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
    })
}

pub(crate) fn report_election(judged: &Judged<'_>, count: &ElectionCount) -> CaseResult {
    let line = |count: &CandidateCount| CandidateLine {
        candidate: count.candidate.clone(),
        heads: count.consenting.heads,
        area: count.consenting.area_c,
        qualified: count.qualified(),
    };
    CaseResult::Election(ElectionResult {
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
    })
}
