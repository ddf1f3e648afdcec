//! Heads and areas in words.

use crate::desk::Desk;
use crate::words::format::{grouped, hundredths};
use crate::words::key;

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Heads,
    Area,
}

impl Kind {
    pub(crate) fn name(self, desk: Desk) -> &'static str {
        match self {
            Kind::Heads => desk.say(key::common::HEADS),
            Kind::Area => desk.say(key::common::AREA),
        }
    }

    pub(crate) fn figure(self) -> fn(u64) -> String {
        match self {
            Kind::Heads => grouped,
            Kind::Area => hundredths,
        }
    }

    pub(crate) fn with_unit(self, desk: Desk, value: u64) -> String {
        match self {
            Kind::Heads => desk.fill(key::desk_count::heads(&value)),
            Kind::Area => format!("{}\u{a0}m²", hundredths(value)),
        }
    }
}

/// Heads and area: `8 人，740.38 m²`.
pub(crate) fn weight_words(desk: Desk, heads: u64, area_c: u64) -> String {
    [Kind::Heads.with_unit(desk, heads), Kind::Area.with_unit(desk, area_c)].join(desk.lang().comma())
}
