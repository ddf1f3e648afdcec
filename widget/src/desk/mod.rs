//! The desk: what people with an office see. It has its own bundle, so that phones do not load it.
//!
//! ```text
//! root ─▶ load.rs  reads what the desk shows, and which capabilities are proven
//!      ─▶ queue.rs what waits for whom ─▶ one file per page ─▶ acts.rs signs, sends, tells
//! ```

mod acts;
mod adopting;
mod allowed;
mod announce;
mod answer;
mod books;
mod chrome;
mod close;
mod count;
mod dates;
mod disclosed;
mod dispatch;
mod draft;
mod file;
mod forms;
mod ledgers;
mod load;
mod matter;
mod matters;
mod money;
mod open;
mod people;
mod posted;
mod progress;
mod publish;
mod questions;
mod queue;
mod reader;
mod refusals;
mod turnout;
mod votes;
mod wizard;

use leptos::prelude::*;
use leptos::task::spawn_local;
use yishi_protocol::body::Capability;
use yishi_protocol::id::{AgendaId, EntryId, MatterId, NoticeId, PersonId, TaskId};

use crate::app::{App, Screen};
use crate::screens::{enrol, message};
use crate::session::{Session, Trouble};
use crate::words::Lang;

use draft::Draft;
use load::Data;

/// What the desk shows.
#[derive(Clone, Debug, PartialEq)]
enum Page {
    /// What waits for me.
    Queue,
    /// All matters.
    Matters,
    /// A matter with what may be done about it.
    Matter(MatterId),
    /// Work to be given out for a matter.
    Dispatch(MatterId),
    /// A vote being announced.
    Wizard,
    /// All votes.
    Votes,
    /// A noticed vote, to be opened.
    Open(NoticeId),
    /// A vote whose window has ended: to be closed, then counted.
    Count(AgendaId),
    /// A result as it is posted.
    Posted(AgendaId),
    /// My work.
    Tasks,
    /// One piece of it.
    Task(MatterId, TaskId),
    /// Books to be published.
    Books,
    /// Books that were published.
    Published(EntryId),
    /// Questions about books.
    Questions,
    /// Who may do what, and how people come in.
    People(people::Tab),
}

/// What all pages of the desk share, by reference: every closure of every view holds one. What it points to is never freed;
/// a page mounts a desk once.
#[derive(Clone, Copy)]
struct Desk(&'static Shared);

impl std::ops::Deref for Desk {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        self.0
    }
}

/// What there is to share.
struct Shared {
    app: App,
    page: RwSignal<Page>,
    data: RwSignal<Data>,
    /// What the last act did, to be read out once.
    said: RwSignal<Option<String>>,
    /// Letters that were just made. Their codes are nowhere else, and are gone with the page that prints them.
    letters: RwSignal<Option<people::Printed>>,
    /// Where somebody wants to go from that page.
    leaving: RwSignal<Option<Page>>,
    /// The vote being announced. It outlives its page, so that nobody types it twice.
    draft: Draft,
    files: Files,
}

/// The files that are chosen and not published yet. They outlive their pages, for which people wait.
struct Files {
    roll: file::Choosing,
    ledger: file::Choosing,
}

impl Desk {
    /// The phrase in the screen's language.
    fn say(self, zh: &'static str, en: &'static str) -> &'static str {
        self.app.say(zh, en)
    }

    /// The sentence in the screen's language.
    fn either(self, zh: String, en: String) -> String {
        match self.lang() {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    fn lang(self) -> Lang {
        self.app.lang.get_untracked()
    }

    /// The server's clock when it last answered.
    fn now_ms(self) -> u64 {
        self.app.session.with_untracked(|session| session.as_ref().map_or(0, |session| session.server_ms))
    }

    /// Who we are.
    fn me(self) -> Option<PersonId> {
        self.app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person))
    }

    fn may(self, capability: Capability) -> bool {
        self.data.with_untracked(|data| data.caps.contains(&capability))
    }

    /// Goes to a page, from its top, with the lists read anew: somebody may have left the desk open overnight.
    fn go(self, page: Page) {
        if self.letters.with_untracked(Option::is_some) {
            return self.leaving.set(Some(page));
        }
        self.said.set(None);
        self.turn(page);
        spawn_local(async move {
            // What cannot be read now stays as it was; a page that reads for itself says so.
            drop(self.load().await);
        });
    }

    /// Goes to a page and says there what was done.
    fn done(self, page: Page, words: String) {
        self.turn(page);
        self.said.set(Some(words));
    }

    fn turn(self, page: Page) {
        self.page.set(page);
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// Reads all that the desk shows anew.
    async fn load(self) -> Result<(), Trouble> {
        let Some(mut session) = self.app.session.get_untracked() else { return Ok(()) };
        let read = load::read(&mut session).await;
        self.app.session.set(Some(session));
        let (me, data) = read?;
        self.app.me.set(me);
        self.data.set(data);
        Ok(())
    }

    /// Reads something for a page while that stands. A pass that has run out is made anew.
    fn reading<T, F>(self, read: F) -> RwSignal<Option<Result<T, Trouble>>>
    where
        T: Clone + Send + Sync + 'static,
        F: AsyncFn(&mut Session) -> Result<T, Trouble> + 'static,
    {
        let found = RwSignal::new(None);
        spawn_local(async move {
            let Some(mut session) = self.app.session.get_untracked() else { return };
            let mut answer = read(&mut session).await;
            if matches!(&answer, Err(Trouble::Refused(refusal)) if refusal.code == "PASS_EXPIRED") {
                answer = match load::clock(&mut session).await {
                    Ok(()) => read(&mut session).await,
                    Err(trouble) => Err(trouble),
                };
            }
            self.app.session.set(Some(session));
            // The page may be gone by now.
            drop(found.try_set(Some(answer)));
        });
        found
    }
}

/// The whole desk.
pub(crate) fn root(app: App) -> AnyView {
    let desk = Desk(Box::leak(Box::new(Shared {
        app,
        page: RwSignal::new(Page::Queue),
        data: RwSignal::new(Data::default()),
        said: RwSignal::new(None),
        letters: RwSignal::new(None),
        leaving: RwSignal::new(None),
        draft: Draft::new(app, &app.kept("desk/vote")),
        files: Files { roll: RwSignal::new(None), ledger: RwSignal::new(None) },
    })));
    // The desk begins where the window's first screen would stand.
    let home = Memo::new(move |_| app.screen.with(|screen| *screen == Screen::Home));
    Effect::new(move |_| {
        if home.get() {
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
            class=move || if home.get() { "wx-root ys-desk notranslate" } else { "wx-root notranslate" }
            translate="no"
            lang=move || app.lang.get().tag()
            data-weui-theme=theme
            data-weui-mode=move || app.care.get().then_some("care")
        >
            {move || {
                app.lang.track();
                match app.screen.get() {
                    Screen::Enrol(code) => enrol::screen(app, code),
                    Screen::Trouble(trouble) => message::trouble(app, &trouble).into_any(),
                    Screen::Home => chrome::desk(desk),
                    _ => message::opening(app).into_any(),
                }
            }}
        </div>
    }
    .into_any()
}

fn show(desk: Desk, page: &Page) -> AnyView {
    match *page {
        Page::Queue => queue::page(desk),
        Page::Matters => matters::page(desk),
        Page::Matter(matter) => matter::page(desk, matter),
        Page::Dispatch(matter) => dispatch::page(desk, matter),
        Page::Wizard => wizard::page(desk),
        Page::Votes => votes::page(desk),
        Page::Open(notice) => open::page(desk, notice),
        Page::Count(agenda) => count::page(desk, agenda),
        Page::Posted(agenda) => posted::page(desk, agenda),
        Page::Tasks => progress::page(desk),
        Page::Task(matter, task) => progress::report(desk, matter, task),
        Page::Books => books::page(desk),
        Page::Published(disclosure) => disclosed::published(desk, disclosure),
        Page::Questions => questions::page(desk),
        Page::People(ref tab) => people::page(desk, tab),
    }
}
