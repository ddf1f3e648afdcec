//! Going back, being read anew, and being shared: each layer of the window has its entry and its address.

use serde_json::json;
use yishi_protocol::body::{Close, Tally};
use yishi_protocol::id::EntryId;
use yishi_tests::matters::raise;
use yishi_tests::people::party;
use yishi_tests::stairwell::{ballot, hour};

use crate::desk::{at_desk, host};
use crate::phone::Phone;
use crate::site::Site;

async fn owner(site: &Site) -> Phone {
    let code = site.letter("wang", 7).await;
    let phone = Phone::new(390, 844).await;
    phone.open(&format!("{}/enrol#{}.{code}", site.server, site.office.estate)).await;
    phone.press("是我本人").await;
    phone.see("你还没投").await;
    home(&phone, site).await;
    phone
}

async fn home(phone: &Phone, site: &Site) {
    phone.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    phone.see("等你办的").await;
    drop(phone.find("h2", "小区的表决").await);
}

/// Li raises a matter.
async fn raised(site: &Site) -> EntryId {
    let (body, blobs) = raise();
    site.office.say("li", body, blobs).await.unwrap().entry.id()
}

async fn address(phone: &Phone) -> String {
    phone.run("return location.hash").await.as_str().unwrap().to_owned()
}

/// Waits until a script of the page gives true.
async fn until(phone: &Phone, condition: &str) {
    let script = format!(
        "const done = arguments[0]; const root = document.querySelector('yishi-widget').shadowRoot;
         const look = () => ({condition}) ? done() : requestAnimationFrame(look); look();"
    );
    phone.driver.execute_async(script, vec![]).await.unwrap();
}

const CHECKED: &str =
    "return [...document.querySelector('yishi-widget').shadowRoot.querySelectorAll('input')]
    .filter((input) => input.checked).length";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn back_in_the_middle_of_a_ballot_closes_a_question_and_keeps_its_marks() {
    let site = Site::open().await;
    raised(&site).await;
    let phone = owner(&site).await;
    phone.press("看方案，去投票").await;
    phone.see("第 1 题，共 2 题").await;
    assert_eq!(address(&phone).await, format!("#/vote/{}", site.vote.notice));
    phone.press("同意").await;
    phone.press("下一题").await;
    phone.see("第 2 题，共 2 题").await;
    phone.press("候选人A").await;
    phone.driver.back().await.unwrap();
    phone.see("第 1 题，共 2 题").await;
    assert_eq!(phone.run(CHECKED).await, 1);
    phone.driver.back().await.unwrap();
    phone.see("你还没投").await;
    assert_eq!(address(&phone).await, "");
    phone.driver.forward().await.unwrap();
    phone.see("第 1 题，共 2 题").await;
    // The way back in the bar is the same.
    phone.find("button.ys-back", "").await.click().await.unwrap();
    phone.see("你还没投").await;
    phone.press("看方案，去投票").await;
    phone.see("第 1 题，共 2 题").await;
    assert_eq!(phone.run(CHECKED).await, 1, "the marks are kept");
    phone.press("下一题").await;
    phone.see("第 2 题，共 2 题").await;
    assert_eq!(phone.run(CHECKED).await, 1);
    phone.press("核对选票").await;
    phone.press("签名并投出").await;
    phone.see("你家的票在票箱里了").await;
    until(&phone, "location.hash === ''").await;
    phone.driver.back().await.unwrap();
    phone.see("改我的票").await;
    phone.see("等你办的").await;
    assert!(!phone.text().await.contains("第 1 题"), "a ballot that was sent is no place to come back to");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_matter_is_read_anew_at_its_address_and_scrolled_as_it_was_left() {
    let site = Site::open().await;
    let matter = raised(&site).await;
    let phone = owner(&site).await;
    let row = phone.find("button", "单元门口加装无障碍坡道").await;
    row.scroll_into_view().await.unwrap();
    let left = phone.run("return scrollY").await.as_f64().unwrap();
    assert!(left > 20.0, "the first screen is longer than the phone: {left}");
    row.click().await.unwrap();
    phone.see("走到哪一步").await;
    until(&phone, "scrollY === 0").await;
    assert_eq!(address(&phone).await, format!("#/matter/{matter}"));
    // What stays on the screen does not jump.
    let back_it = phone.find("button", "附议").await;
    back_it.scroll_into_view().await.unwrap();
    let at = phone.run("return scrollY").await.as_f64().unwrap();
    assert!(at > 100.0, "it stands further down: {at}");
    back_it.click().await.unwrap();
    phone.see("撤回附议").await;
    let now = phone.run("return scrollY").await.as_f64().unwrap();
    assert!((now - at).abs() < 250.0, "it stays where the finger was: {at}, {now}");
    phone.driver.back().await.unwrap();
    phone.see("等你办的").await;
    until(&phone, &format!("Math.abs(scrollY - {left}) < 2")).await;
    phone.driver.forward().await.unwrap();
    phone.see("走到哪一步").await;
    phone.driver.refresh().await.unwrap();
    phone.see("走到哪一步").await;
    phone.see("单元门口加装无障碍坡道").await;
    // The layers below are the page's own, though it was read anew.
    phone.find("button.ys-back", "").await.click().await.unwrap();
    phone.see("等你办的").await;
    assert_eq!(address(&phone).await, "");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shared_address_shows_what_is_public_and_an_unknown_one_says_so() {
    let site = Site::open().await;
    let matter = raised(&site).await;
    let page = format!("{}/?estate={}", site.server, site.office.estate);
    let phone = Phone::new(390, 844).await;
    phone.open(&format!("{page}#/matter/{matter}")).await;
    phone.see("走到哪一步").await;
    phone.see("这台手机还没有登记").await;
    phone.press("复制链接").await;
    phone.see("链接").await;
    phone.stop("matter-shared").await;
    phone.open(&format!("{page}#/vote/{}", site.vote.notice)).await;
    phone.see("正在投票").await;
    phone.see("加装电梯").await;
    phone.stop("plan").await;
    phone.open(&format!("{page}#/matter/{}", "0".repeat(64))).await;
    phone.see("找不到这一条").await;
    phone.stop("address-unknown").await;
    phone.press("回首页").await;
    phone.see("小区的表决").await;
    phone.open(&format!("{page}#/nothing")).await;
    phone.see("找不到这一条").await;
    // Once the vote has ended, its address shows the result.
    for name in ["wang", "li", "wu", "zheng", "chen", "chu", "wei", "feng"] {
        let (body, blob) = ballot(site.vote.agenda, party(name), &[&[0], &[0]], None);
        site.office.say(name, body, vec![blob]).await.unwrap();
    }
    site.office.clock.set(hour(4, 4, 0));
    site.office.say("host", Close { agenda: site.vote.agenda }, vec![]).await.unwrap();
    let draft = format!("/agendas/{}/tally-draft", site.vote.agenda);
    let tally: Tally = site.office.get_as("host", &draft).await.unwrap().json().unwrap();
    site.office.say("host", tally, vec![]).await.unwrap();
    let other = Phone::new(390, 844).await;
    other.open(&format!("{page}#/vote/{}", site.vote.notice)).await;
    // Of eleven homes a stranger is told what came of it, and no figure by which one of them could be told.
    other.see_exactly("通过").await;
    other.see("人数太少，不单列").await;
    other.see("登记过的手机看得到全部").await;
    other.stop("result-merged").await;
    other.find("button.ys-back", "").await.click().await.unwrap();
    other.see("小区的表决").await;
}

/// What a browser says of a page that it had kept in memory.
const FROM_MEMORY: &str = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_from_memory_is_read_anew_and_nobody_is_accused_of_what_this_phone_did() {
    let site = Site::open().await;
    let phone = owner(&site).await;
    let first = phone.driver.window().await.unwrap();
    let second = phone.driver.new_tab().await.unwrap();
    // In the first page a ballot is begun; the second one casts another.
    phone.press("看方案，去投票").await;
    phone.press("反对").await;
    phone.run(FROM_MEMORY).await;
    phone.see("第 1 题，共 2 题").await;
    assert_eq!(phone.run(CHECKED).await, 1, "marks are not touched");
    phone.driver.switch_to_window(second).await.unwrap();
    home(&phone, &site).await;
    phone.press("看方案，去投票").await;
    cast(&phone).await;
    phone.see("你家的票在票箱里了").await;
    phone.driver.switch_to_window(first).await.unwrap();
    cast(&phone).await;
    phone.see("这台手机已经投过").await;
    phone.stop("own-later-ballot").await;
    assert!(!phone.text().await.contains("另一台手机"), "nobody else has voted");
    phone.driver.back().await.unwrap();
    phone.press("签名并投出").await;
    phone.see("你家的票在票箱里了").await;
    phone.press("回首页").await;
    phone.see("改我的票").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_home_that_was_kept_in_memory_does_not_say_that_nobody_voted() {
    let site = Site::open().await;
    let phone = owner(&site).await;
    let first = phone.driver.window().await.unwrap();
    let second = phone.driver.new_tab().await.unwrap();
    phone.driver.switch_to_window(second).await.unwrap();
    home(&phone, &site).await;
    phone.press("看方案，去投票").await;
    phone.press("同意").await;
    cast(&phone).await;
    phone.see("你家的票在票箱里了").await;
    phone.driver.switch_to_window(first).await.unwrap();
    phone.see("你还没投").await;
    phone.run(FROM_MEMORY).await;
    phone.see("改我的票").await;
    assert!(!phone.text().await.contains("你还没投"));
}

/// From the first question, marked or not, to the signature.
async fn cast(phone: &Phone) {
    phone.press("同意").await;
    phone.press("下一题").await;
    phone.press("核对选票").await;
    phone.press("签名并投出").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_elses_page_keeps_its_address_and_its_place() {
    let site = Site::open().await;
    raised(&site).await;
    let phone = Phone::new(390, 844).await;
    let url =
        format!("{}/wechat-page.html?server={}&estate={}", site.stranger, site.server, site.office.estate);
    phone.open(&url).await;
    phone.see("小区的表决").await;
    drop(phone.find("h2", "小区的表决").await);
    let entries = phone.run("return history.length").await.as_u64().unwrap();
    let top = "document.querySelector('yishi-widget').getBoundingClientRect().top";
    phone.run("scrollTo(0, 0)").await;
    phone.press("单元门口加装无障碍坡道").await;
    phone.see("走到哪一步").await;
    assert_eq!(phone.run("return location.href").await, json!(url), "the address is theirs");
    assert_eq!(phone.run("return history.length").await.as_u64().unwrap(), entries + 1);
    until(&phone, &format!("{top} >= -1")).await;
    phone.driver.back().await.unwrap();
    phone.see("小区的表决").await;
    assert_eq!(phone.run("return location.href").await, json!(url));
    assert_eq!(phone.run("return history.scrollRestoration").await, "auto", "and so is what they do with it");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_desk_goes_back_to_the_page_before() {
    let site = Site::open().await;
    let matter = raised(&site).await;
    let person = host(&site).await;
    let clerk = at_desk(&site, person, 31, (1280, 900)).await;
    clerk.press("事项").await;
    clerk.press("单元门口加装无障碍坡道").await;
    clerk.see("10 天内答复").await;
    assert_eq!(address(&clerk).await, format!("#/matter/{matter}"));
    let focused = "root.activeElement && root.activeElement.matches('main h1')";
    until(&clerk, focused).await;
    clerk.driver.back().await.unwrap();
    clerk.see("等业委会答复").await;
    until(&clerk, "location.hash === '#/matters'").await;
    until(&clerk, focused).await;
    clerk.driver.forward().await.unwrap();
    clerk.see("10 天内答复").await;
    clerk.driver.refresh().await.unwrap();
    clerk.see("10 天内答复").await;
    clerk.press("返回").await;
    clerk.see("等业委会答复").await;
    clerk.driver.back().await.unwrap();
    until(&clerk, "location.hash === '#/queue'").await;
    clerk.find("h2", "要办的").await;
}
