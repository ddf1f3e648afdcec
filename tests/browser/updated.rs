//! A server that was updated under an open page: the loader that stands in it knows files of other names.

use std::path::PathBuf;

use crate::phone::Phone;
use crate::site::{Site, copy_dist, page_of};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_loader_of_yesterday_says_that_the_page_is_old_and_the_page_opened_anew_works() {
    let folder = tempfile::tempdir().unwrap();
    copy_dist(folder.path());
    let site = Site::open_with(folder.path().to_owned()).await;
    let (server, estate) = (&site.server, site.office.estate);
    let page = page_of(
        &format!("<!doctype html><meta charset=\"utf-8\"><title>物业</title><body><script src=\"{server}/yishi.js\"></script>"),
        "",
    )
    .await;
    let insert = format!(
        "const element = document.createElement('yishi-widget');
         element.setAttribute('estate', '{estate}'); element.setAttribute('server', '{server}');
         addEventListener('yishi:error', ({{ detail }}) => window.told = detail.code); document.body.append(element);"
    );
    let phone = Phone::new(390, 844).await;
    for ending in [".css", ".js", "_bg.wasm"] {
        phone.open(&page).await;
        let gone: Vec<PathBuf> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|file| file.unwrap().path())
            .filter(|path| {
                let name = path.file_name().unwrap().to_str().unwrap();
                let name = name.trim_end_matches(".br").trim_end_matches(".gz");
                name.starts_with("resident-") && name.ends_with(ending)
            })
            .collect();
        assert_eq!(gone.len(), 3, "{gone:?}");
        // No cache of the browser's helps.
        phone.cdp("Network.clearBrowserCache", serde_json::json!({})).await;
        let aside = |path: &PathBuf| PathBuf::from(format!("{}.aside", path.display()));
        for path in &gone {
            std::fs::rename(path, aside(path)).unwrap();
        }
        phone.run(&insert).await;
        phone.see("页面旧了，请重新打开").await;
        assert_eq!(phone.run("return window.told").await, "outdated");
        for path in &gone {
            std::fs::rename(aside(path), path).unwrap();
        }
        phone.run("window.stands = true").await;
        phone.press("重新打开").await;
        let anew = "const done = arguments[arguments.length - 1], look = () => window.stands ? setTimeout(look, 20) : done(); look();";
        drop(phone.driver.execute_async(anew, vec![]).await);
        phone.run(&insert).await;
        phone.see("登记和投票，在议事自己的页面办").await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_network_a_late_window_offers_another_try() {
    let site = Site::open().await;
    let (server, estate) = (&site.server, site.office.estate);
    let page = page_of(&format!("<!doctype html><meta charset=\"utf-8\"><title>物业</title><body><script src=\"{server}/yishi.js\"></script>"), "").await;
    let phone = Phone::new(390, 844).await;
    phone.open(&page).await;
    phone.set_offline(true).await;
    phone
        .run(&format!(
            "document.body.innerHTML = '<yishi-widget estate={estate} server={server}></yishi-widget>'"
        ))
        .await;
    phone.see("没能打开，请再试一次").await;
    phone.set_offline(false).await;
    phone.press("重试").await;
    phone.see("登记和投票，在议事自己的页面办").await;
}
