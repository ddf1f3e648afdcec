//! With a result: what another organisation said of the matter before it was put to the vote.

use yishi_protocol::projection::{Reviewed, Stated};

use crate::draw::{DrawAll, View, view};
use crate::kit::gone;
use crate::kit::parts::{para, section};
use crate::kit::tell::pick;
use crate::shell::app::App;
use crate::steps::matter::opinion_word;
use crate::words::key;

/// The reviews that were asked for, if any were.
pub(crate) fn below(app: App, stated: &Stated) -> View {
    if stated.reviews.is_empty() {
        return View::Nothing;
    }
    let reviews = stated.reviews.iter().map(|one| told(app, one));
    view! {
        {section(app.say(key::matter::BEFORE_THE_VOTE), String::new(), "")}
        <div class="ys-card">{reviews.draw_all()}</div>
    }
}

fn told(app: App, one: &Reviewed) -> View {
    let until = app.lang.get_untracked().deadline(one.due_ms);
    let asked = app.fill(key::matter::asked_for_a_review_until(&until));
    let (said, why) = match &one.given {
        Some((opinion, why)) => {
            (app.say(opinion_word(*opinion)).to_owned(), gone::say(app, why, |why| pick(app, why)))
        }
        None => (app.say(key::matter::SILENT).to_owned(), String::new()),
    };
    view! {
        {para("ys-s ys-2", asked)}
        {para("ys-b ys-gap-1", said)}
        {para("ys-s ys-gap-1", why)}
    }
}
