//! Written mandates: who votes for a party in one vote, because its owner said so.
//!
//! They stand with the notice, so that one can be given as soon as the vote is announced, and end with it. What is taken back is
//! kept: a ballot that was cast while the mandate was in force stands, also where all casts are judged again.

use super::{Naming, NoticeRecord, Roll, State};
use crate::count::{By, Cast};
use crate::id::{BlobId, EntryId, PartyId, PersonId, PublicKey};
use crate::strict_json::Strict;

/// A place in the order in which casts are judged: a time in milliseconds since 1970, then a place in the log.
pub type CastAt = (u64, u64);

/// A mandate.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct MandateRecord {
    /// The entry that gave it.
    pub entry: EntryId,
    /// Since when it is in force.
    pub since: CastAt,
    /// Who votes.
    pub proxy: PersonId,
    /// The owner who gave it with which key; none where two clerks recorded it from a paper.
    pub by: Option<(PersonId, PublicKey)>,
    /// What the proxy was told, a blob of kind `proxy-terms`.
    pub terms: BlobId,
    /// Until when it was given, exclusive, in milliseconds since 1970; none for as long as the vote goes on.
    pub until_ms: Option<u64>,
    /// When it was taken back, or another one took its place.
    pub ended: Option<CastAt>,
}

impl MandateRecord {
    /// Whether it is in force at a moment, as far as it says so itself.
    pub fn is_in_force(&self, at: CastAt) -> bool {
        self.since <= at
            && self.ended.is_none_or(|ended| at < ended)
            && self.until_ms.is_none_or(|until_ms| at.0 < until_ms)
    }
}

/// The mandates of one party in one vote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Mandates {
    /// In log order. At most one is in force at a time.
    pub given: Vec<MandateRecord>,
    /// Whether an owner has given or taken back one with their own phone: from then on no paper does either.
    pub own_word: bool,
}

impl Mandates {
    /// The mandate in force at a moment, if its giver could give it then: `named` represents a party of several owners.
    pub fn at(&self, at: CastAt, (several, named): (bool, Option<PersonId>)) -> Option<&MandateRecord> {
        let holds = |record: &&MandateRecord| match record.by {
            // Who represents a home no more has nothing of it to hand on.
            Some((giver, _)) if several => named == Some(giver),
            _ => true,
        };
        self.given.iter().rev().find(|record| record.is_in_force(at)).filter(holds)
    }

    /// Notes one, in place of the one that is in force; none takes it back.
    pub(crate) fn say(&mut self, at: CastAt, own: bool, given: Option<MandateRecord>) {
        for earlier in self.given.iter_mut().filter(|earlier| earlier.ended.is_none()) {
            earlier.ended = Some(at);
        }
        self.given.extend(given);
        self.own_word |= own;
    }
}

impl NoticeRecord {
    /// The mandate by which a ballot was cast; none if it was no proxy's.
    pub fn mandate_of(&self, roll: &Roll, cast: &Cast<PartyId, PersonId>) -> Option<&MandateRecord> {
        let By::Proxy(proxy) = &cast.by else { return None };
        let owners = (roll.is_joint(&cast.party), cast.represented_by);
        let found = self.mandates.get(&cast.party)?.at((cast.at, cast.number), owners)?;
        (found.proxy == *proxy).then_some(found)
    }
}

impl State {
    /// Who represents a party now: by what was named, else by the column of that roll.
    pub fn represents(&self, roll: &Roll, party: &PartyId) -> Option<PersonId> {
        let listed = roll.parties.get(party).and_then(|party| party.representative);
        self.namings.get(party).map_or(listed, Naming::now)
    }

    /// The mandate of a party in a vote that the next entry would find in force at a time, in milliseconds since 1970.
    pub fn mandate<'a>(
        &self,
        notice: &'a NoticeRecord,
        party: &PartyId,
        now_ms: u64,
    ) -> Option<&'a MandateRecord> {
        let roll = self.rolls.get(&notice.body.roll)?;
        let owners = (roll.is_joint(party), self.represents(roll, party));
        notice.mandates.get(party)?.at((now_ms, self.size), owners)
    }

    /// The parties for which a person could cast a ballot in a vote at a time, in milliseconds since 1970, by a mandate in force.
    pub fn mandates_held<'a>(
        &'a self,
        notice: &'a NoticeRecord,
        person: &'a PersonId,
        now_ms: u64,
    ) -> impl Iterator<Item = (&'a PartyId, &'a MandateRecord)> {
        let in_force = move |party: &'a PartyId| Some((party, self.mandate(notice, party, now_ms)?));
        let held = notice.mandates.keys().filter_map(in_force);
        held.filter(move |(_, mandate)| mandate.proxy == *person)
    }
}
