//! Owners whom no screen shows: by the letters that lie in their boxes too, over the addresses that phones use.

use yishi_protocol::body::Representative;
use yishi_protocol::consent::standard_consent;
use yishi_protocol::id::{EntryId, PartyId, PersonId};
use yishi_protocol::letter::LetterCode;
use yishi_protocol::signature::public_key;
use yishi_protocol::view::CodeView;
use yishi_server::founding;
use yishi_tests::people::public;
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::shown;
use yishi_tests::stairwell::ballot;

/// Somebody's letter, opened on a device whose key is that of their name.
pub(super) async fn enrolled(office: &PostOffice, name: &str, code: &LetterCode) -> PersonId {
    let person = person_of(office, code).await;
    let consent = standard_consent();
    let letter = [code.key(&office.estate)];
    let body = founding::enrol(&office.estate, person, &public(name), &letter, &consent);
    office.say(name, body, vec![consent]).await.unwrap();
    person
}

/// Whose letter that is.
pub(super) async fn person_of(office: &PostOffice, code: &LetterCode) -> PersonId {
    let code = public_key(&code.key(&office.estate));
    shown::<CodeView>(office, None, &format!("/codes/{code}")).await.unwrap().stated.person
}

/// The party of a person whose homes are all one party's.
async fn party_of(office: &PostOffice, person: &PersonId) -> PartyId {
    let state = office.state().await.unwrap();
    let (_, roll) = state.newest_roll().unwrap();
    *roll.parties_of(person).next().unwrap().0
}

/// Names somebody to vote for a home that they own together.
pub(super) async fn names(office: &PostOffice, name: &str, owner: &PersonId, person: PersonId) {
    let party = party_of(office, owner).await;
    office.say(name, Representative { document: None, party, person }, vec![]).await.unwrap();
}

/// Casts their home's ballot on the one question of a vote.
pub(super) async fn votes(office: &PostOffice, name: &str, person: &PersonId, agenda: EntryId, choice: u32) {
    let party = party_of(office, person).await;
    let (body, blob) = ballot(agenda, party, &[&[choice]], None);
    office.say(name, body, vec![blob]).await.unwrap();
}
