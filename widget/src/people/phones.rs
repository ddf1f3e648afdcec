//! My phones: which ones sign for me, another one brought in by this one, and one that is lost.

use crate::draw::{Draw, View};
use crate::words::key;
use yishi_protocol::body::{AddDevice, Revoke, RevokeReason};
use yishi_protocol::id::PublicKey;
use yishi_protocol::signature::public_key;
use yishi_protocol::view::{DeviceView, DeviceWay};
use yishi_words::Word;

use crate::kit::forms::{choices, code_field, option, problem, signer, text_box};
use crate::kit::icons::{KEY, PLUS};
use crate::kit::parts::{
    acts, alert, button, card, cell, cells, folded, live, page, para, row, steps, topic,
};
use crate::kit::qr;
use crate::proofs::act;
use crate::proofs::device::{self, Ask, AskNumber, Request, Shown};
use crate::proofs::drafts::Kept;
use crate::shell::app::App;
use crate::shell::begin;
use crate::shell::screen::{Goal, Screen};

/// As many signs as an address of ours with a chat's words around it.
const PASTED: usize = 600;

fn mine(app: App) -> Vec<DeviceView> {
    app.me.with_untracked(|me| me.as_ref().map(|me| me.view.devices.clone()).unwrap_or_default())
}

fn how_many(app: App) -> String {
    let phones = mine(app).len();
    app.fill(key::phones::sign_for_you(&phones))
}

/// The way here from the first screen.
pub(crate) fn way_in(app: App) -> View {
    let title = app.say(key::phones::MY_PHONES).to_owned();
    let row = row("", KEY, (title, how_many(app)), Box::new(move || app.visit(Goal::Phones)));
    cells(vec![row])
}

/// How and when a phone came in, and its number.
fn about(app: App, phone: &DeviceView) -> String {
    let lang = app.lang.get_untracked();
    let way = match phone.way {
        DeviceWay::Letters => lang.say(key::phones::BY_LETTER),
        DeviceWay::Device => lang.say(key::phones::BY_ANOTHER_PHONE),
        DeviceWay::Desk => lang.say(key::phones::AT_THE_DESK),
    };
    let doubt = if phone.vouched { "" } else { lang.say(key::phones::WAITS_FOR_A_SECOND_PERSON) };
    let (day, number) = (lang.day(phone.entered_ms), device::number(&phone.device));
    lang.fill(key::phones::number(&day, &way, &number, &doubt))
}

/// All of them.
pub(crate) fn list(app: App) -> View {
    let own = app.session.with_untracked(|session| session.as_ref()?.key.as_ref().map(public_key));
    let line = |phone: DeviceView| {
        let about = about(app, &phone);
        if Some(phone.device) == own {
            return cell(KEY, (app.say(key::phones::THIS_PHONE).to_owned(), about));
        }
        let other = app.say(key::phones::ANOTHER_PHONE).to_owned();
        row("", KEY, (other, about), Box::new(move || app.go(Screen::StopPhone(phone.device))))
    };
    let add = app.say(key::phones::ADD_A_PHONE);
    let parts = vec![
        topic(how_many(app)),
        cells(mine(app).into_iter().map(line).collect()),
        acts(vec![button("weui-btn weui-btn_primary", PLUS, add, move || app.go(Screen::AddPhone(None)))]),
        card(vec![
            para("", app.say(key::phones::EACH_OF_THEM_VOTES_BACKS)),
            para("ys-gap-1", app.say(key::phones::IF_ONE_IS_LOST_OR)),
        ]),
    ];
    page(app, app.say(key::phones::MY_PHONES), Screen::Home, parts.draw())
}

/// What this phone asked for and is waiting for.
fn asked(app: App) -> Kept {
    app.kept("add-phone")
}

fn now_ms(app: App) -> u64 {
    app.session.with_untracked(|session| session.as_ref().map_or(0, |session| session.server_ms))
}

/// The round that waits for its answer, if there is one.
fn open_round(app: App) -> Option<AskNumber> {
    device::still_open(&asked(app).get("round")?, now_ms(app))
}

/// What a new phone is asked by, the same for an hour: whoever comes back from their camera finds the code they scanned.
fn ask(app: App) -> Option<Ask> {
    let person = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person))?;
    let round = if let Some(round) = open_round(app) {
        round
    } else {
        let round = AskNumber::new(act::random().ok()?);
        asked(app).put("round", &device::begun(round, now_ms(app)));
        round
    };
    Some(Ask { desk: false, person, round })
}

/// Another phone is asked for, or the one that answered is looked at.
pub(crate) fn add(app: App, request: Option<Request>) -> View {
    let parts = match request {
        _ if app.me.with_untracked(Option::is_none) => vec![alert(
            app.say(key::common::THIS_PHONE_IS_NOT_ENROLLED),
            app.say(key::phones::SCAN_WITH_THE_PHONE_THAT).to_owned(),
        )],
        Some(request) if Some(request.round) == open_round(app) => compare(app, request),
        Some(_) => foreign(app),
        None => ask(app).map(|ask| invite(app, &ask)).unwrap_or_default(),
    };
    page(app, app.say(key::phones::ADD_A_PHONE), Screen::Phones, parts.draw())
}

fn invite(app: App, ask: &Ask) -> Vec<View> {
    let url = app.enrol_url(&ask.text());
    let todo = steps(&[
        app.say(key::phones::WITH_THE_NEW_PHONE_IN),
        app.say(key::phones::THE_NEW_PHONE_SHOWS_A),
        app.say(key::phones::TYPE_THE_NEW_PHONE_SIX),
    ]);
    let code = qr::drawn(&url, app.say(key::phones::QR_CODE_TO_BE_SCANNED));
    vec![
        topic(app.say(key::phones::SCAN_THIS_WITH_THE_NEW)),
        card(vec![code, todo]),
        card(vec![para("ys-b", app.say(key::phones::ONLY_FOR_A_PHONE_OF))]),
        by_link(app, Some(url), app.say(key::phones::THE_NEW_PHONE_LINK)),
    ]
}

/// The way without a camera: our address to be copied, and a field for the other one's, if there is one to come.
pub(crate) fn by_link(app: App, ours: Option<String>, label: &'static str) -> View {
    let mut parts = Vec::new();
    if let Some(url) = ours {
        let how = app.say(key::phones::PRESS_AND_HOLD_THIS_LINK);
        parts.extend([para("ys-gap-2", how), para("ys-s ys-code ys-gap-1 ys-whole", url)]);
    }
    if !label.is_empty() {
        let (typed, wrong) = (app.lasting("shown", String::new()), app.lasting("not a code", false));
        let read = move || {
            let shown = typed.with_untracked(|typed| device::pasted(typed, &app.estate.to_string()));
            let new = app.me.with_untracked(Option::is_none);
            match shown {
                Some(Shown::Request(request)) if !new => app.go(Screen::AddPhone(Some(request))),
                Some(Shown::Ask(ask)) if new => begin::take_ask(app, ask),
                _ => wrong.set(true),
            }
        };
        let refused = live(move || {
            wrong.get().then(|| {
                alert(
                    app.say(key::phones::THIS_IS_NOT_THE_OTHER),
                    app.say(key::phones::COPY_IT_THERE_AGAIN_AND).to_owned(),
                )
            })
        });
        let open = app.say(key::phones::OPEN_THIS_LINK);
        parts.extend([
            text_box("link", (label, ""), typed, PASTED),
            refused,
            button("weui-btn weui-btn_default ys-gap-3", "", open, read),
        ]);
    }
    folded(app.say(key::phones::NO_CAMERA_USE_A_LINK), parts)
}

/// A request that nobody here asked for.
fn foreign(app: App) -> Vec<View> {
    let back = app.say(key::phones::MY_PHONES_2);
    vec![
        topic(app.say(key::phones::NO_PHONE_WAS_ADDED)),
        alert(
            app.say(key::phones::THIS_PHONE_DID_NOT_ASK),
            app.say(key::phones::IF_SOMEBODY_SENT_IT_TO).to_owned(),
        ),
        acts(vec![button("weui-btn weui-btn_default", "", back, move || app.visit(Goal::Phones))]),
    ]
}

fn compare(app: App, request: Request) -> Vec<View> {
    let typed = app.lasting("digits", String::new());
    let digits = device::digits(&request.device);
    let ready = move || {
        let typed = typed.with(|typed| device::typed_digits(typed));
        if typed.len() < 6 {
            Err(app.say(key::phones::TYPE_THE_NEW_PHONE_SIX_2))
        } else if typed == digits {
            Ok(app.say(key::phones::IT_IS_ANOTHER_PHONE_OF))
        } else {
            Err(app.say(key::phones::THE_DIGITS_DIFFER_DO_NOT))
        }
    };
    let press = move || {
        let body = AddDevice { device: request.device, device_sig: request.device_sig };
        let done = app.say(key::phones::ADDED_THE_NEW_PHONE_IS);
        app.act_from(asked(app), body, Vec::new(), (done, Goal::Phones));
    };
    let no = move || {
        asked(app).forget();
        app.visit(Goal::Phones);
    };
    let not_mine = app.say(key::phones::NOT_MINE_DO_NOT_ADD);
    vec![
        topic(app.say(key::phones::IS_IT_ANOTHER_PHONE_OF)),
        card(vec![
            para("ys-b", app.say(key::phones::THAT_PHONE_WILL_BE_ABLE)),
            para("ys-gap-1", app.say(key::phones::IT_WILL_ALSO_BACK_SPEAK)),
        ]),
        card(vec![
            code_field(
                app.say(key::phones::THE_SIX_DIGITS_ON_THE),
                app.say(key::phones::READ_THEM_OFF_THE_NEW),
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
const REASONS: [(RevokeReason, Word); 3] = [
    (RevokeReason::Lost, key::phones::IT_IS_LOST),
    (RevokeReason::Stolen, key::phones::IT_IS_STOLEN_OR_NOT),
    (RevokeReason::Replaced, key::phones::I_NO_LONGER_USE_IT),
];

/// A phone to be stopped.
pub(crate) fn stop(app: App, device: PublicKey) -> View {
    let phone = mine(app).into_iter().find(|phone| phone.device == device);
    let about = phone.map(|phone| about(app, &phone)).unwrap_or_default();
    let kept = app.kept(format_args!("stop/{device}"));
    let chosen = kept.field("reason", "");
    let choice = |(at, (_, word)): (usize, &(RevokeReason, Word))| {
        let is_chosen = move || chosen.with(|chosen| *chosen == at.to_string());
        let choose = move || chosen.set(at.to_string());
        option("radio", app.say(*word).draw(), Box::new(is_chosen), Box::new(choose))
    };
    let ready = move || {
        if chosen.with(String::is_empty) {
            Err(app.say(key::phones::CHOOSE_WHY))
        } else {
            Ok(app.say(key::phones::SIGN_STOP_IT))
        }
    };
    let press = move || {
        let at = chosen.with_untracked(|chosen| chosen.parse().unwrap_or(REASONS.len()));
        let Some((reason, ..)) = REASONS.get(at) else { return };
        let done = app.say(key::phones::STOPPED_THAT_PHONE_SIGNS_NO);
        app.act_from(kept.clone(), Revoke { device, reason: *reason }, Vec::new(), (done, Goal::Phones));
    };
    let parts = vec![
        topic(app.say(key::phones::STOP_THIS_PHONE)),
        card(vec![para("ys-b", about), para("ys-gap-1", app.say(key::phones::AT_ONCE_AND_FOR_GOOD))]),
        card(vec![
            choices(app.say(key::phones::WHY), REASONS.iter().enumerate().map(choice).collect()),
            signer(app, ready, press),
        ]),
        problem(app),
    ];
    page(app, app.say(key::phones::STOP_A_PHONE), Screen::Phones, parts.draw())
}
