//! The evidence of a vote, for whoever holds the office to ask for it. Nothing here is believed: whoever is given it checks it.

use yishi_protocol::export::court_file;
use yishi_protocol::id::AgendaId;

use crate::fetch::Asking;
use crate::proofs::session::{Session, ask};
use crate::words::trouble::Trouble;

/// The evidence of a vote as it is exported, and as a court file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EvidenceFiles {
    pub(crate) export: String,
    pub(crate) court_file: String,
}

impl Session {
    /// Both, once the log says that they were asked for. `server` is where the pages are.
    pub(crate) async fn evidence(
        &mut self,
        agenda: &AgendaId,
        server: &str,
    ) -> Result<EvidenceFiles, Trouble> {
        let pass = self.pass();
        let asked = Asking { pass: pass.as_deref(), ..Asking::default() };
        let (export, _) = ask(&format!("{}/agendas/{agenda}/evidence", self.base), asked).await?;
        let address = format!("{}/court-file.html", server.trim_end_matches('/'));
        let (page, _) = ask(&address, Asking::default()).await?;
        let court_file = court_file(&page, export.as_bytes()).ok_or(Trouble::Outdated)?;
        Ok(EvidenceFiles { export, court_file })
    }
}
