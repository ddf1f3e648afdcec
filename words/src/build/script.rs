//! Phrases in scripts that run before any table is there: they are written into the script when it is built.

use std::collections::{BTreeMap, BTreeSet};

use super::fault::{Faults, Gathered};
use super::part::Part;
use super::read::Language;
use super::{Catalogue, PSEUDO};

/// Where a script names what is put in: `"@page_loader-retry@"`.
const OPENS: &str = "\"@";
const CLOSES: &str = "@\"";

impl Catalogue {
    /// A script with the phrases of a group: in place of `"@group-rest@"` stands what each language that people are offered says,
    /// one after the other, the source language first; in place of `"@tags@"` stand their tags and in place of `"@languages@"` what
    /// these begin with, in the same order. What is put into a phrase stands behind its key: `"@group-rest clock=at.slice(11)@"`.
    ///
    /// # Errors
    /// When the script names a phrase that is not there, or leaves one of the group out; when a phrase depends on a number, or
    /// takes something that the script does not say.
    pub fn script(&self, file: &str, script: &str, group: &str) -> Result<String, Faults> {
        let mut faults = Gathered::default();
        let offered: Vec<&Language> =
            self.languages.iter().filter(|language| language.tag != PSEUDO).collect();
        let mut left: BTreeSet<&str> = self
            .groups
            .iter()
            .filter(|known| known.name == group)
            .flat_map(|known| &known.phrases)
            .map(|phrase| &*phrase.key)
            .collect();
        let known = left.clone();
        let mut filled = String::with_capacity(script.len());
        let mut rest = script;
        while let Some((before, after)) = rest.split_once(OPENS) {
            filled.push_str(before);
            // What has no end, and what holds anything but a key, is the script's own.
            let Some((key, after)) = after.split_once(CLOSES).filter(|(key, _)| !key.contains(['"', '\n']))
            else {
                filled.push_str(OPENS);
                rest = after;
                continue;
            };
            rest = after;
            let (key, values) = key.split_once(' ').unwrap_or((key, ""));
            let values: BTreeMap<&str, &str> =
                values.split("; ").filter_map(|value| value.split_once('=')).collect();
            let line = filled.matches('\n').count() + 1;
            let said: Vec<String> = if key == "tags" {
                offered.iter().map(|language| quoted(&language.tag)).collect()
            } else if key == "languages" {
                offered
                    .iter()
                    .map(|language| quoted(language.tag.split('-').next().unwrap_or_default()))
                    .collect()
            } else if known.contains(key) {
                left.remove(key);
                let said = offered
                    .iter()
                    .filter_map(|language| Some(literal(&language.phrase(key)?.parts, &values)));
                said.map(|said| {
                    said.unwrap_or_else(|why| {
                        faults.add(file, line, key, why);
                        String::new()
                    })
                })
                .collect()
            } else if key.starts_with(group) {
                faults.add(file, line, key, "no language has this phrase");
                continue;
            } else {
                // What else stands in @ is put in later: names of files, and their hashes.
                filled.extend([OPENS, key, CLOSES]);
                continue;
            };
            filled.push_str(&said.join(","));
        }
        filled.push_str(rest);
        for key in left {
            faults.add(file, 0, key, "the script does not say it; take it out of every language");
        }
        faults.or(filled)
    }
}

/// A phrase as the script says it: a text, or a template with values of the script.
fn literal(parts: &[Part], values: &BTreeMap<&str, &str>) -> Result<String, String> {
    if let [Part::Text(text)] = parts {
        return Ok(quoted(text));
    }
    let mut template = String::from("`");
    for part in parts {
        match part {
            Part::Text(text) => {
                template.push_str(&text.replace('\\', "\\\\").replace('`', "\\`").replace("${", "\\${"));
            }
            Part::Show(name) => {
                let value =
                    values.get(&**name).ok_or_else(|| format!("the script does not say what ${name} is"))?;
                template.extend(["${", *value, "}"]);
            }
            Part::Choose { variable, .. } => {
                return Err(format!("it depends on ${variable}; a script cannot choose"));
            }
            Part::Message(_) => {}
        }
    }
    template.push('`');
    Ok(template)
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
