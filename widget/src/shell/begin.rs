//! Where the window begins: what the address brought, who this phone is, and the screen that follows.

use leptos::prelude::*;
use leptos::task::spawn_local;
use yishi_protocol::letter::LetterCode;

use crate::fetch;
use crate::proofs::act;
use crate::proofs::device::{self, Ask, Shown};
use crate::proofs::drafts::{self, Kept};
use crate::proofs::history;
use crate::proofs::outbox;
use crate::proofs::session::Session;
use crate::proofs::vault::{self, Slot};
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::shell::trail::Step;
use crate::words::trouble::Trouble;

/// What came with an address.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Arrival {
    /// A letter's code.
    Letter(LetterCode),
    /// What another phone shows.
    Phone(Shown),
}

/// What came with the address, after `#`: `<estate>.` and a letter's code, or what another phone shows. It is taken out of
/// the address at once, so that no screenshot or shared link carries it.
pub(crate) fn arrival(estate: &str) -> Option<Arrival> {
    let window = web_sys::window()?;
    let hash = window.location().hash().ok()?;
    let rest = hash.strip_prefix('#')?.strip_prefix(estate)?.strip_prefix('.')?;
    let phone = device::shown(rest).map(Arrival::Phone);
    let arrival = phone.or_else(|| rest.parse().ok().map(Arrival::Letter))?;
    // Not `set_hash`, which would leave it one step back in the history.
    let bare = format!("{}{}", window.location().pathname().ok()?, window.location().search().ok()?);
    drop(window.history().ok()?.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&bare)));
    Some(arrival)
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
pub(crate) fn asked(app: App, ask: Ask) {
    let known = app.me.with_untracked(Option::is_some);
    // At the desk the person first reads how data about people is used; whoever has agreed goes on where they were.
    if known || (ask.desk && begun(app) != Some(ask)) {
        return app.go(Screen::Join(Some(ask)));
    }
    agreed(app, ask);
}

/// Whoever stands at the desk has agreed, or nobody has to.
pub(crate) fn agreed(app: App, ask: Ask) {
    joining(app).put("ask", &ask.text());
    app.visit(Goal::Join(ask));
}

impl App {
    /// Meets the server and decides where to begin.
    pub(crate) fn begin(self, arrival: Option<Arrival>) {
        self.screen.set(Screen::Opening);
        spawn_local(async move {
            match self.meet().await {
                Ok(()) => self.first_screen(arrival).await,
                Err(trouble) => self.fail(trouble, self.trail.address(), Step::Instead),
            }
            fetch::begun();
        });
    }

    /// Shows what came with an address. Only on our own page: elsewhere no key is made.
    pub(crate) fn arrive(self, arrival: Arrival) {
        match arrival {
            Arrival::Letter(code) => self.go(Screen::Enrol(Some(code))),
            Arrival::Phone(Shown::Ask(ask)) => match self.lacking(&Screen::Join(Some(ask))) {
                Some(lack) => self.go(Screen::Trouble(lack)),
                None => asked(self, ask),
            },
            Arrival::Phone(Shown::Request(request)) => self.go(Screen::AddPhone(Some(request))),
            Arrival::Phone(Shown::Slip(slip)) => self.visit(Goal::Slip(slip)),
        }
    }

    async fn meet(self) -> Result<(), Trouble> {
        self.find_lack().await;
        let key = vault::load_key(&self.estate, Slot::Current).await.unwrap_or_default();
        let mut session = Session::open(&self.server.get_value(), self.estate, key).await?;
        if act::finish_enrolment(&mut session).await?.is_some() {
            // This phone signs for somebody from here on: what it kept of whoever held it before is forgotten.
            drafts::forget_all(&self.estate);
            outbox::forget_acts(&session).await?;
            self.new_matter.clear();
        }
        self.session.set(Some(session));
        Ok(())
    }

    /// Asks for proof that what the server shows only adds to what this phone has seen.
    async fn hold_history(self) -> Result<(), Trouble> {
        let Some(mut session) = self.session.get_untracked() else { return Ok(()) };
        history::hold(&mut session).await?;
        self.session.update(|now| now.iter_mut().for_each(|now| now.learn(&session)));
        Ok(())
    }

    async fn first_screen(self, arrival: Option<Arrival>) {
        let arrival = arrival.filter(|_| self.own_page().is_none());
        if let Some(letter @ Arrival::Letter(_)) = arrival {
            if let Err(trouble) = self.hold_history().await {
                return self.fail(trouble, self.trail.address(), Step::Instead);
            }
            self.arrive(letter);
            // Whoever is stuck with a letter finds at its foot whom to ring.
            return self.look_ahead();
        }
        // Both at once: on a slow line every answer that is waited for costs a sixth of a second.
        let (read, held) = futures_util::join!(self.refresh(), self.hold_history());
        if let Err(trouble) = held {
            if matches!(trouble, Trouble::Split(_)) {
                // Nothing is signed for a server that shows two histories.
                self.session.set(None);
            }
            return self.fail(trouble, self.trail.address(), Step::Instead);
        }
        let unknown = matches!(&read, Err(Trouble::Refused(refusal))
            if refusal.code == "KEY_REVOKED" || refusal.code == "UNKNOWN_KEY");
        let at_home = !self.trail.address().starts_with('/');
        let begun = || begun(self).filter(|_| self.me.with_untracked(Option::is_none) && at_home);
        let arrival = arrival.or_else(|| begun().map(|ask| Arrival::Phone(Shown::Ask(ask))));
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
