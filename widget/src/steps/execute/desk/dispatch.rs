//! 派单: giving out the work that a matter needs.

use leptos::prelude::*;
use yishi_protocol::body::{Capability, Dispatch};
use yishi_protocol::calendar::local_day;
use yishi_protocol::id::{AgendaId, MatterId};

use crate::desk::acts::Form;
use crate::desk::dates::{end_of, from_iso, iso};
use crate::desk::field::{Field, blank};
use crate::desk::forms::{area, card, choice, hint, line, shown, signing, title};
use crate::desk::money::fen_at_least_zero;
use crate::desk::{Desk, Page, allowed, words};
use crate::proofs::act::statement;
use crate::proofs::matters::Matter;
use crate::steps::desk::matter;

/// An item that passed: its vote, its number, what was asked.
type Passed = (AgendaId, u32, String);

pub(crate) fn page(desk: Desk, id: MatterId) -> AnyView {
    let found = desk.reading(async move |session| {
        let matter = session.matter(&id).await?;
        let mut passed: Vec<Passed> = Vec::new();
        for agenda in matter.view.votes.iter().filter_map(|(_, agenda)| *agenda) {
            let vote = session.vote(&agenda).await?;
            passed.extend(allowed::passed(agenda, &vote).into_iter().map(|one| (agenda, one.item, one.text)));
        }
        Ok((matter, passed))
    });
    shown(desk, found, move |(matter, passed)| form(desk, &matter, passed))
}

/// Who can take on work: their ids and how screens call them.
fn officers(desk: Desk) -> Vec<(String, String)> {
    desk.data.with(|data| {
        let able = data.officers.iter().filter(|officer| officer.caps.contains(&Capability::Progress));
        able.map(|officer| (officer.person.to_string(), words::officer(desk, officer))).collect()
    })
}

/// The item on which the work rests, where one passed.
fn basis(desk: Desk, passed: Vec<Passed>, decision: Field) -> AnyView {
    if passed.is_empty() {
        hint("", desk.say("这件事没有交付表决，直接派单。", "It was not put to the vote."))
    } else {
        let options = passed
            .into_iter()
            .enumerate()
            .map(|(place, (_, item, text))| {
                (
                    place.to_string(),
                    desk.either(format!("第 {item} 题：{text}（通过）"), format!("{item}: {text} (passed)")),
                )
            })
            .collect();
        choice("decision", desk.say("依据哪项决定", "By which decision"), "", options, decision)
    }
}

fn form(desk: Desk, matter: &Matter, passed: Vec<Passed>) -> AnyView {
    let id = matter.id;
    let name = matter::name(desk, matter);
    let officers = officers(desk);
    let voted = !matter.view.votes.is_empty();
    if voted && passed.is_empty() {
        let words = desk.say("这件事交付了表决，还没有哪一项通过，不能派单。", "Nothing has passed yet.");
        return view! {
            {title(desk, desk.either(format!("派单：{name}"), format!("Give out: {name}")), Some(Page::Matter(id)))}
            {hint("ys-note_wait", words)}
        }
        .into_any();
    }
    let form = Form::new(desk, format_args!("dispatch/{id}"));
    // Who gets work is chosen, not left to the order of a list.
    let mut options = officers.clone();
    if officers.len() != 1 {
        options.insert(0, (String::new(), desk.say("请选一位", "choose somebody").to_owned()));
    }
    let assignee =
        form.field("assignee", options.first().map(|officer| officer.0.clone()).unwrap_or_default());
    let decision: Field = RwSignal::new("0".to_owned());
    let (words, cap) = (form.field("words", ""), form.field("cap", ""));
    let due = form.field("due", iso(local_day(desk.now_ms()) + 30));
    let no_officers = officers.is_empty();
    let missing = move || {
        if no_officers {
            return Some(desk.say("还没有能承办的人", "Nobody can take on work"));
        }
        if assignee.with(String::is_empty) {
            return Some(desk.say("还要选谁来办", "Choose who does it"));
        }
        if blank(words) {
            return Some(desk.say("还要写做什么", "What is to be done is missing"));
        }
        if from_iso(&due.get()).is_none_or(|day| end_of(day) <= desk.now_ms()) {
            return Some(desk.say("办完的日期要在今天以后", "The due date must lie ahead"));
        }
        let wrong = cap.with(|cap| !cap.trim().is_empty() && fen_at_least_zero(cap).is_none());
        wrong.then(|| desk.say("上限要写成数字，最多两位小数", "The limit must be a number"))
    };
    let decisions = passed.clone();
    let signed = move || {
        let said = statement(&words.get_untracked()).and_then(|text| {
            let assignee = assignee.get_untracked().parse();
            let assignee = assignee.map_err(|_| yishi_protocol::rejection::Code::AssigneeInvalid)?;
            let place: usize = decision.get_untracked().parse().unwrap_or_default();
            let body = Dispatch {
                assignee,
                cap_fen: fen_at_least_zero(&cap.get_untracked()),
                decision: decisions.get(place).map(|(agenda, item, _)| (*agenda, *item)),
                due_ms: from_iso(&due.get_untracked()).map_or(0, end_of),
                matter: id,
                text: text.id(),
            };
            Ok((body.into(), vec![text]))
        });
        form.sign(said, move |_| {
            desk.done(
                Page::Matter(id),
                desk.say("已派单，承办的人能看到", "The work is given out").to_owned(),
            );
        });
    };
    let basis = basis(desk, passed, decision);
    let body = view! {
        {basis}
        <div class="ys-gap-4">
        {choice(
            "assignee",
            desk.say("谁来办", "Who does it"),
            desk.say("有承办权限的人", "who holds an office for work"),
            options,
            assignee,
        )}
        {area(
            "work",
            desk.say("做什么", "What is to be done"),
            desk.say("做到什么样算完，写清楚", "say when it is done"),
            words,
        )}
        {line("due", "date", desk.say("哪天前办完", "Due"), desk.say("当天 24:00", "24:00 of that day"), due)}
        {line(
            "cap",
            "money",
            desk.say("最多花多少（元）", "At most (yuan)"),
            desk.say("可以不写；表决定了多少就写多少", "optional"),
            cap,
        )}
        </div>
        {signing(desk, desk.say("签名派单", "Sign and give out"), missing, signed)}
        {form.note()}
    }
    .into_any();
    view! {
        {title(desk, desk.either(format!("派单：{name}"), format!("Give out: {name}")), Some(Page::Matter(id)))}
        {card(desk.say("派给谁、做什么", "Who and what"), "", body)}
    }
    .into_any()
}
