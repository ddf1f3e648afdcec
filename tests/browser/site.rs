//! A served estate: the server at one origin, a stranger's page at another.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::Path as UrlPath;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use yishi_protocol::body::{Class, Codes, Item};
use yishi_protocol::id::{EntryId, PersonId};
use yishi_protocol::letter::LetterCode;
use yishi_protocol::signature::public_key;
use yishi_server::lock::MemoryLock;
use yishi_server::store::MemoryStore;
use yishi_tests::people::person;
use yishi_tests::post_office::{PostOffice, Vote};
use yishi_tests::stairwell::{election, hour, resolution};

/// The built widget.
pub(crate) fn dist() -> PathBuf {
    let folder = std::env::var_os("YISHI_WIDGET_DIST").map(PathBuf::from);
    let folder =
        folder.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/widget/dist"));
    assert!(folder.join("yishi.js").exists(), "{} has no widget; run cargo xtask widget", folder.display());
    folder
}

/// Copies the built widget into a folder, for a test that does something to it.
pub(crate) fn copy_dist(folder: &Path) {
    let widget = dist();
    let mut folders = vec![widget.clone()];
    while let Some(from) = folders.pop() {
        let to = folder.join(from.strip_prefix(&widget).unwrap());
        std::fs::create_dir_all(&to).unwrap();
        for file in std::fs::read_dir(&from).unwrap() {
            let file = file.unwrap();
            if file.file_type().unwrap().is_dir() {
                folders.push(file.path());
            } else {
                std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
            }
        }
    }
}

/// A server with an open vote.
pub(crate) struct Site {
    pub(crate) office: Arc<PostOffice>,
    /// The open vote; its names are zero where nothing is voted on.
    pub(crate) vote: Vote,
    /// Where the server is.
    pub(crate) server: String,
    /// Where a stranger's pages are.
    pub(crate) stranger: String,
}

/// What is voted on: a lift, and a committee of two among three.
pub(crate) fn items() -> Vec<Item> {
    vec![resolution(1, Class::Ordinary), election(2)]
}

async fn founded(dist: PathBuf) -> PostOffice {
    let (store, lock) = (Arc::new(MemoryStore::new()), Arc::new(MemoryLock::default()));
    PostOffice::founded_with_widget(store, lock, Some(dist)).await.unwrap()
}

impl Site {
    /// Founds the stairwell's estate, opens the vote, and serves it.
    pub(crate) async fn open() -> Self {
        Self::open_with(dist()).await
    }

    /// The same with another widget.
    pub(crate) async fn open_with(dist: PathBuf) -> Self {
        Self::open_around(dist, |router| router).await
    }

    /// The same with something laid around the server.
    pub(crate) async fn open_around(dist: PathBuf, around: impl FnOnce(Router) -> Router) -> Self {
        let mut office = founded(dist).await;
        office.router = around(office.router);
        let vote = office.open_vote(items()).await.unwrap();
        Self::serving(office, vote).await
    }

    /// Founds the estate, lets everybody in, and serves it on the morning of 20 March; nothing is noticed yet.
    pub(crate) async fn settled() -> Self {
        Self::settled_with(dist(), |router| router).await
    }

    /// The same with another widget, and with something laid around the server.
    pub(crate) async fn settled_with(dist: PathBuf, around: impl FnOnce(Router) -> Router) -> Self {
        let mut office = founded(dist).await;
        office.router = around(office.router);
        let roll = office.settle().await.unwrap();
        office.clock.set(hour(3, 20, 0));
        Self::serving(office, Vote { agenda: EntryId::ZERO, notice: EntryId::ZERO, roll }).await
    }

    async fn serving(office: PostOffice, vote: Vote) -> Self {
        let server = serve(office.router.clone()).await;
        let stranger = serve(Router::new().route("/{page}", get(demo_page))).await;
        Self { office: Arc::new(office), vote, server, stranger }
    }

    /// Publishes a letter for a person and returns its code.
    pub(crate) async fn letter(&self, name: &str, number: u8) -> LetterCode {
        self.letter_for(person(name), number).await
    }

    /// The same for a person by their id.
    pub(crate) async fn letter_for(&self, person: PersonId, number: u8) -> LetterCode {
        let code = LetterCode::from_random([number; 20]);
        let row = (person, public_key(&code.key(&self.office.estate)));
        self.office.letter(Codes { codes: vec![row], expires_ms: hour(12, 31, 0) }).await.unwrap();
        code
    }
}

/// Serves what a router answers on a port of its own, which makes it another origin.
pub(crate) async fn serve(router: Router) -> String {
    serve_at(SocketAddr::from(([127, 0, 0, 1], 0)), router).await
}

/// Serves at an address of this machine until the test ends.
pub(crate) async fn serve_at(address: SocketAddr, router: Router) -> String {
    let listener = tokio::net::TcpListener::bind(address).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

/// A stranger's one page with a policy of its own, at an origin of its own.
pub(crate) async fn page_of(markup: &str, policy: &str) -> String {
    let (markup, policy) = (markup.to_owned(), policy.to_owned());
    let page = move || {
        let mut response =
            ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], markup.clone()).into_response();
        if !policy.is_empty() {
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy.parse().unwrap());
        }
        std::future::ready(response)
    };
    serve(Router::new().route("/page", get(page))).await + "/page"
}

/// The pages of embed-demo, as a stranger's web server would give them.
async fn demo_page(UrlPath(page): UrlPath<String>) -> Response {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../embed-demo");
    let kind = match Path::new(&page).extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    match std::fs::read(folder.join(&page)) {
        Ok(bytes) => ([(header::CONTENT_TYPE, kind)], bytes).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}
