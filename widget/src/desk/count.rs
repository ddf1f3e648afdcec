//! Closing a vote after its window, then stating the totals with both gates' working.

use leptos::prelude::*;
use yishi_protocol::blob::ItemText;
use yishi_protocol::body::{Capability, Close, Item, ItemTally, Method, Tally};
use yishi_protocol::count::{Checks, Comparison, Outcome, Weight, consent_share};
use yishi_protocol::id::AgendaId;
use yishi_protocol::state::Stage;

use super::acts::Form;
use super::forms::{card, hint, shown, signing, small, title};
use super::turnout::{Kind, meter, weight_words};
use super::{Desk, Page};
use crate::icons::{CHECK, DASH, icon};
use crate::parts::fact;
use crate::screens::home::pick;
use crate::session::Vote;

pub(super) fn page(desk: Desk, agenda: AgendaId) -> AnyView {
    let found = desk.reading(async move |session| {
        let vote = session.vote(&agenda).await?;
        let draft = if vote.stage == Some(Stage::Closed) {
            let draft: Tally = session.fetch(&format!("/agendas/{agenda}/tally-draft")).await?;
            Some(draft)
        } else {
            None
        };
        Ok((vote, draft))
    });
    shown(desk, found, move |(vote, draft)| match (vote.stage, draft) {
        (Some(Stage::Counting), _) => closing(desk, agenda, &vote),
        (Some(Stage::Closed), Some(tally)) => stating(desk, agenda, &vote, tally),
        (Some(Stage::Tallied), _) => super::posted::page(desk, agenda),
        _ => hint("ys-note_wait", desk.say("还没到截止时间，到点再来。", "The window has not ended.")),
    })
}

/// What to say to somebody whose office does not cover the step.
fn barred(
    desk: Desk,
    capability: Capability,
) -> impl Fn() -> Option<&'static str> + Copy + Send + Sync + 'static {
    let barred = !desk.may(capability);
    move || barred.then(|| desk.say("这一步不在你的权限里", "Your office does not cover this"))
}

fn closing(desk: Desk, agenda: AgendaId, vote: &Vote) -> AnyView {
    let form = Form::new(desk, format_args!("shut/{agenda}"));
    let name = pick(desk.app, &vote.text.title);
    let closes = desk.lang().deadline(vote.notice.closes_ms);
    let signed = move || {
        let said = Ok((Close { agenda }.into(), vec![]));
        form.sign(said, move |_| {
            desk.done(
                Page::Count(agenda),
                desk.say("已截止收票，可以数票了", "Closed; it can be counted").to_owned(),
            );
        });
    };
    let body = view! {
        <dl class="ys-kv">
            {fact(desk.say("截止时间", "Closed at"), closes)}
            {vote.open.as_ref().map(|open| fact(
                desk.say("有权投票", "Entitled"),
                weight_words(desk, open.heads.into(), open.area_c),
            ))}
        </dl>
        {small(desk.say(
            "签名以后不再收任何一票，接着数票。",
            "After this no ballot is taken; then it is counted.",
        ))}
        {signing(desk, desk.say("签名，截止收票", "Sign: close the vote"), barred(desk, Capability::Close), signed)}
        {form.note()}
    }
    .into_any();
    view! {
        {title(desk, desk.either(format!("截止收票：{name}"), format!("Close: {name}")), Some(Page::Votes))}
        {card(desk.say("投票时间到了", "The window has ended"), "", body)}
    }
    .into_any()
}

fn stating(desk: Desk, agenda: AgendaId, vote: &Vote, tally: Tally) -> AnyView {
    let form = Form::new(desk, format_args!("state/{agenda}"));
    let name = pick(desk.app, &vote.text.title);
    let figures = figures(desk, vote, &tally);
    let signed = move || {
        let said = Ok((tally.clone().into(), vec![]));
        form.sign(said, move |_| {
            desk.done(Page::Posted(agenda), desk.say("结果已公布", "The result is public").to_owned());
        });
    };
    let body = view! {
        {small(desk.say(
            "服务器按票箱算好，签名时规则再重算一遍，差一分一厘都不收。公布后不能改。",
            "The server has counted; the rules count again when you sign and refuse any difference. It cannot be changed.",
        ))}
        {signing(desk, desk.say("签名公布结果", "Sign and publish the result"), barred(desk, Capability::Tally), signed)}
        {form.note()}
    }
    .into_any();
    view! {
        {title(desk, desk.either(format!("公布结果：{name}"), format!("Result: {name}")), Some(Page::Votes))}
        {figures}
        {card(desk.say("核对好了？", "Checked?"), "", body)}
    }
    .into_any()
}

/// Each item's verdict with both gates.
pub(super) fn figures(desk: Desk, vote: &Vote, tally: &Tally) -> AnyView {
    let Some(open) = vote.open.clone() else { return ().into_any() };
    let items = vote.notice.items.iter().zip(&vote.text.items).zip(&tally.items);
    let drawn = items.map(|((item, text), counted)| {
        let good = matches!(counted.outcome, Outcome::Passed | Outcome::ElectionFilled);
        let class = if good { "ys-h ys-ok" } else { "ys-h ys-bad" };
        let heading = desk.either(
            format!("第 {} 题 {}", item.id, pick(desk.app, &text.title)),
            format!("Question {}: {}", item.id, pick(desk.app, &text.title)),
        );
        let body = view! {
            <p class=class>{icon(if good { CHECK } else { DASH }, "")} " " {desk.lang().outcome(counted.outcome)}</p>
            <div class="ys-gap-4">{gates(desk, (item, text), counted, (open.heads.into(), open.area_c))}</div>
        }
        .into_any();
        card(heading, "", body)
    });
    drawn.collect_view().into_any()
}

/// The two comparisons of an item, in order: who took part, who of them consented.
pub(super) fn comparisons(
    item: &Item,
    counted: &ItemTally,
    (heads, area_c): (u64, u64),
) -> Vec<(bool, Kind, Comparison)> {
    let share = consent_share(item.class, item.raise);
    let consenting = counted.consenting.first().copied().unwrap_or_default();
    let checks = Checks::new(counted.participating, consenting, Weight { area_c, heads }, share);
    let mut rows = vec![(false, Kind::Heads, checks.quorum_heads), (false, Kind::Area, checks.quorum_area)];
    // Nobody's consent has no share, and an election asks for each candidate's.
    if item.method == Method::Resolution && counted.participating.heads > 0 {
        rows.push((true, Kind::Heads, checks.consent_heads));
        rows.push((true, Kind::Area, checks.consent_area));
    }
    rows
}

/// Each candidate of an election with who marked them.
pub(super) fn candidates(desk: Desk, text: &ItemText, counted: &ItemTally) -> AnyView {
    let rows = text.options.iter().zip(&counted.consenting).map(|(name, weight)| {
        let figures = weight_words(desk, weight.heads, weight.area_c);
        view! { <li><span>{pick(desk.app, name)}</span><span class="v">{figures}</span></li> }
    });
    view! { <ul class="ys-works">{rows.collect_view()}</ul> }.into_any()
}

fn gates(desk: Desk, (item, text): (&Item, &ItemText), counted: &ItemTally, whole: (u64, u64)) -> AnyView {
    let rows = comparisons(item, counted, whole);
    let consenting = rows.iter().any(|row| row.0);
    let election = item.method == Method::Election;
    let gate = |second: bool, heading: &'static str| {
        let checks: Vec<_> = rows.iter().filter(|row| row.0 == second).copied().collect();
        let holds = checks.iter().all(|row| row.2.holds());
        let answer = if holds { desk.say("够", "enough") } else { desk.say("不够", "not enough") };
        let meters =
            checks.iter().map(|(_, kind, check)| meter(desk, *kind, check.part, check.whole, check.share));
        let works = checks.iter().map(|(_, kind, check)| {
            let mark = if check.holds() { icon(CHECK, "ys-ok") } else { icon(DASH, "ys-bad") };
            view! { <li><span>{kind.name(desk)}</span><span class="v">{working(*kind, check)} " " {mark}</span></li> }
        });
        view! {
            <div>
                <p class="ys-b">
                    {heading} {desk.say("：", ": ")}
                    <span class=if holds { "ys-ok" } else { "ys-bad" }>{answer}</span>
                </p>
                <div class="ys-gap-2">{meters.collect_view()}</div>
                <ul class="ys-works ys-s ys-gap-2">{works.collect_view()}</ul>
            </div>
        }
    };
    view! {
        <div class="ys-cols">
            {gate(false, desk.say("第一关，参加够不够", "First, did enough take part"))}
            {consenting.then(|| gate(true, desk.say("第二关，同意够不够", "Second, did enough consent")))}
            {election.then(|| view! { <div><p class="ys-b">{desk.say("每位候选人", "Each candidate")}</p>{candidates(desk, text, counted)}</div> })}
        </div>
    }
    .into_any()
}

/// `3 × 8 = 24 ≥ 2 × 12 = 24`.
pub(super) fn working(kind: Kind, check: &Comparison) -> String {
    let (left, right) = crate::tell::sides(check, kind.figure());
    format!("{left} {right}")
}
