//! The reader: their homes and the ballots of their parties, proven; the rest of what a server says of them is its word.

use crate::id::PublicKey;
use crate::projection::{Ballot, Home, person_name};
use crate::rejection::{Code, Rejection, require};
use crate::view::{MeView, Opened, RightView};

/// Who reads.
#[derive(Clone, Debug, PartialEq)]
pub struct Me {
    /// What the server states, of which `homes` and `ballots` are what is proven.
    pub view: MeView,
    /// The person's name, if at hand: a wrong one would be the person's own to notice.
    pub name: Option<String>,
    /// Their homes, party by party.
    pub homes: Vec<Home>,
    /// The ballots of their parties, in the order of the log.
    pub ballots: Vec<Ballot>,
}

impl Me {
    /// The reader whose pass `key` has signed.
    ///
    /// # Errors
    /// Those of [`Home::of_parties`] and [`Ballot::all`].
    pub fn of(opened: &Opened<'_>, view: MeView, key: &PublicKey) -> Result<Self, Rejection> {
        Ok(Self {
            name: person_name(opened, view.name.as_ref()),
            homes: Home::of_parties(opened, &view.parties)?,
            ballots: page(opened, &view, (&view.rights, key))?,
            view,
        })
    }

    /// Adds the next page of their ballots, which are older ones.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if there is none, it is no earlier one, or another person's; those of [`Ballot::all`].
    pub fn read_on(&mut self, opened: &Opened<'_>, view: &MeView, key: &PublicKey) -> Result<(), Rejection> {
        let after = self.view.ballots_next;
        let ballots = page(opened, view, (&self.view.rights, key))?;
        let earlier = ballots.iter().all(|ballot| after.is_some_and(|after| ballot.index < after));
        require(view.person == self.view.person && after.is_some() && earlier, Code::AnswerMismatch)?;
        self.ballots.splice(..0, ballots);
        self.view.ballots_next = view.ballots_next;
        Ok(())
    }
}

/// The ballots of a page. One that leads on begins with the ballot that it names, so that whoever follows pages comes to an end.
fn page(
    opened: &Opened<'_>,
    view: &MeView,
    (rights, key): (&[RightView], &PublicKey),
) -> Result<Vec<Ballot>, Rejection> {
    let ballots = Ballot::all(opened, &view.ballots, (rights, key))?;
    let first = ballots.first().map(|ballot| ballot.index);
    require(view.ballots_next.is_none() || view.ballots_next == first, Code::AnswerMismatch)?;
    Ok(ballots)
}
