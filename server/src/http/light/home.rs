//! The first light page: votes, matters and books, the newest of each; and each of these lists by itself.

use yishi_protocol::state::{NoticeRecord, Stage};
use yishi_protocol::view::{AgendaSummary, DisclosureSummary, MatterSummary};
use yishi_words::Word;

use super::html::Html;
use super::{ApiError, Page, next};
use crate::http::{books, matters, views};
use crate::words::{key, window};

/// How many rows of each list the first page shows.
const FIRST: usize = 10;

/// A list: its name in an address, and its heading.
type List = (&'static str, Word);
const VOTES: List = ("votes", window::lists::VOTES_OF_THE_ESTATE);
const MATTERS: List = ("matters", window::tabs::MATTERS);
const BOOKS: List = ("books", window::tabs::BOOKS);

/// Writes the page, or one of its lists, and says its title.
pub(super) async fn page(page: &Page, html: &mut Html, list: Option<&str>) -> Result<String, ApiError> {
    let one = [VOTES, MATTERS, BOOKS].into_iter().find(|of| list == Some(of.0));
    let shown = |of: List| one.is_none_or(|one| one == of);
    if shown(VOTES) {
        let (state, now_ms) = (page.frozen.state(), page.frozen.now_ms);
        let mut all: Vec<_> = state.notices().collect();
        // What can be voted on now stands first.
        let votes = |record: &NoticeRecord| {
            let agenda = record.opened.and_then(|agenda| state.agenda(&agenda));
            agenda.is_some_and(|agenda| agenda.stage_at(now_ms) == Stage::Voting)
        };
        all.sort_by_cached_key(|row| (!votes(row.1), views::latest_first(row)));
        let shown = views::summaries(&page.frozen, part(page, one.is_some(), &all)).await?;
        rows(page, html, (VOTES, one.is_some()), (&shown, all.len()), vote);
    }
    if shown(MATTERS) {
        let all = matters::by_urgency(&page.frozen, page.frozen.state().matters());
        let shown = part(page, one.is_some(), &all).to_vec();
        let shown = matters::summaries(&page.frozen, shown).await?;
        rows(page, html, (MATTERS, one.is_some()), (&shown, all.len()), matter);
        let hidden = page.frozen.state().hidden_sums(page.frozen.now_ms);
        if !hidden.is_empty() {
            html.line("p", "ys-s ys-2", &page.lang.hidden_sums(&hidden));
        }
    }
    if shown(BOOKS) {
        let mut all: Vec<_> = page.frozen.state().disclosures().collect();
        all.sort_by_key(books::latest_first);
        let shown = books::summaries(&page.frozen, part(page, one.is_some(), &all));
        rows(page, html, (BOOKS, one.is_some()), (&shown, all.len()), disclosure);
    }
    Ok(one.map_or_else(|| page.name.clone(), |(_, heading)| page.lang.say(heading).to_owned()))
}

type Row<T> = fn(&Page, &mut Html, &T);

/// The rows of a list that are shown: of the list by itself those of this page, else the first.
fn part<'a, T>(page: &Page, whole: bool, all: &'a [T]) -> &'a [T] {
    if whole { page.rows(all) } else { &all[..all.len().min(FIRST)] }
}

/// A page of a list, or its first rows and the way to the rest.
fn rows<T>(
    page: &Page,
    html: &mut Html,
    ((name, heading), whole): (List, bool),
    (shown, all): (&[T], usize),
    row: Row<T>,
) {
    let lang = page.lang;
    html.section(&format!("{} {all}", lang.say(heading)));
    if shown.is_empty() {
        html.inside("div", "ys-card", |html| html.line("p", "ys-2", lang.say(key::light_home::NONE)));
    } else {
        html.inside("div", "weui-cells", |html| shown.iter().for_each(|one| row(page, html, one)));
    }
    if whole {
        page.turn(html, all, &[("list", name)]);
        page.home(html);
    } else if all > shown.len() {
        html.way(&page.address(&[("list", name)]), lang.say(key::light_home::ALL));
    }
}

fn vote(page: &Page, html: &mut Html, vote: &AgendaSummary) {
    let lang = page.lang;
    let title = vote.title.as_ref().map_or_else(|| lang.not_here(), |title| lang.pick(title));
    let about = [lang.stage(vote.stage).to_owned(), lang.span(vote.opens_ms, vote.closes_ms)];
    let id = vote.agenda.unwrap_or(vote.notice).to_string();
    html.row(&page.address(&[("vote", &id)]), title, &about);
}

fn matter(page: &Page, html: &mut Html, matter: &MatterSummary) {
    let lang = page.lang;
    let absent = if matter.hidden { lang.hidden() } else { lang.not_here() };
    let title = matter.title.as_ref().map_or(absent, |title| lang.pick(title));
    let mut about = vec![lang.step(matter.step).to_owned(), lang.standing(matter.standing).to_owned()];
    if let Some(of) = &matter.next {
        about.push(next::waits_for(lang, of, matter.worker.as_ref()));
        about.extend(next::due(lang, of, page.frozen.now_ms));
    }
    html.row(&page.address(&[("matter", &matter.matter.to_string())]), title, &about);
}

fn disclosure(page: &Page, html: &mut Html, books: &DisclosureSummary) {
    let lang = page.lang;
    let questions = key::light_home::questions(&books.questions, &books.unanswered);
    let about = [
        window::common::published(&lang.day(books.received_ms)),
        key::light_home::lines(&books.lines),
        questions,
    ];
    let title = lang.period(books.from_day, books.to_day);
    let address = page.address(&[("books", &books.disclosure.to_string())]);
    html.row(&address, &title, &about.map(|filled| lang.fill(filled)));
}
