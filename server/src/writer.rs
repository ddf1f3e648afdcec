//! The only path that writes.
//!
//! One writer per store takes what waits, judges it entry by entry with the rule book, keeps the accepted ones in one
//! transaction, signs the new head, moves the lock, and only then answers. So an answer always carries proof, and many
//! voters share one sync to disk.
//!
//! Crashes: before the commit nothing happened and the sender tries again. After it, start-up signs the same note, and
//! erases what an entry said is erased. After the lock, a retry finds its entry.

use std::collections::BTreeMap;
use std::sync::Arc;

use tokio::sync::{MutexGuard, mpsc, oneshot};
use yishi_protocol::admit::needed_blobs;
use yishi_protocol::blob::{Blob, Evidence};
use yishi_protocol::envelope::{Entry, Verified};
use yishi_protocol::id::{EntryId, EstateId};
use yishi_protocol::log::{Log, LogEntry};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::view::DemandArea;
use yishi_protocol::wire::Receipt;

use crate::clock::TOLERANCE_MS;
use crate::demands::Demands;
use crate::estates::{Estate, Estates, OpenError};
use crate::lock::CheckpointLock;
use crate::published::Draft;
use crate::store::{Append, LogStore, NewEntry, StoreError};

/// The most entries of one transaction.
const MAX_BATCH: usize = 256;
/// How many submissions may wait; beyond, senders are told to come back.
const MAX_WAITING: usize = 4096;
/// How often a batch is judged again because somebody else wrote first.
const MAX_RETRIES: usize = 3;

/// Why a submission has no receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A rule is broken.
    Rejected(Rejection),
    /// There is no such estate here.
    EstateUnknown,
    /// Two histories of the estate were found, so that it has stopped. What has a receipt is not lost.
    HistorySplit,
    /// It would have to be dated more than two seconds after it came in: this server's clock is behind the log.
    ClockBehind,
    /// Too much is waiting, or the store does not answer. Whether the entry was kept is unknown; the same bytes may be
    /// sent again.
    Unavailable,
}

impl From<OpenError> for Refused {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::BehindLock { .. } | OpenError::OtherHistory => Refused::HistorySplit,
            OpenError::Store(_) | OpenError::Entry { .. } | OpenError::WrongKey => Refused::Unavailable,
        }
    }
}

impl From<Rejection> for Refused {
    fn from(rejection: Rejection) -> Self {
        Refused::Rejected(rejection)
    }
}

struct Job {
    estate: EstateId,
    entry: Verified<Entry>,
    blobs: Vec<Blob>,
    received_ms: u64,
    answer: oneshot::Sender<Result<Receipt, Refused>>,
}

/// Hands submissions to the writer.
#[derive(Clone, Debug)]
pub struct Writer {
    jobs: mpsc::Sender<Job>,
}

impl Writer {
    /// Starts a writer for a store. It ends when the last handle is dropped.
    pub fn start(estates: Arc<Estates>, store: Arc<dyn LogStore>, lock: Arc<dyn CheckpointLock>) -> Self {
        let (jobs, waiting) = mpsc::channel(MAX_WAITING);
        tokio::spawn(write(waiting, Keeping { estates, store, lock }));
        Self { jobs }
    }

    /// Submits an entry with the blobs that came along and the time its request was read. Returns once the entry lies
    /// inside a signed checkpoint. Sending the same entry again gives the same place, under a checkpoint at least as new.
    ///
    /// # Errors
    /// See [`Refused`].
    pub async fn submit(
        &self,
        estate: EstateId,
        entry: Verified<Entry>,
        blobs: Vec<Blob>,
        received_ms: u64,
    ) -> Result<Receipt, Refused> {
        let (answer, receipt) = oneshot::channel();
        let job = Job { estate, entry, blobs, received_ms, answer };
        self.jobs.try_send(job).map_err(|_| Refused::Unavailable)?;
        receipt.await.unwrap_or(Err(Refused::Unavailable))
    }
}

struct Keeping {
    estates: Arc<Estates>,
    store: Arc<dyn LogStore>,
    lock: Arc<dyn CheckpointLock>,
}

async fn write(mut waiting: mpsc::Receiver<Job>, keeping: Keeping) {
    let mut batch = Vec::with_capacity(MAX_BATCH);
    // No timer: while one batch is being synced the next one gathers by itself.
    while waiting.recv_many(&mut batch, MAX_BATCH).await > 0 {
        let mut by_estate: BTreeMap<EstateId, Vec<Job>> = BTreeMap::new();
        for job in batch.drain(..) {
            by_estate.entry(job.estate).or_default().push(job);
        }
        keeping.write_batch(by_estate).await;
    }
}

/// One estate's part of a batch.
struct Part<'a> {
    estate: &'a Estate,
    draft: MutexGuard<'a, Draft>,
    jobs: Vec<Job>,
    outcomes: Vec<Outcome>,
    append: Append,
}

impl Part<'_> {
    /// Answers all of it with why its log cannot be written to.
    fn give_up(&mut self, error: OpenError) {
        tracing::error!(%error, estate = %self.estate.id, "nothing is taken for this estate now");
        self.append.entries.clear();
        self.outcomes.clear();
        answer_all(self.jobs.drain(..), &error.into());
    }
}

/// What becomes of a job before the batch is kept.
enum Outcome {
    /// It stands at that place, now or already; its leaf.
    Placed(u64, Vec<u8>),
    Refused(Refused),
}

impl Keeping {
    async fn write_batch(&self, by_estate: BTreeMap<EstateId, Vec<Job>>) {
        let mut estates = Vec::new();
        for (id, jobs) in by_estate {
            match self.estates.get(&id).await {
                Some(estate) => estates.push((estate, jobs)),
                None => answer_all(jobs, &Refused::EstateUnknown),
            }
        }
        let mut parts = Vec::new();
        for (estate, jobs) in &mut estates {
            let draft = estate.write().await;
            let append = Append { estate: estate.id, first: 0, entries: Vec::new() };
            parts.push(Part { estate, draft, jobs: std::mem::take(jobs), outcomes: Vec::new(), append });
        }
        if let Err(error) = self.keep(&mut parts).await {
            tracing::error!(%error, "a batch could not be kept");
            for part in &mut parts {
                // What is in memory may have been judged and not kept: the next batch finds out first.
                part.draft.stale = true;
                answer_all(part.jobs.drain(..), &Refused::Unavailable);
            }
            return;
        }
        for part in &mut parts {
            self.erase(part).await;
            self.answer(part).await;
        }
    }

    /// Judges and keeps a batch; judges again if somebody else wrote first.
    async fn keep(&self, parts: &mut [Part<'_>]) -> Result<(), StoreError> {
        for _ in 0..MAX_RETRIES {
            for part in parts.iter_mut() {
                // Before anything is written: a log that lacks a signed head must not grow.
                match part.estate.catch_up(&mut part.draft, &*self.store, &*self.lock).await {
                    Ok(()) => self.judge(part).await?,
                    Err(error) => part.give_up(error),
                }
            }
            // Judging again fills them again.
            let take = |part: &mut Part<'_>| Append {
                estate: part.append.estate,
                first: part.append.first,
                entries: std::mem::take(&mut part.append.entries),
            };
            let mut appends: Vec<Append> = parts.iter_mut().map(take).collect();
            appends.retain(|append| !append.entries.is_empty());
            if appends.is_empty() {
                return Ok(());
            }
            match self.store.append(&appends).await {
                Err(StoreError::Conflict) => {
                    for part in parts.iter_mut() {
                        part.draft.stale = true;
                    }
                }
                outcome => return outcome,
            }
        }
        Err(StoreError::Conflict)
    }

    /// Lets each job of a part into the log in memory, in order.
    async fn judge(&self, part: &mut Part<'_>) -> Result<(), StoreError> {
        part.outcomes.clear();
        part.append.first = part.draft.published.log.state().size();
        part.append.entries.clear();
        let mut placed: BTreeMap<EntryId, (u64, Vec<u8>)> = BTreeMap::new();
        for job in &part.jobs {
            let id = job.entry.id();
            if let Some((index, leaf)) = placed.get(&id) {
                part.outcomes.push(Outcome::Placed(*index, leaf.clone()));
                continue;
            }
            let last_ms = part.draft.published.log.state().last_received_ms();
            let received_ms = job.received_ms.max(last_ms);
            if received_ms.saturating_sub(job.received_ms) > TOLERANCE_MS {
                let outcome = self.known(&part.estate.id, &id).await?;
                part.outcomes.push(outcome.unwrap_or(Outcome::Refused(Refused::ClockBehind)));
                continue;
            }
            match self.let_in(part.estate, &mut part.draft.published.log, job, received_ms).await? {
                Ok(entry) => {
                    let leaf = entry.leaf();
                    part.append.entries.push(NewEntry {
                        entry_id: id,
                        leaf: leaf.clone(),
                        leaf_hash: entry.leaf_hash(),
                        blobs: job.blobs.clone(),
                    });
                    placed.insert(id, (entry.index, leaf.clone()));
                    part.outcomes.push(Outcome::Placed(entry.index, leaf));
                }
                Err(rejection) => {
                    let outcome = self.known(&part.estate.id, &id).await?;
                    part.outcomes.push(outcome.unwrap_or(Outcome::Refused(rejection.into())));
                }
            }
        }
        Ok(())
    }

    /// Judges a job by the log, and only if that lets it in fetches what it rests on and holds it against that.
    async fn let_in(
        &self,
        estate: &Estate,
        log: &mut Log,
        job: &Job,
        received_ms: u64,
    ) -> Result<Result<LogEntry, Rejection>, StoreError> {
        let judged = match log.judge(job.entry.clone(), received_ms) {
            Ok(judged) => judged,
            Err(rejection) => return Ok(Err(rejection)),
        };
        let demand = Demands::handed_in(log.state(), job.entry.body());
        let known = demand.and_then(|(id, matter)| estate.demands.known(log.state(), (&id, matter)));
        if matches!(known, Some(DemandArea::Little | DemandArea::Half)) {
            // Nobody has signed since the areas were added up: the same rule would say the same again.
            return Ok(Err(Code::RequisitionShort.into()));
        }
        let evidence = self.evidence(&estate.id, job, log.state()).await?;
        if let Some((id, matter)) = demand {
            // What a blob breaks is found again, and answered, where it is let in.
            let _added = estate.demands.add_up(log.state(), (&id, matter), &evidence);
        }
        Ok(log.let_in(judged, &evidence))
    }

    /// The blobs that judging a job needs: those that came along, and from the store those that did not.
    async fn evidence(
        &self,
        estate: &EstateId,
        job: &Job,
        state: &yishi_protocol::state::State,
    ) -> Result<Evidence, StoreError> {
        let mut evidence: Evidence = job.blobs.iter().cloned().collect();
        let mut absent = needed_blobs(state, &job.entry);
        absent.retain(|id| evidence.get(id).is_none());
        if !absent.is_empty() {
            for blob in self.store.blobs(estate, &absent).await? {
                evidence.insert(blob);
            }
        }
        Ok(evidence)
    }

    /// An entry that is refused now may be one that was accepted before: then it stands where it stood.
    async fn known(&self, estate: &EstateId, entry: &EntryId) -> Result<Option<Outcome>, StoreError> {
        let Some(index) = self.store.index_of(estate, entry).await? else { return Ok(None) };
        let leaf = self.store.leaves(estate, index, 1).await?.pop();
        Ok(leaf.map(|leaf| Outcome::Placed(index, leaf)))
    }

    /// Erases what the entries that were kept say is erased. They stand whether it can be done now or not: if not, it is tried
    /// again with the next batch and at the next start, and until then nothing shows it.
    async fn erase(&self, part: &mut Part<'_>) {
        // Given up, as below.
        if part.jobs.is_empty() {
            return;
        }
        if let Err(error) = part.estate.erase(&mut part.draft, &*self.store).await {
            tracing::error!(%error, estate = %part.estate.id, "what was erased could not be taken out of the store");
        }
    }

    /// Signs, moves the lock, and answers.
    async fn answer(&self, part: &mut Part<'_>) {
        // Given up: its log may be one that nobody keeps.
        if part.jobs.is_empty() {
            return;
        }
        let mut read_again = false;
        if part.draft.published.signed_size != part.draft.published.log.tree().size() {
            match part.estate.publish(&mut part.draft, &*self.store, &*self.lock).await {
                Ok(read) => read_again = read,
                Err(error) => part.give_up(error),
            }
        }
        for (job, outcome) in part.jobs.drain(..).zip(part.outcomes.drain(..)) {
            let answer = match outcome {
                Outcome::Placed(index, leaf) => {
                    let receipt = part.draft.published.receipt(index, leaf);
                    // In a log that was read again the place could be another entry's; then nothing is promised.
                    let holds = |receipt: &Receipt| !read_again || part.draft.proves(&receipt.proven);
                    receipt.filter(holds).ok_or(Refused::Unavailable)
                }
                Outcome::Refused(refused) => Err(refused),
            };
            // A sender that has gone away will send again and find its entry.
            drop(job.answer.send(answer));
        }
    }
}

fn answer_all(jobs: impl IntoIterator<Item = Job>, refused: &Refused) {
    for job in jobs {
        drop(job.answer.send(Err(refused.clone())));
    }
}
