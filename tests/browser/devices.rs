//! Several phones of one person: the second brought in by the first, requests that nobody asked for, a phone that is lost.

use yishi_protocol::SigningKey;
use yishi_protocol::body::{AddDevice, device_message};
use yishi_protocol::id::PublicKey;
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::signature::{public_key, sign};
use yishi_tests::people::{key, party, person, public};
use yishi_tests::stairwell::add_device;

use crate::phone::Phone;
use crate::site::Site;

/// The link that a phone shows, for whoever cannot scan.
pub(crate) async fn link(phone: &Phone) -> String {
    phone.find("summary", "扫不了码").await;
    let script =
        "return document.querySelector('yishi-widget').shadowRoot.querySelector('.ys-whole').textContent";
    phone.run(script).await.as_str().unwrap().to_owned()
}

/// The number that a new phone shows.
pub(crate) async fn number(phone: &Phone) -> String {
    phone.find(".ys-big", "").await.text().await.unwrap()
}

/// The number by which people compare a key.
fn number_of(device: &PublicKey) -> String {
    let number =
        leaf_hash(device.as_bytes()).as_bytes()[..6].iter().fold(0, |sum, byte| sum * 256 + u64::from(*byte));
    format!("{:06}", number % 1_000_000)
}

async fn type_number(phone: &Phone, number: &str) {
    let field = phone.find("#code", "").await;
    field.clear().await.unwrap();
    field.send_keys(number).await.unwrap();
}

/// Reads the address of a request as a phone would.
fn read_request(address: &str) -> AddDevice {
    let parts: Vec<&str> = address.split('.').rev().collect();
    AddDevice { device: parts[1].parse().unwrap(), device_sig: parts[0].parse().unwrap() }
}

impl Site {
    /// The address of a request of that key, as a new phone shows it, for somebody and in answer to a round.
    fn request(&self, device: &SigningKey, name: &str, round: &str) -> String {
        let (estate, public) = (&self.office.estate, public_key(device));
        let signature = sign(device, &device_message(estate, &person(name), &public));
        format!("{}/enrol#{estate}.new.{round}.{public}.{signature}", self.server)
    }

    /// A phone brought in by somebody's first one, which a test holds.
    async fn second_phone_of(&self, name: &str) -> Phone {
        let phone = Phone::new(390, 844).await;
        let ask = format!("{}/enrol#{}.add.{}.0123456789", self.server, self.office.estate, person(name));
        phone.open(&ask).await;
        let body = read_request(&link(&phone).await);
        self.office.say(name, body, vec![]).await.unwrap();
        // It goes in by itself as soon as it looks; whoever is faster presses.
        phone.press_if_there("加好了，进去看看").await;
        phone.see("等你办的").await;
        phone
    }
}

async fn votes(phone: &Phone, answer: &str) {
    phone.see("第 1 题，共 2 题").await;
    phone.press(answer).await;
    phone.press("下一题").await;
    phone.press("核对选票").await;
    phone.press("签名并投出").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_owner_adds_a_second_phone_votes_with_it_and_stops_the_first() {
    let site = Site::open().await;
    let old = site.phone_of("wang", 7).await;
    old.press("我的").await;
    old.press("我的手机").await;
    old.see("1 台手机可以替您签名").await;
    old.stop("phones").await;
    old.press("添加一台手机").await;
    old.see("用新手机扫这个码").await;
    old.stop("phones-add").await;
    let invitation = link(&old).await;

    let new = Phone::new(390, 844).await;
    new.open(&site.home_page()).await;
    new.press("我已经有一台手机在用").await;
    new.see("把这台加进来").await;
    new.stop("phones-how").await;
    new.find("summary", "扫不了码").await.click().await.unwrap();
    new.find("#link", "").await.send_keys("这一条").await.unwrap();
    new.press("打开这个链接").await;
    new.see("这不是另一台手机给的链接").await;
    new.pause("phones-wrong-link").await;
    new.find("#link", "").await.send_keys(&invitation).await.unwrap();
    new.press("打开这个链接").await;
    new.see("用原来那台手机扫这个码").await;
    let (digits, request) = (number(&new).await, link(&new).await);
    new.stop("phones-request").await;
    // Too early; and WeChat puts pages away. Whatever opens it anew, it shows the same.
    new.press("加好了，进去看看").await;
    new.see("用原来那台手机扫这个码").await;
    new.open(&site.home_page()).await;
    assert_eq!((number(&new).await, link(&new).await), (digits.clone(), request.clone()));

    old.open(&request).await;
    old.see("是您本人的另一台手机吗").await;
    assert!(!old.run("return location.href").await.as_str().unwrap().contains("new."));
    old.stop("phones-compare").await;
    let wrong: String = digits.chars().rev().collect();
    type_number(&old, if wrong == digits { "000000" } else { &wrong }).await;
    old.see("数字对不上，不要添加").await;
    old.pause("phones-compare-wrong").await;
    type_number(&old, &digits).await;
    old.press("是我本人的另一台手机").await;
    old.see("加好了，新手机可以用了").await;
    old.see("2 台手机可以替您签名").await;
    old.stop("phones-two").await;

    new.see("等你办的").await;
    new.see("1栋2单元101").await;
    new.press("看方案，去投票").await;
    votes(&new, "同意").await;
    new.see("你家的票在票箱里了").await;
    let state = site.office.state().await.unwrap();
    let ballot = state.agenda(&site.vote.agenda).unwrap().standing_ballot(&party("wang")).unwrap();
    assert_eq!(ballot.key, Some(read_request(&request).device));

    old.open(&site.home_page()).await;
    old.see("已计入，另一台手机投的").await;
    old.press("改我的票").await;
    // The old phone is lost, with the vote open on its screen.
    new.open(&site.home_page()).await;
    new.press("我的").await;
    new.press("我的手机").await;
    new.press("另一台手机").await;
    new.see("停用这台手机？").await;
    new.press("丢了").await;
    new.stop("phones-stop").await;
    new.press("签名停用").await;
    new.see("停用了，那台手机不能再签名").await;
    new.see("1 台手机可以替您签名").await;
    votes(&old, "反对").await;
    old.see("这台手机不能签名了").await;
    old.stop("phones-stopped").await;
    // Opened anew it asks for a letter, and says why.
    old.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    old.see("输入入户信上的字码").await;
    old.see("这台手机不能签名了").await;
    old.stop("phones-stopped-anew").await;
    let state = site.office.state().await.unwrap();
    let standing = state.agenda(&site.vote.agenda).unwrap().standing_ballot(&party("wang")).unwrap();
    assert_eq!(standing.key, Some(read_request(&request).device));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_that_are_foreign_forged_or_too_many_are_refused_with_a_sentence() {
    let site = Site::settled().await;
    let phone = site.second_phone_of("li").await;
    // A stranger can sign for anybody's id: what was not asked for here is not even compared.
    phone.open(&site.request(&key("thief"), "li", "0123456789")).await;
    phone.see("这不是您要添加的手机").await;
    phone.see("没有添加任何手机").await;
    phone.stop("phones-foreign").await;

    phone.press("去我的手机").await;
    phone.press("添加一台手机").await;
    let round = link(&phone).await.rsplit('.').next().unwrap().to_owned();
    let try_to_add = async |device: &SigningKey, name: &str| {
        phone.open(&site.request(device, name, &round)).await;
        type_number(&phone, &number_of(&public_key(device))).await;
        phone.press("是我本人的另一台手机").await;
    };
    try_to_add(&key("thief"), "wang").await;
    phone.see("这不是给您的请求，没有添加").await;
    phone.pause("phones-forged").await;
    try_to_add(&key("wang"), "li").await;
    phone.see("那台手机登记过了").await;
    for more in ["third", "fourth", "fifth"] {
        site.office.say("li", add_device(&site.office.estate, "li", more), vec![]).await.unwrap();
    }
    try_to_add(&key("sixth"), "li").await;
    phone.see("已经有五台手机，不能再加").await;
    phone.press("不是我的，不添加").await;
    phone.see("5 台手机可以替您签名").await;
    phone.stop("phones-five").await;
    let state = site.office.state().await.unwrap();
    assert!(["thief", "sixth"].iter().all(|name| state.key(&public(name)).is_none()));

    // A phone that signs already is nobody else's, and has no need to be added.
    phone
        .open(&format!("{}/enrol#{}.add.{}.0123456789", site.server, site.office.estate, person("wang")))
        .await;
    phone.see("不能再加到别人名下").await;
    // A request opened on a phone that is not enrolled adds nothing.
    let stranger = Phone::new(390, 844).await;
    stranger.open(&site.request(&key("thief"), "li", &round)).await;
    stranger.see("请用原来那台手机来扫").await;
}
