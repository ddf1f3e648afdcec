//! The desk of whoever holds an office: which page is shown.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::Closure;

use crate::desk::load::Data;
use crate::desk::new_vote::NewVote;
use crate::desk::pages::{Pages, is_old};
use crate::desk::{Desk, DeskShared, Files, Page, chrome};
use crate::draw::{Spot, View, view};
use crate::home::message;
use crate::live::Live;
use crate::people::{self, arrive, enrol};
use crate::shell::app::{Above, App};
use crate::shell::screen::Screen;
use crate::steps::decide::desk::{
    annul, board, calls, candidates, count, delivery, draw, end, extend, nominating, open, paper, posted,
    print, seat, votes, withdraw, wizard,
};
use crate::steps::deliberate::desk::moderated;
use crate::steps::desk::{first, matter, matters};
use crate::steps::disclose::desk::{books, disclosed, questions};
use crate::steps::execute::desk::{dispatch, progress};

/// What lies below may ask for: the desk is not loaded in parts, and shows no list of the window's.
pub(crate) const ABOVE: Above = Above {
    follows: false,
    load: |_| Box::pin(async { Ok(()) }),
    lists: |_| None,
    foot: |_| None,
    prepare: |app| Box::pin(app.hold_history()),
    reach: |app, goal, step| Box::pin(app.reach_people(goal, step)),
    open: |_, _, _| Box::pin(async { Ok(()) }),
    send: |app, quiet| {
        Box::pin(async move { app.send_now(quiet).await?.map_or(Ok(()), |(_, trouble)| Err(trouble)) })
    },
    arrive: |app, arrival| Box::pin(arrive::arrive(app, arrival)),
    finish: |app| Box::pin(arrive::finish(app)),
    why: |_, _, _| None,
    hold_authors: |_, _, history| Box::pin(async { history }),
    resend: |app, outgoing| Box::pin(app.resend_now(outgoing)),
};

/// The whole desk.
pub(crate) fn root(app: App) -> View {
    let desk = Desk(Box::leak(Box::new(DeskShared {
        app,
        page: Live::new(Page::Queue),
        pages: Pages::default(),
        root: Spot::new(),
        data: Live::new(Data::default()),
        clock: Live::new(None),
        said: Live::new(None),
        letters: Live::new(None),
        leaving: Live::new(None),
        draft: NewVote::new(app, &app.kept("desk/vote")),
        files: Files { roll: Live::new(None), ledger: Live::new(None) },
    })));
    let told = Closure::<dyn FnMut()>::new(move || if is_old() { desk.look_again() } else { desk.moved() });
    let address = desk.pages.begin(app.own_page().is_none(), told.into_js_value());
    desk.page.set(Page::at(&address));
    // The desk begins where the window's first screen would stand.
    let home = Memo::new(move |_| app.screen.with(|screen| *screen == Screen::Home));
    Effect::new(move |_| {
        if home.get() {
            desk.pages.start(&desk.page.get_untracked().address());
            spawn_local(async move {
                if let Err(trouble) = desk.load().await {
                    app.go(Screen::Trouble(trouble));
                }
            });
        }
    });
    // Officers sign what stands there, and the desk has its own English: page translators leave it alone.
    // The desk is a page of its own: its bar and its main part are the page's, so it is no region of another one.
    let theme = move || Some(app.theme.get()).filter(|theme| !theme.is_empty());
    view! {
        <div
            seen=desk.root
            class=move || if home.get() { "wx-root ys-desk notranslate" } else { "wx-root notranslate" }
            translate="no"
            lang=move || app.lang.get().tag()
            aria-busy=move || app.speaks.with(Option::is_some).then_some("true")
            data-weui-theme=theme
            data-weui-mode=move || app.care.get().then_some("care")
        >
            {move || {
                app.lang.track();
                match app.screen.get() {
                    Screen::Enrol(code) => enrol::screen(app, code),
                    Screen::Trouble(trouble) => message::trouble(app, &trouble),
                    Screen::Home => chrome::desk(desk, show),
                    _ => message::opening(app),
                }
            }}
        </div>
    }
}

fn show(desk: Desk, page: &Page) -> View {
    match *page {
        Page::Queue => first::page(desk),
        Page::Matters => matters::page(desk),
        Page::Matter(matter) => matter::page(desk, matter),
        Page::Dispatch(matter) => dispatch::page(desk, matter),
        Page::Candidates(matter) => candidates::page(desk, matter),
        Page::Nominate(matter) => nominating::page(desk, matter),
        Page::Board(matter) => board::page(desk, matter),
        Page::Seat(agenda) => seat::page(desk, agenda),
        Page::Wizard(step) => wizard::page(desk, step),
        Page::Votes => votes::page(desk),
        Page::Open(notice) => open::page(desk, notice),
        Page::End(agenda) => end::page(desk, agenda),
        Page::Draw(agenda) => draw::page(desk, agenda),
        Page::Calls(agenda) => calls::page(desk, agenda),
        Page::Annul(agenda) => annul::page(desk, agenda),
        Page::Extend(notice) => extend::page(desk, notice),
        Page::Withdraw(notice) => withdraw::page(desk, notice),
        Page::Delivery(notice) => delivery::page(desk, notice),
        Page::Printed(notice) => print::page(desk, notice),
        Page::Paper(agenda) => paper::page(desk, agenda),
        Page::Ballots(agenda) => paper::ballots::page(desk, agenda),
        Page::Count(agenda) => count::page(desk, agenda),
        Page::Posted(agenda) => posted::page(desk, agenda),
        Page::Tasks => progress::page(desk),
        Page::Task(matter, task) => progress::report(desk, matter, task),
        Page::Books => books::page(desk),
        Page::Published(disclosure) => disclosed::published(desk, disclosure),
        Page::Questions => questions::page(desk),
        Page::Moderated => moderated::page(desk),
        Page::Help => people::desk::help::page(desk),
        Page::People(ref tab) => people::desk::page(desk, tab),
    }
}
