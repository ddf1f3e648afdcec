//! People and offices at the desk: an office given and ended, a lost phone replaced by two officers, homes of several owners.

use std::io::Write;

use yishi_protocol::body::{Capability, OrgKind, Role};
use yishi_protocol::id::EntryId;
use yishi_tests::people::{party, person};
use yishi_tests::stairwell::{grant, hour};

use crate::phone::Phone;
use crate::site::Site;

/// Somebody with an office of the committee, given by the root, at a desk of their own.
pub(crate) async fn officer(
    site: &Site,
    name: &str,
    number: u8,
    (role, caps): (Role, &[Capability]),
) -> Phone {
    let code = site.letter(name, number).await;
    let device = Phone::new(390, 844).await;
    let still = serde_json::json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    device.cdp("Emulation.setEmulatedMedia", still).await;
    device.open(&format!("{}/desk#{}.{code}", site.server, site.office.estate)).await;
    device.press("是我本人").await;
    device.see("你还没有工作权限").await;
    let state = site.office.state().await.unwrap();
    let body = grant(&state, name, (OrgKind::Committee, role), caps, hour(12, 31, 0));
    site.office.say("root", body, vec![]).await.unwrap();
    reopen(site, &device).await;
    device
}

pub(crate) async fn reopen(site: &Site, desk: &Phone) {
    desk.open(&format!("{}/desk?estate={}", site.server, site.office.estate)).await;
    desk.find("nav a", "待办").await;
}

/// The days for objections pass; whoever counts finds the ramp's vote among what is to be done and makes it final, and the root
/// stands behind that.
pub(crate) async fn ends_the_vote(site: &Site, desk: &Phone, agenda: EntryId) {
    site.office.let_object(agenda).await.unwrap();
    desk.press("待办").await;
    desk.press("定为最终结果：单元门口").await;
    desk.see("没有人提异议").await;
    desk.stop("desk-vote-end").await;
    desk.press("签名定为最终结果").await;
    desk.see("签好了，等第二个人确认").await;
    site.office.confirm_end(agenda).await.unwrap();
}

pub(crate) const CHAIR: (Role, &[Capability]) = (Role::Committee, Role::Committee.capabilities());
pub(crate) const CLERK: (Role, &[Capability]) = (Role::Clerk, &[Capability::Codes, Capability::Roll]);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_office_is_given_and_ended_at_the_desk() {
    let site = Site::settled().await;
    site.office.manager_takes_office(hour(12, 31, 0)).await.unwrap();
    let chair = officer(&site, "chair", 51, CHAIR).await;
    chair.press("人员与授权").await;
    // The founder's own phone: the root alone let it in.
    chair.see("去确认").await;
    chair.stop("desk-waiting-founder").await;
    chair.press("谁担任什么").await;
    chair.see("建库密钥给的").await;
    chair.stop("desk-offices").await;
    chair.press("给一个职务").await;

    // Whoever works for the manager is no clerk of the committee, and the form says so before anybody signs.
    chair.choose("org", "业主委员会").await;
    chair.fill("person", "物业服务中心").await;
    chair.press("物业服务中心").await;
    chair.choose("role", "经办人").await;
    drop(chair.find(".ys-note", "物业的人不担任别的单位的职务").await);
    chair.stop("desk-give-clash").await;

    chair.fill("person", "102").await;
    chair.press("1栋2单元102").await;
    reopen(&site, &chair).await;
    chair.press("人员与授权").await;
    chair.press("谁担任什么").await;
    chair.press("给一个职务").await;
    assert_eq!(chair.typed("#person").await, "102", "what is typed outlives a reload");
    for words in ["发入户信", "录名册和代表人"] {
        chair.press(words).await;
    }
    chair.find("summary", "只管一部分").await.click().await.unwrap();
    chair.find(".ys-chip", "1栋2单元").await.click().await.unwrap();
    chair.fill("called", "2单元经办人").await;
    chair.stop("desk-give").await;
    chair.press("签名，给职务").await;
    chair.see("职务已给").await;
    chair.see("li · 1栋2单元102：2单元经办人（经办人）").await;
    chair.see("只管1栋2单元").await;
    let held = |state: &yishi_protocol::state::State| {
        let li = state.person(&person("li")).unwrap();
        li.grants_at(hour(3, 20, 1)).map(|grant| grant.caps.len()).collect::<Vec<_>>()
    };
    assert_eq!(held(&site.office.state().await.unwrap()), [Role::Clerk.capabilities().len() - 2]);

    chair.press("li · 1栋2单元102：2单元经办人（经办人）").await;
    drop(chair.find(".ys-note", "你确认：结束这个职务").await);
    chair.stop("desk-end").await;
    chair.press("签名，结束职务").await;
    chair.see("要交给别人，接着填").await;
    assert_eq!(held(&site.office.state().await.unwrap()), [0; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_phone_is_replaced_by_two_officers() {
    let site = Site::settled().await;
    let chair = officer(&site, "chair", 52, CHAIR).await;
    let clerk = officer(&site, "deputy", 53, CLERK).await;
    chair.press("人员与授权").await;
    chair.press("入户信").await;
    chair.see("每个人的信和手机").await;
    chair.stop("desk-letters").await;
    chair.fill("search", "102").await;
    chair.press("1栋2单元102").await;
    chair.see("选了 1 位").await;
    drop(chair.find(".ys-note", "其中 1 位已有手机").await);
    chair.stop("desk-letters-chosen").await;
    chair.press("签名，做信").await;
    chair.see("做好 1 封信").await;
    chair.see("这封信还要另一位经办人确认").await;
    chair.stop("desk-letters-printed").await;
    chair.print("desk-letters-printed").await;
    let code = chair.find(".ys-letter__code", "").await.text().await.unwrap();
    let code: String = code.chars().filter(|sign| !sign.is_whitespace()).collect();
    chair.press("待办").await;
    chair.see("信都打印好了吗").await;
    chair.pause("desk-letters-leaving").await;
    chair.press("打印好了，离开").await;
    chair.see("要办的").await;
    chair.press("人员与授权").await;
    chair.see("等另一位").await;
    chair.stop("desk-waiting-own").await;
    assert!(!chair.run("return JSON.stringify(localStorage)").await.as_str().unwrap().contains(&code[..8]));

    let phone = Phone::new(390, 844).await;
    let letter = format!("{}/enrol#{}.{code}", site.server, site.office.estate);
    phone.open(&letter).await;
    phone.see("这封信还要另一位经办人确认").await;

    reopen(&site, &clerk).await;
    clerk.see("确认：入户信 1 封").await;
    clerk.stop("desk-queue-confirm").await;
    clerk.press("人员与授权").await;
    clerk.see("去确认").await;
    clerk.stop("desk-waiting").await;
    // Older letters stand in the list too; this one lapses.
    clerk.press("日作废").await;
    clerk.see("li · 1栋2单元102").await;
    clerk.stop("desk-confirm").await;
    clerk.press("我确认，签名").await;
    clerk.see("已确认，马上生效").await;
    // The founder holds more than a clerk, who cannot stand behind that phone.
    clerk.see("等有权限的人").await;

    phone.open("about:blank").await;
    phone.open(&letter).await;
    phone.press("是我本人").await;
    phone.find(".ys-head__name", "li").await;
    let state = site.office.state().await.unwrap();
    let li = state.person(&person("li")).unwrap();
    assert_eq!(li.keys.len(), 2);
    assert!(
        state.key(li.keys.last().unwrap()).unwrap().is_vouched(),
        "two persons stand behind the new phone"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_home_of_several_owners_is_settled_by_a_document_and_two_officers() {
    let site = Site::settled().await;
    let chair = officer(&site, "chair", 54, CHAIR).await;
    let clerk = officer(&site, "deputy", 55, CLERK).await;
    chair.press("人员与授权").await;
    chair.press("由谁投票").await;
    chair.see("还没定由谁投").await;
    chair.see("sun还没说").await;
    chair.see("还差 2 位").await;
    chair.stop("desk-joint").await;
    chair.press("1栋2单元301").await;
    chair.find("label", "sun").await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("监护证明.pdf");
    std::fs::File::create(&path).unwrap().write_all(b"abc").unwrap();
    chair.find("#document", "").await.send_keys(path.to_str().unwrap()).await.unwrap();
    chair.see("监护证明.pdf").await;
    assert!(chair.typed("#digest").await.starts_with("ba7816bf"));
    chair.press("sun").await;
    chair.stop("desk-record").await;
    chair.press("签名登记").await;
    chair.see("已登记，等另一位经办人").await;

    reopen(&site, &clerk).await;
    clerk.press("确认：代表人登记").await;
    drop(clerk.find(".ys-note", "看过文件原件").await);
    clerk.see("投这套房：1栋2单元301").await;
    clerk.stop("desk-confirm-record").await;
    clerk.press("我确认，签名").await;
    clerk.see("已确认").await;
    let state = site.office.state().await.unwrap();
    let now = state.naming(&party("sun-zhou")).and_then(yishi_protocol::state::Naming::now);
    assert_eq!(now, Some(person("sun")));
}

/// Records by a document, as the chair, who votes for the home of an only owner; the clerk confirms it.
async fn record_for_602(site: &Site, (chair, clerk): (&Phone, &Phone), (search, name): (&str, &str)) {
    reopen(site, chair).await;
    chair.press("人员与授权").await;
    chair.press("由谁投票").await;
    chair.fill("home", "602").await;
    chair.press("1栋2单元602").await;
    chair.fill("person", search).await;
    chair.press(name).await;
    chair.fill("digest", &"ab".repeat(32)).await;
    chair.press("签名登记").await;
    chair.see("已登记，等另一位经办人").await;
    reopen(site, clerk).await;
    clerk.press("确认：代表人登记").await;
    clerk.see("投这套房：1栋2单元602").await;
    clerk.press("我确认，签名").await;
    clerk.see("已确认").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_votes_for_an_only_owner_by_a_document_until_another_document_ends_it() {
    let site = Site::settled().await;
    let chair = officer(&site, "chair", 54, CHAIR).await;
    let clerk = officer(&site, "deputy", 55, CLERK).await;
    chair.press("人员与授权").await;
    chair.press("由谁投票").await;
    chair.fill("home", "冯").await;
    chair.see("没有找到").await;
    chair.fill("home", "602").await;
    chair.see("自己投").await;
    chair.stop("desk-who-votes").await;
    chair.press("1栋2单元602").await;
    chair.press("feng").await;
    chair.see("这位就是业主，自己投，不用登记").await;
    let voter = async || {
        let state = site.office.state().await.unwrap();
        state.naming(&party("feng")).and_then(yishi_protocol::state::Naming::now)
    };
    record_for_602(&site, (&chair, &clerk), ("402", "chen")).await;
    assert_eq!(voter().await, Some(person("chen")));
    reopen(&site, &chair).await;
    chair.press("人员与授权").await;
    chair.press("由谁投票").await;
    chair.see("只有一位业主、由别人代投的").await;
    chair.see("chen投").await;
    chair.press("1栋2单元602").await;
    chair.stop("desk-record-ended").await;
    record_for_602(&site, (&chair, &clerk), ("602", "feng")).await;
    assert_eq!(voter().await, Some(person("feng")));
}
