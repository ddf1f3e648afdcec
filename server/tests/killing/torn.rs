//! Files whose end or beginning was lost while no server ran: nothing is served that is not the whole signed log, and its
//! operator reads why.

use std::fs;
use std::path::Path;

use tokio::runtime::Runtime;
use yishi_server::store::SqliteStore;

use crate::disks::Office;
use crate::process::{refuses, serve};

/// An estate whose server was killed after some acts.
fn killed() -> Office {
    let mut office = Office::founded();
    let server = serve(office.path());
    office.takes(&server, 6);
    server.kill();
    office
}

/// [`killed`], and what was committed was moved into the tables, as by a server that is stopped.
fn tidied() -> Office {
    let office = killed();
    Runtime::new().unwrap().block_on(async {
        SqliteStore::open(&office.data("yishi.db"), false).await.unwrap().close().await;
    });
    assert!(!office.data("yishi.db-wal").exists());
    office
}

/// A start after files were changed says this and serves nothing; with the files as they were everything is there.
fn refuses_with(mut office: Office, change: impl FnOnce(&Path), words: &str) {
    let data = office.data("");
    let files = || fs::read_dir(&data).unwrap().map(|file| file.unwrap().path());
    let before: Vec<_> = files().map(|path| (fs::read(&path).unwrap(), path)).collect();
    change(&data);
    let said = refuses(office.path());
    assert!(said.contains(words), "{words} is not in {said}");
    for path in files() {
        fs::remove_file(path).unwrap();
    }
    for (bytes, path) in before {
        fs::write(path, bytes).unwrap();
    }
    office.holds();
}

/// Changes the bytes of a file.
fn bytes_of(name: &str, change: impl FnOnce(&mut Vec<u8>)) -> impl FnOnce(&Path) {
    move |data| {
        let path = data.join(name);
        let mut bytes = fs::read(&path).unwrap();
        change(&mut bytes);
        fs::write(path, bytes).unwrap();
    }
}

fn lose_half(bytes: &mut Vec<u8>) {
    bytes.truncate(bytes.len() / 2);
}

fn overwrite_half(bytes: &mut Vec<u8>) {
    let whole = bytes.len();
    lose_half(bytes);
    bytes.resize(whole, 0);
}

fn overwrite_beginning(bytes: &mut Vec<u8>) {
    drop(bytes.splice(..100, [0; 100]));
}

/// What belongs to a lock that is replaced.
fn without_its_log(data: &Path) {
    for name in ["lock.db-wal", "lock.db-shm"] {
        fs::remove_file(data.join(name)).unwrap();
    }
}

#[test]
fn a_log_that_has_lost_its_end_is_not_served() {
    let words = "were signed: the database was restored from an older copy, or its end was lost";
    refuses_with(killed(), bytes_of("yishi.db-wal", lose_half), words);
    refuses_with(killed(), bytes_of("yishi.db-wal", Vec::clear), words);
    refuses_with(killed(), bytes_of("yishi.db-wal", overwrite_half), words);
}

#[test]
fn a_database_that_has_lost_its_end_or_beginning_is_not_served() {
    refuses_with(tidied(), bytes_of("yishi.db", lose_half), "yishi.db: the database is damaged");
    refuses_with(tidied(), bytes_of("yishi.db", overwrite_beginning), "yishi.db: this is no database");
    refuses_with(tidied(), bytes_of("yishi.db", Vec::clear), "yishi.db: it has no tables of this program");
    let missing = |data: &Path| fs::remove_file(data.join("yishi.db")).unwrap();
    refuses_with(tidied(), missing, "yishi.db, which keeps the log, is missing: look for it");
}

/// It would take whatever log it finds for the signed one.
#[test]
fn a_lock_that_knows_no_head_of_a_log_lets_it_not_be_signed() {
    let emptied = |data: &Path| {
        without_its_log(data);
        fs::write(data.join("lock.db"), []).unwrap();
    };
    refuses_with(killed(), emptied, "lock.db: it has no tables of this program");
    let overwritten = |data: &Path| {
        without_its_log(data);
        bytes_of("lock.db", overwrite_beginning)(data);
    };
    refuses_with(killed(), overwritten, "lock.db: this is no database");
    let missing = |data: &Path| fs::remove_file(data.join("lock.db")).unwrap();
    refuses_with(killed(), missing, "lock.db, which remembers the newest signed head, is missing");
    let other = Office::founded();
    let of_another = |data: &Path| {
        without_its_log(data);
        fs::copy(other.data("lock.db"), data.join("lock.db")).unwrap();
    };
    refuses_with(killed(), of_another, "lock.db has no head of estate");
}

#[test]
fn a_lock_that_has_lost_its_end_is_moved_on_to_the_same_history() {
    for change in [lose_half, overwrite_half, Vec::clear] {
        let mut office = killed();
        bytes_of("lock.db-wal", change)(&office.data(""));
        let server = serve(office.path());
        office.takes(&server, 2);
        server.kill();
        office.holds();
    }
}
