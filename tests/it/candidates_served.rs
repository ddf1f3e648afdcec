//! The list of candidates as it is served: whatever a lying server makes of it, nobody stands who does not; and what waits is told to
//! those alone whom it concerns.

use std::collections::BTreeSet;

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Action, Body, Capability, Confirm, OrgKind};
use yishi_protocol::id::EntryId;
use yishi_protocol::projection::Candidate;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::view::{CandidatesView, ElectedView, SeatView, Served};
use yishi_tests::elections::{called, neighbour_grant, nominate, raise_election, take_back};
use yishi_tests::liar::Liar;
use yishi_tests::matters::answer;
use yishi_tests::people::{person, public};
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::shown;
use yishi_tests::stairwell::{org_unit, resolution};

type Answer = Served<CandidatesView>;

async fn says(office: &PostOffice, by: &str, body: impl Into<Body>, blobs: Vec<Blob>) -> EntryId {
    office.say(by, body, blobs).await.unwrap().entry.id()
}

/// Two elections: in the first wang and li stand, and li took it back, zhao waits; in the second chen stands.
async fn told() -> (PostOffice, [EntryId; 2]) {
    let office = PostOffice::founded().await.unwrap();
    office.open_vote(vec![resolution(1, yishi_protocol::body::Class::Ordinary)]).await.unwrap();
    let (unit, words) = org_unit(OrgKind::ResidentsCommittee, "居民委员会", None);
    says(&office, "root", unit, words).await;
    let give = neighbour_grant(&office.state().await.unwrap(), "feng", &[Capability::Tally]);
    says(&office, "root", give, vec![]).await;
    let mut matters = Vec::new();
    for (raiser, names) in [("wang", &["wang", "li"][..]), ("wu", &["chen"][..])] {
        let (body, blobs) = raise_election();
        let matter = says(&office, raiser, body, blobs).await;
        let (body, blobs) = answer(matter, Action::Accept, "好。");
        says(&office, "host", body, blobs).await;
        for name in names {
            let (body, blobs) = nominate(&office.state().await.unwrap(), matter, name);
            let entry = says(&office, name, body, blobs).await;
            says(&office, "feng", Confirm { entry }, vec![]).await;
        }
        matters.push(matter);
    }
    let [first, second] = matters[..] else { panic!("two matters") };
    says(&office, "li", take_back(first, "li"), vec![]).await;
    let (body, blobs) = nominate(&office.state().await.unwrap(), first, "zhao");
    says(&office, "zhao", body, blobs).await;
    (office, [first, second])
}

async fn read(office: &PostOffice, who: Option<&str>, matter: EntryId) -> Answer {
    shown(office, who, &format!("/matters/{matter}/candidates")).await.unwrap()
}

fn opened(office: &PostOffice, matter: EntryId, answer: &Answer) -> Result<Vec<Candidate>, Rejection> {
    let opened = answer.open((&office.estate, &public("log")), Body::decode)?;
    Candidate::all(&opened, &answer.stated, &matter)
}

#[tokio::test]
async fn everybody_reads_who_stands_and_what_waits_only_those_whom_it_concerns() {
    let (office, [first, _]) = told().await;
    let state = office.state().await.unwrap();
    for (who, waits) in [(None, 0), (Some("wu"), 0), (Some("zhao"), 1), (Some("feng"), 1), (Some("host"), 1)]
    {
        let answer = read(&office, who, first).await;
        let all = opened(&office, first, &answer).unwrap();
        assert_eq!(all.iter().filter(|one| one.posted_ms.is_none()).count(), waits, "{who:?}");
        let posted: Vec<_> = all.iter().filter(|one| one.posted_ms.is_some()).collect();
        let order: Vec<_> = state.matter(&first).unwrap().candidates.keys().copied().collect();
        assert_eq!(posted.iter().map(|one| one.entry).collect::<Vec<_>>(), order);
        let back: Vec<_> =
            posted.iter().filter(|one| one.back_ms.is_some()).map(|one| one.candidacy.text).collect();
        assert_eq!(back, [called("li").id()]);
    }
}

#[tokio::test]
async fn nobody_stands_by_a_servers_word_alone() {
    let (office, [first, second]) = told().await;
    let mut liar = Liar::of(&office).await.unwrap();
    liar.learn(&read(&office, Some("feng"), second).await);
    let honest = read(&office, Some("feng"), first).await;
    let facts = |answer: &Answer| -> Result<BTreeSet<String>, Rejection> {
        let all = opened(&office, first, answer)?;
        // That nobody took it back is the server's word: whoever is shown as standing stood.
        let said = |one: Candidate| {
            let Candidate { entry, person, candidacy, called, posted_ms, back_ms, behind: _ } = one;
            let posted = posted_ms.map(|posted_ms| format!("{entry} {person} {candidacy:?} {posted_ms}"));
            // What is kept back is not there; what is there is what they said.
            let called = called.as_ref().map(|called| format!("{entry} {called:?}"));
            let back = back_ms.map(|back_ms| format!("{entry} back {back_ms}"));
            posted.into_iter().chain(back).chain(called)
        };
        Ok(all.into_iter().flat_map(said).collect())
    };
    let believed = facts(&honest).unwrap();
    assert_eq!(believed.len(), 6);
    let mut refused = BTreeSet::new();
    for (lie, answer) in liar.lies(&honest) {
        match facts(&answer) {
            Ok(now) => {
                let more: Vec<_> = now.difference(&believed).collect();
                assert!(more.is_empty(), "{lie} is believed: {more:?}");
            }
            Err(rejection) => drop(refused.insert(rejection.code)),
        }
    }
    assert!(refused.contains(&Code::AnswerMismatch), "{refused:?}");
}

#[tokio::test]
async fn an_answer_puts_nobody_on_a_ballot_or_in_a_seat_who_is_not_among_its_candidates() {
    let (office, [first, second]) = told().await;
    let honest = read(&office, Some("feng"), first).await;
    assert_eq!(honest.stated.ballot.len(), 1, "li took it back, zhao waits");
    let others = read(&office, Some("feng"), second).await.stated.ballot;
    let elects = |seated: Vec<EntryId>| ElectedView {
        agenda: first,
        alternates: vec![],
        enough: true,
        seated,
        seats: 1,
        tied: vec![],
    };
    let seats = |persons: &[&str]| SeatView {
        agenda: first,
        org: EntryId::ZERO,
        persons: persons.iter().map(|name| person(name)).collect(),
        until_ms: 1,
    };
    let tries = |change: &dyn Fn(&mut CandidatesView)| {
        let mut answer = honest.clone();
        change(&mut answer.stated);
        opened(&office, first, &answer).map(drop).map_err(|refused| refused.code)
    };
    let (wang, waits) = (honest.stated.ballot.clone(), honest.stated.waiting.clone());
    assert_eq!(tries(&|view| view.elected = Some(elects(wang.clone()))), Ok(()));
    assert_eq!(tries(&|view| view.ballot.clone_from(&others)), Err(Code::AnswerMismatch));
    assert_eq!(tries(&|view| view.ballot.clone_from(&waits)), Err(Code::AnswerMismatch));
    assert_eq!(tries(&|view| view.elected = Some(elects(others.clone()))), Err(Code::AnswerMismatch));
    for (persons, outcome) in
        [(&["wang"][..], Ok(())), (&["zhao"], Err(Code::AnswerMismatch)), (&[], Err(Code::AnswerMismatch))]
    {
        let seated = tries(&|view| {
            view.elected = Some(elects(wang.clone()));
            view.seat = Some(seats(persons));
        });
        assert_eq!(seated, outcome, "{persons:?}");
    }
    assert_eq!(tries(&|view| view.seat = Some(seats(&["wang"]))), Err(Code::AnswerMismatch));
}
