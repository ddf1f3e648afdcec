//! The first light page: votes, matters and books, the newest of each; and each of these lists by itself.

use yishi_protocol::state::Stage;
use yishi_protocol::view::{AgendaSummary, DisclosureSummary, MatterSummary};

use super::html::Html;
use super::words::Lang;
use super::{ApiError, Page, next};
use crate::http::{books, matters, views};

/// How many rows of each list the first page shows.
const FIRST: usize = 10;

/// A list: its name in an address, and its heading.
const VOTES: (&str, &str, &str) = ("votes", "表决", "Votes");
const MATTERS: (&str, &str, &str) = ("matters", "事项", "Matters");
const BOOKS: (&str, &str, &str) = ("books", "账目", "Accounts");

/// Writes the page, or one of its lists, and says its title.
pub(super) async fn page(page: &Page, html: &mut Html, list: Option<&str>) -> Result<String, ApiError> {
    let whole = |of: (&str, &str, &str)| list == Some(of.0);
    let one = [VOTES, MATTERS, BOOKS].into_iter().find(|of| whole(*of));
    let shown = |of: (&str, &str, &str)| one.is_none_or(|one| one == of);
    if shown(VOTES) {
        let mut votes = views::agenda_list(&page.desk).await?.agendas;
        // What can be voted on now stands first.
        votes.sort_by_key(|vote| vote.stage != Some(Stage::Voting));
        rows(page, html, (VOTES, one.is_some()), &votes, vote);
    }
    if shown(MATTERS) {
        let all = matters::matter_list(&page.desk).await?.matters;
        rows(page, html, (MATTERS, one.is_some()), &all, matter);
    }
    if shown(BOOKS) {
        let all = books::disclosure_list(&page.desk).disclosures;
        rows(page, html, (BOOKS, one.is_some()), &all, disclosure);
    }
    Ok(match one {
        Some((_, zh, en)) => page.lang.say(zh, en).to_owned(),
        None => page.name.clone(),
    })
}

type Row<T> = fn(&Page, &mut Html, &T);

/// A list, or its first rows and the way to the rest.
fn rows<T>(
    page: &Page,
    html: &mut Html,
    ((name, zh, en), whole): ((&str, &str, &str), bool),
    all: &[T],
    row: Row<T>,
) {
    let lang = page.lang;
    let shown = if whole { page.rows(all) } else { &all[..all.len().min(FIRST)] };
    html.section(&format!("{} {}", lang.say(zh, en), all.len()));
    if shown.is_empty() {
        html.inside("div", "ys-card", |html| html.line("p", "ys-2", lang.say("没有", "none")));
    } else {
        html.inside("div", "weui-cells", |html| shown.iter().for_each(|one| row(page, html, one)));
    }
    if whole {
        page.turn(html, all.len(), &[("list", name)]);
        html.inside("p", "ys-q", |html| {
            html.link("ys-link", &page.address(&[]), lang.say("回首页", "Home"));
        });
    } else if all.len() > shown.len() {
        html.inside("p", "ys-q", |html| {
            html.link("ys-link", &page.address(&[("list", name)]), lang.say("看全部", "All of them"));
        });
    }
}

fn vote(page: &Page, html: &mut Html, vote: &AgendaSummary) {
    let lang = page.lang;
    let title = vote.title.as_ref().map_or_else(|| erased(lang), |title| lang.pick(title));
    let (from, to) = (lang.beginning(vote.opens_ms), lang.end(vote.closes_ms));
    let about = format!("{} · {from} – {to}", lang.stage(vote.stage));
    let id = vote.agenda.unwrap_or(vote.notice).to_string();
    html.row(&page.address(&[("vote", &id)]), title, &about);
}

fn matter(page: &Page, html: &mut Html, matter: &MatterSummary) {
    let lang = page.lang;
    let title = matter.title.as_ref().map_or_else(|| erased(lang), |title| lang.pick(title));
    let mut about = vec![lang.step(matter.step).to_owned(), lang.standing(matter.standing).to_owned()];
    about.extend(matter.next.iter().flat_map(|of| next::next(lang, of)).flatten());
    about.retain(|words| !words.is_empty());
    html.row(&page.address(&[("matter", &matter.matter.to_string())]), title, &about.join(" · "));
}

fn disclosure(page: &Page, html: &mut Html, books: &DisclosureSummary) {
    let lang = page.lang;
    let title = period(lang, books.from_day, books.to_day);
    let about = match lang {
        Lang::Zh => format!(
            "{} 公布 · {} 笔 · {} 问，{} 问没答",
            lang.day(books.received_ms),
            books.lines,
            books.questions,
            books.unanswered
        ),
        Lang::En => format!(
            "published {} · {} lines · {} questions, {} unanswered",
            lang.day(books.received_ms),
            books.lines,
            books.questions,
            books.unanswered
        ),
    };
    html.row(&page.address(&[("books", &books.disclosure.to_string())]), &title, &about);
}

/// In place of words that were erased.
pub(super) fn erased(lang: Lang) -> &'static str {
    lang.say("（原文已删除）", "(its text was erased)")
}

/// By when.
pub(super) fn by(lang: Lang, due_ms: u64) -> String {
    match lang {
        Lang::Zh => format!("{}前", lang.last_day(due_ms)),
        Lang::En => format!("by {}", lang.last_day(due_ms)),
    }
}

/// From day to day.
pub(super) fn period(lang: Lang, from_day: u32, to_day: u32) -> String {
    format!("{} – {}", lang.day_number(from_day.into()), lang.day_number(to_day.into()))
}
