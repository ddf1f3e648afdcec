//! The year is told whole: what is said and what is left out is known to the entry.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
use std::collections::BTreeMap;
use std::path::Path;

use yishi_cluster::Cluster;
use yishi_demo::{YEAR, acts, serve, teller::Teller, year::Year};
use yishi_protocol::admit::Admitted;
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::count::Outcome;
use yishi_protocol::ledger::Ledger;
use yishi_protocol::log::{Log, LogEntry};
use yishi_protocol::state::{Standing, State, Step};
use yishi_server::keepers::Places;

fn told() -> Teller {
    acts::tell(&Year::read(YEAR).unwrap()).unwrap()
}

fn counts<'a>(counts: impl IntoIterator<Item = (&'a str, usize)>) -> BTreeMap<String, usize> {
    counts.into_iter().map(|(what, count)| (what.to_owned(), count)).collect()
}

#[test]
fn every_act_is_said_or_left_out_for_a_known_reason() {
    let told = told().told;
    assert_eq!(told.left_out, counts(LEFT_OUT.iter().copied()));
    assert_eq!(told.said, counts(SAID.iter().copied()));
}

const SAID: &[(&str, usize)] = &[
    ("add-device", 1),
    ("answer", 22),
    ("appeal", 1),
    ("ask", 5),
    ("ballot", 819),
    ("close", 1),
    ("close-matter", 4),
    ("codes", 4),
    ("confirm", 12),
    ("disclosure", 6),
    ("dispatch", 13),
    ("enrol", 967),
    ("enrol-in-person", 1),
    ("erase", 2),
    ("extend", 1),
    ("final", 1),
    ("genesis", 1),
    ("grant", 28),
    ("help-line", 2),
    ("moderate", 1),
    ("notice", 4),
    ("open", 2),
    ("opinion", 206),
    ("org-unit", 8),
    ("progress", 33),
    ("raise", 20),
    ("rate", 28),
    ("reply", 4),
    ("report", 2),
    ("representative", 14),
    ("revoke", 1),
    ("roll", 1),
    ("roll-page", 7),
    ("support", 635),
    ("tally", 1),
    ("withdraw", 1),
];

/// Codes are of what the rules refuse: a second acceptance after a reopening, a ballot a minute late, marks when five had marked and
/// their days had passed, words about what had ended, a home that two of its owners back.
const LEFT_OUT: &[(&str, usize)] = &[
    ("answer: ALREADY_ANSWERED", 1),
    ("ballot: OUTSIDE_WINDOW", 1),
    ("ballot: on paper, assisted or by proxy", 145),
    ("dispute: written on paper, and ruled upon there", 1),
    ("marks: MARKING_OVER", 1),
    ("marks: taken down at the desk", 2),
    ("matter: between neighbours, shown to nobody else", 1),
    ("opinion: MATTER_CLOSED", 4),
    ("opinion: taken down by somebody else", 23),
    ("question: taken down at the desk", 1),
    ("reply: to a question that was left out", 1),
    ("support: MATTER_CLOSED", 6),
    ("support: SUPPORT_UNCHANGED", 15),
    ("support: UNKNOWN_KEY", 2),
    ("vote: decided on paper, or by the council", 4),
];

#[test]
fn the_log_replays_with_nothing_taken_on_trust() {
    let teller = told();
    let mut log = Log::new();
    for (entry, index) in teller.story.entries.iter().zip(0..) {
        let entry = LogEntry::from_leaf(index, &entry.leaf).unwrap();
        assert_eq!(
            log.replay(&entry, &teller.story.evidence).unwrap(),
            Admitted::Recomputed,
            "entry {index}"
        );
    }
    assert_eq!(log.state().state_hash(), teller.story.log.state().state_hash());
}

/// How many matters that go on stand at a step.
fn at(state: &State, step: Step) -> usize {
    let open = state.matters().filter(|(_, matter)| matter.standing() == Standing::Open);
    open.filter(|(_, matter)| matter.step() == step).count()
}

#[test]
fn matters_stand_in_all_five_steps_and_money_adds_up_to_the_fen() {
    let teller = told();
    let state = teller.story.log.state();
    for step in [Step::Propose, Step::Deliberate, Step::Decide, Step::Execute, Step::Evaluate] {
        assert!(at(state, step) > 0, "no matter stands at {step:?}");
    }
    let roof = state.matter(&teller.names["M01"]).unwrap();
    let spent = roof.tasks.iter().filter_map(|task| state.task(task));
    let over: u64 = spent.map(|task| task.paid_fen.saturating_sub(task.cap_fen.unwrap_or(u64::MAX))).sum();
    assert_eq!(over, 117_190, "the roof cost 1,171.90 yuan more than was allowed");

    let lines: u64 = state.disclosures().map(|(_, record)| record.body.lines()).sum();
    assert_eq!(lines, 593);
    let june = state.disclosures().max_by_key(|(_, record)| record.body.to_day).unwrap().1;
    let closing = |ledger| {
        june.body.ledgers.iter().find(|sums| sums.ledger == ledger).map(|sums| sums.closing_fen).unwrap()
    };
    assert_eq!(closing(Ledger::PropertyService), 28_112_572);
    assert_eq!(closing(Ledger::CommonRevenue), 30_853_952);
    assert_eq!(closing(Ledger::MaintenanceFund), 613_369_865);
    assert_eq!(closing(Ledger::SharedUtilities), 1_874_814);
}

#[test]
fn the_fee_fails_as_too_few_vote_online_and_the_lights_are_being_voted_on() {
    let teller = told();
    let state = teller.story.log.state();
    let fee = state.agenda(&teller.names["V02 open"]).unwrap();
    let outcomes: Vec<Outcome> =
        fee.tally.iter().flat_map(|tally| &tally.items).map(|item| item.outcome).collect();
    assert_eq!(outcomes, [Outcome::QuorumNotMet]);
    // Its end was put off once, and the shed's first notice was taken back.
    let end = |name: &str| state.notice(&teller.names[name]).unwrap();
    assert_eq!(end("V02").closes_ms() - end("V02").body.closes_ms, 7 * DAY_MS);
    assert!(end("V06A").withdrawn.is_some() && end("V06B").withdrawn.is_none());
    let lights = state.agenda(&teller.names["V05 open"]).unwrap();
    assert!(lights.tally.is_none() && lights.closes_ms > teller.story.now_ms);
    assert_eq!(lights.heads, 739);
}

#[tokio::test]
async fn it_is_served_from_a_store_as_any_estate_is() {
    let year = Year::read(YEAR).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let teller = acts::tell(&year).unwrap();
    let entries = u64::try_from(teller.story.entries.len()).unwrap();
    let demo = serve::open(&year, &teller, folder.path(), None).await.unwrap();
    assert_eq!(demo.entries, entries);
    let ask = |path: String| {
        use tower::ServiceExt;
        let request = axum::http::Request::get(path).body(axum::body::Body::empty()).unwrap();
        demo.router.clone().oneshot(request)
    };
    assert_eq!(ask(format!("/api/estates/{}/matters", demo.estate)).await.unwrap().status(), 200);
    assert_eq!(ask("/demo".to_owned()).await.unwrap().status(), 200);
    let tapped = ask("/demo/as/O00043".to_owned()).await.unwrap();
    let letter = tapped.headers()["location"].to_str().unwrap().to_owned();
    assert!(letter.starts_with(&format!("/enrol#{}.", demo.estate)), "{letter}");
    let again = ask("/demo/as/O00043".to_owned()).await.unwrap();
    assert_ne!(again.headers()["location"].to_str().unwrap(), letter, "each tap issues a fresh letter");
    assert_eq!(ask("/demo/as/nobody".to_owned()).await.unwrap().status(), 404);
}

#[tokio::test]
async fn two_servers_serve_it_from_one_postgresql() {
    use axum::body::{Body, to_bytes};
    use axum::http::Request;
    use tower::ServiceExt;
    let Some(cluster) = Cluster::of_tests("two_servers_serve_it_from_one_postgresql") else { return };
    let year = Year::read(YEAR).unwrap();
    let teller = acts::tell(&year).unwrap();
    let (log, lock) = (cluster.database().unwrap(), cluster.database().unwrap());
    let places = Places::of(Path::new("nowhere"), Some(&log), Some(&lock)).unwrap();
    let kept = serve::Told::keep(&year, &teller, &places).await.unwrap();
    let one = kept.serve(places.open().await.unwrap(), None).await.unwrap();
    let other = kept.serve(places.open().await.unwrap(), None).await.unwrap();
    // Letters are issued by the same two keys at both, one after the other: each knows what the other has taken.
    for demo in [&one, &other, &one] {
        let request = Request::get("/demo/as/O00043").body(Body::empty()).unwrap();
        let tapped = demo.router.clone().oneshot(request).await.unwrap();
        let letter = tapped.headers()["location"].to_str().unwrap();
        assert!(letter.starts_with(&format!("/enrol#{}.", demo.estate)), "{letter}");
    }
    let uri = format!("/api/estates/{}/checkpoint", one.estate);
    let request = Request::get(uri).body(Body::empty()).unwrap();
    let note = to_bytes(one.router.clone().oneshot(request).await.unwrap().into_body(), 4096).await.unwrap();
    let size = String::from_utf8(note.to_vec()).unwrap().lines().nth(1).unwrap().parse::<u64>().unwrap();
    assert_eq!(size, one.entries + 6, "three letters, each confirmed");
}
