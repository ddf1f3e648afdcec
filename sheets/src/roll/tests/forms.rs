//! Forms that are accepted, and files that are not.

use yishi_protocol::body::UnitKind;

use super::{GOOD, HEADER, problems, refusal, roll, rooms};
use crate::roll::{FileParty, FileScope, read};
use crate::said::{en, is_whole};

#[test]
fn chinese_names_in_any_order_beside_unknown_columns_are_understood() {
    let text = "序号,姓名,编号,备注,面积,类型,房号,单元,楼栋,手机,语言\n\
                1,李梅,A7,\"租,给\n人了\",89.5,住宅,302,2单元,6栋,13900000000,en\n\
                2,王强,A8,,12,车位,B012,,地库,,\n";
    let roll = read(text.as_bytes()).unwrap();
    assert_eq!(roll.problems, []);
    assert_eq!(rooms(&roll), ["302", "B012"]);
    assert_eq!((roll.units[0].area_c, roll.units[1].area_c), (8950, 1200));
    assert_eq!(
        (roll.people[0].language.as_str(), roll.people[0].phone.as_deref()),
        ("en", Some("13900000000"))
    );
    assert_eq!((roll.people[1].language.as_str(), roll.people[1].phone.as_deref()), ("zh", None));
    // The remark of the first row takes two lines.
    assert_eq!((roll.units[0].line, roll.units[1].line), (2, 4));
}

#[test]
fn the_more_exact_of_two_area_columns_is_read() {
    let text = "楼栋,室号,用途,面积,专有部分面积,编号,姓名\n1栋,101,住宅,120,89.50,A1,李梅\n";
    assert_eq!(read(text.as_bytes()).unwrap().units[0].area_c, 8950);
}

#[test]
fn every_word_for_a_kind_is_understood() {
    let words = [
        ("residential", UnitKind::Dwelling),
        ("住宅", UnitKind::Dwelling),
        ("commercial", UnitKind::Shop),
        ("商铺", UnitKind::Shop),
        ("商业", UnitKind::Shop),
        ("office", UnitKind::Office),
        ("办公", UnitKind::Office),
        ("parking", UnitKind::Parking),
        ("车位", UnitKind::Parking),
    ];
    for (word, kind) in words {
        assert_eq!(roll(&[&format!("1栋,,1,{word},1,O1,李梅,,")]).units[0].kind, kind, "{word}");
    }
}

#[test]
fn an_area_is_taken_exactly() {
    let areas = [
        ("70.02", 7002),
        ("70.2", 7020),
        ("70", 7000),
        ("0.01", 1),
        ("0.29", 29),
        ("1.15", 115),
        ("007.10", 710),
        ("999999.99", 99_999_999),
        ("　７０．０２ ", 7002),
    ];
    for (text, area_c) in areas {
        let roll = roll(&[&format!("1栋,,1,住宅,{text},O1,李梅,,")]);
        assert_eq!((problems(&roll), roll.units[0].area_c), (vec![], area_c), "{text}");
    }
}

#[test]
fn full_width_addresses_and_numbers_are_the_same_unit_and_owner() {
    let roll =
        roll(&["1栋,1单元,101,住宅,70,O1,李梅,1,2", "１栋, １单元　,１０１,住宅,７０,Ｏ２,王强,１,２"]);
    assert_eq!(roll.problems, []);
    assert_eq!((roll.units.len(), roll.parties.len()), (1, 1));
    assert_eq!(roll.people[1].owner_no, "O2");
}

#[test]
fn signs_around_a_copied_phone_number_are_dropped() {
    let text = "楼栋,室号,用途,面积,编号,姓名,电话\n1栋,101,住宅,70,A1,李梅,\u{202d}13900000000\u{202c}\n";
    assert_eq!(read(text.as_bytes()).unwrap().people[0].phone.as_deref(), Some("13900000000"));
}

#[test]
fn a_unit_may_appear_again_further_down() {
    let roll = roll(&[
        "1栋,1单元,101,住宅,70,O1,李梅,1,2",
        "1栋,1单元,102,住宅,70,O3,赵云,,",
        "1栋,1单元,101,住宅,70,O2,王强,1,2",
    ]);
    assert_eq!(roll.problems, []);
    assert_eq!(rooms(&roll), ["101", "102"]);
    let numbers: Vec<_> = roll.people.iter().map(|person| person.owner_no.as_str()).collect();
    assert_eq!(numbers, ["O1", "O3", "O2"]);
    let parties = [vec![0, 2], vec![1]].map(|owners| FileParty { owners, representative: None });
    assert_eq!(roll.parties, parties);
}

#[test]
fn the_same_owners_in_another_order_are_one_party() {
    let roll = roll(&[
        "1栋,,101,住宅,70,O1,李梅,1,2",
        "1栋,,101,住宅,70,O2,王强,1,2",
        "1栋,,102,住宅,70,O2,王强,1,3",
        "1栋,,102,住宅,70,O1,李梅,2,3",
        "1栋,,103,住宅,70,O1,李梅,,",
        "1栋,,P1,车位,12,O1,李梅,,",
    ]);
    let parties: Vec<_> = roll.units.iter().map(|unit| unit.party).collect();
    assert_eq!(parties, [0, 0, 1, 1]);
    let totals = roll.totals();
    assert_eq!((totals.heads, totals.joint_parties, totals.owners_of_several_units), (2, 1, 1));
}

#[test]
fn an_owner_of_parking_alone_is_no_head() {
    let totals = roll(&[GOOD, "地库,,P1,车位,12.98,O2,王强,,"]).totals();
    assert_eq!((totals.heads, totals.area_c, totals.people), (1, 7002, 2));
    assert_eq!((totals.parking_units, totals.parking_area_c), (1, 1298));
}

#[test]
fn entrances_of_one_name_belong_to_their_own_buildings() {
    let roll = roll(&[
        "1栋,1单元,101,住宅,70,O1,李梅,,",
        "2栋,1单元,101,住宅,70,O1,李梅,,",
        "3栋,,1,住宅,70,O1,李梅,,",
    ]);
    let scope = |name: &str, parent| FileScope { name: name.to_owned(), parent };
    let expected = [
        scope("", None),
        scope("1栋", Some(0)),
        scope("1单元", Some(1)),
        scope("2栋", Some(0)),
        scope("1单元", Some(3)),
        scope("3栋", Some(0)),
    ];
    assert_eq!(roll.scopes, expected);
    let scopes: Vec<_> = roll.units.iter().map(|unit| unit.scope).collect();
    assert_eq!(scopes, [2, 4, 5]);
}

#[test]
fn a_phone_may_stand_in_any_of_an_owners_rows() {
    let text = "楼栋,室号,用途,面积,编号,姓名,电话,语言\n\
                1栋,101,住宅,70,A1,李梅,,\n\
                1栋,102,住宅,70,A1,李梅,139,en\n\
                1栋,103,住宅,70,A1,李梅,1-39,zh\n";
    let roll = read(text.as_bytes()).unwrap();
    assert_eq!((roll.people[0].phone.as_deref(), roll.people[0].language.as_str()), (Some("139"), "en"));
}

#[test]
fn quoted_fields_may_contain_separators_and_quotation_marks() {
    let roll = roll(&["\"1,栋\",,101,\"residential\",\"70.00\",O1,\"李\"\"梅\"\"\",,"]);
    assert_eq!(roll.problems, []);
    assert_eq!((roll.units[0].building.as_str(), roll.people[0].name.as_str()), ("1,栋", "李\"梅\""));
}

#[test]
fn blank_rows_are_passed_over_and_lines_still_fit() {
    let roll = read(format!("\n{HEADER}\n\n{GOOD}\n,,,,,,,,\n \n\nx\n").as_bytes()).unwrap();
    assert_eq!((roll.rows, roll.units[0].line), (2, 4));
    assert_eq!(problems(&roll), ["8 FIELDS_COUNT"]);
}

#[test]
fn an_unusable_file_is_refused_with_advice() {
    let cases: [(&[u8], &str); 14] = [
        (b"", "FILE_EMPTY"),
        (b"\xef\xbb\xbf \r\n\r\n", "FILE_EMPTY"),
        (HEADER.as_bytes(), "FILE_EMPTY"),
        (b"PK\x03\x04\x14\x00\x06\x00", "FILE_WORKBOOK"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "FILE_OLD_WORKBOOK"),
        (b"\xff\xfeb\x00u\x00", "HEADER_MISSING"),
        (b"\xff\xfeb\x00u", "FILE_ENCODING"),
        (b"\xfe\xff\xd8\x00", "FILE_ENCODING"),
        (b"building,room\n\xff\xff", "FILE_ENCODING"),
        (b"\n1,2,3\n", "HEADER_MISSING"),
        (b"building,room,kind,exclusive_area_m2,owner_no\n", "COLUMNS_MISSING"),
        (b"building,room,kind,exclusive_area_m2,owner_no,owner_name,share_numerator\n", "COLUMNS_MISSING"),
        (b"building,building,room,kind,exclusive_area_m2,owner_no,owner_name\n", "COLUMN_REPEATED"),
        (b"building,room,kind,exclusive_area_m2,owner_no,owner_name,\"x\n1,1,1,1,1,1,1\n", "HEADER_UNCLOSED"),
    ];
    for (bytes, code) in cases {
        let error = refusal(bytes);
        assert_eq!(error.code(), code, "{error}");
        let sentence = error.sentence();
        assert!(is_whole(&sentence), "{sentence:?}");
    }
    let rows = "x\n".repeat(100_001);
    assert_eq!(refusal(format!("{HEADER}\n{rows}").as_bytes()).code(), "TOO_MANY_ROWS");
}

#[test]
fn a_damaged_file_with_a_mark_is_not_taken_for_gbk() {
    let mut bytes = format!("\u{feff}{HEADER}\n1栋,1单元,102,住宅,70,O2,王强,1,1\n").into_bytes();
    let place = bytes.iter().rposition(|byte| *byte > 0x7f).unwrap();
    bytes.remove(place);
    assert_eq!(refusal(&bytes).code(), "FILE_ENCODING");
}

#[test]
fn missing_columns_are_all_named() {
    let error = en(&refusal("楼栋,室号,姓名,门派\n1栋,101,李梅,x\n".as_bytes()).sentence());
    assert_eq!(
        error,
        "The header lacks columns; add these: kind (用途), exclusive_area_m2 (专有部分面积), owner_no (业主编号). Not understood: “门派”."
    );
}
