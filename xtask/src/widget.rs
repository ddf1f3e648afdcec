//! `cargo xtask widget`: from the crate `widget/` to the folder that `yishi-server serve --widget` serves.
//!
//! ```text
//! widget/src ──trunk──▶ target/widget/stage ─┐
//! widget/styles, *.js, page.* ───────────────┴▶ target/widget/dist, each file also as .br and .gz
//! ```
//! Names that carry a hash never change their content; `yishi.js` and the page name them and are asked for each time.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::budget::{
    Budget, DESK, DESK_GLUE, DESK_LOADER, DESK_STYLE, GLUE, LOADER, READER, READER_GLUE, READER_LOADER,
    RESIDENT, Row, STYLE, WHY, check, table,
};
use crate::dist::Dist;
use crate::flags::{FLAGS, flags};
use crate::process::{cargo, program, root, run, say};
use crate::{split, tools};

/// A bundle, made by trunk from a page of its own and loaded by a loader of its own.
pub(crate) struct Bundle {
    /// The program's name in `widget/Cargo.toml`, with which its files' names begin.
    pub(crate) name: &'static str,
    /// The page that trunk builds.
    pub(crate) entry: &'static str,
    /// Whether it is loaded in parts.
    pub(crate) parts: bool,
    /// Of which source its loader is made, which names its files.
    pub(crate) source: &'static str,
    pub(crate) loader: (&'static str, Budget),
    /// In the order in which they are laid over each other; none for what shows nothing.
    pub(crate) styles: Option<(&'static [&'static str], Budget)>,
    pub(crate) wasm: Budget,
    pub(crate) glue: Budget,
}

pub(crate) const BUNDLES: [Bundle; 3] = [
    Bundle {
        name: "resident",
        entry: "index.html",
        parts: true,
        source: "loader.js",
        loader: ("yishi.js", LOADER),
        styles: Some((&["tokens.css", "kit.css"], STYLE)),
        wasm: RESIDENT,
        glue: GLUE,
    },
    Bundle {
        name: "desk",
        entry: "desk.html",
        parts: false,
        source: "loader.js",
        loader: ("yishi-desk.js", DESK_LOADER),
        styles: Some((&["tokens.css", "kit.css", "desk.css"], DESK_STYLE)),
        wasm: DESK,
        glue: DESK_GLUE,
    },
    Bundle {
        name: "reader",
        entry: "reader.html",
        parts: false,
        source: "reader-worker.js",
        loader: ("yishi-reader.js", READER_LOADER),
        styles: None,
        wasm: READER,
        glue: READER_GLUE,
    },
];

/// What is served under a name without a hash beside the pages: its source and its budget.
pub(crate) const LOOSE: [(&str, &str, Option<Budget>); 3] =
    [("page.css", "page.css", None), ("page.js", "page.js", None), ("yishi-why.js", "why.js", Some(WHY))];

/// A built widget: the folder to be served, and what its files weigh.
#[derive(Debug)]
pub(crate) struct Built {
    pub(crate) folder: PathBuf,
    rows: Vec<Row>,
}

impl Built {
    /// # Errors
    /// If phones would have to load more than the budget.
    pub(crate) fn check(&self) -> Result<()> {
        check(&self.rows)
    }
}

/// Builds the widget and shows what it weighs.
///
/// # Errors
/// If it does not build.
pub(crate) fn build() -> Result<Built> {
    let path = tools::widget()?;
    let target = root().join("target").join("widget");
    let stage = target.join("stage");
    // First cargo, which may fetch and shows how far it is; then trunk, which finds all done and asks no network.
    let build = ["build", "--locked", "--package", "yishi-widget", "--profile", "widget"];
    let build = [&build[..], &["--target", tools::WASM_TARGET]].concat();
    let flags = flags()?;
    for bins in [&["--bin", "resident", "--features", "split"][..], &["--bin", "desk", "--bin", "reader"]] {
        run(cargo(&[&build, bins].concat()).env(FLAGS, &flags))?;
    }
    fs::create_dir_all(&target).with_context(|| format!("cannot make {}", target.display()))?;
    let splitting = split::stand_in(&target)?;
    for bundle in BUNDLES {
        let stage = stage.join(bundle.name);
        let stage_text = stage.to_str().context("the repository's path is not UTF-8")?;
        let build = ["build", "--release", "--offline", "--dist", stage_text, bundle.entry];
        let mut trunk = program(find(&path, "trunk")?, &build);
        let mut seen = path.clone();
        if bundle.parts {
            let folders = [splitting.clone()].into_iter().chain(std::env::split_paths(&path));
            seen = std::env::join_paths(folders).context("a folder of the tools cannot stand on PATH")?;
            trunk.env(split::REAL, find(&path, "wasm-bindgen")?);
        }
        // Trunk stumbles over the value 1 that others give NO_COLOR.
        run(trunk
            .current_dir(root().join("widget"))
            .env("PATH", &seen)
            .env(FLAGS, &flags)
            .env_remove("NO_COLOR"))?;
    }

    let mut dist = Dist::new(target.join("dist.next"), find(&path, "esbuild")?, find(&path, "wasm-opt")?)?;
    dist.assemble(&root().join("widget"), &stage)?;
    let folder = target.join("dist");
    remove(&folder)?;
    fs::rename(&dist.folder, &folder).with_context(|| format!("cannot move {}", folder.display()))?;
    say(&format!("\n{}\n", table(&dist.rows)));
    Ok(Built { folder, rows: dist.rows })
}

/// A program by its whole path, since a changed `PATH` does not help the system to find the program itself.
fn find(path: &std::ffi::OsStr, name: &str) -> Result<PathBuf> {
    let named = |folder: PathBuf| folder.join(name).with_extension(std::env::consts::EXE_EXTENSION);
    let found = std::env::split_paths(path).map(named).find(|file| file.is_file());
    found.with_context(|| format!("{name} is not there"))
}

pub(crate) fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

/// The names in a folder, in order.
pub(crate) fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name().into_string();
        names.push(name.ok().with_context(|| format!("a name in {} is not UTF-8", folder.display()))?);
    }
    names.sort();
    Ok(names)
}
