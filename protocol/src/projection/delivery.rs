//! How a notice reached the reader's own homes: what stands in the log of each; how many others it reached is the server's word.

use crate::body::{Body, DeliveryRow};
use crate::id::{EntryId, NoticeId, PartyId};
use crate::rejection::{Code, Rejection, require};
use crate::view::{DeliveryCounts, DeliveryView, Opened, SilenceView};

/// What stands for one of the reader's homes. That nothing replaced it since is the server's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnDelivery {
    /// The entry that says it.
    pub entry: EntryId,
    /// When it was received, in milliseconds since 1970.
    pub at_ms: u64,
    /// Which home.
    pub party: PartyId,
    /// What it says.
    pub row: DeliveryRow,
}

/// How a notice reached homes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivered {
    /// What stands for the reader's own homes.
    pub own: Vec<OwnDelivery>,
    /// How many homes it reached, and how: the server's word.
    pub counts: Option<DeliveryCounts>,
    /// What the silent add: the server's word.
    pub silence: Option<SilenceView>,
}

impl Delivered {
    /// How the notice that was asked about reached homes.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if it is about another notice, or an entry that is named is no delivery of it or says nothing of the home;
    /// those of [`Opened::entry`].
    pub fn of(opened: &Opened<'_>, view: DeliveryView, notice: &NoticeId) -> Result<Self, Rejection> {
        require(view.notice == *notice, Code::AnswerMismatch)?;
        let mut own = Vec::new();
        for (party, entry) in view.own {
            let found = opened.entry(&entry)?;
            let at_ms = found.received_ms;
            let Body::Delivery(body) = found.entry.into_body() else {
                return Err(Code::AnswerMismatch.into());
            };
            require(body.notice == *notice, Code::AnswerMismatch)?;
            let row = body.rows.into_iter().find(|row| row.party == party).ok_or(Code::AnswerMismatch)?;
            own.push(OwnDelivery { entry, at_ms, party, row });
        }
        Ok(Self { own, counts: view.counts, silence: view.silence })
    }
}
