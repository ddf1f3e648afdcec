//! How long an owner with a slow phone on a slow line waits for the vote button, beside what the line alone would take.
//!
//! Chromium as a phone, four times slower than this machine, 1.6 Mb/s down, 150 ms to the server and back, nothing cached.
//! The phone is enrolled already; the clock runs from the address being opened until the button has been pressed and the
//! first question stands on the screen. The limit is the line's own: the bytes that came over it, and one round trip for
//! each thing that could only be asked for when another had come (page, loader, module, estate, vote).
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]
#![allow(dead_code, reason = "the phone and the site can do more than is measured here")]

use std::io::Write;

use serde_json::json;

#[path = "../browser/phone.rs"]
mod phone;
#[path = "../browser/site.rs"]
mod site;

/// Bytes a second: 1.6 Mb/s.
const DOWN: u64 = 200_000;
/// Bytes a second: 750 kb/s.
const UP: u64 = 93_750;
/// Milliseconds to the server and back.
const ROUND_TRIP_MS: u64 = 150;
/// How many times slower than this machine the phone is.
const SLOWER: u64 = 4;
/// Things that can only be asked for one after another.
const IN_A_ROW: u64 = 5;
/// How often it is measured; the middle one counts.
const TIMES: usize = 5;

/// Milliseconds since the address was opened.
const NOW: &str = "return Math.round(performance.now())";
/// Run before the page's own scripts: notes when the first true word stands, the title of a vote, which the loader writes.
const WATCH: &str = "setInterval(() => {
    const root = document.querySelector('yishi-widget')?.shadowRoot;
    if (!window.trueAt && root?.querySelector('.ys-t')) window.trueAt = Math.round(performance.now());
}, 5)";
/// When it stood.
const TRUE_AT: &str = "return window.trueAt";
/// Bytes that came over the line since then.
const BYTES: &str = "return performance.getEntries()
    .filter(({ entryType }) => entryType === 'resource' || entryType === 'navigation')
    .reduce((sum, { transferSize }) => sum + transferSize, 0)";

#[tokio::main]
async fn main() {
    let site = site::Site::open().await;
    let code = site.letter("wang", 7).await;
    let phone = phone::Phone::new(390, 844).await;
    phone.open(&format!("{}/enrol#{}.{code}", site.server, site.office.estate)).await;
    phone.press("是我本人").await;
    phone.see("等你办的").await;

    phone.cdp("Network.enable", json!({})).await;
    phone.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    let line = json!({
        "offline": false, "latency": ROUND_TRIP_MS, "downloadThroughput": DOWN, "uploadThroughput": UP,
    });
    phone.cdp("Network.emulateNetworkConditions", line).await;
    phone.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await;

    phone.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await;

    let (mut measured, mut true_ms) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        phone.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
        phone.see("看方案，去投票").await;
        let shown_ms = phone.run(NOW).await.as_u64().unwrap();
        phone.press("看方案，去投票").await;
        phone.see("第 1 题").await;
        let answered_ms = phone.run(NOW).await.as_u64().unwrap();
        let bytes = phone.run(BYTES).await.as_u64().unwrap();
        true_ms.push(phone.run(TRUE_AT).await.as_u64().unwrap());
        measured.push((answered_ms, shown_ms, bytes));
    }
    measured.sort_unstable();
    true_ms.sort_unstable();
    let true_ms = true_ms[TIMES / 2];
    let (answered_ms, shown_ms, bytes) = measured[TIMES / 2];
    let limit_ms = bytes * 1000 / DOWN + IN_A_ROW * ROUND_TRIP_MS;
    let ratio_c = answered_ms * 100 / limit_ms.max(1);
    let mut out = std::io::stdout();
    let lines = format!(
        "slow phone ({SLOWER}x slower, {DOWN} B/s, {ROUND_TRIP_MS} ms), middle of {TIMES}:\n  \
         something true there  {true_ms:>6} ms\n  \
         vote button there     {shown_ms:>6} ms\n  \
         first question there  {answered_ms:>6} ms\n  \
         the line alone        {limit_ms:>6} ms   for {bytes} bytes and {IN_A_ROW} round trips\n  \
         ratio                 {:>3}.{:02}\n",
        ratio_c / 100,
        ratio_c % 100,
    );
    out.write_all(lines.as_bytes()).unwrap();
}
