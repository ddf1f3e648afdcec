//! 表决卷宗: a vote judged from its evidence, without a network, before whoever has to judge it. What is shown was computed from
//! the file that is open and from nothing else.

mod ballots;
mod case;
mod receipt;
mod steps;

use std::collections::BTreeSet;

use yishi_protocol::audit::Verdict;
use yishi_words::Word;

pub(crate) use self::case::Case;
use self::case::Counted;
use self::case::weighed;
use crate::draw::{DrawAll, View, view};
use crate::kit::icons::{CHECK, DASH, STOP, icon};
use crate::kit::parts::{card, fact, live, para};
use crate::kit::tell::{legal_mode, pick};
use crate::shell::app::App;
use crate::steps::decide::result;
use crate::words::format::grouped;
use crate::words::{Lang, is_here, key};

/// The whole file.
pub(crate) fn page(app: App, case: &'static Case) -> View {
    let name = case.verdict.name.clone().unwrap_or_default();
    let vote = case.vote.as_ref();
    let title = vote.map(|vote| pick(app, &vote.text.title)).unwrap_or_default();
    let parts = vote.map(|vote| {
        view! {
            {about(app, vote)}
            {steps::course(app, vote)}
            {outcomes(app, case, vote)}
            {receipt::check(app, vote)}
            {ballots::table(app, case.struck, vote)}
            {steps::disputes(app, vote)}
        }
    });
    view! {
        <header class="ys-top">
            <span class="ys-logo" aria-hidden="true">"议"</span>
            <div class="ys-toph"><b>{name}</b><br /><span class="ys-s ys-2">{app.say(key::desk_court::COURT_FILE)}</span></div>
            <div class="ys-top__r">{languages(app)}</div>
        </header>
        <main class="ys-main ys-court">
            <h1 class="ys-h">{title}</h1>
            {para("ys-2", app.say(key::desk_court::WHAT_THIS_IS))}
            {checked(app, &case.verdict, vote.is_some())}
            {parts}
            {foot(app, &case.verdict)}
        </main>
    }
}

/// The way to the other languages that this file brings.
fn languages(app: App) -> View {
    let other = Lang::offered().filter(|lang| *lang != app.lang.get_untracked() && is_here(*lang));
    let button = |lang: Lang| {
        view! { <button type="button" class="ys-tool ys-noprint" lang=lang.tag() on:click=move |_| app.speak(lang)>{lang.name()}</button> }
    };
    other.map(button).draw_all()
}

/// Whether the file holds.
fn checked(app: App, verdict: &Verdict, is_whole: bool) -> View {
    let entries = grouped(verdict.entries);
    let lines = if let Some(wrong) = &verdict.first_wrong {
        let place = wrong.index.map(|index| app.fill(key::desk_court::at_entry(&grouped(index))));
        let known = app.lang.get_untracked().refusal(&wrong.code);
        let said = known.map_or_else(|| wrong.detail.clone(), |(what, todo)| format!("{what} {todo}"));
        let detail = format!("{} {} {said}", place.unwrap_or_default(), wrong.code);
        vec![
            para("ys-h ys-bad", app.say(key::desk_court::DOES_NOT_HOLD)),
            para("ys-s", detail),
            para("ys-s ys-gap-2", app.say(key::desk_court::DO_NOT_RELY_ON_IT)),
        ]
    } else {
        let gaps = (!is_whole).then(|| para("ys-s ys-gap-2", app.say(key::desk_court::SOMETHING_IS_GONE)));
        let mut lines = vec![
            para("ys-h ys-ok", app.say(key::desk_court::HOLDS)),
            para("ys-s", app.fill(key::desk_court::entries_were_checked(&entries))),
        ];
        lines.extend(gaps);
        lines
    };
    let sign = if verdict.sound { CHECK } else { STOP };
    let root = verdict.root.to_string();
    let seen = verdict.sound.then(|| {
        view! {
            {para("ys-s ys-2 ys-gap-2", app.say(key::desk_court::HOLD_IT_AGAINST_A_RECEIPT))}
            <p class="ys-code">{root}</p>
        }
    });
    view! {
        <section class="ys-card">
            <div class="ys-cardh"><h2 class="ys-t">{icon(sign, "")} " " {app.say(key::desk_court::CHECKED)}</h2></div>
            {lines}
            {seen}
        </section>
    }
}

/// What was voted on, who was entitled.
fn about(app: App, vote: &Counted) -> View {
    let (standing, meaning) = legal_mode(app, vote.agenda.bylaws.legal_mode);
    let asked = vote.items().map(|(_, text)| view! { <li>{pick(app, &text.title)}</li> });
    let body = pick(app, &vote.text.body);
    view! {
        <section class="ys-card">
            <div class="ys-cardh"><h2 class="ys-t">{app.say(key::desk_court::WHAT_WAS_ASKED)}</h2></div>
            <ol>{asked.draw_all()}</ol>
            {body.lines().map(|line| para("ys-s", line)).draw_all()}
            <dl class="ys-kv ys-gap-3">
                {fact(app.say(key::desk_common::ENTITLED), weighed(app, vote.recount.total()))}
                {fact(app.say(key::desk_common::STANDING), standing)}
            </dl>
            {para("ys-s ys-2", meaning)}
            {para("ys-s ys-2 ys-gap-2", app.say(key::desk_court::NOTICE_ID))}
            <p class="ys-code">{vote.agenda.notice.to_string()}</p>
        </section>
    }
}

/// Each item with both counts' working, as it is with what is struck out.
fn outcomes(app: App, case: &'static Case, vote: &'static Counted) -> View {
    live(move || {
        let struck = case.struck.get();
        let whole = vote.recount.total();
        let now = vote.without(&struck);
        let stated = vote.agenda.tally.as_ref();
        let items = vote.items().zip(now).enumerate().map(|(place, ((item, text), counted))| {
            let as_stated = stated.and_then(|tally| tally.items.get(place));
            let same = as_stated.is_some_and(|stated| *stated == counted);
            let untouched = vote.verdict(&BTreeSet::new(), place);
            let turned = !struck.is_empty() && untouched != vote.verdict(&struck, place);
            view! {
                {result::counted(app, (item, text), (&counted, None, None), (whole, View::Nothing))}
                {said(app, struck.len(), turned, same)}
            }
        });
        Some(view! {
            <section class="ys-card">
                <div class="ys-cardh"><h2 class="ys-t">{app.say(key::desk_court::RECOUNT)}</h2></div>
                {items.draw_all()}
            </section>
        })
    })
}

/// Whether the outcome stands.
fn said(app: App, struck: usize, turned: bool, same: bool) -> View {
    let (class, sign, words) = match (struck, turned) {
        (0, _) if same => ("ys-note ys-note_ok", CHECK, app.say(key::desk_court::AS_STATED).to_owned()),
        (0, _) => ("ys-note ys-note_wait", DASH, app.say(key::desk_court::NOT_STATED).to_owned()),
        (_, false) => ("ys-note ys-note_ok", CHECK, app.fill(key::desk_court::still(&struck))),
        (_, true) => ("ys-note ys-note_bad", STOP, app.fill(key::desk_court::turns(&struck))),
    };
    view! { <div class=class role="status">{icon(sign, "")}<div class="ys-b">{words}</div></div> }
}

/// How anybody repeats it.
fn foot(app: App, verdict: &Verdict) -> View {
    let words = |word: Word| para("ys-s ys-gap-2", app.say(word));
    let estate = verdict.estate.map(|estate| estate.to_string()).unwrap_or_default();
    card(vec![
        para("ys-b", app.say(key::desk_court::CHECK_IT_ELSEWHERE)),
        words(key::desk_court::HOW_TO_CHECK_IT),
        para("ys-code", format!("estate-audit verify FILE --estate {estate}")),
        words(key::desk_court::WHAT_IT_CANNOT_SHOW),
    ])
}
