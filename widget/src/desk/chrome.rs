//! What stands around every page of the desk: whose it is, where one can go, what was just done.

use leptos::prelude::*;
use yishi_protocol::body::Capability;

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
const RESULT: &str = "M4 20V10h4v10M10 20V4h4v16M16 20v-7h4v7";

/// The desk; `show` draws a page.
pub(crate) fn desk(desk: Desk, show: fn(Desk, &Page) -> AnyView) -> AnyView {
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
            <div class="ys-toph"><b>{name}</b><br /><span class="ys-s ys-2">{desk.say("议事工作台", "Desk")}</span></div>
            <div class="ys-top__r">
            <p class="ys-top__me">{move || whoami(desk)}</p>
            {big_type(app)}
            </div>
        </header>
        {inside}
    }
    .into_any()
}

fn whoami(desk: Desk) -> String {
    let name = desk.app.me.with(|me| me.as_ref().and_then(|me| me.name.clone()));
    let title = desk.data.with(|data| data.title.as_ref().map(|title| pick(desk.app, title)));
    match (name, title) {
        (Some(name), Some(title)) => format!("{name} · {title}"),
        (Some(words), None) | (None, Some(words)) => words,
        (None, None) => match desk.data.with(|data| data.caps.clone()) {
            caps if caps.contains(&Capability::Answer) => desk.say("业委会", "Committee").to_owned(),
            caps if !caps.is_empty() => desk.say("工作人员", "Officer").to_owned(),
            _ => String::new(),
        },
    }
}

fn waiting(desk: Desk) -> AnyView {
    view! {
        <main class="ys-main" aria-busy="true">
            <section class="ys-card">
                <i class="ys-sk ys-sk_h"></i>
                <i class="ys-sk ys-sk_l"></i>
                <i class="ys-sk ys-sk_l ys-sk_m"></i>
            </section>
            <p class="ys-hide" role="status">{desk.say("正在打开，请稍候", "Opening, please wait")}</p>
        </main>
    }
    .into_any()
}

/// For a device without a key here.
fn no_key(desk: Desk) -> AnyView {
    let app = desk.app;
    let way = match app.own_page() {
        Some(page) => view! {
            <a class="weui-btn weui-btn_primary ys-gap-3" href=page>{desk.say("到议事自己的页面登记", "Enrol on Yishi's own page")}</a>
        }
        .into_any(),
        None => view! {
            <button type="button" class="weui-btn weui-btn_primary ys-gap-3" on:click=move |_| app.go(Screen::Enrol(None))>
                {icon(KEY, "")}
                {desk.say("用入户信登记", "Enrol with a letter")}
            </button>
        }
        .into_any(),
    };
    view! {
        <main class="ys-main">
            <section class="ys-card">
                <h1 class="ys-t">{desk.say("这台设备还没有登记", "This device is not enrolled")}</h1>
                <p class="ys-gap-2">{desk.say(
                    "工作台上每一步都要签名。先用发给你本人的入户信登记这台设备，登记一次就行。",
                    "Every step at the desk is signed. Enrol this device once with the letter made out to you.",
                )}</p>
                {way}
                {small(desk.say(
                    "没有信？找业委会补一封。别人的信不能用：签的名会记在他名下。",
                    "No letter? Ask the committee for one. Never use another person's: the signatures would be theirs.",
                ))}
            </section>
        </main>
    }
    .into_any()
}

/// For somebody without an office.
fn no_office(desk: Desk) -> AnyView {
    let home = desk.app.own_page().unwrap_or_else(|| {
        let estate =
            desk.app.session.with_untracked(|session| session.as_ref().map(|s| s.estate.to_string()));
        format!("/?estate={}", estate.unwrap_or_default())
    });
    view! {
        <main class="ys-main">
            <section class="ys-card">
                <h1 class="ys-t">{desk.say("你还没有工作权限", "You hold no office here")}</h1>
                <p class="ys-gap-2">{desk.say(
                    "工作台给业委会和物业的人用。请业委会给你授权，授权生效后刷新这一页。",
                    "The desk is for the committee and the manager. Ask the committee for a grant, then reload this page.",
                )}</p>
                <a class="weui-btn weui-btn_default ys-gap-3" href=home>{desk.say("回到居民页面", "Go to the residents' page")}</a>
            </section>
        </main>
    }
    .into_any()
}

fn office_page(desk: Desk, show: fn(Desk, &Page) -> AnyView) -> AnyView {
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
    .into_any()
}

fn nav(desk: Desk) -> AnyView {
    use Capability::{Answer, Close, Disclosure, Dispatch, Notice, Open, Progress, Tally};
    let rows = [
        (INBOX, ("待办", "Queue"), Page::Queue, &[][..]),
        (LIST, ("事项", "Matters"), Page::Matters, &[Answer, Notice, Dispatch][..]),
        (BALLOT_BOX, ("开表决", "New vote"), Page::Wizard, &[Notice][..]),
        (RESULT, ("表决和公告", "Votes"), Page::Votes, &[Notice, Open, Close, Tally][..]),
        (WORK, ("报进度", "My work"), Page::Tasks, &[Progress][..]),
        (MONEY, ("公示账目", "Books"), Page::Books, &[Disclosure][..]),
        (TALK, ("答提问", "Questions"), Page::Questions, &[Disclosure][..]),
        (PEOPLE, ("人员与授权", "People"), Page::People(Tab::Waiting), SHOWN_FOR),
    ];
    let caps = Memo::new(move |_| desk.data.with(|data| data.caps.clone()));
    let shown = move || {
        caps.track();
        let rows = rows.clone().into_iter();
        rows.filter(|(_, _, _, caps)| caps.is_empty() || caps.iter().any(|cap| desk.may(*cap)))
            .map(|(path, words, page, _)| row(desk, path, words, page))
            .collect_view()
    };
    view! { <nav class="ys-nav" aria-label=desk.say("工作台", "Desk")>{shown}</nav> }.into_any()
}

/// The part of the desk in which a page lies.
fn part(page: &Page) -> Page {
    match page {
        Page::Matter(_) | Page::Dispatch(_) => Page::Matters,
        Page::Open(_) | Page::Count(_) | Page::Posted(_) => Page::Votes,
        Page::Task(..) => Page::Tasks,
        Page::Published(_) => Page::Books,
        Page::People(_) => Page::People(Tab::Waiting),
        other => other.clone(),
    }
}

fn row(desk: Desk, path: &'static str, words: (&'static str, &'static str), page: Page) -> AnyView {
    let (here, counted, target) = (page.clone(), page.clone(), page);
    let number = move || {
        let (count, late) = desk.data.with(|data| queue::waiting(data, &counted, desk.now_ms()));
        let class = if late { "num bad" } else { "num" };
        (count > 0).then(|| view! { <span class=class>{count}</span> })
    };
    let open = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        desk.go(target.clone());
    };
    view! {
        <a href="#" aria-current=move || desk.page.with(|page| part(page) == here).then_some("page") on:click=open>
            {icon(path, "")}
            <span>{desk.say(words.0, words.1)}</span>
            {number}
        </a>
    }
    .into_any()
}
