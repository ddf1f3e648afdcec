//! Residents' words that are reported and hidden. The attack is first that an office silences a complaint: so whatever is hidden
//! says by whom and why, its author reads it, another organisation rules, and silence shows it again.

use yishi_protocol::audit::audit;
use yishi_protocol::blob::{Blob, Stance};
use yishi_protocol::body::{Action, Body, Capability, Class, HideReason, Measure, Notice, OrgKind, Role};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::course::{CourseStage, NextAct, queue};
use yishi_protocol::id::{BlobId, EntryId};
use yishi_protocol::projection::{Matter, ModeratedWords};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::view::{MatterList, MatterView, ModeratedList, Served};
use yishi_tests::liar::Liar;
use yishi_tests::matters::{answer, opinion, raise};
use yishi_tests::moderation::{Of, appeal, hide, report, rule, ruler};
use yishi_tests::people::{person, public};
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::{opened, shown};
use yishi_tests::stairwell::{grant, hour, listed, notice, resolution};
use yishi_tests::story::Story;

/// What li said, which nobody should read once it is hidden.
const HARSH: &str = "物业经理张三就是骗子，电话13800000000。";

/// A matter of wang's and what li said about it, where chen rules for the residents' committee.
fn spoken() -> (Story, Of) {
    let (mut story, _) = listed().unwrap();
    story.now_ms = hour(4, 8, 9);
    let give = ruler(story.log.state(), "chen");
    story.say("second root", give, vec![]).unwrap();
    let (body, blobs) = raise();
    let matter = story.say_id("wang", body, blobs).unwrap();
    let (body, blobs) = opinion(matter, Stance::Against, HARSH, None);
    let words = story.say_id("li", body, blobs).unwrap();
    (story, (matter, words))
}

fn say(story: &mut Story, name: &str, (body, blobs): (impl Into<Body>, Vec<Blob>)) -> Result<(), Code> {
    story.say(name, body, blobs).map(drop).map_err(|refused| refused.code)
}

fn stage(story: &Story, (matter, words): Of) -> CourseStage {
    let state = story.log.state();
    state.words_stage(state.matter(&matter).unwrap(), &words, story.now_ms).unwrap()
}

fn waits(story: &Story, name: &str, act: NextAct) -> u32 {
    let all = queue(story.log.state(), &public(name), story.now_ms);
    all.iter().filter(|one| one.act == act).map(|one| one.count).sum()
}

#[test]
fn silence_hides_nothing_for_ever() {
    let (mut story, of) = spoken();
    say(&mut story, "host", hide(of, HideReason::Insult)).unwrap();
    assert_eq!(stage(&story, of), CourseStage::Hidden);
    assert_eq!([waits(&story, "li", NextAct::Appeal), waits(&story, "wang", NextAct::Appeal)], [1, 0]);
    story.now_ms += 7 * DAY_MS - 1;
    say(&mut story, "li", appeal(of, "说的是实情。")).unwrap();
    assert_eq!([waits(&story, "chen", NextAct::Rule), waits(&story, "host", NextAct::Rule)], [1, 0]);
    story.now_ms += 7 * DAY_MS - 1;
    assert_eq!(stage(&story, of), CourseStage::Appealed);
    story.now_ms += 1;
    assert_eq!(stage(&story, of), CourseStage::Unruled, "nobody ruled");
    let state = story.log.state();
    assert!(!state.hides(state.matter(&of.0).unwrap(), &of.1, story.now_ms));
    assert_eq!(say(&mut story, "host", hide(of, HideReason::Unlawful)), Err(Code::ShownAgain));
    say(&mut story, "chen", rule(of, Measure::Keep)).unwrap();
    assert_eq!(stage(&story, of), CourseStage::KeptHidden, "a ruling that comes late is one");
}

#[test]
fn whoever_hid_words_does_not_rule_on_them_from_another_office() {
    let (mut story, of) = spoken();
    say(&mut story, "host", hide(of, HideReason::Insult)).unwrap();
    say(&mut story, "li", appeal(of, "说的是实情。")).unwrap();
    // The host goes over to the residents' committee, and is its own judge.
    let held = story.log.state().person(&person("host")).unwrap().grants[0].entry;
    story.say_id("root", yishi_protocol::body::RevokeGrant { grant: held }, vec![]).unwrap();
    let moved = ruler(story.log.state(), "host");
    story.say_id("second root", moved, vec![]).unwrap();
    assert_eq!(say(&mut story, "host", rule(of, Measure::Keep)), Err(Code::OtherOrgNeeded));
    // And whoever sits in both is of the one that hid.
    let both = grant(
        story.log.state(),
        "chen",
        (OrgKind::Committee, Role::Committee),
        &[Capability::Moderate],
        hour(12, 31, 0),
    );
    story.say_id("root", both, vec![]).unwrap();
    assert_eq!(say(&mut story, "chen", rule(of, Measure::Keep)), Err(Code::OtherOrgNeeded));
}

#[test]
fn a_committee_makes_no_body_that_rules_on_what_it_hid() {
    let (mut story, _) = spoken();
    let office = (OrgKind::Supervisors, Role::Supervisor);
    let give = grant(story.log.state(), "wu", office, &[Capability::Moderate], hour(12, 1, 0));
    assert_eq!(say(&mut story, "host", (give, vec![])), Err(Code::GrantOtherOrg));
    let office = (OrgKind::Manager, Role::Manager);
    let give = grant(story.log.state(), "manager", office, &[Capability::Moderate], hour(12, 1, 0));
    assert_eq!(say(&mut story, "root", (give, vec![])), Err(Code::RoleInvalid), "nor the manager's staff");
}

#[test]
fn a_flood_of_reports_hides_nothing_and_is_one_thing_to_do() {
    let (mut story, of) = spoken();
    for name in ["wu", "zheng", "zhao", "qian", "sun", "zhou", "chu", "wei"] {
        say(&mut story, name, (report(of, HideReason::Insult), vec![])).unwrap();
    }
    let state = story.log.state();
    assert!(!state.hides(state.matter(&of.0).unwrap(), &of.1, story.now_ms));
    assert_eq!(waits(&story, "host", NextAct::Moderate), 1);
    assert_eq!(waits(&story, "li", NextAct::Moderate), 0);
    say(&mut story, "host", rule(of, Measure::Leave)).unwrap();
    assert_eq!(waits(&story, "host", NextAct::Moderate), 0);
    // A day has five for each, and the next one begins at midnight.
    for number in 0..7 {
        let (body, blobs) = opinion(of.0, Stance::Against, &format!("{HARSH}{number}"), None);
        let words = story.say_id("li", body, blobs).unwrap();
        let code = say(&mut story, "feng", (report((of.0, words), HideReason::Insult), vec![])).err();
        assert_eq!(code, (number > 4).then_some(Code::ReportsTooMany));
    }
    story.now_ms = hour(4, 9, 0);
    say(&mut story, "feng", (report(of, HideReason::Insult), vec![])).unwrap();
}

#[test]
fn nobody_hides_a_neighbours_words_by_saying_them_again() {
    let (mut story, of) = spoken();
    let blob = story.log.state().matter(&of.0).unwrap().opinions.values().next().unwrap().blob;
    let again = yishi_protocol::body::Opinion { blob, matter: of.0, reply_to: None };
    let copy = (of.0, story.say_id("wu", again, vec![]).unwrap());
    say(&mut story, "host", hide(copy, HideReason::Repeated)).unwrap();
    let (state, now_ms) = (story.log.state(), story.now_ms);
    let matter = state.matter(&of.0).unwrap();
    assert!(state.hides(matter, &copy.1, now_ms) && !state.hides(matter, &of.1, now_ms));
    assert!(!state.is_hidden_blob(&blob, now_ms) && !state.hidden_blobs(now_ms).contains(&blob));
    say(&mut story, "host", hide(of, HideReason::Insult)).unwrap();
    assert!(story.log.state().is_hidden_blob(&blob, now_ms));
    assert!(story.log.state().hidden_blobs(now_ms).contains(&blob));
}

#[test]
fn whoever_votes_on_a_matter_reads_what_was_hidden_of_it() {
    let (mut story, (matter, _)) = spoken();
    let of = (matter, matter);
    say(&mut story, "host", hide(of, HideReason::Insult)).unwrap();
    say(&mut story, "host", answer(matter, Action::Accept, "收到。")).unwrap();
    assert_eq!(stage(&story, of), CourseStage::Hidden);
    let roll = *story.log.state().newest_roll().unwrap().0;
    let (body, blobs) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    let opens_ms = hour(4, 25, 0);
    let body = Notice { matter: Some(matter), opens_ms, closes_ms: opens_ms + 15 * DAY_MS, ..body };
    say(&mut story, "host", (body, blobs)).unwrap();
    assert_eq!(stage(&story, of), CourseStage::ShownAgain);
}

/// A server with a matter, and what li said about it.
async fn office() -> (PostOffice, Of, BlobId) {
    let office = PostOffice::founded().await.unwrap();
    office.settle().await.unwrap();
    office.declare(OrgKind::ResidentsCommittee, "居民委员会").await.unwrap();
    let give = ruler(&office.state().await.unwrap(), "chen");
    office.say("root", give, vec![]).await.unwrap();
    let (body, blobs) = raise();
    let matter = office.say("wang", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = opinion(matter, Stance::Against, HARSH, None);
    let blob = body.blob;
    let words = office.say("li", body, blobs).await.unwrap().entry.id();
    (office, (matter, words), blob)
}

async fn tell(office: &PostOffice, name: &str, (body, blobs): (impl Into<Body>, Vec<Blob>)) -> EntryId {
    office.say(name, body, blobs).await.unwrap().entry.id()
}

#[tokio::test]
async fn what_is_hidden_leaves_every_view_and_export_but_its_authors() {
    let (office, of, blob) = office().await;
    let light = format!("/light?estate={}&matter={}", office.estate, of.0);
    let reads = async |who: Option<&str>| {
        let mut found = Vec::new();
        for path in [format!("/matters/{}", of.0), format!("/blobs/{blob}"), "/record".to_owned()] {
            let answer = match who {
                Some(who) => office.get_as(who, &path).await.unwrap(),
                None => office.get(&path).await.unwrap(),
            };
            found.push(String::from_utf8(answer.body).unwrap().contains("13800000000"));
        }
        found
    };
    let page = async || {
        let request = axum::http::Request::get(light.as_str()).body(axum::body::Body::empty()).unwrap();
        String::from_utf8(office.call(request).await.unwrap().body).unwrap()
    };
    assert_eq!(reads(None).await, [true, true, false]);
    assert_eq!(reads(Some("wu")).await, [true, true, true]);
    assert!(page().await.contains("13800000000"));
    tell(&office, "host", hide(of, HideReason::PersonalData)).await;
    assert_eq!(reads(None).await, [false, false, false]);
    assert_eq!(reads(Some("wu")).await, [false, false, false]);
    assert_eq!(reads(Some("li")).await, [true, true, false], "its author reads it, and hands it to nobody");
    assert_eq!(reads(Some("chen")).await, [true, true, false], "so does whoever may rule");
    let told = page().await;
    assert!(!told.contains("13800000000") && told.contains("业委会于") && told.contains("泄露个人信息"));
    let record = office.get_as("wu", "/record").await.unwrap().body;
    let verdict = audit(&record);
    assert!(verdict.sound, "{:?}", verdict.first_wrong);

    // What li appeals with is for those who rule.
    tell(&office, "li", appeal(of, "他的电话13800000000贴在门口。")).await;
    assert_eq!(reads(None).await, [false, false, false]);
    assert_eq!(reads(Some("wu")).await, [false, false, false]);
    tell(&office, "chen", rule(of, Measure::Show)).await;
    assert_eq!(reads(None).await, [true, true, false]);
    assert!(!String::from_utf8(office.get("/matters").await.unwrap().body).unwrap().contains("13800000000"));
}

#[tokio::test]
async fn a_hidden_matter_has_no_title_in_any_list_and_everybody_reads_how_often_that_is_done() {
    let (office, (matter, _), _) = office().await;
    tell(&office, "host", hide((matter, matter), HideReason::Advertising)).await;
    let list: MatterList = office.get("/matters").await.unwrap().json().unwrap();
    assert_eq!((list.matters[0].title.clone(), list.matters[0].hidden), (None, true));
    let sums = |list: &MatterList| {
        let sum = list.hidden[0];
        assert_eq!(list.hidden.len(), 1);
        (sum.org, sum.reason, sum.hidden, sum.shown)
    };
    assert_eq!(sums(&list), (OrgKind::Committee, HideReason::Advertising, 1, 0));
    let home = axum::http::Request::get(format!("/light?estate={}", office.estate));
    let home = office.call(home.body(axum::body::Body::empty()).unwrap()).await.unwrap();
    let home = String::from_utf8(home.body).unwrap();
    assert!(!home.contains("无障碍坡道") && home.contains("这条内容已被隐藏"), "{home}");
    assert!(home.contains("业委会因“广告”隐藏 1 条"), "{home}");
    tell(&office, "wang", appeal((matter, matter), "不是广告。")).await;
    tell(&office, "chen", rule((matter, matter), Measure::Show)).await;
    let list: MatterList = office.get("/matters").await.unwrap().json().unwrap();
    assert_eq!(sums(&list), (OrgKind::Committee, HideReason::Advertising, 0, 1));
}

#[tokio::test]
async fn nobody_is_told_who_reported() {
    let (office, of, _) = office().await;
    tell(&office, "wu", (report(of, HideReason::Insult), vec![])).await;
    let reporter = person("wu").to_string();
    for who in ["host", "li", "wang"] {
        for path in [format!("/matters/{}", of.0), "/moderated".to_owned(), "/matters".to_owned()] {
            let answer = office.get_as(who, &path).await.unwrap();
            assert!(!String::from_utf8(answer.body).unwrap().contains(&reporter), "{who} {path}");
        }
    }
    let refused = office.get_as("li", "/moderated").await.unwrap();
    assert_eq!(refused.code(), "MISSING_CAPABILITY", "not even how many, but for those who look at it");
    let list: Served<ModeratedList> = shown(&office, Some("host"), "/moderated").await.unwrap();
    let words = ModeratedWords::all(&opened(&office, &list).unwrap(), list.stated.clone()).unwrap();
    assert_eq!(words[0].view.reports, [(HideReason::Insult, 1)]);
    assert_eq!(words[0].view.may, [Measure::Leave, Measure::Hide]);
}

/// Which words an answer proves to be hidden, and why.
fn hidden(
    office: &PostOffice,
    answer: &Served<MatterView>,
    of: &EntryId,
) -> Result<Vec<(EntryId, HideReason)>, Rejection> {
    let opened = answer.open((&office.estate, &public("log")), Body::decode)?;
    let matter = Matter::of(&opened, answer.stated.clone(), of)?;
    let own = matter.hidden.iter().map(|hidden| (matter.id, hidden.reason));
    let said = matter.opinions.iter().filter_map(|said| Some((said.id, said.hidden.as_ref()?.reason)));
    Ok(own.chain(said).collect())
}

#[tokio::test]
async fn a_server_calls_nothing_hidden_that_nobody_hid() {
    let (office, of, _) = office().await;
    let (body, blobs) = opinion(of.0, Stance::For, "我家支持。", None);
    let other = tell(&office, "wu", (body, blobs)).await;
    tell(&office, "host", hide(of, HideReason::Insult)).await;
    tell(&office, "li", appeal(of, "说的是实情。")).await;
    tell(&office, "host", hide((of.0, of.0), HideReason::Advertising)).await;
    tell(&office, "host", rule((of.0, of.0), Measure::Show)).await;
    let honest: Served<MatterView> = shown(&office, None, &format!("/matters/{}", of.0)).await.unwrap();
    assert_eq!(hidden(&office, &honest, &of.0).unwrap(), [(of.1, HideReason::Insult)]);
    let mut liar = Liar::of(&office).await.unwrap();
    liar.learn(&honest);
    // What was really hidden for a while is in the log for ever; nothing else may come of any lie.
    let ever = [(of.1, HideReason::Insult), (of.0, HideReason::Advertising)];
    let mut refused = 0;
    for (lie, answer) in liar.lies(&honest) {
        match hidden(&office, &answer, &of.0) {
            Ok(found) => assert!(found.iter().all(|one| ever.contains(one)), "{lie}: {found:?}"),
            Err(_) => refused += 1,
        }
    }
    assert!(refused > 20, "{refused}");
    // Nor does whoever rules read other words, or another hiding, than the log holds.
    let list: Served<ModeratedList> = shown(&office, Some("chen"), "/moderated").await.unwrap();
    let read = |answer: &Served<ModeratedList>| {
        let opened = answer.open((&office.estate, &public("log")), Body::decode)?;
        let words = ModeratedWords::all(&opened, answer.stated.clone())?;
        let fact = |one: ModeratedWords| {
            let hidden = one.hidden.map(|hidden| (hidden.reason, hidden.at_ms, hidden.view.moderation));
            (one.view.words, one.at_ms, hidden)
        };
        Ok::<_, Rejection>(words.into_iter().map(fact).collect::<Vec<_>>())
    };
    let believed = read(&list).unwrap();
    assert_eq!(believed.len(), 2);
    let true_of = |(words, at_ms, hidden): &(EntryId, u64, Option<(HideReason, u64, EntryId)>)| {
        let log = |id: &EntryId| liar.entries.get(id).map(|proven| proven.leaf.0[..8].to_vec());
        log(words) == Some(at_ms.to_be_bytes().to_vec())
            && hidden.is_none_or(|(_, at_ms, id)| log(&id) == Some(at_ms.to_be_bytes().to_vec()))
            && hidden.is_none_or(|hidden| believed.iter().any(|one| one.0 == *words && one.2 == Some(hidden)))
    };
    for (lie, answer) in liar.lies(&list) {
        if let Ok(found) = read(&answer) {
            assert!(found.iter().all(true_of), "{lie}: {found:?}");
        }
    }
    // The same said of a neighbour's words, with every entry of the log at hand.
    let mut answer = Served { entries: liar.entries.values().cloned().collect(), ..honest.clone() };
    let of_li = answer.stated.opinions.iter().find(|said| said.entry == of.1).unwrap().hidden.clone();
    answer.stated.opinions.iter_mut().find(|said| said.entry == other).unwrap().hidden = of_li;
    assert_eq!(hidden(&office, &answer, &of.0).unwrap_err().code, Code::AnswerMismatch);
}
