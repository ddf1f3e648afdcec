//! A question about a line of a disclosure, or about all of it.

use leptos::prelude::*;
use yishi_protocol::body::{Ask, LinePlace};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::DisclosureId;

use crate::home::first as home;
use crate::kit::forms::{Ready, chip, problem, shown_as, signer, text_box};
use crate::kit::parts::{page, para, stranger, topic};
use crate::kit::tell::ledger;
use crate::proofs::act::statement;
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::steps::disclose::books::{questions, side, signed};

/// The longest question that the form takes, in characters.
const MOST: usize = 200;

/// Ready-made questions: what stands on the chip, and what it writes.
const READY: [(&str, &str, &str); 5] = [
    ("合同和价格", "Contract and price", "请公开合同：和谁签的、多少钱、签到哪天？"),
    ("谁签的字", "Who signed", "这笔钱是谁签字同意付的？"),
    ("哪次表决同意的", "Which vote", "这笔钱是哪次表决同意的？"),
    ("和去年比", "Against last year", "和去年同期比，多了还是少了，为什么？"),
    ("凭证在哪", "Where is the voucher", "发票、合同和验收单在哪里可以看？"),
];

pub(crate) fn screen(app: App, number: Option<u32>) -> AnyView {
    let Some(books) = app.books.get_untracked() else { return home::screen(app) };
    let at = number.and_then(|number| usize::try_from(number).ok());
    let line = at.and_then(|at| books.lines.get(at));
    let about = line.map(|line| {
        let (of, fen) = side(line).map_or(("", 0), |(of, fen)| (ledger(app, of), fen));
        let eyebrow = format!("{of} · {} · {}", app.lang.get_untracked().day_number(line.day), line.voucher);
        view! {
            <div class="ys-card">
                {para("ys-eyebrow n", eyebrow)}
                <p class="ys-money"><span class="ys-t">{line.description.clone()}</span><b class="ys-t n">{signed(fen)}{app.say("\u{a0}元", "\u{a0}yuan")}</b></p>
            </div>
        }
    });
    let whole = || books.questions.iter().filter(|asked| asked.line.is_none()).collect();
    let asked = number.map_or_else(whole, |number| books.asked(number));
    let (title, back) = match number {
        Some(number) => (app.say("问这一笔", "Ask about this line"), Screen::Line(number)),
        None => (app.say("问整期账目", "Ask about the whole"), Screen::Books),
    };
    let place = number.and_then(|number| books.place(number));
    let form = if app.may_sign() { form(app, books.id, number, place) } else { stranger(app) };
    let parts = view! {
        {topic(app.say("你想问什么？", "What do you ask?"))}
        {about}
        {form}
        {questions(app, &asked)}
    };
    page(app, title, back, parts.into_any())
}

fn form(app: App, disclosure: DisclosureId, number: Option<u32>, line: Option<LinePlace>) -> AnyView {
    let kept = app.kept(format_args!(
        "ask/{disclosure}/{}",
        number.map(|number| number.to_string()).unwrap_or_default()
    ));
    let typed = kept.field("words", "");
    let one = |(zh, en, question): &(&'static str, &'static str, &'static str)| {
        let question = *question;
        let pressed = move || typed.with(|typed| typed == question);
        chip(app.say(zh, en).to_owned(), pressed, move || typed.set(question.to_owned()))
    };
    let ready = move || -> Ready {
        if typed.with(|typed| typed.trim().is_empty()) {
            Err(app.say("先写问题，或点一个现成的", "Write a question or choose one"))
        } else {
            Ok(app.say("签名并提问", "Sign and ask"))
        }
    };
    let press = move || match statement(&typed.get_untracked()) {
        Ok(text) => {
            let body = Ask { disclosure, line, text: text.id() };
            let then = (app.say("问出去了", "Asked"), Goal::Books(disclosure, number));
            app.act_from(kept.clone(), body, vec![text], then);
        }
        Err(trouble) => app.wrong.set(Some(trouble)),
    };
    let due_ms = app.now_ms.get_untracked().saturating_add(u64::from(app.settings().question_days) * DAY_MS);
    let due = app.lang.get_untracked().last_day(due_ms);
    view! {
        <div class="ys-card">
            <fieldset class="ys-f">
                <legend class="ys-lab">{app.say("可以点现成的", "Ready-made questions")}</legend>
                <div class="ys-chips">{READY.iter().map(one).collect_view()}</div>
            </fieldset>
            {text_box("question", (app.say("你的问题", "Your question"), ""), typed, MOST)}
            {problem(app)}
            {signer(app, ready, press)}
            <p class="ys-s ys-2 ys-gap-3">
                {app.say("物业须在 ", "The manager must answer by ")}<b>{due}</b>
                {app.say("前答复，问和答全小区都看得到。", "; everybody can read question and answer.")}
            </p>
            {shown_as(app)}
        </div>
    }
    .into_any()
}
