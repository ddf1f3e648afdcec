//! Who of one import is who of the next.

use std::collections::BTreeMap;

use yishi_sheets::roll::{KnownPerson, Matching, RollFile, identify};
use yishi_sheets::{Answers, Choice};

use crate::{asked, field, read_roll, roll};

type Known = BTreeMap<String, Option<KnownPerson>>;

/// What an import of a roll writes down.
fn written(file: &RollFile) -> Known {
    file.people.iter().map(|person| (person.owner_no.clone(), Some(KnownPerson::of(person)))).collect()
}

fn next(known: &Known, rows: &[&str]) -> Matching {
    identify(&roll(rows).people, known, &Answers::default())
}

fn known_as(matching: &Matching) -> Vec<Option<&str>> {
    matching.known_as.iter().map(Option::as_deref).collect()
}

const FIRST: [&str; 2] =
    ["1栋,1单元,101,住宅,9,00001,林可一,19900001001", "1栋,1单元,102,住宅,9,00002,林可二,"];

#[test]
fn numbers_that_lost_their_zeros_are_the_same_people() {
    let known = written(&read_roll(&field("20-zeros-first.csv")));
    let second = read_roll(&field("20-zeros-second.csv"));
    let matching = identify(&second.people, &known, &Answers::default());
    assert_eq!(
        (known_as(&matching), asked(&matching.questions)),
        (vec![Some("00001"), Some("00002")], vec![])
    );
}

#[test]
fn a_lost_zero_with_another_name_or_phone_is_a_question() {
    let known = written(&roll(&FIRST));
    let rows = ["1栋,1单元,101,住宅,9,1,林可一,19900009999", "1栋,1单元,102,住宅,9,2,周可二,"];
    let matching = next(&known, &rows);
    assert_eq!(asked(&matching.questions), ["[2] NUMBER_REWRITTEN", "[3] NUMBER_REWRITTEN"]);
    assert_eq!(known_as(&matching), [None, None]);
    let mut answers = Answers::default();
    answers.answer(&matching.questions[0].id, Choice::Merge);
    answers.answer(&matching.questions[1].id, Choice::Keep);
    let matching = identify(&roll(&rows).people, &known, &answers);
    assert_eq!(known_as(&matching), [Some("00001"), None]);
    assert!(yishi_sheets::settled(&matching.questions));
}

#[test]
fn a_number_that_somebody_else_had_is_a_question() {
    let known = written(&roll(&FIRST));
    let same =
        next(&known, &["1栋,1单元,101,住宅,9,00001,林 可一,", "1栋,1单元,102,住宅,9,00002,林可二,199"]);
    assert_eq!((known_as(&same), asked(&same.questions)), (vec![Some("00001"), Some("00002")], vec![]));
    let other = next(
        &known,
        &["1栋,1单元,101,住宅,9,00001,周可一,19900001001", "1栋,1单元,102,住宅,9,00003,林可三,"],
    );
    assert_eq!(
        (asked(&other.questions), known_as(&other)),
        (vec!["[2] NUMBER_REUSED".to_owned()], vec![None, None])
    );
}

#[test]
fn a_person_who_was_numbered_anew_is_a_question_and_a_stranger_is_new() {
    let known = written(&roll(&FIRST));
    let matching =
        next(&known, &["1栋,1单元,101,住宅,9,A7,林可一,199-0000-1001", "1栋,1单元,102,住宅,9,A8,林可二,"]);
    assert_eq!(
        (asked(&matching.questions), known_as(&matching)),
        (vec!["[2] NUMBER_REWRITTEN".to_owned()], vec![None, None])
    );
}

#[test]
fn nobody_takes_a_number_from_whoever_still_has_it() {
    let known = written(&roll(&FIRST));
    let matching = next(&known, &["1栋,1单元,101,住宅,9,00001,林可一,", "2栋,1单元,101,住宅,9,1,周可一,"]);
    assert_eq!((known_as(&matching), asked(&matching.questions)), (vec![Some("00001"), None], vec![]));
}

#[test]
fn where_only_numbers_were_written_down_the_same_number_is_the_same_person() {
    let known: Known = [("00001".to_owned(), None), ("00002".to_owned(), None)].into();
    let matching = next(&known, &["1栋,1单元,101,住宅,9,00001,林可一,", "1栋,1单元,102,住宅,9,2,林可二,"]);
    assert_eq!(known_as(&matching), [Some("00001"), None]);
    assert_eq!(asked(&matching.questions), ["[3] NUMBER_REWRITTEN"]);
}
