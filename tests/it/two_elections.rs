//! Elections beside each other, and persons and offices at the edge of one.

use yishi_protocol::body::{Capability, Confirm, OrgKind, Role, RollChange, UnitKind, draft_seat};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::{EntryId, OrgId};
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::rejection::Code;
use yishi_protocol::state::KeyHolder;
use yishi_tests::disputes::annulment;
use yishi_tests::elections::{
    Standing, VOTERS, neighbour_grant, nominate, raise_election, says, take_back, tries,
};
use yishi_tests::letters::{codes, consent, enrol};
use yishi_tests::matters::answer;
use yishi_tests::people::{person, set};
use yishi_tests::stairwell::{AREA_C, HEADS, STAIRWELL, grant, hour, open, org, org_unit, roll_page};

fn holds(standing: &Standing, name: &str, capability: Capability) -> bool {
    let (state, now_ms) = (standing.story.log.state(), standing.story.now_ms);
    state.holds(KeyHolder::Person(person(name)), capability, now_ms)
}

/// Two matters elect at once, each another committee; the second is noticed so many milliseconds after the first. Both are final.
fn both(later_ms: u64) -> (Standing, [EntryId; 2]) {
    let mut standing = Standing::accepted().unwrap();
    let (unit, blobs) = org_unit(OrgKind::Committee, "首届业委会", None);
    let new = tries(&mut standing, "second root", unit, blobs).unwrap();
    let old = org(standing.story.log.state(), OrgKind::Committee);
    let (body, blobs) = raise_election();
    let second = tries(&mut standing, "li", body, blobs).unwrap();
    let (accept, words) = answer(second, yishi_protocol::body::Action::Accept, "好。");
    tries(&mut standing, "host", accept, words).unwrap();
    let sides: [(EntryId, OrgId, [&str; 3]); 2] =
        [(standing.matter, old, ["wang", "li", "zhao"]), (second, new, ["wu", "zheng", "chen"])];
    for (matter, of, names) in sides {
        for name in names {
            let (mut body, blobs) = nominate(standing.story.log.state(), matter, name);
            body.candidacy.as_mut().unwrap().org = of;
            let entry = tries(&mut standing, name, body, blobs).unwrap();
            says(&mut standing, "feng", Confirm { entry }).unwrap();
        }
    }
    standing.story.now_ms += 7 * DAY_MS;
    let mut opens_ms = 0;
    let notices = sides.map(|(matter, ..)| {
        standing.matter = matter;
        let (body, blobs) = standing.notice();
        opens_ms = body.opens_ms;
        let notice = tries(&mut standing, "host", body, blobs).unwrap();
        standing.story.now_ms += later_ms;
        notice
    });
    standing.story.now_ms = opens_ms - DAY_MS;
    let roll = standing.roll;
    let agendas = notices.map(|notice| says(&mut standing, "host", open(notice, roll)).unwrap());
    standing.story.now_ms = opens_ms;
    for ((matter, _, names), agenda) in sides.into_iter().zip(agendas) {
        standing.matter = matter;
        for voter in VOTERS {
            standing.votes(agenda, voter, &names).unwrap();
        }
    }
    for agenda in agendas {
        standing.counted(agenda).unwrap();
    }
    for agenda in agendas {
        standing.ended(agenda).unwrap();
    }
    (standing, agendas)
}

#[test]
fn of_two_elections_noticed_in_one_millisecond_the_one_that_is_seated_first_holds() {
    let (standing, agendas) = both(0);
    for [first, second] in [agendas, [agendas[1], agendas[0]]] {
        let mut standing = standing.clone();
        let [first, second] =
            [first, second].map(|agenda| draft_seat(standing.story.log.state(), &agenda).unwrap());
        says(&mut standing, "chu", first).unwrap();
        assert_eq!(says(&mut standing, "chu", second), Err(Code::SeatSuperseded));
    }
}

#[test]
fn the_annulment_of_the_older_of_two_elections_ends_no_seat_of_the_newer_one() {
    let (mut standing, agendas) = both(1);
    for agenda in agendas {
        let seat = draft_seat(standing.story.log.state(), &agenda).unwrap();
        says(&mut standing, "chu", seat).unwrap();
    }
    assert!(!holds(&standing, "wang", Capability::Notice) && holds(&standing, "wu", Capability::Notice));
    for (agenda, stays) in [(agendas[0], true), (agendas[1], false)] {
        let (annul, words) = annulment(&standing.story, agenda, vec![1]);
        let entry = tries(&mut standing, "feng", annul, words).unwrap();
        let second = if stays { "wu" } else { "zheng" };
        says(&mut standing, second, Confirm { entry }).unwrap();
        for name in ["wu", "zheng", "chen"] {
            assert_eq!(holds(&standing, name, Capability::Notice), stays, "{name}");
        }
        assert!(!holds(&standing, "wang", Capability::Notice), "nobody comes back");
    }
}

#[test]
fn an_office_that_was_handed_on_after_the_givers_seat_had_run_out_stays() {
    let mut standing = Standing::with(&["wang", "li", "zhao"]).unwrap();
    let state = standing.story.log.state().clone();
    let caps = [Capability::Grant, Capability::Notice];
    let until_ms = standing.story.now_ms + DAY_MS;
    let member = grant(&state, "chu", (OrgKind::Committee, Role::Committee), &caps, until_ms);
    says(&mut standing, "root", member).unwrap();
    says(&mut standing, "second root", neighbour_grant(&state, "chu", &caps)).unwrap();
    // What chu gives as long as the one office holds may be the old committee's; what chu gives later is the neighbours' alone.
    says(&mut standing, "chu", neighbour_grant(&state, "zheng", &[Capability::Notice])).unwrap();
    standing.story.now_ms += DAY_MS;
    says(&mut standing, "chu", neighbour_grant(&state, "chen", &[Capability::Notice])).unwrap();
    let agenda = standing.opened().unwrap();
    for voter in VOTERS {
        standing.votes(agenda, voter, &["wang", "li", "zhao"]).unwrap();
    }
    standing.counted(agenda).unwrap();
    standing.ended(agenda).unwrap();
    let seat = draft_seat(standing.story.log.state(), &agenda).unwrap();
    says(&mut standing, "wang", seat).unwrap();
    for (name, stays) in [("zheng", false), ("chen", true), ("chu", true)] {
        assert_eq!(holds(&standing, name, Capability::Notice), stays, "{name}");
    }
}

#[test]
fn whoever_issued_a_letter_takes_nobodys_candidacy_back_with_it() {
    let mut standing = Standing::accepted().unwrap();
    let bought = [("gao", &["gao"] as &[&str], None, "102", STAIRWELL, UnitKind::Dwelling, 7658)];
    let (page, blobs) = roll_page("sold", (0, 1), &bought, &[]);
    tries(&mut standing, "host", page, blobs).unwrap();
    let base = standing.roll;
    let change = RollChange {
        area_c: AREA_C,
        base,
        gone: vec![],
        heads: HEADS,
        scopes: vec![],
        set: Some(set("sold")),
    };
    standing.roll = says(&mut standing, "host", change).unwrap();
    let entry = standing.roll;
    says(&mut standing, "second root", Confirm { entry }).unwrap();
    // Gao has never come in, and stands by paper; the host has kept the letter.
    let (mut body, blobs) = nominate(standing.story.log.state(), standing.matter, "gao");
    body.candidacy.as_mut().unwrap().document = Some(leaf_hash(b"paper"));
    let entry = tries(&mut standing, "host", body, blobs).unwrap();
    says(&mut standing, "feng", Confirm { entry }).unwrap();
    says(&mut standing, "host", codes(&["gao"], 1, hour(12, 31, 0))).unwrap();
    let enters = enrol(&standing.story.estate(), "gao", "the host's phone", 1);
    tries(&mut standing, "the host's phone", enters, vec![consent()]).unwrap();
    let back = take_back(standing.matter, "gao");
    assert_eq!(says(&mut standing, "the host's phone", back), Err(Code::KeyUnconfirmed));
}
