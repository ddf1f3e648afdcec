//! SPEC.md's tables of courses, written from those that the rules read.

use std::collections::BTreeSet;

use yishi_protocol::course::{Course, Date, Row};
use yishi_protocol::strict_json;

use super::marks::fill;

/// The name of the table of all dates.
const DATES: &str = "dates";

/// SPEC.md with its tables of courses written anew.
///
/// # Errors
/// If a table shows what is no course, does not end, or is there twice; if a course has none.
pub(super) fn courses(text: &str) -> Result<String, String> {
    let mut shown = BTreeSet::new();
    let written = fill(text, "course", |name, _| {
        let table = table(name).ok_or_else(|| format!("SPEC.md has a course {name}, which nothing has"))?;
        if !shown.insert(name.to_owned()) {
            return Err(format!("SPEC.md has two tables of the course {name}"));
        }
        Ok(table)
    })?;
    let all = Course::ALL.iter().map(|course| course.word()).chain([DATES]);
    match all.into_iter().find(|name| !shown.contains(*name)) {
        Some(missing) => Err(format!("SPEC.md has no table of the course {missing}")),
        None => Ok(written),
    }
}

fn table(name: &str) -> Option<String> {
    if name == DATES {
        let row = |date: &Date| format!("| *{}* | {} |\n", date.word(), date.about().trim());
        let rows: String = Date::ALL.iter().map(row).collect();
        return Some(format!("{}\n\n| Date | Is |\n|---|---|\n{rows}", Date::WHAT.trim()));
    }
    let course = Course::ALL.iter().find(|course| course.word() == name)?;
    let rows: String = course.rows().iter().copied().map(row).collect();
    let head = "| Stage | Act | By whom | When | Leads to | Waited for as |\n|---|---|---|---|---|---|";
    Some(format!("**{name}**: {}\n\n{head}\n{rows}", course.about().trim()))
}

fn row(row: Row) -> String {
    let from = row.from.map_or("*each that is no end*".to_owned(), |from| format!("`{}`", from.word()));
    let to = match row.to {
        Some(to) if Some(to) != row.from => format!("`{}`", to.word()),
        _ => "*the same*".to_owned(),
    };
    let by = row.by.map(|by| by.to_string()).unwrap_or_default();
    let next = row.next.map(|next| format!("`{}`", strict_json::write_text(&next).trim_matches('"')));
    let (deed, when, next) = (row.deed.word(), row.when.to_string(), next.unwrap_or_default());
    format!("| {from} | {deed} | {by} | {when} | {to} | {next} |\n")
}
