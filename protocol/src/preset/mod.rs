//! Presets: what is often put to the vote of owners, and what the law asks of each.
//!
//! A preset is a help for whoever announces a vote. Which one was chosen is not signed, and no rule of the log asks for it:
//! the notice says the class and the share that hold, and these alone are judged and counted. A class that was chosen too low
//! is a ground to have the decision annulled (Civil Code 280), whatever a screen offered.

use crate::body::{Class, RaisedShare};
use crate::bylaws::{Bylaws, LEAST_NOTICE_DAYS};
use crate::count::{QUORUM, Share, consent_share, is_stricter};

/// How many days a vote usually takes. No law of the state names a length; Hangzhou asks for 5 to 60 days.
pub const USUAL_WINDOW_DAYS: u64 = 15;

/// Shares that bylaws are known to ask for.
const SHARES: [RaisedShare; 8] = [(3, 5), (2, 3), (7, 10), (3, 4), (4, 5), (5, 6), (9, 10), (1, 1)];

/// What is put to the vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// 加装电梯.
    Lift,
    /// 停车: parking on common ground, stalls and their prices.
    Parking,
    /// 用维修资金修: repair, renewal and rebuilding that the maintenance fund pays for.
    Repair,
    /// 公共收益怎么用.
    CommonRevenue,
    /// 选聘、续聘物业服务企业.
    Hire,
    /// 解聘物业服务企业.
    Dismiss,
    /// 业委会经费.
    CommitteeFunds,
    /// 业主大会议事规则.
    Rules,
    /// 管理规约.
    Covenant,
    /// 筹集维修资金.
    RaiseFund,
    /// 改建、重建.
    Rebuild,
    /// 改变共有部分用途、用来经营.
    ChangeUse,
    /// 其他重大事项.
    Other,
    /// 选举或更换业委会: not started here yet.
    Committee,
    /// 居民会议: not started here yet.
    ResidentsMeeting,
    /// 议事会: not started here yet.
    Council,
}

/// Which parts of the estate may vote on it; entitled heads and area are those of the part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Electorate {
    /// All owners alone: it binds or costs all of them.
    Estate,
    /// Owners of the part that it concerns: a stairwell, a building, or all.
    Concerned,
    /// Owners of a stairwell or building: others have no say in it.
    Part,
}

/// How urgently a paper is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Without it owners do not decide on anything, or a regulation names it.
    Required,
    /// Owners and offices usually ask for it.
    Customary,
}

/// What is posted with the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enclosure {
    /// The whole text that is to hold. Only what was noticed may be voted.
    NewText,
    /// What differs from the text in force.
    Changes,
    /// What is to be repaired, its cost, which homes pay (Measures on Maintenance Funds, 22 and 23).
    UsePlan,
    /// Offers of several firms.
    Offers,
    /// What the fund holds.
    FundBalance,
    /// The contract as it would be signed.
    Contract,
    /// Services and their prices.
    Fees,
    /// How and when the old firm hands over.
    Handover,
    /// The drawings.
    Drawings,
    /// Who pays which share of building and of running costs.
    CostShares,
    /// How much is raised from whom, until when.
    Levy,
    /// Where, on a plan of the site.
    SitePlan,
    /// Whom the revenue belongs to and how it is shared (Civil Code 282).
    RevenueShares,
    /// The accounts of common revenue.
    RevenueAccounts,
    /// What the money is for.
    Budget,
}

/// A regulation of a place that adds to the nine matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Local {
    /// Hangzhou, article 16: committee funds and common revenue are ordinary matters.
    Hangzhou,
}

/// What places add to the nine matters: each counts as another major matter where it is not named.
const LOCAL: [(Preset, Local); 2] =
    [(Preset::CommonRevenue, Local::Hangzhou), (Preset::CommitteeFunds, Local::Hangzhou)];

impl Preset {
    /// What is voted on most.
    pub const FREQUENT: [Preset; 7] = [
        Preset::Lift,
        Preset::Repair,
        Preset::Parking,
        Preset::CommonRevenue,
        Preset::Hire,
        Preset::Dismiss,
        Preset::CommitteeFunds,
    ];
    /// The rest of the nine matters, in the order of the law.
    pub const LEGAL: [Preset; 6] = [
        Preset::Rules,
        Preset::Covenant,
        Preset::RaiseFund,
        Preset::Rebuild,
        Preset::ChangeUse,
        Preset::Other,
    ];
    /// What this desk does not start yet.
    pub const ELSEWHERE: [Preset; 3] = [Preset::Committee, Preset::ResidentsMeeting, Preset::Council];

    /// What can be chosen.
    pub fn offered() -> impl Iterator<Item = Preset> {
        Preset::FREQUENT.into_iter().chain(Preset::LEGAL)
    }

    /// The name by which a form keeps it.
    pub fn name(self) -> &'static str {
        match self {
            Preset::Lift => "lift",
            Preset::Parking => "parking",
            Preset::Repair => "repair",
            Preset::CommonRevenue => "common-revenue",
            Preset::Hire => "hire",
            Preset::Dismiss => "dismiss",
            Preset::CommitteeFunds => "committee-funds",
            Preset::Rules => "rules",
            Preset::Covenant => "covenant",
            Preset::RaiseFund => "raise-fund",
            Preset::Rebuild => "rebuild",
            Preset::ChangeUse => "change-use",
            Preset::Other => "other",
            Preset::Committee => "committee",
            Preset::ResidentsMeeting => "residents-meeting",
            Preset::Council => "council",
        }
    }

    /// The one of that name that can be chosen.
    pub fn of(name: &str) -> Option<Preset> {
        Preset::offered().find(|preset| preset.name() == name)
    }

    /// Which of the nine matters of Civil Code 278, paragraph 1, it is, from 1; none for what owners do not decide by area and
    /// heads.
    pub fn number(self) -> Option<u32> {
        Some(match self {
            Preset::Rules => 1,
            Preset::Covenant => 2,
            Preset::Committee => 3,
            Preset::Hire | Preset::Dismiss => 4,
            Preset::Repair => 5,
            Preset::RaiseFund => 6,
            Preset::Lift | Preset::Rebuild => 7,
            Preset::Parking | Preset::ChangeUse => 8,
            Preset::CommonRevenue | Preset::CommitteeFunds | Preset::Other => 9,
            Preset::ResidentsMeeting | Preset::Council => return None,
        })
    }

    /// The class that the law gives it (paragraph 2): raising the fund, rebuilding and another use are special. Using the fund
    /// is ordinary since the Civil Code.
    pub fn class(self) -> Class {
        if matches!(self.number(), Some(6..=8)) { Class::Special } else { Class::Ordinary }
    }

    /// The shares of area and of heads that must take part, and of those taking part that must consent, under a share that the
    /// bylaws ask for. One that asks for less than the law changes nothing.
    pub fn thresholds(self, raise: Option<RaisedShare>) -> (Share, Share) {
        let raise = raise.filter(|raise| is_stricter(*raise, self.class()));
        (QUORUM, consent_share(self.class(), raise))
    }

    /// The stricter shares that bylaws are known to ask for, of those that are stricter than the law's own.
    pub fn raises(self) -> impl Iterator<Item = RaisedShare> {
        let class = self.class();
        let law = consent_share(class, None);
        // The law's own share said in other words is no choice.
        let other = move |share: &RaisedShare| *share != (law.numerator, law.denominator);
        SHARES.into_iter().filter(move |share| is_stricter(*share, class)).filter(other)
    }

    /// For how many whole days it is noticed at least: 15, or as many as the bylaws ask for.
    pub fn notice_days(self, bylaws: &Bylaws) -> u32 {
        bylaws.notice_clear_days.max(LEAST_NOTICE_DAYS)
    }

    /// Who votes on it.
    pub fn voters(self) -> Electorate {
        match self {
            Preset::Lift => Electorate::Part,
            Preset::Repair | Preset::RaiseFund | Preset::Rebuild | Preset::ChangeUse | Preset::Other => {
                Electorate::Concerned
            }
            _ => Electorate::Estate,
        }
    }

    /// Whether a part of the estate may vote on it by itself; `whole` is whether the part is all of it.
    pub fn lets(self, whole: bool) -> bool {
        match self.voters() {
            Electorate::Estate => whole,
            Electorate::Concerned => true,
            Electorate::Part => !whole,
        }
    }

    /// What is posted with the notice, the required first.
    pub fn papers(self) -> &'static [(Need, Enclosure)] {
        use Need::{Customary, Required};
        match self {
            Preset::Lift => &[
                (Customary, Enclosure::Drawings),
                (Customary, Enclosure::CostShares),
                (Customary, Enclosure::Offers),
                (Customary, Enclosure::Contract),
            ],
            Preset::Parking => &[
                (Customary, Enclosure::SitePlan),
                (Customary, Enclosure::Fees),
                (Customary, Enclosure::RevenueShares),
            ],
            Preset::Repair => &[
                (Required, Enclosure::UsePlan),
                (Customary, Enclosure::Offers),
                (Customary, Enclosure::FundBalance),
            ],
            Preset::CommonRevenue => {
                &[(Customary, Enclosure::RevenueAccounts), (Customary, Enclosure::Budget)]
            }
            Preset::Hire => &[(Customary, Enclosure::Contract), (Customary, Enclosure::Fees)],
            Preset::Dismiss => &[(Customary, Enclosure::Handover)],
            Preset::CommitteeFunds => &[(Customary, Enclosure::Budget)],
            Preset::Rules | Preset::Covenant => {
                &[(Required, Enclosure::NewText), (Customary, Enclosure::Changes)]
            }
            Preset::RaiseFund => &[(Customary, Enclosure::Levy), (Customary, Enclosure::FundBalance)],
            Preset::Rebuild => &[
                (Customary, Enclosure::Drawings),
                (Customary, Enclosure::CostShares),
                (Customary, Enclosure::Offers),
            ],
            Preset::ChangeUse => &[
                (Customary, Enclosure::SitePlan),
                (Customary, Enclosure::Contract),
                (Customary, Enclosure::RevenueShares),
            ],
            Preset::Other | Preset::Committee | Preset::ResidentsMeeting | Preset::Council => &[],
        }
    }

    /// The places whose regulations name it beside the nine matters.
    pub fn local(self) -> impl Iterator<Item = Local> {
        LOCAL.into_iter().filter(move |(preset, _)| *preset == self).map(|(_, local)| local)
    }
}

#[cfg(test)]
mod tests;
