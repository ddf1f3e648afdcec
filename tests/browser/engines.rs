//! Engines other than ours: those without constructable style sheets, those that know no word for WebAssembly in a policy, and
//! those that cannot run the window at all.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tokio::sync::Semaphore;

use crate::phone::Phone;
use crate::site::{Site, dist, page_of};

/// Before iOS 16.4.
const NO_SHEETS: &str = "window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor'); };";

/// What the window's style gives its head and its buttons.
const STYLED: &str = "
    const root = document.querySelector('yishi-widget').shadowRoot;
    const style = (part) => getComputedStyle(root.querySelector(part));
    return [style('.ys-head').display, style('.weui-btn').minHeight, style('.ys-card').borderRadius !== '0px'];";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_constructable_style_sheets_every_page_is_styled() {
    let site = Site::open().await;
    let phone = Phone::new(390, 844).await;
    phone.prepare(NO_SHEETS).await;
    let (server, estate) = (&site.server, site.office.estate);
    let strangers = format!("{}/wechat-page.html?server={server}&estate={estate}", site.stranger);
    for page in [format!("{server}/?estate={estate}"), strangers] {
        phone.open(&page).await;
        phone.see("小区的表决").await;
        let styled = phone.run(STYLED).await;
        assert_eq!(styled, serde_json::json!(["flex", "52px", true]), "{page}");
    }
}

/// Writes down what can be seen before the style sheet is there, and asks for it once the window could stand for some frames.
const WATCH: &str = "
    window.seen = {};
    let frames = 0;
    const look = () => {
        const host = document.querySelector('yishi-widget'), root = host && host.shadowRoot;
        if (root && root.querySelector('link') && !root.querySelector('link').sheet) {
            for (const part of root.querySelectorAll('*')) if (part.getClientRects().length > 0) seen[part.localName] = 1;
            const come = performance.getEntriesByType('resource').some(({ name, responseEnd }) =>
                name.endsWith('_bg.wasm') && responseEnd > 0);
            if (come && (frames += 1) === 30) fetch('/release');
        }
        requestAnimationFrame(look);
    };
    look();";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_of_the_window_shows_before_its_style_sheet() {
    let gate = Arc::new(Semaphore::new(0));
    let hold = from_fn(move |request: Request, next: Next| {
        let gate = Arc::clone(&gate);
        async move {
            let path = request.uri().path();
            if path == "/release" {
                gate.add_permits(100);
            } else if path.contains("resident-") && path.rsplit('.').next() == Some("css") {
                drop(gate.acquire().await.unwrap());
            }
            next.run(request).await
        }
    });
    let site = Site::open_around(dist(), |router| router.layer(hold)).await;
    let phone = Phone::new(390, 844).await;
    phone.prepare(WATCH).await;
    phone.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    phone.see("这台手机还没有登记").await;
    assert_eq!(phone.run(STYLED).await[0], "flex");
    let seen = phone.run("return Object.keys(seen).sort()").await;
    assert_eq!(seen, serde_json::json!(["div", "p"]), "one sentence and what it stands in");
}

/// Our page's policy as an engine reads it that does not know `wasm-unsafe-eval`.
async fn as_safari_15_reads_it(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if let Some(policy) = response.headers_mut().get_mut(header::CONTENT_SECURITY_POLICY) {
        let known = policy.to_str().unwrap().replace(" 'wasm-unsafe-eval'", "");
        *policy = HeaderValue::from_str(&known).unwrap();
    }
    response
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_engine_without_a_word_for_webassembly_opens_our_page_all_the_same() {
    let site = Site::open_around(dist(), |router| router.layer(from_fn(as_safari_15_reads_it))).await;
    let phone = Phone::new(390, 844).await;
    phone.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    with_the_other_policy(&phone).await;
    phone.see("这台手机还没有登记").await;
    phone.see("小区的表决").await;
    // A letter's code comes through.
    let code = site.letter("wang", 7).await;
    phone.open(&format!("{}/enrol#{}.{code}", site.server, site.office.estate)).await;
    with_the_other_policy(&phone).await;
    phone.press("是我本人").await;
    phone.see("你还没投").await;
}

/// Waits until the page has given way to itself with the other policy: what is looked for before is looked for in a page that
/// goes.
async fn with_the_other_policy(phone: &Phone) {
    let given_way =
        async { while !phone.driver.current_url().await.unwrap().as_str().contains("policy=old") {} };
    tokio::time::timeout(Duration::from_secs(30), given_way).await.unwrap();
}

/// Engines older than those that README.md names.
const TOO_OLD: [&str; 2] = [
    "delete window.WebAssembly;",
    // No reference types.
    "WebAssembly.validate = () => false; WebAssembly.Module = function () { throw new WebAssembly.CompileError('0xd0'); };",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_engine_that_is_too_old_is_told_so_and_led_to_the_light_page() {
    let site = Site::open().await;
    let (server, estate) = (&site.server, site.office.estate);
    let light = format!("{server}/light?estate={estate}");
    let markup = format!(
        "<!doctype html><yishi-widget estate=\"{estate}\" server=\"{server}\"></yishi-widget>\
         <script src=\"{server}/yishi.js\" async></script>"
    );
    for (script, page) in TOO_OLD
        .iter()
        .flat_map(|script| [(script, format!("{server}/?estate={estate}")), (script, String::new())])
    {
        let phone = Phone::new(390, 844).await;
        phone
            .prepare(&format!(
                "{script} addEventListener('yishi:error', ({{ detail }}) => window.told = detail.code);"
            ))
            .await;
        let page = if page.is_empty() { page_of(&markup, "").await } else { page };
        phone.open(&page).await;
        phone.see("这个浏览器太旧").await;
        let link = phone.find("a", "打开简易页").await.attr("href").await.unwrap().unwrap();
        assert_eq!(link, light);
        assert_eq!(phone.run("return window.told").await, "engine");
        let buttons =
            "return document.querySelector('yishi-widget').shadowRoot.querySelectorAll('button').length";
        assert_eq!(phone.run(buttons).await, 0, "no second try where none can help");
        phone.press("打开简易页").await;
        phone.find_in_page("h1", "桂苑小区").await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_the_loader_cannot_even_be_read_our_page_leads_to_the_light_one() {
    let site = Site::open().await;
    let phone = Phone::new(390, 844).await;
    phone.prepare("delete window.customElements; window.URLSearchParams = window.fetch = undefined;").await;
    phone.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    phone.find_in_page("p", "打不开议事窗口").await;
    phone.find_in_page("a", "简易页").await.click().await.unwrap();
    phone.find_in_page("h1", "桂苑小区").await;
}
