//! What became of a result after it was stated: a roll call of homes that were drawn, and what a court annulled.

use yishi_protocol::projection::{Called, Stated, Vote};

use crate::draw::{DrawAll, View, view};
use crate::kit::gone;
use crate::kit::parts::{para, section};
use crate::kit::tell::pick;
use crate::shell::app::App;
use crate::words::key;

/// The roll call of a vote, once homes are drawn.
pub(crate) fn below(app: App, vote: &Vote, stated: &Stated) -> View {
    let Some(called) = &stated.called else { return View::Nothing };
    let lines = told(app, vote, called).into_iter().map(|line| para("ys-s ys-gap-1", line));
    view! {
        {section(app.say(key::calls::TITLE), String::new(), "")}
        <div class="ys-card">{lines.draw_all()}</div>
    }
}

fn told(app: App, vote: &Vote, Called { draw, figures, .. }: &Called) -> [String; 3] {
    let numbers: Vec<String> = draw.numbers.iter().map(u32::to_string).collect();
    let lottery = vote.notice.lottery.clone().unwrap_or_default();
    let audited = if figures.audited { key::calls::AUDITED } else { key::calls::NOT_AUDITED };
    [
        app.fill(key::calls::figures(&figures.asked, &figures.confirmed, &figures.denied)),
        app.say(audited).to_owned(),
        app.fill(key::calls::drawn(&lottery, &draw.issue, &numbers.join(" "))),
    ]
}

/// How many ballots the totals leave out, if any.
pub(crate) fn left_out(app: App, stated: &Stated) -> Option<String> {
    let number = stated.tally.as_ref().map_or(0, |tally| tally.voided.len());
    (number > 0).then(|| app.fill(key::calls::left_out(&number)))
}

/// That an item was annulled, by its number, and why.
pub(crate) fn annulled(app: App, stated: &Stated, number: u32) -> View {
    let of_item = stated.annulled.iter().filter(|one| one.body.items.contains(&number));
    let told = of_item.map(|one| {
        let why = gone::say(app, &one.why, |why| pick(app, why));
        view! {
            <div class="ys-card">{para("ys-b", app.say(key::calls::ANNULLED))}{para("ys-s ys-gap-1", why)}</div>
        }
    });
    view! { {told.draw_all()} }
}
