//! Writes `tests/vectors/stairwell.json` and `tests/vectors/other.json` anew. A test compares the committed files with what
//! this would write.

use std::fmt::Debug;
use std::path::Path;
use std::process::ExitCode;

use yishi_tests::{others, telling, vectors};

fn main() -> ExitCode {
    let files = [
        ("stairwell.json", told(telling::tell().map(|told| vectors::to_json(&told)))),
        ("other.json", told(others::tell().map(|told| others::to_json(&told)))),
    ];
    for (name, text) in files {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors").join(name);
        let written = text.and_then(|text| std::fs::write(path, text).map_err(|error| error.to_string()));
        if let Err(error) = written {
            eprintln!("{name}: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// What went otherwise than told, as text.
fn told<T, E: Debug>(told: Result<T, E>) -> Result<T, String> {
    told.map_err(|unexpected| format!("{unexpected:?}"))
}
