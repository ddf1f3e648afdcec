//! What came with an address, and an enrolment whose answer got lost: rarely needed, so no part of what every phone loads first.

use yishi_protocol::letter::LetterCode;

use crate::people::slip;
use crate::proofs::device::{self, Shown};
use crate::proofs::{act, drafts, outbox};
use crate::shell::app::App;
use crate::shell::begin::take_ask;
use crate::shell::screen::Screen;
use crate::words::trouble::Trouble;

/// Shows what came with an address. Only on our own page: elsewhere no key is made.
pub(crate) async fn arrive(app: App, text: String) -> Result<(), Trouble> {
    match device::shown(&text) {
        Some(Shown::Ask(ask)) => match app.lacking(&Screen::Join(Some(ask))) {
            Some(lack) => app.go(Screen::Trouble(lack)),
            None => take_ask(app, ask),
        },
        Some(Shown::Request(request)) => app.go(Screen::AddPhone(Some(request))),
        Some(Shown::Slip(slip)) => slip::check(app, slip).await?,
        None => app.go(text.parse::<LetterCode>().map_or(Screen::Home, |code| Screen::Enrol(Some(code)))),
    }
    Ok(())
}

/// If the log has the key that waits to be let in, it becomes the one that signs.
pub(crate) async fn finish(app: App) -> Result<(), Trouble> {
    let mut session = app.session.get_untracked().ok_or(Trouble::Offline)?;
    if act::finish_enrolment(&mut session).await?.is_some() {
        // This phone signs for somebody from here on: what it kept of whoever held it before is forgotten.
        drafts::forget_all(&app.estate);
        outbox::forget_acts(&session).await?;
        app.new_matter.clear();
    }
    app.session.set(Some(session));
    Ok(())
}
