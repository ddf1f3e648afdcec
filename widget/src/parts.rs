//! Pieces that several screens share.

use leptos::prelude::*;

use yishi_protocol::id::{EntryId, PartyId};

use crate::app::{App, Screen};
use crate::format::area;
use crate::icons::{BACK, BIG, CHECK, icon};

/// The bar at the top of an inner screen, with the way back.
pub(crate) fn bar(app: App, title: &'static str, back: Screen) -> AnyView {
    view! {
        <header class="ys-bar">
            <button
                type="button"
                class="ys-back"
                aria-label=app.say("返回", "Back")
                on:click=move |_| app.go(back.clone())
            >
                {icon(BACK, "")}
            </button>
            <h1 class="ys-bar__t">{title}</h1>
            {big_type(app)}
        </header>
    }
    .into_any()
}

/// The head of the first screen.
pub(crate) fn head(app: App) -> AnyView {
    let name =
        app.session.with(|session| session.as_ref().map(|session| session.name.clone())).unwrap_or_default();
    let who = app.me.with(|me| match me {
        Some(me) => {
            let home = me.homes.first().and_then(|home| home.address.clone()).unwrap_or_default();
            format!("{} {home}", me.name.clone().unwrap_or_default())
        }
        None => app.say("看看小区在议什么", "What this estate is deciding").to_owned(),
    });
    view! {
        <header class="ys-head">
            <span class="ys-logo" aria-hidden="true">"议"</span>
            <div class="ys-head__name"><b>{name}</b><span>{who}</span></div>
            <div class="ys-head__act">{big_type(app)}</div>
        </header>
    }
    .into_any()
}

fn big_type(app: App) -> AnyView {
    view! {
        <button
            type="button"
            class="ys-tool"
            aria-pressed=move || if app.care.get() { "true" } else { "false" }
            on:click=move |_| app.care.update(|care| *care = !*care)
        >
            {icon(BIG, "")}
            <span>{app.say("大字", "Large")}</span>
        </button>
    }
    .into_any()
}

/// Where to turn.
pub(crate) fn help(app: App) -> AnyView {
    view! {
        <p class="ys-help">
            {app.say(
                "要帮忙？请到小区议事窗口，工作人员不会向您要入户信上的字码。",
                "Need help? Ask at the estate's desk. Nobody there will ask for the code of your letter.",
            )}
        </p>
    }
    .into_any()
}

/// What a party's ballot counts as: `89.37 m²、1 人`; without the area if it is not at hand.
pub(crate) fn counts_as(app: App, agenda: EntryId, party: PartyId) -> String {
    let head = app.say("1\u{a0}人", "1\u{a0}head");
    match app.weight(agenda, party) {
        Some(area_c) => format!("{}{}{head}", area(area_c), app.say("、", ", ")),
        None => head.to_owned(),
    }
}

/// A row of a list of facts.
pub(crate) fn fact(term: &'static str, value: impl Into<String>) -> AnyView {
    view! { <div><dt>{term}</dt><dd>{value.into()}</dd></div> }.into_any()
}

/// A row with a second, smaller line.
pub(crate) fn fact_with(term: &'static str, value: String, more: String) -> AnyView {
    view! { <div><dt>{term}</dt><dd>{value}<br /><span class="ys-s ys-2">{more}</span></dd></div> }.into_any()
}

/// A large round sign over a heading, announced when it appears.
pub(crate) fn sign(
    path: &'static str,
    class: &'static str,
    role: &'static str,
    heading: String,
    words: AnyView,
) -> AnyView {
    let class = format!("ys-msg__i {class}");
    view! {
        <div class="weui-msg" role=role>
            <div class=class>{icon(path, "")}</div>
            <h2 class="ys-h" tabindex="-1">{heading}</h2>
            <p class="weui-msg__desc">{words}</p>
        </div>
    }
    .into_any()
}

/// A line with a tick.
pub(crate) fn ticked(words: String) -> AnyView {
    view! { <li>{icon(CHECK, "ys-ok")}{words}</li> }.into_any()
}
