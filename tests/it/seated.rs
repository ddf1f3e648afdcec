//! Whoever was elected has an office from nobody: a phone believes it by the vote, and no seat that a server made up.

use std::collections::BTreeSet;

use yishi_protocol::body::{
    Body, Capability, Class, Confirm, Grant, Notice, OrgKind, Role, Seat, draft_seat,
};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::course::{NextAct, queue};
use yishi_protocol::envelope::Unsigned;
use yishi_protocol::id::EntryId;
use yishi_protocol::log::LogEntry;
use yishi_protocol::merkle::{MerkleTree, leaf_hash};
use yishi_protocol::projection::authority::{MOST_ENTRIES, asked, asked_of, asks_whose, behind, is_shown};
use yishi_protocol::rejection::Code;
use yishi_protocol::state::KeyHolder;
use yishi_protocol::verify;
use yishi_protocol::view::{AuthorityView, Served};
use yishi_protocol::wire::{Base64Bytes, Proven};
use yishi_tests::elections::{Standing, VOTERS, nominate, says, tries};
use yishi_tests::people::{key, person, public};
use yishi_tests::stairwell::{STAIRWELL, grant, hour, notice_of, org_unit, resolution};
use yishi_tests::story::Story;

fn entry(leaves: &[Vec<u8>], id: &EntryId) -> LogEntry {
    let mut entries = (0..).zip(leaves).map(|(index, leaf)| LogEntry::from_leaf(index, leaf).unwrap());
    entries.find(|entry| entry.entry.id() == *id).unwrap()
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
        for id in behind(story.log.state(), &author, capability, at_ms) {
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
    for needed in [vote.seated.unwrap(), vote.notice, agenda, vote.tally_entry.unwrap()] {
        let less = by.iter().filter(|id| **id != needed).copied().collect();
        assert!(!believes(story, &story.leaves, act, less), "without {needed}");
    }
    // Without what the host had its office by, the vote shows nothing either.
    let host = state.person(&person("host")).unwrap().grants.first().unwrap().entry;
    assert!(by.contains(&host));
    let less = by.iter().filter(|id| **id != host).copied().collect();
    assert!(!believes(story, &story.leaves, act, less));
}

#[test]
fn a_seat_that_a_server_made_up_seats_nobody() {
    let (standing, agenda, seat) = sitting();
    let story = &standing.story;
    let state = story.log.state();
    let vote = state.agenda(&agenda).unwrap();
    let stood = state.matter(&standing.matter).unwrap().candidates.keys().copied();
    let election: Vec<_> =
        [vote.notice, agenda, vote.tally_entry.unwrap()].into_iter().chain(stood).collect();
    // Chu never stood; wu did, and was not elected.
    for (thief, believed) in [("chu", false), ("wu", false), ("li", true)] {
        let mut leaves = story.leaves.clone();
        let forged = Seat { persons: vec![person(thief)], ..seat.clone() };
        let sits = slips_in(story, &mut leaves, "tenant", forged);
        let act = slips_in(story, &mut leaves, thief, notice(&standing));
        let own = behind(state, &public(thief), None, story.now_ms);
        let host = behind(state, &public("host"), Some(Capability::Notice), story.now_ms);
        let by = own.into_iter().chain(host).chain([sits]).chain(election.iter().copied());
        let by: BTreeSet<EntryId> = by.collect();
        let by = by.into_iter().collect();
        assert_eq!(believes(story, &leaves, act, by), believed, "{thief}");
    }
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
