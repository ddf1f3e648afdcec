//! The desk: what people with an office see, and what its pages are made of. It has its own bundle, so that phones do not load
//! it. The pages lie with their steps, in folders that are called `desk`; `desk_root.rs` shows them.
//!
//! ```text
//! load.rs   reads what the desk shows, and which capabilities are proven
//! queue.rs  what waits for whom
//! acts.rs   signs, sends, tells; refusals/ in words
//! chrome.rs what stands around every page; where it begins is steps/desk/first.rs
//! ```

pub(crate) mod acts;
pub(crate) mod address;
pub(crate) mod adoption;
pub(crate) mod allowed;
pub(crate) mod calls;
pub(crate) mod chrome;
pub(crate) mod clock;
pub(crate) mod dates;
pub(crate) mod digest;
pub(crate) mod field;
pub(crate) mod file;
pub(crate) mod forms;
pub(crate) mod letters;
pub(crate) mod load;
pub(crate) mod money;
pub(crate) mod new_vote;
pub(crate) mod others;
pub(crate) mod pages;
pub(crate) mod queue;
pub(crate) mod reader;
pub(crate) mod refusals;
pub(crate) mod rounds;
pub(crate) mod settings;
pub(crate) mod waits;
pub(crate) mod weights;
pub(crate) mod words;

use std::fmt;

use leptos::task::spawn_local;
use wasm_bindgen::prelude::wasm_bindgen;
use yishi_protocol::body::{Capability, Role};
use yishi_protocol::id::{AgendaId, EntryId, MatterId, NoticeId, OrgId, PartyId, PersonId, TaskId};
use yishi_words::{Filled, Word};

use crate::desk::letters::Printed;
use crate::desk::load::Data;
use crate::desk::new_vote::NewVote;
use crate::desk::pages::{Pages, Way};
use crate::desk::reader::Choosing;
use crate::draw::Spot;
use crate::live::Live;
use crate::proofs::clock::{Off, off, own_clock_ms};
use crate::proofs::session::Session;
use crate::shell::app::App;
use crate::shell::screen::Screen;
use crate::words::Lang;
use crate::words::trouble::Trouble;

#[wasm_bindgen(module = "/src/shell/trail.js")]
extern "C" {
    fn settle(root: &web_sys::Element, own: bool, y: f64);
}

/// What the desk shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Page {
    /// What waits for me.
    Queue,
    /// All matters.
    Matters,
    /// A matter with what may be done about it.
    Matter(MatterId),
    /// Work to be given out for a matter.
    Dispatch(MatterId),
    /// Who stands for the election of a matter.
    Candidates(MatterId),
    /// Somebody who stands by paper, to be written down.
    Nominate(MatterId),
    /// All of them on a sheet for the board.
    Board(MatterId),
    /// Those whom a vote elected, to be seated.
    Seat(AgendaId),
    /// A vote being announced: which of the five steps, from 0.
    Wizard(usize),
    /// All votes.
    Votes,
    /// A noticed vote, to be opened.
    Open(NoticeId),
    /// A result that is shown: its disputes, and its end.
    End(AgendaId),
    /// A result whose roll call is to be drawn: the numbers of the lottery.
    Draw(AgendaId),
    /// The homes that were drawn, to be asked.
    Calls(AgendaId),
    /// A final result, to be annulled.
    Annul(AgendaId),
    /// A vote in its window, whose end is to be put off.
    Extend(NoticeId),
    /// A noticed vote, to be taken back.
    Withdraw(NoticeId),
    /// A vote of which ballots on paper are keyed.
    Paper(AgendaId),
    /// 打印各户的票。
    Ballots(AgendaId),
    /// A vote whose window has ended: to be closed, then counted.
    Count(AgendaId),
    /// How a notice reached homes, and a doorstep round.
    Delivery(NoticeId),
    /// Its notice and slips, to be printed.
    Printed(NoticeId),
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
    /// What residents said that was reported or hidden.
    Moderated,
    /// Where we are found and rung.
    Help,
    /// Who may do what, and how people come in.
    People(Tab),
}

/// The parts of 人员与授权.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    /// What waits for a second person.
    Waiting,
    /// One such act.
    Confirm(EntryId),
    /// Who holds which office.
    Offices,
    /// An office being given, perhaps in place of one that was ended.
    Give(Option<(OrgId, Role)>),
    /// An office being ended.
    End(EntryId),
    /// Everybody's letter and phone.
    Letters,
    /// A phone let in for somebody who stands at the desk.
    InPerson(PersonId),
    /// Letters that have just been made.
    Print,
    /// The homes of several owners.
    Joint,
    /// One of them: who votes for it, from a document.
    Record(PartyId),
    /// The roll, and a file held against it.
    Roll,
    /// What nobody needs any more, to be erased; or all of one subject, by order too.
    Erasing(Option<About>),
}

/// What an erasure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    /// A matter or books.
    Entry(EntryId),
    /// A person.
    Person(PersonId),
}

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            About::Entry(entry) => entry.fmt(f),
            About::Person(person) => person.fmt(f),
        }
    }
}

impl About {
    /// The subject of that name.
    pub(crate) fn of(name: &str) -> Option<Self> {
        name.parse().map(About::Person).or_else(|_| name.parse().map(About::Entry)).ok()
    }
}

/// The capabilities for which that part is shown.
pub(crate) const SHOWN_FOR: &[Capability] = &[Capability::Grant, Capability::Codes, Capability::Roll];

/// What all pages of the desk share, by reference: every closure of every view holds one. What it points to is never freed;
/// a page mounts a desk once.
#[derive(Clone, Copy)]
pub(crate) struct Desk(pub(crate) &'static DeskShared);

impl std::ops::Deref for Desk {
    type Target = DeskShared;

    fn deref(&self) -> &DeskShared {
        self.0
    }
}

/// What there is to share.
pub(crate) struct DeskShared {
    pub(crate) app: App,
    pub(crate) page: Live<Page>,
    /// Its place in the browser's history.
    pub(crate) pages: Pages,
    pub(crate) root: Spot,
    pub(crate) data: Live<Data>,
    /// How this device's clock was off when that was read.
    pub(crate) clock: Live<Option<Off>>,
    /// What the last act did, to be read out once.
    pub(crate) said: Live<Option<String>>,
    /// Letters that were just made. Their codes are nowhere else, and are gone with the page that prints them.
    pub(crate) letters: Live<Option<Printed>>,
    /// Where somebody wants to go from that page.
    pub(crate) leaving: Live<Option<Page>>,
    /// The vote being announced. It outlives its page, so that nobody types it twice.
    pub(crate) draft: NewVote,
    pub(crate) files: Files,
}

/// The files that are chosen and not published yet. They outlive their pages, for which people wait.
pub(crate) struct Files {
    pub(crate) roll: Choosing,
    pub(crate) ledger: Choosing,
}

impl Desk {
    /// The phrase in the screen's language.
    pub(crate) fn say(self, word: Word) -> &'static str {
        self.app.say(word)
    }

    /// The phrase with what is put into it.
    pub(crate) fn fill(self, filled: Filled) -> String {
        self.app.fill(filled)
    }

    pub(crate) fn lang(self) -> Lang {
        self.app.lang.get_untracked()
    }

    /// The server's clock when it last answered.
    pub(crate) fn now_ms(self) -> u64 {
        self.app.session.with_untracked(|session| session.as_ref().map_or(0, |session| session.server_ms))
    }

    /// Who we are.
    pub(crate) fn me(self) -> Option<PersonId> {
        self.app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person))
    }

    pub(crate) fn may(self, capability: Capability) -> bool {
        self.data.with_untracked(|data| data.caps.contains(&capability))
    }

    /// Goes to a page, from its top, with the lists read anew: somebody may have left the desk open overnight.
    pub(crate) fn go(self, page: Page) {
        if self.letters.with_untracked(Option::is_some) {
            return self.leaving.set(Some(page));
        }
        let scroll = self.pages.enter(&page.address(), Way::Into);
        self.show(page, scroll);
        self.read_anew();
    }

    /// Goes back to the page before; where there is none, as on a page that was opened here, to `page` instead.
    pub(crate) fn back(self, page: Page) {
        if self.letters.with_untracked(Option::is_some) || !self.pages.back() {
            self.go(page);
        }
    }

    /// Goes to a page and says there what was done.
    pub(crate) fn done(self, page: Page, words: String) {
        let scroll = self.pages.enter(&page.address(), Way::After);
        self.show(page, scroll);
        self.said.set(Some(words));
    }

    /// Goes from one step of a form to the one before.
    pub(crate) fn step_back(self, page: Page) {
        let scroll = self.pages.enter(&page.address(), Way::After);
        self.show(page, scroll);
        self.read_anew();
    }

    /// The vote being announced, at the step where it was left.
    pub(crate) fn wizard(self) -> Page {
        Page::Wizard(self.draft.step.get_untracked())
    }

    /// The browser shows another entry of its history.
    pub(crate) fn moved(self) {
        let left = self.pages.at();
        let Some((address, scroll)) = self.pages.moved() else { return };
        let page = Page::at(&address);
        if self.letters.with_untracked(Option::is_some) {
            // Their codes are nowhere else: whoever leaves is asked first.
            self.pages.stay(left);
            return self.leaving.set(Some(page));
        }
        self.show(page, Some(scroll));
        self.read_anew();
    }

    /// Shows a page, with the keyboard and the reading voice at its heading.
    fn show(self, page: Page, scroll: Option<f64>) {
        self.said.set(None);
        self.page.set(page);
        if let Some(root) = self.root.get() {
            settle(&root, self.app.own_page().is_none(), scroll.unwrap_or(-1.0));
        }
    }

    /// The page was away: what waits may be done by now. Only lists are read anew, and no page is drawn anew for them.
    pub(crate) fn look_again(self) {
        if self.app.screen.with_untracked(|screen| *screen == Screen::Home) {
            self.read_anew();
        }
    }

    fn read_anew(self) {
        spawn_local(async move {
            // What cannot be read now stays as it was; a page that reads for itself says so.
            drop(self.load().await);
        });
    }

    /// Reads all that the desk shows anew.
    pub(crate) async fn load(self) -> Result<(), Trouble> {
        let Some(mut session) = self.app.session.get_untracked() else { return Ok(()) };
        let read = load::read(&mut session).await;
        if read.is_ok() {
            // The last answer has just come.
            self.clock.set(off(session.server_ms, own_clock_ms()));
        }
        self.app.session.set(Some(session));
        let (me, data) = read?;
        rounds::forget_old(self.app, &data);
        calls::forget_old(self.app, &data);
        self.app.me.set(me);
        self.data.set(data);
        Ok(())
    }

    /// Reads something for a page while that stands. A pass that has run out is made anew.
    pub(crate) fn reading<T, F>(self, read: F) -> Live<Option<Result<T, Trouble>>>
    where
        T: Clone + 'static,
        F: AsyncFn(&mut Session) -> Result<T, Trouble> + 'static,
    {
        let found = Live::new(None);
        spawn_local(async move {
            let Some(mut session) = self.app.session.get_untracked() else { return };
            let mut answer = read(&mut session).await;
            if matches!(&answer, Err(Trouble::Refused(refusal)) if refusal.code == "PASS_EXPIRED") {
                answer = match load::hear_clock(&mut session).await {
                    Ok(()) => read(&mut session).await,
                    Err(trouble) => Err(trouble),
                };
            }
            self.app.session.set(Some(session));
            // The page may be gone by now.
            found.set(Some(answer));
        });
        found
    }
}
