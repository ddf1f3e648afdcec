//! Pages of other people: their policies, and every way in which they may load us.

use axum::Router;
use axum::http::header;
use axum::routing::get;
use serde_json::Value;

use crate::phone::Phone;
use crate::site::{Site, dist, page_of, serve};

/// Keeps what a page's owner is told.
const LISTEN: &str = "
    window.told = []; window.said = []; window.loose = [];
    addEventListener('yishi:error', ({ detail }) => told.push(detail));
    addEventListener('error', ({ message }) => loose.push(message));
    addEventListener('unhandledrejection', ({ reason }) => loose.push('' + reason));
    const plain = console.error;
    console.error = (...words) => { said.push(words.join(' ')); plain(...words); };";

fn two_lines(site: &Site) -> String {
    format!(
        "<!doctype html><meta charset=\"utf-8\"><title>物业</title>\
         <yishi-widget estate=\"{}\" server=\"{}\"></yishi-widget><script src=\"{1}/yishi.js\" async></script>",
        site.office.estate, site.server
    )
}

/// What embed-demo/README.md tells a host to allow.
fn documented(server: &str) -> String {
    let readme =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../embed-demo/README.md")).unwrap();
    let line = readme.lines().find_map(|line| line.strip_prefix("Content-Security-Policy: "));
    line.unwrap().replace("SERVER", server)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_policy_that_we_ask_hosts_for_is_enough() {
    let site = Site::open().await;
    let phone = Phone::new(390, 844).await;
    phone.prepare(LISTEN).await;
    let policy = documented(&site.server);
    assert!(policy.starts_with("default-src 'self'; "), "{policy}");
    let by_nonce = policy.replace(&format!("'self' {} 'wasm", site.server), "'nonce-0000' 'wasm");
    let with_nonce = two_lines(&site).replace("<script ", "<script nonce=\"0000\" ");
    // Nothing of ours makes markup of text.
    let typed = format!("{policy}; require-trusted-types-for 'script'");
    for (markup, policy) in [(two_lines(&site), policy), (with_nonce, by_nonce), (two_lines(&site), typed)] {
        phone.open(&page_of(&markup, &policy).await).await;
        phone.see("小区的表决").await;
    }
    assert_eq!(phone.run("return [told.length, loose.length]").await, serde_json::json!([0, 0]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_whose_policy_stops_the_window_says_so_and_leads_to_our_own() {
    let site = Site::open().await;
    let server = &site.server;
    let whole = documented(server);
    let wasm = "script-src 'wasm-unsafe-eval'";
    let policies: [(String, &[&str]); 4] = [
        // The one that was reported.
        (
            format!(
                "default-src 'self'; script-src 'self' {server}; connect-src 'self' {server}; style-src 'self'"
            ),
            &["style-src", wasm],
        ),
        (whole.replace(" 'wasm-unsafe-eval'", ""), &[wasm]),
        (whole.replace(&format!("style-src 'self' {server}"), "style-src 'self'"), &["style-src"]),
        (whole.replace(&format!("connect-src 'self' {server}"), "connect-src 'self'"), &["connect-src"]),
    ];
    for (policy, missing) in policies {
        let phone = Phone::new(390, 844).await;
        phone.prepare(LISTEN).await;
        phone.open(&page_of(&two_lines(&site), &policy).await).await;
        phone.see("这个网页的安全设置挡住了议事窗口").await;
        phone.see("The security policy of this page stops the window").await;
        let link = phone.find("a", "打开议事页面").await.attr("href").await.unwrap().unwrap();
        assert_eq!(link, format!("{server}/?estate={}", site.office.estate));
        assert!(!phone.text().await.contains("重试"), "a second try cannot help");
        let told = phone.run("return told").await;
        assert_eq!(told[0]["code"], "policy", "{policy}");
        let named: Vec<&str> =
            told[0]["missing"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert_eq!(named, missing, "{policy}");
        let said = phone.run("return said.join('\\n')").await;
        for part in [
            format!("script-src {server} 'wasm-unsafe-eval'"),
            format!("style-src {server}"),
            format!("connect-src {server}"),
        ] {
            assert!(said.as_str().unwrap().contains(&part), "{said}");
        }
        assert_eq!(phone.run("return loose").await, serde_json::json!([]));
        phone.press("打开议事页面").await;
        phone.see("这台手机还没有登记").await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_loader_works_however_a_page_brings_it_in() {
    let site = Site::open().await;
    let (server, estate) = (&site.server, site.office.estate);
    // Somebody's bundle, in which our script is a part of theirs.
    let ours = std::fs::read_to_string(dist().join("yishi.js")).unwrap();
    let bundle = move || {
        let bundle = format!("const theirs = 1;\n{ours}\nexport default theirs;");
        std::future::ready((
            [(header::CONTENT_TYPE, "text/javascript"), (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")],
            bundle,
        ))
    };
    let host = serve(Router::new().route("/bundle.js", get(bundle))).await;
    let element = format!("<yishi-widget estate=\"{estate}\" server=\"{server}\"></yishi-widget>");
    let ways = [
        ("as a module, after", format!("{element}<script type=module src=\"{server}/yishi.js\"></script>")),
        ("as a module, before", format!("<script type=module src=\"{server}/yishi.js\"></script>{element}")),
        ("at once, before", format!("<script src=\"{server}/yishi.js\"></script>{element}")),
        ("deferred", format!("<script defer src=\"{server}/yishi.js\"></script>{element}")),
        ("without its server", format!("<script async src=\"{server}/yishi.js\"></script><yishi-widget estate=\"{estate}\"></yishi-widget>")),
        ("a module without its server", format!("<script type=module src=\"{server}/yishi.js\"></script><yishi-widget estate=\"{estate}\"></yishi-widget>")),
        ("injected", format!("{element}<script>const s = document.createElement('script'); s.src = '{server}/yishi.js'; document.head.append(s)</script>")),
        ("injected, its tag removed", format!("{element}<script>const s = document.createElement('script'); s.src = '{server}/yishi.js'; document.head.append(s); s.remove()</script>")),
        ("twice", format!("<script async src=\"{server}/yishi.js\"></script>{element}<script type=module src=\"{server}/yishi.js\"></script><script src=\"{server}/yishi.js?2\"></script>")),
        ("in a bundle", format!("{element}<script type=module src=\"{host}/bundle.js\"></script>")),
        ("imported", format!("{element}<script type=module>import '{server}/yishi.js'</script>")),
        ("late", format!("<script>addEventListener('load', () => import('{server}/yishi.js'))</script>{element}")),
        ("its element late", format!("<script src=\"{server}/yishi.js\"></script><script>addEventListener('load', () => {{ document.body.innerHTML = '<yishi-widget estate={estate} server={server}></yishi-widget>' }})</script>")),
        ("its attributes late", format!("<script src=\"{server}/yishi.js\"></script><script>addEventListener('load', () => {{
            const element = document.createElement('yishi-widget'); document.body.append(element);
            element.setAttribute('server', '{server}'); element.setAttribute('estate', '{estate}') }})</script>")),
    ];
    let phone = Phone::new(390, 844).await;
    phone.prepare(LISTEN).await;
    for (way, markup) in ways {
        let markup = format!("<!doctype html><meta charset=\"utf-8\"><title>物业</title>{markup}");
        phone.open(&page_of(&markup, "").await).await;
        phone.see("登记和投票，在议事自己的页面办").await;
        phone.see("加装电梯").await;
        let told = phone.run("return [told, loose]").await;
        assert_eq!(told, serde_json::json!([[], []]), "{way}");
    }
}
