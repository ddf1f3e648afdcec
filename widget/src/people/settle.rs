//! Two histories beside each other, in plain words, for a person whose estate has settled which of them goes on; and what is kept
//! of one that was left.

use std::sync::Arc;

use leptos::prelude::GetValue;
use leptos::task::spawn_local;

use crate::draw::{Draw, View, view};
use crate::kit::forms::{option, problem, signer};
use crate::kit::icons::{CHECK, DASH, icon};
use crate::kit::parts::{acts, alert, button, card, folded, live, page, para, section, topic};
use crate::live::Live;
use crate::proofs::session::Session;
use crate::proofs::settling::{self, Histories, Parting};
use crate::proofs::slips::KeptReceipt;
use crate::proofs::vault::{self, KeySlot};
use crate::shell::app::App;
use crate::shell::screen::Screen;
use crate::shell::trail::Step;
use crate::words::format::grouped;
use crate::words::key;
use crate::words::trouble::Trouble;

/// Looks at both histories and shows them. The session is its own: the window signs nothing for a server that shows two.
pub(crate) async fn reach(app: App, step: Step) -> Result<(), Trouble> {
    let histories = settling::look(&mut met(app).await?).await?;
    app.bring(Screen::Settle(Arc::new(histories)), step).await;
    Ok(())
}

async fn met(app: App) -> Result<Session, Trouble> {
    let key = vault::load_key(&app.estate, KeySlot::Current).await.unwrap_or_default();
    Session::open(&app.server.get_value(), app.estate, key).await
}

pub(crate) fn screen(app: App, histories: &Histories) -> View {
    let parts = if histories.lost.is_empty() {
        let on =
            button("weui-btn weui-btn_primary", "", app.say(key::settle::GO_ON), move || app.begin(None));
        vec![topic(app.say(key::settle::ONE_RECORD)), acts(vec![on])]
    } else {
        both(app, histories)
    };
    page(app, app.say(key::settle::TITLE), Screen::Home, parts.draw())
}

fn both(app: App, histories: &Histories) -> Vec<View> {
    let notes = |heading, notes: &[String]| {
        let said = notes.iter().map(|note| para("n", size(app, note))).collect::<Vec<_>>();
        let whole = para("ys-s ys-code ys-pre ys-gap-1", notes.join("\n"));
        card(vec![para("ys-b", heading), said.draw(), folded(app.say(key::settle::AS_SIGNED), vec![whole])])
    };
    vec![
        topic(app.say(key::settle::TITLE)),
        alert(app.say(key::settle::SIGNED_TWO), app.say(key::settle::WAIT_FOR_THE_RESULT).to_owned()),
        notes(app.say(key::settle::SEEN), &histories.lost),
        notes(app.say(key::settle::SHOWN), std::slice::from_ref(&histories.shown)),
        section(app.say(key::settle::YOURS), String::new(), ""),
        view! { <div class="ys-card"><ul class="ys-proof">{yours(app, histories)}</ul></div> },
        decision(app, histories.clone()),
    ]
}

/// How many entries a note is over: its second line, as it was signed.
fn size(app: App, note: &str) -> String {
    let size = note.lines().nth(1).and_then(|size| size.parse().ok()).unwrap_or_default();
    app.fill(key::settle::entries(&grouped(size)))
}

/// What of the person's own is in the history that is shown now.
fn yours(app: App, histories: &Histories) -> Vec<View> {
    let line = |has: bool, words: String| {
        let (path, class) = if has { (CHECK, "ys-ok") } else { (DASH, "ys-warn") };
        view! { <li>{icon(path, class)}{words}</li> }
    };
    let ballot = |(kept, has): &(KeptReceipt, bool)| {
        let day = app.lang.get_untracked().day(kept.received_ms);
        let words = if *has { key::settle::ballot_is_in(&day) } else { key::settle::ballot_is_not_in(&day) };
        line(*has, app.fill(words))
    };
    let mut lines: Vec<View> = histories.ballots.iter().map(ballot).collect();
    if lines.is_empty() {
        lines.push(line(true, app.say(key::settle::NO_RECEIPTS).to_owned()));
    }
    if histories.waiting > 0 {
        lines.push(line(false, app.fill(key::settle::waiting(&histories.waiting))));
    }
    if let Some(known) = histories.known {
        let words = if known { key::settle::PHONE_IS_IN } else { key::settle::PHONE_IS_NOT_IN };
        lines.push(line(known, app.say(words).to_owned()));
    }
    lines
}

/// The person's decision, in two steps.
fn decision(app: App, histories: Histories) -> View {
    let checked = Live::new(false);
    let (is, turn) = (move || checked.get(), move || checked.set(!checked.get_untracked()));
    let ready = move || {
        if checked.get() {
            Ok(app.say(key::settle::TAKE_IT_UP))
        } else {
            Err(app.say(key::settle::CHECK_FIRST))
        }
    };
    let press = move || {
        app.busy.set(true);
        let histories = histories.clone();
        spawn_local(async move {
            let taken = async { settling::take_up(&met(app).await?, &histories).await }.await;
            app.busy.set(false);
            match taken {
                Ok(()) => app.begin(None),
                Err(trouble) => app.wrong.set(Some(trouble)),
            }
        });
    };
    let words = app.say(key::settle::I_HAVE_READ_THE_RESULT);
    let tick = option("checkbox", words.draw(), Box::new(is), Box::new(turn));
    let no = app.say(key::settle::NOT_NOW);
    card(vec![
        para("", app.say(key::settle::WHAT_IS_KEPT)),
        view! { <div class="ys-opts ys-gap-3">{tick}</div> },
        problem(app),
        signer(app, ready, press),
        button("weui-btn weui-btn_text", "", no, move || app.begin(None)),
    ])
}

/// What is kept of histories that were left, to be handed on.
pub(crate) fn kept(app: App) -> View {
    let partings = Live::new(Vec::new());
    spawn_local(async move {
        if let Some(session) = app.session.get_untracked() {
            partings.set(settling::partings(&session).await);
        }
    });
    live(move || {
        let all = partings.get();
        let parts: Vec<View> = all.iter().map(|parting| parted(app, parting)).collect();
        (!parts.is_empty())
            .then(|| view! { {section(app.say(key::settle::EVIDENCE), String::new(), "")} {parts} })
    })
}

/// Every note in full, and as a file: what `estate-audit evidence` reads.
fn parted(app: App, parting: &Parting) -> View {
    let notes = parting.lost.iter().chain([&parting.shown]);
    let file = |(note, number): (&String, usize)| {
        let text = String::from(js_sys::encode_uri_component(note));
        let href = format!("data:text/plain;charset=utf-8,{text}");
        let words = app.fill(key::settle::save(&number));
        view! {
            <p class="ys-gap-2">
                <a class="ys-link" download=format!("yishi-{number}.note") href=href>{words}</a>
            </p>
            <p class="ys-s ys-code ys-pre ys-gap-1">{note.clone()}</p>
        }
    };
    let files: Vec<View> = notes.zip(1..).map(file).collect();
    card(vec![para("", app.say(key::settle::HAND_IT_ON)), folded(app.say(key::settle::AS_SIGNED), files)])
}
