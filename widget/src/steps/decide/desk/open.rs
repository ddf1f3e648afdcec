//! Opening a noticed vote: freezing the roll that says who votes.

use leptos::prelude::*;
use yishi_protocol::apply::OPEN_AHEAD_MS;
use yishi_protocol::body::{Capability, Open};
use yishi_protocol::id::NoticeId;

use crate::desk::acts::Form;
use crate::desk::forms::{card, hint, signing, small, title};
use crate::desk::words::{class_words, consent_words, scope_words};
use crate::desk::{Desk, Page, queue};
use crate::kit::parts::fact;
use crate::kit::tell::pick;
use crate::words::format::area;

pub(crate) fn page(desk: Desk, id: NoticeId) -> AnyView {
    let found =
        desk.data.with(|data| data.current(id).cloned().map(|current| (current, data.scopes.clone())));
    let Some((current, scopes)) = found else {
        return crate::steps::decide::desk::votes::page(desk);
    };
    let notice = current.vote.notice.clone();
    let form = Form::new(desk, format_args!("open/{id}"));
    let name = pick(desk.app, &current.vote.text.title);
    let (opens, closes) = (desk.lang().beginning(notice.opens_ms), desk.lang().deadline(notice.closes_ms));
    // Figures are at hand for the newest roll only; a vote is opened on the one its notice names.
    let same_roll = scopes.as_ref().and_then(|scopes| scopes.roll) == Some(notice.roll);
    let scope = scopes.and_then(|scopes| scopes.scopes.into_iter().find(|scope| scope.scope == notice.scope));
    let scope = scope.filter(|_| same_roll);
    let early = desk.now_ms() + OPEN_AHEAD_MS < notice.opens_ms;
    let late = !early && !queue::may_open(&current, &desk.app.settings(), desk.now_ms());
    let no_figures = scope.is_none();
    let barred = !desk.may(Capability::Open);
    let missing = move || {
        if barred {
            return Some(desk.say("这一步不在你的权限里", "Your office does not cover this"));
        }
        if early {
            return Some(desk.say("还没到能冻结的时间", "Not yet"));
        }
        if late {
            return Some(desk.say("过了时间，只能重新公示", "Too late; notice it anew"));
        }
        no_figures.then(|| desk.say("名册换过了，不能冻结", "The roll has changed"))
    };
    let from = desk.lang().beginning(notice.opens_ms.saturating_sub(OPEN_AHEAD_MS));
    let figures = scope.map(|scope| (scope.heads, scope.area_c));
    let roll = notice.roll;
    let signed = move || {
        let Some((heads, area_c)) = figures else { return };
        let said = Ok((Open { area_c, corrections: vec![], heads, notice: id, roll }.into(), vec![]));
        form.sign(said, move |_| {
            desk.done(Page::Votes, desk.say("名册已冻结，到点自动开始投票", "The roll is frozen").to_owned());
        });
    };
    let class = notice.items.first().map(|item| (item.class, item.raise));
    let (heads, exact) = match figures {
        Some((heads, area_c)) => (desk.either(format!("{heads} 人"), heads.to_string()), area(area_c)),
        None => (String::new(), String::new()),
    };
    let body = view! {
        <dl class="ys-kv">
            {fact(desk.say("范围", "Scope"), scope_words(desk, notice.scope))}
            {class.map(|(class, raise)| fact(
                desk.say("种类", "Kind"),
                [class_words(desk, class), &consent_words(desk, class, raise)].join(desk.lang().comma()),
            ))}
            {fact(desk.say("题数", "Questions"), notice.items.len().to_string())}
            {fact(desk.say("开始", "Begins"), opens)}
            {fact(desk.say("截止", "Closes"), closes)}
        </dl>
    }
    .into_any();
    let frozen = view! {
        {(!no_figures).then(|| view! {
            <dl class="ys-kv">
                {fact(desk.say("有权投票", "Heads"), heads)}
                {fact(desk.say("面积", "Area"), exact)}
            </dl>
        })}
        {no_figures.then(|| hint("ys-note_bad", desk.say(
            "公示写明的名册不是现在这一本，这里算不出它的面积。要用新名册，请重新公示。",
            "The notice names an older roll, whose area is not known here. Notice the vote anew to use the new one.",
        )))}
        {early.then(|| hint("ys-note_wait", desk.either(
            format!("开始前 72 小时内才能冻结：{from}起。"),
            format!("Only within 72 hours before the beginning: from {from}."),
        )))}
        {late.then(|| hint("ys-note_bad", desk.say(
            "剩下的投票时间不够 5 天，这次不能开了。",
            "Less than 5 days of voting are left; it cannot be opened.",
        )))}
        {small(desk.say(
            "冻结以后，卖房、过户不影响这次表决；谁有权投票、一共多少，到结果都不再变。",
            "From here on sales and transfers do not change who votes and of how many.",
        ))}
        {signing(desk, desk.say("签名，冻结名册", "Sign: freeze the roll"), missing, signed)}
        {form.note()}
    }
    .into_any();
    view! {
        {title(desk, desk.either(format!("冻结名册：{name}"), format!("Freeze the roll: {name}")), Some(Page::Votes))}
        <div class="ys-cols">
            {card(desk.say("公示的内容", "What was noticed"), "", body)}
            {card(desk.say("要冻结的", "What will be frozen"), "", frozen)}
        </div>
    }
    .into_any()
}
