//! What blobs say, each kind as a struct.

use super::words::Words;
use crate::strict_json::{strict, strict_words};
use serde::{Deserialize, Serialize};

/// Where an area comes from, best source first (SPC interpretation on condominium disputes, art. 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AreaSource {
    /// The purchase contract.
    Contract,
    /// The property register.
    Registered,
    /// A survey.
    Surveyed,
}

/// A unit's exclusive area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitFacts {
    /// In 0.01 m².
    pub area_c: u32,
    /// Where the figure comes from.
    pub source: AreaSource,
}

/// A unit's address inside the estate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// 楼栋.
    pub building: String,
    /// 单元; empty where the building has none.
    pub entrance: String,
    /// 室号.
    pub room: String,
}

/// A person's name and phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonName {
    /// As registered.
    pub name: String,
    /// A phone number, if one is known.
    pub phone: Option<String>,
}

/// The words of one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemText {
    /// The names of an election's candidates, in the notice's order; empty for a resolution.
    pub options: Vec<Words>,
    /// What is asked.
    pub title: Words,
}

/// The words of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaText {
    /// The full text that is voted on.
    pub body: Words,
    /// The items, in the notice's order.
    pub items: Vec<ItemText>,
    /// One line for lists.
    pub title: Words,
}

/// The choices of a ballot: for each item the marked options, in ascending order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BallotOpening {
    /// One list per item. A resolution has exactly one mark: 0 for, 1 against, 2 abstain. An election has up to
    /// `seats` marks; none is an abstention.
    pub choice: Vec<Vec<u32>>,
}

/// What is asked for in a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatterText {
    /// The whole of it.
    pub body: Words,
    /// Where it is, in the author's words.
    pub place: Option<String>,
    /// One line for lists.
    pub title: Words,
}

/// On which side somebody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// For it.
    For,
    /// Against it.
    Against,
    /// Neither.
    Neutral,
    /// Asks something.
    Question,
}

/// An opinion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spoken {
    /// On which side.
    pub stance: Stance,
    /// In words; a question has some.
    pub text: Option<Words>,
}

/// Marks for a matter's work, 1 (very bad) to 5 (very good) each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marks {
    /// How well it was done.
    pub quality: u32,
    /// How content the owner is.
    pub satisfaction: u32,
    /// How quickly it was done.
    pub speed: u32,
}

strict!(UnitFacts { area_c, source });
strict!(Place { building, entrance, room });
strict!(PersonName { name, phone });
strict!(ItemText { options, title });
strict!(AgendaText { body, items, title });
strict!(BallotOpening { choice });
strict!(MatterText { body, place, title });
strict!(Spoken { stance, text });
strict!(Marks { quality, satisfaction, speed });
strict_words!(AreaSource { Contract = "contract", Registered = "registered", Surveyed = "surveyed" });
strict_words!(Stance { For = "for", Against = "against", Neutral = "neutral", Question = "question" });
