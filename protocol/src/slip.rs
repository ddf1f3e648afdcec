//! What a phone shows of a receipt, so that another one can check it: which entry, and the head under which it was proven, with
//! the log's signature over it.
//!
//! ```text
//! seen.<entry id>.<size>.<root>.<signature>     hexadecimal, the size in decimal digits
//! ```
//! It stands in an address after `#<estate>.`, which no server is sent. It tells nothing of a choice. Two phones that have met
//! over it know that they were shown one history, or hold two notes that convict the log's key.

use crate::checkpoint::Checkpoint;
use crate::id::{EntryId, EstateId, Hash, PublicKey, SignatureBytes};
use crate::rejection::Rejection;
use crate::strict_json::MAX_INTEGER;

/// A receipt, as it is shown to another phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The entry that the receipt is for.
    pub entry: EntryId,
    /// How many entries the log had, by the head under which the entry was proven.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
    /// The log's signature over that head.
    pub signature: SignatureBytes,
}

impl Slip {
    /// The slip of a receipt for `entry` under a note that the log has signed.
    ///
    /// # Errors
    /// Those of [`Checkpoint::open`].
    pub fn of(
        entry: EntryId,
        note: &str,
        (estate, log_key): (&EstateId, &PublicKey),
    ) -> Result<Self, Rejection> {
        let (Checkpoint { size, root, .. }, signature) = Checkpoint::open_signed(note, estate, log_key)?;
        Ok(Self { entry, size, root, signature })
    }

    /// The note again.
    pub fn note(&self, estate: &EstateId, log_key: &PublicKey) -> String {
        Checkpoint { estate: *estate, size: self.size, root: self.root }.note(log_key, &self.signature)
    }

    /// What follows the estate and a dot in an address.
    pub fn text(&self) -> String {
        format!("seen.{}.{}.{}.{}", self.entry, self.size, self.root, self.signature)
    }

    /// Reads what follows an estate and a dot in an address. Whether the log has signed it is seen when its note is opened.
    /// None if it is no slip.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.strip_prefix("seen.")?.split('.');
        let (entry, size, root, signature) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let number: u64 = size.parse().ok()?;
        // One spelling only.
        let plain = number.to_string() == size && number <= MAX_INTEGER && parts.next().is_none();
        plain.then_some(Self {
            entry: entry.parse().ok()?,
            size: number,
            root: root.parse().ok()?,
            signature: signature.parse().ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use ed25519_dalek::SigningKey;

    use super::*;
    use crate::signature::public_key;

    fn slip() -> (Slip, EstateId, PublicKey) {
        let (key, estate) = (SigningKey::from_bytes(&[3; 32]), EstateId::from_bytes([7; 32]));
        let note = Checkpoint { estate, size: 1234, root: Hash::from_bytes([9; 32]) }.sign(&key);
        let key = public_key(&key);
        (Slip::of(EntryId::from_bytes([5; 32]), &note, (&estate, &key)).unwrap(), estate, key)
    }

    #[test]
    fn it_gives_back_the_note_that_the_log_has_signed() {
        let (slip, estate, key) = slip();
        let read = Slip::read(&slip.text()).unwrap();
        assert_eq!(read, slip);
        let head = Checkpoint::open(&read.note(&estate, &key), &estate, &key).unwrap();
        assert_eq!((head.size, head.root), (1234, Hash::from_bytes([9; 32])));
    }

    /// A joker makes up a head: its note does not open, and nobody is frightened by it.
    #[test]
    fn a_head_that_the_log_has_not_signed_does_not_open() {
        let (slip, estate, key) = slip();
        for bent in [
            Slip { size: 1235, ..slip },
            Slip { root: Hash::from_bytes([8; 32]), ..slip },
            Slip { signature: SignatureBytes::from_bytes([1; 64]), ..slip },
        ] {
            assert!(Checkpoint::open(&bent.note(&estate, &key), &estate, &key).is_err());
        }
        let elsewhere = EstateId::from_bytes([8; 32]);
        assert!(Checkpoint::open(&slip.note(&elsewhere, &key), &elsewhere, &key).is_err());
    }

    #[test]
    fn what_is_bent_is_not_read() {
        let (slip, ..) = slip();
        let text = slip.text();
        for end in 0..text.len() {
            assert_eq!(Slip::read(&text[..end]), None);
            for wrong in ["g", "A", ".", "é", "\0", ""] {
                let bent = format!("{}{wrong}{}", &text[..end], &text[end + 1..]);
                assert!(bent == text || Slip::read(&bent) != Some(slip), "{bent}");
            }
        }
        for size in ["01234", "+1234", "9007199254740993", ""] {
            assert_eq!(Slip::read(&text.replace(".1234.", &format!(".{size}."))), None, "{size}");
        }
        assert_eq!(Slip::read(&format!("{text}.")), None);
    }
}
