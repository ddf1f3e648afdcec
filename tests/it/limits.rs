//! What is too long is refused by name.

use yishi_protocol::blob::{Blob, BlobKind, MAX_TEXT, PersonName, Words};
use yishi_protocol::body::Codes;
use yishi_protocol::envelope::{MAX_BODY, MAX_ENTRY, Unsigned, View};
use yishi_protocol::id::{EstateId, Hash, PublicKey, Salt};
use yishi_protocol::rejection::Code;
use yishi_protocol::verify;
use yishi_tests::people::{key, person};
use yishi_tests::stairwell::{ROLL, opened, resolution, roll_page};

#[test]
fn a_page_of_401_rows_is_refused() {
    let mut opened = opened(vec![resolution(1, yishi_protocol::body::Class::Ordinary)]).unwrap();
    let (mut page, blobs) = roll_page("long", (0, 1), &ROLL[..1], &[]);
    let row = page.people[0];
    page.people.resize(400, row);
    assert_eq!(opened.story.say("host", page, blobs).unwrap_err().code, Code::TooManyRows);
}

#[test]
fn a_long_name_and_a_long_text_are_refused() {
    let name = PersonName { name: "名".repeat(1400), phone: None };
    let blob = Blob::record(BlobKind::Person, Salt::ZERO, &name);
    assert_eq!(blob.check().unwrap_err().code, Code::BlobTooLarge);
    let text = Words::zh("x".repeat(MAX_TEXT));
    let blob = Blob::record(BlobKind::Consent, Salt::ZERO, &text);
    assert_eq!(blob.check().unwrap_err().code, Code::BlobTooLarge);
}

#[test]
fn an_entry_longer_than_an_entry_may_be_is_neither_signed_nor_read() {
    let codes = vec![(person("wang"), PublicKey::ZERO); MAX_BODY / 100];
    let draft = Unsigned {
        estate: EstateId::ZERO,
        seq: 0,
        view: View { size: 0, root: Hash::ZERO },
        client_ms: 0,
        body: Codes { codes, expires_ms: 0 }.into(),
    };
    assert_eq!(draft.sign(&key("root")).unwrap_err().code, Code::TooLarge);
    assert_eq!(verify(&vec![0; MAX_ENTRY + 1]).unwrap_err().code, Code::TooLarge);
}

#[test]
fn a_number_above_the_limit_is_not_signed() {
    let draft = Unsigned {
        estate: EstateId::ZERO,
        seq: 1 << 53,
        view: View { size: 0, root: Hash::ZERO },
        client_ms: 0,
        body: Codes { codes: vec![], expires_ms: 0 }.into(),
    };
    assert_eq!(draft.sign(&key("root")).unwrap_err().code, Code::NumberTooLarge);
}
