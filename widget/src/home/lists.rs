//! What the estate is busy with, as lists: its matters, its votes, its money, and what waits for an answer.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::body::FIFTH;
use yishi_protocol::projection::Vote;
use yishi_protocol::state::{Stage, Standing, Step};
use yishi_protocol::view::{DisclosureSummary, MatterSummary};

use crate::home::help;
use crate::kit::charts::cap;
use crate::kit::icons::{BALLOT_BOX, CHECK, WARN};
use crate::kit::mine::{Mine, mine};
use crate::kit::next::{is_overdue, waits_for};
use crate::kit::parts::{button, link, note, page, para, row, section, topic};
use crate::kit::tell::{
    answer_duty, due_words, ledger, money as money_words, pick, standing_word, track, yuan,
};
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::steps::deliberate::hidden;

/// How many matters the first screen shows.
const SHOWN: usize = 6;

/// Whether a matter is late or over what it may cost.
fn is_wrong(matter: &MatterSummary, now_ms: u64) -> bool {
    matter.standing == Standing::Open && (is_overdue(matter.next.as_ref(), now_ms) || matter.over_fen > 0)
}

/// The matters that go on: what is wrong first.
pub(crate) fn matters(app: App) -> View {
    let now_ms = app.now_ms.get_untracked();
    let all = app.matters.get_untracked();
    let open = || all.iter().filter(|matter| matter.standing == Standing::Open);
    let number = open().count();
    let wrong = open().filter(|matter| is_wrong(matter, now_ms));
    let right = open().filter(|matter| !is_wrong(matter, now_ms));
    let shown: Vec<_> = wrong.chain(right).take(SHOWN).map(|matter| card(app, matter)).collect();
    let total = app.fill(key::count::matters(&all.len()));
    let words = format!("{}{total}", app.say(key::lists::ALL));
    let more = (all.len() > shown.len()).then(|| {
        let more = button("weui-btn weui-btn_text", "", words, move || app.go(Screen::Matters));
        view! { <div>{more}</div> }
    });
    let none = shown.is_empty();
    view! {
        {section(app.say(key::lists::WHAT_THE_ESTATE_DISCUSSES), app.fill(key::count::matters(&number)), server_word(app))}
        <div class="ys-card ys-card_flush">
            {shown}
            {none.then(|| view! { {para("ys-matter", app.say(key::lists::NOTHING_IS_BEING_DISCUSSED_NOW))} })}
            {more}
        </div>
        {app.hidden.with_untracked(|sums| hidden::sums(app, sums))}
    }
}

/// All of what is on this list is the server's word.
fn server_word(app: App) -> &'static str {
    app.say(key::common::BY_THE_SERVER)
}

/// A matter: its title, what its work has cost of what it may, its five steps, who must act by when.
pub(crate) fn card(app: App, matter: &MatterSummary) -> View {
    let (id, now_ms) = (matter.matter, app.now_ms.get_untracked());
    let title = match &matter.title {
        Some(title) => pick(app, title),
        None if matter.hidden => app.say(key::hidden::HIDDEN).to_owned(),
        None => app.say(key::common::ITS_TEXT_IS_NOT_HERE).to_owned(),
    };
    let wrong = is_wrong(matter, now_ms);
    let spent = matter.cap_fen.map(|cap_fen| cap::line(app, (cap_fen, matter.paid_fen, matter.over_fen)));
    let next = matter.next.as_ref();
    let waits = match (standing_word(app, matter.standing), next) {
        (Some(words), _) => words.to_owned(),
        (None, Some(next)) => waits_for(app, next, matter.worker.as_ref()),
        (None, None) => String::new(),
    };
    let due = next.and_then(|next| next.due_ms);
    let due = due.map(|due_ms| due_words(app, due_ms, now_ms));
    let late = is_overdue(next, now_ms);
    let backed = backed(app, matter).map(|words| para("ys-s ys-2 n", words));
    view! {
        <div class="ys-matter">
            {button("ys-open", "", title, move || app.visit(Goal::Matter(id)))}
            {spent}
            {backed}
            {track(app, matter.step, matter.standing, wrong)}
            <p class="ys-next"><span>{waits}</span><span class=if late { "due nb ys-bad" } else { "due nb" }>{due}</span></p>
        </div>
    }
}

/// How many homes back a matter that is not decided upon yet, and of the whole estate, whose homes are told exactly, how many a fifth
/// is: so many can demand a vote.
fn backed(app: App, matter: &MatterSummary) -> Option<String> {
    let asks = matter.standing == Standing::Open && matches!(matter.step, Step::Propose | Step::Deliberate);
    asks.then(|| {
        let heads = app.scopes.with_untracked(|scopes| {
            let of = scopes.iter().find(|known| known.scope == matter.scope && known.parent.is_none());
            of.and_then(|of| of.heads)
        });
        match heads {
            Some(heads) => {
                app.fill(key::lists::backed_of(&matter.supports, &FIFTH.least_of(u64::from(heads))))
            }
            None => app.fill(key::lists::backed(&matter.supports)),
        }
    })
}

/// What stands on the first screen below what waits for me.
pub(crate) fn all(app: App) -> View {
    // What a ballot can be cast by without a phone stands beside the ballots that wait.
    let paper = || mine(app).iter().any(Mine::waits).then(|| help::paper(app)).flatten();
    let below = help::last_day(app).or_else(paper);
    view! { {below} {matters(app)} {votes(app)} {money(app)} {echo(app)} }
}

/// Every matter, those that go on first.
pub(crate) fn screen(app: App) -> View {
    let all = app.matters.get_untracked();
    let group = |heading: &'static str, open: bool| {
        let of_group = all.iter().filter(|matter| (matter.standing == Standing::Open) == open);
        let cards: Vec<_> = of_group.map(|matter| card(app, matter)).collect();
        let number = app.fill(key::count::matters(&cards.len()));
        (!cards.is_empty()).then(|| {
            view! { {section(heading, number, "")} <div class="ys-card ys-card_flush">{cards}</div> }
        })
    };
    let (open, ended) =
        (group(app.say(key::lists::GOING_ON), true), group(app.say(key::lists::ENDED), false));
    let parts = view! {
        {topic(app.say(key::lists::EVERY_MATTER_OF_THE_ESTATE))}
        {open}
        {ended}
        {app.hidden.with_untracked(|sums| hidden::sums(app, sums))}
    };
    page(app, app.say(key::common::MATTERS), Screen::Home, parts)
}

/// The estate's votes.
pub(crate) fn votes(app: App) -> View {
    let votes = app.votes.get_untracked();
    let empty = votes.is_empty();
    let rows: Vec<_> = votes.iter().map(|vote| vote_row(app, vote)).collect();
    view! {
        {section(app.say(key::lists::VOTES_OF_THE_ESTATE), String::new(), server_word(app))}
        {empty.then(|| view! { <div class="ys-card"><p>{app.say(key::lists::NO_VOTES_NOW_THEY_WILL)}</p></div> })}
        {(!empty).then(|| view! { <div class="weui-cells">{rows}</div> })}
    }
}

fn vote_row(app: App, vote: &Vote) -> View {
    let lang = app.lang.get_untracked();
    let about = match vote.stage {
        None | Some(Stage::Opened) => app.fill(key::lists::begins(&lang.beginning(vote.notice.opens_ms))),
        Some(Stage::Voting) => {
            let shown = match (vote.turnout_heads, &vote.open) {
                (0, _) => String::new(),
                (turnout, Some(open)) => {
                    format!(" · {}", app.fill(key::lists::turnout_of(&turnout, &open.heads)))
                }
                (turnout, None) => format!(" · {}", app.fill(key::lists::turnout(&turnout))),
            };
            let closes = app.fill(key::lists::closes(&lang.deadline(vote.closes_ms())));
            format!("{closes}{shown}")
        }
        Some(Stage::Counting) => app.say(key::lists::CLOSED_WAITING_TO_BE_OPENED).to_owned(),
        Some(Stage::Closed) => app.say(key::lists::WAITING_FOR_THE_COUNT).to_owned(),
        Some(Stage::Tallied | Stage::ToEnd | Stage::Final) => app.say(key::lists::SEE_THE_RESULT).to_owned(),
        Some(Stage::Withdrawn) => app.say(key::plan::WITHDRAWN).to_owned(),
    };
    let title = pick(app, &vote.text.title);
    let (id, sign) = (vote.id, if vote.has_result { CHECK } else { BALLOT_BOX });
    row("", sign, (title, about), Box::new(move || app.visit(Goal::Vote(id))))
}

/// The newest disclosure, if there is one.
pub(crate) fn money(app: App) -> Option<View> {
    let newest = app.disclosures.with_untracked(|all| all.first().cloned())?;
    let DisclosureSummary { disclosure, from_day, to_day, received_ms, ledgers, .. } = newest;
    let lang = app.lang.get_untracked();
    let period = lang.period(from_day, to_day, app.now_ms.get_untracked());
    let heading = format!("{period}{}", app.say(key::lists::MONEY));
    let published = app.fill(key::common::published(&lang.day(received_ms)));
    let rows = ledgers.iter().map(|sums| {
        view! {
            <li>
                <span class="who">{ledger(app, sums.ledger)}<small class="ys-block n">{app.fill(key::lists::left(&yuan(sums.closing_fen)))}</small></span>
                <span class="amt"><small>{app.say(key::common::IN_IT)}</small>{yuan(sums.in_fen)}</span>
                <span class="amt"><small>{app.say(key::common::OUT)}</small>{yuan(sums.out_fen)}</span>
            </li>
        }
    });
    let open =
        button("weui-btn weui-btn_default ys-gap-3", "", app.say(key::lists::SEE_EVERY_LINE), move || {
            app.visit(Goal::Books(disclosure, None));
        });
    Some(view! {
        <h2 class="ys-sec">{heading} <span class="r ys-2">{published}</span></h2>
        <div class="ys-card">
            <ul class="ys-money3">{rows.draw_all()}</ul>
            {over(app)}
            {para("ys-s ys-2 ys-gap-1", app.say(key::lists::IN_YUAN_EACH_LEDGER_STANDS))}
            {open}
        </div>
    })
}

/// The work that cost more than it may, each with the way to its matter.
fn over(app: App) -> Option<View> {
    let all = app.matters.get_untracked();
    let over = all.iter().filter(|matter| matter.standing == Standing::Open && matter.over_fen > 0);
    let line = |matter: &MatterSummary| {
        let id = matter.matter;
        let title = matter.title.as_ref().map(|title| pick(app, title)).unwrap_or_default();
        let words = app.fill(key::lists::over(&title, &money_words(app, matter.over_fen)));
        link(words, Box::new(move || app.visit(Goal::Matter(id))))
    };
    let lines: Vec<View> = over.map(line).collect();
    (!lines.is_empty()).then(|| note("ys-note ys-note_bad", WARN, lines))
}

/// How many matters wait, are late and have ended.
pub(crate) fn echo(app: App) -> Option<View> {
    let now_ms = app.now_ms.get_untracked();
    let (mut waiting, mut late, mut ended) = (0_usize, 0_usize, 0_usize);
    app.matters.with_untracked(|matters| {
        for matter in matters {
            match (matter.standing, is_overdue(matter.next.as_ref(), now_ms)) {
                (Standing::Open, true) => late += 1,
                (Standing::Open, false) => waiting += 1,
                _ => ended += 1,
            }
        }
    });
    if waiting + late + ended == 0 {
        return None;
    }
    let box_of = |class: &'static str, number: usize, words: &'static str| {
        view! { <div class=class><b>{number}</b>{words}</div> }
    };
    Some(view! {
        {section(app.say(key::lists::EVERYTHING_IS_ANSWERED), String::new(), server_word(app))}
        <div class="ys-card">
            <div class="ys-tri">
                {box_of("", waiting, app.say(key::lists::WAITING))}
                {box_of(if late > 0 { "bad" } else { "" }, late, app.say(key::lists::OVERDUE))}
                {box_of("", ended, app.say(key::lists::ENDED_2))}
            </div>
            <p class="ys-s ys-2 ys-gap-3">{answer_duty(app)}</p>
        </div>
    })
}
