//! Votes that are taken back before their window begins, and everything that is tried with them afterwards.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Access, Class, Close, Item, Tally, Withdraw};
use yishi_protocol::id::{EntryId, Hash};
use yishi_protocol::rejection::Code;

use super::{Telling, Told};
use crate::matters::statement;
use crate::stairwell::{hour, notice, open, resolution, vote};

fn items() -> Vec<Item> {
    vec![resolution(1, Class::Ordinary)]
}

fn withdraw(notice: EntryId, why: &str) -> (Withdraw, Vec<Blob>) {
    let text = statement(why);
    (Withdraw { notice, text: text.id() }, vec![text])
}

/// A notice with an error, which nobody has opened.
pub(super) fn unopened(telling: &mut Telling, roll: EntryId) -> Told<()> {
    let (body, blobs) = notice(roll, items());
    let noticed = telling.say("a vote with an error is noticed", "host", body, blobs)?.entry.id();
    let (good, blobs) = withdraw(noticed, "费用写错了，改好再公示。");
    telling.refuse(Code::MissingCapability, "an owner takes it back", "wang", good.clone(), blobs.clone())?;
    telling.refuse(Code::MissingCapability, "a root does", "root", good.clone(), blobs.clone())?;
    let nothing = Withdraw { notice: EntryId::ZERO, ..good.clone() };
    telling.refuse(Code::NoticeUnknown, "a notice that is not here", "host", nothing, blobs.clone())?;
    let (mute, silent) = withdraw(noticed, " ");
    telling.refuse(Code::WordsMissing, "without a word", "host", mute, silent)?;
    telling.refuse(Code::BlobMissing, "why did not come along", "host", good.clone(), vec![])?;
    telling.say("the host takes it back", "host", good.clone(), blobs.clone())?;
    telling.refuse(Code::VoteWithdrawn, "twice", "host", good, blobs)?;
    telling.refuse(Code::VoteWithdrawn, "and opens it", "host", open(noticed, roll), vec![])
}

/// The notice of a vote that will be opened and then taken back.
pub(super) fn to_be_opened(telling: &mut Telling, roll: EntryId) -> Told<EntryId> {
    let (body, blobs) = notice(roll, items());
    Ok(telling.say("another vote is noticed", "host", body, blobs)?.entry.id())
}

/// It is opened, and taken back in the last moment before its window.
pub(super) fn opened(telling: &mut Telling, roll: EntryId, noticed: EntryId) -> Told<()> {
    let agenda = telling.say("it is opened", "host", open(noticed, roll), vec![])?.entry.id();
    telling.story.now_ms = hour(3, 20, 0) - 1;
    let (body, blobs) = withdraw(noticed, "和另一次表决重了。");
    telling.say("and taken back a millisecond before its window", "host", body, blobs)?;
    telling.story.now_ms = hour(3, 20, 0);
    let cast = vote(&telling.story, "wang", "wang", agenda, &[&[0]]);
    telling.refuse_submission(Code::VoteWithdrawn, "wang votes in it", &cast)?;
    let says = "as if it had been held";
    telling.refuse(Code::VoteWithdrawn, says, "host", Close { agenda }, vec![])?;
    let tally = Tally { agenda, counted_root: Hash::ZERO, items: vec![], voided: vec![] };
    telling.refuse(Code::VoteWithdrawn, says, "host", tally, vec![])?;
    telling.refuse(Code::VoteWithdrawn, "and its evidence", "chen", Access { agenda }, vec![])?;
    telling.story.now_ms = hour(3, 20, 0) - 1;
    Ok(())
}

/// The window of a vote has begun, and somebody has voted.
pub(super) fn too_late(telling: &mut Telling, agenda: EntryId) -> Told<()> {
    let noticed = telling.story.log.state().agenda(&agenda).map_or(EntryId::ZERO, |agenda| agenda.notice);
    let (body, blobs) = withdraw(noticed, "看来通不过。");
    telling.refuse(Code::TooLateToWithdraw, "the host takes it back once it is going", "host", body, blobs)
}
