//! Answering a matter: take it up or not, with words that all can read.

use leptos::prelude::*;
use yishi_protocol::body::{Action, Answer, Tier};
use yishi_protocol::id::MatterId;
use yishi_protocol::state::{Standing, Step};

use crate::desk::acts::Form;
use crate::desk::field::{Field, blank};
use crate::desk::forms::{area, card, choice, presets, signing};
use crate::desk::words::tier_word;
use crate::desk::{Desk, Page};
use crate::kit::tell::pick;
use crate::proofs::act::statement;
use crate::proofs::matters::Matter;

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
    let say = |zh, en| desk.say(zh, en).to_owned();
    let view = &matter.view;
    let mut options = Vec::new();
    if view.step == Step::Propose {
        options.push((
            "accept",
            say("采纳", "Accept"),
            say("接下来大家协商，再定交付表决还是派单。", "It is talked over, then voted on or given out."),
        ));
    }
    if matches!(view.step, Step::Propose | Step::Deliberate) {
        options.push((
            "decline",
            say("不采纳并说明", "Decline, saying why"),
            say("这件事到此结束，理由所有人看得到。", "This ends it; everybody reads the reason."),
        ));
        if others {
            options.push((
                "merge",
                say("并案", "Merge"),
                say("和另一件在办的事一起办。", "It goes on under another matter."),
            ));
        }
    }
    if view.tier != Tier::Street {
        options.push((
            "escalate",
            say("上报", "Escalate"),
            say("交给更远的一级，答复期限重新算。", "To a farther tier; the days for an answer begin anew."),
        ));
    }
    if view.tier != Tier::Building {
        options.push((
            "return",
            say("退回", "Return"),
            say("交还更近的一级，答复期限重新算。", "To a nearer tier; the days for an answer begin anew."),
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

pub(crate) fn form(desk: Desk, matter: &Matter) -> AnyView {
    let id = matter.id;
    let (first, tier) = (matter.view.step == Step::Propose, matter.view.tier);
    let others = others(desk, id);
    let options = options(desk, matter, !others.is_empty());
    if options.is_empty() {
        return ().into_any();
    }
    let form = Form::new(desk, format_args!("answer/{id}"));
    let chosen: Field = RwSignal::new(String::new());
    let words = form.field("words", "");
    let into: Field = RwSignal::new(others.first().map(|other| other.0.clone()).unwrap_or_default());
    let farther: Vec<Tier> = TIERS.into_iter().filter(|other| *other > tier).collect();
    let nearer: Vec<Tier> = TIERS.into_iter().rev().filter(|other| *other < tier).collect();
    let target: Field = RwSignal::new(String::new());
    let place = |tier: Tier| TIERS.iter().position(|other| *other == tier).unwrap_or_default().to_string();
    let more = move || {
        let tiers = |words: &'static str, tiers: &[Tier]| {
            let options: Vec<_> =
                tiers.iter().map(|tier| (place(*tier), tier_word(desk, *tier).to_owned())).collect();
            target.set(options.first().map(|option| option.0.clone()).unwrap_or_default());
            choice("tier", words, "", options, target)
        };
        match chosen.get().as_str() {
            "merge" => choice("into", desk.say("并到哪一件", "Into which"), "", others.clone(), into),
            "escalate" => tiers(desk.say("上报到哪一级", "To which tier"), &farther),
            "return" => tiers(desk.say("退回到哪一级", "To which tier"), &nearer),
            _ => ().into_any(),
        }
    };
    let missing = move || {
        if chosen.with(String::is_empty) {
            return Some(desk.say("先选一种处理", "Choose what to do"));
        }
        blank(words).then(|| desk.say("还要写答复的话", "The words are missing"))
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
                Action::Accept => desk.say("已采纳，大家看得到你的答复", "Accepted"),
                Action::Decline => desk.say("已答复不采纳", "Declined"),
                Action::Merge => desk.say("已并案", "Merged"),
                Action::Escalate => desk.say("已上报", "Escalated"),
                Action::Return => desk.say("已退回", "Returned"),
            };
            desk.done(Page::Matter(id), words.to_owned());
        });
    };
    let body = view! {
        {presets("action", desk.say("怎么处理", "What to do"), options, chosen)}
        <div class="ys-gap-4">{more}</div>
        {area(
            "answer",
            desk.say("答复的话", "The answer in words"),
            desk.say("所有人看得到，不要写姓名、电话", "everybody reads it; no names or numbers"),
            words,
        )}
        {signing(desk, desk.say("签名答复", "Sign the answer"), missing, signed)}
        {form.note()}
    }
    .into_any();
    let days = desk.app.settings().answer_days;
    let remark = if first {
        desk.either(format!("{days} 天内答复"), format!("within {days} days"))
    } else {
        String::new()
    };
    let heading =
        if first { desk.say("答复", "Answer") } else { desk.say("改变处理", "Handle otherwise") };
    card(heading, remark, body)
}
