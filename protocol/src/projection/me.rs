//! The reader: their homes and the ballots of their parties, proven; the rest of what a server says of them is its word.

use crate::id::PublicKey;
use crate::projection::{Ballot, Home, person_name};
use crate::rejection::Rejection;
use crate::view::{MeView, Opened};

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
            ballots: Ballot::all(opened, &view, key)?,
            view,
        })
    }
}
