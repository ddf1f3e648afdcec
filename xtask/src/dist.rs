//! The folder that is served, put together from what trunk left and the sources in `widget/`.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};
use yishi_words::build::{Catalogue, PSEUDO, SOURCE};

use crate::budget::{BALLOT, Budget, DESK_WORDS, Packed, RESIDENT, Row, SIGNED, WORDS, of_part};
use crate::process::{root, run};
use crate::widget::{BUNDLES, Bundle, LOOSE, names, remove};
use crate::{court, floor, split, themes};

/// What esbuild may use in scripts: a phone that is too old should still read the sentence that says so.
const OLD_SCRIPTS: &str = "--target=es2017";

/// What `wasm-opt` is asked for, beside what it may use: what packs smallest, which is not what is smallest plain, and without
/// names. Nothing is kept in the lowest kilobyte, which is the end of the stack.
const OPTIMISE: [&str; 6] =
    ["--low-memory-unused", "-Os", "-Os", "--strip-debug", "--strip-producers", "--strip-target-features"];

/// The folder that is being put together.
pub(crate) struct Dist {
    pub(crate) folder: PathBuf,
    esbuild: PathBuf,
    /// What makes programs small; none where nobody weighs them.
    wasm_opt: Option<PathBuf>,
    /// What files weigh; none where nobody weighs them.
    pub(crate) rows: Vec<Row>,
}

impl Dist {
    pub(crate) fn new(folder: PathBuf, esbuild: PathBuf, wasm_opt: Option<PathBuf>) -> Result<Self> {
        remove(&folder)?;
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self { folder, esbuild, wasm_opt, rows: Vec::new() })
    }

    /// Everything from the sources in `widget` and what trunk left in `stage`.
    pub(crate) fn assemble(&mut self, widget: &Path, stage: &Path) -> Result<()> {
        for bundle in &BUNDLES {
            self.bundle(bundle, widget, &stage.join(bundle.name))?;
        }

        self.court_file(widget, &stage.join(court::NAME))?;
        self.words()?;
        let page = said_page(&widget.join("page.html"), "page_plain")?;
        let [(resident, _), (desk, _), _] = BUNDLES.map(|bundle| bundle.loader);
        ensure!(page.matches(resident).count() == 1, "the page should name {resident} once");
        self.add("desk.html", None, page.replace(resident, desk).into_bytes())?;
        self.add("page.html", None, page.into_bytes())?;
        // The light pages are read by browsers that run no window, so they are given what older ones know.
        let light = self.styles(&["tokens.css", "kit.css", "light.css"], widget, OLD_SCRIPTS)?;
        self.add("light.css", None, light)?;
        for (name, source, group, budget) in LOOSE {
            let source = widget.join(source);
            let text = match group {
                Some(group) => self.saying(&source, group)?,
                None => self.minified(&source, OLD_SCRIPTS)?,
            };
            self.add(name, budget, text)?;
        }
        Ok(())
    }

    /// The words of each language but the source language, whose words are in the programs.
    fn words(&mut self) -> Result<()> {
        let catalogue = Catalogue::read(root().join("words"))?.pseudo();
        let fetched = catalogue.programs().fetched();
        let bundles: Vec<(&str, &[&str])> =
            fetched.iter().map(|(name, groups)| (*name, groups.as_slice())).collect();
        for file in catalogue.files(&bundles)?.into_iter().filter(|file| file.tag != SOURCE) {
            let budget = if file.bundle == "desk" { DESK_WORDS } else { WORDS };
            // Nobody but a test loads the language that is made at build, whose words are longer than any.
            self.add(&file.name, (file.tag != PSEUDO).then_some(budget), file.text.into_bytes())?;
        }
        Ok(())
    }

    /// What trunk left of a bundle, and the loader that names it.
    fn bundle(&mut self, bundle: &Bundle, widget: &Path, stage: &Path) -> Result<()> {
        let (name, staged) = (bundle.name, names(stage)?);
        // Trunk names both by what was compiled; ours are named by what is served, whichever tools made it.
        let start = format!("{name}-");
        let wasm = self.program(&stage.join(only(&staged, &start, "_bg.wasm")?))?;
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
        let source = widget.join(bundle.source);
        let loader = match style {
            Some(_) => self.saying(&source, "page_loader")?,
            None => self.minified(&source, &floor::scripts())?,
        };
        let loader = fill(std::str::from_utf8(&loader)?, &built)?;
        self.add(&loader_name, Some(bundle.loader.1), loader.into_bytes())?;
        Ok(())
    }

    /// The glue of a window that is loaded in parts, in one script with what loads them: the two import each other.
    fn linked(&mut self, stage: &Path, glue: &str, bundle: &str) -> Result<Vec<u8>> {
        let mut parts: Vec<(String, [usize; 3])> = Vec::new();
        for part in split::parts(stage)? {
            let bytes = self.program(&part.file)?;
            let served = format!("{bundle}-{}_{}.wasm", short_hash(&bytes), part.label());
            let hash = self.add(&served, Some(of_part(part.label())), bytes)?;
            split::serve_as(stage, &part, &served, &hash)?;
            if let Some(row) = self.rows.last() {
                parts.push((part.label().to_owned(), [row.plain, row.gzip, row.brotli]));
            }
        }
        let of_main = |row: &&Row| row.budget.is_some_and(|budget| budget.part == RESIDENT.part);
        let main = self.rows.iter().find(of_main).map_or([0; 3], |main| [main.plain, main.gzip, main.brotli]);
        for (name, budget, asked) in [
            ("(all until a ballot answers)", BALLOT, &["vote"][..]),
            ("(all until a ballot is signed)", SIGNED, &["vote", "estate", "people"]),
        ] {
            let mut needed: BTreeSet<String> = asked.iter().map(|part| (*part).to_owned()).collect();
            for part in asked {
                needed.extend(split::needs(stage, part)?);
            }
            let weights =
                parts.iter().filter(|(label, _)| needed.contains(label)).map(|(_, weights)| weights);
            let [plain, gzip, brotli] =
                weights.fold(main, |sum, one| std::array::from_fn(|at| sum[at] + one[at]));
            self.rows.push(Row { name: name.to_owned(), budget: Some(budget), plain, gzip, brotli });
        }
        // The splitter knows the glue by the name it had before trunk added a hash.
        fs::copy(stage.join(glue), stage.join(format!("{bundle}.js")))?;
        let arguments = [&format!("{bundle}.js"), "--bundle", "--format=esm", &floor::scripts()];
        self.esbuild(&arguments, stage, "")
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
    pub(crate) fn styles(&self, files: &[&str], widget: &Path, target: &str) -> Result<Vec<u8>> {
        let mut style = Vec::new();
        for file in files {
            let file = widget.join("styles").join(file);
            let sheet =
                fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
            let sheet = themes::spelt_out(&sheet).with_context(|| file.display().to_string())?;
            style.extend(self.esbuild(&["--loader=css", target], widget, &sheet)?);
        }
        Ok(style)
    }

    /// A script or a style sheet without what only its readers need.
    fn minified(&self, file: &Path, target: &str) -> Result<Vec<u8>> {
        let (folder, name) = (file.parent().context("a file lies in a folder")?, file.file_name());
        self.esbuild(&[target, &name.context("a file has a name")?.to_string_lossy()], folder, "")
    }

    /// A page's script with the phrases of a group, in every language: no table is there yet when it runs.
    fn saying(&self, file: &Path, group: &str) -> Result<Vec<u8>> {
        let script = said_script(file, group)?;
        let folder = file.parent().context("a file lies in a folder")?;
        self.esbuild(&["--loader=js", OLD_SCRIPTS], folder, &script)
    }

    /// What esbuild makes of a file that `arguments` name, or else of a text.
    pub(crate) fn esbuild(&self, arguments: &[&str], folder: &Path, text: &str) -> Result<Vec<u8>> {
        let mut esbuild = Command::new(&self.esbuild);
        esbuild.args(["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning"]);
        // wasm-bindgen lists a script once for each part that uses it.
        esbuild.arg("--log-override:duplicate-object-key=silent");
        esbuild.args(arguments).current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut running = esbuild.spawn().context("cannot start esbuild")?;
        running.stdin.take().context("standard input is piped")?.write_all(text.as_bytes())?;
        let output = running.wait_with_output().context("esbuild broke off")?;
        ensure!(output.status.success(), "esbuild cannot read {arguments:?} in {}", folder.display());
        Ok(output.stdout)
    }

    /// Writes a file plain and, where it is weighed, compressed; returns its hash as the attribute `integrity` has it.
    pub(crate) fn add(&mut self, name: &str, budget: Option<Budget>, bytes: Vec<u8>) -> Result<String> {
        match name.rsplit('.').next() {
            // What was compiled quickly keeps code that nothing calls, for engines of any age.
            Some("wasm") if self.wasm_opt.is_some() => floor::runs_there(name, &bytes)?,
            Some("js") => floor::makes_no_code(name, std::str::from_utf8(&bytes)?)?,
            _ => {}
        }
        let hash = format!("sha256-{}", Base64::encode_string(&Sha256::digest(&bytes)));
        if self.wasm_opt.is_none() {
            self.write(name, &bytes)?;
            return Ok(hash);
        }
        let packed = Packed::new(bytes)?;
        self.rows.push(Row::new(name, budget, &packed));
        for (ending, bytes) in [("", &packed.plain), (".br", &packed.brotli), (".gz", &packed.gzip)] {
            self.write(&format!("{name}{ending}"), bytes)?;
        }
        Ok(hash)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let file = self.folder.join(name);
        fs::create_dir_all(file.parent().context("a file lies in a folder")?)?;
        fs::write(&file, bytes).with_context(|| format!("cannot write {}", file.display()))
    }

    /// A program, as small as can be where it is weighed.
    pub(crate) fn program(&self, file: &Path) -> Result<Vec<u8>> {
        let Some(wasm_opt) = &self.wasm_opt else {
            return fs::read(file).with_context(|| format!("cannot read {}", file.display()));
        };
        let small = file.with_extension("small");
        let mut optimise = Command::new(wasm_opt);
        optimise.args(OPTIMISE).args(floor::enabled().split_whitespace());
        run(optimise.arg(file).arg("-o").arg(&small))?;
        fs::read(&small).with_context(|| format!("cannot read {}", small.display()))
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

/// A script of `widget/` with the phrases of a group.
pub(crate) fn said_script(file: &Path, group: &str) -> Result<String> {
    let script = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Ok(Catalogue::read(root().join("words"))?.script(&name, &script, group)?)
}

/// The same of a page.
pub(crate) fn said_page(file: &Path, group: &str) -> Result<String> {
    let page = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Ok(Catalogue::read(root().join("words"))?.page(&name, &page, group)?)
}

/// The one name that begins and ends so.
pub(crate) fn only<'a>(names: &'a [String], start: &str, end: &str) -> Result<&'a str> {
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
