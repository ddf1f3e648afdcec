//! All matters: how many of what wait how long, then each, the urgent ahead.

use crate::draw::{View, view};
use crate::words::key;
use yishi_protocol::state::Standing;
use yishi_protocol::view::MatterSummary;

use crate::desk::forms::{card, list as rows_of, row, title};
use crate::desk::{Desk, Page};
use crate::kit::next::{is_overdue, waits_for};
use crate::kit::tell::{self, pick};
use crate::steps::desk::waiting;

pub(crate) fn page(desk: Desk) -> View {
    let drawn = move || {
        let matters = desk.data.with(|data| data.matters.clone());
        let counted = waiting::view(desk, &matters);
        let (open, ended): (Vec<_>, Vec<_>) =
            matters.into_iter().partition(|matter| matter.standing == Standing::Open);
        let ended_count = ended.len();
        view! {
            {counted}
            {list(desk, desk.say(key::desk_matters::GOING_ON), open)}
            {(ended_count > 0).then(|| list(desk, desk.say(key::desk_matters::ENDED), ended))}
        }
    };
    view! { {title(desk, desk.say(key::common::MATTERS).to_owned(), None)} {drawn} }
}

fn list(desk: Desk, heading: &'static str, matters: Vec<MatterSummary>) -> View {
    let now_ms = desk.now_ms();
    let remark = desk.fill(key::desk_count::matters(&matters.len()));
    let line = |matter: MatterSummary| {
        let next = matter.next.as_ref();
        let late = is_overdue(next, now_ms);
        let state = match (tell::standing_word(desk.app, matter.standing), next) {
            (Some(word), _) => word.to_owned(),
            (None, Some(next)) => {
                let due =
                    next.due_ms.map(|due_ms| format!(" · {}", tell::due_words(desk.app, due_ms, now_ms)));
                format!("{}{}", waits_for(desk.app, next, matter.worker.as_ref()), due.unwrap_or_default())
            }
            (None, None) => String::new(),
        };
        let name = matter.title.as_ref().map(|title| pick(desk.app, title));
        let absent = if matter.hidden { key::hidden::HIDDEN } else { key::desk_common::NO_TITLE };
        let name = name.unwrap_or_else(|| desk.say(absent).to_owned());
        let (step, about) =
            (tell::step_word(desk.app, matter.step), tell::category(desk.app, matter.category));
        let page = Page::Matter(matter.matter);
        let class = if late { "ys-bad" } else { "" };
        row(desk, name, (state, class), (format!("{step} · {about}"), "ys-s"), Some(page))
    };
    let rows = matters.into_iter().map(line).collect();
    let body = rows_of(rows, desk.say(key::desk_matters::NONE_NOW));
    card(heading, remark, body)
}
