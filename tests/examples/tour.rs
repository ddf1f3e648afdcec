//! Takes the pictures of README's tour from a served demo, and lays them side by side: `tour ADDRESS FOLDER`.
//!
//! A screen is cut off where a phone's would be: what is seen first is what matters.
#![expect(clippy::unwrap_used, reason = "a tour that cannot go on has failed")]
#![allow(dead_code, reason = "the phone can do more than is shown here")]

use std::path::Path;

use serde_json::json;

#[path = "../browser/phone.rs"]
mod phone;

use phone::Phone;

/// A phone's screen, in CSS pixels.
const SCREEN: (u32, u32) = (390, 844);
/// How wide each phone stands in the picture.
const WIDTH: u32 = 300;
/// A desk's screen.
const DESK: (u32, u32) = (1180, 860);

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [server, folder] = arguments.as_slice() else {
        panic!("tour ADDRESS FOLDER");
    };
    let folder = Path::new(folder);
    let phone = Phone::new(SCREEN.0, SCREEN.1).await;

    phone.open(&format!("{server}/demo")).await;
    sign_in(&phone, "/demo/as/O00043").await;
    phone.press("是我本人").await;
    phone.see("等你办的").await;
    phone.see("小区在议的事").await;
    let home = seen(&phone, "").await;
    phone.press("事项").await;
    phone.see("在议在办").await;
    let matters = seen(&phone, "").await;
    phone.driver.back().await.unwrap();
    phone.press("看方案，去投票").await;
    phone.see("第 1 题").await;
    let ballot = seen(&phone, "").await;
    vote(&phone).await;
    let receipt = seen(&phone, "").await;
    side_by_side(&[home, matters, ballot, receipt], &folder.join("phone-1.png")).await;

    phone.press("回首页").await;
    phone.press("账目").await;
    phone.see("账目").await;
    let books = seen(&phone, "").await;
    phone.press("看历月").await;
    phone.see("每期收和支").await;
    let months = seen(&phone, "每期收和支").await;
    phone.driver.back().await.unwrap();
    phone.press("我的").await;
    phone.see("我的票").await;
    let mine = seen(&phone, "").await;
    side_by_side(&[books, months, mine], &folder.join("phone-2.png")).await;

    let desk = Phone::new(DESK.0, DESK.1).await;
    desk.open(&format!("{server}/demo")).await;
    // The committee's chair.
    sign_in(&desk, "/demo/desk/O00166").await;
    desk.press("是我本人").await;
    desk.see("要办的").await;
    desk.see("参加情况").await;
    keep(&desk, DESK, &folder.join("desk.png")).await;
}

/// Presses the first way to sign in of that kind.
async fn sign_in(phone: &Phone, kind: &str) {
    phone.run(&format!("document.querySelector('a[href^=\"{kind}\"]').click()")).await;
}

/// Answers each question with 同意, or with the first name, and signs.
async fn vote(phone: &Phone) {
    for _ in 0..9 {
        let answer = "const root = document.querySelector('yishi-widget').shadowRoot;
            const option = root.querySelector('input[type=radio], input[type=checkbox]');
            if (option) option.click();
            return Boolean(option);";
        if phone.run(answer).await != json!(true) {
            break;
        }
        let next = "const root = document.querySelector('yishi-widget').shadowRoot;
            const next = [...root.querySelectorAll('button')].find((one) => /下一题|核对选票/.test(one.textContent));
            if (next) next.click();
            return Boolean(next);";
        if phone.run(next).await != json!(true) {
            break;
        }
    }
    phone.press("签名并投出").await;
    phone.see("你家的票在票箱里了").await;
}

/// What stands on the screen, from the words that should stand at its top; as PNG in base64.
async fn seen(phone: &Phone, from: &str) -> String {
    if from.is_empty() {
        phone.run("scrollTo(0, 0)").await;
    } else {
        let words = phone.find("h2, h3, p", from).await;
        phone.driver.execute("arguments[0].scrollIntoView()", vec![words.to_json().unwrap()]).await.unwrap();
        phone.run("scrollBy(0, -60)").await;
    }
    phone.driver.screenshot_as_png_base64().await.unwrap()
}

/// Screens side by side in one picture.
async fn side_by_side(screens: &[String], file: &Path) {
    let (phone, folder) = (&Phone::new(SCREEN.0, SCREEN.1).await, tempfile::tempdir().unwrap());
    let image = |png: &String| format!("<img width=\"{WIDTH}\" src=\"data:image/png;base64,{png}\">");
    let images = screens.iter().map(image).collect::<Vec<_>>().concat();
    let page = format!(
        "<body style=\"margin:0;padding:10px;display:flex;gap:10px;background:#d8d8d8\">{images}</body>"
    );
    let sheet = folder.path().join("tour.html");
    std::fs::write(&sheet, page).unwrap();
    phone.open(&format!("file://{}", sheet.display())).await;
    let number = u32::try_from(screens.len()).unwrap();
    keep(phone, (number * (WIDTH + 10) + 10, SCREEN.1 * WIDTH / SCREEN.0 + 20), file).await;
}

/// A picture of what stands on a screen of that size, each CSS pixel one of its own.
async fn keep(phone: &Phone, (width, height): (u32, u32), file: &Path) {
    let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    phone.cdp("Emulation.setDeviceMetricsOverride", screen).await;
    std::fs::write(file, phone.driver.screenshot_as_png().await.unwrap()).unwrap();
    phone.cdp("Emulation.clearDeviceMetricsOverride", json!({})).await;
}
