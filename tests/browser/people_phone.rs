//! People on their phones: letters of two offices, a phone that one person alone let in, homes of several owners.

use std::sync::Arc;

use yishi_protocol::body::{
    Bylaws, Capability, Class, Codes, Confirm, Notice, OrgKind, Revoke, RevokeReason, Role,
};
use yishi_protocol::bylaws::{Bylaws as Settings, Joint};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::EntryId;
use yishi_protocol::letter::LetterCode;
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::signature::public_key;
use yishi_tests::people::{party, person, public};
use yishi_tests::post_office::PostOffice;
use yishi_tests::stairwell::{ballot, grant, hour, notice, open, resolution};

use crate::phone::Phone;
use crate::site::Site;

impl Site {
    /// Publishes a letter by somebody alone and returns its code and its entry.
    async fn letter_by(&self, issuer: &str, name: &str, number: u8) -> (LetterCode, EntryId) {
        let code = LetterCode::from_random([number; 20]);
        let row = (person(name), public_key(&code.key(&self.office.estate)));
        let body = Codes { codes: vec![row], expires_ms: hour(12, 31, 0) };
        let entry = self.office.say(issuer, body, vec![]).await.unwrap().entry.id();
        (code, entry)
    }

    fn enrol_page(&self, code: &LetterCode) -> String {
        format!("{}/enrol#{}.{code}", self.server, self.office.estate)
    }

    pub(crate) fn home_page(&self) -> String {
        format!("{}/?estate={}", self.server, self.office.estate)
    }

    /// A phone enrolled by a letter that two persons stand behind.
    pub(crate) async fn phone_of(&self, name: &str, number: u8) -> Phone {
        let code = self.letter(name, number).await;
        let phone = Phone::new(390, 844).await;
        phone.open(&self.enrol_page(&code)).await;
        phone.press("是我本人").await;
        phone.see("等你办的").await;
        phone
    }

    /// Notices a vote on 20 March and opens it on 6 April.
    async fn open_in_april(&self) -> EntryId {
        let office: &Arc<PostOffice> = &self.office;
        let (body, blobs) = notice(self.vote.roll, vec![resolution(1, Class::Ordinary)]);
        let (opens_ms, closes_ms) = (hour(4, 6, 0), hour(4, 6, 0) + 15 * DAY_MS);
        let noticed =
            office.say("host", Notice { opens_ms, closes_ms, ..body }, blobs).await.unwrap().entry.id();
        office.clock.set(hour(4, 5, 9));
        let agenda = office.say("host", open(noticed, self.vote.roll), vec![]).await.unwrap().entry.id();
        office.clock.set(hour(4, 6, 0));
        agenda
    }

    /// Puts the owners' own settings in force: the host publishes them, wei of the residents' committee stands behind them.
    pub(crate) async fn settings(&self, settings: Settings) {
        let office = &self.office;
        office.declare(OrgKind::ResidentsCommittee, "居民委员会").await.unwrap();
        let caps = [Capability::Bylaws, Capability::Codes];
        let of = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
        let grant = grant(&office.state().await.unwrap(), "wei", of, &caps, hour(12, 31, 0));
        office.say("root", grant, vec![]).await.unwrap();
        let body = Bylaws { decision: None, document: leaf_hash("管理规约".as_bytes()), settings };
        let entry = office.say("host", body, vec![]).await.unwrap().entry.id();
        office.say("wei", Confirm { entry }, vec![]).await.unwrap();
    }
}

/// Types a code in place of what stands in the field.
async fn type_code(phone: &Phone, code: &str) {
    let field = phone.find("input", "").await;
    field.clear().await.unwrap();
    field.send_keys(code).await.unwrap();
    phone.press("核对").await;
}

/// The party's standing ballot.
async fn standing(site: &Site, agenda: &EntryId, name: &str) -> Option<EntryId> {
    let state = site.office.state().await.unwrap();
    state.agenda(agenda).unwrap().standing_ballot(&party(name)).map(|ballot| ballot.entry)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_held_ballot_counts_once_both_owners_name_its_voter() {
    let site = Site::open().await;
    let sun = site.phone_of("sun", 7).await;
    sun.see("还没选定由谁投").await;
    sun.press("看方案，去投票").await;
    sun.press("同意").await;
    sun.press("下一题").await;
    sun.press("核对选票").await;
    sun.press("签名并投出").await;
    sun.see("票收到了，先挂着").await;
    sun.stop("people-held").await;
    assert_eq!(standing(&site, &site.vote.agenda, "sun-zhou").await, None);
    sun.press("去选定由谁投").await;
    sun.see("选定由谁投票").await;
    sun.press("由我投").await;
    sun.stop("people-voter").await;
    sun.press("签名选定").await;
    sun.see("你的选择已签名").await;
    sun.see("还没说的：zhou").await;

    let zhou = site.phone_of("zhou", 8).await;
    zhou.see("票先挂着").await;
    zhou.stop("people-home-held").await;
    zhou.press("去选定由谁投").await;
    zhou.see("选sun").await;
    zhou.press("由我投").await;
    zhou.press("签名选定").await;
    zhou.see("选的不是同一个人").await;
    zhou.press("由sun投").await;
    zhou.press("签名选定").await;
    zhou.see("由sun投票").await;
    zhou.stop("people-voter-named").await;
    assert!(standing(&site, &site.vote.agenda, "sun-zhou").await.is_some());
    zhou.open(&site.home_page()).await;
    zhou.see("已计入，由sun投").await;
    zhou.press("看方案").await;
    zhou.see("这套房选定由sun投").await;
    zhou.stop("people-not-the-voter").await;

    sun.open(&site.home_page()).await;
    sun.see("表决 · 已计入").await;
    sun.see("由你投票").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_that_one_person_let_in_says_so_before_the_first_mark() {
    let site = Site::settled().await;
    let lost = Revoke { device: public("chen"), reason: RevokeReason::Lost };
    site.office.say("chen", lost, vec![]).await.unwrap();
    let (code, entry) = site.letter_by("host", "chen", 9).await;
    let phone = Phone::new(390, 844).await;
    phone.open(&site.enrol_page(&code)).await;
    phone.see("以前登记过的手机从此停用").await;
    phone.press("是我本人").await;
    phone.see("这台手机还差一位经办人确认").await;
    let agenda = site.open_in_april().await;
    phone.open(&site.home_page()).await;
    phone.see("你还没投").await;
    phone.stop("people-unconfirmed-home").await;
    phone.press("看方案").await;
    phone.see("这台手机还差一位经办人确认").await;
    assert!(!phone.text().await.contains("弃权"), "nothing to mark");
    phone.stop("people-unconfirmed-vote").await;
    phone.press("看完了，回首页").await;

    site.office.say("root", Confirm { entry }, vec![]).await.unwrap();
    phone.press("确认好了，再看看").await;
    phone.press("看方案，去投票").await;
    assert!(!phone.text().await.contains("还差一位经办人"));
    phone.press("同意").await;
    phone.press("核对选票").await;
    phone.press("签名并投出").await;
    phone.see("你家的票在票箱里了").await;
    assert!(standing(&site, &agenda, "chen").await.is_some());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_says_how_many_signs_it_lacks_and_a_tenant_what_they_can_do() {
    let site = Site::settled().await;
    let code = site.letter("tenant", 11).await.to_string();
    let phone = Phone::new(390, 844).await;
    phone.open(&format!("{}/enrol", site.server)).await;
    phone.press("用入户信登记").await;
    type_code(&phone, &code[..9]).await;
    phone.see("字码还差 13 位").await;
    phone.pause("people-short-code").await;
    type_code(&phone, &format!("{code}7Z")).await;
    phone.see("字码多了 2 位").await;
    type_code(&phone, &code).await;
    phone.see("信是不是给您的").await;
    phone.see("不能投票").await;
    phone.stop("people-tenant").await;
    phone.press("是我本人").await;
    phone.see("现在没有等你办的事").await;

    // A letter that another one has replaced, and one that came too late.
    let (old, _) = site.letter_by("host", "chen", 12).await;
    site.letter("chen", 13).await;
    let other = Phone::new(390, 844).await;
    other.open(&site.enrol_page(&old)).await;
    other.see("这封信还要另一位经办人确认").await;
    site.office.clock.set(hour(12, 31, 1));
    let late = LetterCode::from_random([13; 20]).to_string();
    type_code(&other, &late).await;
    other.see("这封信过期了").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_letters_have_two_issuers_both_codes_let_somebody_in() {
    let site = Site::settled().await;
    site.settings(Settings { letter_issuers: 2, ..Settings::default() }).await;
    let (first, _) = site.letter_by("host", "feng", 21).await;
    let (second, _) = site.letter_by("wei", "feng", 22).await;
    let (others, _) = site.letter_by("wei", "chen", 23).await;
    let phone = Phone::new(390, 844).await;
    phone.open(&site.enrol_page(&first)).await;
    phone.see("还要另一封信上的字码").await;
    phone.see("另一半在另一家单位发的信上").await;
    phone.stop("people-second-letter").await;
    type_code(&phone, &second.to_string()[..9]).await;
    phone.see("第二封信：字码还差 13 位").await;
    type_code(&phone, &first.to_string()).await;
    phone.see("第二封信：两封信是同一家单位发的").await;
    type_code(&phone, &others.to_string()).await;
    phone.see("第二封信：这封信是给另一个人的").await;
    phone.pause("people-second-letter-wrong").await;
    // The QR of the other letter, opened while the first is held.
    phone.run(&format!("location.hash = '{}.{second}'", site.office.estate)).await;
    phone.see("这两封信只能用一次").await;
    assert!(!phone.run("return location.href").await.as_str().unwrap().contains(&second.to_string()));
    phone.stop("people-two-letters").await;
    phone.press("是我本人").await;
    phone.see("等你办的").await;
    assert!(!phone.text().await.contains("还差一位经办人"), "each issuer stands behind the other's letter");
    let earlier = site.office.get_as("feng", "/me").await.unwrap();
    assert_eq!(earlier.code(), "KEY_REVOKED");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_any_owner_may_cast_another_holds_the_ballot_and_lets_it_go() {
    let site = Site::settled().await;
    site.settings(Settings { joint: Joint::AnyUnlessObjected, ..Settings::default() }).await;
    let agenda = site.open_in_april().await;
    let (body, blob) = ballot(agenda, party("sun-zhou"), &[&[0]], None);
    site.office.say("sun", body, vec![blob]).await.unwrap();
    assert!(standing(&site, &agenda, "sun-zhou").await.is_some());
    let zhou = site.phone_of("zhou", 8).await;
    zhou.see("已计入，另一台手机投的").await;
    zhou.press("还没选定由谁投").await;
    zhou.see("另一台手机投的票").await;
    zhou.stop("people-object").await;
    zhou.press("不同意这张票").await;
    zhou.see("已签名：这张票先挂着").await;
    assert_eq!(standing(&site, &agenda, "sun-zhou").await, None);
    zhou.see("不同意的：你").await;
    zhou.stop("people-objected").await;
    zhou.press("收回我的不同意").await;
    zhou.see("你不再反对这张票").await;
    assert!(standing(&site, &agenda, "sun-zhou").await.is_some());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_voter_that_the_roll_names_ends_with_an_owners_own_word() {
    let site = Site::open().await;
    let qian = site.phone_of("qian", 9).await;
    qian.see("由zhao投，还没投").await;
    qian.press("由zhao投票（名册或登记上写的）").await;
    qian.see("你自己选一次就不再替你作数").await;
    qian.stop("people-recorded").await;
    qian.press("由我投").await;
    qian.press("签名选定").await;
    qian.see("选的不是同一个人").await;
    qian.see("zhao（名册或登记）").await;
}
