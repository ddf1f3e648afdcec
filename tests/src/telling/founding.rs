//! The first entries: genesis, letters, grants, devices.

use curve25519_dalek::constants::EIGHT_TORSION;
use curve25519_dalek::edwards::CompressedEdwardsY;
use yishi_protocol::body::{Capability, Codes, Enrol, Genesis, Grant};
use yishi_protocol::id::{EstateId, PublicKey};
use yishi_protocol::rejection::Code;

use super::{Telling, Told};
use crate::people::{key, person, public};
use crate::stairwell::{PEOPLE, code, codes, consent, enrol, genesis, host_grant, hour};
use crate::story::Submission;

/// A key outside the prime-order group: an ordinary one moved by a point of order eight.
fn torsion_key() -> PublicKey {
    let point = CompressedEdwardsY(*public("moved").as_bytes()).decompress().unwrap_or_default();
    let [_, torsion, ..] = EIGHT_TORSION;
    PublicKey::from_bytes((point + torsion).compress().to_bytes())
}

/// The encoding of y = 0 as y = p: it decodes, but it is not the one spelling.
fn unreduced_key() -> PublicKey {
    let mut bytes = [0xff; 32];
    (bytes[0], bytes[31]) = (0xed, 0x7f);
    PublicKey::from_bytes(bytes)
}

fn with_root(root: PublicKey) -> Genesis {
    let mut genesis = genesis();
    genesis.roots.push(root);
    genesis.roots.sort();
    genesis
}

pub(super) fn tell(telling: &mut Telling) -> Told<()> {
    telling.story.now_ms = hour(3, 1, 9);
    let letters = codes(PEOPLE, 1, hour(12, 31, 0));
    telling.refuse(Code::GenesisMissing, "letters before the estate is founded", "root", letters, vec![])?;
    let future = Genesis { rules: 1, ..genesis() };
    telling.refuse(Code::RulesUnknown, "rules of a later version", "root", future, vec![])?;
    let quorum = Genesis { root_quorum: 2, ..genesis() };
    telling.refuse(
        Code::GenesisInvalid,
        "two roots must confirm, but nothing can confirm yet",
        "root",
        quorum,
        vec![],
    )?;
    let nameless = Genesis { name: String::new(), ..genesis() };
    telling.refuse(Code::GenesisInvalid, "no name", "root", nameless, vec![])?;
    telling.refuse(Code::GenesisInvalid, "the author is no root", "stranger", genesis(), vec![])?;
    let log_key = Genesis { log_key: public("root"), ..genesis() };
    telling.refuse(Code::GenesisInvalid, "the log's key is a root", "root", log_key, vec![])?;
    let zero = with_root(PublicKey::ZERO);
    telling.refuse(Code::KeySmallOrder, "a root key of small order", "root", zero, vec![])?;
    let torsion = with_root(torsion_key());
    telling.refuse(Code::KeyTorsion, "a root key outside the prime-order group", "root", torsion, vec![])?;
    let unreduced = with_root(unreduced_key());
    telling.refuse(Code::KeyNotCanonical, "a root key in its second spelling", "root", unreduced, vec![])?;
    let mut elsewhere = telling.story.draft("root", genesis());
    elsewhere.estate = EstateId::from_bytes([1; 32]);
    let envelope = elsewhere.sign(&key("root")).unwrap_or_default();
    let submission = Submission { envelope, blobs: vec![] };
    telling.refuse_submission(Code::WrongEstate, "a founding entry that names an estate", &submission)?;

    telling.say("the estate is founded", "root", genesis(), vec![])?;
    let twice =
        Submission { envelope: telling.story.sign("root", genesis(), vec![]).envelope, blobs: vec![] };
    telling.refuse_submission(Code::GenesisTwice, "it is founded once", &twice)
}

pub(super) fn let_people_in(telling: &mut Telling) -> Told<()> {
    letters(telling)?;
    devices(telling)?;
    grants(telling)
}

fn letters(telling: &mut Telling) -> Told<()> {
    let until = hour(12, 31, 0);
    let nobody = Codes { codes: vec![], expires_ms: until };
    telling.refuse(Code::CodesInvalid, "a list of no letters", "root", nobody, vec![])?;
    let twice = Codes { codes: vec![code("wang", 1), code("wang", 2)], expires_ms: until };
    telling.refuse(Code::CodesInvalid, "two letters for one person", "root", twice, vec![])?;
    let past = codes(PEOPLE, 1, hour(2, 1, 0));
    telling.refuse(Code::CodeExpired, "letters that have run out", "root", past, vec![])?;
    let bad_key = Codes { codes: vec![(person("wang"), PublicKey::ZERO)], expires_ms: until };
    telling.refuse(
        Code::KeySmallOrder,
        "a letter whose code anybody could sign for",
        "root",
        bad_key,
        vec![],
    )?;
    telling.refuse(
        Code::PersonUnknown,
        "a grant to somebody without a letter",
        "root",
        host_grant(until),
        vec![],
    )?;
    telling.say("letters go out", "root", codes(PEOPLE, 1, until), vec![])?;
    let again = Codes { codes: vec![(person("li"), code("wang", 1).1)], expires_ms: until };
    telling.refuse(Code::CodeReused, "a code that is in another letter", "root", again, vec![])
}

fn devices(telling: &mut Telling) -> Told<()> {
    let unknown = enrol(&telling.story.estate(), "wang", "wang", 2);
    telling.refuse(Code::CodeUnknown, "a code nobody issued", "wang", unknown, vec![consent()])?;
    let stranger = Enrol { person: person("nobody"), ..enrol(&telling.story.estate(), "wang", "wang", 1) };
    telling.refuse(Code::PersonUnknown, "a person without a letter", "wang", stranger, vec![consent()])?;
    let rebound = enrol(&telling.story.estate(), "wang", "wang", 1);
    telling.refuse(
        Code::BadCodeSignature,
        "the code signed for another device",
        "thief",
        rebound,
        vec![consent()],
    )?;
    let root = enrol(&telling.story.estate(), "wang", "root", 1);
    telling.refuse(Code::KeyAlreadyBound, "a device that is a root", "root", root, vec![consent()])?;
    let log = enrol(&telling.story.estate(), "wang", "log", 1);
    telling.refuse(Code::KeyAlreadyBound, "a device that is the log", "log", log, vec![consent()])?;
    let silent = enrol(&telling.story.estate(), "wang", "wang", 1);
    telling.refuse(Code::BlobMissing, "the consent text did not come along", "wang", silent, vec![])?;
    for name in PEOPLE {
        let body = enrol(&telling.story.estate(), name, name, 1);
        telling.say(&format!("{name} enrols"), name, body, vec![consent()])?;
    }
    let spent = enrol(&telling.story.estate(), "wang", "thief", 1);
    telling.refuse(Code::CodeSpent, "a letter used a second time", "thief", spent, vec![consent()])?;

    let soon = codes(&["feng"], 2, hour(3, 1, 12));
    telling.say("feng lost the phone and gets a new letter", "root", soon, vec![])?;
    let now_ms = telling.story.now_ms;
    telling.story.now_ms = hour(3, 1, 12);
    let late = enrol(&telling.story.estate(), "feng", "feng's new phone", 2);
    telling.refuse(
        Code::CodeExpired,
        "a letter opened too late",
        "feng's new phone",
        late,
        vec![consent()],
    )?;
    telling.story.now_ms = now_ms;
    let body = enrol(&telling.story.estate(), "feng", "feng's new phone", 2);
    telling.say("feng enrols the new phone", "feng's new phone", body, vec![consent()])?;
    let letters = codes(&["feng"], 3, hour(12, 31, 0));
    telling.refuse(Code::KeyRevoked, "the lost phone speaks", "feng", letters, vec![])
}

fn grants(telling: &mut Telling) -> Told<()> {
    use Capability::{Close, Grant as Hand, Notice, Open};
    let until = hour(12, 31, 0);
    let give = |name: &str, caps: &[Capability], until_ms| Grant {
        caps: caps.to_vec(),
        person: person(name),
        title: None,
        until_ms,
    };
    telling.refuse(Code::GrantInvalid, "a grant of nothing", "root", give("host", &[], until), vec![])?;
    telling.refuse(
        Code::GrantInvalid,
        "out of order",
        "root",
        give("host", &[Open, Close], until),
        vec![],
    )?;
    telling.refuse(Code::GrantExpired, "a grant into the past", "root", give("host", &[Close], 1), vec![])?;
    telling.refuse(
        Code::MissingCapability,
        "an owner gives grants",
        "wang",
        give("wang", &[Close], until),
        vec![],
    )?;
    telling.say("wang's neighbour becomes host", "root", host_grant(until), vec![])?;
    let longer = give("wu", &[Close], until + 1);
    telling.refuse(Code::GrantWidens, "for longer than the host has", "host", longer, vec![])?;
    let watcher = give("chen", &[Capability::Evidence], until);
    telling.say("chen supervises", "root", watcher, vec![])?;
    telling.say("the host hands on", "host", give("wu", &[Close, Hand], until), vec![])?;
    telling.refuse(Code::GrantWidens, "more than wu has", "wu", give("zheng", &[Notice], until), vec![])?;
    telling.say("wu hands on", "wu", give("zheng", &[Close, Hand], until), vec![])?;
    telling.refuse(Code::GrantTooDeep, "a fourth hand", "zheng", give("chen", &[Close], until), vec![])
}
