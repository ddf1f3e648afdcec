//! All votes: those that go on with where they stand, those counted with their notice.

use leptos::prelude::*;
use yishi_protocol::apply::OPEN_AHEAD_MS;
use yishi_protocol::state::Stage;

use crate::desk::forms::{card, list, row, title};
use crate::desk::load::Current;
use crate::desk::{Desk, Page};
use crate::kit::tell::pick;
use crate::steps::decide::desk::wizard;

/// Where a vote stands, with its next date.
pub(crate) fn about(desk: Desk, current: &Current) -> String {
    let (lang, notice) = (desk.lang(), &current.vote.notice);
    let (opens, closes) = (lang.beginning(notice.opens_ms), lang.deadline(notice.closes_ms));
    match current.vote.stage {
        None => {
            let from = lang.beginning(notice.opens_ms.saturating_sub(OPEN_AHEAD_MS));
            desk.either(
                format!("公示中。{from}起可以冻结名册，{opens}开始投票"),
                format!("noticed; freeze the roll from {from}; voting begins {opens}"),
            )
        }
        Some(Stage::Opened) => {
            desk.either(format!("名册冻结了，{opens}开始投票"), format!("roll frozen; begins {opens}"))
        }
        Some(Stage::Voting) => desk.either(format!("投票中，{closes}截止"), format!("open until {closes}")),
        Some(Stage::Counting) => {
            desk.say("到点了，等截止收票", "the window has ended; to be closed").to_owned()
        }
        Some(Stage::Closed) => desk.say("截止了，等公布结果", "closed; to be counted").to_owned(),
        Some(Stage::Tallied) => desk.say("已公布结果", "counted").to_owned(),
    }
}

pub(crate) fn page(desk: Desk) -> AnyView {
    let drawn = move || {
        let (votes, counted) = desk.data.with(|data| (data.votes.clone(), data.counted.clone()));
        let none = || (String::new(), "");
        let going = votes.iter().map(|current| {
            let page = match (current.vote.agenda, current.vote.stage) {
                (None, _) => Some(Page::Open(current.notice)),
                (Some(agenda), Some(Stage::Counting | Stage::Closed)) => Some(Page::Count(agenda)),
                (_, Some(Stage::Voting)) => Some(Page::Queue),
                _ => None,
            };
            row(desk, pick(desk.app, &current.vote.text.title), (about(desk, current), ""), none(), page)
        });
        let going = list(going.collect(), desk.say("现在没有在走的表决。", "No votes going on."));
        let done = counted.iter().map(|summary| {
            let name = summary.title.as_ref().map(|title| pick(desk.app, title)).unwrap_or_default();
            let closed = desk.lang().deadline(summary.closes_ms);
            let about =
                desk.either(format!("{closed}截止，看结果公告"), format!("closed {closed}; see the notice"));
            row(desk, name, (about, ""), none(), summary.agenda.map(Page::Posted))
        });
        let done = list(done.collect(), desk.say("还没有公布过结果。", "No results yet."));
        view! {
            {card(desk.say("在走的", "Going on"), "", going)}
            {card(desk.say("有结果的", "Counted"), desk.say("新的在前", "newest first"), done)}
            {desk.may(yishi_protocol::body::Capability::Notice).then(|| view! { <div class="ys-gap-4">{wizard::way(desk)}</div> })}
        }
    };
    view! { {title(desk, desk.say("表决和公告", "Votes and results").to_owned(), None)} {drawn} }.into_any()
}
