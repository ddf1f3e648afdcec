//! What a server tells neighbours of a demand, and what it reads for whoever asks again and again.

use std::sync::Arc;

use yishi_protocol::body::{Confirm, RequisitionStep, RollChange, UnitKind};
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;
use yishi_protocol::view::{DemandArea, RequisitionView};
use yishi_server::lock::MemoryLock;
use yishi_tests::faults::Counted;
use yishi_tests::matters::{raise, requisition};
use yishi_tests::people::set;
use yishi_tests::post_office::PostOffice;
use yishi_tests::stairwell::{AREA_C, HEADS, STAIRWELL, roll_page};

use RequisitionStep::{HandIn, Sign};

/// An estate where the developer's unit has become so large that three homes are a fifth of the heads and not of the area.
async fn with_a_large_unit(office: &PostOffice) -> EntryId {
    let base = office.settle().await.unwrap();
    let large =
        [("developer", &["developer"] as &[&str], None, "601", STAIRWELL, UnitKind::Dwelling, 100_000)];
    let (page, blobs) = roll_page("large", (0, 1), &large, &[]);
    office.say("host", page, blobs).await.unwrap();
    let area_c = AREA_C - 8_937 + 100_000;
    let change =
        RollChange { area_c, base, gone: vec![], heads: HEADS, scopes: vec![], set: Some(set("large")) };
    let entry = office.say("host", change, vec![]).await.unwrap().entry.id();
    office.say("root", Confirm { entry }, vec![]).await.unwrap();
    let (body, blobs) = raise();
    office.say("wang", body, blobs).await.unwrap().entry.id()
}

async fn hands_in(office: &PostOffice, matter: EntryId, name: &str) -> String {
    let sent = office.sign(name, requisition(matter, name, HandIn), vec![]).await.unwrap();
    office.send(&sent).await.unwrap().code()
}

async fn told(office: &PostOffice, matter: EntryId) -> RequisitionView {
    let answer = office.get_as("li", &format!("/matters/{matter}/requisition")).await.unwrap();
    answer.json().unwrap()
}

#[tokio::test]
async fn whoever_hands_in_too_few_again_and_again_has_the_areas_read_once() {
    let store: Arc<Counted> = Arc::default();
    let office = PostOffice::founded_in(Arc::clone(&store) as _, Arc::<MemoryLock>::default()).await.unwrap();
    let matter = with_a_large_unit(&office).await;
    for name in ["li", "wu", "wei"] {
        office.say(name, requisition(matter, name, Sign), vec![]).await.unwrap();
    }
    let short = Code::RequisitionShort.as_str();
    let before = store.asked();
    assert_eq!(hands_in(&office, matter, "li").await, short);
    let once = store.asked();
    assert!(once.1 > before.1, "the areas decide");
    for name in ["li", "wu", "wei", "li"] {
        assert_eq!(hands_in(&office, matter, name).await, short);
        assert_eq!(told(&office, matter).await.area, Some(DemandArea::Half));
    }
    assert_eq!(store.asked(), once, "nothing was signed since");
    // With another signature they are read again, and with enough of them it is taken.
    office.say("chen", requisition(matter, "chen", Sign), vec![]).await.unwrap();
    assert_eq!(hands_in(&office, matter, "chen").await, short);
    assert!(store.asked().1 > once.1);
    office.say("chu", requisition(matter, "chu", Sign), vec![]).await.unwrap();
    office.say("chu", requisition(matter, "chu", HandIn), vec![]).await.unwrap();
    assert_eq!(told(&office, matter).await.area, None, "nothing is signed any more");
}

#[tokio::test]
async fn of_the_area_neighbours_are_told_no_figure_and_only_two_steps() {
    let office = PostOffice::founded().await.unwrap();
    let matter = with_a_large_unit(&office).await;
    // A fifth of 190,633 is 38,127: three homes are half of it, five all of it.
    let mut seen = Vec::new();
    for name in ["li", "wu", "wei", "chen", "chu"] {
        seen.push(told(&office, matter).await.area.unwrap());
        office.say(name, requisition(matter, name, Sign), vec![]).await.unwrap();
    }
    let answer = office.get_as("li", &format!("/matters/{matter}/requisition")).await.unwrap();
    let text = String::from_utf8(answer.body).unwrap();
    assert!(!text.contains("area_c"), "{text}");
    seen.push(told(&office, matter).await.area.unwrap());
    let steps = seen.windows(2).filter(|pair| pair[0] != pair[1]).count();
    assert!(seen.is_sorted() && steps <= 2, "{seen:?}");
    assert_eq!((seen[0], seen[5]), (DemandArea::Little, DemandArea::Enough));
}
