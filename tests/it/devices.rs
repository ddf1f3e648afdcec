//! A person's own phones: who learns of them, and what is left to one that was stopped.

use yishi_protocol::body::{Revoke, RevokeReason};
use yishi_protocol::rejection::Code;
use yishi_protocol::view::{DeviceWay, MeView};
use yishi_tests::people::public;
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::shown;
use yishi_tests::stairwell::{add_device, codes, consent, enrol, hour};

async fn me(office: &PostOffice, device: &str) -> MeView {
    shown(office, Some(device), "/me").await.unwrap().stated
}

#[tokio::test]
async fn a_person_sees_their_own_phones_that_still_sign_and_nobody_elses() {
    let office = PostOffice::founded().await.unwrap();
    office.settle().await.unwrap();
    let more = add_device(&office.estate, "wang", "wang's second");
    office.say("wang", more, vec![]).await.unwrap();
    let seen = |me: &MeView| me.devices.iter().map(|one| (one.device, one.way)).collect::<Vec<_>>();
    let both = [(public("wang"), DeviceWay::Letters), (public("wang's second"), DeviceWay::Device)];
    for device in ["wang", "wang's second"] {
        let me = me(&office, device).await;
        assert_eq!(seen(&me), both);
        assert!(me.devices.iter().all(|one| one.vouched), "a phone added by a vouched one is vouched");
    }
    assert_eq!(seen(&me(&office, "li").await), [(public("li"), DeviceWay::Letters)]);
    // What is public, and what a clerk reads, tells no key.
    let second = public("wang's second").to_string();
    for path in ["/people", "/officers", "/waiting", "/matters", "/agendas"] {
        for answer in [office.get_as("host", path).await.unwrap(), office.get(path).await.unwrap()] {
            assert!(!String::from_utf8_lossy(&answer.body).contains(&second), "{path}");
        }
    }
}

#[tokio::test]
async fn a_phone_that_its_owner_stopped_signs_nothing_and_reads_nothing() {
    let office = PostOffice::founded().await.unwrap();
    office.settle().await.unwrap();
    let more = add_device(&office.estate, "wang", "wang's second");
    office.say("wang", more, vec![]).await.unwrap();
    let lost = Revoke { device: public("wang"), reason: RevokeReason::Lost };
    office.say("wang's second", lost, vec![]).await.unwrap();
    let left: Vec<_> = me(&office, "wang's second").await.devices.iter().map(|one| one.device).collect();
    assert_eq!(left, [public("wang's second")]);
    assert_eq!(office.get_as("wang", "/me").await.unwrap().code(), Code::KeyRevoked.to_string());
    let again = add_device(&office.estate, "wang", "wang's third");
    let submission = office.sign("wang", again, vec![]).await.unwrap();
    assert_eq!(office.send(&submission).await.unwrap().code(), Code::KeyRevoked.to_string());
    // A stranger stops nobody's phone.
    let foreign = Revoke { device: public("wang's second"), reason: RevokeReason::Stolen };
    let submission = office.sign("li", foreign, vec![]).await.unwrap();
    assert_eq!(office.send(&submission).await.unwrap().code(), Code::MissingCapability.to_string());
    // A letter puts its phone in the place of all others.
    office.letter(codes(&["wang"], 2, hour(12, 31, 0))).await.unwrap();
    let body = enrol(&office.estate, "wang", "wang's fourth", 2);
    office.say("wang's fourth", body, vec![consent()]).await.unwrap();
    let left: Vec<_> = me(&office, "wang's fourth").await.devices.iter().map(|one| one.device).collect();
    assert_eq!(left, [public("wang's fourth")]);
}
