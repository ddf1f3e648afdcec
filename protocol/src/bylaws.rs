//! The settings that an estate's bylaws may change, each with the conservative default of the law.
//!
//! A vote is judged and counted under the settings in force when it was opened, and its result prints them.

use serde::{Deserialize, Serialize};

/// What standing a vote held here has; it is printed on every ballot and result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegalMode {
    /// Shows what owners want; binds nobody.
    Advisory,
    /// The bylaws give online ballots the effect of written ones.
    BindingByBylaws,
    /// The binding vote runs in the city's system; this one prepares and imports it.
    OfficialBridge,
}

/// Whether delivered ballots that nobody returned follow the majority (274 art. 26; courts differ).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conformity {
    /// Never.
    Off,
    /// For ordinary items.
    Ordinary,
    /// For special items too, because the bylaws say so expressly.
    Every,
}

/// The settings. Rule numbers are those of SPEC.md, "Settings".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bylaws {
    /// In how many days a host should answer a matter; screens show it as overdue then, nothing is refused.
    pub answer_days: u32,
    /// R21: do silent, delivered ballots follow the majority?
    pub conformity: Conformity,
    /// R26: does a party whose only ballot is an invalid paper take part?
    pub invalid_counts_as_participation: bool,
    /// R22: what standing votes have.
    pub legal_mode: LegalMode,
    /// R16: whole days between notice and opening.
    pub notice_clear_days: u32,
    /// R8: do parking spaces count?
    pub parking_counts: bool,
    /// R11: for how many parties one proxy can act in a vote.
    pub proxy_limit: u32,
    /// In how many days a question about a disclosure should be answered, likewise.
    pub question_days: u32,
    /// How many days owners have to mark a work before its matter can end.
    pub rating_days: u32,
    /// R19: the longest voting window, in days.
    pub window_days_max: u32,
    /// R19: the shortest voting window, in days.
    pub window_days_min: u32,
}

impl Default for Bylaws {
    fn default() -> Self {
        Self {
            answer_days: 10,
            conformity: Conformity::Off,
            invalid_counts_as_participation: false,
            legal_mode: LegalMode::Advisory,
            notice_clear_days: 15,
            parking_counts: false,
            proxy_limit: 3,
            question_days: 10,
            rating_days: 7,
            window_days_max: 60,
            window_days_min: 5,
        }
    }
}
