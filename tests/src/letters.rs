//! Letters and devices of the stairwell's people, in the bodies that say them.

use yishi_protocol::blob::{Blob, BlobKind, Words};
use yishi_protocol::body::{AddDevice, Codes, Enrol, EnrolInPerson, device_message};
use yishi_protocol::id::{EstateId, Salt};
use yishi_protocol::signature::sign;
use yishi_server::founding::{self, LetterKey, Newcomer};

use crate::people::{key, person, public};

/// The code row of a person's letter; a later letter has another number.
pub fn code(name: &str, letter: u32) -> (yishi_protocol::id::PersonId, yishi_protocol::id::PublicKey) {
    (person(name), public(&code_name(name, letter)))
}

fn code_name(name: &str, letter: u32) -> String {
    format!("{name}'s letter {letter}")
}

/// Publishes letters for some people.
pub fn codes(names: &[&str], letter: u32, expires_ms: u64) -> Codes {
    let mut codes: Vec<_> = names.iter().map(|name| code(name, letter)).collect();
    codes.sort();
    Codes { codes, expires_ms }
}

/// The consent text.
pub fn consent() -> Blob {
    let zh = "我同意议事平台保存我的姓名与房号，仅用于本小区议事表决。";
    let words = Words::zh_en(zh, Some("I agree to have my name kept on the roll."));
    Blob::record(BlobKind::Consent, Salt::ZERO, &words)
}

/// Somebody who opens a first letter with the phone of their name.
pub fn newcomer(name: &str) -> Newcomer {
    let letter = LetterKey::Key(Box::new(key(&code_name(name, 1))));
    Newcomer { person: person(name), letter, device: Some(key(name)) }
}

/// Enrols a device, the key of that name, for a person by a letter.
pub fn enrol(estate: &EstateId, name: &str, device: &str, letter: u32) -> Enrol {
    opened(estate, name, device, &[letter])
}

fn opened(estate: &EstateId, name: &str, device: &str, letters: &[u32]) -> Enrol {
    let letters: Vec<_> = letters.iter().map(|letter| key(&code_name(name, *letter))).collect();
    founding::enrol(estate, person(name), &public(device), &letters, &consent())
}

/// Enrols by two letters, of which the second is another issuer's.
pub fn enrol_by_two(estate: &EstateId, name: &str, device: &str, letters: [u32; 2]) -> Enrol {
    opened(estate, name, device, &letters)
}

/// Brings a device to the desk for a person; it is the key of that name.
pub fn in_person(estate: &EstateId, name: &str, device: &str) -> EnrolInPerson {
    let message = device_message(estate, &person(name), &public(device));
    EnrolInPerson {
        consent: consent().id(),
        device: public(device),
        device_sig: sign(&key(device), &message),
        person: person(name),
    }
}

/// Adds a device of a person's; it is the key of that name.
pub fn add_device(estate: &EstateId, name: &str, device: &str) -> AddDevice {
    let message = device_message(estate, &person(name), &public(device));
    AddDevice { device: public(device), device_sig: sign(&key(device), &message) }
}
