//! In a stranger's page: another origin, hostile styles, the widget unharmed.

use crate::phone::Phone;
use crate::site::Site;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_strangers_page_shows_the_votes_and_cannot_restyle_them() {
    let site = Site::open().await;
    let phone = Phone::new(390, 844).await;
    let url =
        format!("{}/wechat-page.html?server={}&estate={}", site.stranger, site.server, site.office.estate);
    phone.open(&url).await;
    phone.see("小区的表决").await;
    phone.see("加装电梯").await;
    phone.shot("embedded", phone.size()).await;
    let link = phone.find("a", "去投票").await.attr("href").await.unwrap().unwrap();
    assert_eq!(
        link,
        format!("{}/?estate={}&lang=zh-CN", site.server, site.office.estate),
        "no key is made in a stranger's page"
    );
    assert!(!phone.text().await.contains("用入户信登记"));
    let size = phone
        .run(
            "const root = document.querySelector('yishi-widget').shadowRoot;
             const button = root.querySelector('.weui-btn_primary');
             const style = getComputedStyle(button);
             return [style.backgroundColor, parseFloat(getComputedStyle(root.querySelector('p')).fontSize)];",
        )
        .await;
    assert_ne!(size[0], "rgb(255, 0, 0)", "the page's red does not come through");
    assert!(size[1].as_f64().unwrap() < 40.0, "nor its root font size: {size}");
    phone.press("去投票").await;
    phone.see("这台手机还没有登记").await;
}
