//! Who votes for a home: what its owners have named, and what a roll or two clerks have recorded.

use super::Map;
use crate::id::PersonId;
use crate::strict_json::Strict;

/// The namings of one party.
///
/// A record (of the roll's column, or of two clerks from a document) speaks for every owner who has not named anybody since;
/// somebody represents the party while all of its owners' words are the same. So a co-owner whose agreement was only claimed
/// ends the claim by one word of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Naming {
    /// Whom the newest record names.
    recorded: Option<PersonId>,
    /// Whom documents named, and since when, in milliseconds since 1970; the last of them is the newest record, which
    /// may so name somebody who is no owner.
    documents: Vec<(u64, PersonId)>,
    /// What owners have said since that record.
    by_owner: Map<PersonId, PersonId>,
    /// Who has represented the party since when, in milliseconds since 1970.
    since: Vec<(u64, Option<PersonId>)>,
}

impl Naming {
    /// Notes a record: one from a document begins anew; a roll's column speaks for those only who have said nothing, and does not
    /// take the place of a document's.
    pub(crate) fn record(&mut self, person: PersonId, by_document: bool, owners: &[PersonId], at_ms: u64) {
        if by_document {
            self.by_owner.clear();
            self.documents.push((at_ms, person));
        } else if !self.documents.is_empty() {
            // A paper that two clerks have seen is more than a column.
            return;
        }
        self.recorded = Some(person);
        self.since.push((at_ms, self.agreed(owners)));
    }

    /// The one whom all owners name.
    fn agreed(&self, owners: &[PersonId]) -> Option<PersonId> {
        let first = owners.first().and_then(|owner| self.word_of(owner));
        first.filter(|first| owners.iter().all(|owner| self.word_of(owner) == Some(*first)))
    }

    /// Notes an owner's word. `owners` are all owners of the party.
    pub(crate) fn say(&mut self, owner: PersonId, person: PersonId, owners: &[PersonId], at_ms: u64) {
        self.by_owner.insert(owner, person);
        self.since.push((at_ms, self.agreed(owners)));
    }

    /// Who represents the party by what was named before a moment.
    pub fn before(&self, moment_ms: u64) -> Option<PersonId> {
        self.since.iter().rev().find(|(at_ms, _)| *at_ms < moment_ms).and_then(|(_, person)| *person)
    }

    /// Who represents the party now.
    pub fn now(&self) -> Option<PersonId> {
        self.since.last().and_then(|(_, person)| *person)
    }

    /// Whom an owner has named, or a record for them.
    pub fn word_of(&self, owner: &PersonId) -> Option<PersonId> {
        self.by_owner.get(owner).copied().or(self.recorded)
    }

    /// Whether an owner has said so with their own phone since the newest record.
    pub fn has_said(&self, owner: &PersonId) -> bool {
        self.by_owner.contains_key(owner)
    }

    /// Whether whoever represents the party now was recorded from a document.
    pub fn rests_on_document(&self) -> bool {
        !self.documents.is_empty() && self.now().is_some() && self.now() == self.recorded
    }

    /// Whether a document that was recorded at a moment or later named somebody.
    pub fn was_recorded_since(&self, moment_ms: u64, person: &PersonId) -> bool {
        self.documents.iter().any(|(at_ms, named)| *at_ms >= moment_ms && named == person)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_represents_a_home_while_all_its_owners_say_the_same() {
        let [ann, bob, eve] = [1, 2, 3].map(|byte| PersonId::from_bytes([byte; 16]));
        let owners = [ann, bob];
        let mut naming = Naming::default();
        naming.say(ann, ann, &owners, 10);
        assert_eq!(naming.now(), None);
        naming.say(bob, ann, &owners, 20);
        assert_eq!((naming.now(), naming.before(20), naming.before(21)), (Some(ann), None, Some(ann)));
        naming.say(bob, bob, &owners, 30);
        assert_eq!((naming.now(), naming.before(30)), (None, Some(ann)));
        // Two clerks record a guardian; one owner's own word ends it, both bring somebody else.
        naming.record(eve, true, &owners, 40);
        assert!(naming.now() == Some(eve) && naming.rests_on_document());
        naming.say(bob, bob, &owners, 50);
        assert_eq!((naming.now(), naming.word_of(&ann)), (None, Some(eve)));
        naming.say(ann, bob, &owners, 60);
        assert!(naming.now() == Some(bob) && !naming.rests_on_document());
        // The column of a later roll, perhaps of an old file, does not overrule what both have said.
        naming.record(ann, false, &owners, 70);
        assert_eq!(naming.now(), Some(bob));
        // Nor a document.
        naming.record(eve, true, &owners, 80);
        naming.record(ann, false, &owners, 90);
        assert!(naming.now() == Some(eve) && naming.rests_on_document());
    }
}
