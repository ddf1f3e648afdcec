//! One question a screen: what is asked, what passes it, until when; then the options, all alike.

use std::sync::Arc;

use leptos::prelude::*;
use yishi_protocol::body::{Adoption, Item, Method};
use yishi_protocol::count::{QUORUM, Relation, consent_share};

use crate::kit::forms::{self, presser};
use crate::kit::icons::{HOME, WARN, icon};
use crate::kit::parts::{bar, button, fact_with, help, live, para};
use crate::kit::settings::differences;
use crate::kit::tell::pick;
use crate::kit::voter::barred;
use crate::shell::app::App;
use crate::shell::screen::Screen;
use crate::words::Lang;
use crate::words::format::area;

pub(crate) fn screen(app: App, place: usize) -> impl IntoView {
    let Some(paper) = app.paper.get_untracked() else { return view! { <div></div> }.into_any() };
    let vote = paper.vote;
    let (Some(item), Some(text)) =
        (vote.notice.items.get(place).cloned(), vote.text.items.get(place).cloned())
    else {
        return view! { <div></div> }.into_any();
    };
    let count = vote.notice.items.len();
    let last = place + 1 == count;
    let back = if place == 0 { Screen::Home } else { Screen::Vote(place - 1) };
    let marked = move || app.paper.with(|paper| paper.as_ref()?.marks.get(place).cloned().flatten());
    let ready = {
        let election = item.method == Method::Election;
        move || election || marked().is_some()
    };
    let next = {
        let election = item.method == Method::Election;
        move || {
            if election {
                // An election left blank is an abstention, said by going on.
                app.paper.update(|paper| {
                    mark(paper, place, |marks| marks.get_or_insert_default().sort_unstable());
                });
            }
            if app.paper.with_untracked(|paper| {
                paper.as_ref().is_some_and(|paper| paper.marks.get(place).is_some_and(Option::is_some))
            }) {
                app.go(if last { Screen::Review } else { Screen::Vote(place + 1) });
            }
        }
    };
    let words = move || {
        let words = match (ready(), last) {
            (false, false) => app.say("选一项，再到下一题", "Choose one to go on"),
            (false, true) => app.say("选一项，再核对", "Choose one to review"),
            (true, false) => app.say("下一题", "Next question"),
            (true, true) => app.say("核对选票", "Review my ballot"),
        };
        (ready(), words.to_owned())
    };
    let (closes_ms, party) = (vote.notice.closes_ms, paper.party);
    let weight = move || vote.agenda.and_then(|agenda| app.weight(agenda, party));
    let (title, body) = (text.title.clone(), vote.text.body.clone());
    let ballot = if let Some(why) = barred(app, party) {
        reading(app, why, (!last).then_some(place + 1))
    } else {
        view! {
            <div class="ys-card">
                <p class="ys-home">
                    {icon(HOME, "")}
                    <span>
                        {app.say("你家算 ", "Your home counts as ")}
                        {live(move || {
                            let area_c = weight()?;
                            Some(view! { <b class="ys-b n">{area(area_c)}</b>{app.say("、", ", ")} }.into_any())
                        })}
                        <b class="ys-b n">{app.say("1\u{a0}人", "1\u{a0}head")}</b>
                    </span>
                </p>
                <fieldset class="ys-gap-4" aria-labelledby="question">
                    <legend class="ys-hide">{app.say("请选一项", "Choose")}</legend>
                    <div class="ys-opts">{options(app, place, &item, &text.options)}</div>
                </fieldset>
                {presser(app, "button", ("weui-btn weui-btn_primary ys-gap-4", ""), Arc::new(words), Box::new(next))}
                <p class="ys-s ys-2 ys-gap-3">{app.say(
                    "截止前不公布任何人的选择；只有服务器为核对票面会读到。",
                    "No one's choice is published before the close; only the server reads it, to check the ballot.",
                )}</p>
            </div>
        }
        .into_any()
    };
    view! {
        {bar(app, app.say("表决", "Vote"), back)}
        <div>
            <p class="ys-steps2">
                <span class="nb">{match app.lang.get_untracked() {
                    Lang::Zh => format!("第 {} 题，共 {count} 题", place + 1),
                    Lang::En => format!("Question {} of {count}", place + 1),
                }}</span>
                {(0..count).map(|step| view! { <i class=if step <= place { "on" } else { "" }></i> }).collect_view()}
            </p>
            <div class="ys-q"><h2 class="ys-h" id="question" tabindex="-1">{pick(app, &title)}</h2></div>
            {item.adopts.as_ref().map(|adopts| adoption(app, adopts))}
            <div class="ys-card">
                {pick(app, &body).lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view()}
                <dl class="ys-kv ys-kv_top ys-gap-3">
                    {threshold(app, &item)}
                    {fact_with(
                        app.say("截止", "Closes"),
                        app.lang.get_untracked().deadline(closes_ms),
                        app.say("截止前可以改", "You may change it until then").to_owned(),
                    )}
                </dl>
            </div>
            {ballot}
        </div>
        {help(app)}
    }
    .into_any()
}

/// In place of the options, so that nobody fills in a whole ballot that will be refused: why, and the way through the
/// questions, to read them.
fn reading(app: App, why: AnyView, next: Option<usize>) -> AnyView {
    let (words, to) = match next {
        Some(place) => (app.say("看下一题", "Read the next question"), Screen::Vote(place)),
        None => (app.say("看完了，回首页", "Done: back home"), Screen::Home),
    };
    let on = button("weui-btn weui-btn_default", "", words, move || app.go(to.clone()));
    view! { {why} <div class="ys-acts">{on}</div> }.into_any()
}

/// What the item needs, in words.
fn threshold(app: App, item: &Item) -> AnyView {
    let (share, method, seats) = (consent_share(item.class, item.raise), item.method, item.seats);
    let needed = match (share.relation, share.numerator, share.denominator) {
        (Relation::MoreThan, 1, 2) => {
            app.say("人数、面积都过半", "more than half by heads and by area").to_owned()
        }
        (Relation::AtLeast, 3, 4) => {
            app.say("人数、面积都到四分之三", "three quarters by heads and by area").to_owned()
        }
        (Relation::AtLeast, numerator, denominator) => {
            format!("{}{numerator}/{denominator}", app.say("人数、面积都到 ", "heads and area at least "))
        }
        (Relation::MoreThan, numerator, denominator) => {
            format!("{}{numerator}/{denominator}", app.say("人数、面积都超过 ", "heads and area more than "))
        }
    };
    let quorum = match app.lang.get_untracked() {
        Lang::Zh => format!("先要{}分之{}参加", digit(QUORUM.denominator), digit(QUORUM.numerator)),
        Lang::En => format!("{}/{} must take part", QUORUM.numerator, QUORUM.denominator),
    };
    let more = match method {
        Method::Election => {
            format!("{quorum}{}{seats}{}", app.say("；最多选 ", "; at most "), app.say(" 人", " names"))
        }
        Method::Resolution => quorum,
    };
    fact_with(app.say("通过要", "Needed"), needed, more)
}

/// A small number as Chinese writes fractions.
fn digit(number: u32) -> char {
    let at = usize::try_from(number).unwrap_or_default();
    "〇一二三四五六七八九".chars().nth(at).unwrap_or('?')
}

fn mark(
    paper: &mut Option<crate::shell::screen::Paper>,
    place: usize,
    change: impl FnOnce(&mut Option<Vec<u32>>),
) {
    if let Some(marks) = paper.as_mut().and_then(|paper| paper.marks.get_mut(place)) {
        change(marks);
    }
}

fn options(
    app: App,
    place: usize,
    item: &Item,
    names: &[yishi_protocol::blob::Words],
) -> impl IntoView + use<> {
    let chosen = move |option: u32| {
        app.paper.with(|paper| {
            let marks = paper.as_ref().and_then(|paper| paper.marks.get(place).cloned().flatten());
            marks.is_some_and(|marks| marks.contains(&option))
        })
    };
    match item.method {
        Method::Resolution => {
            let option = move |option: u32,
                               zh: &'static str,
                               en: &'static str,
                               say: Option<(&'static str, &'static str)>| {
                let choose = move || {
                    app.paper.update(|paper| mark(paper, place, |marks| *marks = Some(vec![option])));
                };
                let say = say.map(|(zh, en)| view! { <span class="ys-opt__say">{app.say(zh, en)}</span> });
                let words = view! { {app.say(zh, en)} {say} }.into_any();
                forms::option("radio", words, Box::new(move || chosen(option)), Box::new(choose))
            };
            let abstain = Some(("算参加，但不算同意", "counts as taking part, not as agreeing"));
            view! { {option(0, "同意", "For", None)} {option(1, "反对", "Against", None)} {option(2, "弃权", "Abstain", abstain)} }
                .into_any()
        }
        Method::Election => {
            let seats = usize::try_from(item.seats).unwrap_or(usize::MAX);
            let row = move |(option, words): (u32, yishi_protocol::blob::Words)| {
                let choose = move || {
                    app.paper.update(|paper| {
                        mark(paper, place, |marks| {
                            let marks = marks.get_or_insert_default();
                            match marks.iter().position(|mark| *mark == option) {
                                Some(held) => drop(marks.remove(held)),
                                None if marks.len() < seats => marks.push(option),
                                None => {}
                            }
                        });
                    });
                };
                let words = pick(app, &words).into_any();
                forms::option("checkbox", words, Box::new(move || chosen(option)), Box::new(choose))
            };
            (0..).zip(names.to_vec()).map(row).collect_view().into_any()
        }
    }
}

/// What the question changes about votes to come, whatever its title says.
fn adoption(app: App, adopts: &Adoption) -> impl IntoView + use<> {
    let digest: String = adopts.document.to_string().chars().take(8).collect();
    let changed = differences(app, &app.settings(), &adopts.settings);
    let none = changed.is_empty();
    let row = |(name, before, after): (&'static str, String, String)| {
        let words = match app.lang.get_untracked() {
            Lang::Zh => format!("{name}：{after}（原来：{before}）"),
            Lang::En => format!("{name}: {after} (was: {before})"),
        };
        para("ys-gap-1", words)
    };
    let rows = changed.into_iter().map(row).collect_view();
    view! {
        <div class="ys-note">{icon(WARN, "")}<div>
            {app.say("这一题通过，管理规约和以后表决的办法就改成公示的那一份，文件校验码 ", "If this passes, the bylaws and the way of later votes become those of the file ")}
            <span class="n">{digest}</span>
            {if none {
                para("ys-gap-1", app.say("表决的办法不变。", "The way of votes stays as it is."))
            } else {
                rows.into_any()
            }}
        </div></div>
    }
}
