//! Whoever was elected has an office from nobody: a phone believes it by the vote, and no seat that a server made up.

use std::collections::BTreeSet;

use yishi_protocol::body::{
    Body, Capability, Class, Confirm, Final, Grant, Notice, Open, OrgKind, Role, Seat, Tally, draft_seat,
};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::count::Weight;
use yishi_protocol::course::{NextAct, queue};
use yishi_protocol::envelope::Unsigned;
use yishi_protocol::id::EntryId;
use yishi_protocol::log::LogEntry;
use yishi_protocol::merkle::{MerkleTree, leaf_hash};
use yishi_protocol::projection::authority::{
    Behind, MOST_ENTRIES, asked, asked_of, asks_whose, behind, is_shown,
};
use yishi_protocol::rejection::Code;
use yishi_protocol::state::KeyHolder;
use yishi_protocol::verify;
use yishi_protocol::view::{AuthorityView, Served};
use yishi_protocol::wire::{Base64Bytes, Proven};
use yishi_tests::elections::{Standing, VOTERS, nominate, says, tries};
use yishi_tests::people::{key, person, public};
use yishi_tests::stairwell::{ESTATE, STAIRWELL, grant, hour, notice_of, org_unit, resolution};
use yishi_tests::story::Story;

fn entry(leaves: &[Vec<u8>], id: &EntryId) -> LogEntry {
    let mut entries = (0..).zip(leaves).map(|(index, leaf)| LogEntry::from_leaf(index, leaf).unwrap());
    entries.find(|entry| entry.entry.id() == *id).unwrap()
}

fn id_of(story: &Story, rests: Behind) -> EntryId {
    match rests {
        Behind::Entry(id) => id,
        Behind::Place(place) => {
            let leaf = &story.leaves[usize::try_from(place).unwrap()];
            LogEntry::from_leaf(place, leaf).unwrap().entry.id()
        }
    }
}

/// What an act rests on, as a server finds it.
fn rests_on(story: &Story, act: EntryId) -> Vec<EntryId> {
    let act = entry(&story.leaves, &act);
    let asked = asked(act.entry.body().kind());
    let (mut open, mut seen) = (vec![(act.entry.author(), asked, act.received_ms)], BTreeSet::new());
    let mut by = Vec::new();
    while let Some((author, capability, at_ms)) = open.pop() {
        if !seen.insert((author, capability, at_ms)) {
            continue;
        }
        for rests in behind(story.log.state(), &author, capability, at_ms) {
            let id = id_of(story, rests);
            if !by.contains(&id) {
                by.push(id);
            }
            let rests = entry(&story.leaves, &id);
            let (author, at_ms) = (rests.entry.author(), rests.received_ms);
            let asked = asked_of(rests.entry.body(), capability);
            open.extend(asked.into_iter().map(|cap| (author, Some(cap), at_ms)));
            if asks_whose(rests.entry.body()) {
                open.push((author, None, at_ms));
            }
        }
    }
    by
}

/// Whether a phone believes an act, shown with these entries of that log.
fn believes(story: &Story, leaves: &[Vec<u8>], act: EntryId, by: Vec<EntryId>) -> bool {
    let mut tree = MerkleTree::new();
    for leaf in leaves {
        tree.push(leaf_hash(leaf));
    }
    let head = Checkpoint { estate: story.estate(), size: tree.size(), root: tree.root() };
    let proven = |(index, leaf): (u64, &Vec<u8>)| {
        let proof = tree.inclusion_proof(index, head.size).unwrap();
        Proven { index, leaf: Base64Bytes(leaf.clone()), proof }
    };
    let all = (0..).zip(leaves).map(proven).map(|proven| (proven.id().unwrap(), proven));
    let mut named: Vec<_> = all.filter(|(id, _)| *id == act || by.contains(id)).collect();
    named.sort_by_key(|(id, _)| *id);
    let entries = named.into_iter().map(|(_, proven)| proven).collect();
    let checkpoint = head.sign(&key("log"));
    let stated = AuthorityView { act, by };
    let answer = Served { blobs: vec![], checkpoint, entries, erased: vec![], stated };
    let opened = answer.open((&story.estate(), &public("log")), Body::decode).unwrap();
    let roots = [public("root"), public("second root")];
    is_shown(&opened, &answer.stated, (&story.estate(), &roots)).unwrap()
}

/// A notice of somebody's, whose days begin now.
fn notice(standing: &Standing) -> Notice {
    let opens_ms = (standing.story.now_ms / 86_400_000 + 20) * 86_400_000 - 28_800_000;
    notice_of(standing.roll, STAIRWELL, opens_ms, vec![resolution(1, Class::Ordinary)]).0
}

/// An entry that nobody judged, at the end of a log.
fn slips_in(story: &Story, leaves: &mut Vec<Vec<u8>>, by: &str, body: impl Into<Body>) -> EntryId {
    let (estate, view, client_ms) = (story.estate(), story.log.view(), story.now_ms);
    let signed = Unsigned { estate, seq: 900, view, client_ms, body: body.into() }.sign(&key(by)).unwrap();
    let entry = verify(&signed).unwrap();
    let (id, index) = (entry.id(), u64::try_from(leaves.len()).unwrap());
    leaves.push(LogEntry { index, received_ms: story.now_ms, entry }.leaf());
    id
}

/// Four stand, three are elected and sit: wu is not among them.
fn sitting() -> (Standing, EntryId, Seat) {
    let mut standing = Standing::with(&["wang", "li", "zhao", "wu"]).unwrap();
    let agenda = standing.opened().unwrap();
    for voter in VOTERS {
        standing.votes(agenda, voter, &["wang", "li", "zhao"]).unwrap();
    }
    standing.counted(agenda).unwrap();
    standing.ended(agenda).unwrap();
    let seat = draft_seat(standing.story.log.state(), &agenda).unwrap();
    standing.story.say("chu", seat.clone(), vec![]).unwrap();
    (standing, agenda, seat)
}

#[test]
fn a_phone_believes_whoever_was_elected_by_the_vote() {
    let (mut standing, agenda, _) = sitting();
    let body = notice(&standing);
    let (_, blobs) = notice_of(standing.roll, STAIRWELL, body.opens_ms, body.items.clone());
    let act = standing.story.say_id("wang", body, blobs).unwrap();
    let story = &standing.story;
    let by = rests_on(story, act);
    assert!(by.len() < MOST_ENTRIES / 2, "{}", by.len());
    assert!(believes(story, &story.leaves, act, by.clone()));
    let state = story.log.state();
    let vote = state.agenda(&agenda).unwrap();
    let end = vote.finality.as_ref().unwrap().entry;
    let stood = state.matter(&standing.matter).unwrap().candidates.iter();
    let (stood, posted) = stood
        .filter(|(_, record)| record.person == person("wang"))
        .map(|(entry, record)| (*entry, Behind::Place(record.index)))
        .next()
        .unwrap();
    let second = id_of(story, posted);
    let election = [vote.seated.unwrap(), vote.notice, agenda, vote.tally_entry.unwrap(), end, stood];
    for needed in election.into_iter().chain([second, standing.roll]) {
        let less = by.iter().filter(|id| **id != needed).copied().collect();
        assert!(!believes(story, &story.leaves, act, less), "without {needed}");
    }
    // Without what the host had its office by, the vote shows nothing either.
    let host = state.person(&person("host")).unwrap().grants.first().unwrap().entry;
    assert!(by.contains(&host));
    let less = by.iter().filter(|id| **id != host).copied().collect();
    assert!(!believes(story, &story.leaves, act, less));
}

fn held(standing: &Standing, name: &str, capability: Option<Capability>) -> Vec<EntryId> {
    let story = &standing.story;
    let found = behind(story.log.state(), &public(name), capability, story.now_ms);
    found.into_iter().map(|rests| id_of(story, rests)).collect()
}

/// All that shows an election, and the offices of those who held it: whoever stood, and the second persons.
fn election(standing: &Standing, agenda: EntryId) -> Vec<EntryId> {
    let story = &standing.story;
    let state = story.log.state();
    let vote = state.agenda(&agenda).unwrap();
    let end = vote.finality.as_ref().unwrap().entry;
    let stood = &state.matter(&standing.matter).unwrap().candidates;
    let places = stood.values().map(|record| record.index).chain(state.proposal(&end).unwrap().in_force);
    let seconds = places.map(|place| id_of(story, Behind::Place(place)));
    let mut all = vec![vote.notice, agenda, vote.tally_entry.unwrap(), end, standing.roll];
    all.extend(stood.keys().copied().chain(seconds));
    all.extend(held(standing, "host", Some(Capability::Notice)));
    all.extend(held(standing, "feng", Some(Capability::Tally)));
    all
}

#[test]
fn a_seat_that_a_server_made_up_seats_nobody() {
    let (standing, agenda, seat) = sitting();
    let story = &standing.story;
    let election = election(&standing, agenda);
    // Chu never stood; wu did, and was not elected.
    for (thief, believed) in [("chu", false), ("wu", false), ("li", true)] {
        let mut leaves = story.leaves.clone();
        let forged = Seat { persons: vec![person(thief)], ..seat.clone() };
        let sits = slips_in(story, &mut leaves, "tenant", forged);
        let act = slips_in(story, &mut leaves, thief, notice(&standing));
        let own = held(&standing, thief, None);
        let by = own.into_iter().chain([sits]).chain(election.iter().copied());
        let by: BTreeSet<EntryId> = by.collect();
        let by = by.into_iter().collect();
        assert_eq!(believes(story, &leaves, act, by), believed, "{thief}");
    }
}

/// What a seat that was slipped in lets somebody do, beside what a real election shows.
fn sits_by(standing: &Standing, leaves: &[Vec<u8>], seat: (&str, Seat), more: &[EntryId]) -> bool {
    let (story, (name, seat)) = (&standing.story, seat);
    let mut leaves = leaves.to_vec();
    let sits = slips_in(story, &mut leaves, "tenant", seat);
    let act = slips_in(story, &mut leaves, name, notice(standing));
    let by: BTreeSet<EntryId> =
        held(standing, name, None).into_iter().chain([sits]).chain(more.iter().copied()).collect();
    believes(story, &leaves, act, by.into_iter().collect())
}

#[test]
fn a_phone_believes_no_longer_term_and_nobody_whom_nobody_posted() {
    let (standing, agenda, seat) = sitting();
    let story = &standing.story;
    let all = election(&standing, agenda);
    assert!(sits_by(&standing, &story.leaves, ("wang", seat.clone()), &all));
    for until_ms in [seat.until_ms + 1, seat.until_ms + 365 * DAY_MS, u64::from(u32::MAX) << 20] {
        let longer = Seat { until_ms, ..seat.clone() };
        assert!(!sits_by(&standing, &story.leaves, ("wang", longer), &all), "{until_ms}");
    }
    // A candidacy that the person signed, and that nobody, or nobody but the person, stood behind.
    let state = story.log.state();
    let stood = &state.matter(&standing.matter).unwrap().candidates;
    let (wang, record) = stood.iter().find(|(_, record)| record.person == person("wang")).unwrap();
    let posted = id_of(story, Behind::Place(record.index));
    let unposted: Vec<_> = all.iter().filter(|id| **id != posted).copied().collect();
    assert!(!sits_by(&standing, &story.leaves, ("wang", seat.clone()), &unposted));
    let mut leaves = story.leaves.clone();
    let late = slips_in(story, &mut leaves, "feng", Confirm { entry: *wang });
    let late: Vec<_> = unposted.into_iter().chain([late]).collect();
    assert!(!sits_by(&standing, &leaves, ("wang", seat), &late), "after the notice");
}

#[test]
fn a_phone_believes_no_election_of_a_part_of_the_estate_and_none_that_goes_on() {
    let (standing, agenda, seat) = sitting();
    let story = &standing.story;
    let state = story.log.state();
    let real = state.agenda(&agenda).unwrap();
    let noticed = state.notice(&real.notice).unwrap().body.clone();
    let all = election(&standing, agenda);
    let opened = Open {
        area_c: real.area_c,
        corrections: vec![],
        heads: real.heads,
        notice: real.notice,
        roll: standing.roll,
    };
    let end = Final { agenda, items: real.finality.as_ref().unwrap().items.clone() };
    let until_ms = story.now_ms + 3 * 365 * DAY_MS;
    for (scope, over, believed) in [(ESTATE, true, true), (STAIRWELL, true, false), (ESTATE, false, false)] {
        // The host helps, and says it all once more.
        let mut leaves = story.leaves.clone();
        let notice = slips_in(story, &mut leaves, "host", Notice { scope, ..noticed.clone() });
        let agenda = slips_in(story, &mut leaves, "host", Open { notice, ..opened.clone() });
        let tally = Tally { agenda, ..real.tally.clone().unwrap() };
        let mut more = vec![notice, agenda, slips_in(story, &mut leaves, "host", tally)];
        if over {
            more.push(slips_in(story, &mut leaves, "host", Final { agenda, ..end.clone() }));
        }
        more.extend(all.iter().copied());
        let seat = Seat { agenda, until_ms, ..seat.clone() };
        assert_eq!(sits_by(&standing, &leaves, ("wang", seat), &more), believed, "{scope} {over}");
    }
}

#[test]
fn of_totals_that_were_stated_anew_the_last_before_the_end_count() {
    let (standing, agenda, seat) = sitting();
    let story = &standing.story;
    let state = story.log.state();
    let real = state.agenda(&agenda).unwrap();
    let opened = Open {
        area_c: real.area_c,
        corrections: vec![],
        heads: real.heads,
        notice: real.notice,
        roll: standing.roll,
    };
    let all = election(&standing, agenda);
    let mut leaves = story.leaves.clone();
    let agenda = slips_in(story, &mut leaves, "host", opened);
    // First nobody voted, then everybody for those who sit; then an end, and other totals after it.
    let mut nobody = Tally { agenda, ..real.tally.clone().unwrap() };
    for item in &mut nobody.items {
        item.participating = Weight::default();
        item.consenting.iter_mut().for_each(|weight| *weight = Weight::default());
    }
    let tally = Tally { agenda, ..real.tally.clone().unwrap() };
    let early = slips_in(story, &mut leaves, "host", nobody.clone());
    let last = slips_in(story, &mut leaves, "host", tally);
    let end = Final { agenda, items: real.finality.as_ref().unwrap().items.clone() };
    let end = slips_in(story, &mut leaves, "host", end);
    let until_ms = story.now_ms + 3 * 365 * DAY_MS;
    let seat = Seat { agenda, until_ms, ..seat };
    let more = |tallies: &[EntryId]| -> Vec<EntryId> {
        all.iter().copied().chain([agenda, end]).chain(tallies.iter().copied()).collect()
    };
    assert!(sits_by(&standing, &leaves, ("wang", seat.clone()), &more(&[early, last])));
    assert!(!sits_by(&standing, &leaves, ("wang", seat.clone()), &more(&[early])));
    let nobody = Tally { counted_root: leaf_hash(b"none"), ..nobody };
    let after = slips_in(story, &mut leaves, "host", nobody);
    assert!(sits_by(&standing, &leaves, ("wang", seat), &more(&[early, last, after])));
}

#[test]
fn an_election_waits_for_whoever_counts_until_its_elected_are_seated() {
    let (mut standing, agenda) = Standing::elected().unwrap();
    let waits = |standing: &Standing, name: &str| -> Vec<(EntryId, Option<u64>)> {
        let all = queue(standing.story.log.state(), &public(name), standing.story.now_ms);
        all.into_iter().filter(|one| one.act == NextAct::Seat).map(|one| (one.about, one.due_ms)).collect()
    };
    let vote = standing.story.log.state().agenda(&agenda).unwrap();
    let due_ms = vote.finality.as_ref().unwrap().since_ms + 3 * DAY_MS;
    let notice = vote.notice;
    for name in ["host", "feng"] {
        assert_eq!(waits(&standing, name), [(notice, Some(due_ms))], "{name}");
    }
    // Any owner may do it, and none is asked to.
    assert_eq!(waits(&standing, "wang"), []);
    // Late is not too late.
    standing.story.now_ms = due_ms + DAY_MS;
    assert_eq!(waits(&standing, "feng"), [(notice, Some(due_ms))]);
    let body = draft_seat(standing.story.log.state(), &agenda).unwrap();
    says(&mut standing, "chu", body).unwrap();
    for name in ["host", "feng", "wang"] {
        assert_eq!(waits(&standing, name), [], "{name}");
    }
}

fn hosts(standing: &Standing, name: &str) -> bool {
    let holder = KeyHolder::Person(person(name));
    standing.story.log.state().holds(holder, Capability::Notice, standing.story.now_ms)
}

#[test]
fn no_root_gives_offices_of_a_committee_once_it_was_elected() {
    // The owners' first committee: a group prepares its election, and it has no root.
    let mut standing = Standing::accepted().unwrap();
    let (unit, blobs) = org_unit(OrgKind::Committee, "首届业委会", None);
    let own = tries(&mut standing, "second root", unit, blobs).unwrap();
    for name in ["wang", "li", "zhao"] {
        let (mut body, blobs) = nominate(standing.story.log.state(), standing.matter, name);
        if let Some(said) = body.candidacy.as_mut() {
            said.org = own;
        }
        let entry = tries(&mut standing, name, body, blobs).unwrap();
        says(&mut standing, "feng", Confirm { entry }).unwrap();
    }
    let agenda = standing.opened().unwrap();
    for voter in VOTERS {
        standing.votes(agenda, voter, &["wang", "li", "zhao"]).unwrap();
    }
    standing.counted(agenda).unwrap();
    standing.ended(agenda).unwrap();
    let office = (OrgKind::Committee, Role::Committee);
    let give = grant(standing.story.log.state(), "chu", office, &[Capability::Notice], hour(12, 31, 0));
    let give = Grant { org: own, ..give };
    says(&mut standing, "second root", give.clone()).unwrap();
    let body = draft_seat(standing.story.log.state(), &agenda).unwrap();
    says(&mut standing, "wang", body).unwrap();
    assert!(!hosts(&standing, "chu"));
    assert_eq!(says(&mut standing, "second root", give), Err(Code::GrantOtherOrg));
    // The group that prepared it is gone too, with its root.
    assert!(!hosts(&standing, "host"));
}
