//! 报进度: the officer's own work and how far it has come.

use leptos::prelude::*;
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
    title.unwrap_or_else(|| desk.say("（没有标题）", "(no title)").to_owned())
}

pub(crate) fn page(desk: Desk) -> AnyView {
    let drawn = move || {
        let work = desk.data.with(|data| data.work.clone());
        let remark = desk.either(format!("{} 件没办完", work.len()), format!("{} unfinished", work.len()));
        let drawn = |work: Work| {
            let (when, class) = due(desk.lang(), work.task.due_ms, desk.now_ms());
            let class = if class == "bad" { "ys-bad ys-b" } else { "" };
            let about = format!(
                "{} {}% · {} {}",
                desk.say("报到", "reported"),
                work.task.percent,
                desk.say("已付", "paid"),
                hundredths(work.task.paid_fen),
            );
            let page = Page::Task(work.matter, work.task.task);
            row(desk, name(desk, &work), (about, ""), (when, class), Some(page))
        };
        let rows = work.into_iter().map(drawn).collect();
        let body = list(rows, desk.say("没有派给你、还没办完的活。", "No unfinished work of yours."));
        card(desk.say("我的活", "My work"), remark, body)
    };
    view! { {title(desk, desk.say("报进度", "My work").to_owned(), None)} {drawn} }.into_any()
}

/// What was asked for.
fn given(desk: Desk, task: &TaskView) -> AnyView {
    let (when, class) = due(desk.lang(), task.due_ms, desk.now_ms());
    let late = class == "bad";
    let cap = match task.cap_fen {
        Some(cap) => format!("{}\u{a0}{}", hundredths(cap), desk.say("元", "yuan")),
        None => desk.say("没有定", "none").to_owned(),
    };
    view! {
        <dl class="ys-kv">
            {fact(desk.say("期限", "Due"), when)}
            {fact(desk.say("最多花", "At most"), cap)}
            {fact(desk.say("上次报到", "Reported so far"), format!("{}%", task.percent))}
        </dl>
        {late.then(|| hint("ys-note_bad", desk.say("已经超期，请写明什么时候能办完。", "It is late; say when it will be done.")))}
    }
    .into_any()
}

/// The same figure, for fingers.
fn slider(desk: Desk, percent: Field) -> AnyView {
    view! {
        <input
            class="ys-range"
            type="range"
            min="0"
            max="100"
            step="5"
            aria-label=desk.say("办到百分之几", "Per cent done")
            prop:value=percent
            on:input:target=move |event| percent.set(event.target().value())
        />
    }
    .into_any()
}

pub(crate) fn report(desk: Desk, matter: MatterId, id: TaskId) -> AnyView {
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
            return Some(desk.say("进度写 0 到 100 的整数", "Progress is a whole number from 0 to 100"));
        }
        if paid_fen().is_none() {
            return Some(desk.say("已付要写成数字，最多两位小数", "What was paid must be a number"));
        }
        blank(words).then(|| desk.say("还要写两句情况", "The words are missing"))
    };
    let over = move || {
        let over = Some(over_fen(cap_fen, paid_fen()?)).filter(|over| *over > 0)?;
        Some(view! {
            <div class="ys-note ys-note_bad" role="status"><div>
                <p class="ys-b ys-bad">{desk.either(
                    format!("超出上限 {} 元", hundredths(over)),
                    format!("{} yuan above the limit", hundredths(over)),
                )}</p>
                <p class="ys-s">{desk.say(
                    "可以照实报，会对所有人标红。请在下面写明原因。",
                    "It can be reported and is shown in red to everybody. Say why below.",
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
                desk.say(
                    "已报办完，这件事的活都办完后，业主就可以评价",
                    "Reported as done; owners may rate the matter once all its work is",
                )
            } else {
                desk.say("已报进度", "Reported")
            };
            desk.done(Page::Tasks, words.to_owned());
        });
    };
    let facts = given(desk, &task);
    let slider = slider(desk, percent);
    let body = view! {
        {line("percent", "number", desk.say("办到百分之几", "Per cent done"), desk.say("100 就是办完", "100 is done"), percent)}
        {slider}
        {line(
            "paid",
            "money",
            desk.say("一共付了多少（元）", "Paid so far in all (yuan)"),
            desk.say("从头到现在的总数", "since the beginning"),
            paid,
        )}
        {over}
        <div class="ys-gap-4">{area(
            "report",
            desk.say("情况", "How it stands"),
            desk.say("做了什么、还差什么", "what was done, what is left"),
            words,
        )}</div>
        {signing(desk, desk.say("签名报进度", "Sign the report"), missing, signed)}
        {form.note()}
    }
    .into_any();
    view! {
        {title(desk, desk.either(format!("报进度：{}", name(desk, &work)), format!("Report: {}", name(desk, &work))), Some(Page::Tasks))}
        <div class="ys-cols ys-cols_73">
            {card(desk.say("现在办到哪里", "How far it has come"), "", body)}
            <div>
                {card(desk.say("这份活", "The work"), "", facts)}
                <div class="ys-gap-3">{crate::desk::forms::lead(desk, "weui-btn_default", desk.say("看这件事的经过", "See the matter"), Page::Matter(matter))}</div>
            </div>
        </div>
    }
    .into_any()
}
