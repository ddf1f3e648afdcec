//! The whole roll of the fixture estate, in each form in which a spreadsheet may save it.

use encoding_rs::GBK;
use yishi_protocol::body::UnitKind;

use crate::Encoding;
use crate::roll::{AreaReport, FileScope, RollFile, Totals, read};

pub(super) const ROLL: &[u8] = include_bytes!("../../../../tests/data/roll.csv");

/// The roll without a mark at its start, its lines ending with `\n`.
fn text() -> String {
    core::str::from_utf8(ROLL).unwrap().trim_start_matches('\u{feff}').replace("\r\n", "\n")
}

fn expected() -> RollFile {
    read(ROLL).unwrap()
}

/// Checks that the bytes read as the fixture does. `assert_eq` would print 900 units twice.
fn check(bytes: &[u8]) {
    assert!(read(bytes).unwrap() == expected());
}

#[test]
fn the_fixture_gives_its_known_totals() {
    let roll = expected();
    assert_eq!(roll.problems, []);
    assert_eq!((roll.questions.len(), roll.remarks.len()), (0, 0));
    assert_eq!((roll.areas.exact, roll.areas), (1144, AreaReport { exact: 1144, ..AreaReport::default() }));
    assert_eq!((roll.encoding, roll.rows, roll.units.len()), (Encoding::Utf8, 1144, 924));
    let totals = Totals {
        counted_units: 804,
        heads: 739,
        area_c: 8_106_520,
        parking_units: 120,
        parking_area_c: 155_760,
        joint_parties: 207,
        owners_of_several_units: 31,
        people: 949,
        ..Totals::default()
    };
    assert_eq!(roll.totals(), totals);
}

#[test]
fn every_index_of_the_fixture_leads_somewhere() {
    let roll = expected();
    for unit in &roll.units {
        assert!(unit.party < roll.parties.len() && unit.scope < roll.scopes.len());
        assert!(unit.line >= 2);
    }
    for party in &roll.parties {
        assert!(!party.owners.is_empty());
        assert!(party.owners.is_sorted_by(|a, b| a < b));
        assert!(party.owners.iter().all(|person| *person < roll.people.len()));
    }
    for (index, scope) in roll.scopes.iter().enumerate() {
        assert!(scope.parent.is_none_or(|parent| parent < index), "{scope:?} stands before its parent");
    }
    assert!(roll.scopes.iter().skip(1).all(|scope| scope.parent.is_some()));
}

#[test]
fn the_fixture_begins_as_its_first_rows_say() {
    let roll = expected();
    let unit = &roll.units[0];
    assert_eq!((unit.building.as_str(), unit.entrance.as_str(), unit.room.as_str()), ("1栋", "1单元", "101"));
    assert_eq!((unit.kind, unit.area_c, unit.party, unit.line), (UnitKind::Dwelling, 7002, 0, 2));
    let person = &roll.people[0];
    assert_eq!((person.owner_no.as_str(), person.phone.as_deref()), ("O00001", Some("19900000001")));
    assert_eq!(person.language, "zh");
    let scope = |name: &str, parent| FileScope { name: name.to_owned(), parent };
    assert_eq!(roll.scopes[..3], [scope("", None), scope("1栋", Some(0)), scope("1单元", Some(1))]);
}

#[test]
fn a_mark_at_the_start_or_none_reads_the_same() {
    check(text().as_bytes());
}

#[test]
fn unix_windows_and_old_mac_line_ends_read_the_same() {
    for end in ["\n", "\r\n", "\r"] {
        check(text().replace('\n', end).as_bytes());
    }
}

#[test]
fn a_missing_last_line_end_reads_the_same() {
    check(text().trim_end().as_bytes());
}

#[test]
fn tabs_and_semicolons_read_the_same() {
    for separator in ["\t", ";"] {
        check(text().replace(',', separator).as_bytes());
    }
}

#[test]
fn gbk_reads_the_same_and_says_so() {
    let text = &text();
    let (bytes, _, lossy) = GBK.encode(text);
    assert!(!lossy);
    let roll = read(&bytes).unwrap();
    assert!(roll == RollFile { encoding: Encoding::Gbk, ..expected() });
}

#[test]
fn rows_in_another_order_give_the_same_totals() {
    let text = text();
    let mut lines: Vec<&str> = text.lines().collect();
    // Co-owners no longer stand side by side.
    lines[1..].sort_by_key(|line| line.bytes().rev().collect::<Vec<_>>());
    let roll = read(lines.join("\n").as_bytes()).unwrap();
    assert_eq!(roll.problems, []);
    assert_eq!(roll.totals(), expected().totals());
}
