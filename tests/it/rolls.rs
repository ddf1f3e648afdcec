//! A roll that changes after it was brought: what whoever confirms is shown, who may read it, and what it does to votes.

use axum::http::StatusCode;
use yishi_protocol::body::{Class, Confirm, RollChange, UnitKind};
use yishi_protocol::id::EntryId;
use yishi_protocol::projection::{RollChanges, RollUnit, RollUnitChange};
use yishi_protocol::view::{RollDifference, RollTotals, RollView};
use yishi_tests::people::{party, person, set, unit};
use yishi_tests::post_office::{Failed, PostOffice};
use yishi_tests::shown::{opened, shown};
use yishi_tests::stairwell::{
    AREA_C, HEADS, ROLL, Row, STAIRWELL, ballot, codes, consent, enrol, hour, resolution, roll_page,
};

/// Li has sold to gao; feng's home is 0.42 m² smaller than it was thought to be.
const CHANGED: &[Row] = &[
    ("gao", &["gao"], None, "102", STAIRWELL, UnitKind::Dwelling, 7658),
    ("feng", &["feng"], None, "603", STAIRWELL, UnitKind::Dwelling, 7616),
];

/// Proposes that change, with 602 gone and 603 new, and returns its entry.
async fn propose(office: &PostOffice, base: EntryId) -> Result<EntryId, Failed> {
    let (page, blobs) = roll_page("summer", (0, 1), CHANGED, &[]);
    office.say("host", page, blobs).await?;
    let change = RollChange {
        area_c: AREA_C - 42,
        base,
        gone: vec![unit("602")],
        heads: HEADS,
        scopes: vec![],
        set: Some(set("summer")),
    };
    Ok(office.say("host", change, vec![]).await?.entry.id())
}

async fn difference(office: &PostOffice, reader: &str, entry: EntryId) -> RollChanges {
    let path = format!("/rolls/{entry}/difference");
    let answer = shown::<RollDifference>(office, Some(reader), &path).await.unwrap();
    RollChanges::of(&opened(office, &answer).unwrap(), answer.stated.clone())
}

fn room(view: Option<&RollUnit>) -> Option<String> {
    Some(view?.address()?.room)
}

/// The rooms before and after, and whose they are.
fn told(change: &RollUnitChange) -> (Option<String>, Option<String>, Vec<String>) {
    let names = |view: &RollUnit| {
        view.owners.iter().filter_map(|owner| Some(owner.named()?.name)).collect::<Vec<_>>()
    };
    let sides = [change.before.as_ref(), change.after.as_ref()];
    (room(sides[0]), room(sides[1]), sides.into_iter().flatten().flat_map(names).collect())
}

#[tokio::test]
async fn whoever_confirms_is_shown_what_a_change_changes() {
    let office = PostOffice::founded().await.unwrap();
    let base = office.settle().await.unwrap();
    let change = propose(&office, base).await.unwrap();
    for reader in ["host", "root"] {
        let found = difference(&office, reader, change).await;
        assert_eq!(found.before, Some(RollTotals { area_c: AREA_C, heads: HEADS }));
        assert_eq!(found.after, RollTotals { area_c: AREA_C - 42, heads: HEADS });
        let mut rows: Vec<_> = found.changes.iter().map(told).collect();
        rows.sort();
        let some = |room: &str| Some(room.to_owned());
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            rows,
            [
                (None, some("603"), names(&["feng"])),
                (some("102"), some("102"), names(&["li", "gao"])),
                (some("602"), None, names(&["feng"])),
            ]
        );
    }
    for (reader, status) in [("li", StatusCode::FORBIDDEN), ("gao", StatusCode::UNAUTHORIZED)] {
        for path in ["/roll".to_owned(), format!("/rolls/{change}/difference")] {
            assert_eq!(office.get_as(reader, &path).await.unwrap().status, status, "{reader} {path}");
            assert_eq!(office.get(&path).await.unwrap().status, StatusCode::UNAUTHORIZED, "{path}");
        }
    }
    // What has come into force waits no more, and there is nothing to compare.
    office.say("root", Confirm { entry: change }, vec![]).await.unwrap();
    let gone = office.get_as("host", &format!("/rolls/{change}/difference")).await.unwrap();
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    let now = shown::<RollView>(&office, Some("host"), "/roll").await.unwrap().stated;
    assert_eq!((now.roll, now.totals.unwrap().area_c), (Some(change), AREA_C - 42));
    assert_eq!(now.former, [(party("li"), vec![person("li")])]);
    assert_eq!((now.units.len(), now.next), (ROLL.len(), None));
}

#[tokio::test]
async fn a_home_sold_after_the_notice_votes_by_whoever_owned_it_then() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let change = propose(&office, vote.roll).await.unwrap();
    office.say("root", Confirm { entry: change }, vec![]).await.unwrap();
    office.letter(codes(&["gao"], 1, hour(12, 31, 0))).await.unwrap();
    office.say("gao", enrol(&office.estate, "gao", "gao", 1), vec![consent()]).await.unwrap();

    let (body, blob) = ballot(vote.agenda, party("gao"), &[&[0]], None);
    let refused = office.sign("gao", body, vec![blob]).await.unwrap();
    assert_eq!(office.send(&refused).await.unwrap().code(), "NOT_ON_ROLL");
    let (body, blob) = ballot(vote.agenda, party("li"), &[&[0]], None);
    office.say("li", body, vec![blob]).await.unwrap();
}
