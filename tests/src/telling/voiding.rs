//! Ballots are taken out of a count: who would do it alone, too soon, or with a ballot that is there.

use yishi_protocol::body::{Class, Confirm, DisputeGround, Tally, Void, VoidGround};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::count::{Counted, count};
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;

use super::{Telling, Told, Unexpected, ending};
use crate::disputes::{dispute, ruling, voiding};
use crate::matters::statement;
use crate::people::party;
use crate::stairwell::{ballot, hour, resolution};

/// Wu and zheng vote, one of them by a ballot that is not theirs, as an upheld dispute has it.
pub(super) fn told(telling: &mut Telling, agenda: EntryId) -> Told<()> {
    telling.story.now_ms = hour(7, 15, 9);
    let mut cast = |home: &str| {
        let (body, opening) = ballot(agenda, party(home), &[&[0]], None);
        telling.say(&format!("{home} votes"), home, body, vec![opening]).map(|entry| entry.entry.id())
    };
    let (kept, forged) = (cast("wu")?, cast("zheng")?);
    let (missing, blobs) = voiding(agenda, vec![kept], VoidGround::OpeningMissing);
    let soon = "a ballot is given up within the window";
    telling.refuse(Code::NotToVoid, soon, "host", missing.clone(), blobs.clone())?;
    ending::settle(telling, agenda, hour(7, 25, 0))?;
    telling.refuse(Code::NotToVoid, "and once it is counted", "host", missing, blobs)?;

    let (good, blobs) = voiding(agenda, vec![forged], VoidGround::Upheld);
    telling.refuse(Code::VoidInvalid, "though nobody disputes it", "host", good.clone(), blobs.clone())?;
    let (body, text) = dispute((agenda, 1), "zheng", DisputeGround::Ballots, vec![forged]);
    let disputed = telling.say("zheng disputes zheng's ballot", "zheng", body, text)?.entry.id();
    telling.refuse(Code::VoidInvalid, "before anybody rules", "host", good.clone(), blobs.clone())?;
    let (body, text) = ruling((agenda, disputed), true);
    telling.say("wei upholds it", "wei", body, text)?;
    made_void(telling, (good, blobs), kept)?;
    counted_again(telling, agenda, forged)
}

fn made_void(
    telling: &mut Telling,
    (good, blobs): (Void, Vec<yishi_protocol::blob::Blob>),
    kept: EntryId,
) -> Told<()> {
    let refused = [
        (Code::MissingCapability, "an owner makes it void", "li", good.clone()),
        (Code::AgendaUnknown, "of no vote", "host", Void { agenda: EntryId::ZERO, ..good.clone() }),
        (Code::VoidInvalid, "no ballot", "host", Void { ballots: vec![], ..good.clone() }),
        (Code::VoidInvalid, "one that nobody disputes", "host", Void { ballots: vec![kept], ..good.clone() }),
        (Code::VoidInvalid, "twice", "host", Void { ballots: good.ballots.repeat(2), ..good.clone() }),
    ];
    for (code, note, by, body) in refused {
        telling.refuse(code, note, by, body, blobs.clone())?;
    }
    let silent = statement(" ");
    let mute = Void { text: silent.id(), ..good.clone() };
    telling.refuse(Code::WordsMissing, "without a word", "host", mute, vec![silent])?;
    let entry = telling.say("the host makes it void", "host", good.clone(), blobs.clone())?.entry.id();
    telling.refuse(Code::OwnAct, "and stands behind it", "host", Confirm { entry }, vec![])?;
    telling.refuse(Code::OtherOrgNeeded, "the host's root does", "root", Confirm { entry }, vec![])?;
    telling.say("wei does, for the residents' committee", "wei", Confirm { entry }, vec![])?;
    telling.refuse(Code::VoidInvalid, "it is void once", "host", good, blobs)
}

fn counted_again(telling: &mut Telling, agenda: EntryId, forged: EntryId) -> Told<()> {
    let counted = count(telling.story.log.state(), &agenda, &telling.story.evidence);
    let Ok(Counted::Full(counted)) = counted else {
        return Err(Unexpected { note: "the count fails".to_owned(), said: counted.err() });
    };
    let tally = counted.tally(&[resolution(1, Class::Ordinary)]);
    let with = Tally { voided: vec![], ..tally.clone() };
    telling.refuse(Code::TallyMismatch, "the totals do not name it", "host", with, vec![])?;
    let twice = Tally { voided: vec![forged, forged], ..tally.clone() };
    telling.refuse(Code::TallyMismatch, "or name it twice", "host", twice, vec![])?;
    telling.story.now_ms += DAY_MS;
    telling.say("the totals are stated again, without it", "host", tally, vec![]).map(drop)
}
