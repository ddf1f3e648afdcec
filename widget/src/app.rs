//! The root: which screen is shown, and what all screens share.

use std::fmt::Display;
use std::future::Future;
use std::task::{Context, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;
use yishi_protocol::bylaws::Bylaws;
use yishi_protocol::id::{EntryId, EstateId, PublicKey};
use yishi_protocol::letter::LetterCode;
use yishi_protocol::view::{DisclosureSummary, MatterSummary, MeView, ScopeView};

use crate::act::{self, Outgoing};
use crate::begin::arrival;
use crate::books::Books;
use crate::device::{Ask, Request};
use crate::drafts::Kept;
use crate::fresh;
use crate::later;
use crate::matters::Matter;
use crate::screens::{enrol, home, message};
use crate::session::{Home, Session, Trouble, Vote};
use crate::visit::Draft;
use crate::words::Lang;

/// What is on the screen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Screen {
    /// The server is being met.
    Opening,
    /// A letter's code is asked for; perhaps it came with the address.
    Enrol(Option<LetterCode>),
    /// What waits for me, and the estate's votes.
    Home,
    /// One question of a ballot.
    Vote(usize),
    /// All answers before they are signed.
    Review,
    /// A ballot's receipt, checked.
    Counted(Receipt),
    /// A ballot that is signed and has not arrived.
    Waiting(Outgoing),
    /// A vote's result.
    Result(Box<Vote>),
    /// All matters.
    Matters,
    /// The matter that was read last.
    Matter,
    /// Its work, to be marked.
    Rate,
    /// A matter being brought up.
    Raise,
    /// The disclosure that was read last.
    Books,
    /// One of its lines.
    Line(u32),
    /// A question about one of its lines, or about all of it.
    Ask(Option<u32>),
    /// Who votes for a home of several owners.
    Voter(yishi_protocol::id::PartyId),
    /// Which phones sign for me.
    Phones,
    /// Another one is asked for, or has answered.
    AddPhone(Option<Request>),
    /// One of them is to sign no more.
    StopPhone(PublicKey),
    /// This phone is to be brought in by another one, which has asked for it or has yet to.
    Join(Option<Ask>),
    /// This phone's request, until it is in.
    Joining(Request),
    /// Something could not be done.
    Trouble(Trouble),
}

/// What a receipt screen says. Never the choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Receipt {
    pub(crate) title: String,
    pub(crate) index: u64,
    pub(crate) received_ms: u64,
    pub(crate) closes_ms: u64,
    pub(crate) agenda: EntryId,
    pub(crate) party: yishi_protocol::id::PartyId,
    /// Whether the ballot waits for the owners to name who votes.
    pub(crate) held: bool,
}

/// Who holds this phone.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Me {
    pub(crate) view: MeView,
    pub(crate) name: Option<String>,
    pub(crate) homes: Vec<Home>,
}

/// A ballot being filled in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Paper {
    pub(crate) vote: Vote,
    pub(crate) party: yishi_protocol::id::PartyId,
    /// The marks on each item; none yet for an item that was not answered.
    pub(crate) marks: Vec<Option<Vec<u32>>>,
    /// The ballot that stands now.
    pub(crate) standing: Option<EntryId>,
}

/// What all screens share, by reference: every closure of every view holds one, and bytes that each would copy are bytes
/// that phones load. What it points to is never freed; a page mounts a window once or twice.
#[derive(Clone, Copy)]
pub(crate) struct App(&'static Shared);

impl std::ops::Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        self.0
    }
}

/// What there is to share.
pub(crate) struct Shared {
    pub(crate) lang: RwSignal<Lang>,
    /// Large type and strong colours.
    pub(crate) care: RwSignal<bool>,
    /// `light`, `dark` or nothing.
    pub(crate) theme: RwSignal<String>,
    pub(crate) screen: RwSignal<Screen>,
    pub(crate) session: RwSignal<Option<Session>>,
    pub(crate) me: RwSignal<Option<Me>>,
    pub(crate) votes: RwSignal<Vec<Vote>>,
    pub(crate) paper: RwSignal<Option<Paper>>,
    /// The letters that were found and are not used yet. In memory only: whoever holds a code can pass for its person.
    pub(crate) letters: RwSignal<Vec<enrol::Letter>>,
    pub(crate) matters: RwSignal<Vec<MatterSummary>>,
    pub(crate) disclosures: RwSignal<Vec<DisclosureSummary>>,
    pub(crate) scopes: RwSignal<Vec<ScopeView>>,
    /// The server's clock when these lists were read.
    pub(crate) now_ms: RwSignal<u64>,
    /// What [`Screen::Matter`] shows.
    pub(crate) matter: RwSignal<Option<Matter>>,
    /// What [`Screen::Books`] shows.
    pub(crate) books: RwSignal<Option<Books>>,
    pub(crate) draft: Draft,
    /// How often the window has turned to a screen.
    pub(crate) turns: StoredValue<u32>,
    /// What this page lacks to make a key and keep it: see [`crate::vault::lacks`].
    pub(crate) lack: StoredValue<Option<String>>,
    /// While something is being read, signed or sent.
    pub(crate) busy: RwSignal<bool>,
    /// Why a list of the first screen is missing or old.
    pub(crate) lost: RwSignal<Option<Trouble>>,
    /// Why what this screen signed is not in.
    pub(crate) wrong: RwSignal<Option<Trouble>>,
    /// What has just been done.
    pub(crate) note: RwSignal<Option<&'static str>>,
    root: NodeRef<leptos::html::Section>,
    pub(crate) estate: EstateId,
    pub(crate) server: StoredValue<String>,
}

impl App {
    pub(crate) fn new(estate: EstateId, server: String, lang: Lang, care: bool, theme: String) -> Self {
        Self(Box::leak(Box::new(Shared {
            lang: RwSignal::new(lang),
            care: RwSignal::new(care),
            theme: RwSignal::new(theme),
            screen: RwSignal::new(Screen::Opening),
            session: RwSignal::new(None),
            me: RwSignal::new(None),
            votes: RwSignal::new(Vec::new()),
            paper: RwSignal::new(None),
            letters: RwSignal::new(Vec::new()),
            matters: RwSignal::new(Vec::new()),
            disclosures: RwSignal::new(Vec::new()),
            scopes: RwSignal::new(Vec::new()),
            now_ms: RwSignal::new(0),
            matter: RwSignal::new(None),
            books: RwSignal::new(None),
            draft: Draft::new(),
            turns: StoredValue::new(0),
            lack: StoredValue::new(None),
            busy: RwSignal::new(false),
            lost: RwSignal::new(None),
            wrong: RwSignal::new(None),
            note: RwSignal::new(None),
            root: NodeRef::new(),
            estate,
            server: StoredValue::new(server),
        })))
    }

    /// The phrase in the screen's language.
    pub(crate) fn say(self, zh: &'static str, en: &'static str) -> &'static str {
        self.lang.get_untracked().say(zh, en)
    }

    /// What is typed into a form here and not signed yet; `form` tells it from every other one.
    pub(crate) fn kept(self, form: impl Display) -> Kept {
        Kept::new(&self.estate, form)
    }

    /// The address of our own page, if this one belongs to somebody else. Such a page can read all that its origin keeps, so
    /// no key is made and nothing is signed in it.
    pub(crate) fn own_page(self) -> Option<String> {
        let server = self.server.get_value();
        let server = server.trim_end_matches('/');
        let origin = web_sys::window()?.location().origin().ok()?;
        let ours = server.strip_prefix(&origin).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        (!ours).then(|| format!("{server}/?estate={}", self.estate))
    }

    /// The address of our own page with something after the estate's id, where no server sees it.
    pub(crate) fn enrol_url(self, rest: &str) -> String {
        format!("{}/enrol#{}.{rest}", self.server.get_value().trim_end_matches('/'), self.estate)
    }

    /// Goes to a screen: from its top, with the keyboard and the reading voice at its heading. What is loaded is shown at
    /// once, in the same turn.
    pub(crate) fn go(self, screen: Screen) {
        let mut shown = Box::pin(self.bring(screen));
        if shown.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending() {
            self.busy.set(true);
            spawn_local(async move {
                shown.await;
                self.busy.set(false);
            });
        }
    }

    /// [`Self::go`], done once the screen stands.
    pub(crate) async fn bring(self, screen: Screen) {
        if let Some(lack) = self.lacking(&screen) {
            return self.turn(Screen::Trouble(lack));
        }
        match later::load(&screen).await {
            Ok(()) => self.turn(screen),
            Err(trouble) => self.turn(Screen::Trouble(trouble)),
        }
    }

    fn turn(self, screen: Screen) {
        self.wrong.set(None);
        self.note.set(None);
        if let Some(root) = self.root.get_untracked() {
            // What page translators leave alone, by either of two conventions.
            let (translate, class) =
                if fresh::decides(&screen) { ("no", "wx-root notranslate") } else { ("yes", "wx-root") };
            drop(root.set_attribute("translate", translate));
            drop(root.set_attribute("class", class));
        }
        self.turns.update_value(|turns| *turns = turns.wrapping_add(1));
        self.screen.set(screen);
        self.focus("h2[tabindex]");
        request_animation_frame(|| {
            if let Some(window) = web_sys::window() {
                window.scroll_to_with_x_and_y(0.0, 0.0);
            }
        });
    }

    /// Brings keyboard and reading voice to something, once it is on the screen.
    pub(crate) fn focus(self, selector: &'static str) {
        request_animation_frame(move || {
            let found = || self.root.get_untracked()?.query_selector(selector).ok()?;
            if let Some(found) = found() {
                drop(wasm_bindgen::JsCast::unchecked_ref::<web_sys::HtmlElement>(&found).focus());
            }
        });
    }

    /// Sends a signed ballot and shows what became of it.
    pub(crate) fn send(self, outgoing: Outgoing) {
        self.busy.set(true);
        spawn_local(async move {
            if let Err(trouble) = later::send(self, outgoing).await {
                self.go(Screen::Trouble(trouble));
            }
            self.busy.set(false);
        });
    }

    pub(crate) async fn send_now(self, outgoing: Outgoing) -> Result<(), Trouble> {
        let Some(mut session) = self.session.get_untracked() else { return Ok(()) };
        let answer = act::send(&mut session, &outgoing).await;
        self.session.set(Some(session));
        match answer {
            Ok(entry) => {
                // The ballot is in; that the lists are older than it is no trouble.
                drop(self.refresh().await);
                let id = entry.entry.id();
                let held = self.me.with_untracked(|me| {
                    let ballots = me.as_ref().map(|me| me.view.ballots.as_slice()).unwrap_or_default();
                    ballots.iter().any(|ballot| ballot.entry == id && !ballot.stands)
                });
                let Outgoing { title, closes_ms, agenda, party, .. } = outgoing;
                let (index, received_ms) = (entry.index, entry.received_ms);
                self.paper.set(None);
                self.go(Screen::Counted(Receipt {
                    title,
                    index,
                    received_ms,
                    closes_ms,
                    agenda,
                    party,
                    held,
                }));
            }
            Err(Trouble::Offline) => self.go(Screen::Waiting(outgoing)),
            Err(trouble) => return Err(trouble),
        }
        Ok(())
    }

    /// The settings in force, or the defaults while nothing was read.
    pub(crate) fn settings(self) -> Bylaws {
        self.session
            .with_untracked(|session| session.as_ref().map(|session| session.settings.clone()))
            .unwrap_or_default()
    }

    /// The area with which a party votes on an agenda, from the proven areas of its units; none if one is not at hand.
    pub(crate) fn weight(self, agenda: EntryId, party: yishi_protocol::id::PartyId) -> Option<u64> {
        self.me.with(|me| {
            let me = me.as_ref()?;
            let right = me.view.rights.iter().find(|right| right.agenda == agenda && right.party == party)?;
            let area =
                |unit: &yishi_protocol::id::UnitId| me.homes.iter().find(|home| home.unit == *unit)?.area_c;
            right.units.iter().map(area).sum()
        })
    }

    /// The addresses with which a party votes on an agenda.
    pub(crate) fn addresses(self, agenda: EntryId, party: yishi_protocol::id::PartyId) -> Vec<String> {
        self.me.with(|me| {
            let Some(me) = me.as_ref() else { return Vec::new() };
            let rights = me.view.rights.iter().filter(|right| right.agenda == agenda && right.party == party);
            let units = rights.flat_map(|right| &right.units);
            units
                .filter_map(|unit| me.homes.iter().find(|home| home.unit == *unit)?.address.clone())
                .collect()
        })
    }
}

/// The whole widget.
pub(crate) fn root(app: App) -> AnyView {
    app.draft.keep(&app.kept("raise"));
    let screen = move || {
        // Words are read once a screen: when the language changes, the screen is drawn anew.
        app.lang.track();
        show(app, app.screen.get())
    };
    frame(app, fresh::each(app, screen))
}

/// What stands around every screen: language, colours, size of type.
fn frame(app: App, screen: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    // An address of ours that is opened while the page stands changes what follows `#` and loads nothing anew.
    let arrives = window_event_listener(leptos::ev::hashchange, move |_| {
        let arrival = arrival(&app.estate.to_string());
        let arrival = arrival.filter(|_| app.own_page().is_none() && !app.busy.get_untracked());
        if let Some(arrival) = arrival {
            app.arrive(arrival);
        }
    });
    on_cleanup(move || arrives.remove());
    let theme = move || Some(app.theme.get()).filter(|theme| !theme.is_empty());
    view! {
        <section
            class="wx-root"
            aria-label=move || app.lang.get().say("议事", "Yishi")
            lang=move || app.lang.get().tag()
            node_ref=app.root
            aria-busy=move || if app.busy.get() { "true" } else { "false" }
            data-weui-theme=theme
            data-weui-mode=move || app.care.get().then_some("care")
        >
            {screen}
            <p class="ys-hide" role="status">{move || app.note.get()}</p>
        </section>
    }
    .into_any()
}

fn show(app: App, screen: Screen) -> AnyView {
    match screen {
        Screen::Opening => message::opening(app).into_any(),
        Screen::Home => home::screen(app),
        Screen::Trouble(trouble) => message::trouble(app, &trouble).into_any(),
        // It was loaded before it became the screen.
        screen => later::show(app, screen).unwrap_or_else(|| message::opening(app).into_any()),
    }
}
