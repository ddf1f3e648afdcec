//! `ballot`: casts a party's ballot online.
//!
//! Whether it may is [`VoteBook::judge`](crate::count::VoteBook::judge)'s to say. What is refused is answered and not
//! logged; what is held (several owners, no representative yet) is logged and waits.

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed};
use crate::blob::{BallotOpening, BlobKind, ProxyTerms, ballot_context, terms_context};
use crate::body::{Item, Method};
use crate::count::{Cast, Channel, Ruling};
use crate::id::{AgendaId, BlobId, EntryId, PartyId, PublicKey};
use crate::rejection::{Code, Rejection, require};
use crate::state::{AgendaVoters, KeyHolder, LoggedBallot, State};
use crate::strict_json::Strict;

/// Casts a party's ballot online. The opening (the choices) comes as a blob of the same submission.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Ballot {
    /// On which agenda.
    pub agenda: AgendaId,
    /// The opening, a blob of kind `ballot` made for this agenda and party.
    pub blob: BlobId,
    /// For whom.
    pub party: PartyId,
    /// The party's ballot that stands now, if one does: "the last ballot counts" is the voter's word, not the server's.
    pub supersedes: Option<EntryId>,
}

impl Act for Ballot {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let person = placed.person().ok_or(Code::NotOnRoll)?;
        let agenda = state.held_agenda(&self.agenda)?;
        let roll = state.rolls.get(&agenda.roll).ok_or(Code::RollUnknown)?;
        placed.require_vouched(state)?;
        // An agent may have entered the manager's service since two clerks recorded them.
        let is_owner = roll.parties.get(&self.party).is_some_and(|party| party.persons.contains(&person));
        require(is_owner || !state.is_managers_staff(&person, placed.received_ms), Code::ProxyBarred)?;
        // `close` comes after the window, but the log's order is what is signed, so say it too.
        require(agenda.closed_ms.is_none(), Code::OutsideWindow)?;

        // The representative when it was cast; a later change does not undo what the earlier one cast.
        let named = state.represents(roll, &self.party);
        let cast = Cast {
            number: placed.index,
            at: placed.received_ms,
            party: self.party,
            by: roll.role(&self.party, person, named),
            channel: Channel::Online,
            valid: true,
            represented_by: named,
        };
        let judgement = agenda.book.judge(&AgendaVoters::on(state, agenda, roll), &cast);
        if let Ruling::Refused(code) = judgement.ruling {
            return Err(code.into());
        }
        let standing = agenda.standing_ballot(&self.party).map(|ballot| ballot.entry);
        if self.supersedes != standing {
            let stands = standing.map_or_else(|| "none stands".to_owned(), |entry| format!("{entry} stands"));
            return Err(Rejection::with(Code::StaleSupersession, stands));
        }

        // The first ballot of a home is no change of mind. Where somebody holds ballots, what stands may be taken away again, so
        // that each counts.
        let is_first = matches!(judgement.ruling, Ruling::Accepted { .. })
            && standing.is_none()
            && !agenda.book.has_objections();
        let once_more =
            if is_first { None } else { Some(placed.one_more_ballot(state, &self.agenda, &self.party)?) };
        let (agenda, number) = (self.agenda, placed.index);
        let (entry, key) = (placed.id, placed.author);
        let ballot = LoggedBallot { entry, blob: self.blob, key: Some(key), party: self.party, paper: None };
        Ok(Change::new(move |state| {
            if let Some(once_more) = once_more {
                once_more.note(state);
            }
            if let Some(agenda) = state.agendas.get_mut(&agenda) {
                agenda.book.record(cast, judgement);
                agenda.ballots.insert(number, ballot);
            }
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.blob]
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let state = shown.state;
        let agenda = state.agendas.get(&self.agenda).ok_or(Code::AgendaUnknown)?;
        let notice = state.notices.get(&agenda.notice).ok_or(Code::NoticeUnknown)?;
        let context = ballot_context(&self.agenda, &self.party);
        let opening = shown.read::<BallotOpening>(&self.blob, BlobKind::Ballot, &context)?;
        let Some(opening) = opening else { return Ok(()) };
        check_choice(&notice.body.items, &opening)?;
        // Whoever was told what to mark marks that (Shanghai, rules on owners' meetings, art. 18).
        let Some(terms) = self.terms(state, Some(&shown.author)) else { return Ok(()) };
        let context = terms_context(&agenda.notice, &self.party);
        let terms = shown.read::<ProxyTerms>(&terms, BlobKind::ProxyTerms, &context)?;
        require(terms.is_none_or(|terms| terms.let_through(&opening)), Code::ProxyDirected)
    }

    fn rests_on(&self, state: &State) -> Vec<BlobId> {
        self.terms(state, None).into_iter().collect()
    }
}

impl Ballot {
    /// The terms of the newest mandate of the party, if the holder of that key has it; whoever has it, without a key.
    fn terms(&self, state: &State, key: Option<&PublicKey>) -> Option<BlobId> {
        let agenda = state.agendas.get(&self.agenda)?;
        let newest = state.notices.get(&agenda.notice)?.mandates.get(&self.party)?.given.last()?;
        let casts = |key: &PublicKey| {
            state.keys.get(key).is_some_and(|key| key.holder == KeyHolder::Person(newest.proxy))
        };
        key.is_none_or(casts).then_some(newest.terms)
    }
}

/// Checks that an opening answers the items as their methods ask.
///
/// # Errors
/// `CHOICE_COUNT`, `CHOICE_ORDER`, `CHOICE_OUT_OF_RANGE`, `CHOICE_NOT_ONE`, `CHOICE_TOO_MANY`.
pub fn check_choice(items: &[Item], opening: &BallotOpening) -> Result<(), Rejection> {
    require(opening.choice.len() == items.len(), Code::ChoiceCount)?;
    items.iter().zip(&opening.choice).try_for_each(|(item, marks)| check_marks(item, marks))
}

/// Checks that marks answer an item as its method asks.
pub(crate) fn check_marks(item: &Item, marks: &[u32]) -> Result<(), Rejection> {
    require(marks.is_sorted_by(|left, right| left < right), Code::ChoiceOrder)?;
    let (options, at_most) = match item.method {
        Method::Resolution => (3, 1),
        Method::Election => (item.options.len(), usize::try_from(item.seats).unwrap_or(usize::MAX)),
    };
    let last = marks.last().map_or(Ok(0), |last| usize::try_from(*last));
    require(marks.is_empty() || last.is_ok_and(|last| last < options), Code::ChoiceOutOfRange)?;
    match item.method {
        Method::Resolution => require(marks.len() == at_most, Code::ChoiceNotOne),
        Method::Election => require(marks.len() <= at_most, Code::ChoiceTooMany),
    }
}
