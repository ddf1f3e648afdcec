//! My phones: which ones sign for me, another one brought in by this one, and one that is lost.

use leptos::prelude::*;
use yishi_protocol::body::{AddDevice, Revoke, RevokeReason};
use yishi_protocol::id::PublicKey;
use yishi_protocol::signature::public_key;
use yishi_protocol::view::{DeviceView, DeviceWay};

use crate::kit::forms::{choices, code_field, option, problem, signer, text_box};
use crate::kit::icons::{KEY, PLUS};
use crate::kit::parts::{
    acts, alert, button, card, cell, cells, folded, live, page, para, row, steps, topic,
};
use crate::kit::qr;
use crate::proofs::act;
use crate::proofs::device::{self, Ask, Request, Round, Shown};
use crate::proofs::drafts::Kept;
use crate::shell::app::App;
use crate::shell::begin;
use crate::shell::screen::{Goal, Screen};
use crate::words::Lang;

/// As many signs as an address of ours with a chat's words around it.
const PASTED: usize = 600;

fn mine(app: App) -> Vec<DeviceView> {
    app.me.with_untracked(|me| me.as_ref().map(|me| me.view.devices.clone()).unwrap_or_default())
}

fn how_many(app: App) -> String {
    let phones = mine(app).len();
    match app.lang.get_untracked() {
        Lang::Zh => format!("{phones} 台手机可以替您签名"),
        Lang::En if phones == 1 => "1 phone signs for you".to_owned(),
        Lang::En => format!("{phones} phones sign for you"),
    }
}

/// The way here from the first screen.
pub(crate) fn way_in(app: App) -> AnyView {
    let title = app.say("我的手机", "My phones").to_owned();
    let row = row("", KEY, (title, how_many(app)), Box::new(move || app.visit(Goal::Phones)));
    cells(vec![row])
}

/// How and when a phone came in, and its number.
fn about(app: App, phone: &DeviceView) -> String {
    let lang = app.lang.get_untracked();
    let way = match phone.way {
        DeviceWay::Letters => lang.say("用入户信登记", "by letter"),
        DeviceWay::Device => lang.say("由另一台手机添加", "by another phone"),
        DeviceWay::Desk => lang.say("在议事窗口登记", "at the desk"),
    };
    let doubt = if phone.vouched {
        ""
    } else {
        lang.say("；还差一位经办人确认", "; waits for a second person")
    };
    let (day, number) = (lang.day(phone.entered_ms), device::number(&phone.device));
    match lang {
        Lang::Zh => format!("{day}{way}，号码\u{a0}{number}{doubt}"),
        Lang::En => format!("{day}, {way}; number\u{a0}{number}{doubt}"),
    }
}

/// All of them.
pub(crate) fn list(app: App) -> AnyView {
    let own = app.session.with_untracked(|session| session.as_ref()?.key.as_ref().map(public_key));
    let line = |phone: DeviceView| {
        let about = about(app, &phone);
        if Some(phone.device) == own {
            return cell(KEY, (app.say("这台手机", "This phone").to_owned(), about));
        }
        let other = app.say("另一台手机", "Another phone").to_owned();
        row("", KEY, (other, about), Box::new(move || app.go(Screen::StopPhone(phone.device))))
    };
    let add = app.say("添加一台手机", "Add a phone");
    let parts = vec![
        topic(how_many(app)),
        cells(mine(app).into_iter().map(line).collect()),
        acts(vec![button("weui-btn weui-btn_primary", PLUS, add, move || app.go(Screen::AddPhone(None)))]),
        card(vec![
            para(
                "",
                app.say(
                    "哪一台都可以投票、附议、说话。手机再多，一套房也只有一张票。",
                    "Each of them votes, backs and speaks. However many there are, a home has one ballot.",
                ),
            ),
            para(
                "ys-gap-1",
                app.say(
                    "丢了一台，或者有一台不是您的，点它，马上停用。都丢了，请到议事窗口。",
                    "If one is lost or not yours, tap it and stop it at once. If all are lost, turn to the desk.",
                ),
            ),
        ]),
    ];
    page(app, app.say("我的手机", "My phones"), Screen::Home, parts.into_any())
}

/// What this phone asked for and is waiting for.
fn asked(app: App) -> Kept {
    app.kept("add-phone")
}

fn now_ms(app: App) -> u64 {
    app.session.with_untracked(|session| session.as_ref().map_or(0, |session| session.server_ms))
}

/// The round that waits for its answer, if there is one.
fn open_round(app: App) -> Option<Round> {
    device::still_open(&asked(app).get("round")?, now_ms(app))
}

/// What a new phone is asked by, the same for an hour: whoever comes back from their camera finds the code they scanned.
fn ask(app: App) -> Option<Ask> {
    let person = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person))?;
    let round = if let Some(round) = open_round(app) {
        round
    } else {
        let round = Round::new(act::random().ok()?);
        asked(app).put("round", &device::begun(round, now_ms(app)));
        round
    };
    Some(Ask { desk: false, person, round })
}

/// Another phone is asked for, or the one that answered is looked at.
pub(crate) fn add(app: App, request: Option<Request>) -> AnyView {
    let parts = match request {
        _ if app.me.with_untracked(Option::is_none) => vec![alert(
            app.say("这台手机还没有登记", "This phone is not enrolled yet"),
            app.say("请用原来那台手机来扫。", "Scan with the phone that is in use.").to_owned(),
        )],
        Some(request) if Some(request.round) == open_round(app) => compare(app, request),
        Some(_) => foreign(app),
        None => ask(app).map(|ask| invite(app, &ask)).unwrap_or_default(),
    };
    page(app, app.say("添加一台手机", "Add a phone"), Screen::Phones, parts.into_any())
}

fn invite(app: App, ask: &Ask) -> Vec<AnyView> {
    let url = app.enrol_url(&ask.text());
    let todo = steps(&[
        app.say("拿出新手机，用它的微信扫上面的码。", "With the new phone, in WeChat, scan the code above."),
        app.say(
            "新手机上会出来另一个码。用这台手机的微信扫它。",
            "The new phone shows a code of its own: scan that with this phone.",
        ),
        app.say(
            "把新手机上的六位数字输到这台手机里，就加好了。",
            "Type the new phone's six digits on this one. That is all.",
        ),
    ]);
    let code =
        qr::drawn(&url, app.say("二维码：用新手机的微信扫", "QR code, to be scanned with the new phone"));
    vec![
        topic(app.say("用新手机扫这个码", "Scan this with the new phone")),
        card(vec![code, todo]),
        card(vec![para(
            "ys-b",
            app.say(
                "只给您自己的手机扫。加好以后，那台手机可以替您投票。",
                "Only for a phone of your own: once added, it can vote for you.",
            ),
        )]),
        by_link(app, Some(url), app.say("新手机给的链接", "The new phone's link")),
    ]
}

/// The way without a camera: our address to be copied, and a field for the other one's, if there is one to come.
pub(crate) fn by_link(app: App, ours: Option<String>, label: &'static str) -> AnyView {
    let mut parts = Vec::new();
    if let Some(url) = ours {
        let how = app.say(
            "长按下面的链接，复制，用微信发过去，在那里打开：",
            "Press and hold this link, copy it, send it over and open it there:",
        );
        parts.extend([para("ys-gap-2", how), para("ys-s ys-code ys-gap-1 ys-whole", url)]);
    }
    if !label.is_empty() {
        let (typed, wrong) = (RwSignal::new(String::new()), RwSignal::new(false));
        let read = move || {
            let shown = typed.with_untracked(|typed| device::pasted(typed, &app.estate.to_string()));
            let new = app.me.with_untracked(Option::is_none);
            match shown {
                Some(Shown::Request(request)) if !new => app.go(Screen::AddPhone(Some(request))),
                Some(Shown::Ask(ask)) if new => begin::asked(app, ask),
                _ => wrong.set(true),
            }
        };
        let refused = live(move || {
            wrong.get().then(|| {
                alert(
                    app.say("这不是另一台手机给的链接", "This is not the other phone's link"),
                    app.say(
                        "请在那台手机上重新复制，整条粘进来。",
                        "Copy it there again, and paste all of it.",
                    )
                    .to_owned(),
                )
            })
        });
        let open = app.say("打开这个链接", "Open this link");
        parts.extend([
            text_box("link", (label, ""), typed, PASTED),
            refused,
            button("weui-btn weui-btn_default ys-gap-3", "", open, read),
        ]);
    }
    folded(app.say("扫不了码？用链接", "No camera? Use a link"), parts)
}

/// A request that nobody here asked for.
fn foreign(app: App) -> Vec<AnyView> {
    let back = app.say("去我的手机", "My phones");
    vec![
        topic(app.say("没有添加任何手机", "No phone was added")),
        alert(
            app.say("这不是您要添加的手机", "This phone did not ask for it"),
            app.say(
                "别人发来的，请不要理会：那台手机加进来，就可以替您投票。是您自己的新手机，请从“添加一台手机”重新开始。",
                "If somebody sent it to you, ignore it: their phone would vote for you. If it is your own phone, begin again with \"Add a phone\".",
            )
            .to_owned(),
        ),
        acts(vec![button("weui-btn weui-btn_default", "", back, move || app.visit(Goal::Phones))]),
    ]
}

fn compare(app: App, request: Request) -> Vec<AnyView> {
    let typed = RwSignal::new(String::new());
    let digits = device::digits(&request.device);
    let ready = move || {
        let typed = typed.with(|typed| device::typed_digits(typed));
        if typed.len() < 6 {
            Err(app.say("先输新手机上的六位数字", "Type the new phone's six digits first"))
        } else if typed == digits {
            Ok(app.say("是我本人的另一台手机，添加", "It is another phone of mine: add it"))
        } else {
            Err(app.say("数字对不上，不要添加", "The digits differ: do not add it"))
        }
    };
    let press = move || {
        let body = AddDevice { device: request.device, device_sig: request.device_sig };
        let done = app.say("加好了，新手机可以用了", "Added: the new phone is ready");
        app.act_from(asked(app), body, Vec::new(), (done, Goal::Phones));
    };
    let no = move || {
        asked(app).forget();
        app.visit(Goal::Phones);
    };
    let not_mine = app.say("不是我的，不添加", "Not mine: do not add it");
    vec![
        topic(app.say("是您本人的另一台手机吗？", "Is it another phone of your own?")),
        card(vec![
            para("ys-b", app.say("那台手机以后可以替您投票", "That phone will be able to vote for you")),
            para(
                "ys-gap-1",
                app.say(
                    "也可以替您附议、说话、停用别的手机，和这台一样。",
                    "It will also back, speak and stop other phones for you, as this one does.",
                ),
            ),
        ]),
        card(vec![
            code_field(
                app.say("新手机屏幕上的六位数字", "The six digits on the new phone's screen"),
                app.say(
                    "要您自己看着新手机输。别人在电话里、微信里报给您的，不要输。",
                    "Read them off the new phone yourself. Do not type what somebody tells you by phone or chat.",
                ),
                Some("numeric"),
                typed,
            ),
            signer(app, ready, press),
            button("weui-btn weui-btn_text", "", not_mine, no),
        ]),
        problem(app),
    ]
}

/// Why somebody stops a phone of their own.
const REASONS: [(RevokeReason, &str, &str); 3] = [
    (RevokeReason::Lost, "丢了", "It is lost"),
    (RevokeReason::Stolen, "被偷了，或者不是我的", "It is stolen, or not mine"),
    (RevokeReason::Replaced, "换了手机，不再用它", "I no longer use it"),
];

/// A phone to be stopped.
pub(crate) fn stop(app: App, device: PublicKey) -> AnyView {
    let phone = mine(app).into_iter().find(|phone| phone.device == device);
    let about = phone.map(|phone| about(app, &phone)).unwrap_or_default();
    let kept = app.kept(format_args!("stop/{device}"));
    let chosen = kept.field("reason", "");
    let choice = |(at, (_, zh, en)): (usize, &(RevokeReason, &'static str, &'static str))| {
        let is_chosen = move || chosen.with(|chosen| *chosen == at.to_string());
        let choose = move || chosen.set(at.to_string());
        option("radio", app.say(zh, en).into_any(), Box::new(is_chosen), Box::new(choose))
    };
    let ready = move || {
        if chosen.with(String::is_empty) {
            Err(app.say("请选一个原因", "Choose why"))
        } else {
            Ok(app.say("签名停用", "Sign: stop it"))
        }
    };
    let press = move || {
        let at = chosen.with_untracked(|chosen| chosen.parse().unwrap_or(REASONS.len()));
        let Some((reason, ..)) = REASONS.get(at) else { return };
        let done = app.say("停用了，那台手机不能再签名", "Stopped: that phone signs no more");
        app.act_from(kept.clone(), Revoke { device, reason: *reason }, Vec::new(), (done, Goal::Phones));
    };
    let parts = vec![
        topic(app.say("停用这台手机？", "Stop this phone?")),
        card(vec![
            para("ys-b", about),
            para(
                "ys-gap-1",
                app.say(
                    "马上生效，不能撤回。它不能再投票、说话；投过的票照样算。以后要用，重新添加。",
                    "At once and for good. It votes and speaks no more; its ballots stand. To use that phone again, add it anew.",
                ),
            ),
        ]),
        card(vec![
            choices(app.say("为什么停用？", "Why?"), REASONS.iter().enumerate().map(choice).collect()),
            signer(app, ready, press),
        ]),
        problem(app),
    ];
    page(app, app.say("停用手机", "Stop a phone"), Screen::Phones, parts.into_any())
}
