//! A ballot that is signed and has not arrived: never green, and what to do.

use leptos::prelude::*;
use yishi_protocol::wire::Refusal;

use crate::kit::forms::busy_button;
use crate::kit::icons::{AGAIN, OFFLINE};
use crate::kit::mine::mine;
use crate::kit::parts::{bar, fact, help, sign, steps};
use crate::proofs::act::Outgoing;
use crate::shell::app::App;
use crate::shell::screen::Screen;
use crate::words::trouble::Trouble;

/// Sends a ballot. That another one of this very phone stands is told as that, and the one that is filled in takes it for
/// what it replaces: nobody is accused of what they did themselves in another page.
pub(crate) async fn send(app: App, outgoing: Outgoing) -> Result<(), Trouble> {
    let (agenda, party) = (outgoing.agenda, outgoing.party);
    let sent = app.send_now(outgoing).await;
    let stale = matches!(&sent, Err(Trouble::Refused(refusal)) if refusal.code == "STALE_SUPERSESSION");
    if !stale || app.refresh().await.is_err() {
        return sent;
    }
    let standing = mine(app).into_iter().find(|mine| mine.agenda == agenda && mine.party == party);
    let own = standing.filter(|mine| mine.own).and_then(|mine| mine.standing);
    let Some(own) = own else { return sent };
    app.paper.update(|paper| {
        if let Some(paper) = paper.as_mut().filter(|paper| paper.party == party) {
            paper.standing = Some(own);
        }
    });
    let code = "OWN_LATER_BALLOT".to_owned();
    Err(Trouble::Refused(Refusal { code, detail: String::new() }))
}

/// A ballot that is signed and has not arrived.
pub(crate) fn screen(app: App, outgoing: Outgoing) -> impl IntoView {
    let (title, signed_ms, closes_ms) = (outgoing.title.clone(), outgoing.signed_ms, outgoing.closes_ms);
    let again = move || app.send(outgoing.clone());
    view! {
        {bar(app, app.say("投票", "Vote"), Screen::Home)}
        <div>
            {sign(
                OFFLINE,
                "ys-msg__i_wait",
                "status",
                app.say("票签好了，还没送到", "Signed, not delivered yet").to_owned(),
                view! {
                    {app.say("手机连不上网。", "The phone has no network. ")}
                    <b class="ys-warn">{app.say("没送到，就还不算投完。", "Until it arrives you have not voted.")}</b>
                }.into_any(),
            )}
            <div class="ys-card">
                <dl class="ys-kv">
                    {fact(app.say("表决", "Vote"), title)}
                    {fact(app.say("签好", "Signed"), app.lang.get_untracked().moment(signed_ms))}
                    {fact(app.say("最晚送到", "Must arrive by"), app.lang.get_untracked().deadline(closes_ms))}
                </dl>
                {busy_button(
                    app,
                    "button",
                    ("weui-btn weui-btn_primary ys-gap-3", AGAIN),
                    (app.say("再送一次", "Send again").to_owned(), app.say("正在送…", "Sending…")),
                    Box::new(again),
                )}
            </div>
            <h3 class="ys-sec">{app.say("接下来", "What next")}</h3>
            <div class="ys-card">
                {steps(&[
                    app.say(
                        "连上网，打开这一页，会自动再送。同一张票送几次都只算一次。",
                        "Once online, open this page; it is sent again by itself. However often it is sent, it counts once.",
                    ),
                    app.say("看到“已计入”，才算投完。", "You have voted when you see Counted."),
                ])}
            </div>
            <div class="ys-note"><div>{app.say(
                "票存在这台手机里。清理微信缓存会把它清掉，送到前请不要清。",
                "The ballot is kept on this phone. Clearing WeChat's cache would lose it; please wait until it has arrived.",
            )}</div></div>
        </div>
        {help(app)}
    }
}
