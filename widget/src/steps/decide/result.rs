//! A result with its working: first whether enough took part, then whether enough of them consented.

use leptos::prelude::*;
use yishi_protocol::body::{ItemTally, Method};
use yishi_protocol::count::{Checks, Comparison, Outcome, Relation, Weight, consent_share, stated_outcome};
use yishi_protocol::rejection::Code;

use crate::home::message;
use crate::kit::icons::{CHECK, DASH, icon};
use crate::kit::parts::{bar, chart, help, para, topic};
use crate::kit::share::share;
use crate::kit::tell::{late_keys, legal_mode, pick, sides};
use crate::proofs::session::Vote;
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::words::format::{area, grouped, hundredths, percent};
use crate::words::trouble::Trouble;

pub(crate) fn screen(app: App, vote: &Vote) -> AnyView {
    let (Some(open), Some(tally)) = (vote.open.clone(), vote.tally.clone()) else {
        return view! { <div></div> }.into_any();
    };
    let whole = Weight { area_c: open.area_c, heads: open.heads.into() };
    let items = vote.notice.items.iter().zip(&tally.items);
    if tally.items.len() != vote.notice.items.len()
        || !items.clone().all(|(item, counted)| stated_outcome(item, counted, whole) == counted.outcome)
    {
        let trouble = Trouble::Unproven(Code::TallyMismatch.to_string());
        return message::trouble(app, &trouble).into_any();
    }
    let title = vote.text.title.clone();
    let (standing, meaning) = legal_mode(app, vote.notice.legal_mode);
    let late = late_keys(app, &vote.late);
    let closes_ms = vote.notice.closes_ms;
    let items = vote.notice.items.iter().zip(&vote.text.items).zip(tally.items).map(|((item, text), counted)| {
        let share = consent_share(item.class, item.raise);
        let consenting = counted.consenting.first().copied().unwrap_or_default();
        let checks = Checks::new(counted.participating, consenting, whole, share);
        let quorum = (checks.quorum_heads, checks.quorum_area);
        let outcome = counted.outcome;
        let question = text.title.clone();
        let second = if item.method == Method::Resolution {
            let consent = (checks.consent_heads, checks.consent_area);
            gate(app, consent_words(app, consent.0), app.say("同意", "For"), consent).into_any()
        } else {
            candidates(app, &text.options, &counted).into_any()
        };
        view! {
            {topic(pick(app, &question))}
            {verdict(app, outcome)}
            {gate(app, app.say("第一关：参加够不够", "First: did enough take part?"), app.say("参加", "Took part"), quorum)}
            {second}
        }
    });
    view! {
        {bar(app, app.say("表决结果", "Result"), Screen::Home)}
        <div>
            <div class="ys-q"><p class="ys-eyebrow"><span>{pick(app, &title)}</span><span>"·"</span><span>{app.lang.get_untracked().deadline(closes_ms)}{app.say("截止", " closed")}</span></p></div>
            {items.collect_view()}
            <div class="ys-card">
                {para("ys-b", standing)}
                {para("ys-s ys-gap-1", meaning)}
                {late.map(|late| para("ys-s ys-gap-2", late))}
            </div>
            <p class="ys-s ys-2 ys-gap-3 ys-help">{app.say(
                "合计由计票记录写明，本机核对了签名和证明，并照法律重算了每一步。",
                "The totals stand in the signed record; this phone has checked signature and proof and worked every step again.",
            )}</p>
            {share(app, Goal::Vote(vote.id))}
        </div>
        {help(app)}
    }
    .into_any()
}

fn verdict(app: App, outcome: Outcome) -> impl IntoView {
    let good = matches!(outcome, Outcome::Passed | Outcome::ElectionFilled);
    let class = if good { "ys-h ys-ok" } else { "ys-h" };
    view! {
        <div class="ys-card">
            <p class=class>{icon(if good { CHECK } else { DASH }, "")} " " {app.lang.get_untracked().outcome(outcome)}</p>
        </div>
    }
}

fn consent_words(app: App, check: Comparison) -> &'static str {
    if check.share.relation == Relation::MoreThan {
        app.say("第二关：同意过没过半", "Second: did more than half agree?")
    } else {
        app.say("第二关：同意够不够", "Second: did enough agree?")
    }
}

/// Both counts against one share, each with its bar and its working.
fn gate(
    app: App,
    heading: &'static str,
    who: &'static str,
    (heads, area_c): (Comparison, Comparison),
) -> AnyView {
    let holds = heads.holds() && area_c.holds();
    let answer = if holds { app.say("够", "enough") } else { app.say("不够", "not enough") };
    view! {
        <h3 class="ys-sec">
            {heading} " "
            <span class=if holds { "r ys-ok nb" } else { "r ys-bad nb" }>{icon(if holds { CHECK } else { DASH }, "ys-i_s")} " " {answer}</span>
        </h3>
        <div class="ys-card">
            {meter(app, who, heads, grouped, ("人数", "Heads"), ("\u{a0}人", ""))}
            {meter(app, who, area_c, hundredths, ("面积", "Area"), ("\u{a0}m²", "\u{a0}m²"))}
            <p class="ys-s ys-b ys-gap-3">{app.say("照法律一步步算", "Step by step, as the law says")}</p>
            <ul class="ys-works ys-s">
                {working(app, heads, grouped, ("人数", "Heads"))}
                {working(app, area_c, hundredths, ("面积", "Area"))}
            </ul>
        </div>
    }
    .into_any()
}

type Figure = fn(u64) -> String;
type Both = (&'static str, &'static str);

fn meter(
    app: App,
    who: &'static str,
    check: Comparison,
    figure: Figure,
    what: Both,
    unit: Both,
) -> impl IntoView {
    let width = percent(check.part, check.whole);
    let mark = percent(check.share.numerator.into(), check.share.denominator.into());
    let label = {
        format!(
            "{}{} {}/{}{}，{}/{}",
            app.say(what.0, what.1),
            who,
            figure(check.part),
            figure(check.whole),
            app.say(unit.0, unit.1),
            check.share.numerator,
            check.share.denominator
        )
    };
    view! {
        <div class="ys-meter">
            <p class="ys-meter__r">
                <span>{app.say(what.0, what.1)}</span>
                <b class="n r">{format!("{} / {}{}", figure(check.part), figure(check.whole), app.say(unit.0, unit.1))}</b>
            </p>
            {chart(label, vec![("for", "0".to_owned(), width)], Some(mark))}
        </div>
    }
}

/// `3 × 8 = 24 ≥ 2 × 12 = 24`.
fn working(app: App, check: Comparison, figure: Figure, what: Both) -> impl IntoView {
    let (left, right) = sides(&check, figure);
    let holds = check.holds();
    view! {
        <li>
            <span>{app.say(what.0, what.1)}</span>
            <span>{left}</span>
            <span class="v">{right} " " {icon(if holds { CHECK } else { DASH }, if holds { "ys-ok" } else { "ys-bad" })}</span>
        </li>
    }
}

fn candidates(app: App, names: &[yishi_protocol::blob::Words], counted: &ItemTally) -> impl IntoView + use<> {
    let row = move |(words, weight): (yishi_protocol::blob::Words, Weight)| {
        view! {
            <li class="t">
                <span>{pick(app, &words)}</span>
                <span class="h">{format!("{}{}", weight.heads, app.say("\u{a0}人", ""))}</span>
                <span class="a">{area(weight.area_c)}</span>
            </li>
        }
    };
    let rows: Vec<_> = names.iter().cloned().zip(counted.consenting.iter().copied()).collect();
    view! {
        <h3 class="ys-sec">{app.say("每位候选人", "Each candidate")}</h3>
        <div class="ys-card"><ul class="ys-split">{rows.into_iter().map(row).collect_view()}</ul></div>
    }
}
