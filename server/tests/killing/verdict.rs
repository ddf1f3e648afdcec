//! What is left, held against everything that was acknowledged.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use tokio::runtime::Runtime;
use yishi_protocol::audit::{Known, Seen, audit_knowing};
use yishi_protocol::blob::Evidence;
use yishi_protocol::id::EntryId;
use yishi_protocol::log::{Log, LogEntry};
use yishi_server::keepers::{Keepers, Locations};
use yishi_server::lock::{CheckpointLock, SqliteLock};
use yishi_server::store::{LogStore, SqliteStore};

use crate::estate::{Vote, elsewhere};
use crate::load::Client;
use crate::process::{Listening, serve};

/// Leaves read from the store at once.
const PAGE: u32 = 1000;

/// How far a server had come when it died.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Remains {
    /// Entries in the database.
    pub(crate) log: u64,
    /// Entries under the newest signed head.
    pub(crate) signed: u64,
}

async fn leaves_of(store: &dyn LogStore, vote: &Vote) -> Vec<Vec<u8>> {
    let mut leaves = Vec::new();
    loop {
        let from = u64::try_from(leaves.len()).unwrap();
        let page = store.leaves(&vote.estate, from, PAGE).await.unwrap();
        if page.is_empty() {
            return leaves;
        }
        leaves.extend(page);
    }
}

/// The leaves in the file of a data folder.
async fn leaves(data: &Path, vote: &Vote) -> Vec<Vec<u8>> {
    let store = SqliteStore::open(&data.join("yishi.db"), false).await.unwrap();
    let leaves = leaves_of(&store, vote).await;
    store.close().await;
    leaves
}

/// How far a server of PostgreSQL had come. What it had sent may be committed after its death: the lock first, for what is
/// under a head is in the log by then.
async fn remains_elsewhere(places: &Locations, vote: &Vote) -> Remains {
    let Keepers { store, lock } = places.open().await.unwrap();
    let signed = lock.load(&vote.estate).await.unwrap().unwrap().checkpoint.size;
    Remains { log: u64::try_from(leaves_of(&*store, vote).await.len()).unwrap(), signed }
}

/// Looks at copies of the files that a dead server has left: whoever opens the files themselves tidies them up.
pub(crate) fn remains(folder: &Path, vote: &Vote) -> Remains {
    if let Some(places) = elsewhere(folder) {
        return Runtime::new().unwrap().block_on(remains_elsewhere(&places, vote));
    }
    let copies = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(folder.join("data")).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), copies.path().join(file.file_name())).unwrap();
    }
    Runtime::new().unwrap().block_on(async {
        let log = u64::try_from(leaves(copies.path(), vote).await.len()).unwrap();
        let lock = SqliteLock::open(&copies.path().join("lock.db"), false).await.unwrap();
        let signed = lock.load(&vote.estate).await.unwrap().unwrap().checkpoint.size;
        Remains { log, signed }
    })
}

/// Brings what still waits, and holds what was acknowledged against the log that is served, its export and the files: none is
/// lost, none stands twice, nothing else is there, and there is one history. Returns the acts and the receipts.
pub(crate) fn holds(folder: &Path, vote: &Vote, clients: &mut [Client]) -> (usize, usize) {
    let server = serve(folder);
    for client in &mut *clients {
        assert!(client.settle(server.address) && !client.waits());
    }
    let record = exported(folder, vote, &server);
    server.kill();

    // The audit holds every head that a receipt brought against the log.
    let notes: BTreeMap<&str, u64> = clients
        .iter()
        .flat_map(|client| &client.taken)
        .map(|taken| (taken.note.as_str(), taken.head.size))
        .collect();
    let seen = |(note, size): (&&str, &u64)| Seen { name: size.to_string(), note: (*note).to_owned() };
    let known = Known { estate: Some(vote.estate), seen: notes.iter().map(seen).collect() };
    let verdict = audit_knowing(&record, &known);
    assert!(verdict.sound, "{:?}", verdict.first_wrong);
    assert_eq!(verdict.seen, u64::try_from(notes.len()).unwrap());

    let leaves = Runtime::new().unwrap().block_on(async {
        match elsewhere(folder) {
            Some(places) => leaves_of(&*places.open().await.unwrap().store, vote).await,
            None => leaves(&folder.join("data"), vote).await,
        }
    });
    let (mut log, mut places) = (Log::new(), BTreeMap::<EntryId, u64>::new());
    for (leaf, index) in leaves.iter().zip(0..) {
        let entry = LogEntry::from_leaf(index, leaf).unwrap();
        log.replay(&entry, &Evidence::new()).unwrap();
        assert_eq!(places.insert(entry.entry.id(), index), None, "an act stands twice");
    }
    assert_eq!(verdict.entries, log.tree().size());
    for taken in clients.iter().flat_map(|client| &client.taken) {
        assert_eq!(places.get(&taken.entry), Some(&taken.index), "an acknowledged act is not where it was");
        assert_eq!(log.tree().root_at(taken.head.size), Some(taken.head.root), "there are two histories");
    }
    let signed: u64 = clients.iter().map(Client::signed).sum();
    assert_eq!(
        log.tree().size(),
        vote.founded + signed,
        "each act that was signed stands once, and nothing else"
    );
    (usize::try_from(signed).unwrap(), clients.iter().map(|client| client.taken.len()).sum())
}

/// The record, as somebody who is enrolled exports it.
fn exported(folder: &Path, vote: &Vote, server: &Listening) -> Vec<u8> {
    let (url, estate) = (format!("http://{}", server.address), vote.estate.to_string());
    let mut command = Command::new(env!("CARGO_BIN_EXE_yishi-server"));
    command.args(["export", "record.jsonl", "--server", &url, "--estate", &estate, "--key", "data/host.key"]);
    let output = command.current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let record = std::fs::read(folder.join("record.jsonl")).unwrap();
    std::fs::remove_file(folder.join("record.jsonl")).unwrap();
    record
}
