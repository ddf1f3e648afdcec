//! The first entries: genesis, letters, grants, devices.

use curve25519_dalek::constants::EIGHT_TORSION;
use curve25519_dalek::edwards::CompressedEdwardsY;
use yishi_protocol::body::{
    self, Capability, Codes, Confirm, Enrol, Genesis, Grant, OrgKind, Reach, RevokeGrant, Role, Tier,
};
use yishi_protocol::id::{EntryId, EstateId, OrgId, PublicKey};
use yishi_protocol::rejection::Code;

use super::{Telling, Told};
use crate::people::{key, person, public};
use crate::stairwell::{
    ORGS, PEOPLE, STAIRWELL, code, codes, consent, enrol, enrol_by_two, genesis, grant, host_grant, hour,
    org_unit,
};
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
        "two roots must stand behind what a root does",
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
    organisations(telling)?;
    letters(telling)?;
    devices(telling)?;
    offices(telling)
}

fn organisations(telling: &mut Telling) -> Told<()> {
    let (claim, name) = org_unit(OrgKind::Committee, "业主委员会", Some("second root"));
    telling.refuse(Code::OrgInvalid, "a root speaks for the other root", "root", claim, name)?;
    for (kind, name, root) in ORGS {
        let (body, blobs) = org_unit(*kind, name, *root);
        telling.say(&format!("{name} is declared"), root.unwrap_or("root"), body, blobs)?;
    }
    let (twice, name) = org_unit(OrgKind::Other, "施工队", Some("root"));
    telling.refuse(Code::OrgInvalid, "a root belongs to two organisations", "root", twice, name)?;
    let (nameless, _) = org_unit(OrgKind::Other, "施工队", None);
    telling.refuse(Code::BlobMissing, "an organisation without its name", "root", nameless, vec![])
}

/// Everybody but the developer, whose letter nobody will confirm.
fn most() -> Vec<&'static str> {
    PEOPLE.iter().copied().filter(|name| *name != "developer").collect()
}

fn letters(telling: &mut Telling) -> Told<()> {
    let until = hour(12, 31, 0);
    let nobody = Codes { codes: vec![], expires_ms: until };
    telling.refuse(Code::CodesInvalid, "a list of no letters", "root", nobody, vec![])?;
    let twice = Codes { codes: vec![code("wang", 1), code("wang", 2)], expires_ms: until };
    telling.refuse(Code::CodesInvalid, "two letters for one person", "root", twice, vec![])?;
    let mut homes = codes(&most(), 1, until);
    homes.codes.reverse();
    telling.refuse(Code::RowsOrder, "letters in another order than that of ids", "root", homes, vec![])?;
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
    for taken in ["log", "second root"] {
        let body = Codes { codes: vec![(person("wang"), public(taken))], expires_ms: until };
        telling.refuse(
            Code::CodeReused,
            &format!("a letter with the key of the {taken}"),
            "root",
            body,
            vec![],
        )?;
    }
    let early = host_grant(telling.story.log.state(), until);
    telling.refuse(Code::PersonUnknown, "a grant to somebody without a letter", "root", early, vec![])?;
    let nothing = Confirm { entry: EntryId::ZERO };
    telling.refuse(Code::NothingToConfirm, "nothing is confirmed", "second root", nothing, vec![])?;

    let letters = telling.say("letters go out", "root", codes(&most(), 1, until), vec![])?.entry.id();
    let again = Codes { codes: vec![(person("li"), code("wang", 1).1)], expires_ms: until };
    telling.refuse(Code::CodeReused, "a code that is in another letter", "root", again, vec![])?;
    let second = || Confirm { entry: letters };
    telling.refuse(Code::OwnAct, "their issuer confirms them", "root", second(), vec![])?;
    telling.say("another root stands behind them", "second root", second(), vec![])?;
    telling.refuse(Code::AlreadyConfirmed, "once is enough", "second root", second(), vec![])?;
    telling.say("one more letter, which nobody confirms", "root", codes(&["developer"], 1, until), vec![])?;

    let newer = codes(&["parker"], 2, until);
    let newer = telling.say("parker's letter was lost in the post", "root", newer, vec![])?.entry.id();
    telling.say("another root stands behind the new one", "second root", Confirm { entry: newer }, vec![])?;
    let lost = enrol(&telling.story.estate(), "parker", "parker", 1);
    telling.refuse(Code::CodeReplaced, "the finder opens the lost one", "parker", lost, vec![consent()])
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
    let none = Enrol { codes: vec![], ..enrol(&telling.story.estate(), "wang", "wang", 1) };
    telling.refuse(Code::CodesNeeded, "without any letter", "wang", none, vec![consent()])?;
    let two = enrol_by_two(&telling.story.estate(), "wang", "wang", [1, 1]);
    telling.refuse(Code::CodesNeeded, "one letter shown twice", "wang", two, vec![consent()])?;
    let root = enrol(&telling.story.estate(), "wang", "root", 1);
    telling.refuse(Code::KeyAlreadyBound, "a device that is a root", "root", root, vec![consent()])?;
    let log = enrol(&telling.story.estate(), "wang", "log", 1);
    telling.refuse(Code::KeyAlreadyBound, "a device that is the log", "log", log, vec![consent()])?;
    let silent = enrol(&telling.story.estate(), "wang", "wang", 1);
    telling.refuse(Code::BlobMissing, "the consent text did not come along", "wang", silent, vec![])?;
    for name in PEOPLE {
        let letter = if *name == "parker" { 2 } else { 1 };
        let body = enrol(&telling.story.estate(), name, name, letter);
        telling.say(&format!("{name} enrols"), name, body, vec![consent()])?;
    }
    let spent = enrol(&telling.story.estate(), "wang", "thief", 1);
    telling.refuse(Code::CodeSpent, "a letter used a second time", "thief", spent, vec![consent()])?;
    lost_phone(telling)
}

/// A new letter for somebody who has a device waits for a second person, and takes nothing away until then.
fn lost_phone(telling: &mut Telling) -> Told<()> {
    let soon = codes(&["feng"], 2, hour(3, 1, 12));
    let letter = telling.say("feng lost the phone and gets a new letter", "root", soon, vec![])?.entry.id();
    let early = enrol(&telling.story.estate(), "feng", "feng's new phone", 2);
    telling.refuse(
        Code::CodeUnconfirmed,
        "one person alone replaces a phone",
        "feng's new phone",
        early.clone(),
        vec![consent()],
    )?;
    telling.say("another root confirms the letter", "second root", Confirm { entry: letter }, vec![])?;
    let now_ms = telling.story.now_ms;
    telling.story.now_ms = hour(3, 1, 12);
    telling.refuse(
        Code::CodeExpired,
        "a letter opened too late",
        "feng's new phone",
        early.clone(),
        vec![consent()],
    )?;
    telling.story.now_ms = now_ms;
    telling.say("feng enrols the new phone", "feng's new phone", early, vec![consent()])?;
    let letters = codes(&["feng"], 3, hour(12, 31, 0));
    telling.refuse(Code::KeyRevoked, "the lost phone speaks", "feng", letters, vec![])
}

/// Offices: given, handed on, limited, ended.
fn offices(telling: &mut Telling) -> Told<()> {
    use Capability::{Close, Codes, Evidence, Grant as Hand, Notice, Open, Progress};
    const COMMITTEE: (OrgKind, Role) = (OrgKind::Committee, Role::Committee);
    let until = hour(12, 31, 0);
    let state = telling.story.log.state().clone();
    let give =
        |name: &str, office, caps: &[Capability], until_ms| grant(&state, name, office, caps, until_ms);
    let good = give("host", COMMITTEE, &[Close], until);
    let wrong: &[(Code, &str, Grant)] = &[
        (Code::GrantInvalid, "a grant of nothing", give("host", COMMITTEE, &[], until)),
        (Code::GrantInvalid, "out of order", give("host", COMMITTEE, &[Open, Close], until)),
        (Code::GrantExpired, "a grant into the past", give("host", COMMITTEE, &[Close], 1)),
        (Code::OrgUnknown, "for nobody", Grant { org: OrgId::ZERO, ..good.clone() }),
        (
            Code::RoleInvalid,
            "the manager lets people in",
            give("manager", (OrgKind::Manager, Role::Manager), &[Codes], until),
        ),
        (
            Code::RoleInvalid,
            "a committee member of the manager's",
            give("manager", (OrgKind::Manager, Role::Committee), &[Close], until),
        ),
        (
            Code::ReachInvalid,
            "for no tier",
            Grant { reach: Reach { tiers: Some(vec![]), ..Reach::default() }, ..good.clone() },
        ),
        (
            Code::ReachInvalid,
            "letters for one tier",
            Grant {
                reach: Reach { tiers: Some(vec![Tier::Grid]), ..Reach::default() },
                ..give("host", COMMITTEE, &[Codes], until)
            },
        ),
        (
            Code::ScopeUnknown,
            "for a part that no roll has",
            Grant { reach: Reach { scopes: Some(vec![STAIRWELL]), ..Reach::default() }, ..good.clone() },
        ),
    ];
    for (code, note, body) in wrong {
        telling.refuse(*code, note, "root", body.clone(), vec![])?;
    }
    telling.refuse(Code::MissingCapability, "an owner gives grants", "wang", good, vec![])?;
    let (own, name) = org_unit(OrgKind::Other, "王家军", None);
    telling.refuse(Code::MissingCapability, "an owner declares an organisation", "wang", own, name)?;

    telling.say("wang's neighbour becomes host", "root", host_grant(&state, until), vec![])?;
    let longer = give("wu", COMMITTEE, &[Close], until + 1);
    telling.refuse(Code::GrantWidens, "for longer than the host has", "host", longer, vec![])?;
    let supervisor = give("chen", (OrgKind::Supervisors, Role::Supervisor), &[Evidence], until);
    telling.refuse(Code::GrantWidens, "the host makes a supervisor", "host", supervisor.clone(), vec![])?;
    telling.say("chen supervises", "root", supervisor, vec![])?;
    let both = give("chen", COMMITTEE, &[Close], until);
    telling.refuse(Code::OfficesClash, "whoever supervises hosts as well", "root", both, vec![])?;
    let ally = give("wei", (OrgKind::ResidentsCommittee, Role::ResidentsCommittee), &[Codes], until);
    telling.refuse(
        Code::GrantOtherOrg,
        "the host makes its own second person",
        "host",
        ally.clone(),
        vec![],
    )?;
    telling.say("the other root sends one", "second root", ally, vec![])?;

    telling.say("the host hands on", "host", give("wu", COMMITTEE, &[Close, Codes, Hand], until), vec![])?;
    let more = give("zheng", COMMITTEE, &[Notice], until);
    telling.refuse(Code::GrantWidens, "more than wu has", "wu", more, vec![])?;
    telling.say("wu hands on", "wu", give("zheng", COMMITTEE, &[Close, Codes, Hand], until), vec![])?;
    let fourth = give("chu", COMMITTEE, &[Close], until);
    telling.refuse(Code::GrantTooDeep, "a fourth hand", "zheng", fourth, vec![])?;

    let ended = give("chu", COMMITTEE, &[Close], until);
    let ended = telling.say("chu closes votes too", "wu", ended, vec![])?.entry.id();
    let end = |grant| RevokeGrant { grant };
    telling.refuse(Code::GrantUnknown, "what nobody gave is ended", "host", end(EntryId::ZERO), vec![])?;
    telling.refuse(Code::GrantNotYours, "a neighbour ends it", "wang", end(ended), vec![])?;
    telling.say("chu resigns", "chu", end(ended), vec![])?;
    telling.refuse(Code::GrantEnded, "it ends once", "wu", end(ended), vec![])?;
    let close = body::Close { agenda: EntryId::ZERO };
    telling.refuse(Code::AgendaUnknown, "chu closes nothing", "chu", close, vec![])?;

    // Nobody but the issuer of its letter stands behind the developer's device, so an office waits for its giver's word.
    let worker = give("developer", (OrgKind::Committee, Role::BuildingContact), &[Progress], until);
    telling.say("the developer is a building's contact", "root", worker, vec![])?;
    Ok(())
}
