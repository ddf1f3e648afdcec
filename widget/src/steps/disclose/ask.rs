//! A question about a line of a disclosure, or about all of it.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::body::{Ask, LinePlace};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::DisclosureId;
use yishi_words::Word;

use crate::home::first as home;
use crate::kit::forms::{Ready, chip, problem, shown_as, signer, text_box};
use crate::kit::parts::{page, para, stranger, topic};
use crate::kit::tell::ledger;
use crate::proofs::act::statement;
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::steps::disclose::books::questions;
use crate::steps::disclose::rows::{side, signed};

/// The longest question that the form takes, in characters.
const MOST: usize = 200;

/// Ready-made questions: what stands on the chip, and what it writes.
const READY: [(Word, Word); 5] = [
    (key::ask::CONTRACT_AND_PRICE, key::ask::CONTRACT),
    (key::ask::WHO_SIGNED, key::ask::WHO_AGREED),
    (key::ask::WHICH_VOTE, key::ask::WHICH_VOTE_ALLOWED),
    (key::ask::AGAINST_LAST_YEAR, key::ask::LAST_YEAR),
    (key::ask::WHERE_IS_THE_VOUCHER, key::ask::VOUCHERS),
];

pub(crate) fn screen(app: App, number: Option<u32>) -> View {
    let Some(books) = app.books.get_untracked() else { return home::screen(app) };
    let at = number.and_then(|number| usize::try_from(number).ok());
    let line = at.and_then(|at| books.lines.get(at));
    let about = line.map(|line| {
        let (of, fen) = side(line).map_or(("", 0), |(of, fen)| (ledger(app, of), fen));
        let eyebrow = format!("{of} · {} · {}", app.lang.get_untracked().day_number(line.day), line.voucher);
        view! {
            <div class="ys-card">
                {para("ys-eyebrow n", eyebrow)}
                <p class="ys-money"><span class="ys-t">{line.description.clone()}</span><b class="ys-t n">{signed(fen)}{app.say(key::common::YUAN)}</b></p>
            </div>
        }
    });
    let whole = || books.questions.iter().filter(|asked| asked.line.is_none()).collect();
    let asked = number.map_or_else(whole, |number| books.asked(number));
    let (title, back) = match number {
        Some(number) => (app.say(key::common::ASK_ABOUT_THIS_LINE), Screen::Line(number)),
        None => (app.say(key::common::ASK_ABOUT_THE_WHOLE), Screen::Books),
    };
    let place = number.and_then(|number| books.place(number));
    let form = if app.may_sign() { form(app, books.id, number, place) } else { stranger(app) };
    let parts = view! {
        {topic(app.say(key::ask::WHAT_DO_YOU_ASK))}
        {about}
        {form}
        {questions(app, &asked)}
    };
    page(app, title, back, parts)
}

fn form(app: App, disclosure: DisclosureId, number: Option<u32>, line: Option<LinePlace>) -> View {
    let kept = app.kept(format_args!(
        "ask/{disclosure}/{}",
        number.map(|number| number.to_string()).unwrap_or_default()
    ));
    let typed = kept.field("words", "");
    let one = |(word, question): &(Word, Word)| {
        let question = app.say(*question);
        let pressed = move || typed.with(|typed| typed == question);
        chip(app.say(*word).to_owned(), pressed, move || typed.set(question.to_owned()))
    };
    let ready = move || -> Ready {
        if typed.with(|typed| typed.trim().is_empty()) {
            Err(app.say(key::ask::WRITE_A_QUESTION_OR_CHOOSE))
        } else {
            Ok(app.say(key::ask::SIGN_AND_ASK))
        }
    };
    let press = move || match statement(&typed.get_untracked()) {
        Ok(text) => {
            let body = Ask { disclosure, line, text: text.id() };
            let then = (app.say(key::ask::ASKED), Goal::Books(disclosure, number));
            app.act_from(kept.clone(), body, vec![text], then);
        }
        Err(trouble) => app.wrong.set(Some(trouble)),
    };
    let due_ms = app.now_ms.get_untracked().saturating_add(u64::from(app.settings().question_days) * DAY_MS);
    let due = app.lang.get_untracked().last_day(due_ms);
    view! {
        <div class="ys-card">
            <fieldset class="ys-f">
                <legend class="ys-lab">{app.say(key::ask::READY_MADE_QUESTIONS)}</legend>
                <div class="ys-chips">{READY.iter().map(one).draw_all()}</div>
            </fieldset>
            {text_box("question", (app.say(key::ask::YOUR_QUESTION), ""), typed, MOST)}
            {problem(app)}
            {signer(app, ready, press)}
            <p class="ys-s ys-2 ys-gap-3">
                {app.say(key::ask::THE_MANAGER_MUST_ANSWER_BY)}<b>{due}</b>
                {app.say(key::ask::EVERYBODY_CAN_READ_QUESTION_AND)}
            </p>
            {shown_as(app)}
        </div>
    }
}
