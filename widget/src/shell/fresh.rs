//! Each screen in elements of its own, which go with it. Page translators take text nodes out and put others in their place; a
//! screen that was only changed would leave such words standing over what they do not belong to.

use leptos::prelude::*;

use crate::draw::View;
use crate::shell::app::App;
use crate::shell::screen::Screen;

/// Draws each screen that the window turns to, or that turns to another language, into new elements; one that stands and has
/// read something keeps its own, with finger and keyboard on them.
pub(crate) fn each(app: App, draw: impl Fn() -> View + 'static) -> impl FnMut() -> View + 'static {
    let (mut last, mut turn) = (None, 0_u32);
    move || {
        let screen = draw();
        let now = (app.turns.get_value(), app.lang.get_untracked());
        if last.replace(now) != Some(now) {
            turn = turn.wrapping_add(1);
        }
        View::Turn(turn, Box::new(screen))
    }
}

/// Whether words stand there by which people decide, or by which they know what was decided or paid: nobody but their author
/// says them in another language.
pub(crate) const fn decides(screen: &Screen) -> bool {
    matches!(
        screen,
        Screen::Vote(_)
            | Screen::Review
            | Screen::Settle(_)
            | Screen::Proxies(_)
            | Screen::Papers(_)
            | Screen::Stub(..)
            | Screen::Counted(_)
            | Screen::Waiting(..)
            | Screen::Result(..)
            | Screen::Rate
            | Screen::Candidates(_)
            | Screen::Books
            | Screen::Line(_)
    )
}
