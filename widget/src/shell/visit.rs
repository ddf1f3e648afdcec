//! Where a press leads: what is read before a screen shows it, and what follows what was signed.

use std::sync::Arc;

use crate::words::key;
use leptos::task::spawn_local;
use yishi_protocol::blob::Blob;
use yishi_protocol::body::Body;
use yishi_protocol::id::{DisclosureId, EntryId, MatterId};
use yishi_protocol::log::LogEntry;
use yishi_protocol::view::MyMatter;

use crate::proofs::act;
use crate::proofs::device::Request;
use crate::proofs::drafts::Kept;
use crate::proofs::outbox::{self, Cast, Outgoing};
use crate::proofs::session::Session;
use crate::shell::app::App;
use crate::shell::screen::{Goal, Receipt, Screen};
use crate::shell::trail::Step;
use crate::words::trouble::Trouble;

impl App {
    /// Reads something and shows it.
    pub(crate) fn visit(self, goal: Goal) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            if let Err(trouble) = self.reach(goal, Step::Into).await {
                self.fail(trouble, goal.address(), Step::Into);
            }
            self.busy.set(false);
        });
    }

    async fn reach(self, goal: Goal, step: Step) -> Result<(), Trouble> {
        if goal == Goal::Raised {
            self.bring(Screen::Home, step).await;
            return Ok(());
        }
        (self.above.reach)(self, goal, step).await
    }

    pub(crate) async fn reach_matter(self, id: MatterId, rate: bool, step: Step) -> Result<(), Trouble> {
        let mut session = self.session.get_untracked().ok_or(Trouble::Offline)?;
        let matter = session.matter(&id).await?;
        self.matter.set(Some(Arc::new(matter)));
        self.show_read(session, if rate { Screen::Rate } else { Screen::Matter }, step).await;
        Ok(())
    }

    pub(crate) async fn reach_books(
        self,
        id: DisclosureId,
        line: Option<u32>,
        step: Step,
    ) -> Result<(), Trouble> {
        let mut session = self.session.get_untracked().ok_or(Trouble::Offline)?;
        let books = session.books(&id).await?;
        self.books.set(Some(Arc::new(books)));
        self.show_read(session, line.map_or(Screen::Books, Screen::Line), step).await;
        Ok(())
    }

    /// Shows what was read.
    pub(crate) async fn show_read(self, session: Session, screen: Screen, step: Step) {
        self.now_ms.set(session.server_ms);
        self.session.set(Some(session));
        self.bring(screen, step).await;
    }

    pub(crate) async fn reach_people(self, goal: Goal, step: Step) -> Result<(), Trouble> {
        let mut session = self.session.get_untracked().ok_or(Trouble::Offline)?;
        let screen = match goal {
            Goal::Voter(party) => {
                self.read_me(&mut session).await?;
                Screen::Voter(party)
            }
            Goal::Proxies(to) => {
                self.read_me(&mut session).await?;
                Screen::Proxies(to)
            }
            Goal::Phones => {
                self.read_me(&mut session).await?;
                Screen::Phones
            }
            Goal::Join(ask) => {
                let key = act::pending_key(&session.estate).await?;
                Screen::Joining(Request::new(&ask, &session.estate, &key))
            }
            _ => Screen::Home,
        };
        self.show_read(session, screen, step).await;
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
            match self.sign(kept.as_ref(), (body, blobs)).await {
                Ok(id) => {
                    if let Some(kept) = kept {
                        kept.forget();
                    }
                    let goal = if goal == Goal::Raised {
                        self.new_matter.clear();
                        Goal::Matter(id)
                    } else {
                        goal
                    };
                    // It is in: that what is shown may be older than it is no trouble.
                    if self.reach(goal, Step::After).await.is_err() {
                        self.go(Screen::Home);
                    }
                    self.note.set(Some(done));
                }
                Err(trouble) => self.wrong.set(Some(trouble)),
            }
            self.busy.set(false);
        });
    }

    async fn sign(self, form: Option<&Kept>, act: (Body, Vec<Blob>)) -> Result<EntryId, Trouble> {
        let mut session = self.session.get_untracked().ok_or(Trouble::Offline)?;
        let answer = outbox::say(&mut session, self.last_seq(), form, act).await;
        self.answered(session, answer).await
    }

    /// What an act was answered, with the lists that follow from it.
    async fn answered(
        self,
        mut session: Session,
        answer: Result<LogEntry, Trouble>,
    ) -> Result<EntryId, Trouble> {
        self.look_at_outbox().await;
        let entry = answer?;
        drop(self.read_me(&mut session).await);
        drop(self.read_lists(&mut session).await);
        self.session.set(Some(session));
        Ok(entry.entry.id())
    }

    /// The number of our key's last entry, as the server knows it.
    pub(crate) fn last_seq(self) -> Option<u64> {
        self.me.with_untracked(|me| me.as_ref().and_then(|me| me.view.last_seq))
    }

    /// What is signed and not answered, for the first screen.
    pub(crate) async fn look_at_outbox(self) {
        // A browser that keeps nothing has nothing on its way.
        self.outbox.set(outbox::all(&self.estate).await.unwrap_or_default());
    }

    /// Sends an act that was signed and not answered.
    pub(crate) fn resend(self, outgoing: Outgoing) {
        self.busy.set(true);
        spawn_local(async move {
            match (self.above.resend)(self, outgoing).await {
                Ok(()) => self.note.set(Some(self.say(key::home::IT_ARRIVED))),
                Err(trouble) => self.go(Screen::Trouble(trouble)),
            }
            self.busy.set(false);
        });
    }

    pub(crate) async fn resend_now(self, outgoing: Outgoing) -> Result<(), Trouble> {
        let mut session = self.session.get_untracked().ok_or(Trouble::Offline)?;
        let answer = outbox::send(&mut session, self.last_seq(), outgoing).await;
        self.answered(session, answer).await?;
        self.follow_form();
        Ok(())
    }

    /// What is kept no more of the matter that was being written, this page holds no more either.
    fn follow_form(self) {
        if self.kept("raise").all().is_empty() {
            self.new_matter.clear();
        }
    }

    /// Takes an act back that was signed and not answered.
    pub(crate) fn withdraw(self, outgoing: Outgoing) {
        spawn_local(async move {
            drop(outbox::forget(&self.estate, &outgoing).await);
            self.follow_form();
            self.look_at_outbox().await;
        });
    }

    /// Sends the signed ballots and shows what became of the last.
    pub(crate) fn send(self) {
        self.busy.set(true);
        spawn_local(async move {
            if let Err(trouble) = (self.above.send)(self, false).await {
                self.go(Screen::Trouble(trouble));
            }
            self.busy.set(false);
        });
    }

    /// The same, or, `quiet`, leaves the screen as it is; answers the ballot that was refused, and why.
    pub(crate) async fn send_now(self, quiet: bool) -> Result<Option<(Cast, Trouble)>, Trouble> {
        let Some(mut session) = self.session.get_untracked() else { return Ok(None) };
        let sent = outbox::send_ballots(&mut session, self.last_seq()).await;
        self.session.update(|now| now.iter_mut().for_each(|now| now.learn(&session)));
        self.look_at_outbox().await;
        let (cast, entry) = match sent {
            Ok(Some((cast, Ok(entry)))) => (cast, entry),
            Ok(Some((cast, Err(trouble)))) => return Ok(Some((cast, trouble))),
            Ok(None) => return Ok(None),
            Err(Trouble::Offline | Trouble::Later(_)) if quiet => return Ok(None),
            Err(Trouble::Offline) => {
                let waiting = self.outbox.with_untracked(|all| {
                    all.iter().rev().find_map(|one| Some((one.ballot.clone()?, one.signed_ms)))
                });
                if let Some((cast, signed_ms)) = waiting {
                    self.go(Screen::Waiting(cast, signed_ms));
                }
                return Ok(None);
            }
            Err(trouble) => return Err(trouble),
        };
        // The ballot is in; that the lists are older than it is no trouble.
        drop(self.refresh().await);
        if quiet {
            return Ok(None);
        }
        let id = entry.entry.id();
        let held = self.me.with_untracked(|me| {
            let ballots = me.as_ref().map(|me| me.ballots.as_slice()).unwrap_or_default();
            ballots.iter().any(|ballot| ballot.entry == id && !ballot.stands)
        });
        let Cast { title, closes_ms, agenda, party, .. } = cast;
        let (index, received_ms) = (entry.index, entry.received_ms);
        self.paper.set(None);
        self.go(Screen::Counted(Receipt {
            title,
            entry: id,
            index,
            received_ms,
            closes_ms,
            agenda,
            party,
            own: true,
            held,
        }));
        Ok(None)
    }

    /// There is a network again: signed ballots go out at once, whatever is on the screen.
    pub(crate) fn send_again(self) {
        let shows = self.screen.with_untracked(|screen| matches!(screen, Screen::Waiting(..) | Screen::Home));
        let waits = self.outbox.with_untracked(|all| all.iter().any(|one| one.ballot.is_some()));
        if !waits || self.busy.get_untracked() {
            return;
        }
        if shows {
            return self.send();
        }
        spawn_local(async move {
            // What is not answered, the first screen still shows.
            if let Err(trouble) = (self.above.send)(self, true).await {
                self.go(Screen::Trouble(trouble));
            }
        });
    }

    /// Asks how whoever signed these acts came to the authority for them, and tells `doubt` if the log does not show it. Whoever
    /// has no network finds out when there is one.
    pub(crate) fn hold_authors(self, acts: Vec<EntryId>, doubt: impl Fn(Trouble) + 'static) {
        spawn_local(async move {
            if let Err(trouble @ (Trouble::Unproven(_) | Trouble::Split(_))) =
                (self.above.hold_authors)(self, acts, Ok(())).await
            {
                doubt(trouble);
            }
        });
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
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| self.say(key::visit::WHOLE_ESTATE).to_owned())
    }
}
