//! `yishi-server` on PostgreSQL, as an operator starts it: what it needs to be told, what it refuses, and what it never says.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use yishi_cluster::{Cluster, GUARDED};

/// Both answers of a program that has ended, and whether it went well.
fn run(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yishi-server"));
    command.args(arguments).envs(environment.iter().copied()).env("NO_COLOR", "1").current_dir(folder);
    let output = command.output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(text).unwrap())
}

const INIT: [&str; 7] = ["init", "--data", "data", "--name", "桂苑小区", "--host-until", "2099-12-31"];

fn init(folder: &Path, database: &str, lock: &str) -> (bool, String) {
    run(folder, &[&INIT[..], &["--database-url", database, "--lock-url", lock]].concat(), &[])
}

/// A server that is stopped when the test ends, however it ends.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Starts a server, told by its environment; what it says first.
fn serve(folder: &Path, environment: &[(&str, &str)]) -> (Serving, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yishi-server"));
    command.args(["serve", "--data", "data", "--listen", "127.0.0.1:0"]).envs(environment.iter().copied());
    let mut child = command.current_dir(folder).stdout(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    (Serving(child), first)
}

#[test]
fn one_log_is_served_twice_with_one_lock() {
    let Some(cluster) = Cluster::of_tests("one_log_is_served_twice_with_one_lock") else { return };
    let folder = tempfile::tempdir().unwrap();
    let (log, lock) = (cluster.database().unwrap(), cluster.database().unwrap());
    let (founded, said) = init(folder.path(), &log, &lock);
    assert!(founded, "{said}");
    assert!(said.contains("serve --data data, with the same databases"), "{said}");
    let both = [("DATABASE_URL", &*log), ("LOCK_URL", &*lock)];
    let (_one, first) = serve(folder.path(), &both);
    let (_other, second) = serve(folder.path(), &both);
    assert!(first.starts_with("serving 桂苑小区, "), "{first}");
    assert_eq!(first, second);
    // Whose log it is, its key decides: another folder cannot be put on top.
    std::fs::rename(folder.path().join("data"), folder.path().join("first")).unwrap();
    let (founded, said) = init(folder.path(), &log, &lock);
    assert!(!founded && said.contains("keeps an estate already; make another database"), "{said}");
    assert!(!folder.path().join("data").exists(), "nothing is left of what was not founded");
}

#[test]
fn a_log_on_postgresql_needs_a_lock_elsewhere() {
    let Some(cluster) = Cluster::of_tests("a_log_on_postgresql_needs_a_lock_elsewhere") else { return };
    let folder = tempfile::tempdir().unwrap();
    let log = cluster.database().unwrap();
    for arguments in [&INIT[..], &["serve"][..]] {
        let (done, said) = run(folder.path(), arguments, &[("DATABASE_URL", &log)]);
        assert!(!done && said.contains("all of them need the same lock: name it with --lock-url"), "{said}");
        let both = [("DATABASE_URL", &*log), ("LOCK_URL", &*log)];
        let (done, said) = run(folder.path(), arguments, &both);
        assert!(!done && said.contains("would both lie in postgres://yishi@"), "{said}");
        assert!(said.contains("Give the lock a database of its own"), "{said}");
    }
    // One database by two ways is found out when it is opened.
    let (done, said) = init(folder.path(), &log, &log.replace("@%2F", "@%2Ftmp%2F..%2F"));
    assert!(!done && said.contains("the log and the lock would lie in one database"), "{said}");
    assert!(!folder.path().join("data").exists(), "nothing is left of what was not founded");
    let (founded, said) = init(folder.path(), &cluster.database().unwrap(), "sqlite:lock.db");
    assert!(founded, "{said}");
}

#[test]
fn a_password_is_never_said() {
    let Some(cluster) = Cluster::of_tests("a_password_is_never_said") else { return };
    let folder = tempfile::tempdir().unwrap();
    cluster.run("createdb", &[GUARDED]).unwrap();
    cluster.sql("postgres", "create role li login password 'right'").unwrap();
    let guarded = cluster.url(GUARDED).replace("yishi@", "li:geheim@");
    let lock = cluster.database().unwrap();
    let loud = [("RUST_LOG", "trace")];
    let mut cases = vec![
        (guarded.clone(), lock.clone()),
        (lock.clone(), guarded.clone()),
        (guarded.clone(), guarded.clone()),
    ];
    for wrong in [
        "postgres://li:geheim@:x/y",
        "postgres://li@db/x?pasword=geheim",
        "mysql://li:geheim@db/x",
        "li:geheim",
    ] {
        cases.push((wrong.to_owned(), lock.clone()));
    }
    for (log, lock) in cases {
        for arguments in [&INIT[..], &["serve"]] {
            let arguments = [arguments, &["--database-url", &log, "--lock-url", &lock]].concat();
            let (done, said) = run(folder.path(), &arguments, &loud);
            assert!(!done && !said.contains("geheim"), "{said}");
            let environment = [("DATABASE_URL", &*log), ("LOCK_URL", &*lock), ("RUST_LOG", "trace")];
            let (done, said) = run(folder.path(), &["serve"], &environment);
            assert!(!done && !said.contains("geheim"), "{said}");
        }
    }
    let (_, help) = run(folder.path(), &["serve", "--help"], &[("DATABASE_URL", &guarded)]);
    assert!(help.contains("DATABASE_URL") && !help.contains("geheim"), "{help}");
}
