//! What a server tells of ballots on paper: clerks what waits, voters that their sheet is in the count, nobody what is on it.

use axum::http::StatusCode;
use yishi_protocol::blob::BlobKind;
use yishi_protocol::body::{Body, Capability, Close, Confirm, Deny, Grant};
use yishi_protocol::course::{NextAct, Who};
use yishi_protocol::id::EntryId;
use yishi_protocol::projection::{AtHand, Ballot, Held, OwnPaper, Stub};
use yishi_protocol::rejection::Code;
use yishi_protocol::view::{
    CopyView, MeView, OwnSheet, OwnSheets, PaperHomes, PaperList, Served, SheetStanding, SheetView,
    SpeakerRole,
};
use yishi_server::clock::Clock;
use yishi_tests::deliveries::slips;
use yishi_tests::paper::{boxed, items, paper, paper_offices};
use yishi_tests::people::{party, person, public};
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::opened;
use yishi_tests::stairwell::{ballot, grant, hour};

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
async fn a_stub_shows_a_stranger_that_its_sheet_was_keyed_and_no_more() {
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
    // A stranger with the stub, who may have paid for it, is told no more than that it was keyed: what li did since is li's.
    let found = asked(7).await;
    assert_eq!((found.stated.standing, found.stated.boxed), (SheetStanding::Read, Some(true)));
    assert!(found.entries.is_empty() && found.stated.entry.is_none());
    office.say("li", Deny { agenda, sheet: 7 }, vec![]).await.unwrap();
    assert_eq!(asked(7).await.stated, found.stated);
    let told: Served<SheetView> = office.get_as("li", &path(7)).await.unwrap().json().unwrap();
    assert_eq!((told.stated.standing, told.stated.boxed), (SheetStanding::Denied, Some(true)));
    assert!(told.blobs.is_empty());
    let opened = opened(&office, &told).unwrap();
    let entry = opened.entry(&told.stated.entry.unwrap()).unwrap();
    let Body::Paper(body) = entry.entry.into_body() else { panic!("no reading") };
    assert_eq!((body.sheet, body.party, body.agenda), (7, party("li"), agenda));
}

/// The sheets of somebody's homes.
async fn own(office: &PostOffice, who: &str) -> Served<OwnSheets> {
    office.get_as(who, "/me/sheets").await.unwrap().json().unwrap()
}

#[tokio::test]
async fn an_owner_is_told_of_a_sheet_when_and_by_whom_it_was_keyed_and_may_deny_it() {
    let (office, agenda) = keyed().await;
    let sheets = own(&office, "li").await;
    assert!(sheets.blobs.is_empty(), "what is on it is not told");
    let papers = OwnPaper::all(&opened(&office, &sheets).unwrap(), sheets.stated.clone()).unwrap();
    let of = &papers[0];
    assert_eq!((papers.len(), of.party, of.view.sheet, of.assisted), (1, party("li"), 7, false));
    assert_eq!((of.keyed_ms, of.taken_ms), (of.taken_ms + 1, of.keyed_ms - 1));
    assert_eq!((of.view.may_deny, of.view.standing), (true, SheetStanding::Counts));
    let roles: Vec<_> = of.view.readers.iter().map(|clerk| clerk.role).collect();
    assert_eq!(roles, [SpeakerRole::Officer, SpeakerRole::Officer], "an office each, and no name");
    // Nobody else is told, not even whoever keyed it; feng's was read by one alone.
    for other in ["wang", "wu", "feng", "tenant"] {
        assert!(own(&office, other).await.stated.sheets.is_empty(), "{other}");
    }
    assert_eq!(office.get("/me/sheets").await.unwrap().status, StatusCode::UNAUTHORIZED);
    let waits = |me: Served<MeView>| -> Vec<_> {
        me.stated.queue.iter().filter(|one| one.act == NextAct::LookAtSheet).map(|one| one.who).collect()
    };
    let me = office.get_as("li", "/me").await.unwrap().json().unwrap();
    assert_eq!(waits(me), [Who::Owners]);

    office.say("li", Deny { agenda, sheet: 7 }, vec![]).await.unwrap();
    let after = own(&office, "li").await.stated.sheets.remove(0);
    assert_eq!((after.may_deny, after.standing), (false, SheetStanding::Denied));
    let me = office.get_as("li", "/me").await.unwrap().json().unwrap();
    assert_eq!(waits(me), []);
}

#[tokio::test]
async fn a_copy_has_each_reading_of_a_homes_sheets_and_how_a_notice_reached_it_and_nothing_of_others() {
    let (office, agenda) = keyed().await;
    let notice = office.state().await.unwrap().agenda(&agenda).unwrap().notice;
    let (body, blobs) = slips(&notice, &["feng", "li"], office.clock.now_ms().unwrap());
    office.say("host", body, blobs).await.unwrap();
    let copy = async |who: &str| {
        let copy: Served<CopyView> = office.get_as(who, "/me/copy").await.unwrap().json().unwrap();
        Held::of(&opened(&office, &copy).unwrap(), copy.stated.clone(), &person(who)).unwrap()
    };
    let li = copy("li").await;
    let read: Vec<_> = li.readings.iter().map(|one| (one.sheet, one.agenda)).collect();
    assert_eq!(read, [(7, agenda), (7, agenda)]);
    assert_eq!(li.ballots.iter().map(|ballot| ballot.sheet).collect::<Vec<_>>(), [None, Some(7)]);
    assert_eq!(copy("feng").await.readings.len(), 1, "also what one clerk alone has read");
    let of: Vec<_> = li.deliveries.iter().map(|one| (one.notice, one.row.party)).collect();
    assert_eq!(of, [(notice, party("li"))]);
    assert!(li.deliveries[0].slip.as_ref().is_some_and(AtHand::is_here));
    let served: Served<CopyView> = office.get_as("li", "/me/copy").await.unwrap().json().unwrap();
    let slips = served.blobs.iter().filter(|blob| blob.kind == BlobKind::Delivery).count();
    assert_eq!(slips, 1, "the document of another home is not theirs");
    let none = copy("wang").await;
    assert!(none.readings.is_empty() && none.deliveries.is_empty());
}

#[tokio::test]
async fn a_server_that_lies_about_sheets_is_not_believed() {
    let (office, agenda) = keyed().await;
    office.clock.set(hour(4, 4, 12));
    office.say("host", Close { agenda }, vec![]).await.unwrap();
    let sheets = own(&office, "li").await;
    let all = |view: OwnSheets| {
        let opened = opened(&office, &sheets).unwrap();
        OwnPaper::all(&opened, view).map_err(|refused| refused.code)
    };
    let one = &sheets.stated.sheets[0];
    assert!(all(sheets.stated.clone()).is_ok());
    let lies = [
        OwnSheet { sheet: 8, ..one.clone() },
        OwnSheet { agenda: EntryId::ZERO, ..one.clone() },
        OwnSheet { entry: EntryId::ZERO, ..one.clone() },
    ];
    for lie in lies {
        assert!(all(OwnSheets { sheets: vec![lie.clone()] }).is_err(), "{lie:?}");
    }
    let twice = OwnSheets { sheets: vec![one.clone(), one.clone()] };
    assert_eq!(all(twice), Err(Code::AnswerMismatch));
    let path = format!("/agendas/{agenda}/sheets/7");
    let told: Served<SheetView> = office.get_as("li", &path).await.unwrap().json().unwrap();
    let stub = |view: SheetView, of: (&EntryId, u32)| {
        let opened = opened(&office, &told).unwrap();
        Stub::of(&opened, view, of).map_err(|refused| refused.code)
    };
    assert!(stub(told.stated.clone(), (&agenda, 7)).unwrap().keyed_ms.is_some());
    assert_eq!(stub(told.stated.clone(), (&agenda, 8)), Err(Code::AnswerMismatch), "another sheet");
    assert_eq!(stub(told.stated.clone(), (&EntryId::ZERO, 7)), Err(Code::AnswerMismatch), "another vote");
    let moved = SheetView { sheet: 8, ..told.stated.clone() };
    assert_eq!(stub(moved, (&agenda, 8)), Err(Code::AnswerMismatch), "the entry is of sheet 7");
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
