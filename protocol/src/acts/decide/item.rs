//! The questions of an agenda: how each is answered and counted, and what it adopts.

use crate::bylaws::Bylaws as Settings;
use crate::id::Hash;
use crate::strict_json::Strict;

/// Which threshold of the law an item needs (Civil Code 278).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Class {
    /// More than half of those taking part, by area and by heads.
    Ordinary,
    /// At least three quarters of those taking part, by area and by heads (raising the maintenance fund, rebuilding,
    /// changing the use of common parts).
    Special,
}

/// How an item is answered and counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Method {
    /// Mark up to `seats` of the candidates; each is elected by the item's threshold.
    Election,
    /// For, against or abstain.
    Resolution,
}

/// A stricter share than the law's, `[numerator, denominator]` ≤ 100: at least that share of those taking part must
/// consent.
pub type RaisedShare = (u32, u32);

/// One question of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Item {
    /// The bylaws that are adopted if it passes; none if it is about something else.
    pub adopts: Option<Adoption>,
    /// The threshold of the law.
    pub class: Class,
    /// Its number, from 1 in order.
    pub id: u32,
    /// How it is answered.
    pub method: Method,
    /// The candidates of an election by id (1 to 16 of `a`–`z`, `A`–`Z`, `0`–`9`, `-`), each once, at most 64; empty
    /// for a resolution, whose options are for (0), against (1) and abstain (2).
    pub options: Vec<String>,
    /// A stricter threshold, or none.
    #[strict(row("numerator", "denominator"))]
    pub raise: Option<RaisedShare>,
    /// Seats to fill in an election, 1 to 64; 0 for a resolution.
    pub seats: u32,
}

/// Bylaws that are put to the vote, so that nothing else can be published by it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Adoption {
    /// SHA-256 of the document's file.
    pub document: Hash,
    /// All settings, as they would be.
    pub settings: Settings,
}
