//! The command line.

mod export;
mod import_roll;
mod init;
mod serve;

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use yishi_protocol::calendar::{day_of_date, day_start_ms};

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
    /// Bring an owner roll in from a spreadsheet (CSV) and write the enrolment letters.
    ///
    /// Columns: building, entrance, room, kind, `exclusive_area_m2`, `owner_no`, `owner_name`, phone, language, `share_numerator`,
    /// `share_denominator`, or their Chinese names, in any order; one row is one owner of one unit; UTF-8 or GBK.
    ///
    /// Prints what it counted and every row it cannot take, with its line and the reason. If there are such rows nothing
    /// is sent, unless --leave-out says to go on without their units.
    ImportRoll(import_roll::ImportRoll),
    /// Fetch an export of an estate's log, to be checked with `estate-audit verify`.
    Export(export::Export),
}

impl Arguments {
    pub(crate) fn run(self) -> Result<ExitCode> {
        match self.command {
            Command::Init(init) => init.run(),
            Command::Serve(serve) => serve.run(),
            Command::ImportRoll(import) => import.run(),
            Command::Export(export) => export.run(),
        }
    }
}

/// Prints to standard output. A reader that has gone away is no failure of ours.
fn say(line: &str) {
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
