//! Variants of the worked votes, and case files that are wrong.
//!
//! The base cases are those of `tests/vectors/tally.json`; figures are worked by hand.

use serde_json::{Value, json};
use yishi_casefile::{Case, CaseFile, Verdict, run};
use yishi_protocol::count::Setting;
use yishi_protocol::rejection::Code;

const TALLY: &str = include_str!("../vectors/tally.json");

fn base(id: &str) -> Value {
    let file: Value = serde_json::from_str(TALLY).unwrap();
    let vectors = file["vectors"].as_array().unwrap();
    vectors.iter().find(|vector| vector["case"]["id"] == id).unwrap()["case"].clone()
}

fn verdict(case: &Value) -> Verdict {
    run(&serde_json::from_value::<Case>(case.clone()).unwrap()).unwrap()
}

fn result(case: &Value) -> Value {
    verdict(case).result.to_json()
}

fn ballot(case: &mut Value, seq: u64) -> &mut Value {
    let ballots = case["ballots"].as_array_mut().unwrap();
    ballots.iter_mut().find(|ballot| ballot["seq"] == seq).unwrap()
}

fn weight(heads: u64, area: u64) -> Value {
    json!({ "heads": heads, "area": area })
}

#[test]
fn with_a_conformity_clause_the_silent_follow_the_majority() {
    let mut case = base("E1");
    case["rules"]["conformity"] = true.into();
    let result = result(&case);
    assert_eq!(result["outcome"], "Passed");
    assert_eq!(result["participating"], weight(11, 132_326));
    assert_eq!(result["yes"], weight(8, 85_251));
    assert_eq!(result["conformed"], weight(3, 31_302));
}

#[test]
fn where_no_side_leads_in_both_the_silent_follow_nobody_but_are_reported() {
    let mut case = base("E1");
    case["rules"]["conformity"] = true.into();
    for seq in [5, 6, 10] {
        ballot(&mut case, seq)["choice"] = "no".into();
    }
    // For: P01, P02, 2 heads, 284.17 m². Against: P03, P04, P05, P11, 4 heads, 458.78 m²: against leads.
    let led = result(&case);
    assert_eq!(led["no"], weight(7, 45_878 + 31_302));
    ballot(&mut case, 9)["choice"] = "yes".into();
    // For: 3 heads, 487.63 m². Against: 3 heads, 255.32 m²: equal heads.
    let tied = result(&case);
    assert_eq!((&tied["yes"], &tied["no"]), (&weight(3, 48_763), &weight(3, 25_532)));
    assert_eq!(tied["conformed"], weight(3, 31_302));
    assert_eq!(tied["participating"], weight(8, 101_024));
}

#[test]
fn parking_counts_only_where_the_rules_say_so() {
    let mut case = base("E1");
    case["rules"]["parking_counts"] = true.into();
    let result = result(&case);
    assert_eq!(result["roll"], weight(12, 152_786));
    assert_eq!(result["outcome"], "QuorumNotMet");
    assert_eq!(result["checks"]["quorum_area"], json!([false, "3*101024=303072 < 2*152786=305572"]));
    let sensitive = verdict(&base("E1")).sensitive;
    assert!(sensitive.contains(&Setting::ParkingCounts), "{sensitive:?}");
}

#[test]
fn a_party_with_nothing_but_parking_is_not_on_the_roll() {
    let mut case = base("E1");
    let units = case["units"].as_array_mut().unwrap();
    units.push(json!({ "id": "B1-08", "area": 1250, "party": "P13", "kind": "parking" }));
    case["ballots"].as_array_mut().unwrap().push(json!({
        "seq": 12, "at": "2026-04-01T12:00", "party": "P13", "channel": "online", "choice": "yes", "by": "owner"
    }));
    let trail = result(&case)["trail"].clone();
    assert!(trail.as_array().unwrap().contains(&json!([12, "P13", "rejected", "NOT_ON_ROLL"])));
}

#[test]
fn storage_shelters_and_communal_rooms_never_count_whatever_the_rules_say() {
    for kind in ["storage", "civil-defence", "communal"] {
        for parking_counts in [false, true] {
            let mut case = base("E1");
            case["rules"]["parking_counts"] = parking_counts.into();
            let before = result(&case)["roll"].clone();
            let units = case["units"].as_array_mut().unwrap();
            units.push(json!({ "id": "B1-08", "area": 620, "party": "P1", "kind": kind }));
            units.push(json!({ "id": "B1-09", "area": 82_000, "party": "P99", "kind": kind }));
            assert_eq!(result(&case)["roll"], before, "{kind}");
        }
    }
}

#[test]
fn half_the_heads_is_not_more_than_half() {
    let mut case = base("E1");
    ballot(&mut case, 9)["choice"] = "yes".into();
    for seq in [5, 10] {
        ballot(&mut case, seq)["choice"] = "no".into();
    }
    let result = result(&case);
    assert_eq!(result["outcome"], "NotPassed");
    assert_eq!(result["checks"]["consent_heads"], json!([false, "2*4=8 <= 1*8=8"]));
    assert_eq!(result["checks"]["consent_area"], json!([true, "2*57700=115400 > 1*101024=101024"]));
}

#[test]
fn a_hundredth_of_a_square_metre_turns_a_special_vote() {
    let mut case = base("E2");
    let unit = case["units"].as_array_mut().unwrap().iter_mut().find(|unit| unit["id"] == "501").unwrap();
    unit["area"] = 9076.into();
    let result = result(&case);
    assert_eq!(result["outcome"], "NotPassed");
    assert_eq!(result["checks"]["consent_area"], json!([false, "4*54086=216344 < 3*72115=216345"]));
}

#[test]
fn an_election_turns_on_whether_invalid_papers_take_part() {
    let mut case = base("E3");
    assert!(verdict(&case).sensitive.contains(&Setting::InvalidCountsAsParticipation));
    case["rules"]["invalid_counts_as_participation"] = true.into();
    let result = result(&case);
    assert_eq!(result["participating"]["heads"], 11);
    assert_eq!(result["participating"]["area"], 132_411);
    assert_eq!(result["elected"], json!(["A", "C", "B", "D"]));
    assert_eq!(result["outcome"], "ElectionPartial");
}

#[test]
fn an_election_turns_on_one_paper_that_is_lost() {
    let mut case = base("E3");
    case["ballots"].as_array_mut().unwrap().retain(|ballot| ballot["seq"] != 13);
    let result = result(&case);
    assert_eq!(result["elected"], json!(["A", "C", "D", "B", "G"]));
    assert_eq!(result["alternates"], json!([]));
}

#[test]
fn too_many_marks_make_a_paper_invalid_even_if_nobody_noted_it() {
    let mut case = base("E3");
    let noted = result(&case);
    ballot(&mut case, 12).as_object_mut().unwrap().remove("invalid");
    assert_eq!(result(&case), noted);
}

/// Four homes of equal area elect one of two.
fn tied_election() -> Value {
    let unit = |party: &str| json!({ "id": party, "area": 5000, "party": party, "kind": "dwelling" });
    let ballot = |seq: u64, party: &str, marks: &[&str]| json!({ "seq": seq, "at": "2026-06-02T09:00", "party": party, "channel": "online", "by": "owner", "marks": marks });
    json!({
        "id": "tie", "type": "election", "seats": 1, "candidates": ["B", "A", "C"],
        "open": "2026-06-01T00:00", "close": "2026-06-30T24:00",
        "units": [unit("1"), unit("2"), unit("3"), unit("4")],
        "ballots": [ballot(1, "1", &["A"]), ballot(2, "2", &["A"]), ballot(3, "3", &["B"]), ballot(4, "4", &["B"])],
    })
}

#[test]
fn equals_for_the_last_seat_draw_lots_and_no_program_chooses() {
    let mut case = tied_election();
    assert_eq!(result(&case)["outcome"], "ElectionFailed", "2 of 4 is not more than half");
    case["seats"] = 2.into();
    case["candidates"] = json!(["B", "A", "C"]);
    for (seq, marks) in [(1, ["A", "B"]), (2, ["A", "C"]), (3, ["B", "C"]), (4, ["C", "A"])] {
        ballot(&mut case, seq)["marks"] = json!(marks);
    }
    // A and C have three of four each, B two: two seats, no tie at the edge.
    assert_eq!(result(&case)["elected"], json!(["A", "C"]));
    case["seats"] = 1.into();
    for (seq, mark) in [(1, "A"), (2, "A"), (3, "A"), (4, "A")] {
        ballot(&mut case, seq)["marks"] = json!([mark]);
    }
    assert_eq!(result(&case)["outcome"], "ElectionFilled");
    case["seats"] = 2.into();
    for (seq, marks) in [(1, ["A", "B"]), (2, ["B", "C"]), (3, ["A", "C"]), (4, ["A", "B"])] {
        ballot(&mut case, seq)["marks"] = json!(marks);
    }
    case["seats"] = 3.into();
    for (seq, marks) in
        [(1, ["A", "B", "C"]), (2, ["A", "B", "C"]), (3, ["A", "B", "C"]), (4, ["A", "B", "C"])]
    {
        ballot(&mut case, seq)["marks"] = json!(marks);
    }
    assert_eq!(result(&case)["elected"], json!(["A", "B", "C"]), "enough seats for all equals");
    case["candidates"] = json!(["A", "B", "C", "D"]);
    for seq in 1..=4 {
        ballot(&mut case, seq)["marks"] = json!(["A", "C", "D"]);
    }
    ballot(&mut case, 4)["marks"] = json!(["A", "B"]);
    ballot(&mut case, 3)["marks"] = json!(["A", "B"]);
    ballot(&mut case, 2)["marks"] = json!(["A", "B"]);
    case["seats"] = 3.into();
    let clear = result(&case);
    assert_eq!((&clear["elected"], &clear["lot"]), (&json!(["A", "B"]), &json!([])));
}

#[test]
fn a_tie_at_the_edge_names_everyone_in_it() {
    let mut case = tied_election();
    case["seats"] = 2.into();
    let marks = [json!(["A", "B"]), json!(["A", "B"]), json!(["A", "C"]), json!(["C", "B"])];
    for (seq, marks) in (1..).zip(marks) {
        ballot(&mut case, seq)["marks"] = marks;
    }
    // A and B have three each, C two of four, which is not more than half.
    assert_eq!(result(&case)["elected"], json!(["A", "B"]));
    case["seats"] = 1.into();
    for (seq, mark) in [(1, "A"), (2, "A"), (3, "A"), (4, "A")] {
        ballot(&mut case, seq)["marks"] = json!([mark]);
    }
    case["seats"] = 2.into();
    let all = [json!(["A", "B"]), json!(["A", "C"]), json!(["A", "B"]), json!(["C", "B"])];
    for (seq, marks) in (1..).zip(all) {
        ballot(&mut case, seq)["marks"] = marks;
    }
    case["units"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "5", "area": 5000, "party": "5", "kind": "dwelling" }));
    let fifth = json!({ "seq": 5, "at": "2026-06-02T09:00", "party": "5", "channel": "paper", "by": "owner", "marks": ["C"] });
    case["ballots"].as_array_mut().unwrap().push(fifth);
    // A, B and C have three of five each, for two seats.
    let tied = result(&case);
    assert_eq!(tied["outcome"], "LotRequired");
    assert_eq!(tied["lot"], json!(["A", "B", "C"]));
    assert_eq!((&tied["elected"], &tied["alternates"]), (&json!([]), &json!([])));
}

#[test]
fn below_the_quorum_nobody_is_elected() {
    let mut case = tied_election();
    case["ballots"].as_array_mut().unwrap().truncate(2);
    let result = result(&case);
    assert_eq!(result["outcome"], "QuorumNotMet");
    assert_eq!(result["elected"], json!([]));
    assert_eq!(
        result["candidates"][0],
        json!({ "candidate": "A", "heads": 2, "area": 10_000, "qualified": true })
    );
}

#[test]
fn what_is_wrong_with_a_case_is_said() {
    type Bend<'a> = &'a dyn Fn(&mut Value);
    let wrong: &[(&str, Bend<'_>)] = &[
        ("ballot 1: \"yesterday\" is not a time", &|case| ballot(case, 1)["at"] = "yesterday".into()),
        ("\"2026-02-30T00:00\" is not a time", &|case| case["open"] = "2026-02-30T00:00".into()),
        ("before it opens", &|case| case["close"] = "2026-01-01T00:00".into()),
        ("ballot 1 stands twice", &|case| ballot(case, 2)["seq"] = 1.into()),
        ("unit \"1-101\" has no area", &|case| case["units"][0]["area"] = 0.into()),
        ("unit \"1-101\" stands twice", &|case| case["units"][1]["id"] = "1-101".into()),
        ("neither a choice nor a reason", &|case| ballot(case, 1)["choice"] = Value::Null),
        ("expected owner, coowner:NAME or proxy:NAME", &|case| ballot(case, 1)["by"] = "cousin".into()),
        ("expected owner, coowner:NAME or proxy:NAME", &|case| ballot(case, 1)["by"] = "proxy:".into()),
        ("nobody could vote", &|case| case["units"] = json!([])),
    ];
    for (expected, change) in wrong {
        let mut case = base("E1");
        change(&mut case);
        let said = run(&serde_json::from_value(case).unwrap()).unwrap_err();
        assert_eq!(said.code, Code::CaseInvalid);
        assert!(said.to_string().contains(expected), "{said} should contain {expected}");
    }
}

#[test]
fn what_is_wrong_with_a_case_file_is_said() {
    let file = |case: Value| json!({ "vectors": [{ "case": case }] }).to_string();
    let wrong = [
        ("line 1", "{".to_owned()),
        ("missing field `vectors`", "{}".to_owned()),
        ("area_unit \"m2\"", json!({ "area_unit": "m2", "vectors": [] }).to_string()),
        ("unknown field `quorum`", {
            let mut case = base("E1");
            case["rules"]["quorum"] = "1/2".into();
            file(case)
        }),
        ("unknown variant `maybe`", {
            let mut case = base("E1");
            ballot(&mut case, 1)["choice"] = "maybe".into();
            file(case)
        }),
        ("-1", {
            let mut case = base("E1");
            case["units"][0]["area"] = (-1).into();
            file(case)
        }),
        ("89.37", {
            let mut case = base("E1");
            case["units"][0]["area"] = json!(89.37);
            file(case)
        }),
    ];
    for (expected, text) in wrong {
        let said = CaseFile::read(text.as_bytes()).unwrap_err();
        assert_eq!(said.code, Code::CaseInvalid);
        assert!(said.to_string().contains(expected), "{said} should contain {expected}");
    }
}

/// What a strict reader would also have taken at a place, by what it says of a field that it does not know.
fn known_fields(place: &str) -> Vec<String> {
    let mut file = json!({ "vectors": [{ "case": base("E1") }] });
    *file.pointer_mut(place).unwrap() = json!({ "?": 0 });
    let said = CaseFile::read(file.to_string().as_bytes()).unwrap_err().to_string();
    let (_, expected) = said.split_once("unknown field `?`, expected").unwrap();
    expected.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_specification_says_every_field_of_a_case_file() {
    let spec = crate::tidy::read("protocol/SPEC.md");
    let table = spec.split("<!-- case: fields -->").nth(1).unwrap();
    let table = table.split("<!-- end of case -->").next().unwrap();
    let objects = [
        ("file", ""),
        ("vector", "/vectors/0"),
        ("case", "/vectors/0/case"),
        ("rules", "/vectors/0/case/rules"),
        ("unit", "/vectors/0/case/units/0"),
        ("mandate", "/vectors/0/case/mandates/0"),
        ("ballot", "/vectors/0/case/ballots/0"),
    ];
    for (object, place) in objects {
        let rows = table.lines().filter_map(|line| line.strip_prefix(&format!("| {object} | ")));
        let cells = rows.filter_map(|row| row.split(" | ").next());
        let mut told: Vec<_> = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
        let mut known = known_fields(place);
        told.sort_unstable();
        known.sort_unstable();
        assert_eq!(told, known, "{object}");
    }
}
