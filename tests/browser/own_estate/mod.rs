//! README's "Your own estate", as it stands there: from an empty folder by its commands, two desks and a phone, to a matter that
//! is answered and a log that audits. The clock is the machine's own, so no vote's notice runs out here.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::UNIX_EPOCH;

use yishi_protocol::calendar::{date_of, local_day};

use crate::phone::Phone;
use crate::site::dist;

/// A program of this workspace, which the tests' own build has put beside them.
fn program(name: &str) -> Command {
    let folder: PathBuf = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().into();
    let path = folder.join(name);
    assert!(path.exists(), "{} is not built; run the workspace's tests", path.display());
    Command::new(path)
}

/// What a command says, which goes well.
fn run(folder: &Path, name: &str, arguments: &[&str]) -> String {
    let output = program(name).args(arguments).current_dir(folder).output().unwrap();
    let text = String::from_utf8([output.stdout.as_slice(), &output.stderr].concat()).unwrap();
    assert!(output.status.success(), "{arguments:?}: {text}");
    text
}

/// The running server; it ends with the test.
struct Serving {
    child: Child,
    url: String,
    estate: String,
}

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn serve(folder: &Path) -> Serving {
    let mut command = program("yishi-server");
    command.args(["serve", "--listen", "127.0.0.1:0", "--widget"]).arg(dist());
    let mut child = command.current_dir(folder).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let (url, estate) = lines
        .find_map(|line| {
            let (url, estate) = line.trim().split_once("/api/estates/")?;
            Some((url.to_owned(), estate.to_owned()))
        })
        .unwrap();
    Serving { child, url, estate }
}

/// The code on somebody's letter, as they type it.
fn code(letters: &Path, name: &str) -> String {
    let text = std::fs::read_to_string(letters).unwrap();
    let (_, letter) = text.split_once(name).unwrap();
    let groups =
        letter.split("<b>").skip(1).filter_map(|rest| rest.split_once("</b>").map(|(group, _)| group));
    let is_group =
        |group: &&str| group.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    groups.filter(is_group).take(6).collect::<Vec<_>>().join("-")
}

/// Opens a letter on a device of its own.
async fn open(serving: &Serving, page: &str, code: &str) -> Phone {
    let device = Phone::new(390, 844).await;
    device.open(&format!("{}/{page}#{}.{code}", serving.url, serving.estate)).await;
    device.press("是我本人").await;
    device
}

async fn reopen(serving: &Serving, desk: &Phone) {
    desk.open(&format!("{}/desk?estate={}", serving.url, serving.estate)).await;
    desk.find("nav a", "人员与授权").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_estate_is_founded_by_the_readme_and_answers_its_first_matter() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let now_ms = u64::try_from(UNIX_EPOCH.elapsed().unwrap().as_millis()).unwrap();
    let day = |days: u64| {
        let (year, month, day) = date_of(local_day(now_ms) + days);
        format!("{year:04}-{month:02}-{day:02}")
    };
    let (until, letters_until) = (day(365), day(183));
    let init = ["init", "--name", "桂苑小区", "--host-until", &until];
    let offices = ["--office", "committee=张主任", "--office", "residents-committee=俞书记"];
    run(folder, "yishi-server", &[&init[..], &offices].concat());
    let serving = serve(folder);
    let at = ["--server", &serving.url, "--estate", &serving.estate];

    // 1. Offices.
    let letters = folder.join("yishi-data/office-letters.html");
    let chair = open(&serving, "desk", &code(&letters, "张主任")).await;
    chair.see("你还没有工作权限").await;
    let secretary = open(&serving, "desk", &code(&letters, "俞书记")).await;
    secretary.see("你还没有工作权限").await;
    let waiting = run(folder, "yishi-server", &[&["confirm"][..], &at].concat());
    assert!(waiting.contains("the device of somebody who was given an office"), "{waiting}");
    let confirmed = run(folder, "yishi-server", &[&["confirm", "--all"][..], &at].concat());
    assert!(!confirmed.contains("not confirmed"), "{confirmed}");
    for desk in [&chair, &secretary] {
        reopen(&serving, desk).await;
    }

    // 2. The roll.
    let roll = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/roll.csv");
    let roll = roll.to_str().unwrap();
    let counted = ["--dry-run", "--expect-heads", "739", "--expect-area", "81,065.20"];
    run(folder, "yishi-server", &[&["import-roll", roll][..], &counted].concat());
    let import = ["import-roll", roll, "--letters-until", &letters_until];
    let imported = run(folder, "yishi-server", &[&import[..], &at].concat());
    assert!(imported.contains("wrote 949 letters"), "{imported}");
    reopen(&serving, &secretary).await;
    secretary.press("人员与授权").await;
    secretary.stop("own-estate-waiting").await;
    secretary.press("名册").await;
    secretary.see("739").await;
    secretary.stop("own-estate-roll").await;
    secretary.press("我确认，签名").await;
    secretary.see("已确认，马上生效").await;
    for batch in ["入户信 400 封", "入户信 400 封", "入户信 149 封"] {
        secretary.press(batch).await;
        secretary.press("我确认，签名").await;
        secretary.see("已确认").await;
        reopen(&serving, &secretary).await;
        secretary.press("人员与授权").await;
    }

    // 3. Letters and phones. 4. The first matter, to its answer.
    let phone = open(&serving, "enrol", &code(&folder.join("letters.html"), "杨辰桂")).await;
    phone.press("我要提一件事").await;
    phone.fill("what", "单元门口的灯坏了，晚上看不见台阶。").await;
    phone.fill("where", "1栋1单元门口").await;
    phone.find("label", "").await;
    phone.stop("own-estate-raise").await;
    phone.press("签名并提交").await;
    phone.see("提交好了，等业委会答复").await;
    reopen(&serving, &chair).await;
    chair.press("答复：").await;
    chair.press("采纳").await;
    chair.fill("answer", "收下了，这周去修。").await;
    chair.press("签名答复").await;
    chair.see("已采纳").await;
    chair.stop("own-estate-answered").await;

    // 5. Check it.
    run(
        folder,
        "yishi-server",
        &["export", "record.jsonl", "--server", &serving.url, "--estate", &serving.estate],
    );
    let verdict = run(folder, "estate-audit", &["verify", "record.jsonl"]);
    assert!(verdict.contains("739"), "{verdict}");
}
