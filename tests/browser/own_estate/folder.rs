//! The folder in which an estate is founded, the programs that work in it, and the letters that they write.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::UNIX_EPOCH;

use serde_json::json;
use yishi_protocol::calendar::{date_of, local_day};
use yishi_protocol::letter::LetterCode;
use yishi_tests::post_office::PostOffice;

use crate::phone::Phone;
use crate::site::{dist, serve_at};

/// A program of this workspace, which the tests' own build has put beside them.
fn program(name: &str) -> Command {
    let folder: PathBuf = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().into();
    let path = folder.join(name);
    assert!(path.exists(), "{} is not built; run the workspace's tests", path.display());
    Command::new(path)
}

/// Now, by this machine, in milliseconds since 1970.
pub(super) fn now_ms() -> u64 {
    u64::try_from(UNIX_EPOCH.elapsed().unwrap().as_millis()).unwrap()
}

/// The local day so many days after a moment, `YYYY-MM-DD`.
pub(super) fn day_after(at_ms: u64, days: u64) -> String {
    let (year, month, day) = date_of(local_day(at_ms) + days);
    format!("{year:04}-{month:02}-{day:02}")
}

/// A file of `tests/data`.
pub(super) fn data(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name);
    path.to_str().unwrap().to_owned()
}

/// An empty folder, and what becomes of it. The server that runs in it ends with the test.
pub(super) struct Folder {
    root: tempfile::TempDir,
    served: Option<Child>,
    url: String,
    estate: String,
}

impl Drop for Folder {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Folder {
    pub(super) fn empty() -> Self {
        let root = tempfile::tempdir().unwrap();
        Self { root, served: None, url: String::new(), estate: String::new() }
    }

    /// A file that a program wrote here.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// What a command says, which goes well.
    pub(super) fn run(&self, name: &str, arguments: &[&str]) -> String {
        let output = program(name).args(arguments).current_dir(self.root.path()).output().unwrap();
        let text = String::from_utf8([output.stdout.as_slice(), &output.stderr].concat()).unwrap();
        assert!(output.status.success(), "{arguments:?}: {text}");
        text
    }

    /// The same of a command that speaks with the server.
    pub(super) fn ask(&self, arguments: &[&str]) -> String {
        let at = ["--server", &self.url, "--estate", &self.estate];
        self.run("yishi-server", &[arguments, &at].concat())
    }

    /// Keeps the newest signed head in a file, as `curl` does.
    pub(super) fn keep_head(&self, file: &str) {
        let host = self.url.strip_prefix("http://").unwrap();
        let mut stream = std::net::TcpStream::connect(host).unwrap();
        let path = format!("/api/estates/{}/checkpoint", self.estate);
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        std::fs::write(self.file(file), answer.split_once("\r\n\r\n").unwrap().1).unwrap();
    }

    /// The verdict over an export, which holds and contains the log of a head that was kept.
    pub(super) fn verify(&self, export: &str, seen: &str) -> String {
        let known = ["verify", export, "--estate", &self.estate, "--seen", seen];
        let output = program("estate-audit").args(known).current_dir(self.root.path()).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// `yishi-server serve`, with the built window.
    pub(super) fn serve(&mut self) {
        let mut command = program("yishi-server");
        command.args(["serve", "--listen", "127.0.0.1:0", "--widget"]).arg(dist());
        let mut child = command.current_dir(self.root.path()).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        self.served = Some(child);
        (self.url, self.estate) = lines
            .find_map(|line| {
                let (url, estate) = line.trim().split_once("/api/estates/")?;
                Some((url.to_owned(), estate.to_owned()))
            })
            .unwrap();
    }

    fn stop(&mut self) {
        if let Some(mut child) = self.served.take() {
            drop(child.kill());
            drop(child.wait());
        }
    }

    /// Ends that server as a fallen machine does, and serves the folder at the same address by a clock that a test moves.
    pub(super) async fn serve_by_a_clock_of_its_own(&mut self) -> PostOffice {
        self.stop();
        let office = PostOffice::in_folder(&self.file("yishi-data"), dist(), now_ms()).await.unwrap();
        let address: SocketAddr = self.url.strip_prefix("http://").unwrap().parse().unwrap();
        serve_at(address, office.router.clone()).await;
        office
    }

    async fn device(&self, (width, height): (u32, u32), address: &str) -> Phone {
        let device = Phone::new(width, height).await;
        // Colours that are half way are no colours to measure.
        let still = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        device.cdp("Emulation.setEmulatedMedia", still).await;
        device.open(&format!("{}/{address}", self.url)).await;
        device
    }

    /// Scans a letter with a phone.
    pub(super) async fn scan(&self, code: &LetterCode) -> Phone {
        let phone = self.device((390, 844), &format!("enrol#{}.{code}", self.estate)).await;
        phone.press("是我本人").await;
        phone.see("等你办的").await;
        phone
    }

    /// Types a letter's code at the desk, on a computer, where its office waits.
    pub(super) async fn sit_down(&self, code: &LetterCode) -> Phone {
        let desk = self.device((1280, 900), "desk").await;
        desk.press("用入户信登记").await;
        desk.find("input", "").await.send_keys(code.to_string()).await.unwrap();
        desk.press("核对").await;
        desk.press("是我本人").await;
        desk.see("你还没有工作权限").await;
        desk
    }

    /// Opens the window anew on somebody's phone.
    pub(super) async fn home(&self, phone: &Phone) {
        phone.open(&format!("{}/?estate={}", self.url, self.estate)).await;
        phone.see("等你办的").await;
    }

    /// The same at a desk, where its person holds an office.
    pub(super) async fn desk(&self, desk: &Phone) {
        desk.open(&format!("{}/desk?estate={}", self.url, self.estate)).await;
        desk.find("nav a", "待办").await;
    }

    /// The code of the letter on which these words stand, read as people read it: in six groups of signs.
    pub(super) fn code(&self, letters: &str, words: &[&str]) -> LetterCode {
        let text = std::fs::read_to_string(self.file(letters)).unwrap();
        let theirs = |letter: &&str| words.iter().all(|words| letter.contains(&format!(">{words}<")));
        let letter = text.split("<article").skip(1).find(theirs).unwrap();
        let groups = letter.split("<b>").filter_map(|rest| rest.split_once("</b>").map(|(group, _)| group));
        let is_group =
            |group: &&str| group.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        groups.filter(is_group).take(6).collect::<String>().parse().unwrap()
    }
}
