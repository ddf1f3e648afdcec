//! What the law has erased. The attack is first that somebody erases what speaks against them: a neighbour's complaint, the
//! evidence of a vote. So everybody erases their own, and every proof holds without it.

use yishi_protocol::audit::{Basis, Verdict, audit};
use yishi_protocol::blob::{Blob, BlobKind, PersonName, Place, Stance};
use yishi_protocol::body::{Action, Body, Class, Close, Confirm, Erase, Notice, Opinion, RollChange};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::count::{Counted, count};
use yishi_protocol::id::{BlobId, EntryId};
use yishi_protocol::rejection::Code;
use yishi_tests::erasing::{asked, ended, keeper, ordered};
use yishi_tests::exported::Exported;
use yishi_tests::letters::{add_device, codes, consent, enrol};
use yishi_tests::matters::{answer, ask, manager_grant, march, opinion, raise, reply};
use yishi_tests::people::{party, person, salt, set};
use yishi_tests::stairwell::{
    AREA_C, HEADS, Opened, ROLL, host_grant, hour, listed, notice, opened, resolution, roll_page, vote,
};
use yishi_tests::story::Story;

/// What nobody should find once it is erased.
const PRIVATE: &str = "我叫李四，住102室，电话13811112222。";

fn say(story: &mut Story, name: &str, (body, blobs): (impl Into<Body>, Vec<Blob>)) -> Result<(), Code> {
    story.say(name, body, blobs).map(drop).map_err(|refused| refused.code)
}

fn bare<T>(body: T) -> (T, Vec<Blob>) {
    (body, vec![])
}

/// A matter of wang's and what li said about it.
fn spoken() -> (Story, EntryId, BlobId) {
    let (mut story, _) = listed().unwrap();
    story.now_ms = hour(4, 8, 9);
    let (body, blobs) = raise();
    let matter = story.say_id("wang", body, blobs).unwrap();
    let (body, blobs) = opinion(matter, Stance::Against, PRIVATE, None);
    let said = body.blob;
    story.say_id("li", body, blobs).unwrap();
    (story, matter, said)
}

#[test]
fn nobody_erases_a_neighbours_words_by_saying_them_again() {
    let (mut story, matter, said) = spoken();
    let copy = Opinion { blob: said, matter, reply_to: None };
    say(&mut story, "wu", bare(copy)).unwrap();
    assert_eq!(say(&mut story, "wu", bare(asked(&[said]))), Err(Code::NotYours));
    // Nor do those whom it may be about, whatever office they hold.
    for name in ["wang", "host", "manager"] {
        assert!(say(&mut story, name, bare(asked(&[said]))).is_err(), "{name}");
        assert!(say(&mut story, name, bare(ended(&[said]))).is_err(), "{name}");
    }
    say(&mut story, "li", bare(asked(&[said]))).unwrap();
    assert!(story.log.state().erased(&said).is_some());
}

#[test]
fn an_office_does_not_have_its_answer_erased_because_a_friend_said_it_first() {
    let (mut story, _, _) = spoken();
    let office = manager_grant(story.log.state(), hour(12, 31, 0));
    say(&mut story, "root", office).unwrap();
    say(&mut story, "manager", march()).unwrap();
    let disclosure = *story.log.state().disclosures().next().unwrap().0;
    let (question, blobs) = ask(disclosure, None, "电费为什么多了？");
    let text = question.text;
    let question = story.say_id("wu", question, blobs).unwrap();
    let (mut body, _) = reply(question, "表坏了。");
    body.text = text;
    say(&mut story, "manager", bare(body)).unwrap();
    assert_eq!(say(&mut story, "wu", bare(asked(&[text]))), Err(Code::NotErasable));
}

#[test]
fn a_phone_that_one_person_alone_let_in_erases_what_it_said_and_nothing_else() {
    let (mut story, matter, _) = spoken();
    let letter = codes(&["sleeper"], 1, hour(12, 1, 0));
    say(&mut story, "host", bare(letter)).unwrap();
    let body = enrol(&story.estate(), "sleeper", "a phone", 1);
    say(&mut story, "a phone", (body, vec![consent()])).unwrap();
    let (body, blobs) = opinion(matter, Stance::For, "我是新来的。", None);
    let own = body.blob;
    say(&mut story, "a phone", (body, blobs)).unwrap();
    let more = add_device(&story.estate(), "sleeper", "another phone");
    say(&mut story, "a phone", bare(more)).unwrap();
    assert_eq!(say(&mut story, "another phone", bare(asked(&[own]))), Err(Code::NotYours));
    say(&mut story, "a phone", bare(asked(&[own]))).unwrap();
}

#[test]
fn what_a_vote_is_about_stays_until_a_year_after_it() {
    let (mut story, matter, _) = spoken();
    say(&mut story, "host", answer(matter, Action::Accept, "收到。")).unwrap();
    let text = story.log.state().matter(&matter).unwrap().text;
    let roll = *story.log.state().newest_roll().unwrap().0;
    let (body, blobs) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    let opens_ms = hour(4, 25, 0);
    let closes_ms = opens_ms + 15 * DAY_MS;
    say(&mut story, "host", (Notice { matter: Some(matter), opens_ms, closes_ms, ..body }, blobs)).unwrap();
    assert_eq!(say(&mut story, "wang", bare(asked(&[text]))), Err(Code::StillNeeded));
    story.now_ms = closes_ms + 366 * DAY_MS - 1;
    assert_eq!(say(&mut story, "wang", bare(asked(&[text]))), Err(Code::StillNeeded));
    story.now_ms += 1;
    say(&mut story, "wang", bare(asked(&[text]))).unwrap();
}

#[test]
fn two_organisations_stand_behind_what_a_court_ordered() {
    let (mut story, _, said) = spoken();
    let (body, blobs) = ordered(&[said]);
    let entry = story.say_id("host", body, blobs).unwrap();
    assert!(story.log.state().erased(&said).is_none(), "it waits");
    assert_eq!(say(&mut story, "root", bare(Confirm { entry })), Err(Code::OtherOrgNeeded));
    let give = keeper(story.log.state(), "chen");
    say(&mut story, "second root", bare(give)).unwrap();
    say(&mut story, "chen", bare(Confirm { entry })).unwrap();
    assert_eq!(story.log.state().erased(&said).unwrap().entry, entry);
}

#[test]
fn an_order_does_not_take_its_own_words_with_it() {
    let (mut story, matter, _) = spoken();
    let (body, blobs) = answer(matter, Action::Accept, "按裁定处理。");
    let text = body.text;
    say(&mut story, "host", (body, blobs)).unwrap();
    let (body, _) = ordered(&[text]);
    let itself = Erase { order: Some(text), ..body };
    assert_eq!(say(&mut story, "host", bare(itself)), Err(Code::ErasureInvalid));
}

#[test]
fn two_orders_to_erase_the_same_are_not_both_in_force() {
    let (mut story, _, said) = spoken();
    let (body, blobs) = ordered(&[said]);
    let entry = story.say_id("host", body, blobs).unwrap();
    say(&mut story, "li", bare(asked(&[said]))).unwrap();
    assert_eq!(say(&mut story, "second root", bare(Confirm { entry })), Err(Code::AlreadyErased));
}

fn voted() -> Opened {
    let mut opened = opened(vec![resolution(1, Class::Ordinary)]).unwrap();
    let consent = ["wang", "li", "wu", "zheng", "chen"].map(|name| (name, 0));
    let oppose = ["chu", "wei", "feng"].map(|name| (name, 1));
    for (name, choice) in consent.into_iter().chain(oppose) {
        let submission = vote(&opened.story, name, name, opened.agenda, &[&[choice]]);
        opened.story.send(&submission).unwrap();
    }
    opened.story.now_ms = hour(4, 4, 0);
    opened.story.say("host", Close { agenda: opened.agenda }, vec![]).unwrap();
    opened
}

fn opening(opened: &Opened, name: &str) -> BlobId {
    opened.story.log.state().agenda(&opened.agenda).unwrap().standing_ballot(&party(name)).unwrap().blob
}

fn code(verdict: &Verdict) -> &str {
    verdict.first_wrong.as_ref().map_or("", |wrong| wrong.code.as_str())
}

#[test]
fn evidence_of_a_vote_goes_a_year_after_its_result_and_its_totals_are_stated_then() {
    let mut opened = voted();
    let blobs = ["wang", "li"].map(|name| opening(&opened, name));
    let [wangs, lis] = blobs;
    let years = |opened: &mut Opened| opened.story.now_ms += 366 * DAY_MS;
    // However long nobody counts.
    let mut uncounted = opened.clone();
    years(&mut uncounted);
    assert_eq!(say(&mut uncounted.story, "li", bare(asked(&[lis]))), Err(Code::StillNeeded));
    let counted = count(opened.story.log.state(), &opened.agenda, &opened.story.evidence).unwrap();
    let Counted::Full(counted) = counted else { panic!("all is at hand") };
    let tally = counted.tally(&[resolution(1, Class::Ordinary)]);
    say(&mut opened.story, "host", bare(tally.clone())).unwrap();
    assert_eq!(say(&mut opened.story, "li", bare(asked(&[lis]))), Err(Code::StillNeeded));
    let without = |opened: &Opened, blobs: &[BlobId]| {
        let mut server = Exported::of(&opened.story);
        for blob in blobs {
            server.withhold(blob);
        }
        (audit(&server.evidence_of(opened.agenda)), audit(&server.record()))
    };
    // Without its entry a gap is a gap: what is left could come out otherwise.
    assert_eq!(code(&without(&opened, &blobs).0), "EVIDENCE_WITHHELD");

    years(&mut opened);
    assert_eq!(say(&mut opened.story, "li", bare(asked(&[wangs]))), Err(Code::NotYours));
    say(&mut opened.story, "li", bare(asked(&[lis]))).unwrap();
    // One erased opening explains no other.
    let verdict = without(&opened, &blobs).0;
    assert_eq!(code(&verdict), "EVIDENCE_WITHHELD");
    assert_eq!(verdict.first_wrong.unwrap().blobs, [wangs]);
    say(&mut opened.story, "wang", bare(asked(&[wangs]))).unwrap();
    let (evidence, record) = without(&opened, &blobs);
    for verdict in [&evidence, &record] {
        assert!(verdict.sound, "{:?}", verdict.first_wrong);
        let vote = &verdict.votes[0];
        let stated = Some(Basis::Stated);
        assert_eq!((vote.totals, vote.outcome, verdict.erased), (stated, stated, 2));
        assert_eq!(vote.items.as_ref(), Some(&tally.items));
    }
    // Whoever keeps rolls lets nothing lie that nobody needs, with a second person.
    let office = host_grant(opened.story.log.state(), opened.story.now_ms + 30 * DAY_MS);
    say(&mut opened.story, "root", bare(office)).unwrap();
    let fengs = opening(&opened, "feng");
    let entry = opened.story.say_id("host", ended(&[fengs]), vec![]).unwrap();
    assert_eq!(code(&without(&opened, &[wangs, lis, fengs]).0), "EVIDENCE_WITHHELD", "it waits");
    say(&mut opened.story, "root", bare(Confirm { entry })).unwrap();
    assert!(without(&opened, &[wangs, lis, fengs]).0.sound);
    // A file that has what was erased was not written by a server that erases.
    assert_eq!(code(&without(&opened, &[wangs]).0), "BLOB_ERASED");
}

#[test]
fn totals_that_no_filling_gives_stay_false_after_an_erasure() {
    let mut opened = voted();
    let counted = count(opened.story.log.state(), &opened.agenda, &opened.story.evidence).unwrap();
    let Counted::Full(counted) = counted else { panic!("all is at hand") };
    let mut tally = counted.tally(&[resolution(1, Class::Ordinary)]);
    let blob = opening(&opened, "li");
    // Two heads more than one missing opening can give.
    tally.items[0].consenting[0].heads += 2;
    tally.items[0].other.heads -= 2;
    let mut server = Exported::of(&opened.story);
    opened.story.now_ms += 1;
    server.write("host", (opened.story.now_ms, opened.story.now_ms), tally);
    server.withhold(&blob);
    assert_eq!(code(&audit(&server.evidence_of(opened.agenda))), "TALLY_MISMATCH");
}

/// The newest roll with the rows of the upload "may".
fn change(story: &Story) -> RollChange {
    let base = *story.log.state().newest_roll().unwrap().0;
    let set = Some(set("may"));
    RollChange { area_c: AREA_C, base, gone: vec![], heads: HEADS, scopes: vec![], set }
}

#[test]
fn an_upload_that_lists_what_was_erased_makes_no_roll_and_keeps_nothing() {
    let (mut story, _, _) = spoken();
    let (mut page, mut blobs) = roll_page("may", (0, 1), ROLL, &[]);
    let wrong = Place { building: "1栋".to_owned(), entrance: "2单元".to_owned(), room: "999".to_owned() };
    let wrong = Blob::record(BlobKind::Place, salt("wrong"), &wrong);
    let (place, right) = (wrong.id(), page.units[0].5);
    page.units[0].5 = place;
    blobs.retain(|blob| blob.id() != right);
    blobs.push(wrong);
    say(&mut story, "host", (page, blobs)).unwrap();
    let entry = story.say_id("host", ended(&[place]), vec![]).unwrap();
    say(&mut story, "root", bare(Confirm { entry })).unwrap();
    let body = change(&story);
    assert_eq!(say(&mut story, "host", bare(body)), Err(Code::BlobErased));
}

#[test]
fn a_name_that_no_roll_needs_any_more_is_its_persons_to_erase() {
    let (mut story, _, _) = spoken();
    let name = *story.log.state().newest_roll().unwrap().1.people.get(&person("li")).unwrap();
    assert_eq!(say(&mut story, "li", bare(asked(&[name]))), Err(Code::StillNeeded));
    assert_eq!(say(&mut story, "host", bare(ended(&[name]))), Err(Code::StillNeeded));
    // The same roll, on which li has no telephone number any more.
    let (mut page, mut blobs) = roll_page("may", (0, 1), ROLL, &[]);
    let record = PersonName { name: "李".to_owned(), phone: None };
    let corrected = Blob::record(BlobKind::Person, salt("corrected"), &record);
    for row in &mut page.people {
        if row.0 == person("li") {
            row.1 = corrected.id();
        }
    }
    blobs.retain(|blob| blob.id() != name);
    blobs.push(corrected);
    say(&mut story, "host", (page, blobs)).unwrap();
    let entry = story.say_id("host", change(&story), vec![]).unwrap();
    assert_eq!(say(&mut story, "li", bare(asked(&[name]))), Err(Code::StillNeeded), "nobody confirmed it");
    say(&mut story, "second root", bare(Confirm { entry })).unwrap();
    assert_eq!(say(&mut story, "wang", bare(asked(&[name]))), Err(Code::NotYours));
    // Two who keep rolls may do it too.
    let mut kept = story.clone();
    let entry = kept.say_id("host", ended(&[name]), vec![]).unwrap();
    assert!(kept.log.state().erased(&name).is_none());
    say(&mut kept, "root", bare(Confirm { entry })).unwrap();
    assert!(kept.log.state().erased(&name).is_some());
    say(&mut story, "li", bare(asked(&[name]))).unwrap();
}
