//! A throwaway cluster of PostgreSQL: made in a folder of its own, reached by a socket in that folder and by no network, and gone
//! with whoever made it, however that ends.
//!
//! A small script holds the cluster and waits for the end of its input. Nothing ever comes there: it ends with the [`Cluster`]
//! that is dropped, or with the process that is killed, and then the script stops the cluster and removes the folder.

use std::fmt;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// What xtask looks for in what tests print: they ran as far as they could, which is nowhere.
pub const NOT_RUN: &str = "NOT RUN, PostgreSQL is missing:";

/// Where Debian and its kin put each version's programs.
const VERSIONS: &str = "/usr/lib/postgresql";

/// Who owns everything in the cluster.
const OWNER: &str = "yishi";

/// The database whose users need a password; all others trust whoever reaches the socket.
pub const GUARDED: &str = "guarded";

const SETTINGS: &str = "listen_addresses = ''
max_connections = 300
shared_buffers = 32MB
fsync = on
synchronous_commit = on
";

const HOLD: &str = r#"
programs=$1 folder=$2
cd "$folder" || exit 1
if "$programs/initdb" -D data -U yishi -E UTF8 --no-locale --no-sync -A trust >made.log 2>&1 &&
    cat settings >>data/postgresql.conf && cp access data/pg_hba.conf &&
    "$programs/pg_ctl" -D data -s -w -l said.log start >>made.log 2>&1
then echo ready
else cat made.log said.log 2>/dev/null
fi
exec >/dev/null 2>&1
cat
"$programs/pg_ctl" -D data -s -m immediate stop
cd /
rm -rf "$folder"
"#;

/// A cluster that runs.
#[derive(Debug)]
pub struct Cluster {
    programs: PathBuf,
    folder: PathBuf,
    /// As whom its programs run, if not as we do.
    user: Option<(u32, u32)>,
    holder: Child,
    next: AtomicU32,
}

/// Why there is no cluster.
#[derive(Debug)]
pub enum NoCluster {
    /// The programs are not on this machine.
    Missing,
    /// They are, and did not do it; what they said.
    Failed(String),
}

impl fmt::Display for NoCluster {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoCluster::Missing => f.write_str(
                "PostgreSQL is not here: it needs `initdb`, `pg_ctl` and `postgres`, 15 or newer (Debian: apt-get install \
                 postgresql)",
            ),
            NoCluster::Failed(said) => write!(f, "PostgreSQL did not start: {said}"),
        }
    }
}

impl std::error::Error for NoCluster {}

/// The folder of the newest PostgreSQL's programs on this machine.
pub fn programs() -> Option<PathBuf> {
    let number = |path: &Path| path.file_name()?.to_str()?.parse::<u32>().ok();
    let mut versions: Vec<PathBuf> =
        std::fs::read_dir(VERSIONS).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    versions.sort_by_key(|path| number(path));
    let packaged = versions.into_iter().rev().map(|path| path.join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let has_all =
        |folder: &PathBuf| ["initdb", "pg_ctl", "postgres"].iter().all(|name| folder.join(name).is_file());
    packaged.chain(std::env::split_paths(&path)).find(has_all)
}

/// As whom the programs run, which refuse to be root's: nobody in particular, if we are root.
#[cfg(unix)]
fn user(folder: &Path) -> Option<(u32, u32)> {
    use std::os::unix::fs::MetadataExt;
    if std::fs::metadata(folder).ok()?.uid() != 0 {
        return None;
    }
    let users = std::fs::read_to_string("/etc/passwd").ok()?;
    let of = |wanted: &str| {
        let line = users.lines().find(|line| line.split(':').next() == Some(wanted))?;
        let mut fields = line.split(':').skip(2);
        Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    };
    of("postgres").or_else(|| of("nobody"))
}

impl Cluster {
    /// Makes one and starts it.
    ///
    /// # Errors
    /// If PostgreSQL is missing, or does not start.
    #[cfg(unix)]
    pub fn start() -> Result<Self, NoCluster> {
        use std::os::unix::process::CommandExt;
        let programs = programs().ok_or(NoCluster::Missing)?;
        let failed = |error: std::io::Error| NoCluster::Failed(error.to_string());
        let folder = tempfile::Builder::new().prefix("yishi-pg").tempdir().map_err(failed)?.keep();
        let socket = format!("unix_socket_directories = '{}'\n", folder.display());
        std::fs::write(folder.join("settings"), format!("{SETTINGS}{socket}")).map_err(failed)?;
        let access = format!("local {GUARDED} all scram-sha-256\nlocal all all trust\n");
        std::fs::write(folder.join("access"), access).map_err(failed)?;
        let mut hold = Command::new("/bin/sh");
        // Not in our group: Ctrl-C is for whoever made the cluster, and the end of that one is enough.
        hold.args(["-c", HOLD, "hold"]).arg(&programs).arg(&folder).process_group(0);
        let user = user(&folder);
        if let Some((user, group)) = user {
            std::os::unix::fs::chown(&folder, Some(user), Some(group)).map_err(failed)?;
            hold.uid(user).gid(group);
        }
        let hold = hold.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut holder = hold.spawn().map_err(failed)?;
        let mut said = String::new();
        if let Some(output) = holder.stdout.take() {
            let mut output = BufReader::new(output);
            output.read_line(&mut said).map_err(failed)?;
            if said != "ready\n" {
                output.read_to_string(&mut said).map_err(failed)?;
            }
        }
        let cluster = Self { programs, folder, user, holder, next: AtomicU32::new(0) };
        // Dropping it ends what was begun.
        if said == "ready\n" { Ok(cluster) } else { Err(NoCluster::Failed(said)) }
    }

    /// None on systems where nobody has tried.
    ///
    /// # Errors
    /// Always.
    #[cfg(not(unix))]
    pub fn start() -> Result<Self, NoCluster> {
        Err(NoCluster::Missing)
    }

    /// The one cluster of a test program, or nothing where PostgreSQL is missing; then it is said loudly that this test did
    /// not run.
    ///
    /// # Panics
    /// If PostgreSQL is there and does not start.
    pub fn of_tests(test: &str) -> Option<&'static Cluster> {
        static SHARED: LazyLock<Result<Cluster, NoCluster>> = LazyLock::new(Cluster::start);
        match &*SHARED {
            Ok(cluster) => Some(cluster),
            Err(NoCluster::Missing) => {
                say_not_run(test);
                None
            }
            Err(failed) => panic!("{failed}"),
        }
    }

    /// [`Cluster::of_tests`] for a test that stops and starts it.
    ///
    /// # Panics
    /// If PostgreSQL is there and does not start.
    pub fn of_test_alone(test: &str) -> Option<Cluster> {
        match Cluster::start() {
            Ok(cluster) => Some(cluster),
            Err(NoCluster::Missing) => {
                say_not_run(test);
                None
            }
            Err(failed) => panic!("{failed}"),
        }
    }

    /// The address of a database.
    pub fn url(&self, database: &str) -> String {
        let socket = self.folder.display().to_string().replace('/', "%2F");
        format!("postgres://{OWNER}@{socket}/{database}")
    }

    /// Makes an empty database and names its address.
    ///
    /// # Errors
    /// What the cluster says.
    pub fn database(&self) -> Result<String, String> {
        let name = format!("d{}", self.next.fetch_add(1, Ordering::Relaxed));
        self.run("createdb", &[&name])?;
        Ok(self.url(&name))
    }

    /// Runs one of PostgreSQL's programs on it, and returns what that prints.
    ///
    /// # Errors
    /// What it says if it fails.
    pub fn run(&self, program: &str, arguments: &[&str]) -> Result<String, String> {
        let output = self.command(program).args(arguments).output().map_err(|error| error.to_string())?;
        said(&output)
    }

    /// Runs statements in a database, all of them or none.
    ///
    /// # Errors
    /// What the database says.
    pub fn sql(&self, database: &str, statements: &str) -> Result<(), String> {
        let mut psql = self.command("psql");
        psql.args(["-q", "-X", "-v", "ON_ERROR_STOP=1", "-d", database]);
        if !statements.trim_start().starts_with("alter system") {
            psql.arg("-1");
        }
        psql.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut psql = psql.spawn().map_err(|error| error.to_string())?;
        if let Some(mut input) = psql.stdin.take() {
            input.write_all(statements.as_bytes()).map_err(|error| error.to_string())?;
        }
        said(&psql.wait_with_output().map_err(|error| error.to_string())?).map(drop)
    }

    /// Stops it as a power cut would.
    ///
    /// # Errors
    /// What it says if it does not.
    pub fn cut(&self) -> Result<(), String> {
        self.control(&["-m", "immediate", "stop"])
    }

    /// Starts it again.
    ///
    /// # Errors
    /// What it says if it does not.
    pub fn resume(&self) -> Result<(), String> {
        self.control(&["-w", "-l", "said.log", "start"])
    }

    fn control(&self, arguments: &[&str]) -> Result<(), String> {
        let mut command = self.command("pg_ctl");
        let command = command.args(["-D", "data", "-s"]).args(arguments);
        // What it starts keeps its output, and would be waited for.
        let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("pg_ctl {arguments:?} ended with {status}")),
            Err(error) => Err(error.to_string()),
        }
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command.current_dir(&self.folder).env("PGHOST", &self.folder).env("PGUSER", OWNER);
        #[cfg(unix)]
        if let Some((user, group)) = self.user {
            use std::os::unix::process::CommandExt;
            command.uid(user).gid(group);
        }
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.holder.stdin.take());
        drop(self.holder.wait());
    }
}

fn said(output: &Output) -> Result<String, String> {
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() { Ok(text) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}

/// Past what catches the output of tests that pass.
fn say_not_run(test: &str) {
    drop(std::io::stdout().lock().write_all(format!("\n{NOT_RUN} {test}\n").as_bytes()));
}

#[cfg(test)]
mod tests {
    use super::Cluster;

    #[test]
    fn it_is_gone_with_whoever_made_it() {
        let Some(cluster) = Cluster::of_test_alone("it_is_gone_with_whoever_made_it") else { return };
        let folder = cluster.folder.clone();
        assert!(folder.join("data").join("postmaster.pid").exists());
        let broke_off = std::thread::spawn(move || {
            let _held = cluster;
            panic!("as a test does that fails");
        });
        assert!(broke_off.join().is_err());
        assert!(!folder.exists());
    }
}
