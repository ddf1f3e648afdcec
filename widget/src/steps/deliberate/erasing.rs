//! The way to have what was said here erased, for whoever said it.

use crate::draw::{View, view};
use crate::live::Live;
use crate::words::key;
use yishi_protocol::body::{Body, Erase, ErasureGround, Origin};
use yishi_protocol::id::{BlobId, EntryId, MatterId, PublicKey};
use yishi_protocol::projection::{Matter, Me, Said};

use crate::kit::forms::{problem, signer};
use crate::kit::parts::{button, live, para};
use crate::shell::app::App;
use crate::shell::screen::Goal;

/// The blob that says an opinion, if it is the reader's to erase and still here.
pub(crate) fn of_opinion(app: App, said: &Said) -> Option<BlobId> {
    (is_mine(app, &said.author) && said.spoken.is_here()).then_some(said.blob)
}

/// The same of a matter's own words: not once it is put to the vote, when they are kept for a year.
pub(crate) fn of_matter(app: App, matter: &Matter) -> Option<BlobId> {
    let noticed = matter.trail.iter().any(|act| matches!(act.body, Body::Notice(_)));
    let own = matter.raise.origin == Origin::Resident && is_mine(app, &matter.author);
    (own && !noticed && matter.text.is_here()).then_some(matter.raise.text)
}

/// Whether one of the reader's phones signed it.
fn is_mine(app: App, author: &PublicKey) -> bool {
    let signs = |me: &Me| me.view.devices.iter().any(|phone| phone.device == *author);
    app.may_sign() && app.me.with_untracked(|me| me.as_ref().is_some_and(signs))
}

/// A quiet way to it, then what stays and what goes, then the signature.
pub(crate) fn erasing(
    app: App,
    (matter, words): (MatterId, EntryId),
    blob: BlobId,
    open: Live<Option<EntryId>>,
) -> View {
    let form = move || {
        let ready = move || Ok(app.say(key::erase::SIGN));
        let press = move || {
            let body = Erase { blobs: vec![blob], document: None, ground: ErasureGround::Asked, order: None };
            app.act(body, Vec::new(), app.say(key::erase::DONE), Goal::Matter(matter));
        };
        view! {
            <div class="ys-card ys-gap-2">
                <p class="ys-b">{app.say(key::erase::SURE)}</p>
                {para("ys-s ys-gap-1", app.say(key::erase::GOES))}
                {para("ys-s ys-gap-1", app.say(key::erase::STAYS))}
                {problem(app)}
                {signer(app, ready, press)}
                {button("weui-btn weui-btn_text", "", app.say(key::erase::KEEP), move || open.set(None))}
            </div>
        }
    };
    live(move || {
        Some(if open.get() == Some(words) {
            form()
        } else {
            let begin = move || {
                app.wrong.set(None);
                open.set(Some(words));
            };
            button("ys-link ys-2", "", app.say(key::erase::ERASE), begin)
        })
    })
}
