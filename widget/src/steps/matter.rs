//! A matter: what is asked for, how far it has come, who must act next.

use std::sync::Arc;

use crate::draw::{Draw, DrawAll, View, view};
use crate::words::key;
use yishi_protocol::body::{Action, Body, Ending, ReviewOpinion, Tier};
use yishi_protocol::projection::{Act, AtHand, Matter};
use yishi_protocol::state::{Stage, Standing, Step};
use yishi_protocol::view::MyMatter;
use yishi_words::Word;

use crate::kit::icons::{BALLOT_BOX, STAR};
use crate::kit::mine::mine;
use crate::kit::next::{is_overdue, waits_for};
use crate::kit::parts::{button, card, link, page, para, section};
use crate::kit::share::share;
use crate::kit::tell::{
    STEPS, category, due_words, money, pick, speaker, standing_word, step_sign, step_word, track,
};
use crate::kit::{folded, gone};
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::steps::deliberate::erasing::of_matter;
use crate::steps::deliberate::{hidden, voices};
use crate::steps::execute::works;
use crate::steps::propose::demand;

pub(crate) fn screen(app: App) -> View {
    let Some(matter) = app.matter.get_untracked() else { return crate::home::first::screen(app) };
    let mine = app.my_matter(&matter.id);
    let lang = app.lang.get_untracked();
    let covered = hidden::is_covered(matter.hidden.as_ref());
    let (title, body, place) = match &matter.text {
        _ if covered => (app.say(key::hidden::HIDDEN).to_owned(), String::new(), None),
        AtHand::Here(text) => (pick(app, &text.title), pick(app, &text.body), text.place.clone()),
        absent => (gone::absent(app, absent.gone()), String::new(), None),
    };
    let about = format!("{} · {}", category(app, matter.raise.category), app.scope_name(matter.raise.scope));
    let head = view! {
        <div class="ys-q">
            <p class="ys-eyebrow">{about}</p>
            <h2 class="ys-h" tabindex="-1">{title}</h2>
        </div>
    };
    let text = folded::text(app, &body);
    let place = place.map(|place| para("ys-s ys-gap-2", format!("{}{place}", app.say(key::matter::PLACE))));
    let raised = app.fill(key::matter::raised(&lang.day(matter.raised_ms)));
    let by = format!("{} · {raised}", speaker(app, &matter.view.speaker));
    let by = para("ys-s ys-2 ys-gap-2", by);
    let open = app.lasting("open", None);
    let below = hidden::below(
        app,
        (matter.id, matter.id),
        (matter.hidden.as_ref(), true, of_matter(app, &matter)),
        open,
    );
    let text = card(vec![text.draw(), place.draw(), by, merged(app, &matter).draw(), below]);
    let speaking = app.lasting("speaking", None);
    // What is asked, where it stands, what the reader can do about it; then the rest.
    let parts = vec![
        head,
        text,
        section(app.say(key::matter::HOW_FAR_IT_HAS_COME), String::new(), ""),
        standing(app, &matter),
        rating(app, &matter, mine.as_ref()).draw(),
        works::works(app, &matter).draw(),
        works::support(app, &matter, mine.as_ref(), speaking),
        candidates(app, &matter).draw(),
        voices::voices(app, &matter, speaking, open),
        demand::card(app, &matter).draw(),
        history(app, &matter),
        share(app, Goal::Matter(matter.id)),
    ];
    page(app, app.say(key::matter::MATTER), Screen::Home, parts.draw())
}

/// Whether it is late, or its work cost more than it may.
fn is_wrong(app: App, matter: &Matter) -> bool {
    let late = is_overdue(matter.view.next.as_ref(), app.now_ms.get_untracked());
    matter.view.standing == Standing::Open && (matter.view.over_fen() > 0 || late)
}

/// Where it stands: its five steps in a line, what was done last, who must act by when, and its vote.
fn standing(app: App, matter: &Matter) -> View {
    let wrong = is_wrong(app, matter);
    let last = matter.trail.last().filter(|_| matter.trail.len() > 1);
    card(vec![
        track(app, matter.view.step, matter.view.standing, wrong),
        who(app, matter, wrong),
        last.map(|act| told(app, matter, act)).draw(),
        vote_link(app, matter).draw(),
    ])
}

/// How it came here, step by step, behind a press.
fn history(app: App, matter: &Matter) -> View {
    let words = app.fill(key::matter::all_steps(&matter.trail.len()));
    let line = view! { <ol class="ys-line">{steps(app, matter)}</ol> };
    view! {
        {section(app.say(key::matter::HOW_IT_CAME), String::new(), "")}
        <div class="ys-card"><details class="ys-twin"><summary>{words}</summary>{line}</details></div>
    }
}

/// The way to whoever stands, of a matter that may elect somebody.
fn candidates(app: App, matter: &Matter) -> Option<View> {
    let stand = |act: &Act| matches!(act.body, Body::Nominate(_));
    let may = matter.raise.category.is_none() && matches!(matter.view.step, Step::Deliberate | Step::Decide);
    let shown = may || matter.trail.iter().any(stand);
    let id = matter.id;
    let open = move || app.visit(Goal::Candidates(id));
    shown.then(|| link(app.say(key::matter::SEE_WHO_STANDS).to_owned(), Box::new(open)))
}

fn merged(app: App, matter: &Matter) -> Option<View> {
    let into = matter.view.merged_into?;
    let words = app.say(key::matter::SEE_THE_MATTER_IT_WENT).to_owned();
    Some(link(words, Box::new(move || app.visit(Goal::Matter(into)))))
}

/// The way to the marks, and thanks for those given.
fn rating(app: App, matter: &Matter, mine: Option<&MyMatter>) -> Option<View> {
    let mine = mine.filter(|mine| mine.may_rate)?;
    let id = matter.id;
    let (heading, words, class) = if mine.rated {
        let thanks = app.say(key::matter::THANK_YOU_YOU_HAVE_RATED);
        (thanks, app.say(key::matter::CHANGE_MY_MARKS), "weui-btn weui-btn_default ys-gap-3")
    } else {
        let asked = app.say(key::matter::THE_WORK_IS_DONE_PLEASE);
        (asked, app.say(key::matter::RATE_IT), "weui-btn weui-btn_primary ys-gap-3")
    };
    let due = matter.view.next.as_ref().and_then(|next| next.due_ms);
    let due = due.map(|due_ms| due_words(app, due_ms, app.now_ms.get_untracked())).unwrap_or_default();
    let until = app.fill(key::matter::rate_until(&due));
    let rate = button(class, STAR, words, move || app.visit(Goal::Rate(id)));
    Some(card(vec![para("ys-b", heading), para("ys-s ys-2", until), rate]))
}

fn steps(app: App, matter: &Matter) -> Vec<View> {
    let ended = matter.view.standing != Standing::Open;
    let wrong = is_wrong(app, matter);
    let one = |(step, ..): &(Step, Word, Word)| {
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
        let skipped =
            skipped.then(|| view! { <p class="ys-s ys-2">{app.say(key::matter::NOT_PUT_TO_THE_VOTE)}</p> });
        let mut acts: Vec<_> = acts.into_iter().map(|act| told(app, matter, act)).collect();
        let recent = acts.split_off(acts.len().saturating_sub(RECENT));
        let earlier = folded(app, acts);
        view! {
            <li class=class aria-current=now.then_some("step")>
                <span class="ys-line__b" aria-hidden="true">{step_sign(app, *step)}</span>
                <p class="ys-line__t">{step_word(app, *step)}<span class="d">{day}</span></p>
                {earlier}
                {recent}
                {skipped}
            </li>
        }
    };
    STEPS.iter().map(one).collect()
}

/// How many acts of a step stand there unfolded.
const RECENT: usize = 3;

/// The acts before the last ones, for whoever wants to know how it came.
fn folded(app: App, acts: Vec<View>) -> Option<View> {
    let words = app.fill(key::matter::earlier(&acts.len()));
    let shown = !acts.is_empty();
    shown.then(|| {
        view! { <details class="ys-twin ys-s"><summary>{words}</summary>{acts}</details> }
    })
}

/// Who must act, by when; or how it ended. What exceeds its limit is said here too, since it makes the step red.
fn who(app: App, matter: &Matter, wrong: bool) -> View {
    let standing = matter.view.standing;
    let next = matter.view.next.as_ref();
    let words = match (standing_word(app, standing), next) {
        (Some(words), _) => words.to_owned(),
        (None, Some(next)) => waits_for(app, next, matter.view.worker.as_ref()),
        (None, None) => return View::Nothing,
    };
    let class = match (standing, wrong) {
        (Standing::Done, _) => "ys-who ys-who_ok",
        (_, true) => "ys-who ys-who_bad",
        (_, false) => "ys-who",
    };
    let due = next.and_then(|next| next.due_ms).map(|due_ms| {
        let due = due_words(app, due_ms, app.now_ms.get_untracked());
        view! { {app.say(key::matter::MARK_3)}<span class="nb">{due}</span> }
    });
    let over = matter.view.over_fen();
    let over = (over > 0 && wrong).then(|| {
        let words = app.say(key::matter::ITS_COST_IS_OVER_THE);
        para("ys-s ys-bad", format!("{words}{}", money(app, over)))
    });
    view! { <div class=class><p class="ys-b">{words}{due}</p>{over}</div> }
}

fn is_accept(body: &Body) -> bool {
    matches!(body, Body::Answer(answer) if answer.action == Action::Accept)
}

fn step_of(body: &Body) -> Step {
    match body {
        Body::Notice(_)
        | Body::Open(_)
        | Body::Extend(_)
        | Body::Withdraw(_)
        | Body::Close(_)
        | Body::Tally(_)
        | Body::Dispute(_)
        | Body::RuleDispute(_)
        | Body::Final(_)
        | Body::Confirm(_)
        | Body::BallotBox(_)
        | Body::Deny(_)
        | Body::Draw(_)
        | Body::RollCall(_)
        | Body::Annul(_)
        | Body::Nominate(_)
        | Body::Seat(_)
        | Body::Meeting(_)
        | Body::Minutes(_)
        | Body::Attest(_) => Step::Decide,
        Body::AskReview(_) | Body::Review(_) | Body::Requisition(_) => Step::Deliberate,
        Body::Dispatch(_) | Body::Progress(_) => Step::Execute,
        Body::CloseMatter(close) if close.ending == Ending::NotPassed => Step::Decide,
        Body::CloseMatter(_) => Step::Evaluate,
        _ => Step::Propose,
    }
}

fn tier_word(app: App, tier: Tier) -> &'static str {
    match tier {
        Tier::Building => app.say(key::matter::THE_BUILDING),
        Tier::Grid => app.say(key::matter::THE_ESTATE),
        Tier::Community => app.say(key::matter::THE_COMMUNITY),
        Tier::Street => app.say(key::matter::THE_STREET),
    }
}

/// That another organisation was asked, until when; and that it said nothing, if it did not.
fn reviewed(app: App, matter: &Matter, request: &Act, due_ms: u64) -> String {
    let lang = app.lang.get_untracked();
    let asked = app.fill(key::matter::asked_for_a_review_until(&lang.deadline(due_ms)));
    let answers = |act: &Act| matches!(&act.body, Body::Review(review) if review.request == request.id);
    let silent = app.now_ms.get_untracked() >= due_ms && !matter.trail.iter().any(answers);
    let silent = if silent { app.say(key::matter::NO_REPLY) } else { "" };
    format!("{asked}{silent}")
}

/// What a reviewer's opinion is called.
pub(crate) const fn opinion_word(opinion: ReviewOpinion) -> Word {
    match opinion {
        ReviewOpinion::Agree => key::matter::REVIEW_AGREE,
        ReviewOpinion::Remarks => key::matter::REVIEW_REMARKS,
        ReviewOpinion::Against => key::matter::REVIEW_AGAINST,
    }
}

/// An act in words: when, who, what, and what was said.
fn told(app: App, matter: &Matter, act: &Act) -> View {
    let lang = app.lang.get_untracked();
    let what = match &act.body {
        Body::Answer(answer) => match (answer.action, answer.tier) {
            (Action::Accept, _) => app.say(key::matter::TOOK_IT_UP).to_owned(),
            (Action::Decline, _) => app.say(key::matter::DECLINED).to_owned(),
            (Action::Merge, _) => app.say(key::matter::MERGED_IT).to_owned(),
            (_, Some(tier)) => format!("{}{}", app.say(key::matter::HANDED_IT_TO), tier_word(app, tier)),
            (_, None) => String::new(),
        },
        Body::Requisition(_) => app.say(key::matter::DEMANDED_A_VOTE).to_owned(),
        Body::AskReview(asked) => reviewed(app, matter, act, asked.due_ms),
        Body::Review(review) => app.say(opinion_word(review.opinion)).to_owned(),
        Body::Notice(notice) => format!(
            "{}{} – {}",
            app.say(key::matter::GAVE_NOTICE_OF_THE_VOTE),
            lang.day(notice.opens_ms),
            lang.last_day(notice.closes_ms)
        ),
        Body::Open(open) => lang.fill(key::matter::fixed_the_roll_may_vote(&open.heads)),
        Body::Dispute(_) => app.say(key::matter::DISPUTED_THE_RESULT).to_owned(),
        Body::RuleDispute(_) => app.say(key::matter::RULED_ON_A_DISPUTE).to_owned(),
        Body::Final(_) => app.say(key::matter::ASKED_TO_MAKE_IT_FINAL).to_owned(),
        Body::Confirm(_) => app.say(key::matter::A_SECOND_PERSON_CONFIRMED).to_owned(),
        Body::BallotBox(_) => app.say(key::matter::LISTED_THE_BOX).to_owned(),
        Body::Deny(_) => app.say(key::matter::DENIED_A_SHEET).to_owned(),
        Body::Draw(_) => app.say(key::matter::ENTERED_THE_LOTTERY).to_owned(),
        Body::RollCall(_) => app.say(key::matter::ASKED_A_HOME).to_owned(),
        Body::Annul(_) => app.say(key::matter::TOLD_OF_AN_ANNULMENT).to_owned(),
        Body::Nominate(said) if said.candidacy.is_none() => app.say(key::matter::STANDS_NO_MORE).to_owned(),
        Body::Nominate(_) => app.say(key::matter::STANDS_FOR_THE_ELECTION).to_owned(),
        Body::Seat(_) => app.say(key::matter::SEATED_THE_ELECTED).to_owned(),
        Body::Meeting(_) => app.say(key::matter::CALLED_A_MEETING).to_owned(),
        Body::Minutes(_) => app.say(key::matter::WROTE_MINUTES).to_owned(),
        Body::Attest(said) if said.denies.is_some() => app.say(key::matter::DENIED_MINUTES).to_owned(),
        Body::Attest(_) => app.say(key::matter::ATTESTED_MINUTES).to_owned(),
        Body::Extend(extend) => lang.fill(key::matter::put_the_end_off_to(&lang.last_day(extend.closes_ms))),
        Body::Withdraw(_) => app.say(key::matter::WITHDREW_THE_VOTE).to_owned(),
        Body::Close(_) => app.say(key::matter::OPENED_THE_BOX).to_owned(),
        Body::Tally(tally) => {
            let outcomes: Vec<_> = tally.items.iter().map(|item| lang.outcome(item.outcome)).collect();
            format!("{}{}", app.say(key::matter::RESULT), outcomes.join(app.say(key::common::MARK)))
        }
        Body::Dispatch(dispatch) => {
            let task = matter.view.tasks.iter().find(|task| task.task == act.id);
            let to = task.map(|task| speaker(app, &task.assignee)).unwrap_or_default();
            let cap =
                dispatch.cap_fen.map(|cap| format!("{}{}", app.say(key::matter::AT_MOST), money(app, cap)));
            let cap = cap.unwrap_or_default();
            lang.fill(key::matter::gave_it_to_to_be(&to, &lang.last_day(dispatch.due_ms), &cap))
        }
        Body::Progress(progress) => {
            let paid = money(app, progress.paid_fen);
            lang.fill(key::matter::done_paid(&progress.percent, &paid))
        }
        Body::CloseMatter(close) if close.score.ratings > 0 => {
            lang.fill(key::matter::closed_it_of_content(&close.score.ratings, &close.score.content))
        }
        Body::CloseMatter(_) if matter.view.ratings > 0 => {
            app.say(key::matter::CLOSED_IT_FEW_MARKED).to_owned()
        }
        Body::CloseMatter(_) => app.say(key::matter::CLOSED_IT).to_owned(),
        _ => app.say(key::matter::RAISED_IT).to_owned(),
    };
    let words = act.words.as_ref();
    let words = words.map(|words| para("ys-2", gone::say(app, words, |words| pick(app, words))));
    let ends = matches!(act.body, Body::CloseMatter(_));
    let rounds = matter.view.rounds.iter().filter_map(|round| round.score).filter(|_| ends);
    let rounds = rounds
        .map(|score| para("ys-2", lang.fill(key::matter::an_earlier_round(&score.ratings, &score.content))));
    let who = format!("{} {} ", lang.day(act.at_ms), speaker(app, &act.speaker));
    view! { <div class="ys-s ys-gap-1"><p><span class="ys-2">{who}</span>{what}</p>{rounds.draw_all()}{words}</div> }
}

/// The way to the vote on this matter: to its result, or to my ballot.
fn vote_link(app: App, matter: &Matter) -> Option<View> {
    let of_this = |vote: &&Arc<yishi_protocol::projection::Vote>| vote.notice.matter == Some(matter.id);
    let vote = app.votes.with_untracked(|votes| votes.iter().find(of_this).cloned())?;
    if vote.has_result {
        let open = move || app.visit(Goal::Vote(vote.id));
        return Some(link(app.say(key::matter::SEE_THE_RESULT).to_owned(), Box::new(open)));
    }
    let agenda = vote.agenda.filter(|_| vote.stage == Some(Stage::Voting))?;
    let mine = mine(app).into_iter().find(|mine| mine.agenda == agenda)?;
    let words = app.say(key::common::READ_AND_VOTE);
    Some(button("weui-btn weui-btn_primary ys-gap-3", BALLOT_BOX, words, move || mine.open(app)))
}
