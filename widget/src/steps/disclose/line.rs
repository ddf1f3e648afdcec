//! One line of a disclosure: what it was for, what allowed it, and what people ask about it.

use crate::draw::{View, view};
use crate::words::key;

use crate::home::first as home;
use crate::kit::accounts::account_name;
use crate::kit::icons::{ASK, WARN};
use crate::kit::parts::{acts, button, fact, link, note, page, para};
use crate::kit::tell::{ledger, pick};
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::steps::disclose::books::questions;
use crate::steps::disclose::rows::{lacks_decision, side, signed};

pub(crate) fn screen(app: App, number: u32) -> View {
    let Some(books) = app.books.get_untracked() else { return home::screen(app) };
    let at = usize::try_from(number).ok();
    let Some(line) = at.and_then(|at| books.lines.get(at)).cloned() else {
        return crate::steps::disclose::books::screen(app);
    };
    let (of, fen) = side(&line).map_or((None, 0), |(of, fen)| (Some(of), fen));
    let eyebrow = [
        of.map(|of| ledger(app, of).to_owned()),
        Some(app.lang.get_untracked().day_number(line.day)),
        Some(line.voucher.clone()),
    ];
    let eyebrow = eyebrow.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let gap = lacks_decision(&line).then(|| {
        note(
            "ys-note ys-note_wait",
            WARN,
            vec![
                para("ys-b ys-warn", app.say(key::line::IT_NAMES_NO_VOTE)),
                para("ys-s ys-warn", app.say(key::line::OWNERS_MUST_VOTE_ON_SUCH)),
            ],
        )
    });
    let asked = books.asked(number);
    let parts = view! {

        <div class="ys-q">
            {para("ys-eyebrow n", eyebrow)}
            <h2 class="ys-t" tabindex="-1">{line.description.clone()}</h2>
            <p class="ys-big ys-gap-1">{signed(fen)}{app.say(key::common::YUAN)}</p>
        </div>
        <div class="ys-card">
            <dl class="ys-kv">
                {fact(app.say(key::line::ACCOUNT), account_name(app, line.account))}
                {fact(app.say(key::line::VOUCHER), line.voucher.clone())}
                {line.place.clone().map(|place| fact(app.say(key::line::PLACE), place))}
            </dl>
            {gap}
            {vote(app, line.decision)}
        </div>
        {questions(app, &asked)}
        {acts(vec![button("weui-btn weui-btn_primary", ASK, app.say(key::common::ASK_ABOUT_THIS_LINE), move || app.go(Screen::Ask(Some(number))))])}
    };
    page(app, app.say(key::line::ONE_LINE), Screen::Books, parts)
}

/// The vote that allowed a line.
fn vote(app: App, decision: Option<(yishi_protocol::id::AgendaId, u32)>) -> Option<View> {
    let (agenda, _) = decision?;
    let vote =
        app.votes.with_untracked(|votes| votes.iter().find(|vote| vote.agenda == Some(agenda)).cloned())?;
    let title = pick(app, &vote.text.title);
    let words = format!("{}{title}", app.say(key::line::SEE_THE_VOTE));
    let open = move || app.visit(Goal::Vote(vote.id));
    Some(link(words, Box::new(open)))
}
