//! 报进度: the officer's own work and how far it has come.

use crate::draw::{View, typed_in, view};
use crate::words::key;
use yishi_protocol::body::Progress;
use yishi_protocol::id::{MatterId, TaskId};
use yishi_protocol::state::{WHOLE, over_fen};
use yishi_protocol::view::TaskView;

use crate::desk::acts::Form;
use crate::desk::dates::due;
use crate::desk::field::{Field, blank};
use crate::desk::forms::{area, card, hint, line, list, row, signing, title};
use crate::desk::load::Work;
use crate::desk::money::fen_at_least_zero;
use crate::desk::{Desk, Page};
use crate::kit::parts::fact;
use crate::kit::tell::pick;
use crate::proofs::act::statement;
use crate::words::format::hundredths;

fn name(desk: Desk, work: &Work) -> String {
    let title = work.title.as_ref().map(|title| pick(desk.app, title));
    title.unwrap_or_else(|| desk.say(key::desk_common::NO_TITLE).to_owned())
}

pub(crate) fn page(desk: Desk) -> View {
    let drawn = move || {
        let work = desk.data.with(|data| data.work.clone());
        let remark = desk.fill(key::desk_progress::unfinished(&work.len()));
        let drawn = |work: Work| {
            let (when, class) = due(desk.lang(), work.task.due_ms, desk.now_ms());
            let class = if class == "bad" { "ys-bad ys-b" } else { "" };
            let about = format!(
                "{} {}% · {} {}",
                desk.say(key::desk_progress::REPORTED),
                work.task.percent,
                desk.say(key::common::PAID),
                hundredths(work.task.paid_fen),
            );
            let page = Page::Task(work.matter, work.task.task);
            row(desk, name(desk, &work), (about, ""), (when, class), Some(page))
        };
        let rows = work.into_iter().map(drawn).collect();
        let body = list(rows, desk.say(key::desk_progress::NO_UNFINISHED_WORK_OF_YOURS));
        card(desk.say(key::desk_progress::MY_WORK), remark, body)
    };
    view! { {title(desk, desk.say(key::desk_common::MY_WORK).to_owned(), None)} {drawn} }
}

/// What was asked for.
fn given(desk: Desk, task: &TaskView) -> View {
    let (when, class) = due(desk.lang(), task.due_ms, desk.now_ms());
    let late = class == "bad";
    let cap = match task.cap_fen {
        Some(cap) => format!("{}\u{a0}{}", hundredths(cap), desk.say(key::desk_progress::YUAN)),
        None => desk.say(key::desk_progress::NONE).to_owned(),
    };
    view! {
        <dl class="ys-kv">
            {fact(desk.say(key::desk_progress::DUE), when)}
            {fact(desk.say(key::desk_progress::AT_MOST), cap)}
            {fact(desk.say(key::desk_progress::REPORTED_SO_FAR), format!("{}%", task.percent))}
        </dl>
        {late.then(|| hint("ys-note_bad", desk.say(key::desk_progress::IT_IS_LATE_SAY_WHEN)))}
    }
}

/// The same figure, for fingers.
fn slider(desk: Desk, percent: Field) -> View {
    view! {
        <input
            class="ys-range"
            type="range"
            min="0"
            max="100"
            step="5"
            aria-label=desk.say(key::desk_progress::PER_CENT_DONE)
            prop:value=move || percent.get()
            on:input=move |event| percent.set(typed_in(&event))
        />
    }
}

pub(crate) fn report(desk: Desk, matter: MatterId, id: TaskId) -> View {
    let found = desk.data.with(|data| data.work.iter().find(|work| work.task.task == id).cloned());
    let Some(work) = found else { return page(desk) };
    let task = work.task.clone();
    let form = Form::new(desk, format_args!("progress/{id}"));
    let percent = form.field("percent", task.percent.to_string());
    let paid = form.field("paid", if task.paid_fen == 0 { String::new() } else { hundredths(task.paid_fen) });
    let words = form.field("words", "");
    let cap_fen = task.cap_fen;
    // Nothing typed is nothing paid.
    let paid_fen = move || {
        let paid = paid.get();
        if paid.trim().is_empty() { Some(0) } else { fen_at_least_zero(&paid) }
    };
    let percent_of = move || percent.get().trim().parse::<u32>().ok().filter(|percent| *percent <= WHOLE);
    let missing = move || {
        if percent_of().is_none() {
            return Some(desk.say(key::desk_progress::PROGRESS_IS_A_WHOLE_NUMBER));
        }
        if paid_fen().is_none() {
            return Some(desk.say(key::desk_progress::WHAT_WAS_PAID_MUST_BE));
        }
        blank(words).then(|| desk.say(key::desk_progress::THE_WORDS_ARE_MISSING))
    };
    let over = move || {
        let over = Some(over_fen(cap_fen, paid_fen()?)).filter(|over| *over > 0)?;
        Some(view! {
            <div class="ys-note ys-note_bad" role="status"><div>
                <p class="ys-b ys-bad">{desk.fill(key::desk_common::yuan_above_the_limit(&hundredths(over)))}</p>
                <p class="ys-s">{desk.say(
                    key::desk_progress::IT_CAN_BE_REPORTED_AND,
                )}</p>
            </div></div>
        })
    };
    let signed = move || {
        let (Some(percent), Some(paid_fen)) = (percent_of(), paid_fen()) else { return };
        let said = statement(&words.get_untracked())
            .map(|text| (Progress { paid_fen, percent, task: id, text: text.id() }.into(), vec![text]));
        form.sign(said, move |_| {
            let words = if percent == WHOLE {
                desk.say(key::desk_progress::REPORTED_AS_DONE_OWNERS_MAY)
            } else {
                desk.say(key::desk_progress::REPORTED_2)
            };
            desk.done(Page::Tasks, words.to_owned());
        });
    };
    let facts = given(desk, &task);
    let slider = slider(desk, percent);
    let body = view! {
        {line("percent", "number", desk.say(key::desk_progress::PER_CENT_DONE), desk.say(key::desk_progress::N100_IS_DONE), percent)}
        {slider}
        {line(
            "paid",
            "money",
            desk.say(key::desk_progress::PAID_SO_FAR_IN_ALL),
            desk.say(key::desk_progress::SINCE_THE_BEGINNING),
            paid,
        )}
        {over}
        <div class="ys-gap-4">{area(
            "report",
            desk.say(key::desk_progress::HOW_IT_STANDS),
            desk.say(key::desk_progress::WHAT_WAS_DONE_WHAT_IS),
            words,
        )}</div>
        {signing(desk, desk.say(key::desk_progress::SIGN_THE_REPORT), missing, signed)}
        {form.note()}
    };
    view! {
        {title(desk, desk.fill(key::desk_progress::report(&name(desk, &work))), Some(Page::Tasks))}
        <div class="ys-cols ys-cols_73">
            {card(desk.say(key::desk_progress::HOW_FAR_IT_HAS_COME), "", body)}
            <div>
                {card(desk.say(key::desk_progress::THE_WORK), "", facts)}
                <div class="ys-gap-3">{crate::desk::forms::lead(desk, "weui-btn_default", desk.say(key::desk_progress::SEE_THE_MATTER), Page::Matter(matter))}</div>
            </div>
        </div>
    }
}
