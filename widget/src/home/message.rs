//! Screens that say what is going on: opening, not delivered, refused.

use leptos::prelude::*;

use crate::kit::icons::{AGAIN, OFFLINE, STOP};
use crate::kit::parts::{bar, button, head, help, sign};
use crate::shell::app::App;
use crate::shell::screen::Screen;
use crate::words::trouble::Trouble;

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

/// Loads the page anew, and with it the window that the server has now.
fn reload() {
    if let Some(window) = web_sys::window() {
        drop(window.location().reload());
    }
}

/// Something could not be done.
pub(crate) fn trouble(app: App, trouble: &Trouble) -> impl IntoView {
    let code = match trouble {
        Trouble::Offline | Trouble::NoVault | Trouble::Outdated => String::new(),
        Trouble::Refused(refusal) => refusal.code.clone(),
        Trouble::Unproven(code) => code.clone(),
    };
    let (heading, what) = app.lang.get_untracked().trouble(trouble);
    let outdated = *trouble == Trouble::Outdated;
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
                {button(
                    "weui-btn weui-btn_primary",
                    AGAIN,
                    if outdated { app.say("重新打开", "Open it anew") } else { app.say("再试一次", "Try again") },
                    move || if outdated { reload() } else { app.begin(None) },
                )}
                {app.session.with_untracked(Option::is_some).then(|| {
                    button("weui-btn weui-btn_text", "", app.say("回首页", "Home"), move || app.go(Screen::Home))
                })}
            </div>
            {(!code.is_empty()).then(|| view! { <p class="ys-s ys-2 ys-gap-3 ys-help"><span class="ys-code">{code}</span></p> })}
        </div>
        {help(app)}
    }
}
