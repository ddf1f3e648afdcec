//! A server in this process, with a clock that stands still until it is moved.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::body::{Body as HttpBody, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use tower::ServiceExt;
use yishi_protocol::SigningKey;
use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Body, Capability, Codes, Confirm, Notice, OrgKind, Role};
use yishi_protocol::envelope::Unsigned;
use yishi_protocol::id::{EntryId, EstateId, OrgId};
use yishi_protocol::log::LogEntry;
use yishi_protocol::pass;
use yishi_protocol::signature::public_key;
use yishi_protocol::state::State;
use yishi_protocol::strict_json::{self, Strict};
use yishi_protocol::wire::{Base64Bytes, Receipt, Refusal, Submission};
use yishi_server::clock::Clock;
use yishi_server::estates::Estates;
use yishi_server::founding::Acts;
use yishi_server::http::{App, router};
use yishi_server::keepers::Locations;
use yishi_server::lock::{CheckpointLock, MemoryLock};
use yishi_server::setup::{Folder, Founders, found, open_all, open_folder};
use yishi_server::store::{LogStore, MemoryStore};

use crate::calls::LOTTERY;
use crate::matters::manager_grant;
use crate::people::{key, person};
use crate::stairwell::{
    PEOPLE, codes, consent, enrol, grant, hour, march_roll, newcomer, notice, open, org, org_unit,
};

/// A clock that is moved by hand.
#[derive(Debug)]
pub struct TestClock(AtomicU64);

impl TestClock {
    /// Moves it.
    pub fn set(&self, now_ms: u64) {
        self.0.store(now_ms, Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now_ms(&self) -> Option<u64> {
        // Zero stands for a clock that cannot be trusted.
        Some(self.0.load(Ordering::SeqCst)).filter(|now_ms| *now_ms > 0)
    }
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as JSON, which is what would be written of what was read.
    ///
    /// # Errors
    /// The body as text, if it is something else.
    pub fn json<T: Strict>(&self) -> Result<T, String> {
        let text = || String::from_utf8_lossy(&self.body);
        let value = strict_json::read(&self.body).map_err(|refused| format!("{refused}: {}", text()))?;
        if strict_json::write(&value) == self.body {
            Ok(value)
        } else {
            Err(format!("would be written another way: {}", text()))
        }
    }

    /// The body as any JSON; null if it is something else.
    pub fn value(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// The code of a refusal; empty if it is none.
    pub fn code(&self) -> String {
        self.json::<Refusal>().map(|refusal| refusal.code).unwrap_or_default()
    }
}

/// A server with one estate, whose founders' keys are named `log`, `root` and `host`.
#[derive(Debug)]
pub struct PostOffice {
    /// The application.
    pub router: Router,
    /// Its clock.
    pub clock: Arc<TestClock>,
    /// Its estates.
    pub estates: Arc<Estates>,
    /// Its store.
    pub store: Arc<dyn LogStore>,
    /// Its lock.
    pub lock: Arc<dyn CheckpointLock>,
    /// The estate.
    pub estate: EstateId,
}

/// Why something that should work did not.
pub type Failed = Box<dyn std::error::Error + Send + Sync>;

impl PostOffice {
    /// Founds an estate on 1 March 2026 in a store of its own.
    ///
    /// # Errors
    /// If that fails.
    pub async fn founded() -> Result<Self, Failed> {
        Self::founded_in(Arc::new(MemoryStore::new()), Arc::new(MemoryLock::default())).await
    }

    /// Founds an estate in a store.
    ///
    /// # Errors
    /// If that fails.
    pub async fn founded_in(store: Arc<dyn LogStore>, lock: Arc<dyn CheckpointLock>) -> Result<Self, Failed> {
        Self::founded_with_widget(store, lock, None).await
    }

    /// [`PostOffice::founded_in`], serving the built widget of a folder too.
    ///
    /// # Errors
    /// If that fails.
    pub async fn founded_with_widget(
        store: Arc<dyn LogStore>,
        lock: Arc<dyn CheckpointLock>,
        widget: Option<PathBuf>,
    ) -> Result<Self, Failed> {
        let clock = Arc::new(TestClock(AtomicU64::new(hour(3, 1, 9))));
        let estates = Arc::new(Estates::default());
        let app =
            App::new(Arc::clone(&estates), Arc::clone(&store), Arc::clone(&lock), Arc::clone(&clock) as _);
        let app = match widget {
            Some(folder) => app.with_widget(folder),
            None => app,
        };
        let founders = Founders { log: key("log"), root: key("root"), host: key("host") };
        let until_ms = hour(12, 31, 0);
        let name = "桂苑小区";
        let (estate, _) = found(&app, name, &founders, &[], hour(3, 1, 9), until_ms).await?;
        Ok(Self { router: router(app), clock, estates, store, lock, estate })
    }

    /// Starts another server on the same store and lock, as after a crash.
    ///
    /// # Errors
    /// If it refuses to start.
    pub async fn restarted(&self) -> Result<Self, Failed> {
        Self::started(Arc::clone(&self.store), Arc::clone(&self.lock), self.estate, Arc::clone(&self.clock))
            .await
    }

    /// Starts a server on a store and a lock that are there.
    ///
    /// # Errors
    /// If it refuses to start.
    pub async fn started(
        store: Arc<dyn LogStore>,
        lock: Arc<dyn CheckpointLock>,
        estate: EstateId,
        clock: Arc<TestClock>,
    ) -> Result<Self, Failed> {
        let estates =
            open_all(|_| Ok(key("log")), &store, &lock).await.map_err(|error| format!("{error:#}"))?;
        let app =
            App::new(Arc::clone(&estates), Arc::clone(&store), Arc::clone(&lock), Arc::clone(&clock) as _);
        Ok(Self { router: router(app), clock, estates, store, lock, estate })
    }

    /// Serves the one estate of a data folder that `init` made, with the built widget of another folder.
    ///
    /// # Errors
    /// If it cannot be opened.
    pub async fn in_folder(data: &Path, widget: PathBuf, now_ms: u64) -> Result<Self, Failed> {
        let folder = open_folder(data, &Locations::of(data, None, None)?).await?;
        let clock = Arc::new(TestClock(AtomicU64::new(now_ms)));
        let app = folder.app(Arc::clone(&clock) as _).with_widget(widget);
        let Folder { estates, store, lock } = folder;
        let estate = *estates.ids().await.first().ok_or("the folder holds no estate")?;
        Ok(Self { router: router(app), clock, estates, store, lock, estate })
    }

    /// Calls the application.
    ///
    /// # Errors
    /// If there is no answer.
    pub async fn call(&self, request: Request<HttpBody>) -> Result<Answer, Failed> {
        let response = self.router.clone().oneshot(request).await?;
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await?.to_vec();
        Ok(Answer { status: parts.status, headers: parts.headers, body })
    }

    /// Reads an address below the estate's.
    ///
    /// # Errors
    /// If there is no answer.
    pub async fn get(&self, path: &str) -> Result<Answer, Failed> {
        let uri = format!("/api/estates/{}{path}", self.estate);
        self.call(Request::get(uri).body(HttpBody::empty())?).await
    }

    /// [`PostOffice::get`] with a pass of the key of that name.
    ///
    /// # Errors
    /// If there is no answer.
    pub async fn get_as(&self, name: &str, path: &str) -> Result<Answer, Failed> {
        let pass = pass::issue(&self.estate, &key(name), self.clock.now_ms().unwrap_or_default());
        let uri = format!("/api/estates/{}{path}", self.estate);
        let request = Request::get(uri).header(header::AUTHORIZATION, format!("Yishi-Pass {pass}"));
        self.call(request.body(HttpBody::empty())?).await
    }

    /// Signs with the key of that name: the next number, the newest view.
    ///
    /// # Errors
    /// If the entry is too long.
    pub async fn sign(
        &self,
        name: &str,
        body: impl Into<Body>,
        blobs: Vec<Blob>,
    ) -> Result<Submission, Failed> {
        self.sign_by(&key(name), body.into(), blobs).await
    }

    async fn sign_by(&self, by: &SigningKey, body: Body, blobs: Vec<Blob>) -> Result<Submission, Failed> {
        let estate = self.estates.get(&self.estate).await.ok_or("the estate is not served")?;
        let published = estate.published();
        let last_seq = published.log.state().key(&public_key(by)).and_then(|key| key.last_seq);
        let draft = Unsigned {
            estate: self.estate,
            seq: last_seq.map_or(0, |last| last + 1),
            view: published.log.view(),
            client_ms: self.clock.now_ms().unwrap_or_default(),
            body,
        };
        Ok(Submission { blobs, envelope: Base64Bytes(draft.sign(by)?) })
    }

    /// Posts a submission.
    ///
    /// # Errors
    /// If there is no answer.
    pub async fn send(&self, submission: &Submission) -> Result<Answer, Failed> {
        let uri = format!("/api/estates/{}/entries", self.estate);
        let request = Request::post(uri).header(header::CONTENT_TYPE, "application/json");
        self.call(request.body(HttpBody::from(strict_json::write(submission)))?).await
    }

    /// Signs, posts, and checks the receipt as a phone does.
    ///
    /// # Errors
    /// If it is refused.
    pub async fn say(&self, name: &str, body: impl Into<Body>, blobs: Vec<Blob>) -> Result<LogEntry, Failed> {
        self.say_by(&key(name), body.into(), blobs).await
    }

    async fn say_by(&self, by: &SigningKey, body: Body, blobs: Vec<Blob>) -> Result<LogEntry, Failed> {
        let submission = self.sign_by(by, body, blobs).await?;
        let answer = self.send(&submission).await?;
        if answer.status != StatusCode::OK {
            return Err(format!("{}: {}", answer.status, String::from_utf8_lossy(&answer.body)).into());
        }
        let receipt: Receipt = answer.json()?;
        let log_key = self.state().await?.estate().ok_or("the log founds no estate")?.log_key;
        let (_, entry) = receipt.open(&self.estate, &log_key)?;
        if entry.entry.bytes() != submission.envelope.0 {
            return Err("the receipt is for another entry".into());
        }
        Ok(entry)
    }

    /// The log as it is served now.
    ///
    /// # Errors
    /// If the estate is not served.
    pub async fn state(&self) -> Result<State, Failed> {
        let estate = self.estates.get(&self.estate).await.ok_or("the estate is not served")?;
        Ok(estate.published().log.state().clone())
    }

    /// Declares an organisation of that kind, if there is none.
    ///
    /// # Errors
    /// If it is refused.
    pub async fn declare(&self, kind: OrgKind, name: &str) -> Result<OrgId, Failed> {
        let known = org(&self.state().await?, kind);
        if known != OrgId::ZERO {
            return Ok(known);
        }
        let (body, blobs) = org_unit(kind, name, None);
        Ok(self.say("root", body, blobs).await?.entry.id())
    }

    /// Gives the manager an office, by the root.
    ///
    /// # Errors
    /// If it is refused.
    pub async fn manager_takes_office(&self, until_ms: u64) -> Result<(), Failed> {
        self.declare(OrgKind::Manager, "物业服务中心").await?;
        let (grant, title) = manager_grant(&self.state().await?, until_ms);
        self.say("root", grant, title).await.map(drop)
    }

    /// Gives chen the office of reading evidence, by the root.
    ///
    /// # Errors
    /// If it is refused.
    pub async fn chen_supervises(&self) -> Result<(), Failed> {
        self.declare(OrgKind::Supervisors, "监督委员会").await?;
        let office = (OrgKind::Supervisors, Role::Supervisor);
        let grant = grant(&self.state().await?, "chen", office, &[Capability::Evidence], hour(12, 31, 0));
        self.say("root", grant, vec![]).await.map(drop)
    }

    /// Publishes letters by a clerk whom no test follows, and has the root confirm them, so that they open even where a phone is
    /// in use.
    ///
    /// # Errors
    /// If it is refused.
    pub async fn letter(&self, letters: Codes) -> Result<(), Failed> {
        if self.state().await?.person(&person("clerk")).is_none() {
            self.say("root", codes(&["clerk"], 1, hour(12, 31, 0)), vec![]).await?;
            let device = enrol(&self.estate, "clerk", "clerk", 1);
            let device = self.say("clerk", device, vec![consent()]).await?.entry.id();
            let office = (OrgKind::Committee, Role::Clerk);
            let grant = grant(&self.state().await?, "clerk", office, &[Capability::Codes], hour(12, 31, 0));
            self.say("root", grant, vec![]).await?;
            self.say("root", Confirm { entry: device }, vec![]).await?;
        }
        let entry = self.say("clerk", letters, vec![]).await?.entry.id();
        self.say("root", Confirm { entry }, vec![]).await.map(drop)
    }

    /// Lets everybody in and brings the roll.
    ///
    /// # Errors
    /// If any of it is refused.
    pub async fn settle(&self) -> Result<EntryId, Failed> {
        let people = PEOPLE.iter().filter(|name| **name != "host").map(|name| newcomer(name));
        let people: Vec<_> = people.collect();
        let mut acts = Acts::default();
        acts.let_in(&key("root"), Some(&key("host")), &people, &consent(), hour(12, 31, 0));
        let roll = acts.bring_roll(&march_roll());
        let told = self.tell(acts).await?;
        Ok(*told.get(roll).ok_or("the roll was not told")?)
    }

    /// Says acts in their order, as [`PostOffice::say`] does. Returns the entry of each.
    ///
    /// # Errors
    /// If one is refused.
    async fn tell(&self, acts: Acts) -> Result<Vec<EntryId>, Failed> {
        let mut told = Vec::new();
        for act in acts {
            let (by, body, blobs) = act.said(&self.state().await?, &told);
            told.push(self.say_by(&by, body, blobs).await?.entry.id());
        }
        Ok(told)
    }

    /// Lets everybody in, brings the roll, notices and opens a vote on these items; the clock stands at its first hour.
    ///
    /// # Errors
    /// If any of it is refused.
    pub async fn open_vote(&self, items: Vec<yishi_protocol::body::Item>) -> Result<Vote, Failed> {
        let roll = self.settle().await?;
        self.clock.set(hour(3, 4, 10));
        let (body, blobs) = notice(roll, items);
        let body = Notice { lottery: Some(LOTTERY.to_owned()), ..body };
        let notice = self.say("host", body, blobs).await?.entry.id();
        self.clock.set(hour(3, 19, 9));
        let agenda = self.say("host", open(notice, roll), vec![]).await?.entry.id();
        self.clock.set(hour(3, 20, 0));
        Ok(Vote { agenda, notice, roll })
    }
}

/// An open vote at a server.
#[derive(Clone, Copy, Debug)]
pub struct Vote {
    /// The agenda.
    pub agenda: EntryId,
    /// Its notice.
    pub notice: EntryId,
    /// Its roll.
    pub roll: EntryId,
}
