//! Judging and counting a case.

use std::collections::{BTreeMap, BTreeSet};

use yishi_protocol::bylaws::{Bylaws, Conformity, Joint};
use yishi_protocol::count::{
    ABSTAIN, AGAINST, By, Cast, ElectionCount, FOR, Mandate, Marks, Outcome, Poll, ResolutionCount, Return,
    Setting, Settled, VoteBook, Voter, Voters, Weight, count_election, count_resolution, is_stricter,
    poll_rules, sensitive_settings,
};
use yishi_protocol::rejection::Rejection;
use yishi_protocol::state::counts;

use crate::file::{Case, CaseBallot, CaseKind, CaseMandate, Choice, invalid};
use crate::report::{CaseResult, report_election, report_resolution};
use crate::time::minute;

/// What a case gives: the result in the file's own form, and which settings would have turned it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// In the form of `tally.json`.
    pub result: CaseResult,
    /// Settings that would have given another outcome, had they been otherwise.
    pub sensitive: Vec<Setting>,
    /// The settings it was counted under.
    pub settings: Bylaws,
}

/// Judges and counts one case.
///
/// # Errors
/// `CASE_INVALID`, with what is wrong: a time, a number that stands twice, a ballot without an answer, a roll that
/// nobody is on.
pub fn run(case: &Case) -> Result<Verdict, Rejection> {
    let settings = settings(case);
    if case.raise.is_some_and(|share| !is_stricter(share, case.rule)) {
        return Err(invalid(
            "raise is no share between that of the law and the whole, with a denominator up to 100",
        ));
    }
    let judged = Judged::new(case, settings.parking_counts)?;
    if judged.weights.is_empty() {
        return Err(invalid("no unit counts, so nobody could vote"));
    }
    let sensitive = sensitive_settings(&settings, |turned| {
        // A party that only parking puts on the roll may have cast ballots, so judge again.
        Judged::new(case, turned.parking_counts).ok().map(|judged| judged.count(case, turned).verdict())
    });
    let result = match judged.count(case, &settings) {
        Counts::Resolution(count) => report_resolution(&judged, &count),
        Counts::Election(count) => report_election(&judged, &count),
    };
    Ok(Verdict { result, sensitive, settings })
}

fn settings(case: &Case) -> Bylaws {
    let defaults = Bylaws::default();
    Bylaws {
        // Written into one vote's own rules, the clause is express for that vote's class.
        conformity: if case.rules.conformity { Conformity::Every } else { Conformity::Off },
        invalid_counts_as_participation: case.rules.invalid_counts_as_participation,
        parking_counts: case.rules.parking_counts,
        proxy_limit: case.rules.proxy_limit.unwrap_or(defaults.proxy_limit),
        ..defaults
    }
}

enum Counts {
    Resolution(ResolutionCount),
    Election(ElectionCount),
}

impl Counts {
    fn verdict(self) -> (Outcome, Vec<String>) {
        match self {
            Counts::Resolution(count) => (count.outcome, Vec::new()),
            Counts::Election(count) => (count.outcome, count.elected),
        }
    }
}

/// A case with its ballots judged.
pub(crate) struct Judged<'a> {
    weights: BTreeMap<&'a str, Weight>,
    pub(crate) settled: Settled<String>,
    standing: Vec<(&'a str, Marks)>,
    silent: Weight,
}

struct CaseVoters<'a> {
    case: &'a Case,
    weights: &'a BTreeMap<&'a str, Weight>,
}

impl Voters<String, String> for CaseVoters<'_> {
    fn voter(&self, party: &String) -> Option<Voter<String>> {
        self.weights.get(party.as_str())?;
        Some(match self.case.joint.get(party) {
            Some(representative) => Voter::Joint { representative: representative.clone() },
            None => Voter::Sole,
        })
    }

    fn mandate(&self, cast: &Cast<String, String>) -> Option<Mandate> {
        let By::Proxy(proxy) = &cast.by else { return None };
        let is_it = |mandate: &&CaseMandate| mandate.party == cast.party && mandate.proxy == *proxy;
        let given = self.case.mandates.iter().rfind(is_it)?;
        Some(Mandate { barred: given.proxy_is_pm_staff })
    }
}

impl<'a> Judged<'a> {
    fn new(case: &'a Case, parking_counts: bool) -> Result<Self, Rejection> {
        let weights = weights(case, parking_counts)?;
        let mut ballots: BTreeMap<u64, &CaseBallot> = BTreeMap::new();
        let mut book = open_book(case)?;
        let voters = CaseVoters { case, weights: &weights };
        for ballot in &case.ballots {
            if ballots.insert(ballot.seq, ballot).is_some() {
                return Err(invalid(format!("ballot {} stands twice", ballot.seq)));
            }
            let cast = read_cast(case, ballot)?;
            let judgement = book.judge(&voters, &cast);
            book.record(cast, judgement);
        }
        let settled = book.settle(&voters);
        let mut standing = Vec::new();
        for (party, seq) in &settled.standing {
            let (Some((party, _)), Some(ballot)) = (weights.get_key_value(party.as_str()), ballots.get(seq))
            else {
                continue;
            };
            standing.push((*party, marks(case, ballot)?));
        }
        let returned: BTreeSet<&str> = standing.iter().map(|(party, _)| *party).collect();
        let delivered: BTreeSet<&str> = case.delivered.iter().map(String::as_str).collect();
        let silent = delivered.difference(&returned).filter_map(|party| weights.get(party)).copied().sum();
        Ok(Self { weights, settled, standing, silent })
    }

    pub(crate) fn total(&self) -> Weight {
        self.weights.values().copied().sum()
    }

    /// The parties whose standing ballot is an invalid paper.
    pub(crate) fn invalid(&self) -> Vec<String> {
        let invalid = self.standing.iter().filter(|(_, marks)| *marks == Marks::Invalid);
        invalid.map(|(party, _)| (*party).to_owned()).collect()
    }

    fn count(&self, case: &Case, settings: &Bylaws) -> Counts {
        let returned = |(party, marks): &(&'a str, Marks)| Return {
            party: *party,
            weight: self.weights.get(party).copied().unwrap_or_default(),
            marks: marks.clone(),
        };
        let returns = self.standing.iter().map(returned).collect();
        let poll = Poll { total: self.total(), returns, silent: self.silent };
        let rules = poll_rules(settings, case.rule, case.raise);
        match case.kind {
            CaseKind::Resolution => Counts::Resolution(count_resolution(&poll, &rules)),
            CaseKind::Election => {
                Counts::Election(count_election(&poll, &rules, &case.candidates, case.seats))
            }
        }
    }
}

fn weights(case: &Case, parking_counts: bool) -> Result<BTreeMap<&str, Weight>, Rejection> {
    let mut weights: BTreeMap<&str, Weight> = BTreeMap::new();
    let mut units = BTreeSet::new();
    for unit in &case.units {
        if !units.insert(&unit.id) {
            return Err(invalid(format!("unit {:?} stands twice", unit.id)));
        }
        // As on a roll: what has no area could be made in any number.
        if unit.area == 0 {
            return Err(invalid(format!("unit {:?} has no area", unit.id)));
        }
        if counts(unit.kind, parking_counts) {
            let weight = weights.entry(&unit.party).or_insert(Weight { area_c: 0, heads: 1 });
            *weight = weight.plus(Weight { area_c: unit.area.into(), heads: 0 });
        }
    }
    Ok(weights)
}

fn open_book(case: &Case) -> Result<VoteBook<String, String>, Rejection> {
    let (opens, closes) = (minute(&case.open)?, minute(&case.close)?);
    if opens > closes {
        return Err(invalid(format!("the window closes at {} before it opens at {}", case.close, case.open)));
    }
    if case.kind == CaseKind::Election {
        let candidates: BTreeSet<_> = case.candidates.iter().collect();
        if case.seats == 0 || candidates.is_empty() || candidates.len() != case.candidates.len() {
            return Err(invalid("an election needs seats and candidates, each named once"));
        }
    }
    let limit = case.rules.proxy_limit.unwrap_or(Bylaws::default().proxy_limit);
    // The last minute is inside the window of a case, so the window ends with the next one.
    let book = VoteBook::new(opens, closes.saturating_add(1), limit, Joint::Representative);
    Ok(book)
}

fn read_cast(case: &Case, ballot: &CaseBallot) -> Result<Cast<String, String>, Rejection> {
    let by = match ballot.by.split_once(':') {
        None if ballot.by == "owner" => By::Owner,
        Some(("coowner", name)) if !name.is_empty() => By::CoOwner(name.to_owned()),
        Some(("proxy", name)) if !name.is_empty() => By::Proxy(name.to_owned()),
        _ => {
            let expected = "expected owner, coowner:NAME or proxy:NAME";
            return Err(invalid(format!("ballot {}: by {:?}: {expected}", ballot.seq, ballot.by)));
        }
    };
    let at = minute(&ballot.at)
        .map_err(|wrong| invalid(format!("ballot {}: {}", ballot.seq, wrong.detail.unwrap_or_default())))?;
    Ok(Cast {
        number: ballot.seq,
        at,
        party: ballot.party.clone(),
        by,
        channel: ballot.channel,
        valid: marks(case, ballot)? != Marks::Invalid,
        represented_by: None,
    })
}

/// What a ballot marks. A paper with too many marks, or with a name that does not stand for election, is invalid
/// even if nobody noted it.
fn marks(case: &Case, ballot: &CaseBallot) -> Result<Marks, Rejection> {
    if ballot.invalid.is_some() {
        return Ok(Marks::Invalid);
    }
    match (case.kind, ballot.choice) {
        (CaseKind::Resolution, Some(Choice::Yes)) => Ok(Marks::Options(vec![FOR])),
        (CaseKind::Resolution, Some(Choice::No)) => Ok(Marks::Options(vec![AGAINST])),
        (CaseKind::Resolution, Some(Choice::Abstain)) => Ok(Marks::Options(vec![ABSTAIN])),
        (CaseKind::Resolution, None) => {
            Err(invalid(format!("ballot {} has neither a choice nor a reason why it is invalid", ballot.seq)))
        }
        (CaseKind::Election, _) => {
            let number = |mark: &String| {
                let place = case.candidates.iter().position(|candidate| candidate == mark)?;
                u32::try_from(place).ok()
            };
            let marked: Option<BTreeSet<u32>> = ballot.marks.iter().map(number).collect();
            let few =
                |marked: &BTreeSet<u32>| u32::try_from(marked.len()).is_ok_and(|marks| marks <= case.seats);
            Ok(match marked.filter(few) {
                Some(marked) => Marks::Options(marked.into_iter().collect()),
                None => Marks::Invalid,
            })
        }
    }
}
