//! Screens that say what is going on: opening, not delivered, refused.

use leptos::prelude::*;

use crate::act::Outgoing;
use crate::app::{App, Screen};
use crate::forms::busy_button;
use crate::icons::{AGAIN, GO, OFFLINE, STOP, icon};
use crate::parts::{bar, button, fact, head, help, sign, steps};
use crate::session::Trouble;

/// While the server is being met.
pub(crate) fn opening(app: App) -> impl IntoView {
    view! {
        {head(app)}
        <div aria-busy="true">
            <article class="ys-card">
                <i class="ys-sk ys-sk_h"></i>
                <i class="ys-sk ys-sk_l"></i>
                <i class="ys-sk ys-sk_l ys-sk_m"></i>
                <i class="ys-sk ys-sk_btn"></i>
            </article>
            <p class="ys-hide" role="status">{app.say("正在打开，请稍候", "Opening, please wait")}</p>
        </div>
    }
}

/// A ballot that is signed and has not arrived.
pub(crate) fn waiting(app: App, outgoing: Outgoing) -> impl IntoView {
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

/// Loads the page anew, and with it the window that the server has now.
fn reload() {
    if let Some(window) = web_sys::window() {
        drop(window.location().reload());
    }
}

/// Something could not be done.
pub(crate) fn trouble(app: App, trouble: &Trouble) -> impl IntoView {
    let code = match trouble {
        Trouble::Offline | Trouble::NoVault | Trouble::PlainHttp(_) | Trouble::Outdated => String::new(),
        Trouble::Refused(refusal) => refusal.code.clone(),
        Trouble::Unproven(code) => code.clone(),
    };
    let (heading, what) = app.lang.get_untracked().trouble(trouble);
    let outdated = *trouble == Trouble::Outdated;
    let again = match trouble {
        Trouble::Outdated => app.say("重新打开", "Open it anew"),
        Trouble::NoVault | Trouble::PlainHttp(_) => app.say("先看看，不登记", "Read on without enrolling"),
        _ => app.say("再试一次", "Try again"),
    };
    let (class, path, secure) = match trouble {
        Trouble::PlainHttp(address) => {
            let words = app.say("用 https 打开", "Open it by https");
            let link =
                view! { <a class="weui-btn weui-btn_primary" href=address.clone()>{icon(GO, "")}{words}</a> };
            ("weui-btn weui-btn_default", "", Some(link))
        }
        _ => ("weui-btn weui-btn_primary", AGAIN, None),
    };
    let (sign_path, sign_class) = match trouble {
        Trouble::Offline => (OFFLINE, "ys-msg__i_wait"),
        Trouble::Outdated => (AGAIN, "ys-msg__i_wait"),
        _ => (STOP, "ys-msg__i_bad"),
    };
    view! {
        {bar(app, app.say("议事", "Yishi"), Screen::Home)}
        <div>
            {sign(sign_path, sign_class, "alert", heading.to_owned(), what.into_any())}
            <div class="ys-acts">
                {secure}
                {button(class, path, again, move || if outdated { reload() } else { app.begin(None) })}
            </div>
            {(!code.is_empty()).then(|| view! { <p class="ys-s ys-2 ys-gap-3 ys-help"><span class="ys-code">{code}</span></p> })}
        </div>
        {help(app)}
    }
}
