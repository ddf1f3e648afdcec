//! `yishi-server bylaws`

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail, ensure};
use sha2::{Digest, Sha256};
use yishi_protocol::body::Bylaws as Said;
use yishi_protocol::bylaws::Bylaws as Settings;
use yishi_protocol::id::{AgendaId, Hash};
use yishi_protocol::strict_json::write_text;
use yishi_server::json;

use super::at::At;
use super::say;

#[derive(Debug, clap::Args)]
pub(super) struct Bylaws {
    /// The document that the owners adopted, as a file. Only its SHA-256 is signed; keep the file itself. Without it the
    /// settings in force are printed and nothing is signed.
    #[arg(long)]
    document: Option<PathBuf>,
    /// A setting that differs from the one in force, such as `joint=any_unless_objected`.
    #[arg(long = "set", value_name = "NAME=VALUE")]
    set: Vec<String>,
    /// The vote's item that adopted them, AGENDA:ITEM; the first ones of an estate have none.
    #[arg(long)]
    decision: Option<String>,
    #[command(flatten)]
    at: At,
}

impl Bylaws {
    pub(super) fn run(self) -> Result<ExitCode> {
        let mut client = self.at.connect()?;
        let settings = changed(&client.settings, &self.set)?;
        say_settings("", &client.settings, &settings);
        let Some(document) = self.document else {
            ensure!(self.set.is_empty(), "nothing was signed: name the adopted document by --document");
            return Ok(ExitCode::SUCCESS);
        };
        ensure!(
            settings.are_lawful(),
            "nothing was signed: a setting lies outside what the law and SPEC.md, section 11, allow, or they do not go together: votes that bind need letters of two issuers"
        );
        let bytes =
            std::fs::read(&document).with_context(|| format!("cannot read {}", document.display()))?;
        let document = Hash::from_bytes(Sha256::digest(&bytes).into());
        let decision = self.decision.as_deref().map(decision).transpose()?;
        let id = client.post(Said { decision, document, settings }, vec![])?.entry.id();
        say(&format!("{id}  published; the document's SHA-256 is {document}"));
        say(
            "It waits for a second person who acts for another organisation, at the desk or by: yishi-server confirm",
        );
        Ok(ExitCode::SUCCESS)
    }
}

/// The settings with some of them changed.
fn changed(settings: &Settings, changes: &[String]) -> Result<Settings> {
    let mut fields: serde_json::Value = serde_json::from_str(&write_text(settings))?;
    let object = fields.as_object_mut().context("settings are an object")?;
    for change in changes {
        let (name, value) = change.split_once('=').context("--set is NAME=VALUE")?;
        let Some(field) = object.get_mut(name) else {
            let names: Vec<&str> = object.keys().map(String::as_str).collect();
            bail!("{name} is no setting; there are {}", names.join(", "));
        };
        // A number or true and false as they are; anything else is a word.
        *field = serde_json::from_str(value).unwrap_or_else(|_| value.into());
    }
    json::read(fields.to_string().as_bytes())
        .map_err(|rejection| anyhow!("a value does not fit its setting: {rejection}"))
}

/// Says every setting, its value, and the value before where that differs.
pub(super) fn say_settings(indent: &str, before: &Settings, after: &Settings) {
    let spelt = |settings: &Settings| match serde_json::from_str(&write_text(settings)) {
        Ok(serde_json::Value::Object(fields)) => fields,
        _ => serde_json::Map::new(),
    };
    let (before, after) = (spelt(before), spelt(after));
    let word = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    for (name, value) in &after {
        let earlier = before.get(name).filter(|earlier| *earlier != value);
        let earlier = earlier.map(|earlier| format!("   instead of {}", word(earlier))).unwrap_or_default();
        say(&format!("{indent}{name} = {}{earlier}", word(value)));
    }
}

fn decision(text: &str) -> Result<(AgendaId, u32)> {
    let (agenda, item) = text.split_once(':').context("--decision is AGENDA:ITEM")?;
    let agenda = agenda.parse().map_err(|_| anyhow!("{agenda} is no vote's id"))?;
    Ok((agenda, item.parse().with_context(|| format!("{item} is no item's number"))?))
}
