//! A vote in the hand of its voter: a letter, a ballot, a change of mind, the result.

use yishi_protocol::blob::BallotOpening;
use yishi_protocol::body::{Close, Tally};
use yishi_tests::people::party;
use yishi_tests::stairwell::{ballot, hour};

use crate::phone::Phone;
use crate::site::Site;

pub(crate) async fn enrolled(site: &Site) -> Phone {
    let code = site.letter("wang", 7).await;
    let phone = Phone::new(390, 844).await;
    phone.open(&format!("{}/enrol#{}.{code}", site.server, site.office.estate)).await;
    phone.see("请核对，是不是您本人").await;
    phone.see("桂苑小区").await;
    phone.see("1栋2单元101").await;
    phone.pause("enrol-confirm").await;
    assert!(!phone.run("return location.href").await.as_str().unwrap().contains(&code.to_string()));
    phone.press("是我本人").await;
    phone.see("等你办的").await;
    phone
}

pub(crate) async fn fill_in(phone: &Phone, answer: &str, candidates: &[&str]) {
    phone.see("第 1 题，共 2 题").await;
    phone.press(answer).await;
    phone.press("下一题").await;
    phone.see("第 2 题，共 2 题").await;
    for candidate in candidates {
        phone.press(candidate).await;
    }
    phone.press("核对选票").await;
    phone.see("请核对，再签名投出").await;
    phone.see(answer).await;
}

/// Waits until the phone was answered who called the vote, by its notice and by its opening: from then on it signs without a
/// network.
pub(crate) async fn held(phone: &Phone) {
    let script = "const done = arguments[arguments.length - 1];
        const look = () => {
            const all = performance.getEntriesByType('resource');
            const asked = all.filter((one) => one.name.endsWith('/authority') && one.responseEnd > 0);
            if (new Set(asked.map((one) => one.name)).size > 1) done(); else setTimeout(look, 20);
        };
        look();";
    phone.driver.execute_async(script, vec![]).await.unwrap();
}

/// The party's ballots as the server has them: opening and whether it stands.
pub(crate) async fn ballots(site: &Site, name: &str) -> Vec<(Vec<Vec<u32>>, bool)> {
    let estate = site.office.estates.get(&site.office.estate).await.unwrap();
    let published = estate.published();
    let agenda = published.log.state().agenda(&site.vote.agenda).unwrap();
    let standing = agenda.standing_ballot(&party(name)).map(|ballot| ballot.entry);
    let mut found = Vec::new();
    for ballot in agenda.ballots.values().filter(|ballot| ballot.party == party(name)) {
        let blob = site.office.store.blobs(&site.office.estate, &[ballot.blob]).await.unwrap().pop().unwrap();
        let opening: BallotOpening = blob.open().unwrap();
        found.push((opening.choice, standing == Some(ballot.entry)));
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_owner_enrols_votes_thinks_again_and_sees_the_result() {
    let site = Site::open().await;
    let phone = enrolled(&site).await;
    phone.see("你还没投").await;
    phone.see("178.74").await;
    phone.stop("home").await;
    phone.press("看方案，去投票").await;
    phone.see("第 1 题").await;
    phone.stop("vote").await;
    fill_in(&phone, "同意", &["候选人A", "候选人B"]).await;
    phone.stop("review").await;
    phone.press("签名并投出").await;
    phone.see("你家的票在票箱里了").await;
    phone.stop("counted").await;
    let receipt = phone.text().await;
    assert!(!receipt.contains("同意") && !receipt.contains("候选人"), "a receipt shows no choice: {receipt}");
    assert_eq!(ballots(&site, "wang").await, [(vec![vec![0], vec![0, 1]], true)]);

    phone.press("改我的票").await;
    fill_in(&phone, "反对", &[]).await;
    phone.press("签名并投出").await;
    phone.see("你家的票在票箱里了").await;
    let changed = [(vec![vec![0], vec![0, 1]], false), (vec![vec![1], vec![]], true)];
    assert_eq!(ballots(&site, "wang").await, changed);

    for name in ["li", "wu", "zheng", "chen", "chu", "wei", "feng"] {
        let (body, blob) = ballot(site.vote.agenda, party(name), &[&[0], &[0]], None);
        site.office.say(name, body, vec![blob]).await.unwrap();
    }
    site.office.clock.set(hour(4, 4, 0));
    site.office.say("host", Close { agenda: site.vote.agenda }, vec![]).await.unwrap();
    let draft = format!("/agendas/{}/tally-draft", site.vote.agenda);
    let tally: Tally = site.office.get_as("host", &draft).await.unwrap().json().unwrap();
    site.office.say("host", tally, vec![]).await.unwrap();
    phone.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    phone.see("看结果").await;
    phone.press("看结果").await;
    phone.see_exactly("通过").await;
    phone.see("3 × 8 = 24").await;
    phone.stop("result").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ballot_signed_without_a_network_waits_and_is_sent_again() {
    let site = Site::open().await;
    let phone = enrolled(&site).await;
    phone.press("看方案，去投票").await;
    fill_in(&phone, "弃权", &[]).await;
    held(&phone).await;
    phone.set_offline(true).await;
    phone.press("签名并投出").await;
    phone.see("票签好了，还没送到").await;
    // Without a network no other language comes; Chinese stands in.
    phone.pause("waiting").await;
    assert!(ballots(&site, "wang").await.is_empty());
    phone.set_offline(false).await;
    // Somebody closes the page and opens it again: it sends what it kept.
    phone.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    phone.see("你家的票在票箱里了").await;
    assert_eq!(ballots(&site, "wang").await, [(vec![vec![2], vec![]], true)]);
}

/// Bends the checkpoint of every receipt on its way to the page.
const LIE: &str = r"
    const honest = window.fetch;
    window.fetch = async (address, asked) => {
        const answer = await honest(address, asked);
        if (asked.method !== 'POST') return answer;
        const receipt = await answer.json();
        receipt.checkpoint = receipt.checkpoint.replace(/\n\d+\n/, '\n999\n');
        return new Response(JSON.stringify(receipt), { status: answer.status, headers: answer.headers });
    };
";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_false_receipt_is_said_to_be_one_and_the_ballot_is_kept() {
    let site = Site::open().await;
    let phone = enrolled(&site).await;
    phone.press("看方案，去投票").await;
    fill_in(&phone, "同意", &[]).await;
    phone.run(LIE).await;
    phone.press("签名并投出").await;
    phone.see("核对没有通过，先不要相信这一页").await;
    phone.stop("unproven").await;
    phone.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    phone.see("你家的票在票箱里了").await;
    assert_eq!(ballots(&site, "wang").await, [(vec![vec![0], vec![]], true)], "sent twice, counted once");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mistyped_code_is_noticed_and_a_used_letter_explained() {
    let site = Site::open().await;
    let phone = Phone::new(390, 844).await;
    let code = site.letter("li", 9).await.to_string();
    // As somebody types it who cannot scan the letter: the server's one estate is meant.
    phone.open(&format!("{}/enrol", site.server)).await;
    phone.press("用入户信登记").await;
    let input = phone.find("input", "").await;
    let mut wrong: Vec<char> = code.chars().collect();
    wrong.swap(0, 5);
    wrong[1] = if wrong[1] == 'A' { 'B' } else { 'A' };
    input.send_keys(wrong.into_iter().collect::<String>()).await.unwrap();
    phone.press("核对").await;
    phone.see("字码有一位不对").await;
    phone.pause("enrol-mistyped").await;
    input.clear().await.unwrap();
    input.send_keys(code.to_lowercase()).await.unwrap();
    phone.press("核对").await;
    phone.see("1栋2单元102").await;
    phone.press("是我本人").await;
    phone.see("等你办的").await;
    let earlier = site.office.get_as("li", "/me").await.unwrap();
    assert_eq!(earlier.code(), "KEY_REVOKED", "the phone that enrolled earlier is retired");

    let other = Phone::new(390, 844).await;
    other.open(&format!("{}/enrol#{}.{code}", site.server, site.office.estate)).await;
    other.see("这封信用过了").await;
}
