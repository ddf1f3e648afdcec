//! What a case file says.

use std::collections::BTreeMap;

use serde::Deserialize;
use yishi_protocol::blob::AreaSource;
use yishi_protocol::body::{Class, RaisedShare, UnitKind};
use yishi_protocol::count::Channel;
use yishi_protocol::rejection::{Code, Rejection};

use crate::word;

/// A case file: votes, each with what it should give.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// The unit of all areas; only `"0.01 m2"` is known.
    #[serde(default)]
    pub area_unit: Option<String>,
    /// The votes.
    pub vectors: Vec<Vector>,
}

/// One vote of a case file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vector {
    /// The vote.
    pub case: Case,
    /// What it should give. Not read here: whoever compares does.
    #[serde(default)]
    pub result: serde_json::Value,
    /// The settings that, turned round one at a time, would have given another outcome or elected somebody else. Not read
    /// here either.
    #[serde(default)]
    pub sensitive: serde_json::Value,
}

/// How a vote is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CaseKind {
    /// Yes, no or abstain.
    Resolution,
    /// Marks for candidates.
    Election,
}

/// A vote.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What it is called.
    pub id: String,
    /// What it is about.
    #[serde(default)]
    pub title: String,
    /// How it is answered.
    #[serde(rename = "type")]
    pub kind: CaseKind,
    /// The threshold; ordinary unless said.
    #[serde(default = "ordinary", deserialize_with = "word::read")]
    pub rule: Class,
    /// A stricter threshold, numerator and denominator, if the notice said one.
    #[serde(default)]
    pub raise: Option<RaisedShare>,
    /// Seats to fill in an election.
    #[serde(default)]
    pub seats: u32,
    /// The candidates of an election.
    #[serde(default)]
    pub candidates: Vec<String>,
    /// The first minute of the window, `YYYY-MM-DDTHH:MM`, UTC+8.
    pub open: String,
    /// The last minute of the window, itself inside; `T24:00` is the end of that day.
    pub close: String,
    /// Settings that differ from the defaults.
    #[serde(default)]
    pub rules: CaseRules,
    /// The roll.
    pub units: Vec<CaseUnit>,
    /// Jointly owned parties and which of their owners votes, if they have agreed.
    #[serde(default)]
    pub joint: BTreeMap<String, Option<String>>,
    /// Written mandates.
    #[serde(default)]
    pub mandates: Vec<CaseMandate>,
    /// Parties to which a ballot was delivered.
    #[serde(default)]
    pub delivered: Vec<String>,
    /// What was cast.
    pub ballots: Vec<CaseBallot>,
    /// A remark.
    #[serde(default)]
    pub note: String,
}

fn ordinary() -> Class {
    Class::Ordinary
}

/// Settings of a case. A rule this program does not know is refused, not passed over.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseRules {
    /// For how many parties one proxy can act (R11).
    #[serde(default)]
    pub proxy_limit: Option<u32>,
    /// Whether silent, delivered ballots follow the majority (R21). Said of one vote, it holds for its class.
    #[serde(default, alias = "conformity_clause")]
    pub conformity: bool,
    /// Whether invalid papers take part (R26).
    #[serde(default, alias = "invalid_counts_as_participating")]
    pub invalid_counts_as_participation: bool,
    /// Whether parking spaces count (R8).
    #[serde(default)]
    pub parking_counts: bool,
}

/// A unit of the roll.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseUnit {
    /// Its name.
    pub id: String,
    /// Its exclusive area, in 0.01 m².
    pub area: u32,
    /// Who owns it.
    pub party: String,
    /// What it is.
    #[serde(deserialize_with = "word::read")]
    pub kind: UnitKind,
    /// Where the area comes from. Not read: an area counts whatever its source.
    #[serde(default, deserialize_with = "word::read_some")]
    pub area_source: Option<AreaSource>,
}

/// A written mandate.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseMandate {
    /// Who gave it.
    pub party: String,
    /// To whom.
    pub proxy: String,
    /// Whether the proxy works for the property manager.
    #[serde(default)]
    pub proxy_is_pm_staff: bool,
}

/// An answer to a resolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Choice {
    /// For.
    Yes,
    /// Against.
    No,
    /// Abstain.
    Abstain,
}

/// A ballot.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseBallot {
    /// Its number; breaks ties between ballots of the same minute.
    pub seq: u64,
    /// When it was cast, `YYYY-MM-DDTHH:MM`, UTC+8.
    pub at: String,
    /// For whom.
    pub party: String,
    /// How it came.
    #[serde(deserialize_with = "word::read")]
    pub channel: Channel,
    /// The answer to a resolution.
    #[serde(default)]
    pub choice: Option<Choice>,
    /// `owner`, `coowner:NAME` or `proxy:NAME`.
    pub by: String,
    /// The marks in an election; none is a blank paper.
    #[serde(default)]
    pub marks: Vec<String>,
    /// Why the paper is invalid, if it is.
    #[serde(default)]
    pub invalid: Option<String>,
}

impl CaseFile {
    /// Reads a case file.
    ///
    /// # Errors
    /// `CASE_INVALID`, with the line and what was expected there.
    pub fn read(text: &[u8]) -> Result<Self, Rejection> {
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        let file: Self = serde_json::from_slice(text).map_err(|error| invalid(error.to_string()))?;
        match file.area_unit.as_deref() {
            None | Some("0.01 m2") => Ok(file),
            Some(other) => Err(invalid(format!("area_unit {other:?}: only \"0.01 m2\" is known"))),
        }
    }
}

pub(crate) fn invalid(detail: impl Into<String>) -> Rejection {
    Rejection::with(Code::CaseInvalid, detail)
}
