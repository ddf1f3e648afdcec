//! SPEC.md's tables of kinds, of blobs, of codes and of accounts, written from those that the rules read.

use std::collections::{BTreeMap, BTreeSet};

use yishi_protocol::blob::{BlobKind, Readers};
use yishi_protocol::body::Kind;
use yishi_protocol::ledger::{Account, CHART, Flow};
use yishi_protocol::rejection::Code;
use yishi_protocol::schema::{Type, body, payload};
use yishi_protocol::strict_json::write_text;

use super::marks::fill;
use super::spec::{cell, told};

/// A table's name, and what stands in it; what stood there is looked at, since planned kinds stand nowhere else.
type Table = (&'static str, fn(&str) -> Result<String, String>);
const TABLES: [Table; 4] =
    [("kinds", kinds), ("blobs", |_| blobs()), ("codes", |_| Ok(codes())), ("chart", |_| Ok(chart()))];

/// SPEC.md with these tables written anew.
///
/// # Errors
/// If a table is there twice or not at all, or nothing is called so; if a number that is kept for a kind is another one's.
pub(super) fn tables(text: &str) -> Result<String, String> {
    let mut shown = BTreeSet::new();
    let written = fill(text, "table", |name, stood| {
        let table = TABLES.iter().find(|(known, _)| *known == name);
        let (name, write) = table.ok_or_else(|| format!("SPEC.md has a table {name}, which nothing is"))?;
        if !shown.insert(*name) {
            return Err(format!("SPEC.md has two tables of {name}"));
        }
        write(stood)
    })?;
    match TABLES.iter().find(|(name, _)| !shown.contains(name)) {
        Some((missing, _)) => Err(format!("SPEC.md has no table of {missing}")),
        None => Ok(written),
    }
}

/// Planned kinds as they stand there, and those that are built.
fn kinds(stood: &str) -> Result<String, String> {
    let mut rows = BTreeMap::new();
    for line in stood.lines().skip(2) {
        let cells: Vec<&str> = line.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
        let [_, number, name, step, built, _] = cells[..] else {
            return Err(format!("SPEC.md's table of kinds has a row {line}"));
        };
        let known = Kind::ALL.iter().find(|kind| kind.name() == name);
        let known = known.map(|kind| format!("{:#06x}", kind.number()));
        if known.as_deref().is_some_and(|known| known != number) || known.is_none() && built == "yes" {
            return Err(format!("SPEC.md has {name} as {number}, and the table of kinds has not"));
        }
        rows.insert(number.to_owned(), (name, step.to_owned(), ""));
    }
    for kind in Kind::ALL {
        let (number, step) = (format!("{:#06x}", kind.number()), kind.step().replace('_', " "));
        let before = rows.insert(number.clone(), (kind.name(), step, "yes"));
        if let Some((kept, ..)) = before.filter(|(kept, ..)| *kept != kind.name()) {
            return Err(format!("SPEC.md keeps {number} for {kept}, not {kind}"));
        }
    }
    let row = |(number, (name, step, built)): (&String, &(&str, String, &str))| {
        format!("| `{number}` | `{name}` | {step} | {built} |\n")
    };
    let rows: String = rows.iter().map(row).collect();
    Ok(format!("| Number | Kind | Step | Built |\n|---|---|---|---|\n{rows}"))
}

fn blobs() -> Result<String, String> {
    let rows = BlobKind::ALL.iter().copied().map(blob).collect::<Result<String, String>>()?;
    let head =
        "| Number | Kind | Payload | Named by | Public | Salt | At most |\n|---|---|---|---|---|---|---|";
    Ok(format!("{head}\n{rows}"))
}

fn blob(kind: BlobKind) -> Result<String, String> {
    let (number, name, holds) = (kind.number(), kind.name(), told(&payload(kind), None, &[]));
    let acts = Kind::ALL.iter().filter(|act| names(&body(**act), kind));
    let named_by = acts.map(|act| act.name()).collect::<Vec<_>>().join(", ");
    if named_by.is_empty() {
        return Err(format!("no field of a body says that it is a blob of kind `{name}`"));
    }
    let (public, salt) = match kind.readers() {
        Readers::Official => ("yes", "zero"),
        Readers::Public => ("yes", "random"),
        Readers::Private => ("", "random"),
    };
    let most = kind.max_payload() / 1024;
    Ok(format!("| `{number:#06x}` | `{name}` | {holds} | {named_by} | {public} | {salt} | {most} KiB |\n"))
}

/// Whether a field says that it names a blob of that kind.
fn names(of: &Type, kind: BlobKind) -> bool {
    let said = format!("of kind `{}`", kind.name());
    match of.innermost() {
        Type::Object(object) => {
            object.fields.iter().any(|field| field.about.contains(&said) || names(&field.of, kind))
        }
        Type::Row(members) => members.iter().any(|member| names(member, kind)),
        _ => false,
    }
}

fn chart() -> String {
    let row = |account: &Account| {
        let ledger = write_text(&account.ledger).replace('"', "");
        let flow = match account.flow {
            Flow::In => "in",
            Flow::Out => "out",
        };
        let decision = if account.needs_decision() { "yes" } else { "" };
        format!("| {} | {} | `{ledger}` | {flow} | {decision} |\n", account.code, name_of(account.code))
    };
    let rows: String = CHART.iter().map(row).collect();
    format!("| Code | What for | Ledger | Money | Rests on a vote |\n|---|---|---|---|---|\n{rows}")
}

/// What an account is for, as the chart says beside its code.
fn name_of(code: u32) -> &'static str {
    let chart = include_str!("../../../protocol/src/ledger/chart.rs");
    let line = chart.lines().find(|line| line.contains(&format!("Account::new({code},")));
    line.and_then(|line| line.split_once("// ")).map_or("", |(_, name)| name)
}

fn codes() -> String {
    let row = |code: &Code| format!("| `{code}` | {} |\n", cell(code.sentence()));
    let part = |(part, codes): &(&str, &[Code])| {
        let rows: String = codes.iter().map(row).collect();
        format!("### {part}\n\n| Code | What to do |\n|---|---|\n{rows}")
    };
    Code::PARTS.iter().map(part).collect::<Vec<_>>().join("\n")
}
