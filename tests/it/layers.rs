//! The window's files look downwards only, and none needs itself through others; below the server's addresses nothing names them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::tidy::{sources, words_of_code};

/// From the lowest: each folder or file at the top of `widget/src`, with what stands beside it. What shows screens stands
/// above what they are made of, and the root above all.
const LAYERS: [&[&str]; 8] = [
    &["draw", "fetch", "live"],
    &["words"],
    &["proofs"],
    &["shell"],
    &["kit"],
    &["desk"],
    &["home", "people", "steps"],
    &["later", "root", "court_root", "desk_root", "lib"],
];

/// Each file by its module, `people::desk::roll`, with the modules that it names.
type Needs = BTreeMap<String, BTreeSet<String>>;

/// The paths that a source names from `crate` or `super`, those of `use` with their braces taken apart, and the modules that
/// it declares and names. Its tests may look anywhere.
fn named(module: &str, is_folder: bool, text: &str) -> BTreeSet<String> {
    let words = words_of_code(text.split("#[cfg(test)]").next().unwrap_or_default());
    let is = |place: usize, word: &str| words.get(place).is_some_and(|found| found == word);
    let path_follows = |place: usize| is(place, ":") && is(place + 1, ":");
    let declared: BTreeSet<&String> = words
        .windows(3)
        .filter(|three| three[0] == "mod" && three[2] == ";")
        .map(|three| &three[1])
        .collect();
    let own = |place: usize| is_folder && declared.contains(&words[place]);
    let mut found = BTreeSet::new();
    for place in 0..words.len() {
        let within = place >= 2 && path_follows(place - 2);
        if !path_follows(place + 1) || within {
            continue;
        }
        let mut base: Vec<&str> = module.split("::").filter(|part| !part.is_empty()).collect();
        let start = match words[place].as_str() {
            "crate" => {
                base.clear();
                place + 3
            }
            "super" => {
                let mut next = place;
                while is(next, "super") {
                    base.pop();
                    next += 3;
                }
                next
            }
            "self" => place + 3,
            _ if own(place) => place,
            _ => continue,
        };
        taken_apart(&words, start, &base.join("::"), &mut found);
    }
    found
}

/// Follows one path from a place, with what its braces hold; gives the place behind it.
fn taken_apart(words: &[String], mut place: usize, base: &str, found: &mut BTreeSet<String>) -> usize {
    let mut path = base.to_owned();
    while let Some(word) = words.get(place) {
        if word == "{" {
            place += 1;
            while words.get(place).is_some_and(|word| word != "}") {
                place = taken_apart(words, place, &path, found);
                place += usize::from(words.get(place).is_some_and(|word| word == ","));
            }
            return place + 1;
        }
        if word != "self" && word != "*" {
            path = if path.is_empty() { word.clone() } else { format!("{path}::{word}") };
        }
        let goes_on = words.get(place + 1..place + 3).is_some_and(|signs| signs == [":", ":"]);
        if !goes_on {
            break;
        }
        place += 3;
    }
    found.insert(path);
    // `as` and the other name.
    place + if words.get(place + 1).is_some_and(|word| word == "as") { 3 } else { 1 }
}

/// What each of the given files needs of the others: a path leads to the file with the longest name that begins it.
fn needs(files: &[(String, bool, String)]) -> Needs {
    let modules: BTreeSet<&str> = files.iter().map(|(module, ..)| module.as_str()).collect();
    let of = |(module, is_folder, text): &(String, bool, String)| {
        let file = |path: String| {
            let mut path = path.as_str();
            loop {
                if modules.contains(path) {
                    return Some(path.to_owned());
                }
                path = path.rsplit_once("::")?.0;
            }
        };
        let found = named(module, *is_folder, text).into_iter().filter_map(file);
        (module.clone(), found.filter(|other| other != module).collect())
    };
    files.iter().map(of).collect()
}

/// Everything that a file needs, itself and through others.
fn reached<'a>(needs: &'a Needs, from: &'a str) -> BTreeSet<&'a str> {
    let (mut found, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(next) = open.pop() {
        for other in needs.get(next).into_iter().flatten() {
            if found.insert(other.as_str()) {
                open.push(other);
            }
        }
    }
    found
}

/// The files that need themselves through others.
fn circle(needs: &Needs) -> Vec<&str> {
    needs.keys().map(String::as_str).filter(|file| reached(needs, file).contains(file)).collect()
}

/// The files of a crate; each program's own file names the library from outside.
fn files_of(folder: &str) -> Vec<(String, bool, String)> {
    let of = |(path, text): (std::path::PathBuf, String)| {
        let path = path.strip_prefix(folder).ok()?.with_extension("");
        if path.starts_with("bin") {
            return None;
        }
        let is_folder = path.ends_with("mod") || path == Path::new("lib");
        let module = if path.ends_with("mod") { path.parent()?.to_path_buf() } else { path };
        let parts: Vec<_> = module.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        Some((parts.join("::"), is_folder, text))
    };
    sources().filter_map(of).collect()
}

fn layer(module: &str) -> Option<usize> {
    let top = module.split("::").next().unwrap_or_default();
    LAYERS.iter().position(|layer| layer.contains(&top))
}

#[test]
fn no_file_of_the_window_needs_itself() {
    let needs = needs(&files_of("widget/src"));
    assert!(needs.len() > 80, "only {} files were found", needs.len());
    assert_eq!(circle(&needs), [""; 0], "these need each other");
}

#[test]
fn the_window_looks_downwards_only() {
    for (module, others) in needs(&files_of("widget/src")) {
        let here = layer(&module);
        assert!(here.is_some(), "{module} lies in no layer");
        let above: Vec<_> = others.iter().filter(|other| layer(other) > here).collect();
        assert_eq!(above, [""; 0], "{module} looks upwards");
        // What phones load names nothing of the desk. A court file is made of its parts, and phones load none.
        let others_only = ["court_root", "lib"];
        let is_desk = |module: &str| {
            module.split("::").any(|part| part.starts_with("desk") || others_only.contains(&part))
        };
        let of_desk: Vec<_> = others.iter().filter(|other| !is_desk(&module) && is_desk(other)).collect();
        assert_eq!(of_desk, [""; 0], "{module} would be loaded with the desk");
    }
}

/// What requests become calls of knows nothing of requests: only `setup`, which puts the server together, does.
#[test]
fn the_server_below_its_addresses_names_none() {
    let needs = needs(&files_of("server/src"));
    assert!(needs.len() > 60, "only {} files were found", needs.len());
    let is_http = |module: &str| module.split("::").next() == Some("http");
    let upwards: Vec<_> = needs
        .iter()
        .filter(|(module, others)| !is_http(module) && others.iter().any(|other| is_http(other)))
        .map(|(module, _)| module.as_str())
        .collect();
    assert_eq!(upwards, ["setup"]);
}

/// What the checks above rest on.
#[test]
fn paths_are_found_however_they_are_written() {
    let file = |module: &str, is_folder: bool, text: &str| (module.to_owned(), is_folder, text.to_owned());
    let told = needs(&[
        file("a", true, "pub(crate) mod b; mod c; fn f() { c::g() } // crate::d"),
        file("a::b", false, "use crate::{d::{self, e::X as Y}, f}; fn g() { super::c::h(\"crate::f\") }"),
        file("a::c", false, "fn h() -> crate::d::e::X { } #[cfg(test)] mod tests { use crate::f; }"),
        file("d", true, "mod e;"),
        file("d::e", false, "use super::super::f::Z; use yishi_protocol::a;"),
        file("f", false, "fn i() { b::c() }"),
    ]);
    let of = |module: &str| told[module].iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(of("a"), ["a::c"]);
    assert_eq!(of("a::b"), ["a::c", "d", "d::e", "f"]);
    assert_eq!(of("a::c"), ["d::e"]);
    assert_eq!((of("d"), of("d::e"), of("f")), (vec![], vec!["f"], vec![]));
    assert_eq!(circle(&told), [""; 0]);
    let round = needs(&[file("a", false, "use crate::b::X;"), file("b", false, "use super::a;")]);
    assert_eq!(circle(&round), ["a", "b"]);
}
