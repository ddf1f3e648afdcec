//! Matters, as far as a server shows them.

use crate::blob::Words;
use crate::body::{Category, HiddenSum, HideReason, Measure, OrgKind, RoundScore, Score, Tier};
use crate::calendar::days_late;
use crate::course::{CourseStage, Next};
use crate::id::{AgendaId, EntryId, MatterId, NoticeId, PartyId, PersonId, TaskId};
use crate::state::{Standing, Step, WHOLE, over_fen};
use crate::strict_json::Strict;

/// What a speaker is to the estate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum SpeakerRole {
    /// Answers matters.
    Host,
    /// Holds some other office.
    Officer,
    /// Stands on the newest roll.
    Owner,
    /// Is enrolled without owning anything here.
    Occupier,
}

/// Who spoke, as far as everybody may know: never a name or a room. The server's word.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Speaker {
    /// What they are.
    pub role: SpeakerRole,
    /// An owner's building.
    pub building: Option<String>,
    /// The title of an office held now.
    pub title: Option<Words>,
}

/// A matter in a list. All of it is the server's word.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct MatterSummary {
    /// Which.
    pub matter: MatterId,
    /// One line, if the text is at hand and not hidden.
    pub title: Option<Words>,
    /// Whether its words are hidden.
    pub hidden: bool,
    /// What it is about.
    pub category: Option<Category>,
    /// The part of the estate that it concerns.
    pub scope: u32,
    /// When it was brought up, in milliseconds since 1970.
    pub raised_ms: u64,
    /// How far it has come.
    pub step: Step,
    /// Where it stands in its course.
    pub stage: CourseStage,
    /// Whether it goes on, or how it ended.
    pub standing: Standing,
    /// What has to happen next, and who must do it; none once it has ended.
    pub next: Option<Next>,
    /// How many homes back it.
    pub supports: u32,
    /// How much has been said.
    pub opinions: u32,
    /// By how much its work exceeds what it may cost, in fen; 0 if it does not.
    pub over_fen: u64,
    /// The most that its work may cost, in fen: of the tasks that have such a limit. None where none has.
    pub cap_fen: Option<u64>,
    /// What has been paid for these tasks, in fen.
    pub paid_fen: u64,
    /// Who deals with it: what an office is limited to can be seen from the list.
    pub tier: Tier,
    /// Who has the work that is waited for; none where something else is.
    pub worker: Option<Speaker>,
}

/// A page of the matters, which pages have by when they were raised, the newest ahead. In a page, and in what was read of several
/// ([`Paged`](crate::view::Paged)): first those that go on, the most urgent ahead; then those that have ended, the latest ahead.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct MatterList {
    /// How often residents' words were hidden here, by sort of organisation and reason.
    pub hidden: Vec<HiddenSum>,
    /// The matters.
    pub matters: Vec<MatterSummary>,
    /// After which matter the next page begins; none on the last.
    pub next: Option<MatterId>,
}

/// Words that are hidden, or were. The entries that it names travel along, with what they say in words; an appeal's words only
/// to whoever said what is hidden, and to those who may rule.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct HiddenView {
    /// The entry that hides them.
    pub moderation: EntryId,
    /// The sorts of organisations for which that was done (the server's word, as all below but the entries).
    pub orgs: Vec<OrgKind>,
    /// Where the words stand in their course.
    pub stage: CourseStage,
    /// The entry by which their author appealed.
    pub appeal: Option<EntryId>,
    /// The entry by which another organisation ruled.
    pub ruling: Option<EntryId>,
    /// Until when their author may appeal, or a ruling is due, in milliseconds since 1970.
    pub due_ms: Option<u64>,
    /// Whether the reader said them.
    pub yours: bool,
}

/// Words that were reported or hidden, for those who may hide or rule.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct ModeratedView {
    /// Of which matter.
    pub matter: MatterId,
    /// The entry that says them.
    pub words: EntryId,
    /// Who said them.
    pub speaker: Speaker,
    /// Where they stand in their course (the server's word, as all below).
    pub stage: CourseStage,
    /// How many reported them, by reason; never who.
    #[strict(row("reason", "number"))]
    pub reports: Vec<(HideReason, u32)>,
    /// How they were hidden, if they are or were.
    pub hidden: Option<HiddenView>,
    /// What the reader may do with them now.
    pub may: Vec<Measure>,
}

/// A page of the words that were reported or hidden, by their ids.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct ModeratedList {
    /// The words.
    pub words: Vec<ModeratedView>,
    /// After which words the next page begins; none on the last.
    pub next: Option<EntryId>,
}

/// An official act about a matter.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct ActView {
    /// The entry.
    pub entry: EntryId,
    /// Who acted.
    pub speaker: Speaker,
}

/// An opinion.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct OpinionView {
    /// The entry.
    pub entry: EntryId,
    /// Who spoke.
    pub speaker: Speaker,
    /// How its words were hidden, if they are or were.
    pub hidden: Option<HiddenView>,
}

/// Work given out for a matter. The figures are those of its newest report.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct TaskView {
    /// Which.
    pub task: TaskId,
    /// Who does it.
    pub assignee: Speaker,
    /// Who that is to the log.
    pub person: PersonId,
    /// Until when, in milliseconds since 1970.
    pub due_ms: u64,
    /// The most it may cost, in fen.
    pub cap_fen: Option<u64>,
    /// What has been paid, in fen.
    pub paid_fen: u64,
    /// How much is done, 0 to 100.
    pub percent: u32,
    /// Whether the decision under which it was given out was annulled: it is no work of the matter any more (the server's word).
    pub annulled: bool,
}

impl TaskView {
    /// Whether all of it is done.
    pub fn is_done(&self) -> bool {
        self.percent >= WHOLE
    }

    /// Whether it should be done by now and is not.
    pub fn is_late(&self, now_ms: u64) -> bool {
        !self.annulled && !self.is_done() && days_late(self.due_ms, now_ms) > 0
    }

    /// By how much it has cost more than it may, in fen.
    pub fn over_fen(&self) -> u64 {
        over_fen(self.cap_fen, self.paid_fen)
    }
}

/// A matter. What is asked for, what its acts say and what was said about it travel along.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct MatterView {
    /// The entry that brought it up.
    pub matter: MatterId,
    /// Who brought it up.
    pub speaker: Speaker,
    /// How its words were hidden, if they are or were.
    pub hidden: Option<HiddenView>,
    /// Who handles it now.
    pub tier: Tier,
    /// How far it has come (the server's word, as all below but the entries that are named).
    pub step: Step,
    /// Where it stands in its course.
    pub stage: CourseStage,
    /// Whether it goes on, or how it ended.
    pub standing: Standing,
    /// What has to happen next, and who must do it; none once it has ended.
    pub next: Option<Next>,
    /// The matter under which it goes on.
    pub merged_into: Option<MatterId>,
    /// How many homes back it.
    pub supports: u32,
    /// How many homes could.
    pub heads: u32,
    /// The official acts, from its raising on, in log order: a page of them.
    pub trail: Vec<ActView>,
    /// The votes on it: notices, and agendas once opened.
    #[strict(row("notice", "agenda"))]
    pub votes: Vec<(NoticeId, Option<AgendaId>)>,
    /// The work.
    pub tasks: Vec<TaskView>,
    /// What was said, in log order: a page of it.
    pub opinions: Vec<OpinionView>,
    /// The place in the log after which the next page of what was done and said begins; none where this is the last one.
    pub page_next: Option<u64>,
    /// How many have marked the work since it was done.
    pub ratings: u32,
    /// The rounds of marks that new work ended, in log order.
    pub rounds: Vec<RoundScore>,
    /// The stated score, once it has ended with one: where fewer than five marked the work, there is none.
    pub score: Option<Score>,
    /// Who has the work that is waited for; none where something else is.
    pub worker: Option<Speaker>,
}

impl MatterView {
    /// By how much its work has cost more than it may, in fen.
    pub fn over_fen(&self) -> u64 {
        self.tasks.iter().fold(0, |sum, task| sum.saturating_add(task.over_fen()))
    }
}

/// A matter, to the reader.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct MyMatter {
    /// Which.
    pub matter: MatterId,
    /// Whether the reader brought it up.
    pub raised: bool,
    /// The reader's parties that may back it, and whether each does.
    #[strict(row("party", "backs"))]
    pub backing: Vec<(PartyId, bool)>,
    /// Whether the reader may mark its work once that is done.
    pub may_rate: bool,
    /// Whether the reader has marked it.
    pub rated: bool,
    /// The reader's own unfinished tasks for it.
    pub tasks: Vec<EntryId>,
}

/// How much of a fifth of the area those have who demand a vote: no figure, since what a signature adds to one is that home's area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum DemandArea {
    /// Less than half of it.
    Little,
    /// Half of it or more, and not all.
    Half,
    /// All of it.
    Enough,
}

/// How far a requisition about a matter is, to a person of the estate. All of it is the server's word.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct RequisitionView {
    /// How much of a fifth of the area has signed; none where areas are not at hand, or nothing can be signed now.
    pub area: Option<DemandArea>,
    /// When it was handed in, in milliseconds since 1970.
    pub handed_in_ms: Option<u64>,
    /// The reader's parties for which they may sign, and whether each has signed.
    #[strict(row("party", "signed"))]
    pub mine: Vec<(PartyId, bool)>,
    /// How many homes a fifth is.
    pub needed: u32,
    /// Whether it can be signed now; of a matter that was ended or given out, only where somebody has.
    pub open: bool,
    /// How many homes have signed whose signature counts.
    pub signed: u32,
}

/// A part of the estate, on the newest roll.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct ScopeView {
    /// Its number.
    pub scope: u32,
    /// The part it lies in.
    pub parent: Option<u32>,
    /// Building and entrance as its units' addresses have them; empty for the whole estate.
    pub name: String,
    /// How many parties have a counted unit there: exactly for the whole estate, and for whoever gives notice of votes, opens
    /// them or keeps the roll; for everybody else in steps of five, and none where so few are merged with those around them.
    pub heads: Option<u32>,
    /// The area of its counted units, in 0.01 m²: of the whole estate, and for the same offices. A unit whose area is not at
    /// hand adds none.
    pub area_c: Option<u64>,
}

/// The parts of the estate. The server's word.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct ScopeList {
    /// The roll they are of; none before there is one.
    pub roll: Option<EntryId>,
    /// Each after the part it lies in.
    pub scopes: Vec<ScopeView>,
}

/// How a building takes part in a vote.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct BuildingTurnout {
    /// Its name.
    pub name: String,
    /// Parties that have voted.
    pub voted: u32,
    /// Parties entitled.
    pub heads: u32,
}

/// Who had taken part in a vote by the end of a day of its window.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct DayTurnout {
    /// The local day, as a number of days since 1970-01-01.
    pub day: u32,
    /// Parties that had voted.
    pub heads: u32,
    /// Their area, in 0.01 m².
    pub area_c: u64,
}

/// Who takes part in a vote, exactly, for the desk that has to call on homes; never what anybody chose.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct TurnoutView {
    /// Parties that have voted.
    pub heads: u32,
    /// Their area, in 0.01 m².
    pub area_c: u64,
    /// Parties entitled.
    pub total_heads: u32,
    /// Their area, in 0.01 m².
    pub total_area_c: u64,
    /// How many more parties are needed for a quorum.
    pub missing_heads: u32,
    /// How much more area is needed, in 0.01 m².
    pub missing_area_c: u64,
    /// Held ballots: their owners have not named who votes.
    pub held: u32,
    /// By building, the most missing first. A party with homes in several counts in each.
    pub buildings: Vec<BuildingTurnout>,
    /// By the days of the window that have begun, in order, each with all who had voted by its end. A party counts from the
    /// day of its first ballot that counts.
    pub days: Vec<DayTurnout>,
}
