//! Writes what of the documents follows from the types: the boxes of `protocol/SPEC.md`, and the schemas of
//! `server/openapi.json`.

use std::path::Path;
use std::process::ExitCode;

use yishi_tests::docs::{openapi, spec};

type Written = fn(&str) -> Result<String, String>;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let documents: [(&str, Written); 2] = [("protocol/SPEC.md", spec), ("server/openapi.json", openapi)];
    for (name, written) in documents {
        let path = root.join(name);
        let text = std::fs::read_to_string(&path).map_err(|error| error.to_string());
        let outcome = text
            .and_then(|text| written(&text))
            .and_then(|text| std::fs::write(&path, text).map_err(|error| error.to_string()));
        if let Err(error) = outcome {
            eprintln!("{name}: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
