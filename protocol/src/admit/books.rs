//! What the pages of a disclosure must show: lines that can be read and add up, to the fen, to what is stated.

use std::collections::BTreeMap;

use super::{Admitted, matter::statement};
use crate::apply::passed;
use crate::blob::{BlobKind, Evidence, Missing};
use crate::body::{Body, Disclosure};
use crate::envelope::Entry;
use crate::id::Hash;
use crate::ledger::{Flows, LedgerLine, LedgerPage, check_line, sums};
use crate::rejection::{Code, Rejection, require};
use crate::state::State;

pub(super) fn admit(state: &State, entry: &Entry, evidence: &Evidence) -> Result<Admitted, Rejection> {
    let mut missing = Missing::default();
    match entry.body() {
        Body::Disclosure(disclosure) => pages(state, disclosure, evidence, &mut missing)?,
        Body::Ask(ask) => statement(&ask.text, evidence, &mut missing)?,
        Body::Reply(reply) => statement(&reply.text, evidence, &mut missing)?,
        _ => {}
    }
    Ok(missing.into())
}

fn pages(
    state: &State,
    disclosure: &Disclosure,
    evidence: &Evidence,
    missing: &mut Missing,
) -> Result<(), Rejection> {
    let mut lines = Vec::new();
    for (number, (id, stated)) in disclosure.pages.iter().enumerate() {
        match evidence.read::<LedgerPage>(id, BlobKind::LedgerPage, &Hash::ZERO)? {
            Some(page) => {
                require(usize::try_from(*stated) == Ok(page.lines.len()), Code::LedgerLines)?;
                lines.extend(page.lines.into_iter().enumerate().map(|(place, line)| (number, place, line)));
            }
            None => missing.blobs.push(*id),
        }
    }
    check_lines(state, disclosure, &lines)?;
    if !missing.is_empty() {
        // With a page erased the sums stand as stated.
        return Ok(());
    }
    let by_ledger = sums(lines.iter().map(|(_, _, line)| line))
        .map_err(|error| Rejection::with(Code::LineInvalid, error.to_string()))?;
    let stated: BTreeMap<_, _> = disclosure
        .ledgers
        .iter()
        .map(|sums| (sums.ledger, Flows { in_fen: sums.in_fen, out_fen: sums.out_fen }))
        .collect();
    for (ledger, flows) in &by_ledger {
        require(stated.get(ledger) == Some(flows), Code::LedgerSum)?;
    }
    // A ledger in which nothing moved is stated with nothing.
    let moved = |ledger| by_ledger.contains_key(ledger);
    let still = stated.iter().filter(|(ledger, _)| !moved(ledger));
    require(still.into_iter().all(|(_, flows)| *flows == Flows::default()), Code::LedgerSum)
}

fn check_lines(
    state: &State,
    disclosure: &Disclosure,
    lines: &[(usize, usize, LedgerLine)],
) -> Result<(), Rejection> {
    for (page, place, line) in lines {
        let at = |code, what: &str| Rejection::with(code, format!("page {page}, line {place}: {what}"));
        check_line(line, disclosure.from_day, disclosure.to_day)
            .map_err(|problem| at(Code::LineInvalid, &problem.to_string()))?;
        if !line.decision.is_none_or(|(agenda, item)| passed(state, &agenda, item)) {
            return Err(at(Code::DecisionInvalid, "no such item passed"));
        }
    }
    Ok(())
}
