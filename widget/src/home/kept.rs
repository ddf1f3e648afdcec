//! What is signed and has not arrived: it stands on the first screen until it is answered or taken back.

use crate::draw::{DrawAll, View, view};
use crate::words::key;

use crate::kit::icons::{AGAIN, OFFLINE, icon};
use crate::kit::parts::button;
use crate::proofs::outbox::Outgoing;
use crate::shell::app::App;

/// A card for each; a ballot goes out by itself as soon as it can, another act when its author says so.
pub(crate) fn cards(app: App) -> View {
    app.outbox.get().iter().map(|outgoing| card(app, outgoing)).draw_all()
}

fn card(app: App, outgoing: &Outgoing) -> View {
    let title = match &outgoing.ballot {
        Some(cast) => cast.title.clone(),
        None => app.say(key::home::SOMETHING_YOU_SIGNED).to_owned(),
    };
    let (again, back) = (outgoing.clone(), outgoing.clone());
    let send = move || match (app.busy.get_untracked(), again.ballot.is_some()) {
        (true, _) => {}
        (false, true) => app.send(),
        (false, false) => app.resend(again.clone()),
    };
    let take_back = outgoing.ballot.is_none().then(|| {
        button("weui-btn weui-btn_text", "", app.say(key::home::TAKE_IT_BACK), move || {
            app.withdraw(back.clone());
        })
    });
    let signed = app.lang.get_untracked().moment(outgoing.signed_ms);
    view! {
        <article class="ys-card">
            <p class="ys-eyebrow ys-warn">{icon(OFFLINE, "")}<span>{app.say(key::home::SIGNED_NOT_ARRIVED)}</span></p>
            <h2 class="ys-t">{title}</h2>
            <p class="ys-s ys-2">{signed}</p>
            {button("weui-btn weui-btn_default ys-gap-3", AGAIN, app.say(key::waiting::SEND_AGAIN), send)}
            {take_back}
        </article>
    }
}
