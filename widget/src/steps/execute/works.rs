//! Parts of a matter: the work that was given out for it, and the homes that back it.

use crate::draw::{Draw, View, view};
use crate::live::Live;
use crate::words::key;
use yishi_protocol::body::{Body, FIFTH, Support};
use yishi_protocol::id::PartyId;
use yishi_protocol::projection::Matter;
use yishi_protocol::state::{Standing, Step, over_fen};
use yishi_protocol::view::{MyMatter, TaskView};

use crate::kit::charts::cap;
use crate::kit::forms::{busy_button, problem};
use crate::kit::icons::{HAND, WARN, icon};
use crate::kit::parts::{chart, fact, live, para, section};
use crate::kit::tell::{money, speaker};
use crate::shell::app::App;
use crate::shell::screen::Goal;
use crate::steps::deliberate::voices::Speaking;
use crate::words::format::{hundredths, percent};

/// The work, each task with its bar.
pub(crate) fn works(app: App, matter: &Matter) -> Option<View> {
    let tasks: Vec<_> = matter.view.tasks.iter().map(|task| work(app, matter, task)).collect();
    (!tasks.is_empty()).then(|| view! { {section(app.say(key::works::THE_WORK), String::new(), "")} {tasks} })
}

fn work(app: App, matter: &Matter, task: &TaskView) -> View {
    let lang = app.lang.get_untracked();
    let voted = matter.trail.iter().any(
        |act| matches!(&act.body, Body::Dispatch(dispatch) if act.id == task.task && dispatch.decision.is_some()),
    );
    let cap_words =
        if voted { app.say(key::works::VOTED_CAP) } else { app.say(key::works::CAP_OF_THE_ORDER) };
    let late = task.is_late(app.now_ms.get_untracked());
    let done = format!("{}{}%", app.say(key::works::DONE), task.percent);
    let bar = chart(done.clone(), vec![("for", "0".to_owned(), percent(task.percent.into(), 100))], None);
    let due_class = if late { "nb ys-bad" } else { "nb" };
    let late_word = if late { app.say(key::works::OVERDUE) } else { "" };
    view! {
        <div class="ys-card">
            <p class="ys-flexline ys-b"><span>{speaker(app, &task.assignee)}</span><span>{done}</span></p>
            {task.annulled.then(|| view! { <p class="ys-b ys-bad">{app.say(key::works::ANNULLED)}</p> })}
            <div class="ys-gap-2">{bar}</div>
            <dl class="ys-kv ys-gap-2">
                <div><dt>{app.say(key::works::DUE)}</dt><dd class=due_class>{lang.last_day(task.due_ms)}{late_word}</dd></div>
            </dl>
            {match task.cap_fen {
                Some(cap_fen) => spent(app, cap_words, cap_fen, task.paid_fen),
                None => view! { <dl class="ys-kv ys-kv_top">{fact(app.say(key::works::PAID), money(app, task.paid_fen))}</dl> },
            }}
        </div>
    }
}

/// What may be paid against what was.
fn spent(app: App, cap_words: &'static str, cap_fen: u64, paid_fen: u64) -> View {
    let over = over_fen(Some(cap_fen), paid_fen);
    let over_words = (over > 0).then(|| {
        view! {
            <p class="ys-bad ys-gap-2">{icon(WARN, "ys-i_s")} " " {app.say(key::works::OVER_BY)}<b class="n">{money(app, over)}</b></p>
        }
    });
    let paid_class = if over > 0 { "bad" } else { "" };
    view! {
        <div class="ys-tri ys-tri_l ys-tri_4 ys-gap-2">
            <div><span>{cap_words}</span><b>{hundredths(cap_fen)}</b></div>
            <div class=paid_class><span>{app.say(key::common::PAID)}</span><b>{hundredths(paid_fen)}</b></div>
        </div>
        <div class="ys-gap-3">{cap::bar(app, cap_words, (cap_fen, paid_fen, over))}</div>
        {over_words}
        <p class="ys-s ys-2 ys-gap-1">{app.say(key::works::IN_YUAN)}</p>
    }
}

/// How many homes back a matter, and the buttons of mine.
pub(crate) fn support(
    app: App,
    matter: &Matter,
    mine: Option<&MyMatter>,
    speaking: Live<Option<Speaking>>,
) -> View {
    let (supports, heads) = (matter.view.supports, matter.view.heads);
    let figure = app.fill(key::works::of_homes(&supports, &heads));
    let width = percent(supports.into(), heads.into());
    // Backing demands nothing by itself: the mark is where as many homes could demand a vote.
    let needed = FIFTH.least_of(heads.into());
    let mark = (heads > 0).then(|| percent(needed, heads.into()));
    let fifth = app.fill(key::works::a_fifth_is(&needed));
    let label =
        format!("{} {figure}{}{fifth}", app.say(key::common::BACKED_BY), app.lang.get_untracked().comma());
    let mine = mine.filter(|_| matter.view.standing == Standing::Open && app.may_sign());
    let backing = mine.map(|mine| mine.backing.clone()).unwrap_or_default();
    let several = backing.len() > 1;
    let buttons: Vec<_> = backing.into_iter().map(|of| back(app, matter, of, several)).collect();
    let own = mine.is_some_and(|mine| mine.raised && mine.backing.is_empty());
    let own = own.then(|| app.say(key::works::YOUR_HOME_RAISED_IT_WHICH));
    let homeless = app.me.with_untracked(|me| me.as_ref().is_some_and(|me| me.view.parties.is_empty()));
    let homeless = homeless.then(|| app.say(key::works::BACKING_NEEDS_A_HOME_YOU));
    let failed = (!buttons.is_empty()).then(|| live(move || speaking.get().is_none().then(|| problem(app))));
    view! {
        {section(app.say(key::works::BACKING), String::new(), app.say(key::common::BY_THE_SERVER))}
        <div class="ys-card">
            <p class="ys-meter__r"><span>{app.say(key::works::BACKED_BY)}</span><b class="n r">{figure}</b></p>
            {chart(label, vec![("for", "0".to_owned(), width)], mark)}
            <p class="ys-meter__f n"><span>{fifth}</span></p>
            {buttons}
            {failed}
            <p class="ys-s ys-2 ys-gap-3">{own}{homeless}{app.say(
                key::works::TO_BACK_A_MATTER_ASKS,
            )}</p>
        </div>
    }
}

/// A home's button: to back a matter, or to take that back.
fn back(app: App, matter: &Matter, (party, stands): (PartyId, bool), several: bool) -> View {
    let homes = app.me.with_untracked(|me| {
        let parties = me.iter().flat_map(|me| &me.view.parties);
        parties.filter(|known| known.party == party).map(|known| known.homes.len()).sum::<usize>()
    });
    let word = match (stands, several) {
        (false, false) => app.say(key::works::BACK).to_owned(),
        (true, false) => app.say(key::works::TAKE_BACK).to_owned(),
        (false, true) => app.fill(key::works::back_for(&homes)),
        (true, true) => app.fill(key::works::take_back_for(&homes)),
    };
    let id = matter.id;
    let press = move || {
        let done = if stands { app.say(key::works::TAKEN_BACK) } else { app.say(key::works::YOU_BACK_IT) };
        app.act(Support { matter: id, party, stands: !stands }, vec![], done, Goal::Matter(id));
    };
    // What is being done already needs no backing, and something else is asked for there.
    let look = if stands || matter.view.step >= Step::Execute {
        ("weui-btn weui-btn_default ys-gap-2", "")
    } else {
        ("weui-btn weui-btn_primary ys-gap-3", HAND)
    };
    let button = busy_button(app, "button", look, (word, ""), Box::new(press));
    if stands {
        vec![para("ys-b ys-ok ys-gap-3", app.say(key::works::YOUR_HOME_BACKS_IT)), button].draw()
    } else {
        button
    }
}
