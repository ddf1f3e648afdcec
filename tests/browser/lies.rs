//! A server that lies to a phone, one lie at a time: the phone believes none, and says what it found.

use yishi_protocol::body::Close;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::Hash;
use yishi_protocol::slip::Slip;
use yishi_tests::people::{key, public};
use yishi_tests::stairwell::hour;

use crate::phone::Phone;
use crate::site::Site;
use crate::voting::{ballots, enrolled, fill_in};

/// Answers whose address ends so, as `lie` makes them.
fn lying(ending: &str, lie: &str) -> String {
    format!(
        "const honest = window.fetch;
        window.fetch = async (address, asked) => {{
            const answer = await honest(address, asked);
            if (!new URL(address, location).pathname.endsWith('{ending}')) return answer;
            const lie = (told) => {{ {lie} }};
            const headers = {{ 'yishi-now': answer.headers.get('yishi-now') }};
            return new Response(lie(await answer.text()), {{ status: answer.status, headers }});
        }};"
    )
}

fn page(site: &Site) -> String {
    format!("{}/?estate={}", site.server, site.office.estate)
}

pub(crate) async fn voted(site: &Site) -> Phone {
    let phone = enrolled(site).await;
    phone.press("看方案，去投票").await;
    fill_in(&phone, "同意", &[]).await;
    phone.press("签名并投出").await;
    phone.see("你家的票在票箱里了").await;
    phone
}

/// The link of the receipt that is on the screen.
async fn slip(phone: &Phone) -> String {
    phone.press("换一台手机核对").await;
    phone.see("在公开记录里").await;
    phone.see("让另一台手机核对").await;
    phone.stop("receipt-checked").await;
    let text = phone.run("return [...document.querySelector('yishi-widget').shadowRoot.querySelectorAll('.ys-code')].map((one) => one.textContent).join('\\n')").await;
    let text = text.as_str().unwrap().to_owned();
    text.lines().find(|line| line.contains(".seen.")).unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_phone_checks_a_receipt_and_learns_no_choice() {
    let site = Site::open().await;
    let phone = voted(&site).await;
    let link = slip(&phone).await;
    let other = Phone::new(390, 844).await;
    other.open(&link).await;
    other.see("在公开记录里").await;
    other.see("没有两本账").await;
    let text = other.text().await;
    assert!(!text.contains("同意") && !text.contains("让另一台手机核对"), "{text}");
    other.stop("receipt-of-another").await;

    // A link that somebody bent is not believed, and nobody is accused by it.
    let (front, rest) = link.split_once(".seen.").unwrap();
    let good = Slip::read(&format!("seen.{rest}")).unwrap();
    let bent = Slip { root: Hash::from_bytes([7; 32]), ..good };
    other.open("about:blank").await;
    other.open(&format!("{front}.{}", bent.text())).await;
    other.see("这不是本小区的收据").await;
    other.stop("receipt-foreign").await;

    // A head of another history, which the log's key has signed: both notes are shown.
    let estate = site.office.estate;
    let note = Checkpoint { estate, size: good.size, root: bent.root }.sign(&key("log"));
    let split = Slip::of(good.entry, &note, (&estate, &public("log"))).unwrap();
    other.open("about:blank").await;
    other.open(&format!("{front}.{}", split.text())).await;
    other.see("不是同一份").await;
    other.reads(note.lines().last().unwrap()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ballot_that_the_server_does_not_list_is_missed() {
    let site = Site::open().await;
    let phone = voted(&site).await;
    let missing = lying(
        "/me",
        "const told_ = JSON.parse(told); told_.stated.ballots = []; return JSON.stringify(told_);",
    );
    phone.prepare(&missing).await;
    phone.open(&page(&site)).await;
    phone.press("我的").await;
    phone.see("有一张票，服务器没有列出").await;
    phone.stop("receipt-not-listed").await;
    phone.press("有一张票，服务器没有列出").await;
    phone.see("在公开记录里").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_no_longer_gives_the_ballot_leaves_the_receipt_as_evidence() {
    let site = Site::open().await;
    let phone = voted(&site).await;
    let denied = "const honest = window.fetch;
        window.fetch = async (address, asked) => {
            const { pathname } = new URL(address, location);
            if (!pathname.includes('/entries/')) return honest(address, asked);
            return new Response('{\"code\":\"NOT_FOUND\",\"detail\":\"\"}', { status: 404 });
        };";
    phone.run(denied).await;
    phone.press("换一台手机核对").await;
    phone.see("服务器拿不出这张票").await;
    phone.press("收据全文").await;
    // The whole receipt is there.
    phone.reads("\"proof\"").await;
    phone.stop("receipt-denied").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_that_were_changed_are_not_shown() {
    let site = Site::open().await;
    let phone = enrolled(&site).await;
    let agenda = site.vote.notice.to_string();
    phone.prepare(&lying(&agenda, "return told.replaceAll('加装电梯', '拆除电梯');")).await;
    phone.open(&page(&site)).await;
    phone.see("核对没有通过").await;
    assert!(!phone.text().await.contains("拆除电梯"));
}

/// The key that called the vote has an office by nothing that stands in the log: the ballot is not gone on with.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vote_that_was_called_by_nobody_with_an_office_is_not_voted_on() {
    let site = Site::open().await;
    let phone = enrolled(&site).await;
    let office = "const told_ = JSON.parse(told); told_.stated.by = []; return JSON.stringify(told_);";
    phone.prepare(&lying("/authority", office)).await;
    phone.open(&page(&site)).await;
    phone.press("看方案，去投票").await;
    phone.see("AUTHORITY_UNPROVEN").await;
    phone.stop("authority-unproven").await;
}

/// Answers whose address has this in it do not come: the server says what it likes instead, until it is `honest` again.
pub(crate) fn keeping_back(part: &str, answer: &str) -> String {
    format!(
        "{{
            const before = window.fetch;
            window.keepsBack = true;
            window.fetch = async (address, asked) => {{
                const url = new URL(address, location);
                if (!window.keepsBack || !(url.pathname + url.search).includes('{part}')) return before(address, asked);
                return {answer};
            }};
        }}"
    )
}

/// A server that was reached and gives no proof is none that could not be reached: nothing is signed for it, and nothing that
/// was marked is lost.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_keeps_a_proof_back_gets_no_ballot_signed() {
    let site = Site::open().await;
    let phone = enrolled(&site).await;
    let says = |status: u16, code: &str| {
        format!("new Response('{{\"code\":\"{code}\",\"detail\":\"\"}}', {{ status: {status} }})")
    };
    let denied = "服务器没有给出证明";
    for (part, answer, words) in [
        ("/authority", says(404, "NOT_FOUND"), denied),
        ("/authority", says(429, "TOO_MANY_REQUESTS"), denied),
        ("/authority", "new Response('{}', { status: 200 })".to_owned(), denied),
        ("/authority", "Promise.reject(new TypeError('nothing comes'))".to_owned(), "连不上网，这张票没有签"),
    ] {
        phone.prepare(&keeping_back(part, &answer)).await;
        phone.open("about:blank").await;
        phone.open(&page(&site)).await;
        phone.press("看方案，去投票").await;
        fill_in(&phone, "同意", &["候选人A"]).await;
        phone.press("签名并投出").await;
        phone.see(words).await;
        assert!(ballots(&site, "wang").await.is_empty(), "{answer}");
    }
    phone.stop("proof-denied").await;
    // The marks stand as they were, and the same button signs as soon as there is a proof.
    phone.see("同意").await;
    phone.run("window.keepsBack = false").await;
    phone.press("签名并投出").await;
    phone.see("你家的票在票箱里了").await;
    assert_eq!(ballots(&site, "wang").await, [(vec![vec![0], vec![0]], true)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn totals_by_a_key_without_an_office_are_shown_with_a_doubt() {
    let site = Site::open().await;
    let phone = voted(&site).await;
    site.office.clock.set(hour(4, 4, 0));
    let agenda = site.vote.agenda;
    site.office.say("host", Close { agenda }, vec![]).await.unwrap();
    let draft = site.office.get_as("host", &format!("/agendas/{agenda}/tally-draft")).await.unwrap();
    let draft: yishi_protocol::body::Tally = draft.json().unwrap();
    let tally = site.office.say("host", draft, vec![]).await.unwrap().entry.id();
    phone.open(&format!("{}#/vote/{}", page(&site), site.vote.notice)).await;
    phone.see("结果").await;
    phone.see("参加").await;
    assert!(!phone.text().await.contains("查不到来历"), "the host counted");
    let office = "const told_ = JSON.parse(told); told_.stated.by = []; return JSON.stringify(told_);";
    phone.prepare(&lying(&format!("/entries/{tally}/authority"), office)).await;
    phone.open("about:blank").await;
    phone.open(&format!("{}#/vote/{}", page(&site), site.vote.notice)).await;
    phone.see("查不到来历").await;
    phone.stop("result-doubted").await;
}
