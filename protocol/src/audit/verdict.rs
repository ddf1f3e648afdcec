//! The verdict of an audit: what it says of a log, and what each figure rests on.

use super::Clocks;
use crate::body::{CallFigures, ItemTally, LedgerSums, RoundScore, Score};
use crate::bylaws::LegalMode;
use crate::count::Papers;
use crate::count::{LeftOut, Margins, Weakness};
use crate::export::ExportKind;
use crate::id::{AgendaId, BlobId, DisclosureId, EntryId, EstateId, Hash, MatterId};
use crate::state::{Stage, Standing, Step};
use crate::strict_json::Strict;

/// Whether a figure was computed again from blobs at hand, or rests on the log's word because they are gone or not in
/// this export. What is stated was held against the blobs that are at hand all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Basis {
    /// Computed again.
    Recomputed,
    /// As stated.
    Stated,
}

/// The first thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Wrong {
    /// The entry's place in the log, if it is an entry.
    pub index: Option<u64>,
    /// The code.
    pub code: String,
    /// What exactly.
    pub detail: String,
    /// The blobs that are not in the export and have to be; in the order in which the entry rests on them.
    pub blobs: Vec<BlobId>,
}

/// A roll as the log has it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct RollVerdict {
    /// Its `roll` entry.
    pub roll: EntryId,
    /// Heads; always computed again from the log.
    pub heads: u32,
    /// Counted area, in 0.01 m².
    pub area_c: u64,
    /// What the area rests on.
    pub area: Basis,
}

/// A vote as the log has it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct VoteVerdict {
    /// Its `open` entry.
    pub agenda: AgendaId,
    /// Where it stands; the window is judged by the last entry's time.
    pub stage: Stage,
    /// Ballots in the log, replaced and held ones too.
    pub ballots: u64,
    /// Heads entitled; always computed again from the log.
    pub heads: u32,
    /// Area entitled, in 0.01 m².
    pub area_c: u64,
    /// What the entitled area rests on.
    pub area: Basis,
    /// The totals, if they are stated.
    pub items: Option<Vec<ItemTally>>,
    /// What the totals rest on, each figure of them.
    pub totals: Option<Basis>,
    /// What the outcomes rest on, and who is elected: computed again also where openings are missing, if nothing that they
    /// may say changes any.
    pub outcome: Option<Basis>,
    /// How far each item is from another outcome, in order; none where openings or areas are not here that tell it.
    pub margins: Option<Margins>,
    /// What the ballots could make of it that the totals leave out; none where none is left out, or openings are not here that tell it.
    pub left_out: Option<LeftOut>,
    /// How many of the ballots that count are of each weaker sort; always computed again from the log.
    #[strict(row("sort", "ballots"))]
    pub weak: Vec<(Weakness, u64)>,
    /// The figures of its roll call, whose homes were drawn again from the log; none where nobody was drawn.
    pub roll_call: Option<CallFigures>,
    /// The items that were annulled, by their numbers.
    pub annulled: Vec<u32>,
    /// What standing the vote has.
    pub legal_mode: LegalMode,
    /// Standing ballots whose key was let in after the notice; always computed again from the log.
    pub late_keys: u64,
    /// Standing ballots of people whom a document, recorded since the notice, names for a home.
    pub recorded_late: u64,
    /// Standing ballots that came by proxy; always computed again from the log.
    pub proxies: u64,
    /// Phones of owners on the vote's roll that two clerks stopped between the notice and the end of the window.
    pub stopped: u64,
    /// How the ballots came, and what became of sheets of paper; always computed again from the log.
    pub papers: Papers,
    /// The two clocks of its notice, from which the days of notice are counted.
    pub notice: Clocks,
    /// Standing ballots that were signed outside the window by their phones' own clocks. They count: no phone is kept from
    /// voting by its clock.
    pub clocks_outside: u64,
}

/// A matter as the log has it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct MatterVerdict {
    /// Its `raise` entry.
    pub matter: MatterId,
    /// How far it has come.
    pub step: Step,
    /// Whether it goes on, or how it ended.
    pub standing: Standing,
    /// The stated score, if it has ended with one.
    pub score: Option<Score>,
    /// What the score rests on.
    pub marks: Option<Basis>,
    /// The rounds of marks that new work ended, in log order; what was marked as far as the marks are at hand.
    pub rounds: Vec<RoundScore>,
}

/// A disclosure as the log has it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct DisclosureVerdict {
    /// Its entry.
    pub disclosure: DisclosureId,
    /// The sums of its ledgers, in fen.
    pub ledgers: Vec<LedgerSums>,
    /// What they rest on.
    pub lines: Basis,
}

/// What an audit finds.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Verdict {
    /// Whether everything holds.
    pub sound: bool,
    /// The first thing that does not.
    pub first_wrong: Option<Wrong>,
    /// What the export is for.
    pub kind: Option<ExportKind>,
    /// The vote whose evidence it is, if it is one's.
    pub agenda: Option<AgendaId>,
    /// How many heads that somebody had kept this log was held against, and agrees with.
    pub seen: u64,
    /// How many blobs the log says were erased, by whose wish or order; none of them is in the export.
    pub erased: u64,
    /// Whose log.
    pub estate: Option<EstateId>,
    /// The estate's name.
    pub name: Option<String>,
    /// Entries that were judged and hold.
    pub entries: u64,
    /// The root over them.
    pub root: Hash,
    /// This program's own mark of what they mean: equal where two programs of its version have read the same log. No other
    /// program has to have it.
    pub state_hash: Hash,
    /// The rolls that are in force, in the order in which they came into it.
    pub rolls: Vec<RollVerdict>,
    /// The votes.
    pub votes: Vec<VoteVerdict>,
    /// The matters.
    pub matters: Vec<MatterVerdict>,
    /// The disclosures.
    pub disclosures: Vec<DisclosureVerdict>,
    /// The entries that the server dates more than ten minutes before or after their author's own clock, but for `kept`.
    pub clocks_differ: Vec<Clocks>,
    /// Those of them that came later than they were signed, by an author who had seen nothing younger: they may have waited
    /// on a phone without a network.
    pub kept: Vec<Clocks>,
}
