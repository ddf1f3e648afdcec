//! Sheets of paper at the desk: two clerks key them by keyboard alone, neither sees what the other has read, and what both have
//! read alike counts.

use thirtyfour::Key;
use yishi_protocol::body::Capability;
use yishi_protocol::calendar::HOUR_MS;
use yishi_protocol::count::Channel;
use yishi_tests::paper::paper_offices;
use yishi_tests::people::{party, person};
use yishi_tests::stairwell::{grant, hour};

use crate::desk::at_desk;
use crate::phone::Phone;
use crate::site::Site;

/// A clerk at the page where sheets of the site's vote are keyed.
async fn keying(site: &Site, name: &str, number: u8) -> Phone {
    let clerk = at_desk(site, person(name), number, (1280, 900)).await;
    clerk.press("表决和公告").await;
    clerk.press("录纸票、清点票箱").await;
    clerk.see("录一张").await;
    clerk
}

/// Types lines, each with its Enter, and leaves the keyboard for nothing.
async fn types(clerk: &Phone, lines: &[&str]) {
    let line = clerk.find("#line", "").await;
    for words in lines {
        line.send_keys(*words).await.unwrap();
        line.send_keys("" + Key::Enter).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_clerks_key_a_sheet_by_keyboard_alone_and_then_it_counts() {
    let site = Site::open().await;
    for (root, name, office) in paper_offices().into_iter().take(2) {
        let state = site.office.state().await.unwrap();
        let give = grant(&state, name, office, &[Capability::Paper], hour(12, 31, 0));
        site.office.say(root, give, vec![]).await.unwrap();
    }
    site.office.clock.set(hour(3, 20, 0) + HOUR_MS);
    let first = keying(&site, "wu", 71).await;
    first.press("我第一个录").await;
    let code = first.typed("#code").await;
    // The wrong room is taken back before anything is kept.
    types(&first, &["7", "101", "-", "102", "1 1"]).await;
    first.pause("desk-paper").await;
    types(&first, &[""]).await;
    first.press("签名并发送").await;
    first.see("已发送").await;
    let counted = async || {
        let state = site.office.state().await.unwrap();
        let agenda = state.agenda(&site.vote.agenda).unwrap();
        let standing = agenda.book.standing(&party("li"));
        standing.and_then(|number| {
            agenda.book.casts().iter().find(|cast| cast.number == number).map(|c| c.channel)
        })
    };
    assert_eq!(counted().await, None, "one clerk alone counts nothing");

    let second = keying(&site, "zheng", 72).await;
    assert!(!second.text().await.contains("候选人A"), "who reads it again sees no marks");
    second.fill("code", &code).await;
    types(&second, &["7", "102", "1 1", ""]).await;
    second.press("签名并发送").await;
    second.see("已计入 1 张").await;
    assert_eq!(counted().await, Some(Channel::Paper));
    second.stop("desk-paper-counted").await;
}
