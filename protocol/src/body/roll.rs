//! Bodies that publish the owner roll: pages of rows, then one closing entry; and what changes it later.
//!
//! Rows are written as lists, not objects, because a page holds hundreds of them.

use serde::{Deserialize, Serialize};

use crate::id::{BlobId, PartyId, PersonId, RollId, SetId, UnitId};
use crate::strict_json::{strict, strict_words};

/// What a unit is for; it decides whether the unit counts. Kinds that never count are listed so that nothing of the
/// register has to be left out, or called what it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnitKind {
    /// 人防: an air-raid shelter. Never counts.
    CivilDefence,
    /// 社区用房, 物业用房 and the like, which belong to all. Never counts.
    Communal,
    /// A home.
    Dwelling,
    /// An office.
    Office,
    /// A parking space: counts only where the bylaws say so (DOMAIN R8).
    Parking,
    /// A shop.
    Shop,
    /// 储藏室: a storage room. Never counts.
    Storage,
}

/// `[party, [person…], representative]`: an owner party, its owners in ascending order, and which of several owners
/// votes for it.
pub type PartyRow = (PartyId, Vec<PersonId>, Option<PersonId>);

/// `[person, blob]`: the person's name and phone, as a blob of kind `person`.
pub type PersonRow = (PersonId, BlobId);

/// `[unit, party, scope, kind, facts, place]`: the unit, its owner, where it lies, what it is, then its area as a blob
/// of kind `unit` and its address as a blob of kind `place`. Two blobs, so that one can be erased without the other.
pub type UnitRow = (UnitId, PartyId, u32, UnitKind, BlobId, BlobId);

/// `[scope, parent]`: a part of the estate (a building, a stairwell) and the part it lies in.
pub type ScopeRow = (u32, Option<u32>);

/// One page of a roll, at most 400 rows over all three lists. Each list stands in ascending order of ids, which are
/// random, so that the order of a file, which tells who lives next to whom, is nowhere in the log.
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

/// Changes the newest roll where the register changed: homes sold, split, joined, built, corrected or gone. Whatever it does not
/// name stays as it is, under the same ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RollChange {
    /// The area of all counted units after the change, in 0.01 m².
    pub area_c: u64,
    /// The roll that it changes, which is the newest.
    pub base: RollId,
    /// Units that are no more, in ascending order.
    pub gone: Vec<UnitId>,
    /// The number of parties with a counted unit after the change.
    pub heads: u32,
    /// Further parts of the estate, each after the part it lies in.
    pub scopes: Vec<ScopeRow>,
    /// The set of pages with the rows that are new or take the place of earlier ones; none if there are none.
    pub set: Option<SetId>,
}

strict!(RollPage { page, pages, parties, people, set, units });
strict!(Roll { area_c, heads, scopes, set });
strict!(RollChange { area_c, base, gone, heads, scopes, set });
strict_words!(UnitKind { CivilDefence = "civil-defence", Communal = "communal", Dwelling = "dwelling", Office = "office", Parking = "parking", Shop = "shop", Storage = "storage" });
