//! A small estate on files, founded by the code that founds every estate, in the middle of a vote.

use std::path::Path;
use std::time::UNIX_EPOCH;

use tokio::runtime::Runtime;
use yishi_protocol::envelope::View;
use yishi_protocol::id::{AgendaId, EstateId, PublicKey};
use yishi_protocol::signature::public_key;
use yishi_server::estates::Estate;
use yishi_server::keepers::{Keepers, Locations};
use yishi_server::keys::write_key;
use yishi_server::lock::SqliteLock;
use yishi_server::store::SqliteStore;
use yishi_tests::homes::{Homes, homes};

/// What everybody who votes has to know.
#[derive(Clone, Debug)]
pub(crate) struct Vote {
    pub(crate) estate: EstateId,
    pub(crate) log_key: PublicKey,
    pub(crate) agenda: AgendaId,
    pub(crate) view: View,
    /// Entries when it began.
    pub(crate) founded: u64,
}

pub(crate) fn now_ms() -> u64 {
    u64::try_from(UNIX_EPOCH.elapsed().unwrap().as_millis()).unwrap()
}

/// The addresses of the log and the lock of a folder, if it does not keep them itself.
pub(crate) fn addresses(folder: &Path) -> Option<(String, String)> {
    let addresses = std::fs::read_to_string(folder.join("addresses")).ok()?;
    let (log, lock) = addresses.split_once('\n')?;
    Some((log.to_owned(), lock.to_owned()))
}

/// [`addresses`], read.
pub(crate) fn elsewhere(folder: &Path) -> Option<Locations> {
    let (log, lock) = addresses(folder)?;
    Some(Locations::of(folder, Some(&log), Some(&lock)).unwrap())
}

/// Founds it in `folder`/data, as `init` would have left it, with so many owners and a vote that has been open for a day.
pub(crate) fn found(folder: &Path, owners: u64) -> Vote {
    let made = homes(u32::try_from(owners).unwrap(), now_ms()).unwrap();
    keep(folder, &made);
    let Homes { log_key, log, agenda, .. } = made;
    let founded = u64::try_from(log.entries.len()).unwrap();
    Vote { estate: log.estate(), log_key: public_key(&log_key), agenda, view: log.log.view(), founded }
}

/// Writes what a server needs, and the host's key for the command line.
fn keep(folder: &Path, Homes { log_key, host, log, .. }: &Homes) {
    let data = folder.join("data");
    std::fs::create_dir(&data).unwrap();
    write_key(&data.join("log.key"), log_key).unwrap();
    write_key(&data.join("host.key"), host).unwrap();
    Runtime::new().unwrap().block_on(async {
        if let Some(places) = elsewhere(folder) {
            let Keepers { store, lock } = places.make().await.unwrap();
            log.keep(&*store).await.unwrap();
            Estate::open(log.estate(), log_key.clone(), &*store, &*lock).await.unwrap();
            return;
        }
        let store = SqliteStore::open(&data.join("yishi.db"), true).await.unwrap();
        let lock = SqliteLock::open(&data.join("lock.db"), true).await.unwrap();
        log.keep(&store).await.unwrap();
        Estate::open(log.estate(), log_key.clone(), &store, &lock).await.unwrap();
        store.close().await;
        lock.close().await;
    });
}
