//! `yishi-server heads`: an operator whose estate has stopped finds the right database, and goes on with it alone.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod running;

use std::fs;
use std::path::{Path, PathBuf};

use running::{half_a_year_on, said, serve, server, start};

/// Copies the files of a stopped server.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}

/// Puts the database of one data folder, and nothing else, in the place of another one's.
fn put_back(database_of: &Path, into: &Path) {
    for name in ["yishi.db", "yishi.db-wal", "yishi.db-shm"] {
        drop(fs::remove_file(into.join(name)));
        if database_of.join(name).exists() {
            fs::copy(database_of.join(name), into.join(name)).unwrap();
        }
    }
}

/// Serves a folder while somebody does something that is acknowledged.
fn acts(folder: &Path, key: &str, act: &[&str]) {
    let serving = start(folder);
    let key = format!("data/{key}.key");
    let at = ["--server", &serving.url, "--estate", &serving.estate, "--key", &key];
    let output = server(folder, &[act, &at].concat());
    assert!(output.status.success(), "{}", said(&output));
}

fn declares(folder: &Path, name: &str) {
    acts(folder, "root", &["org", name, "--kind", "manager"]);
}

fn heads(folder: &Path, more: &[&str]) -> (Option<i32>, String) {
    let output = server(folder, &[&["heads", "--data", "data"][..], more].concat());
    (output.status.code(), said(&output))
}

/// What is said of one database: the lines below its name.
fn of<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let lines = text.lines().skip_while(|line| !line.starts_with(&format!("{name}: "))).skip(1);
    lines.take_while(|line| line.starts_with(' ')).map(str::trim).collect()
}

/// The only note in a folder.
fn note(folder: &Path) -> PathBuf {
    let mut notes = fs::read_dir(folder).unwrap();
    let note = notes.next().unwrap().unwrap().path();
    assert!(notes.next().is_none());
    note
}

#[test]
fn after_a_restored_backup_the_newest_database_is_found_and_served_again() {
    let folder = tempfile::tempdir().unwrap();
    let (data, backup, newest) =
        (folder.path().join("data"), folder.path().join("backup"), folder.path().join("newest"));
    drop(serve(folder.path()));
    copy(&data, &backup);
    declares(folder.path(), "物业服务中心");
    copy(&data, &newest);
    let (status, text) = heads(folder.path(), &[]);
    assert_eq!((status, of(&text, "data/yishi.db").len()), (Some(0), 1), "{text}");
    assert!(of(&text, "data/yishi.db")[0].starts_with("SERVE THIS ONE"), "{text}");

    put_back(&backup, &data);
    let refused = server(folder.path(), &["serve", "--data", "data", "--listen", "127.0.0.1:0"]);
    assert!(!refused.status.success() && said(&refused).contains("yishi-server heads"), "{}", said(&refused));
    let (status, text) = heads(folder.path(), &[]);
    assert_eq!(status, Some(1), "{text}");
    assert!(text.contains("none of these may be served"), "{text}");
    let also = ["--also", "sqlite:newest/yishi.db"];
    let (status, text) = heads(folder.path(), &also);
    assert_eq!(status, Some(1), "what is configured is still the wrong one: {text}");
    let here = of(&text, "data/yishi.db");
    assert!(here[0].contains("1 that were acknowledged are not in it"), "{text}");
    assert!(here[1].starts_with("DO NOT SERVE IT") && here.len() == 2, "nothing is only there: {text}");
    assert!(of(&text, "newest/yishi.db")[0].starts_with("SERVE THIS ONE"), "{text}");
    // Asking has changed nothing.
    let refused = server(folder.path(), &["serve", "--data", "data", "--listen", "127.0.0.1:0"]);
    assert!(!refused.status.success());

    put_back(&newest, &data);
    assert_eq!(heads(folder.path(), &[]).0, Some(0));
    declares(folder.path(), "另一个物业");
}

#[test]
fn two_signed_histories_are_shown_with_what_only_one_of_them_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    drop(serve(folder.path()));
    // The lock is copied, which nobody may do: now two servers can sign.
    copy(&data, &elsewhere.path().join("data"));
    heads(elsewhere.path(), &["--keep", "begin"]);
    fs::rename(note(&elsewhere.path().join("begin")), elsewhere.path().join("begin.note")).unwrap();
    declares(folder.path(), "物业服务中心");
    let until = half_a_year_on().0;
    acts(elsewhere.path(), "host", &["letter", "冉志远", "--until", &until]);
    declares(elsewhere.path(), "另一个物业");
    let (_, text) = heads(elsewhere.path(), &["--keep", "notes"]);
    assert!(text.contains("kept notes/"), "{text}");
    let seen = note(&elsewhere.path().join("notes"));
    copy(&elsewhere.path().join("data"), &folder.path().join("other"));

    let asked = ["--also", "sqlite:other/yishi.db", "--seen", seen.to_str().unwrap(), "--keep", "notes"];
    let (status, text) = heads(folder.path(), &asked);
    assert_eq!(status, Some(3), "{text}");
    assert!(text.contains("TWO HISTORIES WERE SIGNED"), "{text}");
    let right = of(&text, "data/yishi.db");
    assert!(
        right[0].contains("has not the other history's head of") && right[0].contains("seen, "),
        "{text}"
    );
    assert!(right[1].starts_with("SERVE THIS ONE"), "{text}");
    let other = of(&text, "other/yishi.db");
    assert!(other[0].contains("signed last") && other[1].starts_with("DO NOT SERVE IT"), "{text}");
    assert!(other[2].contains(" codes ") && other[2].ends_with("acknowledged"), "{text}");
    assert!(
        other[3].contains(" org-unit ") && other[3].ends_with("acknowledged") && other.len() == 4,
        "{text}"
    );
    assert_eq!(fs::read_dir(folder.path().join("notes")).unwrap().count(), 2, "both heads are kept");
    // The head that both begin with proves nothing of two.
    fs::copy(elsewhere.path().join("begin.note"), folder.path().join("begin.note")).unwrap();
    let common = ["--also", "sqlite:other/yishi.db", "--seen", "begin.note"];
    let (status, text) = heads(folder.path(), &common);
    assert!(status == Some(0) && !text.contains("TWO HISTORIES"), "{text}");
    // Twice is no harm, and a head that another key signed is none.
    assert_eq!(heads(folder.path(), &asked).0, Some(3));
    let forged = fs::read_to_string(&seen).unwrap().replacen("\n\n", "\n\n ", 1);
    fs::write(folder.path().join("forged.note"), forged).unwrap();
    let (status, text) = heads(folder.path(), &["--seen", "forged.note"]);
    assert!(status == Some(1) && text.contains("forged.note proves nothing about this estate"), "{text}");
    // What its author signed before seeing anything of the other history is taken as the same bytes; the rest is signed anew.
    let serving = start(folder.path());
    let (status, text) = heads(folder.path(), &[&asked[..], &["--hand-in", &serving.url]].concat());
    let other = of(&text, "other/yishi.db");
    assert!(status == Some(3) && other[3].starts_with("handed in: it is entry "), "{text}");
    assert!(other[5].starts_with("not handed in: ") && other[5].contains("VIEW_MISMATCH"), "{text}");
    // Handing in again gives it no second place.
    let (_, again) = heads(folder.path(), &[&asked[..], &["--hand-in", &serving.url]].concat());
    assert_eq!(of(&again, "other/yishi.db")[3], other[3]);
    drop(serving);
    declares(folder.path(), "第三个物业");
}
