//! Letters that were just made, one a page. Their codes are in this page's memory and on paper, nowhere else: whoever leaves
//! is asked first.

use std::fmt::Display;

use crate::draw::{Draw, DrawAll, View, view};
use crate::words::key::desk_letter as words;
use crate::words::{Lang, key};
use leptos::prelude::*;
use yishi_protocol::calendar::local_day;

use crate::desk::dates::full;
use crate::desk::forms::{hint, title};
use crate::desk::letters::PrintedLetter;
use crate::desk::{Desk, Page, Tab};
use crate::kit::icons::icon;
use crate::kit::parts::button;
use crate::kit::qr;
use crate::people::desk::roster::{self, Roster};
use crate::proofs::session::Session;

const PRINTER: &str =
    "M7 9V4h10v5M7 17H4.5v-6.5a1.5 1.5 0 0 1 1.5-1.5h12a1.5 1.5 0 0 1 1.5 1.5V17H17M7 14h10v6H7z";

/// So many homes stand on a letter; who owns more knows which they are.
const HOMES: usize = 6;

pub(crate) fn page(desk: Desk) -> View {
    let Some(printed) = desk.letters.get_untracked() else {
        let words = desk.say(key::desk_printed::CODES_ARE_SHOWN_ONCE_MAKE);
        return view! {
            {title(desk, desk.say(key::desk_common::LETTERS).to_owned(), Some(Page::People(Tab::Letters)))}
            {hint("ys-note_wait", words)}
        };
    };
    ask_before_unloading();
    let roster = roster::read(desk);
    let print = move || {
        if let Some(window) = web_sys::window() {
            drop(window.print());
        }
    };
    let waiting = desk.data.with_untracked(|data| {
        let entry = printed.entry;
        data.waiting.iter().any(|act| Some(act.entry) == entry && act.lapses_ms.is_some())
    });
    let pages = printed.letters.iter().map(|one| letter(desk, one, printed.expires_ms, roster, waiting));
    view! {
        {title(desk, desk.say(key::desk_printed::PRINT_THE_LETTERS).to_owned(), Some(Page::People(Tab::Letters)))}
        {leaving(desk)}
        <div class="ys-noprint">
            {waiting.then(|| hint("ys-note_wait", desk.say(
                key::desk_printed::LETTERS_FOR_PEOPLE_WITH_A,
            )))}
            {hint("", desk.say(
                key::desk_printed::THE_CODES_ARE_GONE_ONCE,
            ))}
            <div class="ys-gap-3">
                {view! {
                    <button type="button" class="weui-btn weui-btn_primary" on:click=move |_| print()>
                        {icon(PRINTER, "")}
                        {desk.say(key::desk_printed::PRINT)}
                    </button>
                }}
            </div>
        </div>
        <div class="ys-letters">{pages.draw_all()}</div>
    }
}

/// The browser asks too, where the page is closed or loaded anew.
fn ask_before_unloading() {
    let handle = window_event_listener(leptos::ev::beforeunload, |event| {
        event.prevent_default();
        // Browsers of some years ago ask only if something is answered.
        event.set_return_value("1");
    });
    on_cleanup(move || handle.remove());
}

/// Where somebody wanted to go, and whether they are done here.
fn leaving(desk: Desk) -> View {
    let words = move || {
        desk.leaving.get().map(|page| {
            let leave = move || {
                desk.letters.set(None);
                desk.leaving.set(None);
                desk.go(page.clone());
            };
            view! {
                <div class="ys-note ys-note_wait ys-noprint" role="alert">
                    <div>
                        <p class="ys-b">{desk.say(key::desk_printed::ARE_ALL_LETTERS_PRINTED)}</p>
                        <p>{desk.say(key::desk_printed::THE_CODES_ARE_GONE_ONCE_2)}</p>
                        <div class="ys-pair ys-gap-3">
                            {button("weui-btn weui-btn_primary", "", desk.say(key::desk_printed::PRINTED_LEAVE), leave)}
                            {button("weui-btn weui-btn_default", "", desk.say(key::desk_printed::STAY), move || desk.leaving.set(None))}
                        </div>
                    </div>
                </div>
            }
        })
    };
    view! { <div>{words}</div> }
}

/// Where the server is: what stands before its addresses.
fn server(session: &Session) -> String {
    session.base.split("/api/estates/").next().unwrap_or_default().to_owned()
}

/// A page of paper. It speaks the source language whatever the desk speaks: it goes to a resident.
fn letter(desk: Desk, letter: &PrintedLetter, expires_ms: u64, roster: Roster, waiting: bool) -> View {
    let Some(session) = desk.app.session.get_untracked() else { return View::Nothing };
    let lang = Lang::default();
    let address = format!("{}/enrol", server(&session));
    let code = letter.code.to_string();
    let url = format!("{address}#{}.{code}", session.estate);
    let expires = full(lang, local_day(expires_ms.saturating_sub(1)));
    let person = letter.person;
    let waits = move || {
        let waits = roster.find(&person).map_or(waiting, |one| one.waits(desk.now_ms()));
        waits.then(|| view! { <p class="ys-letter__waits">{lang.say(words::WAITS)}</p> })
    };
    let to = match &letter.name {
        Some(name) => words::to(&put_in(name)),
        None => words::TO_HOME.into(),
    };
    let shown = put_in(&letter.homes.iter().take(HOMES).cloned().collect::<Vec<_>>().join(" "));
    let homes = match letter.homes.len() {
        all if all > HOMES => lang.fill(words::homes_more(&shown, &all)),
        _ => shown,
    };
    let groups = code.split('-').map(|group| view! { <b>{group.to_owned()}</b> }).draw_all();
    view! {
        <article class="ys-card ys-letter" lang=lang.tag()>
            <h2 class="ys-h">{session.name.clone()} " " {lang.say(words::WHAT)}</h2>
            <p class="ys-letter__to">{emphasised(&lang.fill(to))}</p>
            {(!homes.is_empty()).then(|| view! { <p>{emphasised(&lang.fill(words::homes(&homes)))}</p> })}
            <div class="ys-letter__how">
                <ol>
                    <li>"1. " {lang.say(words::SCAN)}</li>
                    <li>"2. " {lang.say(words::CHECK)}</li>
                    <li>"3. " {lang.say(words::CONFIRM)}</li>
                </ol>
                {qr::drawn(&url, lang.say(words::QR))}
            </div>
            <p>{coded(&lang.fill(words::r#type(&marked(&address))))}</p>
            <p class="ys-letter__code ys-code">{groups}</p>
            <p class="ys-s">{emphasised(&lang.fill(words::expires(&expires)))}</p>
            {waits}
            <p class="ys-letter__care">{emphasised(lang.say(words::CARE))}</p>
            <p class="ys-s ys-2">{coded(&lang.fill(words::genuine(&marked(&session.estate), &marked(&session.log_key))))}</p>
        </article>
    }
}

/// Stands for an asterisk of a name, since those of a phrase mark what is bold. No text holds it.
const ASTERISK: char = '\u{fdd0}';

/// A text that is put into a phrase: none of its asterisks is the phrase's.
fn put_in(text: &str) -> String {
    text.replace('*', &ASTERISK.to_string())
}

/// A phrase with what stands between its asterisks in bold.
fn emphasised(phrase: &str) -> View {
    marks(phrase, '*', |part| view! { <b>{part}</b> })
}

/// Stands around what is set as code. No text holds it.
const CODE: char = '\u{fdd1}';

/// A value that is set as code.
fn marked(value: &dyn Display) -> String {
    format!("{CODE}{value}{CODE}")
}

/// A phrase with its marked values as code.
fn coded(phrase: &str) -> View {
    marks(phrase, CODE, |part| view! { <span class="ys-code">{part}</span> })
}

/// A phrase of which every second part, between marks, is drawn apart.
fn marks(phrase: &str, mark: char, apart: fn(String) -> View) -> View {
    let parts = phrase.split(mark).enumerate().map(|(at, part)| {
        let part = part.replace(ASTERISK, "*");
        if at % 2 == 1 { apart(part) } else { part.draw() }
    });
    parts.draw_all()
}
