//! A browser that keeps nothing for a page, and an address without encryption: everybody reads, and who would enrol is told
//! the cause before anything is typed or spent.

use serde_json::json;

use crate::phone::Phone;
use crate::site::Site;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_storage_is_switched_off_everything_public_is_read() {
    let site = Site::open().await;
    let (server, estate) = (&site.server, site.office.estate);
    let phone = Phone::odd(&[], json!({ "profile.default_content_setting_values.cookies": 2 })).await;
    phone.open(&format!("{}/wechat-page.html?server={server}&estate={estate}", site.stranger)).await;
    phone.see("小区的表决").await;
    phone.see("加装电梯").await;
    phone.open(&format!("{server}/?estate={estate}")).await;
    phone.see("这台手机还没有登记").await;
    phone.see("小区的表决").await;
    phone.press("用入户信登记").await;
    phone.see("这个页面存不住凭证").await;
    phone.stop("no-storage").await;
    phone.press("先看看，不登记").await;
    phone.see("小区的表决").await;
    // A letter is not even looked at, and is good for another phone.
    let code = site.letter("wang", 7).await;
    let letter = format!("{server}/enrol#{estate}.{code}");
    phone.open(&letter).await;
    phone.see("入户信的字码还没有用掉").await;
    let other = Phone::new(390, 844).await;
    other.open(&letter).await;
    other.press("是我本人").await;
    other.see("你还没投").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_without_encryption_is_told_before_a_letter_is_spent() {
    let site = Site::open().await;
    let estate = site.office.estate;
    let port = site.server.rsplit(':').next().unwrap();
    let plain = format!("http://estate.test:{port}");
    let phone = Phone::odd(&["--host-resolver-rules=MAP estate.test 127.0.0.1"], json!({})).await;
    let code = site.letter("wang", 7).await;
    phone.open(&format!("{plain}/enrol#{estate}.{code}")).await;
    phone.see("网址要以 https:// 开头").await;
    let link = phone.find("a", "用 https 打开").await.attr("href").await.unwrap().unwrap();
    assert_eq!(link, format!("https://estate.test/enrol?estate={estate}#{estate}.{code}"));
    phone.stop("plain-http").await;
    phone.press("先看看，不登记").await;
    phone.see("小区的表决").await;
    phone.see("加装电梯").await;
    phone.press("用入户信登记").await;
    phone.see("网址要以 https:// 开头").await;
    let fields = "return document.querySelector('yishi-widget').shadowRoot.querySelectorAll('input').length";
    assert_eq!(phone.run(fields).await, 0, "nothing is typed in vain");
}
