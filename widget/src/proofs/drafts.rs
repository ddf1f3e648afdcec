//! What was typed and is not signed yet. It is kept in this browser, so that a reload, a flat battery or a page that WeChat
//! put away costs nobody a word.
//!
//! Never what a ballot or a mark says: whoever borrows the phone must not read that.

use std::fmt::Display;

use leptos::prelude::*;
use web_sys::Storage;
use yishi_protocol::id::EstateId;

use crate::live::Live;

/// How a value is written down, and read again.
pub(crate) type Spelling<T> = (fn(&T) -> String, fn(&str) -> Option<T>);

/// The words of one form. Where a browser keeps nothing, they last as long as the page.
#[derive(Clone, Debug)]
pub(crate) struct Kept(String);

/// A browser may forbid it, and says so by an error.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

impl Kept {
    /// What was typed into a form of an estate's; `form` tells it from every other one.
    pub(crate) fn new(estate: &EstateId, form: impl Display) -> Self {
        Self(format!("yishi-draft/{estate}/{form}/"))
    }

    /// A field that begins with what was last typed into it, or else with `first`.
    pub(crate) fn field(&self, name: &str, first: impl Into<String>) -> Live<String> {
        let field = Live::new(first.into());
        self.keep(name, field, Clone::clone, |words| Some(words.to_owned()));
        field
    }

    /// Gives a value what it last was, and keeps what it will be from now on. Its first value is not kept: a form that nobody
    /// touched begins as forms begin. `read` gives none for what `write` cannot have written.
    pub(crate) fn keep<T: 'static>(
        &self,
        name: &str,
        value: Live<T>,
        write: fn(&T) -> String,
        read: fn(&str) -> Option<T>,
    ) {
        let first = value.with_untracked(write);
        self.keep_from(name, value, (write, read), first);
    }

    /// [`Self::keep`] for a value that outlives its form, and so may say something already: `first` is what a form that nobody
    /// touched says.
    pub(crate) fn keep_from<T: 'static>(
        &self,
        name: &str,
        value: Live<T>,
        (write, read): Spelling<T>,
        first: String,
    ) {
        if let Some(last) = self.get(name).and_then(|words| read(&words)) {
            value.set(last);
        }
        self.follow(name, first, Box::new(move || value.with(write)));
    }

    /// Keeps what is written from now on, but not what was written first.
    fn follow(&self, name: &str, first: String, written: Box<dyn Fn() -> String>) {
        let key = format!("{}{name}", self.0);
        Effect::watch(
            written,
            move |words, _, _| {
                let Some(storage) = storage() else { return };
                // A full store is a browser that keeps nothing.
                drop(if *words == first { storage.remove_item(&key) } else { storage.set_item(&key, words) });
            },
            false,
        );
    }

    /// What was last put there.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        storage()?.get_item(&format!("{}{name}", self.0)).ok()?
    }

    /// Keeps words that no field holds.
    pub(crate) fn put(&self, name: &str, words: &str) {
        if let Some(storage) = storage() {
            drop(storage.set_item(&format!("{}{name}", self.0), words));
        }
    }

    /// What was last put there, which is forgotten.
    pub(crate) fn take(&self, name: &str) -> Option<String> {
        let words = self.get(name)?;
        drop(storage()?.remove_item(&format!("{}{name}", self.0)));
        Some(words)
    }

    /// The form's name.
    pub(crate) fn name(&self) -> &str {
        &self.0
    }

    /// All that is kept of the form: each place, and what stands there.
    pub(crate) fn all(&self) -> Vec<(String, String)> {
        let Some(storage) = storage() else { return Vec::new() };
        let words = |name: String| Some((name.clone(), storage.get_item(&name).ok()??));
        named(&storage, &self.0).into_iter().filter_map(words).collect()
    }

    /// Forgets what still stands where it stood: whoever has changed it since goes on from there.
    pub(crate) fn forget_same(all: &[(String, String)]) {
        let Some(storage) = storage() else { return };
        for (name, words) in all {
            if storage.get_item(name).is_ok_and(|now| now.as_ref() == Some(words)) {
                drop(storage.remove_item(name));
            }
        }
    }

    /// Forgets all fields: what they said is signed.
    pub(crate) fn forget(&self) {
        forget(&self.0);
    }
}

/// Forgets all that was typed for an estate: the device is somebody else's now.
pub(crate) fn forget_all(estate: &EstateId) {
    forget(&format!("yishi-draft/{estate}/"));
}

fn forget(prefix: &str) {
    let Some(storage) = storage() else { return };
    for name in named(&storage, prefix) {
        drop(storage.remove_item(&name));
    }
}

/// The names in a storage that begin so.
fn named(storage: &Storage, prefix: &str) -> Vec<String> {
    let names = 0..storage.length().unwrap_or_default();
    names.filter_map(|at| storage.key(at).ok()?).filter(|name| name.starts_with(prefix)).collect()
}
