//! Who stands behind a device: the clerk who wants to win, and what stops them; and how nobody is locked out.

use yishi_protocol::body::{Confirm, EnrolInPerson, Progress, Revoke, RevokeReason};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::{BlobId, EntryId};
use yishi_protocol::rejection::Code;

use super::{Telling, Told, delivering};
use crate::matters::raise;
use crate::people::public;
use crate::stairwell::{add_device, codes, consent, enrol, hour, in_person};

/// Told on 1 and 2 March; wu and zheng are clerks, both below the host.
pub(super) fn tell(telling: &mut Telling) -> Told<EntryId> {
    telling.story.now_ms = hour(3, 1, 15);
    let letter = chair(telling)?;
    devices(telling)?;
    desk(telling)?;
    developer(telling)?;
    Ok(letter)
}

/// A clerk issues the chair a letter, and keeps it.
fn chair(telling: &mut Telling) -> Told<EntryId> {
    let body = codes(&["host"], 2, hour(12, 31, 0));
    let letter = telling.say("wu writes the chair a letter", "wu", body, vec![])?.entry.id();
    let steal = enrol(&telling.story.estate(), "host", "wu's second phone", 2);
    let steal = |telling: &Telling| telling.story.sign("wu's second phone", steal.clone(), vec![consent()]);
    let attempt = steal(telling);
    telling.refuse_submission(Code::CodeUnconfirmed, "and opens it", &attempt)?;
    let second = || Confirm { entry: letter };
    telling.refuse(Code::OwnAct, "wu confirms it", "wu", second(), vec![])?;
    telling.refuse(Code::ConfirmerTooLow, "another clerk confirms it", "zheng", second(), vec![])?;
    telling.refuse(Code::ConfirmerTooLow, "the chair confirms it", "host", second(), vec![])?;
    let attempt = steal(telling);
    telling.refuse_submission(Code::CodeUnconfirmed, "so it opens nothing", &attempt)?;
    Ok(letter)
}

/// Told two weeks later: what nobody stood behind has lapsed.
pub(super) fn lapsed(telling: &mut Telling, letter: EntryId) -> Told<()> {
    telling.story.now_ms = telling.story.now_ms.max(hour(3, 1, 15) + 14 * DAY_MS);
    let late = Confirm { entry: letter };
    telling.refuse(Code::ProposalLapsed, "the chair's letter is confirmed too late", "root", late, vec![])
}

/// A person's own devices.
fn devices(telling: &mut Telling) -> Told<()> {
    let estate = telling.story.estate();
    let tablet = add_device(&estate, "wang", "wang's tablet");
    telling.refuse(Code::PersonOnly, "a root adds a device", "root", tablet.clone(), vec![])?;
    telling.refuse(Code::BadDeviceSignature, "li adds wang's tablet", "li", tablet.clone(), vec![])?;
    telling.say("wang adds a tablet", "wang", tablet.clone(), vec![])?;
    telling.refuse(Code::KeyAlreadyBound, "it is added once", "wang", tablet, vec![])?;
    for number in 3..=5 {
        let body = add_device(&estate, "wang", &format!("wang's device {number}"));
        telling.say(&format!("and a device {number}"), "wang's tablet", body, vec![])?;
    }
    let sixth = add_device(&estate, "wang", "wang's device 6");
    telling.refuse(Code::DevicesTooMany, "a sixth", "wang", sixth, vec![])?;

    let retire = |name: &str| Revoke { device: public(name), reason: RevokeReason::Lost };
    telling.refuse(Code::DeviceUnknown, "a stranger's is retired", "wang", retire("stranger"), vec![])?;
    telling.refuse(Code::DeviceUnknown, "a root is retired", "wu", retire("root"), vec![])?;
    telling.refuse(Code::MissingCapability, "li retires wang's", "li", retire("wang's device 5"), vec![])?;
    telling.say("wang retires one", "wang's tablet", retire("wang's device 5"), vec![])?;
    telling.refuse(Code::DeviceRetired, "twice", "wang", retire("wang's device 5"), vec![])?;
    let retired = telling.say("wu retires another for wang", "wu", retire("wang's device 4"), vec![])?;
    let second = || Confirm { entry: retired.entry.id() };
    telling.refuse(Code::MissingCapability, "li confirms it", "li", second(), vec![])?;
    telling.say("zheng confirms it", "zheng", second(), vec![])?;
    let (body, blobs) = raise();
    telling.refuse(Code::KeyRevoked, "the retired device speaks", "wang's device 4", body, blobs)
}

/// Somebody comes to the desk with a phone.
fn desk(telling: &mut Telling) -> Told<()> {
    let estate = telling.story.estate();
    let grandma = in_person(&estate, "grandma", "grandma's phone");
    let other = in_person(&estate, "grandma", "grandpa's phone");
    let stolen = EnrolInPerson { device_sig: other.device_sig, ..grandma.clone() };
    telling.refuse(
        Code::BadDeviceSignature,
        "a device whose holder did not ask for it",
        "wu",
        stolen,
        vec![consent()],
    )?;
    telling.refuse(Code::MissingCapability, "li lets her in", "li", grandma.clone(), vec![consent()])?;
    let came = telling.say("grandma comes to the desk", "wu", grandma, vec![consent()])?.entry.id();
    let (body, blobs) = raise();
    telling.refuse(Code::UnknownKey, "her phone is not in yet", "grandma's phone", body, blobs)?;
    telling.refuse(Code::OwnAct, "wu alone lets her in", "wu", Confirm { entry: came }, vec![])?;
    telling.say("zheng confirms it", "zheng", Confirm { entry: came }, vec![])?;
    telling.refuse(Code::AlreadyConfirmed, "a third one too", "host", Confirm { entry: came }, vec![])?;

    // Two clerks, and the chair's phone: only somebody above both could.
    let chair = in_person(&estate, "host", "wu's third phone");
    let came = telling.say("wu brings a phone for the chair", "wu", chair, vec![consent()])?.entry.id();
    let low = Confirm { entry: came };
    telling.refuse(Code::ConfirmerTooLow, "and zheng confirms it", "zheng", low, vec![])
}

/// Nobody but its issuer stands behind the developer's letter.
fn developer(telling: &mut Telling) -> Told<()> {
    let device = public("developer");
    let state = telling.story.log.state();
    let entry = state.devices().find(|(_, key)| **key == device).map_or(EntryId::ZERO, |(entry, _)| *entry);
    let work = Progress { paid_fen: 0, percent: 0, task: EntryId::ZERO, text: BlobId::ZERO };
    telling.refuse(Code::MissingCapability, "the office waits", "developer", work.clone(), vec![])?;
    telling.refuse(Code::OwnAct, "its holder confirms it", "developer", Confirm { entry }, vec![])?;
    telling.refuse(Code::MissingCapability, "li confirms it", "li", Confirm { entry }, vec![])?;
    telling.say("who gave the office confirms the device", "root", Confirm { entry }, vec![])?;
    telling.refuse(Code::TaskUnknown, "now it holds", "developer", work, vec![])?;
    telling.refuse(
        Code::OwnAct,
        "but who issued the letter is no second person",
        "root",
        Confirm { entry },
        vec![],
    )
}

/// A root of the other organisation makes the developer's ballots possible; told when they are wanted.
pub(super) fn vouch_for_the_developer(telling: &mut Telling) -> Told<()> {
    delivering::unvouched(telling)?;
    let device = public("developer");
    let state = telling.story.log.state();
    let entry = state.devices().find(|(_, key)| **key == device).map_or(EntryId::ZERO, |(entry, _)| *entry);
    telling.say(
        "another root stands behind the developer's device",
        "second root",
        Confirm { entry },
        vec![],
    )?;
    Ok(())
}
