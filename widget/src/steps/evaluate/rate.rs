//! Marking a matter's work: what was promised against what was done, then three scales.

use crate::draw::{DrawAll, View, view};
use crate::live::Live;
use crate::words::key;
use yishi_protocol::blob::{Blob, Rating};
use yishi_protocol::body::{Body, Rate};
use yishi_protocol::projection::Matter;

use crate::home::first as home;
use crate::kit::forms::{Ready, problem, signer};
use crate::kit::gone;
use crate::kit::icons::AGAIN;
use crate::kit::parts::{note, page, para, stranger};
use crate::kit::tell::{due_words, money, pick};
use crate::proofs::act::salt;
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};

type Given = Live<[Option<u32>; 3]>;

pub(crate) fn screen(app: App) -> View {
    let Some(matter) = app.matter.get_untracked() else { return home::screen(app) };
    let title = matter.text.as_ref().map(|text| pick(app, &text.title)).unwrap_or_default();
    let form = if app.may_sign() { form(app, &matter) } else { stranger(app) };
    let parts = view! {
        <div class="ys-q">
            {para("ys-eyebrow", title)}
            <h2 class="ys-h" tabindex="-1">{app.say(key::rate::HOW_WAS_IT_DONE)}</h2>
        </div>
        {promised(app, &matter)}
        {form}
    };
    page(app, app.say(key::common::RATE), Screen::Matter, parts)
}

/// What the orders promised, and what the last report of each says.
fn promised(app: App, matter: &Matter) -> View {
    let lang = app.lang.get_untracked();
    let pair = |what: &'static str, was: (&'static str, String), is: (&'static str, String), bad: bool| {
        view! {
            <li>
                <span class="who">{what}</span>
                <span class="amt"><small>{was.0}</small>{was.1}</span>
                <span class=if bad { "amt ys-warn" } else { "amt" }><small>{is.0}</small>{is.1}</span>
            </li>
        }
    };
    let one = |act: &yishi_protocol::projection::Act| {
        let Body::Dispatch(order) = &act.body else { return View::Nothing };
        let mut reports = matter.trail.iter().filter_map(|report| match &report.body {
            Body::Progress(progress) if progress.task == act.id => Some((report, progress)),
            _ => None,
        });
        let last = reports.next_back();
        let (promise, promised, did) =
            (app.say(key::rate::PROMISED), app.say(key::rate::PROMISED_2), app.say(key::rate::DONE));
        let date = last.map(|(report, _)| {
            let (until, done) = (lang.last_day(order.due_ms), lang.day(report.at_ms));
            pair(
                app.say(key::rate::DATE),
                (promise, until),
                (app.say(key::rate::DONE_2), done),
                report.at_ms > order.due_ms,
            )
        });
        let cost = last.and_then(|(_, progress)| {
            let cap = order.cap_fen?;
            let (most, paid) = (
                (app.say(key::rate::AT_MOST), money(app, cap)),
                (app.say(key::rate::PAID), money(app, progress.paid_fen)),
            );
            Some(pair(app.say(key::rate::COST), most, paid, progress.paid_fen > cap))
        });
        let words = |act: &yishi_protocol::projection::Act| {
            act.words.as_ref().map(|words| gone::say(app, words, |words| pick(app, words)))
        };
        view! {
            <p><span class="ys-2">{promised}</span>{words(act)}</p>
            <p class="ys-gap-1"><span class="ys-2">{did}</span>{last.and_then(|(report, _)| words(report))}</p>
            <ul class="ys-money3 ys-gap-1">{date}{cost}</ul>
        }
    };
    view! {
        <div class="ys-card">
            {para("ys-b", app.say(key::rate::WHAT_WAS_PROMISED_AND_WHAT))}
            {matter.trail.iter().map(one).draw_all()}
        </div>
    }
}

fn form(app: App, matter: &Matter) -> View {
    let given: Given = app.lasting("marks", [None; 3]);
    let id = matter.id;
    let ready = move || -> Ready {
        match given.get().iter().filter(|mark| mark.is_none()).count() {
            0 => Ok(app.say(key::rate::SIGN_AND_RATE)),
            1 => Err(app.say(key::rate::ONE_SCALE_IS_STILL_OPEN)),
            2 => Err(app.say(key::rate::TWO_SCALES_ARE_STILL_OPEN)),
            _ => Err(app.say(key::rate::MARK_ALL_THREE_FIRST)),
        }
    };
    let press = move || {
        let [Some(speed), Some(quality), Some(satisfaction)] = given.get_untracked() else { return };
        let me = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person));
        match (me, salt()) {
            (Some(person), Ok(salt)) => {
                let blob = Blob::rating(&id, &person, salt, &Rating { quality, satisfaction, speed });
                let done = app.say(key::rate::THANK_YOU_YOUR_MARKS_ARE);
                app.act(Rate { blob: blob.id(), matter: id }, vec![blob], done, Goal::Matter(id));
            }
            (_, Err(trouble)) => app.wrong.set(Some(trouble)),
            (None, _) => {}
        }
    };
    let due = matter.view.next.as_ref().and_then(|next| next.due_ms);
    let due = due.map(|due_ms| due_words(app, due_ms, app.now_ms.get_untracked())).unwrap_or_default();
    view! {
        <div class="ys-card ys-gap-3">
            {scale(app, given, 0, "speed", app.say(key::rate::WAS_IT_QUICK))}
            {scale(app, given, 1, "quality", app.say(key::rate::WAS_IT_DONE_WELL))}
            {scale(app, given, 2, "content", app.say(key::rate::ARE_YOU_CONTENT))}
        </div>
        {note("ys-note", AGAIN, vec![para("", app.say(
            key::rate::IF_FEWER_THAN_THREE_IN,
        ))])}
        {problem(app)}
        <div class="ys-acts ys-acts_0">
            {signer(app, ready, press)}
            <p class="ys-s ys-2 ys-gap-2">{app.say(key::rate::ONLY_SUMS_ARE_PUBLISHED_NOT)}<span class="nb">{app.fill(key::rate::change_until(&due))}</span></p>
        </div>
    }
}

/// Five marks in a row.
fn scale(app: App, given: Given, at: usize, name: &'static str, question: &'static str) -> View {
    let words = [
        app.say(key::rate::BAD),
        app.say(key::rate::POOR),
        app.say(key::rate::FAIR),
        app.say(key::rate::GOOD),
        app.say(key::rate::GREAT),
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
    };
    view! {
        <fieldset class="ys-f">
            <legend class="ys-lab">{question}</legend>
            <div class="ys-five">{(1..).zip(words).map(one).draw_all()}</div>
        </fieldset>
    }
}
