//! Answering a matter: take it up or not, with words that all can read.

use crate::draw::{View, view};
use crate::live::Live;
use crate::words::key;
use yishi_protocol::body::{Action, Answer, Tier};
use yishi_protocol::course::{Course, Deed};
use yishi_protocol::id::MatterId;
use yishi_protocol::projection::Matter;
use yishi_protocol::state::Standing;

use crate::desk::acts::Form;
use crate::desk::field::{Field, blank};
use crate::desk::forms::{area, card, choice, presets, signing};
use crate::desk::words::tier_word;
use crate::desk::{Desk, Page};
use crate::kit::tell::pick;
use crate::proofs::act::statement;

const TIERS: [Tier; 4] = [Tier::Building, Tier::Grid, Tier::Community, Tier::Street];

fn action(key: &str) -> Option<Action> {
    Some(match key {
        "accept" => Action::Accept,
        "decline" => Action::Decline,
        "merge" => Action::Merge,
        "escalate" => Action::Escalate,
        "return" => Action::Return,
        _ => return None,
    })
}

/// The answers that fit where the matter stands.
fn options(desk: Desk, matter: &Matter, others: bool) -> Vec<(&'static str, String, String)> {
    let say = |word| desk.say(word).to_owned();
    let view = &matter.view;
    let lets = |deed| Course::Matter.lets(view.stage, deed);
    let mut options = Vec::new();
    if lets(Deed::Accept) {
        options.push((
            "accept",
            say(key::desk_answer::ACCEPT),
            say(key::desk_answer::IT_IS_TALKED_OVER_THEN),
        ));
    }
    if lets(Deed::Decline) {
        options.push((
            "decline",
            say(key::desk_answer::DECLINE_SAYING_WHY),
            say(key::desk_answer::THIS_ENDS_IT_EVERYBODY_READS),
        ));
        if others && lets(Deed::Merge) {
            options.push((
                "merge",
                say(key::desk_answer::MERGE),
                say(key::desk_answer::IT_GOES_ON_UNDER_ANOTHER),
            ));
        }
    }
    if view.tier != Tier::Street {
        options.push((
            "escalate",
            say(key::desk_answer::ESCALATE),
            say(key::desk_answer::TO_A_FARTHER_TIER_THE),
        ));
    }
    if view.tier != Tier::Building {
        options.push((
            "return",
            say(key::desk_answer::RETURN_IT),
            say(key::desk_answer::TO_A_NEARER_TIER_THE),
        ));
    }
    options
}

/// The other matters that go on.
fn others(desk: Desk, matter: MatterId) -> Vec<(String, String)> {
    desk.data.with_untracked(|data| {
        let open =
            data.matters.iter().filter(|other| other.matter != matter && other.standing == Standing::Open);
        open.map(|other| {
            let title = other.title.as_ref().map(|title| pick(desk.app, title)).unwrap_or_default();
            (other.matter.to_string(), title)
        })
        .collect()
    })
}

pub(crate) fn form(desk: Desk, matter: &Matter) -> View {
    let id = matter.id;
    let (first, tier) = (Course::Matter.lets(matter.view.stage, Deed::Accept), matter.view.tier);
    let others = others(desk, id);
    let options = options(desk, matter, !others.is_empty());
    if options.is_empty() {
        return View::Nothing;
    }
    let form = Form::new(desk, format_args!("answer/{id}"));
    let chosen: Field = Live::new(String::new());
    let words = form.field("words", "");
    let into: Field = Live::new(others.first().map(|other| other.0.clone()).unwrap_or_default());
    let farther: Vec<Tier> = TIERS.into_iter().filter(|other| *other > tier).collect();
    let nearer: Vec<Tier> = TIERS.into_iter().rev().filter(|other| *other < tier).collect();
    let target: Field = Live::new(String::new());
    let place = |tier: Tier| TIERS.iter().position(|other| *other == tier).unwrap_or_default().to_string();
    let more = move || {
        let tiers = |words: &'static str, tiers: &[Tier]| {
            let options: Vec<_> =
                tiers.iter().map(|tier| (place(*tier), tier_word(desk, *tier).to_owned())).collect();
            target.set(options.first().map(|option| option.0.clone()).unwrap_or_default());
            choice("tier", words, "", options, target)
        };
        match chosen.get().as_str() {
            "merge" => choice("into", desk.say(key::desk_answer::INTO_WHICH), "", others.clone(), into),
            "escalate" => tiers(desk.say(key::desk_answer::TO_WHICH_TIER), &farther),
            "return" => tiers(desk.say(key::desk_answer::TO_WHICH_TIER_2), &nearer),
            _ => View::Nothing,
        }
    };
    let missing = move || {
        if chosen.with(String::is_empty) {
            return Some(desk.say(key::desk_answer::CHOOSE_WHAT_TO_DO));
        }
        blank(words).then(|| desk.say(key::desk_answer::THE_WORDS_ARE_MISSING))
    };
    let signed = move || {
        let Some(action) = action(&chosen.get_untracked()) else { return };
        let with_tier = matches!(action, Action::Escalate | Action::Return);
        let said = statement(&words.get_untracked()).map(|text| {
            let tier = target.get_untracked().parse().ok().and_then(|at: usize| TIERS.get(at).copied());
            let body = Answer {
                action,
                into: (action == Action::Merge).then(|| into.get_untracked().parse().ok()).flatten(),
                matter: id,
                text: text.id(),
                tier: tier.filter(|_| with_tier),
            };
            (body.into(), vec![text])
        });
        form.sign(said, move |_| {
            let words = match action {
                Action::Accept => desk.say(key::desk_answer::ACCEPTED),
                Action::Decline => desk.say(key::desk_answer::DECLINED),
                Action::Merge => desk.say(key::desk_answer::MERGED),
                Action::Escalate => desk.say(key::desk_answer::ESCALATED),
                Action::Return => desk.say(key::desk_answer::RETURNED),
            };
            desk.done(Page::Matter(id), words.to_owned());
        });
    };
    let body = view! {
        {presets("action", desk.say(key::desk_answer::WHAT_TO_DO), options, chosen)}
        <div class="ys-gap-4">{more}</div>
        {area(
            "answer",
            desk.say(key::desk_answer::THE_ANSWER_IN_WORDS),
            desk.say(key::desk_answer::EVERYBODY_READS_IT_NO_NAMES),
            words,
        )}
        {signing(desk, desk.say(key::desk_answer::SIGN_THE_ANSWER), missing, signed)}
        {form.note()}
    };
    let days = desk.app.settings().answer_days;
    let remark = if first { desk.fill(key::desk_answer::within_days(&days)) } else { String::new() };
    let heading =
        if first { desk.say(key::common::ANSWER) } else { desk.say(key::desk_answer::HANDLE_OTHERWISE) };
    card(heading, remark, body)
}
