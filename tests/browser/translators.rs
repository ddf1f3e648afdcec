//! Page translators, which take text nodes out and put others in their place.

use crate::phone::Phone;
use crate::site::Site;

/// What they do to a page, and what they leave alone.
const TRANSLATE: &str = "
    const root = document.querySelector('yishi-widget').shadowRoot;
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), all = [];
    while (walk.nextNode()) all.push(walk.currentNode);
    for (const text of all) {
        if (!text.data.trim() || text.parentNode.closest('style, font, [translate=no], .notranslate')) continue;
        const outer = document.createElement('font'), inner = document.createElement('font');
        inner.textContent = '«' + text.data + '»';
        outer.append(inner);
        text.replaceWith(outer);
    }";

/// The same for one that knows no word by which a page asks to be left alone.
fn rude() -> String {
    TRANSLATE.replace(", [translate=no], .notranslate", "")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_translated_word_stays_over_what_it_does_not_belong_to() {
    let site = Site::open().await;
    let code = site.letter("wang", 7).await;
    let phone = Phone::new(390, 844).await;
    phone.open(&format!("{}/enrol#{}.{code}", site.server, site.office.estate)).await;
    phone.press("是我本人").await;
    drop(phone.find("h2", "小区的表决").await);
    phone.run(TRANSLATE).await;
    phone.press("看方案，去投票").await;
    phone.see("第 1 题，共 2 题").await;
    assert!(!phone.text().await.contains('«'), "the first screen went with its words");
    // What carries the decision is left as it is.
    phone.press("同意").await;
    phone.run(TRANSLATE).await;
    assert!(!phone.text().await.contains('«'), "{}", phone.text().await);
    phone.press("下一题").await;
    phone.see("第 2 题，共 2 题").await;
    phone.press("核对选票").await;
    phone.see("请核对，再签名投出").await;
    phone.run(TRANSLATE).await;
    assert!(!phone.text().await.contains('«'));
    // Even by one that translates everything.
    phone.press("修改").await;
    phone.see("第 1 题，共 2 题").await;
    phone.run(&rude()).await;
    phone.press("下一题").await;
    phone.see("第 2 题，共 2 题").await;
    let text = phone.text().await;
    assert!(!text.contains("第 1 题") && !text.contains('«'), "{text}");
    phone.press("核对选票").await;
    phone.press("签名并投出").await;
    phone.see("已计入").await;
    phone.run(TRANSLATE).await;
    assert!(!phone.text().await.contains('«'), "nor the receipt");
}
