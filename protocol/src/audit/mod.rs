//! Auditing an export: everything the server says, judged again from the bytes.

mod clocks;
mod history;
mod known;
mod receipt;
mod verdict;

use std::collections::{BTreeMap, BTreeSet};

use crate::admit::{Admitted, earlier_rounds};
use crate::blob::{Evidence, Missing};
use crate::body::{LedgerSums, RoundScore};
use crate::checkpoint::Checkpoint;
use crate::count::{
    LeftOut, Margins, count_weak, late_keys, left_out, margins, missing_for, papers, weak_ballots,
};
use crate::export::{Export, ExportKind};
use crate::id::{AgendaId, BlobId, DisclosureId, MatterId, RollId};
use crate::log::{Log, LogEntry};
use crate::rejection::{Code, Rejection, require};

use clocks::Clockwork;

pub use clocks::Clocks;
pub use history::{FoundedLog, Head, HeadsCompared, History, compare};
pub use known::{Known, Seen};
pub use receipt::{ReceiptCheck, ReceiptStanding, check_receipt};
pub use verdict::{Basis, DisclosureVerdict, MatterVerdict, RollVerdict, Verdict, VoteVerdict, Wrong};

/// A figure that an entry states and blobs show.
pub(crate) enum Figure {
    /// The area of a roll.
    Roll(RollId),
    /// The area that may vote.
    Scope(AgendaId),
    /// The totals of a vote.
    Totals(AgendaId),
    /// The marks of a matter.
    Score(MatterId),
    /// The sums of the ledgers of a disclosure.
    Ledgers(DisclosureId, Vec<LedgerSums>),
}

/// Audits the bytes of an export. Never fails: whatever is wrong is the verdict. It tells only that *a* log holds:
/// whose it is to be and what was seen of it is for [`audit_knowing`].
pub fn audit(bytes: &[u8]) -> Verdict {
    audit_knowing(bytes, &Known::default())
}

/// Audits the bytes of an export, and holds them against what is known already.
pub fn audit_knowing(bytes: &[u8], known: &Known) -> Verdict {
    audit_log(bytes, known).0
}

/// The same, with the log that was read if all of it holds, for whoever asks more of it.
pub fn audit_log(bytes: &[u8], known: &Known) -> (Verdict, Option<Log>) {
    let mut audit = Audit::default();
    let outcome = Export::read(bytes).map_err(Found::somewhere).and_then(|export| audit.run(&export, known));
    let log = outcome.is_ok().then(|| audit.log.clone());
    (audit.verdict(outcome.err()), log)
}

/// A log that was audited, with the blobs that came with it, and the vote whose evidence they are.
#[derive(Debug)]
pub struct Audited {
    /// The log.
    pub log: Log,
    /// The blobs of the export.
    pub evidence: Evidence,
    /// The vote.
    pub agenda: AgendaId,
}

/// Audits the bytes of an export as [`audit_knowing`] does, and gives back what it read if that is the evidence of a vote and
/// sound: whoever judges a vote counts on from there.
pub fn audit_vote(bytes: &[u8], known: &Known) -> (Verdict, Option<Audited>) {
    let mut audit = Audit::default();
    let read = Export::read(bytes).map_err(Found::somewhere);
    let ran = read.and_then(|export| audit.run(&export, known).map(|()| export.evidence()));
    let audited = ran.as_ref().ok().zip(audit.agenda).map(|(evidence, agenda)| Audited {
        log: audit.log.clone(),
        evidence: evidence.clone(),
        agenda,
    });
    (audit.verdict(ran.err()), audited)
}

#[derive(Default)]
struct Audit {
    log: Log,
    kind: Option<ExportKind>,
    /// The vote whose evidence it is to be.
    agenda: Option<AgendaId>,
    rolls: Vec<(RollId, Basis)>,
    areas: Vec<(AgendaId, Basis)>,
    totals: Vec<(AgendaId, Bases)>,
    margins: BTreeMap<AgendaId, Margins>,
    /// What the ballots could make of each vote that its totals leave out.
    left_out: BTreeMap<AgendaId, LeftOut>,
    marks: Vec<(MatterId, Basis)>,
    rounds: Vec<(MatterId, Vec<RoundScore>)>,
    disclosures: Vec<DisclosureVerdict>,
    named: BTreeSet<BlobId>,
    /// What the export lacks and claims to have, by place in the log: an entry may stand farther on that erased it.
    withheld: Vec<(u64, Vec<BlobId>)>,
    seen: u64,
    clocks: Clockwork,
}

/// What figures rest on, and what follows from them.
#[derive(Clone, Copy)]
struct Bases {
    figures: Basis,
    outcome: Basis,
}

impl From<&Admitted> for Bases {
    fn from(admitted: &Admitted) -> Self {
        let (figures, outcome) = match admitted {
            Admitted::Recomputed => (Basis::Recomputed, Basis::Recomputed),
            // What was left out as missing and is here: the figures are those without it, as they say.
            Admitted::Decided(missing) | Admitted::Stated(missing) if !missing.lacks() => {
                (Basis::Recomputed, Basis::Recomputed)
            }
            Admitted::Decided(_) => (Basis::Stated, Basis::Recomputed),
            Admitted::Stated(_) => (Basis::Stated, Basis::Stated),
        };
        Self { figures, outcome }
    }
}

/// What is wrong, and where.
struct Found {
    index: Option<u64>,
    rejection: Rejection,
    blobs: Vec<BlobId>,
}

impl Found {
    fn somewhere(rejection: Rejection) -> Self {
        Self { index: None, rejection, blobs: Vec::new() }
    }

    fn at(index: u64) -> impl Fn(Rejection) -> Self {
        move |rejection| Self { index: Some(index), rejection, blobs: Vec::new() }
    }
}

impl Audit {
    fn run(&mut self, export: &Export, known: &Known) -> Result<(), Found> {
        (self.kind, self.agenda) = (Some(export.header.kind), export.header.agenda);
        known.check_estate(&export.header.estate).map_err(Found::somewhere)?;
        let evidence = export.evidence();
        let replayed = self.replay(export, &evidence);
        // Whatever else is wrong stands behind it.
        self.check_withheld()?;
        replayed?;
        let state = self.log.state();
        let rounds = state.matters().map(|(id, _)| Ok((*id, earlier_rounds(state, id, &evidence)?)));
        self.rounds = rounds.collect::<Result<_, _>>().map_err(Found::somewhere)?;
        for (id, _) in state.agendas().filter(|(_, agenda)| agenda.tally.is_some()) {
            let (counted, _) = margins(state, id, &evidence).map_err(Found::somewhere)?;
            self.margins.extend(counted.map(|counted| (*id, counted)));
            self.left_out
                .extend(left_out(state, id, &evidence).map_err(Found::somewhere)?.map(|out| (*id, out)));
        }
        self.check_checkpoint(export, known).map_err(Found::somewhere)?;
        self.check_blobs(export).map_err(Found::somewhere)?;
        self.check_untallied(&evidence)
    }

    fn replay(&mut self, export: &Export, evidence: &Evidence) -> Result<(), Found> {
        for (leaf, index) in export.leaves.iter().zip(0..) {
            let found = Found::at(index);
            let entry = LogEntry::from_leaf(index, leaf).map_err(&found)?;
            let admitted = self.log.replay(&entry, evidence).map_err(&found)?;
            let figure = entry.entry.body().figure(&entry.entry.id());
            self.withheld.extend(self.lacks(figure.as_ref(), &admitted).map(|blobs| (index, blobs)));
            self.clocks.note(&entry);
            self.named.extend(entry.entry.body().named_blobs());
            self.note(figure, Bases::from(&admitted));
        }
        Ok(())
    }

    /// What an entry rests on that the export lacks and claims to have: what is never erased stands in every export, and
    /// evidence of a vote claims to be whole for it.
    fn lacks(&self, figure: Option<&Figure>, admitted: &Admitted) -> Option<Vec<BlobId>> {
        let Missing { blobs, lasting, openings, .. } = admitted.missing()?.clone();
        if !lasting.is_empty() {
            return Some(lasting);
        }
        let about = match figure {
            Some(Figure::Scope(agenda) | Figure::Totals(agenda)) => Some(*agenda),
            Some(Figure::Roll(_) | Figure::Score(_) | Figure::Ledgers(..)) | None => None,
        };
        let decided = matches!(admitted, Admitted::Decided(_));
        let claimed = about.is_some() && about == self.agenda && !decided;
        claimed.then(|| [openings, blobs].concat())
    }

    /// That everything of that was erased, as an `erase` entry of the log says. Such an entry names nothing that is never
    /// erased, and no evidence of a vote before a year has passed: so it explains no gap that there may not be.
    fn check_withheld(&self) -> Result<(), Found> {
        for (index, lacking) in &self.withheld {
            let unexplained = |blob: &&BlobId| self.log.state().erased(blob).is_none();
            let blobs: Vec<BlobId> = lacking.iter().filter(unexplained).copied().collect();
            if !blobs.is_empty() {
                return Err(Found { blobs, ..Found::at(*index)(Code::EvidenceWithheld.into()) });
            }
        }
        Ok(())
    }

    fn note(&mut self, figure: Option<Figure>, bases: Bases) {
        let basis = bases.figures;
        match figure {
            None => {}
            Some(Figure::Roll(roll)) => self.rolls.push((roll, basis)),
            Some(Figure::Scope(agenda)) => self.areas.push((agenda, basis)),
            Some(Figure::Totals(agenda)) => self.totals.push((agenda, bases)),
            Some(Figure::Score(matter)) => self.marks.push((matter, basis)),
            Some(Figure::Ledgers(disclosure, ledgers)) => {
                self.disclosures.push(DisclosureVerdict { disclosure, ledgers, lines: basis });
            }
        }
    }

    /// After the entries, since the log's key is in the first of them.
    fn check_checkpoint(&mut self, export: &Export, known: &Known) -> Result<(), Rejection> {
        let estate = self.log.state().estate().ok_or(Code::GenesisMissing)?;
        require(export.header.estate == estate.id, Code::WrongEstate)?;
        let checkpoint = Checkpoint::open(&export.header.checkpoint, &estate.id, &estate.log_key)?;
        require(checkpoint.size == self.log.tree().size(), Code::ExportSize)?;
        require(checkpoint.root == self.log.tree().root(), Code::ExportRoot)?;
        self.seen = known.check_seen(&self.log, estate)?;
        Ok(())
    }

    /// That evidence of a vote whose totals are not stated yet has all that they will rest on: an opening that is lost
    /// keeps them from being stated at all.
    fn check_untallied(&self, evidence: &Evidence) -> Result<(), Found> {
        let agenda = self.agenda.filter(|agenda| !self.totals.iter().any(|(told, _)| told == agenda));
        let Some(agenda) = agenda else { return Ok(()) };
        let missing = missing_for(self.log.state(), &agenda, evidence).map_err(Found::somewhere)?;
        if missing.is_empty() {
            return Ok(());
        }
        let blobs = [missing.openings, missing.blobs].concat();
        Err(Found { blobs, ..Found::somewhere(Code::EvidenceWithheld.into()) })
    }

    /// A blob that no entry names was changed, or put in; one that was erased was kept all the same.
    fn check_blobs(&self, export: &Export) -> Result<(), Rejection> {
        let mut seen = BTreeSet::new();
        for (line, blob) in &export.blobs {
            let id = blob.id();
            if !self.named.contains(&id) || !seen.insert(id) {
                return Err(Rejection::with(Code::BlobUnnamed, format!("line {line}")));
            }
            if self.log.state().erased(&id).is_some() {
                return Err(Rejection::with(Code::BlobErased, format!("line {line}")));
            }
            blob.check()?;
        }
        match export.header.agenda {
            Some(agenda) if self.log.state().agenda(&agenda).is_none() => Err(Code::AgendaUnknown.into()),
            _ => Ok(()),
        }
    }

    fn verdict(self, wrong: Option<Found>) -> Verdict {
        let state = self.log.state();
        let area = |agenda| self.areas.iter().find(|(id, _)| id == agenda).map(|(_, basis)| *basis);
        let totals = |agenda| self.totals.iter().rev().find(|(id, _)| id == agenda).map(|(_, bases)| *bases);
        let votes =
            state.agendas().map(|(id, agenda)| (id, agenda, late_keys(state, id).unwrap_or_default()));
        let votes = votes.map(|(id, agenda, late)| VoteVerdict {
            agenda: *id,
            stage: agenda.stage_at(state.last_received_ms()),
            ballots: agenda.ballots.len().try_into().unwrap_or(u64::MAX),
            heads: agenda.heads,
            area_c: agenda.area_c,
            area: area(id).unwrap_or(Basis::Stated),
            items: agenda.tally.as_ref().map(|tally| tally.items.clone()),
            totals: totals(id).map(|bases| bases.figures),
            outcome: totals(id).map(|bases| bases.outcome),
            margins: self.margins.get(id).cloned(),
            left_out: self.left_out.get(id).cloned(),
            weak: weak_ballots(state, id).map(|weak| count_weak(&weak)).unwrap_or_default(),
            roll_call: agenda.call_figures(),
            annulled: agenda.annulled.keys().copied().collect(),
            legal_mode: agenda.bylaws.legal_mode,
            late_keys: late.ballots,
            recorded_late: late.recorded,
            proxies: late.proxies,
            stopped: late.stopped,
            papers: papers(state, id).unwrap_or_default(),
            notice: self.clocks.of(&agenda.notice),
            clocks_outside: self.clocks.outside(agenda),
        });
        let mut rolls: Vec<_> = state.rolls().collect();
        rolls.sort_by_key(|(_, roll)| roll.index);
        let rolls = rolls.into_iter().map(|(id, roll)| RollVerdict {
            roll: *id,
            heads: roll.heads,
            area_c: roll.area_c,
            area: self
                .rolls
                .iter()
                .rev()
                .find(|(roll, _)| roll == id)
                .map_or(Basis::Stated, |(_, basis)| *basis),
        });
        let matters = state.matters().map(|(id, matter)| MatterVerdict {
            matter: *id,
            step: matter.step(),
            standing: matter.standing(),
            score: matter.stated_score(),
            marks: self.marks.iter().find(|(matter, _)| matter == id).map(|(_, basis)| *basis),
            rounds: self
                .rounds
                .iter()
                .find(|(of, _)| of == id)
                .map(|(_, all)| all.clone())
                .unwrap_or_default(),
        });
        let describe = |Found { index, rejection, blobs }: Found| Wrong {
            index,
            blobs,
            code: rejection.code.to_string(),
            detail: match &rejection.detail {
                Some(detail) => format!("{} ({detail})", rejection.code.sentence()),
                None => rejection.code.sentence().to_owned(),
            },
        };
        Verdict {
            sound: wrong.is_none(),
            first_wrong: wrong.map(describe),
            kind: self.kind,
            agenda: self.agenda,
            seen: self.seen,
            erased: state.number_erased(),
            estate: state.estate().map(|estate| estate.id),
            name: state.estate().map(|estate| estate.name.clone()),
            entries: self.log.tree().size(),
            root: self.log.tree().root(),
            state_hash: state.state_hash(),
            votes: votes.collect(),
            matters: matters.collect(),
            disclosures: self.disclosures,
            rolls: rolls.collect(),
            clocks_differ: self.clocks.differ.clone(),
            kept: self.clocks.kept.clone(),
        }
    }
}
