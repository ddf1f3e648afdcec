//! Sheets of paper: those that count for the reader's homes, and the one whose stub somebody holds. What entries say is proven; what
//! became of a sheet is the server's word.

use crate::body::{Body, Paper};
use crate::id::{AgendaId, PartyId};
use crate::rejection::{Code, Rejection, require};
use crate::view::{Opened, OwnSheet, OwnSheets, SheetView};

/// A sheet that is in the count for a home of the reader's.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnPaper {
    /// When the reading that put it in the count was received, in milliseconds since 1970.
    pub keyed_ms: u64,
    /// When it was handed over, as the clerks say, in milliseconds since 1970.
    pub taken_ms: u64,
    /// For which home.
    pub party: PartyId,
    /// Whether somebody helped to fill it in.
    pub assisted: bool,
    /// The rest.
    pub view: OwnSheet,
}

impl OwnPaper {
    /// The sheets of an answer, in the order of the log. That their homes are the reader's is the server's word.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if an entry is no reading of that sheet of that vote, or they are out of order; those of
    /// [`Opened::entry`].
    pub fn all(opened: &Opened<'_>, view: OwnSheets) -> Result<Vec<Self>, Rejection> {
        let mut sheets = Vec::new();
        let mut before = None;
        for view in view.sheets {
            let entry = opened.entry(&view.entry)?;
            let (index, keyed_ms) = (entry.index, entry.received_ms);
            let body = reading(entry.entry.into_body(), (&view.agenda, view.sheet))?;
            require(before.replace(index) < Some(index), Code::AnswerMismatch)?;
            let (taken_ms, party, assisted) = (body.taken_ms, body.party, body.assisted.is_some());
            sheets.push(Self { keyed_ms, taken_ms, party, assisted, view });
        }
        Ok(sheets)
    }
}

/// A sheet whose stub somebody holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stub {
    /// When the reading that put it in the count was received, in milliseconds since 1970; none while no entry is shown.
    pub keyed_ms: Option<u64>,
    /// The rest.
    pub view: SheetView,
}

impl Stub {
    /// The sheet of a vote that was asked for.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if it is another one's, or the entry is no reading of it; those of [`Opened::entry`].
    pub fn of(opened: &Opened<'_>, view: SheetView, of: (&AgendaId, u32)) -> Result<Self, Rejection> {
        require((&view.agenda, view.sheet) == of, Code::AnswerMismatch)?;
        let mut keyed_ms = None;
        if let Some(entry) = &view.entry {
            let entry = opened.entry(entry)?;
            keyed_ms = Some(entry.received_ms);
            reading(entry.entry.into_body(), of)?;
        }
        Ok(Self { keyed_ms, view })
    }
}

/// A reading of that sheet of that vote.
fn reading(body: Body, of: (&AgendaId, u32)) -> Result<Paper, Rejection> {
    let Body::Paper(body) = body else { return Err(Code::AnswerMismatch.into()) };
    require((&body.agenda, body.sheet) == of, Code::AnswerMismatch)?;
    Ok(body)
}
