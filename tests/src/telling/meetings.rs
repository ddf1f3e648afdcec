//! A council and a meeting of homes: who would give a mandate, widen it, raise a hand, or write what nobody said.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{
    Action, Attest, Capability, Category, Charter, Confirm, Dispatch, Hand, Mark, Meeting, Minutes, OrgKind,
    Purse, Raise, Representative, Role,
};
use yishi_protocol::calendar::{DAY_MS, HOUR_MS, day_start_ms, local_day};
use yishi_protocol::id::{EntryId, Hash};
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::rejection::Code;

use super::{Telling, Told};
use crate::councils::{
    charter, from_community, hand, home, home_hand, homes_charter, meeting, member, minutes,
};
use crate::matters::{answer, dispatch, manager_grant, raise};
use crate::people::{party, person};
use crate::stairwell::grant;

/// Who sits in the council.
const MEMBERS: [&str; 5] = ["wang", "wu", "zheng", "chu", "developer"];

/// Told before the committee is voted out.
pub(super) fn tell(telling: &mut Telling) -> Told<()> {
    offices(telling)?;
    let council = chartered(telling)?;
    let matter = accepted(telling, Some(Category::Access))?;
    mandate(telling, council, matter)?;
    let id = called(telling, (council, matter), from_community(100_000))?;
    held(telling, id)?;
    minuted(telling, id)?;
    given_out(telling, matter, id)?;
    homes(telling)
}

/// An hour of a day so many days from now.
fn at(telling: &Telling, days: u64, hour: u64) -> u64 {
    day_start_ms(local_day(telling.story.now_ms) + days) + hour * HOUR_MS
}

/// Wei gives notice for the residents' committee.
fn offices(telling: &mut Telling) -> Told<()> {
    telling.story.now_ms += DAY_MS;
    let office = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
    let caps = [Capability::Answer, Capability::Dispatch, Capability::Notice, Capability::Roll];
    let until_ms = telling.story.now_ms + 60 * DAY_MS;
    let give = grant(telling.story.log.state(), "wei", office, &caps, until_ms);
    telling.say("wei gives notice for the residents' committee", "second root", give, vec![])?;
    let (give, title) = manager_grant(telling.story.log.state(), until_ms);
    telling.say("somebody works for the manager", "root", give, title)?;
    Ok(())
}

fn accepted(telling: &mut Telling, category: Option<Category>) -> Told<EntryId> {
    let (body, blobs) = raise();
    let matter =
        telling.say("a matter for the council", "wang", Raise { category, ..body }, blobs)?.entry.id();
    let (body, blobs) = answer(matter, Action::Accept, "请议事会定。");
    telling.say("it is accepted", "wei", body, blobs)?;
    Ok(matter)
}

fn charter_now(telling: &Telling, names: &[&str]) -> (Charter, Vec<Blob>) {
    let (body, blobs) = charter(names);
    let now_ms = telling.story.now_ms;
    (Charter { from_ms: now_ms, until_ms: now_ms + 60 * DAY_MS, ..body }, blobs)
}

fn chartered(telling: &mut Telling) -> Told<EntryId> {
    let (good, blobs) = charter_now(telling, &MEMBERS);
    telling.refuse(
        Code::CharterGiver,
        "the committee makes a council",
        "host",
        good.clone(),
        blobs.clone(),
    )?;
    telling.refuse(Code::MissingCapability, "an owner does", "wu", good.clone(), blobs.clone())?;
    let (own, _) = charter_now(telling, &["wei", "wu", "zheng"]);
    telling.refuse(Code::CharterGiver, "a council of whoever gives it", "wei", own, blobs.clone())?;
    let none = Charter { document: Hash::ZERO, ..good.clone() };
    telling.refuse(Code::CharterInvalid, "resolved on no paper", "wei", none, blobs.clone())?;
    let wide = Charter { categories: vec![Category::Election], ..good.clone() };
    telling.refuse(Code::OwnersMatter, "to elect a committee", "wei", wide, blobs.clone())?;
    let (staff, _) = charter_now(telling, &["manager", "wu", "zheng"]);
    telling.refuse(Code::HandBarred, "with the manager's staff", "wei", staff, blobs.clone())?;
    let after = Charter { replaces: Some(EntryId::ZERO), ..good.clone() };
    telling.refuse(Code::CharterUnknown, "in the place of none", "wei", after, blobs.clone())?;
    let entry = telling.say("wei writes down the mandate of a council", "wei", good, blobs)?.entry.id();
    telling.say("a root stands behind it", "root", Confirm { entry }, vec![])?;
    Ok(entry)
}

fn meeting_on(telling: &Telling, of: (EntryId, EntryId), days: u64) -> (Meeting, Vec<Blob>) {
    let (body, blobs) = meeting(of, 12);
    let (starts_ms, ends_ms) = (at(telling, days, 19), at(telling, days, 21));
    (Meeting { starts_ms, ends_ms, ..body }, blobs)
}

fn mandate(telling: &mut Telling, council: EntryId, matter: EntryId) -> Told<()> {
    let (good, blobs) = meeting_on(telling, (council, matter), 9);
    let dogs = accepted(telling, Some(Category::Dogs))?;
    let outside = Meeting { matter: dogs, ..good.clone() };
    telling.refuse(Code::OutsideCharter, "about dogs", "wei", outside, blobs.clone())?;
    let fund = Meeting { cost: Some((1, Purse::Owners)), ..good.clone() };
    telling.refuse(Code::OwnersMatter, "with the owners' money", "wei", fund, blobs.clone())?;
    let dear = Meeting { cost: from_community(5_000_001), ..good.clone() };
    telling.refuse(Code::OverCharterCap, "for more than the cap", "wei", dear, blobs.clone())?;
    let (late, _) = meeting_on(telling, (council, matter), 61);
    telling.refuse(Code::CharterOver, "after the term", "wei", late, blobs.clone())?;
    let long = Meeting { ends_ms: good.starts_ms + 13 * HOUR_MS, ..good.clone() };
    telling.refuse(Code::MeetingTime, "for thirteen hours", "wei", long, blobs.clone())?;
    let (soon, _) = meeting_on(telling, (council, matter), 7);
    telling.refuse(Code::NoticeTooShort, "a day too soon", "wei", soon, blobs.clone())?;
    let other = Meeting { interested: vec![member("li")], ..good };
    telling.refuse(Code::NotEntitled, "naming one who has no voice", "wei", other, blobs)
}

fn called(telling: &mut Telling, of: (EntryId, EntryId), cost: Option<(u64, Purse)>) -> Told<EntryId> {
    let (body, blobs) = meeting_on(telling, of, 9);
    let body = Meeting { cost, ..body };
    let again = (body.clone(), blobs.clone());
    let id = telling.say("wei calls a meeting", "wei", body, blobs)?.entry.id();
    telling.refuse(Code::MeetingStands, "and calls it twice", "wei", again.0, again.1)?;
    Ok(id)
}

fn held(telling: &mut Telling, id: EntryId) -> Told<()> {
    let early = hand(id, "wu", Mark::For);
    telling.refuse(Code::OutsideSession, "a hand before the session", "wu", early, vec![])?;
    telling.story.now_ms = at(telling, 9, 19);
    let nowhere = hand(EntryId::ZERO, "wu", Mark::For);
    telling.refuse(Code::MeetingUnknown, "at no meeting", "wu", nowhere, vec![])?;
    let other = hand(id, "zheng", Mark::For);
    telling.refuse(Code::NotEntitled, "for another member", "wu", other, vec![])?;
    let silent = Hand { mark: None, ..hand(id, "wu", Mark::For) };
    telling.refuse(Code::HandForm, "saying nothing", "wu", silent, vec![])?;
    for (name, mark) in [("wu", Mark::Against), ("wu", Mark::For), ("zheng", Mark::For), ("chu", Mark::For)] {
        telling.say("a member raises a hand", name, hand(id, name, mark), vec![])?;
    }
    telling.say("one keeps out", "developer", hand(id, "developer", Mark::Recused), vec![])?;
    let back = hand(id, "developer", Mark::For);
    telling.refuse(Code::MustRecuse, "and votes all the same", "developer", back, vec![])
}

fn minuted(telling: &mut Telling, id: EntryId) -> Told<()> {
    let figures = [3, 0, 0, 4, 1, 5];
    let (good, blobs) = minutes(id, figures);
    telling.refuse(Code::MinutesTime, "minutes of what is not over", "wei", good.clone(), blobs.clone())?;
    telling.story.now_ms += 3 * HOUR_MS;
    let (wrong, _) = minutes(id, [4, 0, 0, 4, 1, 5]);
    telling.refuse(Code::MinutesMismatch, "other figures than were signed", "wei", wrong, blobs.clone())?;
    let with = |name: &str, times: usize| {
        let rows = vec![(member(name), Some(Mark::For), None); times];
        Minutes { rows, ..good.clone() }
    };
    telling.refuse(Code::HandSigned, "of one who signed", "wei", with("wu", 1), blobs.clone())?;
    telling.refuse(Code::HandOwn, "of an absent one with a phone", "wei", with("wang", 1), blobs.clone())?;
    telling.refuse(Code::RowsOrder, "of one twice", "wei", with("wang", 2), blobs.clone())?;
    let entry = telling.say("wei writes minutes", "wei", good.clone(), blobs.clone())?.entry.id();
    let agree = Attest { denies: None, meeting: id, minutes: entry };
    telling.refuse(Code::OwnAct, "and attests them", "wei", agree.clone(), vec![])?;
    telling.refuse(Code::NotThere, "as does one who was not there", "wang", agree.clone(), vec![])?;
    let others = Attest { minutes: id, ..agree.clone() };
    telling.refuse(Code::MeetingUnknown, "or others", "wu", others, vec![])?;
    let denies = Attest { denies: Some(member("wang")), ..agree.clone() };
    telling.refuse(Code::NotWrittenDown, "wang denies what is not there", "wang", denies, vec![])?;
    telling.say("wu, who was there, attests them", "wu", agree, vec![])?;
    telling.refuse(Code::MinutesStand, "wei writes others", "wei", good, blobs)
}

fn given_out(telling: &mut Telling, matter: EntryId, id: EntryId) -> Told<()> {
    let (body, blobs) = dispatch(matter, Some((id, 1)), telling.story.now_ms + 30 * DAY_MS);
    let dear = Dispatch { cap_fen: Some(100_001), ..body.clone() };
    telling.refuse(Code::OverDecision, "work dearer than was decided", "wei", dear, blobs.clone())?;
    let free = Dispatch { decision: None, ..body.clone() };
    telling.refuse(Code::DecisionInvalid, "work without the decision", "wei", free, blobs.clone())?;
    let body = Dispatch { cap_fen: Some(100_000), ..body };
    telling.say("the work that the council decided", "wei", body, blobs)?;
    Ok(())
}

/// Homes decide at a meeting of their own.
fn homes(telling: &mut Telling) -> Told<()> {
    let (body, blobs) = homes_charter();
    let now_ms = telling.story.now_ms;
    let body = Charter { from_ms: now_ms, until_ms: now_ms + 30 * DAY_MS, ..body };
    let entry = telling.say("a meeting of homes gets its rules", "wei", body, blobs)?.entry.id();
    telling.say("a root stands behind them", "root", Confirm { entry }, vec![])?;
    let document = Some(leaf_hash(b"wu acts for feng's home"));
    let naming = Representative { document, party: party("feng"), person: person("wu") };
    let naming = telling.say("wu is recorded to act for feng's home", "wei", naming, vec![])?.entry.id();
    telling.say("a root stands behind that", "root", Confirm { entry: naming }, vec![])?;
    let matter = accepted(telling, Some(Category::Noise))?;
    let id = called(telling, (entry, matter), None)?;
    telling.story.now_ms = at(telling, 9, 19);
    let open = Hand { mark: Some(Mark::For), meeting: id, opening: None, voter: home("wu") };
    telling.refuse(Code::HandForm, "a home votes in public", "wu", open, vec![])?;
    let (said, blobs) = home_hand(id, "wu", 0);
    telling.say("a home votes in an opening", "wu", said, blobs)?;
    let (said, blobs) = home_hand(id, "feng", 0);
    telling.refuse(Code::HandElsewhere, "and its owner for another one", "wu", said, blobs)?;
    telling.story.now_ms += 3 * HOUR_MS;
    let entitled = telling.story.log.state().meeting(&id).map(|meeting| meeting.entitled).unwrap_or_default();
    let (body, blobs) = minutes(id, [1, 0, 0, 1, 0, entitled]);
    telling.say("its minutes", "wei", body, blobs)?;
    Ok(())
}
