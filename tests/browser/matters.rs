//! A matter in the hands of its residents, from 提 to 评, and the manager's books under their eyes.

use yishi_protocol::blob::Stance;
use yishi_protocol::body::{Action, Raise};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::EntryId;
use yishi_tests::matters;
use yishi_tests::people::party;
use yishi_tests::stairwell::hour;

use crate::phone::Phone;
use crate::site::Site;

/// What wang types, and what becomes its title.
const TEXT: &str = "单元门口没有坡道，我父亲坐轮椅进不去。希望加一段坡道和扶手。";
const TITLE: &str = "单元门口没有坡道，我父亲坐轮椅进不去";

/// Wang's phone of that screen, enrolled.
async fn wang(site: &Site, number: u8, (width, height): (u32, u32)) -> Phone {
    let code = site.letter("wang", number).await;
    let phone = Phone::new(width, height).await;
    phone.open(&format!("{}/enrol#{}.{code}", site.server, site.office.estate)).await;
    phone.see("请核对，是不是您本人").await;
    phone.press("是我本人").await;
    phone.see("等你办的").await;
    phone
}

/// Opens the first screen anew.
async fn home(phone: &Phone, site: &Site) {
    phone.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    phone.see("等你办的").await;
}

async fn type_into(phone: &Phone, field: &str, words: &str) {
    let field = phone.find(field, "").await;
    field.clear().await.unwrap();
    field.send_keys(words).await.unwrap();
}

/// The newest matter of the log.
async fn newest_matter(site: &Site) -> EntryId {
    let list: yishi_protocol::view::MatterList = site.office.get("/matters").await.unwrap().json().unwrap();
    list.matters.iter().max_by_key(|matter| matter.raised_ms).unwrap().matter
}

async fn support(site: &Site, name: &str, matter: EntryId) {
    let body = yishi_protocol::body::Support { matter, party: party(name), stands: true };
    site.office.say(name, body, vec![]).await.unwrap();
}

/// Takes a matter up and gives the manager the work, to be done in ten days.
async fn dispatched(site: &Site, matter: EntryId) -> EntryId {
    let (body, blobs) = matters::answer(matter, Action::Accept, "受理，先看现场。");
    site.office.say("host", body, blobs).await.unwrap();
    site.office.manager_takes_office(hour(12, 30, 0)).await.unwrap();
    let due_ms = hour(3, 20, 0) + 10 * DAY_MS;
    let (body, blobs) = matters::dispatch(matter, None, due_ms);
    site.office.say("host", body, blobs).await.unwrap().entry.id()
}

async fn report(site: &Site, task: EntryId, percent: u32, paid_fen: u64) {
    let (body, blobs) = matters::progress(task, percent, paid_fen);
    site.office.say("manager", body, blobs).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_resident_raises_a_matter_speaks_and_marks_what_was_done() {
    let site = Site::open().await;
    let phone = wang(&site, 21, (390, 844)).await;
    phone.see("现在没有在议的事").await;
    phone.press("我要提一件事").await;
    phone.see("你要提什么事").await;
    assert_eq!(phone.run(FOCUSED).await, "你要提什么事？", "the reading voice begins at the heading");
    phone.see("先写是什么事").await;
    type_into(&phone, "#what", TEXT).await;
    phone.press("无障碍").await;
    type_into(&phone, "#where", "2单元门口").await;
    phone.see("至少 10 户 · 先由楼栋商量").await;
    phone.stop("raise").await;
    phone.press("签名并提交").await;
    phone.see("提交好了，等业委会答复").await;
    phone.see(TITLE).await;
    phone.see("等业委会答复").await;
    phone.see("这件事是你家提的").await;
    phone.stop("matter-raised").await;
    let matter = newest_matter(&site).await;

    support(&site, "li", matter).await;
    phone.press("赞成").await;
    phone.see("我的看法：赞成").await;
    type_into(&phone, "#speak", "我妈也要用。").await;
    phone.pause("matter-speak").await;
    phone.press("签名并发表").await;
    phone.see("说出去了").await;
    phone.see("我妈也要用。").await;
    phone.see("1 户 / 共 11 户").await;
    let (body, blobs) = matters::opinion(matter, Stance::Question, "扶手装哪一侧？", None);
    let asked = site.office.say("li", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = matters::opinion(matter, Stance::Against, "门口本来就窄。", None);
    site.office.say("zhao", body, blobs).await.unwrap();
    let (body, blobs) = matters::opinion(matter, Stance::Neutral, "两侧都装。", Some(asked));
    site.office.say("host", body, blobs).await.unwrap();
    home(&phone, &site).await;
    phone.press(TITLE).await;
    phone.see("两侧都装。").await;
    phone.press("回复").await;
    phone.see("回复1栋业主").await;
    type_into(&phone, "#speak", "退一步也行。").await;
    phone.press("签名并发表").await;
    phone.see("退一步也行。").await;
    phone.stop("matter-discussed").await;

    let task = dispatched(&site, matter).await;
    report(&site, task, 60, 900_000).await;
    home(&phone, &site).await;
    phone.see("等物业服务中心办完").await;
    phone.press(TITLE).await;
    phone.see("办了 60%").await;
    phone.see("完成 60%").await;
    phone.stop("matter-works").await;
    report(&site, task, 100, 1_250_000).await;
    home(&phone, &site).await;
    phone.see("已付 12,500.00\u{a0}元 / 上限 12,000.00\u{a0}元").await;
    phone.see("超出 500.00").await;
    phone.stop("home-rate").await;
    phone.press("评价：").await;
    phone.see("办得怎么样").await;
    phone.see("三项都评了再提交").await;
    for (scale, mark) in [("speed", 2), ("quality", 4)] {
        let mark = phone.find(&format!("label:nth-child({mark}) input[name={scale}]"), "").await;
        mark.click().await.unwrap();
    }
    phone.see("还差一项没评").await;
    phone.pause("rate").await;
    phone.find("label:nth-child(5) input[name=content]", "").await.click().await.unwrap();
    phone.press("签名并评价").await;
    phone.see("谢谢，评价收到了").await;
    phone.see("谢谢，你评过了").await;
    phone.stop("matter-rated").await;
    let estate = site.office.estates.get(&site.office.estate).await.unwrap();
    let published = estate.published();
    assert_eq!(published.log.state().matter(&matter).unwrap().ratings.len(), 1);
}

/// The words of what has the keyboard.
const FOCUSED: &str = "return document.querySelector('yishi-widget').shadowRoot.activeElement?.textContent";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_neighbour_backs_a_matter_and_takes_it_back() {
    let site = Site::open().await;
    let (body, blobs) = matters::raise();
    let matter = site.office.say("li", body, blobs).await.unwrap().entry.id();
    let phone = wang(&site, 22, (390, 844)).await;
    phone.press("单元门口加装无障碍坡道").await;
    phone.see("0 户 / 共 11 户").await;
    let backed = || async {
        let estate = site.office.estates.get(&site.office.estate).await.unwrap();
        let published = estate.published();
        published.log.state().matter(&matter).unwrap().supports.contains(&party("wang"))
    };
    phone.find("button.weui-btn_primary", "附议").await.click().await.unwrap();
    phone.see("你家已经附议").await;
    phone.see("1 户 / 共 11 户").await;
    assert!(backed().await);
    phone.press("撤回附议").await;
    phone.see("0 户 / 共 11 户").await;
    assert!(!backed().await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_typed_outlives_a_dead_network_and_a_look_alike_is_offered() {
    let site = Site::open().await;
    let (body, blobs) = matters::raise();
    site.office.say("li", body, blobs).await.unwrap();
    let phone = wang(&site, 23, (390, 844)).await;
    phone.press("我要提一件事").await;
    type_into(&phone, "#what", TEXT).await;
    phone.see("可能已经有人提过").await;
    phone.see("单元门口加装无障碍坡道").await;
    phone.set_offline(true).await;
    phone.press("签名并提交").await;
    phone.see("连不上网，还没送出去").await;
    phone.pause("raise-offline").await;
    assert_eq!(phone.typed("#what").await, TEXT);
    phone.set_offline(false).await;
    phone.press("看看").await;
    phone.see("走到哪一步").await;
    phone.find("button", "").await.click().await.unwrap();
    phone.see("你要提什么事").await;
    assert_eq!(phone.typed("#what").await, TEXT, "a look at another matter loses nothing");
    phone.press("全小区").await;
    home(&phone, &site).await;
    phone.press("接着写没提交的事").await;
    phone.see("你要提什么事").await;
    assert_eq!(phone.typed("#what").await, TEXT, "a page that was put away loses nothing");
    assert_eq!(phone.kept().await, 2, "the words and the part of the estate");
    phone.press("签名并提交").await;
    phone.see("提交好了").await;
    phone.see("全小区").await;
    assert_eq!(phone.kept().await, 0);
    phone.find("button", "").await.click().await.unwrap();
    phone.press("我要提一件事").await;
    phone.see("你要提什么事").await;
    assert_eq!(phone.typed("#what").await, "", "what is in need not be written again");
    type_into(&phone, "#what", "这是王家写的。").await;
    assert_eq!(phone.kept().await, 1, "the words; the part of the estate is still the form's own choice");
    let code = site.letter("li", 30).await;
    phone.open(&format!("{}/enrol#{}.{code}", site.server, site.office.estate)).await;
    phone.press("是我本人").await;
    phone.see("等你办的").await;
    phone.press("我要提一件事").await;
    phone.see("你要提什么事").await;
    assert_eq!(phone.typed("#what").await, "", "who gets the phone does not read what others typed");
}

/// The manager's March, so far.
async fn disclosed(site: &Site) -> EntryId {
    site.office.manager_takes_office(hour(12, 30, 0)).await.unwrap();
    let (body, blobs) = matters::march_until(matters::day(3, 20));
    site.office.say("manager", body, blobs).await.unwrap().entry.id()
}

/// The lines by account, which stay as they were left, then one by one; and the ledgers over the months.
async fn reads_by_account_and_by_month(phone: &Phone) {
    let unfolded =
        "return document.querySelector('yishi-widget').shadowRoot.querySelectorAll('.ys-fold[open]').length";
    let before = phone.run(unfolded).await.as_u64().unwrap();
    phone.press("共用设施日常运行维护").await;
    assert_eq!(phone.run(unfolded).await.as_u64(), before.checked_sub(1), "few lines stand unfolded");
    phone.press("逐笔").await;
    phone.press("凭证V202603-00003").await;
    phone.see("−300.50").await;
    phone.find(".ys-back", "").await.click().await.unwrap();
    phone.see("对得上").await;
    assert_eq!(phone.run(unfolded).await.as_u64(), before.checked_sub(1), "and stay as they were left");
    phone.press("共用设施日常运行维护").await;
    phone.press("看历月的收、支和结余").await;
    phone.see("每期期末结余").await;
    phone.press("公共收益").await;
    phone.pause("books-months").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_resident_reads_the_books_and_asks_about_a_line() {
    let site = Site::open().await;
    disclosed(&site).await;
    let phone = wang(&site, 24, (390, 844)).await;
    phone.see("3月1日–3月20日的钱").await;
    phone.stop("home-money").await;
    phone.press("看每一笔").await;
    phone.see("三本账都对得上").await;
    phone.see("10,049.50").await;
    phone.stop("books").await;
    reads_by_account_and_by_month(&phone).await;
    phone.press("凭证V202603-00003").await;
    phone.see("−300.50").await;
    phone.see("共用设施日常运行维护").await;
    phone.stop("line").await;
    phone.press("问这一笔").await;
    phone.see("你想问什么").await;
    phone.press("谁签的字").await;
    phone.stop("ask").await;
    phone.press("签名并提问").await;
    phone.see("问出去了").await;
    phone.see("3月29日前").await;
    phone.stop("line-asked").await;
    site.office.clock.set(hour(4, 2, 9));
    home(&phone, &site).await;
    phone.press("看每一笔").await;
    phone.see("1\u{a0}问").await;
    phone.press("凭证V202603-00003").await;
    phone.see("已超 4 天").await;
    phone.stop("line-overdue").await;
    let list: yishi_protocol::view::DisclosureList =
        site.office.get("/disclosures").await.unwrap().json().unwrap();
    assert_eq!(list.disclosures[0].questions, 1);
}

/// Adds a fen to a line on its way to the page, which its name does not allow.
const LIE: &str = r"
    const honest = window.fetch;
    window.fetch = async (...asked) => {
        const answer = await honest(...asked);
        if (!answer.url.includes('/blobs/')) return answer;
        const blob = await answer.json();
        blob.payload = blob.payload.replace('30050', '30051');
        return new Response(JSON.stringify(blob), { status: answer.status, headers: answer.headers });
    };
";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lines_that_nobody_signed_are_not_shown() {
    let site = Site::open().await;
    disclosed(&site).await;
    let phone = wang(&site, 25, (390, 844)).await;
    phone.see("的钱").await;
    phone.run(LIE).await;
    phone.press("看每一笔").await;
    phone.see("核对没有通过，先不要相信这一页").await;
}

/// Answers as a later server may give them.
const LATER: &str = r#"
    const honest = window.fetch;
    window.fetch = async (...asked) => {
        const answer = await honest(...asked);
        if (!answer.url.includes('/disclosures/')) return answer;
        const text = (await answer.text()).replace('{', '{"a_later_field":1,');
        return new Response(text, { status: answer.status, headers: answer.headers });
    };
"#;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_too_old_for_its_server_asks_to_be_opened_anew() {
    let site = Site::open().await;
    disclosed(&site).await;
    let phone = wang(&site, 27, (390, 844)).await;
    phone.see("的钱").await;
    phone.run(LATER).await;
    phone.press("看每一笔").await;
    phone.see("页面旧了").await;
    phone.stop("outdated").await;
    // At the address of what was pressed.
    phone.press("重新打开").await;
    phone.see("对得上").await;
}

/// An estate with a matter that is done over its cap and one that waits, and with books.
async fn busy() -> Site {
    let site = Site::open().await;
    let (body, blobs) = matters::raise();
    let matter = site.office.say("li", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = matters::opinion(matter, Stance::For, "早该修了。", None);
    site.office.say("zhao", body, blobs).await.unwrap();
    disclosed(&site).await;
    let task = dispatched(&site, matter).await;
    report(&site, task, 100, 1_320_000).await;
    let (body, blobs) = matters::raise();
    let again = Raise { category: None, ..body };
    let again = site.office.say("wu", again, blobs).await.unwrap().entry.id();
    let (body, blobs) = matters::answer(again, Action::Decline, "同一件事已经在办。");
    site.office.say("host", body, blobs).await.unwrap();
    site
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_busy_estate_is_told_in_every_look() {
    let site = busy().await;
    let phone = wang(&site, 26, (390, 844)).await;
    phone.stop("busy-home").await;
    phone.press("全部").await;
    phone.see("小区提过的所有事").await;
    phone.see("没有受理").await;
    phone.stop("busy-matters").await;
    phone.press("单元门口加装无障碍坡道").await;
    phone.see("走到哪一步").await;
    phone.stop("busy-matter").await;
    phone.press("提问").await;
    phone.see("我的看法：提问").await;
    phone.pause("busy-matter-ask").await;
    home(&phone, &site).await;
    phone.press("评价：").await;
    phone.see("办得怎么样").await;
    phone.stop("busy-rate").await;
    home(&phone, &site).await;
    phone.press("我要提一件事").await;
    phone.see("你要提什么事").await;
    type_into(&phone, "#what", TEXT).await;
    phone.see("可能已经有人提过").await;
    phone.stop("busy-raise").await;
    phone.press("另外 13 类").await;
    phone.pause("busy-raise-kinds").await;
}
