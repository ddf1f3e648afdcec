//! The queue: all that waits for me, by its date.

use leptos::prelude::*;
use yishi_protocol::body::Capability;
use yishi_protocol::bylaws::Bylaws;
use yishi_protocol::calendar::{DAY_MS, days_late, local_day};
use yishi_protocol::plan::RESULT_DAYS;
use yishi_protocol::state::{NextAct, Stage};

use super::dates::{day_words, due};
use super::forms::{card, lead, list as rows_of, nothing, row};
use super::load::{Current, Data};
use super::people::Tab;
use super::{Desk, Page, turnout};
use crate::screens::home::pick;
use crate::tell;
use crate::words::Lang;

/// Something that waits for me.
#[derive(Clone, Debug, PartialEq)]
struct Todo {
    /// What is to be done, before the title.
    act: (&'static str, &'static str),
    title: String,
    more: String,
    due_ms: Option<u64>,
    page: Page,
}

/// How many of a part's things wait for me, and whether one is late.
pub(super) fn waiting(data: &Data, part: &Page, now_ms: u64) -> (usize, bool) {
    match part {
        Page::Queue => {
            let todos = todos(data, Lang::Zh, now_ms);
            let late =
                todos.iter().any(|todo| todo.due_ms.is_some_and(|due_ms| days_late(due_ms, now_ms) > 0));
            (todos.len(), late)
        }
        Page::People(_) => (data.waiting.iter().filter(|act| act.yours).count(), false),
        Page::Tasks => (data.work.len(), data.work.iter().any(|work| work.task.is_late(now_ms))),
        Page::Questions => {
            let open = data.disclosures.iter().map(|books| books.unanswered).sum::<u32>();
            let late = data
                .disclosures
                .iter()
                .filter_map(|books| books.due_ms)
                .any(|due_ms| days_late(due_ms, now_ms) > 0);
            (usize::try_from(open).unwrap_or(usize::MAX), late)
        }
        _ => (0, false),
    }
}

/// Whether a noticed vote can be opened now.
pub(super) fn may_open(current: &Current, settings: &Bylaws, now_ms: u64) -> bool {
    yishi_protocol::apply::may_open(&current.vote.notice, settings, now_ms).is_ok()
}

fn todos(data: &Data, lang: Lang, now_ms: u64) -> Vec<Todo> {
    let may = |capability| data.caps.contains(&capability);
    let either = |zh: String, en: String| match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    let words = |words: Option<&yishi_protocol::blob::Words>| {
        let Some(words) = words else { return lang.say("（没有标题）", "(no title)").to_owned() };
        lang.pick(words)
    };
    let mut todos = Vec::new();
    for act in data.waiting.iter().filter(|act| act.yours) {
        todos.push(Todo {
            act: ("确认", "Confirm"),
            title: act.named(lang),
            more: lang.say("要第二个人", "takes a second person").to_owned(),
            due_ms: act.lapses_ms,
            page: Page::People(Tab::Confirm(act.entry)),
        });
    }
    for matter in &data.matters {
        let Some(next) = matter.next else { continue };
        let may = |capability| {
            may(capability) && data.reaches(capability, (matter.scope, matter.category, matter.tier))
        };
        let act = match next.act {
            NextAct::Answer if may(Capability::Answer) => ("答复", "Answer"),
            NextAct::Discuss if may(Capability::Notice) || may(Capability::Dispatch) => {
                ("定下交不交表决", "Put to the vote or give out")
            }
            NextAct::Dispatch if may(Capability::Dispatch) => ("派单", "Give out"),
            NextAct::CloseMatter if may(Capability::Answer) => ("办结", "Close"),
            _ => continue,
        };
        let more = either(
            format!("{} 户附议，{} 条意见", matter.supports, matter.opinions),
            format!("{} homes back it, {} opinions", matter.supports, matter.opinions),
        );
        let page = match next.act {
            NextAct::Dispatch => Page::Dispatch(matter.matter),
            _ => Page::Matter(matter.matter),
        };
        todos.push(Todo { act, title: words(matter.title.as_ref()), more, due_ms: next.due_ms, page });
    }
    for current in &data.votes {
        let (notice, vote) = (&current.vote.notice, &current.vote);
        let (act, more, due_ms, page) = match (vote.agenda, vote.stage) {
            (None, _) if may(Capability::Open) && may_open(current, &data.settings, now_ms) => (
                ("冻结名册", "Freeze the roll"),
                either(
                    format!("公示满了，{}开始投票", lang.beginning(notice.opens_ms)),
                    format!("voting begins {}", lang.beginning(notice.opens_ms)),
                ),
                notice.opens_ms,
                Page::Open(current.notice),
            ),
            (Some(agenda), Some(Stage::Counting)) if may(Capability::Close) => (
                ("截止收票", "Close"),
                lang.say("到点了，先截止，再数票", "the window has ended").to_owned(),
                notice.closes_ms + RESULT_DAYS * DAY_MS,
                Page::Count(agenda),
            ),
            (Some(agenda), Some(Stage::Closed)) if may(Capability::Tally) => (
                ("公布结果", "State the result"),
                lang.say("截止后 3 天内公布", "within 3 days of the close").to_owned(),
                notice.closes_ms + RESULT_DAYS * DAY_MS,
                Page::Count(agenda),
            ),
            _ => continue,
        };
        todos.push(Todo { act, title: words(Some(&vote.text.title)), more, due_ms: Some(due_ms), page });
    }
    for work in &data.work {
        let percent = work.task.percent;
        let more = either(format!("报到 {percent}%"), format!("{percent} % reported"));
        todos.push(Todo {
            act: ("办完", "Finish"),
            title: words(work.title.as_ref()),
            more,
            due_ms: Some(work.task.due_ms),
            page: Page::Task(work.matter, work.task.task),
        });
    }
    if may(Capability::Disclosure) {
        for books in data.disclosures.iter().filter(|books| books.unanswered > 0) {
            let count = books.unanswered;
            todos.push(Todo {
                act: ("答提问", "Answer questions"),
                title: either(format!("账目有 {count} 问没答"), format!("{count} about the books")),
                more: super::dates::span(lang, books.from_day.into(), books.to_day.into()),
                due_ms: books.due_ms,
                page: Page::Questions,
            });
        }
    }
    todos.sort_by_key(|todo| todo.due_ms.unwrap_or(u64::MAX));
    todos
}

pub(super) fn page(desk: Desk) -> AnyView {
    // The desk reads its lists anew after each act; the queue follows.
    let drawn = move || {
        let now_ms = desk.now_ms();
        let data = desk.data.get();
        let todos = todos(&data, desk.lang(), now_ms);
        let open: Vec<Current> = data.votes.into_iter().filter(|current| current.turnout.is_some()).collect();
        let list = list(desk, todos, now_ms);
        let first = open.first().cloned();
        let later = open.into_iter().skip(1).map(|current| turnout::whole(desk, &current)).collect_view();
        match first {
            Some(current) => view! {
                <div class="ys-cols ys-cols_37"><div>{list}{overview(desk)}</div>{turnout::card(desk, &current)}</div>
                {turnout::buildings(desk, &current)}
                {later}
            }
            .into_any(),
            None => view! { <div class="ys-cols ys-cols_37">{list}{overview(desk)}</div> }.into_any(),
        }
    };
    view! {
        <div class="ys-main__h">
            <h1 class="ys-h">{move || { desk.data.track(); day_words(desk.lang(), local_day(desk.now_ms())) }}</h1>
            <div class="r">
                {desk.may(Capability::Notice).then(|| {
                    lead(desk, "weui-btn_line weui-btn_mini", super::wizard::way_words(desk), Page::Wizard)
                })}
            </div>
        </div>
        {drawn}
    }
    .into_any()
}

fn list(desk: Desk, todos: Vec<Todo>, now_ms: u64) -> AnyView {
    let remark = desk.either(format!("按期限排，{} 件", todos.len()), format!("{} by date", todos.len()));
    let line = |todo: Todo| {
        let (when, class) = match todo.due_ms {
            Some(due_ms) => due(desk.lang(), due_ms, now_ms),
            None => (desk.say("没有期限", "no date").to_owned(), ""),
        };
        let class = match class {
            "bad" => "ys-bad ys-b",
            "soon" => "ys-warn",
            _ => "",
        };
        let heading =
            desk.either(format!("{}：{}", todo.act.0, todo.title), format!("{}: {}", todo.act.1, todo.title));
        row(desk, heading, (todo.more, ""), (when, class), Some(todo.page))
    };
    let todos_empty = todos.is_empty();
    let rows = todos.into_iter().map(line).collect();
    let none = desk.say("今天没有要办的。到期的事会自己出现在这里。", "Nothing to do today.");
    let body = if todos_empty { nothing(none) } else { rows_of(rows, "") };
    card(desk.say("要办的", "To do"), remark, body)
}

/// Where no vote is open: what others are waiting for.
fn overview(desk: Desk) -> AnyView {
    let now_ms = desk.now_ms();
    let rows: Vec<_> = desk.data.with_untracked(|data| {
        let votes = data.votes.iter().filter(|current| current.turnout.is_none()).map(|current| {
            let notice = &current.vote.notice;
            let about = match current.vote.stage {
                None if now_ms < notice.opens_ms => desk.either(
                    format!("公示中，{}开始投票", desk.lang().beginning(notice.opens_ms)),
                    format!("noticed; voting begins {}", desk.lang().beginning(notice.opens_ms)),
                ),
                Some(Stage::Opened) => desk.either(
                    format!("名册冻结了，{}开始投票", desk.lang().beginning(notice.opens_ms)),
                    format!("roll frozen; voting begins {}", desk.lang().beginning(notice.opens_ms)),
                ),
                _ => super::votes::about(desk, current),
            };
            (pick(desk.app, &current.vote.text.title), about)
        });
        let matters = data.matters.iter().filter_map(|matter| {
            let next = matter.next.filter(|next| matches!(next.act, NextAct::Work | NextAct::Rate))?;
            if data.work.iter().any(|work| work.matter == matter.matter) {
                return None;
            }
            let title = matter.title.as_ref().map(|title| pick(desk.app, title)).unwrap_or_default();
            let when =
                next.due_ms.map(|due_ms| tell::due_words(desk.app, due_ms, now_ms)).unwrap_or_default();
            Some((title, format!("{} {when}", tell::waits_for(desk.app, next.act))))
        });
        votes.chain(matters).collect()
    });
    if rows.is_empty() {
        return ().into_any();
    }
    let row = |(title, about): (String, String)| {
        view! { <li><span><b>{title}</b><br /><span class="ys-s ys-2">{about}</span></span></li> }
    };
    let body = view! { <ul class="ys-log">{rows.into_iter().map(row).collect_view()}</ul> }.into_any();
    card(desk.say("在等别人的", "Waiting for others"), "", body)
}
