//! Auditing an export: everything the server says, judged again from the bytes.

use std::collections::BTreeSet;

use crate::admit::{Admitted, earlier_rounds};
use crate::body::{ItemTally, LedgerSums, RoundScore, Score};
use crate::bylaws::LegalMode;
use crate::checkpoint::Checkpoint;
use crate::count::late_keys;
use crate::export::{Export, ExportKind};
use crate::id::{AgendaId, BlobId, DisclosureId, EntryId, EstateId, Hash, MatterId, RollId};
use crate::log::{Log, LogEntry};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Stage, Standing, Step};
use crate::strict_json::Strict;

/// Whether a figure was computed again from blobs at hand, or rests on the log's word because they are gone or not in
/// this export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Basis {
    /// Computed again.
    Recomputed,
    /// As stated.
    Stated,
}

impl From<&Admitted> for Basis {
    fn from(admitted: &Admitted) -> Self {
        match admitted {
            Admitted::Recomputed => Basis::Recomputed,
            Admitted::Stated(_) => Basis::Stated,
        }
    }
}

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

/// The first thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Wrong {
    /// The entry's place in the log, if it is an entry.
    pub index: Option<u64>,
    /// The code.
    pub code: String,
    /// What exactly.
    pub detail: String,
}

/// A roll as the log has it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct RollVerdict {
    /// Its `roll` entry.
    pub roll: EntryId,
    /// Heads; always computed again from the log.
    pub heads: u32,
    /// Counted area, in 0.01 m².
    pub area_c: u64,
    /// What the area rests on.
    pub area: Basis,
}

/// A vote as the log has it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct VoteVerdict {
    /// Its `open` entry.
    pub agenda: AgendaId,
    /// Where it stands; the window is judged by the last entry's time.
    pub stage: Stage,
    /// Ballots in the log, replaced and held ones too.
    pub ballots: u64,
    /// Heads entitled; always computed again from the log.
    pub heads: u32,
    /// Area entitled, in 0.01 m².
    pub area_c: u64,
    /// What the entitled area rests on.
    pub area: Basis,
    /// The totals, if they are stated.
    pub items: Option<Vec<ItemTally>>,
    /// What the totals rest on.
    pub totals: Option<Basis>,
    /// What standing the vote has.
    pub legal_mode: LegalMode,
    /// Standing ballots whose key was let in after the notice; always computed again from the log.
    pub late_keys: u64,
    /// Standing ballots of people whom a document, recorded since the notice, names for a home.
    pub recorded_late: u64,
    /// Phones of owners on the vote's roll that two clerks stopped between the notice and the end of the window.
    pub stopped: u64,
}

/// A matter as the log has it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct MatterVerdict {
    /// Its `raise` entry.
    pub matter: MatterId,
    /// How far it has come.
    pub step: Step,
    /// Whether it goes on, or how it ended.
    pub standing: Standing,
    /// The stated score, if it has ended with one.
    pub score: Option<Score>,
    /// What the score rests on.
    pub marks: Option<Basis>,
    /// The rounds of marks that new work ended, in log order; what was marked as far as the marks are at hand.
    pub rounds: Vec<RoundScore>,
}

/// A disclosure as the log has it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct DisclosureVerdict {
    /// Its entry.
    pub disclosure: DisclosureId,
    /// The sums of its ledgers, in fen.
    pub ledgers: Vec<LedgerSums>,
    /// What they rest on.
    pub lines: Basis,
}

/// What an audit finds.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Verdict {
    /// Whether everything holds.
    pub sound: bool,
    /// The first thing that does not.
    pub first_wrong: Option<Wrong>,
    /// What the export is for.
    pub kind: Option<ExportKind>,
    /// Whose log.
    pub estate: Option<EstateId>,
    /// The estate's name.
    pub name: Option<String>,
    /// Entries that were judged and hold.
    pub entries: u64,
    /// The root over them.
    pub root: Hash,
    /// The state they make; a server that shows another one lies.
    pub state_hash: Hash,
    /// The rolls that are in force, in the order in which they came into it.
    pub rolls: Vec<RollVerdict>,
    /// The votes.
    pub votes: Vec<VoteVerdict>,
    /// The matters.
    pub matters: Vec<MatterVerdict>,
    /// The disclosures.
    pub disclosures: Vec<DisclosureVerdict>,
}

/// Audits the bytes of an export. Never fails: whatever is wrong is the verdict.
pub fn audit(bytes: &[u8]) -> Verdict {
    let mut audit = Audit::default();
    let outcome =
        Export::read(bytes).map_err(|rejection| (None, rejection)).and_then(|export| audit.run(&export));
    audit.verdict(outcome.err())
}

#[derive(Default)]
struct Audit {
    log: Log,
    kind: Option<ExportKind>,
    rolls: Vec<(RollId, Basis)>,
    areas: Vec<(AgendaId, Basis)>,
    totals: Vec<(AgendaId, Basis)>,
    marks: Vec<(MatterId, Basis)>,
    rounds: Vec<(MatterId, Vec<RoundScore>)>,
    disclosures: Vec<DisclosureVerdict>,
    named: BTreeSet<BlobId>,
}

type Found = (Option<u64>, Rejection);

impl Audit {
    fn run(&mut self, export: &Export) -> Result<(), Found> {
        self.kind = Some(export.header.kind);
        let evidence = export.evidence();
        for (leaf, index) in export.leaves.iter().zip(0..) {
            let found = |rejection| (Some(index), rejection);
            let entry = LogEntry::from_leaf(index, leaf).map_err(found)?;
            let admitted = self.log.replay(&entry, &evidence).map_err(found)?;
            self.note(&entry, Basis::from(&admitted));
        }
        let found = |rejection| (None, rejection);
        let state = self.log.state();
        let rounds = state.matters().map(|(id, _)| Ok((*id, earlier_rounds(state, id, &evidence)?)));
        self.rounds = rounds.collect::<Result<_, _>>().map_err(found)?;
        self.check_checkpoint(export).map_err(found)?;
        self.check_blobs(export).map_err(found)
    }

    fn note(&mut self, entry: &LogEntry, basis: Basis) {
        self.named.extend(entry.entry.body().named_blobs());
        match entry.entry.body().figure(&entry.entry.id()) {
            None => {}
            Some(Figure::Roll(roll)) => self.rolls.push((roll, basis)),
            Some(Figure::Scope(agenda)) => self.areas.push((agenda, basis)),
            Some(Figure::Totals(agenda)) => self.totals.push((agenda, basis)),
            Some(Figure::Score(matter)) => self.marks.push((matter, basis)),
            Some(Figure::Ledgers(disclosure, ledgers)) => {
                self.disclosures.push(DisclosureVerdict { disclosure, ledgers, lines: basis });
            }
        }
    }

    /// After the entries, since the log's key is in the first of them.
    fn check_checkpoint(&self, export: &Export) -> Result<(), Rejection> {
        let estate = self.log.state().estate().ok_or(Code::GenesisMissing)?;
        require(export.header.estate == estate.id, Code::WrongEstate)?;
        let checkpoint = Checkpoint::open(&export.header.checkpoint, &estate.id, &estate.log_key)?;
        require(checkpoint.size == self.log.tree().size(), Code::ExportSize)?;
        require(checkpoint.root == self.log.tree().root(), Code::ExportRoot)
    }

    /// A blob that no entry names was changed, or put in.
    fn check_blobs(&self, export: &Export) -> Result<(), Rejection> {
        let mut seen = BTreeSet::new();
        for (line, blob) in &export.blobs {
            let id = blob.id();
            if !self.named.contains(&id) || !seen.insert(id) {
                return Err(Rejection::with(Code::BlobUnnamed, format!("line {line}")));
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
        let basis = |list: &[(AgendaId, Basis)], agenda| {
            list.iter().find(|(id, _)| id == agenda).map(|(_, basis)| *basis)
        };
        let votes =
            state.agendas().map(|(id, agenda)| (id, agenda, late_keys(state, id).unwrap_or_default()));
        let votes = votes.map(|(id, agenda, late)| VoteVerdict {
            agenda: *id,
            stage: agenda.stage_at(state.last_received_ms()),
            ballots: agenda.ballots.len().try_into().unwrap_or(u64::MAX),
            heads: agenda.heads,
            area_c: agenda.area_c,
            area: basis(&self.areas, id).unwrap_or(Basis::Stated),
            items: agenda.tally.as_ref().map(|tally| tally.items.clone()),
            totals: basis(&self.totals, id),
            legal_mode: agenda.bylaws.legal_mode,
            late_keys: late.ballots,
            recorded_late: late.recorded,
            stopped: late.stopped,
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
            marks: basis(&self.marks, id),
            rounds: self
                .rounds
                .iter()
                .find(|(of, _)| of == id)
                .map(|(_, rounds)| rounds.clone())
                .unwrap_or_default(),
        });
        let describe = |(index, rejection): Found| Wrong {
            index,
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
            estate: state.estate().map(|estate| estate.id),
            name: state.estate().map(|estate| estate.name.clone()),
            entries: self.log.tree().size(),
            root: self.log.tree().root(),
            state_hash: state.state_hash(),
            votes: votes.collect(),
            matters: matters.collect(),
            disclosures: self.disclosures,
            rolls: rolls.collect(),
        }
    }
}
