//! A matter being written down, and all that it can be about.

use yishi_protocol::body::Category;

use crate::live::Live;
use crate::proofs::drafts::Kept;

/// Everything a matter can be about, what residents bring up most first.
pub(crate) const CATEGORIES: [Category; 20] = [
    Category::Access,
    Category::EBikes,
    Category::Leak,
    Category::Lighting,
    Category::Greening,
    Category::Parking,
    Category::Noise,
    Category::Waste,
    Category::LiftRepair,
    Category::LiftInstallation,
    Category::EntranceDoor,
    Category::Pipes,
    Category::Fire,
    Category::Security,
    Category::Fee,
    Category::Dogs,
    Category::Elderly,
    Category::ShopNeighbour,
    Category::Advert,
    Category::Election,
];

/// A matter being written down. It outlives its screen and the visit, so that a try without a network loses nothing.
#[derive(Clone, Copy)]
pub(crate) struct NewMatter {
    pub(crate) title: Live<String>,
    pub(crate) text: Live<String>,
    pub(crate) place: Live<String>,
    pub(crate) category: Live<Option<Category>>,
    /// The part of the estate; none until one is chosen.
    pub(crate) scope: Live<Option<u32>>,
}

impl NewMatter {
    pub(crate) fn new() -> Self {
        let text = || Live::new(String::new());
        let (category, scope) = (Live::new(None), Live::new(None));
        Self { title: text(), text: text(), place: text(), category, scope }
    }

    /// Goes on with what was last typed, and keeps what will be.
    pub(crate) fn keep(self, kept: &Kept) {
        for (name, text) in [("title", self.title), ("text", self.text), ("place", self.place)] {
            kept.keep_from(name, text, (Clone::clone, |words| Some(words.to_owned())), String::new());
        }
        let number = |scope: &Option<u32>| scope.map(|scope| scope.to_string()).unwrap_or_default();
        kept.keep_from("scope", self.scope, (number, |words| words.parse().ok().map(Some)), String::new());
        let place = |category: &Option<Category>| {
            let at = category.and_then(|category| CATEGORIES.iter().position(|known| *known == category));
            at.map(|at| at.to_string()).unwrap_or_default()
        };
        let at = |words: &str| Some(CATEGORIES.get(words.parse::<usize>().ok()?).copied());
        kept.keep_from("category", self.category, (place, at), String::new());
    }

    /// Begins anew.
    pub(crate) fn clear(self) {
        for text in [self.title, self.text, self.place] {
            text.set(String::new());
        }
        self.category.set(None);
        self.scope.set(None);
    }
}
