//! What a database's failures mean to whoever runs the server. Nothing here says a password: no error of a driver has one, and
//! an address is written without.

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

use sqlx::postgres::PgDatabaseError;

use super::StoreError;

/// Why a database cannot be worked with, and what to do.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// A file is not where it was when it was opened, or another one is.
    Gone {
        /// Which.
        path: PathBuf,
        /// Why it was not found; none if there is another one.
        error: Option<io::Error>,
    },
    /// The database has no tables of ours.
    Empty,
    /// A log and a lock would lie in one database.
    Together,
    /// A setting with which it would lose what it has answered, or could not keep it as it was sent, and what it is.
    Promises(&'static str, String),
    /// Nothing was answered for so long.
    Silent(Duration),
    /// What the database says.
    Said(sqlx::Error),
}

impl From<Trouble> for StoreError {
    fn from(trouble: Trouble) -> Self {
        StoreError::Unavailable(Box::new(trouble))
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        // Somebody else has the place, or wrote at the same time: nothing of the transaction was kept.
        match postgres_code(&error).as_deref() {
            Some("23505" | "40001" | "40P01") => StoreError::Conflict,
            _ => Trouble::Said(error).into(),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Gone { path, error: Some(error) } => write!(
                f,
                "{} is not where it was ({error}): put it back, and nothing has to be started again",
                path.display()
            ),
            Trouble::Gone { path, error: None } => write!(
                f,
                "{} is another file than the one that was opened: put the right one there; if this is it, start the \
                 server again",
                path.display()
            ),
            Trouble::Empty => f.write_str(
                "it has no tables of this program: it was emptied, or belongs to another one. Restore the newest copy",
            ),
            Trouble::Together => f.write_str(
                "the log and the lock would lie in one database: a copy of it that is restored would bring back the lock \
                 too, and nothing would show that the log has lost its end. Give the lock a database of its own",
            ),
            Trouble::Promises(setting @ "server_encoding", found) => write!(
                f,
                "the database says that {setting} is {found}, in which Chinese cannot be kept: make it anew with \
                 encoding UTF8"
            ),
            Trouble::Promises(setting @ "transaction_read_only", found) => write!(
                f,
                "the database says that {setting} is {found}: it is a standby, or closed for writing. Give the address of \
                 the one that is written to"
            ),
            Trouble::Promises(setting, found) => write!(
                f,
                "the database says that {setting} is {found}: it answers before what it answers for is on disk, and a power \
                 cut would take away ballots that have a receipt. Turn {setting} on for it, and start this server again"
            ),
            Trouble::Silent(time) => {
                write!(f, "the database has said nothing for {} s: look at it and at the network", time.as_secs())
            }
            Trouble::Said(error) => match meaning(error) {
                Some(meaning) => write!(f, "{meaning} ({error})"),
                None => write!(f, "the database does not answer: {error}"),
            },
        }
    }
}

impl std::error::Error for Trouble {}

/// The code of what PostgreSQL says: <https://www.postgresql.org/docs/15/errcodes-appendix.html>.
fn postgres_code(error: &sqlx::Error) -> Option<Cow<'_, str>> {
    let said = error.as_database_error()?;
    said.try_downcast_ref::<PgDatabaseError>()?;
    said.code()
}

/// What an operator can do about a failure.
fn meaning(error: &sqlx::Error) -> Option<&'static str> {
    match postgres_code(error) {
        Some(code) => of_postgres(&code),
        None => of_sqlite(error.as_database_error()?.code()?.parse().ok()?),
    }
}

fn of_postgres(code: &str) -> Option<&'static str> {
    match code {
        "28000" | "28P01" => Some(
            "the database lets this user not in: look at the name and password of the address, at PGPASSWORD or ~/.pgpass, \
             and at pg_hba.conf",
        ),
        "3D000" => Some("there is no database of that name: make it with createdb"),
        "25006" => Some("the database is read-only: give the address of the one that is written to"),
        "42501" => Some(
            "this user may not do that: grant it select and insert on the log's tables, on checkpoint_lock update too",
        ),
        "42P01" => Some("tables of this program are gone: restore the newest copy"),
        "53100" => Some("the database's disk is full: make room, and nothing has to be started again"),
        "53300" => {
            Some("the database takes no more connections: raise max_connections, or end other programs")
        }
        "55P03" => Some("another server holds the next place of the log for long: see whether it hangs"),
        "57P01" | "57P02" | "57P03" => {
            Some("the database is being started or ended; when it is back, nothing has to be started again")
        }
        "58030" | "58P01" => Some("the database's disk fails: look at its health"),
        "XX001" | "XX002" => Some(
            "the database is damaged: stop the servers, keep its files as they are, and restore the newest copy",
        ),
        _ => None,
    }
}

/// By the primary result code: <https://sqlite.org/rescode.html>.
fn of_sqlite(extended: u32) -> Option<&'static str> {
    match extended & 0xff {
        5 | 6 => {
            Some("another program keeps the database locked: end it; take backups with sqlite3's .backup")
        }
        8 => Some("the database is read-only: let this server's user write to it, and to its folder"),
        10 => Some("the disk fails, or a file may not grow: look at its room, its quota and its health"),
        11 => Some(
            "the database is damaged: stop the server, keep the files as they are, and restore the newest copy",
        ),
        13 => Some("the disk is full: make room, and nothing has to be started again"),
        14 => Some(
            "a file of the database cannot be opened: let this server's user read and write it, and its folder",
        ),
        26 => Some("this is no database, or its beginning was overwritten: restore the newest copy"),
        _ => None,
    }
}
