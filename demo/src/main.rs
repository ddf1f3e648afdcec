//! `cargo xtask demo` runs this: tells the year, serves it, and says where to look.

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Parser;
use futures_util::future::try_join_all;
use yishi_demo::{YEAR, acts, serve, year::Year};
use yishi_server::keepers::Locations;

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
    /// The log's database, if it is not a file in that folder; it must be empty: `sqlite:PATH` or `postgres://USER@HOST/DATABASE`.
    #[arg(long)]
    database_url: Option<String>,
    /// The lock's, which is another one.
    #[arg(long)]
    lock_url: Option<String>,
    /// Where a second server listens, which serves the same log.
    #[arg(long, requires = "database_url")]
    second: Option<SocketAddr>,
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
    let (database, lock) = (arguments.database_url.as_deref(), arguments.lock_url.as_deref());
    let places = Locations::of(&arguments.data, database, lock)?;
    tokio::runtime::Runtime::new()?.block_on(async {
        let kept = serve::KeptYear::keep(&year, &teller, &places).await?;
        let mut servers = Vec::new();
        for address in [Some(arguments.listen), arguments.second].into_iter().flatten() {
            let listener = serve::listen(address).await?;
            let demo = kept.serve(places.open().await?, Some(arguments.widget.clone())).await?;
            servers.push((demo, listener));
        }
        for (demo, listener) in &servers {
            let (address, estate, entries) = (listener.local_addr()?, demo.estate, demo.entries);
            say("");
            say(&format!("{entries} entries; estate {estate}; kept in {}", places.log));
            say(&format!("  http://{address}/demo              sign in as anybody, set the clock forward"));
            say(&format!("  http://{address}/?estate={estate}"));
        }
        if servers.len() > 1 {
            say("Both write to one log: what is signed at one is in the log of the other.");
        }
        say("Ctrl-C ends it.");
        try_join_all(servers.into_iter().map(|(demo, listener)| serve::serve(demo, listener))).await
    })?;
    Ok(())
}
