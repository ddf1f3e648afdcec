//! Where an organisation is found and rung: the swindler who wants a number of their own there, and what stops them.

use yishi_protocol::blob::{Blob, Words};
use yishi_protocol::body::{
    Capability, Confirm, Grant, HelpLine, HelpText, OrgKind, Reach, RevokeGrant, Role, Tier,
};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::{EntryId, OrgId};
use yishi_protocol::rejection::Code;

use super::{Telling, Told};
use crate::help::{help_blob, help_line, help_text, no_help_line};
use crate::matters::statement;
use crate::stairwell::{grant, hour, org};

fn line(telling: &Telling, kind: OrgKind, telephone: &str) -> (HelpLine, Vec<Blob>) {
    help_line(telling.story.log.state(), kind, telephone)
}

fn none(telling: &Telling, kind: OrgKind) -> HelpLine {
    no_help_line(telling.story.log.state(), kind)
}

/// Told when all else is.
pub(super) fn tell(telling: &mut Telling) -> Told<()> {
    authors(telling)?;
    texts(telling)?;
    committee(telling)?;
    taken_down(telling)?;
    manager(telling)
}

/// Who says so: somebody whose office has no limit, for their own organisation.
fn authors(telling: &mut Telling) -> Told<()> {
    let (good, blobs) = line(telling, OrgKind::Committee, "138 0000 0000");
    for (author, note) in [
        ("wang", "an owner gives a number of their own"),
        ("root", "a root gives one, who gives offices and no numbers"),
        ("chen", "a supervisor gives one"),
    ] {
        telling.refuse(Code::MissingCapability, note, author, good.clone(), blobs.clone())?;
    }
    let state = telling.story.log.state().clone();
    let office = (OrgKind::Committee, Role::BuildingContact);
    let give = grant(&state, "chu", office, &[Capability::Raise], hour(12, 31, 0));
    let reach = Reach { tiers: Some(vec![Tier::Grid]), ..Reach::default() };
    let limited = Grant { reach, ..give };
    telling.say("chu brings up matters of the grid", "root", limited, vec![])?;
    telling.refuse(Code::OutOfReach, "and gives a number for all", "chu", good, blobs)?;
    let (other, blobs) = line(telling, OrgKind::ResidentsCommittee, "138 0000 0000");
    telling.refuse(
        Code::OutOfReach,
        "the host gives one for the neighbours' committee",
        "host",
        other,
        blobs.clone(),
    )?;
    let nobody = HelpLine { org: OrgId::ZERO, text: blobs.first().map(Blob::id) };
    telling.refuse(Code::OrgUnknown, "for nobody", "host", nobody, blobs)
}

/// What it may say: what can be seen, read in its order, and rung.
fn texts(telling: &mut Telling) -> Told<()> {
    let good = help_text("0571-8888 1234");
    let numbers = [
        ("no number", ""),
        ("two digits", "12"),
        ("more digits than any number has", "0571 8888 1234 8888 1234 5"),
        ("digits that look alike and ring elsewhere", "０５７１-８８８８ １２３４"),
        ("a word", "0571-8888 1234 转物业"),
        ("two numbers", "88881234/88881235"),
        ("a plus inside", "0571+88881234"),
        ("no end", "0571-8888 1234 -"),
        ("a pause that a telephone would dial on", "88881234,138"),
    ];
    let numbers = numbers.map(|(note, telephone)| (note, help_text(telephone)));
    let place = |words| HelpText { place: words, ..good.clone() };
    let words = [
        ("no place", place(Words::zh(" "))),
        ("a place of two lines", place(Words::zh("3栋\n101室"))),
        ("a place that nobody reads to its end", place(Words::zh("室".repeat(101)))),
        ("digits that are shown backwards", place(Words::zh("\u{202e}4321 8888"))),
        ("no hours in English", HelpText { hours: Words::zh_en("随时", Some("")), ..good.clone() }),
        ("nothing that it is for", HelpText { purpose: Words::zh(""), ..good.clone() }),
    ];
    let committee = org(telling.story.log.state(), OrgKind::Committee);
    for (note, wrong) in numbers.into_iter().chain(words) {
        let blob = help_blob(&wrong);
        let body = HelpLine { org: committee, text: Some(blob.id()) };
        telling.refuse(Code::HelpLineInvalid, note, "host", body, vec![blob])?;
    }
    let (body, _) = line(telling, OrgKind::Committee, "0571-8888 1234");
    telling.refuse(Code::BlobMissing, "the words did not come along", "host", body, vec![])?;
    let said = statement("请打 0571-8888 1234");
    let body = HelpLine { org: committee, text: Some(said.id()) };
    telling.refuse(Code::BlobKind, "words without place and hours", "host", body, vec![said])
}

/// Two persons stand behind a number; the newest holds.
fn committee(telling: &mut Telling) -> Told<()> {
    let nothing = none(telling, OrgKind::Committee);
    telling.refuse(Code::HelpLineNone, "what nobody gave is taken down", "host", nothing, vec![])?;
    let (body, blobs) = line(telling, OrgKind::Committee, "0571-8888 1234");
    let first = telling.say("the host says where the committee is", "host", body, blobs)?.entry.id();
    let confirm = |entry: EntryId| Confirm { entry };
    telling.refuse(Code::OwnAct, "the host alone", "host", confirm(first), vec![])?;
    telling.refuse(Code::MissingCapability, "with an owner", "wang", confirm(first), vec![])?;
    telling.refuse(
        Code::MissingCapability,
        "with one who brings up matters and lets nobody in",
        "chu",
        confirm(first),
        vec![],
    )?;
    telling.refuse(Code::ConfirmBarred, "with the manager's staff", "manager", confirm(first), vec![])?;
    telling.say("wu stands behind it", "wu", confirm(first), vec![])?;
    telling.refuse(Code::AlreadyConfirmed, "once is enough", "wei", confirm(first), vec![])?;

    let (body, blobs) = line(telling, OrgKind::Committee, "0571-8888 1235");
    let second = telling.say("a number that is put aside", "host", body, blobs)?.entry.id();
    let (body, blobs) = line(telling, OrgKind::Committee, "0571-8888 1236");
    let third = telling.say("and a newer one", "host", body, blobs)?.entry.id();
    telling.say(
        "wei, of the residents' committee, stands behind the newer",
        "wei",
        confirm(third),
        vec![],
    )?;
    telling.refuse(Code::HelpLineSuperseded, "the older comes back", "wu", confirm(second), vec![])
}

/// One person takes a number down, and with it whatever waits.
fn taken_down(telling: &mut Telling) -> Told<()> {
    let (body, blobs) = line(telling, OrgKind::Committee, "0571-8888 1237");
    let waits = telling.say("another number waits", "host", body, blobs)?.entry.id();
    let down = none(telling, OrgKind::Committee);
    telling.refuse(Code::MissingCapability, "an owner takes them down", "wang", down.clone(), vec![])?;
    telling.refuse(Code::OutOfReach, "a building's contact does", "chu", down.clone(), vec![])?;
    telling.say("the host takes them down at once", "host", down.clone(), vec![])?;
    telling.refuse(Code::HelpLineNone, "twice", "host", down, vec![])?;
    let late = Confirm { entry: waits };
    telling.refuse(Code::HelpLineSuperseded, "what waited is confirmed all the same", "wu", late, vec![])
}

/// The manager's number: one of those who let people in stands behind it, and a root ends it.
fn manager(telling: &mut Telling) -> Told<()> {
    let state = telling.story.log.state().clone();
    let office = (OrgKind::Manager, Role::Manager);
    let give = grant(&state, "manager", office, &[Capability::Raise], hour(12, 31, 0));
    let given = telling.say("the manager takes in what people bring", "root", give, vec![])?.entry.id();
    let (body, blobs) = line(telling, OrgKind::Manager, "400-100 2000");
    let said = telling.say("and says where", "manager", body, blobs)?.entry.id();
    telling.say("wu stands behind it", "wu", Confirm { entry: said }, vec![])?;
    let down = none(telling, OrgKind::Manager);
    telling.refuse(
        Code::OutOfReach,
        "the committee takes the manager's down",
        "host",
        down.clone(),
        vec![],
    )?;
    telling.say("a root takes it down", "second root", down, vec![])?;

    let (body, blobs) = line(telling, OrgKind::Manager, "400-100 2001");
    let again = telling.say("the manager says so anew", "manager", body.clone(), blobs.clone())?.entry.id();
    let other = telling.say("and once more", "manager", body, blobs)?.entry.id();
    telling.say("and is dismissed", "root", RevokeGrant { grant: given }, vec![])?;
    let late = Confirm { entry: again };
    telling.refuse(Code::MissingCapability, "who was dismissed is found nowhere", "wu", late, vec![])?;
    telling.story.now_ms += 14 * DAY_MS;
    let late = Confirm { entry: other };
    telling.refuse(Code::ProposalLapsed, "two weeks later nothing waits", "wu", late, vec![])
}
