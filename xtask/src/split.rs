//! Splits the resident's window: what phones load first, and files that are loaded when they are needed.
//!
//! ```text
//! bindgen.rs ─▶ the module is split at the functions that widget/src/later.rs names
//!               its main part goes on to wasm-bindgen, which makes glue for it
//!               the other parts lie in snippets/, which trunk copies
//! dist.rs    ─▶ each part through wasm-opt, named by its hash, with its hash in the glue that fetches it
//! ```
//! The library that splits is the one that leptos brings its macros for.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};

/// The folder among the snippets where trunk finds the parts.
pub(crate) const PARTS: &str = "snippets/wasm-split";

/// The script that loads the parts.
const LINK: &str = "split.js";

/// Splits a module that will be called so in the folder `out`; returns its main part.
///
/// # Errors
/// If it cannot be split.
pub(crate) fn split(module: &Path, out: &Path, name: &str) -> Result<PathBuf> {
    let parts = out.join(PARTS);
    if out.join("snippets").exists() {
        fs::remove_dir_all(out.join("snippets"))?;
    }
    fs::create_dir_all(&parts).with_context(|| format!("cannot make {}", parts.display()))?;
    let main = out.join("main").join(format!("{name}.wasm"));
    fs::create_dir_all(main.parent().context("a file lies in a folder")?)?;
    let bytes = fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let (glue, link) = (format!("../../{name}.js"), format!("./{PARTS}/{LINK}"));
    // The script is written where its name says, below the folder for the parts.
    let work = out.join("split");
    fs::create_dir_all(work.join(PARTS))?;
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    options.output_dir = &work;
    options.main_out_path = &main;
    options.main_module = &glue;
    options.link_name = &link;
    let done = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("{error:?}"))?;
    for part in done.split_modules {
        let part = if part.is_absolute() || part.exists() { part } else { work.join(part) };
        fs::rename(&part, parts.join(part.file_name().context("a part has a name")?))?;
    }
    fs::rename(work.join(PARTS).join(LINK), parts.join(LINK))?;
    fs::remove_dir_all(&work)?;
    Ok(main)
}

/// A part of the window.
#[derive(Debug)]
pub(crate) struct Part {
    /// What it is called in [`LINK`].
    name: String,
    /// Where it lies.
    pub(crate) file: PathBuf,
}

impl Part {
    /// Its name without what the splitter adds.
    pub(crate) fn label(&self) -> &str {
        self.name.trim_end_matches(".wasm").trim_start_matches("split_")
    }
}

/// The parts that trunk has left in a folder.
///
/// # Errors
/// If there are none.
pub(crate) fn parts(stage: &Path) -> Result<Vec<Part>> {
    let folder = stage.join(PARTS);
    let names = crate::widget::names(&folder)?.into_iter().filter(|name| name.ends_with("wasm"));
    let parts: Vec<Part> = names.map(|name| Part { file: folder.join(&name), name }).collect();
    ensure!(!parts.is_empty(), "the window was not split");
    Ok(parts)
}

/// Which of the files between parts one of them needs, by the names that the splitter gives them.
///
/// # Errors
/// If the script does not say so.
pub(crate) fn needs(stage: &Path, part: &str) -> Result<Vec<String>> {
    let file = stage.join(PARTS).join(LINK);
    let link = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    listed(&link, part)
}

fn listed(link: &str, part: &str) -> Result<Vec<String>> {
    let loads = format!("__wasm_split_load_{part} =");
    let (_, rest) = link.split_once(&loads).with_context(|| format!("{LINK} does not load {part}"))?;
    let (_, rest) = rest.split_once("\n, [").with_context(|| format!("{LINK} lists nothing for {part}"))?;
    let (list, _) = rest.split_once(']').with_context(|| format!("{LINK} ends within a list"))?;
    let names = list.split(',').map(|name| name.trim().trim_start_matches('_').to_owned());
    Ok(names.filter(|name| !name.is_empty()).collect())
}

/// Names a part in the script that loads it as it is served, with the hash that it must have.
///
/// # Errors
/// If the script does not fetch it exactly once.
pub(crate) fn serve_as(stage: &Path, part: &Part, served: &str, integrity: &str) -> Result<()> {
    let file = stage.join(PARTS).join(LINK);
    let link = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    fs::write(&file, renamed(&link, &part.name, served, integrity)?)?;
    Ok(())
}

fn renamed(link: &str, name: &str, served: &str, integrity: &str) -> Result<String> {
    let fetched = format!("fetch(new URL(\"./{name}\", import.meta.url))");
    ensure!(link.matches(&fetched).count() == 1, "{LINK} should fetch {name} once");
    let checked =
        format!("fetch(new URL(\"./{served}\", import.meta.url), {{ integrity: \"{integrity}\" }})");
    Ok(link.replace(&fetched, &checked))
}

#[cfg(test)]
mod tests {
    use super::{listed, renamed};

    #[test]
    fn what_a_part_needs_is_read_from_the_script_that_loads_it() {
        let link = "export const __wasm_split_load_vote = wrapAsyncCb(makeLoad(() => {\n}\n, [__chunk_7, __chunk_12]));\n\
            export const __wasm_split_load_more = wrapAsyncCb(makeLoad(() => {\n}\n, []));\n";
        assert_eq!(listed(link, "vote").unwrap(), ["chunk_7", "chunk_12"]);
        assert_eq!(listed(link, "more").unwrap(), [""; 0]);
        assert!(listed(link, "estate").is_err());
    }

    #[test]
    fn a_part_is_fetched_by_its_hash_or_not_at_all() {
        let link = "a = fetch(new URL(\"./split_vote.wasm\", import.meta.url));";
        let served = renamed(link, "split_vote.wasm", "resident-1_vote.wasm", "sha256-x").unwrap();
        assert_eq!(
            served,
            "a = fetch(new URL(\"./resident-1_vote.wasm\", import.meta.url), { integrity: \"sha256-x\" });"
        );
        assert!(renamed(link, "split_more.wasm", "b", "c").is_err());
    }
}
