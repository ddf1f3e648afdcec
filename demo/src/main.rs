//! `cargo xtask demo` runs this: tells the year, serves it, and says where to look.

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Parser;
use yishi_demo::{YEAR, acts, serve, year::Year};

/// Serves the made-up estate 桂苑小区 as it stands on 1 July 2026.
#[derive(Debug, Parser)]
struct Arguments {
    /// The address to listen at. Phones need a secure context, so other machines need a proxy with https.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The built widget, from `cargo xtask widget`.
    #[arg(long, default_value = "target/widget/dist")]
    widget: PathBuf,
    /// Where the log is kept; emptied at each start.
    #[arg(long, default_value = "target/demo")]
    data: PathBuf,
}

fn say(line: &str) {
    // Nobody reads on if the terminal is gone.
    drop(writeln!(std::io::stdout(), "{line}"));
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    say("telling the year of 桂苑小区 …");
    let year = Year::read(YEAR)?;
    let teller = acts::tell(&year)?;
    let told = teller.told.clone();
    for (kind, count) in &told.said {
        say(&format!("  {count:>5}  {kind}"));
    }
    say(
        "left out, because it was done on paper, by proxy, at the desk, or needs a kind that does not exist yet:",
    );
    for (why, count) in &told.left_out {
        say(&format!("  {count:>5}  {why}"));
    }
    if arguments.data.exists() {
        let emptied = std::fs::remove_dir_all(&arguments.data);
        emptied.with_context(|| format!("cannot empty {}", arguments.data.display()))?;
    }
    std::fs::create_dir_all(&arguments.data)?;
    tokio::runtime::Runtime::new()?.block_on(async {
        let demo = serve::open(&year, teller, &arguments.data, Some(arguments.widget)).await?;
        let (estate, entries) = (demo.estate, demo.entries);
        serve::serve(demo, arguments.listen, |address| {
            say("");
            say(&format!("{entries} entries; estate {estate}"));
            say(&format!("  http://{address}/demo              sign in as anybody, set the clock forward"));
            say(&format!("  http://{address}/?estate={estate}"));
            say("Ctrl-C ends it.");
        })
        .await
    })
}
