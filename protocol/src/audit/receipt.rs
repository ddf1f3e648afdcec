//! A voter's receipt held against a record: whether the ballot is in it, and whether it counts.
//!
//! A receipt comes as a phone keeps it, with the proof that the ballot stood beneath a head which the log has signed; or as one phone
//! shows it to another and as it can be copied from paper, as a slip, with that head alone. Either shows whether the record is the one
//! whose head the voter was given. That the ballot stood beneath the head only the first proves: whoever copies a signed head can write
//! any number beside it.

use crate::checkpoint::Checkpoint;
use crate::id::{AgendaId, EntryId, PartyId};
use crate::log::Log;
use crate::slip::Slip;
use crate::state::{Agenda, AgendaVoters, LoggedBallot, State};
use crate::strict_json;
use crate::wire::Receipt;

/// What a receipt shows of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReceiptCheck {
    /// It is neither a receipt nor a slip.
    Unreadable,
    /// Its head was not signed by the key of this record's log, or does not hold what stands beside it: it shows nothing.
    Unsigned,
    /// The record ends before its head and does not have the ballot: it is an older one, or something was taken from its end. A file
    /// that was made before the log went on is no lie, and everybody can fetch a newer head.
    Older {
        /// How many entries the log had by the receipt.
        size: u64,
    },
    /// The log's key has signed its head and this record, and they are of two histories: the entries beneath the head are not
    /// those of the record, or the record has another entry where the receipt proves the ballot.
    OtherHistory {
        /// How many entries the log had by the receipt.
        size: u64,
    },
    /// The record is the one whose head it names, and has no ballot of that number: it is of something else, or was copied wrong.
    NoSuchBallot,
    /// The record has the ballot.
    Found {
        /// The vote.
        agenda: AgendaId,
        /// The home.
        party: PartyId,
        /// Its place in the log, from 0.
        index: u64,
        /// What became of it.
        standing: ReceiptStanding,
    },
}

/// What became of a ballot that a record has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReceiptStanding {
    /// It counts.
    Counted,
    /// Another ballot of the home counts in its place.
    Superseded {
        /// That one.
        by: EntryId,
    },
    /// It is left out of the totals, and so is the home.
    Voided {
        /// The entry that makes it void.
        by: EntryId,
    },
    /// No ballot of the home counts: this one waits for whoever is named to vote, or was refused or denied.
    NotCounted,
}

impl ReceiptCheck {
    /// Whether it shows that there are two records.
    pub const fn convicts(&self) -> bool {
        matches!(self, ReceiptCheck::OtherHistory { .. })
    }
}

/// Holds a receipt, as it was pasted or copied, against a record that was audited. What stands around a slip in an address, and breaks
/// and spaces within it, are passed over; so is in which case it was copied.
pub fn check_receipt(log: &Log, text: &str) -> ReceiptCheck {
    let state = log.state();
    let Some(estate) = state.estate() else { return ReceiptCheck::Unsigned };
    let (entry, head, proven) = if let Ok(receipt) = strict_json::read::<Receipt>(text.trim().as_bytes()) {
        match receipt.open(&estate.id, &estate.log_key) {
            Ok((head, proven)) => (proven.entry.id(), head, Some(proven)),
            Err(_) => return ReceiptCheck::Unsigned,
        }
    } else {
        let Some(slip) = slip_in(text) else { return ReceiptCheck::Unreadable };
        match Checkpoint::open(&slip.note(&estate.id, &estate.log_key), &estate.id, &estate.log_key) {
            Ok(head) => (slip.entry, head, None),
            Err(_) => return ReceiptCheck::Unsigned,
        }
    };
    let size = head.size;
    // What stands where a whole receipt proves the ballot is that ballot, in a record of any length.
    let elsewhere = proven
        .is_some_and(|proven| log.tree().leaf(proven.index).is_some_and(|leaf| leaf != proven.leaf_hash()));
    match log.tree().root_at(size) {
        Some(root) if root != head.root => ReceiptCheck::OtherHistory { size },
        _ if elsewhere => ReceiptCheck::OtherHistory { size },
        Some(_) => find(state, &entry, size).unwrap_or(ReceiptCheck::NoSuchBallot),
        None => find(state, &entry, size).unwrap_or(ReceiptCheck::Older { size }),
    }
}

/// The slip in what was pasted: an address, or the slip alone.
fn slip_in(text: &str) -> Option<Slip> {
    let text: String = text.chars().filter(|sign| !sign.is_whitespace()).collect::<String>().to_lowercase();
    let begins = text.rfind("seen.")?;
    Slip::read(text.get(begins..)?)
}

/// A ballot of that number that stood beneath the head, and what became of it.
fn find(state: &State, entry: &EntryId, size: u64) -> Option<ReceiptCheck> {
    let within = |agenda: &Agenda| {
        let mut ballots = agenda.ballots.iter();
        ballots.find(|(_, ballot)| ballot.entry == *entry).map(|(index, ballot)| (*index, ballot.party))
    };
    let mut agendas = state.agendas().filter_map(|(id, agenda)| Some((id, agenda, within(agenda)?)));
    let (id, agenda, (index, party)) = agendas.next()?;
    // A head beneath which it does not stand is no receipt for it.
    (index < size).then(|| ReceiptCheck::Found {
        agenda: *id,
        party,
        index,
        standing: standing(state, agenda, (index, &party)),
    })
}

fn standing(state: &State, agenda: &Agenda, (index, party): (u64, &PartyId)) -> ReceiptStanding {
    let Some(roll) = state.roll(&agenda.roll) else { return ReceiptStanding::NotCounted };
    let settled = agenda.book.settle(&AgendaVoters::on(state, agenda, roll));
    let stands = settled.standing.into_iter().find(|(home, _)| home == party).map(|(_, number)| number);
    let by = |number: u64| agenda.ballots.get(&number).map(|ballot: &LoggedBallot| ballot.entry);
    match stands {
        Some(number) if number == index => {
            let entry = agenda.ballots.get(&number).map(|ballot| ballot.entry);
            match entry.and_then(|entry| agenda.void_in_totals(&entry)) {
                Some(voided) => ReceiptStanding::Voided { by: voided.entry },
                None => ReceiptStanding::Counted,
            }
        }
        Some(number) => {
            by(number).map_or(ReceiptStanding::NotCounted, |by| ReceiptStanding::Superseded { by })
        }
        None => ReceiptStanding::NotCounted,
    }
}
