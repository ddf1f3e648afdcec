//! Owners demand a vote: who would sign for whom, and what a host would do about it.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{
    Action, Capability, Class, Item, Notice, OrgKind, Raise, Reach, Requisition, RequisitionStep, Role,
    Withdraw,
};
use yishi_protocol::calendar::{DAY_MS, day_start_ms, earliest_opening_day};
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;

use super::{Telling, Told};
use crate::matters::{answer, asks, dispatch, raise, requisition, statement};
use crate::people::party;
use crate::stairwell::{ESTATE, GARAGE, grant, notice, resolution};

use RequisitionStep::{HandIn, Sign, TakeBack};

/// Told last.
pub(super) fn tell(telling: &mut Telling) -> Told<()> {
    let (body, blobs) = raise();
    let body = Raise { text: body.text, ..body };
    let matter = telling.say("wei asks for a lamp", "wei", body, blobs)?.entry.id();
    signing(telling, matter)?;
    declined(telling, matter)?;
    owed(telling, matter)?;
    called(telling, matter)
}

fn signing(telling: &mut Telling, matter: EntryId) -> Told<()> {
    let home = |step| requisition(matter, "zhao-qian", step);
    telling.refuse(Code::PersonOnly, "a root signs", "root", home(Sign), vec![])?;
    let nothing = Requisition { matter: EntryId::ZERO, ..home(Sign) };
    telling.refuse(Code::MatterUnknown, "about nothing", "zhao", nothing, vec![])?;
    telling.refuse(Code::NotOnRoll, "wang signs for another home", "wang", home(Sign), vec![])?;
    telling.refuse(Code::NotRepresentative, "qian, where zhao was named", "qian", home(Sign), vec![])?;
    let parking = Requisition { party: party("parker"), ..home(Sign) };
    telling.refuse(Code::NotOnRoll, "for a parking space", "parker", parking, vec![])?;
    telling.refuse(Code::RequisitionUnchanged, "zhao takes back nothing", "zhao", home(TakeBack), vec![])?;
    telling.refuse(Code::RequisitionUnchanged, "zhao hands in nothing", "zhao", home(HandIn), vec![])?;
    telling.say("zhao signs", "zhao", home(Sign), vec![])?;
    telling.refuse(Code::RequisitionUnchanged, "twice", "zhao", home(Sign), vec![])?;
    telling.refuse(Code::RequisitionShort, "zhao hands in one home", "zhao", home(HandIn), vec![])?;
    telling.say("zhao takes it back", "zhao", home(TakeBack), vec![]).map(drop)
}

/// The host declines what is demanded.
fn declined(telling: &mut Telling, matter: EntryId) -> Told<()> {
    let (no, text) = answer(matter, Action::Decline, "不办。");
    telling.say("the host declines it", "host", no, text)?;
    for (name, home) in SIGNERS {
        let body = requisition(matter, home, Sign);
        telling.say(&format!("{name} signs all the same"), name, body, vec![])?;
    }
    let (name, home) = SIGNERS[0];
    let hand_in = requisition(matter, home, HandIn);
    telling.say("it is handed in", name, hand_in.clone(), vec![])?;
    telling.refuse(Code::RequisitionMet, "twice", name, hand_in, vec![])?;
    let back = requisition(matter, home, TakeBack);
    telling.refuse(Code::RequisitionMet, "taken back when a vote is owed", name, back, vec![])
}

/// Those who sign, each with a home.
const SIGNERS: [(&str, &str); 4] = [("wang", "wang"), ("wu", "wu"), ("zheng", "zheng"), ("chu", "chu")];

fn noticed(telling: &Telling, matter: EntryId) -> (Notice, Vec<Blob>) {
    let state = telling.story.log.state();
    let roll = state.newest_roll().map_or(EntryId::ZERO, |(id, _)| *id);
    let (body, _) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    let opens_ms = day_start_ms(earliest_opening_day(telling.story.now_ms, state.bylaws().notice_clear_days));
    let (closes_ms, legal_mode) = (opens_ms + 15 * DAY_MS, state.bylaws().legal_mode);
    let (body, blobs) = asks(body);
    (Notice { closes_ms, legal_mode, matter: Some(matter), opens_ms, ..body }, blobs)
}

/// What a host might do instead.
fn owed(telling: &mut Telling, matter: EntryId) -> Told<()> {
    let (no, text) = answer(matter, Action::Decline, "还是不办。");
    telling.refuse(Code::MatterUnderWay, "the host declines it again", "host", no, text)?;
    let (work, text) = dispatch(matter, None, telling.story.now_ms + 9 * DAY_MS);
    telling.refuse(Code::DecisionInvalid, "or gives it out without a vote", "host", work, text)?;
    let (good, blobs) = noticed(telling, matter);
    let wide = Notice { scope: ESTATE, ..good.clone() };
    telling.refuse(Code::RequisitionScope, "or asks the whole estate", "host", wide, blobs.clone())?;
    let (other, words) = notice(good.roll, good.items.clone());
    let other = Notice { text: other.text, ..good.clone() };
    telling.refuse(Code::RequisitionQuestion, "or asks something else", "host", other, words)?;
    let dear = vec![Item { raise: Some((9, 10)), ..resolution(1, Class::Ordinary) }];
    let dear = Notice { items: dear, ..good.clone() };
    telling.refuse(
        Code::RequisitionQuestion,
        "or a share that nobody reaches",
        "host",
        dear,
        blobs.clone(),
    )?;
    telling.refuse(Code::MissingCapability, "a signer gives notice", "wang", good, blobs)
}

/// The host lets its thirty days pass.
fn called(telling: &mut Telling, matter: EntryId) -> Told<()> {
    let office = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
    let until_ms = telling.story.now_ms + 60 * DAY_MS;
    let body = grant(telling.story.log.state(), "wei", office, &[Capability::Notice], until_ms);
    // An office of the garage, and of nothing else.
    let reach = Reach { scopes: Some(vec![GARAGE]), ..Reach::default() };
    let body = yishi_protocol::body::Grant { reach, ..body };
    telling.say("wei gives notices for the residents' committee", "second root", body, vec![])?;
    let host = (OrgKind::Committee, Role::Committee);
    let again = grant(telling.story.log.state(), "host", host, &[Capability::Notice], until_ms);
    telling.say("the host stays in office", "root", again, vec![])?;
    let (early, blobs) = noticed(telling, matter);
    telling.refuse(Code::OutOfReach, "of this one in the host's time", "wei", early, blobs)?;
    telling.story.now_ms += 30 * DAY_MS;
    let (good, blobs) = noticed(telling, matter);
    let other = Notice { matter: None, ..good.clone() };
    telling.refuse(Code::OutOfReach, "of another vote", "wei", other, blobs.clone())?;
    let called = telling.say("wei calls the vote", "wei", good, blobs)?.entry.id();
    let text = statement("不开了。");
    let back = Withdraw { notice: called, text: text.id() };
    telling.refuse(Code::OutOfReach, "the host takes it back", "host", back, vec![text])
}
