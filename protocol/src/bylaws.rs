//! The settings that an estate's bylaws may change, each with the conservative default of the law.
//!
//! A vote is judged and counted under the settings in force when it was opened, and its result prints them.

use crate::strict_json::Strict;

/// What standing a vote held here has; it is printed on every ballot and result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(rename_all = "snake_case")]
pub enum LegalMode {
    /// Shows what owners want; binds nobody.
    Advisory,
    /// The bylaws give online ballots the effect of written ones.
    BindingByBylaws,
    /// The binding vote runs in the city's system; this one prepares and imports it.
    OfficialBridge,
}

/// Whether delivered ballots that nobody returned follow the majority (274 art. 26; courts differ).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(rename_all = "snake_case")]
pub enum Conformity {
    /// Never.
    Off,
    /// For ordinary items.
    Ordinary,
    /// For special items too, because the bylaws say so expressly.
    Every,
}

/// Who of several owners casts a home's ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(rename_all = "snake_case")]
pub enum Joint {
    /// Any of them; the others are told, and one of them can hold the ballot until they have named who votes.
    AnyUnlessObjected,
    /// The one whom they named.
    Representative,
}

/// The settings. Rule numbers are those of SPEC.md, "Settings".
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(called = "Settings")]
pub struct Bylaws {
    /// In how many days a host should answer a matter; screens show it as overdue then, nothing is refused: 1 to 366.
    pub answer_days: u32,
    /// R21: do silent, delivered ballots follow the majority?
    pub conformity: Conformity,
    /// R26: does a party whose only ballot is an invalid paper take part?
    pub invalid_counts_as_participation: bool,
    /// R9: who of several owners casts a home's ballot.
    pub joint: Joint,
    /// R22: what standing votes have.
    pub legal_mode: LegalMode,
    /// By how many issuers, of different organisations, a letter's codes are published: 1 or 2.
    pub letter_issuers: u32,
    /// R16: whole days between notice and opening, 15 to 366.
    pub notice_clear_days: u32,
    /// R8: do parking spaces count?
    pub parking_counts: bool,
    /// R11: for how many parties one proxy can act in a vote, 1 to 20.
    pub proxy_limit: u32,
    /// In how many days a question about a disclosure should be answered, likewise: 1 to 366.
    pub question_days: u32,
    /// How many days owners have to mark a work before its matter can end, 1 to 366.
    pub rating_days: u32,
    /// How many persons beside its author must stand behind a roll: 0 or 1.
    pub roll_quorum: u32,
    /// R19: the longest voting window, in days, `window_days_min` to 366.
    pub window_days_max: u32,
    /// R19: the shortest voting window, in days, 1 to 366.
    pub window_days_min: u32,
}

impl Default for Bylaws {
    fn default() -> Self {
        Self {
            answer_days: 10,
            conformity: Conformity::Off,
            invalid_counts_as_participation: false,
            joint: Joint::Representative,
            legal_mode: LegalMode::Advisory,
            letter_issuers: 1,
            notice_clear_days: 15,
            parking_counts: false,
            proxy_limit: 3,
            question_days: 10,
            rating_days: 7,
            roll_quorum: 1,
            window_days_max: 60,
            window_days_min: 5,
        }
    }
}

/// The fewest clear days of a notice (Property Management Regulation, art. 14).
pub(crate) const LEAST_NOTICE_DAYS: u32 = 15;
/// The longest of any period, in days.
const MOST_DAYS: u32 = 366;
/// The most parties for which one proxy can act.
const MOST_PARTIES: u32 = 20;

impl Bylaws {
    /// Whether each setting lies within what the law and these rules allow, and all of them go together: votes that bind
    /// need letters of two issuers.
    pub fn are_lawful(&self) -> bool {
        let days = [self.answer_days, self.question_days, self.rating_days, self.window_days_min];
        days.iter().all(|days| (1..=MOST_DAYS).contains(days))
            && (LEAST_NOTICE_DAYS..=MOST_DAYS).contains(&self.notice_clear_days)
            && (self.window_days_min..=MOST_DAYS).contains(&self.window_days_max)
            && (1..=MOST_PARTIES).contains(&self.proxy_limit)
            && (1..=2).contains(&self.letter_issuers)
            && self.roll_quorum <= 1
            && (self.legal_mode != LegalMode::BindingByBylaws || self.letter_issuers == 2)
    }

    /// Whether it differs from earlier settings only by asking for more persons behind letters and rolls.
    pub fn only_tightens(&self, earlier: &Self) -> bool {
        let Bylaws { letter_issuers, roll_quorum, .. } = *self;
        let tightened = Bylaws { letter_issuers, roll_quorum, ..earlier.clone() };
        tightened == *self
            && tightened != *earlier
            && letter_issuers >= earlier.letter_issuers
            && roll_quorum >= earlier.roll_quorum
    }
}
