//! What came of a vote, as far as this phone may read it.

use std::sync::Arc;

use yishi_protocol::body::Body;
use yishi_protocol::id::EntryId;
use yishi_protocol::projection::{Stated, Vote};
use yishi_protocol::view::{ResultView, Served};

use crate::proofs::session::Session;
use crate::words::trouble::Trouble;

impl Session {
    /// A vote with what is stated of it, both from one answer, every part of it proven.
    pub(crate) async fn result(&mut self, id: &EntryId) -> Result<(Arc<Vote>, Arc<Stated>), Trouble> {
        // People of the estate are shown the totals of few homes too; as with a letter, the pass may have been too old.
        let (path, key) = (format!("/agendas/{id}/result"), self.key.clone());
        let mut answer: Served<ResultView> = self.read(&path, key.as_ref()).await?;
        if key.is_some() && answer.stated.tally.is_none() && !answer.stated.posted.is_empty() {
            answer = self.read(&path, key.as_ref()).await?;
        }
        let (shown, view) = answer.apart();
        let opened = self.opened(&shown, Body::decode)?;
        Ok((Arc::new(Vote::of(&opened, &view.agenda, id)?), Arc::new(Stated::of(&opened, &view)?)))
    }
}
