//! What counting methods work on: the standing ballots of one question.

use super::threshold::Share;
use super::weight::Weight;
use crate::strict_json::Strict;

/// What a standing ballot marks on one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Marks {
    /// An invalid paper: unsigned, two boxes, too many marks.
    Invalid,
    /// The marked options, by number, each once.
    Options(Vec<u32>),
}

/// One party's standing ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return<P> {
    /// Whose.
    pub party: P,
    /// What it weighs in the scope of the vote.
    pub weight: Weight,
    /// What it marks.
    pub marks: Marks,
}

/// Everything that was returned on one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poll<P> {
    /// All who are entitled.
    pub total: Weight,
    /// The standing ballots, in the order of each party's first accepted ballot.
    pub returns: Vec<Return<P>>,
    /// Those to whom a ballot was delivered and who returned none.
    pub silent: Weight,
}

/// The settings that bear on one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PollRules {
    /// The share of those taking part that must consent.
    pub consent: Share,
    /// Whether the silent follow the majority.
    pub conformity: bool,
    /// Whether invalid papers take part.
    pub invalid_participates: bool,
}

impl<P> Poll<P> {
    /// The weight of the returns that fit.
    pub(super) fn weigh(&self, fits: impl Fn(&Marks) -> bool) -> Weight {
        self.returns.iter().filter(|returned| fits(&returned.marks)).map(|returned| returned.weight).sum()
    }

    /// Who takes part by returning a ballot.
    pub(super) fn participating(&self, rules: &PollRules) -> Weight {
        self.weigh(|marks| *marks != Marks::Invalid || rules.invalid_participates)
    }
}

impl Marks {
    /// Whether the ballot is valid and marks that option.
    pub(super) fn mark(&self, option: u32) -> bool {
        matches!(self, Marks::Options(options) if options.contains(&option))
    }
}

/// What follows from a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
pub enum Outcome {
    /// Enough took part and enough of them consented, by area and by heads.
    Passed,
    /// Enough took part, too few of them consented.
    NotPassed,
    /// Too few took part, so nothing is decided.
    QuorumNotMet,
    /// All seats are filled.
    ElectionFilled,
    /// Some seats are filled; too few candidates reached the threshold.
    ElectionPartial,
    /// No candidate reached the threshold.
    ElectionFailed,
    /// Candidates for the last seats are equal in heads and area; a lot decides.
    LotRequired,
}
