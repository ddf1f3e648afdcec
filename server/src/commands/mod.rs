//! The command line.

mod at;
mod bylaws;
mod confirm;
mod export;
mod heads;
mod help_line;
mod import_roll;
mod init;
mod kept;
mod office;
mod person_copy;
mod serve;

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use yishi_protocol::calendar::{date_of, day_of_date, day_start_ms, local_day};

/// The post office of Yishi: keeps the signed log of residential estates and answers with proof.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Found an estate: make its keys, its log, and its host's key for the command line.
    Init(init::Init),
    /// Serve the estates of a data folder.
    Serve(serve::Serve),
    /// Bring an owner roll in from a spreadsheet (CSV or XLSX) and write the enrolment letters.
    ///
    /// Where there is a roll already, only what changed is signed: it is shown home by home, and sent with --yes. Homes that
    /// the file lacks are asked about.
    ///
    /// Columns: building, entrance, room, kind, `exclusive_area_m2`, `owner_no`, `owner_name`, phone, language, `share_numerator`,
    /// `share_denominator`, or their Chinese names, in any order; one row is one owner of one unit; UTF-8 or GBK.
    ///
    /// Prints what it counted and every row it cannot take, with its line and the reason. If there are such rows nothing
    /// is sent, unless --leave-out says to go on without their units.
    ImportRoll(import_roll::ImportRoll),
    /// See what waits for a second person, and confirm it.
    ///
    /// One person alone lets nobody in: a letter for somebody who has a phone, an office or a vote, a roll, a device at the
    /// desk wait until somebody else confirms them, and lapse after 14 days. A letter or roll that is confirmed has two
    /// persons behind it; a phone that only one person let in cannot vote. An office that was given to somebody new waits
    /// until whoever gave it, or a root, has confirmed the phone: look at that phone before you do.
    Confirm(confirm::Confirm),
    /// Declare an organisation: the committee, the residents' committee, the manager, the street … Only a root does.
    Org(office::Org),
    /// Give somebody an office until a day. Everybody sees who holds which office, since when and by whose hand.
    ///
    /// A role bounds what may be given: the property manager's people let nobody in and count nothing, and a supervisor
    /// neither hosts nor manages.
    Grant(office::Grant),
    /// End an office before its day.
    RevokeGrant(office::RevokeGrant),
    /// Write a letter for one person: an officer who owns no home, a tenant, an owner who lost the phone.
    Letter(office::Letter),
    /// See the settings in force, or publish those that the owners adopted.
    ///
    /// The first ones of an estate name the adopted document. Later ones name the vote that adopted them, unless they only ask
    /// for more persons behind letters and rolls. They wait for somebody of another organisation.
    Bylaws(bylaws::Bylaws),
    /// Say where an organisation is found and rung, for whoever wants paper or has no smartphone; see what stands, or take it down.
    ///
    /// Everybody is told to ring that number. So somebody with an unlimited office that brings up matters says it for their own
    /// organisation, and somebody who lets people in stands behind it. One person takes it down, at once.
    HelpLine(help_line::HelpLine),
    /// See which database has the head that was signed last: what to run when an estate has stopped.
    ///
    /// Shows each head that was signed or found, what each database has of it, which one may be served, and the acts that only
    /// another one has. It writes to no log by itself and to no lock. docs/SPLIT.md says what to do then.
    /// Exit status: 0 if the configured database may be served, 1 if not, 3 if two histories were signed.
    Heads(heads::Heads),
    /// Write down what is held of one person, for somebody who asks for it on paper.
    ///
    /// The same as the person's own window fetches: name and telephone, homes, what they said, ballots of closed votes, marks,
    /// phones, letters; nothing of anybody else. It is read from the data folder, so whoever runs it keeps the server.
    PersonCopy(person_copy::PersonCopy),
    /// Fetch an export of an estate's log, to be checked with `estate-audit verify`.
    Export(export::Export),
}

impl Arguments {
    pub(crate) fn run(self) -> Result<ExitCode> {
        match self.command {
            Command::Init(init) => init.run(),
            Command::Serve(serve) => serve.run(),
            Command::ImportRoll(import) => import.run(),
            Command::Confirm(confirm) => confirm.run(),
            Command::Org(org) => org.run(),
            Command::Grant(grant) => grant.run(),
            Command::RevokeGrant(revoke) => revoke.run(),
            Command::Letter(letter) => letter.run(),
            Command::Bylaws(bylaws) => bylaws.run(),
            Command::HelpLine(line) => line.run(),
            Command::Heads(heads) => heads.run(),
            Command::PersonCopy(copy) => copy.run(),
            Command::Export(export) => export.run(),
        }
    }
}

/// Prints to standard output. A reader that has gone away is no failure of ours.
fn say(line: &str) {
    // Names come from other people's entries: none moves the cursor, or turns the line around.
    let is_hidden = |sign: char| {
        sign.is_control()
            || matches!(sign, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let line = line.replace(is_hidden, "\u{fffd}");
    drop(writeln!(std::io::stdout(), "{line}"));
}

/// The end of a day written `YYYY-MM-DD`, in milliseconds since 1970, local time.
fn end_of_day_ms(date: &str) -> Result<u64> {
    let parts: Vec<u64> = date.split('-').map(str::parse).collect::<Result<_, _>>().unwrap_or_default();
    let day = match parts.as_slice() {
        [year, month, day] => day_of_date(*year, *month, *day),
        _ => None,
    };
    let day = day.with_context(|| format!("{date:?} is not a date of the form YYYY-MM-DD"))?;
    Ok(day_start_ms(day.saturating_add(1)))
}

/// The local day of a moment, `YYYY-MM-DD`.
fn date(at_ms: u64) -> String {
    let (year, month, day) = date_of(local_day(at_ms));
    format!("{year:04}-{month:02}-{day:02}")
}

/// Hundredths of a square metre as people write them: 8106520 as 81,065.20.
fn square_metres(area_c: u64) -> String {
    let whole = (area_c / 100).to_string();
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped}.{:02}", area_c % 100)
}
