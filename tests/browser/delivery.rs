//! How a notice reached homes: a clerk walks a doorstep round without a network and signs at once what was found; an owner says on
//! their own phone that they have read it.

use yishi_protocol::body::DeliveryGrade;
use yishi_tests::people::{party, person};

use crate::desk::{at_desk, host};
use crate::phone::Phone;
use crate::site::Site;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_round_is_planned_walked_without_a_network_and_signed_at_once() {
    let site = Site::open().await;
    let clerk = at_desk(&site, host(&site).await, 2, (390, 844)).await;
    clerk.press("送达与上门").await;
    clerk.see("公示送到了多少户").await;
    clerk.see("还没有记录").await;
    clerk.press("排一趟").await;
    clerk.see("第 1 组").await;
    clerk.stop("desk-delivery").await;

    // In the stairwell there is no network.
    clerk.set_offline(true).await;
    clerk.press("没人").await;
    clerk.see("去过 1").await;
    clerk.set_offline(false).await;
    clerk.press("签名登记").await;
    clerk.see("登记好了").await;
    let state = site.office.state().await.unwrap();
    let reached = state.notices().next().unwrap().1.deliveries.values().map(|stands| stands.grade);
    assert_eq!(reached.collect::<Vec<_>>(), [DeliveryGrade::Unreachable]);

    clerk.press("打印公告和送达单").await;
    clerk.see("表决公告").await;
    clerk.see("收到人签名").await;
    clerk.stop("desk-notice").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_owner_says_on_their_own_phone_that_they_have_read_a_notice() {
    let site = Site::open().await;
    let code = site.letter_for(person("li"), 2).await;
    let phone = Phone::new(390, 844).await;
    phone.open(&format!("{}/enrol#{}.{code}", site.server, site.office.estate)).await;
    phone.press("是我本人").await;
    phone.press("我的").await;
    phone.see("公示送达").await;
    phone.stop("mine-delivery").await;
    phone.press("我已看到").await;
    phone.see("记下了").await;
    let state = site.office.state().await.unwrap();
    let stands = state.notices().next().unwrap().1.deliveries.get(&party("li")).map(|stands| stands.grade);
    assert_eq!(stands, Some(DeliveryGrade::AppRead));
}
