//! `yishi-server org`, `grant`, `revoke-grant` and `letter`: what a root does by hand.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail, ensure};
use yishi_protocol::blob::{Blob, BlobKind, Words};
use yishi_protocol::body::{Codes, Grant as Said, OrgKind, OrgUnit, Reach, RevokeGrant as Ended, Role};
use yishi_protocol::calendar::local_day;
use yishi_protocol::id::{EntryId, OrgId, PersonId, Salt};
use yishi_protocol::ledger::Ledger;
use yishi_protocol::letter::{LONGEST_MS, LetterCode};
use yishi_protocol::signature::public_key;
use yishi_protocol::strict_json;
use yishi_server::client::Client;
use yishi_server::keys::{random, write_private};
use yishi_server::letters::{Letter as Page, document};
use yishi_sheets::roll::Ids;

use super::at::At;
use super::{end_of_day_ms, say};

/// Reads a word of a list, such as a role, in the one spelling that entries have.
fn word<T: yishi_protocol::Strict>(text: &str, what: &str) -> Result<T> {
    strict_json::read(format!("\"{text}\"").as_bytes()).map_err(|_| anyhow!("{text} is no {what}"))
}

fn org_kind(text: &str) -> Result<OrgKind> {
    word(
        text,
        "sort of organisation: committee, department, manager, other, party-branch, residents-committee, street, supervisors",
    )
}

pub(super) fn role(text: &str) -> Result<Role> {
    word(
        text,
        "role: bookkeeper, building-contact, clerk, committee, department, grid-worker, manager, party-branch, residents-committee, street, supervisor, worker",
    )
}

#[derive(Debug, clap::Args)]
pub(super) struct Org {
    /// Its name, such as 业主委员会.
    name: String,
    /// What sort: committee, residents-committee, manager, supervisors, party-branch, street, department, other.
    #[arg(long, value_parser = org_kind)]
    kind: OrgKind,
    /// This root belongs to it from now on.
    #[arg(long)]
    own_root: bool,
    #[command(flatten)]
    at: At,
}

impl Org {
    pub(super) fn run(self) -> Result<ExitCode> {
        let mut client = self.at.connect()?;
        let name = statement(&self.name)?;
        let root = self.own_root.then(|| client.public_key());
        let said = client.post(OrgUnit { kind: self.kind, name: name.id(), root }, vec![name])?;
        say(&format!("{}  {}", said.entry.id(), self.name));
        Ok(ExitCode::SUCCESS)
    }
}

fn statement(text: &str) -> Result<Blob> {
    Ok(Blob::record(BlobKind::Statement, Salt::from_bytes(random()?), &Words::zh(text)))
}

#[derive(Debug, clap::Args)]
pub(super) struct Grant {
    /// The person: the id that `letter` printed, or with --ids the owner's number on the roll.
    person: String,
    /// The file that import-roll keeps, to find a person by the owner's number.
    #[arg(long)]
    ids: Option<PathBuf>,
    /// For which organisation: its id, or its sort if there is one of that sort.
    #[arg(long)]
    org: String,
    /// The role: committee, clerk, supervisor, manager, bookkeeper, residents-committee, party-branch, street, department,
    /// grid-worker, building-contact, worker.
    #[arg(long, value_parser = role)]
    role: Role,
    /// What it may do, separated by commas. Default: everything that the role may hold.
    #[arg(long, value_delimiter = ',')]
    caps: Vec<String>,
    /// Whose books it may publish, separated by commas: property-service, common-revenue, maintenance-fund, shared-utilities,
    /// committee-funds. Default: those that the organisation keeps, a committee the last, a manager all others.
    #[arg(long, value_delimiter = ',')]
    ledgers: Vec<String>,
    /// What screens call the office, such as 主任. Default: the organisation's name.
    #[arg(long)]
    title: Option<String>,
    /// The last day of the office, YYYY-MM-DD.
    #[arg(long)]
    until: String,
    #[command(flatten)]
    at: At,
}

impl Grant {
    pub(super) fn run(self) -> Result<ExitCode> {
        let mut client = self.at.connect()?;
        let person = person(&self.person, self.ids.as_deref())?;
        let mut caps = self.role.capabilities().to_vec();
        if !self.caps.is_empty() {
            caps = self.caps.iter().map(|cap| word(cap, "capability")).collect::<Result<_>>()?;
            caps.sort_unstable();
        }
        let title = self.title.as_deref().map(statement).transpose()?;
        let grant = Said {
            caps,
            org: org(&client, &self.org)?,
            person,
            reach: Reach { ledgers: ledgers(&self.ledgers)?, ..Reach::default() },
            role: self.role,
            title: title.as_ref().map(Blob::id),
            until_ms: end_of_day_ms(&self.until)?,
        };
        let said = client.post(grant, title.into_iter().collect())?;
        let id = said.entry.id();
        say(&format!("{id}  given"));
        let officers = client.officers()?.officers;
        let given = officers.iter().flat_map(|officer| &officer.offices).find(|office| office.grant == id);
        if given.is_some_and(|office| office.waits) {
            say("It waits until the person has enrolled and this device is confirmed: yishi-server confirm");
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Ledgers in the chart's order; none if none is named.
fn ledgers(words: &[String]) -> Result<Option<Vec<Ledger>>> {
    let mut ledgers: Vec<Ledger> = words.iter().map(|text| word(text, "ledger")).collect::<Result<_>>()?;
    ledgers.sort_unstable();
    ledgers.dedup();
    Ok((!ledgers.is_empty()).then_some(ledgers))
}

fn person(text: &str, ids: Option<&Path>) -> Result<PersonId> {
    if let Ok(person) = text.parse() {
        return Ok(person);
    }
    let path =
        ids.with_context(|| format!("{text} is no person's id; name --ids to find an owner's number"))?;
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let ids: Ids = serde_json::from_slice(&bytes)
        .with_context(|| format!("{} is not what import-roll wrote", path.display()))?;
    ids.persons.get(text).copied().with_context(|| format!("{} has no owner {text}", path.display()))
}

pub(super) fn org(client: &Client, text: &str) -> Result<OrgId> {
    if let Ok(org) = text.parse() {
        return Ok(org);
    }
    let kind = org_kind(text)?;
    let orgs = client.officers()?.orgs;
    let mut found = orgs.iter().filter(|org| org.kind == kind);
    match (found.next(), found.next()) {
        (Some(org), None) => Ok(org.org),
        (None, _) => bail!("there is no {text} yet; declare it with: yishi-server org"),
        (Some(_), Some(_)) => bail!("there are several of the sort {text}; name one by its id"),
    }
}

#[derive(Debug, clap::Args)]
pub(super) struct RevokeGrant {
    /// The grant to end, by the id that `grant` printed or the desk shows.
    grant: EntryId,
    #[command(flatten)]
    at: At,
}

impl RevokeGrant {
    pub(super) fn run(self) -> Result<ExitCode> {
        self.at.connect()?.post(Ended { grant: self.grant }, vec![])?;
        say("ended; what its holder handed on stands until that is ended too");
        Ok(ExitCode::SUCCESS)
    }
}

#[derive(Debug, clap::Args)]
pub(super) struct Letter {
    /// Whose letter, as it stands on the paper, such as 俞敏（街道办事处）.
    name: String,
    /// The person, if the log knows them already: a lost phone, an owner of the roll. Default: somebody new.
    #[arg(long)]
    person: Option<String>,
    /// The file that import-roll keeps, to find a person by the owner's number.
    #[arg(long)]
    ids: Option<PathBuf>,
    /// The last day on which the letter can be used, YYYY-MM-DD.
    #[arg(long)]
    until: String,
    /// Where to write the letter, one page, ready to print.
    #[arg(long = "letter", default_value = "letter.html")]
    file: PathBuf,
    /// The page that the letter's QR code opens. Default: the server's own page.
    #[arg(long)]
    page: Option<String>,
    #[command(flatten)]
    at: At,
}

impl Letter {
    pub(super) fn run(self) -> Result<ExitCode> {
        ensure!(!self.file.exists(), "{} exists already; move it away first", self.file.display());
        let expires_ms = end_of_day_ms(&self.until)?;
        let mut client = self.at.connect()?;
        ensure!(
            (client.server_ms()..=client.server_ms().saturating_add(LONGEST_MS)).contains(&expires_ms),
            "nothing was sent: a letter opens from today for 366 days at most; choose another --until"
        );
        let known = self.person.as_deref().map(|text| person(text, self.ids.as_deref())).transpose()?;
        let person = match known {
            Some(person) => person,
            None => PersonId::from_bytes(random()?),
        };
        let code = LetterCode::from_random(random()?);
        let page = self.page.clone();
        let page = page.unwrap_or_else(|| format!("{}/enrol", self.at.server.trim_end_matches('/')));
        let (estate, log_key) = (client.estate.to_string(), client.log_key.to_string());
        let text = document(&[Page {
            estate_name: &client.name,
            estate_id: &estate,
            person_name: &self.name,
            homes: &[],
            code: &code.to_string(),
            url: &format!("{page}#{estate}.{code}"),
            last_day: local_day(expires_ms.saturating_sub(1)),
            lang: "",
            log_key: &log_key,
        }])?;
        // On paper before it is in the log: a code that stands nowhere opens nothing for anybody.
        write_private(&self.file, text.as_bytes())?;
        let codes = vec![(person, public_key(&code.key(&client.estate)))];
        let said = client.post(Codes { codes, expires_ms }, vec![])?;
        say(&format!("person  {person}"));
        say(&format!("letter  {} ; print it, hand it over, delete it", self.file.display()));
        let begins = if known.is_none() { "It opens at once; somebody else" } else { "A second person" };
        say(&format!("{begins} stands behind it with: yishi-server confirm {}", said.entry.id()));
        Ok(ExitCode::SUCCESS)
    }
}
