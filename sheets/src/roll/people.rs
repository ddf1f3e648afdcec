//! Who is one person: what owner numbers, names and phones say together.
//!
//! One owner with several units is one head (SPC interpretation, art. 9), so two numbers for one person make a head too
//! many, and one number for two people a head too few. Neither happens silently.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::is_organisation;
use super::problem::{Problem, ProblemCode};
use super::raw::Standing;
use super::row::{Owner, Row};
use crate::key::sheets_roll;
use crate::question::{Asker, Choice, QuestionCode};
use crate::sentence::{listed, named, text};
use crate::table::{half_width, spaceless};

/// A name as it is compared: 林 可一 is 林可一.
pub(super) fn name_key(name: &str) -> String {
    spaceless(&half_width(name)).to_lowercase()
}

/// A phone as it is compared, without country code and signs between the digits; empty for none.
pub(super) fn phone_key(phone: Option<&str>) -> String {
    let digits: String = phone.unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    digits.strip_prefix("86").filter(|rest| rest.len() == 11).map(str::to_owned).unwrap_or(digits)
}

/// A number as it is compared where leading zeros may have been lost.
pub(super) fn zeroless(number: &str) -> &str {
    let bare = number.trim_start_matches('0');
    if bare.is_empty() { number } else { bare }
}

/// Checks names and asks who is one person. Numbers become the ones under which people are known from here on.
pub(super) fn settle(rows: &mut [Row], problems: &mut Vec<Problem>, asker: &mut Asker<'_>) {
    check_names(rows, problems);
    for (_, places) in groups(rows, |owner| Some((owner.number.clone(), name_key(&owner.name)))) {
        ask_shared(rows, &places, asker);
    }
    let by_phone = groups(rows, |owner| {
        let phone = phone_key(owner.phone.as_deref());
        (!phone.is_empty()).then(|| (name_key(&owner.name), phone))
    });
    let by_name =
        groups(rows, |owner| is_organisation(&owner.name).then(|| (name_key(&owner.name), String::new())));
    let by_zeros = groups(rows, |owner| {
        let number = zeroless(&owner.number);
        Some((name_key(&owner.name), number.to_owned()))
    });
    let mut asked = BTreeSet::new();
    for (_, places) in by_name.into_iter().chain(by_phone).chain(by_zeros) {
        ask_twice(rows, &places, &mut asked, asker);
    }
}

/// A number belongs to one name in the whole file: the first that stands beside it.
fn check_names(rows: &mut [Row], problems: &mut Vec<Problem>) {
    let mut first = BTreeMap::<String, (String, u64)>::new();
    for row in rows {
        let Some(owner) = &row.owner else { continue };
        let (number, name) = (owner.number.clone(), name_key(&owner.name));
        let (first_name, named_on) = first.entry(number.clone()).or_insert_with(|| (name.clone(), row.line));
        if *first_name != name {
            let detail = sheets_roll::owner_disagrees(&number, named_on);
            row.note(problems, ProblemCode::OwnerDisagrees, detail);
        }
    }
}

/// The places of rows by what their owner is known by; bad rows say nothing.
fn groups(
    rows: &[Row],
    key: impl Fn(&Owner) -> Option<(String, String)>,
) -> Vec<((String, String), Vec<usize>)> {
    let mut groups = BTreeMap::<(String, String), Vec<usize>>::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.standing != Standing::Bad) {
        if let Some(key) = row.owner.as_ref().and_then(&key) {
            groups.entry(key).or_default().push(at);
        }
    }
    groups.into_iter().collect()
}

fn owners<'r>(rows: &'r [Row], places: &[usize]) -> Vec<(&'r Row, &'r Owner)> {
    places.iter().filter_map(|at| rows.get(*at)).filter_map(|row| Some((row, row.owner.as_ref()?))).collect()
}

/// One number and name beside several phones.
fn ask_shared(rows: &mut [Row], places: &[usize], asker: &mut Asker<'_>) {
    let owners = owners(rows, places);
    let phones: BTreeSet<String> = owners
        .iter()
        .map(|(_, owner)| phone_key(owner.phone.as_deref()))
        .filter(|phone| !phone.is_empty())
        .collect();
    let Some((_, owner)) = owners.first().filter(|_| phones.len() > 1) else { return };
    let lines: Vec<u64> = owners.iter().map(|(row, _)| row.line).collect();
    let mut content = vec![owner.number.as_str(), owner.name.as_str()];
    content.extend(phones.iter().map(String::as_str));
    let sentence = sheets_roll::number_shared(&named(&lines), &owner.number);
    let choices = [Choice::Merge, Choice::Keep, Choice::LeaveOut];
    let answer = asker.ask(QuestionCode::NumberShared, lines, &content, sentence, &choices);
    for at in places {
        let Some(row) = rows.get_mut(*at) else { continue };
        apply(row, answer);
        if let (Some(Choice::Keep), Some(owner)) = (answer, &mut row.owner) {
            // From the phone and not from the place in the file, so that the next import knows each of them again.
            let phone = phone_key(owner.phone.as_deref());
            if !phone.is_empty() {
                owner.number = format!("{}~{phone}", owner.number);
            }
        }
    }
}

/// One person under several numbers. What is answered holds for every row with one of the numbers, also for those that
/// lack the phone by which they were found.
fn ask_twice(rows: &mut [Row], places: &[usize], asked: &mut BTreeSet<Vec<String>>, asker: &mut Asker<'_>) {
    let found = owners(rows, places);
    let numbers: BTreeSet<&str> = found.iter().map(|(_, owner)| owner.number.as_str()).collect();
    // Two phones under one number are told apart by `~`; that was asked already.
    let bare: BTreeSet<&str> =
        numbers.iter().map(|number| number.split('~').next().unwrap_or(number)).collect();
    let key: Vec<String> = numbers.iter().map(|number| (*number).to_owned()).collect();
    if bare.len() < 2 || !asked.insert(key.clone()) {
        return;
    }
    let has_number = |row: &Row| {
        row.standing != Standing::Bad && row.owner.as_ref().is_some_and(|owner| key.contains(&owner.number))
    };
    let lines: Vec<u64> = rows.iter().filter(|row| has_number(row)).map(|row| row.line).collect();
    let name = found.first().map(|(_, owner)| name_key(&owner.name)).unwrap_or_default();
    let mut content: Vec<&str> = vec![&name];
    content.extend(numbers.iter().copied());
    let listed = listed(key.iter().map(|number| text(number)));
    let sentence = sheets_roll::person_twice(&named(&lines), &listed);
    let choices = [Choice::Merge, Choice::Keep, Choice::LeaveOut];
    let answer = asker.ask(QuestionCode::PersonTwice, lines, &content, sentence, &choices);
    // The shortest number, so that the order of the file does not matter.
    let kept = key.iter().min_by_key(|number| (number.len(), (*number).clone())).cloned().unwrap_or_default();
    let mut also: BTreeSet<String> = key.iter().cloned().collect();
    also.extend(
        rows.iter()
            .filter(|row| has_number(row))
            .filter_map(|row| row.owner.as_ref())
            .flat_map(|owner| owner.also.clone()),
    );
    also.remove(&kept);
    for row in rows.iter_mut().filter(|row| has_number(row)) {
        apply(row, answer);
        if let (Some(Choice::Merge), Some(owner)) = (answer, &mut row.owner) {
            owner.also = also.iter().cloned().collect();
            owner.number.clone_from(&kept);
        }
    }
}

fn apply(row: &mut Row, answer: Option<Choice>) {
    match answer {
        None => row.at_least(Standing::Held),
        Some(Choice::LeaveOut) => row.at_least(Standing::LeftOut),
        Some(_) => {}
    }
}
