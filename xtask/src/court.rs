//! `court-file.html`: the page of a court file with everything but its evidence in it. Whoever writes a court file puts that at the
//! word `@EVIDENCE@`, as `court_file` in `protocol/src/export.rs` does.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64ct::{Base64, Encoding};
use yishi_words::build::{Catalogue, PSEUDO, SOURCE};

use crate::budget::COURT;
use crate::dist::{Dist, only, said_page, said_script};
use crate::floor;
use crate::process::root;
use crate::widget::names;

/// The program's name in `widget/Cargo.toml`.
pub(crate) const NAME: &str = "court";

impl Dist {
    /// Puts the page together from what trunk left in `stage` and the sources in `widget`.
    pub(crate) fn court_file(&mut self, widget: &Path, stage: &Path) -> Result<()> {
        let staged = names(stage)?;
        let start = format!("{NAME}-");
        let rules = self.program(&stage.join(only(&staged, &start, "_bg.wasm")?))?;
        floor::runs_there("court-file.html", &rules)?;
        let glue = only(&staged, &start, ".js")?;
        let opening = said_script(&widget.join("court-file.js"), "page_court")?;
        fs::write(stage.join("open.js"), opening.replace("@MODULE@", glue))?;
        let script = self.esbuild(&["open.js", "--bundle", "--format=esm", &floor::scripts()], stage, "")?;
        let script = String::from_utf8(script)?;
        floor::makes_no_code("court-file.js", &script)?;
        let style = self.styles(&["tokens.css", "kit.css", "desk.css"], widget, &floor::scripts())?;
        let style = String::from_utf8(style)?;
        // What stands in the page ends its script or style nowhere but where they end.
        for part in [&style, &script] {
            ensure!(!part.contains("</"), "a part of the court file would end the tag that it stands in");
        }
        let page = said_page(&widget.join("court-file.html"), "page_court_file")?;
        let (rules, words) = (Base64::encode_string(&rules), Base64::encode_string(words()?.as_bytes()));
        let built = [("STYLE", &style), ("WORDS", &words), ("RULES", &rules), ("SCRIPT", &script)];
        let mut filled = page.clone();
        for (name, value) in built {
            let place = format!("@{name}@");
            ensure!(page.matches(&place).count() == 1, "the court file should name {place} once");
            filled = filled.replacen(&place, value, 1);
        }
        ensure!(filled.matches("@EVIDENCE@").count() == 1, "the court file should name @EVIDENCE@ once");
        self.add("court-file.html", Some(COURT), filled.into_bytes()).map(drop)
    }
}

/// The tables of all languages but the source language: each one's tag, the table of what residents
/// read and the desk's, with a NUL between them.
fn words() -> Result<String> {
    let catalogue = Catalogue::read(root().join("words"))?;
    let fetched = catalogue.programs().fetched();
    let bundles: Vec<(&str, &[&str])> =
        fetched.iter().map(|(name, groups)| (*name, groups.as_slice())).collect();
    let files = catalogue.files(&bundles)?;
    let mut words = Vec::new();
    let others = files.iter().filter(|file| file.bundle == "resident");
    for first in others.filter(|file| file.tag != SOURCE && file.tag != PSEUDO) {
        let desk = files.iter().find(|file| file.bundle == "desk" && file.tag == first.tag);
        let desk = desk.context("a language has no words of the desk")?;
        words.extend([first.tag.clone(), first.text.clone(), desk.text.clone()]);
    }
    Ok(words.join("\0"))
}
