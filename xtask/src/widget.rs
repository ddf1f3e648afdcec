//! `cargo xtask widget`: from the crate `widget/` to the folder that `yishi-server serve --widget` serves.
//!
//! ```text
//! widget/src ──trunk──▶ target/widget/stage ─┐
//! widget/styles, *.js, page.* ───────────────┴▶ target/widget/dist, each file also as .br and .gz
//! ```
//! Names that carry a hash never change their content; `yishi.js` and the page name them and are asked for each time.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

use crate::budget::{
    BALLOT, Budget, DESK, DESK_GLUE, DESK_LOADER, DESK_STYLE, GLUE, LOADER, Packed, READER, READER_GLUE,
    READER_LOADER, RESIDENT, Row, STYLE, WHY, check, of_part, table,
};
use crate::flags::{FLAGS, flags};
use crate::process::{cargo, program, root, run, say};
use crate::{floor, split, tools};

/// A bundle, made by trunk from a page of its own and loaded by a loader of its own.
struct Bundle {
    /// The program's name in `widget/Cargo.toml`, with which its files' names begin.
    name: &'static str,
    /// The page that trunk builds.
    entry: &'static str,
    /// Whether it is loaded in parts.
    parts: bool,
    /// Of which source its loader is made, which names its files.
    source: &'static str,
    loader: (&'static str, Budget),
    /// In the order in which they are laid over each other; none for what shows nothing.
    styles: Option<(&'static [&'static str], Budget)>,
    wasm: Budget,
    glue: Budget,
}

const BUNDLES: [Bundle; 3] = [
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
const LOOSE: [(&str, &str, Option<Budget>); 3] =
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

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

/// What esbuild may use in scripts: a phone that is too old should still read the sentence that says so.
const OLD_SCRIPTS: &str = "--target=es2017";
/// The folder that is being put together.
struct Dist {
    folder: PathBuf,
    esbuild: PathBuf,
    wasm_opt: PathBuf,
    rows: Vec<Row>,
}

impl Dist {
    fn new(folder: PathBuf, esbuild: PathBuf, wasm_opt: PathBuf) -> Result<Self> {
        remove(&folder)?;
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self { folder, esbuild, wasm_opt, rows: Vec::new() })
    }

    /// Everything from the sources in `widget` and what trunk left in `stage`.
    fn assemble(&mut self, widget: &Path, stage: &Path) -> Result<()> {
        for bundle in &BUNDLES {
            self.bundle(bundle, widget, &stage.join(bundle.name))?;
        }

        let page = fs::read_to_string(widget.join("page.html")).context("widget/page.html")?;
        let [(resident, _), (desk, _), _] = BUNDLES.map(|bundle| bundle.loader);
        ensure!(page.matches(resident).count() == 1, "the page should name {resident} once");
        self.add("desk.html", None, page.replace(resident, desk).into_bytes())?;
        self.add("page.html", None, page.into_bytes())?;
        // The light pages are read by browsers that run no window, so they are given what older ones know.
        let light = self.styles(&["tokens.css", "kit.css", "light.css"], widget, OLD_SCRIPTS)?;
        self.add("light.css", None, light)?;
        for (name, source, budget) in LOOSE {
            let text = self.minified(&widget.join(source), OLD_SCRIPTS)?;
            self.add(name, budget, text)?;
        }
        Ok(())
    }

    /// What trunk left of a bundle, and the loader that names it.
    fn bundle(&mut self, bundle: &Bundle, widget: &Path, stage: &Path) -> Result<()> {
        let (name, staged) = (bundle.name, names(stage)?);
        // Trunk names both by what was compiled; ours are named by what is served, whichever tools made it.
        let start = format!("{name}-");
        let wasm = fs::read(stage.join(only(&staged, &start, "_bg.wasm")?))?;
        let wasm_name = format!("{name}-{}_bg.wasm", short_hash(&wasm));
        let wasm_hash = self.add(&wasm_name, Some(bundle.wasm), wasm)?;
        let glue = only(&staged, &start, ".js")?;
        let module = if bundle.parts {
            self.linked(stage, glue, name)?
        } else {
            self.minified(&stage.join(glue), &floor::scripts())?
        };
        let module_name = format!("{name}-{}.js", short_hash(&module));
        let asking = String::from_utf8_lossy(&module).into_owned();
        let module_hash = self.add(&module_name, Some(bundle.glue), module)?;
        // Small scripts that crates bring along. Trunk leaves those of all bundles; a module asks for its own by their names.
        self.add_folder(stage, "snippets", (bundle.glue, &asking))?;
        let loader_name = bundle.loader.0.to_owned();
        let mut built = vec![("MODULE", &module_name), ("WASM", &wasm_name), ("WASM_HASH", &wasm_hash)];
        let style = bundle.styles.map(|styles| self.style(name, styles, widget)).transpose()?;
        if let Some((style_name, style_hash)) = &style {
            // Only a page can hold a module to its hash, by a hint; a worker has none.
            built.extend([("MODULE_HASH", &module_hash), ("STYLE", style_name), ("STYLE_HASH", style_hash)]);
            // By its own name a loader finds its tag, and by that where it came from.
            built.push(("LOADER", &loader_name));
        }

        // A page's loader is read by every phone, what a running window loads only by those that run it.
        let target = if style.is_some() { OLD_SCRIPTS } else { &floor::scripts() };
        let loader = self.minified(&widget.join(bundle.source), target)?;
        let loader = fill(std::str::from_utf8(&loader)?, &built)?;
        self.add(&loader_name, Some(bundle.loader.1), loader.into_bytes())?;
        Ok(())
    }

    /// The glue of a window that is loaded in parts, in one script with what loads them: the two import each other.
    fn linked(&mut self, stage: &Path, glue: &str, bundle: &str) -> Result<Vec<u8>> {
        let needed = split::needs(stage, "vote")?;
        let (mut plain, mut gzip, mut brotli) = (0, 0, 0);
        for part in split::parts(stage, &self.wasm_opt)? {
            let served = format!("{bundle}-{}_{}.wasm", short_hash(&part.bytes), part.label());
            let hash = self.add(&served, Some(of_part(part.label())), part.bytes.clone())?;
            split::serve_as(stage, &part, &served, &hash)?;
            if part.label() == "vote" || needed.iter().any(|name| name == part.label()) {
                let row = self.rows.last().context("a file was added")?;
                (plain, gzip, brotli) = (plain + row.plain, gzip + row.gzip, brotli + row.brotli);
            }
        }
        let main = self.rows.iter().find(|row| row.budget.is_some_and(|budget| budget.part == RESIDENT.part));
        let main = main.context("the main part was added")?;
        let (plain, gzip, brotli) = (plain + main.plain, gzip + main.gzip, brotli + main.brotli);
        let name = "(all that a ballot needs of these)".to_owned();
        self.rows.push(Row { name, budget: Some(BALLOT), plain, gzip, brotli });
        // The splitter knows the glue by the name it had before trunk added a hash.
        fs::copy(stage.join(glue), stage.join(format!("{bundle}.js")))?;
        // wasm-bindgen lists a script once for each part that uses it.
        let quiet = "--log-override:duplicate-object-key=silent";
        self.esbuild(&[&format!("{bundle}.js"), "--bundle", "--format=esm", &floor::scripts(), quiet], stage)
    }

    /// A bundle's style sheet, made of several; gives its name and its hash.
    fn style(
        &mut self,
        bundle: &str,
        (files, budget): (&[&str], Budget),
        widget: &Path,
    ) -> Result<(String, String)> {
        let style = self.styles(files, widget, &floor::scripts())?;
        let name = format!("{bundle}-{}.css", short_hash(&style));
        let hash = self.add(&name, Some(budget), style)?;
        Ok((name, hash))
    }

    /// Style sheets in one.
    fn styles(&self, files: &[&str], widget: &Path, target: &str) -> Result<Vec<u8>> {
        let mut style = Vec::new();
        for file in files {
            style.extend(self.minified(&widget.join("styles").join(file), target)?);
        }
        Ok(style)
    }

    /// A script or a style sheet without what only its readers need.
    fn minified(&self, file: &Path, target: &str) -> Result<Vec<u8>> {
        let (folder, name) = (file.parent().context("a file lies in a folder")?, file.file_name());
        self.esbuild(&[target, &name.context("a file has a name")?.to_string_lossy()], folder)
    }

    fn esbuild(&self, arguments: &[&str], folder: &Path) -> Result<Vec<u8>> {
        let mut esbuild = Command::new(&self.esbuild);
        esbuild.args(["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning"]);
        esbuild.args(arguments).current_dir(folder).stderr(Stdio::inherit());
        let output = esbuild.output().context("cannot start esbuild")?;
        ensure!(output.status.success(), "esbuild cannot read {arguments:?} in {}", folder.display());
        Ok(output.stdout)
    }

    /// Writes a file plain and compressed; returns its hash as the attribute `integrity` has it.
    fn add(&mut self, name: &str, budget: Option<Budget>, bytes: Vec<u8>) -> Result<String> {
        if name.ends_with(".wasm") {
            floor::runs_there(name, &bytes)?;
        } else if name.ends_with(".js") {
            floor::makes_no_code(name, std::str::from_utf8(&bytes)?)?;
        }
        let hash = format!("sha256-{}", Base64::encode_string(&Sha256::digest(&bytes)));
        let packed = Packed::new(bytes)?;
        self.rows.push(Row::new(name, budget, &packed));
        for (ending, bytes) in [("", &packed.plain), (".br", &packed.brotli), (".gz", &packed.gzip)] {
            let file = self.folder.join(format!("{name}{ending}"));
            fs::create_dir_all(file.parent().context("a file lies in a folder")?)?;
            fs::write(&file, bytes).with_context(|| format!("cannot write {}", file.display()))?;
        }
        Ok(hash)
    }

    /// Adds what lies in `name` under `stage`, if there is such a folder, as part of the glue, where `asking` names it.
    fn add_folder(&mut self, stage: &Path, name: &str, (budget, asking): (Budget, &str)) -> Result<()> {
        if !stage.join(name).is_dir() {
            return Ok(());
        }
        for inner in names(&stage.join(name))? {
            let inner = format!("{name}/{inner}");
            if inner == split::PARTS {
                // They are served beside the glue, which holds the script that loads them.
            } else if stage.join(&inner).is_dir() {
                self.add_folder(stage, &inner, (budget, asking))?;
            } else if asking.contains(&inner) {
                let script = self.minified(&stage.join(&inner), &floor::scripts())?;
                self.add(&inner, Some(budget), script)?;
            }
        }
        Ok(())
    }
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

/// The one name that begins and ends so.
fn only<'a>(names: &'a [String], start: &str, end: &str) -> Result<&'a str> {
    let found: Vec<&String> =
        names.iter().filter(|name| name.starts_with(start) && name.ends_with(end)).collect();
    match found.as_slice() {
        [one] => Ok(one),
        _ => anyhow::bail!("trunk should have left one {start}…{end}, not {}", found.len()),
    }
}

/// Puts values in place of `@NAME@`, each of which stands there once, and leaves none.
fn fill(text: &str, values: &[(&str, &String)]) -> Result<String> {
    let mut text = text.to_owned();
    for (name, value) in values {
        let place = format!("@{name}@");
        ensure!(text.matches(&place).count() == 1, "the loader should name {place} once");
        text = text.replace(&place, value);
    }
    ensure!(!text.contains('@'), "the loader names something in @ that the build does not know");
    Ok(text)
}

/// What a name says of its content: 16 hexadecimal digits.
fn short_hash(bytes: &[u8]) -> String {
    base16ct::lower::encode_string(&Sha256::digest(bytes)[..8])
}

#[cfg(test)]
mod tests {
    use super::{fill, only, short_hash};

    #[test]
    fn the_loader_gets_every_name_once() {
        let [module, hash] = ["a.js", "sha256-x"].map(str::to_owned);
        let filled =
            fill("import('@MODULE@'); '@MODULE_HASH@'", &[("MODULE", &module), ("MODULE_HASH", &hash)]);
        assert_eq!(filled.unwrap(), "import('a.js'); 'sha256-x'");
    }

    #[test]
    fn a_name_that_only_one_side_knows_stops_the_build() {
        let name = "a.js".to_owned();
        assert!(fill("import('@MODULE@')", &[("MODULE", &name), ("WASM", &name)]).is_err());
        assert!(fill("import('@MODULE@', '@OTHER@')", &[("MODULE", &name)]).is_err());
    }

    #[test]
    fn the_built_file_is_found_by_both_ends_of_its_name() {
        let names = ["resident-1.js", "resident-1_bg.wasm", "index.html"].map(str::to_owned);
        assert_eq!(only(&names, "resident-", ".js").unwrap(), "resident-1.js");
        assert!(only(&names, "desk-", ".js").is_err());
    }

    #[test]
    fn a_hash_in_a_name_has_sixteen_digits() {
        assert_eq!(short_hash(b""), "e3b0c44298fc1c14");
    }
}
