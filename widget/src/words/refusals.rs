//! Words of refusals. They are many and seldom said, so they come with a part that is loaded later; whoever has a refusal in hand
//! brings them first.

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;

use yishi_words::Word;

/// What happened and what to do, by a refusal's code.
pub(crate) type Refusals = fn(&str) -> Option<(Word, Word)>;
/// Loads the part that has them, which says so by [`bring_in`].
type Way = fn() -> Pin<Box<dyn Future<Output = ()>>>;

thread_local! {
    static HERE: Cell<Option<Refusals>> = const { Cell::new(None) };
    static WAY: Cell<Option<Way>> = const { Cell::new(None) };
}

/// They are here.
pub(crate) fn bring_in(refusals: Refusals) {
    HERE.set(Some(refusals));
}

/// How they come.
pub(crate) fn come_by(way: Way) {
    WAY.set(Some(way));
}

/// Has them come, if they are not here. Without a network they do not: then the code is said.
pub(crate) async fn bring() {
    if let (None, Some(way)) = (HERE.get(), WAY.get()) {
        way().await;
    }
}

/// What a resident is told of a code.
pub(crate) fn told(code: &str) -> Option<(Word, Word)> {
    HERE.get()?(code)
}
