//! Bodies of a vote, from notice to tally.

use serde::{Deserialize, Serialize};

use crate::bylaws::{Bylaws as Settings, LegalMode};
use crate::count::{Outcome, Weight};
use crate::id::{AgendaId, BlobId, EntryId, Hash, MatterId, NoticeId, PartyId, RollId};
use crate::strict_json::{strict, strict_words};

/// Which threshold of the law an item needs (Civil Code 278).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// More than half of those taking part, by area and by heads.
    Ordinary,
    /// At least three quarters of those taking part, by area and by heads (raising the maintenance fund, rebuilding,
    /// changing the use of common parts).
    Special,
}

/// How an item is answered and counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Mark up to `seats` of the candidates; each is elected by the item's threshold.
    Election,
    /// For, against or abstain.
    Resolution,
}

/// Who can read the choices, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Everyone, at once.
    Open,
    /// Nobody but the server until the vote is closed.
    Sealed,
}

/// A stricter share than the law's, `[numerator, denominator]` ≤ 100: at least that share of those taking part must
/// consent.
pub type RaisedShare = (u32, u32);

/// One question of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
    pub raise: Option<RaisedShare>,
    /// Seats to fill in an election, 1 to 64; 0 for a resolution.
    pub seats: u32,
}

/// Bylaws that are put to the vote, so that nothing else can be published by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adoption {
    /// SHA-256 of the document's file.
    pub document: Hash,
    /// All settings, as they would be.
    pub settings: Settings,
}

strict!(Adoption { document, settings });

/// Announces an agenda; it may open after the notice days have passed whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// The end of the voting window, exclusive, in milliseconds since 1970.
    pub closes_ms: u64,
    /// The questions, 1 to 20.
    pub items: Vec<Item>,
    /// What standing the vote has; the settings in force say the same.
    pub legal_mode: LegalMode,
    /// The public lottery whose next numbers draw lots, by name, once lots are drawn; none until then.
    pub lottery: Option<String>,
    /// The accepted matter that it puts to the vote, if it comes of one.
    pub matter: Option<MatterId>,
    /// Who reads choices when.
    pub mode: Mode,
    /// The beginning of the voting window, in milliseconds since 1970.
    pub opens_ms: u64,
    /// The day on which the vote goes on after an outage, once there is a rule for it; none until then.
    pub reserve_ms: Option<u64>,
    /// The roll that says who votes.
    pub roll: RollId,
    /// The part of the estate that votes.
    pub scope: u32,
    /// The words of the agenda, a blob of kind `agenda-text`.
    pub text: BlobId,
}

/// Opens a noticed agenda, at most 72 hours before its window, and freezes its roll. Its entry id is the agenda's id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Open {
    /// The area of the counted units in the scope, in 0.01 m².
    pub area_c: u64,
    /// The rulings that correct the roll, once disputes are ruled on; none until then.
    pub corrections: Vec<EntryId>,
    /// The parties with a counted unit in the scope.
    pub heads: u32,
    /// The notice it opens.
    pub notice: NoticeId,
    /// The roll it freezes; the notice named the same one.
    pub roll: RollId,
}

/// Casts a party's ballot online. The opening (the choices) comes as a blob of the same submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    /// On which agenda.
    pub agenda: AgendaId,
    /// The opening, a blob of kind `ballot` made for this agenda and party.
    pub blob: BlobId,
    /// For whom.
    pub party: PartyId,
    /// The entry id of the party's ballot that stands now, or null: "the last ballot counts" is the voter's word, not
    /// the server's.
    pub supersedes: Option<EntryId>,
}

/// Ends the taking of ballots, after the window has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// Which agenda.
    pub agenda: AgendaId,
}

/// Asks for the evidence of a closed vote: areas and openings. Every hand-out has such an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Access {
    /// Which agenda.
    pub agenda: AgendaId,
}

/// The totals of one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemTally {
    /// Who consented: one weight for a resolution, one per candidate, in the notice's order, for an election.
    #[serde(rename = "for")]
    pub consenting: Vec<Weight>,
    /// Who took part and consented to no option. Against and abstain are not told apart here: the law does not need
    /// it, and a log entry can never be erased.
    pub other: Weight,
    /// What follows.
    pub outcome: Outcome,
    /// Who took part.
    #[serde(rename = "part")]
    pub participating: Weight,
}

/// States the counted totals; refused unless they are what the ballots give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// Which agenda.
    pub agenda: AgendaId,
    /// The Merkle root over the counted ballots, sorted by party.
    pub counted_root: Hash,
    /// The totals, in the order of the items.
    pub items: Vec<ItemTally>,
    /// Ballots taken out because their opening stayed missing; none until that kind exists.
    pub voided: Vec<EntryId>,
}

strict!(Item { adopts, class, id, method, options, raise, seats });
strict!(Notice {
    closes_ms,
    items,
    legal_mode,
    lottery,
    matter,
    mode,
    opens_ms,
    reserve_ms,
    roll,
    scope,
    text
});
strict!(Open { area_c, corrections, heads, notice, roll });
strict!(Ballot { agenda, blob, party, supersedes });
strict!(Close { agenda });
strict!(Access { agenda });
strict!(ItemTally { consenting: "for", other: "other", outcome: "outcome", participating: "part" });
strict!(Tally { agenda, counted_root, items, voided });
strict_words!(Class { Ordinary = "ordinary", Special = "special" });
strict_words!(Method { Election = "election", Resolution = "resolution" });
strict_words!(Mode { Open = "open", Sealed = "sealed" });
