//! Files that are chosen at the desk: opened apart from the page, by a reader that a file may break.

use std::path::Path;

use axum::http::{HeaderValue, header};
use axum::response::Response;
use axum::{Router, middleware};
use rust_xlsxwriter::Workbook;

use crate::people::{CHAIR, officer};
use crate::phone::Phone;
use crate::roll::{HEADER, ROWS};
use crate::site::{Site, copy_dist};

/// A workbook of texts, as a spreadsheet saves it.
fn workbook(folder: &Path, name: &str, lines: impl Iterator<Item = &'static str>) -> String {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, line) in (0..).zip(lines) {
        for (column, text) in (0..).zip(line.split(',')) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    let path = folder.join(name);
    workbook.save(&path).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A copy of the widget, whose reader stops in the middle, as WebAssembly does, of every file that is called broken in its
/// first cell.
fn fragile(folder: &Path) {
    copy_dist(folder);
    let names =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let reader: Vec<String> =
        names.filter(|name| name.starts_with("reader-") && name.contains(".js")).collect();
    assert_eq!(reader.len(), 3, "plain and compressed: {reader:?}");
    let plain = reader.iter().min_by_key(|name| name.len()).unwrap();
    std::fs::rename(folder.join(plain), folder.join("sound.js")).unwrap();
    for name in &reader {
        drop(std::fs::remove_file(folder.join(name)));
    }
    let stand_in = "import init, { open as sound } from './sound.js';
        export default init;
        export const open = (bytes) => {
          if (new TextDecoder().decode(bytes).startsWith('broken')) throw new WebAssembly.RuntimeError('unreachable');
          return sound(bytes);
        };";
    std::fs::write(folder.join(plain), stand_in).unwrap();
}

/// Chooses good and bad files one after the other.
async fn choose(chair: &Phone, folder: &Path) {
    chair.press("人员与授权").await;
    chair.press("名册").await;
    chair.see("现在的名册").await;
    let broken = folder.join("坏了.csv");
    std::fs::write(&broken, "broken").unwrap();
    let broken = broken.to_str().unwrap();
    let rows = || [HEADER].into_iter().chain(ROWS.iter().copied());
    let sound = workbook(folder, "名册.xlsx", rows());
    for _ in 0..2 {
        chair.find("#file", "").await.send_keys(broken).await.unwrap();
        chair.see("FILE_WORKBOOK").await;
        chair.find("#file", "").await.send_keys(&sound).await.unwrap();
        chair.see("名册上有、表里没有的 1 处：1栋2单元602").await;
    }
    // Once it has been broken, the reader still tells what else is wrong with a file.
    let empty = workbook(folder, "空.xlsx", std::iter::empty());
    chair.find("#file", "").await.send_keys(empty).await.unwrap();
    chair.see("FILE_EMPTY").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_breaks_its_reader_breaks_no_page() {
    let folder = tempfile::tempdir().unwrap();
    let widget = folder.path().join("widget");
    fragile(&widget);
    let site = Site::settled_with(widget, |router| router).await;
    let chair = officer(&site, "chair", 61, CHAIR).await;
    choose(&chair, folder.path()).await;
    chair.stop("desk-file-empty").await;
}

/// A page that may start no worker.
async fn without_workers(mut response: Response) -> Response {
    if let Some(policy) = response.headers_mut().get_mut(header::CONTENT_SECURITY_POLICY) {
        let narrower = format!("{}; worker-src 'none'", policy.to_str().unwrap());
        *policy = HeaderValue::from_str(&narrower).unwrap();
    }
    response
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_no_worker_may_run_files_are_read_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let widget = folder.path().join("widget");
    fragile(&widget);
    let around = |router: Router| router.layer(middleware::map_response(without_workers));
    let site = Site::settled_with(widget, around).await;
    let chair = officer(&site, "chair", 61, CHAIR).await;
    choose(&chair, folder.path()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_network_a_chosen_file_is_told_why_it_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::settled().await;
    let chair = officer(&site, "chair", 61, CHAIR).await;
    chair.press("人员与授权").await;
    chair.press("名册").await;
    chair.see("现在的名册").await;
    let rows = [HEADER].into_iter().chain(ROWS.iter().copied());
    let sound = workbook(folder.path(), "名册.xlsx", rows);
    chair.set_offline(true).await;
    chair.find("#file", "").await.send_keys(&sound).await.unwrap();
    drop(chair.find(".ys-note", "读文件的程序没有载入").await);
    chair.set_offline(false).await;
    chair.find("#file", "").await.send_keys(&sound).await.unwrap();
    chair.see("名册上有、表里没有的 1 处：1栋2单元602").await;
}
