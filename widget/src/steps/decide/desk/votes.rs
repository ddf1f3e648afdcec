//! All votes: those that go on with where they stand, those counted with their notice.

use crate::draw::{View, view};
use crate::words::key;
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
    let (opens, closes) = (lang.beginning(notice.opens_ms), lang.deadline(current.vote.closes_ms()));
    match current.vote.stage {
        None => {
            let from = lang.beginning(notice.opens_ms.saturating_sub(OPEN_AHEAD_MS));
            desk.fill(key::desk_votes::noticed_freeze_the_roll_from(&from, &opens))
        }
        Some(Stage::Opened) => desk.fill(key::desk_votes::roll_frozen_begins(&opens)),
        Some(Stage::Voting) => desk.fill(key::desk_votes::open_until(&closes)),
        Some(Stage::Counting) => desk.say(key::desk_votes::THE_WINDOW_HAS_ENDED_TO).to_owned(),
        Some(Stage::Closed) => desk.say(key::desk_votes::CLOSED_TO_BE_COUNTED).to_owned(),
        Some(Stage::Tallied) => {
            let until = current.stated.objections_end_ms().map(|end_ms| lang.deadline(end_ms));
            desk.fill(key::desk_votes::shown_until(&until.unwrap_or_default()))
        }
        Some(Stage::ToEnd) => desk.say(key::desk_queue::FIFTEEN_DAYS_ARE_OVER).to_owned(),
        Some(Stage::Final) => desk.say(key::result::FINAL).to_owned(),
        Some(Stage::Withdrawn) => {
            let day = current.vote.withdrawn.as_ref().map(|withdrawn| lang.day(withdrawn.at_ms));
            desk.fill(key::plan::withdrawn_on(&day.unwrap_or_default()))
        }
    }
}

pub(crate) fn page(desk: Desk) -> View {
    let drawn = move || {
        let (votes, counted) = desk.data.with(|data| (data.votes.clone(), data.counted.clone()));
        let none = || (String::new(), "");
        let is_back = |current: &&Current| current.vote.withdrawn.is_some();
        let line = |current: &Current| {
            let page = match (current.vote.agenda, current.vote.stage) {
                (_, Some(Stage::Withdrawn)) => None,
                (None, _) => Some(Page::Open(current.notice)),
                (Some(agenda), Some(Stage::Tallied | Stage::ToEnd | Stage::Final)) => Some(Page::End(agenda)),
                (_, Some(Stage::Opened)) => Some(Page::Withdraw(current.notice)),
                (Some(agenda), Some(Stage::Counting | Stage::Closed)) => Some(Page::Count(agenda)),
                (_, Some(Stage::Voting)) => Some(Page::Queue),
                _ => None,
            };
            row(desk, pick(desk.app, &current.vote.text.title), (about(desk, current), ""), none(), page)
        };
        let back: Vec<_> = votes.iter().filter(is_back).map(line).collect();
        let going = votes.iter().filter(|current| !is_back(current)).map(line);
        let going = list(going.collect(), desk.say(key::desk_votes::NO_VOTES_GOING_ON));
        let done = counted.iter().map(|summary| {
            let name = summary.title.as_ref().map(|title| pick(desk.app, title)).unwrap_or_default();
            let closed = desk.lang().deadline(summary.closes_ms);
            let about = desk.fill(key::desk_votes::closed_see_the_notice(&closed));
            row(desk, name, (about, ""), none(), summary.agenda.map(Page::Posted))
        });
        let done = list(done.collect(), desk.say(key::desk_votes::NO_RESULTS_YET));
        view! {
            {card(desk.say(key::desk_votes::GOING_ON), "", going)}
            {(!back.is_empty()).then(|| card(desk.say(key::desk_votes::TAKEN_BACK), "", list(back, "")))}
            {card(desk.say(key::desk_votes::COUNTED_2), desk.say(key::desk_common::NEWEST_FIRST), done)}
            {desk.may(yishi_protocol::body::Capability::Notice).then(|| view! { <div class="ys-gap-4">{wizard::way(desk)}</div> })}
        }
    };
    view! { {title(desk, desk.say(key::desk_votes::VOTES_AND_RESULTS).to_owned(), None)} {drawn} }
}
