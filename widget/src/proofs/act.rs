//! Signing and sending. What is signed is kept until its receipt is checked: a signed ballot is a ballot being cast.

use yishi_protocol::SigningKey;
use yishi_protocol::blob::{Blob, BlobKind, Words};
use yishi_protocol::body::{Body, Enrol, code_message};
use yishi_protocol::consent::standard_consent;
use yishi_protocol::envelope::{BodyReader, Says, UnsignedOf, View};
use yishi_protocol::id::{EstateId, PersonId, Salt};
use yishi_protocol::log::LogEntry;
use yishi_protocol::rejection::Code;
use yishi_protocol::signature::{public_key, sign};
use yishi_protocol::strict_json::{self, write_text};
use yishi_protocol::wire::{Base64Bytes, Receipt, Submission};

use crate::proofs::clock::own_clock_ms;
use crate::proofs::history;
use crate::proofs::session::{Session, post};
use crate::proofs::slips;
use crate::proofs::vault::{self, KeySlot};
use crate::words::trouble::Trouble;

/// Bytes that nobody can foresee.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Trouble> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Trouble::NoVault)?;
    Ok(bytes)
}

/// An entry that is to be signed.
pub(super) fn draft<B: Says>(session: &Session, seq: u64, body: B) -> UnsignedOf<B> {
    let view = View { size: session.seen.size, root: session.seen.root };
    UnsignedOf { estate: session.estate, seq, view, client_ms: own_clock_ms(), body }
}

/// A submission as it is posted.
pub(super) fn text_of(envelope: Vec<u8>, blobs: Vec<Blob>) -> String {
    write_text(&Submission { blobs, envelope: Base64Bytes(envelope) })
}

/// Posts a submission and believes the answer only if it proves these very bytes.
pub(super) async fn deliver(
    session: &mut Session,
    text: &str,
    read: BodyReader,
) -> Result<LogEntry, Trouble> {
    let (receipt, server_ms): (Receipt, u64) = post(&session.entries_url(), text).await?;
    session.server_ms = server_ms;
    let checkpoint = session.check(&receipt.checkpoint)?;
    history::keep(session, &receipt.checkpoint).await;
    let entry = receipt.proven.open_reading(&checkpoint, read)?;
    let sent: Submission = strict_json::read(text.as_bytes())?;
    if entry.entry.bytes() != sent.envelope.0 {
        return Err(Code::NotIncluded.into());
    }
    if let Body::Ballot(ballot) = entry.entry.body() {
        slips::keep(&session.estate, ballot, &receipt).await;
    }
    Ok(entry)
}

/// Words that somebody says, as a blob of their own.
pub(crate) fn statement(zh: &str) -> Result<Blob, Trouble> {
    Ok(Blob::record(BlobKind::Statement, salt()?, &Words::zh(zh.trim())))
}

/// Keeps a blob's id from telling its payload.
pub(crate) fn salt() -> Result<Salt, Trouble> {
    Ok(Salt::from_bytes(random()?))
}

/// Makes a key for this phone and keeps it beside the one that signs.
async fn new_key(estate: &EstateId) -> Result<SigningKey, Trouble> {
    let key = SigningKey::from_bytes(&random()?);
    vault::save_pending_key(estate, &key).await?;
    if vault::load_key(estate, KeySlot::Pending).await?.is_none() {
        return Err(Trouble::NoVault);
    }
    Ok(key)
}

/// The key that waits to be let in, or a new one: a page that is opened anew asks with the same.
pub(crate) async fn pending_key(estate: &EstateId) -> Result<SigningKey, Trouble> {
    match vault::load_key(estate, KeySlot::Pending).await? {
        Some(key) => Ok(key),
        None => new_key(estate).await,
    }
}

/// Makes this phone's key and enrols it by a letter's code, or by two. No code is spent unless the browser keeps the key.
pub(crate) async fn enrol(
    session: &mut Session,
    codes: &[SigningKey],
    person: PersonId,
) -> Result<(), Trouble> {
    let key = new_key(&session.estate).await?;
    let consent = standard_consent();
    let message = code_message(&session.estate, &person, &public_key(&key));
    let codes = codes.iter().map(|code| (public_key(code), sign(code, &message))).collect();
    let body = Enrol { codes, consent: consent.id(), person };
    // A key's first entry has number 0.
    let envelope = draft::<Body>(session, 0, body.into()).sign(&key)?;
    deliver(session, &text_of(envelope, vec![consent]), Body::decode).await?;
    vault::promote_key(&session.estate).await?;
    session.key = Some(key);
    Ok(())
}

/// An enrolment whose answer got lost: if the log has the pending key after all, it becomes the one that signs.
/// Answers whose it is, if it has.
pub(crate) async fn finish_enrolment(session: &mut Session) -> Result<Option<PersonId>, Trouble> {
    // A browser that keeps nothing has kept no key either; that it cannot is said where one is to be made.
    let Ok(Some(pending)) = vault::load_key(&session.estate, KeySlot::Pending).await else { return Ok(None) };
    let current = session.key.replace(pending);
    match session.me().await {
        Ok(me) => {
            vault::promote_key(&session.estate).await?;
            Ok(me.map(|me| me.view.person))
        }
        Err(trouble) => {
            session.key = current;
            if trouble == Trouble::Offline { Err(trouble) } else { Ok(None) }
        }
    }
}

/// Whether the log has the pending key by now.
pub(crate) async fn is_let_in(session: &Session) -> bool {
    let Ok(Some(pending)) = vault::load_key(&session.estate, KeySlot::Pending).await else { return false };
    let mut session = Session { key: Some(pending), ..session.clone() };
    session.me().await.is_ok()
}
