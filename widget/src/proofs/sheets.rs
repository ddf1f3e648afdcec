//! Sheets of paper: those that count for one's own homes, and the one whose stub somebody holds.

use yishi_protocol::body::{Body, Kind};
use yishi_protocol::id::AgendaId;
use yishi_protocol::projection::{OwnPaper, Stub};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::strict_json;
use yishi_protocol::view::{OwnSheets, Served, SheetView};

use crate::proofs::session::Session;
use crate::words::trouble::Trouble;

impl Session {
    /// The sheets that are in the count for the homes of whoever has this phone, the newest first.
    pub(crate) async fn own_papers(&mut self) -> Result<Vec<OwnPaper>, Trouble> {
        let answer: Served<OwnSheets> = self.fetch("/me/sheets").await?;
        let (shown, view) = answer.apart();
        let mut papers = OwnPaper::all(&self.opened(&shown, of_sheets)?, view)?;
        papers.reverse();
        Ok(papers)
    }

    /// What became of a sheet; none if nobody has keyed one of that number.
    pub(crate) async fn stub(&mut self, agenda: &AgendaId, sheet: u32) -> Result<Option<Stub>, Trouble> {
        let asked: Result<Served<SheetView>, Trouble> =
            self.fetch(&format!("/agendas/{agenda}/sheets/{sheet}")).await;
        let answer = match asked {
            Err(Trouble::Refused(refusal)) if refusal.code == "NOT_FOUND" => return Ok(None),
            answer => answer?,
        };
        let (shown, view) = answer.apart();
        let opened = self.opened(&shown, of_sheets)?;
        Ok(Some(Stub::of(&opened, view, (agenda, sheet))?))
    }
}

fn of_sheets(kind: Kind, body: &[u8]) -> Result<Body, Rejection> {
    match kind {
        Kind::Paper => Ok(Body::Paper(strict_json::read(body)?)),
        _ => Err(Code::UnknownKind.into()),
    }
}
