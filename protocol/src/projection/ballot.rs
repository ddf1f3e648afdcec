//! The ballots of the reader's parties.

use crate::blob::BallotOpening;
use crate::body::Body;
use crate::id::{AgendaId, EntryId, PartyId, PersonId, PublicKey};
use crate::projection::AtHand;
use crate::rejection::{Code, Rejection, require};
use crate::view::{BallotView, Opened, RightView};

/// A ballot, as its entry says it. That it stands, and who holds it, is the server's word.
#[derive(Clone, Debug, PartialEq)]
pub struct Ballot {
    /// Its entry.
    pub entry: EntryId,
    /// Its place in the log, from 0.
    pub index: u64,
    /// When it was received, in milliseconds since 1970.
    pub received_ms: u64,
    /// On which agenda.
    pub agenda: AgendaId,
    /// For whom.
    pub party: PartyId,
    /// Whether the reader's own key signed it.
    pub own: bool,
    /// The number of its sheet, if it came on paper. That two have read it alike is the server's word.
    pub sheet: Option<u32>,
    /// Whether it is the one that stands: the server's word.
    pub stands: bool,
    /// The co-owners who hold it now: the server's word.
    pub held_by: Vec<PersonId>,
    /// Who cast it with a written mandate, if a proxy did: the server's word.
    pub proxy: Option<PersonId>,
    /// The entry that makes it void, if the totals leave it out: the server's word.
    pub voided: Option<EntryId>,
}

impl Ballot {
    /// The ballots of the parties for which the holder of `key` may vote, in the order of the log.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if an entry is no ballot, or is on an agenda or for a party on which the reader, as the same answer
    /// states, has no right and which the reader's key did not sign; if they are out of order; those of [`Opened::entry`].
    pub fn all(
        opened: &Opened<'_>,
        stated: &[BallotView],
        (rights, key): (&[RightView], &PublicKey),
    ) -> Result<Vec<Self>, Rejection> {
        let mut ballots: Vec<Self> = Vec::new();
        for stated in stated {
            let entry = opened.entry(&stated.entry)?;
            let (index, received_ms) = (entry.index, entry.received_ms);
            let own = entry.entry.author() == *key;
            let (cast_on, party, sheet) = cast(&entry.entry.into_body())?;
            let own = own && sheet.is_none();
            let is_ours = |(agenda, of)| cast_on == agenda && party == of;
            let mut rights = rights.iter().map(|right| (right.agenda, right.party));
            let later = ballots.last().is_none_or(|before| before.index < index);
            require(later && (own || rights.any(is_ours)), Code::AnswerMismatch)?;
            ballots.push(Self {
                entry: stated.entry,
                index,
                received_ms,
                agenda: cast_on,
                party,
                own,
                sheet,
                stands: stated.stands,
                held_by: stated.held_by.clone(),
                proxy: stated.proxy,
                voided: stated.voided,
            });
        }
        Ok(ballots)
    }

    /// What was chosen, where the opening is at hand and for this reader.
    ///
    /// # Errors
    /// Those of [`Opened::entry`].
    pub fn opening(&self, opened: &Opened<'_>) -> Result<AtHand<BallotOpening>, Rejection> {
        let body = opened.entry(&self.entry)?.entry.into_body();
        cast(&body)?;
        AtHand::of(opened, body.named_blobs().first().ok_or(Code::AnswerMismatch)?)
    }
}

/// On which agenda and for whom an entry casts a ballot, and on which sheet, if on paper.
pub(super) fn cast(body: &Body) -> Result<(AgendaId, PartyId, Option<u32>), Rejection> {
    if let Body::Paper(body) = body {
        return Ok((body.agenda, body.party, Some(body.sheet)));
    }
    let Body::Ballot(body) = body else { return Err(Code::AnswerMismatch.into()) };
    Ok((body.agenda, body.party, None))
}
