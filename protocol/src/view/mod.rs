//! What a server shows of its State. Everything a person signs or believes is an entry or a blob, which travels beside what is
//! stated: an answer that names any is an [`Served`], and so is one that brings a checkpoint. Every other one is its stated part
//! alone. Counts, lists and stages are the server's word until somebody replays the log.

mod books;
mod candidates;
mod copy;
mod delivery;
mod erasing;
mod mandate;
mod matter;
mod meeting;
mod paged;
mod paper;
mod people;
mod result;
mod roll;
mod served;
mod weight;

pub use paged::Paged;
pub use paper::{
    OwnSheet, OwnSheets, PaperHome, PaperHomes, PaperList, PaperOwner, SheetRow, SheetStanding, SheetView,
};
pub use people::{
    LetterView, OfficeView, Officer, OfficerList, OrgView, OwnerWord, PersonList, PersonView, VoterView,
};
pub use result::{CallList, CallView, CalledView, ResultView};
pub use roll::{OwnerView, RollDifference, RollTotals, RollView, UnitChange, UnitView};

use crate::blob::{PersonName, Place, Words};
use crate::body::Capability;
use crate::bylaws::Bylaws;
use crate::course::Todo;
use crate::id::{AgendaId, BlobId, EntryId, EstateId, NoticeId, PartyId, PersonId, PublicKey, UnitId};
use crate::state::{CodeStanding, Stage};
use crate::strict_json::Strict;

pub use books::{DisclosureList, DisclosureSummary, DisclosureView, QuestionView};
pub use candidates::{CandidateView, CandidatesView, ElectedView, SeatView};
pub use copy::{CopyView, HeldDevice, HeldLetter};
pub use delivery::{DeliveryCounts, DeliveryView, DoorView, RoundView, SilenceView};
pub use erasing::{ErasableList, ErasableView, ErasureView};
pub use mandate::{MandateList, MandateRow, MandateView, MandatesOf};
pub use matter::{
    ActView, BuildingTurnout, DayTurnout, DemandArea, HiddenView, MatterList, MatterSummary, MatterView,
    ModeratedList, ModeratedView, MyMatter, OpinionView, RequisitionView, ScopeList, ScopeView, Speaker,
    SpeakerRole, TaskView, TurnoutView,
};
pub use meeting::{MeetingView, MeetingsView};
pub use served::{ErasedView, Opened, SHAPE, Served};
pub use weight::{SinceView, WeightView};

/// An estate. Its founding travels along: name and log key.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct EstateView {
    /// Where organisations are found and rung, in the order of their ids: that these stand now is the server's word.
    pub help: Vec<HelpView>,
    /// The settings in force: the server's word. A vote keeps those of its notice.
    pub settings: Bylaws,
}

/// Where an organisation is found and rung. The entry that declares it travels along, with its name and the line's text.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct HelpView {
    /// The entry that says it.
    pub line: EntryId,
    /// The entry by which a second person stands behind it.
    pub confirmed: EntryId,
}

/// Where a letter's code stands.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct CodeView {
    /// The entry that published the code.
    pub codes: EntryId,
    /// Whose letter it is.
    pub person: PersonId,
    /// Until when it works, or, if it waits, until when it can be confirmed, in milliseconds since 1970.
    pub expires_ms: u64,
    /// What has become of it.
    pub standing: CodeStanding,
    /// How many letters it takes to enrol, each of another issuer.
    pub letters: u32,
    /// The person's name, for whoever shows a pass of the code's own key: who holds the letter may check whose it is.
    pub name: Option<BlobId>,
    /// The person's homes, likewise.
    pub homes: Vec<HomeView>,
}

/// What a key may know of itself, a root's included.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct KeyView {
    /// What its holder may do now, by whichever office (the server's word).
    pub caps: Vec<Capability>,
    /// The number of the key's last entry; the next one must be greater.
    pub last_seq: Option<u64>,
    /// Whose it is; none if it is a root's.
    pub person: Option<PersonId>,
    /// Whether two persons stand behind it.
    pub vouched: bool,
}

/// An act that a second person can confirm.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct WaitingView {
    /// The act.
    pub act: EntryId,
    /// Since when, in milliseconds since 1970 (the server's word).
    pub since_ms: u64,
    /// When it lapses; none if it is in force already, and only one person stands behind it (the server's word).
    pub lapses_ms: Option<u64>,
    /// How many people it is about (the server's word).
    pub people: u32,
    /// Who did it.
    pub speaker: Option<Speaker>,
    /// Whether the key of the reader's pass may confirm it now (the server's word); `false` without a pass.
    pub yours: bool,
}

/// A page of what waits for a second person, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct WaitingList {
    /// The acts.
    pub waiting: Vec<WaitingView>,
    /// After which of these the next page begins; none on the last.
    pub next: Option<EntryId>,
}

/// Somebody whose letters let late keys in.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct LateIssuer {
    /// Who, as far as everybody may know; none for a root.
    pub speaker: Option<Speaker>,
    /// For how many of the ballots.
    pub ballots: u64,
}

/// Ballots whose key was let in after the vote was noticed. The server's word until the log is replayed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Strict)]
pub struct LateView {
    /// How many parties' standing ballots.
    pub ballots: u64,
    /// Who let them in.
    pub issuers: Vec<LateIssuer>,
    /// How many parties' standing ballots were cast by somebody whom a document, recorded since the notice, names for them.
    pub recorded: u64,
    /// How many parties' standing ballots came by proxy.
    pub proxies: u64,
    /// How many phones of owners on the vote's roll two clerks stopped between the notice and the end of the window.
    pub stopped: u64,
}

/// A vote in a list. All of it is the server's word.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct AgendaSummary {
    /// The agenda, once it is opened.
    pub agenda: Option<AgendaId>,
    /// Its notice.
    pub notice: NoticeId,
    /// One line, if the text is at hand.
    pub title: Option<Words>,
    /// The beginning of the window, in milliseconds since 1970.
    pub opens_ms: u64,
    /// Its end.
    pub closes_ms: u64,
    /// Where it stands now; none while it is only noticed.
    pub stage: Option<Stage>,
}

/// The estates of a server.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct EstateList {
    /// Their ids, in order.
    pub estates: Vec<EstateId>,
}

/// A page of the votes, newest notice first.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct AgendaList {
    /// The votes.
    pub agendas: Vec<AgendaSummary>,
    /// After which of these the next page begins; none on the last.
    pub next: Option<NoticeId>,
}

/// A vote. Its words travel along; their id stands in the notice.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct AgendaView {
    /// The notice: items, window, roll, scope.
    pub notice: NoticeId,
    /// The opening, once there is one.
    pub open: Option<AgendaId>,
    /// The entry that put the end of its window off, if one did; why, travels along.
    pub extended: Option<EntryId>,
    /// The entry that took it back, if it was; why, travels along.
    pub withdrawn: Option<EntryId>,
    /// Where it stands now (the server's word).
    pub stage: Option<Stage>,
    /// How many parties have voted (the server's word): as of the last full hour and in steps of five, so that nobody's
    /// ballot can be told from a change.
    pub turnout_heads: u64,
    /// Whether its totals are stated (the server's word): then there is a result.
    pub has_result: bool,
}

/// An author's authority for an act: the entries that show how it came down from a root ([`crate::projection::authority`]).
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct AuthorityView {
    /// The act.
    pub act: EntryId,
    /// At most 64 entries, in the order in which they were found: how the act's key came to its person, that person's
    /// grant, and the same for whoever signed one of these. None for a root.
    pub by: Vec<EntryId>,
}

/// One of the reader's homes. Its area and address travel along; their ids stand on the page.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct HomeView {
    /// The unit.
    pub unit: UnitId,
    /// The page of the roll that lists it.
    pub page: EntryId,
}

/// A party that the reader belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct PartyView {
    /// The party.
    pub party: PartyId,
    /// Its owners.
    pub persons: Vec<PersonId>,
    /// Which of several owners votes.
    pub representative: Option<PersonId>,
    /// What each of several owners has said about that (the server's word).
    pub words: Vec<OwnerWord>,
    /// The names of several owners, in their order, for whoever owns with them; without their phones, and so the server's
    /// word.
    pub names: Vec<Option<String>>,
    /// Its homes.
    pub homes: Vec<HomeView>,
}

/// A ballot of one of the reader's parties. Its choices travel along if they are for this reader and at hand.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct BallotView {
    /// Its entry.
    pub entry: EntryId,
    /// The co-owners who hold it now (the server's word).
    pub held_by: Vec<PersonId>,
    /// Who cast it with a written mandate; none if it was no proxy (the server's word).
    pub proxy: Option<PersonId>,
    /// Whether it is the one that stands (the server's word).
    pub stands: bool,
    /// The entry that makes it void, if the totals as they are stated leave it out (the server's word).
    pub voided: Option<EntryId>,
}

/// One of the reader's own devices that still signs. Nobody else learns which devices somebody has.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct DeviceView {
    /// Its key.
    pub device: PublicKey,
    /// When it entered, in milliseconds since 1970.
    pub entered_ms: u64,
    /// Whether two persons stand behind it, so that its ballots are taken.
    pub vouched: bool,
    /// How it entered.
    pub way: DeviceWay,
}

/// How a device entered, as far as its owner has to know to tell it from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum DeviceWay {
    /// At the desk.
    Desk,
    /// By another device of the same person.
    Device,
    /// By letters.
    Letters,
}

/// What a reader may see of themselves.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct MeView {
    /// Who the pass's key belongs to.
    pub person: PersonId,
    /// The person's name and phone, if the roll commits one.
    pub name: Option<BlobId>,
    /// The person's devices that still sign, in the order in which they entered (the server's word).
    pub devices: Vec<DeviceView>,
    /// The number of the key's last entry; the next one must be greater.
    pub last_seq: Option<u64>,
    /// The entries that give the person capabilities now.
    pub grants: Vec<EntryId>,
    /// The parties the person belongs to, on the newest roll.
    pub parties: Vec<PartyView>,
    /// The ballots of these parties, in log order: a page of them, the newest on the first. All other lists stand whole on the first page, and are empty on
    /// the others.
    pub ballots: Vec<BallotView>,
    /// The place of this page's first ballot, before which the next page's lie; none where there are no older ones.
    pub ballots_next: Option<u64>,
    /// On which opened agendas these parties vote, and those whose mandate the reader holds, and with which units (the server's
    /// word).
    pub rights: Vec<RightView>,
    /// Whether two persons stand behind the key, so that its ballots are taken (the server's word).
    pub vouched: bool,
    /// The matters that concern the person (the server's word).
    pub matters: Vec<MyMatter>,
    /// All that waits for the holder of the pass's key, what is due first ahead (the server's word).
    pub queue: Vec<Todo>,
}

/// A party's right to vote on an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct RightView {
    /// On which agenda.
    pub agenda: AgendaId,
    /// The owners' names, where the reader votes for them by a written mandate (the server's word); none where they own it.
    pub owners: Option<Vec<String>>,
    /// Which party.
    pub party: PartyId,
    /// Who votes for it by a written mandate of its owner's now, shown to that owner over a vouched device (the server's word).
    pub proxy: Option<PersonId>,
    /// Its units that count there.
    pub units: Vec<UnitId>,
}

/// The answer to `/healthz`.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Health {
    /// Whether entries can be taken.
    pub ok: bool,
    /// Whether the store answers.
    pub store: bool,
    /// Whether the clock can be trusted.
    pub clock: bool,
}
