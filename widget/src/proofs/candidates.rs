//! Who stands for the election of a matter, believed only as far as it is proven.

use yishi_protocol::body::Body;
use yishi_protocol::id::{EntryId, MatterId};
use yishi_protocol::projection::Candidate;
use yishi_protocol::view::{CandidatesView, Served};

use crate::proofs::session::Session;
use crate::words::trouble::Trouble;

/// Who stands, and what of it is the server's word.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Standers {
    /// Those who stand or did, and then those who wait for a second person.
    pub(crate) all: Vec<Candidate>,
    /// All else.
    pub(crate) view: CandidatesView,
}

impl Standers {
    /// A candidate by the entry by which they stand.
    pub(crate) fn of(&self, entry: &EntryId) -> Option<&Candidate> {
        self.all.iter().find(|one| one.entry == *entry)
    }
}

impl Session {
    /// The candidates of a matter.
    pub(crate) async fn candidates(&mut self, matter: &MatterId) -> Result<Standers, Trouble> {
        let answer: Served<CandidatesView> = self.fetch(&format!("/matters/{matter}/candidates")).await?;
        let (shown, view) = answer.apart();
        let all = Candidate::all(&self.opened(&shown, Body::decode)?, &view, matter)?;
        Ok(Standers { all, view })
    }
}
