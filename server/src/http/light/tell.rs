//! What the rule book says, in the window's words: how far a vote or a matter has come, what came of it, who spoke.

use yishi_protocol::blob::{Stance, Words};
use yishi_protocol::body::{Class, ErasureGround, HiddenSum, HideReason, Item, Method, Tier};
use yishi_protocol::bylaws::LegalMode;
use yishi_protocol::count::{Outcome, PapersView, QUORUM, Rank, Relation, consent_share};
use yishi_protocol::ledger::Ledger;
use yishi_protocol::projection::{AtHand, Gone, Hidden};
use yishi_protocol::state::{Stage, Standing, Step};
use yishi_protocol::view::{LateIssuer, LateView, Speaker, SpeakerRole};

use super::next;
use crate::words::{Lang, key, window};

impl Lang {
    /// How far a vote has come; none while it is only noticed.
    pub(super) fn stage(self, stage: Option<Stage>) -> &'static str {
        self.say(match stage {
            None | Some(Stage::Opened) => window::plan::NOTICED,
            Some(Stage::Voting) => window::plan::VOTING,
            Some(Stage::Counting) => window::plan::CLOSED,
            Some(Stage::Closed) => window::plan::COUNTING,
            Some(Stage::Tallied | Stage::ToEnd) => key::light_vote::PUBLISHED,
            Some(Stage::Final) => window::result::FINAL,
            Some(Stage::Withdrawn) => window::plan::WITHDRAWN,
        })
    }

    /// What a result says.
    pub(super) fn outcome(self, outcome: Outcome) -> &'static str {
        self.say(match outcome {
            Outcome::Passed => window::outcome::PASSED,
            Outcome::NotPassed => window::outcome::NOT_PASSED,
            Outcome::QuorumNotMet => window::outcome::QUORUM_NOT_MET,
            Outcome::ElectionFilled => window::outcome::ELECTION_FILLED,
            Outcome::ElectionPartial => window::outcome::ELECTION_PARTIAL,
            Outcome::ElectionFailed => window::outcome::ELECTION_FAILED,
            Outcome::LotRequired => window::outcome::LOT_REQUIRED,
        })
    }

    /// What standing a vote has, and what that means.
    pub(super) fn legal_mode(self, mode: LegalMode) -> [&'static str; 2] {
        let (what, meaning) = match mode {
            LegalMode::Advisory => (window::tell::ADVISORY, window::tell::THE_RESULT_ADVISES_THE_COMMITTEE),
            LegalMode::BindingByBylaws => (window::tell::BINDING, window::tell::BY_THE_BYLAWS_A_BALLOT),
            LegalMode::OfficialBridge => {
                (window::tell::BESIDE_THE_OFFICIAL_SYSTEM, window::tell::THE_BINDING_VOTE_RUNS_IN)
            }
        };
        [self.say(what), self.say(meaning)]
    }

    /// What an item needs to pass: whose consent, and how many must take part first.
    pub(super) fn threshold(self, item: &Item) -> [String; 2] {
        let share = consent_share(item.class, item.raise);
        let of = |before| format!("{}{}/{}", self.say(before), share.numerator, share.denominator);
        let consent = match (share.relation, share.numerator, share.denominator) {
            (Relation::MoreThan, 1, 2) => self.say(window::vote::MORE_THAN_HALF_BY_HEADS).to_owned(),
            (Relation::AtLeast, 3, 4) => self.say(window::vote::THREE_QUARTERS_BY_HEADS_AND).to_owned(),
            (Relation::AtLeast, ..) => of(window::vote::HEADS_AND_AREA_AT_LEAST),
            (Relation::MoreThan, ..) => of(window::vote::HEADS_AND_AREA_MORE_THAN),
        };
        let quorum = self.fill(window::vote::quorum(&QUORUM.denominator, &QUORUM.numerator));
        let more = match item.method {
            Method::Resolution => quorum,
            Method::Election => {
                let (before, after) = (self.say(window::vote::AT_MOST), self.say(window::vote::NAMES));
                format!("{quorum}{before}{}{after}", item.seats)
            }
        };
        [consent, more]
    }

    /// Which of the two kinds that the law knows an item is of.
    pub(super) fn class(self, class: Class) -> &'static str {
        self.say(match class {
            Class::Ordinary => window::desk_words::ORDINARY,
            Class::Special => window::desk_words::SPECIAL,
        })
    }

    /// What was done to the voters since the notice; nothing if there is none of it.
    pub(super) fn late(self, late: &LateView) -> String {
        let one = |issuer: &LateIssuer| {
            let unnamed = || self.say(window::tell::A_FOUNDING_KEY).to_owned();
            let who = issuer.speaker.as_ref().map_or_else(unnamed, |who| self.speaker(who));
            format!("{who} {}", issuer.ballots)
        };
        let issuers: Vec<String> = late.issuers.iter().map(one).collect();
        let issuers = issuers.join(self.say(window::language::LIST_COMMA));
        let told = [
            (late.ballots > 0).then(|| window::tell::of_the_ballots_came_from_2(&late.ballots, &issuers)),
            (late.recorded > 0).then(|| window::tell::of_the_ballots_came_from(&late.recorded)),
            (late.proxies > 0).then(|| window::tell::of_the_ballots_came_by_proxy(&late.proxies)),
            (late.stopped > 0).then(|| window::tell::clerks_stopped_of_the_owners(&late.stopped)),
        ];
        let told: Vec<String> = told.into_iter().flatten().map(|filled| self.fill(filled)).collect();
        told.join(self.say(window::language::SENTENCES))
    }

    /// How the ballots came, and what became of sheets of paper; nothing where none came so.
    pub(super) fn papers(self, papers: &PapersView) -> String {
        let told = [
            match (papers.online, papers.paper, papers.assisted) {
                (Some(online), Some(paper), Some(assisted)) if paper > 0 || assisted > 0 => {
                    Some(window::papers::by_channel(&assisted, &online, &paper))
                }
                _ => None,
            },
            (papers.over_online > 0).then(|| window::papers::over_online(&papers.over_online)),
            (papers.denied > 0).then(|| window::papers::sheets_denied(&papers.denied)),
            (papers.invalid > 0).then(|| window::papers::homes_with_invalid(&papers.invalid)),
            papers.boxed.map(|boxed| window::papers::box_held(&boxed)),
            (papers.unread > 0).then(|| window::papers::sheets_not_read(&papers.unread)),
            (papers.unboxed > 0).then(|| window::papers::sheets_not_in_box(&papers.unboxed)),
        ];
        let told: Vec<String> = told.into_iter().flatten().map(|filled| self.fill(filled)).collect();
        told.join(self.say(window::language::SENTENCES))
    }

    /// What somebody is called who comes to that in an election.
    pub(super) fn rank(self, rank: Rank) -> &'static str {
        self.say(match rank {
            Rank::Elected => window::result::ELECTED,
            Rank::Alternate => window::result::ALTERNATE,
            Rank::Lot => window::result::LOT,
            Rank::Not => window::result::NOT_ELECTED,
        })
    }

    /// The word of a step.
    pub(super) fn step(self, step: Step) -> &'static str {
        self.say(match step {
            Step::Propose => window::step::PROPOSE,
            Step::Deliberate => window::step::DELIBERATE,
            Step::Decide => window::step::DECIDE,
            Step::Execute => window::step::EXECUTE,
            Step::Evaluate => window::step::EVALUATE,
        })
    }

    /// How a matter ended; nothing while it goes on.
    pub(super) fn standing(self, standing: Standing) -> &'static str {
        self.say(match standing {
            Standing::Open => return "",
            Standing::Done => window::tell::DONE,
            Standing::NotPassed => window::tell::NOT_PASSED,
            Standing::Declined => window::tell::DECLINED,
            Standing::Merged => window::tell::MERGED,
        })
    }

    /// Who spoke, as far as everybody may know: never a name or a room.
    pub(super) fn speaker(self, speaker: &Speaker) -> String {
        if let Some(title) = &speaker.title {
            return self.pick(title).to_owned();
        }
        let role = self.say(match speaker.role {
            SpeakerRole::Host => window::tell::COMMITTEE,
            SpeakerRole::Officer => window::tell::OFFICER,
            SpeakerRole::Owner => window::tell::OWNER,
            SpeakerRole::Occupier => window::tell::RESIDENT,
        });
        match &speaker.building {
            Some(building) => self.fill(window::tell::of_building(building, &role)),
            None => role.to_owned(),
        }
    }

    /// Whom a matter was handed to.
    pub(super) fn tier(self, tier: Tier) -> &'static str {
        self.say(match tier {
            Tier::Building => window::matter::THE_BUILDING,
            Tier::Grid => window::matter::THE_ESTATE,
            Tier::Community => window::matter::THE_COMMUNITY,
            Tier::Street => window::matter::THE_STREET,
        })
    }

    /// What somebody thinks of a matter.
    pub(super) fn stance(self, stance: Stance) -> &'static str {
        self.say(match stance {
            Stance::For => window::voices::FOR_IT,
            Stance::Against => window::common::AGAINST,
            Stance::Neutral => window::voices::NEUTRAL,
            Stance::Question => window::voices::QUESTION,
        })
    }

    /// The name of a ledger.
    pub(super) fn ledger(self, ledger: Ledger) -> &'static str {
        self.say(match ledger {
            Ledger::PropertyService => window::tell::PROPERTY_SERVICE,
            Ledger::CommonRevenue => window::tell::COMMON_REVENUE,
            Ledger::MaintenanceFund => window::tell::MAINTENANCE_FUND,
            Ledger::SharedUtilities => window::tell::SHARED_UTILITIES,
            Ledger::CommitteeFunds => window::tell::COMMITTEE_FUNDS,
        })
    }

    /// What an account is called; its code, where the chart has none such.
    pub(super) fn account(self, code: u32) -> String {
        window::account_name(code).map_or_else(|| code.to_string(), |word| self.say(word).to_owned())
    }

    /// What was said, or in place of it how it was erased.
    pub(super) fn said(self, words: &AtHand<Words>) -> String {
        words.as_ref().map_or_else(|| self.gone(words.gone()), |words| self.pick(words).to_owned())
    }

    /// In place of words that are not shown: that they were erased only where the log shows it.
    pub(super) fn gone(self, gone: Option<Gone>) -> String {
        let Some(Gone { ground, at_ms, .. }) = gone else { return self.say(window::gone::ABSENT).to_owned() };
        let day = self.day(at_ms);
        self.fill(match ground {
            ErasureGround::Asked => window::gone::asked(&day),
            ErasureGround::Ended => window::gone::ended(&day),
            ErasureGround::Ordered => window::gone::ordered(&day),
        })
    }

    /// In place of a title or words that are not at hand.
    pub(super) fn not_here(self) -> &'static str {
        self.say(window::common::ITS_TEXT_IS_NOT_HERE)
    }

    /// In place of words that are hidden.
    pub(super) fn hidden(self) -> &'static str {
        self.say(window::hidden::HIDDEN)
    }

    /// Why words are hidden.
    fn hide_reason(self, reason: HideReason) -> &'static str {
        self.say(match reason {
            HideReason::Advertising => window::hidden::ADVERTISING,
            HideReason::Insult => window::hidden::INSULT,
            HideReason::PersonalData => window::hidden::PERSONAL_DATA,
            HideReason::Repeated => window::hidden::REPEATED,
            HideReason::Unlawful => window::hidden::UNLAWFUL,
        })
    }

    /// How often words were hidden.
    pub(super) fn hidden_sums(self, sums: &[HiddenSum]) -> String {
        let one = |sum: &HiddenSum| {
            let (org, reason) = (next::organisations(self, &[sum.org]), self.hide_reason(sum.reason));
            self.fill(window::hidden::sum(&org, &reason, &sum.hidden, &sum.shown))
        };
        let all: Vec<String> = sums.iter().map(one).collect();
        self.fill(window::hidden::so_many(&all.join(" · ")))
    }

    /// By whom words are hidden, when, and why.
    pub(super) fn hidden_by(self, hidden: &Hidden) -> String {
        let reason = self.hide_reason(hidden.reason);
        let orgs = next::organisations(self, hidden.orgs());
        let by = self.fill(window::hidden::by(&orgs, &self.day(hidden.at_ms), &reason));
        let said = self.fill(window::hidden::words(&self.said(&hidden.words)));
        [self.hidden().to_owned(), by, said].join(" · ")
    }

    /// Between what is named and what is said of it.
    pub(super) fn colon(self) -> &'static str {
        self.say(window::common::MARK_3)
    }

    /// Between parts of a sentence.
    pub(super) fn comma(self) -> &'static str {
        self.say(window::language::COMMA)
    }
}
