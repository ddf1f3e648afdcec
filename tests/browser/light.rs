//! The light pages in a browser without scripts.

use serde_json::json;
use thirtyfour::prelude::*;
use yishi_tests::matters::{day, march_until};

use crate::phone::Phone;
use crate::site::Site;
use crate::sound::{named_page, sound_page};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_scripts_our_page_leads_to_pages_that_anybody_can_read() {
    let site = Site::open().await;
    let (matter, _) = site.office.work_done().await.unwrap();
    let (body, blobs) = march_until(day(3, 20));
    let books = site.office.say("manager", body, blobs).await.unwrap().entry.id();
    let (server, estate) = (&site.server, site.office.estate);
    // Without scripts axe finds nothing out, so another phone reads the same pages with them.
    let off = Phone::odd(&[], json!({ "profile.default_content_setting_values.javascript": 2 })).await;
    let on = Phone::new(390, 844).await;
    off.open(&format!("{server}/?estate={estate}")).await;
    let link = off.driver.find(By::Css("noscript a")).await.unwrap();
    let way = link.attr("href").await.unwrap().unwrap();
    assert_eq!(way, format!("light?estate={estate}&lang=zh-CN"));
    // The driver waits for a script after a press.
    off.open(&format!("{server}/{way}")).await;
    let heading = off.driver.find(By::Css("h1")).await.unwrap().text().await.unwrap();
    assert_eq!(heading, "桂苑小区");
    for (name, asked) in [
        ("light", format!("?estate={estate}")),
        ("light-en", format!("?estate={estate}&lang=en")),
        ("light-vote", format!("?estate={estate}&vote={}", site.vote.agenda)),
        ("light-matter", format!("?estate={estate}&matter={matter}")),
        ("light-books", format!("?estate={estate}&books={books}")),
        ("light-none", "?estate=none".to_owned()),
    ] {
        let page = format!("{server}/light{asked}");
        off.open(&page).await;
        for size in [(390, 844), (320, 700)] {
            off.set_screen(size).await;
            sound_page(&off, &format!("{name} at {}", size.0)).await;
            off.shot(&format!("{name}-{}", size.0), size).await;
        }
        on.open(&page).await;
        named_page(&on, name).await;
    }
}
