//! Reads a log from its store: anew, beneath a head that its key has signed, or on from where it stands.

use yishi_protocol::SigningKey;
use yishi_protocol::blob::Evidence;
use yishi_protocol::checkpoint::{Checkpoint, SignedHead};
use yishi_protocol::id::EstateId;
use yishi_protocol::log::{Log, LogEntry};
use yishi_protocol::resume::Resuming;
use yishi_protocol::signature::public_key;

use crate::estates::OpenError;
use crate::lock::Head;
use crate::store::LogStore;

/// How many leaves are read from the store at once.
const PAGE: u32 = 1000;

/// That the log's key has signed what the lock says.
pub(crate) fn signed_head(head: &Head, log_key: &SigningKey) -> Option<SignedHead> {
    let opened = SignedHead::open(&head.note, &head.checkpoint.estate, &public_key(log_key)).ok()?;
    (*opened.checkpoint() == head.checkpoint).then_some(opened)
}

/// Whether a log has a head: at its size, the same root.
pub(crate) fn has(log: &Log, head: &Checkpoint) -> bool {
    log.tree().root_at(head.size) == Some(head.root)
}

/// The log that a signed head is of, and what the store has beyond. None if the store has another one.
pub(crate) async fn resume(
    id: &EstateId,
    head: SignedHead,
    store: &dyn LogStore,
) -> Result<Option<Log>, OpenError> {
    let mut resuming = Resuming::new(head);
    while resuming.left() > 0 {
        let limit = u32::try_from(resuming.left()).unwrap_or(PAGE).min(PAGE);
        let leaves = store.leaves(id, resuming.next(), limit).await?;
        if leaves.is_empty() || leaves.iter().any(|leaf| resuming.take(leaf).is_err()) {
            return Ok(None);
        }
    }
    let Ok(mut log) = resuming.finish() else { return Ok(None) };
    replay(id, &mut log, store).await?;
    Ok(Some(log))
}

/// The whole log, every signature verified.
pub(crate) async fn load(id: &EstateId, store: &dyn LogStore) -> Result<Log, OpenError> {
    let mut log = Log::new();
    replay(id, &mut log, store).await?;
    Ok(log)
}

/// Takes in what the store has beyond a log.
pub(crate) async fn replay(id: &EstateId, log: &mut Log, store: &dyn LogStore) -> Result<(), OpenError> {
    // Totals were checked when the entries were let in; replaying asks whether the log is sound, not whether it was
    // counted rightly, which is the auditor's question.
    let evidence = Evidence::new();
    loop {
        let leaves = store.leaves(id, log.state().size(), PAGE).await?;
        if leaves.is_empty() {
            return Ok(());
        }
        for leaf in leaves {
            let index = log.state().size();
            let refused = |rejection| OpenError::Entry { index, rejection };
            let entry = LogEntry::from_leaf(index, &leaf).map_err(refused)?;
            log.replay(&entry, &evidence).map_err(refused)?;
        }
    }
}
