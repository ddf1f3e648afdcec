//! A matter: what is asked for, how far it has come, who must act next.

use leptos::prelude::*;
use yishi_protocol::body::{Action, Body, Ending, Tier};
use yishi_protocol::state::{Stage, Standing, Step};
use yishi_protocol::view::MyMatter;

use crate::kit::icons::{BALLOT_BOX, STAR};
use crate::kit::mine::mine;
use crate::kit::parts::{button, card, link, page, para, section};
use crate::kit::share::share;
use crate::kit::tell::{
    STEPS, category, due_words, is_overdue, money, pick, speaker, standing_word, step_sign, step_word,
    waits_for,
};
use crate::proofs::matters::{Act, Matter};
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::steps::deliberate::voices;
use crate::steps::execute::works;
use crate::words::Lang;

pub(crate) fn screen(app: App) -> AnyView {
    let Some(matter) = app.matter.get_untracked() else { return crate::home::first::screen(app) };
    let mine = app.my_matter(&matter.id);
    let lang = app.lang.get_untracked();
    let erased = app.say("（原文已删除）", "(its text was erased)");
    let (title, body, place) = match &matter.text {
        Some(text) => (pick(app, &text.title), pick(app, &text.body), text.place.clone()),
        None => (erased.to_owned(), String::new(), None),
    };
    let about = format!("{} · {}", category(app, matter.raise.category), app.scope_name(matter.raise.scope));
    let head = view! {
        <div class="ys-q">
            <p class="ys-eyebrow">{about}</p>
            <h2 class="ys-h" tabindex="-1">{title}</h2>
        </div>
    };
    let text: Vec<_> = body.lines().map(|line| para("", line)).collect();
    let place = place.map(|place| para("ys-s ys-gap-2", format!("{}{place}", app.say("地点：", "Place: "))));
    let by = format!(
        "{} · {}{}{}",
        speaker(app, &matter.view.speaker),
        app.say("", "raised "),
        lang.day(matter.raised_ms),
        app.say("提出", "")
    );
    let by = para("ys-s ys-2 ys-gap-2", by);
    let text = card(vec![text.into_any(), place.into_any(), by, merged(app, &matter).into_any()]);
    let line = view! { <ol class="ys-line">{steps(app, &matter)}</ol> };
    let speaking = RwSignal::new(None);
    let parts = vec![
        head.into_any(),
        text,
        rating(app, &matter, mine.as_ref()).into_any(),
        section(app.say("走到哪一步", "How far it has come"), String::new(), ""),
        card(vec![line.into_any()]),
        works::works(app, &matter).into_any(),
        works::support(app, &matter, mine.as_ref(), speaking),
        voices::voices(app, &matter, speaking),
        share(app, Goal::Matter(matter.id)),
    ];
    page(app, app.say("事项", "Matter"), Screen::Home, parts.into_any())
}

fn merged(app: App, matter: &Matter) -> Option<AnyView> {
    let into = matter.view.merged_into?;
    let words = app.say("看并到的那一件", "See the matter it went under").to_owned();
    Some(link(words, Box::new(move || app.visit(Goal::Matter(into)))))
}

/// The way to the marks, and thanks for those given.
fn rating(app: App, matter: &Matter, mine: Option<&MyMatter>) -> Option<AnyView> {
    let mine = mine.filter(|mine| mine.may_rate)?;
    let id = matter.id;
    let (heading, words, class) = if mine.rated {
        let thanks = app.say("谢谢，你评过了", "Thank you, you have rated it");
        (thanks, app.say("改评价", "Change my marks"), "weui-btn weui-btn_default ys-gap-3")
    } else {
        let asked = app.say("活办完了，请你评一评", "The work is done: please rate it");
        (asked, app.say("去评价", "Rate it"), "weui-btn weui-btn_primary ys-gap-3")
    };
    let due = matter.view.next.and_then(|next| next.due_ms);
    let due = due.map(|due_ms| due_words(app, due_ms, app.now_ms.get_untracked())).unwrap_or_default();
    let until = format!(
        "{}{due}{}",
        app.say("", "You may rate it and change your marks "),
        app.say("可以评，也可以改", ".")
    );
    let rate = button(class, STAR, words, move || app.visit(Goal::Rate(id)));
    Some(card(vec![para("ys-b", heading), para("ys-s ys-2", until), rate]))
}

fn steps(app: App, matter: &Matter) -> Vec<AnyView> {
    let ended = matter.view.standing != Standing::Open;
    let wrong =
        !ended && (matter.view.over_fen() > 0 || is_overdue(matter.view.next, app.now_ms.get_untracked()));
    let one = |(step, ..): &(Step, &str, &str, &str)| {
        let now = *step == matter.view.step;
        let class = match (*step < matter.view.step || (now && ended), now, wrong) {
            (true, ..) => "done",
            (false, true, true) => "late",
            (false, true, false) => "now",
            (false, false, _) => "",
        };
        let acts: Vec<&Act> = matter.trail.iter().filter(|act| step_of(&act.body) == *step).collect();
        let begun = match step {
            Step::Deliberate => matter.trail.iter().find(|act| is_accept(&act.body)),
            _ => acts.first().copied(),
        };
        let day = begun.map(|act| app.lang.get_untracked().day(act.at_ms));
        let skipped = *step == Step::Decide && acts.is_empty() && matter.view.step > Step::Decide;
        let skipped = skipped.then(
            || view! { <p class="ys-s ys-2">{app.say("这件事没有付诸表决", "Not put to the vote")}</p> },
        );
        let acts: Vec<_> = acts.into_iter().map(|act| told(app, matter, act)).collect();
        view! {
            <li class=class aria-current=now.then_some("step")>
                <span class="ys-line__b" aria-hidden="true">{step_sign(app, *step)}</span>
                <p class="ys-line__t">{step_word(app, *step)}<span class="d">{day}</span></p>
                {acts}
                {skipped}
                {(*step == Step::Decide).then(|| vote_link(app, matter))}
                {now.then(|| who(app, matter, wrong))}
            </li>
        }
        .into_any()
    };
    STEPS.iter().map(one).collect()
}

/// Who must act, by when; or how it ended. What exceeds its limit is said here too, since it makes the step red.
fn who(app: App, matter: &Matter, wrong: bool) -> AnyView {
    let standing = matter.view.standing;
    let next = matter.view.next.filter(|_| standing == Standing::Open);
    let words = match (standing_word(app, standing), next) {
        (Some(words), _) => words,
        (None, Some(next)) => waits_for(app, next.act),
        (None, None) => return ().into_any(),
    };
    let class = match (standing, wrong) {
        (Standing::Done, _) => "ys-who ys-who_ok",
        (_, true) => "ys-who ys-who_bad",
        (_, false) => "ys-who",
    };
    let due = next.and_then(|next| next.due_ms).map(|due_ms| {
        let due = due_words(app, due_ms, app.now_ms.get_untracked());
        view! { {app.say("，", ", ")}<span class="nb">{due}</span> }
    });
    let over = matter.view.over_fen();
    let over = (over > 0 && wrong).then(|| {
        let words = app.say("花费超出上限 ", "Its cost is over the cap by ");
        para("ys-s ys-bad", format!("{words}{}", money(app, over)))
    });
    view! { <div class=class><p class="ys-b">{words}{due}</p>{over}</div> }.into_any()
}

fn is_accept(body: &Body) -> bool {
    matches!(body, Body::Answer(answer) if answer.action == Action::Accept)
}

fn step_of(body: &Body) -> Step {
    match body {
        Body::Notice(_) | Body::Open(_) | Body::Close(_) | Body::Tally(_) => Step::Decide,
        Body::Dispatch(_) | Body::Progress(_) => Step::Execute,
        Body::CloseMatter(close) if close.ending == Ending::NotPassed => Step::Decide,
        Body::CloseMatter(_) => Step::Evaluate,
        _ => Step::Propose,
    }
}

fn tier_word(app: App, tier: Tier) -> &'static str {
    match tier {
        Tier::Building => app.say("楼栋", "the building"),
        Tier::Grid => app.say("小区", "the estate"),
        Tier::Community => app.say("社区", "the community"),
        Tier::Street => app.say("街道", "the street"),
    }
}

/// An act in words: when, who, what, and what was said.
fn told(app: App, matter: &Matter, act: &Act) -> AnyView {
    let lang = app.lang.get_untracked();
    let what = match &act.body {
        Body::Answer(answer) => match (answer.action, answer.tier) {
            (Action::Accept, _) => app.say("受理", "took it up").to_owned(),
            (Action::Decline, _) => app.say("没有采纳", "declined").to_owned(),
            (Action::Merge, _) => app.say("并到另一件", "merged it").to_owned(),
            (_, Some(tier)) => format!("{}{}", app.say("转给", "handed it to "), tier_word(app, tier)),
            (_, None) => String::new(),
        },
        Body::Notice(notice) => format!(
            "{}{} – {}",
            app.say("公告表决：", "gave notice of the vote: "),
            lang.day(notice.opens_ms),
            lang.last_day(notice.closes_ms)
        ),
        Body::Open(open) => match lang {
            Lang::Zh => format!("定下名册：{} 人有权投", open.heads),
            Lang::En => format!("fixed the roll: {} may vote", open.heads),
        },
        Body::Close(_) => app.say("截止开箱", "opened the box").to_owned(),
        Body::Tally(tally) => {
            let outcomes: Vec<_> = tally.items.iter().map(|item| lang.outcome(item.outcome)).collect();
            format!("{}{}", app.say("公布结果：", "result: "), outcomes.join(app.say("、", ", ")))
        }
        Body::Dispatch(dispatch) => {
            let task = matter.view.tasks.iter().find(|task| task.task == act.id);
            let to = task.map(|task| speaker(app, &task.assignee)).unwrap_or_default();
            let cap = dispatch
                .cap_fen
                .map(|cap| format!("{}{}", app.say("，最多 ", ", at most "), money(app, cap)));
            let cap = cap.unwrap_or_default();
            match lang {
                Lang::Zh => format!("派单给{to}，{}前办完{cap}", lang.last_day(dispatch.due_ms)),
                Lang::En => format!("gave it to {to}, to be done by {}{cap}", lang.last_day(dispatch.due_ms)),
            }
        }
        Body::Progress(progress) => {
            let paid = money(app, progress.paid_fen);
            match lang {
                Lang::Zh => format!("办了 {}%，已付 {paid}", progress.percent),
                Lang::En => format!("{}% done, paid {paid}", progress.percent),
            }
        }
        Body::CloseMatter(close) if close.score.ratings > 0 => match lang {
            Lang::Zh => format!("办结：{} 人评价，{} 人满意", close.score.ratings, close.score.content),
            Lang::En => format!("closed it: {} of {} content", close.score.content, close.score.ratings),
        },
        Body::CloseMatter(_) => app.say("办结", "closed it").to_owned(),
        _ => app.say("提出", "raised it").to_owned(),
    };
    let words = act.words.as_ref().map(|words| para("ys-2", pick(app, words)));
    let who = format!("{} {} ", lang.day(act.at_ms), speaker(app, &act.speaker));
    view! { <div class="ys-s ys-gap-1"><p><span class="ys-2">{who}</span>{what}</p>{words}</div> }.into_any()
}

/// The way to the vote on this matter: to its result, or to my ballot.
fn vote_link(app: App, matter: &Matter) -> Option<AnyView> {
    let of_this = |vote: &&crate::proofs::session::Vote| vote.notice.matter == Some(matter.id);
    let vote = app.votes.with_untracked(|votes| votes.iter().find(of_this).cloned())?;
    if vote.tally.is_some() {
        let open = move || app.go(Screen::Result(Box::new(vote.clone())));
        return Some(link(app.say("看表决结果", "See the result").to_owned(), Box::new(open)));
    }
    let agenda = vote.agenda.filter(|_| vote.stage == Some(Stage::Voting))?;
    let mine = mine(app).into_iter().find(|mine| mine.agenda == agenda)?;
    let words = app.say("看方案，去投票", "Read and vote");
    Some(button("weui-btn weui-btn_primary ys-gap-3", BALLOT_BOX, words, move || mine.open(app)))
}
