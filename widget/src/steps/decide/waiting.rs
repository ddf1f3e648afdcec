//! A ballot that is signed and has not arrived: never green, and what to do.

use crate::draw::{View, view};
use crate::words::key;
use yishi_protocol::wire::Refusal;

use crate::kit::forms::busy_button;
use crate::kit::icons::{AGAIN, OFFLINE};
use crate::kit::mine::mine;
use crate::kit::parts::{bar, fact, help, sign, steps};
use crate::proofs::outbox::Cast;
use crate::shell::app::App;
use crate::shell::screen::Screen;
use crate::words::trouble::Trouble;

/// Sends the signed ballots. That another one of this very phone stands is told as that, and the one that is filled in takes it for
/// what it replaces: nobody is accused of what they did themselves in another page.
pub(crate) async fn send(app: App, quiet: bool) -> Result<(), Trouble> {
    let Some((cast, trouble)) = app.send_now(quiet).await? else { return Ok(()) };
    let (agenda, party) = (cast.agenda, cast.party);
    let stale = matches!(&trouble, Trouble::Refused(refusal) if refusal.code == "STALE_SUPERSESSION");
    if !stale || app.refresh().await.is_err() {
        return Err(trouble);
    }
    let standing = mine(app).into_iter().find(|mine| mine.agenda == agenda && mine.party == party);
    let own = standing.filter(|mine| mine.own).and_then(|mine| mine.standing);
    let Some(own) = own else { return Err(trouble) };
    app.paper.update(|paper| {
        if let Some(paper) = paper.as_mut().filter(|paper| paper.party == party) {
            paper.standing = Some(own);
        }
    });
    let code = "OWN_LATER_BALLOT".to_owned();
    Err(Trouble::Refused(Refusal { code, detail: String::new() }))
}

/// A ballot that is signed and has not arrived.
pub(crate) fn screen(app: App, cast: &Cast, signed_ms: u64) -> View {
    let (title, closes_ms) = (cast.title.clone(), cast.closes_ms);
    let again = move || app.send();
    view! {
        {bar(app, app.say(key::waiting::VOTE), Screen::Home)}
        <div>
            {sign(
                OFFLINE,
                "ys-msg__i_wait",
                "status",
                app.say(key::waiting::SIGNED_NOT_DELIVERED_YET).to_owned(),
                view! {
                    {app.say(key::waiting::THE_PHONE_HAS_NO_NETWORK)}
                    <b class="ys-warn">{app.say(key::waiting::UNTIL_IT_ARRIVES_YOU_HAVE)}</b>
                },
            )}
            <div class="ys-card">
                <dl class="ys-kv">
                    {fact(app.say(key::common::VOTE), title)}
                    {fact(app.say(key::waiting::SIGNED), app.lang.get_untracked().moment(signed_ms))}
                    {fact(app.say(key::waiting::MUST_ARRIVE_BY), app.lang.get_untracked().deadline(closes_ms))}
                </dl>
                {busy_button(
                    app,
                    "button",
                    ("weui-btn weui-btn_primary ys-gap-3", AGAIN),
                    (app.say(key::waiting::SEND_AGAIN).to_owned(), app.say(key::waiting::SENDING)),
                    Box::new(again),
                )}
            </div>
            <h3 class="ys-sec">{app.say(key::waiting::WHAT_NEXT)}</h3>
            <div class="ys-card">
                {steps(&[
                    app.say(
                        key::waiting::ONCE_ONLINE_OPEN_THIS_PAGE,
                    ),
                    app.say(key::waiting::YOU_HAVE_VOTED_WHEN_YOU),
                ])}
            </div>
            <div class="ys-note"><div>{app.say(
                key::waiting::THE_BALLOT_IS_KEPT_ON,
            )}</div></div>
        </div>
        {help(app)}
    }
}
