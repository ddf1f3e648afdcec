//! The notice of an election in the steps of a vote: who is on the ballot comes from the log, in its order; how many are elected is
//! typed; and what the rules would refuse is said before anybody signs.

use leptos::prelude::untrack;
use leptos::task::spawn_local;
use yishi_protocol::body::{FIRST_POSTED_MS, POSTED_DAYS, seats_between};
use yishi_protocol::calendar::earliest_opening_day;
use yishi_protocol::id::RollId;
use yishi_protocol::projection::Candidate;
use yishi_protocol::rejection::Code;
use yishi_protocol::view::ScopeView;

use crate::desk::dates::day_words;
use crate::desk::field::{Field, blank};
use crate::desk::forms::{card, choice, hint, lead, line, small};
use crate::desk::{Desk, Page};
use crate::draw::{DrawAll, View, view};
use crate::kit::gone;
use crate::kit::tell::pick;
use crate::words::{Lang, key};

/// What a seat is called in the draft while nothing is typed.
fn usual_seats(heads: u64, candidates: usize) -> String {
    let (_, most) = seats_between(heads, candidates);
    // The most of which the number is odd.
    most.saturating_sub(most.saturating_add(1) % 2).to_string()
}

/// Reads who stands for the matter that was chosen. Until it is read, nothing can be signed.
pub(crate) fn read(desk: Desk) {
    let draft = desk.draft;
    let Some(matter) = untrack(|| draft.matter_id()) else { return draft.standing.set(None) };
    spawn_local(async move {
        let Some(mut session) = desk.app.session.get_untracked() else { return };
        let found = session.candidates(&matter).await;
        desk.app.session.set(Some(session));
        // Somebody may have chosen another matter meanwhile.
        let still = untrack(|| draft.matter_id()) == Some(matter);
        if let (true, Ok(standing)) = (still, found) {
            let same = draft.standing.with_untracked(|known| known.as_ref() == Some(&standing));
            if !same {
                draft.standing.set(Some(standing));
            }
            untrack(|| prepare(desk));
        }
    });
}

/// Gives the draft of an election the words and seats that one usually has, where nothing is typed.
fn prepare(desk: Desk) {
    let draft = desk.draft;
    if !draft.elects() {
        return;
    }
    if blank(draft.seats) {
        draft.seats.set(usual_seats(heads(desk), draft.candidates().len()));
    }
    draft.items.update(|items| {
        items.truncate(1);
        if let Some(item) = items.first_mut().filter(|item| item.trim().is_empty()) {
            // A notice is a text of the estate: it speaks the source language.
            Lang::default().say(key::desk_election::QUESTION).clone_into(item);
        }
    });
}

/// How many homes elect.
fn heads(desk: Desk) -> u64 {
    let scope = desk.draft.scope_number();
    desk.data
        .with(|data| data.scope(scope).and_then(|scope: &ScopeView| scope.heads))
        .unwrap_or_default()
        .into()
}

/// What a candidate is called, as the notice has it.
pub(crate) fn called(desk: Desk, one: &Candidate) -> String {
    gone::say(desk.app, &one.called, |words| pick(desk.app, words))
}

/// The first step, in place of what else could be decided.
pub(crate) fn kind(desk: Desk) -> View {
    let draft = desk.draft;
    let matter = draft.matter_id();
    let rows = draft.candidates().into_iter().map(move |one| {
        let posted = one.posted_ms.map(|posted_ms| desk.lang().day(posted_ms)).unwrap_or_default();
        let since = desk.fill(key::desk_election::since(&posted));
        // What somebody calls themselves is no part of a sentence, which may be of another language.
        view! { <li><b>{called(desk, &one)}</b> <span class="ys-s">{since}</span></li> }
    });
    let body = view! {
        <p>{desk.say(key::desk_election::THIS_MATTER_ELECTS)}</p>
        <ol class="ys-todo ys-gap-3">{rows.draw_all()}</ol>
        {small(desk.say(key::desk_election::AS_THEY_CALL_THEMSELVES))}
        {small(desk.say(key::desk_election::MORE_THAN_HALF))}
        {matter.map(|matter| view! { <div class="ys-gap-3">{lead(
            desk,
            "weui-btn_default",
            desk.say(key::desk_election::SEE_THE_CANDIDATES),
            Page::Candidates(matter),
        )}</div> })}
    };
    card(desk.say(key::desk_election::ELECTS_A_COMMITTEE), "", body)
}

/// The step of words: how many are elected.
pub(crate) fn seats(desk: Desk) -> View {
    let draft = desk.draft;
    let told = move || {
        let (least, most) = seats_between(heads(desk), draft.candidates().len());
        let few = draft.candidates().len() < usize::try_from(least).unwrap_or(usize::MAX);
        view! {
            {small(desk.fill(key::desk_election::odd_between(&least, &most)))}
            {few.then(|| hint("ys-note_wait", desk.fill(key::desk_election::fewer_than(&least))))}
        }
    };
    let (least, most) = untrack(|| seats_between(heads(desk), draft.candidates().len()));
    let offered = (least..=most).filter(|seats| seats % 2 == 1);
    let offered: Vec<(String, String)> =
        offered.map(|seats| (seats.to_string(), desk.fill(key::desk_election::seats(&seats)))).collect();
    let chosen =
        untrack(|| choice("seats", desk.say(key::desk_election::HOW_MANY), "", offered, draft.seats));
    let options = move || {
        let rows = draft.candidates().into_iter().map(|one| view! { <li>{called(desk, &one)}</li> });
        rows.draw_all()
    };
    let body = view! {
        {chosen}
        <div>{told}</div>
        <p class="ys-lab ys-gap-3">{desk.say(key::desk_election::ON_THE_BALLOT)}</p>
        <ol class="ys-todo">{options}</ol>
    };
    card(desk.say(key::desk_election::ELECTS_A_COMMITTEE), "", body)
}

/// The name of the one question of an election.
pub(crate) fn question(desk: Desk, value: Field) -> View {
    line("election", "text", desk.say(key::desk_election::WHAT_IS_ELECTED), "", value)
}

/// What the notice says of it: who can be marked, and how many.
pub(crate) fn preview(desk: Desk) -> View {
    let draft = desk.draft;
    if !draft.elects() {
        return View::Nothing;
    }
    let rows = draft.candidates().into_iter().map(|one| view! { <li>{called(desk, &one)}</li> });
    let seats: u32 = draft.seats.get().trim().parse().unwrap_or_default();
    view! {
        <p class="ys-gap-3">{desk.fill(key::desk_election::mark_up_to(&seats))}</p>
        <ol class="ys-todo">{rows.draw_all()}</ol>
    }
}

/// Why the notice cannot be signed, as the rules have it, if it cannot.
pub(crate) fn missing(desk: Desk, roll: RollId) -> Option<&'static str> {
    let draft = desk.draft;
    if draft.is_unread() {
        return Some(desk.say(key::desk_election::READING));
    }
    if !draft.elects() {
        return None;
    }
    if draft.candidates().iter().any(|one| !one.called.is_here()) {
        return Some(desk.say(key::desk_election::WORDS_ARE_GONE));
    }
    let code = draft.refused(heads(desk), desk.now_ms(), roll)?;
    Some(desk.say(match code {
        Code::SeatsInvalid => key::desk_election::SEATS_INVALID,
        Code::LotteryMissing => key::desk_election::LOTTERY_MISSING,
        Code::PostedTooShort => key::desk_election::POSTED_TOO_SHORT,
        _ => key::desk_election::CANDIDATES_MISMATCH,
    }))
}

/// From when the notice can be signed, and the first day on which voting can begin, as far as the candidates say.
pub(crate) fn dates(desk: Desk) -> View {
    let draft = desk.draft;
    if !draft.elects() {
        return View::Nothing;
    }
    let posted: Vec<u64> = draft.candidates().iter().filter_map(|one| one.posted_ms).collect();
    let (Some(first), Some(last)) = (posted.iter().min(), posted.iter().max()) else { return View::Nothing };
    let from = desk.lang().moment(first.saturating_add(FIRST_POSTED_MS));
    let opens = earliest_opening_day(*last, POSTED_DAYS);
    let opens = day_words(desk.lang(), opens);
    hint("", desk.fill(key::desk_election::not_before(&from, &opens, &POSTED_DAYS)))
}
