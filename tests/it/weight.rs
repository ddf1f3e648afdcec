//! What a reader's homes count for in a vote, and why: by the roll of the notice and by nothing that a server says of it.

use axum::http::StatusCode;
use yishi_protocol::blob::{AreaSource, Blob};
use yishi_protocol::body::{Body, Class, Confirm, Open, RollChange, UnitKind};
use yishi_protocol::id::{EntryId, NoticeId};
use yishi_protocol::projection::{Weighed, Weights};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::view::{Served, SinceView, WeightView};
use yishi_tests::liar::Liar;
use yishi_tests::people::{party, person, public, set, unit};
use yishi_tests::post_office::{PostOffice, Vote};
use yishi_tests::shown::shown;
use yishi_tests::stairwell::{
    AREA_C, GARAGE, HEADS, Row, STAIRWELL, ballot, codes, consent, enrol, hour, notice, open, resolution,
    roll_page,
};

/// Li has sold to gao.
const SOLD: &[Row] = &[("gao", &["gao"], None, "102", STAIRWELL, UnitKind::Dwelling, 7658)];
/// The register had wang's first home 3 m² too large, and wang has bought a parking space.
const CORRECTED: &[Row] = &[
    ("wang", &["wang"], None, "101", STAIRWELL, UnitKind::Dwelling, 8637),
    ("wang", &["wang"], None, "B1-08", GARAGE, UnitKind::Parking, 1250),
];

/// Puts rows in force as a change of a roll.
async fn change(office: &PostOffice, base: EntryId, (upload, rows): (&str, &[Row]), area_c: u64) -> EntryId {
    let (page, blobs) = roll_page(upload, (0, 1), rows, &[]);
    office.say("host", page, blobs).await.unwrap();
    let set = Some(set(upload));
    let body = RollChange { area_c, base, gone: vec![], heads: HEADS, scopes: vec![], set };
    let entry = office.say("host", body, vec![]).await.unwrap().entry.id();
    office.say("root", Confirm { entry }, vec![]).await.unwrap();
    entry
}

async fn ask(office: &PostOffice, who: &str, vote: &Vote) -> Served<WeightView> {
    shown(office, Some(who), &format!("/agendas/{}/weight", vote.agenda)).await.unwrap()
}

fn read(
    office: &PostOffice,
    answer: &Served<WeightView>,
    (notice, who): (&NoticeId, &str),
) -> Result<Weights, Rejection> {
    let opened = answer.open((&office.estate, &public("log")), Body::decode)?;
    Weights::of(&opened, &answer.stated, notice, &person(who))
}

/// What somebody reads of their homes in a vote.
async fn told(office: &PostOffice, who: &str, vote: &Vote) -> Weights {
    read(office, &ask(office, who, vote).await, (&vote.notice, who)).unwrap()
}

/// A vote by a roll that was changed before its notice.
async fn voted_by_a_changed_roll() -> (PostOffice, Vote, EntryId) {
    let office = PostOffice::founded().await.unwrap();
    let first = office.settle().await.unwrap();
    let changed = change(&office, first, ("spring", CORRECTED), AREA_C - 300).await;
    office.clock.set(hour(3, 4, 10));
    let (body, blobs) = notice(changed, vec![resolution(1, Class::Ordinary)]);
    let notice = office.say("host", body, blobs).await.unwrap().entry.id();
    office.clock.set(hour(3, 20, 0));
    let body = Open { area_c: AREA_C - 300, ..open(notice, changed) };
    let agenda = office.say("host", body, vec![]).await.unwrap().entry.id();
    (office, Vote { agenda, notice, roll: changed }, first)
}

fn rooms(weighed: &Weighed) -> Vec<(String, Option<u64>, Option<bool>)> {
    let room = |address: Option<&String>| address.unwrap().trim_start_matches("1栋2单元").to_owned();
    let mut rooms: Vec<_> =
        weighed.units.iter().map(|unit| (room(unit.address.as_ref()), unit.area_c, unit.counts())).collect();
    rooms.sort();
    rooms
}

#[tokio::test]
async fn an_owner_of_several_homes_is_shown_one_head_and_what_counts() {
    let (office, vote, _) = voted_by_a_changed_roll().await;
    let wang = told(&office, "wang", &vote).await;
    assert!(wang.whole && wang.since.is_empty() && !wang.parking_counts);
    let [party] = wang.parties.as_slice() else { panic!("wang is one party") };
    let room = |room: &str, area_c, counts| (room.to_owned(), Some(area_c), Some(counts));
    assert_eq!(
        rooms(party),
        [room("101", 8637, true), room("201", 8937, true), room("B1-08", 1250, false)],
        "as the roll of the notice says, and no parking space"
    );
    assert_eq!(
        (party.area_c(), party.votes(), party.is_proven(&wang)),
        (Some(8637 + 8937), Some(true), true)
    );
    assert!(party.units.iter().all(|unit| unit.source == Some(AreaSource::Registered)));
    // A head of two owners; a parking space alone is none.
    let zhao = told(&office, "zhao", &vote).await;
    assert_eq!((zhao.parties[0].owners.len(), zhao.parties[0].area_c()), (2, Some(7658)));
    assert_eq!(zhao.notice, vote.notice);
    let host = told(&office, "host", &vote).await;
    assert!(host.parties.is_empty() && host.whole);
}

#[tokio::test]
async fn nobody_else_reads_what_the_homes_of_a_person_count_for() {
    let (office, vote, _) = voted_by_a_changed_roll().await;
    let path = format!("/agendas/{}/weight", vote.agenda);
    assert_eq!(office.get(&path).await.unwrap().status, StatusCode::UNAUTHORIZED);
    assert_eq!(office.get_as("li", "/agendas/none/weight").await.unwrap().status, StatusCode::NOT_FOUND);
    let (wang, li) = (ask(&office, "wang", &vote).await, ask(&office, "li", &vote).await);
    let mine: Vec<_> = wang.blobs.iter().map(Blob::id).collect();
    assert_eq!((mine.len(), li.blobs.len()), (6, 2));
    assert!(li.blobs.iter().all(|blob| !mine.contains(&blob.id())));
    // By the name of the notice as well, from the notice on.
    let noticed = shown(&office, Some("li"), &format!("/agendas/{}/weight", vote.notice)).await.unwrap();
    assert_eq!(li, noticed);
}

#[tokio::test]
async fn a_home_sold_after_the_notice_is_told_to_its_buyer_and_its_seller() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    change(&office, vote.roll, ("summer", SOLD), AREA_C).await;
    office.letter(codes(&["gao"], 1, hour(12, 31, 0))).await.unwrap();
    office.say("gao", enrol(&office.estate, "gao", "gao", 1), vec![consent()]).await.unwrap();

    let gao = told(&office, "gao", &vote).await;
    assert!(gao.parties.is_empty() && gao.whole, "no party of the roll of the notice");
    let [bought] = gao.since.as_slice() else { panic!("one home was bought") };
    assert_eq!(
        (bought.unit, bought.bought, bought.address.as_deref()),
        (unit("102"), true, Some("1栋2单元102"))
    );
    assert!(gao.roll_ms <= gao.noticed_ms);
    let li = told(&office, "li", &vote).await;
    assert_eq!((li.parties[0].area_c(), li.parties[0].is_proven(&li)), (Some(7658), true));
    assert!(matches!(li.since.as_slice(), [sold] if !sold.bought && sold.unit == unit("102")));
    // What is shown to the seller is of no use to tell somebody else that they bought it.
    let liar = Liar::of(&office).await.unwrap();
    let (wang, seller) = (ask(&office, "wang", &vote).await, ask(&office, "li", &vote).await);
    let lie = bent(&liar, &wang, |view| view.since.clone_from(&seller.stated.since));
    let refused = read(&office, &lie, (&vote.notice, "wang")).map(drop).map_err(|wrong| wrong.code);
    assert_eq!(refused, Err(Code::AnswerMismatch));
    // Nobody else is told of it, and the buyer of no area but their own.
    assert!(told(&office, "wang", &vote).await.since.is_empty());
    assert_eq!(ask(&office, "gao", &vote).await.blobs.len(), 1);

    let (body, blob) = ballot(vote.agenda, party("gao"), &[&[0]], None);
    let refused = office.sign("gao", body, vec![blob]).await.unwrap();
    assert_eq!(office.send(&refused).await.unwrap().code(), "NOT_ON_ROLL");
    let (body, blob) = ballot(vote.agenda, party("li"), &[&[0]], None);
    office.say("li", body, vec![blob]).await.unwrap();
}

/// An answer that a liar bent, with every entry of the log in it.
fn bent(liar: &Liar, honest: &Served<WeightView>, bend: impl FnOnce(&mut WeightView)) -> Served<WeightView> {
    let mut answer = Served { entries: liar.entries.values().cloned().collect(), ..honest.clone() };
    bend(&mut answer.stated);
    answer
}

/// Whether nothing is different but what is not at hand: an address, or the area of what does not count.
fn is_less(now: &Weighed, honest: &Weighed) -> bool {
    let mut filled = now.clone();
    for (now, honest) in filled.units.iter_mut().zip(&honest.units) {
        now.address = now.address.take().or_else(|| honest.address.clone());
        now.area_c = now.area_c.or(honest.area_c);
        now.source = now.source.or(honest.source);
    }
    filled == *honest && now.area_c() == honest.area_c()
}

#[tokio::test]
async fn whatever_a_server_says_of_it_no_other_weight_is_shown_as_proven() {
    let (office, vote, _) = voted_by_a_changed_roll().await;
    let mut liar = Liar::of(&office).await.unwrap();
    for who in ["wang", "li", "zhao"] {
        liar.learn(&ask(&office, who, &vote).await);
    }
    for who in ["wang", "li", "zhao", "host"] {
        let honest = ask(&office, who, &vote).await;
        let believed = read(&office, &honest, (&vote.notice, who)).unwrap();
        let mut refused = 0;
        for (lie, answer) in liar.lies(&honest) {
            let Ok(now) = read(&office, &answer, (&vote.notice, who)) else {
                refused += 1;
                continue;
            };
            assert_eq!(
                (now.notice, now.noticed_ms, now.roll),
                (believed.notice, believed.noticed_ms, believed.roll)
            );
            for weighed in now.parties.iter().filter(|weighed| weighed.is_proven(&now)) {
                let honest = believed.party(&weighed.party).unwrap();
                // That parking spaces count is not shown by this.
                let parking = now.parking_counts != believed.parking_counts;
                assert!(parking || is_less(weighed, honest), "{who}: {lie} is believed");
            }
            assert!(!now.whole || now.parties.len() == believed.parties.len(), "{who}: {lie} hides a party");
        }
        assert!(refused > 0);
    }
}

fn keep_back(view: &mut WeightView, place: usize) {
    view.pages.remove(place);
}

#[tokio::test]
async fn an_older_roll_another_party_and_a_home_left_out_are_refused_or_not_proven() {
    let (office, vote, first) = voted_by_a_changed_roll().await;
    let liar = Liar::of(&office).await.unwrap();
    let honest = ask(&office, "wang", &vote).await;
    let seen = |answer: &Served<WeightView>| read(&office, answer, (&vote.notice, "wang"));
    let code = |answer: &Served<WeightView>| seen(answer).map(drop).map_err(|wrong| wrong.code);
    assert_eq!(code(&bent(&liar, &honest, |_| {})), Ok(()), "more than is named may be shown");
    let mismatch = Err(Code::AnswerMismatch);
    assert_eq!(code(&bent(&liar, &honest, |view| view.rolls = vec![first])), mismatch, "an older roll");
    assert_eq!(code(&bent(&liar, &honest, |view| view.rolls.swap(0, 1))), mismatch, "the other way round");
    assert_eq!(code(&bent(&liar, &honest, |view| view.rolls.clear())), mismatch, "no roll");
    let twice = bent(&liar, &honest, |view| view.pages.push(view.pages[0]));
    assert_eq!(code(&twice), mismatch, "a page twice");
    let notice = vote.agenda;
    assert_eq!(code(&bent(&liar, &honest, |view| view.notice = notice)), mismatch, "no notice");
    assert_eq!(honest.stated.rolls.len(), 2);

    // Each page kept back: what it says is not shown, and what remains is not called proven.
    for place in 0..honest.stated.pages.len() {
        let answer = bent(&liar, &honest, |view| keep_back(view, place));
        let now = seen(&answer).unwrap();
        assert!(!now.whole && now.parties.iter().all(|weighed| !weighed.is_proven(&now)), "page {place}");
    }
    // The correction kept back: the old area is there, and it is not said that it holds.
    let newest = honest.stated.pages.len() - 1;
    let older = seen(&bent(&liar, &honest, |view| keep_back(view, newest))).unwrap();
    let old = older.parties[0].units.iter().find(|home| home.unit == unit("101")).unwrap();
    assert_eq!(
        (old.area_c.is_some(), old.current),
        (false, false),
        "the blob of a row that holds no more is not shown"
    );
    // The rolls cut short: nobody knows what lies where.
    let cut = seen(&bent(&liar, &honest, |view| {
        view.rolls.pop();
        view.pages.remove(0);
    }));
    assert!(cut.is_err() || !cut.unwrap().whole);

    // A home that changed hands, as pages say it and not a server.
    let [page, later] = [honest.stated.pages[0], honest.stated.pages[newest]];
    for (now, then) in [(page, later), (page, page), (later, page), (later, later)] {
        let lie = SinceView { now, owners: page, then, unit: unit("201") };
        assert_eq!(code(&bent(&liar, &honest, |view| view.since = vec![lie])), mismatch, "{now} {then}");
    }
}
