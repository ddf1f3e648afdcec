//! Ballots on paper: what clerks need to key them, and what whoever holds a stub may ask.

use super::{Paged, Speaker};
use crate::id::{AgendaId, EntryId, PartyId, PersonId};
use crate::strict_json::Strict;

/// The sheets of a vote, for those who take paper; never what anybody has read on them. All of it is the server's word.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct PaperList {
    /// The vote.
    pub agenda: AgendaId,
    /// Until when its box can be counted, exclusive, in milliseconds since 1970.
    pub box_until_ms: u64,
    /// How many sheets were in the box, once it is counted.
    pub boxed: Option<u32>,
    /// A box that waits for its second clerk.
    pub box_waits: Option<EntryId>,
    /// The number after which the next page begins; null on the last.
    pub next: Option<u32>,
    /// Until when the vote waits for the sheets of its box to be read, in milliseconds since 1970.
    pub read_until_ms: u64,
    /// The sheets that somebody has read or that were in the box, by their numbers.
    pub sheets: Vec<SheetRow>,
}

/// A sheet, to a clerk.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct SheetRow {
    /// Whether it was in the box; null before the box is counted.
    pub boxed: Option<bool>,
    /// Whether two have read it alike.
    pub counted: bool,
    /// Whether the reader of this list has read it.
    pub mine: bool,
    /// How many persons have read it. Where two or more have and it is not counted, they have read it otherwise.
    pub readers: u32,
    /// Its number.
    pub sheet: u32,
}

/// The homes of a vote, for those who take paper: from the address on a sheet to its party. All of it is the server's word.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct PaperHomes {
    /// The vote.
    pub agenda: AgendaId,
    /// The homes, by their parties.
    pub homes: Vec<PaperHome>,
    /// The party after which the next page begins; null on the last.
    pub next: Option<PartyId>,
}

/// A party's homes, to a clerk.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct PaperHome {
    /// Who could have signed for a home of several owners; of an only owner nobody is listed.
    pub owners: Vec<PaperOwner>,
    /// The party.
    pub party: PartyId,
    /// The addresses of its homes that vote, as far as they are at hand.
    pub places: Vec<String>,
}

/// One of several owners, to a clerk.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct PaperOwner {
    /// The name, if it is at hand.
    pub name: Option<String>,
    /// Who.
    pub person: PersonId,
}

/// What became of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum SheetStanding {
    /// No two have read it alike.
    Unread,
    /// Two have read it alike; what became of it is told once the vote is closed.
    Read,
    /// It counts.
    Counts,
    /// It is in the count, and invalid as a whole.
    Invalid,
    /// Another ballot of the home came later, or it counts for nothing else: nobody could sign it so.
    Replaced,
    /// An owner has denied it.
    Denied,
}

/// A sheet, to whoever holds its stub: that it was keyed, never what is on it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct SheetView {
    /// The vote.
    pub agenda: AgendaId,
    /// Whether it was in the box; null before the box is counted (the server's word).
    pub boxed: Option<bool>,
    /// The reading that put it in the count, once the vote is closed; null to whoever shows no pass.
    pub entry: Option<EntryId>,
    /// Its number.
    pub sheet: u32,
    /// What became of it (the server's word); to whoever shows no pass whether two have read it alike and no more.
    pub standing: SheetStanding,
}

/// The sheets of paper that are in the count for the reader's homes.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct OwnSheets {
    /// The sheets, in the order of the log.
    pub sheets: Vec<OwnSheet>,
}

/// A sheet of paper that is in the count for a home of the reader's. What is on it is not told.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct OwnSheet {
    /// The vote.
    pub agenda: AgendaId,
    /// Whether it was in the box; null before the box is counted (the server's word).
    pub boxed: Option<bool>,
    /// The reading that put it in the count.
    pub entry: EntryId,
    /// Whether the reader can deny it now (the server's word).
    pub may_deny: bool,
    /// Who has read what counts on it, the second one last: what they are to the estate now (the server's word).
    pub readers: Vec<Speaker>,
    /// Its number.
    pub sheet: u32,
    /// What became of it (the server's word).
    pub standing: SheetStanding,
    /// Until when it can be denied, exclusive, in milliseconds since 1970; null before totals are stated (the server's word).
    pub until_ms: Option<u64>,
}

impl Paged for PaperList {
    fn next(&self) -> Option<String> {
        self.next.map(|next| next.to_string())
    }

    fn read_on(&mut self, page: Self) {
        self.sheets.extend(page.sheets);
        self.next = page.next;
    }
}

impl Paged for PaperHomes {
    fn next(&self) -> Option<String> {
        self.next.as_ref().map(ToString::to_string)
    }

    fn read_on(&mut self, page: Self) {
        self.homes.extend(page.homes);
        self.next = page.next;
    }
}
