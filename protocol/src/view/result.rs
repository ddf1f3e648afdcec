//! Results, and their roll calls.

use super::{AgendaView, LateView, PersonName, Place};
use crate::body::{CallAnswer, CallFigures};
use crate::count::{PapersView, Weakness};
use crate::few::{Posted, PostedMargin, Sides};
use crate::id::{EntryId, PartyId};
use crate::strict_json::Strict;

/// What came of a vote: apart from the vote itself, which whoever is to cast a ballot reads.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct ResultView {
    /// The vote.
    pub agenda: AgendaView,
    /// The stated totals, once there are any: for people of the estate, and for everybody if none of them is merged.
    pub tally: Option<EntryId>,
    /// The same as far as anybody may read them, in the order of the items (the server's word).
    pub posted: Vec<Posted>,
    /// Late keys, once the totals are stated.
    pub late: LateView,
    /// How the ballots came, and what became of sheets of paper, once the totals are stated (the server's word).
    pub papers: Option<PapersView>,
    /// How far each item is from another outcome, in order, once the totals are stated; empty where that cannot be counted any more
    /// (the server's word).
    pub margins: Vec<PostedMargin>,
    /// How each item divides those who took part and did not consent, in order, once the totals are stated; none of an election, where
    /// a side has fewer than five heads or something is merged; empty where that cannot be counted any more (the server's word).
    pub sides: Vec<Option<Sides>>,
    /// How many of the ballots that count are of each weaker sort, once the totals are stated (the server's word).
    #[strict(row("sort", "ballots"))]
    pub weak: Vec<(Weakness, u64)>,
    /// What of it was annulled, each with the entry by which a second person stood behind that; why, travels along.
    #[strict(row("annul", "confirmed"))]
    pub annulled: Vec<(EntryId, EntryId)>,
    /// Its roll call, once homes are drawn.
    pub called: Option<CalledView>,
    /// What was disputed of the totals, in the order of the entries' ids; why, and why it was ruled so, travels along.
    #[strict(row("dispute", "ruling"))]
    pub disputes: Vec<(EntryId, Option<EntryId>)>,
    /// The reviews of its matter that were asked for before its notice, in the order of the entries' ids, each with the entry that
    /// gave it; what they say travels along. That nothing was said is the server's word.
    #[strict(row("request", "review"))]
    pub reviews: Vec<(EntryId, Option<EntryId>)>,
    /// The entry that ended it.
    pub finality: Option<EntryId>,
    /// The entry by which a second person stood behind its end; none where nobody did within seven days.
    pub confirmed: Option<EntryId>,
}

/// A roll call: the draw travels along.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct CalledView {
    /// The entry by which a second person stood behind the draw.
    pub confirmed: EntryId,
    /// The entry of the draw.
    pub drawn: EntryId,
    /// What came of it (the server's word).
    pub figures: CallFigures,
}

/// A home that was drawn, for whoever calls it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct CallView {
    /// What it said, if anything is noted.
    pub answer: Option<CallAnswer>,
    /// Where it is: its units in the vote's scope.
    pub homes: Vec<Place>,
    /// Which.
    pub party: PartyId,
    /// Its owners with their phones.
    pub people: Vec<PersonName>,
    /// Whether its ballot is weak: those are asked first.
    pub weak: bool,
}

/// A page of the homes that were drawn, by their ids.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct CallList {
    /// The homes. What was erased of them is left out.
    pub calls: Vec<CallView>,
    /// After which of these the next page begins; none on the last.
    pub next: Option<PartyId>,
}
