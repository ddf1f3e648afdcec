//! What was signed and has not been answered. A signed act is an act being done: it is kept before it is sent, sent as the
//! same bytes until it is answered, and leaves with a receipt, with a refusal that its author reads, or by its author's word.
//!
//! ```text
//! a ballot     sent by itself, in order; one that is changed before it arrived names the one before it
//! another act  sent when its author presses; what was changed before it arrived has the same number, of which the log
//!              takes one: so no lost answer makes it twice
//! ```
//! All pages of this browser share what is kept.

use sha2::{Digest, Sha256};
use yishi_protocol::blob::{BallotOpening, Blob};
use yishi_protocol::body::{Ballot, Body, Kind};
use yishi_protocol::envelope::{HEADER_LEN, SIGNATURE_LEN, Says, id_of};
use yishi_protocol::id::{AgendaId, EntryId, EstateId, Hash, PartyId, PublicKey};
use yishi_protocol::log::LogEntry;
use yishi_protocol::rejection::Code;
use yishi_protocol::signature::public_key;
use yishi_protocol::strict_json::{self, Strict, write_text};
use yishi_protocol::wire::{Refusal, Submission};

use crate::proofs::act::{deliver, draft, salt, text_of};
use crate::proofs::drafts::Kept;
use crate::proofs::session::{Session, of_votes};
use crate::proofs::vault::{self, Shelf};
use crate::words::trouble::Trouble;

/// Something signed, on its way.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub(crate) struct Outgoing {
    /// What it is about. Two things about one are one thing that was changed; but each ballot is about itself.
    about: String,
    /// What its receipt screen says, if it is a ballot.
    pub(crate) ballot: Option<Cast>,
    /// What stood in the form that it was signed from.
    #[strict(row("field", "words"))]
    form: Vec<(String, String)>,
    /// Whose key signed it.
    key: PublicKey,
    /// SHA-256 of what it says, without the salts of its blobs.
    said: Hash,
    /// Its author's number.
    seq: u64,
    /// When it was signed, by the server's clock, in milliseconds since 1970.
    pub(crate) signed_ms: u64,
    /// The submission as it is posted.
    text: String,
    /// Submissions about the same, with the same number, that its author has changed since: the log has one of all, or none.
    withdrawn: Vec<String>,
}

/// What a ballot's screens say.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub(crate) struct Cast {
    /// On which agenda.
    pub(crate) agenda: AgendaId,
    /// The end of the window.
    pub(crate) closes_ms: u64,
    /// For which party.
    pub(crate) party: PartyId,
    /// The ballot that it takes the place of.
    supersedes: Option<EntryId>,
    /// The vote's title.
    pub(crate) title: String,
}

impl Outgoing {
    /// What was posted.
    fn submission(&self) -> Result<Submission, Trouble> {
        Ok(strict_json::read(self.text.as_bytes())?)
    }

    /// The name of its entry.
    pub(crate) fn id(&self) -> Result<EntryId, Trouble> {
        Ok(id_of(&self.submission()?.envelope.0))
    }
}

/// All that is on its way, in the order in which it is sent.
pub(crate) async fn all(estate: &EstateId) -> Result<Vec<Outgoing>, Trouble> {
    let kept = vault::shelf(estate, Shelf::Outbox).await?;
    Ok(kept.iter().filter_map(|text| strict_json::read(text.as_bytes()).ok()).collect())
}

async fn keep(estate: &EstateId, outgoing: &Outgoing) -> Result<(), Trouble> {
    Ok(vault::put_on(estate, Shelf::Outbox, &outgoing.about, &write_text(outgoing)).await?)
}

/// Forgets something: it is answered, or its author said so. What stood in its form goes with it, unless it was changed since.
pub(crate) async fn forget(estate: &EstateId, outgoing: &Outgoing) -> Result<(), Trouble> {
    Kept::forget_same(&outgoing.form);
    Ok(vault::drop_outbox(estate, &write_text(outgoing)).await?)
}

/// Whether an answer settles it. One that does not hold, or says that it cannot be taken now, does not.
const fn is_settled(answer: &Result<LogEntry, Trouble>) -> bool {
    matches!(answer, Ok(_) | Err(Trouble::Refused(_)))
}

/// Whether the log has another entry under its number. This very entry it has not, or that would have been the answer.
fn is_taken(answer: &Result<LogEntry, Trouble>) -> bool {
    matches!(answer, Err(Trouble::Refused(refusal)) if refusal.code == "SEQ_REUSED")
}

/// A body that was signed before.
struct Again(Kind, Vec<u8>);

impl Says for Again {
    fn kind(&self) -> Kind {
        self.0
    }

    fn encode(&self) -> Vec<u8> {
        self.1.clone()
    }
}

impl Again {
    fn of(envelope: &[u8]) -> Option<Self> {
        let number = envelope.get(HEADER_LEN - 4..HEADER_LEN - 2)?;
        let kind = Kind::from_number(u16::from_be_bytes(number.try_into().ok()?))?;
        let body = envelope.get(HEADER_LEN..envelope.len().checked_sub(SIGNATURE_LEN)?)?;
        Some(Self(kind, body.to_vec()))
    }
}

/// A number of this key that nobody has used.
async fn next_seq(session: &Session, last_seq: Option<u64>) -> Result<u64, Trouble> {
    let least = last_seq.map_or(0, |last| last.saturating_add(1));
    Ok(vault::reserve_seq(&session.estate, least).await?)
}

fn signed<B: Says>(session: &Session, seq: u64, body: B, blobs: Vec<Blob>) -> Result<String, Trouble> {
    let key = session.key.as_ref().ok_or(Code::UnknownKey)?;
    Ok(text_of(draft(session, seq, body).sign(key)?, blobs))
}

/// SHA-256 of what an act says. The salts of its blobs, and so their ids, are other ones whenever it is put into words.
fn said_of(body: &Body, blobs: &[Blob]) -> Hash {
    let mut text = String::from_utf8_lossy(&body.encode()).into_owned();
    let mut hash = Sha256::new();
    for (place, blob) in blobs.iter().enumerate() {
        text = text.replace(&blob.id().to_string(), &place.to_string());
        hash.update(write_text(&blob.payload));
    }
    hash.update(body.kind().number().to_be_bytes());
    hash.update(text);
    Hash::from_bytes(hash.finalize().into())
}

/// Signs an act other than a ballot, keeps it and sends it. `form` is where its words stood. Pressed again after no answer came,
/// it is sent as the same bytes; changed since, it is signed anew under the same number.
///
/// # Errors
/// `EARLIER_ARRIVED` where it was changed and the log has what it said before.
pub(crate) async fn say(
    session: &mut Session,
    last_seq: Option<u64>,
    form: Option<&Kept>,
    (body, blobs): (Body, Vec<Blob>),
) -> Result<LogEntry, Trouble> {
    let key = public_key(session.key.as_ref().ok_or(Code::UnknownKey)?);
    let said = said_of(&body, &blobs);
    let about = form.map_or_else(|| said.to_string(), |form| form.name().to_owned());
    let kept = all(&session.estate).await?;
    let kept = kept.into_iter().find(|kept| kept.ballot.is_none() && kept.about == about && kept.key == key);
    let outgoing = match kept {
        Some(kept) if kept.said == said => kept,
        kept => {
            let (seq, withdrawn) = match kept {
                Some(Outgoing { seq, text, mut withdrawn, .. }) => {
                    withdrawn.push(text);
                    (seq, withdrawn)
                }
                None => (next_seq(session, last_seq).await?, Vec::new()),
            };
            let text = signed(session, seq, body, blobs)?;
            let (form, signed_ms) = (form.map(Kept::all).unwrap_or_default(), session.server_ms);
            let outgoing = Outgoing { about, ballot: None, form, key, said, seq, signed_ms, text, withdrawn };
            keep(&session.estate, &outgoing).await?;
            outgoing
        }
    };
    send(session, last_seq, outgoing).await
}

/// Signs an act and sends it; nothing is kept. For several that name each other and are made anew together: what of them had
/// arrived is refused as being there.
pub(crate) async fn say_once(
    session: &mut Session,
    last_seq: Option<u64>,
    (body, blobs): (Body, Vec<Blob>),
) -> Result<LogEntry, Trouble> {
    let seq = next_seq(session, last_seq).await?;
    let text = signed(session, seq, body, blobs)?;
    deliver(session, &text, Body::decode).await
}

/// Forgets what others have signed on this device, but their ballots: it is somebody else's now.
pub(crate) async fn forget_acts(session: &Session) -> Result<(), Trouble> {
    let key = session.key.as_ref().map(public_key);
    for outgoing in all(&session.estate).await? {
        if outgoing.ballot.is_none() && Some(outgoing.key) != key {
            vault::drop_outbox(&session.estate, &write_text(&outgoing)).await?;
        }
    }
    Ok(())
}

/// Sends an act other than a ballot, as it was signed.
///
/// # Errors
/// See [`say`].
pub(crate) async fn send(
    session: &mut Session,
    last_seq: Option<u64>,
    mut outgoing: Outgoing,
) -> Result<LogEntry, Trouble> {
    let mut answer = deliver(session, &outgoing.text, Body::decode).await;
    if is_taken(&answer) {
        for earlier in &outgoing.withdrawn {
            // The number is taken: nothing can come into the log by this that is not there.
            let arrived = deliver(session, earlier, Body::decode).await;
            if arrived.is_ok() {
                vault::drop_outbox(&session.estate, &write_text(&outgoing)).await?;
                let code = "EARLIER_ARRIVED".to_owned();
                return Err(Trouble::Refused(Refusal { code, detail: String::new() }));
            }
            if !is_settled(&arrived) {
                return arrived;
            }
        }
        outgoing = anew(session, last_seq, outgoing).await?;
        answer = deliver(session, &outgoing.text, Body::decode).await;
    }
    if is_settled(&answer) {
        forget_answered(session, &outgoing, answer.is_ok()).await?;
    }
    answer
}

/// What is in needs no words kept; what was refused is put right where they stand.
async fn forget_answered(session: &Session, outgoing: &Outgoing, is_in: bool) -> Result<(), Trouble> {
    if is_in {
        return forget(&session.estate, outgoing).await;
    }
    Ok(vault::drop_outbox(&session.estate, &write_text(outgoing)).await?)
}

/// The same, under a number of its own: the one that it had was taken by something that was signed after it.
async fn anew(session: &Session, last_seq: Option<u64>, old: Outgoing) -> Result<Outgoing, Trouble> {
    let Submission { blobs, envelope } = old.submission()?;
    let body = Again::of(&envelope.0).ok_or(Trouble::Outdated)?;
    let seq = next_seq(session, last_seq.max(Some(old.seq))).await?;
    let text = signed(session, seq, body, blobs)?;
    let new = Outgoing { seq, text, withdrawn: Vec::new(), ..old };
    keep(&session.estate, &new).await?;
    Ok(new)
}

/// What a ballot is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Casting {
    /// On which agenda.
    pub(crate) agenda: AgendaId,
    /// For which party.
    pub(crate) party: PartyId,
    /// The ballot that stands now.
    pub(crate) supersedes: Option<EntryId>,
    /// The marks on each item.
    pub(crate) choice: Vec<Vec<u32>>,
    /// The vote's title.
    pub(crate) title: String,
    /// The end of the window.
    pub(crate) closes_ms: u64,
    /// The number of our key's last entry, as the server knows it.
    pub(crate) last_seq: Option<u64>,
}

/// Signs a ballot and keeps it; nothing has been sent when this returns. One that is on its way for the same home is what it
/// takes the place of: the two arrive in this order.
pub(crate) async fn cast(session: &Session, casting: Casting) -> Result<(), Trouble> {
    let Casting { agenda, party, mut supersedes, choice, title, closes_ms, last_seq } = casting;
    for waiting in all(&session.estate).await? {
        if waiting.ballot.as_ref().is_some_and(|other| (other.agenda, other.party) == (agenda, party)) {
            supersedes = Some(waiting.id()?);
        }
    }
    let blob = Blob::ballot(&agenda, &party, salt()?, &BallotOpening { choice });
    let seq = next_seq(session, last_seq).await?;
    let ballot = Some(Cast { agenda, closes_ms, party, supersedes, title });
    let said = Hash::from_bytes(*blob.id().as_bytes());
    let text = signed(session, seq, Ballot { agenda, blob: blob.id(), party, supersedes }, vec![blob])?;
    let key = public_key(session.key.as_ref().ok_or(Code::UnknownKey)?);
    let (about, signed_ms) = (format!("ballot/{said}"), session.server_ms);
    let (form, withdrawn) = (Vec::new(), Vec::new());
    let outgoing = Outgoing { about, ballot, form, key, said, seq, signed_ms, text, withdrawn };
    keep(&session.estate, &outgoing).await
}

/// A ballot that was answered.
pub(crate) type Arrived = (Cast, Result<LogEntry, Trouble>);

/// Sends all ballots that are kept, in order, until one is not answered; answers the last one that was. What is refused is
/// forgotten, and so is what only it would have replaced.
///
/// # Errors
/// If one was not answered; it stays, and all after it.
pub(crate) async fn send_ballots(
    session: &mut Session,
    last_seq: Option<u64>,
) -> Result<Option<Arrived>, Trouble> {
    let (mut last, mut renamed) = (None, None);
    for mut outgoing in all(&session.estate).await? {
        let Some(cast) = outgoing.ballot.clone() else { continue };
        // It names a ballot that had to be signed anew.
        if let Some((old, new)) = renamed
            && cast.supersedes == Some(old)
        {
            outgoing = replacing(session, last_seq, outgoing, Some(new)).await?;
        }
        let mut answer = deliver(session, &outgoing.text, of_votes).await;
        if is_taken(&answer) {
            let old = outgoing.id()?;
            outgoing = anew(session, last_seq, outgoing).await?;
            renamed = Some((old, outgoing.id()?));
            answer = deliver(session, &outgoing.text, of_votes).await;
        }
        if !is_settled(&answer) {
            return answer.map(|_| None);
        }
        vault::drop_outbox(&session.estate, &write_text(&outgoing)).await?;
        last = Some((cast, answer));
    }
    Ok(last)
}

/// The same ballot in the place of another one.
async fn replacing(
    session: &Session,
    last_seq: Option<u64>,
    old: Outgoing,
    supersedes: Option<EntryId>,
) -> Result<Outgoing, Trouble> {
    let blobs = old.submission()?.blobs;
    let (Some(cast), Some(blob)) = (&old.ballot, blobs.first()) else { return Err(Trouble::Outdated) };
    let body = Ballot { agenda: cast.agenda, blob: blob.id(), party: cast.party, supersedes };
    let seq = next_seq(session, last_seq.max(Some(old.seq))).await?;
    let ballot = Some(Cast { supersedes, ..cast.clone() });
    let text = signed(session, seq, body, blobs)?;
    let new = Outgoing { ballot, seq, text, ..old };
    keep(&session.estate, &new).await?;
    Ok(new)
}
