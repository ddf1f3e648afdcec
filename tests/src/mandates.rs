//! Written mandates: given, taken back, recorded from a paper.

use yishi_protocol::blob::{Blob, ProxyTerms, Words};
use yishi_protocol::body::Proxy;
use yishi_protocol::id::EntryId;
use yishi_protocol::merkle::leaf_hash;

use crate::people::{party, person, salt};

/// A mandate of a home for somebody in a noticed vote of some items, with its terms: what to mark, where that is said.
pub fn mandate(notice: EntryId, home: &str, to: &str, told: &[Option<&[u32]>]) -> (Proxy, Vec<Blob>) {
    let choice = told.iter().map(|marks| marks.map(<[u32]>::to_vec)).collect();
    let terms = ProxyTerms { choice, words: Some(Words::zh("请替我投票。")) };
    let blob = Blob::proxy_terms(&notice, &party(home), salt(&format!("{home} to {to}")), &terms);
    let (party, person) = (party(home), Some(person(to)));
    let body = Proxy { document: None, notice, party, person, terms: Some(blob.id()), until_ms: None };
    (body, vec![blob])
}

/// The same from a paper.
pub fn on_paper(notice: EntryId, home: &str, to: &str, told: &[Option<&[u32]>]) -> (Proxy, Vec<Blob>) {
    let (body, blobs) = mandate(notice, home, to, told);
    (Proxy { document: Some(leaf_hash("授权委托书".as_bytes())), ..body }, blobs)
}

/// Takes a home's mandate back.
pub fn take_back(notice: EntryId, home: &str) -> Proxy {
    Proxy { document: None, notice, party: party(home), person: None, terms: None, until_ms: None }
}
