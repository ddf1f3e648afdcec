//! Below a result on a light page: until when it can be disputed, what was and how that was ruled, and whether it is final.

use yishi_protocol::body::DisputeGround;
use yishi_protocol::projection::{Disputed, Stated};
use yishi_protocol::state::Stage;
use yishi_words::Word;

use super::html::Html;
use crate::words::{Lang, window};

/// Writes it, of a vote whose totals are stated.
pub(super) fn below(lang: Lang, html: &mut Html, stage: Option<Stage>, stated: &Stated) {
    let standing = match stage {
        Some(Stage::Tallied) => window::objections::SHOWN,
        Some(Stage::ToEnd) => window::objections::DAYS_ARE_OVER,
        Some(Stage::Final) => window::result::FINAL,
        _ => return,
    };
    html.section(lang.say(standing));
    if let Some(until_ms) = stated.objections_end_ms().filter(|_| stage == Some(Stage::Tallied)) {
        html.line("p", "", &lang.fill(window::objections::until(&lang.end(until_ms))));
    }
    if let Some(end) = &stated.finality {
        if !end.confirmed {
            html.line("p", "", lang.say(window::objections::NOT_CONFIRMED));
        }
        if end.body.items.iter().any(|item| !item.stands) {
            html.line("p", "", lang.say(window::objections::HELD));
        }
    }
    for one in &stated.disputes {
        html.inside("div", "ys-card", |html| dispute(lang, html, one));
    }
}

fn dispute(lang: Lang, html: &mut Html, one: &Disputed) {
    let ground = match one.body.as_ref().map(|body| body.ground) {
        None => window::objections::DENIED,
        Some(ground) => ground_word(ground),
    };
    html.line("p", "ys-b", lang.say(ground));
    if let Some(why) = &one.why {
        html.lines(&lang.said(why));
    }
    let Some(ruling) = &one.ruling else {
        html.line("p", "ys-s ys-2 ys-gap-2", lang.say(window::objections::NOT_RULED));
        return;
    };
    let what = if ruling.upheld { window::objections::UPHELD } else { window::objections::DISMISSED };
    let ruled = window::objections::ruled(&lang.day(ruling.at_ms), &lang.say(what));
    html.line("p", "ys-b ys-gap-2", &lang.fill(ruled));
    html.lines(&lang.said(&ruling.why));
}

fn ground_word(ground: DisputeGround) -> Word {
    match ground {
        DisputeGround::Ballots => window::objections::BALLOTS,
        DisputeGround::Count => window::objections::COUNT,
        DisputeGround::Roll => window::objections::ROLL,
        DisputeGround::Notice => window::objections::NOTICE,
    }
}
