//! A vote that has no result yet, for whoever has no ballot in it: what is asked, until when, and how far it has come.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::id::NoticeId;
use yishi_protocol::projection::Vote;
use yishi_protocol::state::Stage;

use crate::kit::mine::mine;
use crate::kit::parts::{card, fact, page, para, section, stranger, topic};
use crate::kit::share::share;
use crate::kit::tell::{legal_mode, pick};
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::shell::trail::Step;
use crate::steps::decide::weight;
use crate::words::trouble::Trouble;

/// Shows what a vote has come to: its result, or my ballot in it, or what is voted on.
pub(crate) async fn reach(app: App, id: NoticeId, step: Step) -> Result<(), Trouble> {
    let is_it = |vote: &&Vote| vote.id == id || vote.agenda == Some(id);
    let known = app.votes.with_untracked(|votes| votes.iter().find(is_it).cloned());
    let vote = if let Some(vote) = known {
        vote
    } else {
        let mut session = app.session.get_untracked().ok_or(Trouble::Offline)?;
        let vote = session.vote(&id).await?;
        app.session.set(Some(session));
        vote
    };
    let ballot = mine(app).into_iter().find(|mine| vote.agenda == Some(mine.agenda));
    let screen = match ballot {
        _ if vote.tally.is_some() || !vote.posted.is_empty() => Screen::Result(Box::new(vote)),
        Some(ballot) => {
            ballot.take(app);
            Screen::Vote(0)
        }
        None => Screen::Plan(Box::new(vote)),
    };
    app.bring(screen, step).await;
    Ok(())
}

pub(crate) fn screen(app: App, vote: &Vote) -> View {
    let lang = app.lang.get_untracked();
    let (standing, meaning) = legal_mode(app, vote.notice.legal_mode);
    let now = match vote.stage {
        None | Some(Stage::Opened) => app.say(key::plan::NOTICED),
        Some(Stage::Voting) => app.say(key::plan::VOTING),
        Some(Stage::Counting) => app.say(key::plan::CLOSED),
        Some(Stage::Closed | Stage::Tallied) => app.say(key::plan::COUNTING),
    };
    let asked = vote.text.items.iter().map(|item| view! { <li>{pick(app, &item.title)}</li> });
    let text = pick(app, &vote.text.body);
    let (opens, closes) = (lang.beginning(vote.notice.opens_ms), lang.deadline(vote.notice.closes_ms));
    let parts = view! {
        {topic(pick(app, &vote.text.title))}
        {app.me.with_untracked(Option::is_some).then(|| weight::bought(app, vote))}
        <div class="ys-card">
            {text.lines().map(|line| para("", line)).draw_all()}
            <dl class="ys-kv ys-gap-3">
                {fact(app.say(key::plan::NOW), now)}
                {fact(app.say(key::plan::BEGINS), opens)}
                {fact(app.say(key::plan::CLOSES), closes)}
            </dl>
        </div>
        {section(app.say(key::plan::DECIDED), app.fill(key::count::items(&vote.text.items.len())), "")}
        <div class="ys-card"><ol class="ys-todo">{asked.draw_all()}</ol></div>
        {card(vec![para("ys-b", standing), para("ys-s ys-gap-1", meaning)])}
        {app.me.with_untracked(Option::is_none).then(|| stranger(app))}
        {share(app, Goal::Vote(vote.id))}
    };
    page(app, app.say(key::common::VOTE), Screen::Home, parts)
}
