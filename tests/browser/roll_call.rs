//! What comes after a result at the desk: homes are drawn by two organisations and asked by the supervisor, one of them denies its
//! ballot, the vote ends, and a court annuls it.

use yishi_protocol::body::{Capability, Class, Close, Confirm, Final, Notice, OrgKind, Role, Tally};
use yishi_protocol::calendar::{DAY_MS, date_of, local_day, objections_end_ms};
use yishi_protocol::id::EntryId;
use yishi_tests::calls::LOTTERY;
use yishi_tests::people::{party, person};
use yishi_tests::stairwell::{STAIRWELL, ballot, grant, hour, notice_of, open, resolution};

use crate::desk::{at_desk, host};
use crate::phone::Phone;
use crate::site::Site;

/// A vote whose notice names a lottery, its totals stated two days ago: chen counts and audits for the supervisors, and all of seven
/// homes that voted are drawn, since one of them could turn it.
async fn stated(site: &Site) -> EntryId {
    let office = &site.office;
    office.declare(OrgKind::Supervisors, "监督委员会").await.unwrap();
    let supervises = (OrgKind::Supervisors, Role::Supervisor);
    let both = [Capability::Evidence, Capability::Tally];
    let give = grant(&office.state().await.unwrap(), "chen", supervises, &both, hour(12, 31, 0));
    office.say("root", give, vec![]).await.unwrap();
    let items = vec![resolution(1, Class::Ordinary)];
    let (body, blobs) = notice_of(site.vote.roll, STAIRWELL, hour(4, 10, 0), items);
    let body = Notice { lottery: Some(LOTTERY.to_owned()), ..body };
    let (opens_ms, closes_ms) = (body.opens_ms, body.closes_ms);
    let noticed = office.say("host", body, blobs).await.unwrap().entry.id();
    office.clock.set(opens_ms);
    let agenda = office.say("host", open(noticed, site.vote.roll), vec![]).await.unwrap().entry.id();
    for name in ["wang", "li", "wu", "zheng", "chen", "chu", "wei", "feng"] {
        let (body, blob) = ballot(agenda, party(name), &[&[0]], None);
        office.say(name, body, vec![blob]).await.unwrap();
    }
    office.clock.set(closes_ms);
    office.say("host", Close { agenda }, vec![]).await.unwrap();
    let draft = office.get_as("host", &format!("/agendas/{agenda}/tally-draft")).await.unwrap();
    office.say("host", draft.json::<Tally>().unwrap(), vec![]).await.unwrap();
    office.clock.set(closes_ms + 2 * DAY_MS);
    agenda
}

async fn tallied_ms(site: &Site, agenda: EntryId) -> u64 {
    site.office.state().await.unwrap().agenda(&agenda).unwrap().tallied_ms.unwrap()
}

/// The day on which a moment lies, as fields of dates have it.
fn iso(at_ms: u64) -> String {
    let (year, month, number) = date_of(local_day(at_ms));
    format!("{year:04}-{month:02}-{number:02}")
}

/// One enters the numbers, another looks them up and cannot stand behind what differs.
async fn drawn(site: &Site, agenda: EntryId, (first, second): (&Phone, &Phone)) {
    first.press("录开奖号码").await;
    first.see("用哪种彩票").await;
    first.fill("issue", "2026041").await;
    first.pick_date("day", &iso(tallied_ms(site, agenda).await)).await;
    first.fill("numbers", "03 09 27").await;
    first.stop("desk-draw").await;
    first.press("签名录入").await;
    first.see("等另一个单位的人再录一遍").await;

    second.open(&format!("{}/desk?estate={}", site.server, site.office.estate)).await;
    second.press("抽查的开奖号码").await;
    second.see("请自己到彩票的网站上查这一期").await;
    second.fill("numbers", "03 09 28").await;
    second.see("和第一个人录的不一样").await;
    // A picture in each language takes away what is typed here.
    second.stop("desk-draw-again").await;
    second.fill("numbers", "03 09 27").await;
    second.press("我确认，签名").await;
    second.see("已确认，马上生效").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn homes_are_drawn_and_asked_one_denies_its_ballot_and_the_result_says_so() {
    let site = Site::settled().await;
    let agenda = stated(&site).await;
    let first = at_desk(&site, host(&site).await, 81, (1280, 900)).await;
    let second = at_desk(&site, person("chen"), 82, (390, 844)).await;
    drawn(&site, agenda, (&first, &second)).await;

    // At the doors, on a small phone: nothing of where homes are before the log says who asked.
    second.open(&format!("{}/desk?estate={}#/roll-call/{agenda}", site.server, site.office.estate)).await;
    second.see("看以前先签名").await;
    assert!(!second.text().await.contains("只问一句"));
    second.press("签名，看联系方式").await;
    second.see("只问一句").await;
    second.press("上门").await;
    second.press("否认").await;
    second.see("由别的单位裁定").await;
    second.press("否认").await;
    second.see("否认 0 户").await;
    second.press("否认").await;
    second.see("否认 1 户").await;
    second.stop("desk-roll-call").await;
    second.press("签名，全部发出").await;
    second.see("已经签名：否认").await;
    let state = site.office.state().await.unwrap();
    let vote = state.agenda(&agenda).unwrap();
    assert_eq!((vote.call_figures().unwrap().denied, vote.disputes.iter().count()), (1, 1));

    let code = site.letter("li", 85).await;
    let owner = Phone::new(390, 844).await;
    owner.open(&format!("{}/enrol#{}.{code}", site.server, site.office.estate)).await;
    owner.press("是我本人").await;
    owner.see("等你办的").await;
    owner.open(&format!("{}/?estate={}#/vote/{}", site.server, site.office.estate, vote.notice)).await;
    owner.see("否认 1 户").await;
    owner.see("这次结果没有经过抽查").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_court_annulled_is_recorded_by_two_organisations_and_owners_read_why() {
    let site = Site::settled().await;
    let agenda = stated(&site).await;
    let office = &site.office;
    office.clock.set(objections_end_ms(tallied_ms(&site, agenda).await) + DAY_MS);
    let draft = office.get_as("host", &format!("/agendas/{agenda}/end-draft")).await.unwrap();
    let entry = office.say("host", draft.json::<Final>().unwrap(), vec![]).await.unwrap().entry.id();
    office.say("chen", Confirm { entry }, vec![]).await.unwrap();

    let first = at_desk(&site, host(&site).await, 83, (1280, 900)).await;
    first.press("表决和公告").await;
    first.press("加装电梯").await;
    first.press("异议、抽查、撤销").await;
    first.press("登记撤销").await;
    first.fill("digest", &"ab".repeat(32)).await;
    first.pick_date("day", &iso(tallied_ms(&site, agenda).await + DAY_MS)).await;
    first.fill("why", "某区人民法院（2026）第 12 号判决：送达不合规定").await;
    first.stop("desk-annul").await;
    first.press("签名登记").await;
    first.see("等另一个单位的人确认").await;

    let second = at_desk(&site, person("chen"), 84, (390, 844)).await;
    second.press("撤销决定的登记").await;
    second.see("送达不合规定").await;
    second.stop("desk-annul-again").await;
    second.press("我确认，签名").await;
    second.see("已确认，马上生效").await;

    let notice = office.state().await.unwrap().agenda(&agenda).unwrap().notice;
    let owner = Phone::new(390, 844).await;
    owner.open(&format!("{}/?estate={}#/vote/{notice}", site.server, office.estate)).await;
    owner.see("被撤销了").await;
    owner.see("送达不合规定").await;
}
