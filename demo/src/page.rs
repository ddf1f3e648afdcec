//! The page of sign-in links: one tap publishes a fresh letter for that person and opens it. No key ever travels by an
//! address, and a letter works once, so each tap makes a new one.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use axum::Router;
use axum::body::Body as HttpBody;
use axum::extract::{Path, State};
use axum::http::{Request, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use tower::ServiceExt;
use yishi_protocol::SigningKey;
use yishi_protocol::body::{Body, Codes, Confirm};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::envelope::Unsigned;
use yishi_protocol::id::{EntryId, EstateId, PersonId};
use yishi_protocol::letter::LetterCode;
use yishi_protocol::signature::public_key;
use yishi_protocol::strict_json;
use yishi_protocol::verify;
use yishi_protocol::wire::{Base64Bytes, Submission};
use yishi_server::clock::Clock;
use yishi_server::estates::Estates;
use yishi_server::keys::random;

use crate::clock::DemoClock;
use crate::year::Year;

/// Somebody to be.
#[derive(Clone, Debug)]
struct Role {
    id: String,
    display: String,
    about: String,
    office: Option<String>,
}

/// What the page's links do.
#[derive(Debug)]
pub struct Door {
    estate: EstateId,
    estates: Arc<Estates>,
    clock: Arc<DemoClock>,
    roots: [SigningKey; 2],
    persons: BTreeMap<String, PersonId>,
    served: Router,
    roles: Vec<Role>,
}

impl Door {
    /// A page for the people of a year.
    pub fn new(
        year: &Year,
        estate: EstateId,
        estates: Arc<Estates>,
        clock: Arc<DemoClock>,
        roots: [SigningKey; 2],
        persons: BTreeMap<String, PersonId>,
        served: Router,
    ) -> Self {
        let role = |person: &crate::year::Person| Role {
            id: person.id.clone(),
            display: person.display.clone(),
            about: person.about.clone().unwrap_or_default(),
            office: year.title(person).map(str::to_owned),
        };
        let roles = year.people.iter().filter(|person| person.demo_login).map(role).collect();
        Self { estate, estates, clock, roots, persons, served, roles }
    }

    /// Publishes a letter for somebody, by both roots, and says its code.
    async fn letter(&self, person: PersonId) -> Option<LetterCode> {
        let code = LetterCode::from_random(random().ok()?);
        let expires_ms = self.clock.now_ms()? + 30 * DAY_MS;
        let codes = vec![(person, public_key(&code.key(&self.estate)))];
        let [first, second] = &self.roots;
        let entry = self.say(first, Codes { codes, expires_ms }).await?;
        self.say(second, Confirm { entry }).await?;
        Some(code)
    }

    /// Signs and posts as anybody would; once more if it is refused, for another server of this estate may have taken something
    /// of the same key, which this one has learnt by refusing.
    async fn say(&self, key: &SigningKey, body: impl Into<Body>) -> Option<EntryId> {
        let body = body.into();
        match self.say_once(key, body.clone()).await {
            None => self.say_once(key, body).await,
            said => said,
        }
    }

    async fn say_once(&self, key: &SigningKey, body: Body) -> Option<EntryId> {
        let published = self.estates.get(&self.estate).await?;
        let draft = {
            let published = published.published();
            let record = published.log.state().key(&public_key(key))?;
            Unsigned {
                estate: self.estate,
                seq: record.last_seq.map_or(0, |last| last + 1),
                view: published.log.view(),
                client_ms: self.clock.now_ms()?,
                body,
            }
        };
        let envelope = draft.sign(key).ok()?;
        let id = verify(&envelope).ok()?.id();
        let submission = Submission { blobs: Vec::new(), envelope: Base64Bytes(envelope) };
        let request = Request::post(format!("/api/estates/{}/entries", self.estate))
            .header(header::CONTENT_TYPE, "application/json")
            .body(HttpBody::from(strict_json::write(&submission)));
        let answer = self.served.clone().oneshot(request.ok()?).await.ok()?;
        (answer.status() == StatusCode::OK).then_some(id)
    }

    fn html(&self) -> String {
        let mut rows = String::new();
        for role in &self.roles {
            let office = role.office.as_deref().map(|office| format!(" · {office}")).unwrap_or_default();
            let Role { id, display, about, .. } = role;
            let desk = match role.office {
                Some(_) => format!(" · <a href=\"/demo/desk/{id}\">进工作台 · open the desk</a>"),
                None => String::new(),
            };
            // Infallible: it writes into a string. The year's words are ours and hold no markup.
            let _ = write!(
                rows,
                "<li><p><b>{display}</b>{office}<br>{about}</p>\
                 <p><a href=\"/demo/as/{id}\">用{display}的手机看 · sign in</a>{desk}</p></li>"
            );
        }
        let estate = self.estate;
        format!(
            "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
             <title>议事 · 演示</title><link rel=\"stylesheet\" href=\"/demo/demo.css\"></head><body><main>\
             <h1>桂苑小区 · 演示</h1>\
             <p>人物、单位、金额都是编造的。点一下就发一封新的入户信，并用它登记这个浏览器；换一个身份，前一个就退出。</p>\
             <p>Everybody and every sum here is made up. A tap issues a fresh letter and enrols this browser with it.</p>\
             <p><a href=\"/?estate={estate}\">不登记，先看看 · look around first</a></p>\
             <ul>{rows}</ul>\
             <h2>时钟 · clock</h2><p>演示从 2026年7月1日 10:00 开始走。V05 表决 7月6日 24:00 截止。</p>\
             <p><a href=\"/demo/later/1\">拨快一天 · a day later</a> · <a href=\"/demo/later/7\">拨快七天 · a week later</a></p>\
             </main></body></html>"
        )
    }
}

/// The style of the page.
const STYLE: &str = "body{font:18px/1.6 system-ui,sans-serif;margin:0;background:#ededed;color:#181818}\
    main{max-width:40rem;margin:0 auto;padding:16px}ul{list-style:none;padding:0}\
    li{background:#fff;border-radius:12px;padding:4px 16px;margin:12px 0}\
    a{color:#2a5599;display:inline-block;min-height:44px;line-height:44px}h1{font-size:24px}h2{font-size:20px}\
    @media(prefers-color-scheme:dark){body{background:#111;color:#ddd}li{background:#1e1e1e}a{color:#8ab4f0}}";

/// `/demo` and what its links lead to.
pub fn doors(door: Door) -> Router {
    Router::new()
        .route("/demo", get(page))
        .route("/demo/demo.css", get(|| async { ([(header::CONTENT_TYPE, "text/css")], STYLE) }))
        .route("/demo/as/{id}", get(phone))
        .route("/demo/desk/{id}", get(desk))
        .route("/demo/later/{days}", get(later))
        .with_state(Arc::new(door))
}

async fn page(State(door): State<Arc<Door>>) -> Html<String> {
    Html(door.html())
}

async fn phone(State(door): State<Arc<Door>>, Path(id): Path<String>) -> Response {
    sign_in(&door, &id, "/enrol").await
}

async fn desk(State(door): State<Arc<Door>>, Path(id): Path<String>) -> Response {
    sign_in(&door, &id, "/desk").await
}

async fn sign_in(door: &Door, id: &str, page: &str) -> Response {
    let known = door.roles.iter().any(|role| role.id == id);
    let Some(person) = door.persons.get(id).filter(|_| known) else {
        return (StatusCode::NOT_FOUND, "没有这个人 · no such person").into_response();
    };
    match door.letter(*person).await {
        Some(code) => {
            let no_store = [(header::CACHE_CONTROL, "no-store")];
            (no_store, Redirect::to(&format!("{page}#{}.{code}", door.estate))).into_response()
        }
        None => (StatusCode::SERVICE_UNAVAILABLE, "再试一次 · try again").into_response(),
    }
}

/// The longest step, in days.
const MAX_DAYS: u64 = 60;

async fn later(State(door): State<Arc<Door>>, Path(days): Path<u64>) -> Redirect {
    door.clock.forward(days.min(MAX_DAYS) * DAY_MS);
    Redirect::to("/demo")
}
