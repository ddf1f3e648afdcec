//! The window of residents: which screen is shown, and what stands around it.

use crate::draw::{View, view};
use crate::words::key;

use crate::home::{first, message};
use crate::later;
use crate::shell::app::App;
use crate::shell::fresh;
use crate::shell::screen::Screen;

/// The whole widget.
pub(crate) fn root(app: App) -> View {
    let screen = move || {
        // Words are read once a screen: when the language changes, the screen is drawn anew.
        app.lang.track();
        show(app, app.screen.get())
    };
    frame(app, fresh::each(app, screen))
}

/// What stands around every screen: language, colours, size of type.
fn frame(app: App, screen: impl FnMut() -> View + 'static) -> View {
    let theme = move || Some(app.theme.get()).filter(|theme| !theme.is_empty());
    view! {
        <section
            class="wx-root"
            aria-label=move || app.lang.get().say(key::common::YISHI)
            lang=move || app.lang.get().tag()
            seen=app.root
            aria-busy=move || if app.busy.get() || app.speaks.with(Option::is_some) { "true" } else { "false" }
            data-weui-theme=theme
            data-weui-mode=move || app.care.get().then_some("care")
        >
            {screen}
            <p class="ys-hide" role="status">{move || app.note.get()}</p>
        </section>
    }
}

fn show(app: App, screen: Screen) -> View {
    match screen {
        Screen::Opening => message::opening(app),
        Screen::Home => first::screen(app),
        Screen::Trouble(trouble) => message::trouble(app, &trouble),
        // It was loaded before it became the screen.
        screen => later::show(app, screen).unwrap_or_else(|| message::opening(app)),
    }
}
