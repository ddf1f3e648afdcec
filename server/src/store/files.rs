//! The files of an open SQLite database, and what its failures mean to whoever runs the server.
//!
//! A program that has a file open goes on writing to it when the file is deleted or moved and another one put in its place:
//! all of that would be acknowledged, and gone when the server is started again. So the files are looked for where they were
//! before anything is believed to be kept.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::StoreError;

/// The files that hold what was committed: the database and its write-ahead log. While it is open both stay the same ones.
#[derive(Clone, Debug)]
pub(crate) struct Files(Arc<[(PathBuf, Identity)]>);

/// Which file it is, whatever it is called: device and number.
type Identity = (u64, u64);

#[cfg(unix)]
fn identity(path: &Path) -> io::Result<Identity> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).map(|file| (file.dev(), file.ino()))
}

/// Elsewhere a file that is open cannot be deleted or moved.
#[cfg(not(unix))]
fn identity(path: &Path) -> io::Result<Identity> {
    std::fs::metadata(path).map(|_| (0, 0))
}

impl Files {
    /// Those of a database that has just been opened and read.
    pub(super) fn of(path: &Path) -> Result<Self, StoreError> {
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        let found = |path: PathBuf| match identity(&path) {
            Ok(identity) => Ok((path, identity)),
            Err(error) => Err(Trouble::Gone { path, error: Some(error) }),
        };
        Ok(Self([found(path.to_owned())?, found(log.into())?].into()))
    }

    /// That they are where they were.
    ///
    /// # Errors
    /// `Unavailable`, with what to do.
    pub(crate) fn are_there(&self) -> Result<(), StoreError> {
        for (path, opened) in self.0.iter() {
            let error = match identity(path) {
                Ok(found) if found == *opened => continue,
                Ok(_) => None,
                Err(error) => Some(error),
            };
            return Err(Trouble::Gone { path: path.clone(), error }.into());
        }
        Ok(())
    }
}

/// Why a database cannot be worked with, and what to do.
#[derive(Debug)]
pub(super) enum Trouble {
    /// A file is not where it was when it was opened, or another one is.
    Gone {
        /// Which.
        path: PathBuf,
        /// Why it was not found; none if there is another one.
        error: Option<io::Error>,
    },
    /// The file has no tables of ours.
    Empty,
    /// What SQLite says.
    Said(sqlx::Error),
}

impl From<Trouble> for StoreError {
    fn from(trouble: Trouble) -> Self {
        StoreError::Unavailable(Box::new(trouble))
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        Trouble::Said(error).into()
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
            Trouble::Said(error) => match meaning(error) {
                Some(meaning) => write!(f, "{meaning} ({error})"),
                None => write!(f, "the database does not answer: {error}"),
            },
        }
    }
}

impl std::error::Error for Trouble {}

/// What an operator can do about a failure, by its primary result code: <https://sqlite.org/rescode.html>.
fn meaning(error: &sqlx::Error) -> Option<&'static str> {
    let extended: u32 = error.as_database_error()?.code()?.parse().ok()?;
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
