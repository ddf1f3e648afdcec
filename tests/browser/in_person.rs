//! Whoever stands at the desk without a letter is let in by two officers, with the phone in their hand.

use yishi_tests::people::person;

use crate::devices::{link, number};
use crate::people::{CHAIR, CLERK, officer, reopen};
use crate::phone::Phone;
use crate::site::Site;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_is_let_in_at_the_desk_by_two_officers() {
    let site = Site::settled().await;
    let chair = officer(&site, "chair", 71, CHAIR).await;
    let clerk = officer(&site, "deputy", 72, CLERK).await;
    chair.press("人员与授权").await;
    chair.press("入户信").await;
    chair.fill("search", "302").await;
    chair.press("1栋2单元302").await;
    chair.press("本人在场：当面登记手机").await;
    chair.see("wu · 1栋2单元302").await;
    chair.see("先扫手机上的码").await;
    chair.stop("desk-in-person").await;
    let asks = chair.find(".ys-whole", "").await.text().await.unwrap();

    let phone = Phone::new(390, 844).await;
    phone.open(&asks).await;
    phone.see("在议事窗口登记这台手机").await;
    phone.stop("in-person-consent").await;
    phone.press("是我本人，同意，继续").await;
    phone.see("请经办人扫这个码").await;
    phone.stop("in-person-request").await;
    let (answer, digits) = (link(&phone).await, number(&phone).await);

    // What another phone shows, which nobody asked, is not taken; nor are other digits.
    let (head, tail) = answer.split_once(".new.").unwrap();
    let foreign = format!("{head}.new.{}{}", if tail.starts_with('0') { "1" } else { "0" }, &tail[1..]);
    chair.fill("link", &foreign).await;
    drop(chair.find(".ys-note", "这不是刚才那台手机给的码").await);
    chair.fill("link", &answer).await;
    chair.fill("digits", "000000").await;
    chair.see("数字对不上").await;
    chair.pause("desk-in-person-wrong").await;
    chair.fill("digits", &digits).await;
    chair.press("签名登记").await;
    chair.see("已登记，等另一位经办人确认").await;
    let state = site.office.state().await.unwrap();
    assert_eq!(state.person(&person("wu")).unwrap().keys.len(), 1, "it waits");

    reopen(&site, &clerk).await;
    clerk.press("确认：当面登记的手机").await;
    clerk.see(&digits.replace(' ', "\u{a0}")).await;
    clerk.see("wu · 1栋2单元302").await;
    clerk.stop("desk-confirm-in-person").await;
    clerk.press("我确认，签名").await;
    clerk.see("已确认，马上生效").await;
    // It goes in by itself as soon as it looks; whoever is faster presses.
    phone.press_if_there("加好了，进去看看").await;
    phone.find(".ys-head__name", "wu").await;
    let state = site.office.state().await.unwrap();
    let keys = &state.person(&person("wu")).unwrap().keys;
    assert!(state.key(keys.last().unwrap()).unwrap().is_vouched());
    assert_eq!(site.office.get_as("wu", "/me").await.unwrap().code(), "KEY_REVOKED");
}
