//! What waits for a second person, for everybody to see: a letter that waits in silence could be confirmed in silence.

use super::{Code, CodeStanding, KeyHolder, State, WAITS_MS, Way};
use crate::id::{EntryId, PersonId};

/// An entry that a second person can confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
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
    pub fn waiting_at(&self, now_ms: u64) -> Vec<Waiting> {
        let proposals = self.proposals.iter().filter(|(_, proposal)| proposal.waits_at(now_ms));
        let proposals = proposals.map(|(entry, proposal)| Waiting {
            entry: *entry,
            since_ms: proposal.proposed_ms,
            lapses_ms: Some(proposal.lapses_ms()),
            people: 1,
        });
        let letters = self.code_entries.keys().filter_map(|entry| self.waiting_letters(entry, now_ms));
        let devices = self.key_entries.iter().filter_map(|(entry, device)| {
            let key = self.keys.get(device).filter(|key| !key.revoked)?;
            let KeyHolder::Person(person) = key.holder else { return None };
            let waits = self.has_waiting_office(&person, now_ms);
            waits.then_some(Waiting { entry: *entry, since_ms: key.entered_ms, lapses_ms: None, people: 1 })
        });
        let mut waiting: Vec<_> = proposals.chain(letters).chain(devices).collect();
        waiting.sort_by_key(|waiting| (waiting.since_ms, waiting.entry));
        waiting
    }

    /// The letters of an entry that wait, or else those that nobody but their issuer stands behind.
    fn waiting_letters(&self, entry: &EntryId, now_ms: u64) -> Option<Waiting> {
        let codes = self.code_entries.get(entry)?;
        let code = |person| self.persons.get(person)?.codes.iter().find(|code| code.entry == *entry);
        let standing = |standing: CodeStanding| {
            let mut of_entry = codes.rows.iter().filter_map(|(person, _)| code(person));
            let count = of_entry.by_ref().filter(|code| code.standing == standing);
            count.filter(|code| standing != CodeStanding::InForce || now_ms < code.expires_ms).count()
        };
        let lapses_ms = codes.published_ms.saturating_add(WAITS_MS);
        let waiting = if now_ms < lapses_ms { standing(CodeStanding::Waiting) } else { 0 };
        if waiting > 0 {
            let lapses_ms = Some(lapses_ms);
            return Some(Waiting { entry: *entry, since_ms: codes.published_ms, lapses_ms, people: waiting });
        }
        // A letter that was used waits only while its phone does: one that two persons stand behind needs nobody more.
        let used = codes.rows.iter().filter(|(person, _)| self.has_phone_alone(person, entry)).count();
        let alone = standing(CodeStanding::InForce).saturating_add(used);
        let (lapses_ms, people) = (None, alone);
        let waits = codes.confirmed_by.is_empty() && self.bylaws.letter_issuers == 1 && alone > 0;
        waits.then_some(Waiting { entry: *entry, since_ms: codes.published_ms, lapses_ms, people })
    }

    /// Whether a phone that came in by the letters of an entry still signs and has one person behind it.
    fn has_phone_alone(&self, person: &PersonId, entry: &EntryId) -> bool {
        let keys = self.persons.get(person).into_iter().flat_map(|person| &person.keys);
        keys.filter_map(|key| self.keys.get(key)).any(|key| {
            let came_by_it = matches!(&key.way, Way::Letters(entries) if entries.contains(entry));
            came_by_it && !key.revoked && !key.is_vouched()
        })
    }

    /// Until when a letter is of use, in milliseconds since 1970, exclusive: until it runs out, or, if it waits to be confirmed,
    /// until nobody can confirm it any more. One of two letters opens without.
    pub fn letter_until_ms(&self, code: &Code) -> u64 {
        let waits = code.standing == CodeStanding::Waiting && self.bylaws.letter_issuers == 1;
        let entry = self.code_entries.get(&code.entry).filter(|_| waits);
        let lapses_ms = entry.map_or(u64::MAX, |codes| codes.published_ms.saturating_add(WAITS_MS));
        code.expires_ms.min(lapses_ms)
    }

    /// Whether somebody has been given an office that waits until their key is confirmed.
    pub fn has_waiting_office(&self, person: &PersonId, now_ms: u64) -> bool {
        let grants = self.persons.get(person).into_iter().flat_map(|person| &person.grants);
        grants.into_iter().any(|grant| grant.waits && grant.may_come_into_force(now_ms))
    }
}
