//! One matter of one stairwell through all five steps, 提—议—决—办—评, in the hands of its people; then a month's books; then
//! an auditor, who finds the same totals.

use yishi_protocol::admit::evidence_blobs;
use yishi_protocol::audit::{Basis, audit};
use yishi_protocol::body::Access;
use yishi_protocol::count::{Counted, Outcome, count};
use yishi_protocol::id::EntryId;
use yishi_protocol::state::{Standing, Step};
use yishi_tests::people::{party, person};
use yishi_tests::stairwell::{ballot, hour};

use crate::desk::{GOOD, at_desk, host, ledger_file, newest_vote};
use crate::people::ends_the_vote;
use crate::phone::{Phone, PutAway};
use crate::site::Site;

const TITLE: &str = "单元门口没有坡道，我父亲坐轮椅进不去";

/// An owner's phone, enrolled by a letter.
async fn phone_of(site: &Site, name: &str, number: u8) -> Phone {
    let code = site.letter(name, number).await;
    let phone = Phone::new(390, 844).await;
    phone.open(&format!("{}/enrol#{}.{code}", site.server, site.office.estate)).await;
    phone.press("是我本人").await;
    phone.see("等你办的").await;
    phone
}

async fn home(phone: &Phone, site: &Site) {
    phone.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    phone.see("等你办的").await;
}

/// An owner takes the phone out and opens the window.
async fn at_home(phone: PutAway, site: &Site) -> Phone {
    let phone = phone.take_out().await;
    home(&phone, site).await;
    phone
}

/// Somebody in office opens the desk again.
async fn back_at_desk(desk: PutAway, site: &Site) -> Phone {
    let desk = desk.take_out().await;
    desk.open(&format!("{}/desk?estate={}", site.server, site.office.estate)).await;
    desk.find("nav a", "待办").await;
    desk
}

/// Casts a ballot, or another one, from the first screen.
pub(crate) async fn cast(phone: &Phone, button: &str, answer: &str) {
    phone.press(button).await;
    phone.see("第 1 题，共 1 题").await;
    phone.press(answer).await;
    phone.press("核对选票").await;
    phone.see("请核对，再签名投出").await;
    phone.press("签名并投出").await;
    phone.see("你家的票在票箱里了").await;
}

async fn raises(wang: &Phone) {
    wang.press("我要提一件事").await;
    wang.fill("what", "单元门口没有坡道，我父亲坐轮椅进不去。希望加一段坡道和扶手。").await;
    wang.press("签名并提交").await;
    wang.see("提交好了，等业委会答复").await;
}

async fn backs_and_speaks(li: &Phone) {
    li.press(TITLE).await;
    li.see("0 户 / 共 11 户").await;
    li.find("button.weui-btn_primary", "附议").await.click().await.unwrap();
    li.see("1 户 / 共 11 户").await;
    li.press("赞成").await;
    li.fill("speak", "我妈也要用，早该做了。").await;
    li.press("签名并发表").await;
    li.see("说出去了").await;
}

async fn accepts_and_opens_a_vote(clerk: &Phone, site: &Site) {
    clerk.press("待办").await;
    clerk.press(&format!("答复：{TITLE}")).await;
    clerk.press("受理").await;
    clerk.fill("answer", "收下了，交全单元表决。").await;
    clerk.press("签名答复").await;
    clerk.see("已受理").await;
    clerk.press("交付表决").await;
    clerk.press("其他重大事项").await;
    for next in ["下一步：范围", "下一步：日期", "下一步：文本"] {
        clerk.press(next).await;
    }
    clerk.fill("item0", "同意在 1栋2单元门口加装坡道和扶手，最多花 12,000.00 元").await;
    clerk.press("下一步：核对发布").await;
    clerk.press("签名发布公示").await;
    clerk.see("公示已发布").await;
    site.office.clock.set(hour(4, 4, 9));
    clerk.press("待办").await;
    clerk.press("定名册：").await;
    clerk.press("签名，定名册").await;
    clerk.see("名册已定").await;
    site.office.clock.set(hour(4, 5, 8));
}

/// What the ballots would decide if nobody else voted.
async fn outcome_now(site: &Site, agenda: EntryId) -> Outcome {
    let estate = site.office.estates.get(&site.office.estate).await.unwrap();
    let published = estate.published();
    let state = published.log.state();
    let blobs = site.office.store.blobs(&site.office.estate, &evidence_blobs(state, &agenda)).await.unwrap();
    match count(state, &agenda, &blobs.into_iter().collect()).unwrap() {
        Counted::Full(count) => count.items[0].result.outcome(),
        Counted::Erased(missing) => panic!("{missing:?}"),
    }
}

async fn vote(site: &Site, wang: PutAway, li: PutAway) -> (EntryId, [PutAway; 2]) {
    let agenda = newest_vote(site).await;
    let wu = phone_of(site, "wu", 43).await;
    cast(&wu, "看方案，去投票", "反对").await;
    drop(wu);
    let wang = at_home(wang, site).await;
    cast(&wang, "看方案，去投票", "同意").await;
    let wang = wang.put_away().await;
    let li = at_home(li, site).await;
    cast(&li, "看方案，去投票", "同意").await;
    // Li thinks again, and again: the last ballot counts.
    cast(&li, "改我的票", "弃权").await;
    cast(&li, "改我的票", "同意").await;
    let li = li.put_away().await;
    for name in ["zheng", "chen", "chu", "wei"] {
        let (body, blob) = ballot(agenda, party(name), &[&[0]], None);
        site.office.say(name, body, vec![blob]).await.unwrap();
    }
    assert_eq!(outcome_now(site, agenda).await, Outcome::QuorumNotMet, "seven heads of eleven are too few");
    let (body, blob) = ballot(agenda, party("feng"), &[&[0]], None);
    site.office.say("feng", body, vec![blob]).await.unwrap();
    assert_eq!(outcome_now(site, agenda).await, Outcome::Passed);
    (agenda, [wang, li])
}

async fn closes_and_counts(clerk: &Phone, site: &Site) {
    site.office.clock.set(hour(4, 21, 8));
    clerk.press("待办").await;
    clerk.press("截止收票：").await;
    clerk.press("签名，截止收票").await;
    clerk.see("3 × 8 = 24 ≥ 2 × 11 = 22").await;
    clerk.press("签名公布结果").await;
    clerk.see("表决结果公告").await;
}

async fn gives_the_work_out(clerk: &Phone) {
    clerk.press("待办").await;
    clerk.press("派单：").await;
    clerk.choose("assignee", "物业服务中心").await;
    clerk.fill("work", "坡道一段、扶手两侧，先立警示牌，做完拍照。").await;
    clerk.fill("cap", "12,000.00").await;
    clerk.pick_date("due", "2026-05-10").await;
    clerk.press("签名派单").await;
    clerk.see("已派单").await;
}

async fn reports(officer: &Phone, percent: &str, paid: &str, words: &str) {
    officer.press("报进度").await;
    officer.press(TITLE).await;
    officer.fill("percent", percent).await;
    officer.fill("paid", paid).await;
    officer.fill("report", words).await;
    officer.press("签名报进度").await;
}

async fn rates(wang: &Phone) {
    wang.press("评价：").await;
    for (scale, mark) in [("speed", 4), ("quality", 5), ("content", 5)] {
        let mark = wang.find(&format!("label:nth-child({mark}) input[name={scale}]"), "").await;
        mark.click().await.unwrap();
    }
    wang.press("签名并评价").await;
    wang.see("谢谢，评价收到了").await;
}

async fn ends_it(clerk: &Phone, site: &Site) {
    site.office.clock.set(hour(5, 15, 8));
    clerk.press("待办").await;
    clerk.press("了结：").await;
    clerk.fill("last", "坡道能用了，谢谢大家。").await;
    clerk.press("签名，了结").await;
    clerk.see("已了结").await;
}

async fn lays_the_books_open(officer: &Phone, wang: &Phone, site: &Site) {
    officer.press("公示账目").await;
    let folder = tempfile::tempdir().unwrap();
    let file = ledger_file(&folder, "3月收支.csv", GOOD);
    officer.find("#file", "").await.send_keys(file).await.unwrap();
    officer.see("还有期初没填").await;
    officer.fill("opening1", "10,000.00").await;
    officer.fill("opening2", "2000").await;
    officer.fill("opening3", "90000").await;
    officer.press("签名公布").await;
    officer.see("账目已公布").await;

    home(wang, site).await;
    wang.press("看每一笔").await;
    wang.see("三本账都对得上").await;
    wang.press("1栋门禁维修").await;
    wang.press("问这一笔").await;
    wang.press("谁签的字").await;
    wang.press("签名并提问").await;
    wang.see("问出去了").await;
    officer.press("待办").await;
    officer.press("答提问：账目有 1 问没答").await;
    officer.find("textarea", "").await.send_keys("物业经理签的，派工单在前台。").await.unwrap();
    officer.press("签名回答").await;
    officer.see("都答了").await;
    home(wang, site).await;
    wang.press("看每一笔").await;
    wang.press("1栋门禁维修").await;
    wang.see("派工单在前台").await;
}

/// The evidence of the vote, asked for openly, and what an auditor makes of it.
async fn audited(site: &Site, agenda: EntryId) {
    site.office.chen_supervises().await.unwrap();
    site.office.say("chen", Access { agenda }, vec![]).await.unwrap();
    let export = site.office.get_as("chen", &format!("/agendas/{agenda}/evidence")).await.unwrap().body;
    let verdict = audit(&export);
    assert!(verdict.sound, "{:?}", verdict.first_wrong);
    let vote = &verdict.votes[0];
    let item = &vote.items.as_ref().unwrap()[0];
    assert_eq!((vote.totals, item.outcome), (Some(Basis::Recomputed), Outcome::Passed));
    assert_eq!((item.participating.heads, item.consenting[0].heads), (8, 7));
    let matter = &verdict.matters[0];
    assert_eq!((matter.step, matter.standing), (Step::Evaluate, Standing::Done));
    assert_eq!(matter.score, None, "one mark is nobody else's to read");
    let books = &verdict.disclosures[0];
    assert_eq!(books.lines, Basis::Recomputed);
    let closing: Vec<i64> = books.ledgers.iter().map(|sums| sums.closing_fen).collect();
    assert_eq!(closing, [1_004_950, 250_000, 8_600_000], "10,049.50, 2,500.00 and 86,000.00 yuan");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_matter_walks_all_five_steps_and_an_auditor_finds_the_same_totals() {
    let site = Site::settled().await;
    site.office.manager_takes_office(hour(12, 31, 0)).await.unwrap();
    // One browser is open at a time, and two where two people wait for each other: each phone is put away in between and
    // finds its key and its ballots again.
    let wang = phone_of(&site, "wang", 41).await;
    raises(&wang).await;
    let wang = wang.put_away().await;
    let li = phone_of(&site, "li", 42).await;
    home(&li, &site).await;
    backs_and_speaks(&li).await;
    let li = li.put_away().await;
    let clerk = at_desk(&site, host(&site).await, 44, (1280, 900)).await;
    accepts_and_opens_a_vote(&clerk, &site).await;
    let clerk = clerk.put_away().await;
    let (agenda, [wang, li]) = vote(&site, wang, li).await;
    let clerk = back_at_desk(clerk, &site).await;
    closes_and_counts(&clerk, &site).await;
    ends_the_vote(&site, &clerk, agenda).await;
    gives_the_work_out(&clerk).await;
    let clerk = clerk.put_away().await;
    let li = at_home(li, &site).await;
    li.press("看结果").await;
    li.see("3 × 8 = 24").await;
    drop(li);
    let officer = at_desk(&site, person("manager"), 45, (390, 844)).await;
    reports(&officer, "60", "6000", "基础打好了，明天铺面。").await;
    officer.see("已报进度").await;
    reports(&officer, "100", "11980.50", "做完了，收据在前台。").await;
    officer.see("已报办完").await;
    let officer = officer.put_away().await;
    let wang = at_home(wang, &site).await;
    rates(&wang).await;
    let wang = wang.put_away().await;
    let clerk = back_at_desk(clerk, &site).await;
    ends_it(&clerk, &site).await;
    drop(clerk);
    let wang = at_home(wang, &site).await;
    wang.press("全部").await;
    wang.see("已经了结").await;
    let officer = back_at_desk(officer, &site).await;
    lays_the_books_open(&officer, &wang, &site).await;
    audited(&site, agenda).await;
}
