//! Where a press leads: what is read before a screen shows it, and what follows what was signed.

use leptos::prelude::*;
use leptos::task::spawn_local;
use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Body, Category};
use yishi_protocol::id::{DisclosureId, EntryId, MatterId, PartyId};
use yishi_protocol::view::MyMatter;

use crate::act;
use crate::app::{App, Me, Screen};
use crate::device::{Ask, Request};
use crate::drafts::Kept;
use crate::later;
use crate::session::{Session, Trouble, person_name};
use crate::tell::CATEGORIES;

/// Something that has to be read before it can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    /// A matter.
    Matter(MatterId),
    /// A matter, to mark its work.
    Rate(MatterId),
    /// A disclosure, or one of its lines.
    Books(DisclosureId, Option<u32>),
    /// Who votes for a home of several owners, as they have said so far.
    Voter(PartyId),
    /// My phones, as they are now.
    Phones,
    /// This phone's request for whoever asked.
    Join(Ask),
    /// The matter that is brought up by what is being signed.
    Raised,
}

/// A matter being written down. It outlives its screen and the visit, so that a try without a network loses nothing.
#[derive(Clone, Copy)]
pub(crate) struct Draft {
    pub(crate) title: RwSignal<String>,
    pub(crate) text: RwSignal<String>,
    pub(crate) place: RwSignal<String>,
    pub(crate) category: RwSignal<Option<Category>>,
    /// The part of the estate; none until one is chosen.
    pub(crate) scope: RwSignal<Option<u32>>,
}

impl Draft {
    pub(crate) fn new() -> Self {
        let text = || RwSignal::new(String::new());
        let (category, scope) = (RwSignal::new(None), RwSignal::new(None));
        Self { title: text(), text: text(), place: text(), category, scope }
    }

    /// Goes on with what was last typed, and keeps what will be.
    pub(crate) fn keep(self, kept: &Kept) {
        for (name, text) in [("title", self.title), ("text", self.text), ("place", self.place)] {
            kept.keep(name, text, Clone::clone, |words| Some(words.to_owned()));
        }
        let number = |scope: &Option<u32>| scope.map(|scope| scope.to_string()).unwrap_or_default();
        kept.keep("scope", self.scope, number, |words| words.parse().ok().map(Some));
        let place = |category: &Option<Category>| {
            let at = category.and_then(|category| CATEGORIES.iter().position(|known| *known == category));
            at.map(|at| at.to_string()).unwrap_or_default()
        };
        kept.keep("category", self.category, place, |words| {
            Some(CATEGORIES.get(words.parse::<usize>().ok()?).copied())
        });
    }

    /// Begins anew.
    pub(crate) fn clear(self) {
        for text in [self.title, self.text, self.place] {
            text.set(String::new());
        }
        self.category.set(None);
        self.scope.set(None);
    }
}

impl App {
    /// Reads what everybody may read and ourselves anew. What one list lacks does not lose the others: the first trouble is
    /// kept for the first screen to say.
    pub(crate) async fn refresh(self) -> Result<(), Trouble> {
        let Some(mut session) = self.session.get_untracked() else { return Ok(()) };
        // Both at once: on a slow line every answer that is waited for costs a sixth of a second.
        let mut of_votes = session.clone();
        let (me, votes) = futures_util::join!(self.read_me(&mut session), self.read_votes(&mut of_votes));
        session.learn(&of_votes);
        me?;
        self.lost.set(votes.err());
        self.session.set(Some(session));
        // What waits for me stands before the lists are there, and a ballot is what most come for.
        spawn_local(async move {
            later::preload().await;
            if let Err(trouble) = later::read_lists(self).await {
                self.lost.set(Some(trouble));
            }
            // The first screen is drawn anew.
            self.session.update(|_| {});
        });
        Ok(())
    }

    /// Reads the lists of the first screen.
    pub(crate) async fn read_lists_now(self) -> Result<(), Trouble> {
        let mut session = self.session.get_untracked().ok_or(Trouble::Offline)?;
        let read = self.read_lists(&mut session).await;
        self.session.update(|known| {
            if let Some(known) = known {
                known.learn(&session);
            }
        });
        read
    }

    async fn read_me(self, session: &mut Session) -> Result<(), Trouble> {
        let me = match session.me().await? {
            Some(view) => {
                let homes = view.parties.iter().flat_map(|party| party.homes.iter());
                let homes = session.homes(&view.checkpoint, homes)?;
                Some(Me { name: person_name(view.name.as_ref()), homes, view })
            }
            None => None,
        };
        self.me.set(me);
        Ok(())
    }

    async fn read_votes(self, session: &mut Session) -> Result<(), Trouble> {
        let (mut votes, mut lost) = (Vec::new(), Ok(()));
        let listed = session.votes().await?.agendas;
        let asked = listed.iter().map(|summary| {
            let mut session = session.clone();
            async move { (session.vote(&summary.notice).await, session) }
        });
        for (vote, other) in futures_util::future::join_all(asked).await {
            session.learn(&other);
            match vote {
                Ok(vote) => votes.push(vote),
                Err(trouble) => lost = Err(trouble),
            }
        }
        self.votes.set(votes);
        lost
    }

    async fn read_lists(self, session: &mut Session) -> Result<(), Trouble> {
        let (mut of_books, mut of_scopes) = (session.clone(), session.clone());
        let (matters, books, scopes) =
            futures_util::join!(session.matters(), of_books.disclosures(), async {
                if self.scopes.with_untracked(Vec::is_empty) {
                    of_scopes.scopes().await.map(|list| self.scopes.set(list.scopes))
                } else {
                    Ok(())
                }
            });
        self.now_ms.set(session.server_ms);
        let matters = matters.map(|list| self.matters.set(list.matters));
        let books = books.map(|list| self.disclosures.set(list.disclosures));
        matters.and(books).and(scopes)
    }

    /// Reads something and shows it.
    pub(crate) fn visit(self, goal: Goal) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            if let Err(trouble) = self.reach(goal).await {
                self.go(Screen::Trouble(trouble));
            }
            self.busy.set(false);
        });
    }

    /// What reads a thing lies with the screens that show it.
    async fn reach(self, goal: Goal) -> Result<(), Trouble> {
        match goal {
            Goal::Matter(id) => later::reach_matter(self, id, false).await,
            Goal::Rate(id) => later::reach_matter(self, id, true).await,
            Goal::Books(id, line) => later::reach_books(self, id, line).await,
            Goal::Voter(_) | Goal::Phones | Goal::Join(_) => later::reach_people(self, goal).await,
            Goal::Raised => {
                self.go(Screen::Home);
                Ok(())
            }
        }
    }

    pub(crate) async fn reach_matter(self, id: MatterId, rate: bool) -> Result<(), Trouble> {
        let mut session = self.session.get_untracked().ok_or(Trouble::Offline)?;
        let matter = session.matter(&id).await?;
        self.matter.set(Some(matter));
        self.reached(session, if rate { Screen::Rate } else { Screen::Matter }).await;
        Ok(())
    }

    pub(crate) async fn reach_books(self, id: DisclosureId, line: Option<u32>) -> Result<(), Trouble> {
        let mut session = self.session.get_untracked().ok_or(Trouble::Offline)?;
        let books = session.books(&id).await?;
        self.books.set(Some(books));
        self.reached(session, line.map_or(Screen::Books, Screen::Line)).await;
        Ok(())
    }

    async fn reached(self, session: Session, screen: Screen) {
        self.now_ms.set(session.server_ms);
        self.session.set(Some(session));
        self.bring(screen).await;
    }

    pub(crate) async fn reach_people(self, goal: Goal) -> Result<(), Trouble> {
        let mut session = self.session.get_untracked().ok_or(Trouble::Offline)?;
        let screen = match goal {
            Goal::Voter(party) => {
                self.read_me(&mut session).await?;
                Screen::Voter(party)
            }
            Goal::Phones => {
                self.read_me(&mut session).await?;
                Screen::Phones
            }
            Goal::Join(ask) => {
                let key = act::pending_key(&session.estate).await?;
                Screen::Joining(Request::new(&ask, &session.estate, &key))
            }
            Goal::Matter(_) | Goal::Rate(_) | Goal::Books(..) | Goal::Raised => Screen::Home,
        };
        self.reached(session, screen).await;
        Ok(())
    }

    /// Signs and sends an act. When it is in, `goal` is shown with the words `done`; when it is not, the screen stays as it
    /// is, with all that was typed, and says why.
    pub(crate) fn act(self, body: impl Into<Body>, blobs: Vec<Blob>, done: &'static str, goal: Goal) {
        self.act_on(body.into(), blobs, (done, goal), None);
    }

    /// The same, for a form whose words were `kept`: they are forgotten when they are in.
    pub(crate) fn act_from(
        self,
        kept: Kept,
        body: impl Into<Body>,
        blobs: Vec<Blob>,
        then: (&'static str, Goal),
    ) {
        self.act_on(body.into(), blobs, then, Some(kept));
    }

    fn act_on(self, body: Body, blobs: Vec<Blob>, (done, goal): (&'static str, Goal), kept: Option<Kept>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.wrong.set(None);
        spawn_local(async move {
            match self.sign(body, blobs).await {
                Ok(id) => {
                    if let Some(kept) = kept {
                        kept.forget();
                    }
                    let goal = if goal == Goal::Raised {
                        self.draft.clear();
                        Goal::Matter(id)
                    } else {
                        goal
                    };
                    // It is in: that what is shown may be older than it is no trouble.
                    if self.reach(goal).await.is_err() {
                        self.go(Screen::Home);
                    }
                    self.note.set(Some(done));
                }
                Err(trouble) => self.wrong.set(Some(trouble)),
            }
            self.busy.set(false);
        });
    }

    async fn sign(self, body: Body, blobs: Vec<Blob>) -> Result<EntryId, Trouble> {
        let mut session = self.session.get_untracked().ok_or(Trouble::Offline)?;
        let last_seq = self.me.with_untracked(|me| me.as_ref().and_then(|me| me.view.last_seq));
        let entry = act::say(&mut session, last_seq, body, blobs).await?;
        drop(self.read_me(&mut session).await);
        drop(self.read_lists(&mut session).await);
        self.session.set(Some(session));
        Ok(entry.entry.id())
    }

    /// Whether this phone can sign here.
    pub(crate) fn may_sign(self) -> bool {
        self.me.with_untracked(Option::is_some) && self.own_page().is_none()
    }

    /// What a matter is to me.
    pub(crate) fn my_matter(self, id: &MatterId) -> Option<MyMatter> {
        self.me.with_untracked(|me| {
            me.as_ref()?.view.matters.iter().find(|matter| matter.matter == *id).cloned()
        })
    }

    /// The name of a part of the estate.
    pub(crate) fn scope_name(self, scope: u32) -> String {
        let name = self.scopes.with_untracked(|scopes| {
            scopes.iter().find(|known| known.scope == scope).map(|known| known.name.clone())
        });
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| self.say("全小区", "whole estate").to_owned())
    }
}
