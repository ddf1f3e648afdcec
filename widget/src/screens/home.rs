//! The first screen: what waits for me, then the estate's votes.

use leptos::prelude::*;
use yishi_protocol::id::{EntryId, PartyId};
use yishi_protocol::state::Stage;
use yishi_protocol::view::BallotView;

use crate::app::{App, Paper, Screen};
use crate::icons::{BALLOT_BOX, CHECK, GO, KEY, icon};
use crate::parts::{counts_as, fact, head, help};
use crate::session::Vote;

/// A vote of one of my parties.
#[derive(Clone)]
struct Mine {
    vote: Vote,
    agenda: EntryId,
    party: PartyId,
    standing: Option<EntryId>,
    held: bool,
}

/// The open votes in which I have a ballot, those without one first.
fn mine(app: App) -> Vec<Mine> {
    app.me.with(|me| {
        let Some(me) = me else { return Vec::new() };
        let votes = app.votes.get();
        let mut mine = Vec::new();
        for right in &me.view.rights {
            let open = |vote: &&Vote| vote.agenda == Some(right.agenda) && vote.stage == Some(Stage::Voting);
            let Some(vote) = votes.iter().find(open) else { continue };
            let of_this =
                |ballot: &&BallotView| ballot.agenda == right.agenda && belongs(ballot, right.party);
            let ballots: Vec<&BallotView> = me.view.ballots.iter().filter(of_this).collect();
            let standing = ballots.iter().find(|ballot| ballot.stands).map(|ballot| ballot.entry);
            mine.push(Mine {
                vote: vote.clone(),
                agenda: right.agenda,
                party: right.party,
                standing,
                held: standing.is_none() && !ballots.is_empty(),
            });
        }
        mine.sort_by_key(|mine| mine.standing.is_some());
        mine
    })
}

/// Whether a ballot was cast for a party. Its entry says so itself.
fn belongs(ballot: &BallotView, party: PartyId) -> bool {
    use yishi_protocol::body::Body;
    let entry = yishi_protocol::log::LogEntry::from_leaf(ballot.proven.index, &ballot.proven.leaf.0);
    entry.is_ok_and(|entry| matches!(entry.entry.body(), Body::Ballot(body) if body.party == party))
}

pub(crate) fn screen(app: App) -> impl IntoView {
    let waiting = move || {
        let mine = mine(app);
        let count = mine.iter().filter(|mine| mine.standing.is_none()).count();
        let heading = view! {
            <h2 class="ys-sec">
                {app.say("等你办的", "Waiting for you")} " "
                <span class="ys-count">{count}{app.say(" 件", "")}</span>
            </h2>
        };
        let cards = mine.into_iter().map(|mine| card(app, mine)).collect_view();
        view! { {heading} {cards} }
    };
    let enrolled = move || app.me.with(Option::is_some);
    view! {
        {head(app)}
        <main>
            {move || (!enrolled()).then(|| stranger(app))}
            {move || enrolled().then(waiting)}
            {move || list(app)}
        </main>
        {help(app)}
    }
}

/// For a phone that has no key here.
fn stranger(app: App) -> AnyView {
    if let Some(page) = app.own_page() {
        return view! {
            <article class="ys-card">
                <p class="ys-b">{app.say("登记和投票，在议事自己的页面办", "Enrol and vote on Yishi's own page")}</p>
                <p class="ys-gap-1">{app.say(
                    "这一页由别人制作，您的投票凭证不放在这里。",
                    "This page is made by others, so your key is not kept in it.",
                )}</p>
                <a class="weui-btn weui-btn_primary ys-gap-3" href=page>
                    {icon(GO, "")}
                    {app.say("去投票", "Go and vote")}
                </a>
            </article>
        }
        .into_any();
    }
    view! {
        <article class="ys-card">
            <p class="ys-b">{app.say("这台手机还没有登记", "This phone is not enrolled yet")}</p>
            <p class="ys-gap-1">{app.say(
                "拿入户信登记一次，以后就用这部手机投票。",
                "Enrol once with your letter; from then on this phone votes.",
            )}</p>
            <button type="button" class="weui-btn weui-btn_primary ys-gap-3" on:click=move |_| app.go(Screen::Enrol(None))>
                {icon(KEY, "")}
                {app.say("用入户信登记", "Enrol with a letter")}
            </button>
        </article>
    }
    .into_any()
}

fn card(app: App, mine: Mine) -> impl IntoView {
    let Mine { vote, agenda, party, standing, held } = mine;
    let title = vote.text.title.clone();
    let closes_ms = vote.notice.closes_ms;
    let status = match (standing.is_some(), held) {
        (true, _) => app.say("表决 · 已计入", "Vote · counted"),
        (false, true) => app.say("表决 · 票先挂着，还没选定代表", "Vote · held, no representative yet"),
        (false, false) => app.say("表决 · 你还没投", "Vote · not voted yet"),
    };
    let counts = counts_as(app, agenda, party);
    let items = vote.notice.items.len();
    let open = move |_| {
        let marks = vec![None; vote.notice.items.len()];
        app.paper.set(Some(Paper { vote: vote.clone(), party, marks, standing }));
        app.go(Screen::Vote(0));
    };
    view! {
        <article class="ys-card">
            <p class="ys-eyebrow">{icon(if standing.is_some() { CHECK } else { BALLOT_BOX }, "")}<span>{status}</span></p>
            <h3 class="ys-t">{pick(app, &title)}</h3>
            <dl class="ys-kv ys-gap-2">
                {fact(app.say("题数", "Questions"), format!("{items}{}", app.say("\u{a0}题", "")))}
                {fact(app.say("你家计入", "Your home counts"), counts)}
                {fact(app.say("截止", "Closes"), app.lang.get_untracked().deadline(closes_ms))}
            </dl>
            <button
                type="button"
                class=if standing.is_some() { "weui-btn weui-btn_default ys-gap-3" } else { "weui-btn weui-btn_primary ys-gap-3" }
                on:click=open
            >
                {if standing.is_some() { app.say("改我的票", "Change my ballot") } else { app.say("看方案，去投票", "Read and vote") }}
            </button>
        </article>
    }
}

/// The words in the screen's language; Chinese where there is no other.
pub(crate) fn pick(app: App, words: &yishi_protocol::blob::Words) -> String {
    match (app.lang.get_untracked(), &words.en) {
        (crate::words::Lang::En, Some(en)) => en.clone(),
        _ => words.zh.clone(),
    }
}

fn list(app: App) -> impl IntoView {
    let votes = app.votes.get();
    let empty = votes.is_empty();
    let row = move |vote: Vote| {
        let title = vote.text.title.clone();
        let (opens_ms, closes_ms, stage, turnout) =
            (vote.notice.opens_ms, vote.notice.closes_ms, vote.stage, vote.turnout_heads);
        let heads = vote.open.as_ref().map(|open| open.heads);
        let about = {
            let lang = app.lang.get_untracked();
            match stage {
                None | Some(Stage::Opened) => {
                    format!("{}{}", lang.beginning(opens_ms), app.say("开始", " begins"))
                }
                Some(Stage::Voting) => {
                    let heads = heads.map(|heads| format!("/{heads}")).unwrap_or_default();
                    let shown = if turnout == 0 {
                        String::new()
                    } else {
                        format!(" · {}{turnout}{heads}", app.say("已投 ", "voted "))
                    };
                    format!("{}{}{shown}", lang.deadline(closes_ms), app.say("截止", " closes"))
                }
                Some(Stage::Counting) => app.say("已截止，等开箱", "Closed; waiting to be opened").to_owned(),
                Some(Stage::Closed) => app.say("等计票结果", "Waiting for the count").to_owned(),
                Some(Stage::Tallied) => app.say("看结果", "See the result").to_owned(),
            }
        };
        let tallied = vote.tally.is_some();
        let body = view! {
            <span class="ys-disc">{icon(if tallied { CHECK } else { BALLOT_BOX }, "")}</span>
            <span class="weui-cell__bd"><span>{pick(app, &title)}</span><span class="weui-cell__desc ys-block">{about}</span></span>
        };
        if tallied {
            let open = move |_| app.go(Screen::Result(Box::new(vote.clone())));
            view! { <button type="button" class="weui-cell ys-cellbtn" on:click=open>{body}{icon(GO, "ys-go")}</button> }.into_any()
        } else {
            view! { <div class="weui-cell">{body}</div> }.into_any()
        }
    };
    view! {
        <h2 class="ys-sec">{app.say("小区的表决", "Votes of the estate")} " " <span class="r ys-2">{app.say("服务器统计", "by the server")}</span></h2>
        {empty.then(|| view! { <div class="ys-card"><p>{app.say("现在没有表决。有了会列在这里，也会贴公告。", "No votes now. They will be listed here and posted on the notice board.")}</p></div> })}
        {(!empty).then(|| view! { <div class="weui-cells">{votes.into_iter().map(row).collect_view()}</div> })}
    }
}
