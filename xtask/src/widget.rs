//! `cargo xtask widget`: from the crate `widget/` to the folder that `yishi-server serve --widget` serves.
//!
//! ```text
//! widget/src ──trunk──▶ target/widget/stage ─┐      (from widget/program.html; for the demo without trunk)
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
use crate::flags::Told;
use crate::process::{cargo, program, root, run, say, warn};
use crate::tools::Tools;
use crate::{bindgen, court, tools};

/// A bundle, a program that trunk builds and that is loaded by a loader of its own.
pub(crate) struct Bundle {
    /// The program's name in `widget/Cargo.toml`, with which its files' names begin.
    pub(crate) name: &'static str,
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
        parts: true,
        source: "loader.js",
        loader: ("yishi.js", LOADER),
        styles: Some((&["tokens.css", "kit.css"], STYLE)),
        wasm: RESIDENT,
        glue: GLUE,
    },
    Bundle {
        name: "desk",
        parts: false,
        source: "loader.js",
        loader: ("yishi-desk.js", DESK_LOADER),
        styles: Some((&["tokens.css", "kit.css", "desk.css"], DESK_STYLE)),
        wasm: DESK,
        glue: DESK_GLUE,
    },
    Bundle {
        name: "reader",
        parts: false,
        source: "reader-worker.js",
        loader: ("yishi-reader.js", READER_LOADER),
        styles: None,
        wasm: READER,
        glue: READER_GLUE,
    },
];

/// What is served under a name without a hash beside the pages: its source, the group of what it says, its budget.
pub(crate) const LOOSE: [(&str, &str, Option<&str>, Option<Budget>); 3] = [
    ("page.css", "page.css", None, None),
    ("page.js", "page.js", Some("page_page"), None),
    ("yishi-why.js", "why.js", Some("page_why"), Some(WHY)),
];

/// Every program that is compiled: its name, and whether it is loaded in parts.
fn programs() -> impl Iterator<Item = (&'static str, bool)> {
    BUNDLES.iter().map(|bundle| (bundle.name, bundle.parts)).chain([(court::NAME, false)])
}

/// The page that trunk builds a program from, made of `widget/program.html`.
fn page(program: &str, parts: bool) -> String {
    // Seen from where the page is written to.
    include_str!("../../widget/program.html")
        .replace("@PROGRAM@", program)
        .replace("@FEATURES@", if parts { " data-cargo-features=\"split\"" } else { "" })
        .replace("@MANIFEST@", "../../../widget/Cargo.toml")
}

/// How a widget is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Making {
    /// As phones load it: as small as can be, packed and weighed.
    Whole,
    /// To be looked at on this machine: compiled as quickly as can be, neither packed nor weighed.
    Quick,
}

impl Making {
    /// The profile in `Cargo.toml`; `widget/program.html` names that of the whole one.
    const fn profile(self) -> &'static str {
        match self {
            Making::Whole => "widget",
            Making::Quick => "widget-quick",
        }
    }

    /// Where it comes to lie, below `target/widget`.
    const fn folder(self) -> &'static str {
        match self {
            Making::Whole => "dist",
            Making::Quick => "quick",
        }
    }
}

/// A built widget: the folder to be served, and what its files weigh.
#[derive(Debug)]
pub(crate) struct Built {
    pub(crate) folder: PathBuf,
    /// None of what is not as light as it could be.
    rows: Option<Vec<Row>>,
}

impl Built {
    /// # Errors
    /// If phones would have to load more than the budget.
    pub(crate) fn check(&self) -> Result<()> {
        self.rows.as_deref().map_or(Ok(()), check)
    }
}

/// Builds the widget as phones load it, and shows what it weighs.
///
/// # Errors
/// If it does not build.
pub(crate) fn build() -> Result<Built> {
    let tools = tools::widget(Making::Whole)?;
    compile(Making::Whole)?.assemble(&tools)
}

/// A compiled widget.
#[derive(Debug)]
pub(crate) struct Compiled {
    making: Making,
    told: Told,
    light: bool,
}

/// Compiles the widget. Cargo may fetch here and shows how far it is; trunk then finds all done and asks no network.
///
/// # Errors
/// If it does not compile.
pub(crate) fn compile(making: Making) -> Result<Compiled> {
    tools::wasm_target()?;
    let library = if making == Making::Whole { tools::library_sources() } else { None };
    let light = library.is_some();
    if making == Making::Whole && !light {
        warn(
            "the component rust-src cannot be had: the window is heavier than it should be, and is not weighed\n",
        );
    }
    let told = Told::new(library.as_deref())?;
    let build = ["build", "--locked", "--package", "yishi-widget", "--profile", making.profile()];
    let build = [&build[..], &["--target", tools::WASM_TARGET]].concat();
    for bins in [
        &["--bin", "resident", "--features", "split"][..],
        &["--bin", "desk", "--bin", "reader", "--bin", court::NAME],
    ] {
        run(told.to(&mut cargo(&[&build, bins].concat())))?;
    }
    Ok(Compiled { making, told, light })
}

impl Compiled {
    /// Puts together what is served.
    ///
    /// # Errors
    /// If a tool fails, or the oldest engines could not run what was compiled.
    pub(crate) fn assemble(self, tools: &Tools) -> Result<Built> {
        let target = root().join("target").join("widget");
        let stage = target.join("stage");
        fs::create_dir_all(&target).with_context(|| format!("cannot make {}", target.display()))?;
        if let Some(trunk) = &tools.trunk {
            self.stage(trunk, &target, &stage)?;
        } else {
            let compiled = root().join("target").join(tools::WASM_TARGET).join(self.making.profile());
            for (name, parts) in programs() {
                let module = compiled.join(name).with_extension("wasm");
                bindgen::stage(module, &stage.join(name), name, parts)?;
            }
        }

        let wasm_opt = if self.making == Making::Whole { Some(tools::wasm_opt()?) } else { None };
        let mut dist = Dist::new(target.join("dist.next"), tools.esbuild.clone(), wasm_opt)?;
        dist.assemble(&root().join("widget"), &stage)?;
        let folder = target.join(self.making.folder());
        remove(&folder)?;
        fs::rename(&dist.folder, &folder).with_context(|| format!("cannot move {}", folder.display()))?;
        if self.making == Making::Quick {
            return Ok(Built { folder, rows: None });
        }
        say(&format!("\n{}\n", table(&dist.rows)));
        Ok(Built { folder, rows: self.light.then_some(dist.rows) })
    }

    /// Has trunk build each program.
    fn stage(&self, trunk: &Path, target: &Path, stage: &Path) -> Result<()> {
        let folders = std::env::var_os("PATH").unwrap_or_default();
        let folders = [bindgen::stand_in(target)?].into_iter().chain(std::env::split_paths(&folders));
        let path = std::env::join_paths(folders).context("a folder of the tools cannot stand on PATH")?;
        let pages = target.join("pages");
        fs::create_dir_all(&pages).with_context(|| format!("cannot make {}", pages.display()))?;
        for (name, parts) in programs() {
            let file = pages.join(name).with_extension("html");
            fs::write(&file, page(name, parts))
                .with_context(|| format!("cannot write {}", file.display()))?;
            let page = file.to_str().context("the repository's path is not UTF-8")?;
            let stage = stage.join(name);
            let stage = stage.to_str().context("the repository's path is not UTF-8")?;
            let mut trunk = program(trunk, &["build", "--offline", "--release", "--dist", stage, page]);
            if parts {
                trunk.env(bindgen::PARTS_OF, name);
            }
            // Trunk stumbles over the value 1 that others give NO_COLOR.
            run(self.told.to(trunk.env("PATH", &path).env_remove("NO_COLOR")))?;
        }
        Ok(())
    }
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

#[cfg(test)]
mod tests {
    use super::{page, programs};

    #[test]
    fn each_program_has_a_page_that_names_it_and_the_windows_manifest() {
        for (name, parts) in programs() {
            let page = page(name, parts);
            assert!(page.contains(&format!("data-bin=\"{name}\"")) && !page.contains('@'), "{page}");
            assert_eq!(page.contains("data-cargo-features=\"split\""), parts, "{name}");
            assert!(page.contains("href=\"../../../widget/Cargo.toml\""), "{name}");
        }
    }
}
