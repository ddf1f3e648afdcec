//! Parts of forms: what is typed or chosen, the button that signs, and why it did not get through.

use crate::draw::{View, typed_in, view};
use crate::live::Live;
use crate::words::key;
use std::rc::Rc;

use crate::kit::icons::{CHECK, icon};
use crate::kit::parts::{alert, live};
use crate::shell::app::App;
use crate::words::trouble::Trouble;

/// What `ready` says of a form that can be sent, or what it still lacks.
pub(crate) type Ready = Result<&'static str, &'static str>;

/// The button that signs: it says what is missing, and that it is busy.
pub(crate) fn signer(app: App, ready: impl Fn() -> Ready + 'static, press: impl Fn() + 'static) -> View {
    boxed_signer(app, Rc::new(ready), Box::new(press))
}

fn boxed_signer(app: App, ready: Rc<dyn Fn() -> Ready>, press: Box<dyn Fn()>) -> View {
    let words = move || match ready() {
        Ok(_) if app.busy.get() => (true, app.say(key::common::SIGNING_AND_SENDING).to_owned()),
        Ok(words) => (true, words.to_owned()),
        Err(words) => (false, words.to_owned()),
    };
    presser(app, "button", ("weui-btn weui-btn_primary ys-gap-3", ""), Rc::new(words), press)
}

/// A button that has other words, or none, while something is signed or sent.
pub(crate) fn busy_button(
    app: App,
    kind: &'static str,
    look: (&'static str, &'static str),
    (words, busy): (String, &'static str),
    press: Box<dyn Fn()>,
) -> View {
    let words =
        move || (true, if app.busy.get() && !busy.is_empty() { busy.to_owned() } else { words.clone() });
    presser(app, kind, look, Rc::new(words), press)
}

/// Whether a button can be pressed, and what it says.
pub(crate) type ButtonWords = Rc<dyn Fn() -> (bool, String)>;

/// What has to be chosen or written and is not yet.
const MISSING: &str = "input:invalid,textarea:invalid";

/// Every button that says something else as things go: class and drawing, what it says, what it does. Pressed too early it brings
/// keyboard and reading voice to what is missing.
pub(crate) fn presser(
    app: App,
    kind: &'static str,
    (class, path): (&'static str, &'static str),
    words: ButtonWords,
    press: Box<dyn Fn()>,
) -> View {
    let picture = (!path.is_empty()).then(|| icon(path, ""));
    let (said, asked) = (words.clone(), words.clone());
    view! {
        <button
            type=kind
            class=class
            aria-disabled=move || (!words().0).then_some("true")
            disabled=move || app.busy.get()
            on:click=move |_| if asked().0 { press() } else { app.focus(MISSING) }
        >
            {picture}
            {move || said().1}
        </button>
    }
}

/// Words to be typed, with how many there are of how many there may be.
pub(crate) fn text_box(
    id: &'static str,
    (label, hint): (&'static str, &'static str),
    typed: Live<String>,
    most: usize,
) -> View {
    let counted = move || format!("{} / {most}", typed.with(|typed| typed.chars().count()));
    view! {
        <div class="ys-f">
            <label class="ys-lab" for=id>{label}<span>{hint}</span></label>
            <textarea
                class="weui-textarea"
                id=id
                maxlength=most.to_string()
                required=hint.is_empty()
                prop:value=move || typed.get()
                on:input=move |event| typed.set(typed_in(&event))
            ></textarea>
            <p class="ys-cnt">{counted}</p>
        </div>
    }
}

/// A chip that is pressed or not.
pub(crate) fn chip(words: String, pressed: impl Fn() -> bool + 'static, press: impl Fn() + 'static) -> View {
    boxed_chip(words, Box::new(pressed), Box::new(press))
}

fn boxed_chip(words: String, pressed: Box<dyn Fn() -> bool>, press: Box<dyn Fn()>) -> View {
    let pressed = move || if pressed() { "true" } else { "false" };
    view! { <button type="button" class="ys-chip" aria-pressed=pressed on:click=move |_| press()>{words}</button> }
}

/// A large option to tick: a radio button, or a checkbox if several can be.
pub(crate) fn option(
    kind: &'static str,
    words: View,
    chosen: Box<dyn Fn() -> bool>,
    choose: Box<dyn Fn()>,
) -> View {
    view! {
        <label class="ys-opt">
            <input type=kind name="option" required=kind == "radio" prop:checked=chosen on:change=move |_| choose() />
            <span class="ys-opt__dot" aria-hidden="true">{icon(CHECK, "")}</span>
            <span>{words}</span>
            <span class="ys-opt__ring" aria-hidden="true"></span>
        </label>
    }
}

/// Options of which one is chosen, under a question.
pub(crate) fn choices(question: &'static str, options: Vec<View>) -> View {
    view! {
        <fieldset>
            <legend class="ys-b">{question}</legend>
            <div class="ys-opts ys-gap-3">{options}</div>
        </fieldset>
    }
}

/// A field for signs that are copied from somewhere else, with how; what is wrong with them may stand in `#wrong`.
pub(crate) fn code_field(
    label: &'static str,
    how: &'static str,
    mode: Option<&'static str>,
    typed: Live<String>,
) -> View {
    let field = view! {
        <label class="ys-b" for="code">{label}</label>
        <input
            id="code"
            class="weui-input ys-codefield ys-gap-2"
            inputmode=mode
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            aria-describedby="codehow wrong"
            prop:value=move || typed.get()
            on:input=move |event| typed.set(typed_in(&event))
        />
        <p class="ys-s ys-2 ys-gap-1" id="codehow">{how}</p>
    };
    field
}

/// Why what was signed is not in. What was typed is still there.
pub(crate) fn problem(app: App) -> View {
    live(move || {
        let trouble = app.wrong.get()?;
        let (what, todo) = match trouble {
            Trouble::Offline => (
                app.say(key::forms::NO_NETWORK_NOT_SENT),
                app.say(key::forms::WHAT_YOU_TYPED_IS_STILL).to_owned(),
            ),
            trouble => app.lang.get_untracked().trouble(&trouble),
        };
        Some(alert(what, todo))
    })
}

/// How whoever speaks from this phone is shown.
pub(crate) fn shown_as(app: App) -> View {
    let building = app.me.with_untracked(|me| {
        me.as_ref().and_then(|me| me.homes.first().and_then(|home| home.building.clone()))
    });
    let words = match building {
        Some(building) => app.fill(key::forms::shown_as_owner(&building)),
        None => app.say(key::forms::SHOWN_AS_RESIDENT).to_owned(),
    };
    view! { <p class="ys-s ys-2 ys-gap-2">{words}</p> }
}
