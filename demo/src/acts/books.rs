//! Books: the manager's vouchers month by month, and the questions about them.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use yishi_protocol::blob::{Blob, BlobKind};
use yishi_protocol::body::{Ask, Disclosure, LedgerSums, LinePlace, Reply};
use yishi_protocol::ledger::{Ledger, LedgerLine, sums};
use yishi_sheets::ledger::{month as month_days, pages, period, read};

use super::Plan;
use crate::LEDGER;
use crate::teller::{salt, statement};
use crate::year::{Period, Year, time_ms};

/// The property manager's accountant.
const BOOKKEEPER: &str = "X11";

/// Plans the monthly postings and the questions.
pub(super) fn plan<'a>(year: &'a Year, plan: &mut Plan<'a>) -> Result<()> {
    let file = read(LEDGER.as_bytes());
    ensure!(file.problems.is_empty() && file.is_settled(), "the ledger has lines that cannot be taken");
    let all = file.ledger_lines();
    let mut balances = opening(year)?;
    for post in &year.money.monthly_posts {
        let (number, month) = post.month.split_once('-').context("YYYY-MM")?;
        let (from_day, to_day) = month_days(number.parse()?, month.parse()?).context("a month")?;
        let lines = period(&all, from_day, to_day);
        let pages = pages(&lines);
        let placed: Vec<(LinePlace, LedgerLine)> = (0..)
            .zip(&pages)
            .flat_map(|(page, of)| (0..).zip(&of.lines).map(move |(line, said)| ((page, line), said.clone())))
            .collect();
        let ledgers = ledgers(&mut balances, &lines)?;
        questions(year, &post.month, &placed, plan)?;
        plan.at(time_ms(&post.posted_at)?, "disclosure", move |teller| {
            let (mut blobs, mut stated) = (Vec::new(), Vec::new());
            for page in &pages {
                stated.push(u32::try_from(page.lines.len()).unwrap_or(u32::MAX));
                blobs.push(Blob::record(BlobKind::LedgerPage, salt()?, page));
            }
            let body = Disclosure {
                from_day,
                ledgers,
                pages: blobs.iter().map(Blob::id).zip(stated).collect(),
                to_day,
            };
            let id = teller.say(BOOKKEEPER, body, blobs)?;
            teller.names.insert(post.month.clone(), id);
            Ok(())
        });
    }
    closes_as_stated(year, &balances)
}

/// The ledger of a letter of the file. The committee's own vouchers are not among the manager's.
fn ledger_of(letter: &str) -> Option<Ledger> {
    Some(match letter {
        "P" => Ledger::PropertyService,
        "R" => Ledger::CommonRevenue,
        "M" => Ledger::MaintenanceFund,
        "U" => Ledger::SharedUtilities,
        _ => return None,
    })
}

/// What each ledger holds when the year begins.
fn opening(year: &Year) -> Result<BTreeMap<Ledger, i64>> {
    let first = year.money.periods.iter().filter(|period| period.period == "Q1");
    let of = |period: &Period| Some((ledger_of(&period.ledger)?, period.opening_fen));
    let opening: BTreeMap<_, _> = first.filter_map(of).collect();
    ensure!(opening.len() == 4, "the year has four ledgers of the manager's");
    Ok(opening)
}

/// That after all months the ledgers hold what the file says, to the fen.
fn closes_as_stated(year: &Year, balances: &BTreeMap<Ledger, i64>) -> Result<()> {
    for period in year.money.periods.iter().filter(|period| period.period == "Q2") {
        if let Some(ledger) = ledger_of(&period.ledger) {
            let holds = balances.get(&ledger) == Some(&period.closing_fen);
            ensure!(holds, "ledger {} does not close as stated", period.ledger);
        }
    }
    Ok(())
}

/// The sums of a month; `balances` moves on to its end.
fn ledgers(balances: &mut BTreeMap<Ledger, i64>, lines: &[LedgerLine]) -> Result<Vec<LedgerSums>> {
    let flows = sums(lines).map_err(|error| anyhow::anyhow!("{error}"))?;
    let mut ledgers = Vec::new();
    for (ledger, balance) in balances {
        let flows = flows.get(ledger).copied().unwrap_or_default();
        let opening_fen = *balance;
        *balance += flows.in_fen - flows.out_fen;
        ledgers.push(LedgerSums {
            closing_fen: *balance,
            in_fen: flows.in_fen,
            ledger: *ledger,
            opening_fen,
            out_fen: flows.out_fen,
        });
    }
    Ok(ledgers)
}

fn questions<'a>(
    year: &'a Year,
    month: &'a str,
    lines: &[(LinePlace, LedgerLine)],
    plan: &mut Plan<'a>,
) -> Result<()> {
    for (question, number) in year.money.questions.iter().zip(1..) {
        let first = question.vouchers.first();
        let line = first.and_then(|voucher| lines.iter().find(|(_, line)| line.voucher == *voucher));
        let line = line.map(|(place, _)| *place);
        // Who names no voucher asks about the last month of the quarter.
        let whole = first.is_none() && question.disclosure.ends_with("Q1") && month.ends_with("-03");
        if line.is_none() && !whole {
            continue;
        }
        let key = format!("question {number}");
        let answer_key = key.clone();
        plan.at(time_ms(&question.at)?, "question", move |teller| {
            if question.via.is_some() {
                teller.leave_out("question: taken down at the desk");
                return Ok(());
            }
            let disclosure = teller.named(month)?;
            let text = statement(&question.words)?;
            let id = teller.say(&question.by, Ask { disclosure, line, text: text.id() }, vec![text])?;
            teller.names.insert(key, id);
            Ok(())
        });
        if let Some(answer) = &question.answer {
            plan.at(time_ms(&answer.at)?, "reply", move |teller| {
                let Some(question) = teller.names.get(&answer_key).copied() else {
                    teller.leave_out("reply: to a question that was left out");
                    return Ok(());
                };
                let text = statement(&answer.words)?;
                teller.say(&answer.by, Reply { question, text: text.id() }, vec![text]).map(drop)
            });
        }
    }
    Ok(())
}
