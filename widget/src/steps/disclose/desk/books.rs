//! 公示账目: a ledger as people keep it, every bad line named, every question asked, then published whole or not at all.

use std::collections::BTreeSet;

use leptos::prelude::*;
use yishi_protocol::ledger::{Account, CHART, Flow, Ledger, account};
use yishi_sheets::ledger::{LedgerFile, Notice, NoticeCode, Problem, TEMPLATE, of};

use crate::desk::Desk;
use crate::desk::file::{self, LISTED, sentence};
use crate::desk::forms::{card, hint, small, title};
use crate::desk::reader::ChosenFile;
use crate::kit::accounts::account_name;
use crate::kit::tell;
use crate::steps::disclose::desk::ledgers::Chosen;
use crate::steps::disclose::desk::{disclosed, publish};

pub(crate) fn page(desk: Desk) -> AnyView {
    let chosen = desk.files.ledger;
    let note = desk.say(
        "Excel（xlsx）或 CSV 文件。要有列名：凭证号、日期、类别、摘要、金额。文件只在这台设备上读，核对前不会传出去。",
        "A workbook (xlsx) or a CSV file, with a row that names the columns. The file is read on this device only.",
    );
    let words = desk.say("选账目文件", "Choose the ledger");
    let body = view! {
        {file::picker(desk, words, note, chosen)}
        {file::template(desk, "账目.csv", TEMPLATE)}
        {chart(desk)}
    }
    .into_any();
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
        {title(desk, desk.say("公示账目", "Publish the books").to_owned(), None)}
        {card(desk.say("账目文件", "The file"), "", body)}
        {report}
        {disclosed::earlier(desk)}
    }
    .into_any()
}

/// What can be written as a line's category: the chart of accounts, ledger by ledger.
fn chart(desk: Desk) -> AnyView {
    let ledger = |ledger: &Ledger| {
        let of_it = CHART.iter().filter(|account| account.ledger == *ledger);
        let row = |account: &Account| {
            let name = account_name(desk.app, account.code);
            let side = match account.flow {
                Flow::In => desk.say("收", "in"),
                Flow::Out => desk.say("支", "out"),
            };
            view! { <li><span class="n">{account.code}</span>" "{name}" "<span class="ys-s ys-2">{side}</span></li> }
        };
        view! {
            <p class="ys-b ys-gap-3">{tell::ledger(desk.app, *ledger)}</p>
            <ul class="ys-codes">{of_it.map(row).collect_view()}</ul>
        }
    };
    view! {
        <details class="ys-more">
            <summary>{desk.say("科目表：“类别”一栏写什么", "What to write as a category")}</summary>
            {Ledger::ALL.iter().map(ledger).collect_view()}
        </details>
    }
    .into_any()
}

/// How many lines must be corrected, will be shown, are fine.
fn counts(file: &LedgerFile) -> (usize, usize, usize) {
    let bad: BTreeSet<usize> = file.problems.iter().map(|problem| problem.line).collect();
    let lines = file.notices.iter().filter(|notice| notice.code != NoticeCode::TotalRow);
    let shown: BTreeSet<usize> = lines.map(|notice| notice.line).collect();
    let shown = shown.difference(&bad).count();
    (bad.len(), shown, file.rows.saturating_sub(bad.len()).saturating_sub(shown))
}

fn report(desk: Desk, chosen: &Chosen) -> AnyView {
    let (bad, shown, fine) = counts(&chosen.file);
    let open = chosen.file.questions.iter().filter(|question| question.answer.is_none()).count();
    let rows = desk.either(format!("{} 行", chosen.file.rows), format!("{} rows", chosen.file.rows));
    let summary = view! {
        <div class="ys-tri" role="status">
            <div class={if bad == 0 { "" } else { "bad" }}><b>{bad}</b>{desk.say("必须改", "must be corrected")}</div>
            <div class={if shown == 0 { "" } else { "ys-wbox" }}><b>{shown}</b>{desk.say("会公开显示", "will be shown")}</div>
            <div><b>{fine}</b>{desk.say("没问题", "fine")}</div>
        </div>
        {(bad > 0).then(|| hint("ys-note_bad", desk.either(
            format!("有 {bad} 行要改。请在原文件里改好（不要的行在文件里删掉），再选一次；这里不能跳过。"),
            format!("{bad} lines must be corrected or removed in the file itself; choose it again then. Nothing is skipped."),
        )))}
    }
    .into_any();
    let lines = (bad > 0 || shown > 0).then(|| {
        let heading = if bad > 0 {
            desk.say("有问题的行", "Lines with problems")
        } else {
            desk.say("会公开显示的行", "Lines that will be shown")
        };
        card(heading, desk.say("照文件里的行号", "by line of the file"), table(desk, &chosen.file))
    });
    let name = chosen.name.clone();
    view! {
        {card(name, rows, summary)}
        {file::asked(desk, &chosen.file.questions, desk.files.ledger)}
        {if bad > 0 || open > 0 {
            view! { {lines} {publish::locked(desk, bad, open)} }.into_any()
        } else {
            // What will be shown to everybody is read before it is signed.
            view! { {lines} {publish::form(desk, chosen)} }.into_any()
        }}
    }
    .into_any()
}

fn table(desk: Desk, file: &LedgerFile) -> AnyView {
    let bad = file.problems.iter().take(LISTED).map(|problem| bad_row(desk, problem));
    let shown = file.notices.iter().take(LISTED).map(|notice| shown_row(desk, file, notice));
    let group = |words: String| view! { <tr class="grp"><th colspan="4" scope="colgroup">{words}</th></tr> };
    let (problems, notices) = (file.problems.len(), file.notices.len());
    let left = problems.saturating_sub(LISTED) + notices.saturating_sub(LISTED);
    view! {
        <table class="ys-tbl ys-tbl_stack ys-imp">
            <thead>
                <tr>
                    <th scope="col">{desk.say("行", "Line")}</th>
                    <th scope="col">{desk.say("凭证号和摘要", "Voucher")}</th>
                    <th scope="col" class="r">{desk.say("金额（元）", "Yuan")}</th>
                    <th scope="col">{desk.say("问题，怎么改", "What is wrong")}</th>
                </tr>
            </thead>
            <tbody>
                {(problems > 0).then(|| group(desk.either(
                    format!("必须改，{problems} 处"),
                    format!("Must be corrected: {problems}"),
                )))}
                {bad.collect_view()}
                {(notices > 0).then(|| group(desk.either(
                    format!("能公布，会公开显示，{notices} 处"),
                    format!("Can be published and will be shown: {notices}"),
                )))}
                {shown.collect_view()}
            </tbody>
        </table>
        {(left > 0).then(|| view! { {small(desk.either(
            format!("还有 {left} 处没有列出。"),
            format!("{left} more are not listed."),
        ))} })}
    }
    .into_any()
}

fn bad_row(desk: Desk, problem: &Problem) -> AnyView {
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
    .into_any()
}

fn shown_row(desk: Desk, file: &LedgerFile, notice: &Notice) -> AnyView {
    let line = file.lines.iter().find(|line| line.number == notice.line).map(|line| line.line.clone());
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
            <th scope="row" class="n ys-nw">{file::number(desk, notice.line)}</th>
            <td class="grow"><span class="ys-code">{voucher}</span>" "{description}</td>
            <td class="r">{amount}</td>
            <td class="full">
                <span class="ys-warn ys-b">{sentence(desk, &notice.detail)}</span>
                <br />
                <span class="ys-s ys-2 ys-code">{notice.code.as_str()}</span>
            </td>
        </tr>
    }
    .into_any()
}
