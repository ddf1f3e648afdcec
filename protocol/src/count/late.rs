//! Late keys: ballots whose key was let in, or got its second person, after the vote was noticed.
//!
//! Whoever lets people in could let in voters while a vote runs, so every result says how many ballots came from such keys
//! and who issued them. A device that its person's other device added is as late as that one: so nobody hides a late key behind
//! a second device.

use std::collections::BTreeMap;

use crate::id::{AgendaId, PublicKey};
use crate::rejection::{Code, Rejection};
use crate::state::{Actor, KeyRecord, State, Way};

/// The late keys of a vote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LateKeys {
    /// How many parties' standing ballots were signed with one, as far as the door knows.
    pub ballots: u64,
    /// Who issued the letters or took the devices at the desk, and for how many of these ballots. A letter of two issuers
    /// counts for both.
    pub issuers: BTreeMap<Actor, u64>,
}

/// Finds the late keys of a vote.
///
/// # Errors
/// `AGENDA_UNKNOWN`.
pub fn late_keys(state: &State, agenda: &AgendaId) -> Result<LateKeys, Rejection> {
    let agenda = state.agendas.get(agenda).ok_or(Code::AgendaUnknown)?;
    let noticed_ms = state.notices.get(&agenda.notice).ok_or(Code::NoticeUnknown)?.received_ms;
    let mut late = LateKeys::default();
    for number in agenda.book.all_standing() {
        let key = agenda.ballots.get(&number).and_then(|ballot| let_in(state, &ballot.key));
        let Some(key) = key.filter(|key| key.vouched_ms.unwrap_or(key.entered_ms) >= noticed_ms) else {
            continue;
        };
        let issuers = issuers(state, key);
        late.ballots = late.ballots.saturating_add(u64::from(!issuers.is_empty()));
        for issuer in issuers {
            let count = late.issuers.entry(issuer).or_default();
            *count = count.saturating_add(1);
        }
    }
    Ok(late)
}

/// The key by which a device's person was let in: its own, or the one from which it descends.
fn let_in<'a>(state: &'a State, device: &PublicKey) -> Option<&'a KeyRecord> {
    let mut key = state.keys.get(device)?;
    // A device enters after the one that added it, so the way back ends.
    while let Way::Device(earlier) = &key.way {
        key = state.keys.get(earlier)?;
    }
    Some(key)
}

/// Who let a key in.
fn issuers(state: &State, key: &KeyRecord) -> Vec<Actor> {
    match &key.way {
        Way::Founding | Way::Device(_) => Vec::new(),
        Way::InPerson(clerk) => vec![*clerk],
        Way::Letters(entries) => {
            entries.iter().filter_map(|entry| Some(state.code_entries.get(entry)?.by)).collect()
        }
    }
}
