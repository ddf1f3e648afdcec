//! Pieces of the desk's pages: cards, fields, the button that signs.

use crate::draw::{DrawAll, View, typed_in, view};
use crate::live::Live;
use crate::words::key;
use leptos::prelude::*;

use crate::desk::field::Field;
use crate::desk::{Desk, Page};
use crate::kit::icons::{BACK, CHECK, GO, PEN, STOP, icon};
use crate::words::trouble::Trouble;

/// A heading of a page, with the way back where there is one.
pub(crate) fn title(desk: Desk, words: String, back: Option<Page>) -> View {
    let back = back.map(|page| {
        view! {
            <button type="button" class="weui-btn weui-btn_line weui-btn_mini" on:click=move |_| desk.back(page.clone())>
                {icon(BACK, "")}
                {desk.say(key::common::BACK)}
            </button>
        }
    });
    view! { <div class="ys-main__h"><h1 class="ys-h">{words}</h1><div class="r">{back}</div></div> }
}

/// A card with a heading and, at its right, a remark.
pub(crate) fn card(heading: impl Into<String>, remark: impl Into<String>, body: View) -> View {
    let (heading, remark) = (heading.into(), remark.into());
    view! {
        <section class="ys-card">
            <div class="ys-cardh"><h2 class="ys-t">{heading}</h2><span class="r">{remark}</span></div>
            {body}
        </section>
    }
}

/// A sentence in a box.
pub(crate) fn hint(class: &'static str, words: impl Into<String>) -> View {
    let class = format!("ys-note {class}");
    view! { <div class=class><div><p class="ys-s">{words.into()}</p></div></div> }
}

/// While something is read, why it could not be read, or what was read.
pub(crate) fn shown<T: Clone + 'static>(
    desk: Desk,
    found: Live<Option<Result<T, Trouble>>>,
    draw: impl Fn(T) -> View + 'static,
) -> View {
    let words = move || match found.get() {
        None => view! {
            <section class="ys-card" aria-busy="true">
                <i class="ys-sk ys-sk_h"></i>
                <i class="ys-sk ys-sk_l"></i>
                <i class="ys-sk ys-sk_l ys-sk_m"></i>
                <p class="ys-hide" role="status">{desk.say(key::desk_forms::READING)}</p>
            </section>
        },
        Some(Ok(value)) => untrack(|| draw(value)),
        Some(Err(trouble)) => {
            let (what, todo, code) = crate::desk::refusals::told(desk, &trouble);
            view! {
                <div class="ys-note ys-note_bad" role="alert">
                    {icon(STOP, "")}
                    <div>
                        <p class="ys-b">{what}</p>
                        <p class="ys-s">{todo}</p>
                        <p class="ys-s ys-2 ys-code">{code}</p>
                        <button
                            type="button"
                            class="weui-btn weui-btn_default weui-btn_mini ys-gap-2"
                            on:click=move |_| desk.page.notify()
                        >
                            {desk.say(key::common::TRY_AGAIN)}
                        </button>
                    </div>
                </div>
            }
        }
    };
    view! { <div>{words}</div> }
}

/// A label with a remark in small type.
fn label(id: &str, words: &str, remark: &str) -> View {
    let (id, words, remark) = (id.to_owned(), words.to_owned(), remark.to_owned());
    view! { <label class="ys-lab" for=id>{words}<span>{remark}</span></label> }
}

/// A field for several lines.
pub(crate) fn area(id: impl Into<String>, words: &str, remark: &str, value: Field) -> View {
    let id = id.into();
    view! {
        <div class="ys-f">
            {label(&id, words, remark)}
            <textarea
                id=id
                class="weui-textarea"
                prop:value=move || value.get()
                on:input=move |event| value.set(typed_in(&event))
            ></textarea>
        </div>
    }
}

/// A field for one line; `kind` is that of the input.
pub(crate) fn line(id: &'static str, kind: &'static str, words: &str, remark: &str, value: Field) -> View {
    // A number of a spreadsheet is typed as text: what a browser makes of a number could differ from what is signed.
    let (kind, mode) = if kind == "money" { ("text", Some("decimal")) } else { (kind, None) };
    view! {
        <div class="ys-f">
            {label(id, words, remark)}
            <input
                id=id
                class="weui-input"
                type=kind
                inputmode=mode
                autocomplete="off"
                prop:value=move || value.get()
                on:input=move |event| value.set(typed_in(&event))
            />
        </div>
    }
}

/// Holds a choice to what is offered now: what was kept may be offered no more.
pub(crate) fn hold_to(options: &[(String, String)], value: Field) {
    let offered = value.with_untracked(|value| options.iter().any(|option| option.0 == *value));
    if let (false, Some(first)) = (offered, options.first()) {
        value.set(first.0.clone());
    }
}

/// A choice among few words.
pub(crate) fn choice(
    id: impl Into<String>,
    words: &str,
    remark: &str,
    options: Vec<(String, String)>,
    value: Field,
) -> View {
    hold_to(&options, value);
    let id = id.into();
    let option = move |(key, words): (String, String)| {
        let chosen = value.with_untracked(|value| *value == key);
        view! { <option value=key selected=chosen>{words}</option> }
    };
    view! {
        <div class="ys-f">
            {label(&id, words, remark)}
            <span class="ys-sel">
                <select id=id class="weui-select" on:change=move |event| value.set(typed_in(&event))>
                    {options.into_iter().map(option).draw_all()}
                </select>
                {icon(DOWN, "")}
            </span>
        </div>
    }
}

const DOWN: &str = "m5 9 7 7 7-7";

/// One of few that exclude each other, each with a sentence.
pub(crate) fn presets(
    name: &'static str,
    heading: &str,
    options: Vec<(&'static str, String, String)>,
    value: Field,
) -> View {
    let option = move |(key, words, remark): (&'static str, String, String)| {
        view! {
            <label class=move || if value.with(|value| value == key) { "ys-preset on" } else { "ys-preset" }>
                <input
                    class="ys-hide"
                    type="radio"
                    name=name
                    value=key
                    prop:checked=move || value.with(|value| value == key)
                    on:change=move |_| value.set(key.to_owned())
                />
                <b>{words}</b>
                <br />
                <span class="ys-s ys-2">{remark}</span>
            </label>
        }
    };
    let heading = heading.to_owned();
    view! {
        <fieldset class="ys-f">
            <legend class="ys-hide">{heading}</legend>
            <div class="ys-presets">{options.into_iter().map(option).draw_all()}</div>
        </fieldset>
    }
}

/// The button that signs. While something is missing it says what, and stays where fingers and keys reach it.
pub(crate) fn signing(
    desk: Desk,
    words: &'static str,
    missing: impl Fn() -> Option<&'static str> + Copy + 'static,
    sign: impl Fn() + 'static,
) -> View {
    let press = move |_| {
        if missing().is_none() {
            sign();
        }
    };
    let busy = move || desk.app.busy.get();
    view! {
        <button
            type="button"
            class="weui-btn weui-btn_primary ys-gap-3"
            disabled=busy
            aria-disabled=move || missing().map(|_| "true")
            on:click=press
        >
            {icon(PEN, "")}
            {move || match (busy(), missing()) {
                (true, _) => desk.say(key::common::SIGNING_AND_SENDING),
                (false, Some(missing)) => missing,
                (false, None) => words,
            }}
        </button>
    }
}

/// A button of a page that leads somewhere.
pub(crate) fn lead(desk: Desk, class: &'static str, words: impl Into<String>, page: Page) -> View {
    let words = words.into();
    let class = format!("weui-btn {class}");
    view! { <button type="button" class=class on:click=move |_| desk.go(page.clone())>{words}</button> }
}

/// A row of a list: what, more about it, and at its right when or what kind; it leads to a page where there is one.
pub(crate) fn row(
    desk: Desk,
    name: String,
    (about, about_class): (String, &'static str),
    (side, side_class): (String, &'static str),
    page: Option<Page>,
) -> View {
    let about_class = format!("weui-cell__desc ys-block {about_class}");
    let side_class = format!("weui-cell__ft {side_class}");
    let inner = view! {
        <span class="weui-cell__bd"><b>{name}</b><span class=about_class>{about}</span></span>
        <span class=side_class>{side}</span>
    };
    let inner = match page {
        Some(page) => view! {
            <button type="button" class="weui-cell ys-cellbtn ys-todo1" on:click=move |_| desk.go(page.clone())>
                {inner}
                {icon(GO, "ys-go")}
            </button>
        },
        None => view! { <div class="weui-cell ys-todo1">{inner}</div> },
    };
    view! { <li>{inner}</li> }
}

/// Rows one under the other, or a sentence where there are none.
pub(crate) fn list(rows: Vec<View>, none: &'static str) -> View {
    if rows.is_empty() {
        return view! { <p class="ys-2">{none}</p> };
    }
    view! { <ul class="ys-cells0">{rows}</ul> }
}

/// A sentence in small type.
pub(crate) fn small(words: impl Into<String>) -> View {
    view! { <p class="ys-s ys-2 ys-gap-2">{words.into()}</p> }
}

/// Nothing to do here.
pub(crate) fn nothing(words: impl Into<String>) -> View {
    view! { <p class="ys-2">{icon(CHECK, "ys-ok")} " " {words.into()}</p> }
}
