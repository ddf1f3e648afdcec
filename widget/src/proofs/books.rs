//! Fetches disclosures: sums and questions, opened with their proofs, and their lines, page by page.

use std::collections::BTreeMap;

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Body, Disclosure, LinePlace};
use yishi_protocol::id::{BlobId, DisclosureId};
use yishi_protocol::ledger::{LedgerLine, LedgerPage};
use yishi_protocol::projection::{Asked, Disclosed, ledger_page};
use yishi_protocol::view::{DisclosureList, DisclosureView, Served, Speaker};

use crate::fetch;
use crate::proofs::session::{Session, get};
use crate::words::trouble::Trouble;

/// A disclosure, proven.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Books {
    /// Which.
    pub(crate) id: DisclosureId,
    /// What was published.
    pub(crate) body: Disclosure,
    /// When the server received it.
    pub(crate) at_ms: u64,
    /// Who published it: the server's word.
    pub(crate) speaker: Speaker,
    /// What was asked.
    pub(crate) questions: Vec<Asked>,
    /// All lines at hand, in order. Screens name a line by its number among these.
    pub(crate) lines: Vec<LedgerLine>,
    /// Where each of them stands, which is what entries name it by.
    pub(crate) places: Vec<LinePlace>,
    /// Whether a page is not at hand.
    pub(crate) incomplete: bool,
    /// Which accounts somebody has unfolded or folded: whoever comes back from a line finds them as they were.
    pub(crate) unfolded: BTreeMap<u32, bool>,
}

impl Books {
    /// Where the line of a number stands.
    pub(crate) fn place(&self, number: u32) -> Option<LinePlace> {
        self.places.get(usize::try_from(number).ok()?).copied()
    }

    /// The line at a place.
    pub(crate) fn line(&self, place: LinePlace) -> Option<&LedgerLine> {
        let at = self.places.iter().position(|at| *at == place)?;
        self.lines.get(at)
    }

    /// What was asked about the line of a number.
    pub(crate) fn asked(&self, number: u32) -> Vec<&Asked> {
        let place = self.place(number);
        self.questions.iter().filter(|asked| asked.line.is_some() && asked.line == place).collect()
    }
}

impl Session {
    /// The list of disclosures: all of it is the server's word.
    pub(crate) async fn disclosures(&mut self) -> Result<DisclosureList, Trouble> {
        let first = self.fetch("/disclosures").await?;
        self.whole("/disclosures", first).await
    }

    /// A disclosure with its lines.
    pub(crate) async fn books(&mut self, id: &DisclosureId) -> Result<Books, Trouble> {
        let Disclosed { id, body, at_ms, speaker, questions, .. } = self.disclosed(id).await?;
        let (mut lines, mut places, mut incomplete) = (Vec::new(), Vec::new(), false);
        for (number, of) in (0..).zip(&body.pages) {
            let Some(page) = self.page(of).await? else {
                incomplete = true;
                continue;
            };
            places.extend((0..).zip(&page.lines).map(|(line, _)| (number, line)));
            lines.extend(page.lines);
        }
        let unfolded = BTreeMap::new();
        Ok(Books { id, body, at_ms, speaker, questions, lines, places, incomplete, unfolded })
    }

    /// What some disclosures state, each proven, without their lines.
    pub(crate) async fn all_stated(&mut self, ids: &[DisclosureId]) -> Result<Vec<Disclosure>, Trouble> {
        let asked = ids.iter().map(|id| {
            let mut session = self.clone();
            async move { (session.disclosed(id).await, session) }
        });
        let mut all = Vec::new();
        for (stated, other) in fetch::all(asked).await {
            self.learn(&other);
            all.push(stated?.body);
        }
        Ok(all)
    }

    async fn disclosed(&mut self, id: &DisclosureId) -> Result<Disclosed, Trouble> {
        let mut all = self.disclosed_page(id, "").await?;
        while let Some(next) = all.questions_next {
            let page = self.disclosed_page(id, &format!("?after={next}")).await?;
            all.read_on(page)?;
        }
        Ok(all)
    }

    async fn disclosed_page(&mut self, id: &DisclosureId, after: &str) -> Result<Disclosed, Trouble> {
        let answer: Served<DisclosureView> = self.fetch(&format!("/disclosures/{id}{after}")).await?;
        let (shown, view) = answer.apart();
        let opened = self.opened(&shown, Body::decode)?;
        Ok(Disclosed::of(&opened, &view, id)?)
    }

    async fn page(&mut self, of: &(BlobId, u32)) -> Result<Option<LedgerPage>, Trouble> {
        match get::<Blob>(&format!("{}/blobs/{}", self.base, of.0), None).await {
            Ok((blob, _)) => Ok(Some(ledger_page(&blob, of)?)),
            Err(Trouble::Refused(refusal)) if refusal.code == "NOT_FOUND" => Ok(None),
            Err(trouble) => Err(trouble),
        }
    }
}
