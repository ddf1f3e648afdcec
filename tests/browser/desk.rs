//! The desk in the hands of a clerk and of a manager's officer: from a resident's matter to its end, and a month's books.

use std::io::Write;

use yishi_protocol::blob::Stance;
use yishi_protocol::body::Rate;
use yishi_protocol::id::{EntryId, PersonId};
use yishi_tests::matters::{ask, opinion, raise, rate};
use yishi_tests::people::{party, person, public};
use yishi_tests::stairwell::{ballot, hour};

use crate::people::ends_the_vote;
use crate::phone::Phone;
use crate::site::Site;

/// The person whom the founders made the host.
pub(crate) async fn host(site: &Site) -> PersonId {
    let estate = site.office.estates.get(&site.office.estate).await.unwrap();
    let published = estate.published();
    let key = published.log.state().key(&public("host")).unwrap();
    let yishi_protocol::state::KeyHolder::Person(person) = key.holder else { panic!("the host is a person") };
    person
}

/// A device at the desk, enrolled for a person.
pub(crate) async fn at_desk(site: &Site, person: PersonId, number: u8, (width, height): (u32, u32)) -> Phone {
    let code = site.letter_for(person, number).await;
    let device = Phone::new(width, height).await;
    // Colours that are half way are no colours to measure.
    let still = serde_json::json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    device.cdp("Emulation.setEmulatedMedia", still).await;
    device.open(&format!("{}/desk#{}.{code}", site.server, site.office.estate)).await;
    device.press("是我本人").await;
    device.find("nav a", "待办").await;
    device
}

impl Phone {
    /// Types into a field by its id, in place of what stood there.
    pub(crate) async fn fill(&self, id: &str, words: &str) {
        let field = self.find(&format!("#{id}"), "").await;
        field.scroll_into_view().await.unwrap();
        field.clear().await.unwrap();
        field.send_keys(words).await.unwrap();
    }

    /// Chooses among the words of a list.
    pub(crate) async fn choose(&self, id: &str, words: &str) {
        let list = self.find(&format!("#{id}"), words).await;
        let select = thirtyfour::components::SelectElement::new(&list).await.unwrap();
        select.select_by_visible_text(words).await.unwrap();
    }

    /// A date, as a picker sets it: what keys a field of dates takes depends on the browser's language.
    pub(crate) async fn pick_date(&self, id: &str, date: &str) {
        let script = format!(
            "const field = document.querySelector('yishi-widget').shadowRoot.querySelector('#{id}');
             field.value = '{date}'; field.dispatchEvent(new Event('input', {{ bubbles: true }}));"
        );
        drop(self.find(&format!("#{id}"), "").await);
        self.run(&script).await;
    }
}

/// Everybody named votes for every item.
async fn vote(site: &Site, agenda: EntryId, names: &[&str], choice: &[&[u32]]) {
    for name in names {
        let (body, blob) = ballot(agenda, party(name), choice, None);
        site.office.say(name, body, vec![blob]).await.unwrap();
    }
}

/// The newest opened vote.
pub(crate) async fn newest_vote(site: &Site) -> EntryId {
    let estate = site.office.estates.get(&site.office.estate).await.unwrap();
    let published = estate.published();
    let agendas = published.log.state().agendas();
    *agendas.max_by_key(|(_, agenda)| agenda.opened_ms).unwrap().0
}

/// The desk's page, loaded anew.
async fn reopen(site: &Site, clerk: &Phone) {
    clerk.open(&format!("{}/desk?estate={}", site.server, site.office.estate)).await;
    clerk.find("nav a", "待办").await;
}

/// 提 and 议: the matter is answered, and people speak.
async fn accepts(site: &Site, clerk: &Phone, matter: EntryId) {
    clerk.see("3月20日 周五").await;
    clerk.see("还差 8\u{a0}人、664\u{a0}m²").await;
    clerk.see("精确差 663.80").await;
    clerk.see("三分之二线").await;
    clerk.stop("desk-queue").await;
    clerk.press("答复：单元门口加装无障碍坡道").await;
    clerk.see("10 天内答复").await;
    clerk.stop("desk-matter").await;
    clerk.press("受理").await;
    clerk.fill("answer", "收下了，先听听大家的看法。").await;
    // Called away: the computer was shut down meanwhile.
    reopen(site, clerk).await;
    clerk.press("答复：单元门口加装无障碍坡道").await;
    assert_eq!(clerk.typed("#answer").await, "收下了，先听听大家的看法。");
    clerk.press("受理").await;
    clerk.press("签名答复").await;
    clerk.see("已受理").await;
    for (name, stance, words) in [
        ("li", Stance::For, "老人多，早该做了。"),
        ("wu", Stance::Question, "坡道会占掉几个电动车位？"),
        ("zheng", Stance::Against, "台阶窄，怕绊倒人。"),
    ] {
        let (body, blobs) = opinion(matter, stance, words, None);
        site.office.say(name, body, blobs).await.unwrap();
    }
    clerk.press("事项").await;
    clerk.see("大家在议，等业委会定下一步").await;
    clerk.see("不到 7 天").await;
    clerk.stop("desk-matters").await;
    clerk.press("单元门口加装无障碍坡道").await;
    clerk.see("坡道会占掉几个电动车位").await;
    clerk.stop("desk-matter-accepted").await;
}

/// The five steps of announcing a vote.
async fn announces(site: &Site, clerk: &Phone) {
    clerk.press("交付表决").await;
    clerk.see("选最贴近的一项").await;
    clerk.press("加装电梯").await;
    clerk.see("第 278 条第一款第 7 项，是特别事项").await;
    clerk.press("其他重大事项").await;
    clerk.see("门槛只能提高，不能降低").await;
    clerk.stop("desk-wizard-kind").await;
    clerk.press("下一步：范围").await;
    clerk.see("8 人，663.80\u{a0}m²").await;
    clerk.stop("desk-wizard-scope").await;
    clerk.press("下一步：日期").await;
    for words in ["4月5日 周日", "公示满 15 个整天", "4月20日 周一", "顺延到周一", "4月23日 周四"]
    {
        clerk.see(words).await;
    }
    clerk.see("清明节放假").await;
    clerk.stop("desk-wizard-dates").await;
    clerk.press("下一步：文本").await;
    clerk.fill("item0", "是否在 1栋2单元门口加装坡道和扶手").await;
    clerk.stop("desk-wizard-text").await;
    // Each step is an entry of the history, and going back takes nothing away.
    clerk.driver.back().await.unwrap();
    clerk.see("公示满 15 个整天").await;
    clerk.driver.forward().await.unwrap();
    clerk.see("投票的题目").await;
    assert_eq!(clerk.typed("#item0").await, "是否在 1栋2单元门口加装坡道和扶手");
    // A part of the estate that the roll does not have is not what the next visit goes on with.
    let gone = "const scope = Object.keys(localStorage).find((key) => key.endsWith('/desk/vote/scope'));
        localStorage.setItem(scope, '999');";
    clerk.run(gone).await;
    reopen(site, clerk).await;
    clerk.press("接着写没发布的表决").await;
    clerk.press("上一步").await;
    clerk.press("上一步").await;
    clerk.see("哪些业主投票？").await;
    let kept = "return Object.keys(localStorage).some((key) => key.endsWith('/desk/vote/scope'))";
    assert_eq!(clerk.run(kept).await, false);
    clerk.choose("scope", "1栋2单元（11 人）").await;
    clerk.press("下一步：日期").await;
    clerk.press("下一步：文本").await;
    assert_eq!(clerk.typed("#item0").await, "是否在 1栋2单元门口加装坡道和扶手");
    clerk.press("下一步：核对发布").await;
    clerk.see("公示预览").await;
    clerk.stop("desk-wizard-preview").await;
    clerk.press("签名发布公示").await;
    clerk.see("公示已发布").await;
    assert_eq!(clerk.kept().await, 0, "what is signed is no draft");
    // Nor is any of its steps a place to come back to.
    clerk.driver.back().await.unwrap();
    clerk.find("h2", "要办的").await;
}

/// 决: one vote in which too few took part, and one that passes.
async fn opens_closes_and_counts(site: &Site, clerk: &Phone) {
    // 72 hours before the window.
    site.office.clock.set(hour(4, 2, 0));
    clerk.press("待办").await;
    clerk.press("定名册：单元门口").await;
    clerk.see("要定下的").await;
    clerk.see("995.70").await;
    clerk.stop("desk-open").await;
    clerk.press("签名，定名册").await;
    clerk.see("名册已定").await;

    // The stairwell's other vote has ended meanwhile; nobody took part in it.
    site.office.clock.set(hour(4, 5, 0));
    clerk.press("待办").await;
    clerk.press("截止收票：加装电梯").await;
    clerk.see("投票时间到了").await;
    clerk.press("签名，截止收票").await;
    clerk.see("已截止收票").await;
    clerk.see("参加不够，不算数").await;
    clerk.stop("desk-tally-quorum").await;
    clerk.press("签名公布结果").await;
    clerk.see("结果公告").await;

    let agenda = newest_vote(site).await;
    vote(site, agenda, &["wang", "li", "wu", "zheng", "chen", "chu", "wei"], &[&[0]]).await;
    clerk.press("待办").await;
    clerk.see("还差 1\u{a0}人").await;
    vote(site, agenda, &["feng"], &[&[1]]).await;
    clerk.press("待办").await;
    clerk.see("够了，这次算数").await;
    // Eight of eleven, on the building's tile and at the day's end; tomorrow is still to come.
    clerk.see("72.72%").await;
    clerk.stop("desk-queue-enough").await;
    clerk.press("同样的数，用表看").await;
    clerk.find("td", "还没到").await;
    clerk.pause("desk-queue-days").await;

    site.office.clock.set(hour(4, 21, 8));
    clerk.press("待办").await;
    clerk.press("截止收票：单元门口").await;
    clerk.press("签名，截止收票").await;
    clerk.see("3 × 8 = 24 ≥ 2 × 11 = 22").await;
    clerk.stop("desk-tally").await;
    clerk.press("签名公布结果").await;
    clerk.see("表决结果公告").await;
    clerk.see_exactly("通过").await;
    clerk.stop("desk-posted").await;
    clerk.print("desk-posted").await;
}

/// The work is given out.
async fn gives_out(clerk: &Phone) {
    clerk.press("待办").await;
    clerk.press("派单：单元门口").await;
    clerk.choose("assignee", "物业服务中心").await;
    clerk.fill("work", "坡道一段、扶手两侧，先立警示牌，做完拍照。").await;
    clerk.fill("cap", "12,000.50").await;
    clerk.pick_date("due", "2026-05-10").await;
    clerk.stop("desk-dispatch").await;
    clerk.press("签名派单").await;
    clerk.see("已派单").await;
    clerk.see("上限 12,000.50 元").await;
    clerk.stop("desk-matter-given").await;
}

/// 办: the manager's officer reports it done, above the limit.
async fn reports(site: &Site) {
    let officer = at_desk(site, person("manager"), 32, (390, 844)).await;
    officer.stop("desk-manager-queue").await;
    officer.press("报进度").await;
    officer.press("单元门口加装无障碍坡道").await;
    officer.fill("percent", "100").await;
    officer.fill("paid", "12500").await;
    officer.see("超出上限 499.50 元").await;
    officer.fill("report", "做完了。加固基础多花了 499.50 元，有收据。").await;
    officer.stop("desk-progress-over").await;
    officer.press("签名报进度").await;
    officer.see("已报办完").await;
}

/// 评: it is marked, and ends after its days.
async fn closes(site: &Site, clerk: &Phone, matter: EntryId) {
    for name in ["wang", "li", "wu", "zheng", "chen"] {
        let (marks, blobs): (Rate, _) = rate(matter, name, [5, 4, 5]);
        site.office.say(name, marks, blobs).await.unwrap();
    }
    site.office.clock.set(hour(5, 14, 8));
    clerk.press("待办").await;
    clerk.press("了结：单元门口").await;
    clerk.see("5 / 5 人").await;
    clerk.fill("last", "坡道能用了，谢谢大家。").await;
    clerk.stop("desk-close").await;
    clerk.press("签名，了结").await;
    clerk.see("已了结").await;
    clerk.see("办完了").await;
    clerk.stop("desk-matter-ended").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clerk_takes_a_matter_through_all_five_steps_at_the_desk() {
    let site = Site::open().await;
    let (body, blobs) = raise();
    let matter = site.office.say("wang", body, blobs).await.unwrap().entry.id();
    site.office.manager_takes_office(hour(12, 31, 0)).await.unwrap();
    let clerk = at_desk(&site, host(&site).await, 31, (1280, 900)).await;
    accepts(&site, &clerk, matter).await;
    announces(&site, &clerk).await;
    opens_closes_and_counts(&site, &clerk).await;
    let agenda = newest_vote(&site).await;
    ends_the_vote(&site, &clerk, agenda).await;
    gives_out(&clerk).await;
    reports(&site).await;
    closes(&site, &clerk, matter).await;
}

pub(crate) const GOOD: &str = "\
凭证号,日期,类别,摘要,金额
V202603-00001,2026-03-02,物业费,收3月物业费,1200.00
V202603-00002,2026-03-05,保洁人员工资,保洁人员3月工资,-850.00
V202603-00003,2026-03-09,零星维修,1栋门禁维修,-300.50
V202603-00004,2026-03-18,电梯广告,轿厢广告,500.00
V202603-00005,2026-03-19,屋面渗漏维修,1栋屋面补漏,-4000.00
";

pub(crate) fn ledger_file(folder: &tempfile::TempDir, name: &str, text: &str) -> String {
    let path = folder.path().join(name);
    std::fs::File::create(&path).unwrap().write_all(text.as_bytes()).unwrap();
    path.to_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_officer_corrects_a_line_publishes_the_books_and_answers_a_question() {
    let site = Site::open().await;
    site.office.manager_takes_office(hour(12, 31, 0)).await.unwrap();
    let officer = at_desk(&site, person("manager"), 33, (390, 844)).await;
    officer.press("公示账目").await;
    officer.see("账目文件").await;
    let empty = officer.find("a[download]", "下载空表").await.attr("href").await.unwrap().unwrap();
    assert!(
        empty.starts_with("data:text/csv;charset=utf-8,%EF%BB%BF"),
        "spreadsheets know it by its mark: {empty}"
    );
    officer.find("summary", "科目表").await.click().await.unwrap();
    officer.see("物业费（住宅）").await;
    officer.pause("desk-books-chart").await;
    officer.find("summary", "科目表").await.click().await.unwrap();
    officer.stop("desk-books-empty").await;
    let folder = tempfile::tempdir().unwrap();
    let bad = ledger_file(&folder, "3月收支.csv", &GOOD.replace("-300.50", "-300.505"));
    officer.find("#file", "").await.send_keys(bad).await.unwrap();
    officer.find("th", "第 4 行").await;
    officer.see("AMOUNT_DECIMALS").await;
    officer.see("改完 1 行才能公布").await;
    officer.stop("desk-books-bad").await;
    let good = ledger_file(&folder, "3月收支（改）.csv", GOOD);
    officer.find("#file", "").await.send_keys(good).await.unwrap();
    officer.see("还有期初没填").await;
    officer.stop("desk-books-good").await;
    officer.fill("opening1", "10,000.00").await;
    officer.fill("opening2", "2000").await;
    officer.fill("opening3", "90000").await;
    officer.see("10,049.50").await;
    officer.see("2,500.00").await;
    officer.press("签名公布").await;
    officer.see("账目已公布").await;
    officer.stop("desk-books-published").await;

    let estate = site.office.estates.get(&site.office.estate).await.unwrap();
    let disclosure = *estate.published().log.state().disclosures().next().unwrap().0;
    let (body, blobs) = ask(disclosure, Some((0, 1)), "保洁工资比合同多了 50 元，是什么？");
    site.office.say("wang", body, blobs).await.unwrap();
    officer.press("待办").await;
    officer.press("答提问：账目有 1 问没答").await;
    officer.see("保洁工资比合同多了 50 元").await;
    officer.stop("desk-questions").await;
    officer.find("textarea", "").await.send_keys("3月5日加了一次班，有签到表。").await.unwrap();
    officer.set_offline(true).await;
    officer.press("签名回答").await;
    officer.see("没有送到").await;
    officer.pause("desk-offline").await;
    officer.set_offline(false).await;
    officer.press("签名回答").await;
    officer.see("都答了").await;
    officer.see("有签到表").await;
}
