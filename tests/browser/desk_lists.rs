//! The desk of somebody who holds no office, and its lists in every look.

use yishi_tests::matters::{day, march_until, raise};
use yishi_tests::people::person;
use yishi_tests::stairwell::hour;

use crate::desk::{at_desk, host};
use crate::phone::Phone;
use crate::site::Site;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_desk_says_what_is_missing_to_those_who_hold_no_office() {
    let site = Site::open().await;
    let device = Phone::new(390, 844).await;
    device.open(&format!("{}/desk?estate={}", site.server, site.office.estate)).await;
    device.see("这台设备还没有登记").await;
    device.stop("desk-no-key").await;
    let code = site.letter_for(person("wang"), 34).await;
    device.open(&format!("{}/desk#{}.{code}", site.server, site.office.estate)).await;
    device.press("是我本人").await;
    device.see("你还没有工作权限").await;
    device.stop("desk-no-office").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_of_the_desk_are_told_in_every_look() {
    let site = Site::open().await;
    let (body, blobs) = raise();
    site.office.say("wang", body, blobs).await.unwrap();
    site.office.manager_takes_office(hour(12, 31, 0)).await.unwrap();
    let (books, blobs) = march_until(day(3, 20));
    site.office.say("manager", books, blobs).await.unwrap();
    let clerk = at_desk(&site, host(&site).await, 35, (320, 700)).await;
    clerk.see("要办的").await;
    clerk.stop("desk-small-queue").await;
    clerk.press("表决和公告").await;
    clerk.see("在走的").await;
    clerk.stop("desk-votes").await;
    clerk.press("公示账目").await;
    clerk.see("公布过的").await;
    clerk.stop("desk-books-earlier").await;
    // What the attribute asks for, a person can ask for too.
    clerk.press("大字").await;
    let large = "return document.querySelector('yishi-widget').shadowRoot.querySelector('[data-weui-mode=care]') !== null";
    assert_eq!(clerk.run(large).await, true);
    clerk.open(&format!("{}/desk?estate={}&theme=dark", site.server, site.office.estate)).await;
    clerk.see("要办的").await;
    assert_eq!(clerk.run(large).await, true, "whoever needs it large needs it tomorrow too");
    clerk.press("标准").await;
    assert_eq!(clerk.run(large).await, false);
    let around = clerk.run("return getComputedStyle(document.body).backgroundColor").await;
    assert_eq!(around, "rgb(17, 17, 17)", "and so is what is around it, on a screen that likes light");
}
