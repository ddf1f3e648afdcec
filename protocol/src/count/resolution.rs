//! For, against or abstain.

use super::poll::{Outcome, Poll, PollRules};
use super::threshold::{Comparison, QUORUM, Share};
use super::weight::Weight;

/// The option "for".
pub const FOR: u32 = 0;
/// The option "against".
pub const AGAINST: u32 = 1;
/// The option "abstain": takes part and does not consent, so it can defeat a motion.
pub const ABSTAIN: u32 = 2;

/// The four comparisons that decide a resolution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checks {
    /// Heads taking part against heads entitled.
    pub quorum_heads: Comparison,
    /// Area taking part against area entitled.
    pub quorum_area: Comparison,
    /// Heads consenting against heads taking part.
    pub consent_heads: Comparison,
    /// Area consenting against area taking part.
    pub consent_area: Comparison,
}

impl Checks {
    /// The comparisons of who took part with who is entitled, and of who consented with who took part.
    pub fn new(participating: Weight, consenting: Weight, total: Weight, consent: Share) -> Self {
        Self {
            quorum_heads: QUORUM.of(participating.heads, total.heads),
            quorum_area: QUORUM.of(participating.area_c, total.area_c),
            consent_heads: consent.of(consenting.heads, participating.heads),
            consent_area: consent.of(consenting.area_c, participating.area_c),
        }
    }

    /// What follows from them.
    pub fn outcome(&self) -> Outcome {
        if !(self.quorum_heads.holds() && self.quorum_area.holds()) {
            Outcome::QuorumNotMet
        } else if self.consent_heads.holds() && self.consent_area.holds() {
            Outcome::Passed
        } else {
            Outcome::NotPassed
        }
    }
}

/// The count of a resolution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResolutionCount {
    /// Who took part, including those whom conformity added.
    pub participating: Weight,
    /// Who consented.
    pub consenting: Weight,
    /// Who refused.
    pub against: Weight,
    /// Who abstained.
    pub abstain: Weight,
    /// Who was delivered a ballot and stayed silent, where the bylaws have a conformity clause; reported even when no
    /// side led and nothing was added.
    pub conformed: Weight,
    /// The working.
    pub checks: Checks,
    /// What follows.
    pub outcome: Outcome,
}

/// Counts a resolution.
pub fn count_resolution<P>(poll: &Poll<P>, rules: &PollRules) -> ResolutionCount {
    let mut participating = poll.participating(rules);
    let mut consenting = poll.weigh(|marks| marks.mark(FOR));
    let mut against = poll.weigh(|marks| marks.mark(AGAINST));
    let abstain = poll.weigh(|marks| marks.mark(ABSTAIN));

    let conformed = if rules.conformity { poll.silent } else { Weight::default() };
    if consenting.leads(against) {
        consenting = consenting.plus(conformed);
        participating = participating.plus(conformed);
    } else if against.leads(consenting) {
        against = against.plus(conformed);
        participating = participating.plus(conformed);
    }

    let checks = Checks::new(participating, consenting, poll.total, rules.consent);
    let outcome = checks.outcome();
    ResolutionCount { participating, consenting, against, abstain, conformed, checks, outcome }
}
