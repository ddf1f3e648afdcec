//! What stands in place of words that are not there: that they were erased is told only where it is proven.

use yishi_protocol::body::ErasureGround;
use yishi_protocol::projection::{AtHand, Gone};

use crate::shell::app::App;
use crate::words::key;

/// What is said, or why it is not.
pub(crate) fn say<T>(app: App, text: &AtHand<T>, say: impl FnOnce(&T) -> String) -> String {
    text.as_ref().map_or_else(|| absent(app, text.gone()), say)
}

/// Why words are not there.
pub(crate) fn absent(app: App, gone: Option<Gone>) -> String {
    let Some(Gone { ground, at_ms, .. }) = gone else { return app.say(key::gone::ABSENT).to_owned() };
    let day = app.lang.get_untracked().day(at_ms);
    app.fill(match ground {
        ErasureGround::Asked => key::gone::asked(&day),
        ErasureGround::Ended => key::gone::ended(&day),
        ErasureGround::Ordered => key::gone::ordered(&day),
    })
}
