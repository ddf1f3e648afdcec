//! `GET /light?estate=…`: everything that everybody may read, as plain pages that the server writes, for browsers that cannot
//! run the window. No script, and nothing proved: a reader has the server's word only, and each page says so at its top.
//!
//! The pages are made of the views that the JSON routes answer, so they hide what those hide and show no more. They name no
//! key and nobody. Another language with `lang=en`, which every way that
//! leads on names too; long lists go on with `page=2`.

mod books;
mod calls;
mod candidates;
pub(super) mod copy;
mod delivery;
mod format;
mod help;
mod home;
mod html;
mod margin;
mod matter;
mod meetings;
mod next;
mod objections;
mod tell;
mod vote;

use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use yishi_protocol::body::Body as Act;
use yishi_protocol::log::LogEntry;
use yishi_protocol::projection::Help;
use yishi_protocol::view::{Opened, Served};

use super::App;
use super::answer::tagged;
use super::error::ApiError;
use super::frozen::Frozen;
use crate::words::{Lang, key, window};
use html::Html;

/// What these pages may do: be styled, and ask which estate.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
);

/// How many rows of a list stand on a page.
const ROWS: usize = 50;
/// How many estates are offered to whoever names none.
const ESTATES: usize = 20;

/// What a page is asked for. What is not understood is not asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    estate: Option<String>,
    lang: Option<String>,
    vote: Option<String>,
    matter: Option<String>,
    books: Option<String>,
    list: Option<String>,
    page: Option<String>,
}

/// `GET /light`
pub(super) async fn light(
    State(app): State<App>,
    headers: HeaderMap,
    asked: Result<Query<Wanted>, QueryRejection>,
) -> Response {
    let asked = asked.map(|Query(asked)| asked).unwrap_or_default();
    let lang = Lang::of(asked.lang.as_deref().unwrap_or_default());
    match answer(&app, &headers, &asked, lang).await {
        Ok(response) => response,
        Err(error) => refused(error, lang, asked.lang.is_some()),
    }
}

async fn answer(app: &App, headers: &HeaderMap, asked: &Wanted, lang: Lang) -> Result<Response, ApiError> {
    let estate = match asked.estate.as_deref().filter(|estate| !estate.is_empty()) {
        Some(estate) => estate.to_owned(),
        None => match app.estates.ids().await.as_slice() {
            [estate] => estate.to_string(),
            _ => return which(app, lang, asked.lang.is_some()).await,
        },
    };
    let frozen = Frozen::open(app, &estate).await?;
    if let Some(unchanged) = frozen.unchanged(headers) {
        return Ok(unchanged);
    }
    let number = asked.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1_usize).max(1);
    let help = help::lines(&frozen).await?;
    let named = asked.lang.as_ref().map(|_| lang);
    let page = Page { name: name(&frozen).await?, estate, lang, named, number, help, frozen };
    let mut html = Html::of(lang);
    let title = match asked {
        Wanted { vote: Some(vote), .. } => vote::page(&page, &mut html, vote).await?,
        Wanted { matter: Some(matter), .. } => matter::page(&page, &mut html, matter).await?,
        Wanted { books: Some(books), .. } => books::page(&page, &mut html, books).await?,
        Wanted { list, .. } => home::page(&page, &mut html, list.as_deref()).await?,
    };
    let response = sent(frame(lang, &title, Some((&page, asked)), html));
    Ok(tagged(response, &page.frozen.tag()))
}

/// A page being written, and what it is made of.
struct Page {
    frozen: Frozen,
    estate: String,
    /// The estate's.
    name: String,
    lang: Lang,
    /// The same, where the address names it: then the ways that lead on from here name it too.
    named: Option<Lang>,
    /// Which page of a long list, from 1.
    number: usize,
    /// Where organisations are found and rung.
    help: Vec<Help>,
}

impl Page {
    /// The address of another light page of this estate.
    fn address(&self, asked: &[(&str, &str)]) -> String {
        address(self.named, Some(&self.estate), asked)
    }

    /// The rows of a list that stand on this page.
    fn rows<'a, T>(&self, all: &'a [T]) -> &'a [T] {
        let from = (self.number - 1).saturating_mul(ROWS).min(all.len());
        &all[from..all.len().min(from + ROWS)]
    }

    /// The ways to the other pages of a list of that length, which stands where `asked` says.
    fn turn(&self, html: &mut Html, length: usize, asked: &[(&str, &str)]) {
        let pages = length.div_ceil(ROWS);
        if pages <= 1 {
            return;
        }
        let mut way = |number: usize, words: &str| {
            let number = number.to_string();
            let asked = [asked, &[("page", number.as_str())]].concat();
            html.way(&self.address(&asked), words);
        };
        if self.number > 1 {
            way((self.number - 1).min(pages), self.lang.say(key::light::PREVIOUS_PAGE));
        }
        if self.number < pages {
            way(self.number + 1, self.lang.say(key::light::NEXT_PAGE));
        }
        let words = self.lang.fill(key::light::page_of(&self.number, &pages));
        html.line("p", "ys-q ys-2", &words);
    }

    /// The way to the first page.
    fn home(&self, html: &mut Html) {
        html.way(&self.address(&[]), self.lang.say(window::counted::HOME));
    }

    /// What a part of the estate is called.
    async fn scope(&self, scope: u32) -> Result<String, ApiError> {
        let list = super::office::scope_list(&self.frozen, false).await?;
        let name = list.scopes.into_iter().find(|known| known.scope == scope).map(|known| known.name);
        let whole = || self.lang.say(window::visit::WHOLE_ESTATE).to_owned();
        Ok(name.filter(|name| !name.is_empty()).unwrap_or_else(whole))
    }
}

/// The address of a light page, with the language that it names.
fn address(lang: Option<Lang>, estate: Option<&str>, asked: &[(&str, &str)]) -> String {
    let estate = estate.map(|estate| ("estate", estate));
    let language = lang.map(|lang| ("lang", lang.tag()));
    // Names of ours, and values that are ids, numbers, tags or names of ours.
    let pairs = estate.into_iter().chain(language).chain(asked.iter().copied());
    let pairs: Vec<String> = pairs.map(|(name, value)| format!("{name}={value}")).collect();
    if pairs.is_empty() { "light".to_owned() } else { format!("light?{}", pairs.join("&")) }
}

/// An answer, opened as the window opens it.
fn opened<'a, T>(page: &Page, shown: &'a Served<T>) -> Result<Opened<'a>, ApiError> {
    let estate = page.frozen.state().estate().ok_or(ApiError::Unavailable)?;
    let of = (&page.frozen.estate.id, &estate.log_key);
    shown.open(of, Act::decode).map_err(|_| ApiError::Unavailable)
}

async fn name(frozen: &Frozen) -> Result<String, ApiError> {
    let first = frozen.proven_at(0).await?;
    let first = LogEntry::from_leaf(first.index, &first.leaf.0).map_err(|_| ApiError::Unavailable)?;
    let Act::Genesis(genesis) = first.entry.body() else { return Err(ApiError::Unavailable) };
    Ok(genesis.name.clone())
}

/// Whoever names no estate, where there are several, is asked which.
async fn which(app: &App, lang: Lang, is_named: bool) -> Result<Response, ApiError> {
    let named = is_named.then_some(lang);
    let mut html = Html::of(lang);
    let ids = app.estates.ids().await;
    html.open("div", "weui-cells", &[]);
    for id in ids.iter().take(ESTATES) {
        let estate = id.to_string();
        let frozen = Frozen::open(app, &estate).await?;
        html.row(&address(named, Some(&estate), &[]), &name(&frozen).await?, &[]);
    }
    html.close("div");
    html.open("form", "ys-card", &[("action", "light"), ("method", "get")]);
    if is_named {
        html.open("input", "", &[("type", "hidden"), ("name", "lang"), ("value", lang.tag())]);
    }
    html.inside("label", "", |html| {
        html.line("span", "ys-block ys-s", lang.say(key::light::ESTATE_ID));
        html.raw("<input class=\"weui-input\" name=\"estate\" autocomplete=\"off\" maxlength=\"64\">");
    });
    html.line("button", "weui-btn weui-btn_primary ys-gap-3", lang.say(key::light::OPEN));
    html.close("form");
    Ok(sent(frame(lang, lang.say(key::light::WHICH_ESTATE), None, html)))
}

/// The same refusal that a program would get, in words for people.
fn refused(error: ApiError, lang: Lang, is_named: bool) -> Response {
    let (parts, _) = error.into_response().into_parts();
    let missing = parts.status.is_client_error();
    let words = if missing { key::light::NOTHING_IS_HERE } else { key::light::COME_BACK_LATER };
    let mut html = Html::of(lang);
    html.inside("div", "ys-card", |html| {
        html.line("p", "", lang.say(words));
        html.inside("p", "ys-gap-2", |html| {
            html.link("ys-link", &address(is_named.then_some(lang), None, &[]), lang.say(key::light::BACK));
        });
    });
    let mut response = sent(frame(lang, lang.say(key::light::CANNOT_BE_OPENED), None, html));
    *response.status_mut() = parts.status;
    if let Some(later) = parts.headers.get(header::RETRY_AFTER) {
        response.headers_mut().insert(header::RETRY_AFTER, later.clone());
    }
    response
}

/// The ways to the same page in the other languages, each by its own name.
fn languages(lang: Lang, of: Option<(&Page, &Wanted)>, html: &mut Html) {
    let number =
        of.map(|(page, _)| page.number).filter(|number| *number > 1).map(|number| number.to_string());
    let asked = of.map(|(_, asked)| asked);
    let value = |of: fn(&Wanted) -> &Option<String>| asked.and_then(|asked| of(asked).as_deref());
    let same = [
        ("vote", value(|asked| &asked.vote)),
        ("matter", value(|asked| &asked.matter)),
        ("books", value(|asked| &asked.books)),
        ("list", value(|asked| &asked.list)),
        ("page", number.as_deref()),
    ];
    // What was asked for was understood by now, except a list's name.
    let known = |value: &&str| value.bytes().all(|sign| sign.is_ascii_alphanumeric());
    let same: Vec<_> =
        same.into_iter().filter_map(|(name, value)| Some((name, value.filter(known)?))).collect();
    html.open("nav", "light-languages", &[("aria-label", lang.say(window::mine::LANGUAGE))]);
    for other in Lang::offered().filter(|other| *other != lang) {
        let address = address(Some(other), of.map(|(page, _)| page.estate.as_str()), &same);
        html.open("a", "ys-tool", &[("href", &address), ("lang", other.tag()), ("hreflang", other.tag())]);
        html.text(other.name());
        html.close("a");
    }
    html.close("nav");
}

/// A whole page: what it is worth, then what stands on it.
fn frame(lang: Lang, title: &str, of: Option<(&Page, &Wanted)>, content: Html) -> String {
    let mut html = Html::of(lang);
    html.raw("<!doctype html>");
    html.open("html", "", &[("lang", lang.tag())]);
    html.raw("<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\"><link rel=\"icon\" href=\"data:,\">");
    // For the people of the estate, not for search engines.
    html.raw(
        "<meta name=\"robots\" content=\"noindex,nofollow\"><link rel=\"stylesheet\" href=\"light.css\">",
    );
    html.line("title", "", &lang.fill(key::light::title(&title)));
    html.raw("</head><body><div class=\"wx-root\"><header class=\"ys-head\">");
    html.raw("<span class=\"ys-logo\" aria-hidden=\"true\">议</span>");
    html.inside("div", "ys-head__name", |html| {
        html.line("b", "", of.map_or("", |(page, _)| page.name.as_str()));
        html.line("span", "", lang.say(key::light::LIGHT_PAGE));
    });
    languages(lang, of, &mut html);
    html.raw("</header><main>");
    html.inside("div", "ys-note ys-note_wait", |html| {
        html.inside("div", "", |html| {
            html.line("p", "ys-b", lang.say(key::light::NOTHING_IS_PROVED));
            html.line("p", "", lang.say(key::light::THE_SERVER_WROTE_IT));
            // Without one the window speaks the language that was chosen there.
            let window = of.map_or_else(|| address(None, None, &[]), |(page, _)| page.address(&[]));
            let window = window.replacen("light", "./", 1);
            html.inside("p", "", |html| html.link("ys-link", &window, lang.say(key::light::THE_WINDOW)));
        });
    });
    html.inside("div", "ys-q", |html| html.line("h1", "ys-h", title));
    let mut html = html.done();
    html.push_str(&content.done());
    if let Some((page, _)) = of {
        let mut foot = Html::of(lang);
        help::foot(&mut foot, lang, &page.help);
        html.push_str(&foot.done());
    }
    html.push_str("</main></div></body></html>\n");
    html
}

fn sent(page: String) -> Response {
    let mut response = Body::from(page).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::CONTENT_SECURITY_POLICY, POLICY);
    // The address says which estate somebody is of.
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}
