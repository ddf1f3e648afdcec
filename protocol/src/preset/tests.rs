//! Every preset against the law's table, its thresholds at their boundaries.

use super::*;
use crate::count::{Marks, Outcome, Poll, PollRules, Return, Weight, count_resolution};

const EVERY: [Preset; 16] = [
    Preset::Lift,
    Preset::Parking,
    Preset::Repair,
    Preset::CommonRevenue,
    Preset::Hire,
    Preset::Dismiss,
    Preset::CommitteeFunds,
    Preset::Rules,
    Preset::Covenant,
    Preset::RaiseFund,
    Preset::Rebuild,
    Preset::ChangeUse,
    Preset::Other,
    Preset::Committee,
    Preset::ResidentsMeeting,
    Preset::Council,
];

/// Civil Code 278(1) and (2): which number, which class, whose vote.
#[test]
fn every_preset_is_what_the_law_says_of_it() {
    let law = [
        (Preset::Rules, 1, Class::Ordinary, Electorate::Estate),
        (Preset::Covenant, 2, Class::Ordinary, Electorate::Estate),
        (Preset::Committee, 3, Class::Ordinary, Electorate::Estate),
        (Preset::Hire, 4, Class::Ordinary, Electorate::Estate),
        (Preset::Dismiss, 4, Class::Ordinary, Electorate::Estate),
        // Using the fund is ordinary, only raising it is special.
        (Preset::Repair, 5, Class::Ordinary, Electorate::Concerned),
        (Preset::RaiseFund, 6, Class::Special, Electorate::Concerned),
        (Preset::Lift, 7, Class::Special, Electorate::Part),
        (Preset::Rebuild, 7, Class::Special, Electorate::Concerned),
        (Preset::Parking, 8, Class::Special, Electorate::Estate),
        (Preset::ChangeUse, 8, Class::Special, Electorate::Concerned),
        (Preset::CommonRevenue, 9, Class::Ordinary, Electorate::Estate),
        (Preset::CommitteeFunds, 9, Class::Ordinary, Electorate::Estate),
        (Preset::Other, 9, Class::Ordinary, Electorate::Concerned),
    ];
    for (preset, number, class, voters) in law {
        assert_eq!(
            (preset.number(), preset.class(), preset.voters()),
            (Some(number), class, voters),
            "{preset:?}"
        );
    }
    for number in 1..=9 {
        assert!(law.iter().any(|row| row.1 == number), "no preset for matter {number}");
    }
    let numbered = EVERY.into_iter().filter(|preset| preset.number().is_some()).count();
    assert_eq!(numbered, law.len());
}

#[test]
fn every_preset_is_offered_once_or_held_elsewhere() {
    let listed: Vec<Preset> = Preset::offered().chain(Preset::ELSEWHERE).collect();
    assert_eq!(listed.len(), EVERY.len());
    for preset in EVERY {
        assert_eq!(listed.iter().filter(|listed| **listed == preset).count(), 1, "{preset:?}");
        let chosen = Preset::of(preset.name());
        assert_eq!(chosen, (!Preset::ELSEWHERE.contains(&preset)).then_some(preset), "{preset:?}");
    }
    assert_eq!(Preset::of(""), None);
    assert!(Preset::ELSEWHERE.iter().all(|preset| preset.papers().is_empty()));
}

/// The outcome where so many of `total` owners of one hundredth each vote for it, and so many against.
fn outcome(preset: Preset, raise: Option<RaisedShare>, (total, yes, no): (u64, u64, u64)) -> Outcome {
    let many = |count: u64| Weight { area_c: count, heads: count };
    let vote = |count: u64, option| Return {
        party: option,
        weight: many(count),
        marks: Marks::Options(vec![option]),
    };
    let poll =
        Poll { total: many(total), returns: vec![vote(yes, 0), vote(no, 1)], silent: Weight::default() };
    let consent = preset.thresholds(raise).1;
    count_resolution(&poll, &PollRules { consent, conformity: false, invalid_participates: false }).outcome
}

#[test]
fn every_threshold_stands_exactly_where_the_law_has_it() {
    for preset in Preset::offered() {
        let passes = |total, yes, no| outcome(preset, None, (total, yes, no)) == Outcome::Passed;
        // 3·part ≥ 2·total: 80 of 120 take part, 79 do not suffice, nor do 79 of 119, whatever 66.4 % is rounded to.
        assert!(passes(120, 80, 0) && !passes(120, 79, 0), "{preset:?}");
        assert_eq!(outcome(preset, None, (119, 79, 0)), Outcome::QuorumNotMet, "{preset:?}");
        match preset.class() {
            // 2·for > part: a half is not enough.
            Class::Ordinary => assert!(passes(120, 41, 39) && !passes(120, 40, 40), "{preset:?}"),
            // 4·for ≥ 3·part: three quarters are enough.
            Class::Special => assert!(passes(120, 60, 20) && !passes(120, 59, 21), "{preset:?}"),
        }
    }
}

/// The first of two lets through nothing that the law stops.
#[test]
fn no_preset_and_no_raise_lowers_a_threshold_below_the_law() {
    for preset in EVERY {
        let law = consent_share(preset.class(), None);
        let every =
            (0..=101).flat_map(|denominator| (0..=denominator + 1).map(move |part| (part, denominator)));
        let raises = every.map(Some).chain(preset.raises().map(Some)).chain([None]);
        for raise in raises {
            let (quorum, consent) = preset.thresholds(raise);
            assert_eq!(quorum, QUORUM, "{preset:?} {raise:?}");
            let never_lower = (1..=40)
                .chain([97, 1000, 200_000_000])
                .all(|whole| consent.least_of(whole) >= law.least_of(whole));
            assert!(never_lower, "{preset:?} {raise:?}");
        }
        // What is offered is what the rule book takes.
        assert!(preset.raises().all(|raise| is_stricter(raise, preset.class())), "{preset:?}");
        assert!(preset.raises().all(|raise| preset.thresholds(Some(raise)).1 != law), "{preset:?}");
    }
    let of = |preset: Preset| preset.raises().collect::<Vec<_>>();
    assert_eq!(of(Preset::Hire), SHARES);
    assert_eq!(of(Preset::Lift), [(4, 5), (5, 6), (9, 10), (1, 1)]);
    assert_eq!(
        outcome(Preset::Lift, Some((2, 3)), (120, 59, 21)),
        outcome(Preset::Lift, None, (120, 59, 21))
    );
}

#[test]
fn a_lift_is_for_its_stairwell_and_the_covenant_for_all() {
    assert!(Preset::Lift.lets(false) && !Preset::Lift.lets(true));
    assert!(Preset::Covenant.lets(true) && !Preset::Covenant.lets(false));
    assert!(Preset::Repair.lets(true) && Preset::Repair.lets(false));
}

#[test]
fn notice_days_are_never_fewer_than_the_law_asks() {
    let of = |notice_clear_days| Bylaws { notice_clear_days, ..Bylaws::default() };
    let days = [0, 7, 15, 16, 30].map(|days| Preset::Lift.notice_days(&of(days)));
    assert_eq!(days, [15, 15, 15, 16, 30]);
}

#[test]
fn papers_are_named_once_and_the_required_ones_first() {
    for preset in EVERY {
        let papers = preset.papers();
        assert!(papers.windows(2).all(|pair| pair[0].0 <= pair[1].0), "{preset:?}");
        for (place, (_, paper)) in papers.iter().enumerate() {
            assert!(papers.iter().skip(place + 1).all(|other| other.1 != *paper), "{preset:?} {paper:?}");
        }
    }
    assert_eq!(Preset::Repair.papers().first(), Some(&(Need::Required, Enclosure::UsePlan)));
    assert_eq!(Preset::CommonRevenue.local().collect::<Vec<_>>(), [Local::Hangzhou]);
    assert_eq!(Preset::Lift.local().count(), 0);
}
