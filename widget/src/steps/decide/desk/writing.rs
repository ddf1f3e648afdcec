//! What the steps of announcing a vote share: what was chosen so far, and what is missing.

use crate::draw::{View, view};
use crate::words::key;
use yishi_protocol::preset::Preset;

use crate::desk::Desk;
use crate::desk::dates::day_words;
use crate::desk::field::blank;
use crate::desk::forms::card;
use crate::desk::new_vote::NewVote;
use crate::desk::words::{class_words, consent_words, scope_words};
use crate::kit::parts::fact;
use crate::steps::decide::desk::adopting::missing;

/// A step beside what was chosen so far.
pub(crate) fn beside(desk: Desk, form: View) -> View {
    view! { <div class="ys-cols ys-cols_73"><div>{form}</div><div class="wide">{move || so_far(desk)}</div></div> }
}

fn so_far(desk: Desk) -> View {
    desk.data.track();
    let draft = desk.draft;
    let plan = draft.plan(desk.now_ms());
    let heading = Some(draft.title.get()).filter(|title| !title.trim().is_empty());
    let body = view! {
        <dl class="ys-kv">
            {heading.map(|heading| fact(desk.say(key::desk_common::TITLE), heading))}
            {draft.chosen().map(|preset| view! {
                {fact(desk.say(key::desk_writing::DECIDES), preset_words(desk, preset))}
                {fact(desk.say(key::desk_common::KIND), class_words(desk, preset.class()))}
                {fact(desk.say(key::desk_writing::CONSENT), consent_words(desk, preset.class(), draft.raised()))}
            })}
            {fact(desk.say(key::desk_common::SCOPE), scope_words(desk, draft.scope_number()))}
            {fact(desk.say(key::desk_common::BEGINS), format!("{} 0:00", day_words(desk.lang(), plan.opens)))}
            {fact(desk.say(key::common::CLOSES), format!("{} 24:00", day_words(desk.lang(), plan.last)))}
        </dl>
    };
    card(desk.say(key::desk_writing::SO_FAR), "", body)
}

/// What is to be decided, in words.
pub(crate) fn preset_words(desk: Desk, preset: Preset) -> &'static str {
    use key::desk_presets as say;
    desk.say(match preset {
        Preset::Lift => say::LIFT,
        Preset::Repair => say::REPAIR,
        Preset::Parking => say::PARKING,
        Preset::CommonRevenue => say::COMMON_REVENUE,
        Preset::Hire => say::HIRE,
        Preset::Dismiss => say::DISMISS,
        Preset::CommitteeFunds => say::COMMITTEE_FUNDS,
        Preset::Rules => say::RULES,
        Preset::Covenant => say::COVENANT,
        Preset::RaiseFund => say::RAISE_FUND,
        Preset::Rebuild => say::REBUILD,
        Preset::ChangeUse => say::CHANGE_USE,
        Preset::Committee => say::ELECT,
        // What this desk does not start is not offered.
        Preset::Other | Preset::ResidentsMeeting | Preset::Council => say::OTHER,
    })
}

/// What keeps the text from being noticed.
pub(crate) fn missing_text(desk: Desk, draft: &NewVote) -> Option<&'static str> {
    if draft.chosen().is_none() {
        return Some(desk.say(key::desk_presets::MISSING));
    }
    if blank(draft.title) {
        return Some(desk.say(key::desk_writing::THE_TITLE_IS_MISSING));
    }
    if blank(draft.body) {
        return Some(desk.say(key::desk_writing::THE_TEXT_IS_MISSING));
    }
    let empty = draft.items.with(|items| items.iter().any(|item| item.trim().is_empty()));
    if empty {
        return Some(desk.say(key::desk_writing::A_QUESTION_IS_EMPTY));
    }
    // An election changes no bylaws.
    if draft.elects() {
        return None;
    }
    let whole =
        desk.data.with(|data| data.scope(draft.scope_number()).is_some_and(|scope| scope.parent.is_none()));
    missing(desk, &draft.adopting, whole)
}
