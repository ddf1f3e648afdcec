//! Signed heads that somebody has kept: files, or folders of them.

use std::path::{Path, PathBuf};

use yishi_protocol::audit::Seen;

use crate::files::read;

/// The notes of the files and folders that were named. A folder's are all its files but hidden ones.
///
/// # Errors
/// What cannot be read; and a folder without a file, since whoever names it means to have something compared.
pub(crate) fn kept(paths: &[PathBuf]) -> Result<Vec<Seen>, String> {
    let mut seen = Vec::new();
    for path in paths {
        if !path.is_dir() {
            seen.push(kept_in(path)?);
            continue;
        }
        let files = files_of(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        if files.is_empty() {
            return Err(format!("there is no note in {}", path.display()));
        }
        for file in files {
            seen.push(kept_in(&file)?);
        }
    }
    Ok(seen)
}

/// The note of one file.
pub(crate) fn kept_in(file: &Path) -> Result<Seen, String> {
    let name = file.display().to_string();
    let note = String::from_utf8(read(file)?).map_err(|_| format!("{name} is no text, and so no note"))?;
    Ok(Seen { name, note })
}

fn files_of(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
        if path.is_file() && !hidden {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
