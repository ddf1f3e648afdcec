//! Another organisation is asked to look at a matter: who would keep it from the vote by asking, and who would answer for whom.

use yishi_protocol::body::{
    Action, AskReview, Capability, Class, Notice, OrgKind, Review, ReviewOpinion, Role,
};
use yishi_protocol::calendar::{DAY_MS, day_start_ms, earliest_opening_day};
use yishi_protocol::id::{EntryId, OrgId};
use yishi_protocol::rejection::Code;

use super::{Telling, Told};
use crate::matters::{answer, raise, statement};
use crate::reviews::{ask_review, review};
use crate::stairwell::{grant, hour, notice, org, org_unit, resolution};

/// Told last.
pub(super) fn tell(telling: &mut Telling) -> Told<()> {
    let branch = branch(telling)?;
    let (body, blobs) = raise();
    let matter = telling.say("wang asks for a bench", "wang", body, blobs)?.entry.id();
    let request = asked(telling, matter, branch)?;
    gate(telling, matter)?;
    given(telling, (matter, request))?;
    silent(telling, matter)
}

/// The Party branch is declared, and zhao speaks for it.
fn branch(telling: &mut Telling) -> Told<OrgId> {
    let (body, blobs) = org_unit(OrgKind::PartyBranch, "小区党支部", None);
    let branch = telling.say("the Party branch is declared", "root", body, blobs)?.entry.id();
    let until_ms = hour(12, 31, 0);
    let office = (OrgKind::PartyBranch, Role::PartyBranch);
    for name in ["zhao", "wang"] {
        let give = grant(telling.story.log.state(), name, office, &[Capability::Raise], until_ms);
        telling.say("somebody speaks for it", "root", give, vec![])?;
    }
    Ok(branch)
}

fn asked(telling: &mut Telling, matter: EntryId, branch: OrgId) -> Told<EntryId> {
    let now_ms = telling.story.now_ms;
    let (good, blobs) = ask_review(matter, branch, now_ms + 10 * DAY_MS);
    let ours = org(telling.story.log.state(), OrgKind::Committee);
    let managers = org(telling.story.log.state(), OrgKind::Manager);
    let (body, text) = org_unit(OrgKind::Other, "一家律师事务所", None);
    let empty = telling.say("a law office is declared", "root", body, text)?.entry.id();
    telling.refuse(Code::MissingCapability, "an owner asks", "li", good.clone(), blobs.clone())?;
    let nothing = AskReview { matter: EntryId::ZERO, ..good.clone() };
    telling.refuse(Code::MatterUnknown, "about nothing", "host", nothing, blobs.clone())?;
    let nobody = AskReview { org: EntryId::ZERO, ..good.clone() };
    telling.refuse(Code::OrgUnknown, "of no organisation", "host", nobody, blobs.clone())?;
    for (note, org) in
        [("of one's own", ours), ("of the manager", managers), ("of one with nobody in office", empty)]
    {
        let body = AskReview { org, ..good.clone() };
        telling.refuse(Code::ReviewerInvalid, note, "host", body, blobs.clone())?;
    }
    for (note, due_ms) in [
        ("until yesterday", now_ms - DAY_MS),
        ("within a day less a millisecond", now_ms + DAY_MS - 1),
        ("for more than fourteen days", now_ms + 14 * DAY_MS + 1),
        ("for ever", 9_007_199_254_740_991),
    ] {
        let body = AskReview { due_ms, ..good.clone() };
        telling.refuse(Code::ReviewDate, note, "host", body, blobs.clone())?;
    }
    let mute = statement(" ");
    let silent = AskReview { text: mute.id(), ..good.clone() };
    telling.refuse(Code::WordsMissing, "without a word", "host", silent, vec![mute])?;
    let request = telling.say("the host asks the branch", "host", good, blobs)?.entry.id();
    telling.story.now_ms += DAY_MS;
    let (again, text) = ask_review(matter, branch, telling.story.now_ms + 2 * DAY_MS);
    telling.refuse(Code::AlreadyAsked, "and asks once more", "host", again, text)?;
    Ok(request)
}

fn noticed(telling: &Telling, matter: EntryId) -> (Notice, Vec<yishi_protocol::blob::Blob>) {
    let state = telling.story.log.state();
    let roll = state.newest_roll().map_or(EntryId::ZERO, |(id, _)| *id);
    let (body, blobs) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    let opens_ms = day_start_ms(earliest_opening_day(telling.story.now_ms, state.bylaws().notice_clear_days));
    let closes_ms = opens_ms + 15 * DAY_MS;
    let legal_mode = state.bylaws().legal_mode;
    (Notice { closes_ms, legal_mode, matter: Some(matter), opens_ms, ..body }, blobs)
}

/// The matter is accepted, and cannot be noticed yet.
fn gate(telling: &mut Telling, matter: EntryId) -> Told<()> {
    let supervisors = org(telling.story.log.state(), OrgKind::Supervisors);
    let (body, text) = ask_review(matter, supervisors, telling.story.now_ms + 14 * DAY_MS);
    let late = "another one for longer than the first could be asked";
    telling.refuse(Code::ReviewDate, late, "host", body, text)?;
    let (yes, text) = answer(matter, Action::Accept, "交表决。");
    telling.say("the host accepts the bench", "host", yes, text)?;
    let (body, blobs) = noticed(telling, matter);
    telling.refuse(Code::ReviewOpen, "it is noticed over the review", "host", body, blobs)
}

fn given(telling: &mut Telling, (matter, request): (EntryId, EntryId)) -> Told<()> {
    let (good, blobs) = review((matter, request), ReviewOpinion::Remarks, "要写明谁来修。");
    telling.refuse(Code::PersonOnly, "a root answers", "root", good.clone(), blobs.clone())?;
    let nowhere = Review { matter: EntryId::ZERO, ..good.clone() };
    telling.refuse(Code::MatterUnknown, "of no matter", "zhao", nowhere, blobs.clone())?;
    let nothing = Review { request: EntryId::ZERO, ..good.clone() };
    telling.refuse(Code::ReviewUnknown, "what nobody asked", "zhao", nothing, blobs.clone())?;
    telling.refuse(Code::NotReviewer, "the host answers itself", "host", good.clone(), blobs.clone())?;
    telling.refuse(Code::OwnAct, "wang, whose matter it is", "wang", good.clone(), blobs.clone())?;
    let mute = statement("  ");
    let silent = Review { text: mute.id(), ..good.clone() };
    telling.refuse(Code::WordsMissing, "without a word", "zhao", silent, vec![mute])?;
    telling.say("zhao answers for the branch", "zhao", good.clone(), blobs.clone())?;
    telling.refuse(Code::AlreadyReviewed, "twice", "zhao", good, blobs)
}

/// A matter about which the branch says nothing.
fn silent(telling: &mut Telling, first: EntryId) -> Told<()> {
    let branch = org(telling.story.log.state(), OrgKind::PartyBranch);
    let (body, blobs) = noticed(telling, first);
    telling.say("the bench is noticed", "host", body, blobs)?;
    let (late, text) = ask_review(first, branch, telling.story.now_ms + 2 * DAY_MS);
    telling.refuse(Code::MatterUnderWay, "the branch is asked over the vote", "host", late, text)?;
    let (body, blobs) = raise();
    let matter = telling.say("li asks for one too", "li", body, blobs)?.entry.id();
    let due_ms = telling.story.now_ms + 2 * DAY_MS;
    let (body, text) = ask_review(matter, branch, due_ms);
    let request = telling.say("the branch is asked before an answer", "host", body, text)?.entry.id();
    telling.story.now_ms = due_ms;
    let (late, text) = review((matter, request), ReviewOpinion::Against, "太晚了。");
    telling.refuse(Code::ReviewLate, "zhao answers as the date has passed", "zhao", late, text)?;
    let (yes, text) = answer(matter, Action::Accept, "交表决。");
    telling.say("the host accepts it", "host", yes, text)?;
    let (body, blobs) = noticed(telling, matter);
    telling.say("and notices it without an opinion", "host", body, blobs).map(drop)
}
