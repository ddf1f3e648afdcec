//! Each ledger has its keeper, and its balance goes on from disclosure to disclosure, over whatever days lie between.

use yishi_protocol::body::{Capability, Disclosure, Grant, LedgerSums, OrgKind, Reach, Role};
use yishi_protocol::id::EntryId;
use yishi_protocol::ledger::Ledger;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_tests::matters::{day, manager_grant};
use yishi_tests::stairwell::{grant, hour, listed};
use yishi_tests::story::Story;

const KEEPS_BOOKS: &[Capability] = &[Capability::Disclosure];

/// The stairwell in July, with the manager in office.
fn july() -> Story {
    let (mut story, _) = listed().unwrap();
    let (body, blobs) = manager_grant(story.log.state(), hour(12, 31, 0));
    story.say("root", body, blobs).unwrap();
    story.now_ms = hour(7, 1, 9);
    story
}

/// The books of a ledger in which nothing moves, or a sum comes in.
fn books(ledger: Ledger, (from_day, to_day): (u32, u32), opening_fen: i64) -> Disclosure {
    let sums = LedgerSums { closing_fen: opening_fen, in_fen: 0, ledger, opening_fen, out_fen: 0 };
    Disclosure { from_day, ledgers: vec![sums], pages: vec![], to_day }
}

fn discloses(story: &mut Story, who: &str, body: Disclosure) -> Result<EntryId, Code> {
    story.say_id(who, body, vec![]).map_err(|refused: Rejection| refused.code)
}

const MARCH: (u32, u32) = (20513, 20543);

#[test]
fn a_manager_does_not_take_the_committees_ledger() {
    assert_eq!(MARCH, (day(3, 1), day(3, 31)));
    let mut story = july();
    for ledger in Ledger::ALL {
        let body = books(*ledger, MARCH, 0);
        let managers = *ledger != Ledger::CommitteeFunds;
        let (keeper, other) = if managers { ("manager", "host") } else { ("host", "manager") };
        let refused = discloses(&mut story, other, body.clone());
        assert_eq!(refused, Err(Code::OutOfReach), "{other} tells {ledger:?} first, with a false balance");
        discloses(&mut story, keeper, body).unwrap();
    }
    // Nor beside one of its own.
    let mut both = books(Ledger::PropertyService, (day(4, 1), day(4, 30)), 0);
    both.ledgers.extend(books(Ledger::CommitteeFunds, (day(4, 1), day(4, 30)), 0).ledgers);
    assert_eq!(discloses(&mut story, "manager", both), Err(Code::OutOfReach));
}

#[test]
fn a_ledger_that_an_office_names_is_reached_whoever_keeps_it() {
    let mut story = july();
    let bookkeeper =
        grant(story.log.state(), "wu", (OrgKind::Committee, Role::Bookkeeper), KEEPS_BOOKS, hour(12, 31, 0));
    let reach = Reach { ledgers: Some(vec![Ledger::CommonRevenue]), ..Reach::default() };
    story.say("root", Grant { reach, ..bookkeeper }, vec![]).unwrap();
    discloses(&mut story, "wu", books(Ledger::CommonRevenue, MARCH, 0)).unwrap();
    for other in [Ledger::CommitteeFunds, Ledger::PropertyService] {
        assert_eq!(discloses(&mut story, "wu", books(other, MARCH, 0)), Err(Code::OutOfReach));
    }
}

#[test]
fn nobody_hands_on_a_ledger_that_is_neither_theirs_nor_the_receivers() {
    let mut story = july();
    let office = |story: &Story, name, kind, ledgers: Option<Vec<Ledger>>| {
        let body = grant(story.log.state(), name, (kind, Role::Bookkeeper), KEEPS_BOOKS, hour(12, 31, 0));
        Grant { reach: Reach { ledgers, ..Reach::default() }, ..body }
    };
    let tries = |story: &Story, kind, ledgers| {
        let body = office(story, "wu", kind, ledgers);
        story.clone().say("host", body, vec![]).map(drop).map_err(|refused| refused.code)
    };
    // The chair keeps the committee's books, and lets the manager's keep theirs.
    assert_eq!(tries(&story, OrgKind::Committee, None), Ok(()));
    assert_eq!(tries(&story, OrgKind::Committee, Some(vec![Ledger::CommitteeFunds])), Ok(()));
    assert_eq!(tries(&story, OrgKind::Manager, None), Ok(()));
    assert_eq!(tries(&story, OrgKind::Manager, Some(vec![Ledger::CommonRevenue])), Ok(()));
    // The chair makes no second keeper of the manager's.
    let theirs = Some(vec![Ledger::PropertyService]);
    assert_eq!(tries(&story, OrgKind::Committee, theirs.clone()), Err(Code::GrantWidens));
    let body = office(&story, "wu", OrgKind::Committee, None);
    story.say("host", body, vec![]).unwrap();
    assert_eq!(discloses(&mut story, "wu", books(Ledger::PropertyService, MARCH, 0)), Err(Code::OutOfReach));
}

#[test]
fn days_that_nobody_tells_reset_no_balance() {
    let mut story = july();
    let ledger = Ledger::PropertyService;
    discloses(&mut story, "manager", books(ledger, MARCH, 100_000)).unwrap();
    // A day is left out, and the year, and what there was is gone.
    for from_day in [day(4, 1), day(4, 2), day(6, 1)] {
        let forgets = books(ledger, (from_day, day(6, 30)), 0);
        assert_eq!(discloses(&mut story, "manager", forgets), Err(Code::OpeningBalance));
    }
    discloses(&mut story, "manager", books(ledger, (day(5, 1), day(5, 31)), 100_000)).unwrap();
    // What lies between, and what lies before all of it, fits on both sides.
    for (days, closing_fen) in [((day(4, 5), day(4, 20)), 90_000), ((day(1, 1), day(2, 1)), 90_000)] {
        let mut body = books(ledger, days, closing_fen);
        assert_eq!(discloses(&mut story, "manager", body.clone()), Err(Code::OpeningBalance));
        body = books(ledger, days, 100_000);
        discloses(&mut story, "manager", body).unwrap();
    }
    // The nearest decides, not the last that was told.
    let mut spent = books(ledger, (day(6, 1), day(6, 5)), 100_000);
    spent.ledgers[0].opening_fen = 99_999;
    spent.ledgers[0].closing_fen = 99_999;
    assert_eq!(discloses(&mut story, "manager", spent), Err(Code::OpeningBalance));
}
