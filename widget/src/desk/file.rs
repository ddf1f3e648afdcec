//! Files that people choose: read on this device, their questions asked with buttons.

use crate::draw::{DrawAll, View, field_of, view};
use crate::live::Live;
use crate::words::key;
use core::fmt::Display;
use web_sys::Event;

use leptos::task::spawn_local;
use yishi_sheets::{Answers, Choice, Question, Sentence};

use crate::desk::Desk;
use crate::desk::forms::{card, small};
use crate::desk::reader::{self, Choosing, ChosenFile, Unread};
use crate::kit::icons::{STOP, icon};

/// How many lines are listed; a file with more trouble is not read line by line anyway.
pub(crate) const LISTED: usize = 100;

const FILE: &str = "M12 15.5V4M7.5 8.5 12 4l4.5 4.5M4.5 15v4.5h15V15";

/// The button that chooses a file, with `words` for the first time.
pub(crate) fn picker(desk: Desk, words: &'static str, note: &'static str, choosing: Choosing) -> View {
    let reading = Live::new(false);
    let taken = move |event: Event| {
        let Some(input) = field_of(&event) else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        reading.set(true);
        spawn_local(async move {
            let (name, opened) = (file.name(), reader::open(&file).await);
            let chosen = opened.map(|opened| ChosenFile { name, opened, answers: Answers::default() });
            choosing.set(Some(chosen));
            // So that the same file, corrected, can be chosen again.
            input.set_value("");
            // The page may be gone by now; what was read is kept.
            reading.set(false);
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
                on:change=taken
            />
            {icon(FILE, "")}
            {move || match (reading.get(), choosing.with(Option::is_some)) {
                (true, _) => desk.say(key::desk_file::READING),
                (false, true) => desk.say(key::desk_file::CHOOSE_THE_FILE_AGAIN),
                (false, false) => words,
            }}
        </label>
        {small(note)}
    }
}

/// A link by which the browser keeps an empty file, to be filled in by a spreadsheet.
pub(crate) fn template(desk: Desk, name: &'static str, text: &str) -> View {
    let href = format!("data:text/csv;charset=utf-8,{}", String::from(js_sys::encode_uri_component(text)));
    let words = desk.say(key::desk_file::AN_EMPTY_SHEET_TO_FILL);
    view! { <p class="ys-gap-2"><a class="ys-link" download=name href=href>{words}</a></p> }
}

/// Why nothing is known of the chosen file.
pub(crate) fn unread(desk: Desk, why: Unread) -> View {
    let words = match why {
        Unread::Browser => desk.say(key::desk_common::THE_BROWSER_READ_NOTHING_CHOOSE),
        Unread::Reader => desk.say(key::desk_file::WHAT_READS_FILES_COULD_NOT),
        Unread::Version => desk.say(key::desk_file::THIS_PAGE_HAS_JUST_BEEN),
    };
    view! { <div class="ys-note ys-note_bad" role="alert">{icon(STOP, "")}<div>{words}</div></div> }
}

/// A sentence of the readers in the screen's language.
pub(crate) fn sentence(desk: Desk, sentence: &Sentence) -> String {
    desk.fill(sentence.clone())
}

/// A line of a file.
pub(crate) fn number(desk: Desk, line: impl Display) -> String {
    desk.fill(key::desk_file::line(&line))
}

/// What the chosen file leaves open, each question with its answers as buttons.
pub(crate) fn asked(desk: Desk, questions: &[Question], choosing: Choosing) -> View {
    if questions.is_empty() {
        return View::Nothing;
    }
    let answer = move |id: String, choice: Choice| {
        choosing.update(|chosen| {
            if let Some(Ok(chosen)) = chosen {
                chosen.answers.answer(id, choice);
            }
        });
    };
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
                <div class="ys-chips ys-gap-2">{buttons.draw_all()}</div>
            </li>
        }
    });
    let left = questions.len().saturating_sub(LISTED);
    let list = view! {
        <ul>{rows.draw_all()}</ul>
        {(left > 0).then(|| small(desk.fill(key::desk_file::more_once_these_are_answered(&left))))}
    };
    card(desk.say(key::desk_file::FOR_YOU_TO_DECIDE), "", list)
}
