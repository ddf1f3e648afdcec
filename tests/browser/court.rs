//! A court file in a browser without a network: it checks itself, counts again, and says at once whether the outcome stands
//! without what is contested.

use std::fs;

use thirtyfour::prelude::*;
use yishi_protocol::body::{Access, Close, Tally};
use yishi_protocol::export::court_file;
use yishi_protocol::slip::Slip;
use yishi_protocol::wire::Receipt;
use yishi_tests::people::{party, person, public};
use yishi_tests::stairwell::{ballot, hour};

use crate::desk::at_desk;
use crate::phone::Phone;
use crate::site::{Site, dist};
use crate::sound::{named_page, sound_page};

/// The evidence of the site's vote, counted and stated: eight of eleven homes, one of them against. One fewer, and too few took
/// part.
async fn evidence(site: &Site) -> Vec<u8> {
    let (office, agenda) = (&site.office, site.vote.agenda);
    for name in ["wang", "li", "wu", "zheng", "chen", "chu", "wei", "feng"] {
        let mark: &[u32] = if name == "feng" { &[1] } else { &[0] };
        let (body, blob) = ballot(agenda, party(name), &vec![mark; crate::site::items().len()], None);
        office.say(name, body, vec![blob]).await.unwrap();
    }
    office.chen_supervises().await.unwrap();
    office.clock.set(hour(4, 4, 0));
    office.say("host", Close { agenda }, vec![]).await.unwrap();
    let draft = office.get_as("host", &format!("/agendas/{agenda}/tally-draft")).await.unwrap();
    office.say("host", draft.json::<Tally>().unwrap(), vec![]).await.unwrap();
    office.say("chen", Access { agenda }, vec![]).await.unwrap();
    office.get_as("chen", &format!("/agendas/{agenda}/evidence")).await.unwrap().body
}

async fn opened(folder: &tempfile::TempDir, name: &str, file: &str, screen: &Phone) {
    let path = folder.path().join(name);
    fs::write(&path, file).unwrap();
    screen.open(&format!("file://{}", path.display())).await;
}

/// A voter's receipt is pasted into the file, and then one with a number that somebody made up.
async fn receipts(site: &Site, screen: &Phone) {
    let state = site.office.state().await.unwrap();
    let entry = state.agenda(&site.vote.agenda).unwrap().standing_ballot(&party("wang")).unwrap().entry;
    let note =
        site.office.get(&format!("/entries/{entry}")).await.unwrap().json::<Receipt>().unwrap().checkpoint;
    let slip = Slip::of(entry, &note, (&site.office.estate, &public("log"))).unwrap();
    let field = screen.find_in_page("textarea", "").await;
    field.send_keys(slip.text().replace('.', ". ")).await.unwrap();
    screen.find_in_page("p", "计入了").await;
    screen.shot("court-receipt", (1280, 900)).await;
    field.clear().await.unwrap();
    field.send_keys(Slip { entry: site.vote.agenda, ..slip }.text()).await.unwrap();
    screen.find_in_page("p", "记录里没有这个编号的选票").await;
    field.clear().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_court_file_opens_itself_and_counts_again_before_the_judge() {
    let site = Site::open().await;
    let export = evidence(&site).await;
    let page = fs::read_to_string(dist().join("court-file.html")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let screen = Phone::new(1280, 900).await;
    screen.set_offline(true).await;
    opened(&folder, "case.html", &court_file(&page, &export).unwrap(), &screen).await;
    screen.find_in_page("p", "记录完整，没有被改过").await;
    screen.find_in_page("div", "和当时公布的一样").await;
    named_page(&screen, "court").await;
    for (name, size) in [("court", (1280, 900)), ("court-390", (390, 844)), ("court-320", (320, 700))] {
        screen.set_screen(size).await;
        sound_page(&screen, name).await;
        screen.shot(name, size).await;
    }
    screen.set_screen((1280, 900)).await;
    receipts(&site, &screen).await;
    let boxes = screen.driver.find_all(By::Css("td input")).await.unwrap();
    assert_eq!(boxes.len(), 8);
    boxes[0].click().await.unwrap();
    screen.find_in_page("div", "划掉 1 张以后，结果就变了").await;
    screen.shot("court-struck", (1280, 900)).await;
    screen.find_in_page("button", "全部恢复").await.click().await.unwrap();
    screen.find_in_page("div", "和当时公布的一样").await;
    screen.find_in_page("button", "English").await.click().await.unwrap();
    screen.find_in_page("p", "The record is whole and unchanged").await;
    named_page(&screen, "court-en").await;
    screen.shot("court-en", (1280, 900)).await;

    let mut forged = export;
    let middle = forged.len() / 2;
    forged[middle] ^= 1;
    opened(&folder, "forged.html", &court_file(&page, &forged).unwrap(), &screen).await;
    screen.find_in_page("p", "记录有问题").await;
    assert!(
        screen.driver.find_all(By::Css("td input")).await.unwrap().is_empty(),
        "nothing is counted from it"
    );
    screen.shot("court-forged", (1280, 900)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_supervisor_saves_the_court_file_at_the_desk_and_the_log_says_so() {
    let site = Site::open().await;
    drop(evidence(&site).await);
    let desk = at_desk(&site, person("chen"), 61, (1280, 900)).await;
    desk.press("表决和公告").await;
    desk.press("加装电梯").await;
    let accesses = async || {
        let state = site.office.state().await.unwrap();
        state
            .agenda(&site.vote.agenda)
            .unwrap()
            .accesses
            .values()
            .filter(|who| **who == person("chen"))
            .count()
    };
    let before = accesses().await;
    desk.press("签名并取出证据").await;
    let file = desk.find("a", "保存表决卷宗").await;
    assert!(file.attr("href").await.unwrap().unwrap().starts_with("blob:"));
    let name = file.attr("download").await.unwrap().unwrap();
    assert_eq!(name.rsplit_once('.').unwrap().1, "html");
    assert_eq!(accesses().await, before + 1);
    desk.stop("desk-evidence").await;
}
