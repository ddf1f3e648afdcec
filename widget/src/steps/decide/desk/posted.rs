//! 结果公告: a result as it is posted on the board, to be printed.

use leptos::prelude::*;
use yishi_protocol::body::Method;
use yishi_protocol::calendar::local_day;
use yishi_protocol::id::AgendaId;
use yishi_protocol::view::AgendaView;

use crate::desk::dates::full;
use crate::desk::forms::{shown, title};
use crate::desk::weights::weight_words;
use crate::desk::words::{class_words, consent_words, scope_words};
use crate::desk::{Desk, Page};
use crate::kit::icons::icon;
use crate::kit::parts::{fact, fact_with, para};
use crate::kit::tell::{self, pick};
use crate::proofs::session::Vote;
use crate::steps::decide::desk::adopting;
use crate::steps::decide::desk::figures::{candidates, comparisons, working};

const PRINTER: &str =
    "M7 9V4h10v5M7 17H4.5v-6.5a1.5 1.5 0 0 1 1.5-1.5h12a1.5 1.5 0 0 1 1.5 1.5V17H17M7 14h10v6H7z";

pub(crate) fn page(desk: Desk, agenda: AgendaId) -> AnyView {
    let found = desk.reading(async move |session| {
        let vote = session.vote(&agenda).await?;
        // When it was stated: the notice is printed on some later day too.
        let view: AgendaView = session.fetch(&format!("/agendas/{agenda}")).await?;
        let checkpoint = session.check(&view.checkpoint)?;
        let stated = view.tally.map(|tally| tally.open(&checkpoint)).transpose()?;
        Ok((vote, stated.map(|entry| entry.received_ms)))
    });
    let print = move |_| {
        if let Some(window) = web_sys::window() {
            drop(window.print());
        }
    };
    view! {
        {title(desk, desk.say("结果公告", "Notice of the result").to_owned(), Some(Page::Votes))}
        {shown(desk, found, move |(vote, stated_ms)| {
            let adopted = adopting::publish(desk, agenda, &vote);
            view! { {notice(desk, agenda, &vote, stated_ms)} <div class="ys-noprint ys-gap-4">{adopted}</div> }.into_any()
        })}
        <div class="ys-gap-4 ys-noprint">
            <button type="button" class="weui-btn weui-btn_primary" on:click=print>
                {icon(PRINTER, "")}
                {desk.say("打印公告", "Print the notice")}
            </button>
        </div>
    }
    .into_any()
}

fn notice(desk: Desk, agenda: AgendaId, vote: &Vote, stated_ms: Option<u64>) -> AnyView {
    let (Some(open), Some(tally)) = (&vote.open, &vote.tally) else { return ().into_any() };
    let estate = desk
        .app
        .session
        .with(|session| session.as_ref().map(|session| session.name.clone()))
        .unwrap_or_default();
    let (notice, lang) = (&vote.notice, desk.lang());
    let last_day = local_day(notice.closes_ms.saturating_sub(1));
    let whole = (open.heads.into(), open.area_c);
    let (standing, meaning) = tell::legal_mode(desk.app, notice.legal_mode);
    let late = tell::late_keys(desk.app, &vote.late);
    let items = notice.items.iter().zip(&vote.text.items).zip(&tally.items).map(|((item, text), counted)| {
        let heading = desk.either(
            format!("第 {} 题：{}", item.id, pick(desk.app, &text.title)),
            format!("Question {}: {}", item.id, pick(desk.app, &text.title)),
        );
        let part = counted.participating;
        let election = item.method == Method::Election;
        let rest = if election {
            desk.say("没有选任何人", "Chose nobody")
        } else {
            desk.say("反对和弃权", "Against or abstain")
        };
        let consenting = counted.consenting.first().copied().unwrap_or_default();
        let weight = |heads: u64, area_c: u64| {
            weight_words(desk, heads, area_c)
        };
        let works = comparisons(item, counted, whole).into_iter().map(|(second, kind, check)| {
            let what = if second { desk.say("同意", "consent") } else { desk.say("参加", "turnout") };
            let name = kind.name(desk);
            let holds = if check.holds() { desk.say("够", "enough") } else { desk.say("不够", "not enough") };
            view! {
                <li>
                    <span>{desk.either(format!("{what}{name}"), format!("{name}: {what}"))}</span>
                    <span class="v">{format!("{}{}{holds}", working(kind, &check), lang.comma())}</span>
                </li>
            }
        });
        view! {
            <section class="ys-gap-4">
                <h3 class="ys-b">{heading}</h3>
                <p class="ys-h ys-gap-1">{desk.lang().outcome(counted.outcome)}</p>
                <dl class="ys-kv ys-gap-2">
                    {fact(desk.say("种类和门槛", "Kind"), [class_words(desk, item.class), &consent_words(desk, item.class, item.raise)].join(lang.comma()))}
                    {fact(desk.say("参加", "Took part"), weight(part.heads, part.area_c))}
                    {(!election).then(|| fact(desk.say("同意", "Consent"), weight(consenting.heads, consenting.area_c)))}
                    {fact(rest, weight(counted.other.heads, counted.other.area_c))}
                </dl>
                {election.then(|| candidates(desk, text, counted))}
                <ul class="ys-works ys-s ys-gap-2">{works.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <article class="ys-card ys-paper">
            <p class="ys-2">{estate}</p>
            <h2 class="ys-h ys-gap-1">{desk.either(
                format!("关于“{}”的表决结果公告", pick(desk.app, &vote.text.title)),
                format!("Result of the vote: {}", pick(desk.app, &vote.text.title)),
            )}</h2>
            <dl class="ys-kv ys-gap-3">
                {fact(desk.say("范围", "Scope"), scope_words(desk, notice.scope))}
                {fact(desk.say("有权投票", "Entitled"), weight_words(desk, open.heads.into(), open.area_c))}
                {fact(desk.say("投票开始", "Began"), full(lang, local_day(notice.opens_ms)))}
                {fact(desk.say("投票截止", "Ended"), format!("{} 24:00", full(lang, last_day)))}
                {stated_ms.map(|stated_ms| fact(desk.say("公布", "Posted"), full(lang, local_day(stated_ms))))}
                {fact_with(desk.say("效力", "Standing"), standing.to_owned(), meaning.to_owned())}
            </dl>
            {items.collect_view()}
            {late.map(|late| para("ys-s ys-gap-4", late))}
            <p class="ys-s ys-gap-4">{desk.say(
                "依据：民法典第二百七十八条。由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决；\
                 普通事项经参与表决专有部分面积过半数且人数过半数同意，特别事项经四分之三以上同意。",
                "Basis: Civil Code 278. Two thirds of area and of heads take part; more than half, or three quarters, of those consent.",
            )}</p>
            <p class="ys-s ys-gap-2">{desk.say(
                "业主可以向议事窗口查自己的一票有没有计入；对结果有异议，请在公示期内书面提出，也可以依法向法院申请撤销。",
                "Owners may check their ballot at the desk, object in writing, or go to court.",
            )}</p>
            <p class="ys-seal">{desk.say("公布人（签名、盖章）：", "Posted by (name and seal): ")}<i aria-hidden="true"></i></p>
            <p class="ys-s ys-2 ys-gap-2">{desk.say("表决记录", "Record")} " " <span class="ys-code">{agenda.to_string()}</span></p>
        </article>
    }
    .into_any()
}
