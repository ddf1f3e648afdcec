//! A client of the server, for command lines: it signs, posts and checks receipts like any widget.

mod journal;

use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail, ensure};
use yishi_protocol::SigningKey;
use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Body, Capability};
use yishi_protocol::bylaws::Bylaws;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::envelope::{Unsigned, View};
use yishi_protocol::id::{EntryId, EstateId, PublicKey};
use yishi_protocol::log::LogEntry;
use yishi_protocol::pass;
use yishi_protocol::projection::{Erasing, Erasure, Founded, Help, RollChanges, RollPart, Waiting};
use yishi_protocol::signature::public_key;
use yishi_protocol::strict_json::{self, Strict};
use yishi_protocol::view::{
    ErasableList, ErasureView, EstateView, KeyView, OfficerList, Opened, Paged, RollDifference, RollView,
    Served as Shown, WaitingList,
};
use yishi_protocol::wire::{Base64Bytes, Receipt, Refusal, Submission};
use yishi_sheets::roll::NewestRoll;

use crate::json;
pub use journal::{Ended, Journal};

/// What a server refused, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(pub Refusal);

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.0.code, self.0.detail)
    }
}

impl std::error::Error for Refused {}

/// As many pages of a list are read at most.
const MOST_PAGES: usize = 1_000;
/// How often the same bytes are sent while a server says that it is busy.
const TRIES: u32 = 20;

/// One key at one estate.
pub struct Client {
    agent: ureq::Agent,
    base: String,
    /// The estate.
    pub estate: EstateId,
    /// The estate's public name.
    pub name: String,
    /// The key that signs the log.
    pub log_key: PublicKey,
    /// The settings in force: the server's word.
    pub settings: Bylaws,
    key: SigningKey,
    seq: u64,
    seen: Checkpoint,
    server_ms: u64,
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client")
            .field("base", &self.base)
            .field("estate", &self.estate)
            .finish_non_exhaustive()
    }
}

type Answer = ureq::http::Response<ureq::Body>;

impl Client {
    /// Connects to a server, checks who signs the log, and finds the key's next number.
    ///
    /// # Errors
    /// If the server does not answer, its proofs do not hold, or the key is not enrolled.
    pub fn connect(server: &str, estate: EstateId, key: SigningKey) -> Result<Self> {
        let agent = agent();
        let base = format!("{}/api/estates/{estate}", server.trim_end_matches('/'));
        let mut answer = agent.get(&base).call().with_context(|| format!("{server} does not answer"))?;
        let server_ms = server_ms(&answer)?;
        let shown: Shown<EstateView> = read(&mut answer)?;
        // The estate's id is the founding entry's, so the first entry says whose word to take for the rest.
        let Founded { genesis, seen } = Founded::of(&shown, &estate, Body::decode)?;
        let (name, log_key, settings) = (genesis.name, genesis.log_key, shown.stated.settings);
        let mut client = Self { agent, base, estate, name, log_key, settings, key, seq: 0, seen, server_ms };
        let known: Shown<KeyView> = read(&mut client.get_with_pass("key")?)?;
        client.seq = known.stated.last_seq.map_or(0, |last| last.saturating_add(1));
        client.seen = client.opened(&known)?.checkpoint;
        Ok(client)
    }

    /// The server's time when it last answered, in milliseconds since 1970.
    pub fn server_ms(&self) -> u64 {
        self.server_ms
    }

    /// Reads an address below the estate's with a pass of the client's key.
    ///
    /// # Errors
    /// If the server does not answer.
    pub fn get_with_pass(&self, path: &str) -> Result<Answer> {
        let pass = pass::issue(&self.estate, &self.key, self.server_ms);
        let request = self.agent.get(format!("{}/{path}", self.base));
        let request = request.header("authorization", format!("Yishi-Pass {pass}"));
        request.call().context("the server does not answer")
    }

    /// A file that the server serves to everybody, by its path from the root.
    ///
    /// # Errors
    /// If the server does not answer, or has no such file.
    pub fn file(&self, path: &str) -> Result<String> {
        let server = self.base.split_once("/api/").map_or(&*self.base, |(server, _)| server);
        let mut answer =
            self.agent.get(format!("{server}/{path}")).call().context("the server does not answer")?;
        if !answer.status().is_success() {
            bail!("the server has no {path}: {}", answer.status());
        }
        Ok(answer.body_mut().read_to_string()?)
    }

    /// What waits for a second person, each act opened under the newest checkpoint.
    ///
    /// # Errors
    /// If the server does not answer, or its proofs do not hold.
    pub fn waiting(&mut self) -> Result<Vec<Waiting>> {
        let (mut all, mut path) = (Vec::new(), "waiting".to_owned());
        for _ in 0..MOST_PAGES {
            let answer: Shown<WaitingList> = read(&mut self.get_with_pass(&path)?)?;
            let (shown, list) = answer.apart();
            let next = list.next;
            all.extend(Waiting::all(&self.opened(&shown)?, list)?);
            let Some(next) = next else { return Ok(all) };
            path = format!("waiting?after={next}");
        }
        bail!("the server does not come to an end")
    }

    /// Where organisations are found and rung, as it stands now.
    ///
    /// # Errors
    /// If the server does not answer, or its proofs do not hold.
    pub fn help(&self) -> Result<Vec<Help>> {
        let mut answer = self.agent.get(&self.base).call().context("the server does not answer")?;
        let shown: Shown<EstateView> = read(&mut answer)?;
        Ok(Help::all(&self.opened(&shown)?, &shown.stated)?)
    }

    fn opened<'a, T>(&self, shown: &'a Shown<T>) -> Result<Opened<'a>> {
        Ok(shown.open((&self.estate, &self.log_key), Body::decode)?)
    }

    /// A page of the roll, or of what another one would change, with the words of its blobs.
    fn page<T: Strict, P>(&self, path: &str, of: fn(&Opened<'_>, T) -> P) -> Result<P> {
        let answer: Shown<T> = read(&mut self.get_with_pass(path)?)?;
        let (shown, view) = answer.apart();
        Ok(of(&self.opened(&shown)?, view))
    }

    /// What the key's holder may do now, by whichever office: the server's word.
    ///
    /// # Errors
    /// If the server does not answer.
    pub fn capabilities(&self) -> Result<Vec<Capability>> {
        let key: Shown<KeyView> = read(&mut self.get_with_pass("key")?)?;
        Ok(key.stated.caps)
    }

    /// The organisations, and who holds which office: the server's word.
    ///
    /// # Errors
    /// If the server does not answer.
    pub fn officers(&self) -> Result<OfficerList> {
        let mut all: OfficerList = read(&mut self.get_with_pass("officers")?)?;
        for _ in 1..MOST_PAGES {
            let Some(next) = all.next() else { return Ok(all) };
            all.read_on(read(&mut self.get_with_pass(&format!("officers?after={next}"))?)?);
        }
        bail!("the server does not come to an end")
    }

    /// The newest roll, if there is one: the server's word.
    ///
    /// # Errors
    /// If the server does not answer, or the roll changes while it is read.
    pub fn newest_roll(&self) -> Result<Option<NewestRoll>> {
        let mut pages = vec![self.page::<RollView, _>("roll", RollPart::of)?];
        let mut last = None;
        while let Some(after) = pages.last().and_then(|page| page.next) {
            ensure!(last < Some(after), "the server does not go on with the roll");
            last = Some(after);
            pages.push(self.page::<RollView, _>(&format!("roll?after={after}"), RollPart::of)?);
        }
        if pages.iter().all(|page| page.roll.is_none()) {
            return Ok(None);
        }
        NewestRoll::of_pages(pages).map(Some).context("the roll changed while it was read; try again")
    }

    /// What a roll that waits would change: its totals, and every unit that differs. The server's word.
    ///
    /// # Errors
    /// If the server does not answer, or the entry proposes no roll that can be confirmed now.
    pub fn difference(&self, entry: &EntryId) -> Result<RollChanges> {
        let path = format!("rolls/{entry}/difference");
        let mut all = self.page::<RollDifference, _>(&path, RollChanges::of)?;
        let mut last = None;
        while let Some(after) = all.next {
            ensure!(last < Some(after), "the server does not go on with the difference");
            last = Some(after);
            let more = self.page::<RollDifference, _>(&format!("{path}?after={after}"), RollChanges::of)?;
            all.changes.extend(more.changes);
            all.next = more.next;
        }
        Ok(all)
    }

    /// What an erasure that waits would take, for whoever could confirm it with this key.
    ///
    /// # Errors
    /// If the server does not answer or show it to this key, or its proofs do not hold.
    pub fn erasure(&self, entry: &EntryId) -> Result<Erasure> {
        let answer: Shown<ErasureView> = read(&mut self.get_with_pass(&format!("erasures/{entry}"))?)?;
        let (shown, view) = answer.apart();
        Ok(Erasure::of(&self.opened(&shown)?, view, entry)?)
    }

    /// What nobody needs any more, as far as the first page of it says, for whoever keeps rolls.
    ///
    /// # Errors
    /// If the server does not answer or tell this key, or its proofs do not hold.
    pub fn outlived(&self) -> Result<Vec<Erasing>> {
        Ok(self.page::<ErasableList, _>("erasable", Erasing::all)??)
    }

    /// Signs and posts an entry, and checks that the receipt proves it. While the server is busy the same bytes are sent
    /// again, which is safe.
    ///
    /// # Errors
    /// If the server refuses, or its proof does not hold.
    pub fn post(&mut self, body: impl Into<Body>, blobs: Vec<Blob>) -> Result<LogEntry> {
        let view = View { size: self.seen.size, root: self.seen.root };
        let draft = Unsigned {
            estate: self.estate,
            seq: self.seq,
            view,
            client_ms: own_clock_ms(),
            body: body.into(),
        };
        let submission = Submission { blobs, envelope: Base64Bytes(draft.sign(&self.key)?) };
        let (receipt, server_ms) = deliver(&self.agent, &self.base, &submission)?;
        self.server_ms = server_ms;
        let (checkpoint, entry) = proven(&receipt, (&self.estate, &self.log_key), &submission)?;
        self.seen = checkpoint;
        self.seq = self.seq.saturating_add(1);
        Ok(entry)
    }

    /// The public half of the client's key.
    pub fn public_key(&self) -> PublicKey {
        public_key(&self.key)
    }
}

/// Posts what others have signed, as the same bytes, and checks that the receipt proves it. Whoever sends it, it is judged as if
/// its author did.
///
/// # Errors
/// If the server refuses, or its proof does not hold.
pub fn hand_in(
    server: &str,
    (estate, log_key): (&EstateId, &PublicKey),
    submission: &Submission,
) -> Result<LogEntry> {
    let base = format!("{}/api/estates/{estate}", server.trim_end_matches('/'));
    let (receipt, _) = deliver(&agent(), &base, submission)?;
    Ok(proven(&receipt, (estate, log_key), submission)?.1)
}

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder();
    config.http_status_as_error(false).timeout_global(Some(Duration::from_mins(1))).build().new_agent()
}

/// Posts until the server takes or refuses it; with the server's time.
fn deliver(agent: &ureq::Agent, base: &str, submission: &Submission) -> Result<(Receipt, u64)> {
    let bytes = strict_json::write(submission);
    for _ in 0..TRIES {
        let request = agent.post(format!("{base}/entries")).header("content-type", "application/json");
        let mut answer = request.send(&bytes).context("the server does not answer")?;
        let server_ms = server_ms(&answer)?;
        if let Some(seconds) = retry_after(&answer) {
            std::thread::sleep(Duration::from_secs(seconds));
            continue;
        }
        return Ok((read(&mut answer)?, server_ms));
    }
    bail!("the server stays busy; try again later, nothing was lost")
}

/// The entry that a receipt proves, which is the one that was sent.
fn proven(
    receipt: &Receipt,
    (estate, log_key): (&EstateId, &PublicKey),
    submission: &Submission,
) -> Result<(Checkpoint, LogEntry)> {
    let (checkpoint, entry) = receipt.open(estate, log_key)?;
    if entry.entry.bytes() != submission.envelope.0 {
        bail!("the server proves another entry than the one that was sent");
    }
    Ok((checkpoint, entry))
}

/// This machine's own clock, uncorrected, in milliseconds since 1970: entries say when their author thought it was.
fn own_clock_ms() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or_default()
}

fn server_ms(answer: &Answer) -> Result<u64> {
    let header = answer.headers().get("yishi-now").and_then(|value| value.to_str().ok());
    header.and_then(|value| value.parse().ok()).context("the answer does not come from a Yishi server")
}

/// How many seconds the server asks to wait; a command line waits a minute at most, whatever it is told.
fn retry_after(answer: &Answer) -> Option<u64> {
    if !matches!(answer.status().as_u16(), 429 | 503) {
        return None;
    }
    let asked: u64 = answer.headers().get("retry-after")?.to_str().ok()?.parse().ok()?;
    Some(asked.min(60))
}

/// Reads an answer as JSON, or says why the server refused.
fn read<T: Strict>(answer: &mut Answer) -> Result<T> {
    let status = answer.status();
    let text = answer.body_mut().read_to_vec().context("the answer broke off")?;
    if status.is_success() {
        return json::read(&text).context("the answer is not what this program expects; update it");
    }
    match json::read::<Refusal>(&text) {
        Ok(refusal) => Err(Refused(refusal).into()),
        Err(_) => Err(anyhow!("the server answers {status}")),
    }
}
