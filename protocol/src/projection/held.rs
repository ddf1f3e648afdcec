//! A copy of what is held of a person: what was said, chosen and marked is what entries and blobs say; that this is all of it is
//! the server's word.

use crate::blob::{BallotOpening, BlobKind, PersonName, Rating};
use crate::body::{Body, DeliveryRow, DeliverySlip};
use crate::id::{AgendaId, BlobId, EntryId, NoticeId, PartyId, PersonId};
use crate::projection::{AtHand, BlobSays, Home};
use crate::rejection::{Code, Rejection, require};
use crate::strict_json::Strict;
use crate::view::{BallotView, CopyView, HeldLetter, Opened};

/// Something that the person said.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldWords {
    /// Its place in the log, from 0.
    pub index: u64,
    /// When it was received, in milliseconds since 1970.
    pub at_ms: u64,
    /// What it says, as far as it is at hand.
    pub says: Vec<BlobSays>,
}

/// A ballot of one of the person's parties.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldBallot {
    /// When it was received, in milliseconds since 1970.
    pub at_ms: u64,
    /// On which agenda.
    pub agenda: AgendaId,
    /// For whom: that it was one of the person's parties is the server's word, unless the ballot is their own.
    pub party: PartyId,
    /// Whether one of the person's devices signed it.
    pub own: bool,
    /// The number of its sheet, if it came on paper.
    pub sheet: Option<u32>,
    /// What was chosen, where that is the person's to read.
    pub choice: AtHand<BallotOpening>,
    /// The rest.
    pub view: BallotView,
}

/// How a notice reached a home of the person's. That it is theirs, and that nothing replaced it, is the server's word.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldDelivery {
    /// When it was received, in milliseconds since 1970.
    pub at_ms: u64,
    /// Of which notice.
    pub notice: NoticeId,
    /// What it says.
    pub row: DeliveryRow,
    /// What shows it, if there is something and as far as it is at hand.
    pub slip: Option<AtHand<DeliverySlip>>,
}

/// A reading of a paper ballot of a home of the person's, without what was read. That it is theirs is the server's word.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldReading {
    /// When it was received, in milliseconds since 1970.
    pub at_ms: u64,
    /// On which agenda.
    pub agenda: AgendaId,
    /// The number of the sheet.
    pub sheet: u32,
    /// When it was handed over, as whoever read it says, in milliseconds since 1970.
    pub taken_ms: u64,
}

/// What is held of a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// Name and phone, by every roll, as far as they are at hand.
    pub names: Vec<PersonName>,
    /// Their homes.
    pub homes: Vec<Home>,
    /// What they said, in the order of the log.
    pub said: Vec<HeldWords>,
    /// The ballots of their parties, in the order of the log.
    pub ballots: Vec<HeldBallot>,
    /// How notices reached their homes.
    pub deliveries: Vec<HeldDelivery>,
    /// The readings of paper ballots of their homes.
    pub readings: Vec<HeldReading>,
    /// Their marks, as far as they are at hand.
    pub marks: Vec<Rating>,
    /// The rest.
    pub view: CopyView,
}

impl Held {
    /// What is held of that person.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if it is somebody else's, an entry says nothing that is its author's own, or was signed with none of the
    /// devices, a letter is made out to somebody else, a blob is of another kind, or
    /// something is out of order; those of [`Home::of_parties`] and [`Opened::entry`].
    pub fn of(opened: &Opened<'_>, view: CopyView, person: &PersonId) -> Result<Self, Rejection> {
        require(view.person == *person, Code::AnswerMismatch)?;
        let mut said: Vec<HeldWords> = Vec::new();
        for id in &view.said {
            let entry = opened.entry(id)?;
            let (index, at_ms, author) = (entry.index, entry.received_ms, entry.entry.author());
            let theirs = view.devices.iter().any(|device| device.device == author);
            let own = entry.entry.body().own_words();
            let later = said.last().is_none_or(|last| last.index < index);
            require(theirs && later && !own.is_empty(), Code::AnswerMismatch)?;
            let says = own.iter().filter_map(|blob| BlobSays::of(opened.blob(blob)?)).collect();
            said.push(HeldWords { index, at_ms, says });
        }
        // Whoever follows pages comes to an end.
        let last = said.last().map(|last| last.index);
        require(view.next.is_none_or(|next| last.is_some_and(|last| last < next)), Code::AnswerMismatch)?;
        view.letters.iter().try_for_each(|letter| check_letter(opened, letter, person))?;
        let mut before = None;
        let ballots = view.ballots.iter().map(|stated| ballot(opened, stated, &view, &mut before));
        Ok(Self {
            deliveries: view.deliveries.iter().map(|of| delivery(opened, of)).collect::<Result<_, _>>()?,
            readings: view.readings.iter().map(|entry| reading(opened, entry)).collect::<Result<_, _>>()?,
            ballots: ballots.collect::<Result<_, _>>()?,
            homes: Home::of_parties(opened, &view.parties)?,
            marks: all(opened, &view.marks, BlobKind::Rating)?,
            names: all(opened, &view.names, BlobKind::Person)?,
            said,
            view,
        })
    }
}

/// The blobs of a list that are at hand.
fn all<T: Strict>(opened: &Opened<'_>, blobs: &[BlobId], kind: BlobKind) -> Result<Vec<T>, Rejection> {
    let found = blobs.iter().filter_map(|blob| opened.blob(blob));
    found.map(|blob| require(blob.kind == kind, Code::AnswerMismatch).and_then(|()| blob.open())).collect()
}

fn check_letter(opened: &Opened<'_>, letter: &HeldLetter, person: &PersonId) -> Result<(), Rejection> {
    let published = opened.entry(&letter.entry)?;
    let Body::Codes(codes) = published.entry.body() else { return Err(Code::AnswerMismatch.into()) };
    require(codes.codes.iter().any(|(of, _)| of == person), Code::AnswerMismatch)
}

fn delivery(opened: &Opened<'_>, (party, entry): &(PartyId, EntryId)) -> Result<HeldDelivery, Rejection> {
    let found = opened.entry(entry)?;
    let at_ms = found.received_ms;
    let Body::Delivery(body) = found.entry.into_body() else { return Err(Code::AnswerMismatch.into()) };
    let row = body.rows.into_iter().find(|row| row.party == *party).ok_or(Code::AnswerMismatch)?;
    let slip = row.evidence.map(|slip| AtHand::of(opened, &slip)).transpose()?;
    Ok(HeldDelivery { at_ms, notice: body.notice, row, slip })
}

fn reading(opened: &Opened<'_>, entry: &EntryId) -> Result<HeldReading, Rejection> {
    let found = opened.entry(entry)?;
    let at_ms = found.received_ms;
    let Body::Paper(body) = found.entry.into_body() else { return Err(Code::AnswerMismatch.into()) };
    Ok(HeldReading { at_ms, agenda: body.agenda, sheet: body.sheet, taken_ms: body.taken_ms })
}

fn ballot(
    opened: &Opened<'_>,
    stated: &BallotView,
    view: &CopyView,
    before: &mut Option<u64>,
) -> Result<HeldBallot, Rejection> {
    let entry = opened.entry(&stated.entry)?;
    let (index, at_ms, author) = (entry.index, entry.received_ms, entry.entry.author());
    let own = view.devices.iter().any(|device| device.device == author);
    let body = entry.entry.into_body();
    let (agenda, party, sheet) = super::ballot::cast(&body)?;
    require(before.replace(index) < Some(index), Code::AnswerMismatch)?;
    let named = body.named_blobs();
    let choice = AtHand::of(opened, named.first().ok_or(Code::AnswerMismatch)?)?;
    Ok(HeldBallot { at_ms, agenda, party, own: own && sheet.is_none(), sheet, choice, view: stated.clone() })
}
