//! `estate-audit verify`: judges an export.

use std::path::Path;
use std::process::ExitCode;

use yishi_protocol::audit::audit;
use yishi_protocol::strict_json::write_text;

use crate::files::{fail, print, read};

/// Prints the verdict over the export at `path`.
pub(crate) fn run(path: &Path) -> ExitCode {
    let bytes = match read(path) {
        Ok(bytes) => bytes,
        Err(message) => return fail(&message),
    };
    let verdict = audit(&bytes);
    let printed = print(&write_text(&verdict));
    if verdict.sound { printed } else { ExitCode::FAILURE }
}
