//! The signed bytes of an entry and what they say.
//!
//! ```text
//! off  len  field                                   off    len  field
//!   0   16  magic "estate-entry/v1\0"               128      8  client_ms  u64 (advisory)
//!  16   32  estate id (zero only in genesis)        136      2  kind       u16
//!  48   32  author's public key                     138      2  body_len   u16, ≤ 61,440
//!  80    8  seq        u64                          140      n  body (strict JSON)
//!  88    8  view.size  u64                          140+n   64  Ed25519 signature over [0, 140+n)
//!  96   32  view.root
//! ```
//! All integers big end first. Nothing is ever written anew in order to be verified.

use ed25519_dalek::SigningKey;

use crate::body::{Body, Kind};
use crate::checkpoint::SignedHead;
use crate::id::{EntryId, EstateId, Hash, PublicKey, SignatureBytes, tagged_hash};
use crate::rejection::{Code, Rejection, require};
use crate::signature::{public_key, sign, verify_signature};
use crate::strict_json::MAX_INTEGER;

/// The first bytes of every entry: format and version, so that no other signed thing can be taken for one.
pub const MAGIC: &[u8; 16] = b"estate-entry/v1\0";
/// Bytes before the body.
pub const HEADER_LEN: usize = 140;
/// Bytes after the body.
pub const SIGNATURE_LEN: usize = 64;
/// The longest body: leaf and framing stay below the 65,535 bytes of a C2SP tile entry.
pub const MAX_BODY: usize = 61_440;
/// The longest entry.
pub const MAX_ENTRY: usize = HEADER_LEN + MAX_BODY + SIGNATURE_LEN;

/// The newest checkpoint that the author has verified. Whoever has seen past a fork can never sign for the other
/// branch, so a fork cannot be healed in secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Number of leaves.
    pub size: u64,
    /// Root over them.
    pub root: Hash,
}

/// What a person signed. Holding a [`Verified`] entry means that the signature holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    bytes: Vec<u8>,
    id: EntryId,
    estate: EstateId,
    author: PublicKey,
    seq: u64,
    view: View,
    client_ms: u64,
    body: Body,
}

impl Entry {
    /// The envelope, signature included.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The entry's name.
    pub fn id(&self) -> EntryId {
        self.id
    }

    /// The estate it was signed for; zero in `genesis`.
    pub fn estate(&self) -> EstateId {
        self.estate
    }

    /// The key that signed it.
    pub fn author(&self) -> PublicKey {
        self.author
    }

    /// The author's counter: greater than the key's last, gaps allowed.
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// What the author had seen of the log.
    pub fn view(&self) -> View {
        self.view
    }

    /// The author's own clock, in milliseconds since 1970. Advisory: no rule reads it.
    pub fn client_ms(&self) -> u64 {
        self.client_ms
    }

    /// What it says.
    pub fn body(&self) -> &Body {
        &self.body
    }
}

/// Something whose signature has been checked: now, by [`verify`], or before the log signed a head that covers it, by
/// [`crate::resume`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified<T>(T);

impl Verified<Entry> {
    /// What it says, for whoever needs nothing else of it.
    pub fn into_body(self) -> Body {
        self.0.body
    }
}

impl<T> core::ops::Deref for Verified<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// How the body of an entry is read. A window that shows few kinds brings a reader for these alone: that of all kinds weighs as
/// much as a screen. It may refuse what it does not read; what it does read it reads as [`Body::decode`].
pub type BodyReader = fn(Kind, &[u8]) -> Result<Body, Rejection>;

/// Reads an entry and checks its signature. The first of the four functions that hold all meaning.
///
/// # Errors
/// `TOO_LARGE`, `TRUNCATED`, `TRAILING_BYTES`, `UNKNOWN_VERSION`, `UNKNOWN_KIND`, `NUMBER_TOO_LARGE`,
/// `KEY_NOT_CANONICAL`, `BAD_SIGNATURE`, `BODY_SCHEMA`, `BODY_NOT_CANONICAL`.
pub fn verify(bytes: &[u8]) -> Result<Verified<Entry>, Rejection> {
    verify_reading(bytes, Body::decode)
}

/// [`verify`] with another reader of bodies.
///
/// # Errors
/// Those of [`verify`], and the reader's.
pub fn verify_reading(bytes: &[u8], read: BodyReader) -> Result<Verified<Entry>, Rejection> {
    open_envelope(bytes, read, verify_signature)
}

/// Reads an entry that lies beneath a signed head: it was verified before that was signed. Whoever calls this gives out none
/// before all leaves beneath the head are held against its root.
pub(crate) fn verified_beneath(
    bytes: &[u8],
    read: BodyReader,
    _head: &SignedHead,
) -> Result<Verified<Entry>, Rejection> {
    open_envelope(bytes, read, |_, _, _| Ok(()))
}

fn open_envelope(
    bytes: &[u8],
    read: BodyReader,
    check: impl FnOnce(&PublicKey, &[u8], &SignatureBytes) -> Result<(), Rejection>,
) -> Result<Verified<Entry>, Rejection> {
    require(bytes.len() <= MAX_ENTRY, Code::TooLarge)?;
    let mut reader = Reader { rest: bytes };
    // Before the length: what another version's entries are made of is not known here.
    require(reader.take::<16>()? == *MAGIC, Code::UnknownVersion)?;
    require(bytes.len() >= HEADER_LEN, Code::Truncated)?;
    let estate = EstateId::from_bytes(reader.take()?);
    let author = PublicKey::from_bytes(reader.take()?);
    let seq = reader.integer()?;
    let view = View { size: reader.integer()?, root: Hash::from_bytes(reader.take()?) };
    let client_ms = reader.integer()?;
    let kind = u16::from_be_bytes(reader.take()?);
    let body_len = usize::from(u16::from_be_bytes(reader.take()?));
    require(body_len <= MAX_BODY, Code::TooLarge)?;
    let body = reader.slice(body_len)?;
    let signature = SignatureBytes::from_bytes(reader.take()?);
    require(reader.rest.is_empty(), Code::TrailingBytes)?;

    let signed = bytes.get(..bytes.len().saturating_sub(SIGNATURE_LEN)).unwrap_or_default();
    check(&author, signed, &signature)?;
    let kind = Kind::from_number(kind).ok_or(Code::UnknownKind)?;
    let body = read(kind, body)?;
    let id = entry_id(signed);
    Ok(Verified(Entry { bytes: bytes.to_vec(), id, estate, author, seq, view, client_ms, body }))
}

/// The name of the entry of an envelope, whether or not that can be read.
pub fn id_of(envelope: &[u8]) -> EntryId {
    entry_id(envelope.get(..envelope.len().saturating_sub(SIGNATURE_LEN)).unwrap_or_default())
}

/// `SHA-256("estate-id/v1\0" ‖ signed bytes)`.
fn entry_id(signed: &[u8]) -> EntryId {
    EntryId::from_bytes(tagged_hash(b"estate-id/v1\0", &[signed]))
}

/// What can be said: a body of any kind, or of one that is known, which brings no other kind's writer along.
pub trait Says {
    /// Which kind it is.
    fn kind(&self) -> Kind;
    /// Its only spelling.
    fn encode(&self) -> Vec<u8>;
}

impl Says for Body {
    fn kind(&self) -> Kind {
        self.kind()
    }

    fn encode(&self) -> Vec<u8> {
        self.encode()
    }
}

/// An entry of any kind before it is signed.
pub type Unsigned = UnsignedOf<Body>;

/// An entry before it is signed.
#[derive(Clone, Debug)]
pub struct UnsignedOf<B> {
    /// For which estate; zero for `genesis`.
    pub estate: EstateId,
    /// The author's counter.
    pub seq: u64,
    /// What the author has verified of the log.
    pub view: View,
    /// The author's clock, in milliseconds since 1970.
    pub client_ms: u64,
    /// What to say.
    pub body: B,
}

impl<B: Says> UnsignedOf<B> {
    /// The bytes to sign, for keys that live outside this library.
    ///
    /// # Errors
    /// `TOO_LARGE`, `NUMBER_TOO_LARGE`.
    pub fn signed_bytes(&self, author: &PublicKey) -> Result<Vec<u8>, Rejection> {
        let body = self.body.encode();
        require(body.len() <= MAX_BODY, Code::TooLarge)?;
        let body_len = u16::try_from(body.len()).map_err(|_| Code::TooLarge)?;
        let largest = self.seq.max(self.view.size).max(self.client_ms);
        require(largest <= MAX_INTEGER, Code::NumberTooLarge)?;
        let parts: [&[u8]; 10] = [
            MAGIC,
            self.estate.as_bytes(),
            author.as_bytes(),
            &self.seq.to_be_bytes(),
            &self.view.size.to_be_bytes(),
            self.view.root.as_bytes(),
            &self.client_ms.to_be_bytes(),
            &self.body.kind().number().to_be_bytes(),
            &body_len.to_be_bytes(),
            &body,
        ];
        Ok(parts.concat())
    }

    /// The whole envelope.
    ///
    /// # Errors
    /// `TOO_LARGE`, `NUMBER_TOO_LARGE`.
    pub fn sign(&self, key: &SigningKey) -> Result<Vec<u8>, Rejection> {
        let mut bytes = self.signed_bytes(&public_key(key))?;
        let signature = sign(key, &bytes);
        bytes.extend_from_slice(signature.as_bytes());
        Ok(bytes)
    }
}

/// Takes fields off the front of an envelope.
struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn slice(&mut self, len: usize) -> Result<&'a [u8], Rejection> {
        let (taken, rest) = self.rest.split_at_checked(len).ok_or(Code::Truncated)?;
        self.rest = rest;
        Ok(taken)
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N], Rejection> {
        let (taken, rest) = self.rest.split_first_chunk::<N>().ok_or(Code::Truncated)?;
        self.rest = rest;
        Ok(*taken)
    }

    fn integer(&mut self) -> Result<u64, Rejection> {
        let value = u64::from_be_bytes(self.take()?);
        require(value <= MAX_INTEGER, Code::NumberTooLarge)?;
        Ok(value)
    }
}
