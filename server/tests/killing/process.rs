//! The real program, started on the files of a folder.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::estate::addresses;

/// A server that is killed when it is dropped, as by a power cut.
pub(crate) struct Process {
    child: Child,
}

/// A server that has said where it listens.
pub(crate) struct Listening {
    process: Process,
    pub(crate) address: SocketAddr,
    /// Entries that it began with.
    pub(crate) entries: u64,
}

impl Drop for Process {
    fn drop(&mut self) {
        // SIGKILL: it learns nothing of it, and finishes nothing.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The program with what it serves. What it says to its operator is added to `folder`/operator.log.
pub(crate) fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yishi-server"));
    serves(&mut command, folder);
    command
}

/// [`program`], none of whose files becomes longer than so many blocks of 512 bytes: as on a disk that is full.
#[cfg(unix)]
pub(crate) fn program_with_files_of(folder: &Path, blocks: u64) -> Command {
    let mut command = Command::new("/bin/sh");
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_yishi-server")]);
    serves(&mut command, folder);
    command
}

/// [`program`] as somebody who may not do everything, as root may.
#[cfg(unix)]
pub(crate) fn program_of_nobody(folder: &Path) -> Command {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    if std::fs::metadata(folder).unwrap().uid() != 0 {
        return program(folder);
    }
    // Where nobody may look into the folder that the program was built in.
    let own = folder.join("yishi-server");
    std::fs::copy(env!("CARGO_BIN_EXE_yishi-server"), &own).unwrap();
    std::fs::set_permissions(folder, PermissionsExt::from_mode(0o755)).unwrap();
    let mut command = Command::new(own);
    serves(&mut command, folder);
    command.uid(65_534).gid(65_534);
    command
}

fn serves(command: &mut Command, folder: &Path) {
    let said = OpenOptions::new().create(true).append(true).open(folder.join("operator.log")).unwrap();
    command
        .args(["serve", "--data", "data", "--listen", "127.0.0.1:0"])
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(said);
    if let Some((log, lock)) = addresses(folder) {
        command.env("DATABASE_URL", log).env("LOCK_URL", lock);
    }
}

/// Everything that servers of a folder have said to their operator.
pub(crate) fn operator_read(folder: &Path) -> String {
    let mut said = String::new();
    File::open(folder.join("operator.log")).unwrap().read_to_string(&mut said).unwrap();
    said
}

impl Process {
    pub(crate) fn start(mut command: Command) -> Self {
        Self { child: command.spawn().unwrap() }
    }

    /// Waits until it listens; nothing if it ends without.
    pub(crate) fn listening(mut self) -> Option<Listening> {
        // The address is printed once the server listens, so reading it is all the waiting there is.
        let mut lines = BufReader::new(self.child.stdout.take().unwrap()).lines();
        let first = lines.next()?.unwrap();
        let entries = first.strip_prefix("serving 桂苑小区, ")?.strip_suffix(" entries")?.parse().ok()?;
        let second = lines.next()?.unwrap();
        let address = second.trim().strip_prefix("http://")?.split_once('/')?.0.parse().ok()?;
        Some(Listening { process: self, address, entries })
    }
}

impl Listening {
    /// Kills it.
    pub(crate) fn kill(self) {
        drop(self.process);
    }
}

/// Starts the server of a folder, which has to listen.
pub(crate) fn serve(folder: &Path) -> Listening {
    let listening = Process::start(program(folder)).listening();
    listening.unwrap_or_else(|| panic!("it does not start: {}", operator_read(folder)))
}

/// Starts the server of a folder, which must not serve: what it says.
pub(crate) fn refuses(folder: &Path) -> String {
    refuses_as(program(folder), folder)
}

/// [`refuses`] of a program.
pub(crate) fn refuses_as(program: Command, folder: &Path) -> String {
    let before = operator_read(folder).len();
    assert!(Process::start(program).listening().is_none(), "it serves");
    operator_read(folder).split_off(before)
}
