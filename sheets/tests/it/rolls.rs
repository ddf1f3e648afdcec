//! Files like those from the field that nobody has sent yet.

use yishi_sheets::roll::{TEMPLATE, read, read_with, template};

use yishi_sheets::{Choice, QuestionCode};

use crate::said::in_every_language;
use crate::{answered, asked, counts, homes, noticed, read_roll, roll, roll_text, wrong};

#[test]
fn words_behind_a_number_may_mean_two_buildings_and_are_asked_about_once() {
    let rows = [
        "1栋,1单元,101,住宅,9,A1,林可一,",
        "1号楼,1单元,102,住宅,9,A2,林可二,",
        "1号楼,1单元,103,住宅,9,A3,林可三,",
        "2幢,1单元,101,住宅,9,A4,林可四,",
        "二栋,1单元,102,住宅,9,A5,林可五,",
        "02栋,1单元,103,住宅,9,A6,林可六,",
    ];
    let text = roll_text(&rows);
    let file = read_roll(text.as_bytes());
    assert_eq!((wrong(&file), asked(&file.questions)), (vec![], vec!["[2, 3] SAME_BUILDING".to_owned()]));
    assert_eq!(homes(&file), ["2幢1单元101", "2幢1单元102", "2幢1单元103"]);
    let one = answered(text.as_bytes(), QuestionCode::SameBuilding, Choice::Merge);
    assert_eq!((homes(&one)[1].as_str(), one.scopes.len()), ("1栋1单元102", 5));
    let two = answered(text.as_bytes(), QuestionCode::SameBuilding, Choice::Keep);
    assert_eq!((homes(&two)[1].as_str(), two.scopes.len()), ("1号楼1单元102", 7));
}

#[test]
fn every_spelling_of_a_part_of_an_address_meets_its_home() {
    for (building, entrance, room) in [
        ("1幢", "1单元", "101"),
        ("一栋", "1单元", "101"),
        ("１ 栋", "壹单元", "101"),
        ("1栋", "1", "101"),
        ("01栋", "01单元", "101"),
        ("1栋", "1单元", "101室"),
        ("1栋", "1单元", "0101"),
        ("1栋", "1单元", "101号房"),
    ] {
        let other = format!("{building},{entrance},{room},住宅,9,A2,林可二,");
        let file = roll(&["1栋,1单元,101,住宅,9,A1,林可一,", &other]);
        let expected: &[&str] = &["[2, 3] SAME_HOME"];
        assert_eq!(
            (asked(&file.questions), homes(&file).len()),
            (expected.iter().map(|q| (*q).to_owned()).collect(), 0),
            "{other}"
        );
    }
    for (building, entrance, room) in [
        ("2栋", "1单元", "101"),
        ("1栋", "2单元", "101"),
        ("1栋", "十一单元", "101"),
        ("1栋", "1单元", "B101"),
    ] {
        let file = roll(&[
            "1栋,1单元,101,住宅,9,A1,林可一,",
            &format!("{building},{entrance},{room},住宅,9,A2,林可二,"),
        ]);
        assert_eq!((asked(&file.questions), homes(&file).len()), (vec![], 2), "{building}{entrance}{room}");
    }
}

#[test]
fn merged_cells_of_every_column_are_asked_about_block_by_block() {
    let text = roll_text(&[
        "1栋,1单元,101,住宅,89.50,A1,林可一,19900001001",
        ",,102,住宅,76.10,A2,林可二,19900001002",
        ",,103,住宅,76.10,A3,林可三,19900001003",
        ",,,,,A4,周可三,19900001004",
        "2栋,1单元,101,住宅,89.50,A5,林可五,19900001005",
        "2栋,1单元,102,住宅,89.50,,,",
    ]);
    let file = read_roll(text.as_bytes());
    assert_eq!(asked(&file.questions), ["[3, 4] CELL_ABOVE", "[5] CELL_ABOVE", "[7] CELL_ABOVE"]);
    // The home that line 5 would belong to waits too: without its second owner it would be another party.
    assert_eq!((wrong(&file), homes(&file)), (vec![], vec!["1栋1单元101".into(), "2栋1单元101".into()]));
    let file = answered(text.as_bytes(), QuestionCode::CellAbove, Choice::AsAbove);
    assert_eq!((wrong(&file), file.is_settled(), counts(&file)), (vec![], true, (4, 42_070, 5)));
    assert_eq!((file.totals().joint_parties, file.totals().owners_of_several_units), (1, 1));
}

#[test]
fn an_empty_area_of_another_home_is_never_filled_from_above() {
    let file = roll(&["1栋,1单元,101,住宅,89.50,A1,林可一,", "1栋,1单元,102,住宅,,A2,林可二,"]);
    assert_eq!((wrong(&file), asked(&file.questions)), (vec!["3 AREA_MISSING".to_owned()], vec![]));
}

#[test]
fn a_first_home_without_an_entrance_can_only_be_kept_or_filled_in() {
    let text = roll_text(&["1栋,,101,住宅,9,A1,林可一,", "1栋,1单元,101,住宅,9,A2,林可二,"]);
    let file = read_roll(text.as_bytes());
    assert_eq!(asked(&file.questions), ["[2] CELL_ABOVE"]);
    assert_eq!(file.questions[0].choices, [Choice::Keep]);
    assert_eq!(
        homes(&answered(text.as_bytes(), QuestionCode::CellAbove, Choice::Keep)),
        ["1栋101", "1栋1单元101"]
    );
}

#[test]
fn a_row_that_stands_twice_is_counted_once_when_that_is_the_answer() {
    let row = "1栋,1单元,101,住宅,89.50,A1,林可一,19900001001";
    let text = roll_text(&[row, "1栋,1单元,102,住宅,76.10,A2,林可二,", row]);
    let file = read_roll(text.as_bytes());
    assert_eq!((wrong(&file), asked(&file.questions)), (vec![], vec!["[2, 4] ROW_TWICE".to_owned()]));
    assert_eq!(homes(&file), ["1栋1单元102"]);
    let once = answered(text.as_bytes(), QuestionCode::RowTwice, Choice::Merge);
    assert_eq!((wrong(&once), counts(&once), once.is_settled()), (vec![], (2, 16_560, 2), true));
    let out = answered(text.as_bytes(), QuestionCode::RowTwice, Choice::LeaveOut);
    assert_eq!(
        (counts(&out).0, noticed(&out)),
        (1, vec!["2 UNIT_ANSWERED_OUT".into(), "4 UNIT_ANSWERED_OUT".into()])
    );
}

#[test]
fn areas_in_every_dress_are_exact_and_others_are_refused() {
    for (text, area_c) in [
        ("89.50m²", 8950),
        ("89.50 M2", 8950),
        ("89.5平米", 8950),
        ("\"12,089.50\"", 1_208_950),
        ("８９．５０㎡", 8950),
        ("89.5000000000000001", 8950),
        ("0.30000000000000004", 30),
        ("76.099999999999994", 7610),
    ] {
        let file = roll(&[&format!("1栋,1单元,101,住宅,{text},A1,林可一,")]);
        assert_eq!((wrong(&file), file.units[0].area_c), (vec![], area_c), "{text}");
    }
    for (text, code) in [
        ("-89.50", "AREA_INVALID"),
        ("0", "AREA_ZERO"),
        ("0.000㎡", "AREA_ZERO"),
        ("0.13亩", "AREA_UNIT"),
        ("\"1,08.50\"", "AREA_INVALID"),
        ("#VALUE!", "CELL_ERROR"),
        ("", "AREA_MISSING"),
    ] {
        let file = roll(&[&format!("1栋,1单元,101,住宅,{text},A1,林可一,")]);
        assert_eq!((wrong(&file), file.units.len()), (vec![format!("2 {code}")], 0), "{text}");
    }
    // Less than a hundredth is a question first, and nothing once it is cut off.
    let text = roll_text(&["1栋,1单元,101,住宅,0.004,A1,林可一,"]);
    assert_eq!(wrong(&answered(text.as_bytes(), QuestionCode::AreaInexact, Choice::Cut)), ["2 AREA_ZERO"]);
}

const MARKED: &str = "楼栋,室号,用途,面积,编号,姓名,代表人";

#[test]
fn a_co_owner_is_marked_as_the_one_who_votes() {
    for (first, second, who) in
        [("是", "", 0), ("", "√", 1), ("1", "", 0), ("否", "yes", 1), ("林可二", "林可二", 1), ("A1", "", 0)]
    {
        let text = format!("{MARKED}\n1栋,101,住宅,9,A1,林可一,{first}\n1栋,101,住宅,9,A2,林可二,{second}\n");
        let file = read_roll(text.as_bytes());
        assert_eq!((wrong(&file), asked(&file.questions)), (vec![], vec![]), "{first} {second}");
        assert_eq!(file.parties[0].representative, Some(who), "{first} {second}");
    }
}

#[test]
fn two_marks_for_one_party_are_a_question_and_one_for_a_single_owner_says_nothing() {
    let text = format!(
        "{MARKED}\n1栋,101,住宅,9,A1,林可一,是\n1栋,101,住宅,9,A2,林可二,\n1栋,102,住宅,9,A1,林可一,\n1栋,102,住宅,9,A2,林可二,是\n1栋,103,住宅,9,A1,林可一,是\n"
    );
    let file = read_roll(text.as_bytes());
    assert_eq!(
        (wrong(&file), asked(&file.questions)),
        (vec![], vec!["[2, 5] REPRESENTATIVE_TWICE".to_owned()])
    );
    assert_eq!((noticed(&file), file.units.len()), (vec!["6 REPRESENTATIVE_ALONE".to_owned()], 3));
    for (choice, who) in [(Choice::First, Some(0)), (Choice::Last, Some(1)), (Choice::Nobody, None)] {
        let file = answered(text.as_bytes(), QuestionCode::RepresentativeTwice, choice);
        assert_eq!((file.parties[0].representative, file.is_settled()), (who, true));
    }
    let text = format!("{MARKED}\n1栋,101,住宅,9,A1,林可一,周可一\n1栋,101,住宅,9,A2,林可二,\n");
    assert_eq!(wrong(&read_roll(text.as_bytes())), ["2 REPRESENTATIVE_UNKNOWN", "3 UNIT_LEFT_OUT"]);
}

#[test]
fn the_same_rows_in_another_order_ask_the_same_questions() {
    let rows = [
        "1栋,1单元,101,住宅,89.0857,A1,林可一,19900001001",
        "1栋,1单元,102,住宅,76.10,A2,林可一,19900001001",
        "1栋,1单元,103,住宅,76.10,A3,林?,19900001003",
    ];
    let ids = |rows: &[&str]| {
        let mut ids: Vec<String> = roll(rows).questions.into_iter().map(|question| question.id).collect();
        ids.sort();
        ids
    };
    let before = ids(&rows);
    assert_eq!(before.len(), 3);
    assert_eq!(ids(&[rows[2], rows[0], "2栋,1单元,1,住宅,9,A9,周可九,", rows[1]]), before);
    assert_ne!(ids(&[rows[0], rows[1], "1栋,1单元,103,住宅,76.10,A3,周?,19900001003"]), before);
}

#[test]
fn an_answer_to_another_question_settles_nothing() {
    let text = roll_text(&["1栋,1单元,101,住宅,89.0857,A1,林可一,"]);
    let mut answers = yishi_sheets::Answers::default();
    answers.answer("AREA_INEXACT-0000000000000000", Choice::Round);
    let file = read_with(text.as_bytes(), &answers).unwrap();
    assert!(!file.is_settled() && file.units.is_empty());
}

#[test]
fn every_row_of_a_merged_number_goes_with_it_whether_it_has_the_phone_or_not() {
    let text = roll_text(&[
        "1栋,1单元,101,住宅,9,A1,林可一,19900001001",
        "1栋,1单元,102,住宅,9,A2,林可一,19900001001",
        "1栋,1单元,103,住宅,9,A2,林可一,",
        "1栋,1单元,104,住宅,9,0A1,林可一,",
    ]);
    assert_eq!(
        asked(&read_roll(text.as_bytes()).questions),
        ["[2, 3, 4] PERSON_TWICE", "[2, 5] PERSON_TWICE"]
    );
    let file = answered(text.as_bytes(), QuestionCode::PersonTwice, Choice::Merge);
    assert_eq!((counts(&file).0, file.is_settled()), (1, true));
    assert_eq!((file.people.len(), file.people[0].also.len()), (1, 2));
}

#[test]
fn the_empty_roll_takes_rows_as_its_title_asks_for_them() {
    let kinds = ["住宅", "商铺", "办公", "车位", "储藏室", "人防"];
    let rows =
        (1..).zip(kinds).map(|(room, kind)| format!("1栋,1单元,{room},{kind},89.5,A{room},林可一{room},,\n"));
    let rows = rows.collect::<String>();
    for empty in in_every_language(&TEMPLATE.into()).iter().map(|said| template(said)) {
        assert_eq!(read(empty.as_bytes()).unwrap_err().code(), "FILE_EMPTY", "{empty}");
        let file = read(format!("{empty}{rows}").as_bytes()).unwrap();
        assert_eq!((file.units.len(), file.problems.len(), file.questions.len()), (kinds.len(), 0, 0));
        assert!(kinds.iter().all(|kind| empty.contains(kind)), "{empty}");
    }
}
