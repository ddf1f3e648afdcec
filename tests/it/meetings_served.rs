//! Meetings as they are served: figures of a council are counted again, whatever a lying server makes of them; and which homes came
//! to a meeting of homes no view tells.

use std::collections::BTreeSet;

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{
    Action, Attest, Body, Capability, Charter, Class, Confirm, Mark, Meeting, MeetingStage, OrgKind,
};
use yishi_protocol::calendar::HOUR_MS;
use yishi_protocol::id::EntryId;
use yishi_protocol::projection::Met;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::view::{MeetingsView, Served};
use yishi_tests::councils::{charter, hand, home_hand, homes_charter, meeting, minutes};
use yishi_tests::elections::neighbour_grant;
use yishi_tests::liar::Liar;
use yishi_tests::matters::{answer, raise};
use yishi_tests::people::{party, public};
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::shown;
use yishi_tests::stairwell::{hour, org_unit, resolution};

type Answer = Served<MeetingsView>;

/// Who sits in the council.
const MEMBERS: [&str; 5] = ["wang", "li", "wu", "zheng", "chen"];

async fn says(office: &PostOffice, by: &str, (body, blobs): (impl Into<Body>, Vec<Blob>)) -> EntryId {
    office.say(by, body, blobs).await.unwrap().entry.id()
}

/// A meeting about a matter of wang's by a charter, on 10 April; the clock stands at its beginning.
async fn called(office: &PostOffice, (body, blobs): (Charter, Vec<Blob>)) -> (EntryId, EntryId) {
    office.clock.set(hour(3, 25, 9));
    let entry = says(office, "feng", (body, blobs)).await;
    says(office, "root", (Confirm { entry }, vec![])).await;
    let matter = says(office, "wang", raise()).await;
    says(office, "host", answer(matter, Action::Accept, "请议事会定。")).await;
    let (body, blobs) = meeting((entry, matter), 12);
    let body = Meeting { starts_ms: hour(4, 10, 19), ends_ms: hour(4, 10, 21), ..body };
    let id = says(office, "feng", (body, blobs)).await;
    office.clock.set(hour(4, 10, 19));
    (matter, id)
}

async fn founded() -> PostOffice {
    let office = PostOffice::founded().await.unwrap();
    office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (unit, words) = org_unit(OrgKind::ResidentsCommittee, "居民委员会", None);
    says(&office, "root", (unit, words)).await;
    let give = neighbour_grant(&office.state().await.unwrap(), "feng", &[Capability::Notice]);
    says(&office, "root", (give, vec![])).await;
    office
}

/// A council in which two were for it and two against, attested.
async fn told() -> (PostOffice, EntryId, EntryId) {
    let office = founded().await;
    let (matter, id) = called(&office, charter(&MEMBERS)).await;
    for (name, mark) in
        [("wang", Mark::For), ("li", Mark::For), ("wu", Mark::Against), ("zheng", Mark::Against)]
    {
        says(&office, name, (hand(id, name, mark), vec![])).await;
    }
    office.clock.set(hour(4, 10, 22));
    let entry = says(&office, "feng", minutes(id, [2, 2, 0, 4, 0, 5])).await;
    says(&office, "li", (Attest { denies: None, meeting: id, minutes: entry }, vec![])).await;
    (office, matter, id)
}

async fn read(office: &PostOffice, matter: EntryId) -> Answer {
    shown(office, None, &format!("/matters/{matter}/meetings")).await.unwrap()
}

fn opened(office: &PostOffice, matter: EntryId, answer: &Answer) -> Result<Vec<Met>, Rejection> {
    let opened = answer.open((&office.estate, &public("log")), Body::decode)?;
    Met::all(&opened, &answer.stated, (&matter, hour(4, 10, 22)))
}

#[tokio::test]
async fn everybody_reads_what_a_council_came_to_and_by_which_rules() {
    let (office, matter, id) = told().await;
    let answer = read(&office, matter).await;
    let all = opened(&office, matter, &answer).unwrap();
    let [met] = &all[..] else { panic!("one meeting") };
    assert_eq!((met.entry, met.stage), (id, MeetingStage::NotPassed));
    let (counts, working) = met.counts.unwrap();
    assert_eq!((counts.in_favour, counts.present, counts.entitled), (2, 4, 5));
    assert_eq!(working.map(|line| line.to_string()), ["2*4=8 > 1*5=5", "2*2=4 <= 1*4=4"]);
    assert!(met.source.as_ref().is_some() && met.question.as_ref().is_some());
}

#[tokio::test]
async fn no_figures_of_a_council_are_believed_that_its_members_did_not_sign() {
    let (office, matter, _) = told().await;
    let liar = Liar::of(&office).await.unwrap();
    let honest = read(&office, matter).await;
    let facts = |answer: &Answer| -> Result<BTreeSet<String>, Rejection> {
        let all = opened(&office, matter, answer)?;
        Ok(all.into_iter().map(|met| format!("{} {:?}", met.entry, met.counts)).collect())
    };
    let believed = facts(&honest).unwrap();
    assert_eq!(believed.len(), 1);
    let mut refused = BTreeSet::new();
    for (lie, answer) in liar.lies(&honest) {
        match facts(&answer) {
            Ok(now) => {
                // That there are no minutes is the server's word.
                let more: Vec<_> = now.difference(&believed).filter(|fact| !fact.ends_with("None")).collect();
                assert!(more.is_empty(), "{lie} is believed: {more:?}");
            }
            Err(rejection) => drop(refused.insert(rejection.code)),
        }
    }
    assert!(refused.contains(&Code::AnswerMismatch), "{refused:?}");
}

#[tokio::test]
async fn which_homes_came_is_in_no_view() {
    let office = founded().await;
    let (matter, id) = called(&office, homes_charter()).await;
    for name in ["wang", "li", "wu", "zheng", "chen", "wei"] {
        says(&office, name, home_hand(id, name, 0)).await;
    }
    office.clock.set(hour(4, 10, 21) + HOUR_MS);
    says(&office, "feng", minutes(id, [6, 0, 0, 6, 0, 11])).await;
    let answer = read(&office, matter).await;
    assert_eq!(opened(&office, matter, &answer).unwrap().len(), 1);
    let text = yishi_protocol::strict_json::write_text(&answer);
    for name in ["wang", "li", "wu", "zheng", "chen", "wei"] {
        assert!(!text.contains(&party(name).to_string()), "{name}");
    }
    assert!(answer.stated.meetings[0].hands.is_empty());
}
