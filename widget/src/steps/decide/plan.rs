//! A vote that has no result yet, for whoever has no ballot in it: what is asked, until when, and how far it has come.

use std::sync::Arc;

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::id::NoticeId;
use yishi_protocol::projection::{Vote, Withdrawn};
use yishi_protocol::state::Stage;
use yishi_words::Word;

use crate::kit::mine::mine;
use crate::kit::parts::{alert, card, fact, page, para, section, stranger, topic};
use crate::kit::share::share;
use crate::kit::tell::{legal_mode, pick, put_off};
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::shell::trail::Step;
use crate::steps::decide::weight;
use crate::words::trouble::Trouble;

/// Shows what a vote has come to: its result, or my ballot in it, or what is voted on.
pub(crate) async fn reach(app: App, id: NoticeId, step: Step) -> Result<(), Trouble> {
    let is_it = |vote: &&Arc<Vote>| vote.id == id || vote.agenda == Some(id);
    let known = app.votes.with_untracked(|votes| votes.iter().find(is_it).cloned());
    let (vote, stated) = if let Some(vote) = known.filter(|vote| !vote.has_result) {
        (vote, None)
    } else {
        let mut session = app.session.get_untracked().ok_or(Trouble::Offline)?;
        let (vote, stated) = session.result(&id).await?;
        app.session.set(Some(session));
        let stated = vote.has_result.then_some(stated);
        (vote, stated)
    };
    let ballot = mine(app).into_iter().find(|mine| vote.agenda == Some(mine.agenda));
    let screen = match (stated, ballot) {
        (Some(stated), _) => Screen::Result(vote, stated),
        (None, Some(ballot)) => {
            ballot.take(app);
            Screen::Vote(0)
        }
        (None, None) => Screen::Plan(vote),
    };
    app.bring(screen, step).await;
    Ok(())
}

/// Where a vote without a result stands.
fn stands(stage: Option<Stage>) -> Word {
    match stage {
        None | Some(Stage::Opened) => key::plan::NOTICED,
        Some(Stage::Voting) => key::plan::VOTING,
        Some(Stage::Counting) => key::plan::CLOSED,
        Some(Stage::Closed | Stage::Tallied | Stage::ToEnd | Stage::Final) => key::plan::COUNTING,
        Some(Stage::Withdrawn) => key::plan::WITHDRAWN,
    }
}

pub(crate) fn screen(app: App, vote: &Vote) -> View {
    let lang = app.lang.get_untracked();
    let (standing, meaning) = legal_mode(app, vote.notice.legal_mode);
    let now = app.say(stands(vote.stage));
    let asked = vote.text.items.iter().map(|item| view! { <li>{pick(app, &item.title)}</li> });
    let text = pick(app, &vote.text.body);
    let (opens, closes) = (lang.beginning(vote.notice.opens_ms), lang.deadline(vote.closes_ms()));
    let parts = view! {
        {topic(pick(app, &vote.text.title))}
        {vote.withdrawn.as_ref().map(|withdrawn| taken_back(app, withdrawn))}
        {app.me.with_untracked(Option::is_some).then(|| weight::bought(app, vote))}
        <div class="ys-card">
            {text.lines().map(|line| para("", line)).draw_all()}
            <dl class="ys-kv ys-gap-3">
                {fact(app.say(key::plan::NOW), now)}
                {fact(app.say(key::plan::BEGINS), opens)}
                {fact(app.say(key::plan::CLOSES), closes)}
            </dl>
            {put_off(app, vote)}
        </div>
        {section(app.say(key::plan::DECIDED), app.fill(key::count::items(&vote.text.items.len())), "")}
        <div class="ys-card"><ol class="ys-todo">{asked.draw_all()}</ol></div>
        {card(vec![para("ys-b", standing), para("ys-s ys-gap-1", meaning)])}
        {app.me.with_untracked(Option::is_none).then(|| stranger(app))}
        {share(app, Goal::Vote(vote.id))}
    };
    page(app, app.say(key::common::VOTE), Screen::Home, parts)
}

/// That the vote was taken back, when, and why: before all else, for whoever comes to vote.
fn taken_back(app: App, withdrawn: &Withdrawn) -> View {
    let doubt = move |trouble| app.fail(trouble, String::new(), Step::Instead);
    app.hold_authors(vec![withdrawn.entry], doubt);
    let on = app.fill(key::plan::withdrawn_on(&app.lang.get_untracked().day(withdrawn.at_ms)));
    let told = alert(app.say(key::plan::WITHDRAWN), app.say(key::plan::WITHDRAWN_NOBODY_VOTES).to_owned());
    let why = withdrawn.why.as_ref().map(|why| pick(app, why));
    let why = why.unwrap_or_else(|| app.say(key::common::ITS_TEXT_IS_NOT_HERE).to_owned());
    let body = why.lines().map(|line| para("", line)).draw_all();
    view! { {told} <div class="ys-card">{para("ys-b", on)}{body}</div> }
}
