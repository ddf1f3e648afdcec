//! `yishi-server` as an operator runs it: found, serve, bring the roll in, export, and audit what came out.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod running;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use running::{half_a_year_on, said, serve, server, start, start_with};
use yishi_protocol::SigningKey;
use yishi_protocol::audit::{Basis, audit};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::rehearsal::is_rehearsal;
use yishi_server::clock::{Clock, SystemClock};
use yishi_server::estates::Estates;
use yishi_server::http::App;
use yishi_server::keys::{random, write_key};
use yishi_server::lock::SqliteLock;
use yishi_server::setup::{Founders, found};
use yishi_server::store::SqliteStore;

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/roll.csv")
}

const COUNTED: &[&str] = &[
    "read 1144 rows",
    "counted units          804",
    "heads                  739",
    "81,065.20 m²",
    "parking spaces         120   apart, 1,557.60 m²",
    "joint owners           207",
    "several units           31",
    "people                 949",
];

#[test]
fn a_roll_comes_in_letters_go_out_and_the_export_holds() {
    let folder = tempfile::tempdir().unwrap();
    let serving = serve(folder.path());
    let roll = fixture();
    let at = ["--server", &serving.url, "--estate", &serving.estate, "--key", "data/host.key"];
    let (until, printed) = half_a_year_on();
    let import = [&["import-roll", roll.to_str().unwrap(), "--letters-until", &until][..], &at].concat();
    let output = server(folder.path(), &import);
    let text = said(&output);
    assert!(output.status.success(), "{text}");
    for line in COUNTED {
        assert!(text.contains(line), "{line} is not in {text}");
    }
    assert!(text.contains("wrote 949 letters"), "{text}");
    let letters = std::fs::read_to_string(folder.path().join("letters.html")).unwrap();
    assert!(letters.contains("杨辰桂") && letters.contains("1栋1单元101") && letters.contains(&printed));
    assert_eq!(letters.matches("<svg").count(), 949);

    // One person brought all of it: a root stands behind the roll and the letters.
    let root = ["--server", &serving.url, "--estate", &serving.estate, "--key", "data/root.key"];
    let waiting = said(&server(folder.path(), &[&["confirm"][..], &root].concat()));
    assert!(waiting.contains("a roll of 739 heads, by 业主委员会"), "{waiting}");
    assert!(waiting.contains("letters for 400 people") && waiting.contains("only one person"), "{waiting}");
    let own = said(&server(folder.path(), &[&["confirm", "--all"][..], &at].concat()));
    assert!(own.contains("this key did it, so another one has to confirm it"), "{own}");
    let output = server(folder.path(), &[&["confirm", "--all"][..], &root].concat());
    assert!(output.status.success(), "{}", said(&output));
    let left = said(&server(folder.path(), &[&["confirm"][..], &root].concat()));
    assert!(!left.contains("a roll of"), "{left}");

    let output = server(folder.path(), &[&["export", "record.jsonl"][..], &at].concat());
    assert!(output.status.success(), "{}", said(&output));
    let path = folder.path().join("record.jsonl");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "nobody else on this machine reads it");
    }
    let record = std::fs::read(path).unwrap();
    let verdict = audit(&record);
    assert!(verdict.sound, "{:?}", verdict.first_wrong);
    assert_eq!(verdict.name.as_deref(), Some("桂苑小区"));
    let roll = &verdict.rolls[0];
    assert_eq!((roll.heads, roll.area_c, roll.area), (739, 8_106_520, Basis::Stated));
    let text = String::from_utf8(record).unwrap();
    assert!(!text.contains("杨辰桂") && !text.contains("19900000001"), "a record names nobody");

    // The same file again finds everybody and everything where it is, also without what was written beside it.
    for file in ["letters.html", "roll-ids.json"] {
        std::fs::remove_file(folder.path().join(file)).unwrap();
        let output = server(folder.path(), &import);
        assert!(said(&output).contains("there is nothing to change"), "{}", said(&output));
    }
}

#[test]
fn an_import_that_is_cut_off_goes_on_with_the_same_people_and_letters() {
    let folder = tempfile::tempdir().unwrap();
    let serving = serve(folder.path());
    let roll = fixture();
    let at = ["--server", &serving.url, "--estate", &serving.estate, "--key", "data/host.key"];
    let (until, _) = half_a_year_on();
    let with = |until| [&["import-roll", roll.to_str().unwrap(), "--letters-until", until][..], &at].concat();
    // What cannot end well does not begin: nothing is signed, no letter printed, nobody remembered.
    let late = said(&server(folder.path(), &with("2020-01-01")));
    assert!(late.contains("2020-01-01, is over"), "{late}");
    let far = said(&server(folder.path(), &with("2099-06-30")));
    assert!(far.contains("366 days at most"), "{far}");
    assert!(!folder.path().join("letters.html").exists() && !folder.path().join("roll-ids.json").exists());

    let mut command = Command::new(env!("CARGO_BIN_EXE_yishi-server"));
    command.args(with(&until)).current_dir(folder.path()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line.starts_with("sent 2 of")), "it had begun");
    child.kill().unwrap();
    child.wait().unwrap();
    let letters = std::fs::read(folder.path().join("letters.html")).unwrap();
    let ids = std::fs::read(folder.path().join("roll-ids.json")).unwrap();

    // Another file has to wait until this one is in.
    let other = folder.path().join("other.csv");
    std::fs::write(&other, std::fs::read_to_string(&roll).unwrap().replacen("70.02", "70.03", 1)).unwrap();
    let mut arguments = with(&until);
    arguments[1] = other.to_str().unwrap();
    let refused = said(&server(folder.path(), &arguments));
    assert!(refused.contains("another file that was cut off"), "{refused}");

    let output = server(folder.path(), &with(&until));
    assert!(
        output.status.success() && said(&output).contains("goes on where it stopped"),
        "{}",
        said(&output)
    );
    assert_eq!(std::fs::read(folder.path().join("letters.html")).unwrap(), letters, "no second letter");
    assert_eq!(std::fs::read(folder.path().join("roll-ids.json")).unwrap(), ids, "no second identity");
    assert!(!folder.path().join("roll-ids.import").exists());
    let root = ["--server", &serving.url, "--estate", &serving.estate, "--key", "data/root.key"];
    let waiting = said(&server(folder.path(), &[&["confirm"][..], &root].concat()));
    assert_eq!(waiting.matches("a roll of 739 heads").count(), 1, "{waiting}");
}

#[test]
fn an_estate_gives_its_first_offices_by_command() {
    let folder = tempfile::tempdir().unwrap();
    let init = ["init", "--data", "data", "--name", "桂苑小区", "--host-until", "2099-12-31"];
    let offices = ["--office", "residents-committee=俞敏", "--office", "supervisor=杨女士"];
    let founded = said(&server(folder.path(), &[&init[..], &offices].concat()));
    assert!(founded.contains("office-letters.html") && founded.contains("俞敏"), "{founded}");
    let letters = std::fs::read_to_string(folder.path().join("data/office-letters.html")).unwrap();
    assert!(letters.contains("杨女士") && letters.matches("<svg").count() == 2);
    let wrong = said(&server(folder.path(), &[&init[..], &["--office", "king=俞敏"]].concat()));
    assert!(wrong.contains("king is no role") && wrong.contains("residents-committee"), "{wrong}");

    let serving = start(folder.path());
    let at = ["--server", &serving.url, "--estate", &serving.estate, "--key", "data/root.key"];
    let run = |arguments: &[&str]| server(folder.path(), &[arguments, &at].concat());
    let org = said(&run(&["org", "物业服务中心", "--kind", "manager"]));
    assert!(org.contains("物业服务中心"), "{org}");
    let far = said(&run(&["letter", "冉志远（物业）", "--until", "2099-06-30"]));
    assert!(far.contains("366 days at most") && !folder.path().join("letter.html").exists(), "{far}");
    let letter = said(&run(&["letter", "冉志远（物业）", "--until", &half_a_year_on().0]));
    let person = letter.lines().find_map(|line| line.strip_prefix("person  ")).unwrap().to_owned();
    assert!(std::fs::read_to_string(folder.path().join("letter.html")).unwrap().contains("冉志远"));
    let grant = ["grant", &person, "--org", "manager", "--role", "manager", "--until", "2099-12-31"];
    let given = said(&run(&grant));
    assert!(given.contains("waits until the person has enrolled"), "{given}");
    let id = given.split_whitespace().next().unwrap().to_owned();
    let barred = ["grant", &person, "--org", "committee", "--role", "clerk", "--until", "2099-12-31"];
    assert!(said(&run(&barred)).contains("OFFICES_CLASH"), "{}", said(&run(&barred)));
    let both = [&grant[..], &["--caps", "codes"]].concat();
    assert!(said(&run(&both)).contains("ROLE_INVALID"), "{}", said(&run(&both)));
    assert!(said(&run(&["revoke-grant", &id])).contains("ended"), "it ends");
    assert!(said(&run(&["revoke-grant", &id])).contains("GRANT_ENDED"), "it ends once");
}

#[test]
fn rows_that_cannot_be_taken_are_named_and_nothing_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    let good = std::fs::read_to_string(fixture()).unwrap();
    let bad = good.replacen("1栋,1单元,102,residential,71.39", "1栋,1单元,102,residential,many", 1);
    std::fs::write(folder.path().join("roll.csv"), bad).unwrap();
    let output = server(folder.path(), &["import-roll", "roll.csv", "--dry-run"]);
    let text = said(&output);
    assert!(!output.status.success());
    assert!(text.contains("line 3: AREA_INVALID"), "{text}");
    let output = server(folder.path(), &["import-roll", "roll.csv"]);
    assert!(said(&output).contains("nothing was sent"), "{}", said(&output));
    assert!(!folder.path().join("letters.html").exists());
}

#[test]
fn what_is_wrong_is_said_and_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let nothing = server(folder.path(), &["serve", "--data", "nowhere"]);
    assert!(said(&nothing).contains("make an estate with init"), "{}", said(&nothing));
    let other = server(folder.path(), &["serve", "--database-url", "mysql://localhost/yishi"]);
    assert!(said(&other).contains("address is sqlite:PATH or postgres://"), "{}", said(&other));
    let date = server(folder.path(), &["init", "--name", "x", "--host-until", "soon"]);
    assert!(said(&date).contains("YYYY-MM-DD"), "{}", said(&date));
    let serving = serve(folder.path());
    let again =
        server(folder.path(), &["init", "--data", "data", "--name", "x", "--host-until", "2099-12-31"]);
    assert!(said(&again).contains("cannot make data"), "{}", said(&again));
    let stranger = [
        &["export", "x.jsonl", "--server", &serving.url, "--estate", &serving.estate][..],
        &["--key", "data/root.key"],
    ];
    let output = server(folder.path(), &stranger.concat());
    assert!(said(&output).contains("PASS_REQUIRED"), "{}", said(&output));
    let taught = server(folder.path(), &[]);
    assert!(said(&taught).contains("import-roll"), "{}", said(&taught));
}

#[test]
fn settings_are_shown_and_published_by_command() {
    let folder = tempfile::tempdir().unwrap();
    let serving = serve(folder.path());
    let at = ["--server", &serving.url, "--estate", &serving.estate];
    let run = |key: &str, arguments: &[&str]| {
        let key = format!("data/{key}.key");
        said(&server(folder.path(), &[arguments, &at, &["--key", &key]].concat()))
    };
    let shown = run("host", &["bylaws"]);
    assert!(
        shown.contains("joint = representative\n") && shown.contains("notice_clear_days = 15\n"),
        "{shown}"
    );
    std::fs::write(folder.path().join("管理规约.pdf"), "abc").unwrap();
    let with = |set: &str| run("host", &["bylaws", "--document", "管理规约.pdf", "--set", set]);
    for (set, why) in [
        ("joint", "NAME=VALUE"),
        ("votes=all", "votes is no setting; there are answer_days"),
        ("joint=anybody", "a value does not fit its setting"),
        ("notice_clear_days=14", "outside what the law"),
        ("legal_mode=binding_by_bylaws", "letters of two issuers"),
    ] {
        let refused = with(set);
        assert!(refused.contains(why), "{set}: {refused}");
    }
    assert!(run("host", &["bylaws", "--set", "proxy_limit=5"]).contains("name the adopted document"));
    let published = with("joint=any_unless_objected");
    assert!(published.contains("joint = any_unless_objected   instead of representative"), "{published}");
    assert!(
        published.contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        "{published}"
    );
    // Whoever is asked to stand behind it reads the same; the committee's own root is no other organisation.
    let listed = run("root", &["confirm", "--all"]);
    assert!(listed.contains("joint = any_unless_objected   instead of representative"), "{listed}");
    assert!(listed.contains("this key may not confirm it now"), "{listed}");
}

fn now_ms() -> u64 {
    u64::try_from(UNIX_EPOCH.elapsed().unwrap().as_millis()).unwrap()
}

/// Founds an estate in `folder`/data at another time than now.
fn founded_at(folder: &Path, at_ms: u64) {
    let key = || SigningKey::from_bytes(&random().unwrap());
    let founders = Founders { log: key(), root: key(), host: key() };
    let data = folder.join("data");
    std::fs::create_dir(&data).unwrap();
    write_key(&data.join("log.key"), &founders.log).unwrap();
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let store = Arc::new(SqliteStore::open(&data.join("yishi.db"), true).await.unwrap());
        let lock = Arc::new(SqliteLock::open(&data.join("lock.db"), true).await.unwrap());
        let clock: Arc<dyn Clock> = Arc::new(SystemClock::new());
        let app = App::new(Arc::new(Estates::default()), store, lock, clock);
        found(&app, "桂苑小区", &founders, &[], at_ms, at_ms + 300 * DAY_MS).await.unwrap();
    });
}

const SERVE: [&str; 5] = ["serve", "--data", "data", "--listen", "127.0.0.1:0"];

#[test]
fn a_clock_behind_the_log_serves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    founded_at(folder.path(), now_ms() + DAY_MS);
    for more in [&[][..], &["--clock-checked"]] {
        let refused = server(folder.path(), &[&SERVE, more].concat());
        assert!(!refused.status.success());
        assert!(said(&refused).contains("the clock is behind the log"), "{}", said(&refused));
    }
}

#[test]
fn after_a_long_gap_somebody_is_asked_once() {
    let folder = tempfile::tempdir().unwrap();
    founded_at(folder.path(), now_ms() - 8 * DAY_MS);
    let asked = server(folder.path(), &SERVE);
    assert!(!asked.status.success());
    assert!(said(&asked).contains("start this once with --clock-checked"), "{}", said(&asked));
    drop(start_with(folder.path(), &["--clock-checked"]));
}

#[test]
fn after_a_holiday_nobody_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    founded_at(folder.path(), now_ms() - 6 * DAY_MS);
    drop(start_with(folder.path(), &[]));
    let fresh = tempfile::tempdir().unwrap();
    drop(serve(fresh.path()));
}

#[test]
fn a_rehearsal_is_called_one_in_its_first_entry_and_nothing_else_is_called_so() {
    let folder = tempfile::tempdir().unwrap();
    let init = ["init", "--data", "data", "--host-until", "2099-12-31", "--office", "supervisor=杨女士"];
    for name in ["演练 · 桂苑小区", "桂苑（演\u{200b}练）", "Guiyuan rehearsal"] {
        let output = server(folder.path(), &[&init[..], &["--name", name]].concat());
        assert!(!output.status.success() && said(&output).contains("--rehearsal"), "{}", said(&output));
    }
    let founded = said(&server(folder.path(), &[&init[..], &["--name", "桂苑小区", "--rehearsal"]].concat()));
    assert!(founded.contains("founded 演练 · 桂苑小区") && founded.contains("a rehearsal"), "{founded}");
    let letters = std::fs::read_to_string(folder.path().join("data/office-letters.html")).unwrap();
    assert!(letters.contains("演练 · 桂苑小区"));
    let serving = start(folder.path());
    let at = ["--server", &serving.url, "--estate", &serving.estate, "--key", "data/host.key"];
    let output = server(folder.path(), &[&["export", "record.jsonl"][..], &at].concat());
    assert!(output.status.success(), "{}", said(&output));
    let verdict = audit(&std::fs::read(folder.path().join("record.jsonl")).unwrap());
    assert!(verdict.sound && verdict.name.is_some_and(|name| is_rehearsal(&name)));
}
