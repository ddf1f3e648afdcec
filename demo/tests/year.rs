//! The year is told whole: what is said and what is left out is known to the entry.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;
use yishi_cluster::Cluster;
use yishi_demo::{YEAR, acts, serve, teller::Teller, year::Year};
use yishi_protocol::admit::Admitted;
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::count::{Channel, Count, Counted, ItemResult, Rank, Weight, count, stated_ranks};
use yishi_protocol::ledger::Ledger;
use yishi_protocol::log::{Log, LogEntry};
use yishi_protocol::state::{Standing, State, Step};
use yishi_server::keepers::Locations;

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
    ("ballot", 1274),
    ("box", 4),
    ("close", 4),
    ("close-matter", 4),
    ("codes", 4),
    ("confirm", 20),
    ("disclosure", 6),
    ("dispatch", 13),
    ("dispute", 3),
    ("enrol", 967),
    ("enrol-in-person", 1),
    ("erase", 2),
    ("extend", 1),
    ("final", 4),
    ("genesis", 1),
    ("grant", 28),
    ("help-line", 2),
    ("moderate", 1),
    ("notice", 7),
    ("open", 5),
    ("opinion", 206),
    ("org-unit", 8),
    ("paper", 498),
    ("progress", 33),
    ("proxy", 14),
    ("raise", 20),
    ("rate", 28),
    ("reply", 4),
    ("report", 2),
    ("representative", 15),
    ("revoke", 1),
    ("roll", 1),
    ("roll-page", 7),
    ("rule-dispute", 3),
    ("support", 635),
    ("tally", 4),
    ("withdraw", 1),
];

/// Codes are of what the rules refuse: a second acceptance after a reopening, a ballot a minute late, by a tenant, by the wrong
/// co-owner, by somebody who holds four mandates, or none, or whose owner has voted, a mandate for the manager's staff, a sheet
/// that came by mail a day late, marks when five had marked and their days had passed, words about what had ended, a home that two
/// of its owners back.
const LEFT_OUT: &[(&str, usize)] = &[
    ("answer: ALREADY_ANSWERED", 1),
    ("ballot: NOT_ON_ROLL", 2),
    ("ballot: NOT_REPRESENTATIVE", 1),
    ("ballot: NO_MANDATE", 1),
    ("ballot: OUTSIDE_WINDOW", 3),
    ("ballot: OWNER_PREVAILS", 1),
    ("ballot: PROXY_LIMIT", 2),
    ("delivery: the file counts homes and names few", 6),
    ("dispute: of an area on the roll, until there is a kind for it", 1),
    ("mandate: PROXY_BARRED", 2),
    ("marks: MARKING_OVER", 1),
    ("marks: taken down at the desk", 2),
    ("matter: between neighbours, shown to nobody else", 1),
    ("nomination: until there is a kind for it", 9),
    ("opinion: MATTER_CLOSED", 4),
    ("opinion: taken down by somebody else", 23),
    ("question: taken down at the desk", 1),
    ("reply: to a question that was left out", 1),
    ("sheet: ALREADY_CLOSED", 1),
    ("support: MATTER_CLOSED", 6),
    ("support: SUPPORT_UNCHANGED", 15),
    ("support: UNKNOWN_KEY", 2),
    ("vote: of the council, until there is a kind for it", 1),
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

/// A weight as the file writes it.
fn weight(said: &Value) -> Weight {
    Weight { area_c: said["area_c"].as_u64().unwrap(), heads: said["heads"].as_u64().unwrap() }
}

/// What the file says that a vote comes to.
struct Target<'a> {
    count: Box<Count>,
    result: &'a Value,
}

impl Target<'_> {
    /// Holds a count, made anew from what was said, against the file's figures.
    fn hold(&self, id: &str) {
        let (count, result) = (&self.count, self.result);
        assert_eq!(count.total, weight(&result["roll"]), "{id}: who votes");
        let channel = |channel| count.channels.get(&channel).copied().unwrap_or_default();
        for (name, known) in
            [("online", Channel::Online), ("paper", Channel::Paper), ("assisted", Channel::Assisted)]
        {
            assert_eq!(channel(known), weight(&result["by_channel"][name]), "{id}: {name}");
        }
        let outcome = match &count.items[0].result {
            ItemResult::Resolution(counted) => {
                assert_eq!(counted.participating, weight(&result["participating"]), "{id}");
                assert_eq!(counted.consenting, weight(&result["for"]), "{id}");
                assert_eq!(counted.against, weight(&result["against"]), "{id}");
                assert_eq!(counted.abstain, weight(&result["abstain"]), "{id}");
                counted.outcome
            }
            ItemResult::Election(counted) => {
                assert_eq!(counted.participating, weight(&result["participating"]), "{id}");
                let letters =
                    |name: &str| -> Vec<String> { serde_json::from_value(result[name].clone()).unwrap() };
                assert_eq!(
                    (&counted.elected, &counted.alternates),
                    (&letters("elected"), &letters("alternates"))
                );
                for (candidate, said) in
                    counted.candidates.iter().zip(result["candidates"].as_array().unwrap())
                {
                    assert_eq!(candidate.candidate, said["letter"].as_str().unwrap(), "{id}");
                    assert_eq!(candidate.consenting, weight(said), "{id}: {}", candidate.candidate);
                }
                counted.outcome
            }
        };
        assert_eq!(format!("{outcome:?}"), result["outcome"].as_str().unwrap(), "{id}");
    }
}

#[test]
fn votes_come_to_what_the_year_says_of_them() {
    let teller = told();
    let state = teller.story.log.state();
    let year: Value = serde_json::from_str(YEAR).unwrap();
    let mut held = Vec::new();
    for vote in year["votes"].as_array().unwrap() {
        let (id, result) = (vote["id"].as_str().unwrap(), &vote["result"]);
        let Some(agenda) = teller.names.get(&format!("{id} open")) else { continue };
        if !result.is_object() {
            continue;
        }
        let Counted::Full(count) = count(state, agenda, &teller.story.evidence).unwrap() else {
            panic!("{id}: nothing was erased of it")
        };
        let record = state.agenda(agenda).unwrap();
        let stated = record.tally.as_ref().map(|tally| tally.items[0].outcome);
        assert_eq!(stated, Some(count.items[0].result.outcome()), "{id}: what was stated is what counts");
        Target { count, result }.hold(id);
        held.push(id);
    }
    assert_eq!(held, ["V01", "V02", "V03", "V04"]);
    // What a result names as elected follows from the totals alone.
    let agenda = state.agenda(&teller.names["V04 open"]).unwrap();
    let item = &state.notice(&agenda.notice).unwrap().body.items[0];
    let total = Weight { area_c: agenda.area_c, heads: agenda.heads.into() };
    let ranks = stated_ranks(item, &agenda.tally.as_ref().unwrap().items[0], total);
    let told: Vec<(&str, Rank)> =
        ranks.iter().map(|(place, rank)| (item.options[*place].as_str(), *rank)).collect();
    let mut expected: Vec<(&str, Rank)> =
        ["A", "D", "F", "B", "C", "E", "G"].map(|one| (one, Rank::Elected)).into();
    expected.extend([("I", Rank::Alternate), ("H", Rank::Not)]);
    assert_eq!(told, expected);
}

#[test]
fn the_lights_are_being_voted_on_as_far_as_the_year_says() {
    let teller = told();
    let state = teller.story.log.state();
    // The end of one vote was put off once, and the first notice of another was taken back.
    let notice = |name: &str| state.notice(&teller.names[name]).unwrap();
    assert_eq!(notice("V02").closes_ms() - notice("V02").body.closes_ms, 7 * DAY_MS);
    assert!(notice("V06A").withdrawn.is_some() && notice("V06B").withdrawn.is_none());
    let agenda = &teller.names["V05 open"];
    let lights = state.agenda(agenda).unwrap();
    assert!(lights.tally.is_none() && lights.closes_ms > teller.story.now_ms);
    let year: Value = serde_json::from_str(YEAR).unwrap();
    let vote = year["votes"].as_array().unwrap().iter().find(|vote| vote["id"] == "V05").unwrap();
    let Counted::Full(count) = count(state, agenda, &teller.story.evidence).unwrap() else {
        panic!("nothing was erased of it")
    };
    let ItemResult::Resolution(lights) = &count.items[0].result else { panic!("it is a resolution") };
    assert_eq!(lights.participating, weight(&vote["targets"]["participating"]));
    for (name, known) in
        [("online", Channel::Online), ("paper", Channel::Paper), ("assisted", Channel::Assisted)]
    {
        assert_eq!(count.channels[&known], weight(&vote["targets"]["by_channel"][name]), "{name}");
    }
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
    let places = Locations::of(Path::new("nowhere"), Some(&log), Some(&lock)).unwrap();
    let kept = serve::KeptYear::keep(&year, &teller, &places).await.unwrap();
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
