//! What can be on the screen, and what has to be read before it is.

use std::sync::Arc;

use yishi_protocol::id::{AgendaId, DisclosureId, EntryId, MatterId, NoticeId, PartyId, PersonId, PublicKey};
use yishi_protocol::letter::LetterCode;
use yishi_protocol::projection::{Home, OwnPaper, Stated, Stub, Vote};

use crate::proofs::candidates::Standers;
use crate::proofs::device::{Ask, Request};
use crate::proofs::outbox::Cast;
use crate::proofs::settling::Histories;
use crate::proofs::slips::Checked;
use crate::words::trouble::Trouble;

/// What is on the screen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Screen {
    /// The server is being met.
    Opening,
    /// A letter's code is asked for; perhaps it came with the address.
    Enrol(Option<LetterCode>),
    /// What waits for me, and the estate's votes.
    Home,
    /// One question of a ballot.
    Vote(usize),
    /// All answers before they are signed.
    Review,
    /// A ballot's receipt, checked.
    Counted(Receipt),
    /// A receipt, held against the record once more.
    Slip(Box<Checked>),
    /// The paper ballots that were keyed for my homes.
    Papers(Arc<Vec<OwnPaper>>),
    /// The paper ballot whose stub somebody holds, by its vote and number; none if nobody has keyed it.
    Stub(AgendaId, u32, Option<Arc<Stub>>),
    /// Two histories, for whoever decides to go on with the one that is shown now.
    Settle(Arc<Histories>),
    /// A ballot that is signed and has not arrived, and when it was signed.
    Waiting(Cast, u64),
    /// A vote's result.
    Result(Arc<Vote>, Arc<Stated>),
    /// A vote that has none yet, for whoever has no ballot in it.
    Plan(Arc<Vote>),
    /// All matters.
    Matters,
    /// The matter that was read last.
    Matter,
    /// Who stands for its election.
    Candidates(Arc<Standers>),
    /// Its work, to be marked.
    Rate,
    /// A matter being brought up.
    Raise,
    /// The disclosure that was read last.
    Books,
    /// One of its lines.
    Line(u32),
    /// A question about one of its lines, or about all of it.
    Ask(Option<u32>),
    /// Who votes for a home of several owners.
    Voter(PartyId),
    /// Written mandates; perhaps one is to be given to whoever shared this.
    Proxies(Option<PersonId>),
    /// What is mine.
    Mine,
    /// Which phones sign for me.
    Phones,
    /// Another one is asked for, or has answered.
    AddPhone(Option<Request>),
    /// One of them is to sign no more.
    StopPhone(PublicKey),
    /// This phone is to be brought in by another one, which has asked for it or has yet to.
    Join(Option<Ask>),
    /// This phone's request, until it is in.
    Joining(Request),
    /// Something could not be done.
    Trouble(Trouble),
}

/// What a receipt screen says. Never the choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Receipt {
    pub(crate) title: String,
    pub(crate) entry: EntryId,
    pub(crate) index: u64,
    pub(crate) received_ms: u64,
    pub(crate) closes_ms: u64,
    pub(crate) agenda: EntryId,
    pub(crate) party: PartyId,
    /// Whether this phone signed it; another one of mine or of a co-owner may have.
    pub(crate) own: bool,
    /// Whether the ballot waits for the owners to name who votes.
    pub(crate) held: bool,
}

/// A ballot being filled in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Paper {
    pub(crate) vote: Arc<Vote>,
    pub(crate) party: PartyId,
    /// The marks on each item; none yet for an item that was not answered.
    pub(crate) marks: Vec<Option<Vec<u32>>>,
    /// The ballot that stands now.
    pub(crate) standing: Option<EntryId>,
}

/// Something that has to be read before it can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    /// A vote, by its notice: its result, or my ballot, or what is voted on.
    Vote(NoticeId),
    /// A matter.
    Matter(MatterId),
    /// Who stands for the election of a matter.
    Candidates(MatterId),
    /// A matter, to mark its work.
    Rate(MatterId),
    /// A disclosure, or one of its lines.
    Books(DisclosureId, Option<u32>),
    /// Who votes for a home of several owners, as they have said so far.
    Voter(PartyId),
    /// Written mandates, perhaps for whoever shared this.
    Proxies(Option<PersonId>),
    /// My phones, as they are now.
    Phones,
    /// This phone's request for whoever asked.
    Join(Ask),
    /// The receipt of a ballot of mine, held against the record.
    Receipt(EntryId),
    /// The paper ballots that were keyed for my homes.
    Papers,
    /// A paper ballot, by its vote and number.
    Sheet(AgendaId, u32),
    /// Two histories, looked at.
    Settle,
    /// The matter that is brought up by what is being signed.
    Raised,
}

/// A letter that was found.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Letter {
    pub(crate) code: LetterCode,
    pub(crate) person: PersonId,
    /// The key that published it.
    pub(crate) issuer: PublicKey,
    /// How many letters it takes to enrol.
    pub(crate) needed: u32,
    pub(crate) name: Option<String>,
    pub(crate) homes: Vec<Home>,
}
