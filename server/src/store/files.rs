//! The files of an open SQLite database.
//!
//! A program that has a file open goes on writing to it when the file is deleted or moved and another one put in its place:
//! all of that would be acknowledged, and gone when the server is started again. So the files are looked for where they were
//! before anything is believed to be kept.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::StoreError;
use super::trouble::Trouble;

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
