//! `yishi-server`: founds estates, serves them, and brings rolls in.

mod commands;

use std::process::ExitCode;

use clap::Parser;

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match commands::Arguments::parse().run() {
        Ok(code) => code,
        Err(error) => {
            // Nothing can be done where standard error is closed too; the exit status still tells.
            drop(std::io::Write::write_fmt(
                &mut std::io::stderr(),
                format_args!("yishi-server: {error:#}\n"),
            ));
            ExitCode::FAILURE
        }
    }
}
