//! Closing a vote after its window, then stating the totals with both gates' working.

use leptos::prelude::*;
use yishi_protocol::body::{Capability, Close, Tally};
use yishi_protocol::id::AgendaId;
use yishi_protocol::state::Stage;

use crate::desk::acts::Form;
use crate::desk::forms::{card, hint, shown, signing, small, title};
use crate::desk::weights::weight_words;
use crate::desk::{Desk, Page};
use crate::kit::parts::fact;
use crate::kit::tell::pick;
use crate::proofs::session::Vote;
use crate::steps::decide::desk::figures::figures;
use crate::steps::decide::desk::posted;

pub(crate) fn page(desk: Desk, agenda: AgendaId) -> AnyView {
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
        (Some(Stage::Tallied), _) => posted::page(desk, agenda),
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
