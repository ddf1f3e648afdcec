//! HTTP: requests become calls, refusals become `{code, detail}`. No rule lives here.

// What every request goes through.
mod answer; // answers as JSON, with tags that spare unchanged ones
mod error; // what goes wrong, as a status and `{code, detail}`
mod frozen; // one estate's log, held still while a request is answered
mod limit; // how fast may be written
mod paging; // lists cut into pages
mod reader; // whose key shows a pass
mod reading; // what a reading handler begins with
mod showing; // the entries and blobs that an answer takes along
mod speakers; // who spoke, as far as everybody may know

// The log itself.
mod checkpoint; // …/checkpoint
mod export; // …/record, …/agendas/{agenda}/evidence
mod submit; // …/entries: where an entry comes in
mod tiles; // …/tile
mod views; // /estates; an estate, an entry, a code, a blob, an agenda; drafts of totals and ends

// People and homes.
mod copy; // …/me/copy
mod erasing; // …/erasable, …/erasures
mod mandates; // …/me/mandates, …/notices/{notice}/mandates
mod me; // …/me, …/key
mod office; // …/scopes, …/agendas/{agenda}/turnout
mod people; // …/officers, …/waiting, …/people
mod rolls; // …/roll, …/rolls

// Matters: what is proposed, said of it, done and marked.
mod candidates; // …/matters/{matter}/candidates
mod matters; // …/matters, a matter, its draft of a score
mod meetings; // …/matters/{matter}/meetings
mod moderated; // …/moderated
mod requisition; // …/matters/{matter}/requisition

// Votes, each below …/agendas/{agenda}.
mod calls; // /calls
mod delivery; // /delivery, /round
mod margins; // no address: how far results are from others, counted once for each
mod results; // /result
mod sheets; // /papers, /homes, /sheets; …/me/sheets
mod weight; // /weight

// Books.
mod books; // …/disclosures

// Pages for people.
mod light; // /light
mod pages; // /, /act, /enrol, /desk and the files of the window

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use tower_http::cors::{Any, CorsLayer};
use yishi_protocol::view::Health;
use yishi_protocol::wire::MAX_SUBMISSION;

use crate::clock::Clock;
use crate::estates::Estates;
use crate::lock::CheckpointLock;
use crate::store::LogStore;
use crate::writer::Writer;
use answer::json;
pub use copy::person_copy;
use error::ApiError;
use limit::Limits;
pub use pages::PAGE;

/// The document that describes every route; a test holds it against [`routes`].
pub const OPENAPI: &str = include_str!("../../openapi.json");

/// The server's clock on every answer: the only clock a widget may go by.
const YISHI_NOW: HeaderName = HeaderName::from_static("yishi-now");

/// What every handler works with.
#[derive(Clone, Debug)]
pub struct App {
    parts: Arc<Parts>,
    widget: Option<Arc<Path>>,
}

/// Behind one pointer, since each request clones it several times.
#[derive(Debug)]
pub struct Parts {
    pub(crate) estates: Arc<Estates>,
    pub(crate) store: Arc<dyn LogStore>,
    pub(crate) lock: Arc<dyn CheckpointLock>,
    pub(crate) writer: Writer,
    pub(crate) clock: Arc<dyn Clock>,
    limits: Limits,
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.parts
    }
}

impl App {
    /// Starts the writer for these estates.
    pub fn new(
        estates: Arc<Estates>,
        store: Arc<dyn LogStore>,
        lock: Arc<dyn CheckpointLock>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        let writer = Writer::start(Arc::clone(&estates), Arc::clone(&store), Arc::clone(&lock));
        let parts = Parts { estates, store, lock, writer, clock, limits: Limits::default() };
        Self { parts: Arc::new(parts), widget: None }
    }

    /// Serves our own pages too, from a folder that `cargo xtask widget` made.
    #[must_use]
    pub fn with_widget(mut self, dir: PathBuf) -> Self {
        self.widget = Some(dir.into());
        self
    }

    fn now_ms(&self) -> Result<u64, ApiError> {
        self.clock.now_ms().ok_or(ApiError::ClockParted)
    }
}

/// Every route for programs, by its path as `OpenAPI` writes it, in the order of the files above.
pub fn routes() -> Vec<(&'static str, MethodRouter<App>)> {
    vec![
        // The server.
        ("/healthz", get(health)),
        ("/api/openapi.json", get(openapi)),
        // The log itself.
        ("/api/estates", get(views::estates)),
        ("/api/estates/{estate}", get(views::estate)),
        ("/api/estates/{estate}/checkpoint", get(checkpoint::checkpoint)),
        ("/api/estates/{estate}/entries", post(submit::submit)),
        ("/api/estates/{estate}/entries/{entry}", get(views::entry)),
        ("/api/estates/{estate}/entries/{entry}/authority", get(views::authority)),
        ("/api/estates/{estate}/codes/{code_pub}", get(views::code)),
        ("/api/estates/{estate}/blobs/{blob}", get(views::blob)),
        ("/api/estates/{estate}/record", get(export::record)),
        ("/api/estates/{estate}/tile/entries/{*index}", get(tiles::entries)),
        ("/api/estates/{estate}/tile/{level}/{*index}", get(tiles::hashes)),
        // People and homes.
        ("/api/estates/{estate}/roll", get(rolls::newest)),
        ("/api/estates/{estate}/rolls/{entry}/difference", get(rolls::difference)),
        ("/api/estates/{estate}/scopes", get(office::scopes)),
        ("/api/estates/{estate}/officers", get(people::officers)),
        ("/api/estates/{estate}/waiting", get(people::waiting)),
        ("/api/estates/{estate}/erasable", get(erasing::list)),
        ("/api/estates/{estate}/erasures/{entry}", get(erasing::erasure)),
        ("/api/estates/{estate}/people", get(people::people)),
        ("/api/estates/{estate}/key", get(me::key)),
        ("/api/estates/{estate}/me", get(me::me)),
        ("/api/estates/{estate}/me/copy", get(copy::copy)),
        ("/api/estates/{estate}/me/mandates", get(mandates::mine)),
        ("/api/estates/{estate}/notices/{notice}/mandates", get(mandates::of_vote)),
        // Matters.
        ("/api/estates/{estate}/matters", get(matters::list)),
        ("/api/estates/{estate}/matters/{matter}", get(matters::matter)),
        ("/api/estates/{estate}/matters/{matter}/requisition", get(requisition::requisition)),
        ("/api/estates/{estate}/matters/{matter}/score-draft", get(matters::score_draft)),
        ("/api/estates/{estate}/moderated", get(moderated::list)),
        ("/api/estates/{estate}/matters/{matter}/candidates", get(candidates::candidates)),
        ("/api/estates/{estate}/matters/{matter}/meetings", get(meetings::meetings)),
        // Votes.
        ("/api/estates/{estate}/agendas", get(views::agendas)),
        ("/api/estates/{estate}/agendas/{agenda}", get(views::agenda)),
        ("/api/estates/{estate}/agendas/{agenda}/result", get(results::result)),
        ("/api/estates/{estate}/agendas/{agenda}/tally-draft", get(views::tally_draft)),
        ("/api/estates/{estate}/agendas/{agenda}/end-draft", get(views::end_draft)),
        ("/api/estates/{estate}/agendas/{agenda}/evidence", get(export::evidence)),
        ("/api/estates/{estate}/agendas/{agenda}/calls", get(calls::list)),
        ("/api/estates/{estate}/agendas/{agenda}/turnout", get(office::turnout_of)),
        ("/api/estates/{estate}/agendas/{agenda}/delivery", get(delivery::delivery)),
        ("/api/estates/{estate}/agendas/{agenda}/round", get(delivery::round)),
        ("/api/estates/{estate}/agendas/{agenda}/papers", get(sheets::list)),
        ("/api/estates/{estate}/agendas/{agenda}/homes", get(sheets::homes)),
        ("/api/estates/{estate}/agendas/{agenda}/sheets/{sheet}", get(sheets::sheet)),
        ("/api/estates/{estate}/agendas/{agenda}/weight", get(weight::weight)),
        ("/api/estates/{estate}/me/sheets", get(sheets::mine)),
        // Books.
        ("/api/estates/{estate}/disclosures", get(books::list)),
        ("/api/estates/{estate}/disclosures/{disclosure}", get(books::disclosure)),
    ]
}

/// The whole application: those routes, and beside them the pages.
pub fn router(app: App) -> Router {
    // Any page may embed the widget and read public views; nothing here goes by cookies.
    let cors = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([header::AUTHORIZATION, header::CONTENT_TYPE, header::IF_NONE_MATCH])
        .expose_headers([YISHI_NOW, header::ETAG, header::RETRY_AFTER]);
    let mut router = Router::new();
    for (path, methods) in routes() {
        router = router.route(path, methods.fallback(|| async { ApiError::MethodNotAllowed }));
    }
    router
        .route("/light", get(light::light).fallback(|| async { ApiError::MethodNotAllowed }))
        .fallback_service(pages::pages(app.widget.as_deref()))
        .layer(DefaultBodyLimit::max(MAX_SUBMISSION))
        .layer(from_fn_with_state(app.clone(), tell_the_time))
        .layer(cors)
        .with_state(app)
}

async fn tell_the_time(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if let Some(now) = app.clock.now_ms().and_then(|now_ms| HeaderValue::from_str(&now_ms.to_string()).ok()) {
        response.headers_mut().insert(YISHI_NOW, now);
    }
    let nosniff = HeaderValue::from_static("nosniff");
    response.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, nosniff);
    response
}

async fn health(State(app): State<App>) -> Response {
    let store = app.store.ping().await.is_ok();
    let clock = app.clock.now_ms().is_some();
    let goes_on = !app.estates.any_has_stopped().await;
    let health = Health { ok: store && clock && goes_on, store, clock };
    let status =
        if health.ok { axum::http::StatusCode::OK } else { axum::http::StatusCode::SERVICE_UNAVAILABLE };
    (status, json(&health)).into_response()
}

async fn openapi() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], OPENAPI).into_response()
}
