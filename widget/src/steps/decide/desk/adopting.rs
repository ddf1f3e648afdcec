//! 改管理规约: what a vote changes of the settings if its first question passes, and its publication once it has.

use leptos::prelude::*;
use yishi_protocol::body::{Adoption, Body, Bylaws as Published, Capability};
use yishi_protocol::id::AgendaId;

use crate::desk::acts::Form;
use crate::desk::adoption::{Adopting, FIELDS, options, put, value};
use crate::desk::allowed::passed;
use crate::desk::field::typed;
use crate::desk::forms::{card, choice, hint, line, presets, signing, small};
use crate::desk::{Desk, Page, Tab, digest, settings};
use crate::kit::settings::rows;
use crate::proofs::session::Vote;

/// What keeps it from being noticed; `whole` is whether the whole estate votes.
pub(crate) fn missing(desk: Desk, adopting: Adopting, whole: bool) -> Option<&'static str> {
    if !adopting.is_on() {
        return None;
    }
    if !whole {
        return Some(desk.say("改管理规约要全小区表决", "Bylaws take a vote of the whole estate"));
    }
    if typed(&adopting.document.get()).is_none() {
        return Some(desk.say("规约文件还没选", "The document of the bylaws is missing"));
    }
    let wrong = adopting.settings().is_none();
    wrong.then(|| desk.say("有一项规定超出法律允许的范围", "A setting lies outside what the law allows"))
}

/// What is asked about it.
pub(crate) fn questions(desk: Desk, adopting: Adopting) -> AnyView {
    let say = |zh, en| desk.say(zh, en).to_owned();
    let kinds = vec![
        ("", say("不改", "No"), say("只定这件事", "this question decides one thing")),
        (
            "1",
            say("第 1 题通过就改", "Yes, by question 1"),
            say("以后的表决照新的规定办", "later votes follow the new ones"),
        ),
    ];
    let fields = move || {
        adopting.is_on().then(|| {
            let now = adopting.app.settings();
            let row = |place: usize| {
                let (name, field) = (rows(desk.app, &now)[place].0, adopting.values[place]);
                if field.with_untracked(String::is_empty) {
                    field.set(value(&now, place));
                }
                let words = |key: &&str| {
                    let mut one = now.clone();
                    let told = put(&mut one, place, key).map(|()| rows(desk.app, &one)[place].1.clone());
                    ((*key).to_owned(), told.unwrap_or_default())
                };
                let offered: Vec<_> = options(place).iter().map(words).collect();
                if offered.is_empty() {
                    line(FIELDS[place], "number", name, "", field)
                } else {
                    choice(FIELDS[place], name, "", offered, field)
                }
            };
            view! {
                <div class="ys-gap-3">{digest::field(desk, adopting.document, (
                    desk.say("新的管理规约", "The new bylaws"),
                    desk.say("要表决的那一份", "as they are put to the vote"),
                ))}</div>
                {(0..FIELDS.len()).map(row).collect_view()}
            }
        })
    };
    card(
        desk.say("要改管理规约里的规定吗？", "Does it change the bylaws?"),
        "",
        view! {
            {presets("adopts", desk.say("要改管理规约里的规定吗？", "Does it change the bylaws?"), kinds, adopting.changes)}
            <div>{fields}</div>
        }
        .into_any(),
    )
}

/// What would change, for the preview.
pub(crate) fn preview(desk: Desk, adopting: Adopting) -> Option<AnyView> {
    let adoption = adopting.adoption()?;
    Some(settings::settings(desk, &adopting.app.settings(), &adoption.settings))
}

/// Bylaws that a vote has adopted, to be published by whoever may: until then they are not in force.
pub(crate) fn publish(desk: Desk, agenda: AgendaId, vote: &Vote) -> AnyView {
    let won = passed(agenda, vote);
    let adopted = vote.notice.items.iter().find_map(|item| {
        let adopts = item.adopts.clone().filter(|_| won.iter().any(|passed| passed.item == item.id))?;
        Some((item.id, adopts))
    });
    let Some((item, Adoption { document, settings: after })) =
        adopted.filter(|_| desk.may(Capability::Bylaws))
    else {
        return ().into_any();
    };
    let now = desk.app.settings();
    if now == after {
        return hint("ys-note_ok", desk.say("通过的规定已经在用。", "What was adopted is in force."));
    }
    let form = Form::new(desk, format_args!("bylaws/{agenda}/{item}"));
    let said = after.clone();
    let signed = move || {
        let body = Published { decision: Some((agenda, item)), document, settings: said.clone() };
        form.sign(Ok((Body::from(body), vec![])), move |_| {
            let words = desk.say("已提交，等另一个单位的人确认", "Sent; it waits for another organisation");
            desk.done(Page::People(Tab::Waiting), words.to_owned());
        });
    };
    card(
        desk.say("发布通过的管理规约", "Publish the adopted bylaws"),
        "",
        view! {
            {small(desk.say(
                "表决通过了新的规定。签名发布，另一个单位的人确认以后才生效。",
                "The vote adopted new settings. Sign them; they are in force once another organisation confirms.",
            ))}
            {settings::settings(desk, &now, &after)}
            {signing(desk, desk.say("签名发布规约", "Sign and publish them"), || None, signed)}
            {form.note()}
        }
        .into_any(),
    )
}
