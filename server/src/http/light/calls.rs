//! On a light page: the roll call of a vote, and what of it a court annulled.

use yishi_protocol::projection::{Stated, Vote};

use super::html::Html;
use crate::words::{Lang, window};

/// The roll call of a vote, once homes are drawn.
pub(super) fn below(lang: Lang, html: &mut Html, (vote, stated): (&Vote, &Stated)) {
    let Some(called) = &stated.called else { return };
    let (draw, figures) = (&called.draw, &called.figures);
    let numbers: Vec<String> = draw.numbers.iter().map(u32::to_string).collect();
    let lottery = vote.notice.lottery.clone().unwrap_or_default();
    html.section(lang.say(window::calls::TITLE));
    html.inside("div", "ys-card", |html| {
        let told = window::calls::figures(&figures.asked, &figures.confirmed, &figures.denied);
        html.line("p", "", &lang.fill(told));
        let audited = if figures.audited { window::calls::AUDITED } else { window::calls::NOT_AUDITED };
        html.line("p", "", lang.say(audited));
        html.line(
            "p",
            "ys-s ys-2",
            &lang.fill(window::calls::drawn(&lottery, &draw.issue, &numbers.join(" "))),
        );
    });
}

/// How many ballots the totals leave out, if any.
pub(super) fn left_out(lang: Lang, html: &mut Html, stated: &Stated) {
    let number = stated.tally.as_ref().map_or(0, |tally| tally.voided.len());
    if number > 0 {
        html.line("p", "", &lang.fill(window::calls::left_out(&number)));
    }
}

/// That an item was annulled, by its number, and why.
pub(super) fn annulled(lang: Lang, html: &mut Html, stated: &Stated, number: u32) {
    for one in stated.annulled.iter().filter(|one| one.body.items.contains(&number)) {
        html.inside("div", "ys-card", |html| {
            html.line("p", "ys-b", lang.say(window::calls::ANNULLED));
            html.lines(&lang.said(&one.why));
        });
    }
}

/// What another organisation said of the matter before it was put to the vote.
pub(super) fn reviews(lang: Lang, html: &mut Html, stated: &Stated) {
    if stated.reviews.is_empty() {
        return;
    }
    html.section(lang.say(window::matter::BEFORE_THE_VOTE));
    for one in &stated.reviews {
        html.inside("div", "ys-card", |html| {
            let asked = window::matter::asked_for_a_review_until(&lang.by(one.due_ms));
            html.line("p", "ys-s ys-2", &lang.fill(asked));
            match &one.given {
                Some((opinion, why)) => {
                    html.line("p", "ys-b", lang.say(super::matter::opinion_word(*opinion)));
                    html.lines(&lang.said(why));
                }
                None => html.line("p", "ys-b", lang.say(window::matter::SILENT)),
            }
        });
    }
}
