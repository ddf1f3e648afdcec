//! `cargo xtask bench`: measures in a release build, hands on what the window weighs, and lets a slow phone open it.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::browser::browser;
use crate::budget::{Budget, Coding, GLUE, LOADER, RESIDENT, STYLE};
use crate::process::{cargo, root, run};
use crate::widget;

/// Measures speed, prints the table and writes it to `target/bench.json`.
///
/// # Errors
/// If it does not build or something that is measured fails.
pub(crate) fn bench() -> Result<()> {
    browser()?;
    widget::build()?;
    let mut bench = cargo(&["run", "--release", "--locked", "--package", "yishi-bench", "--"]);
    let dist = root().join("target").join("widget").join("dist");
    for budget in [LOADER, STYLE, GLUE, RESIDENT] {
        let (coding, ending) = match budget.coding {
            Coding::Gzip => ("gzip", "gz"),
            Coding::Brotli => ("brotli", "br"),
        };
        let bytes = weigh(&dist, &dist, budget, ending)?;
        ensure!(bytes > 0, "no built file belongs to the part {}", budget.part);
        bench.args(["--bundle", budget.part, coding, &bytes.to_string(), &budget.limit.to_string()]);
    }
    run(&mut bench)?;
    // Its own build profile does not matter: it waits for a phone.
    run(&mut cargo(&["run", "--locked", "--package", "yishi-tests", "--example", "slow_phone"]))
}

/// The compressed bytes of a part's files in a folder and below.
fn weigh(dist: &Path, folder: &Path, budget: Budget, ending: &str) -> Result<u64> {
    let mut sum = 0;
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            sum += weigh(dist, &path, budget, ending)?;
        } else if path.extension() == Some(OsStr::new(ending))
            && part_of(path.strip_prefix(dist)?).is_some_and(|part| part.part == budget.part)
        {
            sum += fs::metadata(&path)?.len();
        }
    }
    Ok(sum)
}

/// Which part a file of the window belongs to, by its path in the folder; none for our own page.
fn part_of(file: &Path) -> Option<Budget> {
    let name = file.to_str()?;
    if file.starts_with("snippets") {
        return (!name.contains("/desk/")).then_some(GLUE);
    }
    let begins = |start: &str| name.starts_with(start);
    match name.rsplit('.').nth(1)? {
        // What is loaded when it is needed is no part of the first load.
        "wasm" if begins("resident-") && name.contains("_bg.") => Some(RESIDENT),
        "js" if begins("resident-") => Some(GLUE),
        "js" if begins("yishi.") => Some(LOADER),
        "css" if begins("resident-") => Some(STYLE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::part_of;

    #[test]
    fn every_file_that_the_loader_fetches_belongs_to_a_part() {
        let part = |file: &str| part_of(Path::new(file)).map(|budget| budget.part);
        assert_eq!(part("yishi.js.gz"), Some("loader"));
        assert_eq!(part("resident-0a.css.br"), Some("style"));
        assert_eq!(part("resident-0a.js.br"), Some("glue"));
        assert_eq!(part("snippets/leptos-0a/inline0.js.br"), Some("glue"));
        assert_eq!(part("resident-0a_bg.wasm.br"), Some("resident"));
        for desk in ["desk-0a.css.br", "snippets/yishi-widget-0a/src/desk/reader.js.br", "yishi-reader.js.gz"]
        {
            assert_eq!(part(desk), None, "phones do not load it");
        }
        assert_eq!(part("resident-0a_vote.wasm.br"), None);
        assert_eq!(part("page.js.br"), None);
        assert_eq!(part("page.html.gz"), None);
    }
}
