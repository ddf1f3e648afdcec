//! A server that shows a phone another history than before.

use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::Hash;
use yishi_tests::people::key;

use crate::lies::{keeping_back, voted};
use crate::site::Site;
use crate::voting::{ballots, enrolled, fill_in};

/// Puts a head among those that the phone has seen.
fn seen(estate: &str, note: &str) -> String {
    let note = serde_json::Value::from(note);
    format!(
        "const done = arguments[0];
        const asked = indexedDB.open('yishi', 1);
        asked.onsuccess = () => {{
            const store = asked.result.transaction('estates', 'readwrite').objectStore('estates');
            const read = store.get('{estate}');
            read.onsuccess = () => {{
                const record = read.result;
                record.heads = [{note}];
                store.put(record, '{estate}').onsuccess = () => {{ asked.result.close(); done(); }};
            }};
        }};"
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_that_has_seen_another_history_says_so_and_signs_nothing() {
    let site = Site::open().await;
    let estate = site.office.estate;
    let page = format!("{}/?estate={estate}", site.server);
    let phone = enrolled(&site).await;
    // What it has seen so far, the log only adds to: nobody is frightened by a visit.
    phone.open(&page).await;
    phone.see("看方案，去投票").await;
    let size = {
        let known = site.office.estates.get(&estate).await.unwrap();
        known.published().signed_size
    };
    let sign = |size, root| Checkpoint { estate, size, root }.sign(&key("log"));
    for (name, note) in [
        ("another history", sign(size - 2, Hash::from_bytes([7; 32]))),
        ("more than there is", sign(size + 50, Hash::from_bytes([8; 32]))),
    ] {
        phone.driver.execute_async(&seen(&estate.to_string(), &note), vec![]).await.unwrap();
        phone.open(&page).await;
        phone.see("不是同一份").await;
        let text = phone.text().await;
        assert!(text.contains(note.lines().last().unwrap()), "{name}: the note itself is shown: {text}");
        assert!(!text.contains("去投票"), "{name}: nothing is signed");
    }
    phone.stop("history-split").await;
    // A head that the log's key has not signed is no head of it.
    let forged = sign(size - 2, Hash::from_bytes([7; 32])).replace(&format!("\n{}\n", size - 2), "\n1\n");
    phone.driver.execute_async(&seen(&estate.to_string(), &forged), vec![]).await.unwrap();
    phone.open(&page).await;
    phone.see("看方案，去投票").await;
}

/// The estate has settled which of two signed histories goes on, and the phone's person takes that one up. Of the other one nothing
/// is lost: its notes and the receipt that only it had are there to be handed on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_takes_up_the_history_that_goes_on_and_keeps_the_other_as_evidence() {
    let site = Site::open().await;
    let estate = site.office.estate;
    let page = format!("{}/?estate={estate}", site.server);
    let phone = voted(&site).await;
    let size = {
        let known = site.office.estates.get(&estate).await.unwrap();
        known.published().signed_size
    };
    let other = Checkpoint { estate, size: size + 50, root: Hash::from_bytes([8; 32]) }.sign(&key("log"));
    phone.driver.execute_async(&seen(&estate.to_string(), &other), vec![]).await.unwrap();
    // The ballot is in the other history only: this one's server does not have it.
    let unknown = "new Response('{\"code\":\"NOT_FOUND\",\"detail\":\"\"}', { status: 404 })";
    phone.prepare(&keeping_back("/entries/", unknown)).await;
    phone.open("about:blank").await;
    phone.open(&page).await;
    phone.see("不是同一份").await;
    phone.press("看看两份记录").await;
    phone.see("服务器签过两份对不上的记录").await;
    phone.see("不在，要改用以后再投一次").await;
    phone.see("这台手机在里面登记过").await;
    // The note itself is there.
    phone.reads(other.lines().last().unwrap()).await;
    phone.stop("history-settle").await;

    // Nothing happens by itself: who comes back without having decided is where they were.
    phone.open("about:blank").await;
    phone.open(&page).await;
    phone.see("不是同一份").await;
    phone.press("看看两份记录").await;
    phone.see("先看公布的结果，再打勾").await;
    phone.press("我看过小区公布的核对结果").await;
    phone.press("改用现在这份").await;
    phone.see("改我的票").await;

    phone.press("我的").await;
    phone.see("有一张票，只在另一份记录里").await;
    phone.see("另一份记录的证据").await;
    phone.stop("history-left").await;
    phone.reads(other.lines().last().unwrap()).await;
    phone.press("有一张票，只在另一份记录里").await;
    phone.see("这张票不在现在的记录里").await;
    phone.stop("receipt-lost").await;

    // The phone signs again, and at its next visit nobody is frightened.
    phone.run("window.keepsBack = false").await;
    phone.open("about:blank").await;
    phone.open(&page).await;
    phone.run("window.keepsBack = false").await;
    phone.press("改我的票").await;
    fill_in(&phone, "反对", &[]).await;
    phone.press("签名并投出").await;
    phone.see("你家的票在票箱里了").await;
    let both = [(vec![vec![0], vec![]], false), (vec![vec![1], vec![]], true)];
    assert_eq!(ballots(&site, "wang").await, both);
    phone.open("about:blank").await;
    phone.open(&page).await;
    phone.run("window.keepsBack = false").await;
    phone.press("我的").await;
    // It was handed in meanwhile: the record that goes on has it.
    phone.press("有一张票，只在另一份记录里").await;
    phone.see("在公开记录里").await;
}
