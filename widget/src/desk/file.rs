//! Files that people choose: read on this device, their questions asked with buttons.

use core::fmt::Display;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;
use yishi_sheets::{Choice, Question, Sentence};

use super::Desk;
use super::forms::{card, small};
use crate::icons::{STOP, icon};
use crate::words::Lang;

/// How many lines are listed; a file with more trouble is not read line by line anyway.
pub(super) const LISTED: usize = 100;

const FILE: &str = "M12 15.5V4M7.5 8.5 12 4l4.5 4.5M4.5 15v4.5h15V15";

/// The button that chooses a file, with `words` for the first time. `take` is given its name and bytes, or
/// nothing if the browser gave none.
pub(super) fn picker(
    desk: Desk,
    words: &'static str,
    note: &'static str,
    take: impl Fn(Option<(String, Vec<u8>)>) + Copy + 'static,
) -> AnyView {
    let reading = RwSignal::new(false);
    let again = RwSignal::new(false);
    let taken = move |event: leptos::ev::Targeted<leptos::ev::Event, HtmlInputElement>| {
        let input = event.target();
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        reading.set(true);
        spawn_local(async move {
            let name = file.name();
            let bytes = JsFuture::from(file.array_buffer()).await;
            let bytes = bytes.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec());
            take(bytes.ok().map(|bytes| (name, bytes)));
            // So that the same file, corrected, can be chosen again.
            input.set_value("");
            reading.set(false);
            again.set(true);
        });
    };
    view! {
        // The browser's own button speaks the browser's language, so the label's words stand for it.
        <label class="weui-btn weui-btn_default ys-file">
            <input
                id="file"
                type="file"
                accept=".xlsx,.csv,.tsv,.txt,text/csv,text/plain"
                disabled=move || reading.get()
                on:change:target=taken
            />
            {icon(FILE, "")}
            {move || match (reading.get(), again.get()) {
                (true, _) => desk.say("正在读…", "Reading…"),
                (false, true) => desk.say("重新选文件", "Choose the file again"),
                (false, false) => words,
            }}
        </label>
        {small(note)}
    }
    .into_any()
}

/// The browser gave nothing.
pub(super) fn unread(desk: Desk) -> AnyView {
    let words = desk.say("浏览器没有读到文件，请再选一次。", "The browser read nothing; choose again.");
    view! { <div class="ys-note ys-note_bad" role="alert">{icon(STOP, "")}<div>{words}</div></div> }
        .into_any()
}

/// A sentence of the readers in the screen's language.
pub(super) fn sentence(desk: Desk, sentence: &Sentence) -> String {
    match desk.lang() {
        Lang::Zh => sentence.zh.clone(),
        Lang::En => sentence.en.clone(),
    }
}

/// A line of a file.
pub(super) fn number(desk: Desk, line: impl Display) -> String {
    desk.either(format!("第 {line} 行"), format!("line {line}"))
}

/// What a file leaves open, each question with its answers as buttons.
pub(super) fn asked(
    desk: Desk,
    questions: &[Question],
    answer: impl Fn(String, Choice) + Copy + Send + Sync + 'static,
) -> AnyView {
    if questions.is_empty() {
        return ().into_any();
    }
    let rows = questions.iter().take(LISTED).map(|question| {
        let buttons = question.choices.iter().map(|choice| {
            let (id, choice) = (question.id.clone(), *choice);
            let words = sentence(desk, &choice.words(question.code));
            let pressed = if question.answer == Some(choice) { "true" } else { "false" };
            view! {
                <button type="button" class="ys-chip" aria-pressed=pressed on:click=move |_| answer(id.clone(), choice)>
                    {words}
                </button>
            }
        });
        view! {
            <li class="ys-gap-3">
                <p>{sentence(desk, &question.sentence)}</p>
                <div class="ys-chips ys-gap-2">{buttons.collect_view()}</div>
            </li>
        }
    });
    let left = questions.len().saturating_sub(LISTED);
    let list = view! {
        <ul>{rows.collect_view()}</ul>
        {(left > 0).then(|| small(desk.either(
            format!("答完这些，还有 {left} 个问题。"),
            format!("{left} more once these are answered."),
        )))}
    }
    .into_any();
    card(desk.say("请您拿主意", "For you to decide"), "", list)
}
