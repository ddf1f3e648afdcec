//! A matter that looks like another one is added to that one, and nothing that was typed is lost; and a long matter as it is read.

use yishi_protocol::body::Support;
use yishi_tests::matters;
use yishi_tests::people::party;

use crate::phone::Phone;
use crate::site::Site;

const TEXT: &str = "单元门口没有坡道，我父亲坐轮椅进不去。希望加一段坡道和扶手。";

async fn wang(site: &Site, number: u8) -> Phone {
    let code = site.letter("wang", number).await;
    let phone = Phone::new(390, 844).await;
    phone.open(&format!("{}/enrol#{}.{code}", site.server, site.office.estate)).await;
    phone.press("是我本人").await;
    phone.see("等你办的").await;
    phone
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_looks_like_another_matter_is_added_to_it_in_one_press_and_nothing_typed_is_lost() {
    let site = Site::open().await;
    let (body, blobs) = matters::raise();
    let matter = site.office.say("li", body, blobs).await.unwrap().entry.id();
    let support = Support { matter, party: party("wu"), stands: true };
    site.office.say("wu", support, vec![]).await.unwrap();
    let phone = wang(&site, 101).await;
    phone.see("1 户附议").await;
    phone.press("我要提一件事").await;
    phone.fill("what", TEXT).await;
    phone.see("可能已经有人提过").await;
    phone.stop("raise-look-alike").await;
    phone.press("并到这件里").await;
    phone.see("附议好了").await;
    phone.see("2 户 / 共 11 户").await;
    phone.see("竖线是五分之一，3 户").await;
    phone.see("我的看法：赞成").await;
    assert_eq!(phone.typed("#speak").await, TEXT, "the words came along");
    phone.stop("matter-joined").await;
    phone.press("签名并发表").await;
    phone.see("说出去了").await;
    phone.press("从头看").await;
    phone.see("提出").await;
    phone.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    phone.press("接着写没提交的事").await;
    phone.see("你要提什么事").await;
    assert_eq!(phone.typed("#what").await, TEXT, "what was typed is still there");
    // What is backed already is only gone to, with the words.
    phone.press("并到这件里").await;
    phone.see("我的看法：赞成").await;
    assert_eq!(phone.typed("#speak").await, TEXT);
}
