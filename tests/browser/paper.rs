//! Sheets of paper at the desk: two clerks key them by keyboard alone, neither sees what the other has read, and what both have
//! read alike counts. Ballots are printed for each home, their stubs are asked for, and an owner says that a sheet is not theirs.

use thirtyfour::Key;
use yishi_protocol::body::Capability;
use yishi_protocol::calendar::HOUR_MS;
use yishi_protocol::count::Channel;
use yishi_server::clock::Clock;
use yishi_tests::paper::{paper, paper_offices};
use yishi_tests::people::{party, person};
use yishi_tests::stairwell::{grant, hour};

use crate::desk::at_desk;
use crate::phone::Phone;
use crate::site::Site;
use crate::voting::{enrolled, fill_in};

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

/// Two may take paper from now on, an hour into the window.
async fn take_paper(site: &Site) {
    for (root, name, office) in paper_offices().into_iter().take(2) {
        let state = site.office.state().await.unwrap();
        let give = grant(&state, name, office, &[Capability::Paper], hour(12, 31, 0));
        site.office.say(root, give, vec![]).await.unwrap();
    }
    site.office.clock.set(hour(3, 20, 0) + HOUR_MS);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_clerks_key_a_sheet_by_keyboard_alone_and_then_it_counts() {
    let site = Site::open().await;
    take_paper(&site).await;
    let first = keying(&site, "wu", 71).await;
    first.press("我第一个录").await;
    let code = first.typed("#code").await;
    // The wrong room is taken back before anything is kept.
    types(&first, &["7", "101", "-", "102", "1 1"]).await;
    // What is half keyed outlives another language, which each stop speaks, and a page that is read anew.
    first.stop("desk-paper").await;
    first.run("location.reload()").await;
    first.see("回车就存下").await;
    first.see("1栋2单元102").await;
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_printed_ballot_names_its_home_to_clerks_and_its_stub_tells_a_stranger_that_it_was_keyed() {
    let site = Site::open().await;
    take_paper(&site).await;
    let clerk = keying(&site, "wu", 71).await;
    clerk.press("我第一个录").await;
    let code = clerk.typed("#code").await;
    clerk.press("打印各户的票").await;
    clerk.see("共 11 张").await;
    clerk.fill("which", "102").await;
    clerk.see("共 1 张").await;
    clerk.stop("desk-ballots").await;
    clerk.print_on("desk-ballots", (559, 794)).await;
    let numbered = clerk.find(".ys-ballot__number", "票号").await.text().await.unwrap();
    let number = numbered.trim_start_matches("票号").trim().to_owned();

    // A scanner types the number and Enter, and the home is there.
    clerk.press("表决和公告").await;
    clerk.press("录纸票、清点票箱").await;
    let second = keying(&site, "zheng", 72).await;
    second.fill("code", &code).await;
    for clerk in [clerk, second] {
        clerk.see("录一张").await;
        types(&clerk, &[&number]).await;
        clerk.see("1栋2单元102").await;
        types(&clerk, &["1 1", ""]).await;
        clerk.press("签名并发送").await;
        clerk.see("已发送").await;
    }
    let stranger = Phone::new(390, 844).await;
    let stub = |number: &str| {
        format!("{}/?estate={}#/sheet/{}/{number}", site.server, site.office.estate, site.vote.agenda)
    };
    stranger.open(&stub(&number)).await;
    stranger.see("这张票登记了").await;
    assert!(!stranger.text().await.contains("1栋2单元102"), "a stub tells of no home");
    stranger.stop("stub").await;
    let other = Phone::new(390, 844).await;
    other.open(&stub("999999")).await;
    other.see("还没有人录入").await;
    other.stop("stub-unknown").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_owner_says_that_a_paper_ballot_is_not_theirs() {
    let site = Site::open().await;
    let owner = enrolled(&site).await;
    owner.press("看方案，去投票").await;
    fill_in(&owner, "反对", &[]).await;
    owner.press("签名并投出").await;
    owner.see("你家的票在票箱里了").await;
    take_paper(&site).await;
    let taken_ms = site.office.clock.now_ms().unwrap() + HOUR_MS;
    site.office.clock.set(taken_ms + HOUR_MS);
    let state = site.office.state().await.unwrap();
    let items = state.notice(&site.vote.notice).unwrap().body.items.clone();
    for clerk in ["wu", "zheng"] {
        let of = (site.vote.agenda, items.as_slice());
        let (body, blobs) = paper(of, (7, "wang"), &[&[0], &[]], taken_ms);
        site.office.say(clerk, body, blobs).await.unwrap();
    }
    let stands = async || {
        let state = site.office.state().await.unwrap();
        let ballot = state.agenda(&site.vote.agenda).unwrap().standing_ballot(&party("wang")).cloned();
        ballot.is_some_and(|ballot| ballot.paper.is_some())
    };
    assert!(stands().await);
    owner.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    owner.see("家里的纸质票").await;
    owner.stop("first-sheet").await;
    owner.press("你家登记了一张纸质票").await;
    owner.see("替你家登记的纸质票").await;
    owner.stop("papers").await;
    owner.press("这不是我们投的").await;
    owner.see("不用谁批准").await;
    owner.pause("papers-deny").await;
    owner.press("签名：这张票不是我们投的").await;
    owner.see("记下了").await;
    owner.see("业主说过不是自家投的").await;
    assert!(!stands().await);
    owner.stop("papers-denied").await;
}
