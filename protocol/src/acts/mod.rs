//! What can be said: a file for each kind of entry, in the folder of its step.
//!
//! A kind's file has its body, fields in alphabetical order because that order is signed; who may say it and what it
//! must agree with; what it does; which blobs it names. A body names only ids, hashes, integers and events; names, rooms,
//! areas, texts and choices are blobs ([`crate::blob`]). What several kinds share has a file beside theirs.
//!
//! To add a kind: its file, `mod` in its step, a line in the table below, and one in the table of blob kinds if it names blobs
//! of a kind of their own. Everything that depends on the kind comes from these, or does not compile until it has been
//! thought of.
//!
//! SPEC.md lists every number, also those whose kind is not built yet; a number is never used again for another
//! kind. The first byte is the step: 01 set up, 02 propose, 03 deliberate, 04 decide, 05 execute, 06 evaluate,
//! 07 disclose.

mod capability;
pub(crate) mod decide;
pub(crate) mod deliberate;
pub(crate) mod disclose;
pub(crate) mod evaluate;
pub(crate) mod execute;
pub(crate) mod propose;
pub(crate) mod set_up;
mod table;

use core::fmt;

use crate::admit::Shown;
use crate::apply::second::Second;
use crate::apply::{At, Change, Placed};
use crate::audit::Figure;
use crate::id::{BlobId, EntryId, PublicKey};
use crate::rejection::Rejection;
use crate::schema::{Described, Type};
use crate::state::{self, Proposal, State};
use crate::strict_json::{self, Strict};
pub use capability::Capability;
pub use decide::candidacy::{
    CandidateRecord, Elected, FIRST_POSTED_MS, OnBallot, POSTED_DAYS, ballot_candidates, check_election,
    elected, election_of, least_members, seats_between,
};
pub use decide::item::{Adoption, Class, Item, Method, RaisedShare};
pub use deliberate::moderated::{Appealed, HiddenSum, HideReason, Hiding, Moderated, Ruled};
pub use propose::matter::{Category, Tier};
pub use set_up::device::device_message;
use set_up::roll_area::Rolled;
pub use set_up::rule_set::{BodyShare, Denied, MajorityOf, MeetingCounts, MeetingOutcome, RuleSet};

/// What every kind answers.
pub(crate) trait Act: Strict {
    /// Who may say it, what it must agree with, and what it does. Everything is checked first: the change that comes of
    /// it cannot fail.
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection>;

    /// The blobs that it names, in its own order.
    fn named_blobs(&self) -> Vec<BlobId>;

    /// That its blobs show what it states. Where nothing else is said, nothing that it names has been shown.
    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        shown.missing.blobs.extend(self.named_blobs());
        Ok(())
    }

    /// The blobs that `admit` reads beside those that it names. Most acts state nothing that rests on others.
    fn rests_on(&self, _state: &State) -> Vec<BlobId> {
        Vec::new()
    }

    /// The figure that it states, of which an audit tells what it rests on; `entry` is its own. Most acts state none.
    fn figure(&self, _entry: &EntryId) -> Option<Figure> {
        None
    }

    /// What it is, to somebody who is asked to stand behind it, if that is asked of kinds like it though they do not wait: of
    /// letters and devices. `people` is how many it is about.
    fn as_waiting(&self, _people: u32) -> Option<String> {
        None
    }

    /// What an official act about a matter says in words, a blob of kind `statement`. Other acts say nothing so.
    fn statement(&self) -> Option<BlobId> {
        None
    }

    /// The words that it says which are its author's own to erase ([`Erase`]). Most acts say none.
    fn own_words(&self) -> Vec<BlobId> {
        Vec::new()
    }

    /// The words that it says for an office, of which a court alone has any erased.
    fn kept_words(&self) -> Vec<BlobId> {
        self.statement().into_iter().collect()
    }

    /// What an official act of a matter's trail follows: the matter, or an earlier act of that trail. Other acts follow nothing
    /// so.
    fn follows(&self) -> Option<EntryId> {
        None
    }
}

/// What kinds answer beside of which an act may wait for a second person. Its own `check` says whether it does.
pub(crate) trait Waits: Act + Into<Proposed> {
    /// What its author holds, still when it is confirmed.
    const AUTHOR_HOLDS: Capability;
    /// What whoever confirms it holds, a root aside.
    const SECOND_HOLDS: Capability = Self::AUTHOR_HOLDS;

    /// What it is, to somebody who is asked to stand behind it.
    fn in_words(&self) -> String;

    /// What else it asks of whoever confirms it: another organisation, that they may vouch for somebody. Some ask nothing.
    fn check_second(&self, _second: &Second<'_>) -> Result<(), Rejection> {
        Ok(())
    }

    /// What it does once it is in force, if its rules, asked again, still let it.
    fn effect(&self, state: &State, at: &At, proposal: &Proposal) -> Result<Change, Rejection>;

    /// Whether its author acts by an office, and has to hold it still when it is confirmed. Most do.
    fn by_office(&self) -> bool {
        true
    }

    /// The device that it would let in. Most let none in.
    fn device(&self) -> Option<PublicKey> {
        None
    }

    /// The roll that it would make now. Most make none.
    fn roll(&self, _state: &State) -> Option<state::Roll> {
        None
    }

    /// What the area of that roll rests on, which whoever puts it in force is held against again.
    fn rolled(&self, _state: &State) -> Option<Rolled> {
        None
    }
}

table::kinds! {
    /// Founds an estate.
    0x0101 "genesis" set_up::genesis::{Genesis};
    /// Gives a person an office until a date.
    0x0102 "grant" set_up::grant::{Grant, Reach, Role};
    /// Ends a grant before its day.
    0x0103 "revoke-grant" set_up::revoke_grant::{RevokeGrant};
    /// Publishes the settings that the owners adopted.
    0x0104 "bylaws" set_up::bylaws::{Bylaws} waits;
    /// Declares an organisation.
    0x0105 "org-unit" set_up::org_unit::{OrgUnit, OrgKind};
    /// One page of an owner roll.
    0x0106 "roll-page" set_up::roll_page::{RollPage, PartyRow, PersonRow, UnitKind, UnitRow};
    /// Closes a set of pages: from now on it is a roll.
    0x0107 "roll" set_up::roll::{Roll, ScopeRow} waits;
    /// Changes the newest roll where the register changed.
    0x0108 "roll-change" set_up::roll_change::{RollChange} waits;
    /// Publishes the public halves of enrolment codes.
    0x0109 "codes" set_up::codes::{Codes};
    /// Binds a device key to a person by a letter's code.
    0x010a "enrol" set_up::enrol::{Enrol, code_message};
    /// Binds a device key to a person at the desk, by two clerks.
    0x010b "enrol-in-person" set_up::enrol_in_person::{EnrolInPerson} waits;
    /// Adds a device of the author's.
    0x010c "add-device" set_up::add_device::{AddDevice};
    /// Retires a device.
    0x010d "revoke" set_up::revoke::{Revoke, RevokeReason} waits;
    /// Names who votes for a home.
    0x010e "representative" set_up::representative::{Representative} waits;
    /// Says who votes for a party in one vote, in writing.
    0x010f "proxy" set_up::proxy::{Proxy} waits;
    /// Stands behind an act of somebody else.
    0x0110 "confirm" set_up::confirm::{Confirm};
    /// Erases what the law lets be erased.
    0x0111 "erase" set_up::erase::{Erase, ErasureGround} waits;
    /// Asks for the evidence of a closed vote.
    0x0112 "access" set_up::access::{Access};
    /// Says where an organisation is found and rung.
    0x0115 "help-line" set_up::help_line::{HelpLine, HelpLineRecord, HelpText} waits;
    /// Says who decides as a council or a residents' meeting, by which rule set, about what, until when.
    0x0116 "charter" set_up::charter::{Charter, BodySort, CharterRecord} waits;
    /// Brings up a matter.
    0x0201 "raise" propose::raise::{Raise, Origin};
    /// Backs a matter, or takes the backing back.
    0x0202 "support" propose::support::{Support};
    /// Demands a vote on a matter for a home, takes that back, or hands the demand in.
    0x0203 "requisition" propose::requisition::{Requisition, Demand, FIFTH, HandedIn, Meter, RequisitionStep, Signature, demand_blobs, demand_mark};
    /// The host's answer to a matter.
    0x0204 "answer" propose::answer::{Answer, Action};
    /// Says for, against, neutral, or asks, about a matter.
    0x0301 "opinion" deliberate::opinion::{Opinion};
    /// Calls a council or a residents' meeting together about a matter.
    0x0303 "meeting" deliberate::meeting::{Meeting, MeetingRecord, MeetingStage, MinutesRecord, Purse, Said};
    /// Says what the organisation that was asked thinks of a matter.
    0x0304 "review" deliberate::review::{Review, ReviewOpinion, ReviewRecord};
    /// Hides what a resident said, leaves it as it is, or rules on an appeal.
    0x0305 "moderate" deliberate::moderate::{Moderate, Measure, measures};
    /// Reports what a resident said.
    0x0306 "report" deliberate::report::{Report};
    /// Asks another organisation to show hidden words again.
    0x0308 "appeal" deliberate::appeal::{Appeal};
    /// Asks another organisation to look at a matter before it is put to the vote.
    0x0309 "ask-review" deliberate::ask_review::{AskReview};
    /// Announces an agenda, at least the notice days before it opens.
    0x0401 "notice" decide::notice::{Notice, Mode};
    /// Says how a notice reached homes.
    0x0402 "delivery" decide::delivery::{Delivery, DeliveryGrade, DeliveryRecord, DeliveryRow, DeliverySlip, MOST_DELIVERIES} waits;
    /// Stands for an election, or no longer does.
    0x0403 "nominate" decide::nominate::{Nominate, Candidacy, CandidateCheck, CheckRow, CheckSource, option_of} waits;
    /// Opens a noticed agenda and freezes its roll.
    0x0404 "open" decide::open::{Open};
    /// Casts a party's ballot online.
    0x0405 "ballot" decide::ballot::{Ballot};
    /// Reads a ballot on paper; two readings alike count.
    0x0406 "paper" decide::paper::{Paper, PaperFlaw};
    /// Lists the sheets that were in the box.
    0x0407 "box" decide::ballot_box::{BallotBox, BoxRecord} waits;
    /// Takes ballots out of the count.
    0x0408 "void" decide::void::{Void, VoidGround, Voided} waits;
    /// Puts the end of a vote's window off for want of turnout.
    0x0409 "extend" decide::extend::{Extend, Extension};
    /// Takes a noticed vote back before its window begins.
    0x040a "withdraw" decide::withdraw::{Withdraw, Withdrawal};
    /// Ends the taking of ballots.
    0x040b "close" decide::close::{Close};
    /// States the counted totals.
    0x040c "tally" decide::tally::{Tally, ItemTally};
    /// Disputes an item of a result.
    0x040d "dispute" decide::dispute::{Dispute, DisputeGround, DisputeRecord, DisputeRuling};
    /// Rules on a dispute.
    0x040e "rule-dispute" decide::rule_dispute::{RuleDispute};
    /// Ends a vote.
    0x040f "final" decide::finality::{Final, Finality, ItemEnd, draft_end} waits;
    /// Tells that what a vote decided was annulled.
    0x0410 "annul" decide::annul::{Annul, Annulment} waits;
    /// A co-owner holds another's ballot, or lets it go.
    0x0411 "object" decide::object::{Object};
    /// Notes what a home that was drawn said of its ballot.
    0x0412 "roll-call" decide::roll_call::{RollCall, CallAnswer, CallFigures, CallHow, CallRecord, may_call};
    /// An owner denies a sheet that counts in place of their ballot.
    0x0413 "deny" decide::deny::{Deny};
    /// Enters the numbers by which the homes are drawn that a roll call asks.
    0x0414 "draw" decide::draw::{Draw, Drawn} waits;
    /// Puts those in office whom a vote elected.
    0x0416 "seat" decide::seat::{Seat, Seated, draft_seat, due_seat};
    /// Says at a meeting how one votes, that one is there, or that one keeps out.
    0x0417 "hand" decide::hand::{Hand, Mark};
    /// Writes down who was at a meeting, what was said, and what came of it.
    0x0418 "minutes" decide::minutes::{Minutes, MinutesRow};
    /// Stands behind the minutes of a meeting, or denies what they say of oneself.
    0x0419 "attest" decide::attest::{Attest};
    /// Gives somebody the work that a matter needs.
    0x0501 "dispatch" execute::dispatch::{Dispatch};
    /// Reports how far the work has come and what has been paid.
    0x0503 "progress" execute::progress::{Progress};
    /// Rating the work done, by an owner of the part concerned.
    0x0601 "rate" evaluate::rate::{Rate};
    /// Ends a matter and states its score.
    0x0602 "close-matter" evaluate::close_matter::{CloseMatter, Ending, RoundScore, Score};
    /// Publishes the ledgers of a period, line by line.
    0x0701 "disclosure" disclose::disclosure::{Disclosure, LedgerSums, LinePlace};
    /// Asks about a disclosure or one of its lines.
    0x0703 "ask" disclose::ask::{Ask};
    /// Answers such a question.
    0x0704 "reply" disclose::reply::{Reply};
}

pub(crate) mod blob_kinds {
    //! The blobs that entries name. Other crates find them in [`crate::blob`].

    use super::{DeliverySlip, HelpText};
    use crate::blob::{
        AgendaText, BallotOpening, MatterText, PersonName, Place, ProxyTerms, Rating, Spoken, UnitFacts,
        Words,
    };
    use crate::ledger::LedgerPage;

    crate::blob::table::blob_kinds! {
        /// A unit's area.
        0x0101 "unit" Unit of UnitFacts, Private up to MAX_RECORD;
        /// A unit's address.
        0x0102 "place" Place of Place, Private up to MAX_RECORD;
        /// A person's name and phone.
        0x0103 "person" Person of PersonName, Private up to MAX_RECORD;
        /// The consent text shown at enrolment.
        0x0104 "consent" Consent of Words, Official up to MAX_TEXT;
        /// Where an organisation is found and rung. Its telephone may be somebody's own.
        0x0106 "help-text" HelpText of HelpText, Public up to MAX_RECORD;
        /// What is asked for in a matter. Residents write it, and may have it erased.
        0x0201 "matter-text" MatterText of MatterText, Public up to MAX_RECORD;
        /// What somebody said, an answer, a report or a question.
        0x0202 "statement" Statement of Words, Public up to MAX_RECORD;
        /// An opinion.
        0x0301 "opinion" Opinion of Spoken, Public up to MAX_RECORD;
        /// Why somebody asks for their words to be shown again, for those who rule. It may say again what is hidden.
        0x0304 "appeal" Appeal of Words, Private up to MAX_RECORD;
        /// The words of an agenda.
        0x0401 "agenda-text" AgendaText of AgendaText, Official up to MAX_TEXT;
        /// The choices of a ballot, with the agenda and party as context.
        0x0402 "ballot" Ballot of BallotOpening, Private up to MAX_RECORD;
        /// The marks of a ballot on paper as they were read, with the agenda and party as context.
        0x0403 "paper-ballot" PaperBallot of BallotOpening, Private up to MAX_RECORD;
        /// What a proxy is told, with the notice and party as context.
        0x0405 "proxy-terms" ProxyTerms of ProxyTerms, Private up to MAX_RECORD;
        /// Why somebody disputes a result.
        0x0406 "dispute" Dispute of Words, Public up to MAX_RECORD;
        /// What shows that a notice reached a home, with the notice and party as context.
        0x0407 "delivery" Delivery of DeliverySlip, Private up to MAX_RECORD;
        /// The marks of a work, with the matter and person as context.
        0x0601 "rating" Rating of Rating, Private up to MAX_RECORD;
        /// Lines of a disclosure: accounts of everybody's money, which are never erased. Whoever writes them names nobody.
        0x0701 "ledger-page" LedgerPage of LedgerPage, Public up to MAX_TEXT;
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
