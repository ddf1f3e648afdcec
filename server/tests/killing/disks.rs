//! Disks that are full, read-only or gone while the server runs: what it cannot keep it does not acknowledge, its operator reads
//! what to do, and afterwards it goes on with one whole log.

use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tokio::runtime::Runtime;
use yishi_server::store::SqliteStore;

use crate::estate::{Vote, found};
use crate::load::Client;
use crate::process::{
    Listening, Process, operator_read, program_of_nobody, program_with_files_of, refuses_as, serve,
};
use crate::verdict::holds;

/// An estate on files, and somebody who votes with every phone of it.
pub(crate) struct Office {
    folder: TempDir,
    pub(crate) vote: Vote,
    pub(crate) client: Client,
}

impl Office {
    pub(crate) fn founded() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let vote = found(folder.path(), 8);
        let client = Client::new(&vote, 1..=8, 0);
        Self { folder, vote, client }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn data(&self, name: &str) -> PathBuf {
        self.path().join("data").join(name)
    }

    /// Votes so often; each time it is acknowledged.
    pub(crate) fn takes(&mut self, server: &Listening, votes: usize) {
        for _ in 0..votes {
            let answer = self.client.act(server.address);
            assert_eq!(answer.status, 200, "{}", answer.body);
        }
    }

    /// Votes, which is not acknowledged and may be sent again.
    fn cannot_take(&mut self, server: &Listening) {
        let answer = self.client.act(server.address);
        let is_unavailable = answer.status == 503 && answer.body.contains("\"UNAVAILABLE\"");
        assert!(is_unavailable, "{} {}", answer.status, answer.body);
    }

    fn operator_reads(&self, words: &str) {
        let said = operator_read(self.path());
        assert!(said.contains(words), "{words} is not in {said}");
    }

    /// Everything that was acknowledged is there, also after a start.
    pub(crate) fn holds(&mut self) {
        holds(self.folder.path(), &self.vote, std::slice::from_mut(&mut self.client));
    }
}

#[cfg(unix)]
#[test]
fn a_disk_that_is_full_loses_nothing_that_was_acknowledged() {
    let mut office = Office::founded();
    // Room for a few ballots.
    let blocks = std::fs::metadata(office.data("yishi.db")).unwrap().len() / 512 + 64;
    let server = Process::start(program_with_files_of(office.path(), blocks)).listening().unwrap();
    let mut taken = 0;
    while office.client.act(server.address).status == 200 {
        taken += 1;
        assert!(taken < 200, "it is never full");
    }
    assert!(taken > 0);
    for _ in 0..3 {
        office.cannot_take(&server);
    }
    office.operator_reads("a file may not grow: look at its room");
    server.kill();
    office.holds();
}

#[cfg(unix)]
#[test]
fn a_database_that_cannot_be_written_to_is_not_served() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    let mut office = Office::founded();
    let may = |name: &str, mode| {
        set_permissions(office.data(name), Permissions::from_mode(mode)).unwrap();
    };
    let read_only = "the database is read-only: let this server's user write to it";
    let closed = "a file of the database cannot be opened: let this server's user";
    may("log.key", 0o644);
    for (folder, log, lock, words) in [
        (0o777, 0o444, 0o666, read_only),
        (0o777, 0o666, 0o444, read_only),
        // Whether files beside it are left over decides which of the two it is.
        (0o555, 0o444, 0o444, ": let this server's user"),
        (0o777, 0o000, 0o666, closed),
    ] {
        may("yishi.db", log);
        may("lock.db", lock);
        may("", folder);
        let said = refuses_as(program_of_nobody(office.path()), office.path());
        assert!(said.contains(words), "{words} is not in {said}");
        may("", 0o700);
    }
    may("yishi.db", 0o600);
    may("lock.db", 0o600);
    may("log.key", 0o600);
    office.holds();
}

#[test]
fn a_database_that_is_gone_and_back_loses_nothing_that_was_acknowledged() {
    for name in ["yishi.db", "yishi.db-wal", "lock.db", "lock.db-wal"] {
        let mut office = Office::founded();
        let server = serve(office.path());
        office.takes(&server, 3);
        let (file, away) = (office.data(name), office.path().join("away"));
        std::fs::rename(&file, &away).unwrap();
        // As if it had been deleted: what is written now is gone when the server is started again.
        for _ in 0..2 {
            office.cannot_take(&server);
        }
        office.operator_reads(&format!("{name} is not where it was"));
        std::fs::rename(&away, &file).unwrap();
        office.takes(&server, 3);
        server.kill();
        office.holds();
    }
}

#[test]
fn an_older_copy_that_is_put_in_the_place_of_an_open_database_takes_nothing() {
    for name in ["yishi.db", "lock.db"] {
        let mut office = Office::founded();
        let (file, away, copy) = (office.data(name), office.path().join("away"), office.path().join("copy"));
        std::fs::copy(&file, &copy).unwrap();
        let server = serve(office.path());
        office.takes(&server, 3);
        std::fs::rename(&file, &away).unwrap();
        std::fs::rename(&copy, &file).unwrap();
        office.cannot_take(&server);
        office.operator_reads(&format!("{name} is another file than the one that was opened"));
        std::fs::rename(&away, &file).unwrap();
        office.takes(&server, 1);
        server.kill();
        office.holds();
    }
}

#[test]
fn a_database_that_another_program_has_locked_goes_on_when_it_lets_go() {
    let mut office = Office::founded();
    let server = serve(office.path());
    office.takes(&server, 1);
    let runtime = Runtime::new().unwrap();
    let other = runtime.block_on(SqliteStore::open(&office.data("yishi.db"), false)).unwrap();
    let held = runtime.block_on(other.writer().begin_with("begin immediate")).unwrap();
    let answer = office.client.act(server.address);
    runtime.block_on(held.rollback()).unwrap();
    assert_eq!(answer.status, 503, "{}", answer.body);
    office.operator_reads("another program keeps the database locked");
    office.takes(&server, 1);
    runtime.block_on(other.close());
    server.kill();
    office.holds();
}
