//! `yishi-server import-roll`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};
use yishi_protocol::body::Capability;
use yishi_protocol::calendar::local_day;
use yishi_protocol::id::{EstateId, Hash};
use yishi_protocol::letter::LONGEST_MS;
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::view::RollTotals;
use yishi_server::client::{Client, Ended, Journal};
use yishi_server::keys::{random, read_key, write_private};
use yishi_server::letters::{Letter, document};
use yishi_server::words::{in_english, in_every_language};
use yishi_sheets::roll::{FilePerson, Ids, ImportPlan, PlanError, RollFile, prepare, read_with, sentences};
use yishi_sheets::{Answers, Question, money};

use super::{end_of_day_ms, say, square_metres};

#[derive(Debug, clap::Args)]
pub(super) struct ImportRoll {
    /// The roll.
    file: PathBuf,
    /// The server.
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    server: String,
    /// The estate's id. Not needed with --dry-run.
    #[arg(long)]
    estate: Option<EstateId>,
    /// The host's key.
    #[arg(long, default_value = "yishi-data/host.key")]
    key: PathBuf,
    /// Where to write the letters, one page each, ready to print.
    #[arg(long, default_value = "letters.html")]
    letters: PathBuf,
    /// Where to remember who is who by the file's numbers, so that the next import gives nobody a second identity; what it lacks
    /// is learnt from the log. Keep it as safe as the roll.
    #[arg(long, default_value = "roll-ids.json")]
    ids: PathBuf,
    /// The page that the letters' QR codes open; the code follows after #. Default: the server's own page.
    #[arg(long)]
    page: Option<String>,
    /// The last day on which the letters can be used, YYYY-MM-DD.
    #[arg(long)]
    letters_until: Option<String>,
    /// Go on without the units whose rows cannot be taken.
    #[arg(long)]
    leave_out: bool,
    /// Only read and count; send and write nothing. With --estate it also says what would change of the roll that is there.
    #[arg(long)]
    dry_run: bool,
    /// The estate has a roll: sign what was shown to change. Without it nothing is sent.
    #[arg(long)]
    yes: bool,
    /// Answers to the questions that --dry-run printed: a JSON file such as {"SAME_HOME-0123456789abcdef": "merge"}.
    #[arg(long)]
    answers: Option<PathBuf>,
    /// The heads that the property register has; anything else is refused.
    #[arg(long)]
    expect_heads: Option<u32>,
    /// The counted area in m² that the property register has, such as 81,065.20; anything else is refused.
    #[arg(long)]
    expect_area: Option<String>,
}

impl ImportRoll {
    pub(super) fn run(self) -> Result<ExitCode> {
        let bytes =
            std::fs::read(&self.file).with_context(|| format!("cannot read {}", self.file.display()))?;
        let answers = read_answers(self.answers.as_deref())?;
        let roll = read_with(&bytes, &answers)
            .map_err(|error| anyhow::anyhow!("{}: {}", error.code(), in_every_language(&error.sentence())))?;
        let connect = |estate| Client::connect(&self.server, estate, read_key(&self.key)?);
        let mut client = self.estate.map(connect).transpose()?;
        let (journal, digest) = (self.ids.with_extension("import"), file_digest(&bytes));
        if let Some(client) = client.as_mut().filter(|_| !self.dry_run)
            && let Some(begun) = Journal::open(&journal, &client.estate, &digest)?
        {
            say("an import of this file was cut off; it goes on where it stopped");
            return finish(begun, client);
        }
        let newest = client.as_ref().map(Client::newest_roll).transpose()?.flatten();
        let parking_counts = client.as_ref().is_some_and(|client| client.settings.parking_counts);
        let known = read_ids(&self.ids)?;
        let prepared = prepare(&roll, known, newest.as_ref(), parking_counts, &mut || random().ok());
        report(&roll, &prepared.questions);
        let plan = match prepared.plan {
            Err(nothing @ PlanError::NothingChanged) => {
                say(&in_english(&nothing.sentence()));
                return Ok(ExitCode::SUCCESS);
            }
            Err(PlanError::QuestionsOpen) => None,
            plan => Some(plan.map_err(|error| anyhow::anyhow!(in_english(&error.sentence())))?),
        };
        if let (Some(_), Some(plan)) = (&newest, &plan) {
            say_changes(plan);
        }
        // What a question holds back is not counted yet, so the register is asked afterwards.
        if let Some(plan) = &plan {
            self.compare(plan)?;
        }
        if self.dry_run {
            let fine = plan.is_some() && roll.problems.is_empty();
            return Ok(if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        let plan =
            plan.context("nothing was sent: answer the questions in a file and name it by --answers")?;
        if newest.is_some() && !roll.problems.is_empty() {
            bail!("nothing was sent: correct these rows; a home left out would look as if it were gone");
        }
        if !roll.problems.is_empty() && !self.leave_out {
            bail!("nothing was sent: correct these rows, or say --leave-out to go on without their units");
        }
        if newest.is_some() && !self.yes {
            bail!("nothing was sent: look at what would change, then run it again with --yes");
        }
        let mut client = client.context("nothing was sent: --estate is needed; init and serve print it")?;
        let begun = self.begin(&roll, &plan, &client, (&journal, digest))?;
        finish(begun, &mut client)
    }

    /// Everything that could stop it later is looked at first; then who is who, the letters and the plan are on disk before the
    /// first entry is signed.
    fn begin(
        &self,
        roll: &RollFile,
        plan: &ImportPlan,
        client: &Client,
        (journal, digest): (&Path, Hash),
    ) -> Result<Journal> {
        let mut needed = vec![(Capability::Roll, "roll")];
        let mut until_ms = 0;
        if !plan.letters.is_empty() {
            let until =
                self.letters_until.as_deref().context("--letters-until is needed: the letters' last day")?;
            until_ms = end_of_day_ms(until)?;
            ensure!(
                until_ms > client.server_ms(),
                "nothing was sent: the letters' last day, {until}, is over; choose a later --letters-until"
            );
            ensure!(
                until_ms <= client.server_ms().saturating_add(LONGEST_MS),
                "nothing was sent: letters open for 366 days at most; choose an earlier --letters-until"
            );
            // Letters whose codes are in the log but on no paper would be lost.
            ensure!(!self.letters.exists(), "{} exists already; move it away first", self.letters.display());
            needed.push((Capability::Codes, "codes"));
        }
        let held = client.capabilities()?;
        for (needed, word) in needed {
            ensure!(held.contains(&needed), "nothing was sent: this key does not hold {word} now");
        }
        if !plan.letters.is_empty() {
            write_private(&self.letters, self.print(roll, plan, client, until_ms)?.as_bytes())?;
        }
        let begun = Journal::begin(journal, client.estate, digest, &plan.entries(&client.estate, until_ms))?;
        write_ids(&self.ids, &plan.ids)?;
        if !plan.letters.is_empty() {
            say(&format!("wrote {} letters to {}", plan.letters.len(), self.letters.display()));
        }
        say(&format!("wrote {}; keep it as safe as the roll", self.ids.display()));
        Ok(begun)
    }

    /// Holds the counts of the roll as it will be against the register's.
    fn compare(&self, plan: &ImportPlan) -> Result<()> {
        let RollTotals { area_c: found_c, heads: found_heads } = plan.totals();
        if let Some(heads) = self.expect_heads {
            ensure!(found_heads == heads, "the file has {found_heads} heads and the register {heads}");
        }
        if let Some(text) = &self.expect_area {
            // Hundredths of a square metre are written as hundredths of a yuan are.
            let area_c = money(text).ok().and_then(|area_c| u64::try_from(area_c).ok());
            let area_c =
                area_c.context("--expect-area is m² with at most two decimals, such as 81,065.20")?;
            let (found, expected) = (square_metres(found_c), square_metres(area_c));
            ensure!(found_c == area_c, "the file has {found} m² and the register {expected} m²");
        }
        Ok(())
    }

    fn print(&self, roll: &RollFile, plan: &ImportPlan, client: &Client, until_ms: u64) -> Result<String> {
        let page =
            self.page.clone().unwrap_or_else(|| format!("{}/enrol", self.server.trim_end_matches('/')));
        let estate = client.estate.to_string();
        let log_key = client.log_key.to_string();
        let last_day = local_day(until_ms.saturating_sub(1));
        let mut parts = Vec::with_capacity(plan.letters.len());
        for letter in &plan.letters {
            let code = letter.code.to_string();
            // What follows # never reaches a server.
            let url = format!("{page}#{estate}.{code}");
            parts.push((letter.person, homes_of(roll, letter.person), code, url));
        }
        let letters: Vec<Letter<'_>> = parts
            .iter()
            .filter_map(|(person, homes, code, url)| {
                let FilePerson { name: person_name, language: lang, .. } = roll.people.get(*person)?;
                Some(Letter {
                    estate_name: &client.name,
                    estate_id: &estate,
                    person_name,
                    homes,
                    code,
                    url,
                    last_day,
                    lang,
                    log_key: &log_key,
                })
            })
            .collect();
        document(&letters).map_err(|error| anyhow::anyhow!("{error}"))
    }
}

/// Says what is left of a plan.
fn finish(begun: Journal, client: &mut Client) -> Result<ExitCode> {
    match begun.run(client, |done, all| say(&format!("sent {done} of {all}")))? {
        Ended::Said => {
            say("What was sent waits for a second person: yishi-server confirm");
            Ok(ExitCode::SUCCESS)
        }
        Ended::Superseded => bail!(
            "another roll came into force meanwhile, so this change was not taken, and letters that were printed for it open nothing: destroy them; run the same command again, it makes the change anew"
        ),
    }
}

/// What would change, a line for each home.
fn say_changes(plan: &ImportPlan) {
    say(&format!("{} homes change", plan.changes.len()));
    for sentence in sentences(&plan.changes, &plan.parts) {
        say(&format!("    {}", in_english(&sentence)));
    }
}

/// What a file is told from another by.
fn file_digest(bytes: &[u8]) -> Hash {
    leaf_hash(bytes)
}

/// The homes of a person, alone or with others, in the file's order.
fn homes_of(roll: &RollFile, person: usize) -> Vec<String> {
    let owns = |party: &usize| roll.parties.get(*party).is_some_and(|party| party.owners.contains(&person));
    let units = roll.units.iter().filter(|unit| owns(&unit.party));
    units.map(|unit| format!("{}{}{}", unit.building, unit.entrance, unit.room)).collect()
}

fn report(roll: &RollFile, questions: &[Question]) {
    let totals = roll.totals();
    say(&format!("read {} rows ({:?})", roll.rows, roll.encoding));
    say(&format!("counted units     {:>8}", totals.counted_units));
    say(&format!("heads             {:>8}   parties with a counted unit", totals.heads));
    say(&format!("area           {:>14} m²", square_metres(totals.area_c)));
    say(&format!(
        "parking spaces    {:>8}   apart, {} m²",
        totals.parking_units,
        square_metres(totals.parking_area_c)
    ));
    say(&format!(
        "never counted     {:>8}   apart, {} m²",
        totals.uncounted_units,
        square_metres(totals.uncounted_area_c)
    ));
    say(&format!("joint owners      {:>8}   parties of several people", totals.joint_parties));
    say(&format!(
        "several units     {:>8}   parties with more than one counted unit",
        totals.owners_of_several_units
    ));
    say(&format!("people            {:>8}", totals.people));
    let areas = roll.areas;
    say(&format!(
        "areas by row      {:>8}   exact as written, {} with a unit or further zeros, {} tails of a spreadsheet's fractions, {} rounded, {} cut off, {} open",
        areas.exact, areas.dressed, areas.tails, areas.rounded, areas.cut, areas.open
    ));
    for problem in &roll.problems {
        say(&format!("line {}: {}: {}", problem.line, problem.code, in_every_language(&problem.detail)));
    }
    for remark in &roll.remarks {
        say(&format!(
            "line {}: {} (only to know): {}",
            remark.line,
            remark.code,
            in_every_language(&remark.detail)
        ));
    }
    for question in questions {
        print_question(question);
    }
    for id in roll.answers.0.keys() {
        if !questions.iter().any(|question| question.id == *id) {
            say(&format!("{id} is answered and nobody asks it; the file has changed since"));
        }
    }
}

fn print_question(question: &Question) {
    let lines: Vec<String> = question.lines.iter().map(u64::to_string).collect();
    let place = if lines.is_empty() { "file".to_owned() } else { format!("line {}", lines.join(", ")) };
    let answer = question.answer.map_or("open", |answer| answer.as_str());
    say(&format!("{place}: question {} ({answer}): {}", question.id, in_every_language(&question.sentence)));
    for choice in &question.choices {
        say(&format!(
            "    {:?}: {:?}   {}",
            question.id,
            choice.as_str(),
            in_every_language(&choice.words(question.code))
        ));
    }
}

fn read_answers(path: Option<&Path>) -> Result<Answers> {
    let Some(path) = path else { return Ok(Answers::default()) };
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let form = "an object of question ids and answers, such as {\"SAME_HOME-0123456789abcdef\": \"merge\"}";
    serde_json::from_slice(&bytes).with_context(|| format!("{} is not {form}", path.display()))
}

fn read_ids(path: &Path) -> Result<Ids> {
    match std::fs::read(path) {
        Ok(bytes) => serde_json::from_slice(&bytes)
            .with_context(|| format!("{} is not what import-roll wrote", path.display())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Ids::default()),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// Writes beside and then in place, so that a crash leaves the old file or the new one.
fn write_ids(path: &Path, ids: &Ids) -> Result<()> {
    let fresh = path.with_extension("new");
    if fresh.exists() {
        std::fs::remove_file(&fresh)?;
    }
    write_private(&fresh, &serde_json::to_vec_pretty(ids)?)?;
    std::fs::rename(&fresh, path).with_context(|| format!("cannot write {}", path.display()))
}
