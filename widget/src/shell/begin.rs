//! Where the window begins: what the address brought, who this phone is, and the screen that follows.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::proofs::device::{self, Ask, Shown};
use crate::proofs::drafts::Kept;
use crate::proofs::history;
use crate::proofs::session::Session;
use crate::proofs::vault::{self, KeySlot};
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::shell::trail::Step;
use crate::words::trouble::Trouble;

/// What came with the address, after `#`, `<estate>` and a dot: a letter's code, or what another phone shows. It is taken out of
/// the address at once, so that no screenshot or shared link carries it.
pub(crate) fn arrival(estate: &str) -> Option<String> {
    let window = web_sys::window()?;
    let hash = window.location().hash().ok()?;
    let arrival = hash.strip_prefix('#')?.strip_prefix(estate)?.strip_prefix('.')?;
    // Not `set_hash`, which would leave it one step back in the history.
    let bare = format!("{}{}", window.location().pathname().ok()?, window.location().search().ok()?);
    drop(window.history().ok()?.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&bare)));
    Some(arrival.to_owned())
}

/// Whether it is a letter's code: in what phones show there are dots.
fn is_letter(arrival: &str) -> bool {
    !arrival.contains('.')
}

/// What a new phone keeps while it is on its way in.
pub(crate) fn joining(app: App) -> Kept {
    app.kept("join")
}

/// The way in that this phone has begun, so that a page opened anew goes on with it.
pub(crate) fn begun(app: App) -> Option<Ask> {
    match device::shown(&joining(app).get("ask")?)? {
        Shown::Ask(ask) => Some(ask),
        Shown::Request(_) | Shown::Slip(_) => None,
    }
}

/// Another phone asks for this one.
pub(crate) fn take_ask(app: App, ask: Ask) {
    let known = app.me.with_untracked(Option::is_some);
    // At the desk the person first reads how data about people is used; whoever has agreed goes on where they were.
    if known || (ask.desk && begun(app) != Some(ask)) {
        return app.go(Screen::Join(Some(ask)));
    }
    begin_joining(app, ask);
}

/// Whoever stands at the desk has agreed, or nobody has to.
pub(crate) fn begin_joining(app: App, ask: Ask) {
    joining(app).put("ask", &ask.text());
    app.visit(Goal::Join(ask));
}

impl App {
    /// Meets the server and decides where to begin.
    pub(crate) fn begin(self, arrival: Option<String>) {
        self.screen.set(Screen::Opening);
        spawn_local(async move {
            match self.meet().await {
                Ok(()) => self.first_screen(arrival).await,
                Err(trouble) => self.fail(trouble, self.trail.address(), Step::Instead),
            }
        });
    }

    /// Shows what came with an address.
    pub(crate) fn arrive(self, arrival: String) {
        spawn_local(async move {
            if let Err(trouble) = (self.above.arrive)(self, arrival).await {
                self.fail(trouble, self.trail.address(), Step::Instead);
            }
        });
    }

    async fn meet(self) -> Result<(), Trouble> {
        self.find_lack().await;
        let key = vault::load_key(&self.estate, KeySlot::Current).await.unwrap_or_default();
        self.held.set(false);
        let session = Session::open(&self.server.get_value(), self.estate, key).await?;
        self.session.set(Some(session));
        // An enrolment whose answer got lost. A browser that keeps nothing has kept no key either.
        if let Ok(Some(_)) = vault::load_key(&self.estate, KeySlot::Pending).await {
            (self.above.finish)(self).await?;
        }
        Ok(())
    }

    /// Asks for proof that what the server shows only adds to what this phone has seen.
    ///
    /// # Errors
    /// [`Trouble::Split`]: nothing is signed for a server that shows two histories. Any other if it gave no proof: it is asked
    /// again before a ballot is signed, and at the next visit.
    pub(crate) async fn hold_history(self) -> Result<(), Trouble> {
        let mut session = self.session.get_untracked().ok_or(Trouble::Offline)?;
        let held = history::hold(&mut session).await;
        if matches!(held, Err(Trouble::Split(_))) {
            self.session.set(None);
        }
        held?;
        self.held.set(true);
        self.session.update(|now| now.iter_mut().for_each(|now| now.learn(&session)));
        Ok(())
    }

    async fn first_screen(self, arrival: Option<String>) {
        let arrival = arrival.filter(|_| self.own_page().is_none());
        if let Some(letter) = arrival.clone().filter(|arrival| is_letter(arrival)) {
            self.arrive(letter);
            // Whoever is stuck with a letter finds at its foot whom to ring.
            return self.look_ahead();
        }
        let read = self.refresh().await;
        let unknown = matches!(&read, Err(Trouble::Refused(refusal))
            if refusal.code == "KEY_REVOKED" || refusal.code == "UNKNOWN_KEY");
        let at_home = !self.trail.address().starts_with('/');
        let begun =
            || joining(self).get("ask").filter(|_| self.me.with_untracked(Option::is_none) && at_home);
        let arrival = arrival.or_else(begun);
        match (read, arrival) {
            (Err(trouble), _) if !unknown => return self.fail(trouble, self.trail.address(), Step::Instead),
            (_, Some(arrival)) => return self.arrive(arrival),
            (Err(trouble), None) => {
                self.bring(Screen::Enrol(None), Step::Instead).await;
                self.wrong.set(Some(trouble));
                return;
            }
            (Ok(()), None) => {}
        }
        self.look_at_outbox().await;
        if self.outbox.with_untracked(|all| all.iter().any(|one| one.ballot.is_some())) {
            return self.send();
        }
        self.open_address().await;
    }
}
