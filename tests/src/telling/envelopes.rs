//! What is wrong with an envelope whoever signs it, told right after the founding.

use yishi_protocol::envelope::{HEADER_LEN, Unsigned, View};
use yishi_protocol::id::{EstateId, Hash, PublicKey};
use yishi_protocol::rejection::Code;
use yishi_protocol::signature::{public_key, sign};
use yishi_protocol::{MAX_INTEGER, SigningKey};

use super::{Telling, Told};
use crate::people::key;
use crate::stairwell::{PEOPLE, codes, hour, roll};
use crate::story::Submission;

pub(super) fn tell(telling: &mut Telling) -> Told<()> {
    bytes(telling)?;
    order(telling)
}

/// The good entry that the others are bent from.
fn good(telling: &Telling) -> Unsigned {
    telling.story.draft("root", codes(PEOPLE, 1, hour(12, 31, 0)))
}

/// The signed bytes of an entry, bent, and signed as they then are.
fn bent(draft: &Unsigned, key: &SigningKey, bend: impl FnOnce(&mut Vec<u8>)) -> Submission {
    let mut envelope = draft.signed_bytes(&public_key(key)).unwrap_or_default();
    bend(&mut envelope);
    let signature = sign(key, &envelope);
    envelope.extend_from_slice(signature.as_bytes());
    Submission { envelope, blobs: vec![] }
}

/// Puts another body in place, with its length.
fn put_body(envelope: &mut Vec<u8>, body: &[u8]) {
    envelope.truncate(HEADER_LEN);
    envelope.extend_from_slice(body);
    let len = u16::try_from(body.len()).unwrap_or(u16::MAX).to_be_bytes();
    envelope[138..140].copy_from_slice(&len);
}

fn bytes(telling: &mut Telling) -> Told<()> {
    let (draft, root) = (good(telling), key("root"));
    let whole = bent(&draft, &root, |_| ());
    let change = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut submission = whole.clone();
        change(&mut submission.envelope);
        submission
    };

    let cut = change(&|bytes| bytes.truncate(bytes.len() - 1));
    telling.refuse_submission(Code::Truncated, "the last byte is missing", &cut)?;
    let nothing = Submission { envelope: vec![], blobs: vec![] };
    telling.refuse_submission(Code::Truncated, "nothing at all", &nothing)?;
    let more = change(&|bytes| bytes.push(0));
    telling.refuse_submission(Code::TrailingBytes, "one byte too many", &more)?;
    let flipped = change(&|bytes| bytes[HEADER_LEN] ^= 1);
    telling.refuse_submission(Code::BadSignature, "one bit of the body is flipped", &flipped)?;
    let malleated = change(&|bytes| add_group_order(bytes));
    telling.refuse_submission(Code::BadSignature, "the signature's S plus the group order", &malleated)?;
    let no_key = change(&|bytes| bytes[48..80].copy_from_slice(not_on_the_curve().as_bytes()));
    telling.refuse_submission(Code::KeyNotCanonical, "an author key that is no curve point", &no_key)?;

    let older = bent(&draft, &root, |bytes| bytes[14] = b'0');
    telling.refuse_submission(Code::UnknownVersion, "another version", &older)?;
    let unknown = bent(&draft, &root, |bytes| bytes[136] = 0xff);
    telling.refuse_submission(Code::UnknownKind, "a kind without a number", &unknown)?;
    let longer = bent(&draft, &root, |bytes| bytes[138..140].copy_from_slice(&61_441_u16.to_be_bytes()));
    telling.refuse_submission(Code::TooLarge, "a body of 61,441 bytes", &longer)?;
    let huge = bent(&draft, &root, |bytes| bytes[80..88].copy_from_slice(&(MAX_INTEGER + 1).to_be_bytes()));
    telling.refuse_submission(Code::NumberTooLarge, "seq is 2^53", &huge)?;
    two_faults(telling, &draft, &root)?;
    bodies(telling, &draft, &root)
}

/// Entries with two faults, which show what is looked at first.
fn two_faults(telling: &mut Telling, draft: &Unsigned, root: &SigningKey) -> Told<()> {
    let older = |bytes: &mut Vec<u8>| bytes[14] = b'0';
    let huge = |bytes: &mut Vec<u8>| bytes[80..88].copy_from_slice(&u64::MAX.to_be_bytes());
    let of = |bend: &dyn Fn(&mut Vec<u8>)| bent(draft, root, |bytes| bend(bytes));
    let cut = |mut submission: Submission, len: usize| {
        submission.envelope.truncate(len);
        submission
    };
    telling.refuse_submission(Code::UnknownVersion, "50 bytes of another version", &cut(of(&older), 50))?;
    telling.refuse_submission(Code::Truncated, "15 bytes of another version", &cut(of(&older), 15))?;
    let header = cut(of(&huge), HEADER_LEN - 1);
    telling.refuse_submission(Code::Truncated, "seq is 2^64 - 1, and the header lacks a byte", &header)?;
    let signature = cut(of(&huge), HEADER_LEN);
    telling.refuse_submission(
        Code::NumberTooLarge,
        "seq is 2^64 - 1, and the body is missing",
        &signature,
    )?;
    let both = of(&|bytes| {
        huge(bytes);
        bytes[138..140].copy_from_slice(&u16::MAX.to_be_bytes());
    });
    telling.refuse_submission(Code::NumberTooLarge, "seq is 2^64 - 1, and the body 65,535 bytes", &both)?;
    let mut more = of(&|bytes| bytes[136] = 0xff);
    more.envelope.push(0);
    telling.refuse_submission(Code::TrailingBytes, "a byte too many, and a kind without a number", &more)?;
    let mut unsigned = of(&|bytes| bytes[136] = 0xff);
    unsigned.envelope[HEADER_LEN] ^= 1;
    telling.refuse_submission(
        Code::BadSignature,
        "a false signature of a kind without a number",
        &unsigned,
    )?;
    let unknown = of(&|bytes| {
        bytes[136] = 0xff;
        put_body(bytes, b"{");
    });
    telling.refuse_submission(Code::UnknownKind, "a kind without a number, and no JSON", &unknown)
}

fn bodies(telling: &mut Telling, draft: &Unsigned, root: &SigningKey) -> Told<()> {
    let schema: &[(&str, &[u8])] = &[
        ("no JSON", b"{"),
        ("no body", b""),
        ("a field too few", br#"{"codes":[]}"#),
        ("a field too many", br#"{"codes":[],"expires_ms":1,"note":""}"#),
        ("a field twice", br#"{"codes":[],"expires_ms":1,"expires_ms":2}"#),
        ("a number with a fraction", br#"{"codes":[],"expires_ms":1.0}"#),
        ("a number above 2^53 - 1", br#"{"codes":[],"expires_ms":9007199254740992}"#),
        ("a negative number", br#"{"codes":[],"expires_ms":-1}"#),
        ("a list for an object", br"[[],1]"),
        ("no UTF-8", b"{\"codes\":[],\"expires_ms\":1}\xff"),
    ];
    for (note, body) in schema {
        let submission = bent(draft, root, |bytes| put_body(bytes, body));
        telling.refuse_submission(Code::BodySchema, note, &submission)?;
    }
    let spelling: &[(&str, &[u8])] = &[
        ("a space", br#"{"codes":[], "expires_ms":1}"#),
        ("fields out of order", br#"{"expires_ms":1,"codes":[]}"#),
        ("an escaped letter", br#"{"\u0063odes":[],"expires_ms":1}"#),
        ("a line end", b"{\"codes\":[],\"expires_ms\":1}\n"),
    ];
    for (note, body) in spelling {
        let submission = bent(draft, root, |bytes| put_body(bytes, body));
        telling.refuse_submission(Code::BodyNotCanonical, note, &submission)?;
    }
    Ok(())
}

/// Adds the group order ℓ to S: the same signature to a verifier that does not reduce.
fn add_group_order(bytes: &mut [u8]) {
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let start = bytes.len() - 32;
    let mut carry = 0;
    for (byte, order) in bytes[start..].iter_mut().zip(ORDER) {
        let sum = u16::from(*byte) + u16::from(order) + carry;
        *byte = sum.to_le_bytes()[0];
        carry = sum >> 8;
    }
}

/// y = 2 has no x on the curve.
fn not_on_the_curve() -> PublicKey {
    let mut bytes = [0; 32];
    bytes[0] = 2;
    PublicKey::from_bytes(bytes)
}

fn order(telling: &mut Telling) -> Told<()> {
    let root = key("root");
    let submit =
        |draft: &Unsigned| Submission { envelope: draft.sign(&root).unwrap_or_default(), blobs: vec![] };
    let good = good(telling);
    let (index, now_ms) = (telling.story.log.state().size(), telling.story.now_ms);
    telling.refuse_at(Code::WrongIndex, "a place is left out", &submit(&good), index + 1, now_ms)?;
    telling.refuse_at(Code::WrongIndex, "a place is taken twice", &submit(&good), index - 1, now_ms)?;
    let early = submit(&good);
    telling.refuse_at(Code::TimeWentBackwards, "dated before the founding", &early, index, now_ms - 1)?;
    telling.refuse_at(Code::NumberTooLarge, "dated at 2^53", &submit(&good), index, MAX_INTEGER + 1)?;

    let other = Unsigned { estate: EstateId::from_bytes([7; 32]), ..good.clone() };
    telling.refuse_submission(Code::WrongEstate, "signed for another estate", &submit(&other))?;
    let again = Unsigned { seq: 0, ..good.clone() };
    telling.refuse_submission(Code::SeqReused, "the founding's number again", &submit(&again))?;
    let ahead = Unsigned { view: View { size: 2, root: Hash::ZERO }, ..good.clone() };
    telling.refuse_submission(Code::ViewAhead, "a view of entries that are not here", &submit(&ahead))?;
    let fork = Unsigned { view: View { size: 1, root: Hash::ZERO }, ..good.clone() };
    telling.refuse_submission(Code::ViewMismatch, "a view of another history", &submit(&fork))?;

    telling.refuse(Code::UnknownKey, "a key from nowhere", "stranger", good.body.clone(), vec![])?;
    telling.refuse(Code::MissingCapability, "a root closes a roll", "root", roll("march"), vec![])
}
