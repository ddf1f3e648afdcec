//! Written mandates of the reader's parties, and those that the reader holds: what they say is proven, that they are in force, and
//! that a party which gave one is the reader's, is the server's word.

use crate::blob::ProxyTerms;
use crate::body::Body;
use crate::id::{EntryId, NoticeId, PartyId, PersonId};
use crate::projection::{AtHand, Home};
use crate::rejection::{Code, Rejection, require};
use crate::view::{MandateList, MandateView, Opened};

/// A mandate in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Mandate {
    /// The entry that gave it.
    pub entry: EntryId,
    /// In which vote.
    pub notice: NoticeId,
    /// For which party.
    pub party: PartyId,
    /// Who votes.
    pub proxy: PersonId,
    /// Whether two clerks recorded it from a paper.
    pub on_paper: bool,
    /// Until when, exclusive, in milliseconds since 1970; none for as long as the vote goes on.
    pub until_ms: Option<u64>,
    /// What the proxy was told.
    pub terms: AtHand<ProxyTerms>,
    /// Whether the reader holds it.
    pub held: bool,
    /// The homes for which its holder votes.
    pub homes: Vec<Home>,
    /// Their owners: the server's word.
    pub names: Vec<String>,
}

impl Mandate {
    /// The mandates of an answer, for a person.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if an entry gives no mandate, or one to somebody else than the reader who is said to hold it, or a home is
    /// another party's; those of [`Home::of_list`] and [`Opened::entry`].
    pub fn all(opened: &Opened<'_>, stated: &MandateList, person: &PersonId) -> Result<Vec<Self>, Rejection> {
        let one = |view: &MandateView| {
            let Body::Proxy(body) = opened.entry(&view.entry)?.entry.into_body() else {
                return Err(Code::AnswerMismatch.into());
            };
            let (Some(proxy), Some(terms)) = (body.person, body.terms) else {
                return Err(Code::AnswerMismatch.into());
            };
            let homes = Home::of_list(opened, &view.homes)?;
            let theirs = !view.held || proxy == *person;
            require(theirs && homes.iter().all(|home| home.party == body.party), Code::AnswerMismatch)?;
            Ok(Self {
                entry: view.entry,
                notice: body.notice,
                party: body.party,
                proxy,
                on_paper: body.document.is_some(),
                until_ms: body.until_ms,
                terms: AtHand::of(opened, &terms)?,
                held: view.held,
                homes,
                names: view.names.clone(),
            })
        };
        stated.mandates.iter().map(one).collect()
    }
}
