//! A disclosure: whether its ledgers add up, each ledger as two bars and as figures, and every line of it. `months.rs` shows a
//! ledger over several disclosures, `groups.rs` the lines by account, `rows.rs` how one is told.

use crate::draw::{Draw, DrawAll, View, view};
use crate::words::key;
use yishi_protocol::body::LedgerSums;
use yishi_protocol::calendar::days_late;
use yishi_protocol::ledger::{Ledger, LedgerLine, sums};
use yishi_protocol::projection::Asked;
use yishi_words::Word;

use crate::home::first as home;
use crate::kit::forms::chip;
use crate::kit::gone;
use crate::kit::icons::{ASK, CHECK, CLOCK, WARN, icon};
use crate::kit::parts::{acts, alert, button, chart, first_rows, link, live, note, page, para, section};
use crate::kit::tell::{due_words, ledger as ledger_word, money, pick, speaker, yuan};
use crate::proofs::books::Books;
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::steps::disclose::rows::{lacks_decision, line_row, side};
use crate::steps::disclose::{groups, months};
use crate::words::format::percent;

/// How many lines of a ledger are shown at first.
const SHOWN: usize = 20;

/// What adding up gives.
enum Balance {
    /// Every stated figure is what the lines give.
    Holds,
    /// A page is not at hand, so nobody can tell.
    Unknown,
    /// It is not.
    Broken,
}

fn balance(books: &Books) -> Balance {
    let stated = &books.body.ledgers;
    let closes = |of: &LedgerSums| {
        i128::from(of.opening_fen) + i128::from(of.in_fen) - i128::from(of.out_fen)
            == i128::from(of.closing_fen)
    };
    if !stated.iter().all(closes) {
        return Balance::Broken;
    }
    if books.incomplete {
        return Balance::Unknown;
    }
    let Ok(mut added) = sums(&books.lines) else { return Balance::Broken };
    let mut fits = |of: &LedgerSums| {
        let flows = added.remove(&of.ledger).unwrap_or_default();
        (flows.in_fen, flows.out_fen) == (of.in_fen, of.out_fen)
    };
    let all_fit = stated.iter().filter(|of| !fits(of)).count() == 0;
    let lines = u64::try_from(books.lines.len()) == Ok(books.body.lines());
    if all_fit && added.is_empty() && lines { Balance::Holds } else { Balance::Broken }
}

pub(crate) fn screen(app: App) -> View {
    let Some(books) = app.books.get_untracked() else { return home::screen(app) };
    let lang = app.lang.get_untracked();
    let (from_day, to_day) = (books.body.from_day, books.body.to_day);
    let period = lang.period(from_day, to_day, app.now_ms.get_untracked());
    let published = app.fill(key::common::published(&lang.day(books.at_ms)));
    let by = format!("{} · {published}", speaker(app, &books.speaker));
    let whole: Vec<_> = books.questions.iter().filter(|asked| asked.line.is_none()).collect();
    let parts = view! {

        <div class="ys-q">
            <h2 class="ys-h" tabindex="-1">{period}{app.say(key::books::ACCOUNTS)}</h2>
            {para("ys-s ys-2 ys-gap-1", by)}
            {periods(app, &books)}
        </div>
        {verdict(app, &books)}
        {section(app.say(key::books::EACH_LEDGER_BY_ITSELF), String::new(), app.say(key::books::IN_YUAN))}
        <div class="ys-card">{bars(app, &books.body.ledgers)}</div>
        {section(app.say(key::books::THE_SAME_AS_A_TABLE), String::new(), "")}
        <div class="ys-card">{table(app, &books.body.ledgers)}</div>
        {months::view(app, books.body.ledgers.first().map(|sums| sums.ledger))}
        {section(app.say(key::books::EVERY_LINE), app.fill(key::count::lines(&books.lines.len())), "")}
        {every_line(app, &books)}
        {questions(app, &whole)}
        {acts(vec![button("weui-btn weui-btn_default", ASK, app.say(key::common::ASK_ABOUT_THE_WHOLE), move || app.go(Screen::Ask(None)))])}
    };
    page(app, app.say(key::books::ACCOUNTS_2), Screen::Home, parts)
}

/// The other disclosures.
fn periods(app: App, books: &Books) -> Option<View> {
    let all = app.disclosures.get_untracked();
    let one = |other: &yishi_protocol::view::DisclosureSummary| {
        let (id, now) = (other.disclosure, other.disclosure == books.id);
        let words = app.lang.get_untracked().period(other.from_day, other.to_day, app.now_ms.get_untracked());
        chip(words, move || now, move || app.visit(Goal::Books(id, None)))
    };
    (all.len() > 1).then(|| {
        view! { <div class="ys-chips ys-gap-2">{all.iter().map(one).draw_all()}</div> }
    })
}

/// Whether the ledgers add up, said aloud if they do not, and what spending lacks its vote.
fn verdict(app: App, books: &Books) -> View {
    let all = app.fill(key::books::all_balance(&books.body.ledgers.len()));
    let lines = app.fill(key::count::lines(&books.lines.len()));
    let verdict = match balance(books) {
        Balance::Holds => {
            let how = app.say(key::books::LINES_ADDED_UP_TO_THE);
            view! {
                <p class="ys-b ys-ok">{icon(CHECK, "")} " " {all}</p>
                <p class="ys-s ys-2 ys-gap-1">{lines}{how}</p>
            }
        }
        Balance::Unknown => alert(
            app.say(key::books::A_PAGE_IS_MISSING_SO),
            app.say(key::books::ASK_THE_MANAGER_FOR_IT).to_owned(),
        ),
        Balance::Broken => alert(
            app.say(key::books::THE_LEDGERS_DO_NOT_ADD),
            app.say(key::books::THE_LINES_GIVE_OTHER_SUMS).to_owned(),
        ),
    };
    let lacking: Vec<_> = (0..).zip(&books.lines).filter(|(_, line)| lacks_decision(line)).collect();
    let fen: u64 = lacking.iter().map(|(_, line)| line.amount_fen.unsigned_abs()).sum();
    let gap = (!lacking.is_empty()).then(|| {
        let words = app.fill(key::books::lines_name_no_vote(&lacking.len()));
        let spent = app.say(key::books::OWNERS_MUST_VOTE_ON_SUCH);
        note(
            "ys-note ys-note_wait",
            WARN,
            vec![
                para("ys-b ys-warn", words),
                view! { <p class="ys-s ys-warn">{spent}{money(app, fen)}</p> },
                lacking.iter().take(NAMED).map(|(number, line)| way(app, *number, line)).draw_all(),
            ],
        )
    });
    view! { <div class="ys-card">{verdict}{gap}</div> }
}

/// So many lines without their vote are named beside the warning; all bear it in the list.
const NAMED: usize = 3;

/// The way to a line.
fn way(app: App, number: u32, line: &LedgerLine) -> View {
    link(
        format!("{} {}", line.description, money(app, line.amount_fen.unsigned_abs())),
        Box::new(move || app.go(Screen::Line(number))),
    )
}

/// What came in and went out, all bars by one measure.
fn bars(app: App, ledgers: &[LedgerSums]) -> View {
    let most =
        ledgers.iter().flat_map(|of| [of.in_fen, of.out_fen]).map(i64::unsigned_abs).max().unwrap_or(1);
    let (came, went) = (app.say(key::common::IN_IT), app.say(key::common::OUT));
    let one = |of: &LedgerSums| {
        let name = ledger_word(app, of.ledger);
        let half = |word: &'static str, class: &'static str, fen: i64| {
            let width = percent(fen.unsigned_abs(), most);
            let label = format!("{name}{word} {}", yuan(fen));
            view! {
                <span>{word}</span>
                {chart(label, vec![(class, "0".to_owned(), width)], None)}
                <span class="v">{yuan(fen)}</span>
            }
        };
        view! {
            <div class="ys-book">
                <p class="ys-book__h"><b>{name}</b><span class="r">{app.say(key::books::LEFT)}{yuan(of.closing_fen)}</span></p>
                <div class="ys-pairbar">{half(came, "in", of.in_fen)}{half(went, "out", of.out_fen)}</div>
            </div>
        }
    };
    view! {
        {ledgers.iter().map(one).draw_all()}
        <p class="ys-key ys-gap-3 ys-2">
            <span><i class="k-in"></i>{came}</span>
            <span><i class="k-out"></i>{went}</span>
            <span>{app.say(key::books::ALL_BARS_BY_ONE_MEASURE)}</span>
        </p>
    }
}

fn table(app: App, ledgers: &[LedgerSums]) -> View {
    let row = |of: &LedgerSums| {
        view! {
            <tr>
                <th scope="row">{ledger_word(app, of.ledger)}</th>
                <td class="r">{yuan(of.opening_fen)}<br />{yuan(of.closing_fen)}</td>
                <td class="r">{yuan(of.in_fen)}<br />{yuan(of.out_fen)}</td>
            </tr>
        }
    };
    let label = app.say(key::books::THE_LEDGERS_AS_A_TABLE);
    view! {
        <div class="ys-scroll" tabindex="0" role="group" aria-label=label>
            <table class="ys-tbl ys-s">
                <caption>{app.say(key::books::IN_YUAN_OPENING_IN_OUT)}</caption>
                <thead><tr>
                    <th scope="col">{app.say(key::books::LEDGER)}</th>
                    <th scope="col" class="r">{app.say(key::books::OPENING)}<br />{app.say(key::books::CLOSING)}</th>
                    <th scope="col" class="r">{app.say(key::common::IN_IT)}<br />{app.say(key::common::OUT)}</th>
                </tr></thead>
                <tbody>{ledgers.iter().map(row).draw_all()}</tbody>
            </table>
        </div>
    }
}

/// Every line: by account first, or one after the other as they stand in the books.
fn every_line(app: App, books: &Books) -> View {
    let one_by_one = app.lasting("one by one", false);
    let way = |word: Word, wanted: bool| {
        chip(app.say(word).to_owned(), move || one_by_one.get() == wanted, move || one_by_one.set(wanted))
    };
    let ways = [way(key::groups::BY_ACCOUNT_FIRST, false), way(key::groups::ONE_BY_ONE, true)];
    let books = std::sync::Arc::new(books.clone());
    let drawn = live(move || {
        // What was unfolded meanwhile is known to the app alone.
        let books =
            app.books.get_untracked().filter(|now| now.id == books.id).unwrap_or_else(|| books.clone());
        let ledgers = books.body.ledgers.iter();
        let cards: Vec<_> = ledgers.map(|sums| lines(app, &books, (sums.ledger, one_by_one.get()))).collect();
        Some(cards.draw())
    });
    view! {
        <div class="ys-chips ys-ways">{ways}</div>
        {drawn}
    }
}

/// The lines of a ledger.
fn lines(app: App, books: &Books, (of, one_by_one): (Ledger, bool)) -> View {
    let own = |line: &LedgerLine| side(line).is_some_and(|(ledger, _)| ledger == of);
    let asked = |number: u32| books.asked(number).len();
    let found: Vec<(u32, LedgerLine, usize)> = (0..)
        .zip(&books.lines)
        .filter(|(_, line)| own(line))
        .map(|(number, line)| (number, line.clone(), asked(number)))
        .collect();
    let total = found.len();
    let name = ledger_word(app, of);
    let heading = app.fill(key::count::lines(&total));
    let drawn = if total == 0 {
        para("weui-cell ys-2", app.say(key::books::NOTHING_IN_THIS_PERIOD))
    } else if one_by_one {
        let rows = move |at: usize| found.get(at).map(|found| line_row(app, found)).draw();
        first_rows(app, (total, SHOWN), key::more::lines, Box::new(rows))
    } else {
        groups::view(app, books, of, name)
    };
    view! {
        <div class="ys-card ys-card_flush">
            <p class="weui-cell"><span class="weui-cell__bd ys-b">{name} " " <span class="ys-count">{heading}</span></span></p>
            {drawn}
        </div>
    }
}

/// What people asked, each with its answer or how long it waits.
pub(crate) fn questions(app: App, asked: &[&Asked]) -> Option<View> {
    let one = |asked: &&Asked| {
        let lang = app.lang.get_untracked();
        let mine = if asked.mine { app.say(key::books::YOU) } else { "" };
        let question = gone::say(app, &asked.words, |words| pick(app, words));
        let now_ms = app.now_ms.get_untracked();
        let reply = if let Some((at_ms, words)) = &asked.reply {
            let words = gone::say(app, words, |words| pick(app, words));
            view! {
                <p class="ys-reply ys-s">
                    <b>{app.say(key::common::ANSWER)}</b> " " {lang.day(*at_ms)}{app.say(key::common::MARK_3)}{words}
                </p>
            }
        } else {
            let late = days_late(asked.due_ms, now_ms) > 0;
            let class = if late { "ys-reply ys-s ys-bad" } else { "ys-reply ys-s" };
            let waits = app.say(key::books::WAITING_FOR_THE_MANAGER);
            let waits = format!(" {waits}{}", due_words(app, asked.due_ms, now_ms));
            view! { <p class=class>{icon(CLOCK, "ys-i_s")}{waits}</p> }
        };
        view! {
            <li class="ys-voice">
                <p class="ys-voice__by"><span>{speaker(app, &asked.speaker)}{mine}</span><span>{lang.day(asked.at_ms)}</span></p>
                <p>{question}</p>
                {reply}
            </li>
        }
    };
    (!asked.is_empty()).then(|| {
        view! {
            {section(app.say(key::books::QUESTIONS), app.fill(key::count::said(&asked.len())), "")}
            <div class="ys-card"><ul>{asked.iter().map(one).draw_all()}</ul></div>
        }
    })
}
