//! A rule set: when a meeting can decide and what it takes, as data with its source and its date. No set is built in, for none
//! can be presented as the law of the day; a meeting prints the set by which it was judged.

use crate::count::{Comparison, Relation, Share};
use crate::id::BlobId;
use crate::strict_json::Strict;

/// The most clear days that a set asks for.
const MOST_NOTICE_DAYS: u32 = 30;

/// A share of those who have a voice, or of those who came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
pub struct BodyShare {
    /// Lower number, 1 to 100.
    pub denominator: u32,
    /// Whether the share itself is not enough (过半数); where it is, it is "at least" (以上).
    pub more_than: bool,
    /// Upper number, at most the lower one.
    pub numerator: u32,
}

/// Of whom the majority is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum MajorityOf {
    /// Of all who have a voice.
    Entitled,
    /// Of those who came, whoever abstained or kept out among them.
    Present,
}

/// By what a meeting is judged.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct RuleSet {
    /// Since when the rule is in force, in milliseconds since 1970.
    pub in_force_ms: u64,
    /// Whose share must consent; more than half.
    pub majority: BodyShare,
    /// Of whom.
    pub majority_of: MajorityOf,
    /// For how many whole days a meeting is announced before its day, 1 to 30.
    pub notice_days: u32,
    /// The share of all who have a voice that must come; at least half.
    pub quorum: BodyShare,
    /// Where the rule stands: law or rules, article, the text's date; a blob of kind `statement`.
    pub source: BlobId,
}

/// What a meeting comes to in figures; persons or homes, never area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Strict)]
pub struct MeetingCounts {
    /// How many abstained.
    pub abstain: u32,
    /// How many were against.
    pub against: u32,
    /// How many have a voice.
    pub entitled: u32,
    /// How many were for it.
    #[strict(rename = "for")]
    pub in_favour: u32,
    /// How many came, all of the above and below among them, also whoever marked nothing.
    pub present: u32,
    /// How many kept out because it concerns them.
    pub recused: u32,
}

/// What came of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum MeetingOutcome {
    /// Too few came: nothing was decided.
    NoQuorum,
    /// Too few consented.
    NotPassed,
    /// Enough came and consented.
    Passed,
}

impl BodyShare {
    fn share(self) -> Share {
        let relation = if self.more_than { Relation::MoreThan } else { Relation::AtLeast };
        Share { numerator: self.numerator, denominator: self.denominator, relation }
    }

    /// Whether it can be reached and asks for at least a half, or for more where `above` says so.
    fn is_sound(self, above: bool) -> bool {
        let doubled = self.numerator.saturating_mul(2);
        let enough =
            if above && !self.more_than { doubled > self.denominator } else { doubled >= self.denominator };
        let reachable = if self.more_than {
            self.numerator < self.denominator
        } else {
            self.numerator <= self.denominator
        };
        (1..=100).contains(&self.denominator) && reachable && enough
    }
}

impl RuleSet {
    /// Whether it can be kept: a majority that two sides could both have is none.
    pub(crate) fn is_sound(&self) -> bool {
        (1..=MOST_NOTICE_DAYS).contains(&self.notice_days)
            && self.quorum.is_sound(false)
            && self.majority.is_sound(true)
    }

    /// The working: who came against who has a voice, who consented against whom that is asked of. Whoever denies what was written
    /// down of them is taken out of both on the left.
    pub fn working(&self, counts: &MeetingCounts, denied: Denied) -> [Comparison; 2] {
        let came = counts.present.saturating_sub(denied.all);
        let consented = counts.in_favour.saturating_sub(denied.in_favour);
        let whole = match self.majority_of {
            MajorityOf::Entitled => counts.entitled,
            MajorityOf::Present => counts.present,
        };
        [
            self.quorum.share().of(came.into(), counts.entitled.into()),
            self.majority.share().of(consented.into(), whole.into()),
        ]
    }

    /// What comes of it.
    pub fn outcome(&self, counts: &MeetingCounts, denied: Denied) -> MeetingOutcome {
        let [quorum, majority] = self.working(counts, denied);
        match (quorum.holds(), majority.holds()) {
            (false, _) => MeetingOutcome::NoQuorum,
            (true, false) => MeetingOutcome::NotPassed,
            (true, true) => MeetingOutcome::Passed,
        }
    }
}

/// How many deny what was written down of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Denied {
    /// All.
    pub all: u32,
    /// Those of them who were written down as consenting, or whose mark is not public.
    pub in_favour: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    const HALF: BodyShare = BodyShare { denominator: 2, more_than: true, numerator: 1 };

    fn set() -> RuleSet {
        RuleSet {
            in_force_ms: 0,
            majority: HALF,
            majority_of: MajorityOf::Present,
            notice_days: 7,
            quorum: HALF,
            source: BlobId::ZERO,
        }
    }

    fn counts(entitled: u32, present: u32, in_favour: u32, against: u32) -> MeetingCounts {
        MeetingCounts { against, entitled, in_favour, present, ..MeetingCounts::default() }
    }

    #[test]
    fn a_council_of_fifteen_decides_with_thirteen_of_whom_nine_consent() {
        let counts = MeetingCounts { abstain: 1, recused: 1, ..counts(15, 13, 9, 2) };
        let working = set().working(&counts, Denied::default()).map(|line| line.to_string());
        assert_eq!(working, ["2*13=26 > 1*15=15", "2*9=18 > 1*13=13"]);
        assert_eq!(set().outcome(&counts, Denied::default()), MeetingOutcome::Passed);
    }

    #[test]
    fn half_is_not_more_than_half_and_whoever_kept_out_is_still_one_who_came() {
        let none = Denied::default();
        assert_eq!(set().outcome(&counts(14, 7, 7, 0), none), MeetingOutcome::NoQuorum);
        assert_eq!(set().outcome(&counts(14, 8, 4, 0), none), MeetingOutcome::NotPassed);
        assert_eq!(set().outcome(&counts(14, 8, 5, 0), none), MeetingOutcome::Passed);
        let of_all = RuleSet { majority_of: MajorityOf::Entitled, ..set() };
        assert_eq!(of_all.outcome(&counts(14, 13, 7, 0), none), MeetingOutcome::NotPassed);
    }

    #[test]
    fn a_denial_never_makes_anything_pass() {
        for present in 0..=9 {
            for in_favour in 0..=present {
                let counts = counts(9, present, in_favour, present - in_favour);
                let before = set().outcome(&counts, Denied::default());
                for all in 0..=present {
                    for of_those in 0..=all.min(in_favour) {
                        let after = set().outcome(&counts, Denied { all, in_favour: of_those });
                        assert!(after <= before, "{counts:?} {all} {of_those}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_set_asks_for_more_than_half_of_those_who_decide_and_half_of_those_who_come() {
        let share = |numerator, denominator, more_than| BodyShare { denominator, more_than, numerator };
        for (sound, quorum, majority) in [
            (true, share(1, 2, false), share(1, 2, true)),
            (true, share(2, 3, false), share(3, 4, false)),
            (true, share(1, 1, false), share(1, 1, false)),
            (false, share(1, 2, false), share(1, 2, false)),
            (false, share(1, 3, true), share(1, 2, true)),
            (false, share(1, 1, true), share(1, 2, true)),
            (false, share(1, 2, true), share(3, 2, false)),
            (false, share(0, 0, false), share(1, 2, true)),
            (false, share(51, 101, false), share(1, 2, true)),
        ] {
            let set = RuleSet { majority, quorum, ..set() };
            assert_eq!(set.is_sound(), sound, "{quorum:?} {majority:?}");
        }
        assert!(!RuleSet { notice_days: 0, ..set() }.is_sound());
        assert!(!RuleSet { notice_days: 31, ..set() }.is_sound());
    }
}
