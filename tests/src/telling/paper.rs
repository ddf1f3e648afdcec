//! A vote with ballots on paper: sheets that two clerks read, the box, a denial, and everything that is refused on the way.

use yishi_protocol::admit::spoilt_items;
use yishi_protocol::blob::{BallotOpening, Blob};
use yishi_protocol::body::{
    BallotBox, Capability, Class, Close, Confirm, Deny, Final, Item, ItemEnd, Notice, Paper, PaperFlaw,
    RevokeGrant,
};
use yishi_protocol::calendar::{DAY_MS, HOUR_MS, objections_end_ms};
use yishi_protocol::count::{Counted, count};
use yishi_protocol::id::{EntryId, Salt};
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::rejection::Code;

use super::{Telling, Told, Unexpected};
use crate::paper::{boxed, paper, paper_offices};
use crate::people::{party, person};
use crate::stairwell::{STAIRWELL, ballot, grant, hour, notice_of, open, resolution};

fn items() -> Vec<Item> {
    vec![resolution(1, Class::Ordinary)]
}

/// The window: five days of November.
fn opens_ms() -> u64 {
    hour(11, 2, 0)
}

fn closes_ms() -> u64 {
    opens_ms() + 5 * DAY_MS
}

/// Told in autumn, of a vote with those in it who have no phone.
pub(super) fn tell(telling: &mut Telling, roll: EntryId) -> Told<()> {
    let (body, blobs) = notice_of(roll, STAIRWELL, opens_ms(), items());
    let body = Notice { closes_ms: closes_ms(), ..body };
    let noticed = telling.say("a vote is noticed that takes paper too", "host", body, blobs)?.entry.id();
    telling.story.now_ms = opens_ms() - 9 * HOUR_MS;
    let agenda = telling.say("it is opened", "host", open(noticed, roll), vec![])?.entry.id();
    for (root, name, office) in paper_offices() {
        let body = grant(telling.story.log.state(), name, office, &[Capability::Paper], hour(12, 31, 0));
        telling.say(&format!("{name} takes paper"), root, body, vec![])?;
    }
    let (early, blobs) = paper((agenda, &items()), (7, "li"), &[&[0]], telling.story.now_ms);
    telling.refuse(Code::OutsideWindow, "keyed before the window", "wu", early, blobs)?;
    telling.story.now_ms = opens_ms() + 9 * HOUR_MS;
    keyed(telling, agenda)?;
    telling.story.now_ms = closes_ms();
    counted(telling, agenda)
}

/// The sheets of the first days, on the day on which a clerk keys them.
pub(super) fn keyed(telling: &mut Telling, agenda: EntryId) -> Told<()> {
    let taken_ms = telling.story.now_ms;
    telling.story.now_ms += HOUR_MS;
    let (good, blobs) = paper((agenda, &items()), (7, "li"), &[&[0]], taken_ms);
    refused(telling, &good, &blobs)?;
    marks(telling, &good)?;

    telling.say("wu reads li's sheet", "wu", good.clone(), blobs.clone())?;
    let (other, otherwise) = paper((agenda, &items()), (7, "li"), &[&[1]], taken_ms);
    telling.say("zheng reads it otherwise", "zheng", other.clone(), otherwise.clone())?;
    telling.say("and once more", "zheng", other.clone(), otherwise.clone())?;
    telling.say("and again", "zheng", other.clone(), otherwise.clone())?;
    telling.refuse(Code::TooOften, "four times", "zheng", other, otherwise)?;
    telling.say("chen reads what wu read: it counts", "chen", good.clone(), blobs.clone())?;
    telling.refuse(Code::SheetCounted, "wei reads it too", "wei", good, blobs)?;

    let (unsigned, blobs) = paper((agenda, &items()), (8, "feng"), &[&[0]], taken_ms);
    let unsigned =
        Paper { invalid: Some(PaperFlaw::Unsigned), scan: Some(leaf_hash(b"scan of 8")), ..unsigned };
    telling.say("wu finds no name under feng's", "wu", unsigned.clone(), blobs.clone())?;
    let again = Paper { sheet: 9, ..unsigned.clone() };
    telling.refuse(Code::ScanRepeated, "its scan under another number", "zheng", again, blobs.clone())?;
    telling.say("nor does zheng, of the same committee", "zheng", unsigned.clone(), blobs.clone())?;
    telling.say("nor does wei of another organisation: it counts, as invalid", "wei", unsigned, blobs)?;

    // The developer signs a ballot online, and two clerks bring a sheet that says otherwise.
    let (body, blob) = ballot(agenda, party("developer"), &[&[1]], None);
    telling.say("the developer votes", "developer", body, vec![blob])?;
    let deny = Deny { agenda, sheet: 10 };
    telling.refuse(Code::BallotUnknown, "a sheet that nobody has read", "developer", deny.clone(), vec![])?;
    let taken_ms = telling.story.now_ms + 1;
    telling.story.now_ms += HOUR_MS;
    let (late, blobs) = paper((agenda, &items()), (10, "developer"), &[&[0, 1]], taken_ms);
    telling.say("wu reads two marks, which is none", "wu", late.clone(), blobs.clone())?;
    telling.say("so does wei: no valid ballot gives way to it", "wei", late, blobs)?;
    telling.refuse(Code::DenialInvalid, "a sheet that does not stand", "developer", deny, vec![])?;
    let (over, blobs) = paper((agenda, &items()), (11, "developer"), &[&[0]], taken_ms);
    let over = Paper { by: Some(person("developer")), assisted: Some(person("tenant")), ..over };
    telling.say(
        "with the tenant's help the developer was for it, reads wu",
        "wu",
        over.clone(),
        blobs.clone(),
    )?;
    telling.say("and wei: paper over the online ballot", "wei", over, blobs)?;
    let early = boxed(agenda, &[7, 8]);
    telling.refuse(Code::BoxTime, "a box while votes are cast", "wu", early, vec![])
}

/// What is no reading.
fn refused(telling: &mut Telling, good: &Paper, blobs: &[Blob]) -> Told<()> {
    let with = |change: &dyn Fn(&mut Paper)| {
        let mut body = good.clone();
        change(&mut body);
        body
    };
    telling.refuse(Code::MissingCapability, "by an owner", "li", good.clone(), blobs.to_vec())?;
    telling.refuse(Code::MissingCapability, "by a root", "root", good.clone(), blobs.to_vec())?;
    let now_ms = telling.story.now_ms;
    let wrong: &[(Code, &str, Paper)] = &[
        (Code::AgendaUnknown, "of no vote", with(&|body| body.agenda = EntryId::ZERO)),
        (
            Code::PaperBarred,
            "the manager's staff helped",
            with(&|body| body.assisted = Some(person("manager"))),
        ),
        (Code::OutsideWindow, "before the window", with(&|body| body.taken_ms = opens_ms() - 1)),
        (Code::OutsideWindow, "after it", with(&|body| body.taken_ms = closes_ms())),
        (Code::PaperTime, "not handed over yet", with(&|body| body.taken_ms = now_ms + 1)),
        (Code::NotOnRoll, "for a parking space", with(&|body| body.party = party("parker"))),
        (Code::PaperForm, "number 0", with(&|body| body.sheet = 0)),
        (Code::PaperForm, "number 1,000,000", with(&|body| body.sheet = 1_000_000)),
        (Code::PaperForm, "an item that there is not", with(&|body| body.spoilt = vec![2])),
        (Code::PaperForm, "an item twice", with(&|body| body.spoilt = vec![1, 1])),
        (Code::PaperOwn, "wu's own home", with(&|body| body.party = party("wu"))),
        (Code::PaperOwn, "wu signed it", with(&|body| body.by = Some(person("wu")))),
        (Code::PersonUnknown, "nobody knows who signed", with(&|body| body.by = Some(person("nobody")))),
        (Code::PaperMarks, "one mark called two", with(&|body| body.spoilt = vec![1])),
    ];
    for (code, note, body) in wrong {
        telling.refuse(*code, note, "wu", body.clone(), blobs.to_vec())?;
    }
    telling.refuse(Code::BlobMissing, "the marks did not come along", "wu", good.clone(), vec![])?;
    let (_, others) = paper((good.agenda, &items()), (7, "feng"), &[&[0]], good.taken_ms);
    let copied = Paper { blob: others.first().map_or(good.blob, Blob::id), ..good.clone() };
    telling.refuse(Code::BlobContext, "marks of another home", "wu", copied, others)?;
    let online =
        Blob::ballot(&good.agenda, &good.party, Salt::ZERO, &BallotOpening { choice: vec![vec![0]] });
    let taken = Paper { blob: online.id(), ..good.clone() };
    telling.refuse(Code::BlobKind, "the opening of a ballot online", "wu", taken, vec![online])
}

/// Marks that cannot be on it.
fn marks(telling: &mut Telling, good: &Paper) -> Told<()> {
    let wrong: &[(Code, &str, &[&[u32]])] = &[
        (Code::ChoiceCount, "two answers to one item", &[&[0], &[0]]),
        (Code::ChoiceOrder, "marks out of order", &[&[1, 0]]),
        (Code::ChoiceOutOfRange, "a fourth box", &[&[3]]),
    ];
    for (code, note, marks) in wrong {
        let opening = BallotOpening { choice: marks.iter().map(|marks| marks.to_vec()).collect() };
        let blob = Blob::paper(&good.agenda, &good.party, Salt::ZERO, &opening);
        let spoilt = spoilt_items(&items(), &opening.choice);
        let body = Paper { blob: blob.id(), spoilt, ..good.clone() };
        telling.refuse(*code, note, "wu", body, vec![blob])?;
    }
    Ok(())
}

/// After the window: the box, and what can be keyed of it.
pub(super) fn counted(telling: &mut Telling, agenda: EntryId) -> Told<()> {
    let close = Close { agenda };
    let (sheet, blobs) = paper((agenda, &items()), (12, "zheng"), &[&[0]], opens_ms() + DAY_MS);
    telling.refuse(Code::BoxFirst, "keyed before the box is counted", "wu", sheet.clone(), blobs.clone())?;
    telling.refuse(Code::BoxDue, "closed before the box is counted", "host", close.clone(), vec![])?;
    let good = boxed(agenda, &[7, 8, 10, 11, 12, 13]);
    telling.refuse(Code::MissingCapability, "an owner counts a box", "li", good.clone(), vec![])?;
    for (note, sheets) in
        [("out of order", vec![8, 7]), ("a sheet twice", vec![7, 7]), ("no number", vec![0])]
    {
        telling.refuse(Code::BoxForm, note, "wu", boxed(agenda, &sheets), vec![])?;
    }
    let many = BallotBox { agenda, sheets: (1..=5_001).collect() };
    telling.refuse(Code::BoxForm, "5,001 sheets", "wu", many, vec![])?;
    let spare = telling.say("wu counts five sheets", "wu", boxed(agenda, &[7, 8, 10, 11, 12]), vec![])?;
    let spare = spare.entry.id();
    let entry = telling.say("and finds a sixth", "wu", good.clone(), vec![])?.entry.id();
    telling.refuse(Code::OwnAct, "wu alone", "wu", Confirm { entry }, vec![])?;
    telling.refuse(
        Code::OtherOrgNeeded,
        "and another clerk of the committee",
        "zheng",
        Confirm { entry },
        vec![],
    )?;
    telling.say("wei has counted with wu", "wei", Confirm { entry }, vec![])?;
    telling.refuse(Code::BoxCounted, "the five too", "chen", Confirm { entry: spare }, vec![])?;
    telling.refuse(Code::BoxCounted, "once more", "wei", good.clone(), vec![])?;
    let (foreign, others) = paper((agenda, &items()), (14, "chen"), &[&[0]], opens_ms() + DAY_MS);
    telling.refuse(Code::SheetNotInBox, "a sheet that was not in it", "wu", foreign, others)?;
    telling.refuse(Code::SheetsOpen, "closed before its sheets are keyed", "host", close.clone(), vec![])?;
    telling.say("wu reads zheng's sheet", "wu", sheet.clone(), blobs.clone())?;
    telling.say("chen too", "chen", sheet.clone(), blobs.clone())?;
    telling.refuse(Code::SheetsOpen, "closed with a sheet unread", "host", close.clone(), vec![])?;
    telling.story.now_ms = closes_ms() + 12 * HOUR_MS;
    telling.refuse(Code::BoxCounted, "a box 12 hours later", "wu", good.clone(), vec![])?;
    telling.story.now_ms = closes_ms() + 7 * DAY_MS;
    telling.say("seven days later, whatever was not keyed", "host", close, vec![])?;
    telling.refuse(Code::AlreadyClosed, "keyed after that", "wu", sheet, blobs)?;
    telling.refuse(Code::AlreadyClosed, "counted after that", "wu", good, vec![])?;
    denied(telling, agenda)?;
    offices_end(telling)
}

/// The totals are stated, a sheet is denied, and they are stated anew.
fn denied(telling: &mut Telling, agenda: EntryId) -> Told<()> {
    state_totals(telling, agenda, "the totals are stated")?;
    let deny = Deny { agenda, sheet: 11 };
    telling.refuse(Code::PersonOnly, "by a root", "root", deny.clone(), vec![])?;
    telling.refuse(Code::NotOnRoll, "by another owner", "wei", deny.clone(), vec![])?;
    telling.story.now_ms += DAY_MS;
    telling.say("the developer denies the sheet", "developer", deny.clone(), vec![])?;
    telling.refuse(Code::PaperDenied, "twice", "developer", deny, vec![])?;
    let stated_ms = telling.story.log.state().agenda(&agenda).and_then(|agenda| agenda.tallied_ms);
    let now_ms =
        std::mem::replace(&mut telling.story.now_ms, objections_end_ms(stated_ms.unwrap_or_default()));
    let end = Final { agenda, items: vec![ItemEnd { disputes: vec![], stands: true }] };
    telling.refuse(Code::TallyStale, "ended on totals that are no more true", "host", end, vec![])?;
    let late = Deny { agenda, sheet: 7 };
    telling.refuse(Code::DenialLate, "denied when the days are over", "li", late, vec![])?;
    telling.story.now_ms = now_ms;
    state_totals(telling, agenda, "they are stated anew")
}

fn state_totals(telling: &mut Telling, agenda: EntryId, note: &str) -> Told<()> {
    let counted = count(telling.story.log.state(), &agenda, &telling.story.evidence);
    let Ok(Counted::Full(counted)) = counted else {
        return Err(Unexpected { note: "the count fails".to_owned(), said: counted.err() });
    };
    let tally = counted.tally(&items());
    telling.say(note, "host", tally.clone(), vec![])?;
    telling.refuse(Code::AlreadyTallied, "and once more", "host", tally, vec![])
}

/// What comes later has no clerks.
fn offices_end(telling: &mut Telling) -> Told<()> {
    for (root, name, _) in paper_offices() {
        let of = telling.story.log.state().person(&person(name));
        let office =
            of.and_then(|of| of.grants.iter().rev().find(|grant| grant.caps.contains(&Capability::Paper)));
        let grant = office.map_or(EntryId::ZERO, |grant| grant.entry);
        telling.say(&format!("{name} takes no paper any more"), root, RevokeGrant { grant }, vec![])?;
    }
    Ok(())
}
