//! Signing at the desk: one way for every act. What was typed stays on the screen until its receipt is checked.

use leptos::prelude::*;
use leptos::task::spawn_local;
use yishi_protocol::blob::Blob;
use yishi_protocol::body::Body;
use yishi_protocol::id::EntryId;

use super::{Desk, load, refusals};
use crate::act;
use crate::icons::{OFFLINE, STOP, icon};
use crate::session::Trouble;

/// Why the last try of a form failed.
pub(super) type Problem = RwSignal<Option<Trouble>>;

/// What is to be signed.
pub(super) type Said = Result<(Body, Vec<Blob>), Trouble>;

/// Signs and sends, reads the desk anew, then goes on with the entry; with none where an earlier try had arrived after all.
pub(super) fn sign(desk: Desk, problem: Problem, said: Said, then: impl FnOnce(Option<EntryId>) + 'static) {
    let app = desk.app;
    if app.busy.get_untracked() {
        return;
    }
    let (body, blobs) = match said {
        Ok(said) => said,
        Err(trouble) => return problem.set(Some(trouble)),
    };
    let lost = problem.with_untracked(|problem| matches!(problem, Some(Trouble::Offline)));
    problem.set(None);
    app.busy.set(true);
    spawn_local(async move {
        let sent = send(desk, lost, body, blobs).await;
        if sent.is_ok() {
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

async fn send(desk: Desk, lost: bool, body: Body, blobs: Vec<Blob>) -> Result<Option<EntryId>, Trouble> {
    let app = desk.app;
    let mut session = app.session.get_untracked().ok_or(Trouble::Offline)?;
    let known = app.me.with_untracked(|me| me.as_ref().and_then(|me| me.view.last_seq));
    if lost {
        // The last try may have arrived though its answer did not; then it must not be signed twice.
        load::clock(&mut session).await?;
        let newest = session.me().await?.and_then(|me| me.last_seq);
        if newest > known {
            app.session.set(Some(session));
            return Ok(None);
        }
    }
    let answer = act::say(&mut session, known, body, blobs).await;
    app.session.set(Some(session));
    let entry = answer?.entry;
    app.me.update(|me| {
        if let Some(me) = me {
            me.view.last_seq = Some(entry.seq());
        }
    });
    Ok(Some(entry.id()))
}

/// What went wrong, what became of what was typed, and the code.
pub(super) fn note(desk: Desk, problem: Problem) -> AnyView {
    let words = move || {
        problem.get().map(|trouble| {
            let offline = trouble == Trouble::Offline;
            let (what, todo, code) = refusals::told(desk, &trouble);
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
        })
    };
    view! { <div>{words}</div> }.into_any()
}
