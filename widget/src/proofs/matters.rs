//! Fetches matters, opened with their proofs, and the lists that are the server's word.

use std::cmp::Reverse;

use yishi_protocol::body::{Body, Score};
use yishi_protocol::course::CourseStage;
use yishi_protocol::id::{AgendaId, MatterId, NoticeId};
use yishi_protocol::projection::{Matter, ModeratedWords};
use yishi_protocol::strict_json::Strict;
use yishi_protocol::view::{
    MandatesOf, MatterList, MatterView, ModeratedList, OfficerList, PaperHomes, PaperList, RequisitionView,
    ScopeList, Served, TurnoutView,
};

use crate::proofs::session::{MOST_PAGES, Session, get};
use crate::words::trouble::Trouble;

impl Session {
    /// The list of matters: all of it is the server's word.
    pub(crate) async fn matters(&mut self) -> Result<MatterList, Trouble> {
        let first = self.fetch("/matters").await?;
        self.whole("/matters", first).await
    }

    /// The parts of the estate.
    pub(crate) async fn scopes(&mut self) -> Result<ScopeList, Trouble> {
        self.fetch("/scopes").await
    }

    /// Who holds an office.
    pub(crate) async fn officers(&mut self) -> Result<OfficerList, Trouble> {
        let first = self.fetch("/officers").await?;
        self.whole("/officers", first).await
    }

    /// How far owners are who demand a vote on a matter.
    pub(crate) async fn requisition(&mut self, matter: &MatterId) -> Result<RequisitionView, Trouble> {
        self.fetch(&format!("/matters/{matter}/requisition")).await
    }

    /// Who takes part in a vote, for the desk.
    pub(crate) async fn turnout(&mut self, agenda: &AgendaId) -> Result<TurnoutView, Trouble> {
        self.fetch(&format!("/agendas/{agenda}/turnout")).await
    }

    /// Who votes for whom by a written mandate in a vote.
    pub(crate) async fn mandates(&mut self, notice: &NoticeId) -> Result<MandatesOf, Trouble> {
        self.fetch(&format!("/notices/{notice}/mandates")).await
    }

    /// The sheets of a vote and its homes, for who takes paper.
    pub(crate) async fn papers(&mut self, agenda: &AgendaId) -> Result<(PaperList, PaperHomes), Trouble> {
        let (sheets, homes) = (format!("/agendas/{agenda}/papers"), format!("/agendas/{agenda}/homes"));
        let first = self.fetch(&sheets).await?;
        let papers = self.whole(&sheets, first).await?;
        let first = self.fetch(&homes).await?;
        Ok((papers, self.whole(&homes, first).await?))
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
        let (shown, view) = self.matter_page(id, "").await?.apart();
        let mut matter = Matter::of(&self.opened(&shown, Body::decode)?, view, id)?;
        while let Some(next) = matter.view.page_next {
            let (shown, view) = self.matter_page(id, &format!("?after={next}")).await?.apart();
            matter.read_on(&self.opened(&shown, Body::decode)?, &view)?;
        }
        Ok(matter)
    }

    async fn matter_page(&mut self, id: &MatterId, after: &str) -> Result<Served<MatterView>, Trouble> {
        self.fetch(&format!("/matters/{id}{after}")).await
    }

    /// Words that were reported or hidden, for the desk.
    pub(crate) async fn moderated(&mut self) -> Result<Vec<ModeratedWords>, Trouble> {
        let (mut all, mut path) = (Vec::new(), "/moderated".to_owned());
        for _ in 0..MOST_PAGES {
            let answer: Served<ModeratedList> = self.fetch(&path).await?;
            let (shown, view) = answer.apart();
            let next = view.next;
            let opened = self.opened(&shown, Body::decode)?;
            all.extend(ModeratedWords::all(&opened, view)?);
            let Some(next) = next else { break };
            path = format!("/moderated?after={next}");
        }
        // What somebody has to look at stands first, then what was said last.
        all.sort_by_key(|one| (!waits(one.view.stage), Reverse(one.at_ms)));
        Ok(all)
    }
}

/// Whether somebody of an office has to look at words that stand there.
const fn waits(stage: CourseStage) -> bool {
    matches!(stage, CourseStage::Reported | CourseStage::Appealed | CourseStage::Unruled)
}
