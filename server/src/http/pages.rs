//! Our own pages and what they load: the folder that `cargo xtask widget` makes. Nothing here knows an estate.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::extract::{Request, State};
use axum::handler::HandlerWithoutStateExt;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_http::services::{ServeDir, ServeFile};
use yishi_protocol::id::EstateId;

use super::error::ApiError;
use crate::words::{Lang, key};

/// Where our page is served: to read, to sign for another page, to enrol with a letter.
const PAGES: [&str; 3] = ["/", "/act", "/enrol"];

/// The file in the widget's folder that is served there.
pub const PAGE: &str = "page.html";

/// Where people with an office work, and its file.
const DESK: (&str, &str) = ("/desk", "desk.html");

/// What our own page may do. WebAssembly needs its own permission.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' data:; \
     style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
);

/// The same in the words of engines that know no such permission (Safari 15, Chrome 96), which `why.js` asks for by
/// [`OLD_ENGINE`] where the other one has stopped the window. Those words would also let a script run text as code. No script
/// of ours does, which the build holds them to, and no other script runs here; so whoever leads somebody to this address
/// gains nothing.
const POLICY_OLD: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self' 'unsafe-eval'; connect-src 'self'; img-src 'self' data:; \
     style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
);

/// What an address says whose engine needs [`POLICY_OLD`].
const OLD_ENGINE: &str = "policy=old";

/// In every language, since nobody was asked for theirs.
static NOT_BUILT: LazyLock<String> =
    LazyLock::new(|| Lang::offered().map(|lang| lang.say(key::light::NO_WINDOW).to_owned() + "\n").collect());

/// Serves a built widget; without one, pages say so. What is not here is answered as everywhere: with a code.
pub(super) fn pages(widget: Option<&Path>) -> Router {
    let mut router = Router::new();
    let Some(folder) = widget else {
        for page in PAGES.into_iter().chain([DESK.0]) {
            router = router.route(page, get(|| async { (StatusCode::NOT_FOUND, NOT_BUILT.as_str()) }));
        }
        return router.fallback(nothing);
    };
    let file = ServeFile::new(folder.join(PAGE)).precompressed_br().precompressed_gzip();
    for page in PAGES {
        router = router.route_service(page, file.clone());
    }
    let frozen = ServeFile::new(folder.join(DESK.1)).precompressed_br().precompressed_gzip();
    router = router.route_service(DESK.0, frozen);
    let files = ServeDir::new(folder)
        .append_index_html_on_directories(false)
        .call_fallback_on_method_not_allowed(true)
        .precompressed_br()
        .precompressed_gzip()
        .fallback(nothing.into_service());
    let folder: Arc<Path> = folder.into();
    router
        .fallback_service(files)
        .layer(from_fn_with_state(folder, lead_to_the_light_page))
        .layer(from_fn(headers))
}

async fn nothing() -> ApiError {
    ApiError::RouteUnknown
}

/// Puts the estate that the address of a page names into its ways to the light page, one for each language, which a browser
/// without scripts follows. The page is read for each of these answers, as the files beside it are, so it is never another build's than
/// what it loads; with less than a kilobyte it fills one packet, packed or not.
async fn lead_to_the_light_page(State(folder): State<Arc<Path>>, request: Request, next: Next) -> Response {
    let file = match request.uri().path() {
        path if path == DESK.0 => DESK.1,
        path if PAGES.contains(&path) => PAGE,
        _ => return next.run(request).await,
    };
    let read = matches!(*request.method(), Method::GET | Method::HEAD);
    let query = request.uri().query().unwrap_or_default();
    let named = query.split('&').find_map(|pair| pair.strip_prefix("estate="));
    let named = named.and_then(|estate| estate.parse::<EstateId>().ok()).filter(|_| read);
    let Some(estate) = named else { return next.run(request).await };
    let Ok(page) = tokio::fs::read_to_string(folder.join(file)).await else { return next.run(request).await };
    let page = page.replace("href=\"light?", &format!("href=\"light?estate={estate}&amp;"));
    ([(header::CONTENT_TYPE, "text/html")], page).into_response()
}

/// How long an answer may be kept, how its text is written, and what a page may do.
async fn headers(request: Request, next: Next) -> Response {
    let old = request.uri().query().is_some_and(|query| query.split('&').any(|pair| pair == OLD_ENGINE));
    let name = request.uri().path().rsplit('/').next().unwrap_or_default();
    let kept = if names_its_content(name) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = next.run(request).await.into_response();
    if response.status().is_client_error() {
        return response;
    }
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let page = kind == "text/html";
    // A script without it is read as the page around it is written, which may be GBK.
    let with_charset = kind.starts_with("text/").then(|| format!("{kind}; charset=utf-8"));
    if let Some(kind) = with_charset.and_then(|kind| HeaderValue::from_str(&kind).ok()) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    if page {
        headers.insert(header::CONTENT_SECURITY_POLICY, if old { POLICY_OLD } else { POLICY });
        // The address says which estate somebody is of.
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    }
    response
}

/// True for `resident-5c8d50873b9a4ce1.js`: sixteen digits of a hash, so another content would have another name.
fn names_its_content(name: &str) -> bool {
    let Some((_, rest)) = name.split_once('-') else { return false };
    rest.bytes().take_while(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')).count() == 16
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use axum::body::{Body, to_bytes};
    use axum::http::{Request, Response, StatusCode, header};
    use tower::ServiceExt;

    use super::{PAGES, names_its_content, pages};

    const PLAIN: &str = "<p>plain</p><a href=\"light?lang=zh-CN\"><a href=\"light?lang=en\">";

    /// A folder like the one that the build makes.
    fn built() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        file("page.html", PLAIN);
        file("page.html.br", "packed by brotli");
        file("page.html.gz", "packed by gzip");
        file("yishi.js", "loader");
        file("resident-0123456789abcdef.js", "glue");
        file("resident-0123456789abcdef_bg.wasm", "wasm");
        fs::create_dir_all(folder.path().join("snippets/a-0123456789abcdef")).unwrap();
        file("snippets/a-0123456789abcdef/vault.js", "snippet");
        folder
    }

    async fn ask(folder: Option<&Path>, method: &str, path: &str, coding: &str) -> Response<Body> {
        let request = Request::builder().method(method).uri(path).header(header::ACCEPT_ENCODING, coding);
        pages(folder).oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
    }

    fn told(response: &Response<Body>, name: header::HeaderName) -> &str {
        response.headers().get(name).map_or("", |value| value.to_str().unwrap())
    }

    async fn text(response: Response<Body>) -> String {
        String::from_utf8(to_bytes(response.into_body(), 1 << 16).await.unwrap().to_vec()).unwrap()
    }

    #[tokio::test]
    async fn our_page_stands_at_its_three_addresses_and_allows_nothing_foreign() {
        let folder = built();
        for page in PAGES {
            let response = ask(Some(folder.path()), "GET", page, "").await;
            assert_eq!(response.status(), StatusCode::OK);
            assert_eq!(told(&response, header::CACHE_CONTROL), "no-cache");
            let policy = told(&response, header::CONTENT_SECURITY_POLICY);
            assert!(
                policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"),
                "{policy}"
            );
            assert!(policy.ends_with("frame-ancestors 'none'"), "{policy}");
            assert_eq!(told(&response, header::REFERRER_POLICY), "no-referrer");
            assert_eq!(text(response).await, PLAIN);
        }
    }

    #[tokio::test]
    async fn the_page_under_its_own_name_is_no_way_around_the_policy() {
        let folder = built();
        let response = ask(Some(folder.path()), "GET", "/page.html", "").await;
        assert!(!told(&response, header::CONTENT_SECURITY_POLICY).is_empty());
    }

    #[tokio::test]
    async fn an_engine_that_knows_no_permission_for_webassembly_is_given_the_older_words() {
        let folder = built();
        let policy = async |path: &str| {
            let response = ask(Some(folder.path()), "GET", path, "").await;
            told(&response, header::CONTENT_SECURITY_POLICY).to_owned()
        };
        assert!(policy("/?estate=1").await.contains("script-src 'self' 'wasm-unsafe-eval';"));
        let old = policy("/?estate=1&policy=old").await;
        assert!(old.contains("script-src 'self' 'unsafe-eval';"), "{old}");
        assert!(!old.contains("unsafe-inline"), "{old}");
    }

    #[tokio::test]
    async fn the_way_to_the_light_page_names_the_estate_that_the_address_names() {
        let folder = built();
        let estate = "ab".repeat(32);
        let way = |lang: &str| format!("href=\"light?estate={estate}&amp;lang={lang}\"");
        let bare = ["zh-CN", "en"].map(|lang| format!("href=\"light?lang={lang}\""));
        for (query, ways) in [
            (format!("?estate={estate}"), ["zh-CN", "en"].map(way)),
            (format!("?lang=en&estate={estate}"), ["zh-CN", "en"].map(way)),
            ("?estate=%22%3E".to_owned(), bare.clone()),
            (String::new(), bare),
        ] {
            let response = ask(Some(folder.path()), "GET", &format!("/{query}"), "").await;
            assert_eq!(told(&response, header::CONTENT_TYPE), "text/html; charset=utf-8");
            let page = text(response).await;
            assert!(ways.iter().all(|way| page.contains(way)), "{page}");
        }
    }

    #[tokio::test]
    async fn files_travel_as_they_were_packed() {
        let folder = built();
        for (coding, packed) in [("gzip, br", "packed by brotli"), ("gzip", "packed by gzip")] {
            let response = ask(Some(folder.path()), "GET", "/", coding).await;
            assert_eq!(told(&response, header::VARY), "accept-encoding");
            assert_eq!(told(&response, header::CONTENT_TYPE), "text/html; charset=utf-8");
            assert_eq!(text(response).await, packed);
        }
    }

    #[tokio::test]
    async fn only_what_names_its_content_is_kept_for_ever() {
        let folder = built();
        for (path, kind, kept) in [
            ("/resident-0123456789abcdef.js", "text/javascript; charset=utf-8", true),
            ("/resident-0123456789abcdef_bg.wasm", "application/wasm", true),
            ("/snippets/a-0123456789abcdef/vault.js", "text/javascript; charset=utf-8", false),
            ("/yishi.js", "text/javascript; charset=utf-8", false),
        ] {
            let response = ask(Some(folder.path()), "GET", path, "").await;
            assert_eq!(response.status(), StatusCode::OK, "{path}");
            assert_eq!(told(&response, header::CONTENT_TYPE), kind, "{path}");
            assert_eq!(told(&response, header::CACHE_CONTROL).contains("immutable"), kept, "{path}");
        }
        assert!(!names_its_content("yishi.js"));
        assert!(!names_its_content("resident-0123.js"));
    }

    #[tokio::test]
    async fn what_is_not_there_is_answered_with_a_code() {
        let folder = built();
        for (method, path) in [
            ("GET", "/api/nothing"),
            ("POST", "/yishi.js"),
            ("GET", "/resident-ffffffffffffffff.js"),
            ("GET", "/../Cargo.toml"),
            ("GET", "/snippets/"),
        ] {
            for widget in [Some(folder.path()), None] {
                let response = ask(widget, method, path, "").await;
                assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
                // A file that is missing now may be there after the next build.
                assert_eq!(told(&response, header::CACHE_CONTROL), "", "{path}");
                assert!(text(response).await.contains("ROUTE_UNKNOWN"), "{path}");
            }
        }
    }

    #[tokio::test]
    async fn without_a_widget_the_pages_say_how_to_get_one() {
        for page in PAGES {
            let response = ask(None, "GET", page, "").await;
            assert_eq!(response.status(), StatusCode::NOT_FOUND);
            assert!(text(response).await.contains("cargo xtask widget"));
        }
    }
}
