//! `estate-audit`: checks votes and logs without the server.

mod evidence;
mod files;
mod notes;
mod tally;
mod verify;
mod words;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use yishi_protocol::id::{EstateId, PublicKey};

/// Checks votes and logs without the server, with the same rules as the server.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Judge and count the votes of a case file; print a JSON array of results.
    ///
    /// The file has the format of tests/vectors/tally.json: an object whose `vectors` each hold a `case`: the roll, the
    /// window, the rules and the ballots of one vote. Whatever else a vector holds is not read. Exit status: 0 if every
    /// case was counted, 1 if one could not be.
    Tally {
        /// Beside each result, print the settings it was counted under and those that would have turned it.
        #[arg(long)]
        explain: bool,
        /// The case file; - for standard input.
        file: PathBuf,
    },
    /// Compare two signed heads of one log; print a JSON verdict.
    ///
    /// Two heads of one size with different roots prove that the log's key has signed two histories, to anybody and without
    /// the log. Heads of two sizes tell nothing by themselves; with a record that reaches both it is seen whether they are of
    /// one history. The log's key comes from the record, or is given.
    /// Exit status: 0 for one history, 3 for two, 4 if it cannot be said; 1 if something cannot be read, or was not signed by
    /// the log's key and so proves nothing.
    Evidence {
        /// A signed head, as the estate's address `checkpoint` answers it.
        first: PathBuf,
        /// Another one.
        second: PathBuf,
        /// An export of the log, whole up to both heads.
        #[arg(long, required_unless_present = "log_key")]
        record: Option<PathBuf>,
        /// The log's key in hexadecimal, as the founding entry says it, where there is no record.
        #[arg(long, requires = "estate", conflicts_with = "record", value_name = "KEY")]
        log_key: Option<PublicKey>,
        /// The estate's id.
        #[arg(long, value_name = "ID")]
        estate: Option<EstateId>,
    },
    /// Judge an export from its first entry to its last; print a JSON verdict.
    ///
    /// An export comes from `yishi-server export` or from the estate's page; a court file has one in it. Every signature, every rule, every proof and,
    /// where the export carries what they rest on, every total is checked again. The verdict names the first wrong entry,
    /// and tells what was recomputed from what is only stated, because the law had it erased or it is not in this export.
    /// Standard error says in words what is wrong, or what a file that holds does not show.
    /// Exit status: 0 if everything holds, 1 if something does not.
    Verify {
        /// The estate that it has to be of, by its id as letters and addresses show it.
        #[arg(long, value_name = "ID")]
        estate: Option<EstateId>,
        /// A signed head of the log that somebody kept, as the estate's address `checkpoint` answers it, or a folder of such
        /// files; as often as you like. The export must contain the log of each.
        #[arg(long, value_name = "NOTE")]
        seen: Vec<PathBuf>,
        /// A voter's receipt, as the phone keeps it or shows it to another one, as text in a file; as often as you like. Standard error
        /// says of each whether the ballot is in the record and counts. Exit status 1 if one shows that the record is not whole, or is
        /// not found in it.
        #[arg(long, value_name = "FILE")]
        receipt: Vec<PathBuf>,
        /// The export; - for standard input.
        path: PathBuf,
    },
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Tally { explain, file } => tally::run(&file, explain),
        Command::Evidence { first, second, record, log_key, estate } => {
            evidence::run((&first, &second), record.as_deref(), estate.zip(log_key), estate)
        }
        Command::Verify { estate, seen, receipt, path } => verify::run(&path, estate, (&seen, &receipt)),
    }
}
