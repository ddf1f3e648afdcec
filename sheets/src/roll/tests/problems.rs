//! Each problem code, and what else is left out with the row.

use super::{GOOD, HEADER, problems, roll, rooms};
use crate::roll::read;
use crate::said::en;

/// Checks that a row beside a good unit has exactly this problem and that the good unit is taken.
fn check(row: &str, code: &str) {
    let roll = roll(&[GOOD, row]);
    assert_eq!(problems(&roll), [format!("3 {code}")], "{row}");
    assert_eq!((rooms(&roll), roll.people.len(), roll.rows), (vec!["101"], 1, 2), "{row}");
}

#[test]
fn a_row_without_an_area_is_named_by_line() {
    check("1栋,1单元,102,住宅, ,O2,王强,1,1", "AREA_MISSING");
}

#[test]
fn an_area_that_is_no_number_is_invalid() {
    for area in ["七十", "-70", "+70", "70.", ".5", "1e2", "7.0E+01", "7 0", "1.2.3", "70·02", "70元", "㎡"]
    {
        check(&format!("1栋,1单元,102,住宅,{area},O2,王强,1,1"), "AREA_INVALID");
    }
    check("1栋,1单元,102,住宅,\"1,07.00\",O2,王强,1,1", "AREA_INVALID");
    for area in ["0.1亩", "2坪", "0.01公顷"] {
        check(&format!("1栋,1单元,102,住宅,{area},O2,王强,1,1"), "AREA_UNIT");
    }
}

#[test]
fn an_area_of_a_square_kilometre_is_invalid() {
    for area in ["1000000", "1000000.00", "99999999999999999999999999"] {
        check(&format!("1栋,1单元,102,住宅,{area},O2,王强,1,1"), "AREA_INVALID");
    }
}

#[test]
fn an_area_of_zero_is_refused() {
    for area in ["0", "0.00", "０"] {
        check(&format!("1栋,1单元,102,住宅,{area},O2,王强,1,1"), "AREA_ZERO");
    }
}

#[test]
fn an_unknown_kind_is_refused() {
    for kind in ["别墅", "Residential", "储藏"] {
        check(&format!("1栋,1单元,102,{kind},70,O2,王强,1,1"), "KIND_UNKNOWN");
    }
}

#[test]
fn a_missing_field_is_named() {
    let rows = [
        ("2栋,1单元,　,住宅,70,O2,王强,1,1", "room (室号)"),
        ("1栋,1单元,102,住宅,70,,王强,1,1", "owner_no (业主编号)"),
        ("1栋,1单元,102,住宅,70,O2,,1,1", "owner_name (业主姓名)"),
    ];
    for (row, column) in rows {
        check(row, "FIELD_MISSING");
        assert!(en(&roll(&[row]).problems[0].detail).starts_with(column), "{row}");
    }
}

#[test]
fn a_field_beyond_200_bytes_is_refused() {
    let row = |bytes: usize| format!("1栋,1单元,102,住宅,70,O2,{},1,1", "a".repeat(bytes));
    assert_eq!(problems(&roll(&[&row(200)])), Vec::<String>::new());
    check(&row(201), "FIELD_TOO_LONG");
}

#[test]
fn a_sign_that_cannot_be_seen_is_refused() {
    check("1栋,1单元,102,住宅,70,O\u{200b}2,王强,1,1", "FIELD_INVISIBLE");
    check("1栋,1单元,\"102\n3\",住宅,70,O2,王强,1,1", "FIELD_INVISIBLE");
    check("1栋,1单元,1\u{202e}02,住宅,70,O2,王强,1,1", "FIELD_INVISIBLE");
}

#[test]
fn a_row_with_too_few_or_too_many_fields_is_refused() {
    check("1栋,1单元,102,住宅,70,O2,王强,1", "FIELDS_COUNT");
    check("1栋,1单元,102,住宅,70,O2,王强,李梅,1,1", "FIELDS_COUNT");
    check("1栋", "FIELDS_COUNT");
}

#[test]
fn a_row_with_a_wrong_count_takes_its_unit_with_it() {
    let roll = roll(&["1栋,1单元,101,住宅,70,O1,李梅,,", "1栋,1单元,101,住宅,70,O2,王强,,,"]);
    assert_eq!(problems(&roll), ["2 UNIT_LEFT_OUT", "3 FIELDS_COUNT"]);
    assert_eq!((roll.units.len(), roll.people.len(), roll.scopes.len()), (0, 0, 1));
}

#[test]
fn a_quotation_mark_that_stays_open_is_named_where_it_opens() {
    for rest in [
        "\"王强,1,1\n2栋,1单元,1,住宅,70,O3,赵云,1,1",
        "王强,1,\"1\n",
        "王强,1,\"1\"\"\n",
        "王强,1,\"\n\"\"\n",
    ] {
        let text = format!("{HEADER}\n{GOOD}\n\n1栋,1单元,102,住宅,70,O2,{rest}");
        let roll = read(text.as_bytes()).unwrap();
        assert_eq!(
            (problems(&roll), rooms(&roll)),
            (vec!["4 QUOTE_UNCLOSED".to_owned()], vec!["101"]),
            "{rest}"
        );
    }
}

#[test]
fn a_closed_field_may_end_with_a_line_break() {
    let text = format!("{HEADER}\n1栋,1单元,101,住宅,70,O1,李梅,1,\"1\n\"");
    assert_eq!(read(text.as_bytes()).unwrap().problems, []);
}

#[test]
fn rows_of_a_unit_that_disagree_leave_it_out() {
    let first = "1栋,1单元,102,住宅,70,O1,李梅,1,2";
    for second in ["1栋,1单元,102,住宅,70.01,O2,王强,1,2", "1栋,1单元,102,商铺,70,O2,王强,1,2"]
    {
        let roll = roll(&[first, second]);
        assert_eq!(problems(&roll), ["2 UNIT_LEFT_OUT", "3 UNIT_DISAGREES"]);
        assert_eq!(roll.units, []);
    }
}

#[test]
fn an_owner_twice_in_a_unit_leaves_it_out() {
    let roll = roll(&["1栋,1单元,102,住宅,70,O1,李梅,1,2", "1栋,1单元,102,住宅,70,O1,李梅,2,4"]);
    assert_eq!(problems(&roll), ["2 UNIT_LEFT_OUT", "3 OWNER_REPEATED"]);
    assert_eq!(roll.parties, []);
}

#[test]
fn a_number_with_another_name_is_named_at_the_later_row() {
    let roll = roll(&[GOOD, "1栋,1单元,102,住宅,70,O1,王强,,"]);
    assert_eq!(problems(&roll), ["3 OWNER_DISAGREES"]);
    assert_eq!(rooms(&roll), ["101"]);
    let detail = en(&roll.problems[0].detail);
    assert!(detail.contains("line 2") && !detail.contains("王强"));
}

/// The shares of one unit's owners, and what is wrong with them.
fn shares(shares: &[&str]) -> Vec<String> {
    let row = |(number, share): (usize, &&str)| format!("1栋,,101,住宅,70,O{number},业主{number},{share}");
    let rows: Vec<_> = shares.iter().enumerate().map(row).collect();
    problems(&roll(&rows.iter().map(String::as_str).collect::<Vec<_>>()))
}

#[test]
fn shares_that_add_up_to_one_are_taken() {
    let good: [&[&str]; 6] = [
        &["1,1"],
        &[",", ","],
        &["1,2", "2,4"],
        &["1,3", "1,3", "1,3"],
        &["1,2", "1,3", "1,6"],
        &["33,100", "66,100", "１,100"],
    ];
    for case in good {
        assert_eq!(shares(case), Vec::<String>::new(), "{case:?}");
    }
    let many = vec!["1,50"; 50];
    assert_eq!(shares(&many), Vec::<String>::new());
}

#[test]
fn shares_that_do_not_add_up_are_named_at_the_last_row() {
    let bad: [&[&str]; 4] = [&["1,2", "1,3"], &["1,2", "2,3"], &["1,1", "1,1"], &["1,2", ","]];
    for case in bad {
        assert_eq!(shares(case), ["2 UNIT_LEFT_OUT", "3 SHARES_INVALID"], "{case:?}");
    }
    assert_eq!(shares(&["1,2"]), ["2 SHARES_INVALID"]);
    // Almost one, and a sum beyond 128 bits.
    assert_eq!(shares(&["1,1000000000", "999999998,1000000000"]), ["2 UNIT_LEFT_OUT", "3 SHARES_INVALID"]);
    let huge = ["1,999999937", "1,999999929", "1,999999893", "1,999999883", "1,999999797"];
    assert!(shares(&huge).contains(&"6 SHARES_INVALID".to_owned()));
}

#[test]
fn a_share_that_is_no_positive_fraction_is_named_where_it_stands() {
    for share in ["0,2", "1,0", "-1,2", "1,", ",2", "一,2", "0.5,1", "1,1000000001", "1,99999999999999999999"]
    {
        assert_eq!(shares(&[share, "1,2"]), ["2 SHARES_INVALID", "3 UNIT_LEFT_OUT"], "{share}");
    }
}

#[test]
fn more_than_50_owners_of_a_unit_are_refused() {
    let found = shares(&vec![","; 51]);
    assert_eq!(found.len(), 51);
    assert_eq!(found.iter().filter(|problem| problem.ends_with("UNIT_LEFT_OUT")).count(), 50);
    assert_eq!(found[50], "52 OWNERS_TOO_MANY");
}

#[test]
fn a_bad_row_takes_every_row_of_its_unit_with_it() {
    let roll = roll(&[
        "1栋,1单元,102,住宅,70,O1,李梅,1,3",
        GOOD.replace("O1", "O4").as_str(),
        "1栋,1单元,102,住宅,,O2,王强,1,3",
        "1栋,1单元,102,住宅,70,O3,赵云,1,3",
    ]);
    assert_eq!(problems(&roll), ["2 UNIT_LEFT_OUT", "4 AREA_MISSING", "5 UNIT_LEFT_OUT"]);
    assert_eq!(rooms(&roll), ["101"]);
    let numbers: Vec<_> = roll.people.iter().map(|person| person.owner_no.as_str()).collect();
    assert_eq!(numbers, ["O4"]);
    assert!(en(&roll.problems[0].detail).starts_with("Line 4 "));
}

#[test]
fn everything_wrong_with_a_row_is_told_at_once() {
    let roll = roll(&[",1单元,,别墅,x,,,0,1"]);
    let codes: Vec<_> = roll.problems.iter().map(|problem| problem.code.as_str()).collect();
    let missing = "FIELD_MISSING";
    let expected = [missing, missing, "KIND_UNKNOWN", "AREA_INVALID", missing, missing, "SHARES_INVALID"];
    assert_eq!(codes, expected);
}
