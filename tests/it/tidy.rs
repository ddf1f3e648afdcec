//! The repository keeps its own promises.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use yishi_protocol::blob::BlobKind;
use yishi_protocol::body::Kind;
use yishi_protocol::rejection::Code;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file of the tree that people write, by its path from the root.
fn files() -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let skipped = ["target", ".git", "node_modules", "dist"].contains(&name.as_str());
            match path.is_dir() {
                true if !skipped => walk(&path, found),
                false => found.push(path),
                true => {}
            }
        }
    }
    let mut found = Vec::new();
    walk(&root(), &mut found);
    found.iter().map(|path| path.strip_prefix(root()).unwrap().to_path_buf()).collect()
}

fn sources() -> impl Iterator<Item = (PathBuf, String)> {
    let is_source = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "rs");
    files().into_iter().filter(is_source).map(|path| {
        let text = read(&path.to_string_lossy());
        (path, text)
    })
}

#[test]
fn files_stay_small_and_say_what_they_do() {
    for (path, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= 400, "{} has {lines} lines; move a part out", path.display());
        assert!(text.starts_with("//!"), "{} does not open with what it is for", path.display());
    }
}

#[test]
fn the_specification_lists_every_kind_code_and_blob() {
    let spec = read("protocol/SPEC.md");
    let row = |cell: &str| spec.contains(&format!("| `{cell}` |"));
    for kind in Kind::ALL {
        let number = format!("| `{:#06x}` | `{}` |", kind.number(), kind.name());
        assert!(spec.contains(&number), "SPEC.md lacks {number}");
    }
    for code in Code::ALL {
        assert!(row(code.as_str()), "SPEC.md lacks {code}");
        assert!(spec.contains(code.sentence()), "SPEC.md has another sentence for {code}");
    }
    for kind in BlobKind::ALL {
        assert!(spec.contains(&format!("| `{:#06x}` |", kind.number())), "SPEC.md lacks {kind:?}");
    }
    let named: BTreeSet<&str> = spec
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
        .filter(|cell| cell.len() > 3 && cell.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_'))
        .collect();
    let known: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(named, known, "SPEC.md names codes that do not exist");
}

/// The entry of the first page is one of the vectors, so it cannot go stale.
#[test]
fn the_specification_opens_with_an_entry_that_exists() {
    let (spec, vectors) = (read("protocol/SPEC.md"), read("tests/vectors/stairwell.json"));
    let example = spec.split("```text").nth(1).unwrap_or_default();
    let lines = example.lines().filter_map(|line| line.get(8..)?.split_whitespace().next());
    let mut found = 0;
    for field in lines.filter(|field| field.len() >= 4) {
        let as_hex = base16ct::lower::encode_string(field.as_bytes());
        let shown = vectors.contains(field) || vectors.contains(&as_hex) || field.starts_with("estate-entry");
        if field.contains(|letter: char| !letter.is_ascii_hexdigit()) && !field.starts_with('{') {
            continue;
        }
        assert!(shown, "SPEC.md shows {field}, which no vector has");
        found += 1;
    }
    assert_eq!(found, 10);
}

#[test]
fn the_tour_stays_short_and_names_what_exists() {
    let tour = read("ARCHITECTURE.md");
    assert!(tour.lines().count() <= 200, "ARCHITECTURE.md is too long to be read");
    for word in tour.split('`').skip(1).step_by(2) {
        let is_path = word.contains('/') && !word.contains([' ', '*', '…', '<', ':', '(']);
        assert!(!is_path || root().join(word).exists(), "ARCHITECTURE.md names {word}, which does not exist");
    }
}

/// The rule book depends on no platform, and nobody but its owner may name a framework.
#[test]
fn dependencies_point_one_way() {
    let names = |manifest: &str| -> BTreeSet<String> {
        let text = read(manifest);
        let section = text.split("[dependencies]").nth(1).unwrap_or_default();
        let section = section.split("\n[").next().unwrap_or_default();
        let name =
            |line: &str| Some(line.split(['.', ' ', '=']).next()?.to_owned()).filter(|name| !name.is_empty());
        section.lines().filter_map(name).collect()
    };
    let rules = ["base16ct", "base64ct", "ed25519-dalek", "hkdf", "serde", "serde_json", "sha2"];
    assert_eq!(names("protocol/Cargo.toml"), rules.map(str::to_owned).into());
    let audit = names("audit/Cargo.toml");
    let ours: Vec<_> = audit.iter().filter(|name| name.starts_with("yishi-")).collect();
    assert_eq!(ours, ["yishi-protocol"]);
}

#[test]
fn nothing_names_one_persons_machine() {
    let marks = ["home", "root", "Users"].map(|folder| format!("/{folder}/"));
    for path in files() {
        let Ok(text) = std::fs::read_to_string(root().join(&path)) else {
            continue;
        };
        for mark in &marks {
            assert!(!text.contains(mark), "{} names a path of one machine: {mark}", path.display());
        }
    }
}

#[test]
fn no_test_sleeps_is_ignored_or_expects_a_panic() {
    let marks = [
        ("thread::", "sleep"),
        ("#[", "ignore"),
        ("should_", "panic"),
        ("to", "do!("),
        ("unimple", "mented!("),
    ];
    let marks = marks.map(|(start, end)| format!("{start}{end}"));
    let tests = |path: &Path| path.components().any(|part| part.as_os_str() == "tests");
    for (path, text) in sources().filter(|(path, _)| tests(path)) {
        for mark in &marks {
            assert!(!text.contains(mark), "{} has {mark}", path.display());
        }
    }
}

#[test]
fn signatures_are_checked_in_one_way_and_one_place() {
    for (path, text) in sources().filter(|(path, _)| path.starts_with("protocol/src")) {
        let here = path.ends_with("signature.rs");
        assert!(here || !text.contains("verify_strict("), "{} checks signatures itself", path.display());
        assert!(!text.contains("verify_batch") || text.contains("never in batches"), "{}", path.display());
    }
}
