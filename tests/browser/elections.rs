//! A committee is elected: one owner stands with her phone, another by a paper that the desk writes down, somebody of another office
//! checks both, the wizard gives notice as the log has it, and once the vote is final the old committee is out by one signature.

use yishi_protocol::body::{Action, Capability, Close, Confirm, Final, OrgKind, Role, Tally};
use yishi_protocol::calendar::{DAY_MS, HOUR_MS, objections_end_ms};
use yishi_protocol::id::EntryId;
use yishi_tests::elections::{VOTERS, neighbour_grant, nominate, raise_election};
use yishi_tests::matters::answer;
use yishi_tests::people::{party, person};
use yishi_tests::stairwell::{ballot, grant, hour, open};

use crate::desk::{at_desk, host};
use crate::people::reopen;
use crate::phone::Phone;
use crate::site::Site;
use crate::voting::enrolled;

/// An owner's matter that a committee be elected, accepted; qian and feng count for the residents' committee, zheng beside the host.
async fn accepted(site: &Site) -> EntryId {
    let office = &site.office;
    office.declare(OrgKind::ResidentsCommittee, "居民委员会").await.unwrap();
    let caps = [Capability::Close, Capability::Notice, Capability::Open, Capability::Tally];
    // Whoever is at a desk signs there alone: each has a colleague who stays with the wire.
    for name in ["qian", "feng"] {
        let give = neighbour_grant(&office.state().await.unwrap(), name, &caps);
        office.say("root", give, vec![]).await.unwrap();
    }
    let seat = (OrgKind::Committee, Role::Committee);
    let give = grant(&office.state().await.unwrap(), "zheng", seat, &caps, hour(12, 31, 0));
    office.say("root", give, vec![]).await.unwrap();
    let (body, blobs) = raise_election();
    let matter = office.say("wang", body, blobs).await.unwrap().entry.id();
    let (yes, text) = answer(matter, Action::Accept, "好的，按程序办。");
    office.say("host", yes, text).await.unwrap();
    matter
}

/// The desk's page at an address.
async fn at(site: &Site, desk: &Phone, address: &str) {
    // What differs behind the sign alone is no other page to a browser.
    desk.open("about:blank").await;
    desk.open(&format!("{}/desk?estate={}#/{address}", site.server, site.office.estate)).await;
    desk.find("nav a", "待办").await;
}

/// The phone's window at an address.
async fn phone_at(site: &Site, phone: &Phone, address: &str) {
    phone.open("about:blank").await;
    phone.open(&format!("{}/?estate={}#/{address}", site.server, site.office.estate)).await;
}

const ABLE: &str = "具有完全民事行为能力";
const UNRELATED: &str = "本人、配偶、父母子女都不在物业公司任职";

/// One stands with her phone, one by paper, and one was let in before anybody looked.
async fn stand(site: &Site, matter: EntryId, (phone, clerk): (&Phone, &Phone)) {
    phone_at(site, phone, &format!("candidates/{matter}")).await;
    phone.see("我要参选").await;
    phone.see("先写选票上怎么写您").await;
    phone.fill("called", "王玉兰，1栋，退休会计").await;
    phone.press(ABLE).await;
    phone.press(UNRELATED).await;
    phone.stop("candidates-stand").await;
    phone.press("签名参选").await;
    phone.see("等别的单位核对").await;
    phone.stop("candidates-waits").await;

    at(site, clerk, &format!("matter/{matter}")).await;
    clerk.press("看候选人").await;
    clerk.see("王玉兰，1栋，退休会计").await;
    clerk.see("查自：本人书面承诺").await;
    clerk.see("只有本人能退出").await;
    clerk.stop("desk-candidates").await;
    clerk.press("登记书面报名").await;
    clerk.see("先选谁参选").await;
    clerk.fill("person", "102").await;
    clerk.press("1栋2单元102").await;
    clerk.fill("called", "李建国，2栋，电工").await;
    clerk.see("先选报名表的扫描件").await;
    clerk.fill("digest", &"cd".repeat(32)).await;
    clerk.see("两条都符合才能参选").await;
    clerk.press(ABLE).await;
    clerk.see("还有一条没写在哪里查的").await;
    clerk.choose("source0", "社区掌握的情况").await;
    clerk.press(UNRELATED).await;
    clerk.choose("source2", "物业人员名单").await;
    clerk.see("签名登记").await;
    clerk.stop("desk-nominate").await;
    // Other languages were shown meanwhile, and nothing of it is lost.
    assert_eq!(clerk.typed("#called").await, "李建国，2栋，电工");
    clerk.press("签名登记").await;
    clerk.see("李建国，2栋，电工").await;
    clerk.see("查自：物业人员名单").await;
}

/// Somebody of another office stands behind each.
async fn confirm(site: &Site, second: &Phone) {
    for picture in [true, false] {
        reopen(site, second).await;
        second.press("候选人报名").await;
        second.see("每一条都请自己查过").await;
        if picture {
            second.stop("desk-candidate-confirm").await;
        }
        second.press("我确认，签名").await;
        second.see("已确认，马上生效").await;
    }
    let state = site.office.state().await.unwrap();
    let standing: usize = state.matters().map(|(_, matter)| matter.standing_candidates().count()).sum();
    assert_eq!(standing, 2);
}

/// A third one, by the wire: what the screens do they have shown.
async fn third(site: &Site, matter: EntryId) {
    let office = &site.office;
    let (mut body, blobs) = nominate(&office.state().await.unwrap(), matter, "wu");
    if let Some(candidacy) = &mut body.candidacy {
        candidacy.years = 5;
    }
    let entry = office.say("wu", body, blobs).await.unwrap().entry.id();
    office.say("feng", Confirm { entry }, vec![]).await.unwrap();
}

/// The board's sheet, then the five steps, and that nothing is signed before its day.
async fn notice(site: &Site, matter: EntryId, clerk: &Phone) -> EntryId {
    at(site, clerk, &format!("candidates/{matter}")).await;
    clerk.see("最早什么时候签公告").await;
    clerk.press("打印公示").await;
    clerk.see("业主委员会委员候选人公示").await;
    clerk.see("公示日期：").await;
    clerk.stop("desk-candidates-board").await;

    at(site, clerk, &format!("matter/{matter}")).await;
    clerk.press("交付表决").await;
    clerk.see("这件事有人报名参选").await;
    clerk.stop("desk-election-kind").await;
    clerk.press("下一步：范围").await;
    clerk.press("下一步：日期").await;
    clerk.see("每个候选人都要公示满").await;
    clerk.stop("desk-election-dates").await;
    clerk.press("下一步：文本").await;
    clerk.see("选票上的人，按这个顺序").await;
    clerk.see("李建国，2栋，电工").await;
    clerk.stop("desk-election-text").await;
    clerk.press("下一步：核对发布").await;
    clerk.see("最多选 3 人").await;
    clerk.see("公示天数还不够，过几天再签").await;
    clerk.stop("desk-election-early").await;

    site.office.clock.set(hour(3, 20, 0) + 8 * DAY_MS);
    at(site, clerk, "new-vote/4").await;
    clerk.see("几名").await;
    clerk.press("下一步：核对发布").await;
    clerk.see("最多选 3 人").await;
    clerk.stop("desk-election-preview").await;
    clerk.press("签名发布公示").await;
    clerk.see("公示已发布").await;
    let state = site.office.state().await.unwrap();
    let noticed = state.matter(&matter).unwrap().notices.last().copied();
    noticed.unwrap()
}

/// Nine homes elect all three; the vote is counted and becomes final.
async fn elect(site: &Site, notice: EntryId) -> EntryId {
    let office = &site.office;
    let opens_ms = office.state().await.unwrap().notice(&notice).unwrap().body.opens_ms;
    office.clock.set(opens_ms - DAY_MS);
    let agenda = office.say("zheng", open(notice, site.vote.roll), vec![]).await.unwrap().entry.id();
    office.clock.set(opens_ms);
    // Wang's own phone signs for her now.
    let others = VOTERS.into_iter().filter(|(voter, _)| *voter != "wang");
    for (voter, home) in others.chain([("feng", "feng"), ("wei", "wei")]) {
        let (body, blob) = ballot(agenda, party(home), &[&[0, 1, 2]], None);
        office.say(voter, body, vec![blob]).await.unwrap();
    }
    let closes_ms = office.state().await.unwrap().agenda(&agenda).unwrap().closes_ms;
    office.clock.set(closes_ms);
    office.say("zheng", Close { agenda }, vec![]).await.unwrap();
    let draft = office.get_as("zheng", &format!("/agendas/{agenda}/tally-draft")).await.unwrap();
    office.say("zheng", draft.json::<Tally>().unwrap(), vec![]).await.unwrap();
    let stated_ms = office.state().await.unwrap().agenda(&agenda).unwrap().tallied_ms.unwrap();
    office.clock.set(objections_end_ms(stated_ms) + 8 * HOUR_MS);
    let draft = office.get_as("zheng", &format!("/agendas/{agenda}/end-draft")).await.unwrap();
    let entry = office.say("zheng", draft.json::<Final>().unwrap(), vec![]).await.unwrap().entry.id();
    office.say("feng", Confirm { entry }, vec![]).await.unwrap();
    agenda
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn owners_elect_a_committee_and_the_old_one_is_out_by_one_signature() {
    let site = Site::settled().await;
    let matter = accepted(&site).await;
    let phone = enrolled(&site).await;
    let clerk = at_desk(&site, host(&site).await, 91, (1280, 900)).await;
    let second = at_desk(&site, person("qian"), 92, (390, 844)).await;
    stand(&site, matter, (&phone, &clerk)).await;
    confirm(&site, &second).await;
    third(&site, matter).await;
    let notice = notice(&site, matter, &clerk).await;
    let agenda = elect(&site, notice).await;

    reopen(&site, &second).await;
    second.press("请新一届业委会就职").await;
    second.see("上一届业委会所有人的权限当场结束").await;
    second.see("李建国，2栋，电工").await;
    second.see("3 名委员就职").await;
    second.stop("desk-seat").await;
    // Back leads to what came before, and the way in again is the same.
    second.driver.back().await.unwrap();
    second.press("请新一届业委会就职").await;
    second.press("签名，请新一届就职").await;
    second.see("新一届已就职").await;
    at(&site, &second, &format!("seat/{agenda}")).await;
    second.see("新一届已经就职").await;

    phone_at(&site, &phone, &format!("matter/{matter}")).await;
    phone.see("新一届业委会就职，上一届同时离任").await;
    phone_at(&site, &phone, &format!("vote/{notice}")).await;
    phone.see("李建国，2栋，电工").await;
    phone.see("当选").await;
    phone.stop("candidates-elected").await;

    // The old committee's root gives nothing any more, and whoever held its offices finds none.
    let state = site.office.state().await.unwrap();
    let give = neighbour_grant(&state, "chen", &[Capability::Tally]);
    let refused = site.office.say("root", give, vec![]).await.unwrap_err().to_string();
    assert!(refused.contains("KEY_REVOKED"), "{refused}");
    clerk.open(&format!("{}/desk?estate={}", site.server, site.office.estate)).await;
    clerk.see("你还没有工作权限").await;
    clerk.stop("desk-voted-out").await;
}
