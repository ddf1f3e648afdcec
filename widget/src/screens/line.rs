//! One line of a disclosure: what it was for, what allowed it, and what people ask about it.

use leptos::prelude::*;
use yishi_protocol::calendar::days_late;

use super::books::{lacks_decision, side, signed};
use super::home::{self, pick};
use crate::accounts::account_name;
use crate::app::{App, Screen};
use crate::books::Asked;
use crate::icons::{ASK, CLOCK, WARN, icon};
use crate::parts::{acts, button, count, fact, link, note, page, para, section};
use crate::tell::{due_words, ledger, speaker};

pub(crate) fn screen(app: App, number: u32) -> AnyView {
    let Some(books) = app.books.get_untracked() else { return home::screen(app) };
    let at = usize::try_from(number).ok();
    let Some(line) = at.and_then(|at| books.lines.get(at)).cloned() else { return super::books::screen(app) };
    let (of, fen) = side(&line).map_or((None, 0), |(of, fen)| (Some(of), fen));
    let eyebrow = [
        of.map(|of| ledger(app, of).to_owned()),
        Some(app.lang.get_untracked().day_number(line.day)),
        Some(line.voucher.clone()),
    ];
    let eyebrow = eyebrow.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let gap = lacks_decision(&line).then(|| {
        note(
            "ys-note ys-note_wait",
            WARN,
            vec![
                para("ys-b ys-warn", app.say("没有附上表决", "It names no vote")),
                para(
                    "ys-s ys-warn",
                    app.say(
                        "这笔钱要业主表决同意才能用，可以问一问是哪次表决。",
                        "Owners must vote on such spending; you may ask which vote it was.",
                    ),
                ),
            ],
        )
    });
    let asked = books.asked(number);
    let parts = view! {

        <div class="ys-q">
            {para("ys-eyebrow n", eyebrow)}
            <h2 class="ys-t" tabindex="-1">{line.description.clone()}</h2>
            <p class="ys-big ys-gap-1">{signed(fen)}{app.say("\u{a0}元", "\u{a0}yuan")}</p>
        </div>
        <div class="ys-card">
            <dl class="ys-kv">
                {fact(app.say("科目", "Account"), account_name(app, line.account))}
                {fact(app.say("凭证号", "Voucher"), line.voucher.clone())}
                {line.place.clone().map(|place| fact(app.say("地点", "Place"), place))}
            </dl>
            {gap}
            {vote(app, line.decision)}
        </div>
        {questions(app, &asked)}
        {acts(vec![button("weui-btn weui-btn_primary", ASK, app.say("问这一笔", "Ask about this line"), move || app.go(Screen::Ask(Some(number))))])}
    };
    page(app, app.say("这一笔钱", "One line"), Screen::Books, parts.into_any())
}

/// The vote that allowed a line.
fn vote(app: App, decision: Option<(yishi_protocol::id::AgendaId, u32)>) -> Option<AnyView> {
    let (agenda, _) = decision?;
    let vote =
        app.votes.with_untracked(|votes| votes.iter().find(|vote| vote.agenda == Some(agenda)).cloned())?;
    let title = pick(app, &vote.text.title);
    let words = format!("{}{title}", app.say("看表决：", "See the vote: "));
    let open = move || app.go(Screen::Result(Box::new(vote.clone())));
    Some(link(words, Box::new(open)))
}

/// What people asked, each with its answer or how long it waits.
pub(super) fn questions(app: App, asked: &[&Asked]) -> Option<AnyView> {
    let one = |asked: &&Asked| {
        let lang = app.lang.get_untracked();
        let mine = if asked.mine { app.say("（你）", " (you)") } else { "" };
        let erased = || app.say("（已删除）", "(erased)").to_owned();
        let question = asked.words.as_ref().map_or_else(erased, |words| pick(app, words));
        let now_ms = app.now_ms.get_untracked();
        let reply = if let Some((at_ms, words)) = &asked.reply {
            let words = words.as_ref().map_or_else(erased, |words| pick(app, words));
            view! {
                <p class="ys-reply ys-s">
                    <b>{app.say("答复", "Answer")}</b> " " {lang.day(*at_ms)}{app.say("：", ": ")}{words}
                </p>
            }
            .into_any()
        } else {
            let late = days_late(asked.due_ms, now_ms) > 0;
            let class = if late { "ys-reply ys-s ys-bad" } else { "ys-reply ys-s" };
            let waits = app.say("等物业答复，", "Waiting for the manager, ");
            let waits = format!(" {waits}{}", due_words(app, asked.due_ms, now_ms));
            view! { <p class=class>{icon(CLOCK, "ys-i_s")}{waits}</p> }.into_any()
        };
        view! {
            <li class="ys-voice">
                <p class="ys-voice__by"><span>{speaker(app, &asked.speaker)}{mine}</span><span>{lang.day(asked.at_ms)}</span></p>
                <p>{question}</p>
                {reply}
            </li>
        }
        .into_any()
    };
    (!asked.is_empty()).then(|| {
        view! {
            {section(app.say("大家问", "Questions"), count(app, asked.len(), "条"), "")}
            <div class="ys-card"><ul>{asked.iter().map(one).collect_view()}</ul></div>
        }
        .into_any()
    })
}
