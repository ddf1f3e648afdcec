//! Bodies that publish the owner roll: pages of rows, then one closing entry.
//!
//! Rows are written as lists, not objects, because a page holds hundreds of them.

use serde::{Deserialize, Serialize};

use crate::id::{BlobId, PartyId, PersonId, SetId};
use crate::strict_json::{strict, strict_words};

/// What a unit is for; it decides whether the unit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnitKind {
    /// A civil defence room or shelter: listed, never counts.
    CivilDefence,
    /// What belongs to everybody or serves the estate, such as the manager's rooms: listed, never counts.
    Communal,
    /// A home.
    Dwelling,
    /// An office.
    Office,
    /// A parking space: counts only where the bylaws say so (DOMAIN R8).
    Parking,
    /// A shop.
    Shop,
    /// A storage room: listed, never counts.
    Storage,
}

/// `[party, [person…], representative]`: an owner party, its owners in ascending order, and which of several owners
/// votes for it.
pub type PartyRow = (PartyId, Vec<PersonId>, Option<PersonId>);

/// `[person, blob]`: the person's name and phone, as a blob of kind `person`.
pub type PersonRow = (PersonId, BlobId);

/// `[unit, party, scope, kind, facts, place]`: unit number, owner, where it lies, what it is, then its area as a blob
/// of kind `unit` and its address as a blob of kind `place`. Two blobs, so that one can be erased without the other.
pub type UnitRow = (u32, PartyId, u32, UnitKind, BlobId, BlobId);

/// `[scope, parent]`: a part of the estate (a building, a stairwell) and the part it lies in.
pub type ScopeRow = (u32, Option<u32>);

/// One page of a roll, at most 400 rows over all three lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RollPage {
    /// This page's number, from 0.
    pub page: u32,
    /// How many pages the set has, at most 1,000.
    pub pages: u32,
    /// Parties that stand on no other page.
    pub parties: Vec<PartyRow>,
    /// The persons of this page's parties whose name no earlier page of the set commits.
    pub people: Vec<PersonRow>,
    /// The upload the page belongs to.
    pub set: SetId,
    /// Units that stand on no other page.
    pub units: Vec<UnitRow>,
}

/// Closes a set of pages: from now on it is a roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roll {
    /// The area of all counted units, in 0.01 m².
    pub area_c: u64,
    /// The number of parties with a counted unit.
    pub heads: u32,
    /// The parts of the estate, each after the part it lies in; the first is the estate.
    pub scopes: Vec<ScopeRow>,
    /// The set it closes.
    pub set: SetId,
}

strict!(RollPage { page, pages, parties, people, set, units });
strict!(Roll { area_c, heads, scopes, set });
strict_words!(UnitKind {
    CivilDefence = "civil-defence",
    Communal = "communal",
    Dwelling = "dwelling",
    Office = "office",
    Parking = "parking",
    Shop = "shop",
    Storage = "storage",
});
