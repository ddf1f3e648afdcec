//! `proxy`: an owner's written mandate, by which somebody else casts the ballot of a home in one vote; or the end of one.
//!
//! It names the notice, so that it can be given as soon as a vote is announced, and ends with that vote. From a paper two clerks
//! record it, for an owner without a phone; what an owner has said with a phone no paper changes.

use crate::acts::decide::ballot::check_marks;
use crate::acts::{Act, Waits};
use crate::admit::{Shown, is_said};
use crate::apply::often::Often;
use crate::apply::second::{Second, propose};
use crate::apply::{At, Change, Placed};
use crate::blob::{BlobKind, ProxyTerms, terms_context};
use crate::body::Capability;
use crate::count::Voters;
use crate::id::{BlobId, Hash, NoticeId, PartyId, PersonId, PublicKey};
use crate::rejection::{Code, Rejection, require};
use crate::state::{AgendaVoters, MandateRecord, NoticeRecord, Party, Proposal, Roll, State};
use crate::strict_json::Strict;

/// Says who votes for a party in one vote, in writing; or takes that back.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Proxy {
    /// SHA-256 of the paper on which the owner said so, if a clerk records it.
    pub document: Option<Hash>,
    /// In which vote, by its notice.
    pub notice: NoticeId,
    /// For which party.
    pub party: PartyId,
    /// Who votes; none takes back what is in force.
    pub person: Option<PersonId>,
    /// What they are told, a blob of kind `proxy-terms` made for this notice and party; none where it is taken back.
    pub terms: Option<BlobId>,
    /// Until when, exclusive, in milliseconds since 1970; none for as long as the vote goes on, however its end is put off.
    pub until_ms: Option<u64>,
}

/// A vote in which a party has a ballot.
struct InVote<'a> {
    notice: &'a NoticeRecord,
    roll: &'a Roll,
    party: &'a Party,
}

impl Act for Proxy {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        if self.document.is_some() {
            placed.require(state, Capability::Roll)?;
            // Nobody records that they were given something.
            require(self.person.is_none_or(|person| placed.person() != Some(person)), Code::OwnAct)?;
            drop(effect(state, &placed.at(), self)?);
            return propose(state, placed, self.clone());
        }
        let owner = placed.person().ok_or(Code::PersonOnly)?;
        let vote = self.vote(state, placed.received_ms)?;
        self.check_giver(state, &vote, (owner, placed.received_ms))?;
        placed.require_vouched(state)?;
        self.check_said(state, &vote, placed.received_ms)?;
        let once_more = match self.person {
            Some(_) => Some(placed.once_more(state, &owner, (Often::Mandate, &self.about()))?),
            None => None,
        };
        let note = self.noted(&placed.at(), Some((owner, placed.author)));
        Ok(Change::new(move |state| {
            if let Some(once_more) = once_more {
                once_more.note(state);
            }
            note.carry_out(state);
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        self.terms.into_iter().collect()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let notice = shown.state.notices.get(&self.notice).ok_or(Code::NoticeUnknown)?;
        let Some(terms) = &self.terms else { return Ok(()) };
        let context = terms_context(&self.notice, &self.party);
        let Some(said) = shown.read::<ProxyTerms>(terms, BlobKind::ProxyTerms, &context)? else {
            return Ok(());
        };
        require(said.choice.len() == notice.body.items.len(), Code::ChoiceCount)?;
        for (item, told) in notice.body.items.iter().zip(&said.choice) {
            told.as_ref().map_or(Ok(()), |marks| check_marks(item, marks))?;
        }
        require(said.words.as_ref().is_none_or(is_said), Code::WordsMissing)
    }
}

impl Waits for Proxy {
    const AUTHOR_HOLDS: Capability = Capability::Roll;

    fn in_words(&self) -> String {
        "a written mandate to vote for a home, recorded from paper".to_owned()
    }

    fn check_second(&self, second: &Second<'_>) -> Result<(), Rejection> {
        self.person.map_or(Ok(()), |person| second.is_not(&person))
    }

    fn effect(&self, state: &State, at: &At, _proposal: &Proposal) -> Result<Change, Rejection> {
        effect(state, at, self)
    }
}

/// What a record does once a second clerk has confirmed it.
fn effect(state: &State, at: &At, body: &Proxy) -> Result<Change, Rejection> {
    let vote = body.vote(state, at.received_ms)?;
    let own_word = vote.notice.mandates.get(&body.party).is_some_and(|mandates| mandates.own_word);
    require(!own_word, Code::ProxyOwnWord)?;
    require(body.document != Some(Hash::ZERO), Code::ProxyInvalid)?;
    body.check_said(state, &vote, at.received_ms)?;
    Ok(body.noted(at, None))
}

impl Proxy {
    /// The vote, if it is still to come or goes on and the party has a ballot in it.
    fn vote<'a>(&self, state: &'a State, at_ms: u64) -> Result<InVote<'a>, Rejection> {
        let notice = state.notices.get(&self.notice).ok_or(Code::NoticeUnknown)?;
        require(notice.withdrawn.is_none(), Code::VoteWithdrawn)?;
        require(notice.is_to_come(at_ms), Code::OutsideWindow)?;
        let roll = state.rolls.get(&notice.body.roll).ok_or(Code::RollUnknown)?;
        let voters = AgendaVoters::in_scope(roll, notice.body.scope, notice.bylaws.parking_counts);
        require(voters.voter(&self.party).is_some(), Code::NotOnRoll)?;
        let party = roll.parties.get(&self.party).ok_or(Code::NotOnRoll)?;
        Ok(InVote { notice, roll, party })
    }

    /// That whoever signs may speak for the party: its only owner, or whoever of several was named.
    fn check_giver(
        &self,
        state: &State,
        vote: &InVote<'_>,
        (author, at_ms): (PersonId, u64),
    ) -> Result<(), Rejection> {
        let named = state.represents(vote.roll, &self.party);
        if !vote.party.persons.contains(&author) {
            let mandate = state.mandate(vote.notice, &self.party, at_ms);
            let acts = named == Some(author) || mandate.is_some_and(|mandate| mandate.proxy == author);
            return Err(if acts { Code::ProxyOfProxy } else { Code::NotOnRoll }.into());
        }
        require(vote.party.persons.len() == 1 || named == Some(author), Code::ProxyGiver)
    }

    /// That what is said can be so.
    fn check_said(&self, state: &State, vote: &InVote<'_>, at_ms: u64) -> Result<(), Rejection> {
        let Some(person) = &self.person else {
            let bare = self.terms.is_none() && self.until_ms.is_none();
            let in_force = state.mandate(vote.notice, &self.party, at_ms).is_some();
            return require(bare && in_force, Code::ProxyInvalid);
        };
        let closes_ms = vote.notice.closes_ms();
        let in_time = self.until_ms.is_none_or(|until_ms| at_ms < until_ms && until_ms <= closes_ms);
        let outside = !vote.party.persons.contains(person);
        require(self.terms.is_some() && in_time && outside, Code::ProxyInvalid)?;
        // Whoever can cast a ballot has come in by a letter or at the desk. They need own nothing here (PMR 12).
        require(state.persons.contains_key(person), Code::PersonUnknown)?;
        require(!state.is_managers_staff(person, at_ms), Code::ProxyBarred)
    }

    /// What giving one again is counted by.
    fn about(&self) -> Vec<u8> {
        [self.notice.as_bytes().as_slice(), self.party.as_bytes()].concat()
    }

    /// Notes it with the vote; `by` is the owner who said it and the key that signed, none from a paper.
    fn noted(&self, at: &At, by: Option<(PersonId, PublicKey)>) -> Change {
        let since = (at.received_ms, at.index);
        let given = self.person.zip(self.terms).map(|(proxy, terms)| MandateRecord {
            entry: at.entry,
            since,
            proxy,
            by,
            terms,
            until_ms: self.until_ms,
            ended: None,
        });
        let (notice, party) = (self.notice, self.party);
        Change::new(move |state| {
            if let Some(notice) = state.notices.get_mut(&notice) {
                notice.mandates.change(party, |mandates| mandates.say(since, by.is_some(), given));
            }
        })
    }
}
