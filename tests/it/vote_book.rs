//! `VoteBook::judge` on what no log shows at once: mandates in any order, papers, late keying.

use std::collections::BTreeMap;

use proptest::prelude::*;
use yishi_protocol::bylaws::Joint;
use yishi_protocol::count::{By, Cast, Channel, Mandate, Mark, Ruling, Settled, VoteBook, Voter, Voters};
use yishi_protocol::rejection::Code;

type Book = VoteBook<&'static str, &'static str>;

/// Everyone is on the roll but `nobody`; names with a `+` are jointly owned.
struct Roll(BTreeMap<&'static str, &'static str>);

impl Voters<&'static str, &'static str> for Roll {
    fn voter(&self, party: &&'static str) -> Option<Voter<&'static str>> {
        match *party {
            "nobody" => None,
            joint if joint.contains('+') => Some(Voter::Joint { representative: self.0.get(joint).copied() }),
            _ => Some(Voter::Sole),
        }
    }

    /// `a`, `b` and `c` gave `p` a mandate, and `a` one to the desk.
    fn mandate(&self, cast: &Cast<&'static str, &'static str>) -> Option<Mandate> {
        match (cast.party, &cast.by) {
            ("a" | "b" | "c", By::Proxy("p")) => Some(Mandate { barred: false }),
            ("a", By::Proxy("desk")) => Some(Mandate { barred: true }),
            _ => None,
        }
    }
}

const ROLL: Roll = Roll(BTreeMap::new());

fn book() -> Book {
    VoteBook::new(10, 20, 2, Joint::Representative)
}

fn cast(number: u64, at: u64, party: &'static str, by: By<&'static str>) -> Cast<&'static str, &'static str> {
    Cast { number, at, party, by, channel: Channel::Online, valid: true, represented_by: None }
}

/// Judges and records, as a log's door does.
fn put(book: &mut Book, roll: &Roll, cast: Cast<&'static str, &'static str>) -> Ruling {
    let judgement = book.judge(roll, &cast);
    book.record(cast, judgement);
    judgement.ruling
}

fn standing(settled: &Settled<&'static str>) -> Vec<(&'static str, u64)> {
    settled.standing.clone()
}

const STANDS: Ruling = Ruling::Accepted { supersedes: None };

#[test]
fn the_window_is_half_open() {
    let mut book = book();
    assert_eq!(put(&mut book, &ROLL, cast(1, 9, "a", By::Owner)), Ruling::Refused(Code::OutsideWindow));
    assert_eq!(put(&mut book, &ROLL, cast(2, 10, "a", By::Owner)), STANDS);
    assert_eq!(put(&mut book, &ROLL, cast(3, 19, "b", By::Owner)), STANDS);
    assert_eq!(put(&mut book, &ROLL, cast(4, 20, "c", By::Owner)), Ruling::Refused(Code::OutsideWindow));
    assert_eq!(put(&mut book, &ROLL, cast(5, 20, "nobody", By::Owner)), Ruling::Refused(Code::NotOnRoll));
}

#[test]
fn a_proxy_acts_for_a_limited_number_of_parties_in_order_of_asking() {
    let mut book = book();
    assert_eq!(put(&mut book, &ROLL, cast(1, 10, "x", By::Proxy("p"))), Ruling::Refused(Code::NoMandate));
    assert_eq!(put(&mut book, &ROLL, cast(2, 10, "a", By::Proxy("p"))), STANDS);
    assert_eq!(
        put(&mut book, &ROLL, cast(3, 11, "a", By::Proxy("p"))),
        Ruling::Accepted { supersedes: Some(2) }
    );
    assert_eq!(put(&mut book, &ROLL, cast(4, 12, "b", By::Proxy("p"))), STANDS);
    assert_eq!(put(&mut book, &ROLL, cast(5, 13, "c", By::Proxy("p"))), Ruling::Refused(Code::ProxyLimit));
    // A place taken stays taken, even after the owner's own ballot.
    assert_eq!(put(&mut book, &ROLL, cast(6, 14, "a", By::Owner)), Ruling::Accepted { supersedes: Some(3) });
    assert_eq!(put(&mut book, &ROLL, cast(7, 15, "c", By::Proxy("p"))), Ruling::Refused(Code::ProxyLimit));
}

#[test]
fn a_place_is_taken_even_where_the_owner_prevails() {
    let mut book = book();
    put(&mut book, &ROLL, cast(1, 10, "a", By::Owner));
    assert_eq!(put(&mut book, &ROLL, cast(2, 11, "a", By::Proxy("p"))), Ruling::Refused(Code::OwnerPrevails));
    assert_eq!(put(&mut book, &ROLL, cast(3, 12, "b", By::Proxy("p"))), STANDS);
    assert_eq!(put(&mut book, &ROLL, cast(4, 13, "c", By::Proxy("p"))), Ruling::Refused(Code::ProxyLimit));
}

#[test]
fn the_managers_staff_cannot_act_for_an_owner() {
    let mut book = book();
    assert_eq!(
        put(&mut book, &ROLL, cast(1, 10, "a", By::Proxy("desk"))),
        Ruling::Refused(Code::ProxyBarred)
    );
}

#[test]
fn a_held_ballot_counts_once_its_author_is_named() {
    let mut book = book();
    assert_eq!(put(&mut book, &ROLL, cast(1, 10, "a+b", By::CoOwner("a"))), Ruling::Held);
    assert_eq!(put(&mut book, &ROLL, cast(2, 11, "a+b", By::CoOwner("b"))), Ruling::Held);
    assert_eq!(standing(&book.settle(&ROLL)), []);
    let named = Roll(BTreeMap::from([("a+b", "b")]));
    let settled = book.settle(&named);
    assert_eq!(standing(&settled), [("a+b", 2)]);
    assert_eq!(settled.trail[0].mark, Mark::Rejected(Code::NotRepresentative));
}

#[test]
fn a_later_representative_does_not_undo_what_the_earlier_one_cast() {
    let mut book = book();
    let first = Roll(BTreeMap::from([("a+b", "a")]));
    let ballot = Cast { represented_by: Some("a"), ..cast(1, 10, "a+b", By::CoOwner("a")) };
    assert_eq!(put(&mut book, &first, ballot), STANDS);
    let second = Roll(BTreeMap::from([("a+b", "b")]));
    assert_eq!(standing(&book.settle(&second)), [("a+b", 1)]);
}

#[test]
fn an_invalid_paper_does_not_take_away_a_valid_ballot() {
    let mut book = book();
    put(&mut book, &ROLL, cast(1, 10, "a", By::Owner));
    let paper = |number, at, party, valid| Cast {
        channel: Channel::Paper,
        valid,
        ..cast(number, at, party, By::Owner)
    };
    assert_eq!(put(&mut book, &ROLL, paper(2, 11, "a", false)), Ruling::Refused(Code::InvalidBallot));
    assert_eq!(put(&mut book, &ROLL, paper(3, 12, "b", false)), STANDS);
    assert_eq!(put(&mut book, &ROLL, paper(4, 13, "b", true)), Ruling::Accepted { supersedes: Some(3) });
    assert_eq!(standing(&book.settle(&ROLL)), [("a", 1), ("b", 4)]);
}

#[test]
fn a_proxy_may_vote_where_the_owners_paper_was_invalid() {
    let mut book = book();
    let paper = Cast { channel: Channel::Paper, valid: false, ..cast(1, 10, "a", By::Owner) };
    put(&mut book, &ROLL, paper);
    assert_eq!(
        put(&mut book, &ROLL, cast(2, 11, "a", By::Proxy("p"))),
        Ruling::Accepted { supersedes: Some(1) }
    );
}

#[test]
fn a_paper_keyed_late_finds_its_place_by_when_it_was_taken() {
    let mut book = book();
    put(&mut book, &ROLL, cast(5, 15, "a", By::Owner));
    let paper = Cast { channel: Channel::Paper, ..cast(9, 12, "a", By::Owner) };
    put(&mut book, &ROLL, paper);
    let settled = book.settle(&ROLL);
    assert_eq!(standing(&settled), [("a", 5)], "the online ballot was cast after the paper");
    let marks: Vec<_> = settled.trail.iter().map(|line| (line.number, line.mark)).collect();
    let expected = [
        (9, Mark::Accepted(Channel::Paper)),
        (9, Mark::SupersededBy(5)),
        (5, Mark::Accepted(Channel::Online)),
    ];
    assert_eq!(marks, expected);
}

fn any_cast() -> impl Strategy<Value = Cast<&'static str, &'static str>> {
    let by = prop_oneof![
        4 => Just(By::Owner),
        2 => Just(By::Proxy("p")),
        1 => Just(By::Proxy("q")),
        1 => Just(By::CoOwner("a")),
        1 => Just(By::CoOwner("b")),
    ];
    let party = prop_oneof![Just("a"), Just("b"), Just("c"), Just("a+b"), Just("nobody")];
    (8_u64..22, party, by, any::<bool>())
        .prop_map(|(at, party, by, valid)| Cast { valid, ..cast(0, at, party, by) })
}

proptest! {
    /// In whatever order casts arrive, what was cast when decides.
    #[test]
    fn the_order_of_arrival_does_not_matter(
        casts in prop::collection::vec(any_cast(), 0..14),
        order in any::<prop::sample::Index>(),
    ) {
        let numbered: Vec<_> = casts.into_iter().zip(1..).map(|(cast, number)| Cast { number, ..cast }).collect();
        let mut shuffled = numbered.clone();
        if !shuffled.is_empty() {
            let by = order.index(shuffled.len());
            shuffled.rotate_left(by);
            shuffled.reverse();
        }
        let settle = |casts: Vec<Cast<_, _>>| {
            let mut book = book();
            for cast in casts {
                put(&mut book, &ROLL, cast);
            }
            book.settle(&ROLL)
        };
        let settled = settle(numbered);
        prop_assert_eq!(settle(shuffled), settled.clone());
        let mut parties: Vec<_> = settled.standing.iter().map(|(party, _)| party).collect();
        parties.sort_unstable();
        parties.dedup();
        prop_assert_eq!(parties.len(), settled.standing.len(), "a party stands once");
    }
}
