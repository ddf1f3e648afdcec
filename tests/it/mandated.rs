//! Who reads of a written mandate: whoever gave it, whoever holds it, the desk in numbers and ids; and nobody else.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use yishi_protocol::blob::BlobKind;
use yishi_protocol::body::{Class, Close, Tally};
use yishi_protocol::id::EntryId;
use yishi_protocol::projection::{Ballot, Mandate, Me};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::state::{ErasableSort, KeyHolder, KeyRecord};
use yishi_protocol::view::{MandateList, MandatesOf, MeView, ResultView, Served};
use yishi_tests::liar::Liar;
use yishi_tests::mandates::{mandate, take_back};
use yishi_tests::people::{party, person, public, unit};
use yishi_tests::post_office::{PostOffice, Vote};
use yishi_tests::shown::{opened, shown};
use yishi_tests::stairwell::{ballot, hour, resolution};

const MINE: &str = "/me/mandates";

/// An open vote in which wang has let the tenant vote, told to be against, and li has let wang.
async fn told() -> (PostOffice, Vote) {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (body, blobs) = mandate(vote.notice, "wang", "tenant", &[Some(&[1])]);
    office.say("wang", body, blobs).await.unwrap();
    let (body, blobs) = mandate(vote.notice, "li", "wang", &[None]);
    office.say("li", body, blobs).await.unwrap();
    (office, vote)
}

async fn cast(office: &PostOffice, who: &str, home: &str, agenda: EntryId, mark: u32) -> EntryId {
    let (body, blob) = ballot(agenda, party(home), &[&[mark]], None);
    office.say(who, body, vec![blob]).await.unwrap().entry.id()
}

async fn mandates(office: &PostOffice, who: &str) -> Vec<Mandate> {
    let answer: Served<MandateList> = shown(office, Some(who), MINE).await.unwrap();
    Mandate::all(&opened(office, &answer).unwrap(), &answer.stated, &person(who)).unwrap()
}

async fn me(office: &PostOffice, who: &str) -> (Me, BTreeSet<BlobKind>) {
    let answer: Served<MeView> = shown(office, Some(who), "/me").await.unwrap();
    let kinds = answer.blobs.iter().map(|blob| blob.kind).collect();
    (Me::of(&opened(office, &answer).unwrap(), answer.stated.clone(), &public(who)).unwrap(), kinds)
}

#[tokio::test]
async fn giver_and_holder_read_a_mandate_with_its_terms_and_nobody_else_does() {
    let (office, vote) = told().await;
    let held = mandates(&office, "tenant").await;
    assert_eq!((held.len(), held[0].held, held[0].party), (1, true, party("wang")));
    assert_eq!(held[0].names, ["wang"]);
    assert_eq!(held[0].homes.iter().map(|home| home.unit).max(), Some(unit("101").max(unit("201"))));
    assert_eq!(held[0].terms.as_ref().unwrap().choice, [Some(vec![1])]);
    let both = mandates(&office, "wang").await;
    let given = both.iter().find(|mandate| !mandate.held).unwrap();
    assert_eq!((both.len(), given.proxy, given.names.len(), given.homes.len()), (2, person("tenant"), 0, 0));
    // Whoever gave it reads beside their own vote that somebody else casts it; the holder reads no more than they know.
    let proxies = async |who: &str| -> Vec<_> {
        let (me, _) = me(&office, who).await;
        me.view.rights.iter().map(|right| (right.party, right.proxy)).collect()
    };
    assert_eq!(proxies("wang").await, [(party("wang"), Some(person("tenant"))), (party("li"), None)]);
    assert_eq!(proxies("li").await, [(party("li"), Some(person("wang")))]);
    assert_eq!(proxies("tenant").await, [(party("wang"), None)]);
    for stranger in ["chen", "wu"] {
        assert!(mandates(&office, stranger).await.is_empty(), "{stranger}");
    }
    assert_eq!(office.get(MINE).await.unwrap().code(), "PASS_REQUIRED");
    let terms = office
        .state()
        .await
        .unwrap()
        .notice(&vote.notice)
        .unwrap()
        .mandates
        .get(&party("wang"))
        .unwrap()
        .given[0]
        .terms;
    for who in ["wang", "tenant", "host"] {
        let answer = office.get_as(who, &format!("/blobs/{terms}")).await.unwrap();
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who}: by its id nobody reads it");
    }
    office.say("wang", take_back(vote.notice, "wang"), vec![]).await.unwrap();
    assert!(mandates(&office, "tenant").await.is_empty());
}

#[tokio::test]
async fn all_ballots_still_to_cast_wait_for_a_proxy_and_the_owner_sees_that_one_was_cast() {
    let (office, vote) = told().await;
    let (before, _) = me(&office, "wang").await;
    let rights: BTreeSet<_> =
        before.view.rights.iter().map(|right| (right.party, right.owners.clone())).collect();
    assert!(
        rights.contains(&(party("li"), Some(vec!["li".to_owned()]))),
        "with the name of whom they vote for"
    );
    assert!(rights.contains(&(party("wang"), None)));
    assert_eq!(before.view.queue.iter().map(|one| one.count).sum::<u32>(), 2, "wang's own, and li's");
    let (tenant, _) = me(&office, "tenant").await;
    assert_eq!((tenant.view.rights.len(), tenant.homes.len()), (1, 0));

    let entry = cast(&office, "tenant", "wang", vote.agenda, 1).await;
    let (wang, kinds) = me(&office, "wang").await;
    let seen: Vec<&Ballot> = wang.ballots.iter().filter(|ballot| ballot.party == party("wang")).collect();
    assert_eq!((seen.len(), seen[0].entry, seen[0].stands, seen[0].own), (1, entry, true, false));
    assert_eq!(seen[0].proxy, Some(person("tenant")));
    assert!(!kinds.contains(&BlobKind::Ballot), "and not what: a sealed choice is its key's");
    let (tenant, kinds) = me(&office, "tenant").await;
    assert_eq!((tenant.ballots.len(), tenant.ballots[0].own), (1, true));
    assert!(kinds.contains(&BlobKind::Ballot));
    // It is taken back; the receipt stays the signer's.
    office.say("wang", take_back(vote.notice, "wang"), vec![]).await.unwrap();
    let (tenant, _) = me(&office, "tenant").await;
    assert_eq!((tenant.ballots.len(), tenant.view.rights.len()), (1, 0));
    let other = office.get_as("tenant", "/me/copy").await.unwrap();
    assert_eq!(other.status, StatusCode::OK, "and in the copy of what is held of them");
}

#[tokio::test]
async fn the_desk_sees_who_votes_for_whom_and_the_public_how_many_ballots_came_so() {
    let (office, vote) = told().await;
    let path = format!("/notices/{}/mandates", vote.notice);
    let rows: MandatesOf = office.get_as("host", &path).await.unwrap().json().unwrap();
    let pairs: BTreeSet<_> = rows.mandates.iter().map(|row| (row.party, row.proxy)).collect();
    assert_eq!(pairs, BTreeSet::from([(party("wang"), person("tenant")), (party("li"), person("wang"))]));
    assert_eq!(office.get_as("tenant", &path).await.unwrap().code(), "MISSING_CAPABILITY");
    assert_eq!(office.get(&path).await.unwrap().code(), "PASS_REQUIRED");

    cast(&office, "tenant", "wang", vote.agenda, 1).await;
    cast(&office, "wang", "li", vote.agenda, 0).await;
    cast(&office, "chen", "chen", vote.agenda, 0).await;
    office.clock.set(hour(4, 4, 0));
    office.say("host", Close { agenda: vote.agenda }, vec![]).await.unwrap();
    let draft = office.get_as("host", &format!("/agendas/{}/tally-draft", vote.agenda)).await.unwrap();
    office.say("host", draft.json::<Tally>().unwrap(), vec![]).await.unwrap();
    let posted: Served<ResultView> =
        shown(&office, None, &format!("/agendas/{}/result", vote.agenda)).await.unwrap();
    assert_eq!((posted.stated.late.proxies, posted.stated.late.recorded), (2, 0));
    assert!(mandates(&office, "tenant").await.is_empty(), "they end with the vote");
}

#[tokio::test]
async fn terms_are_kept_as_long_as_their_vote_and_are_their_givers_to_erase() {
    let (office, vote) = told().await;
    let state = office.state().await.unwrap();
    let terms = state.notice(&vote.notice).unwrap().mandates.get(&party("wang")).unwrap().given[0].terms;
    let now = state.erasable(&terms, hour(4, 1, 0)).unwrap();
    assert_eq!((now.sort, now.ended), (ErasableSort::Terms, Some(Code::StillNeeded)));
    assert!(now.sort.is_secret() && !state.outlived(hour(4, 1, 0)).contains(&terms));
    assert!(state.erasable_of(&person("wang")).contains(&terms));
    assert!(!state.erasable_of(&person("tenant")).contains(&terms));
    assert!(state.key(&public("wang")).is_some_and(KeyRecord::is_vouched));
    assert_eq!(state.key(&public("wang")).unwrap().holder, KeyHolder::Person(person("wang")));
}

#[tokio::test]
async fn a_server_that_lies_about_mandates_is_not_believed() {
    let (office, _) = told().await;
    let mut liar = Liar::of(&office).await.unwrap();
    let others: Served<MandateList> = shown(&office, Some("li"), MINE).await.unwrap();
    liar.learn(&others);
    let honest: Served<MandateList> = shown(&office, Some("tenant"), MINE).await.unwrap();
    let read = |answer: &Served<MandateList>| -> Result<BTreeSet<String>, Rejection> {
        let opened = answer.open((&office.estate, &public("log")), yishi_protocol::body::Body::decode)?;
        let all = Mandate::all(&opened, &answer.stated, &person("tenant"))?;
        let facts = |one: &Mandate| {
            let homes = one.homes.iter().map(|home| format!("home {:?}", (home.unit, home.party)));
            let said = format!("gives {:?}", (one.entry, one.notice, one.party, one.proxy, one.until_ms));
            let told = one.terms.as_ref().map(|terms| format!("told {terms:?}"));
            homes.chain([said]).chain(told).collect::<Vec<_>>()
        };
        Ok(all.iter().filter(|one| one.held).flat_map(facts).collect())
    };
    let believed = read(&honest).unwrap();
    assert!(believed.len() >= 4);
    let mut refused = BTreeSet::new();
    for (lie, answer) in liar.lies(&honest) {
        match read(&answer) {
            Ok(now) => assert_eq!(now.difference(&believed).next(), None, "{lie} is believed"),
            Err(rejection) => drop(refused.insert(rejection.code)),
        }
    }
    assert!(refused.contains(&Code::AnswerMismatch), "{refused:?}");
}
