//! A new phone on its way in: what it shows to the phone that brings it in, and the moment in which it has been added.

use crate::draw::{Draw, View};
use crate::words::key;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::kit::icons::AGAIN;
use crate::kit::parts::{acts, button, card, page, para, steps, topic};
use crate::kit::qr;
use crate::people::phones;
use crate::proofs::act;
use crate::proofs::device::{self, Ask, Request};
use crate::shell::app::App;
use crate::shell::begin::{begin_joining, begun};
use crate::shell::screen::Screen;

/// How often a new phone asks whether it is in.
const PAUSE: Duration = Duration::from_secs(4);

pub(crate) fn screen(app: App, ask: Option<Ask>) -> View {
    let known = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person));
    let parts = match (known, ask) {
        (Some(person), ask) => taken(app, ask.is_some_and(|ask| ask.person == person)),
        (None, Some(ask)) if ask.desk => at_desk(app, ask),
        (None, _) => how(app),
    };
    page(app, app.say(key::common::ENROL_THIS_PHONE), Screen::Home, parts.draw())
}

/// This phone signs already.
fn taken(app: App, same: bool) -> Vec<View> {
    let words = if same {
        app.say(key::join::IT_SIGNS_FOR_YOU_ALREADY)
    } else {
        app.say(key::join::SOMEBODY_HAS_ENROLLED_IT_IT)
    };
    vec![card(vec![para("ys-b", app.say(key::join::THIS_PHONE_NEED_NOT_BE)), para("ys-gap-1", words)])]
}

/// What whoever stands at the desk agrees to.
fn at_desk(app: App, ask: Ask) -> Vec<View> {
    let yes = app.say(key::join::IT_IS_ME_I_AGREE);
    vec![
        topic(app.say(key::join::ENROL_THIS_PHONE_AT_THE)),
        card(vec![
            para("ys-b", app.say(key::join::AN_OFFICER_CHECKS_YOUR_PAPERS)),
            para("ys-gap-1", app.say(key::join::FROM_THEN_ON_THIS_PHONE)),
        ]),
        crate::people::enrol::consent(app),
        acts(vec![button("weui-btn weui-btn_primary", "", yes, move || begin_joining(app, ask))]),
    ]
}

/// What to do on the phone that is in use.
fn how(app: App) -> Vec<View> {
    let todo = steps(&[
        app.say(key::join::OPEN_THIS_ESTATE_PAGE_ON),
        app.say(key::join::AT_THE_END_OF_ITS),
        app.say(key::join::WITH_THIS_PHONE_IN_WECHAT),
    ]);
    vec![
        topic(app.say(key::join::LET_THE_PHONE_THAT_YOU)),
        card(vec![todo]),
        phones::by_link(app, None, app.say(key::join::THE_OTHER_PHONE_LINK)),
    ]
}

/// This phone's request, and the wait until it is in.
pub(crate) fn request(app: App, request: &Request) -> View {
    let look = move || {
        spawn_local(async move {
            let Some(session) = app.session.get_untracked() else { return };
            let waits = || app.screen.with_untracked(|screen| matches!(screen, Screen::Joining(_)));
            if act::is_let_in(&session).await && waits() {
                app.begin(None);
            }
        });
    };
    if let Ok(timer) = set_interval_with_handle(look, PAUSE) {
        on_cleanup(move || timer.clear());
    }
    let url = app.enrol_url(&request.text());
    let again = app.say(key::join::IT_IS_ADDED_GO_ON);
    let desk = begun(app).is_some_and(|ask| ask.desk);
    let say = |by_phone, by_desk| app.say(if desk { by_desk } else { by_phone });
    let parts = vec![
        topic(say(key::join::SCAN_THIS_WITH_THE_PHONE, key::join::LET_THE_OFFICER_SCAN_THIS)),
        card(vec![
            qr::drawn(&url, say(key::join::QR_CODE_TO_BE_SCANNED, key::join::QR_CODE_TO_BE_SCANNED_2)),
            para(
                "ys-gap-3",
                say(key::join::THEN_TYPE_THESE_SIX_DIGITS, key::join::THEN_SHOW_THE_OFFICER_THESE),
            ),
            para("ys-big ys-gap-1", device::number(&request.device)),
            para(
                "ys-s ys-2 ys-gap-1",
                say(key::join::ON_YOUR_OWN_PHONE_ONLY, key::join::SHOW_THEM_ONLY_TO_THE),
            ),
        ]),
        acts(vec![
            para("ys-s ys-2", say(key::join::ONCE_IT_IS_ADDED_THERE, key::join::ONCE_A_SECOND_OFFICER_HAS)),
            button("weui-btn weui-btn_primary ys-gap-2", AGAIN, again, move || app.begin(None)),
        ]),
        phones::by_link(app, Some(url), ""),
    ];
    page(app, app.say(key::common::ENROL_THIS_PHONE), Screen::Home, parts.draw())
}
