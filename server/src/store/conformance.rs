//! What every store must do. Each keeper's tests call [`check`]; the one in memory too, or it would lie.

use std::sync::Arc;

use yishi_protocol::blob::{Blob, BlobKind, Words};
use yishi_protocol::id::{EntryId, EstateId, Salt};
use yishi_protocol::merkle::leaf_hash;

use super::{Append, LogStore, NewEntry, StoreError};

fn estate(number: u8) -> EstateId {
    EstateId::from_bytes([number; 32])
}

fn blob(text: &str) -> Blob {
    Blob::record(BlobKind::Consent, Salt::ZERO, &Words::zh(text))
}

fn entry(number: u8, blobs: Vec<Blob>) -> NewEntry {
    let leaf = vec![number; 3 + usize::from(number)];
    NewEntry { entry_id: EntryId::from_bytes([number; 32]), leaf_hash: leaf_hash(&leaf), leaf, blobs }
}

fn append(estate: EstateId, first: u64, entries: Vec<NewEntry>) -> Append {
    Append { estate, first, entries }
}

/// Takes an empty store through everything the contract says.
///
/// # Errors
/// What the store did otherwise, in words.
pub async fn check(store: Arc<dyn LogStore>) -> Result<(), String> {
    let say = |error: StoreError| error.to_string();
    ensure(store.estates().await.map_err(say)?.is_empty(), "an empty store has no estates")?;
    ensure(store.leaves(&estate(1), 0, 10).await.map_err(say)?.is_empty(), "and no leaves")?;
    store.ping().await.map_err(say)?;
    keeps_in_order(&*store).await?;
    keeps_all_or_nothing(&*store).await?;
    keeps_blobs(&*store).await?;
    erases_blobs(&*store).await?;
    keeps_estates_apart(&*store).await
}

fn ensure(condition: bool, what: &str) -> Result<(), String> {
    if condition { Ok(()) } else { Err(format!("not so: {what}")) }
}

async fn keeps_in_order(store: &dyn LogStore) -> Result<(), String> {
    let say = |error: StoreError| error.to_string();
    let first: Vec<NewEntry> = (0..40).map(|number| entry(number, vec![])).collect();
    store.append(&[append(estate(1), 0, first.clone())]).await.map_err(say)?;
    let all = store.leaves(&estate(1), 0, 1000).await.map_err(say)?;
    let kept: Vec<&[u8]> = all.iter().map(Vec::as_slice).collect();
    ensure(
        kept == first.iter().map(|entry| entry.leaf.as_slice()).collect::<Vec<_>>(),
        "leaves come back in order",
    )?;
    let part = store.leaves(&estate(1), 38, 1).await.map_err(say)?;
    ensure(part == [first[38].leaf.clone()], "a part comes back from where it was asked")?;
    ensure(
        store.leaves(&estate(1), 40, 5).await.map_err(say)?.is_empty(),
        "beyond the end there is nothing",
    )?;
    let place = store.index_of(&estate(1), &first[7].entry_id).await.map_err(say)?;
    ensure(place == Some(7), "an entry is found by its id")?;
    let nowhere = store.index_of(&estate(1), &EntryId::from_bytes([99; 32])).await.map_err(say)?;
    ensure(nowhere.is_none(), "an entry that is not there is not found")
}

async fn keeps_all_or_nothing(store: &dyn LogStore) -> Result<(), String> {
    let say = |error: StoreError| error.to_string();
    let size = |leaves: Vec<Vec<u8>>| leaves.len();
    let conflicts = [
        append(estate(1), 39, vec![entry(50, vec![])]),
        append(estate(1), 41, vec![entry(50, vec![])]),
        append(estate(1), 40, vec![entry(51, vec![blob("lost")]), entry(7, vec![])]),
    ];
    for conflict in conflicts {
        let outcome = store.append(std::slice::from_ref(&conflict)).await;
        ensure(
            matches!(outcome, Err(StoreError::Conflict)),
            "a taken place, a gap or a taken id is a conflict",
        )?;
        let leaves = store.leaves(&estate(1), 0, 1000).await.map_err(say)?;
        ensure(size(leaves) == 40, "after a conflict nothing was kept")?;
    }
    let lost = store.blobs(&estate(1), &[blob("lost").id()]).await.map_err(say)?;
    ensure(lost.is_empty(), "nor a blob of it")?;
    let both = [append(estate(2), 0, vec![entry(1, vec![])]), append(estate(1), 3, vec![entry(60, vec![])])];
    ensure(matches!(store.append(&both).await, Err(StoreError::Conflict)), "a conflict in one estate")?;
    ensure(store.estates().await.map_err(say)? == [estate(1)], "keeps nothing of the others either")?;
    store.append(&[]).await.map_err(say)
}

async fn keeps_blobs(store: &dyn LogStore) -> Result<(), String> {
    let say = |error: StoreError| error.to_string();
    let blobs: Vec<Blob> = (0..20).map(|number| blob(&format!("第{number}段 ' \" \\ \u{1f3e0}"))).collect();
    let entries = vec![entry(70, blobs.clone()), entry(71, vec![blobs[0].clone()])];
    store.append(&[append(estate(1), 40, entries)]).await.map_err(say)?;
    let ids: Vec<_> = blobs.iter().map(Blob::id).chain([blob("lost").id()]).collect();
    let mut kept = store.blobs(&estate(1), &ids).await.map_err(say)?;
    let mut sent = blobs;
    kept.sort_by_key(Blob::id);
    sent.sort_by_key(Blob::id);
    ensure(kept == sent, "blobs come back as they were sent, and what is not there is left out")
}

async fn erases_blobs(store: &dyn LogStore) -> Result<(), String> {
    let say = |error: StoreError| error.to_string();
    let blobs: Vec<Blob> = (0..300).map(|number| blob(&format!("删{number}"))).collect();
    let ids: Vec<_> = blobs.iter().map(Blob::id).collect();
    store.append(&[append(estate(1), 42, vec![entry(80, blobs)])]).await.map_err(say)?;
    ensure(store.erase(&estate(9), &ids).await.map_err(say)? == 0, "another estate has none of them")?;
    ensure(store.erase(&estate(1), &ids[1..]).await.map_err(say)? == 299, "all that were named go")?;
    ensure(store.erase(&estate(1), &ids[1..]).await.map_err(say)? == 0, "once")?;
    let left = store.blobs(&estate(1), &ids).await.map_err(say)?;
    ensure(left == [blob("删0")], "and no other")?;
    ensure(store.leaves(&estate(1), 42, 1).await.map_err(say)?.len() == 1, "the entry stays")
}

async fn keeps_estates_apart(store: &dyn LogStore) -> Result<(), String> {
    let say = |error: StoreError| error.to_string();
    let both =
        [append(estate(2), 0, vec![entry(7, vec![])]), append(estate(3), 0, vec![entry(7, vec![blob("3")])])];
    store.append(&both).await.map_err(say)?;
    let mut estates = store.estates().await.map_err(say)?;
    estates.sort();
    ensure(estates == [estate(1), estate(2), estate(3)], "each estate has its own log")?;
    let there = store.blobs(&estate(3), &[blob("3").id()]).await.map_err(say)?.len();
    let here = store.blobs(&estate(2), &[blob("3").id()]).await.map_err(say)?.len();
    ensure((there, here) == (1, 0), "and its own blobs")
}
