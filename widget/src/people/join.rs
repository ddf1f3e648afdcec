//! A new phone on its way in: what it shows to the phone that brings it in, and the moment in which it has been added.

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
use crate::shell::begin::{agreed, begun};
use crate::shell::screen::Screen;

/// How often a new phone asks whether it is in.
const PAUSE: Duration = Duration::from_secs(4);

pub(crate) fn screen(app: App, ask: Option<Ask>) -> AnyView {
    let known = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person));
    let parts = match (known, ask) {
        (Some(person), ask) => taken(app, ask.is_some_and(|ask| ask.person == person)),
        (None, Some(ask)) if ask.desk => at_desk(app, ask),
        (None, _) => how(app),
    };
    page(app, app.say("登记这台手机", "Enrol this phone"), Screen::Home, parts.into_any())
}

/// This phone signs already.
fn taken(app: App, same: bool) -> Vec<AnyView> {
    let words = if same {
        app.say(
            "它已经可以替您签名。请用另一台手机扫这个码。",
            "It signs for you already. Scan the code with the other phone.",
        )
    } else {
        app.say(
            "它已经有人登记了，不能再加到别人名下。",
            "Somebody has enrolled it; it cannot be added to another person's phones.",
        )
    };
    vec![card(vec![
        para("ys-b", app.say("这台手机不用添加", "This phone need not be added")),
        para("ys-gap-1", words),
    ])]
}

/// What whoever stands at the desk agrees to.
fn at_desk(app: App, ask: Ask) -> Vec<AnyView> {
    let yes = app.say("是我本人，同意，继续", "It is me, I agree");
    vec![
        topic(app.say("在议事窗口登记这台手机", "Enrol this phone at the desk")),
        card(vec![
            para(
                "ys-b",
                app.say(
                    "经办人当面核对您的证件，再由第二位经办人确认。",
                    "An officer checks your papers, and a second one confirms it.",
                ),
            ),
            para(
                "ys-gap-1",
                app.say(
                    "登记以后，就用这台手机投票；您以前登记过的手机停用，已投的票照样算。",
                    "From then on this phone votes. A phone you enrolled earlier stops working; its ballots stand.",
                ),
            ),
        ]),
        crate::people::enrol::consent(app),
        acts(vec![button("weui-btn weui-btn_primary", "", yes, move || agreed(app, ask))]),
    ]
}

/// What to do on the phone that is in use.
fn how(app: App) -> Vec<AnyView> {
    let todo = steps(&[
        app.say("在原来那台手机上打开这个小区的议事。", "Open this estate's page on the phone that you use."),
        app.say(
            "翻到首页最下面，点“我的手机”，再点“添加一台手机”。",
            "At the end of its first page press \"My phones\", then \"Add a phone\".",
        ),
        app.say(
            "用这台手机的微信，扫那台手机上的码。",
            "With this phone, in WeChat, scan the code that it shows.",
        ),
    ]);
    vec![
        topic(app.say("让原来那台手机，把这台加进来", "Let the phone that you use bring this one in")),
        card(vec![todo]),
        phones::by_link(app, None, app.say("那台手机给的链接", "The other phone's link")),
    ]
}

/// This phone's request, and the wait until it is in.
pub(crate) fn request(app: App, request: &Request) -> AnyView {
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
    let again = app.say("加好了，进去看看", "It is added: go on");
    let desk = begun(app).is_some_and(|ask| ask.desk);
    let say = |(zh, en), (desk_zh, desk_en)| if desk { app.say(desk_zh, desk_en) } else { app.say(zh, en) };
    let parts = vec![
        topic(say(
            ("用原来那台手机扫这个码", "Scan this with the phone that you use"),
            ("请经办人扫这个码", "Let the officer scan this"),
        )),
        card(vec![
            qr::drawn(
                &url,
                say(
                    ("二维码：用原来那台手机的微信扫", "QR code, to be scanned with the phone in use"),
                    ("二维码：给经办人扫", "QR code, to be scanned by the officer"),
                ),
            ),
            para(
                "ys-gap-3",
                say(
                    ("扫好以后，把这六位数字输到那台手机里：", "Then type these six digits on that phone:"),
                    ("扫好以后，让经办人看这六位数字：", "Then show the officer these six digits:"),
                ),
            ),
            para("ys-big ys-gap-1", device::number(&request.device)),
            para(
                "ys-s ys-2 ys-gap-1",
                say(
                    ("只在您自己的手机上输，不要告诉别人。", "On your own phone only; tell nobody."),
                    ("只给当面的经办人看。", "Show them only to the officer in front of you."),
                ),
            ),
        ]),
        acts(vec![
            para(
                "ys-s ys-2",
                say(
                    (
                        "那台手机一加好，这里会自己进去。",
                        "Once it is added there, this page goes on by itself.",
                    ),
                    (
                        "第二位经办人一确认，这里会自己进去。",
                        "Once a second officer has confirmed it, this page goes on by itself.",
                    ),
                ),
            ),
            button("weui-btn weui-btn_primary ys-gap-2", AGAIN, again, move || app.begin(None)),
        ]),
        phones::by_link(app, Some(url), ""),
    ];
    page(app, app.say("登记这台手机", "Enrol this phone"), Screen::Home, parts.into_any())
}
