//! The end of a vote's window is put off: who would do it when, how often, and how far.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Class, Close, Extend};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;

use super::{Telling, Told};
use crate::matters::statement;
use crate::people::party;
use crate::stairwell::{ballot, hour, notice, open, resolution};

/// When the windows of March end that are not put off.
fn closes_ms() -> u64 {
    hour(4, 4, 0)
}

fn extend(agenda: EntryId, closes_ms: u64, why: &str) -> (Extend, Vec<Blob>) {
    let text = statement(why);
    (Extend { agenda, closes_ms, text: text.id() }, vec![text])
}

/// The notice of a vote in which too few will take part.
pub(super) fn noticed(telling: &mut Telling, roll: EntryId) -> Told<EntryId> {
    let (body, blobs) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    Ok(telling.say("a vote that few care for is noticed", "host", body, blobs)?.entry.id())
}

/// It is opened.
pub(super) fn opened(telling: &mut Telling, roll: EntryId, noticed: EntryId) -> Told<EntryId> {
    let agenda = telling.say("it is opened too", "host", open(noticed, roll), vec![])?.entry.id();
    let (early, blobs) = extend(agenda, closes_ms() + DAY_MS, "多给几天。");
    telling.refuse(Code::OutsideWindow, "put off before it begins", "host", early, blobs)?;
    Ok(agenda)
}

/// The last moment of the window: the vote in which enough take part ends, the other goes on for a day.
pub(super) fn at_the_end(telling: &mut Telling, few: EntryId, enough: EntryId) -> Told<()> {
    let (reached, blobs) = extend(enough, closes_ms() + DAY_MS, "看看还有没有人改主意。");
    telling.refuse(Code::QuorumReached, "a vote in which enough take part", "host", reached, blobs)?;

    let (good, blobs) = extend(few, closes_ms() + DAY_MS, "参加的人还不够三分之二。");
    telling.refuse(Code::MissingCapability, "by an owner", "li", good.clone(), blobs.clone())?;
    let nothing = Extend { agenda: EntryId::ZERO, ..good.clone() };
    telling.refuse(Code::AgendaUnknown, "of a vote that is not here", "host", nothing, blobs.clone())?;
    for (note, closes_ms) in [
        ("by a day less a millisecond", closes_ms() + DAY_MS - 1),
        ("to an earlier end", closes_ms() - DAY_MS),
        ("beyond sixty days", hour(3, 20, 0) + 60 * DAY_MS + 1),
        ("for ever", 9_007_199_254_740_991),
    ] {
        let body = Extend { closes_ms, ..good.clone() };
        telling.refuse(Code::WindowLength, note, "host", body, blobs.clone())?;
    }
    let (mute, silent) = extend(few, closes_ms() + DAY_MS, " ");
    telling.refuse(Code::WordsMissing, "without a word", "host", mute, silent)?;
    telling.say("put off by a day in the last millisecond", "host", good.clone(), blobs.clone())?;
    let (again, text) = extend(few, closes_ms() + 9 * DAY_MS, "还是不够。");
    telling.refuse(Code::AlreadyExtended, "twice", "host", again, text)
}

/// The end that was noticed.
pub(super) fn over(telling: &mut Telling, few: EntryId, enough: EntryId) -> Told<()> {
    let (late, blobs) = extend(enough, closes_ms() + DAY_MS, "晚了一步。");
    telling.refuse(Code::OutsideWindow, "as the window has ended", "host", late, blobs)?;
    telling.refuse(
        Code::TooEarlyToClose,
        "what was put off is closed",
        "host",
        Close { agenda: few },
        vec![],
    )?;
    let (body, blob) = ballot(few, party("li"), &[&[0]], None);
    telling.say("li votes after the end that was noticed", "li", body, vec![blob]).map(drop)
}
