//! Every screen of a vote, on a small phone, in large type and in the dark.

use crate::phone::Phone;
use crate::site::Site;
use crate::sound::sound;

async fn walk(phone: &Phone, site: &Site, number: u8, label: &str) {
    let code = site.letter("wang", number).await;
    let theme = if label.contains("dark") { "?theme=dark" } else { "" };
    phone.open(&format!("{}/enrol{theme}#{}.{code}", site.server, site.office.estate)).await;
    phone.see("请核对，是不是您本人").await;
    sound(phone, &format!("{label}: enrol")).await;
    phone.press("是我本人").await;
    phone.see("等你办的").await;
    if label.contains("care") {
        phone.press("大字").await;
    }
    sound(phone, &format!("{label}: home")).await;
    phone.shot(&format!("home-{label}")).await;
    phone.press("看方案，去投票").await;
    phone.see("第 1 题").await;
    sound(phone, &format!("{label}: vote")).await;
    phone.shot(&format!("vote-{label}")).await;
    phone.press("弃权").await;
    phone.press("下一题").await;
    phone.see("第 2 题").await;
    sound(phone, &format!("{label}: election")).await;
    phone.press("核对选票").await;
    phone.see("请核对，再签名投出").await;
    sound(phone, &format!("{label}: review")).await;
    phone.shot(&format!("review-{label}")).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_screen_fits_a_small_phone_and_large_type() {
    let site = Site::open().await;
    let small = Phone::new(320, 700).await;
    walk(&small, &site, 11, "320").await;
    walk(&small, &site, 12, "320-care").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_screen_is_dark_where_that_is_asked_for() {
    let site = Site::open().await;
    let phone = Phone::new(390, 844).await;
    walk(&phone, &site, 13, "390-dark").await;
    let ground = "const root = document.querySelector('yishi-widget').shadowRoot.querySelector('.wx-root');
        const [r, g, b] = getComputedStyle(root).backgroundColor.match(/[0-9]+/g).map(Number);
        return r + g + b;";
    let brightness = phone.run(ground).await;
    assert!(brightness.as_u64().unwrap() < 3 * 64, "the ground is dark: {brightness}");
    let around = phone.run("return getComputedStyle(document.body).backgroundColor").await;
    assert_eq!(around, "rgb(17, 17, 17)", "and so is what is around it, on a phone that likes light");
}
