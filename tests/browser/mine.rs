//! What is mine, and the language in which it is told.

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

    // Without a letter there is nothing of one's own, and all that is everybody's.
    let stranger = Phone::new(390, 844).await;
    stranger.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    stranger.press("我的").await;
    stranger.see("字的大小").await;
    assert!(!stranger.text().await.contains("我的房屋"));
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

    // A language that nobody wrote, made at build: no phrase of another one is left on a screen but what people wrote.
    let reader = Phone::new(390, 844).await;
    reader.open(&format!("{}/?estate={}&lang=en-XA", site.server, site.office.estate)).await;
    reader.find(".ys-nav button", "⟦").await;
    let plain = "return [...document.querySelector('yishi-widget').shadowRoot.querySelectorAll('.ys-nav button, .ys-sec')]\
        .map((part) => part.firstChild.textContent).filter((words) => !words.startsWith('⟦'))";
    assert_eq!(reader.run(plain).await, serde_json::json!([]));
    assert_eq!(reader.run("return document.documentElement.lang").await, "en-XA");
}
