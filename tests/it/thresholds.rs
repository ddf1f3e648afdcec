//! The law's thresholds at their edges.

use yishi_protocol::body::Class;
use yishi_protocol::count::{Comparison, QUORUM, consent_share};

fn ordinary(part: u64, whole: u64) -> Comparison {
    consent_share(Class::Ordinary, None).of(part, whole)
}

fn special(part: u64, whole: u64) -> Comparison {
    consent_share(Class::Special, None).of(part, whole)
}

/// For every whole up to 400: the smallest part that is enough, found by fractions of the law written out.
#[test]
fn every_threshold_turns_exactly_where_the_law_says() {
    for whole in 1_u64..=400 {
        for part in 0..=whole {
            assert_eq!(
                QUORUM.of(part, whole).holds(),
                part >= (2 * whole).div_ceil(3),
                "quorum {part}/{whole}"
            );
            assert_eq!(ordinary(part, whole).holds(), part > whole / 2, "ordinary {part}/{whole}");
            assert_eq!(
                special(part, whole).holds(),
                part >= (3 * whole).div_ceil(4),
                "special {part}/{whole}"
            );
        }
    }
}

#[test]
fn nobody_taking_part_decides_nothing_ordinary() {
    assert!(!ordinary(0, 0).holds());
    assert!(!QUORUM.of(0, 1).holds());
}

#[test]
fn areas_of_a_whole_city_do_not_overflow() {
    let city = u64::MAX;
    assert!(QUORUM.of(city, city).holds());
    assert!(!QUORUM.of(city / 2, city).holds());
    assert!(special(city, city).holds());
}

#[test]
fn a_raised_threshold_asks_for_its_share_of_those_taking_part() {
    let four_fifths = consent_share(Class::Special, Some((4, 5)));
    assert!(four_fifths.of(8, 10).holds());
    assert!(!four_fifths.of(79, 100).holds());
    assert_eq!(four_fifths.of(79, 100).to_string(), "5*79=395 < 4*100=400");
}

#[test]
fn the_working_reads_as_it_is_printed() {
    assert_eq!(QUORUM.of(8, 12).to_string(), "3*8=24 >= 2*12=24");
    assert_eq!(QUORUM.of(7, 12).to_string(), "3*7=21 < 2*12=24");
    assert_eq!(ordinary(5, 8).to_string(), "2*5=10 > 1*8=8");
    assert_eq!(ordinary(4, 8).to_string(), "2*4=8 <= 1*8=8");
    assert_eq!(special(6, 9).to_string(), "4*6=24 < 3*9=27");
}
