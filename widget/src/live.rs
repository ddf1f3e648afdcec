//! A value that screens follow: whoever reads it while drawing is drawn anew when it changes.
//!
//! What `RwSignal` is, but that everything except reading and writing the value itself is compiled once: a signal of another
//! type weighed 2 kB before it was packed, and the first screen has thirty types.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::{ArcTrigger, GetValue, LocalStorage, Notify, StoredValue, Track};

/// A handle to such a value, which lasts as long as what made it is shown.
pub(crate) struct Live<T> {
    kept: StoredValue<Kept, LocalStorage>,
    of: PhantomData<fn() -> T>,
}

/// The value, a `RefCell<T>`, and who follows it.
#[derive(Clone)]
struct Kept {
    value: Rc<dyn Any>,
    followers: ArcTrigger,
}

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Live<T> {}

fn keep(value: Rc<dyn Any>) -> StoredValue<Kept, LocalStorage> {
    StoredValue::new_local(Kept { value, followers: ArcTrigger::new() })
}

fn followed(kept: StoredValue<Kept, LocalStorage>) -> Rc<dyn Any> {
    let kept = kept.get_value();
    kept.followers.track();
    kept.value
}

fn cell<T: 'static>(value: &Rc<dyn Any>) -> &RefCell<T> {
    let Some(cell) = value.downcast_ref() else {
        unreachable!("whoever made the handle put a value of its type in")
    };
    cell
}

impl<T: 'static> Live<T> {
    /// A value that nobody follows yet.
    pub(crate) fn new(value: T) -> Self {
        Self { kept: keep(Rc::new(RefCell::new(value))), of: PhantomData }
    }

    /// Looks at the value and follows it.
    pub(crate) fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(&cell(&followed(self.kept)).borrow())
    }

    /// Looks at the value as it is now.
    pub(crate) fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(&cell(&self.kept.get_value().value).borrow())
    }

    /// Changes the value and tells whoever follows it. Nothing, if what made it has gone while something was being read.
    pub(crate) fn update(self, change: impl FnOnce(&mut T)) {
        let Some(kept) = self.kept.try_get_value() else { return };
        change(&mut cell(&kept.value).borrow_mut());
        kept.followers.notify();
    }

    /// Changes what nobody who follows the value draws.
    pub(crate) fn update_untracked(self, change: impl FnOnce(&mut T)) {
        change(&mut cell(&self.kept.get_value().value).borrow_mut());
    }

    /// Changes it as [`Self::update_untracked`] does, and hands out what came of it.
    pub(crate) fn changed<U>(self, change: impl FnOnce(&mut T) -> U) -> U {
        change(&mut cell(&self.kept.get_value().value).borrow_mut())
    }

    /// Puts another value in its place and tells whoever follows it.
    pub(crate) fn set(self, value: T) {
        self.update(|old| *old = value);
    }

    /// Whether what made it is still shown.
    pub(crate) fn is_there(self) -> bool {
        self.kept.try_get_value().is_some()
    }

    /// Follows the value without looking at it.
    pub(crate) fn track(self) {
        followed(self.kept);
    }

    /// Tells whoever follows the value, as if it had changed.
    pub(crate) fn notify(self) {
        self.kept.get_value().followers.notify();
    }
}

impl<T: Clone + 'static> Live<T> {
    /// The value, followed.
    pub(crate) fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub(crate) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

/// Values by name that outlive what draws them: a screen that is drawn anew in another language finds what was chosen and
/// typed there. They go with their screen, and no browser keeps them.
#[derive(Default)]
pub(crate) struct Lasting {
    screen: u32,
    kept: Vec<(&'static str, Kept)>,
}

impl Lasting {
    /// The value of that name on that screen, `first` if there is none yet. A name is of one type everywhere.
    pub(crate) fn find<T: 'static>(&mut self, screen: u32, name: &'static str, first: T) -> Live<T> {
        Live { kept: self.take(screen, name, Rc::new(RefCell::new(first))), of: PhantomData }
    }

    fn take(
        &mut self,
        screen: u32,
        name: &'static str,
        first: Rc<dyn Any>,
    ) -> StoredValue<Kept, LocalStorage> {
        if self.screen != screen {
            self.screen = screen;
            self.kept.clear();
        }
        let found = self.kept.iter().find(|(kept, _)| *kept == name).map(|(_, kept)| kept.clone());
        let kept = found.unwrap_or_else(|| {
            let kept = Kept { value: first, followers: ArcTrigger::new() };
            self.kept.push((name, kept.clone()));
            kept
        });
        StoredValue::new_local(kept)
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::Owner;

    use super::{Lasting, Live};

    #[test]
    fn what_was_chosen_outlives_a_drawing_and_goes_with_its_screen() {
        let mut lasting = Lasting::default();
        let first = Owner::new();
        first.with(|| lasting.find(1, "reason", None::<u8>)).set(Some(7));
        first.cleanup();
        let second = Owner::new();
        assert_eq!(second.with(|| lasting.find(1, "reason", None::<u8>)).get_untracked(), Some(7));
        assert_eq!(second.with(|| lasting.find(1, "other", 0)).get_untracked(), 0);
        assert_eq!(second.with(|| lasting.find(2, "reason", None::<u8>)).get_untracked(), None);
    }

    #[test]
    fn a_value_is_what_was_last_put_there() {
        let owner = Owner::new();
        owner.set();
        let live = Live::new(vec![1]);
        let same = live;
        live.update(|all| all.push(2));
        assert_eq!(same.get_untracked(), [1, 2]);
        same.set(vec![3]);
        assert_eq!((live.get_untracked(), same.with_untracked(Vec::len)), (vec![3], 1));
    }

    #[test]
    fn what_went_with_its_screen_is_changed_no_more() {
        let owner = Owner::new();
        let live = owner.with(|| Live::new(1));
        assert!(live.is_there());
        owner.cleanup();
        live.set(2);
        assert!(!live.is_there());
    }
}
