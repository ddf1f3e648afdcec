//! Ballots on paper: those that were keyed for my homes, which I may deny, and the one whose stub somebody holds. Never what is
//! marked on them.

use std::sync::Arc;

use yishi_protocol::body::Deny;
use yishi_protocol::id::AgendaId;
use yishi_protocol::projection::{OwnPaper, Stub, Vote};
use yishi_protocol::state::Stage;
use yishi_protocol::view::SheetStanding;
use yishi_words::Word;

use crate::draw::{Draw, DrawAll, View, view};
use crate::kit::forms::{problem, signer};
use crate::kit::icons::{CHECK, STOP};
use crate::kit::parts::{button, card, fact, live, page, para, sign, stranger, topic};
use crate::kit::tell::{pick, speaker};
use crate::kit::voter::unvouched;
use crate::live::Live;
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::shell::trail::Step;
use crate::words::key;
use crate::words::trouble::Trouble;

/// Reads the sheets of my homes and shows them.
pub(crate) async fn reach(app: App, step: Step) -> Result<(), Trouble> {
    let mut session = app.session.get_untracked().ok_or(Trouble::Offline)?;
    app.read_me(&mut session).await?;
    let papers = session.own_papers().await?;
    app.show_read(session, Screen::Papers(Arc::new(papers)), step).await;
    Ok(())
}

/// Reads what became of a sheet and shows it.
pub(crate) async fn reach_stub(
    app: App,
    (agenda, sheet): (AgendaId, u32),
    step: Step,
) -> Result<(), Trouble> {
    let mut session = app.session.get_untracked().ok_or(Trouble::Offline)?;
    let stub = session.stub(&agenda, sheet).await?;
    app.show_read(session, Screen::Stub(agenda, sheet, stub.map(Arc::new)), step).await;
    Ok(())
}

pub(crate) fn screen(app: App, papers: &[OwnPaper]) -> View {
    let title = app.say(key::own_paper::TITLE);
    if app.me.with_untracked(Option::is_none) {
        return page(app, title, Screen::Mine, stranger(app));
    }
    let none = papers.is_empty().then(|| para("ys-q", app.say(key::own_paper::NONE)));
    let cards = papers.iter().map(|paper| one(app, paper));
    let parts = view! {
        {topic(app.say(key::own_paper::KEYED_FOR_YOUR_HOME))}
        {unvouched(app)}
        {none}
        {cards.draw_all()}
        {problem(app)}
    };
    page(app, title, Screen::Mine, parts)
}

fn vote_of(app: App, agenda: &AgendaId) -> Option<Arc<Vote>> {
    app.votes.with_untracked(|votes| votes.iter().find(|vote| vote.agenda == Some(*agenda)).cloned())
}

/// Whether it lay in the box, in words.
const fn box_word(boxed: Option<bool>) -> Word {
    match boxed {
        None => key::own_paper::BOX_NOT_COUNTED,
        Some(true) => key::own_paper::IN_THE_BOX,
        Some(false) => key::own_paper::NOT_IN_THE_BOX,
    }
}

/// What became of a sheet, in words.
const fn standing_word(standing: SheetStanding) -> Word {
    match standing {
        SheetStanding::Unread => key::own_paper::UNREAD,
        SheetStanding::Read => key::own_paper::READ,
        SheetStanding::Counts => key::own_paper::COUNTS,
        SheetStanding::Invalid => key::own_paper::INVALID,
        SheetStanding::Replaced => key::own_paper::REPLACED,
        SheetStanding::Denied => key::own_paper::DENIED,
    }
}

/// What whoever did not hand it in can do, where they cannot deny it.
fn instead(stage: Option<Stage>, (until_ms, now_ms): (Option<u64>, u64)) -> Word {
    match stage {
        Some(Stage::Opened | Stage::Voting) => key::own_paper::VOTE_WITH_THIS_PHONE,
        _ if until_ms.is_some_and(|until_ms| now_ms >= until_ms) => key::own_paper::THE_DAYS_ARE_OVER,
        _ => key::own_paper::DISPUTE_THE_RESULT,
    }
}

fn one(app: App, paper: &OwnPaper) -> View {
    let lang = app.lang.get_untracked();
    let of = &paper.view;
    let vote = vote_of(app, &of.agenda);
    let title = vote.as_ref().map(|vote| pick(app, &vote.text.title));
    let title = title.unwrap_or_else(|| app.say(key::common::VOTE).to_owned());
    let homes = app.me.with_untracked(|me| {
        let homes = me.iter().flat_map(|me| &me.homes).filter(|home| home.party == paper.party);
        homes.filter_map(|home| home.address.clone()).collect::<Vec<_>>()
    });
    let clerks: Vec<String> = of.readers.iter().map(|clerk| speaker(app, clerk)).collect();
    let facts = view! {
        <dl class="ys-kv ys-gap-2">
            {fact(app.say(key::own_paper::NUMBER), of.sheet.to_string())}
            {fact(app.say(key::own_paper::HOME), homes.join(lang.list_comma()))}
            {fact(app.say(key::own_paper::HANDED_OVER), lang.moment(paper.taken_ms))}
            {fact(app.say(key::own_paper::KEYED), lang.moment(paper.keyed_ms))}
            {fact(app.say(key::own_paper::KEYED_BY), clerks.join(lang.list_comma()))}
            {fact(app.say(key::own_paper::BOX), app.say(box_word(of.boxed)))}
        </dl>
    };
    let helped = paper.assisted.then(|| para("ys-s ys-2", app.say(key::own_paper::ASSISTED)));
    let stands = of.standing == SheetStanding::Counts || of.standing == SheetStanding::Invalid;
    let may = if of.may_deny {
        deny(app, paper)
    } else if stands {
        let words =
            instead(vote.as_ref().and_then(|vote| vote.stage), (of.until_ms, app.now_ms.get_untracked()));
        let way = vote.as_ref().map(|vote| {
            let id = vote.id;
            button(
                "weui-btn weui-btn_default ys-gap-2",
                "",
                app.say(key::own_paper::TO_THE_VOTE),
                move || {
                    app.visit(Goal::Vote(id));
                },
            )
        });
        view! { {para("ys-s ys-2 ys-gap-2", app.say(words))} {way} }
    } else {
        View::Nothing
    };
    card(vec![
        para("ys-b", title),
        para("", app.say(standing_word(of.standing))),
        facts,
        helped.draw(),
        para("ys-s ys-2", app.say(key::own_paper::MARKS_ARE_NOT_SHOWN)),
        may,
    ])
}

/// The button, and what follows before it is signed.
fn deny(app: App, paper: &OwnPaper) -> View {
    let asked = Live::new(false);
    let (agenda, sheet) = (paper.view.agenda, paper.view.sheet);
    let until = match paper.view.until_ms {
        Some(until_ms) => app.fill(key::own_paper::until(&app.lang.get_untracked().deadline(until_ms))),
        None => app.say(key::own_paper::UNTIL_15_DAYS_AFTER).to_owned(),
    };
    let ask = live(move || {
        Some(if asked.get() {
            let press = move || {
                app.act(Deny { agenda, sheet }, Vec::new(), app.say(key::own_paper::SAID), Goal::Papers);
            };
            let ready = move || Ok(app.say(key::own_paper::SIGN_THAT_IT_IS_NOT));
            view! {
                {para("ys-b ys-gap-3", app.say(key::own_paper::WHAT_FOLLOWS))}
                {para("", app.say(key::own_paper::YOUR_BALLOT_COUNTS_AGAIN))}
                {para("", app.say(key::own_paper::IT_IS_PUBLIC))}
                {signer(app, ready, press)}
            }
        } else {
            let words = app.say(key::own_paper::NOT_OURS);
            button("weui-btn weui-btn_default ys-gap-3", STOP, words, move || asked.set(true))
        })
    });
    view! { {para("ys-s ys-2 ys-gap-2", until)} {ask} }
}

/// The sheet whose stub somebody holds.
pub(crate) fn stub(app: App, (agenda, sheet): (AgendaId, u32), stub: Option<&Stub>) -> View {
    let known = match stub {
        Some(stub) => {
            let keyed = stub.view.standing != SheetStanding::Unread;
            let (path, class) = if keyed { (CHECK, "") } else { (STOP, "ys-msg__i_wait") };
            let heading = if keyed { key::own_paper::IT_IS_KEYED } else { key::own_paper::NOT_KEYED_YET };
            let words = app.say(standing_word(stub.view.standing)).draw();
            let at = stub
                .keyed_ms
                .map(|at_ms| fact(app.say(key::own_paper::KEYED), app.lang.get_untracked().moment(at_ms)));
            view! {
                {sign(path, class, "status", app.say(heading).to_owned(), words)}
                {card(vec![view! {
                    <dl class="ys-kv">
                        {fact(app.say(key::own_paper::NUMBER), sheet.to_string())}
                        {at}
                        {fact(app.say(key::own_paper::BOX), app.say(box_word(stub.view.boxed)))}
                    </dl>
                }])}
            }
        }
        None => sign(
            STOP,
            "ys-msg__i_wait",
            "status",
            app.fill(key::own_paper::nobody_has_keyed(&sheet)),
            app.say(key::own_paper::KEYED_IN_DAYS).draw(),
        ),
    };
    let title = vote_of(app, &agenda).map(|vote| para("ys-b ys-q", pick(app, &vote.text.title)));
    let parts = view! {
        {title}
        {known}
        {card(vec![
            para("", app.say(key::own_paper::MARKS_ARE_NOT_SHOWN)),
            para("ys-s ys-2", app.say(key::own_paper::ONLY_THAT_IT_WAS_KEYED)),
        ])}
    };
    page(app, app.say(key::own_paper::STUB), Screen::Home, parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_cannot_deny_a_sheet_is_told_what_they_can_do() {
        assert_eq!(instead(Some(Stage::Voting), (None, 5)), key::own_paper::VOTE_WITH_THIS_PHONE);
        assert_eq!(instead(Some(Stage::Tallied), (Some(5), 4)), key::own_paper::DISPUTE_THE_RESULT);
        assert_eq!(instead(Some(Stage::Tallied), (Some(5), 5)), key::own_paper::THE_DAYS_ARE_OVER);
    }
}
