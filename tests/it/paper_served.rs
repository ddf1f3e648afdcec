//! What a server tells of ballots on paper: clerks what waits, voters that their sheet is in the count, nobody what is on it.

use axum::http::StatusCode;
use yishi_protocol::body::{Body, Capability, Class, Close, Confirm, Deny, Grant, Item};
use yishi_protocol::id::EntryId;
use yishi_protocol::projection::Ballot;
use yishi_protocol::view::{MeView, PaperHomes, PaperList, Served, SheetStanding, SheetView};
use yishi_server::clock::Clock;
use yishi_tests::paper::{boxed, paper, paper_offices};
use yishi_tests::people::{party, public};
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::opened;
use yishi_tests::stairwell::{ballot, grant, hour, resolution};

fn items() -> Vec<Item> {
    vec![resolution(1, Class::Ordinary)]
}

/// A vote of which two take paper, and the sheet of li, who had voted online, read alike by two.
async fn keyed() -> (PostOffice, EntryId) {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(items()).await.unwrap();
    for (root, name, of) in paper_offices().into_iter().take(2) {
        let give: Grant =
            grant(&office.state().await.unwrap(), name, of, &[Capability::Paper], hour(12, 31, 0));
        office.say(root, give, vec![]).await.unwrap();
    }
    let (body, blob) = ballot(vote.agenda, party("li"), &[&[1]], None);
    office.say("li", body, vec![blob]).await.unwrap();
    let now_ms = office.clock.now_ms().unwrap();
    office.clock.set(now_ms + 2);
    for clerk in ["wu", "zheng"] {
        let (body, marks) = paper((vote.agenda, &items()), (7, "li"), &[&[0]], now_ms + 1);
        office.say(clerk, body, marks).await.unwrap();
    }
    let (body, marks) = paper((vote.agenda, &items()), (8, "feng"), &[&[0]], now_ms + 1);
    office.say("wu", body, marks).await.unwrap();
    (office, vote.agenda)
}

#[tokio::test]
async fn clerks_see_which_sheets_wait_and_nobody_what_another_has_read() {
    let (office, agenda) = keyed().await;
    let path = format!("/agendas/{agenda}/papers");
    for who in ["li", "tenant", "host"] {
        let answer = office.get_as(who, &path).await.unwrap();
        let may = who == "host";
        assert_eq!(answer.status == StatusCode::OK, may, "{who}");
    }
    let answer = office.get_as("zheng", &path).await.unwrap();
    let list: PaperList = answer.json().unwrap();
    let rows: Vec<_> =
        list.sheets.iter().map(|row| (row.sheet, row.counted, row.mine, row.readers)).collect();
    assert_eq!(rows, [(7, true, true, 2), (8, false, false, 1)]);
    let told = String::from_utf8_lossy(&answer.body).into_owned();
    for home in ["li", "feng"] {
        assert!(!told.contains(&party(home).to_string()), "nor for whom it was");
    }
    let homes: PaperHomes =
        office.get_as("zheng", &format!("/agendas/{agenda}/homes")).await.unwrap().json().unwrap();
    let of = |home: &str| homes.homes.iter().find(|of| of.party == party(home)).unwrap();
    assert_eq!(of("wang").places, ["1栋2单元101", "1栋2单元201"]);
    assert!(of("wang").owners.is_empty(), "an only owner is nobody to choose from");
    let names: Vec<_> = of("zhao-qian").owners.iter().filter_map(|owner| owner.name.as_deref()).collect();
    assert_eq!((homes.homes.len(), names.len()), (11, 2));
    assert!(homes.homes.iter().all(|of| of.party != party("parker")), "who has no vote is not there");
}

#[tokio::test]
async fn a_stub_shows_that_the_sheet_counts_and_never_what_is_on_it() {
    let (office, agenda) = keyed().await;
    let path = |sheet: u32| format!("/agendas/{agenda}/sheets/{sheet}");
    let asked =
        async |sheet: u32| -> Served<SheetView> { office.get(&path(sheet)).await.unwrap().json().unwrap() };
    let running = asked(7).await;
    assert_eq!((running.stated.standing, running.stated.entry), (SheetStanding::Read, None));
    assert!(running.entries.is_empty(), "while the vote runs it tells of no home");
    assert_eq!(asked(8).await.stated.standing, SheetStanding::Unread);
    assert_eq!(office.get(&path(9)).await.unwrap().status, StatusCode::NOT_FOUND);

    office.clock.set(hour(4, 4, 1));
    let counted = office.say("wu", boxed(agenda, &[7]), vec![]).await.unwrap().entry.id();
    office.say("zheng", Confirm { entry: counted }, vec![]).await.unwrap();
    office.say("host", Close { agenda }, vec![]).await.unwrap();
    let told = asked(7).await;
    assert_eq!((told.stated.standing, told.stated.boxed), (SheetStanding::Counts, Some(true)));
    assert!(told.blobs.is_empty());
    let opened = opened(&office, &told).unwrap();
    let entry = opened.entry(&told.stated.entry.unwrap()).unwrap();
    let Body::Paper(body) = entry.entry.into_body() else { panic!("no reading") };
    assert_eq!((body.sheet, body.party, body.agenda), (7, party("li"), agenda));
}

#[tokio::test]
async fn an_owner_sees_that_paper_came_in_place_of_their_ballot() {
    let (office, agenda) = keyed().await;
    let me: Served<MeView> = office.get_as("li", "/me").await.unwrap().json().unwrap();
    let opened = opened(&office, &me).unwrap();
    let ballots = Ballot::all(&opened, &me.stated.ballots, (&me.stated.rights, &public("li"))).unwrap();
    let seen: Vec<_> = ballots.iter().map(|ballot| (ballot.sheet, ballot.own, ballot.stands)).collect();
    assert_eq!(seen, [(None, true, false), (Some(7), false, true)]);
    let on_sheet = ballots[1].opening(&opened).unwrap();
    assert!(on_sheet.as_ref().is_none(), "what is on it is not theirs to read here: {on_sheet:?}");
    let deny = Deny { agenda, sheet: 7 };
    office.say("li", deny, vec![]).await.unwrap();
    let me: Served<MeView> = office.get_as("li", "/me").await.unwrap().json().unwrap();
    let stands: Vec<_> = me.stated.ballots.iter().map(|ballot| ballot.stands).collect();
    assert_eq!(stands, [true, false]);
}
