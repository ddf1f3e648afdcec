//! Who stands for the election of a matter: that each does, and since when, is proven; that nobody else does is the server's word.

use std::collections::BTreeSet;

use super::AtHand;
use crate::blob::Words;
use crate::body::{Body, Candidacy, Nominate};
use crate::id::{EntryId, MatterId, PersonId};
use crate::rejection::{Code, Rejection, require};
use crate::view::{CandidateView, CandidatesView, Opened, Speaker};

/// Somebody who stands, or did.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The entry by which they stand.
    pub entry: EntryId,
    /// Who.
    pub person: PersonId,
    /// What they stand for, and what was checked.
    pub candidacy: Candidacy,
    /// What ballots call them.
    pub called: AtHand<Words>,
    /// Who stands behind it, as far as everybody may know: the server's word; none for a root, and while it waits.
    pub behind: Option<Speaker>,
    /// Since when everybody can read it, in milliseconds since 1970; none while it waits for a second person.
    pub posted_ms: Option<u64>,
    /// When they took it back, in milliseconds since 1970.
    pub back_ms: Option<u64>,
}

impl Candidate {
    /// The candidates of the matter that was asked about, and then those who wait.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if the answer is about another matter, or an entry does not say what it is named for: a `nominate` of that
    /// matter by which somebody stands, a `confirm` of it that is later and signed with another key, a later `nominate` that takes back
    /// what that person said; if the answer puts somebody on a ballot or in a seat who is not among them; those of [`Opened::entry`].
    pub fn all(
        opened: &Opened<'_>,
        view: &CandidatesView,
        matter: &MatterId,
    ) -> Result<Vec<Self>, Rejection> {
        require(view.matter == *matter, Code::AnswerMismatch)?;
        let stand = view.candidates.iter().map(|one| Self::posted(opened, one, matter));
        let wait = view.waiting.iter().map(|entry| Self::said(opened, entry, matter));
        let all = stand.chain(wait).collect::<Result<Vec<_>, _>>()?;
        require(names_its_own(&all, view), Code::AnswerMismatch)?;
        Ok(all)
    }

    fn posted(opened: &Opened<'_>, view: &CandidateView, matter: &MatterId) -> Result<Self, Rejection> {
        let candidate = Self::said(opened, &view.entry, matter)?;
        let (said, second) = (opened.entry(&view.entry)?, opened.entry(&view.confirmed)?);
        let Body::Confirm(confirm) = second.entry.body() else { return Err(Code::AnswerMismatch.into()) };
        let behind = confirm.entry == view.entry && second.index > said.index;
        require(behind && second.entry.author() != said.entry.author(), Code::AnswerMismatch)?;
        let mut back_ms = None;
        if let Some(back) = &view.back {
            let back = opened.entry(back)?;
            let Body::Nominate(body) = back.entry.body() else { return Err(Code::AnswerMismatch.into()) };
            let theirs = body.person == candidate.person && body.matter == *matter;
            require(theirs && body.candidacy.is_none() && back.index > second.index, Code::AnswerMismatch)?;
            back_ms = Some(back.received_ms);
        }
        Ok(Self { behind: view.behind.clone(), posted_ms: Some(second.received_ms), back_ms, ..candidate })
    }

    fn said(opened: &Opened<'_>, id: &EntryId, matter: &MatterId) -> Result<Self, Rejection> {
        let Body::Nominate(body) = opened.entry(id)?.entry.into_body() else {
            return Err(Code::AnswerMismatch.into());
        };
        let Nominate { candidacy: Some(candidacy), matter: of, person } = body else {
            return Err(Code::AnswerMismatch.into());
        };
        require(of == *matter, Code::AnswerMismatch)?;
        let called = AtHand::of(opened, &candidacy.text)?;
        Ok(Self { entry: *id, person, candidacy, called, behind: None, posted_ms: None, back_ms: None })
    }
}

/// Whether whoever an answer says is on the ballot or elected is among its candidates, and those who would be seated are those elected.
fn names_its_own(all: &[Candidate], view: &CandidatesView) -> bool {
    let find = |entry: &EntryId| all.iter().find(|one| one.entry == *entry && one.posted_ms.is_some());
    let known = |entries: &[EntryId]| entries.iter().all(|entry| find(entry).is_some());
    let elected = view.elected.as_ref();
    let known = known(&view.ballot)
        && elected.is_none_or(|of| known(&of.seated) && known(&of.alternates) && known(&of.tied));
    let seats = view.seat.as_ref().is_none_or(|seat| {
        elected.filter(|of| of.agenda == seat.agenda).is_some_and(|of| {
            let persons = of.seated.iter().filter_map(find).map(|one| one.person);
            persons.collect::<BTreeSet<_>>().into_iter().eq(seat.persons.iter().copied())
        })
    });
    known && seats
}
