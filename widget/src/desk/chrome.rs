//! What stands around every page of the desk: whose it is, where one can go, what was just done.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use leptos::prelude::*;
use web_sys::Event;
use yishi_protocol::body::Capability;
use yishi_words::Word;

use crate::desk::forms::small;
use crate::desk::{Desk, Page, SHOWN_FOR, Tab, queue};
use crate::kit::icons::{BALLOT_BOX, CHECK, KEY, icon};
use crate::kit::parts::big_type;
use crate::kit::tell::pick;
use crate::shell::screen::Screen;

const INBOX: &str = "M4 13.5 6.5 5h11l2.5 8.5V19H4zM4 13.5h4.5l1 2.5h5l1-2.5H20";
const LIST: &str = "M6 3h8l4.5 4.5V21H6zM13.5 3v5h5M9 12.5h6M9 16h6";
const TALK: &str = "M4 5h16v11.5H10.5L6 20.5v-4H4zM8 9.5h8M8 12.5h5";
const MONEY: &str = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 7.5 12 12l3.5-4.5M12 12v5.2M9 12.5h6M9 15h6";
const WORK: &str = "M5 19h3.5L19.5 8 16 4.5 5 15.5zM13.5 7l3.5 3.5";
const PEOPLE: &str = "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c0-3.3 2.9-5.5 6.5-5.5s6.5 2.2 6.5 5.5M16 5a3 3 0 0 1 0 6M17.5 14.3c2.4.6 4 2.5 4 5.2";
const SHIELD: &str = "M12 3 5 6v5.5c0 4.3 2.9 7.6 7 9.5 4.1-1.9 7-5.2 7-9.5V6zM9 12l2.2 2.2L15.5 10";
const TELEPHONE: &str =
    "M7 3.5 4.5 6c0 7 6.5 13.5 13.5 13.5l2.5-2.5-4-3.5-2.3 1.8a12 12 0 0 1-5.5-5.5L10.5 7.5z";
const RESULT: &str = "M4 20V10h4v10M10 20V4h4v16M16 20v-7h4v7";

/// The desk; `show` draws a page.
pub(crate) fn desk(desk: Desk, show: fn(Desk, &Page) -> View) -> View {
    let app = desk.app;
    let name = app
        .session
        .with_untracked(|session| session.as_ref().map(|session| session.name.clone()))
        .unwrap_or_default();
    let loaded = Memo::new(move |_| desk.data.with(|data| data.loaded));
    let office = Memo::new(move |_| {
        let has_office = desk.data.with(|data| !data.caps.is_empty());
        app.me.with(|me| me.as_ref().map(|_| has_office))
    });
    let inside = move || {
        // Only whether there is an office decides here: a page must not lose what is typed when lists are read anew.
        match (loaded.get(), office.get()) {
            (false, _) => waiting(desk),
            (true, None) => no_key(desk),
            (true, Some(false)) => no_office(desk),
            (true, Some(true)) => office_page(desk, show),
        }
    };
    view! {
        <header class="ys-top">
            <span class="ys-logo" aria-hidden="true">"议"</span>
            <div class="ys-toph"><b>{name}</b><br /><span class="ys-s ys-2">{desk.say(key::desk_chrome::DESK)}</span></div>
            <div class="ys-top__r">
            <p class="ys-top__me">{move || whoami(desk)}</p>
            {big_type(app)}
            </div>
        </header>
        {inside}
    }
}

fn whoami(desk: Desk) -> String {
    let name = desk.app.me.with(|me| me.as_ref().and_then(|me| me.name.clone()));
    let title = desk.data.with(|data| data.title.as_ref().map(|title| pick(desk.app, title)));
    match (name, title) {
        (Some(name), Some(title)) => format!("{name} · {title}"),
        (Some(words), None) | (None, Some(words)) => words,
        (None, None) => match desk.data.with(|data| data.caps.clone()) {
            caps if caps.contains(&Capability::Answer) => desk.say(key::desk_chrome::COMMITTEE).to_owned(),
            caps if !caps.is_empty() => desk.say(key::desk_chrome::OFFICER).to_owned(),
            _ => String::new(),
        },
    }
}

fn waiting(desk: Desk) -> View {
    view! {
        <main class="ys-main" aria-busy="true">
            <section class="ys-card">
                <i class="ys-sk ys-sk_h"></i>
                <i class="ys-sk ys-sk_l"></i>
                <i class="ys-sk ys-sk_l ys-sk_m"></i>
            </section>
            <p class="ys-hide" role="status">{desk.say(key::common::OPENING_PLEASE_WAIT)}</p>
        </main>
    }
}

/// For a device without a key here.
fn no_key(desk: Desk) -> View {
    let app = desk.app;
    let way = match app.own_page() {
        Some(page) => view! {
            <a class="weui-btn weui-btn_primary ys-gap-3" href=page>{desk.say(key::desk_chrome::ENROL_ON_YISHI_OWN_PAGE)}</a>
        },
        None => view! {
            <button type="button" class="weui-btn weui-btn_primary ys-gap-3" on:click=move |_| app.go(Screen::Enrol(None))>
                {icon(KEY, "")}
                {desk.say(key::common::ENROL_WITH_A_LETTER)}
            </button>
        },
    };
    view! {
        <main class="ys-main">
            <section class="ys-card">
                <h1 class="ys-t">{desk.say(key::desk_chrome::THIS_DEVICE_IS_NOT_ENROLLED)}</h1>
                <p class="ys-gap-2">{desk.say(
                    key::desk_chrome::EVERY_STEP_AT_THE_DESK,
                )}</p>
                {way}
                {small(desk.say(
                    key::desk_chrome::NO_LETTER_ASK_THE_COMMITTEE,
                ))}
            </section>
        </main>
    }
}

/// For somebody without an office.
fn no_office(desk: Desk) -> View {
    let home = desk.app.own_page().unwrap_or_else(|| {
        let estate =
            desk.app.session.with_untracked(|session| session.as_ref().map(|s| s.estate.to_string()));
        format!("/?estate={}", estate.unwrap_or_default())
    });
    view! {
        <main class="ys-main">
            <section class="ys-card">
                <h1 class="ys-t">{desk.say(key::desk_chrome::YOU_HOLD_NO_OFFICE_HERE)}</h1>
                <p class="ys-gap-2">{desk.say(
                    key::desk_chrome::THE_DESK_IS_FOR_THE,
                )}</p>
                <a class="weui-btn weui-btn_default ys-gap-3" href=home>{desk.say(key::desk_chrome::GO_TO_THE_RESIDENTS_PAGE)}</a>
            </section>
        </main>
    }
}

fn office_page(desk: Desk, show: fn(Desk, &Page) -> View) -> View {
    let said = move || {
        desk.said
            .get()
            .map(|words| view! { <div class="ys-note ys-note_ok">{icon(CHECK, "")}<p>{words}</p></div> })
    };
    view! {
        <div class="ys-body">
            {nav(desk)}
            <main class="ys-main">
                <div role="status">{said}</div>
                {move || {
                    let page = desk.page.get();
                    // What a page reads while it is drawn must not draw it anew: that would lose what is typed.
                    untrack(|| show(desk, &page))
                }}
            </main>
        </div>
    }
}

fn nav(desk: Desk) -> View {
    use Capability::{
        Answer, Close, Disclosure, Dispatch, Evidence, Moderate, Notice, Open, Paper, Progress, Raise, Tally,
    };
    let rows = [
        (INBOX, key::desk_chrome::QUEUE, Page::Queue, &[][..]),
        (LIST, key::common::MATTERS, Page::Matters, &[Answer, Notice, Dispatch][..]),
        (BALLOT_BOX, key::desk_chrome::NEW_VOTE, Page::Wizard(0), &[Notice][..]),
        (RESULT, key::desk_chrome::VOTES, Page::Votes, &[Notice, Open, Close, Paper, Tally, Evidence][..]),
        (WORK, key::desk_common::MY_WORK, Page::Tasks, &[Progress][..]),
        (MONEY, key::desk_chrome::BOOKS, Page::Books, &[Disclosure][..]),
        (TALK, key::desk_common::QUESTIONS, Page::Questions, &[Disclosure][..]),
        (SHIELD, key::desk_moderated::REPORTS_AND_HIDING, Page::Moderated, &[Moderate][..]),
        (TELEPHONE, key::desk_chrome::HELP, Page::Help, &[Raise][..]),
        (PEOPLE, key::desk_chrome::PEOPLE, Page::People(Tab::Waiting), SHOWN_FOR),
    ];
    let caps = Memo::new(move |_| desk.data.with(|data| data.caps.clone()));
    let shown = move || {
        caps.track();
        let rows = rows.clone().into_iter();
        rows.filter(|(_, _, _, caps)| caps.is_empty() || caps.iter().any(|cap| desk.may(*cap)))
            .map(|(path, words, page, _)| row(desk, path, words, page))
            .draw_all()
    };
    view! { <nav class="ys-nav" aria-label=desk.say(key::desk_chrome::DESK_2)>{shown}</nav> }
}

/// The part of the desk in which a page lies.
fn part(page: &Page) -> Page {
    match page {
        Page::Matter(_) | Page::Dispatch(_) => Page::Matters,
        Page::Open(_)
        | Page::Withdraw(_)
        | Page::Extend(_)
        | Page::End(_)
        | Page::Delivery(_)
        | Page::Printed(_)
        | Page::Paper(_)
        | Page::Ballots(_)
        | Page::Count(_)
        | Page::Posted(_) => Page::Votes,
        Page::Task(..) => Page::Tasks,
        Page::Published(_) => Page::Books,
        Page::Wizard(_) => Page::Wizard(0),
        Page::People(_) => Page::People(Tab::Waiting),
        other => other.clone(),
    }
}

fn row(desk: Desk, path: &'static str, words: Word, page: Page) -> View {
    let (here, counted, target) = (page.clone(), page.clone(), page);
    let number = move || {
        let (count, late) = desk.data.with(|data| queue::waiting(data, &counted, desk.now_ms()));
        let class = if late { "num bad" } else { "num" };
        (count > 0).then(|| view! { <span class=class>{count}</span> })
    };
    let open = move |event: Event| {
        event.prevent_default();
        desk.go(if let Page::Wizard(_) = target { desk.wizard() } else { target.clone() });
    };
    view! {
        <a href="#" aria-current=move || desk.page.with(|page| part(page) == here).then_some("page") on:click=open>
            {icon(path, "")}
            <span>{desk.say(words)}</span>
            {number}
        </a>
    }
}
