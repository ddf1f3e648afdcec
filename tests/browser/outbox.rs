//! What is signed is not lost: answers that never come, ballots that were changed before they arrived, and acts signed after
//! them.

use yishi_protocol::view::MatterList;

use crate::phone::Phone;
use crate::site::Site;
use crate::voting::{ballots, enrolled, fill_in, held};

/// Every act comes to the server and no answer to it comes back.
const ANSWERS_LOST: &str = "window.honest = window.honest || window.fetch;
    window.fetch = async (address, asked) => {
        const answer = await window.honest(address, asked);
        if (asked.method === 'POST') throw new TypeError('the answer was lost');
        return answer;
    };";

/// No act comes to the server.
const NOTHING_SENT: &str = "window.honest = window.honest || window.fetch;
    window.fetch = async (address, asked) => {
        if (asked.method === 'POST') throw new TypeError('nothing was sent');
        return window.honest(address, asked);
    };";

const AS_IT_WAS: &str = "window.fetch = window.honest";

const TEXT: &str = "西门的门禁坏了，晚上谁都能进。";

async fn home(phone: &Phone, site: &Site) {
    phone.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    phone.see("等你办的").await;
}

async fn type_into(phone: &Phone, words: &str) {
    let field = phone.find("#what", "").await;
    field.clear().await.unwrap();
    field.send_keys(words).await.unwrap();
}

/// Signs a ballot while no network is there.
async fn cast(phone: &Phone, answer: &str) {
    phone.press("看方案，去投票").await;
    fill_in(phone, answer, &[]).await;
    phone.press("签名并投出").await;
    phone.see("票签好了，还没送到").await;
}

async fn matters(site: &Site) -> usize {
    let list: MatterList = site.office.get("/matters").await.unwrap().json().unwrap();
    list.matters.len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ballot_changed_before_it_arrived_is_the_one_that_stands() {
    let site = Site::open().await;
    let phone = enrolled(&site).await;
    held(&phone).await;
    phone.set_offline(true).await;
    cast(&phone, "弃权").await;
    phone.find("button.ys-back", "").await.click().await.unwrap();
    phone.see("签好了，还没送到").await;
    phone.pause("home-not-arrived").await;
    cast(&phone, "反对").await;
    assert!(ballots(&site, "wang").await.is_empty());
    // Nobody presses anything: a phone that has its network back sends what it kept.
    phone.set_offline(false).await;
    phone.see("你家的票在票箱里了").await;
    let both = [(vec![vec![2], vec![]], false), (vec![vec![1], vec![]], true)];
    assert_eq!(ballots(&site, "wang").await, both, "in the order in which they were signed");
    phone.press("回首页").await;
    phone.see("改我的票").await;
    assert!(!phone.text().await.contains("还没送到"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ballot_that_waits_outlives_what_is_signed_after_it() {
    let site = Site::open().await;
    let phone = enrolled(&site).await;
    phone.press("看方案，去投票").await;
    fill_in(&phone, "同意", &[]).await;
    phone.run(NOTHING_SENT).await;
    phone.press("签名并投出").await;
    phone.see("票签好了，还没送到").await;
    phone.run(AS_IT_WAS).await;
    phone.find("button.ys-back", "").await.click().await.unwrap();
    phone.press("我要提一件事").await;
    type_into(&phone, TEXT).await;
    phone.press("签名并提交").await;
    phone.see("提交好了").await;
    assert!(ballots(&site, "wang").await.is_empty());
    // The matter has a higher number than the ballot, which the log takes no more as it was signed.
    phone.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    phone.see("你家的票在票箱里了").await;
    assert_eq!(ballots(&site, "wang").await, [(vec![vec![0], vec![]], true)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_act_whose_answer_was_lost_is_done_once() {
    let site = Site::open().await;
    let phone = enrolled(&site).await;
    phone.press("我要提一件事").await;
    type_into(&phone, TEXT).await;
    phone.run(ANSWERS_LOST).await;
    phone.press("签名并提交").await;
    phone.see("连不上网，还没送出去").await;
    phone.press("签名并提交").await;
    phone.see("连不上网，还没送出去").await;
    assert_eq!(matters(&site).await, 1, "it had arrived, and is sent again as it was");
    phone.run(AS_IT_WAS).await;
    phone.press("签名并提交").await;
    phone.see("提交好了").await;
    assert_eq!(matters(&site).await, 1);
    assert_eq!(phone.kept().await, 0);

    // What is changed after a lost answer is not a second matter either.
    home(&phone, &site).await;
    phone.press("我要提一件事").await;
    type_into(&phone, "垃圾桶不够。").await;
    phone.run(ANSWERS_LOST).await;
    phone.press("签名并提交").await;
    phone.see("连不上网，还没送出去").await;
    type_into(&phone, "垃圾桶不够，每层加一个。").await;
    phone.run(AS_IT_WAS).await;
    phone.press("签名并提交").await;
    phone.see("上一次按的已经送到了").await;
    phone.pause("raise-had-arrived").await;
    assert_eq!(matters(&site).await, 2);
    assert_ne!(phone.kept().await, 0, "what was changed is still there to be sent");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_act_that_did_not_arrive_stands_on_the_first_screen_until_it_is_sent_or_taken_back() {
    let site = Site::open().await;
    let phone = enrolled(&site).await;
    phone.press("我要提一件事").await;
    type_into(&phone, TEXT).await;
    phone.run(NOTHING_SENT).await;
    phone.press("签名并提交").await;
    phone.see("连不上网，还没送出去").await;
    // The page dies; the next one knows.
    home(&phone, &site).await;
    phone.see("你签好的一件事").await;
    assert_eq!(matters(&site).await, 0, "nobody's words are sent without their word");
    phone.press("再送一次").await;
    phone.see("送到了").await;
    assert_eq!(matters(&site).await, 1);
    assert_eq!(phone.kept().await, 0, "what is in need not be written again");
    assert!(!phone.text().await.contains("你签好的一件事"));

    phone.press("我要提一件事").await;
    type_into(&phone, "这件先不提了。").await;
    phone.run(NOTHING_SENT).await;
    phone.press("签名并提交").await;
    phone.see("连不上网，还没送出去").await;
    home(&phone, &site).await;
    phone.press("不要了").await;
    phone.find("button", "我要提一件事").await;
    home(&phone, &site).await;
    assert!(!phone.text().await.contains("你签好的一件事"));
    assert_eq!(matters(&site).await, 1);
}
