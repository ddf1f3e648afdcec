//! 公示账目: a ledger as people keep it, every bad line named, every question asked, then published whole or not at all.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use std::collections::BTreeSet;

use leptos::prelude::*;
use yishi_protocol::ledger::{Account, CHART, Flow, Ledger, account};
use yishi_sheets::ledger::{LedgerFile, Problem, Remark, RemarkCode, TEMPLATE, of, template};

use crate::desk::Desk;
use crate::desk::file::{self, LISTED, sentence};
use crate::desk::forms::{card, hint, small, title};
use crate::desk::reader::ChosenFile;
use crate::kit::accounts::account_name;
use crate::kit::tell;
use crate::steps::disclose::desk::ledgers::Chosen;
use crate::steps::disclose::desk::{disclosed, publish};

pub(crate) fn page(desk: Desk) -> View {
    let chosen = desk.files.ledger;
    let note = desk.say(key::desk_books::A_WORKBOOK_XLSX_OR_A);
    let words = desk.say(key::desk_books::CHOOSE_THE_LEDGER);
    let body = view! {
        {file::picker(desk, words, note, chosen)}
        {file::template(desk, desk.say(key::desk_books::FILE), &template(desk.say(TEMPLATE)))}
        {chart(desk)}
    };
    let report = move || {
        chosen.get().map(|read| {
            untrack(|| {
                let ChosenFile { name, opened, answers } = match read {
                    Ok(chosen) => chosen,
                    Err(why) => return file::unread(desk, why),
                };
                report(desk, &Chosen { name, file: of(opened.as_ref(), &answers) })
            })
        })
    };
    view! {
        {title(desk, desk.say(key::desk_books::PUBLISH_THE_BOOKS).to_owned(), None)}
        {card(desk.say(key::desk_books::THE_FILE), "", body)}
        {report}
        {disclosed::earlier(desk)}
    }
}

/// What can be written as a line's category: the chart of accounts, ledger by ledger.
fn chart(desk: Desk) -> View {
    let ledger = |ledger: &Ledger| {
        let of_it = CHART.iter().filter(|account| account.ledger == *ledger);
        let row = |account: &Account| {
            let name = account_name(desk.app, account.code);
            let side = match account.flow {
                Flow::In => desk.say(key::common::IN_IT),
                Flow::Out => desk.say(key::common::OUT),
            };
            view! { <li><span class="n">{account.code}</span>" "{name}" "<span class="ys-s ys-2">{side}</span></li> }
        };
        view! {
            <p class="ys-b ys-gap-3">{tell::ledger(desk.app, *ledger)}</p>
            <ul class="ys-codes">{of_it.map(row).draw_all()}</ul>
        }
    };
    view! {
        <details class="ys-more">
            <summary>{desk.say(key::desk_books::WHAT_TO_WRITE_AS_A)}</summary>
            {Ledger::ALL.iter().map(ledger).draw_all()}
        </details>
    }
}

/// How many lines must be corrected, will be shown, are fine.
fn counts(file: &LedgerFile) -> (usize, usize, usize) {
    let bad: BTreeSet<usize> = file.problems.iter().map(|problem| problem.line).collect();
    let lines = file.remarks.iter().filter(|remark| remark.code != RemarkCode::TotalRow);
    let shown: BTreeSet<usize> = lines.map(|remark| remark.line).collect();
    let shown = shown.difference(&bad).count();
    (bad.len(), shown, file.rows.saturating_sub(bad.len()).saturating_sub(shown))
}

fn report(desk: Desk, chosen: &Chosen) -> View {
    let (bad, shown, fine) = counts(&chosen.file);
    let open = chosen.file.questions.iter().filter(|question| question.answer.is_none()).count();
    let rows = desk.fill(key::desk_common::rows(&chosen.file.rows));
    let summary = view! {
        <div class="ys-tri" role="status">
            <div class={if bad == 0 { "" } else { "bad" }}><b>{bad}</b>{desk.say(key::desk_common::MUST_BE_CORRECTED)}</div>
            <div class={if shown == 0 { "" } else { "ys-wbox" }}><b>{shown}</b>{desk.say(key::desk_books::WILL_BE_SHOWN)}</div>
            <div><b>{fine}</b>{desk.say(key::desk_books::FINE)}</div>
        </div>
        {(bad > 0).then(|| hint("ys-note_bad", desk.fill(key::desk_books::lines_must_be_corrected_or(&bad))))}
    };
    let lines = (bad > 0 || shown > 0).then(|| {
        let heading = if bad > 0 {
            desk.say(key::desk_books::LINES_WITH_PROBLEMS)
        } else {
            desk.say(key::desk_books::LINES_THAT_WILL_BE_SHOWN)
        };
        card(heading, desk.say(key::desk_common::BY_LINE_OF_THE_FILE), table(desk, &chosen.file))
    });
    let name = chosen.name.clone();
    view! {
        {card(name, rows, summary)}
        {file::asked(desk, &chosen.file.questions, desk.files.ledger)}
        {if bad > 0 || open > 0 {
            view! { {lines} {publish::locked(desk, bad, open)} }
        } else {
            // What will be shown to everybody is read before it is signed.
            view! { {lines} {publish::form(desk, chosen)} }
        }}
    }
}

fn table(desk: Desk, file: &LedgerFile) -> View {
    let bad = file.problems.iter().take(LISTED).map(|problem| bad_row(desk, problem));
    let shown = file.remarks.iter().take(LISTED).map(|remark| shown_row(desk, file, remark));
    let group = |words: String| view! { <tr class="grp"><th colspan="4" scope="colgroup">{words}</th></tr> };
    let (problems, remarks) = (file.problems.len(), file.remarks.len());
    let left = problems.saturating_sub(LISTED) + remarks.saturating_sub(LISTED);
    view! {
        <table class="ys-tbl ys-tbl_stack ys-imp">
            <thead>
                <tr>
                    <th scope="col">{desk.say(key::desk_books::LINE)}</th>
                    <th scope="col">{desk.say(key::desk_books::VOUCHER)}</th>
                    <th scope="col" class="r">{desk.say(key::desk_books::YUAN)}</th>
                    <th scope="col">{desk.say(key::desk_books::WHAT_IS_WRONG)}</th>
                </tr>
            </thead>
            <tbody>
                {(problems > 0).then(|| group(desk.fill(key::desk_books::must_be_corrected(&problems))))}
                {bad.draw_all()}
                {(remarks > 0).then(|| group(desk.fill(key::desk_books::can_be_published_and_will(&remarks))))}
                {shown.draw_all()}
            </tbody>
        </table>
        {(left > 0).then(|| view! { {small(desk.fill(key::desk_common::more_are_not_listed(&left)))} })}
    }
}

fn bad_row(desk: Desk, problem: &Problem) -> View {
    let written = problem.written.clone();
    view! {
        <tr class="markbad">
            <th scope="row" class="n ys-nw">{file::number(desk, problem.line)}</th>
            <td class="grow"><span class="ys-code">{written.voucher}</span>" "{written.description}" "<span class="ys-s ys-2">{written.date}</span></td>
            <td class="r">{written.amount}</td>
            <td class="full">
                <span class="ys-bad ys-b">{sentence(desk, &problem.detail)}</span>
                <br />
                <span class="ys-s ys-2 ys-code">{problem.code.as_str()}</span>
            </td>
        </tr>
    }
}

fn shown_row(desk: Desk, file: &LedgerFile, remark: &Remark) -> View {
    let line = file.lines.iter().find(|line| line.number == remark.line).map(|line| line.line.clone());
    let (voucher, description, amount) = match line {
        Some(line) => {
            // As the file has it: what goes out is negative.
            let out = account(line.account).is_some_and(|account| account.flow == Flow::Out);
            let fen = if out { -line.amount_fen } else { line.amount_fen };
            (line.voucher, line.description, crate::kit::tell::yuan(fen))
        }
        None => Default::default(),
    };
    view! {
        <tr class="mark">
            <th scope="row" class="n ys-nw">{file::number(desk, remark.line)}</th>
            <td class="grow"><span class="ys-code">{voucher}</span>" "{description}</td>
            <td class="r">{amount}</td>
            <td class="full">
                <span class="ys-warn ys-b">{sentence(desk, &remark.detail)}</span>
                <br />
                <span class="ys-s ys-2 ys-code">{remark.code.as_str()}</span>
            </td>
        </tr>
    }
}
