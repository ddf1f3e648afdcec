//! Marking a matter's work: what was promised against what was done, then three scales.

use leptos::prelude::*;
use yishi_protocol::blob::{Blob, Marks};
use yishi_protocol::body::{Body, Rate};

use crate::home::first as home;
use crate::kit::forms::{Ready, problem, signer};
use crate::kit::icons::AGAIN;
use crate::kit::parts::{note, page, para, stranger};
use crate::kit::tell::{due_words, money, pick};
use crate::proofs::act::salt;
use crate::proofs::matters::Matter;
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};

type Given = RwSignal<[Option<u32>; 3]>;

pub(crate) fn screen(app: App) -> AnyView {
    let Some(matter) = app.matter.get_untracked() else { return home::screen(app) };
    let title = matter.text.as_ref().map(|text| pick(app, &text.title)).unwrap_or_default();
    let form = if app.may_sign() { form(app, &matter) } else { stranger(app) };
    let parts = view! {
        <div class="ys-q">
            {para("ys-eyebrow", title)}
            <h2 class="ys-h" tabindex="-1">{app.say("办得怎么样？", "How was it done?")}</h2>
        </div>
        {promised(app, &matter)}
        {form}
    };
    page(app, app.say("评价", "Rate"), Screen::Matter, parts.into_any())
}

/// What the orders promised, and what the last report of each says.
fn promised(app: App, matter: &Matter) -> AnyView {
    let lang = app.lang.get_untracked();
    let pair = |what: &'static str, was: (&'static str, String), is: (&'static str, String), bad: bool| {
        view! {
            <li>
                <span class="who">{what}</span>
                <span class="amt"><small>{was.0}</small>{was.1}</span>
                <span class=if bad { "amt ys-warn" } else { "amt" }><small>{is.0}</small>{is.1}</span>
            </li>
        }
        .into_any()
    };
    let one = |act: &crate::proofs::matters::Act| {
        let Body::Dispatch(order) = &act.body else { return ().into_any() };
        let mut reports = matter.trail.iter().filter_map(|report| match &report.body {
            Body::Progress(progress) if progress.task == act.id => Some((report, progress)),
            _ => None,
        });
        let last = reports.next_back();
        let (promise, promised, did) =
            (app.say("答应", "promised"), app.say("答应的：", "Promised: "), app.say("办成的：", "Done: "));
        let date = last.map(|(report, _)| {
            let (until, done) = (lang.last_day(order.due_ms), lang.day(report.at_ms));
            pair(
                app.say("日期", "Date"),
                (promise, until),
                (app.say("办完", "done"), done),
                report.at_ms > order.due_ms,
            )
        });
        let cost = last.and_then(|(_, progress)| {
            let cap = order.cap_fen?;
            let (most, paid) = (
                (app.say("最多", "at most"), money(app, cap)),
                (app.say("实付", "paid"), money(app, progress.paid_fen)),
            );
            Some(pair(app.say("花费", "Cost"), most, paid, progress.paid_fen > cap))
        });
        let words = |act: &crate::proofs::matters::Act| act.words.as_ref().map(|words| pick(app, words));
        view! {
            <p><span class="ys-2">{promised}</span>{words(act)}</p>
            <p class="ys-gap-1"><span class="ys-2">{did}</span>{last.and_then(|(report, _)| words(report))}</p>
            <ul class="ys-money3 ys-gap-1">{date}{cost}</ul>
        }
        .into_any()
    };
    view! {
        <div class="ys-card">
            {para("ys-b", app.say("当时答应的，和办成的", "What was promised, and what was done"))}
            {matter.trail.iter().map(one).collect_view()}
        </div>
    }
    .into_any()
}

fn form(app: App, matter: &Matter) -> AnyView {
    let given: Given = RwSignal::new([None; 3]);
    let id = matter.id;
    let ready = move || -> Ready {
        match given.get().iter().filter(|mark| mark.is_none()).count() {
            0 => Ok(app.say("签名并评价", "Sign and rate")),
            1 => Err(app.say("还差一项没评", "One scale is still open")),
            2 => Err(app.say("还差两项没评", "Two scales are still open")),
            _ => Err(app.say("三项都评了再提交", "Mark all three first")),
        }
    };
    let press = move || {
        let [Some(speed), Some(quality), Some(satisfaction)] = given.get_untracked() else { return };
        let me = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person));
        match (me, salt()) {
            (Some(person), Ok(salt)) => {
                let blob = Blob::rating(&id, &person, salt, &Marks { quality, satisfaction, speed });
                let done = app.say("谢谢，评价收到了", "Thank you, your marks are in");
                app.act(Rate { blob: blob.id(), matter: id }, vec![blob], done, Goal::Matter(id));
            }
            (_, Err(trouble)) => app.wrong.set(Some(trouble)),
            (None, _) => {}
        }
    };
    let due = matter.view.next.and_then(|next| next.due_ms);
    let due = due.map(|due_ms| due_words(app, due_ms, app.now_ms.get_untracked()));
    view! {
        <div class="ys-card ys-gap-3">
            {scale(app, given, 0, "speed", app.say("办得快不快？", "Was it quick?"))}
            {scale(app, given, 1, "quality", app.say("做得好不好？", "Was it done well?"))}
            {scale(app, given, 2, "content", app.say("你满不满意？", "Are you content?"))}
        </div>
        {note("ys-note", AGAIN, vec![para("", app.say(
            "满意的不到六成，这件事不能办结，要接着派活。",
            "If fewer than three in five are content, the matter cannot be closed and goes on.",
        ))])}
        {problem(app)}
        <div class="ys-acts ys-acts_0">
            {signer(app, ready, press)}
            <p class="ys-s ys-2 ys-gap-2">{app.say("只公布合计，不公布谁打了几分。", "Only sums are published, not who gave which marks. ")}<span class="nb">{app.say("", "You may change them ")}{due}{app.say("可以改。", ".")}</span></p>
        </div>
    }
    .into_any()
}

/// Five marks in a row.
fn scale(app: App, given: Given, at: usize, name: &'static str, question: &'static str) -> AnyView {
    let words = [
        app.say("很差", "bad"),
        app.say("较差", "poor"),
        app.say("一般", "fair"),
        app.say("较好", "good"),
        app.say("很好", "great"),
    ];
    let one = |(mark, words): (u32, &'static str)| {
        let chosen = move || given.with(|given| given.get(at).copied().flatten() == Some(mark));
        let choose = move |_| {
            given.update(|given| {
                if let Some(place) = given.get_mut(at) {
                    *place = Some(mark);
                }
            });
        };
        view! {
            <label class=move || if chosen() { "on" } else { "" }>
                <input type="radio" name=name prop:checked=chosen on:change=choose />
                <b aria-hidden="true">{mark}</b>
                <span>{words}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="ys-f">
            <legend class="ys-lab">{question}</legend>
            <div class="ys-five">{(1..).zip(words).map(one).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
