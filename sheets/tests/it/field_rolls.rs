//! Rolls from the field, and others of each kind.

use yishi_protocol::body::UnitKind;
use yishi_sheets::roll::{AreaReport, FileParty};
use yishi_sheets::{Choice, QuestionCode};

use crate::said::{en, zh};
use crate::{answered, asked, counts, field, homes, noticed, read_roll, roll, roll_text, wrong};

const NOTHING: [String; 0] = [];

#[test]
fn areas_are_exact_or_asked_about_and_the_report_says_how() {
    let bytes = field("02-area-decimals.csv");
    let file = read_roll(&bytes);
    assert_eq!((wrong(&file), asked(&file.questions)), (vec![], vec!["[2] AREA_INEXACT".to_owned()]));
    let areas: Vec<u32> = file.units.iter().map(|unit| unit.area_c).collect();
    assert_eq!(areas, [8950, 8950, 108_950, 8950, 8950]);
    assert_eq!(file.areas, AreaReport { dressed: 4, tails: 1, open: 1, ..AreaReport::default() });
    assert!(en(&file.questions[0].sentence).contains("89.0857"));
    for (choice, area_c) in [(Choice::Round, 8909), (Choice::Cut, 8908)] {
        let file = answered(&bytes, QuestionCode::AreaInexact, choice);
        assert_eq!((file.units[0].area_c, file.is_settled()), (area_c, true));
        assert_eq!((file.areas.rounded + file.areas.cut, file.areas.open), (1, 0));
    }
    assert_eq!(answered(&bytes, QuestionCode::AreaInexact, Choice::LeaveOut).units.len(), 5);
}

#[test]
fn one_home_spelt_in_two_ways_is_one_home_named_by_both_lines() {
    let bytes = field("03-same-room-spellings.csv");
    let file = read_roll(&bytes);
    assert_eq!(wrong(&file), NOTHING);
    assert_eq!(asked(&file.questions), ["[2, 3] SAME_HOME", "[4, 5] SAME_HOME", "[6, 7] SAME_HOME"]);
    assert_eq!(homes(&file), NOTHING, "nothing is taken while it could be six homes or three");
    let file = answered(&bytes, QuestionCode::SameHome, Choice::Merge);
    assert_eq!((wrong(&file), file.is_settled()), (vec![], true));
    assert_eq!(homes(&file), ["1栋1单元101", "1栋1单元102", "1栋1单元201"]);
    assert_eq!(counts(&file), (3, 25_510, 3));
    // The owner who was written twice is written once; other names are co-owners.
    assert_eq!(file.parties.iter().map(|party| party.owners.len()).collect::<Vec<_>>(), [2, 2, 1]);
    assert_eq!(answered(&bytes, QuestionCode::SameHome, Choice::Keep).units.len(), 6);
    assert_eq!(answered(&bytes, QuestionCode::SameHome, Choice::LeaveOut).units.len(), 0);
}

#[test]
fn an_entrance_that_was_merged_is_asked_about_and_makes_no_strangers_co_owners() {
    let bytes = field("04-merged-entrance.csv");
    let file = read_roll(&bytes);
    assert_eq!(asked(&file.questions), ["[3, 4] CELL_ABOVE", "[6, 7] CELL_ABOVE"]);
    assert_eq!((wrong(&file), counts(&file)), (vec![], (2, 17_900, 2)));
    let file = answered(&bytes, QuestionCode::CellAbove, Choice::AsAbove);
    assert_eq!((wrong(&file), file.is_settled()), (vec![], true));
    assert_eq!((counts(&file), file.totals().joint_parties), ((6, 51_020, 6), 0));
    assert_eq!((homes(&file)[2].as_str(), homes(&file)[5].as_str()), ("1栋1单元201", "1栋2单元201"));
}

#[test]
fn several_owners_in_one_cell_are_split_when_that_is_the_answer() {
    let bytes = field("06-joint-owners-one-cell.csv");
    let file = read_roll(&bytes);
    let code = "OWNERS_IN_ONE_CELL";
    assert_eq!(asked(&file.questions), [2, 3, 4, 5].map(|line| format!("[{line}] {code}")));
    assert_eq!((wrong(&file), homes(&file)), (vec![], vec!["1栋1单元301".to_owned()]));
    let file = answered(&bytes, QuestionCode::OwnersInOneCell, Choice::Split);
    // 林可一 of the first cell also has a home alone, under another number: one head of two persons, and one of one.
    let open: Vec<_> = file.questions.iter().filter(|question| question.answer.is_none()).cloned().collect();
    assert_eq!(asked(&open), ["[2, 6] PERSON_TWICE"]);
    let mut answers = file.answers.clone();
    answers.answer(&open[0].id, Choice::Merge);
    let file = yishi_sheets::roll::read_with(&bytes, &answers).unwrap();
    assert_eq!((file.is_settled(), counts(&file)), (true, (5, 40_730, 5)));
    assert_eq!((file.totals().joint_parties, file.people.len()), (4, 8));
    let kept = answered(&bytes, QuestionCode::OwnersInOneCell, Choice::Keep);
    assert_eq!((kept.people.len(), kept.totals().joint_parties), (5, 0));
}

#[test]
fn owners_joined_by_any_sign_or_word_are_asked_about_and_single_names_are_not() {
    let several = [
        "林可一，周可一",
        "林可一和周可一",
        "林可一与周可一",
        "林可一 周可一",
        "欧阳可一及周可",
        "林可一等2人",
        "林可一等",
    ];
    for name in several {
        let file = roll(&[&format!("1栋,1单元,101,住宅,89.50,A1,{name},")]);
        assert_eq!(asked(&file.questions), ["[2] OWNERS_IN_ONE_CELL"], "{name}");
    }
    let file = roll(&["1栋,1单元,101,住宅,89.50,A1,\"林可一\n周可一\","]);
    assert_eq!((asked(&file.questions), wrong(&file)), (vec!["[2] OWNERS_IN_ONE_CELL".to_owned()], vec![]));
    for name in ["李和平", "林与之", "和平", "张 伟", "买买提·艾力", "桂苑和谐置业有限公司", "Li Mei", "郑等"]
    {
        let file = roll(&[&format!("1栋,1单元,101,住宅,89.50,A1,{name},")]);
        let others = file.questions.iter().filter(|question| question.code == QuestionCode::OwnersInOneCell);
        assert_eq!(others.count(), usize::from(name == "郑等"), "{name}");
    }
}

#[test]
fn a_name_that_lost_characters_is_asked_about() {
    for name in ["07-lost-characters.csv", "07-lost-characters-gbk.csv"] {
        let file = read_roll(&field(name));
        assert_eq!((wrong(&file), homes(&file)), (vec![], vec![]), "{name}");
        let lines: Vec<u64> = file.questions.iter().map(|question| question.lines[0]).collect();
        assert!(file.questions.iter().all(|question| question.code == QuestionCode::CharactersLost));
        assert_eq!(lines, (2..=u64::try_from(file.rows).unwrap() + 1).collect::<Vec<_>>(), "{name}");
    }
    for name in ["桂苑？置业有限公司", "桂\u{fffd}置业有限公司", "林**", "林\u{e863}", "□可一"]
    {
        let row = format!("1栋,1单元,101,住宅,89.50,A1,{name},");
        assert_eq!(asked(&roll(&[&row]).questions), ["[2] CHARACTERS_LOST"], "{name}");
        let kept = answered(roll_text(&[&row]).as_bytes(), QuestionCode::CharactersLost, Choice::Keep);
        assert_eq!(kept.people[0].name, name);
    }
    for error in ["#NAME?", "#REF!", "########"] {
        let file = roll(&[&format!("1栋,1单元,101,住宅,89.50,A1,{error},")]);
        assert_eq!(
            (wrong(&file), asked(&file.questions)),
            (vec!["2 CELL_ERROR".to_owned()], vec![]),
            "{error}"
        );
    }
}

#[test]
fn numbers_that_a_spreadsheet_has_cut_are_problems_and_make_nobody_one_head() {
    let file = read_roll(&field("08-scientific-numbers.csv"));
    assert_eq!(wrong(&file), ["2 NUMBER_CUT", "2 NUMBER_CUT", "3 NUMBER_CUT", "3 NUMBER_CUT"]);
    assert_eq!(counts(&file).0, 2);
    assert_eq!(file.people[0].phone.as_deref(), Some("19900001003"), "a decimal point of nothing is no loss");
    assert_eq!(noticed(&file), ["5 PHONE_UNLIKELY"]);
    let file = read_roll(&field("08-rounded-ids.csv"));
    assert_eq!((wrong(&file), counts(&file).0), (vec!["2 NUMBER_CUT".into(), "3 NUMBER_CUT".into()], 0));
    // An apostrophe keeps a number whole; `.0` behind a long one comes too late.
    let file = roll(&[
        "1栋,1单元,101,住宅,89.50,'110101199001011234,林可一,",
        "1栋,1单元,102,住宅,89.50,110101199001011234.0,林可二,",
        "1栋,1单元,103,住宅,89.50,17.0,林可三,",
        "1栋,1单元,\"=\"\"106\"\"\",住宅,89.50,=\"0018\",林可六,",
        "1栋,1单元,104,住宅,8.95E+01,18,林可四,",
        "1.0E+00,1单元,105,住宅,89.50,19,林可五,",
    ]);
    assert_eq!(wrong(&file), ["3 NUMBER_CUT", "6 AREA_INVALID", "7 ROOM_CHANGED"]);
    let numbers: Vec<&str> = file.people.iter().map(|person| person.owner_no.as_str()).collect();
    assert_eq!(numbers, ["110101199001011234", "17", "0018"]);
}

#[test]
fn a_room_that_became_a_date_is_a_problem() {
    let file = read_roll(&field("09-room-became-date.csv"));
    assert_eq!(wrong(&file), [2, 3, 4, 5].map(|line| format!("{line} ROOM_CHANGED")));
    for part in ["Jan-02", "3-Mar-26", "2026-01-02", "2026-01-02 00:00:00", "2026.1.3", "5月", "12月31号"]
    {
        assert_eq!(
            wrong(&roll(&[&format!("1栋,1单元,{part},住宅,9,A1,林可一,")])),
            ["2 ROOM_CHANGED"],
            "{part}"
        );
        assert_eq!(wrong(&roll(&[&format!("{part},,1,住宅,9,A1,林可一,")])), ["2 ROOM_CHANGED"], "{part}");
    }
    for room in ["1-2", "1-2-301", "B1-03", "1/2", "101.0", "A月亮", "2-Janet", "10101"] {
        assert_eq!(wrong(&roll(&[&format!("1栋,1单元,{room},住宅,9,A1,林可一,")])), NOTHING, "{room}");
    }
}

#[test]
fn one_number_and_name_beside_two_phones_is_never_one_head_silently() {
    let bytes = field("10-number-restarts.csv");
    let file = read_roll(&bytes);
    assert_eq!((wrong(&file), asked(&file.questions)), (vec![], vec!["[2, 4] NUMBER_SHARED".to_owned()]));
    // 林可二 is the same everywhere.
    assert_eq!(counts(&file), (1, 15_220, 2));
    assert_eq!(counts(&answered(&bytes, QuestionCode::NumberShared, Choice::Merge)).0, 2);
    let apart = answered(&bytes, QuestionCode::NumberShared, Choice::Keep);
    assert_eq!((counts(&apart).0, apart.is_settled()), (3, true));
    let numbers: Vec<&str> = apart.people.iter().map(|person| person.owner_no.as_str()).collect();
    assert_eq!(numbers, ["1~19900001001", "2", "1~19900001003"]);
}

#[test]
fn one_person_or_company_under_two_numbers_is_one_head_or_two_by_answer() {
    let bytes = field("11-one-person-two-numbers.csv");
    let file = read_roll(&bytes);
    assert_eq!(
        (wrong(&file), asked(&file.questions)),
        (vec![], vec!["[2, 3] PERSON_TWICE".into(), "[4, 5] PERSON_TWICE".into()])
    );
    let one = answered(&bytes, QuestionCode::PersonTwice, Choice::Merge);
    assert_eq!((counts(&one), one.is_settled()), ((2, 33_120, 4), true));
    assert_eq!((one.people[0].owner_no.as_str(), one.people[0].also.clone()), ("A1", vec!["A2".to_owned()]));
    assert_eq!(counts(&answered(&bytes, QuestionCode::PersonTwice, Choice::Keep)).0, 4);
    // Spaces, brackets of another width and the country's code make no other person; another phone does.
    let file = roll(&[
        "1栋,1单元,101,住宅,9,A1,林 可一,+86 199-0000-1001",
        "1栋,1单元,102,住宅,9,A2,林可一,19900001001",
        "1栋,1单元,103,住宅,9,A3,林可一,19900001009",
        "1栋,1单元,104,住宅,9,A4,桂苑（北京）公司,1",
        "1栋,1单元,105,住宅,9,A5,桂苑(北京)公司,2",
        "1栋,1单元,106,住宅,9,007,周可一,",
        "1栋,1单元,107,住宅,9,7,周可一,",
    ]);
    assert_eq!(asked(&file.questions), ["[2, 3] PERSON_TWICE", "[5, 6] PERSON_TWICE", "[7, 8] PERSON_TWICE"]);
}

#[test]
fn a_header_is_found_below_titles_and_rows_that_add_up_are_named_and_no_homes() {
    let file = read_roll(&field("12-title-and-total.csv"));
    assert_eq!((wrong(&file), asked(&file.questions), counts(&file)), (vec![], vec![], (1, 8950, 1)));
    assert_eq!(file.units[0].line, 3);
    let file = read_roll(&field("12-total-row-full.csv"));
    assert_eq!((wrong(&file), asked(&file.questions), counts(&file)), (vec![], vec![], (2, 16_560, 2)));
    assert_eq!(noticed(&file), ["4 TOTAL_ROW"]);
    // Subtotals of buildings, several titles, the header printed again on the next page.
    let text = format!(
        "桂苑小区,,,,,,,\n制表：物业,,,,,,,\n\n{}\n1栋,1单元,101,住宅,9,A1,林可一,\n1栋小计,,1户,住宅,9,,,\n{}\n2栋,1单元,101,住宅,9,A2,林可二,\n 小 计 ：,,,,9,,,\n总计,,,,18,,,\n",
        crate::ROLL,
        crate::ROLL
    );
    let file = read_roll(text.as_bytes());
    assert_eq!((wrong(&file), counts(&file), file.rows), (vec![], (2, 1800, 2), 2));
    assert_eq!(noticed(&file), ["6 TOTAL_ROW", "9 TOTAL_ROW", "10 TOTAL_ROW"]);
}

#[test]
fn kinds_that_never_count_are_listed_and_no_advice_makes_them_count() {
    use UnitKind::{CivilDefence, Communal, Dwelling, Parking, Storage};
    let file = read_roll(&field("13-other-kinds.csv"));
    assert_eq!((wrong(&file), asked(&file.questions), counts(&file)), (vec![], vec![], (2, 16_560, 2)));
    let kinds: Vec<UnitKind> = file.units.iter().map(|unit| unit.kind).collect();
    assert_eq!(kinds, [Dwelling, Storage, CivilDefence, Communal, Dwelling, Parking]);
    let totals = file.totals();
    assert_eq!((totals.uncounted_units, totals.uncounted_area_c), (3, 94_620));
    let file = roll(&["1栋,1单元,101,地窖,6.20,A1,林可一,"]);
    let advice = &file.problems[0].detail;
    assert!(
        zh(advice).contains("不计票的照实写：储藏室") && en(advice).contains("never count"),
        "{advice:?}"
    );
    // Listed as a home by its kind, and a storage room by its name.
    let bytes = roll_text(&["1栋,1单元,储藏室3,住宅,6.20,A1,林可一,"]);
    assert_eq!(asked(&read_roll(bytes.as_bytes()).questions), ["[2] KIND_DOUBTFUL"]);
    assert_eq!(answered(bytes.as_bytes(), QuestionCode::KindDoubtful, Choice::LeaveOut).units, []);
}

#[test]
fn common_spellings_of_headers_are_known_and_others_are_named() {
    let file = read_roll(&field("19-header-line-break.csv"));
    assert_eq!((wrong(&file), asked(&file.questions), counts(&file)), (vec![], vec![], (1, 8950, 1)));
    let bytes = field("19-header-spellings.csv");
    let file = read_roll(&bytes);
    // 序号 counts rows, as a rule.
    assert_eq!((wrong(&file), asked(&file.questions)), (vec![], vec!["[1] NUMBERS_ARE_ROWS".to_owned()]));
    assert_eq!((counts(&file), file.people[0].phone.as_deref()), ((1, 8950, 1), Some("19900001001")));
    assert!(answered(&bytes, QuestionCode::NumbersAreRows, Choice::Keep).is_settled());
    // In two languages: the second is no home.
    let text = format!(
        "{}\nbuilding,entrance,room,kind,area,owner_no,owner_name,phone\n1栋,1单元,1,住宅,9,A1,林可一,\n",
        crate::ROLL
    );
    assert_eq!((wrong(&read_roll(text.as_bytes())), read_roll(text.as_bytes()).rows), (vec![], 1));
    let error = yishi_sheets::roll::read("楼栋,室号,用途,面积（亩）,编号,姓名\n1,1,住宅,1,1,林\n".as_bytes());
    let error = error.unwrap_err().sentence();
    let error = zh(&error);
    assert!(error.contains("专有部分面积") && error.contains("“面积（亩）”"), "{error}");
}

#[test]
fn parties_are_the_same_however_their_home_is_spelt() {
    let file = roll(&["1栋,壹单元,１０１,住宅,9,A1,林可一,", "1幢,1单元,102,住宅,9,A1,林可一,"]);
    assert_eq!((wrong(&file), asked(&file.questions)), (vec![], vec![]));
    assert_eq!(file.parties, [FileParty { owners: vec![0], representative: None }]);
    assert_eq!((file.scopes.len(), homes(&file)[1].as_str()), (3, "1栋壹单元102"));
}
