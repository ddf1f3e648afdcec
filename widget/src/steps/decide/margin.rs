//! How far a result is from another one, and which of its ballots rest on less than others: in a sentence each.

use yishi_protocol::count::Weakness;
use yishi_protocol::few::PostedMargin;
use yishi_protocol::projection::Stated;

use crate::draw::{DrawAll, View, view};
use crate::kit::parts::para;
use crate::shell::app::App;
use crate::words::format::hundredths;
use crate::words::key;

/// How far an item is from another outcome, by its place; nothing where the server cannot count it any more.
pub(crate) fn of_item(app: App, stated: &Stated, place: usize) -> View {
    let Some(margin) = stated.margins.get(place) else { return View::Nothing };
    let lines = told(app, margin).into_iter().map(|line| para("ys-s ys-gap-1", line));
    view! { {lines.draw_all()} }
}

fn told(app: App, margin: &PostedMargin) -> Vec<String> {
    let lang = app.lang.get_untracked();
    let homes = margin.homes.map(|homes| lang.fill(key::margin::homes(&homes)));
    let area = margin.area_c.filter(|area_c| *area_c > 0);
    let area = area.map(|area_c| lang.fill(key::margin::area(&hundredths(area_c))));
    match (homes, margin.few) {
        (Some(homes), _) => [Some(homes), area].into_iter().flatten().collect(),
        (None, true) => vec![app.say(key::margin::FEW).to_owned()],
        (None, false) => vec![app.say(key::margin::NEVER).to_owned()],
    }
}

/// How many of the ballots that count are of the weaker sorts. Late keys, records and proxies have sentences of their own.
pub(crate) fn weak(app: App, stated: &Stated) -> Option<String> {
    let lang = app.lang.get_untracked();
    let told = stated.weak.iter().filter_map(|(sort, ballots)| {
        Some(match sort {
            Weakness::LateKey | Weakness::Recorded | Weakness::Proxy => return None,
            Weakness::HeldThenNamed => lang.fill(key::margin::held(ballots)),
            Weakness::Agent => lang.fill(key::margin::agent(ballots)),
            Weakness::Assisted => lang.fill(key::margin::assisted(ballots)),
            Weakness::PaperOverOnline => lang.fill(key::margin::paper_over(ballots)),
        })
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| lang.fill(key::margin::weak(&told.join(lang.list_comma()))))
}
