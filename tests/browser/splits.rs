//! A server that shows a phone another history than before.

use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::Hash;
use yishi_tests::people::key;

use crate::site::Site;
use crate::voting::enrolled;

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
