//! What blobs say, each kind as a struct.

use super::words::Words;
use crate::strict_json::Strict;
use crate::visible::is_seen;

/// Where an area comes from, best source first (SPC interpretation on condominium disputes, art. 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum AreaSource {
    /// The purchase contract.
    Contract,
    /// The property register.
    Registered,
    /// A survey.
    Surveyed,
}

/// A unit's exclusive area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
pub struct UnitFacts {
    /// In 0.01 m², at least 1.
    pub area_c: u32,
    /// Where the figure comes from.
    pub source: AreaSource,
}

/// A unit's address inside the estate.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Place {
    /// 楼栋.
    pub building: String,
    /// 单元; empty where the building has none.
    pub entrance: String,
    /// 室号.
    pub room: String,
}

impl Place {
    /// Whether building and room can be seen, and the entrance if the building has some.
    pub(crate) fn is_seen(&self) -> bool {
        [&self.building, &self.room].into_iter().all(|part| is_seen(part))
            && (self.entrance.is_empty() || is_seen(&self.entrance))
    }

    /// All of it in a row, as people say it: 3栋2单元301.
    pub fn address(&self) -> String {
        let mut address = self.building.clone();
        address.push_str(&self.entrance);
        address.push_str(&self.room);
        address
    }
}

/// A person's name and phone.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct PersonName {
    /// As registered.
    pub name: String,
    /// A phone number, if one is known.
    pub phone: Option<String>,
}

impl PersonName {
    /// Whether the name can be seen, and the phone if one is known.
    pub(crate) fn is_seen(&self) -> bool {
        is_seen(&self.name) && self.phone.as_deref().is_none_or(is_seen)
    }
}

/// The words of one item.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct ItemText {
    /// The names of an election's candidates, in the notice's order; empty for a resolution.
    pub options: Vec<Words>,
    /// What is asked.
    pub title: Words,
}

/// The words of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct AgendaText {
    /// The full text that is voted on.
    pub body: Words,
    /// The items, in the notice's order.
    pub items: Vec<ItemText>,
    /// One line for lists.
    pub title: Words,
}

/// The choices of a ballot: for each item the marked options, in ascending order. Of a ballot on paper, what is marked on it,
/// whether the item allows so many or not.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct BallotOpening {
    /// One list per item of the marked options: for a resolution exactly one, 0 for, 1 against, 2 abstain; for an election
    /// up to `seats` candidates by their place in the notice, from 0, and none to abstain.
    pub choice: Vec<Vec<u32>>,
}

/// What an owner tells whoever votes for them.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct ProxyTerms {
    /// For each item of the notice the options to mark, as in a ballot; null where the proxy decides.
    pub choice: Vec<Option<Vec<u32>>>,
    /// What else they are told.
    pub words: Option<Words>,
}

impl ProxyTerms {
    /// Whether a ballot marks what it was told to mark.
    pub fn let_through(&self, opening: &BallotOpening) -> bool {
        let told = self.choice.iter().zip(&opening.choice);
        told.into_iter().all(|(told, marks)| told.as_ref().is_none_or(|told| told == marks))
    }
}

/// What is asked for in a matter.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct MatterText {
    /// The whole of it.
    pub body: Words,
    /// Where it is, in the author's words.
    pub place: Option<String>,
    /// One line for lists.
    pub title: Words,
}

/// On which side somebody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
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
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Spoken {
    /// On which side.
    pub stance: Stance,
    /// In words; a question has some.
    pub text: Option<Words>,
}

/// Rating for a matter's work, 1 (very bad) to 5 (very good) each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
pub struct Rating {
    /// How well it was done.
    pub quality: u32,
    /// How content the owner is.
    pub satisfaction: u32,
    /// How quickly it was done.
    pub speed: u32,
}
