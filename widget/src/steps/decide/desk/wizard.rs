//! 开一次表决: kind, scope, dates, text, and the notice as residents will read it before it is signed.

use crate::draw::{Draw, DrawAll, View, view};
use crate::words::key;
use leptos::prelude::*;
use leptos::task::spawn_local;
use yishi_protocol::body::Class;
use yishi_protocol::count::QUORUM;
use yishi_protocol::course::{Course, Deed};
use yishi_protocol::state::Standing;

use crate::desk::acts::Form;
use crate::desk::forms::{card, choice, hint, hold_to, lead, presets, small, title};
use crate::desk::new_vote::written;
use crate::desk::words::{class_words, consent_words, scope_words};
use crate::desk::{Desk, Page};
use crate::kit::icons::{CHECK, icon};
use crate::kit::parts::fact;
use crate::kit::tell::pick;
use crate::steps::decide::desk::announce;
use crate::steps::decide::desk::writing::beside;
use crate::words::format::{area as area_words, grouped};

fn steps(desk: Desk) -> [&'static str; 5] {
    [
        desk.say(key::desk_common::KIND),
        desk.say(key::desk_common::SCOPE),
        desk.say(key::desk_common::DATES),
        desk.say(key::desk_common::TEXT),
        desk.say(key::desk_wizard::CHECK_AND_PUBLISH),
    ]
}

pub(crate) fn page(desk: Desk) -> View {
    let draft = desk.draft;
    let form = Form::new(desk, "announce");
    // Also where the step that offers them is behind.
    hold_to(&matters(desk), draft.matter);
    hold_to(&scopes(desk), draft.scope);
    let Some(roll) = desk.data.with_untracked(|data| data.scopes.as_ref().and_then(|scopes| scopes.roll))
    else {
        let words = desk.say(key::desk_wizard::THERE_IS_NO_ROLL_YET);
        return view! { {title(desk, desk.say(key::desk_wizard::START_A_VOTE).to_owned(), None)} {hint("ys-note_wait", words)} };
    };
    let drawn = move || {
        let step = draft.step.get();
        let inner = untrack(|| match step {
            0 => kind(desk),
            1 => scope(desk),
            2 => announce::dates(desk),
            3 => announce::text(desk),
            _ => announce::preview(desk, form, roll),
        });
        let back = (step > 0).then(|| {
            view! {
                <button type="button" class="weui-btn weui-btn_default" on:click=move |_| turn(desk, step - 1)>
                    {desk.say(key::desk_wizard::BACK)}
                </button>
            }
        });
        let next = (step < 4).then(|| {
            let words = steps(desk)[step + 1];
            let words = desk.fill(key::desk_wizard::next(&words));
            view! {
                <button type="button" class="weui-btn weui-btn_primary ys-grow" on:click=move |_| turn(desk, step + 1)>
                    {words}
                </button>
            }
        });
        view! {
            {progress(desk, step)}
            <div class="ys-gap-4">{inner}</div>
            <div class="ys-pair ys-gap-4">{back}{next}</div>
        }
    };
    view! {
        {title(desk, desk.say(key::desk_wizard::START_A_VOTE).to_owned(), None)}
        {drawn}
    }
}

/// Goes to a step, with the server's clock read anew: midnight changes the dates.
fn turn(desk: Desk, step: usize) {
    desk.draft.step.set(step);
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    spawn_local(async move {
        drop(desk.load().await);
    });
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

fn kind(desk: Desk) -> View {
    let draft = desk.draft;
    let options = vec![
        (
            "ordinary",
            class_words(desk, Class::Ordinary).to_owned(),
            desk.say(key::desk_wizard::RULES_COMMITTEE_MANAGER_USE_OF).to_owned(),
        ),
        (
            "special",
            class_words(desk, Class::Special).to_owned(),
            desk.say(key::desk_wizard::RAISING_THE_FUND_REBUILDING).to_owned(),
        ),
    ];
    let raise = move || {
        let mut shares = vec![(
            String::new(),
            desk.fill(key::desk_wizard::as_the_law_says(&consent_words(desk, draft.class_of(), None))),
        )];
        let stricter = draft.shares().into_iter();
        shares.extend(
            stricter.map(|share| (written(share), consent_words(desk, draft.class_of(), Some(share)))),
        );
        choice(
            "raise",
            desk.say(key::desk_wizard::DO_THE_BYLAWS_ASK_FOR),
            desk.say(key::desk_wizard::IT_CAN_BE_RAISED_NEVER),
            shares,
            draft.raise,
        )
    };
    let matters = matters(desk);
    let form = view! {
        {(matters.len() > 1).then(|| card(
            desk.say(key::desk_wizard::MATTER),
            desk.say(key::desk_wizard::OPTIONAL),
            matter_choice(desk, matters),
        ))}
        {card(
            desk.say(key::desk_common::KIND),
            desk.say(key::desk_wizard::THE_LAW_KNOWS_TWO),
            view! {
                {presets("class", desk.say(key::desk_common::KIND), options, draft.class)}
                <div class="ys-gap-4">{raise}</div>
            },
        )}
        {hint("", desk.say(
            key::desk_wizard::ELECTIONS_ARE_NOT_STARTED_HERE,
        ))}
    };
    beside(desk, form)
}

/// The accepted matters that may be put to the vote, after "none".
fn matters(desk: Desk) -> Vec<(String, String)> {
    let mut options = vec![(String::new(), desk.say(key::desk_wizard::NONE).to_owned())];
    desk.data.with(|data| {
        // The chosen one was read by itself, perhaps later than this list.
        let chosen = untrack(|| desk.draft.matter_id());
        let ready = data.matters.iter().filter(|matter| {
            let in_place = Course::Matter.lets(matter.stage, Deed::Notice);
            in_place || (matter.standing == Standing::Open && Some(matter.matter) == chosen)
        });
        options.extend(ready.map(|matter| {
            let title = matter.title.as_ref().map(|title| pick(desk.app, title)).unwrap_or_default();
            (matter.matter.to_string(), title)
        }));
    });
    options
}

fn matter_choice(desk: Desk, options: Vec<(String, String)>) -> View {
    let draft = desk.draft;
    choice("matter", desk.say(key::desk_wizard::WHICH_MATTER), "", options, draft.matter)
}

/// The parts of the estate that may vote. A building with one entrance is named like it, and only the entrance is offered.
fn scopes(desk: Desk) -> Vec<(String, String)> {
    let scopes = desk.data.with(|data| data.scopes.clone());
    let mut voting = scopes.map(|scopes| scopes.scopes).unwrap_or_default();
    voting.retain(|scope| scope.heads > Some(0));
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
    desk.go(Page::Wizard);
}

/// A way to the wizard.
pub(crate) fn way(desk: Desk) -> View {
    lead(desk, "weui-btn_primary", way_words(desk), Page::Wizard)
}

/// What the way to the wizard says: somebody may have been called away from it.
pub(crate) fn way_words(desk: Desk) -> &'static str {
    if untrack(|| desk.draft.begun()) {
        desk.say(key::desk_wizard::GO_ON_WITH_THE_UNPUBLISHED)
    } else {
        desk.say(key::desk_wizard::START_A_VOTE)
    }
}
