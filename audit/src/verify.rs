//! `estate-audit verify`: judges an export, or that in a court file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use yishi_protocol::audit::{Known, audit_knowing};
use yishi_protocol::export::in_court_file;
use yishi_protocol::id::EstateId;
use yishi_protocol::strict_json::write_text;

use crate::files::{fail, print, read, say};
use crate::notes::kept;
use crate::words::{margins, not_shown, refused};

/// Prints the verdict over the export at `path`; beside it, on standard error, what it does not show, or what is wrong.
pub(crate) fn run(path: &Path, estate: Option<EstateId>, seen: &[PathBuf]) -> ExitCode {
    let both = read(path).and_then(|bytes| Ok((bytes, kept(seen)?)));
    let (bytes, known) = match both {
        Ok((bytes, seen)) => (bytes, Known { estate, seen }),
        Err(message) => return fail(&message),
    };
    // A court file brings its evidence in a page.
    let inside = str::from_utf8(&bytes).ok().and_then(in_court_file);
    let verdict = audit_knowing(inside.as_deref().unwrap_or(&bytes), &known);
    let printed = print(&write_text(&verdict));
    let said = match &verdict.first_wrong {
        Some(wrong) => refused(wrong),
        None => [not_shown(&verdict, &known), margins(&verdict)].concat(),
    };
    for line in said {
        say(&line);
    }
    if verdict.sound { printed } else { ExitCode::FAILURE }
}
