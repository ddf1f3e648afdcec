//! A vote with a resolution and an election, from notice to tally.

use yishi_protocol::blob::{AgendaText, Blob, BlobKind, Words, ballot_context};
use yishi_protocol::body::{Access, Adoption, Ballot, Class, Close, Item, Mode, Notice, Open, Tally};
use yishi_protocol::bylaws::{Bylaws as Settings, LegalMode};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::count::{Counted, Outcome, count};
use yishi_protocol::id::{EntryId, Hash, Salt};
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::rejection::Code;

use super::roll::Rolls;
use super::{Telling, Told, Unexpected, delivering, extending, identity, withdrawing};
use crate::people::party;
use crate::stairwell::{
    AREA_C, GARAGE, HEADS, agenda_text, ballot, election, hour, notice, open, resolution, vote,
};

pub(super) fn tell(telling: &mut Telling, rolls: &Rolls) -> Told<()> {
    telling.story.now_ms = hour(3, 4, 10);
    notices(telling, rolls)?;
    let (body, blobs) = notice(rolls.april, items());
    let noticed = telling.say("a lift and a committee are noticed", "host", body, blobs)?.entry.id();
    let stricter = Item { raise: Some((51, 100)), ..resolution(1, Class::Ordinary) };
    let (body, blobs) = notice(rolls.april, vec![stricter]);
    let forgotten =
        telling.say("51 of 100 for an ordinary item, which will be forgotten", "host", body, blobs)?;
    let forgotten = forgotten.entry.id();
    withdrawing::unopened(telling, rolls.april)?;
    let doomed = withdrawing::to_be_opened(telling, rolls.april)?;
    let few = extending::noticed(telling, rolls.april)?;
    let agenda = opening(telling, rolls, noticed)?;
    let few = extending::opened(telling, rolls.april, few)?;
    withdrawing::opened(telling, rolls.april, doomed)?;
    ballots(telling, agenda, few)?;
    counting(telling, agenda)?;
    telling.story.now_ms = telling.story.now_ms.max(hour(4, 4, 0));
    let late = open(forgotten, rolls.april);
    telling.refuse(Code::WindowTooShort, "opened when the window is over", "host", late, vec![])
}

fn items() -> Vec<Item> {
    vec![resolution(1, Class::Special), election(2)]
}

fn notices(telling: &mut Telling, rolls: &Rolls) -> Told<()> {
    let (good, blobs) = notice(rolls.april, items());
    telling.refuse(Code::MissingCapability, "an owner gives notice", "wang", good.clone(), blobs.clone())?;
    let wrong: &[(Code, &str, Notice)] = &[
        (Code::RollUnknown, "a roll that is not here", Notice { roll: EntryId::ZERO, ..good.clone() }),
        (Code::RollSuperseded, "the roll of March", Notice { roll: rolls.march, ..good.clone() }),
        (Code::ScopeUnknown, "a part that is not on the roll", Notice { scope: 9, ..good.clone() }),
        (Code::EmptyScope, "a garage, where nothing counts", Notice { scope: GARAGE, ..good.clone() }),
        (
            Code::LegalModeMismatch,
            "a vote that binds",
            Notice { legal_mode: LegalMode::BindingByBylaws, ..good.clone() },
        ),
        (Code::NotYet, "choices that everyone reads at once", Notice { mode: Mode::Open, ..good.clone() }),
        (Code::LotteryInvalid, "a blank lottery", Notice { lottery: Some(String::new()), ..good.clone() }),
        (Code::NotYet, "a reserve day", Notice { reserve_ms: Some(good.closes_ms), ..good.clone() }),
        (Code::ItemsInvalid, "no items", Notice { items: vec![], ..good.clone() }),
        (Code::ItemsInvalid, "numbered from 2", with_item(&good, |item| item.id = 2)),
        (
            Code::ItemsInvalid,
            "bylaws without a document",
            with_item(&good, |item| {
                item.adopts = Some(Adoption { document: Hash::ZERO, settings: Settings::default() });
            }),
        ),
        (
            Code::ItemsInvalid,
            "bylaws by an election",
            with_item(&good, |item| {
                let document = leaf_hash(b"bylaws");
                let adopts = Some(Adoption { document, settings: Settings::default() });
                *item = Item { adopts, ..election(1) };
            }),
        ),
        (Code::ItemsInvalid, "a resolution with a seat", with_item(&good, |item| item.seats = 1)),
        (
            Code::ItemsInvalid,
            "a resolution with candidates",
            with_item(&good, |item| item.options = vec!["A".into()]),
        ),
        (
            Code::ItemsInvalid,
            "an election without candidates",
            with_item(&good, |item| *item = Item { options: vec![], ..election(1) }),
        ),
        (
            Code::ItemsInvalid,
            "a candidate twice",
            with_item(&good, |item| *item = Item { options: vec!["A".into(), "A".into()], ..election(1) }),
        ),
        (Code::NoticeTooShort, "a day early", Notice { opens_ms: good.opens_ms - DAY_MS, ..good.clone() }),
        (
            Code::NoticeTooFar,
            "91 days late",
            Notice { opens_ms: good.opens_ms + 91 * DAY_MS, ..good.clone() },
        ),
        (Code::NoticeTooFar, "of the year 9999", Notice { opens_ms: 253_402_300_799_999, ..good.clone() }),
        (Code::NoticeTooShort, "a minute early", Notice { opens_ms: good.opens_ms - 60_000, ..good.clone() }),
        (
            Code::WindowLength,
            "five days less a millisecond",
            Notice { closes_ms: good.opens_ms + 5 * DAY_MS - 1, ..good.clone() },
        ),
        (
            Code::WindowLength,
            "sixty days and a millisecond",
            Notice { closes_ms: good.opens_ms + 60 * DAY_MS + 1, ..good.clone() },
        ),
        (
            Code::WindowLength,
            "closing before it opens",
            Notice { closes_ms: good.opens_ms - 1, ..good.clone() },
        ),
    ];
    for (code, note, body) in wrong {
        telling.refuse(*code, note, "host", body.clone(), blobs.clone())?;
    }
    thresholds(telling, &good, &blobs)?;
    texts(telling, good)
}

/// The law's thresholds can be raised only.
fn thresholds(telling: &mut Telling, good: &Notice, blobs: &[Blob]) -> Told<()> {
    let wrong = [
        (
            Code::ThresholdLowered,
            "2 of 3 for a special item",
            with_item(good, |item| item.raise = Some((2, 3))),
        ),
        (
            Code::ThresholdLowered,
            "the half for an ordinary item",
            with_item(good, |item| {
                *item = Item { raise: Some((1, 2)), ..resolution(1, Class::Ordinary) };
            }),
        ),
        (
            Code::ThresholdLowered,
            "nobody for an ordinary item",
            with_item(good, |item| {
                *item = Item { raise: Some((0, 1)), ..resolution(1, Class::Ordinary) };
            }),
        ),
        (Code::ThresholdLowered, "5 of 4", with_item(good, |item| item.raise = Some((5, 4)))),
    ];
    for (code, note, body) in wrong {
        telling.refuse(code, note, "host", body, blobs.to_vec())?;
    }
    Ok(())
}

/// What an agenda is in words.
fn texts(telling: &mut Telling, good: Notice) -> Told<()> {
    let other = agenda_text(&items()[..1]);
    let mismatch = Notice { text: other.id(), ..good.clone() };
    telling.refuse(Code::TextMismatch, "a text of one item for two", "host", mismatch, vec![other])?;
    let mut unseen: AgendaText = agenda_text(&items())
        .open()
        .map_err(|said| Unexpected { note: "the text reads".to_owned(), said: Some(said) })?;
    unseen.items[1].options[0] = Words::zh("\u{3164}");
    let unseen = Blob::record(BlobKind::AgendaText, Salt::ZERO, &unseen);
    let nameless = Notice { text: unseen.id(), ..good.clone() };
    telling.refuse(
        Code::WordsMissing,
        "a candidate whose name nobody sees",
        "host",
        nameless,
        vec![unseen],
    )?;
    let salted = Blob { salt: crate::people::salt("secret text"), ..agenda_text(&items()) };
    let hidden = Notice { text: salted.id(), ..good.clone() };
    telling.refuse(Code::BlobPayload, "a public text with a salt", "host", hidden, vec![salted])?;
    telling.refuse(Code::BlobMissing, "the text did not come along", "host", good, vec![])
}

fn with_item(good: &Notice, change: impl FnOnce(&mut Item)) -> Notice {
    let mut notice = good.clone();
    change(&mut notice.items[0]);
    notice
}

fn opening(telling: &mut Telling, rolls: &Rolls, noticed: EntryId) -> Told<EntryId> {
    let good = open(noticed, rolls.april);
    telling.story.now_ms = hour(3, 17, 0) - 1;
    telling.refuse(Code::TooEarlyToOpen, "72 hours and a millisecond ahead", "host", good.clone(), vec![])?;
    telling.story.now_ms = hour(3, 19, 9);
    let wrong = [
        (Code::NoticeUnknown, "a notice that is not here", Open { notice: EntryId::ZERO, ..good.clone() }),
        (Code::RollMismatch, "another roll than noticed", Open { roll: rolls.march, ..good.clone() }),
        (Code::NotYet, "with a correction", Open { corrections: vec![EntryId::ZERO], ..good.clone() }),
        (Code::ScopeHeads, "a head too few", Open { heads: HEADS - 1, ..good.clone() }),
        (Code::ScopeArea, "0.01 m² too little", Open { area_c: AREA_C - 1, ..good.clone() }),
    ];
    for (code, note, body) in wrong {
        telling.refuse(code, note, "host", body, vec![])?;
    }
    let agenda = telling.say("the vote is opened", "host", good.clone(), vec![])?.entry.id();
    telling.refuse(Code::AlreadyOpened, "it is opened once", "host", good, vec![])?;
    Ok(agenda)
}

/// Casts a ballot that must be accepted.
fn cast(
    telling: &mut Telling,
    note: &str,
    voter: &str,
    home: &str,
    agenda: EntryId,
    choice: &[&[u32]],
) -> Told<EntryId> {
    let id = party(home);
    let standing = telling.story.log.state().agenda(&agenda).and_then(|agenda| agenda.standing_ballot(&id));
    let (body, blob) = ballot(agenda, id, choice, standing.map(|ballot| ballot.entry));
    Ok(telling.say(note, voter, body, vec![blob])?.entry.id())
}

fn refuse_vote(
    telling: &mut Telling,
    code: Code,
    note: &str,
    (voter, home): (&str, &str),
    agenda: EntryId,
    choice: &[&[u32]],
) -> Told<()> {
    let submission = vote(&telling.story, voter, home, agenda, choice);
    telling.refuse_submission(code, note, &submission)
}

fn ballots(telling: &mut Telling, agenda: EntryId, few: EntryId) -> Told<()> {
    let good: &[&[u32]] = &[&[0], &[0, 1]];
    telling.story.now_ms = hour(3, 20, 0) - 1;
    refuse_vote(
        telling,
        Code::OutsideWindow,
        "a millisecond before the window",
        ("wang", "wang"),
        agenda,
        good,
    )?;
    telling.story.now_ms = hour(3, 20, 0);
    refuse_vote(
        telling,
        Code::KeyUnconfirmed,
        "by a device that one person alone let in",
        ("developer", "developer"),
        agenda,
        good,
    )?;
    identity::vouch_for_the_developer(telling)?;
    refuse_vote(
        telling,
        Code::AgendaUnknown,
        "on an agenda that is not here",
        ("wang", "wang"),
        EntryId::ZERO,
        good,
    )?;
    refuse_vote(telling, Code::NotOnRoll, "for a parking space", ("parker", "parker"), agenda, good)?;
    refuse_vote(telling, Code::NotOnRoll, "for a home that is not here", ("wang", "nobody"), agenda, good)?;
    refuse_vote(telling, Code::NotOnRoll, "by a root", ("root", "wang"), agenda, good)?;
    refuse_vote(telling, Code::NoMandate, "a tenant for the owner", ("tenant", "wang"), agenda, good)?;
    refuse_vote(telling, Code::NotRepresentative, "the other co-owner", ("qian", "zhao-qian"), agenda, good)?;
    choices(telling, agenda)?;

    let first = cast(telling, "wang is for the lift", "wang", "wang", agenda, good)?;
    let (copied, _) = ballot(agenda, party("wang"), good, None);
    let copy = Ballot { party: party("li"), ..copied };
    telling.refuse(Code::BlobContext, "li copies wang's commitment", "li", copy, vec![])?;
    let (blind, blob) = ballot(agenda, party("wang"), &[&[1], &[]], None);
    telling.refuse(Code::StaleSupersession, "wang forgets the first ballot", "wang", blind, vec![blob])?;
    let (body, _) = ballot(agenda, party("wang"), &[&[1], &[2]], Some(first));
    telling.refuse(Code::BlobMissing, "the opening did not come along", "wang", body, vec![])?;
    withdrawing::too_late(telling, agenda)?;
    delivering::tell(telling, agenda)?;
    cast(telling, "wang thinks again, and is against", "wang", "wang", agenda, &[&[1], &[2]])?;
    cast(telling, "sun votes, but nobody represents the home: held", "sun", "sun-zhou", agenda, good)?;
    cast(telling, "zhou votes otherwise: held too", "zhou", "sun-zhou", agenda, &[&[1], &[]])?;
    let votes: &[(&str, &str, &[&[u32]])] = &[
        ("li", "li", good),
        ("zhao", "zhao-qian", good),
        ("wu", "wu", &[&[0], &[1, 2]]),
        ("zheng", "zheng", &[&[0], &[0]]),
        ("chen", "chen", &[&[0], &[0, 1]]),
        ("chu", "chu", &[&[0], &[1]]),
        ("wei", "wei", &[&[2], &[]]),
    ];
    for (voter, home, choice) in votes {
        telling.story.now_ms += 3_600_000;
        cast(telling, &format!("{voter} votes"), voter, home, agenda, choice)?;
    }
    for number in 1..=10 {
        cast(telling, &format!("wei changes it, {number}"), "wei", "wei", agenda, good)?;
        cast(telling, &format!("wei changes it back, {number}"), "wei", "wei", agenda, &[&[2], &[]])?;
    }
    refuse_vote(telling, Code::BallotPause, "wei changes it once more", ("wei", "wei"), agenda, good)?;
    telling.story.now_ms += 900_000;
    cast(telling, "a quarter of an hour later wei does", "wei", "wei", agenda, &[&[2], &[]])?;
    telling.story.now_ms = hour(4, 4, 0) - 1;
    telling.refuse(
        Code::TooEarlyToClose,
        "a millisecond before the window ends",
        "host",
        Close { agenda },
        vec![],
    )?;
    cast(telling, "feng votes in the last millisecond", "feng's new phone", "feng", agenda, good)?;
    extending::at_the_end(telling, few, agenda)?;
    telling.story.now_ms = hour(4, 4, 0);
    extending::over(telling, few, agenda)?;
    refuse_vote(
        telling,
        Code::OutsideWindow,
        "as the window has closed",
        ("developer", "developer"),
        agenda,
        good,
    )
}

fn choices(telling: &mut Telling, agenda: EntryId) -> Told<()> {
    let wrong: &[(Code, &str, &[&[u32]])] = &[
        (Code::ChoiceCount, "one answer to two items", &[&[0]]),
        (Code::ChoiceCount, "three answers to two items", &[&[0], &[], &[]]),
        (Code::ChoiceNotOne, "no answer to a resolution", &[&[], &[]]),
        (Code::ChoiceNotOne, "for and against", &[&[0, 1], &[]]),
        (Code::ChoiceOutOfRange, "a fourth answer", &[&[3], &[]]),
        (Code::ChoiceOutOfRange, "a fourth candidate", &[&[0], &[3]]),
        (Code::ChoiceOrder, "a candidate twice", &[&[0], &[1, 1]]),
        (Code::ChoiceOrder, "candidates out of order", &[&[0], &[1, 0]]),
        (Code::ChoiceTooMany, "three marks for two seats", &[&[0], &[0, 1, 2]]),
    ];
    for (code, note, choice) in wrong {
        refuse_vote(telling, *code, note, ("wang", "wang"), agenda, choice)?;
    }
    let (mut body, _) = ballot(agenda, party("wang"), &[&[0], &[]], None);
    let text = Blob { context: ballot_context(&agenda, &party("wang")), ..agenda_text(&[]) };
    body.blob = text.id();
    telling.refuse(Code::BlobKind, "a text for an opening", "wang", body, vec![text])
}

fn counting(telling: &mut Telling, agenda: EntryId) -> Told<()> {
    let close = Close { agenda };
    telling.story.now_ms = hour(4, 4, 0);
    telling.refuse(Code::MissingCapability, "an owner closes at once", "li", close.clone(), vec![])?;
    telling.refuse(
        Code::AgendaUnknown,
        "closing nothing",
        "host",
        Close { agenda: EntryId::ZERO },
        vec![],
    )?;
    let tally = counted(telling, agenda)?;
    telling.refuse(
        Code::NotClosed,
        "evidence before the vote is closed",
        "chen",
        Access { agenda },
        vec![],
    )?;
    telling.refuse(Code::NotClosed, "totals before the vote is closed", "host", tally.clone(), vec![])?;
    telling.say("the host closes the vote", "host", close.clone(), vec![])?;
    telling.refuse(Code::AlreadyClosed, "it is closed once", "host", close, vec![])?;

    telling.refuse(
        Code::MissingCapability,
        "the host asks for evidence",
        "host",
        Access { agenda },
        vec![],
    )?;
    telling.say("the supervisor asks for the evidence", "chen", Access { agenda }, vec![])?;

    let mut false_total = tally.clone();
    false_total.items[0].participating.heads += 1;
    telling.refuse(Code::TallyMismatch, "a head too many", "host", false_total, vec![])?;
    let mut false_outcome = tally.clone();
    false_outcome.items[0].outcome = Outcome::Passed;
    telling.refuse(Code::TallyMismatch, "another outcome", "host", false_outcome, vec![])?;
    let short = Tally { items: tally.items[..1].to_vec(), ..tally.clone() };
    telling.refuse(Code::TallyMismatch, "an item is left out", "host", short, vec![])?;
    let voided = Tally { voided: vec![EntryId::ZERO], ..tally.clone() };
    telling.refuse(Code::TallyMismatch, "a ballot is left out that is not void", "host", voided, vec![])?;
    telling.refuse(Code::MissingCapability, "an owner states totals at once", "li", tally.clone(), vec![])?;
    telling.story.now_ms = hour(4, 7, 0);
    telling.say("after three days an owner states the totals", "li", tally.clone(), vec![])?;
    telling.refuse(Code::AlreadyTallied, "they are stated once", "host", tally, vec![])
}

fn counted(telling: &Telling, agenda: EntryId) -> Told<Tally> {
    match count(telling.story.log.state(), &agenda, &telling.story.evidence) {
        Ok(Counted::Full(count)) => Ok(count.tally(&items())),
        Ok(Counted::Erased(_)) => Err(Unexpected { note: "evidence is missing".to_owned(), said: None }),
        Err(said) => Err(Unexpected { note: "the count fails".to_owned(), said: Some(said) }),
    }
}
