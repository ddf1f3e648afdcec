//! What somebody said is reported by a neighbour, hidden by an office, and appealed for by whoever said it.

use yishi_protocol::blob::Stance;
use yishi_protocol::body::HideReason;
use yishi_tests::matters::{opinion, raise};
use yishi_tests::moderation::hide;

use crate::phone::Phone;
use crate::site::Site;
use crate::voting::enrolled;

const HARSH: &str = "物业经理就是骗子，他家住在九栋顶楼。";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_are_reported_hidden_and_appealed_for() {
    let site = Site::open().await;
    let (body, blobs) = raise();
    let matter = site.office.say("li", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = opinion(matter, Stance::Against, HARSH, None);
    let words = site.office.say("wang", body, blobs).await.unwrap().entry.id();
    let phone = enrolled(&site).await;
    let page = format!("{}/?estate={}#/matter/{matter}", site.server, site.office.estate);

    // Somebody else's words can be reported; that hides nothing.
    phone.open(&page).await;
    phone.see(HARSH).await;
    phone.press("举报").await;
    phone.see("举报不会马上隐藏").await;
    // In another language the screen is drawn anew, with the form open and the reason chosen.
    phone.press("泄露个人信息").await;
    phone.stop("report").await;
    phone.press("签名举报").await;
    phone.see("举报已收到").await;

    let (body, blobs) = hide((matter, words), HideReason::PersonalData);
    site.office.say("host", body, blobs).await.unwrap();

    // Nobody reads them, and everybody reads who hid them and why.
    let stranger = Phone::new(390, 844).await;
    stranger.open(&page).await;
    stranger.see("这条内容已被隐藏").await;
    stranger.see("泄露个人信息").await;
    assert!(!stranger.text().await.contains("骗子"));
    stranger.stop("hidden").await;

    // Whoever said them is told at once, still reads them, and can turn to somebody else.
    phone.open("about:blank").await;
    phone.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    phone.press("你说的话被隐藏了").await;
    phone.see("现在只有你和处理的人看得到").await;
    phone.see(HARSH).await;
    phone.press("我要申诉").await;
    phone.find("#appeal", "").await.send_keys("说的是实情，没有写门牌。").await.unwrap();
    phone.stop("appeal").await;
    phone.press("签名申诉").await;
    phone.see("申诉已收到").await;
    phone.see("已申诉").await;
}
