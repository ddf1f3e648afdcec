//! Where the desk begins: what waits for me, by its date, and what others are waiting for.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::body::Capability;
use yishi_protocol::calendar::local_day;
use yishi_protocol::state::Stage;

use crate::desk::dates::{day_words, due};
use crate::desk::forms::{card, lead, list as rows_of, nothing, row};
use crate::desk::load::Current;
use crate::desk::others::of_others;
use crate::desk::queue::{Todo, todos};
use crate::desk::{Desk, Page};
use crate::kit::next::{is_overdue, waits_for};
use crate::kit::tell::{self, pick};
use crate::steps::decide::desk::{delivery, extend, turnout};

pub(crate) fn page(desk: Desk) -> View {
    // The desk reads its lists anew after each act; the queue follows.
    let drawn = move || {
        let now_ms = desk.now_ms();
        let data = desk.data.get();
        let todos = todos(&data, desk.lang());
        let open: Vec<Current> = data.votes.into_iter().filter(|current| current.turnout.is_some()).collect();
        let list = list(desk, todos, now_ms);
        let first = open.first().cloned();
        let later = open.into_iter().skip(1).map(|current| whole(desk, &current)).draw_all();
        match first {
            Some(current) => view! {
                <div class="ys-cols ys-cols_37"><div>{list}{overview(desk)}</div>{turnout::card(desk, &current)}</div>
                {extend::way(desk, &current)}
                {delivery::way(desk, current.notice)}
                {turnout::buildings(desk, &current)}
                {later}
            },
            None => view! { <div class="ys-cols ys-cols_37">{list}{overview(desk)}</div> },
        }
    };
    view! {
        <div class="ys-main__h">
            <h1 class="ys-h">{move || { desk.data.track(); day_words(desk.lang(), local_day(desk.now_ms())) }}</h1>
            <div class="r">
                {desk.may(Capability::Notice).then(|| {
                    lead(desk, "weui-btn_line weui-btn_mini", crate::steps::decide::desk::wizard::way_words(desk), desk.wizard())
                })}
            </div>
        </div>
        {drawn}
    }
}

fn list(desk: Desk, todos: Vec<Todo>, now_ms: u64) -> View {
    let remark = desk.fill(key::desk_frame::by_date(&todos.len()));
    let line = |todo: Todo| {
        let (when, class) = match todo.due_ms {
            Some(due_ms) => due(desk.lang(), due_ms, now_ms),
            None => (desk.say(key::desk_frame::NO_DATE).to_owned(), ""),
        };
        let class = match class {
            "bad" => "ys-bad ys-b",
            "soon" => "ys-warn",
            _ => "",
        };
        let heading = desk.fill(key::desk_frame::act_of(&desk.say(todo.act), &todo.title));
        row(desk, heading, (todo.more, ""), (when, class), Some(todo.page))
    };
    let todos_empty = todos.is_empty();
    let rows = todos.into_iter().map(line).collect();
    let none = desk.say(key::desk_frame::NOTHING_TO_DO_TODAY);
    let body = if todos_empty { nothing(none) } else { rows_of(rows, "") };
    card(desk.say(key::desk_frame::TO_DO), remark, body)
}

/// A vote's card, the way to put its end off, and its buildings.
fn whole(desk: Desk, current: &Current) -> View {
    view! { {turnout::card(desk, current)} {extend::way(desk, current)} {delivery::way(desk, current.notice)} {turnout::buildings(desk, current)} }
}

/// Where no vote is open: what others are waiting for.
fn overview(desk: Desk) -> View {
    let now_ms = desk.now_ms();
    let rows: Vec<_> = desk.data.with_untracked(|data| {
        let to_come = |current: &&Current| current.turnout.is_none() && current.vote.withdrawn.is_none();
        let votes = data.votes.iter().filter(to_come).map(|current| {
            let notice = &current.vote.notice;
            let about = match current.vote.stage {
                None if now_ms < notice.opens_ms => {
                    desk.fill(key::desk_frame::noticed_voting_begins(&desk.lang().beginning(notice.opens_ms)))
                }
                Some(Stage::Opened) => desk.fill(key::desk_frame::roll_frozen_voting_begins(
                    &desk.lang().beginning(notice.opens_ms),
                )),
                _ => crate::steps::decide::desk::votes::about(desk, current),
            };
            (pick(desk.app, &current.vote.text.title), about, Page::Votes)
        });
        // Whoever has nothing to do here, as a supervisor, sees at least what all others owe, and what of it is late.
        let matters = of_others(data, now_ms).into_iter().filter_map(|matter| {
            let next = matter.next.as_ref()?;
            let title = matter.title.as_ref().map(|title| pick(desk.app, title)).unwrap_or_default();
            let when =
                next.due_ms.map(|due_ms| tell::due_words(desk.app, due_ms, now_ms)).unwrap_or_default();
            let class = if is_overdue(Some(next), now_ms) { "ys-bad ys-b" } else { "" };
            let about = waits_for(desk.app, next, matter.worker.as_ref());
            Some((title, about, (when, class), Page::Matter(matter.matter)))
        });
        let votes = votes.map(|(title, about, page)| (title, about, (String::new(), ""), page));
        matters.chain(votes).collect()
    });
    if rows.is_empty() {
        return View::Nothing;
    }
    let line = |(title, about, when, page): (String, String, (String, &'static str), Page)| {
        row(desk, title, (about, ""), when, Some(page))
    };
    card(desk.say(key::desk_frame::WAITING_FOR_OTHERS), "", rows_of(rows.into_iter().map(line).collect(), ""))
}
