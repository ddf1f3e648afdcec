//! `yishi-server help-line`

use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use yishi_protocol::blob::{Blob, BlobKind, Words};
use yishi_protocol::body::{HelpLine as Said, HelpText};
use yishi_protocol::id::Salt;
use yishi_protocol::projection::Help;
use yishi_server::keys::random;
use yishi_server::words::usual_help;

use super::at::At;
use super::{office, say};

#[derive(Debug, clap::Args)]
pub(super) struct HelpLine {
    /// The organisation: its id, or its sort if there is one of that sort. Without it the lines that stand are printed.
    org: Option<String>,
    /// Where it is found, such as 3栋101室.
    #[arg(long, requires_all = ["org", "hours", "telephone"])]
    place: Option<String>,
    /// When, such as 周一至周五 9:00–11:30.
    #[arg(long, requires = "place")]
    hours: Option<String>,
    /// Under which number, as people write it, such as 0571-8888 1234.
    #[arg(long, requires = "place")]
    telephone: Option<String>,
    /// What for. Default: for paper ballots, and for who has no smartphone.
    #[arg(long)]
    purpose: Option<String>,
    /// Take down what stands and what waits, at once.
    #[arg(long, requires = "org", conflicts_with = "place")]
    none: bool,
    #[command(flatten)]
    at: At,
}

impl HelpLine {
    pub(super) fn run(self) -> Result<ExitCode> {
        let mut client = self.at.connect()?;
        let Some(org) = self.org else {
            let lines = client.help()?;
            for help in &lines {
                say_help("", help);
            }
            if lines.is_empty() {
                say("no organisation has said where it is found");
            }
            return Ok(ExitCode::SUCCESS);
        };
        let org = office::org(&client, &org)?;
        if self.none {
            client.post(Said { org, text: None }, vec![])?;
            say("taken down, and what waited with it");
            return Ok(ExitCode::SUCCESS);
        }
        let said = self.place.zip(self.hours).zip(self.telephone);
        let ((place, hours), telephone) =
            said.context("nothing was signed: say --place, --hours and --telephone, or --none")?;
        let words = |text: &str| Words::zh(text.trim());
        let text = HelpText {
            hours: words(&hours),
            place: words(&place),
            purpose: self.purpose.as_deref().map_or_else(usual_help, words),
            telephone: telephone.trim().to_owned(),
        };
        ensure!(
            text.is_well_formed(),
            "nothing was signed: each text has 1 to 100 signs on one line, and the telephone number 3 to 20 digits with spaces, - and brackets"
        );
        let blob = Blob::record(BlobKind::HelpText, Salt::from_bytes(random()?), &text);
        let id = client.post(Said { org, text: Some(blob.id()) }, vec![blob])?.entry.id();
        say(&format!("{id}  said"));
        say(
            "It stands once somebody who lets people in stands behind it, at the desk or by: yishi-server confirm",
        );
        Ok(ExitCode::SUCCESS)
    }
}

/// Says what a line says.
pub(super) fn say_help(indent: &str, help: &Help) {
    let HelpText { hours, place, purpose, telephone } = &help.text;
    let name = help.name.as_ref().map_or_else(|| help.org.to_string(), |name| name.text.clone());
    say(&format!("{indent}{name}: {}; {}; {}; {telephone}", purpose.text, place.text, hours.text));
    for (lang, text) in [hours, place, purpose].into_iter().flat_map(|words| &words.more) {
        say(&format!("{indent}  {lang}: {text}"));
    }
}
