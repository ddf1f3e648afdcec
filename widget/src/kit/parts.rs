//! Pieces that several screens share.

use std::fmt::Display;

use crate::draw::{Draw, DrawAll, View, view};
use crate::live::Live;
use crate::words::key;
use yishi_protocol::id::{EntryId, PartyId};
use yishi_protocol::rehearsal::MARK;
use yishi_words::{Filled, Word};

use crate::kit::icons::{BACK, BIG, CHECK, GO, KEY, STOP, icon};
use crate::shell::app::App;
use crate::shell::look;
use crate::shell::screen::{Goal, Screen};
use crate::words::format::area;

/// The bar at the top of an inner screen, with the way back.
pub(crate) fn bar(app: App, title: &'static str, back: Screen) -> View {
    // The first screen and the desk show the estate's name, which says it in full.
    let marked = app
        .session
        .with_untracked(|session| session.as_ref().is_some_and(|session| session.name.starts_with(MARK)));
    view! {
        <header class="ys-bar">
            <button
                type="button"
                class="ys-back"
                aria-label=app.say(key::common::BACK)
                on:click=move |_| app.back(back.clone())
            >
                {icon(BACK, "")}
            </button>
            <h1 class="ys-bar__t">{marked.then_some(MARK)} {marked.then_some(" · ")} {title}</h1>
            {big_type(app)}
        </header>
    }
}

/// The head of the first screen.
pub(crate) fn head(app: App) -> View {
    let name =
        app.session.with(|session| session.as_ref().map(|session| session.name.clone())).unwrap_or_default();
    let who = app.me.with(|me| match me {
        Some(me) => {
            let home = me.homes.first().and_then(|home| home.address.clone()).unwrap_or_default();
            format!("{} {home}", me.name.clone().unwrap_or_default())
        }
        None => app.say(key::parts::WHAT_THIS_ESTATE_IS_DECIDING).to_owned(),
    });
    view! {
        <header class="ys-head">
            <span class="ys-logo" aria-hidden="true">"议"</span>
            <div class="ys-head__name"><h1>{name}</h1><span>{who}</span></div>
            <div class="ys-head__act">{big_type(app)}</div>
        </header>
    }
}

/// A place where one can always go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nav {
    Home,
    Matters,
    Books,
    Mine,
}

/// Where one can always go, and where one is.
pub(crate) fn tabs(app: App, here: Nav) -> View {
    let tab = |word: Word, to: Nav| {
        let current = (to == here).then_some("page");
        let go = move |_| {
            // The newest month's books have to be read first.
            let newest = app.disclosures.with_untracked(|all| all.first().map(|books| books.disclosure));
            match (to, newest) {
                (Nav::Books, Some(books)) => app.visit(Goal::Books(books, None)),
                (Nav::Home | Nav::Books, _) => app.go(Screen::Home),
                (Nav::Matters, _) => app.go(Screen::Matters),
                (Nav::Mine, _) => app.go(Screen::Mine),
            }
        };
        view! { <button type="button" aria-current=current on:click=go>{app.say(word)}</button> }
    };
    let books = app.disclosures.with(|all| !all.is_empty());
    view! {
        <nav class="ys-nav" aria-label=app.say(key::tabs::NAME)>
            {tab(key::tabs::HOME, Nav::Home)}
            {tab(key::tabs::MATTERS, Nav::Matters)}
            {books.then(|| tab(key::tabs::BOOKS, Nav::Books))}
            {tab(key::tabs::MINE, Nav::Mine)}
        </nav>
    }
}

/// The switch to large type, or back: it says what pressing it brings.
pub(crate) fn big_type(app: App) -> View {
    view! {
        <button
            type="button"
            class="ys-tool"
            on:click=move |_| {
                let large = !app.care.get_untracked();
                app.care.set(large);
                look::keep_large(large);
            }
        >
            {icon(BIG, "")}
            <span>
                {move || if app.care.get() { app.say(key::parts::STANDARD) } else { app.say(key::parts::LARGE) }}
            </span>
        </button>
    }
}

/// Where to turn: whom to ring, as soon as that was read, and whom not to tell one's code.
pub(crate) fn help(app: App) -> View {
    let foot = live(move || {
        app.now_ms.track();
        (app.above.foot)(app)
    });
    view! {
        {foot}
        <p class="ys-help">
            {app.say(
                key::parts::NEED_HELP_ASK_AT_THE,
            )}
        </p>
    }
}

/// What a party's ballot counts as: `89.37 m²、1 人`; without the area if it is not at hand.
pub(crate) fn counts_as(app: App, agenda: EntryId, party: PartyId) -> String {
    let head = app.say(key::common::N1_HEAD);
    match app.weight(agenda, party) {
        Some(area_c) => format!("{}{}{head}", area(area_c), app.say(key::common::MARK)),
        None => head.to_owned(),
    }
}

/// A row of a list of facts.
pub(crate) fn fact(term: &'static str, value: impl Into<String>) -> View {
    view! { <div><dt>{term}</dt><dd>{value.into()}</dd></div> }
}

/// A row with a second, smaller line.
pub(crate) fn fact_with(term: &'static str, value: String, more: String) -> View {
    view! { <div><dt>{term}</dt><dd>{value}<br /><span class="ys-s ys-2">{more}</span></dd></div> }
}

/// A large round sign over a heading, announced when it appears.
pub(crate) fn sign(
    path: &'static str,
    class: &'static str,
    role: &'static str,
    heading: String,
    words: View,
) -> View {
    let class = format!("ys-msg__i {class}");
    view! {
        <div class="weui-msg" role=role>
            <div class=class>{icon(path, "")}</div>
            <h2 class="ys-h" tabindex="-1">{heading}</h2>
            <p class="weui-msg__desc">{words}</p>
        </div>
    }
}

/// A line with a tick.
pub(crate) fn ticked(words: String) -> View {
    view! { <li>{icon(CHECK, "ys-ok")}{words}</li> }
}

/// The heading of a section, with how much there is of it or what else its right end says.
pub(crate) fn section(heading: &'static str, count: String, right: &'static str) -> View {
    view! {
        <h2 class="ys-sec">
            {heading} " " <span class="ys-count">{count}</span>
            <span class="r ys-2">{right}</span>
        </h2>
    }
}

/// A button that does one thing.
pub(crate) fn button(
    class: &'static str,
    path: &'static str,
    words: impl Into<String>,
    press: impl Fn() + 'static,
) -> View {
    boxed_button(class, path, words.into(), Box::new(press))
}

fn boxed_button(class: &'static str, path: &'static str, words: String, press: Box<dyn Fn()>) -> View {
    let picture = (!path.is_empty()).then(|| icon(path, ""));
    view! { <button type="button" class=class on:click=move |_| press()>{picture}{words}</button> }
}

/// A row that leads somewhere: a disc, two lines, an arrow.
pub(crate) fn row(
    class: &'static str,
    path: &'static str,
    (title, about): (String, String),
    press: Box<dyn Fn()>,
) -> View {
    let class = format!("ys-disc {class}");
    view! {
        <button type="button" class="weui-cell ys-cellbtn" on:click=move |_| press()>
            <span class=class>{icon(path, "")}</span>
            <span class="weui-cell__bd"><span>{title}</span><span class="weui-cell__desc ys-block">{about}</span></span>
            {icon(GO, "ys-go")}
        </button>
    }
}

/// A row that only says something.
pub(crate) fn cell(path: &'static str, (title, about): (String, String)) -> View {
    view! {
        <div class="weui-cell">
            <span class="ys-disc">{icon(path, "")}</span>
            <span class="weui-cell__bd"><span>{title}</span><span class="weui-cell__desc ys-block">{about}</span></span>
        </div>
    }
}

/// A bar of several parts, each with its class, where it begins and how long it is, and perhaps a mark.
pub(crate) fn chart(label: String, parts: Vec<(&'static str, String, String)>, mark: Option<String>) -> View {
    let part = |(class, x, width): (&'static str, String, String)| {
        view! { <rect class=class x=x y="5" width=width height="12" rx="3" /> }
    };
    let mark = mark.map(|x| {
        view! {
            <svg x=x overflow="visible">
                <rect class="halo" x="-3.5" y="0" width="7" height="22" />
                <rect class="mark" x="-1.5" y="0" width="3" height="22" rx="1" />
            </svg>
        }
    });
    view! {
        <svg class="ys-svg" role="img" aria-label=label>
            <rect class="rail" x="0" y="5" width="100%" height="12" rx="3" />
            {parts.into_iter().map(part).draw_all()}
            {mark}
        </svg>
    }
}

/// The first rows of a list, and a button that shows the rest.
pub(crate) fn first_rows(
    app: App,
    (total, limit): (usize, usize),
    rest: fn(&dyn Display) -> Filled,
    row: Box<dyn Fn(usize) -> View>,
) -> View {
    let all = Live::new(total <= limit);
    let more = live(move || {
        let words = app.fill(rest(&total.saturating_sub(limit)));
        (!all.get()).then(|| button("weui-btn weui-btn_text", "", words, move || all.set(true)))
    });
    let rows = live(move || {
        let rows = (0..if all.get() { total } else { limit }).map(&row);
        Some(rows.draw_all())
    });
    view! { {rows} {more} }
}

/// A box that stands out, with a drawing.
pub(crate) fn note(class: &'static str, path: &'static str, parts: Vec<View>) -> View {
    view! { <div class=class>{icon(path, "")}<div>{parts}</div></div> }
}

/// Rows in a white box.
pub(crate) fn cells(rows: Vec<View>) -> View {
    view! { <div class="weui-cells">{rows}</div> }
}

/// What has just been done, for the eye; the frame says it to the ear.
pub(crate) fn said(app: App) -> View {
    live(move || {
        let note = app.note.get()?;
        let words = view! { <div class="ys-note ys-note_ok" aria-hidden="true">{icon(CHECK, "")}<div class="ys-b">{note}</div></div> };
        Some(words)
    })
}

/// Something that went wrong, in a red box.
pub(crate) fn alert(what: &'static str, todo: String) -> View {
    view! {
        <div class="ys-note ys-note_bad" role="alert">
            {icon(STOP, "")}
            <div><p class="ys-b ys-bad">{what}</p><p>{todo}</p></div>
        </div>
    }
}

/// Words that lead somewhere.
pub(crate) fn link(words: String, press: Box<dyn Fn()>) -> View {
    view! { <button type="button" class="ys-link ys-info" on:click=move |_| press()>{words}{icon(GO, "ys-i_s")}</button> }
}

/// A paragraph.
pub(crate) fn para(class: &'static str, words: impl Into<String>) -> View {
    plain_para(class, words.into())
}

fn plain_para(class: &'static str, words: String) -> View {
    view! { <p class=class>{words}</p> }
}

/// The question or sentence with which a screen begins.
pub(crate) fn topic(words: impl Into<String>) -> View {
    plain_topic(words.into())
}

fn plain_topic(words: String) -> View {
    view! { <div class="ys-q"><h2 class="ys-h" tabindex="-1">{words}</h2></div> }
}

/// Buttons at the end of a screen.
pub(crate) fn acts(parts: Vec<View>) -> View {
    view! { <div class="ys-acts">{parts}</div> }
}

/// What is to be done, step by step.
pub(crate) fn steps(all: &[&'static str]) -> View {
    let steps = all.iter().map(|words| view! { <li>{*words}</li> });
    view! { <ol class="ys-todo">{steps.collect::<Vec<_>>()}</ol> }
}

/// A card that shows its first line until it is opened.
pub(crate) fn folded(words: &'static str, parts: Vec<View>) -> View {
    view! { <details class="ys-card"><summary class="ys-b">{words}</summary>{parts}</details> }
}

/// Something that is drawn anew while its screen stands. All are of one type: what draws them is compiled once.
pub(crate) fn live(draw: impl Fn() -> Option<View> + 'static) -> View {
    boxed_live(Box::new(draw))
}

fn boxed_live(draw: Box<dyn Fn() -> Option<View>>) -> View {
    draw.draw()
}

/// A white card with some parts in it.
pub(crate) fn card(parts: Vec<View>) -> View {
    view! { <div class="ys-card">{parts}</div> }
}

/// A whole inner screen.
pub(crate) fn page(app: App, title: &'static str, back: Screen, parts: View) -> View {
    view! { {bar(app, title, back)} <div>{said(app)}{parts}</div> {help(app)} }
}

/// For a phone that has no key here.
pub(crate) fn stranger(app: App) -> View {
    if let Some(page) = app.own_page() {
        return card(vec![
            para("ys-b", app.say(key::parts::ENROL_AND_VOTE_ON_YISHI)),
            para("ys-gap-1", app.say(key::parts::THIS_PAGE_IS_MADE_BY)),
            view! {
                <a class="weui-btn weui-btn_primary ys-gap-3" href=page>
                    {icon(GO, "")}
                    {app.say(key::parts::GO_AND_VOTE)}
                </a>
            },
        ]);
    }
    let (enrol, join) =
        (app.say(key::common::ENROL_WITH_A_LETTER), app.say(key::parts::I_USE_ANOTHER_PHONE_ALREADY));
    card(vec![
        para("ys-b", app.say(key::common::THIS_PHONE_IS_NOT_ENROLLED)),
        para("ys-gap-1", app.say(key::parts::ENROL_ONCE_WITH_YOUR_LETTER)),
        button("weui-btn weui-btn_primary ys-gap-3", KEY, enrol, move || app.go(Screen::Enrol(None))),
        button("weui-btn weui-btn_text", "", join, move || app.go(Screen::Join(None))),
    ])
}
