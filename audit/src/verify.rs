//! `estate-audit verify`: judges an export, or that in a court file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use yishi_protocol::audit::{Known, ReceiptCheck, audit_log, check_receipt};
use yishi_protocol::export::in_court_file;
use yishi_protocol::id::EstateId;
use yishi_protocol::strict_json::write_text;

use crate::files::{fail, print, read, say};
use crate::notes::kept;
use crate::words::{margins, not_shown, receipt, refused};

/// Prints the verdict over the export at `path`; beside it, on standard error, what it does not show, or what is wrong.
pub(crate) fn run(
    path: &Path,
    estate: Option<EstateId>,
    (seen, receipts): (&[PathBuf], &[PathBuf]),
) -> ExitCode {
    let all = read(path).and_then(|bytes| Ok((bytes, kept(seen)?, shown(receipts)?)));
    let (bytes, known, receipts) = match all {
        Ok((bytes, seen, receipts)) => (bytes, Known { estate, seen }, receipts),
        Err(message) => return fail(&message),
    };
    // A court file brings its evidence in a page.
    let inside = str::from_utf8(&bytes).ok().and_then(in_court_file);
    let (verdict, log) = audit_log(inside.as_deref().unwrap_or(&bytes), &known);
    let printed = print(&write_text(&verdict));
    let said = match &verdict.first_wrong {
        Some(wrong) => refused(wrong),
        None => [not_shown(&verdict, &known), margins(&verdict)].concat(),
    };
    for line in said {
        say(&line);
    }
    let mut found = true;
    for (log, (name, text)) in log.iter().flat_map(|log| receipts.iter().map(move |one| (log, one))) {
        let check = check_receipt(log, text);
        found = found && matches!(check, ReceiptCheck::Found { .. });
        say(&format!("{name}: {}", receipt(&check)));
    }
    if verdict.sound && found { printed } else { ExitCode::FAILURE }
}

/// Each receipt with the name of its file.
fn shown(paths: &[PathBuf]) -> Result<Vec<(String, String)>, String> {
    let one = |path: &PathBuf| {
        let name = path.display().to_string();
        let text =
            String::from_utf8(read(path)?).map_err(|_| format!("{name} is no text, and so no receipt"))?;
        Ok((name, text))
    };
    paths.iter().map(one).collect()
}
