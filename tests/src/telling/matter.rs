//! A matter through all five steps, put to the vote on its way, and others that end early.

use yishi_protocol::admit::score;
use yishi_protocol::blob::{Blob, BlobKind, MatterText, Stance};
use yishi_protocol::body::{
    Action, Answer, Class, CloseMatter, Dispatch, Ending, Notice, Origin, Raise, Score, Support, Tier,
};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;

use super::{Telling, Told, Unexpected, calling, ending, voiding};
use crate::calls::LOTTERY;
use crate::matters::{
    answer, close_matter, dispatch, manager_grant, matter_text, opinion, progress, raise, rate, statement,
    words,
};
use crate::people::{party, salt};
use crate::stairwell::{ESTATE, GARAGE, ballot, hour, notice, open, resolution};

/// Tells it from 8 April on.
pub(super) fn tell(telling: &mut Telling, roll: EntryId) -> Told<()> {
    telling.story.now_ms = hour(4, 8, 9);
    let matter = proposing(telling)?;
    answering(telling, matter)?;
    speaking(telling, matter)?;
    let agenda = deciding(telling, matter, roll)?;
    let task = executing(telling, matter, agenda)?;
    evaluating(telling, matter, task)?;
    voted_down(telling, roll, agenda)?;
    unmarked(telling)
}

fn proposing(telling: &mut Telling) -> Told<EntryId> {
    let (good, blobs) = raise();
    telling.refuse(Code::PersonOnly, "a root brings up a matter", "root", good.clone(), blobs.clone())?;
    let patrol = Raise { origin: Origin::Patrol, ..good.clone() };
    telling.refuse(
        Code::MissingCapability,
        "an owner says a patrol found it",
        "wang",
        patrol,
        blobs.clone(),
    )?;
    let nowhere = Raise { scope: 9, ..good.clone() };
    telling.refuse(
        Code::ScopeUnknown,
        "of a part that is not on the roll",
        "wang",
        nowhere,
        blobs.clone(),
    )?;
    let untitled = MatterText { body: words("坡道"), place: None, title: words(" ") };
    let untitled = Blob::record(BlobKind::MatterText, salt("untitled"), &untitled);
    let blank = Raise { text: untitled.id(), ..good.clone() };
    telling.refuse(Code::WordsMissing, "without a title", "wang", blank, vec![untitled])?;
    telling.refuse(Code::BlobMissing, "the text did not come along", "wang", good.clone(), vec![])?;
    let matter = telling.say("wang asks for a ramp", "wang", good, blobs)?.entry.id();

    let back = |name: &str, stands| Support { matter, party: party(name), stands };
    telling.refuse(Code::OwnMatter, "wang backs it as well", "wang", back("wang", true), vec![])?;
    telling.refuse(Code::NotOnRoll, "a parking space backs it", "parker", back("parker", true), vec![])?;
    telling.refuse(Code::NotOnRoll, "the tenant backs it for li", "tenant", back("li", true), vec![])?;
    telling.refuse(
        Code::SupportUnchanged,
        "li takes back what was not given",
        "li",
        back("li", false),
        vec![],
    )?;
    let nothing = Support { matter: EntryId::ZERO, ..back("li", true) };
    telling.refuse(Code::MatterUnknown, "li backs nothing", "li", nothing, vec![])?;
    telling.say("li backs it", "li", back("li", true), vec![])?;
    telling.refuse(Code::SupportUnchanged, "li backs it again", "li", back("li", true), vec![])?;
    telling.say("li takes it back", "li", back("li", false), vec![])?;
    telling.say("li backs it after all", "li", back("li", true), vec![])?;
    let home = |stands| back("zhao-qian", stands);
    for _ in 0..5 {
        telling.say("qian backs it for the home of two", "qian", home(true), vec![])?;
        telling.say("qian takes it back", "qian", home(false), vec![])?;
    }
    telling.refuse(Code::TooOften, "qian backs it a sixth time", "qian", home(true), vec![])?;
    telling.say("zhao backs it for the same home", "zhao", home(true), vec![])?;
    Ok(matter)
}

fn answering(telling: &mut Telling, matter: EntryId) -> Told<()> {
    let (good, blobs) = answer(matter, Action::Accept, "收到，按单元议。先请物业量尺寸、出图。");
    telling.refuse(Code::MissingCapability, "an owner answers", "li", good.clone(), blobs.clone())?;
    let invalid: &[(&str, Answer)] = &[
        ("accepted into a tier", Answer { tier: Some(Tier::Grid), ..good.clone() }),
        ("merged into nothing", Answer { action: Action::Merge, ..good.clone() }),
        ("merged into itself", Answer { action: Action::Merge, into: Some(matter), ..good.clone() }),
        (
            "escalated to where it is",
            Answer { action: Action::Escalate, tier: Some(Tier::Building), ..good.clone() },
        ),
        (
            "returned farther away",
            Answer { action: Action::Return, tier: Some(Tier::Street), ..good.clone() },
        ),
    ];
    for (note, body) in invalid {
        telling.refuse(Code::AnswerInvalid, note, "host", body.clone(), blobs.clone())?;
    }
    let nowhere = Answer { action: Action::Merge, into: Some(EntryId::ZERO), ..good.clone() };
    telling.refuse(Code::MatterUnknown, "merged into what is not here", "host", nowhere, blobs.clone())?;
    let silent = statement("  ");
    let empty = Answer { text: silent.id(), ..good.clone() };
    telling.refuse(Code::WordsMissing, "answered without a word", "host", empty, vec![silent])?;
    let (unaccepted, texts) = dispatch(matter, None, hour(5, 1, 0));
    telling.refuse(Code::MatterNotAccepted, "given out before it is accepted", "host", unaccepted, texts)?;

    let (mut up, text) = answer(matter, Action::Escalate, "涉及消防通道，请社区一起看。");
    up.tier = Some(Tier::Community);
    telling.say("the host hands it to the community", "host", up, text)?;
    let (mut down, text) = answer(matter, Action::Return, "社区看过，由本单元自己定。");
    down.tier = Some(Tier::Building);
    telling.say("and it comes back", "host", down, text)?;
    telling.say("the host accepts it", "host", good.clone(), blobs.clone())?;
    telling.refuse(Code::AlreadyAnswered, "it is accepted once", "host", good, blobs)?;

    let (twin, texts) = raise();
    let twin = telling.say("wu asks for the same", "wu", twin, texts)?.entry.id();
    let (mut merge, text) = answer(twin, Action::Merge, "和上一件是一回事，并在一起办。");
    merge.into = Some(matter);
    telling.say("it is merged", "host", merge, text)?;
    let (late, text) = opinion(twin, Stance::For, "并了也好。", None);
    telling.refuse(Code::MatterClosed, "somebody speaks where it ended", "wu", late, text)?;
    let (other, texts) = raise();
    let other = Raise { scope: GARAGE, category: None, origin: Origin::WalkIn, ..other };
    let other = telling.say("the host takes down what somebody says", "host", other, texts)?.entry.id();
    let (no, text) = answer(other, Action::Decline, "车库出入口归市政，已转告，不在本小区办。");
    telling.say("it is declined, with the reason", "host", no, text).map(drop)
}

fn speaking(telling: &mut Telling, matter: EntryId) -> Told<()> {
    let (first, text) = opinion(matter, Stance::Question, "坡道会不会挡住一楼的窗？", None);
    let first = telling.say("feng asks", "feng's new phone", first, text)?.entry.id();
    let (no, text) = opinion(matter, Stance::Neutral, "不挡，沿花坛走。", Some(EntryId::ZERO));
    telling.refuse(Code::OpinionUnknown, "a reply to nothing", "manager", no, text)?;
    let (mute, text) = opinion(matter, Stance::Question, " ", None);
    telling.refuse(Code::WordsMissing, "a question without words", "chen", mute, text)?;
    let (reply, text) = opinion(matter, Stance::Neutral, "不挡，图纸贴在单元门口。", Some(first));
    telling.say("the manager replies", "manager", reply, text)?;
    let (for_it, text) = opinion(matter, Stance::For, "", None);
    telling.say("the tenant is for it", "tenant", for_it, text)?;
    let (root, text) = opinion(matter, Stance::For, "", None);
    telling.refuse(Code::PersonOnly, "a root has an opinion", "root", root, text)
}

fn deciding(telling: &mut Telling, matter: EntryId, roll: EntryId) -> Told<EntryId> {
    let (good, blobs) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    let (opens_ms, closes_ms) = (hour(4, 25, 0), hour(5, 5, 0));
    let lottery = Some(LOTTERY.to_owned());
    let good = Notice { closes_ms, lottery, matter: Some(matter), opens_ms, ..good };
    let nothing = Notice { matter: Some(EntryId::ZERO), ..good.clone() };
    telling.refuse(Code::MatterUnknown, "a vote about nothing", "host", nothing, blobs.clone())?;
    let (fresh, texts) = raise();
    let fresh = telling.say("a matter that nobody has answered", "zheng", fresh, texts)?.entry.id();
    let early = Notice { matter: Some(fresh), ..good.clone() };
    telling.refuse(Code::MatterNotAccepted, "a vote about it", "host", early, blobs.clone())?;
    let (wide, texts) = raise();
    let wide = Raise { scope: ESTATE, ..wide };
    let wide = telling.say("a matter of the whole estate", "zheng", wide, texts)?.entry.id();
    let (yes, text) = answer(wide, Action::Accept, "交表决。");
    telling.say("the host accepts that one", "host", yes, text)?;
    let narrow = Notice { matter: Some(wide), ..good.clone() };
    telling.refuse(
        Code::ScopeTooNarrow,
        "put to the vote of the stairwell",
        "host",
        narrow,
        blobs.clone(),
    )?;
    let noticed = telling.say("the ramp is put to the vote", "host", good.clone(), blobs.clone())?.entry.id();
    telling.refuse(Code::MatterUnderWay, "put to the vote twice at once", "host", good, blobs)?;
    let (no, text) = answer(matter, Action::Decline, "不办了。");
    telling.refuse(Code::MatterUnderWay, "declined when it is noticed", "host", no, text)?;

    telling.story.now_ms = hour(4, 24, 9);
    let agenda = telling.say("the vote is opened", "host", open(noticed, roll), vec![])?.entry.id();
    telling.story.now_ms = hour(4, 25, 8);
    for (voter, home) in [
        ("wang", "wang"),
        ("li", "li"),
        ("zhao", "zhao-qian"),
        ("wu", "wu"),
        ("zheng", "zheng"),
        ("chen", "chen"),
        ("chu", "chu"),
        ("wei", "wei"),
    ] {
        let (body, blob) = ballot(agenda, party(home), &[&[0]], None);
        telling.say(&format!("{voter} votes"), voter, body, vec![blob])?;
    }
    let (soon, text) = dispatch(matter, Some((agenda, 1)), hour(6, 1, 0));
    telling.refuse(Code::DecisionInvalid, "given out before the count", "host", soon, text)?;
    calling::too_early(telling, agenda)?;
    ending::settle(telling, agenda, hour(5, 5, 0))?;
    calling::called(telling, agenda)?;
    let (soon, text) = dispatch(matter, Some((agenda, 1)), hour(6, 1, 0));
    telling.refuse(Code::DecisionInvalid, "given out before the vote is final", "host", soon, text)?;
    ending::disputed(telling, agenda)?;
    Ok(agenda)
}

fn executing(telling: &mut Telling, matter: EntryId, agenda: EntryId) -> Told<EntryId> {
    let (good, blobs) = dispatch(matter, Some((agenda, 1)), hour(6, 1, 0));
    telling.refuse(
        Code::AssigneeInvalid,
        "to somebody without the right",
        "host",
        good.clone(),
        blobs.clone(),
    )?;
    let (grant, title) = manager_grant(telling.story.log.state(), hour(12, 31, 0));
    telling.refuse(
        Code::BlobMissing,
        "the office's name did not come along",
        "host",
        grant.clone(),
        vec![],
    )?;
    telling.say("the manager may report", "host", grant, title)?;
    telling.refuse(
        Code::MissingCapability,
        "the manager takes it",
        "manager",
        good.clone(),
        blobs.clone(),
    )?;
    let wrong: &[(Code, &str, Dispatch)] = &[
        (Code::DecisionInvalid, "without the vote", Dispatch { decision: None, ..good.clone() }),
        (
            Code::DecisionInvalid,
            "an item it has not",
            Dispatch { decision: Some((agenda, 2)), ..good.clone() },
        ),
        (Code::DecisionInvalid, "item 0", Dispatch { decision: Some((agenda, 0)), ..good.clone() }),
        (Code::DuePast, "due now", Dispatch { due_ms: telling.story.now_ms, ..good.clone() }),
    ];
    for (code, note, body) in wrong {
        telling.refuse(*code, note, "host", body.clone(), blobs.clone())?;
    }
    let task = telling.say("the manager gets the work", "host", good, blobs)?.entry.id();

    telling.story.now_ms = hour(5, 20, 9);
    let (report, text) = progress(task, 60, 500_000);
    telling.refuse(
        Code::NotAssignee,
        "the host reports for the manager",
        "host",
        report.clone(),
        text.clone(),
    )?;
    let (over, over_text) = progress(task, 101, 0);
    telling.refuse(Code::PercentRange, "more than all of it", "manager", over, over_text)?;
    let (none, none_text) = progress(EntryId::ZERO, 10, 0);
    telling.refuse(Code::TaskUnknown, "on no task", "manager", none, none_text)?;
    telling.say("the manager reports", "manager", report, text)?;
    let (early, blobs) = rate(matter, "wang", [5, 5, 5]);
    telling.refuse(Code::NotDone, "marked before it is done", "wang", early, blobs)?;
    let (early, blobs) = close_matter(matter, Ending::Done, Score::default());
    telling.refuse(Code::NotDone, "ended before it is done", "host", early, blobs)?;
    telling.story.now_ms = hour(5, 30, 17);
    let (report, text) = progress(task, 100, 1_300_000);
    telling.say("it is done, for more than it might cost", "manager", report, text)?;
    Ok(task)
}

fn evaluating(telling: &mut Telling, matter: EntryId, task: EntryId) -> Told<()> {
    let (out_of_range, blobs) = rate(matter, "wang", [6, 5, 5]);
    telling.refuse(Code::MarkRange, "a six", "wang", out_of_range, blobs)?;
    let (other, blobs) = rate(matter, "tenant", [5, 5, 5]);
    telling.refuse(Code::NotOnRoll, "the tenant marks it", "tenant", other, blobs)?;
    let (copied, blobs) = rate(matter, "wang", [5, 5, 5]);
    telling.refuse(Code::BlobContext, "li sends wang's marks", "li", copied.clone(), blobs.clone())?;
    telling.say("wang marks it", "wang", copied, blobs)?;
    for (name, marks) in
        [("wang", [4, 4, 4]), ("li", [2, 3, 2]), ("wu", [1, 2, 1]), ("zheng", [3, 3, 3]), ("chen", [5, 5, 5])]
    {
        let (body, blobs) = rate(matter, name, marks);
        telling.say(&format!("{name} marks it"), name, body, blobs)?;
    }
    let counted = counted(telling, matter)?;
    let (good, blobs) = close_matter(matter, Ending::Done, counted);
    telling.refuse(
        Code::RatingPeriod,
        "ended while it can be marked",
        "host",
        good.clone(),
        blobs.clone(),
    )?;
    telling.story.now_ms = hour(5, 30, 17) + 7 * DAY_MS;
    let (late, marks) = rate(matter, "chu", [5, 5, 5]);
    telling.refuse(Code::MarkingOver, "chu marks it when its days have passed", "chu", late, marks)?;
    telling.refuse(Code::MissingCapability, "an owner ends it", "wang", good.clone(), blobs.clone())?;
    telling.refuse(Code::NotContent, "two of five are content", "host", good, blobs.clone())?;
    let (down, _) = close_matter(matter, Ending::NotPassed, counted);
    telling.refuse(Code::NotVotedDown, "ended as voted down", "host", down, blobs)?;
    again(telling, matter, task)
}

/// The rest of the work: earlier marks stay, and decide as long as fewer than five mark it again.
fn again(telling: &mut Telling, matter: EntryId, task: EntryId) -> Told<()> {
    let agenda = telling.story.log.state().task(&task).and_then(|task| task.decision);
    let (again, text) = dispatch(matter, agenda, hour(7, 1, 0));
    let again = telling.say("the rest is given out: a new round of marks", "host", again, text)?.entry.id();
    telling.story.now_ms = hour(6, 9, 9);
    let (report, text) = progress(again, 100, 0);
    telling.say("the rest is done", "manager", report.clone(), text.clone())?;
    let (late, money) = progress(task, 100, 1_250_000);
    telling.say("some of the money comes back", "manager", late, money)?;
    let mark = |telling: &mut Telling, name: &str, marks| {
        let (body, blobs) = rate(matter, name, marks);
        telling.say(&format!("{name} marks it again"), name, body, blobs).map(drop)
    };
    mark(telling, "wang", [4, 5, 5])?;
    mark(telling, "li", [3, 4, 4])?;
    telling.story.now_ms = hour(6, 9, 9) + 7 * DAY_MS;
    let two = Score { content: 2, quality: 9, ratings: 2, satisfaction: 9, speed: 7 };
    let (told, blobs) = close_matter(matter, Ending::Done, two);
    telling.refuse(Code::TooFewMarks, "the score of two", "host", told, blobs.clone())?;
    let (silent, _) = close_matter(matter, Ending::Done, Score::default());
    let wiped = "without a score, though those who marked it before were not content";
    telling.refuse(Code::NotContent, wiped, "host", silent, blobs)?;
    let (back, words) = progress(again, 90, 0);
    telling.say("the manager takes it back, and no mark with it", "manager", back, words)?;
    telling.story.now_ms = hour(6, 20, 9);
    telling.say("and has done it", "manager", report, text)?;
    for (name, marks) in
        [("wang", [4, 5, 5]), ("li", [3, 4, 4]), ("wu", [2, 4, 3]), ("zheng", [4, 4, 4]), ("chen", [5, 5, 5])]
    {
        mark(telling, name, marks)?;
    }
    telling.story.now_ms = hour(6, 20, 9) + 7 * DAY_MS;
    let counted = self::counted(telling, matter)?;
    let (false_score, blobs) =
        close_matter(matter, Ending::Done, Score { speed: counted.speed + 1, ..counted });
    telling.refuse(Code::ScoreMismatch, "a better score", "host", false_score, blobs.clone())?;
    let (fewer, _) = close_matter(matter, Ending::Done, Score::default());
    telling.refuse(Code::ScoreMismatch, "a score of nobody", "host", fewer, blobs)?;
    let (good, blobs) = close_matter(matter, Ending::Done, counted);
    telling.say("the matter ends", "host", good.clone(), blobs.clone())?;
    telling.refuse(Code::MatterClosed, "it ends once", "host", good, blobs)
}

fn counted(telling: &Telling, matter: EntryId) -> Told<Score> {
    match score(telling.story.log.state(), &matter, &telling.story.evidence) {
        Ok((score, _)) => Ok(score),
        Err(said) => Err(Unexpected { note: "the score fails".to_owned(), said: Some(said) }),
    }
}

/// Another matter, put to a vote in which too few take part.
fn voted_down(telling: &mut Telling, roll: EntryId, ramp: EntryId) -> Told<()> {
    let text = matter_text();
    let (body, _) = raise();
    let matter = telling.say("wei asks for a second ramp", "wei", body, vec![text])?.entry.id();
    let (yes, text) = answer(matter, Action::Accept, "交表决。");
    telling.say("the host accepts it", "host", yes, text)?;
    let (down, blobs) = close_matter(matter, Ending::NotPassed, Score::default());
    telling.refuse(Code::NotVotedDown, "ended without a vote", "host", down.clone(), blobs.clone())?;
    let (body, texts) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    let body = Notice { closes_ms: hour(7, 25, 0), matter: Some(matter), opens_ms: hour(7, 14, 0), ..body };
    let noticed = telling.say("it is put to the vote", "host", body, texts)?.entry.id();
    telling.story.now_ms = hour(7, 13, 9);
    let agenda = telling.say("the vote is opened", "host", open(noticed, roll), vec![])?.entry.id();
    voiding::told(telling, agenda)?;
    calling::without(telling, agenda)?;
    calling::too_late(telling, ramp)?;
    ending::undisputed(telling, agenda)?;
    let (work, text) = dispatch(matter, Some((agenda, 1)), hour(8, 1, 0));
    telling.refuse(Code::DecisionInvalid, "given out though it did not pass", "host", work, text)?;
    ending::annulled(telling, agenda)?;
    let ending = CloseMatter { ending: Ending::NotPassed, ..down };
    telling.say("the matter ends as not passed", "host", ending, blobs).map(drop)?;
    Ok(())
}

/// A small thing that one owner marks.
fn unmarked(telling: &mut Telling) -> Told<()> {
    let (body, text) = raise();
    let matter = telling.say("chu asks for a handrail", "chu", body, text)?.entry.id();
    let (yes, text) = answer(matter, Action::Accept, "马上办。");
    telling.say("the host accepts it", "host", yes, text)?;
    let (work, text) = dispatch(matter, None, hour(9, 1, 0));
    let task = telling.say("the manager gets it", "host", work, text)?.entry.id();
    let (report, text) = progress(task, 100, 0);
    telling.say("it is done", "manager", report, text)?;
    let (body, blobs) = rate(matter, "chu", [5, 5, 5]);
    telling.say("chu alone marks it", "chu", body, blobs)?;
    telling.story.now_ms += 7 * DAY_MS;
    let (ending, blobs) = close_matter(matter, Ending::Done, Score::default());
    telling.say("it ends without a score, which would be chu's", "host", ending, blobs).map(drop)
}
