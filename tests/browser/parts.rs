//! The window in parts: what is loaded when it is needed, and what the page says when it cannot be had.

use std::path::Path;

use crate::phone::Phone;
use crate::site::{Site, copy_dist};
use crate::voting::held;

/// The files of a part, plain and compressed.
fn files_of(folder: &Path, part: &str) -> Vec<std::path::PathBuf> {
    let named = |path: &std::path::PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap();
        name.starts_with("resident-") && name.contains(&format!("_{part}.wasm"))
    };
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let files: Vec<_> = files.filter(named).collect();
    assert_eq!(files.len(), 3, "{part}: {files:?}");
    files
}

async fn owner(site: &Site) -> Phone {
    let code = site.letter("wang", 7).await;
    let phone = Phone::new(390, 844).await;
    phone.open(&format!("{}/enrol#{}.{code}", site.server, site.office.estate)).await;
    phone.press("是我本人").await;
    phone.see("你还没投").await;
    phone
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_stands_while_the_server_is_updated_says_so_and_is_opened_anew() {
    let folder = tempfile::tempdir().unwrap();
    copy_dist(folder.path());
    let site = Site::open_with(folder.path().to_owned()).await;
    let phone = owner(&site).await;
    // The server has other files by now, under other names.
    let gone = files_of(folder.path(), "more");
    let aside = |path: &std::path::PathBuf| {
        path.with_extension(format!("{}.aside", path.extension().unwrap().to_str().unwrap()))
    };
    for file in &gone {
        std::fs::rename(file, aside(file)).unwrap();
    }
    phone.press("我要提一件事").await;
    phone.see("页面旧了，请重新打开").await;
    phone.stop("out-of-date").await;
    for file in &gone {
        std::fs::rename(aside(file), file).unwrap();
    }
    phone.press("重新打开").await;
    phone.see("你要提什么事").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_part_that_is_not_what_was_built_is_not_run() {
    let folder = tempfile::tempdir().unwrap();
    copy_dist(folder.path());
    let site = Site::open_with(folder.path().to_owned()).await;
    let phone = owner(&site).await;
    // Sound WebAssembly of another part, under this one's name.
    let (mine, other) = (files_of(folder.path(), "more"), files_of(folder.path(), "people"));
    let plain = |files: &[std::path::PathBuf]| {
        files.iter().find(|file| file.extension().is_some_and(|ending| ending == "wasm")).unwrap().clone()
    };
    let bytes = std::fs::read(plain(&other)).unwrap();
    for file in &mine {
        std::fs::remove_file(file).unwrap();
    }
    std::fs::write(plain(&mine), bytes).unwrap();
    phone.press("我要提一件事").await;
    phone.see("页面旧了，请重新打开").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_network_what_is_not_loaded_is_told_and_a_ballot_is_signed_all_the_same() {
    let site = Site::open().await;
    let phone = owner(&site).await;
    // The lists come after the parts for a ballot.
    drop(phone.find("h2", "小区的表决").await);
    phone.set_offline(true).await;
    phone.press("我要提一件事").await;
    phone.see("连不上服务器").await;
    phone.set_offline(false).await;
    phone.press("再试一次").await;
    phone.see("你要提什么事").await;
    phone.find("button.ys-back", "").await.click().await.unwrap();
    phone.see("你还没投").await;
    drop(phone.find("h2", "小区的表决").await);
    held(&phone).await;
    phone.set_offline(true).await;
    phone.press("看方案，去投票").await;
    phone.press("同意").await;
    phone.press("下一题").await;
    phone.press("核对选票").await;
    phone.press("签名并投出").await;
    phone.see("票签好了，还没送到").await;
}
