//! The first screen: what waits for me, then the estate's matters, votes and money.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::course::{NextAct, Todo};
use yishi_protocol::id::PartyId;
use yishi_protocol::view::MatterSummary;

use crate::home::kept;
use crate::kit::icons::{AGAIN, BALLOT_BOX, CHECK, PLUS, STAR, STOP, icon};
use crate::kit::mine::{Mine, mine, owners};
use crate::kit::parts::{
    Nav, acts, alert, button, cells, counts_as, fact, head, help, para, row, said, section, stranger, tabs,
};
use crate::kit::tell::{due_words, pick, put_off};
use crate::kit::voter::{is_unvouched, unvouched};
use crate::people::represent;
use crate::proofs::outbox::Cast;
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};

/// The matters whose work I may mark and have not.
fn to_rate(app: App) -> Vec<View> {
    let mut rows = Vec::new();
    app.matters.with_untracked(|matters| {
        for matter in matters {
            if app.my_matter(&matter.matter).is_some_and(|mine| mine.may_rate && !mine.rated) {
                rows.push(rate(app, matter));
            }
        }
    });
    rows
}

fn rate(app: App, matter: &MatterSummary) -> View {
    let id = matter.matter;
    let title = matter.title.as_ref().map(|title| pick(app, title)).unwrap_or_default();
    let due = matter.next.as_ref().and_then(|next| next.due_ms);
    let until = due.map(|due_ms| format!(" · {}", due_words(app, due_ms, app.now_ms.get_untracked())));
    let title = format!("{}{title}", app.say(key::home::RATE));
    let about = format!("{}{}", app.say(key::home::DONE), until.unwrap_or_default());
    row("ys-disc_wait", STAR, (title, about), Box::new(move || app.visit(Goal::Rate(id))))
}

pub(crate) fn screen(app: App) -> View {
    // Drawn anew whenever something was read.
    app.session.track();
    let enrolled = app.me.with_untracked(Option::is_some);
    let raise = enrolled.then(|| {
        // What was typed at another visit is read by the screen itself, once somebody goes to it.
        let is_said = |text: &str| !text.trim().is_empty();
        let kept = app.kept("raise").get("text");
        let begun = app.new_matter.text.with(|text| is_said(text)) || kept.is_some_and(|text| is_said(&text));
        let words =
            if begun { app.say(key::home::GO_ON_WITH_WHAT_YOU) } else { app.say(key::home::RAISE_A_MATTER) };
        let button = button("weui-btn weui-btn_line", PLUS, words, move || app.go(Screen::Raise));
        acts(vec![button])
    });
    // What stands below the lists would be pushed away under a finger when they come.
    let lists = (app.above.lists)(app);
    let come = lists.is_none() && app.lost.with_untracked(Option::is_none);
    view! {
        {head(app)}
        {tabs(app, Nav::Home)}
        <div>
            {said(app)}
            {unvouched(app)}
            {lost(app)}
            {move || kept::cards(app)}
            {if enrolled { waiting(app) } else { stranger(app) }}
            {if come { skeleton() } else { view! { {lists} {raise} } }}
        </div>
        {help(app)}
    }
}

/// Where the lists will be.
fn skeleton() -> View {
    view! {
        <article class="ys-card" aria-hidden="true">
            <i class="ys-sk ys-sk_h"></i>
            <i class="ys-sk ys-sk_l"></i>
            <i class="ys-sk ys-sk_l ys-sk_m"></i>
        </article>
    }
}

/// Some list could not be read.
fn lost(app: App) -> Option<View> {
    let (what, todo) = app.lang.get_untracked().trouble(&app.lost.get_untracked()?);
    let again = button("weui-btn weui-btn_default", AGAIN, app.say(key::common::TRY_AGAIN), move || {
        app.begin(None);
    });
    Some(view! { {alert(what, todo)} <div class="ys-acts ys-acts_0">{again}</div> })
}

fn waiting(app: App) -> View {
    let (mine, to_rate) = (mine(app), to_rate(app));
    let held: Vec<PartyId> = mine.iter().filter(|mine| mine.held).map(|mine| mine.party).collect();
    let (to_name, named) = (represent::rows(app, true, &held), represent::rows(app, false, &[]));
    let hidden = hidden(app);
    let (mine, voted): (Vec<Mine>, Vec<Mine>) = mine.into_iter().partition(Mine::waits);
    let number = mine.len() + to_rate.len() + to_name.len() + hidden.len();
    let rows: Vec<_> = to_name.into_iter().chain(to_rate).chain(hidden).collect();
    view! {
        {section(app.say(key::home::WAITING_FOR_YOU), app.fill(key::count::matters(&number)), "")}
        {mine.into_iter().map(|mine| card(app, mine)).draw_all()}
        {(!rows.is_empty()).then(|| cells(rows))}
        {(number == 0).then(|| view! { <p class="ys-s ys-2 ys-q">{app.say(key::home::NOTHING_WAITS_FOR_YOU_NOW)}</p> })}
        {(!voted.is_empty()).then(|| section(app.say(key::home::VOTED), String::new(), ""))}
        {voted.into_iter().map(|mine| card(app, mine)).draw_all()}
        {(!named.is_empty()).then(|| view! {
            {section(app.say(key::home::HOMES_OF_SEVERAL_OWNERS), String::new(), "")}
            {cells(named)}
        })}
    }
}

/// The matters where something that I said is hidden, and I may appeal; and the paper ballots that I may deny.
fn hidden(app: App) -> Vec<View> {
    let all = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.queue.clone())).unwrap_or_default();
    let one = |todo: Todo| {
        let due = todo.due_ms.map(|due_ms| due_words(app, due_ms, app.now_ms.get_untracked()));
        let (word, goal) = match todo.act {
            NextAct::Appeal => (key::home::YOUR_WORDS_ARE_HIDDEN, Goal::Matter(todo.about)),
            NextAct::LookAtSheet => (key::home::A_SHEET_CAME, Goal::Papers),
            _ => return None,
        };
        let words = (app.say(word).to_owned(), due.unwrap_or_default());
        Some(row("ys-disc_wait", STOP, words, Box::new(move || app.visit(goal))))
    };
    all.into_iter().filter_map(one).collect()
}

fn card(app: App, mine: Mine) -> View {
    let closes_ms = mine.vote.closes_ms();
    let (voted, party) = (mine.standing.is_some(), mine.party);
    let signed = app.outbox.with(|all| {
        let cast = |cast: &Cast| (cast.agenda, cast.party) == (mine.agenda, mine.party);
        all.iter().any(|one| one.ballot.as_ref().is_some_and(cast))
    });
    let status = match (voted, &mine.other, mine.held) {
        _ if signed => app.say(key::home::SIGNED_NOT_ARRIVED).to_owned(),
        (true, Some(name), _) => app.fill(key::home::counted_by(name)),
        (false, Some(name), _) => app.fill(key::home::not_voted_by(name)),
        (true, None, ..) if mine.on_paper => app.say(key::home::VOTE_COUNTED_ON_PAPER).to_owned(),
        (true, None, ..) if !mine.own => app.say(key::home::VOTE_COUNTED_CAST_BY_ANOTHER).to_owned(),
        (true, None, ..) => app.say(key::home::VOTE_COUNTED).to_owned(),
        (false, None, true) => app.say(key::home::VOTE_HELD_NOBODY_IS_NAMED).to_owned(),
        (false, None, false) => match &mine.given {
            // As much of their code as tells them from whomever else it could be; all of it stands where mandates are given.
            Some(proxy) => {
                let code: String = proxy.to_string().chars().take(4).collect();
                app.fill(key::home::vote_given_to_a_proxy(&code))
            }
            None => app.say(key::home::VOTE_NOT_VOTED_YET).to_owned(),
        },
    };
    let counts = counts_as(app, mine.agenda, mine.party);
    let whose = owners(app, mine.agenda, mine.party);
    let name = mine.held.then(|| {
        let words = app.say(key::common::NAME_WHO_VOTES);
        button("weui-btn weui-btn_primary ys-gap-3", "", words, move || app.visit(Goal::Voter(party)))
    });
    let (class, words) = if mine.other.is_some() || is_unvouched(app) {
        ("weui-btn weui-btn_default ys-gap-3", app.say(key::home::READ_THE_PLAN))
    } else if (mine.held && !mine.own) || (mine.given.is_some() && !voted) {
        ("weui-btn weui-btn_default ys-gap-3", app.say(key::home::READ_AND_VOTE_MYSELF))
    } else if voted || mine.held {
        ("weui-btn weui-btn_default ys-gap-3", app.say(key::home::CHANGE_MY_BALLOT))
    } else {
        ("weui-btn weui-btn_primary ys-gap-3", app.say(key::common::READ_AND_VOTE))
    };
    view! {
        <article class="ys-card">
            <p class="ys-eyebrow">{icon(if voted { CHECK } else { BALLOT_BOX }, "")}<span>{status}</span></p>
            <h3 class="ys-t">{pick(app, &mine.vote.text.title)}</h3>
            {whose.map(|names| para("ys-b", app.fill(key::common::voting_for(&names))))}
            <dl class="ys-kv ys-gap-2">
                {fact(app.say(key::common::QUESTIONS), app.fill(key::count::items(&mine.vote.notice.items.len())))}
                {fact(app.say(key::common::YOUR_HOME_COUNTS), counts)}
                {fact(app.say(key::common::CLOSES), app.lang.get_untracked().deadline(closes_ms))}
            </dl>
            {put_off(app, &mine.vote)}
            {name}
            {button(class, "", words, move || mine.open(app))}
        </article>
    }
}
