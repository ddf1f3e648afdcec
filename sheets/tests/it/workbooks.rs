//! Workbooks as spreadsheets write them.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use yishi_sheets::Encoding;
use yishi_sheets::ledger;
use yishi_sheets::roll::read;

use crate::{LEDGER, ROLL, asked, counts, homes, money_in_and_out, noticed, read_roll, wrong, wrong_lines};

/// Writes a row; what is a plain number is one, everything else text.
fn write(sheet: &mut Worksheet, row: u32, cells: &str) {
    for (column, cell) in (0_u16..).zip(cells.split(',')) {
        match cell.parse::<f64>() {
            _ if cell.is_empty() => {}
            Ok(number) => _ = sheet.write_number(row, column, number).unwrap(),
            Err(_) => _ = sheet.write_string(row, column, cell).unwrap(),
        }
    }
}

fn fill(sheet: &mut Worksheet, rows: &[&str]) {
    for (row, cells) in (0..).zip(rows) {
        write(sheet, row, cells);
    }
}

/// A workbook of one sheet with these rows.
pub(crate) fn workbook(rows: &[&str]) -> Vec<u8> {
    written(|sheet| fill(sheet, rows))
}

fn written(write: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    write(workbook.add_worksheet());
    workbook.save_to_buffer().unwrap()
}

#[test]
fn numbers_and_numbers_kept_as_text_read_the_same() {
    let rows = [
        ROLL,
        "1栋,1单元,101,住宅,89.5,17,林可一,19900001001",
        "1栋,1单元,102,住宅,76.1,18,林可二,19900001002",
    ];
    let as_text = written(|sheet| {
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells.split(',')) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
    });
    let (numbers, texts) = (read_roll(&workbook(&rows)), read_roll(&as_text));
    assert_eq!(
        (wrong(&numbers), asked(&numbers.questions), counts(&numbers)),
        (vec![], vec![], (2, 16_560, 2))
    );
    assert!(numbers == texts, "{numbers:?}");
    assert_eq!((numbers.encoding, numbers.units[0].line), (Encoding::Workbook, 2));
    assert_eq!(
        (numbers.people[0].owner_no.as_str(), numbers.people[0].phone.as_deref()),
        ("17", Some("19900001001"))
    );
}

#[test]
fn cells_hold_binary_fractions_and_are_read_as_what_the_sheet_shows() {
    let areas = [
        ("89.499999999999996", 8950),
        ("0.30000000000000004", 30),
        ("76.1", 7610),
        ("1089.5", 108_950),
        ("12345.67", 1_234_567),
    ];
    for (area, area_c) in areas {
        let file = read_roll(&workbook(&[ROLL, &format!("1栋,1单元,101,住宅,{area},A1,林可一,")]));
        assert_eq!((asked(&file.questions), file.units[0].area_c), (vec![], area_c), "{area}");
    }
    for area in ["89.0857", "89.085700000000003", "0.1234567890123"] {
        let file = read_roll(&workbook(&[ROLL, &format!("1栋,1单元,101,住宅,{area},A1,林可一,")]));
        assert_eq!(asked(&file.questions), ["[2] AREA_INEXACT"], "{area}");
    }
    let bytes = workbook(&[
        LEDGER,
        "1,2026-01-05,支出,零星维修,换灯,-1234.4999999999998,,",
        "2,2026-01-05,支出,零星维修,换灯,-0.1234,,",
    ]);
    let file = ledger::read(&bytes);
    assert_eq!(
        (money_in_and_out(&file), wrong_lines(&file)),
        ((0, 123_450), vec!["3 AMOUNT_DECIMALS".to_owned()])
    );
}

#[test]
fn merged_parts_of_an_address_belong_to_every_row_that_they_reach() {
    let rows = [
        ROLL,
        ",,101,住宅,89.5,A1,林可一,",
        ",,102,住宅,76.1,A2,林可二,",
        ",,,,,A3,周可二,",
        ",,201,住宅,89.5,A4,林可四,",
    ];
    let bytes = written(|sheet| {
        fill(sheet, &rows);
        let plain = Format::new();
        sheet.merge_range(1, 0, 4, 0, "1栋", &plain).unwrap();
        sheet.merge_range(1, 1, 4, 1, "1单元", &plain).unwrap();
        for (column, value) in [(2, "102"), (3, "住宅"), (4, "76.10")] {
            sheet.merge_range(2, column, 3, column, value, &plain).unwrap();
        }
    });
    let file = read_roll(&bytes);
    assert_eq!((wrong(&file), asked(&file.questions)), (vec![], vec![]));
    assert_eq!((counts(&file), file.totals().joint_parties), ((3, 25_510, 3), 1));
    assert_eq!(homes(&file), ["1栋1单元101", "1栋1单元102", "1栋1单元201"]);
}

#[test]
fn an_area_merged_over_two_homes_is_missing_in_the_second_and_a_merged_owner_is_asked_about() {
    let rows = [ROLL, "1栋,1单元,101,住宅,,A1,林可一,", "1栋,1单元,102,住宅,,A2,林可二,"];
    let bytes = written(|sheet| {
        fill(sheet, &rows);
        sheet.merge_range(1, 4, 2, 4, "165.60", &Format::new()).unwrap();
    });
    assert_eq!(wrong(&read_roll(&bytes)), ["3 AREA_MISSING"]);
    let rows = [ROLL, "1栋,1单元,101,住宅,9,,,", "1栋,1单元,102,住宅,9,,,"];
    let bytes = written(|sheet| {
        fill(sheet, &rows);
        sheet.merge_range(1, 5, 2, 5, "A1", &Format::new()).unwrap();
        sheet.merge_range(1, 6, 2, 6, "林可一", &Format::new()).unwrap();
    });
    assert_eq!(asked(&read_roll(&bytes).questions), ["[3] CELL_ABOVE"]);
}

#[test]
fn days_are_days_in_a_date_column_and_a_room_that_became_one_is_a_problem() {
    let format = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    let day = ExcelDateTime::from_ymd(2026, 1, 5).unwrap();
    let bytes = written(|sheet| {
        fill(sheet, &[LEDGER, "1,,支出,零星维修,换灯,-5,,", "2,46027,支出,零星维修,换锁,-6,,"]);
        sheet.write_datetime_with_format(1, 1, &day, &format).unwrap();
    });
    let file = ledger::read(&bytes);
    assert_eq!((file.lines[0].line.day, wrong_lines(&file)), (20_458, vec!["3 DATE_FORM".to_owned()]));
    let bytes = written(|sheet| {
        fill(sheet, &[ROLL, "1栋,1单元,,住宅,9,A1,林可一,"]);
        sheet.write_datetime_with_format(1, 2, &day, &format).unwrap();
    });
    assert_eq!(wrong(&read_roll(&bytes)), ["2 ROOM_CHANGED"]);
}

#[test]
fn long_numbers_in_number_cells_have_lost_their_end() {
    for number in ["110101199001011234", "1234567890123456"] {
        let bytes = workbook(&[ROLL, &format!("1栋,1单元,101,住宅,9,{number},林可一,")]);
        assert_eq!(wrong(&read_roll(&bytes)), ["2 NUMBER_CUT"], "{number}");
    }
    let bytes = written(|sheet| {
        fill(sheet, &[ROLL, "1栋,1单元,101,住宅,9,,林可一,"]);
        sheet.write_string(1, 5, "110101199001011234").unwrap();
    });
    assert_eq!(read_roll(&bytes).people[0].owner_no, "110101199001011234");
}

#[test]
fn a_hidden_total_is_named_and_titles_stand_above() {
    let rows = ["桂苑小区业主名册", "", ROLL, "1栋,1单元,101,住宅,89.5,A1,林可一,", "合计,,1,住宅,89.5,,,"];
    let bytes = written(|sheet| {
        fill(sheet, &rows);
        sheet.set_row_hidden(4).unwrap();
        // A note far outside is no part of the table.
        sheet.write_string(1_000_000, 16_000, "备注").unwrap();
    });
    let file = read_roll(&bytes);
    assert_eq!(
        (wrong(&file), noticed(&file), counts(&file)),
        (vec![], vec!["5 TOTAL_ROW".to_owned()], (1, 8950, 1))
    );
    assert_eq!(file.units[0].line, 4);
}

#[test]
fn the_sheet_with_the_header_is_read_and_two_such_sheets_are_named() {
    let rows = [ROLL, "1栋,1单元,101,住宅,89.5,A1,林可一,"];
    let several = |filled: &[&str]| {
        let mut workbook = Workbook::new();
        for name in ["说明", "名册", "旧名册"] {
            let sheet = workbook.add_worksheet().set_name(name).unwrap();
            let rows: &[&str] = if filled.contains(&name) { &rows } else { &[ROLL] };
            fill(sheet, if name == "说明" { &["请先看这里", "一共三张表"] } else { rows });
        }
        workbook.save_to_buffer().unwrap()
    };
    // An empty form is no second roll.
    assert_eq!(counts(&read_roll(&several(&["名册"]))), (1, 8950, 1));
    let error = read(&several(&["名册", "旧名册"])).unwrap_err();
    assert_eq!(error.code(), "SHEETS_AMBIGUOUS");
    assert!(crate::said::zh(&error.sentence()).contains("“名册”、“旧名册”"), "{error}");
    assert_eq!(wrong_lines(&ledger::read(&several(&["名册"]))), ["1 HEADER_MISSING"]);
}

#[test]
fn formulas_say_what_they_last_gave_and_nothing_if_nothing() {
    let area = |result: &str| {
        written(|sheet| {
            fill(sheet, &[ROLL, "1栋,1单元,101,住宅,,A1,林可一,"]);
            sheet.write_formula(1, 4, Formula::new("=80+9.5").set_result(result)).unwrap();
        })
    };
    assert_eq!(read_roll(&area("89.5")).units[0].area_c, 8950);
    assert_eq!(wrong(&read_roll(&area("#REF!"))), ["2 CELL_ERROR"]);
    assert_eq!(wrong(&read_roll(&area(" "))), ["2 AREA_MISSING"]);
}

#[test]
fn a_formula_that_nothing_has_computed_is_an_empty_cell() {
    let sheet = crate::by_hand::sheet(&[
        &crate::by_hand::texts(ROLL),
        &format!(
            "{}<c r=\"E2\"><f>80+9.5</f></c>{}",
            crate::by_hand::texts("1栋,1单元,101,住宅"),
            crate::by_hand::texts_from("F2", "A1,林可一")
        ),
    ]);
    assert_eq!(wrong(&read_roll(&crate::by_hand::workbook("", &sheet))), ["2 AREA_MISSING"]);
}

#[test]
fn days_are_counted_from_1904_where_the_workbook_says_so() {
    let row = |serial: u32| {
        format!(
            "<c><v>1</v></c><c s=\"1\"><v>{serial}</v></c>{}<c><v>-5</v></c>",
            crate::by_hand::texts("支出,零星维修,换灯")
        )
    };
    for (properties, serial) in [("", 46_027), ("<workbookPr date1904=\"1\"/>", 44_565)] {
        let sheet = crate::by_hand::sheet(&[&crate::by_hand::texts(LEDGER), &row(serial)]);
        let file = ledger::read(&crate::by_hand::workbook(properties, &sheet));
        assert_eq!((wrong_lines(&file), file.lines[0].line.day), (vec![], 20_458), "{properties}");
    }
}

#[test]
fn a_workbook_that_is_none_is_refused_with_advice() {
    let whole = workbook(&[ROLL, "1栋,1单元,101,住宅,89.5,A1,林可一,"]);
    for bytes in [&whole[..whole.len() / 2], b"PK\x03\x04", b"PK\x05\x06"] {
        assert_eq!(read(bytes).unwrap_err().code(), "FILE_WORKBOOK");
    }
    assert_eq!(read(&workbook(&[])).unwrap_err().code(), "FILE_EMPTY");
    assert_eq!(wrong_lines(&ledger::read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")), ["1 FILE_OLD_WORKBOOK"]);
}
