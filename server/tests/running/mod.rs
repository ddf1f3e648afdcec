//! `yishi-server` as an operator runs it.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::UNIX_EPOCH;

use yishi_protocol::calendar::{date_of, local_day};

pub(crate) fn server(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yishi-server"));
    command.args(arguments).current_dir(folder).output().unwrap()
}

/// The local day half a year from now, `YYYY-MM-DD` and as letters print it.
pub(crate) fn half_a_year_on() -> (String, String) {
    let now_ms = u64::try_from(UNIX_EPOCH.elapsed().unwrap().as_millis()).unwrap();
    let (year, month, day) = date_of(local_day(now_ms) + 183);
    (format!("{year:04}-{month:02}-{day:02}"), format!("{year}年{month}月{day}日"))
}

pub(crate) fn said(output: &Output) -> String {
    let text = [output.stdout.as_slice(), &output.stderr].concat();
    String::from_utf8(text).unwrap()
}

/// A running server that is stopped when the test ends, however it ends.
pub(crate) struct Serving {
    child: Child,
    pub(crate) url: String,
    pub(crate) estate: String,
}

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Founds an estate in `folder`/data and serves it at a free port.
pub(crate) fn serve(folder: &Path) -> Serving {
    let output =
        server(folder, &["init", "--data", "data", "--name", "桂苑小区", "--host-until", "2099-12-31"]);
    assert!(output.status.success(), "{}", said(&output));
    start(folder)
}

/// Serves the estate of `folder`/data at a free port.
pub(crate) fn start(folder: &Path) -> Serving {
    start_with(folder, &[])
}

/// [`start`] with more arguments.
pub(crate) fn start_with(folder: &Path, more: &[&str]) -> Serving {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yishi-server"));
    command
        .args(["serve", "--data", "data", "--listen", "127.0.0.1:0"])
        .args(more)
        .current_dir(folder)
        .stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // The address is printed once the server listens, so reading it is all the waiting there is.
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let first = lines.next().unwrap().unwrap();
    assert!(first.starts_with("serving ") && first.contains("桂苑小区, "), "{first}");
    let address = lines.next().unwrap().unwrap().trim().to_owned();
    let (url, estate) = address.split_once("/api/estates/").unwrap();
    Serving { url: url.to_owned(), estate: estate.to_owned(), child }
}
