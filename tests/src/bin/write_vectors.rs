//! Writes `tests/vectors/stairwell.json` anew. A test compares the committed file with what this would write.

use std::path::Path;
use std::process::ExitCode;

use yishi_tests::telling::tell;
use yishi_tests::vectors::to_json;

fn main() -> ExitCode {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/stairwell.json");
    let vectors = match tell() {
        Ok(vectors) => vectors,
        Err(unexpected) => {
            eprintln!("{unexpected:?}");
            return ExitCode::FAILURE;
        }
    };
    match std::fs::write(&path, to_json(&vectors)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cannot write {}: {error}", path.display());
            ExitCode::FAILURE
        }
    }
}
