//! Fetches matters, opened with their proofs, and the lists that are the server's word.

use yishi_protocol::body::{Body, Score};
use yishi_protocol::id::{AgendaId, MatterId};
use yishi_protocol::projection::{Matter, ModeratedWords};
use yishi_protocol::strict_json::Strict;
use yishi_protocol::view::{
    MatterList, MatterView, ModeratedList, OfficerList, ScopeList, Served, TurnoutView,
};

use crate::proofs::session::{Session, get};
use crate::words::trouble::Trouble;

impl Session {
    /// The list of matters: all of it is the server's word.
    pub(crate) async fn matters(&mut self) -> Result<MatterList, Trouble> {
        self.fetch("/matters").await
    }

    /// The parts of the estate.
    pub(crate) async fn scopes(&mut self) -> Result<ScopeList, Trouble> {
        self.fetch("/scopes").await
    }

    /// Who holds an office.
    pub(crate) async fn officers(&mut self) -> Result<OfficerList, Trouble> {
        self.fetch("/officers").await
    }

    /// Who takes part in a vote, for the desk.
    pub(crate) async fn turnout(&mut self, agenda: &AgendaId) -> Result<TurnoutView, Trouble> {
        self.fetch(&format!("/agendas/{agenda}/turnout")).await
    }

    /// The score of a matter as its marks give it, to be signed; the rule book compares it when it comes back.
    pub(crate) async fn score_draft(&mut self, matter: &MatterId) -> Result<Score, Trouble> {
        self.fetch(&format!("/matters/{matter}/score-draft")).await
    }

    /// Reads an address below the estate's, with a pass if this device has a key.
    pub(crate) async fn fetch<T: Strict>(&mut self, path: &str) -> Result<T, Trouble> {
        let pass = self.pass();
        let (view, server_ms) = get(&format!("{}{path}", self.base), pass.as_deref()).await?;
        self.server_ms = server_ms;
        Ok(view)
    }

    /// A matter, by its name, with all that was said.
    pub(crate) async fn matter(&mut self, id: &MatterId) -> Result<Matter, Trouble> {
        let mut matter = self.matter_page(id, "").await?;
        while let Some(next) = matter.view.opinions_next {
            let page = self.matter_page(id, &format!("?after={next}")).await?;
            matter.read_on(page)?;
        }
        Ok(matter)
    }

    async fn matter_page(&mut self, id: &MatterId, after: &str) -> Result<Matter, Trouble> {
        let answer: Served<MatterView> = self.fetch(&format!("/matters/{id}{after}")).await?;
        let (shown, view) = answer.apart();
        let opened = self.opened(&shown, Body::decode)?;
        Ok(Matter::of(&opened, view, id)?)
    }

    /// Words that were reported or hidden, for the desk.
    pub(crate) async fn moderated(&mut self) -> Result<Vec<ModeratedWords>, Trouble> {
        let answer: Served<ModeratedList> = self.fetch("/moderated").await?;
        let (shown, view) = answer.apart();
        let opened = self.opened(&shown, Body::decode)?;
        Ok(ModeratedWords::all(&opened, view)?)
    }
}
