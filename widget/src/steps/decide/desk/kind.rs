//! The first step of announcing a vote: what is to be decided, as the law knows it, and what that asks for.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use leptos::prelude::*;
use yishi_protocol::course::{Course, Deed};
use yishi_protocol::preset::{Electorate, Enclosure, Local, Need, Preset, USUAL_WINDOW_DAYS};
use yishi_protocol::state::Standing;
use yishi_words::Word;

use crate::desk::Desk;
use crate::desk::forms::{card, choice, presets, small};
use crate::desk::new_vote::written;
use crate::desk::words::{class_words, consent_words};
use crate::kit::tell::pick;
use crate::steps::decide::desk::election;
use crate::steps::decide::desk::writing::{beside, preset_words};

/// The step.
pub(crate) fn page(desk: Desk) -> View {
    let draft = desk.draft;
    let matters = matters(desk);
    // Whether another matter elects is asked as soon as it is chosen.
    Effect::watch(move || draft.matter.get(), move |_, _, _| election::read(desk), false);
    let form = view! {
        {(matters.len() > 1).then(|| card(
            desk.say(key::desk_wizard::MATTER),
            desk.say(key::desk_wizard::OPTIONAL),
            choice("matter", desk.say(key::desk_wizard::WHICH_MATTER), "", matters, draft.matter),
        ))}
        <div>{move || if desk.draft.elects() { untrack(|| election::kind(desk)) } else { untrack(|| offered(desk)) }}</div>
    };
    beside(desk, form)
}

/// What can be decided where nobody stands for an election.
fn offered(desk: Desk) -> View {
    let draft = desk.draft;
    let heading = desk.say(key::desk_presets::WHAT_IS_DECIDED);
    let group = |words: Word, offered: &[Preset]| {
        let words = desk.say(words);
        let options = offered.iter().map(|preset| option(desk, *preset)).collect();
        view! { <h3 class="ys-b ys-gap-3">{words}</h3> {presets("preset", words, options, draft.preset)} }
    };
    let elsewhere =
        [key::desk_presets::COMMITTEE, key::desk_presets::RESIDENTS_MEETING, key::desk_presets::COUNCIL];
    let elsewhere = elsewhere.map(|words| small(desk.say(words)));
    view! {
        {card(heading, desk.say(key::desk_presets::CHOOSE_ONE), view! {
            {group(key::desk_presets::FREQUENT, &Preset::FREQUENT)}
            {group(key::desk_presets::NINE, &Preset::LEGAL)}
        })}
        <div aria-live="polite">{move || chosen(desk)}</div>
        {card(desk.say(key::desk_presets::NOT_HERE), "", elsewhere.into_iter().draw_all())}
    }
}

/// One that can be chosen: its name in the form, what it is called, what it is about.
fn option(desk: Desk, preset: Preset) -> (&'static str, String, String) {
    let about = about(desk, preset);
    let number = preset.number().unwrap_or_default();
    let remark = desk.fill(key::desk_presets::remark(&about, &number, &class_words(desk, preset.class())));
    (preset.name(), preset_words(desk, preset).to_owned(), remark)
}

fn about(desk: Desk, preset: Preset) -> &'static str {
    use key::desk_presets as say;
    desk.say(match preset {
        Preset::Lift => say::LIFT_ABOUT,
        Preset::Repair => say::REPAIR_ABOUT,
        Preset::Parking => say::PARKING_ABOUT,
        Preset::CommonRevenue => say::COMMON_REVENUE_ABOUT,
        Preset::Hire => say::HIRE_ABOUT,
        Preset::Dismiss => say::DISMISS_ABOUT,
        Preset::CommitteeFunds => say::COMMITTEE_FUNDS_ABOUT,
        Preset::Rules => say::RULES_ABOUT,
        Preset::Covenant => say::COVENANT_ABOUT,
        Preset::RaiseFund => say::RAISE_FUND_ABOUT,
        Preset::Rebuild => say::REBUILD_ABOUT,
        Preset::ChangeUse => say::CHANGE_USE_ABOUT,
        // What this desk does not start is not offered.
        Preset::Other | Preset::Committee | Preset::ResidentsMeeting | Preset::Council => say::OTHER_ABOUT,
    })
}

/// What the law asks of the chosen one, whether the bylaws ask for more, and which papers go with the notice.
fn chosen(desk: Desk) -> View {
    let draft = desk.draft;
    let Some(preset) = draft.chosen() else { return View::Nothing };
    let class = preset.class();
    let law = move || {
        let number = preset.number().unwrap_or_default();
        let consent = consent_words(desk, class, draft.raised());
        desk.fill(key::desk_presets::law(&number, &class_words(desk, class), &consent))
    };
    let days = u64::from(preset.notice_days(&desk.app.settings()));
    let voters = desk.say(match preset.voters() {
        Electorate::Estate => key::desk_presets::ALL_OWNERS,
        Electorate::Concerned => key::desk_presets::OWNERS_CONCERNED,
        Electorate::Part => key::desk_presets::OWNERS_OF_A_PART,
    });
    let local = preset.local().map(|local| match local {
        Local::Hangzhou => small(desk.say(key::desk_presets::HANGZHOU)),
    });
    let mut shares = vec![(
        String::new(),
        desk.fill(key::desk_wizard::as_the_law_says(&consent_words(desk, class, None))),
    )];
    shares.extend(preset.raises().map(|share| (written(share), consent_words(desk, class, Some(share)))));
    let body = view! {
        <p>{law}</p>
        <p class="ys-gap-2">{voters}</p>
        <p class="ys-gap-2">{desk.fill(key::desk_presets::notice(&days, &USUAL_WINDOW_DAYS))}</p>
        {local.draw_all()}
        {papers(desk, preset, Need::Required)}
        {papers(desk, preset, Need::Customary)}
        {(!preset.papers().is_empty()).then(|| small(desk.say(key::desk_presets::HOW_PAPERS_GO)))}
        <div class="ys-gap-4">{untrack(|| choice(
            "raise",
            desk.say(key::desk_wizard::DO_THE_BYLAWS_ASK_FOR),
            desk.say(key::desk_wizard::IT_CAN_BE_RAISED_NEVER),
            shares,
            draft.raise,
        ))}</div>
    };
    card(preset_words(desk, preset), "", body)
}

/// The papers of that need, if there are any.
fn papers(desk: Desk, preset: Preset, need: Need) -> View {
    let papers: Vec<Enclosure> =
        preset.papers().iter().filter(|paper| paper.0 == need).map(|paper| paper.1).collect();
    if papers.is_empty() {
        return View::Nothing;
    }
    let heading = match need {
        Need::Required => key::desk_presets::REQUIRED,
        Need::Customary => key::desk_presets::CUSTOMARY,
    };
    let row = |paper: Enclosure| view! { <li>{desk.say(paper_words(paper))}</li> };
    view! {
        <h3 class="ys-b ys-gap-3">{desk.say(heading)}</h3>
        <ul class="ys-todo">{papers.into_iter().map(row).draw_all()}</ul>
    }
}

fn paper_words(paper: Enclosure) -> Word {
    use key::desk_presets as say;
    match paper {
        Enclosure::NewText => say::NEW_TEXT,
        Enclosure::Changes => say::CHANGES,
        Enclosure::UsePlan => say::USE_PLAN,
        Enclosure::Offers => say::OFFERS,
        Enclosure::FundBalance => say::FUND_BALANCE,
        Enclosure::Contract => say::CONTRACT,
        Enclosure::Fees => say::FEES,
        Enclosure::Handover => say::HANDOVER,
        Enclosure::Drawings => say::DRAWINGS,
        Enclosure::CostShares => say::COST_SHARES,
        Enclosure::Levy => say::LEVY,
        Enclosure::SitePlan => say::SITE_PLAN,
        Enclosure::RevenueShares => say::REVENUE_SHARES,
        Enclosure::RevenueAccounts => say::REVENUE_ACCOUNTS,
        Enclosure::Budget => say::BUDGET,
    }
}

/// The accepted matters that may be put to the vote, after "none".
pub(crate) fn matters(desk: Desk) -> Vec<(String, String)> {
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
