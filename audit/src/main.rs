//! `estate-audit`: checks votes and logs without the server.

mod files;
mod notes;
mod tally;
mod verify;
mod words;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use yishi_protocol::id::EstateId;

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
    /// Judge an export from its first entry to its last; print a JSON verdict.
    ///
    /// An export comes from `yishi-server export` or from the estate's page. Every signature, every rule, every proof and,
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
        /// The export; - for standard input.
        path: PathBuf,
    },
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Tally { explain, file } => tally::run(&file, explain),
        Command::Verify { estate, seen, path } => verify::run(&path, estate, &seen),
    }
}
