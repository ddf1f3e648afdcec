//! Receipts of ballots, as this phone keeps them, and what becomes of one that is held against the record: its own, or what
//! another phone shows of one.

use yishi_protocol::body::{Ballot, Body};
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{EntryId, EstateId};
use yishi_protocol::log::LogEntry;
use yishi_protocol::slip::Slip;
use yishi_protocol::strict_json::{self, write_text};
use yishi_protocol::wire::Receipt;

use crate::proofs::history;
use crate::proofs::session::{Session, of_votes};
use crate::proofs::vault::{self, Shelf};
use crate::words::trouble::Trouble;

/// Keeps a ballot's receipt, in the place of the one that the same home had on the same vote.
pub(crate) async fn keep(estate: &EstateId, ballot: &Ballot, receipt: &Receipt) {
    let about = format!("{}.{}", ballot.agenda, ballot.party);
    // Where nothing is kept, the record still has the ballot.
    vault::put_on(estate, Shelf::Receipts, &about, &write_text(receipt)).await.unwrap_or_default();
}

/// A receipt that this phone keeps, proven by itself.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct KeptReceipt {
    /// Where the ballot stands in the record, from 0, and when it was received.
    pub(crate) entry: EntryId,
    pub(crate) index: u64,
    pub(crate) received_ms: u64,
    pub(crate) ballot: Ballot,
    /// All of it, for whoever has to be convinced.
    pub(crate) text: String,
    slip: Slip,
}

impl KeptReceipt {
    fn of(session: &Session, text: String) -> Result<Self, Trouble> {
        let receipt: Receipt = strict_json::read(text.as_bytes())?;
        let log = (&session.estate, &session.log_key);
        let head = Checkpoint::open(&receipt.checkpoint, log.0, log.1)?;
        let LogEntry { index, received_ms, entry } = receipt.proven.open_reading(&head, of_votes)?;
        let id = entry.id();
        let slip = Slip::of(id, &receipt.checkpoint, log)?;
        let Body::Ballot(ballot) = entry.into_body() else { return Err(Trouble::Outdated) };
        Ok(Self { entry: id, index, received_ms, ballot, text, slip })
    }
}

/// All that this phone keeps, the newest vote last.
pub(crate) async fn kept(session: &Session) -> Vec<KeptReceipt> {
    of_shelf(session, Shelf::Receipts).await
}

/// Those of ballots that only a history had which was left.
pub(crate) async fn missing(session: &Session) -> Vec<KeptReceipt> {
    of_shelf(session, Shelf::Missing).await
}

async fn of_shelf(session: &Session, shelf: Shelf) -> Vec<KeptReceipt> {
    let texts = vault::shelf(&session.estate, shelf).await.unwrap_or_default();
    texts.into_iter().filter_map(|text| KeptReceipt::of(session, text).ok()).collect()
}

/// What a slip turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The record has the ballot: where, from 0, and since when.
    Found { index: u64, received_ms: u64 },
    /// The record is the same one, but the server does not give the ballot.
    Missing,
    /// It is no receipt of this record.
    Foreign,
    /// It is of a record that was left, and the one that goes on does not have the ballot.
    Lost,
}

/// A slip that was held against the record as this phone is shown it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Checked {
    pub(crate) slip: Slip,
    pub(crate) verdict: Verdict,
    /// All of the receipt, if this phone keeps it.
    pub(crate) text: Option<String>,
}

/// Holds a slip against the record.
///
/// # Errors
/// [`Trouble::Split`] with both notes, if its head is of another history than this phone is shown.
pub(crate) async fn check(session: &mut Session, slip: Slip) -> Result<Checked, Trouble> {
    let note = slip.note(&session.estate, &session.log_key);
    let verdict = match Checkpoint::open(&note, &session.estate, &session.log_key) {
        Ok(head) => {
            history::adds_to(session, &note, &head).await?;
            find(session, &slip).await?
        }
        Err(_) => Verdict::Foreign,
    };
    Ok(Checked { slip, verdict, text: None })
}

/// An entry as the record has it, proven; none if the server does not give it.
///
/// # Errors
/// If it gives another one, or nothing that holds.
pub(super) async fn given(session: &mut Session, id: EntryId) -> Result<Option<LogEntry>, Trouble> {
    let asked: Result<Receipt, Trouble> = session.fetch(&format!("/entries/{id}")).await;
    let receipt = match asked {
        Err(Trouble::Refused(_)) => return Ok(None),
        receipt => receipt?,
    };
    let head = session.check(&receipt.checkpoint)?;
    let entry = receipt.proven.open_reading(&head, of_votes)?;
    Ok(Some(entry).filter(|entry| entry.entry.id() == id))
}

async fn find(session: &mut Session, slip: &Slip) -> Result<Verdict, Trouble> {
    let Some(LogEntry { index, received_ms, entry }) = given(session, slip.entry).await? else {
        return Ok(Verdict::Missing);
    };
    // A head beneath which the entry does not stand proved nothing of it.
    let proven = index < slip.size && matches!(entry.body(), Body::Ballot(_));
    Ok(if proven { Verdict::Found { index, received_ms } } else { Verdict::Foreign })
}

/// A receipt of a record that was left: whether the one that goes on has its ballot by now, since it may have been handed in.
async fn check_missing(session: &mut Session, kept: KeptReceipt) -> Result<Checked, Trouble> {
    let verdict = match given(session, kept.entry).await? {
        Some(LogEntry { index, received_ms, .. }) => Verdict::Found { index, received_ms },
        None => Verdict::Lost,
    };
    Ok(Checked { slip: kept.slip, verdict, text: Some(kept.text) })
}

/// Holds a ballot's own receipt against the record: the one that this phone keeps or, where another one signed, the server's.
///
/// # Errors
/// See [`check`].
pub(crate) async fn check_own(session: &mut Session, entry: EntryId) -> Result<Checked, Trouble> {
    if let Some(kept) = missing(session).await.into_iter().find(|kept| kept.entry == entry) {
        return check_missing(session, kept).await;
    }
    let kept = kept(session).await.into_iter().find(|kept| kept.entry == entry);
    let kept = if let Some(kept) = kept {
        kept
    } else {
        let receipt: Receipt = session.fetch(&format!("/entries/{entry}")).await?;
        KeptReceipt::of(session, write_text(&receipt))?
    };
    let checked = check(session, kept.slip).await?;
    Ok(Checked { text: Some(kept.text), ..checked })
}
