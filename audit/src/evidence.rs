//! `estate-audit evidence`: whether two signed heads are of one history.

use std::path::Path;
use std::process::ExitCode;

use yishi_protocol::audit::{FoundedLog, HeadsCompared, History, compare};
use yishi_protocol::id::{EstateId, PublicKey};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::strict_json::write_text;

use crate::files::{fail, print, read, say};
use crate::notes::kept_in;

/// The exit status for two histories.
const TWO: u8 = 3;
/// The exit status if it cannot be said.
const UNKNOWN: u8 = 4;

/// Compares two heads by the key of a record, or by one that is given, and prints what they show.
pub(crate) fn run(
    heads: (&Path, &Path),
    record: Option<&Path>,
    key: Option<(EstateId, PublicKey)>,
    estate: Option<EstateId>,
) -> ExitCode {
    let found = match found(heads, record, key, estate) {
        Ok(found) => found,
        Err(message) => return fail(&message),
    };
    let printed = print(&write_text(&found));
    say(words(&found));
    match found.history {
        History::One => printed,
        History::Two => ExitCode::from(TWO),
        History::Unknown => ExitCode::from(UNKNOWN),
    }
}

fn found(
    (first, second): (&Path, &Path),
    record: Option<&Path>,
    key: Option<(EstateId, PublicKey)>,
    asked: Option<EstateId>,
) -> Result<HeadsCompared, String> {
    let (first, second) = (kept_in(first)?, kept_in(second)?);
    let of_head = |rejection: Rejection| match (rejection.code, &rejection.detail) {
        (Code::BadSignature, Some(name)) => {
            format!("{name} was not signed by this log's key, and proves nothing about it")
        }
        (Code::WrongEstate, Some(name)) => format!("{name} is a head of another estate"),
        _ => rejection.to_string(),
    };
    match (record, key) {
        (Some(path), _) => {
            let of_record = |rejection: Rejection| format!("{}: {rejection}", path.display());
            let log = FoundedLog::of(&read(path)?).map_err(of_record)?;
            let found = log.compare(&first, &second).map_err(of_head)?;
            match asked {
                Some(asked) if asked != found.estate => {
                    Err(format!("{} is of the estate {}", path.display(), found.estate))
                }
                _ => Ok(found),
            }
        }
        (None, Some((estate, log_key))) => compare(&estate, &log_key, &first, &second).map_err(of_head),
        (None, None) => Err("give --record, or --estate with --log-key".to_owned()),
    }
}

fn words(found: &HeadsCompared) -> &'static str {
    match (found.history, found.record) {
        (History::One, _) => "ONE HISTORY: the log that has one of these heads has the other",
        (History::Two, None) => {
            "TWO HISTORIES: this log's key signed different entries as the same log. Keep both heads; they prove it to anybody"
        }
        (History::Two, Some(_)) => {
            "TWO HISTORIES: this log's key signed different entries as the same log. Keep both heads and the record; they prove it to \
             anybody"
        }
        (History::Unknown, None) => {
            "CANNOT SAY: the heads are of different sizes. Fetch a record, and give it with --record"
        }
        (History::Unknown, Some(_)) => {
            "CANNOT SAY: the record ends before one of the heads. Fetch a newer one; a server that has none is not to be believed"
        }
    }
}
