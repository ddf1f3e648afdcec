//! What all screens share.

use std::fmt::Display;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use yishi_words::{Filled, Word};

use leptos::prelude::*;
use leptos::task::spawn_local;
use yishi_protocol::body::HiddenSum;
use yishi_protocol::bylaws::Bylaws;
use yishi_protocol::id::{EntryId, EstateId, NoticeId, PartyId};
use yishi_protocol::projection::{Matter, Me, Vote};
use yishi_protocol::view::{DisclosureSummary, MatterSummary, ScopeView};

use crate::draw::{Spot, View, set_foreign};
use crate::live::{Lasting, Live};
use crate::proofs::books::Books;
use crate::proofs::drafts::Kept;
use crate::proofs::outbox::Outgoing;
use crate::proofs::session::Session;
use crate::shell::new_matter::NewMatter;
use crate::shell::screen::{Goal, Letter, Paper, Screen};
use crate::shell::trail::{Step, Trail};
use crate::words::trouble::Trouble;
use crate::words::{self, Lang};

/// A party's ballot in a vote: its notice, its title, whose it is.
pub(crate) type Ballot = (NoticeId, String, PartyId);

/// Something that takes a while.
pub(crate) type Doing = Pin<Box<dyn Future<Output = Result<(), Trouble>>>>;

/// What only the root can do, since it alone knows every screen and the part of the window in which each lies. A table of
/// functions and nothing generic: what calls them is compiled once.
pub(crate) struct Above {
    /// Whether going from screen to screen is the page's history; the desk's is that of its pages.
    pub(crate) follows: bool,
    /// Loads what a screen needs.
    pub(crate) load: fn(&Screen) -> Doing,
    /// The lists of the first screen, once they are loaded.
    pub(crate) lists: fn(App) -> Option<View>,
    /// The foot of every screen, once it is loaded with them.
    pub(crate) foot: fn(App) -> Option<View>,
    /// Loads what is likely to be needed next, and reads these lists.
    pub(crate) prepare: fn(App) -> Doing,
    /// Reads something and shows it.
    pub(crate) reach: fn(App, Goal, Step) -> Doing,
    /// Shows what an address names, read anew.
    pub(crate) open: fn(App, String, Step) -> Doing,
    /// Sends the signed ballots and shows what became of the last, or leaves the screen as it is.
    pub(crate) send: fn(App, bool) -> Doing,
    /// Asks how whoever signed these acts came to the authority for them, and answers with the worst of that and of what came of
    /// asking for the history: see [`crate::proofs::footing`].
    pub(crate) hold_authors: fn(App, Vec<EntryId>, Result<(), Trouble>) -> Doing,
    /// Why a party counts as it does in a vote of that notice and title, and which area that is, once it is proven.
    pub(crate) why: fn(App, Ballot, Live<Option<u64>>) -> Option<View>,
    /// Shows what came with an address.
    pub(crate) arrive: fn(App, String) -> Doing,
    /// Goes on with an enrolment whose answer got lost.
    pub(crate) finish: fn(App) -> Doing,
    /// Sends another act that was signed.
    pub(crate) resend: fn(App, Outgoing) -> Doing,
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
    pub(crate) lang: Live<Lang>,
    /// The language that is to be spoken once its words are here.
    pub(crate) speaks: Live<Option<Lang>>,
    /// Large type and strong colours.
    pub(crate) care: Live<bool>,
    /// `light`, `dark` or nothing.
    pub(crate) theme: Live<String>,
    pub(crate) screen: Live<Screen>,
    pub(crate) session: Live<Option<Session>>,
    /// Whether the log was held at this visit against what this phone had seen of it.
    pub(crate) held: Live<bool>,
    pub(crate) me: Live<Option<Me>>,
    pub(crate) votes: Live<Vec<Arc<Vote>>>,
    pub(crate) paper: Live<Option<Paper>>,
    /// What was signed and is not answered.
    pub(crate) outbox: Live<Vec<Outgoing>>,
    /// The letters that were found and are not used yet. In memory only: whoever holds a code can pass for its person.
    pub(crate) letters: Live<Vec<Letter>>,
    pub(crate) matters: Live<Vec<MatterSummary>>,
    /// How often what residents said was hidden.
    pub(crate) hidden: Live<Vec<HiddenSum>>,
    pub(crate) disclosures: Live<Vec<DisclosureSummary>>,
    pub(crate) scopes: Live<Vec<ScopeView>>,
    /// The server's clock when these lists were read.
    pub(crate) now_ms: Live<u64>,
    /// What [`Screen::Matter`] shows.
    pub(crate) matter: Live<Option<Arc<Matter>>>,
    /// What [`Screen::Books`] shows.
    pub(crate) books: Live<Option<Arc<Books>>>,
    pub(crate) new_matter: NewMatter,
    /// How often the window has turned to a screen.
    pub(crate) turns: StoredValue<u32>,
    /// What was chosen and typed on the screen that stands, beside what `App::kept` keeps.
    lasting: Live<Lasting>,
    /// What this page lacks to make a key and keep it: see [`crate::proofs::vault::lacks`].
    pub(crate) lack: StoredValue<Option<String>>,
    /// While something is being read, signed or sent.
    pub(crate) busy: Live<bool>,
    /// Why a list of the first screen is missing or old.
    pub(crate) lost: Live<Option<Trouble>>,
    /// Why what this screen signed is not in.
    pub(crate) wrong: Live<Option<Trouble>>,
    /// What has just been done.
    pub(crate) note: Live<Option<&'static str>>,
    /// What stands around every screen.
    pub(crate) root: Spot,
    pub(crate) above: &'static Above,
    pub(crate) trail: Trail,
    pub(crate) estate: EstateId,
    pub(crate) server: StoredValue<String>,
}

impl App {
    pub(crate) fn new(
        (estate, server): (EstateId, String),
        (lang, care, theme): (Lang, bool, String),
        above: &'static Above,
    ) -> Self {
        set_foreign(!lang.tag().starts_with("zh"));
        Self(Box::leak(Box::new(Shared {
            lang: Live::new(lang),
            speaks: Live::new(None),
            care: Live::new(care),
            theme: Live::new(theme),
            screen: Live::new(Screen::Opening),
            session: Live::new(None),
            held: Live::new(false),
            me: Live::new(None),
            votes: Live::new(Vec::new()),
            paper: Live::new(None),
            outbox: Live::new(Vec::new()),
            letters: Live::new(Vec::new()),
            matters: Live::new(Vec::new()),
            hidden: Live::new(Vec::new()),
            disclosures: Live::new(Vec::new()),
            scopes: Live::new(Vec::new()),
            now_ms: Live::new(0),
            matter: Live::new(None),
            books: Live::new(None),
            new_matter: NewMatter::new(),
            turns: StoredValue::new(0),
            lasting: Live::new(Lasting::default()),
            lack: StoredValue::new(None),
            busy: Live::new(false),
            lost: Live::new(None),
            wrong: Live::new(None),
            note: Live::new(None),
            root: Spot::new(),
            above,
            trail: Trail::default(),
            estate,
            server: StoredValue::new(server),
        })))
    }

    /// Speaks a language as soon as its words are here. On our own page the page says so too.
    pub(crate) fn speak(self, lang: Lang) {
        if words::is_here(lang) {
            return self.turn_to(lang);
        }
        self.speaks.set(Some(lang));
        spawn_local(async move {
            words::speak(lang).await;
            // Somebody may have asked for another one meanwhile.
            if self.speaks.get_untracked() == Some(lang) {
                self.turn_to(lang);
            }
        });
    }

    fn turn_to(self, lang: Lang) {
        self.speaks.set(None);
        set_foreign(!lang.tag().starts_with("zh"));
        self.lang.set(lang);
        self.tell_page();
    }

    /// Says on our own page in which language it is; a page of somebody else's has its own.
    pub(crate) fn tell_page(self) {
        let page = web_sys::window().and_then(|window| window.document()?.document_element());
        if let Some(page) = page.filter(|_| self.own_page().is_none()) {
            drop(page.set_attribute("lang", self.lang.get_untracked().tag()));
        }
    }

    /// The phrase in the screen's language.
    pub(crate) fn say(self, word: Word) -> &'static str {
        self.lang.get_untracked().say(word)
    }

    /// The phrase with what is put into it.
    pub(crate) fn fill(self, filled: Filled) -> String {
        self.lang.get_untracked().fill(filled)
    }

    /// What is typed into a form here and not signed yet; `form` tells it from every other one.
    pub(crate) fn kept(self, form: impl Display) -> Kept {
        Kept::new(&self.estate, form)
    }

    /// A value that a screen finds again when it is drawn anew in another language, and that goes with the screen.
    pub(crate) fn lasting<T: 'static>(self, name: &'static str, first: T) -> Live<T> {
        let turn = self.turns.get_value();
        self.lasting.update_untracked(|lasting| lasting.find(turn, name, first))
    }

    /// The address of our own page, in this language, if this one belongs to somebody else. Such a page can read all that its origin keeps, so
    /// no key is made and nothing is signed in it.
    pub(crate) fn own_page(self) -> Option<String> {
        let server = self.server.get_value();
        let server = server.trim_end_matches('/');
        let origin = web_sys::window()?.location().origin().ok()?;
        let ours = server.strip_prefix(&origin).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        (!ours).then(|| self.page("") + "&lang=" + self.lang.get_untracked().tag())
    }

    /// An address of our own page, as it can be shared: of one of its layers, or of the first screen.
    pub(crate) fn page(self, address: &str) -> String {
        let server = self.server.get_value();
        let sign = if address.is_empty() { "" } else { "#" };
        format!("{}/?estate={}{sign}{address}", server.trim_end_matches('/'), self.estate)
    }

    /// The address of our own page with something after the estate's id, where no server sees it.
    pub(crate) fn enrol_url(self, rest: &str) -> String {
        format!("{}/enrol#{}.{rest}", self.server.get_value().trim_end_matches('/'), self.estate)
    }

    /// Brings keyboard and reading voice to something, once it is on the screen.
    pub(crate) fn focus(self, selector: &'static str) {
        request_animation_frame(move || {
            let found = || self.root.get()?.query_selector(selector).ok()?;
            if let Some(found) = found() {
                drop(wasm_bindgen::JsCast::unchecked_ref::<web_sys::HtmlElement>(&found).focus());
            }
        });
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
