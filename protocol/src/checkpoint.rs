//! Checkpoints: the log's signed word on how many entries it has and what they are.
//!
//! The form is that of C2SP `tlog-checkpoint` and `signed-note`: three lines of text, an empty line, and a signature
//! line. There is one signature, the log's own; cosignatures of witnesses will follow it when there are witnesses.

use base64ct::{Base64, Encoding};
use ed25519_dalek::SigningKey;
use sha2::{Digest, Sha256};

use crate::id::{EstateId, Hash, PublicKey, SignatureBytes};
use crate::rejection::{Code, Rejection, require};
use crate::signature::{public_key, sign, verify_signature};
use crate::strict_json::MAX_INTEGER;

/// C2SP signed-note: the algorithm number of Ed25519.
const ED25519: u8 = 0x01;

/// How many entries an estate's log has, and the root over them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Whose log.
    pub estate: EstateId,
    /// The number of entries.
    pub size: u64,
    /// The RFC 6962 root over them.
    pub root: Hash,
}

impl Checkpoint {
    /// What the log calls itself in notes: `yishi.estate/<estate id>`.
    pub fn origin(estate: &EstateId) -> String {
        format!("yishi.estate/{estate}")
    }

    /// The signed lines: origin, size, root in base64, each with its line end.
    fn text(&self) -> String {
        format!(
            "{}\n{}\n{}\n",
            Self::origin(&self.estate),
            self.size,
            Base64::encode_string(self.root.as_bytes())
        )
    }

    /// The note, signed with the log's key. The same checkpoint always gives the same note.
    pub fn sign(&self, log_key: &SigningKey) -> String {
        self.note(&public_key(log_key), &sign(log_key, self.text().as_bytes()))
    }

    /// The note with a signature by `log_key`, true or not: [`Checkpoint::open`] tells.
    pub fn note(&self, log_key: &PublicKey, signature: &SignatureBytes) -> String {
        let (text, origin) = (self.text(), Self::origin(&self.estate));
        let id = key_id(&origin, log_key);
        let signed: [&[u8]; 2] = [&id, signature.as_bytes()];
        format!("{text}\n\u{2014} {origin} {}\n", Base64::encode_string(&signed.concat()))
    }

    /// Reads a note and checks that the log of this estate has signed it.
    ///
    /// # Errors
    /// `CHECKPOINT_FORM` if it is not such a note, `WRONG_ESTATE` if it is another log's, `BAD_SIGNATURE`.
    pub fn open(note: &str, estate: &EstateId, log_key: &PublicKey) -> Result<Self, Rejection> {
        Ok(Self::open_signed(note, estate, log_key)?.0)
    }

    /// [`Checkpoint::open`] with the log's signature.
    ///
    /// # Errors
    /// The same.
    pub fn open_signed(
        note: &str,
        estate: &EstateId,
        log_key: &PublicKey,
    ) -> Result<(Self, SignatureBytes), Rejection> {
        let (text, signatures) = note.split_once("\n\n").ok_or(Code::CheckpointForm)?;
        let mut lines = text.split('\n');
        let (Some(origin), Some(size), Some(root), None) =
            (lines.next(), lines.next(), lines.next(), lines.next())
        else {
            return Err(Code::CheckpointForm.into());
        };
        require(origin == Self::origin(estate), Code::WrongEstate)?;
        let size: u64 = size.parse().map_err(|_| Code::CheckpointForm)?;
        require(size <= MAX_INTEGER, Code::CheckpointForm)?;
        let root = Hash::from_bytes(decode(root)?);
        let checkpoint = Self { estate: *estate, size, root };
        // One spelling only: what was read must be what would be written.
        require(checkpoint.text().strip_suffix('\n') == Some(text), Code::CheckpointForm)?;

        let line = signatures.strip_prefix("\u{2014} ").and_then(|line| line.strip_suffix('\n'));
        let (name, signed) = line.and_then(|line| line.split_once(' ')).ok_or(Code::CheckpointForm)?;
        require(name == origin, Code::CheckpointForm)?;
        let signed: [u8; 68] = decode(signed)?;
        let (id, signature) = signed.split_first_chunk::<4>().ok_or(Code::CheckpointForm)?;
        require(*id == key_id(origin, log_key), Code::BadSignature)?;
        let signature: [u8; 64] = signature.try_into().map_err(|_| Code::CheckpointForm)?;
        let signature = SignatureBytes::from_bytes(signature);
        verify_signature(log_key, checkpoint.text().as_bytes(), &signature)?;
        Ok((checkpoint, signature))
    }
}

/// A checkpoint that the log's own key has signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedHead(Checkpoint);

impl SignedHead {
    /// [`Checkpoint::open`], and it stays known that the signature was checked.
    ///
    /// # Errors
    /// Those of [`Checkpoint::open`].
    pub fn open(note: &str, estate: &EstateId, log_key: &PublicKey) -> Result<Self, Rejection> {
        Checkpoint::open(note, estate, log_key).map(Self)
    }

    /// What was signed.
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.0
    }
}

fn decode<const N: usize>(text: &str) -> Result<[u8; N], Rejection> {
    let bytes = Base64::decode_vec(text).map_err(|_| Code::CheckpointForm)?;
    bytes.try_into().map_err(|_| Code::CheckpointForm.into())
}

/// The first four bytes of SHA-256(name ‖ 0x0A ‖ algorithm ‖ key).
fn key_id(name: &str, key: &PublicKey) -> [u8; 4] {
    let hash: [u8; 32] = Sha256::new()
        .chain_update(name)
        .chain_update([b'\n', ED25519])
        .chain_update(key.as_bytes())
        .finalize()
        .into();
    let [a, b, c, d, ..] = hash;
    [a, b, c, d]
}
