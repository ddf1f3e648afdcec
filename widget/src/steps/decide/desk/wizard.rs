//! 开一次表决: kind, scope, dates, text, and the notice as residents will read it before it is signed.

use crate::draw::{Draw, DrawAll, View, view};
use crate::words::key;
use leptos::prelude::*;
use yishi_protocol::count::QUORUM;

use crate::desk::acts::Form;
use crate::desk::forms::{card, choice, hint, hold_to, lead, small, title};
use crate::desk::new_vote::{STEPS, hold_to_law};
use crate::desk::words::{consent_words, scope_words};
use crate::desk::{Desk, Page};
use crate::kit::icons::{CHECK, icon};
use crate::kit::parts::fact;
use crate::steps::decide::desk::writing::beside;
use crate::steps::decide::desk::{announce, election, kind};
use crate::words::format::{area as area_words, grouped};

fn steps(desk: Desk) -> [&'static str; STEPS] {
    [
        desk.say(key::desk_common::KIND),
        desk.say(key::desk_common::SCOPE),
        desk.say(key::desk_common::DATES),
        desk.say(key::desk_common::TEXT),
        desk.say(key::desk_wizard::CHECK_AND_PUBLISH),
    ]
}

/// One step. A vote of which nothing was chosen or written begins with the first.
pub(crate) fn page(desk: Desk, step: usize) -> View {
    let draft = desk.draft;
    let begun = untrack(|| draft.begun() || draft.chosen().is_some());
    let step = if begun { step } else { 0 };
    draft.step.set(step);
    election::read(desk);
    let form = Form::new(desk, "announce");
    // Also where the step that offers them is behind.
    hold_to(&kind::matters(desk), draft.matter);
    hold_to(&scopes(desk), draft.scope);
    let Some(roll) = desk.data.with_untracked(|data| data.scopes.as_ref().and_then(|scopes| scopes.roll))
    else {
        let words = desk.say(key::desk_wizard::THERE_IS_NO_ROLL_YET);
        return view! { {title(desk, desk.say(key::desk_wizard::START_A_VOTE).to_owned(), None)} {hint("ys-note_wait", words)} };
    };
    let inner = match step {
        0 => kind::page(desk),
        1 => scope(desk),
        2 => announce::dates(desk),
        3 => announce::text(desk),
        _ => announce::preview(desk, form, roll),
    };
    // Going to a step reads the server's clock anew: midnight changes the dates.
    let back = step.checked_sub(1).map(|before| {
        view! {
            <button type="button" class="weui-btn weui-btn_default" on:click=move |_| desk.step_back(Page::Wizard(before))>
                {desk.say(key::desk_wizard::BACK)}
            </button>
        }
    });
    let next = steps(desk).get(step + 1).map(|words| {
        let words = desk.fill(key::desk_wizard::next(words));
        view! {
            <button type="button" class="weui-btn weui-btn_primary ys-grow" on:click=move |_| desk.go(Page::Wizard(step + 1))>
                {words}
            </button>
        }
    });
    view! {
        {title(desk, desk.say(key::desk_wizard::START_A_VOTE).to_owned(), None)}
        {progress(desk, step)}
        <div class="ys-gap-4">{inner}</div>
        <div class="ys-pair ys-gap-4">{back}{next}</div>
    }
}

fn progress(desk: Desk, now: usize) -> View {
    let names = steps(desk);
    let label = desk.fill(key::desk_wizard::starting_a_vote_step_of(&(now + 1)));
    let row = |(step, name): (usize, &'static str)| {
        let class = match step.cmp(&now) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Greater => "",
        };
        let mark = if step < now { icon(CHECK, "ys-i_s") } else { (step + 1).draw() };
        view! { <li class=class aria-current=(step == now).then_some("step")><b>{mark}</b>{name}</li> }
    };
    view! { <ol class="ys-wiz" aria-label=label>{names.into_iter().enumerate().map(row).draw_all()}</ol> }
}

/// The parts of the estate that may vote. A building with one entrance is named like it, and only the entrance is offered.
fn scopes(desk: Desk) -> Vec<(String, String)> {
    let scopes = desk.data.with(|data| data.scopes.clone());
    let mut voting = scopes.map(|scopes| scopes.scopes).unwrap_or_default();
    voting.retain(|scope| scope.heads > Some(0));
    let (preset, asked) = untrack(|| (desk.draft.chosen(), desk.draft.matter_id()));
    let matter = desk.data.with(|data| {
        let matter = data.matters.iter().find(|matter| Some(matter.matter) == asked)?;
        Some(matter.scope)
    });
    hold_to_law(&mut voting, preset, matter);
    let again = |place: usize, name: &str| voting.iter().skip(place + 1).any(|later| later.name == name);
    let once = voting.iter().enumerate().filter(|(place, scope)| !again(*place, &scope.name));
    once.map(|(_, scope)| {
        let heads = desk.fill(key::desk_wizard::heads(&scope.heads.unwrap_or_default()));
        let name = scope_words(desk, scope.scope);
        (scope.scope.to_string(), desk.fill(key::desk_wizard::mark(&name, &heads)))
    })
    .collect()
}

fn scope(desk: Desk) -> View {
    let draft = desk.draft;
    let facts = move || {
        let number = draft.scope_number();
        let Some(scope) = desk.data.with(|data| data.scope(number).cloned()) else { return View::Nothing };
        let (Some(entitled), Some(area_c)) = (scope.heads, scope.area_c) else { return View::Nothing };
        let heads = |heads: u64| desk.fill(key::desk_wizard::heads(&grouped(heads)));
        let least = (QUORUM.least_of(entitled.into()), QUORUM.least_of(area_c));
        view! {
            <dl class="ys-kv ys-gap-3">
                {fact(desk.say(key::desk_common::ENTITLED), [heads(entitled.into()), area_words(area_c)].join(desk.lang().comma()))}
                {fact(desk.say(key::desk_common::MUST_TAKE_PART), [heads(least.0), area_words(least.1)].join(desk.lang().comma()))}
                {fact(
                    desk.say(key::desk_common::MUST_CONSENT),
                    format!(
                        "{}{}",
                        consent_words(desk, draft.class_of(), draft.raised()),
                        desk.say(key::desk_wizard::HEADS_AND_AREA),
                    ),
                )}
            </dl>
        }
    };
    let body = view! {
        {choice(
            "scope",
            desk.say(key::desk_wizard::WHO_VOTES),
            desk.say(key::desk_wizard::A_STAIRWELL_AFFAIR_IS_VOTED),
            scopes(desk),
            draft.scope,
        )}
        {facts}
        {small(desk.say(
            key::desk_wizard::PARKING_SPACES_DO_NOT_COUNT,
        ))}
    };
    beside(desk, card(desk.say(key::desk_common::SCOPE), "", body))
}

/// Begins a vote that comes of a matter, with its words.
pub(crate) fn begin(desk: Desk, matter: &yishi_protocol::projection::Matter) {
    let draft = desk.draft;
    if untrack(|| draft.matter_id()) != Some(matter.id) {
        draft.clear();
        draft.matter.set(matter.id.to_string());
        draft.scope.set(matter.raise.scope.to_string());
        if let Some(text) = matter.text.as_ref() {
            draft.title.set(text.title.text.clone());
            draft.body.set(text.body.text.clone());
            draft.items.set(vec![text.title.text.clone()]);
        }
    }
    desk.go(desk.wizard());
}

/// A way to the wizard.
pub(crate) fn way(desk: Desk) -> View {
    lead(desk, "weui-btn_primary", way_words(desk), desk.wizard())
}

/// What the way to the wizard says: somebody may have been called away from it.
pub(crate) fn way_words(desk: Desk) -> &'static str {
    if untrack(|| desk.draft.begun()) {
        desk.say(key::desk_wizard::GO_ON_WITH_THE_UNPUBLISHED)
    } else {
        desk.say(key::desk_wizard::START_A_VOTE)
    }
}
