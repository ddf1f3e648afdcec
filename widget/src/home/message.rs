//! Screens that say what is going on: opening, not delivered, refused.

use crate::draw::{Draw, View, view};
use crate::words::key;

use crate::kit::icons::{AGAIN, GO, OFFLINE, STOP, icon};
use crate::kit::parts::{bar, button, head, help, sign};
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::words::trouble::Trouble;

/// While the server is being met.
pub(crate) fn opening(app: App) -> View {
    view! {
        {head(app)}
        <div aria-busy="true">
            <article class="ys-card">
                <i class="ys-sk ys-sk_h"></i>
                <i class="ys-sk ys-sk_l"></i>
                <i class="ys-sk ys-sk_l ys-sk_m"></i>
                <i class="ys-sk ys-sk_btn"></i>
            </article>
            <p class="ys-hide" role="status">{app.say(key::common::OPENING_PLEASE_WAIT)}</p>
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
pub(crate) fn trouble(app: App, trouble: &Trouble) -> View {
    let code = match trouble {
        Trouble::Offline | Trouble::NoVault | Trouble::PlainHttp(_) | Trouble::Outdated => String::new(),
        Trouble::Refused(refusal) | Trouble::Later(refusal) => refusal.code.clone(),
        Trouble::Unproven(code) => code.clone(),
        // As it was signed, for whoever it is shown to.
        Trouble::Split(notes) => notes.clone(),
    };
    let (heading, what) = app.lang.get_untracked().trouble(trouble);
    let outdated = *trouble == Trouble::Outdated;
    let lacks = matches!(trouble, Trouble::NoVault | Trouble::PlainHttp(_));
    let again = app.say(match trouble {
        Trouble::Outdated => key::message::OPEN_IT_ANEW,
        Trouble::NoVault | Trouble::PlainHttp(_) => key::message::READ_ON,
        _ => key::common::TRY_AGAIN,
    });
    let (class, path, secure) = match trouble {
        Trouble::PlainHttp(address) => {
            let words = app.say(key::message::BY_HTTPS);
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
        {bar(app, app.say(key::common::YISHI), Screen::Home)}
        <div>
            {sign(sign_path, sign_class, "alert", heading.to_owned(), what.draw())}
            <div class="ys-acts">
                {secure}
                {button(class, path, again, move || {
                    if outdated {
                        reload();
                    } else if lacks && !app.trail.address().is_empty() {
                        // Begun anew, the page would open what it cannot.
                        app.go(Screen::Home);
                    } else {
                        app.begin(None);
                    }
                })}
                {(app.above.follows && matches!(trouble, Trouble::Split(_))).then(|| {
                    let look = app.say(key::message::LOOK_AT_BOTH);
                    button("weui-btn weui-btn_default", "", look, move || app.visit(Goal::Settle))
                })}
                {app.session.with_untracked(Option::is_some).then(|| {
                    button("weui-btn weui-btn_text", "", app.say(key::counted::HOME), move || app.go(Screen::Home))
                })}
            </div>
            {(!code.is_empty()).then(|| view! { <p class="ys-s ys-2 ys-gap-3 ys-help"><span class="ys-code ys-pre">{code}</span></p> })}
        </div>
        {help(app)}
    }
}
