//! The desk: what people with an office see. It has its own bundle, so that phones do not load it.

use leptos::prelude::*;

use crate::app::{App, Screen};
use crate::screens::{enrol, message};

/// The whole desk.
pub(crate) fn root(app: App) -> AnyView {
    let screen = move || {
        app.lang.track();
        match app.screen.get() {
            Screen::Enrol(code) => enrol::screen(app, code).into_any(),
            Screen::Trouble(trouble) => message::trouble(app, &trouble).into_any(),
            Screen::Home => home(app),
            _ => message::opening(app).into_any(),
        }
    };
    crate::app::frame(app, screen)
}

fn home(app: App) -> AnyView {
    view! { <div><h1 class="ys-h">{app.say("议事工作台", "Desk")}</h1></div> }.into_any()
}
