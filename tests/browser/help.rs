//! Where to turn without a smartphone: said at the desk, rung and confirmed by a second person, and from then on at the foot of
//! every screen.

use yishi_protocol::body::OrgKind;
use yishi_protocol::calendar::HOUR_MS;
use yishi_tests::help::help_line;

use crate::people::{CHAIR, CLERK, officer, reopen};
use crate::phone::Phone;
use crate::site::Site;

const NUMBER: &str = "0571-8888 1234";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_wants_paper_finds_place_hours_and_telephone_at_the_foot_of_every_screen() {
    let site = Site::open().await;
    let home = format!("{}/?estate={}", site.server, site.office.estate);
    let phone = Phone::new(390, 844).await;
    phone.open(&home).await;
    phone.see("小区的表决").await;
    assert!(!phone.text().await.contains("打电话"), "nobody has said where to turn");

    let chair = officer(&site, "chair", 61, CHAIR).await;
    chair.press("电话和办公时间").await;
    chair.see("还不知道找谁").await;
    chair.fill("help-place", "3栋101室").await;
    chair.fill("help-hours", "周一至周五 9:00–11:30").await;
    chair.fill("help-telephone", "8888 转 2").await;
    chair.see("电话只写一个号码").await;
    chair.fill("help-telephone", NUMBER).await;
    chair.stop("desk-help").await;
    chair.press("签名，请第二个人确认").await;
    chair.see("已签名").await;
    phone.open(&home).await;
    phone.see("小区的表决").await;
    assert!(!phone.text().await.contains(NUMBER), "one person alone puts no number there");

    let clerk = officer(&site, "deputy", 62, CLERK).await;
    reopen(&site, &clerk).await;
    clerk.press("确认：电话和办公时间").await;
    // Whoever stands behind a number reads what everybody will.
    clerk.see(NUMBER).await;
    clerk.see("3栋101室").await;
    clerk.find(".ys-note", "刚打过这个号码").await;
    clerk.stop("desk-help-confirm").await;
    clerk.press("我确认，签名").await;
    clerk.see("已确认").await;

    let (body, blobs) = help_line(&site.office.state().await.unwrap(), OrgKind::Committee, "0571-0000 0000");
    site.office.say("host", body, blobs).await.unwrap();
    phone.open(&home).await;
    phone.see("要纸质票、不会用手机？找业主委员会：3栋101室，周一至周五 9:00–11:30").await;
    assert!(!phone.text().await.contains("0571-0000 0000"), "what waits is shown to nobody");
    let call = phone.find("aside a", NUMBER).await;
    assert_eq!(call.attr("href").await.unwrap().as_deref(), Some("tel:057188881234"));
    assert!(call.rect().await.unwrap().height >= 44.0, "a finger finds it");
    phone.stop("home-help").await;
    for screen in ["我的", "首页", "事项"] {
        phone.press(screen).await;
        drop(phone.find("aside a", NUMBER).await);
    }
    // What was read stays there when the network goes.
    phone.open(&home).await;
    phone.see("小区的表决").await;
    for screen in ["我的", "首页"] {
        phone.press(screen).await;
        drop(phone.find("aside a", NUMBER).await);
    }
    phone.set_offline(true).await;
    phone.press("我的").await;
    drop(phone.find("aside a", NUMBER).await);
    phone.set_offline(false).await;

    // On a vote's last day it stands above the lists too.
    let closes_ms = site.office.state().await.unwrap().agenda(&site.vote.agenda).unwrap().closes_ms;
    assert!(!phone.text().await.contains("最后一天"));
    site.office.clock.set(closes_ms - 4 * HOUR_MS);
    phone.open(&home).await;
    phone.see("没有手机的，找3栋101室，周一至周五 9:00–11:30").await;
    phone.stop("home-last-day").await;

    reopen(&site, &chair).await;
    chair.press("电话和办公时间").await;
    chair.press("撤下这一条").await;
    chair.stop("desk-help-down").await;
    // Drawn anew in each language, it is folded again.
    chair.press("撤下这一条").await;
    chair.press("签名，马上撤下").await;
    chair.see("已撤下").await;
    phone.open(&home).await;
    phone.see("小区的表决").await;
    assert!(!phone.text().await.contains(NUMBER));
}
