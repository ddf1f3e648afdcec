//! `yishi-server init`

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use yishi_protocol::calendar::local_day;
use yishi_protocol::id::EstateId;
use yishi_protocol::rehearsal::{MARK, is_rehearsal, rehearsal_name};
use yishi_protocol::signature::public_key;
use yishi_protocol::visible::is_seen;
use yishi_server::clock::{Clock, SystemClock};
use yishi_server::estates::Estates;
use yishi_server::http::App;
use yishi_server::keepers::Keepers;
use yishi_server::keys::{new_key, write_key, write_private};
use yishi_server::letters::{Letter, document};
use yishi_server::setup::{FirstOffice, Founders, OfficeLetter, found};
use yishi_server::store::StoreLocation;

use super::kept::Kept;
use super::{end_of_day_ms, say};

#[derive(Debug, clap::Args)]
pub(super) struct Init {
    /// The folder to make; it must not exist.
    #[arg(long, default_value = "yishi-data")]
    data: PathBuf,
    /// The estate's public name, for example 桂苑小区.
    #[arg(long)]
    name: String,
    /// Found a rehearsal of the estate, for people to practise: its name begins with 演练 wherever it is shown, for good, and nothing
    /// that is voted in it counts.
    #[arg(long)]
    rehearsal: bool,
    /// The last day of the host's term and of the first offices, YYYY-MM-DD.
    #[arg(long)]
    host_until: String,
    /// Somebody with an office from the beginning: ROLE=NAME, as often as needed, such as residents-committee=俞敏.
    /// Roles: committee, clerk, supervisor, manager, bookkeeper, residents-committee, party-branch, street, department,
    /// grid-worker, building-contact, worker.
    #[arg(long = "office", value_parser = first_office)]
    offices: Vec<FirstOffice>,
    /// The page that their letters' QR codes open; the code follows after #.
    #[arg(long, default_value = "http://127.0.0.1:8080/enrol")]
    page: String,
    #[command(flatten)]
    kept: Kept,
}

impl Init {
    pub(super) fn run(mut self) -> Result<ExitCode> {
        let until_ms = end_of_day_ms(&self.host_until)?;
        let marked = is_rehearsal(&self.name);
        ensure!(
            self.rehearsal || !marked,
            "{} is the name of a rehearsal: give its own name, and --rehearsal if it is to be one",
            self.name
        );
        if self.rehearsal && !self.name.starts_with(MARK) {
            self.name = rehearsal_name(&self.name);
        }
        ensure!((1..=120).contains(&self.name.len()), "a name has 1 to 120 bytes");
        let places = self.kept.places(&self.data)?;
        private_folder(&self.data).with_context(|| format!("cannot make {}", self.data.display()))?;
        let founders = Founders { log: new_key()?, root: new_key()?, host: new_key()? };
        let runtime = tokio::runtime::Runtime::new()?;
        let (estate, letters) = runtime.block_on(async {
            let opened = places.make().await;
            if opened.is_err() {
                // Nothing lies in it yet, unless a file was made.
                drop(std::fs::remove_dir(&self.data));
            }
            let Keepers { store, lock } = opened?;
            let estates = Arc::new(Estates::default());
            let clock = Arc::new(SystemClock::new());
            let now_ms = clock.now_ms().context("the system's clock is not set")?;
            ensure!(until_ms > now_ms, "the host's term must end in the future");
            // Keys first: a log whose keys were lost is worth nothing.
            write_key(&self.data.join("log.key"), &founders.log)?;
            write_key(&self.data.join("root.key"), &founders.root)?;
            write_key(&self.data.join("host.key"), &founders.host)?;
            let app = App::new(estates, store, lock, clock);
            found(&app, &self.name, &founders, &self.offices, now_ms, until_ms).await
        })?;
        if !letters.is_empty() {
            let text = self.print(&letters, estate, &founders)?;
            write_private(&self.data.join(OFFICE_LETTERS), text.as_bytes())?;
        }
        let data = self.data.display();
        say(&format!("founded {}", self.name));
        say(&format!("estate  {estate}"));
        if self.rehearsal {
            say("        a rehearsal: found the estate itself in another folder, with its own letters");
        }
        say("");
        say(&format!("{data}/log.key   signs the log's checkpoints; the server needs it"));
        say(&match &places.lock {
            StoreLocation::File(path) => format!(
                "{}   remembers the newest checkpoint; keep it out of the database's backup",
                path.display()
            ),
            StoreLocation::Postgres(lock) => {
                format!("{lock}   remembers the newest checkpoint; never restore it")
            }
        });
        say(&format!(
            "{data}/root.key  gives and takes capabilities; move it to a safe place off this machine"
        ));
        say(&format!("{data}/host.key  acts as the host from the command line, for import-roll"));
        if !letters.is_empty() {
            say(&format!(
                "{data}/{OFFICE_LETTERS}  letters of the first offices: print them, hand them over, delete the file"
            ));
            for letter in &letters {
                say(&format!("        {}  {}", letter.person, letter.name));
            }
            say("When a letter has been opened, look at that phone and confirm it: yishi-server confirm");
        }
        say("");
        let same = if self.kept.is_in_folder() { "" } else { ", with the same databases" };
        say(&format!("next:   yishi-server serve --data {data}{same}"));
        Ok(ExitCode::SUCCESS)
    }
}

impl Init {
    fn print(&self, letters: &[OfficeLetter], estate: EstateId, founders: &Founders) -> Result<String> {
        let (estate, log_key) = (estate.to_string(), public_key(&founders.log).to_string());
        let page = &self.page;
        let codes: Vec<_> = letters
            .iter()
            .map(|letter| {
                let last = local_day(letter.expires_ms.saturating_sub(1));
                (letter.code.to_string(), format!("{page}#{estate}.{}", letter.code), last)
            })
            .collect();
        let letters: Vec<Letter<'_>> = letters
            .iter()
            .zip(&codes)
            .map(|(letter, (code, url, last_day))| Letter {
                estate_name: &self.name,
                estate_id: &estate,
                person_name: &letter.name,
                homes: &[],
                code,
                url,
                last_day: *last_day,
                lang: "",
                log_key: &log_key,
            })
            .collect();
        Ok(document(&letters)?)
    }
}

/// The file of the first offices' letters, in the data folder.
const OFFICE_LETTERS: &str = "office-letters.html";

/// `ROLE=NAME`.
fn first_office(text: &str) -> Result<FirstOffice> {
    let (role, name) = text.split_once('=').with_context(|| format!("{text} is not ROLE=NAME"))?;
    let name = name.trim().to_owned();
    ensure!(is_seen(&name), "{text} names nobody");
    Ok(FirstOffice { role: super::office::role(role.trim())?, name })
}

/// Makes a folder that only its owner can look into: the database holds names and phones.
fn private_folder(path: &std::path::Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}
