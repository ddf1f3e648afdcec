//! What is mine, and the language in which it is told.

use yishi_protocol::body::Close;
use yishi_tests::people::party;
use yishi_tests::stairwell::{ballot, hour};

use crate::phone::Phone;
use crate::site::Site;

async fn voted(site: &Site) -> Phone {
    let code = site.letter("wang", 7).await;
    let phone = Phone::new(390, 844).await;
    phone.open(&format!("{}/enrol#{}.{code}", site.server, site.office.estate)).await;
    phone.press("是我本人").await;
    phone.press("看方案，去投票").await;
    phone.press("同意").await;
    phone.press("下一题").await;
    phone.press("核对选票").await;
    phone.press("签名并投出").await;
    phone.see("你家的票在票箱里了").await;
    phone
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receipt_is_found_again_and_checked_again() {
    let site = Site::open().await;
    let phone = voted(&site).await;
    phone.press("回首页").await;
    phone.press("我的").await;
    phone.see("1栋2单元101").await;
    phone.see("1 台手机可以替您签名").await;
    phone.see("已计入 · ").await;
    phone.stop("mine").await;
    phone.press("已计入 · ").await;
    phone.see("这张收据证明").await;
    let receipt = phone.text().await;
    assert!(!receipt.contains("同意"), "a receipt shows no choice: {receipt}");

    phone.see("票由这台手机的凭证签名").await;
    phone.see("改我的票").await;

    // Once the vote has ended the receipt still opens, and offers nothing that would be refused.
    site.office.clock.set(hour(4, 4, 0));
    site.office.say("host", Close { agenda: site.vote.agenda }, vec![]).await.unwrap();
    phone.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    phone.press("我的").await;
    phone.press("已计入 · ").await;
    phone.see("这张收据证明").await;
    assert!(!phone.text().await.contains("改我的票"));

    // Without a letter there is nothing of one's own, and all that is everybody's.
    let stranger = Phone::new(390, 844).await;
    stranger.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    stranger.press("我的").await;
    stranger.see("字的大小").await;
    assert!(!stranger.text().await.contains("我的房屋"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receipt_says_whose_phone_signed_it() {
    let site = Site::open().await;
    let (body, blob) = ballot(site.vote.agenda, party("wang"), &[&[0], &[0]], None);
    site.office.say("wang", body, vec![blob]).await.unwrap();
    let code = site.letter("wang", 7).await;
    let phone = Phone::new(390, 844).await;
    phone.open(&format!("{}/enrol#{}.{code}", site.server, site.office.estate)).await;
    phone.press("是我本人").await;
    phone.see("另一台手机投的").await;
    phone.press("我的").await;
    phone.press("已计入 · ").await;
    phone.see("票由你家另一台手机的凭证签名").await;
    assert!(!phone.text().await.contains("票由这台手机的凭证签名"));
}

/// Puts a ballot's place in the record one further on its way to the page.
const MOVED: &str = r"
    const honest = window.fetch;
    window.fetch = async (address, asked) => {
        const answer = await honest(address, asked);
        if (!new URL(address, location).pathname.endsWith('/me')) return answer;
        const me = await answer.json();
        me.entries.reduce((ballot, entry) => (entry.index > ballot.index ? entry : ballot)).index += 1;
        return new Response(JSON.stringify(me), { status: answer.status, headers: answer.headers });
    };
";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ballot_that_is_not_where_the_server_says_is_not_listed_as_counted() {
    let site = Site::open().await;
    let phone = voted(&site).await;
    phone.prepare(MOVED).await;
    phone.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    phone.see("核对没有通过，先不要相信这一页").await;
    assert!(!phone.text().await.contains("已计入"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_language_is_one_more_file_and_is_kept() {
    let site = Site::open().await;
    let phone = voted(&site).await;
    phone.press("回首页").await;
    phone.press("我的").await;
    phone.press("English").await;
    phone.see("My homes").await;
    assert_eq!(phone.run("return document.documentElement.lang").await, "en");
    // It is kept; nothing of it came with the program.
    phone.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    phone.see("What this estate").await;

    // A language that the address names wins, and holds for this tab: it is there after a reload and behind a link.
    let (server, estate) = (&site.server, site.office.estate);
    phone.open(&format!("{server}/?estate={estate}&lang=zh-CN")).await;
    phone.see("小区的表决").await;
    phone.driver.refresh().await.unwrap();
    phone.see("小区的表决").await;
    phone.open(&format!("{server}/?estate={estate}")).await;
    phone.see("小区的表决").await;
    // What is chosen there is chosen against the address, which names it from then on.
    phone.open(&format!("{server}/?estate={estate}&lang=zh-CN")).await;
    phone.press("我的").await;
    phone.press("English").await;
    phone.see("My homes").await;
    phone.driver.refresh().await.unwrap();
    phone.see("My homes").await;
    assert_eq!(phone.run("return location.search").await, format!("?estate={estate}&lang=en"));
    phone.open(&format!("{server}/?estate={estate}")).await;
    phone.see("What this estate").await;

    // A language that nobody wrote, made at build: no phrase of another one is left on a screen but what people wrote.
    let reader = Phone::new(390, 844).await;
    reader.open(&format!("{}/?estate={}&lang=en-XA", site.server, site.office.estate)).await;
    reader.find(".ys-nav button", "⟦").await;
    let plain = "return [...document.querySelector('yishi-widget').shadowRoot.querySelectorAll('.ys-nav button, .ys-sec')]\
        .map((part) => part.firstChild.textContent).filter((words) => !words.startsWith('⟦'))";
    assert_eq!(reader.run(plain).await, serde_json::json!([]));
    assert_eq!(reader.run("return document.documentElement.lang").await, "en-XA");
}
