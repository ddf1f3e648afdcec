//! Signing at the desk: one way for every act. What was typed stays on the screen until its receipt is checked.

use std::fmt::Display;

use leptos::prelude::*;
use leptos::task::spawn_local;
use yishi_protocol::blob::Blob;
use yishi_protocol::body::Body;
use yishi_protocol::id::EntryId;
use yishi_sheets::roll::is_there_already;

use crate::desk::field::Field;
use crate::desk::{Desk, refusals};
use crate::draw::{View, view};
use crate::kit::icons::{OFFLINE, STOP, icon};
use crate::live::Live;
use crate::proofs::drafts::Kept;
use crate::proofs::outbox;
use crate::words::trouble::Trouble;

/// What is to be signed.
pub(crate) type ToSign = Result<(Body, Vec<Blob>), Trouble>;

/// One form: what is typed into its fields outlives a reload, and why the last try failed stands below it.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    desk: Desk,
    problem: Live<Option<Trouble>>,
    kept: StoredValue<Kept>,
}

impl Form {
    /// The form of this name; what it acts on is part of the name.
    pub(crate) fn new(desk: Desk, name: impl Display) -> Self {
        let kept = StoredValue::new(desk.app.kept(format!("desk/{name}")));
        Self { desk, problem: Live::new(None), kept }
    }

    /// A field that begins with what was last typed into it, or else with `first`.
    pub(crate) fn field(self, name: &str, first: impl Into<String>) -> Field {
        self.kept.with_value(|kept| kept.field(name, first))
    }

    /// Whether the last try may have arrived though its answer did not.
    pub(crate) fn is_lost(self) -> bool {
        self.problem.with_untracked(|problem| matches!(problem, Some(Trouble::Offline)))
    }

    /// Signs and sends, reads the desk anew, then goes on with the entry. A try whose answer got lost is sent again as it was.
    pub(crate) fn sign(self, said: ToSign, then: impl FnOnce(EntryId) + 'static) {
        let Self { desk, problem, kept } = self;
        let app = desk.app;
        if app.busy.get_untracked() {
            return;
        }
        let act = match said {
            Ok(act) => act,
            Err(trouble) => return problem.set(Some(trouble)),
        };
        problem.set(None);
        app.busy.set(true);
        // The page may be gone when the answer comes.
        let kept = kept.get_value();
        spawn_local(async move {
            let sent = send(desk, Some(&kept), act).await;
            if sent.is_ok() {
                kept.forget();
                // The act is in; that the lists are older than it is no trouble.
                drop(desk.load().await);
            }
            app.busy.set(false);
            match sent {
                Ok(entry) => then(entry),
                Err(trouble) => problem.set(Some(trouble)),
            }
        });
    }

    /// Signs and sends several entries one after the other, from the one at `done` on, which counts what has arrived; then reads
    /// the desk anew and goes on. A try that fails leaves `done` where it is, and the next one goes on there: what had arrived
    /// after all is passed over.
    pub(crate) fn sign_all(
        self,
        steps: Vec<(Body, Vec<Blob>)>,
        done: Live<usize>,
        then: impl FnOnce() + 'static,
    ) {
        let Self { desk, problem, kept } = self;
        let app = desk.app;
        if app.busy.get_untracked() {
            return;
        }
        let lost = self.is_lost();
        problem.set(None);
        app.busy.set(true);
        let kept = kept.get_value();
        spawn_local(async move {
            let sent = send_all(desk, lost, steps, done).await;
            if sent.is_ok() {
                kept.forget();
                drop(desk.load().await);
            }
            app.busy.set(false);
            match sent {
                Ok(()) => then(),
                Err(trouble) => problem.set(Some(trouble)),
            }
        });
    }

    /// What went wrong, what became of what was typed, and the code.
    pub(crate) fn note(self) -> View {
        let words = move || self.problem.get().map(|trouble| told(self.desk, &trouble));
        view! { <div>{words}</div> }
    }
}

/// Signs and sends; what stands in a `form` of its own is kept until it is answered.
async fn send(desk: Desk, form: Option<&Kept>, act: (Body, Vec<Blob>)) -> Result<EntryId, Trouble> {
    let app = desk.app;
    let mut session = app.session.get_untracked().ok_or(Trouble::Offline)?;
    let answer = match form {
        Some(_) => outbox::say(&mut session, app.last_seq(), form, act).await,
        None => outbox::say_once(&mut session, app.last_seq(), act).await,
    };
    app.session.set(Some(session));
    let entry = answer?.entry;
    app.me.update(|me| {
        if let Some(me) = me {
            me.view.last_seq = Some(entry.seq());
        }
    });
    Ok(entry.id())
}

async fn send_all(
    desk: Desk,
    lost: bool,
    steps: Vec<(Body, Vec<Blob>)>,
    done: Live<usize>,
) -> Result<(), Trouble> {
    if lost {
        // The last try may have arrived. It is sent again under the next number: where it is there already, that is the answer.
        desk.load().await?;
    }
    for (body, blobs) in steps.into_iter().skip(done.get_untracked()) {
        match send(desk, None, (body, blobs)).await {
            Ok(_) => {}
            Err(Trouble::Refused(refusal)) if is_there_already(&refusal.code) => {}
            Err(trouble) => return Err(trouble),
        }
        // The page may be gone; what was begun is sent to its end.
        done.update(|done| *done = done.saturating_add(1));
    }
    Ok(())
}

fn told(desk: Desk, trouble: &Trouble) -> View {
    let offline = *trouble == Trouble::Offline;
    let (what, todo, code) = refusals::told(desk, trouble);
    let class = if offline { "ys-note ys-note_wait" } else { "ys-note ys-note_bad" };
    view! {
        <div class=class role="alert">
            {icon(if offline { OFFLINE } else { STOP }, "")}
            <div>
                <p class="ys-b">{what}</p>
                <p class="ys-s">{todo}</p>
                {(!code.is_empty()).then(|| view! { <p class="ys-s ys-2 ys-code">{code}</p> })}
            </div>
        </div>
    }
}
