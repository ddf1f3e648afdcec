//! What waits for a second person, for everybody to see: a letter that waits in silence could be confirmed in silence.

use super::{CodeRecord, CodeStanding, CodesRecord, State};
use crate::course::{self, CourseStage, Subject};
use crate::id::{EntryId, PersonId};

/// An entry that a second person can confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// Which.
    pub entry: EntryId,
    /// Since when, in milliseconds since 1970.
    pub since_ms: u64,
    /// When it lapses, in milliseconds since 1970; none if it is in force already, and only one person stands behind it.
    pub lapses_ms: Option<u64>,
    /// How many people it is about; 1 for what is not about people.
    pub people: usize,
}

impl State {
    /// Everything that waits at a moment, oldest first: proposals; letters that one person alone stands behind; devices whose
    /// persons have been given an office that waits.
    pub fn waiting_at(&self, now_ms: u64) -> Vec<Pending> {
        let proposals = self.proposals.iter().filter_map(|(entry, proposal)| {
            let waits = Subject::Proposal(proposal).stage(self, now_ms) == CourseStage::Proposed;
            let (since_ms, lapses_ms) = (proposal.proposed_ms, Some(proposal.lapses_ms()));
            waits.then_some(Pending { entry: *entry, since_ms, lapses_ms, people: 1 })
        });
        let letters = self.code_entries.iter().filter_map(|(entry, codes)| {
            let (stage, people) = course::letters(self, codes, entry, now_ms);
            let lapses_ms = (stage == CourseStage::LettersWait).then(|| codes.lapses_ms());
            (people > 0).then_some(Pending { entry: *entry, since_ms: codes.published_ms, lapses_ms, people })
        });
        let devices = self.key_entries.iter().filter_map(|(entry, device)| {
            let key = self.keys.get(device)?;
            let waits = Subject::Device(key).stage(self, now_ms) == CourseStage::OfficeWaits;
            waits.then_some(Pending { entry: *entry, since_ms: key.entered_ms, lapses_ms: None, people: 1 })
        });
        let mut waiting: Vec<_> = proposals.chain(letters).chain(devices).collect();
        waiting.sort_by_key(|waiting| (waiting.since_ms, waiting.entry));
        waiting
    }

    /// Until when a letter is of use, in milliseconds since 1970, exclusive: until it runs out, or, if it waits to be confirmed,
    /// until nobody can confirm it any more. One of two letters opens without.
    pub fn letter_until_ms(&self, code: &CodeRecord) -> u64 {
        let waits = code.standing == CodeStanding::Waiting && self.bylaws.letter_issuers == 1;
        let entry = self.code_entries.get(&code.entry).filter(|_| waits);
        let lapses_ms = entry.map_or(u64::MAX, CodesRecord::lapses_ms);
        code.expires_ms.min(lapses_ms)
    }

    /// Whether somebody has been given an office that waits until their key is confirmed.
    pub fn has_waiting_office(&self, person: &PersonId, now_ms: u64) -> bool {
        let grants = self.persons.get(person).into_iter().flat_map(|person| &person.grants);
        grants.into_iter().any(|grant| grant.waits && grant.may_come_into_force(now_ms))
    }
}
