//! On a light page: how far a result is from another one, and which of its ballots rest on less than others.

use yishi_protocol::count::Weakness;
use yishi_protocol::projection::Stated;

use super::format::hundredths;
use super::html::Html;
use crate::words::{Lang, window};

/// How far an item is from another outcome, by its place.
pub(super) fn of_item(lang: Lang, html: &mut Html, stated: &Stated, place: usize) {
    let Some(margin) = stated.margins.get(place) else { return };
    match (margin.homes, margin.few) {
        (Some(homes), _) => html.line("p", "", &lang.fill(window::margin::homes(&homes))),
        (None, true) => html.line("p", "", lang.say(window::margin::FEW)),
        (None, false) => html.line("p", "", lang.say(window::margin::NEVER)),
    }
    if let Some(area_c) = margin.area_c.filter(|area_c| *area_c > 0) {
        html.line("p", "ys-s ys-2", &lang.fill(window::margin::area(&hundredths(area_c))));
    }
}

/// How many of the ballots that count are of the weaker sorts. Late keys, records and proxies have sentences of their own.
pub(super) fn weak(lang: Lang, html: &mut Html, stated: &Stated) {
    let told = stated.weak.iter().filter_map(|(sort, ballots)| {
        Some(match sort {
            Weakness::LateKey | Weakness::Recorded | Weakness::Proxy => return None,
            Weakness::HeldThenNamed => lang.fill(window::margin::held(ballots)),
            Weakness::Agent => lang.fill(window::margin::agent(ballots)),
            Weakness::Assisted => lang.fill(window::margin::assisted(ballots)),
            Weakness::PaperOverOnline => lang.fill(window::margin::paper_over(ballots)),
        })
    });
    let told: Vec<String> = told.collect();
    if !told.is_empty() {
        html.line(
            "p",
            "ys-s",
            &lang.fill(window::margin::weak(&told.join(lang.say(window::language::LIST_COMMA)))),
        );
    }
}
