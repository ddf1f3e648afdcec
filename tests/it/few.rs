//! What anybody may read of few homes, alone or from several answers together; and who reads the rest.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use proptest::prelude::*;
use yishi_protocol::body::{Action, Class, Close, Item, ItemTally, Notice, Tally, UnitKind};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::count::{Checks, Outcome, ResolutionCount, Weight, consent_share};
use yishi_protocol::few::{GROUP, OPTION, Posted, Sides, parts, posted, sides};
use yishi_protocol::id::{BlobId, EntryId, Hash, PartyId, UnitId};
use yishi_protocol::projection;
use yishi_protocol::state::{Map, Party, Roll, Unit};
use yishi_protocol::view::{MatterView, ResultView, ScopeList, Served};
use yishi_tests::matters::{answer, raise};
use yishi_tests::people::party;
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::{opened, shown};
use yishi_tests::stairwell::{AREA_C, HEADS, ballot, election, hour, notice, open, resolution};

/// The stairwell's vote, tallied: eight of eleven homes, one of them against.
async fn tallied() -> (PostOffice, EntryId, EntryId) {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    for name in ["wang", "li", "wu", "zheng", "chen", "chu", "wei", "feng"] {
        let (body, blob) = ballot(vote.agenda, party(name), &[&[u32::from(name == "feng")]], None);
        office.say(name, body, vec![blob]).await.unwrap();
    }
    office.clock.set(hour(4, 4, 0));
    office.say("host", Close { agenda: vote.agenda }, vec![]).await.unwrap();
    let draft = office.get_as("host", &format!("/agendas/{}/tally-draft", vote.agenda)).await.unwrap();
    let tally = office.say("host", draft.json::<Tally>().unwrap(), vec![]).await.unwrap().entry.id();
    (office, vote.agenda, tally)
}

#[tokio::test]
async fn a_stranger_cannot_tell_from_a_result_which_home_was_against() {
    let (office, agenda, tally) = tallied().await;
    let path = format!("/agendas/{agenda}/result");
    let answer: Served<ResultView> = shown(&office, None, &path).await.unwrap();
    let opened = opened(&office, &answer).unwrap();
    let vote = projection::Vote::of(&opened, &answer.stated.agenda, &agenda).unwrap();
    let stated = projection::Stated::of(&opened, &answer.stated).unwrap();
    assert!(vote.has_result, "which is no secret");
    assert_eq!(stated.tally, None);
    assert!(vote.totals_may_tell());
    // What follows is told to everybody; one home against, by its area, is nobody's to find.
    let merged =
        Posted { consenting: vec![None], other: None, outcome: Outcome::Passed, participating: None };
    assert_eq!(stated.posted, [merged]);
    assert!(answer.entries.iter().all(|proven| proven.id().unwrap() != tally));

    // Nor does the entry come another way, by its name or among a matter's acts.
    let refused = office.get(&format!("/entries/{tally}")).await.unwrap();
    assert_eq!((refused.status, refused.code().as_str()), (StatusCode::UNAUTHORIZED, "PASS_REQUIRED"));
    let light = format!("/light?estate={}&vote={agenda}", office.estate);
    let light = office.call(Request::get(light).body(Body::empty()).unwrap()).await.unwrap();
    let light = String::from_utf8(light.body).unwrap();
    assert!(light.contains("人数太少，不单列") && light.contains("不到 30 户"), "{light}");
}

#[tokio::test]
async fn a_stranger_reads_the_totals_of_few_among_no_acts_of_a_matter() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (body, blobs) = raise();
    let matter = office.say("li", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = answer(matter, Action::Accept, "收到了。");
    office.say("host", body, blobs).await.unwrap();
    let (of, text) = notice(vote.roll, vec![resolution(1, Class::Ordinary)]);
    let (opens_ms, closes_ms) = (hour(4, 10, 0), hour(4, 10, 0) + 15 * DAY_MS);
    let of = Notice { matter: Some(matter), opens_ms, closes_ms, ..of };
    let noticed = office.say("host", of, text).await.unwrap().entry.id();
    office.clock.set(hour(4, 9, 9));
    let agenda = office.say("host", open(noticed, vote.roll), vec![]).await.unwrap().entry.id();
    office.clock.set(closes_ms);
    office.say("host", Close { agenda }, vec![]).await.unwrap();
    let draft = office.get_as("host", &format!("/agendas/{agenda}/tally-draft")).await.unwrap();
    let tally = office.say("host", draft.json::<Tally>().unwrap(), vec![]).await.unwrap().entry.id();
    for (who, reads) in [(None, false), (Some("root"), false), (Some("tenant"), true)] {
        let answer: Served<MatterView> = shown(&office, who, &format!("/matters/{matter}")).await.unwrap();
        let opened = opened(&office, &answer).unwrap();
        let seen = projection::Matter::of(&opened, answer.stated.clone(), &matter).unwrap();
        assert_eq!(seen.trail.iter().any(|act| act.id == tally), reads, "{who:?}");
        assert_eq!(answer.entries.iter().any(|proven| proven.id().unwrap() == tally), reads, "{who:?}");
    }
}

#[tokio::test]
async fn people_of_the_estate_read_all_of_a_result_with_its_proof() {
    let (office, agenda, tally) = tallied().await;
    for who in ["wang", "tenant", "host"] {
        let answer: Served<ResultView> =
            shown(&office, Some(who), &format!("/agendas/{agenda}/result")).await.unwrap();
        let opened = opened(&office, &answer).unwrap();
        let stated = projection::Stated::of(&opened, &answer.stated).unwrap();
        let item = stated.tally.unwrap().items[0].clone();
        assert_eq!(
            (item.participating.heads, item.consenting[0].heads, item.other.heads),
            (8, 7, 1),
            "{who}"
        );
        assert_eq!(office.get_as(who, &format!("/entries/{tally}")).await.unwrap().status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_part_of_the_estate_has_exact_figures_for_those_who_open_votes_alone() {
    let (office, ..) = tallied().await;
    let told = async |who: Option<&str>| {
        let answer = match who {
            Some(who) => office.get_as(who, "/scopes").await,
            None => office.get("/scopes").await,
        };
        let list: ScopeList = answer.unwrap().json().unwrap();
        list.scopes.iter().map(|scope| (scope.heads, scope.area_c)).collect::<Vec<_>>()
    };
    let whole = (Some(HEADS), Some(AREA_C));
    for who in [None, Some("wang"), Some("tenant")] {
        assert_eq!(told(who).await, [whole, (Some(10), None), (Some(0), None)], "{who:?}");
    }
    assert_eq!(told(Some("host")).await, [whole, whole, (Some(0), Some(0))]);
}

#[tokio::test]
async fn an_answer_kept_by_one_reader_is_not_the_answer_for_another() {
    let (office, agenda, _) = tallied().await;
    let path = format!("/agendas/{agenda}/result");
    let (inside, outside) = (office.get_as("wang", &path).await.unwrap(), office.get(&path).await.unwrap());
    assert_ne!(inside.headers["etag"], outside.headers["etag"]);
    assert_eq!(inside.headers["vary"], "authorization");
}

/// A roll of one estate, scope 0, with these parts in it, each in an earlier one, and a home of one party for each scope named.
fn roll(parents: &[usize], homes: &[(u8, usize)]) -> Roll {
    let scope = |number: usize| u32::try_from(number).unwrap();
    let inner =
        parents.iter().enumerate().map(|(at, parent)| (scope(at + 1), Some(scope(*parent % (at + 1)))));
    let scopes: Map<u32, Option<u32>> = [(0, None)].into_iter().chain(inner).collect();
    let unit = |(number, (owner, at)): (usize, &(u8, usize))| {
        let mut id = [0; UnitId::LEN];
        id[0] = u8::try_from(number).unwrap();
        let unit = Unit {
            party: PartyId::from_bytes([*owner; PartyId::LEN]),
            scope: scope(at % scopes.len()),
            kind: UnitKind::Dwelling,
            facts: BlobId::ZERO,
            place: BlobId::ZERO,
            page: 0,
        };
        (UnitId::from_bytes(id), unit)
    };
    let units: Map<UnitId, Unit> = homes.iter().enumerate().map(unit).collect();
    let (parties, people) = (Map::<PartyId, Party>::new(), Map::new());
    Roll { area_c: 0, heads: 0, parties, people, index: 0, pages: vec![], set: None, units, scopes }
}

/// How many parties have a unit in some scopes.
fn heads(roll: &Roll, inside: impl Fn(u32) -> bool) -> usize {
    let units = roll.units.values().filter(|unit| inside(unit.scope));
    units.map(|unit| unit.party).collect::<BTreeSet<_>>().len()
}

/// Every sum of the rows, each taken up to twice, added or taken away, that counts each column once or not at all: the columns.
fn told_apart(rows: &[Vec<i32>]) -> BTreeSet<Vec<bool>> {
    let columns = rows.first().map_or(0, Vec::len);
    let mut found = BTreeSet::new();
    for mut choice in 0..5_u32.pow(u32::try_from(rows.len()).unwrap()) {
        let mut sum = vec![0; columns];
        for row in rows {
            let factor = i32::try_from(choice % 5).unwrap() - 2;
            choice /= 5;
            sum.iter_mut().zip(row).for_each(|(sum, cell)| *sum += factor * cell);
        }
        if sum.iter().all(|cell| matches!(cell, 0 | 1)) && sum.contains(&1) {
            found.insert(sum.iter().map(|cell| *cell == 1).collect());
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_figures_of_parts_leave_fewer_than_ten_homes(
        parents in prop::collection::vec(0_usize..6, 1..6),
        homes in prop::collection::vec((0_u8..60, 0_usize..6), 0..90),
    ) {
        let roll = roll(&parents, &homes);
        let told = parts(&roll, false);
        let scopes: Vec<u32> = roll.scopes.keys().copied().collect();
        let row = |outer: u32| scopes.iter().map(|scope| i32::from(roll.lies_in(*scope, outer))).collect::<Vec<_>>();
        let rows: Vec<Vec<i32>> = [0].into_iter().chain(told.keys().copied()).map(row).collect();
        for group in told_apart(&rows) {
            let inside = |scope: u32| scopes.iter().zip(&group).any(|(of, is_in)| *of == scope && *is_in);
            let found = heads(&roll, inside);
            // Of an estate of few the signed roll tells.
            prop_assert!(found == 0 || found >= GROUP || found == heads(&roll, |_| true), "{found}: {told:?}");
        }
        for (scope, heads_told) in &told {
            prop_assert_eq!(heads_told % 5, 0);
            let exact = u32::try_from(heads(&roll, |inner| roll.lies_in(inner, *scope))).unwrap();
            prop_assert!(exact - heads_told < 5);
        }
    }

    #[test]
    fn a_home_that_comes_or_goes_moves_no_figure_by_which_it_could_be_told(
        parents in prop::collection::vec(0_usize..6, 1..6),
        homes in prop::collection::vec((0_u8..60, 0_usize..6), 1..90),
    ) {
        let (before, after) = (roll(&parents, &homes), roll(&parents, &homes[1..]));
        let (before, after) = (parts(&before, false), parts(&after, false));
        for (scope, heads) in &before {
            // It is told in steps of five or is not told any more; and never an area.
            prop_assert!(after.get(scope).is_none_or(|later| heads - later == 0 || heads - later == 5));
        }
    }

    #[test]
    fn no_posted_figures_leave_fewer_than_five_homes(
        seats in 0_u32..4,
        candidates in 1_usize..4,
        absent in 0_u64..30,
        ballots in prop::collection::vec(0_u64..12, 8),
    ) {
        let (item, options) = match seats {
            0 => (resolution(1, Class::Ordinary), 1),
            _ => (Item { seats, ..election(1) }, candidates),
        };
        let most = usize::try_from(seats.max(1)).unwrap();
        // What a ballot can mark: each set of options up to so many; the empty one is blank, or against and abstain.
        let marks = |set: usize| (0..options).map(|at| set >> at & 1 == 1).collect::<Vec<_>>();
        let fits = |set: &usize| marks(*set).iter().filter(|mark| **mark).count() <= most;
        let kinds: Vec<(Vec<bool>, u64)> = (0..1 << options).filter(fits).map(|set| (marks(set), ballots[set])).collect();
        let weight = |heads: u64| Weight { area_c: heads * 100, heads };
        let of = |fits: &dyn Fn(&[bool]) -> bool| weight(kinds.iter().filter(|(marks, _)| fits(marks)).map(|(_, heads)| heads).sum());
        let tally = ItemTally {
            consenting: (0..options).map(|at| of(&|marks| marks[at])).collect(),
            other: of(&|marks| !marks.contains(&true)),
            outcome: Outcome::Passed,
            participating: of(&|_| true),
        };
        let entitled = u32::try_from(tally.participating.heads + absent).unwrap();
        let tally = Tally { agenda: EntryId::ZERO, counted_root: Hash::ZERO, items: vec![tally], voided: vec![] };
        let posted = posted(&tally, &[item], entitled).remove(0);

        // Every figure as the kinds of ballots in it; the last column are those who stayed away.
        let row = |away: bool, fits: &dyn Fn(&[bool]) -> bool| {
            let kinds = kinds.iter().map(|(marks, _)| i32::from(fits(marks)));
            kinds.chain([i32::from(away)]).collect::<Vec<i32>>()
        };
        let mut rows = vec![row(true, &|_| true)];
        rows.extend(posted.participating.map(|_| row(false, &|_| true)));
        rows.extend(posted.other.map(|_| row(false, &|marks| !marks.contains(&true))));
        let told = posted.consenting.iter().enumerate().filter(|(_, weight)| weight.is_some());
        rows.extend(told.map(|(at, _)| row(false, &|marks| marks[at])));
        let counts: Vec<u64> = kinds.iter().map(|(_, heads)| *heads).chain([absent]).collect();
        let away: Vec<bool> = counts.iter().enumerate().map(|(at, _)| at + 1 == counts.len()).collect();
        for group in told_apart(&rows) {
            let heads: u64 = counts.iter().zip(&group).filter(|(_, is_in)| **is_in).map(|(heads, _)| heads).sum();
            let all = group.iter().all(|is_in| *is_in);
            prop_assert!(heads >= OPTION || all || (heads == 0 && group == away), "{heads} {group:?} {posted:?}");
        }
        if posted.is_whole() {
            prop_assert_eq!(posted.consenting.iter().flatten().copied().collect::<Vec<_>>(), tally.items[0].consenting.clone());
        }
    }
}

#[test]
fn of_many_homes_a_result_is_told_whole() {
    let weight = |heads: u64| Weight { area_c: heads * 8937, heads };
    let item = ItemTally {
        consenting: vec![weight(430)],
        other: weight(99),
        outcome: Outcome::Passed,
        participating: weight(529),
    };
    let tally = Tally { agenda: EntryId::ZERO, counted_root: Hash::ZERO, items: vec![item], voided: vec![] };
    assert!(posted(&tally, &[resolution(1, Class::Ordinary)], 739)[0].is_whole());
    // Three against are told with all others as who took part.
    let mut few = tally;
    few.items[0].consenting = vec![weight(526)];
    few.items[0].other = weight(3);
    let told = posted(&few, &[resolution(1, Class::Ordinary)], 739).remove(0);
    assert_eq!((told.participating, told.other, told.consenting), (Some(weight(529)), None, vec![None]));
}

#[test]
fn against_and_abstained_are_told_apart_of_five_heads_each() {
    let weight = |heads: u64| Weight { area_c: heads * 8937, heads };
    let counted = |against: u64, abstain: u64, conformed: u64| {
        let (consenting, against, abstain) = (weight(40), weight(against), weight(abstain));
        let participating = consenting.plus(against).plus(abstain);
        let checks = Checks::new(participating, consenting, weight(99), consent_share(Class::Ordinary, None));
        let (conformed, outcome) = (weight(conformed), checks.outcome());
        ResolutionCount { participating, consenting, against, abstain, conformed, checks, outcome }
    };
    let told = |count: &ResolutionCount, other: u64| {
        let posted = Posted {
            consenting: vec![Some(count.consenting)],
            other: Some(weight(other)),
            outcome: count.outcome,
            participating: Some(count.participating),
        };
        let merged = Posted { other: None, ..posted.clone() };
        assert_eq!(sides(count, &merged), None, "what is merged is not taken apart");
        sides(count, &posted)
    };
    let apart = Sides { abstain: weight(5), against: weight(7) };
    assert_eq!(told(&counted(7, 5, 0), 12), Some(apart));
    // One to four are nobody's to find, and neither is that there are none: that would tell what all the others chose.
    for few in 0..5 {
        assert_eq!(told(&counted(few, 30, 0), 30 + few), None, "{few} against");
        assert_eq!(told(&counted(30, few, 0), 30 + few), None, "{few} abstained");
    }
    // How many were silent is told elsewhere: taken away, it leaves two who were against.
    assert_eq!(told(&counted(22, 6, 20), 28), None);
    // Nor are they told where they are not what the stated totals leave over.
    assert_eq!(told(&counted(7, 5, 0), 13), None);
}

#[test]
fn more_seats_than_candidates_hide_no_group_either() {
    let weight = |heads: u64| Weight { area_c: heads * 8937, heads };
    // Five marked each of two candidates and five none, so that nobody marked both: the figures would say so.
    let item = ItemTally {
        consenting: vec![weight(5), weight(5)],
        other: weight(5),
        outcome: Outcome::ElectionFailed,
        participating: weight(15),
    };
    let tally = Tally { agenda: EntryId::ZERO, counted_root: Hash::ZERO, items: vec![item], voided: vec![] };
    for seats in [2, 3, 64] {
        let item = Item { seats, options: vec!["A".to_owned(), "B".to_owned()], ..election(1) };
        assert_eq!(posted(&tally, &[item], 30)[0].other, None, "{seats}");
    }
}
