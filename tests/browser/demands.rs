//! Before a vote: owners of two phones demand one until it is owed and the desk has to give notice; and another organisation is
//! asked to look at a matter, answers, and another time says nothing.

use yishi_protocol::body::{Action, Capability, OrgKind, RequisitionStep, Role};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::EntryId;
use yishi_tests::matters::{answer, raise, requisition};
use yishi_tests::people::person;
use yishi_tests::reviews::ask_review;
use yishi_tests::stairwell::{grant, hour, org};

use crate::desk::{at_desk, host};
use crate::phone::Phone;
use crate::site::Site;

/// A phone of somebody's at a matter.
async fn at_matter(site: &Site, (name, number): (&str, u8), matter: EntryId) -> Phone {
    let code = site.letter(name, number).await;
    let phone = Phone::new(390, 844).await;
    phone.open(&format!("{}/enrol#{}.{code}", site.server, site.office.estate)).await;
    phone.press("是我本人").await;
    phone.see("等你办的").await;
    phone.open(&format!("{}/?estate={}#/matter/{matter}", site.server, site.office.estate)).await;
    phone.see("联名要求表决").await;
    phone
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_phones_bring_a_demand_to_a_fifth_and_the_desk_owes_a_vote() {
    let site = Site::open().await;
    let (body, blobs) = raise();
    let matter = site.office.say("wang", body, blobs).await.unwrap().entry.id();
    let (no, text) = answer(matter, Action::Decline, "今年不办。");
    site.office.say("host", no, text).await.unwrap();
    site.office.say("wu", requisition(matter, "wu", RequisitionStep::Sign), vec![]).await.unwrap();

    let first = at_matter(&site, ("wang", 81), matter).await;
    first.see("已签 1 户，要 3 户").await;
    first.see("还差 2 户").await;
    // One home of 76.58 m²; of the area no figure is told.
    first.see("还不到要求的一半").await;
    first.stop("demand-open").await;
    first.press("签名").await;
    first.see("你家已经签了").await;
    first.see("已签 2 户，要 3 户").await;
    first.press("收回签名").await;
    first.see("还差 2 户").await;
    first.press("签名").await;
    first.see("还差 1 户").await;

    let second = at_matter(&site, ("li", 82), matter).await;
    second.press("签名").await;
    second.see("户数和面积都够了，可以提交").await;
    second.stop("demand-enough").await;
    second.press("正式提交").await;
    second.see("已经提交").await;
    second.see("等业委会公告").await;
    second.stop("demand-handed-in").await;

    let clerk = at_desk(&site, host(&site).await, 83, (1280, 900)).await;
    clerk.see("业主联名要求，公告表决").await;
    clerk.stop("desk-demanded").await;
    site.office.clock.set(hour(3, 20, 0) + 31 * DAY_MS);
    site.office.declare(OrgKind::ResidentsCommittee, "居民委员会").await.unwrap();
    let state = site.office.state().await.unwrap();
    let office = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
    let give = grant(&state, "chen", office, &[Capability::Notice], hour(12, 31, 0));
    site.office.say("root", give, vec![]).await.unwrap();
    let other = at_desk(&site, person("chen"), 84, (1280, 900)).await;
    other.see("业主联名要求，公告表决").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_review_is_asked_for_and_given_and_another_one_is_not() {
    let site = Site::open().await;
    site.office.chen_supervises().await.unwrap();
    let (body, blobs) = raise();
    let matter = site.office.say("wang", body, blobs).await.unwrap().entry.id();
    let (yes, text) = answer(matter, Action::Accept, "受理。");
    site.office.say("host", yes, text).await.unwrap();
    // Another matter, about which nobody says anything.
    let (body, blobs) = raise();
    let other = site.office.say("li", body, blobs).await.unwrap().entry.id();
    let state = site.office.state().await.unwrap();
    let due_ms = hour(3, 20, 0) + 9 * DAY_MS;
    let (body, blobs) = ask_review(other, org(&state, OrgKind::Supervisors), due_ms);
    site.office.say("host", body, blobs).await.unwrap();
    let clerk = at_desk(&site, host(&site).await, 85, (1280, 900)).await;
    clerk.open(&format!("{}/desk?estate={}#/matter/{matter}", site.server, site.office.estate)).await;
    clerk.see("表决以前请别的单位看看").await;
    clerk.choose("reviewer", "监督委员会").await;
    clerk.fill("review-what", "请看看公告合不合规。").await;
    clerk.stop("desk-review-asking").await;
    clerk.press("签名，去请").await;
    clerk.see("已经去请了").await;

    let reviewer = at_desk(&site, person("chen"), 86, (1280, 900)).await;
    reviewer.press("看一看，回个话").await;
    reviewer.see("请你们单位看看这件事").await;
    reviewer.press("同意，但有意见").await;
    reviewer.fill("opinion-why", "要写明谁来修。").await;
    reviewer.stop("desk-review-answering").await;
    reviewer.press("签名，回话").await;
    reviewer.see("已经回话").await;
    let phone = at_matter(&site, ("wang", 87), matter).await;
    phone.see("看过了：同意，但有意见").await;
    phone.see("要写明谁来修").await;
    phone.stop("matter-reviewed").await;

    site.office.clock.set(hour(3, 20, 0) + 9 * DAY_MS);
    phone.open(&format!("{}/?estate={}#/matter/{other}", site.server, site.office.estate)).await;
    phone.see("没有回音").await;
    phone.stop("matter-no-reply").await;
}
