//! What people say about a matter, and the way to say something.

use crate::draw::{Draw, DrawAll, View, view};
use crate::live::Live;
use crate::words::key;
use yishi_protocol::blob::{Blob, BlobKind, Spoken, Stance, Words};
use yishi_protocol::body::Opinion;
use yishi_protocol::id::{EntryId, MatterId};
use yishi_protocol::projection::{self, Matter, Said, Voice};
use yishi_protocol::state::Standing;

use crate::kit::forms::{problem, shown_as, signer, text_box};
use crate::kit::gone;
use crate::kit::parts::{button, chart, first_rows, live, section, stranger};
use crate::kit::tell::{pick, speaker};
use crate::proofs::act::salt;
use crate::shell::app::App;
use crate::shell::screen::Goal;
use crate::steps::deliberate::erasing::of_opinion;
use crate::steps::deliberate::hidden::{Open, below, is_covered};
use crate::words::format::percent;

/// The longest opinion that the form takes, in characters.
pub(crate) const MOST: usize = 300;
/// How many opinions are shown at first.
const SHOWN: usize = 3;

/// What stands in the opinion's form where something that was typed elsewhere is brought along: behind what was typed there already,
/// as far as the form takes it.
fn brought(there: &str, typed: &str) -> String {
    let (there, typed) = (there.trim(), typed.trim());
    let whole = match (there.is_empty(), typed.is_empty() || there.contains(typed)) {
        (_, true) => there.to_owned(),
        (true, false) => typed.to_owned(),
        (false, false) => format!("{there}\n{typed}"),
    };
    whole.chars().take(MOST).collect()
}

/// Brings what was typed to a matter's form, which stands open once the matter is shown.
pub(crate) fn bring(app: App, matter: MatterId, typed: &str) {
    let kept = app.kept(format_args!("opinion/{matter}"));
    kept.put("words", &brought(&kept.get("words").unwrap_or_default(), typed));
    kept.put("brought", "1");
}

/// What is being said: on which side, and to whose opinion it replies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Speaking {
    stance: Stance,
    reply_to: Option<EntryId>,
}

const STANCES: [Stance; 4] = [Stance::For, Stance::Against, Stance::Neutral, Stance::Question];

fn stance_word(app: App, stance: Stance) -> &'static str {
    match stance {
        Stance::For => app.say(key::voices::FOR_IT),
        Stance::Against => app.say(key::common::AGAINST),
        Stance::Neutral => app.say(key::voices::NEUTRAL),
        Stance::Question => app.say(key::voices::QUESTION),
    }
}

pub(crate) fn voices(app: App, matter: &Matter, speaking: Live<Option<Speaking>>, open_at: Open) -> View {
    let id = matter.id;
    let threads = projection::voices(&matter.opinions);
    let total = threads.len();
    let open = matter.view.standing == Standing::Open;
    let speak = match (open, app.may_sign()) {
        (true, true) => say_it(app, matter, speaking),
        (true, false) => stranger(app),
        (false, _) => {
            view! { <p class="ys-s ys-2 ys-q">{app.say(key::voices::THE_MATTER_HAS_ENDED_OPINIONS)}</p> }
        }
    };
    let may_reply = open && app.may_sign();
    let bar = bar(app, &threads);
    let rows = (total > 0).then(|| {
        let row = move |at: usize| {
            threads.get(at).map(|thread| voice(app, (id, thread), may_reply, (speaking, open_at))).draw()
        };
        let list = first_rows(app, (total, SHOWN), key::more::said, Box::new(row));
        view! { <div class="ys-card">{bar}<div class="ys-gap-4">{list}</div></div> }
    });
    view! {
        {section(app.say(key::voices::OPINIONS), app.fill(key::count::said(&total)), "")}
        {rows}
        {speak}
    }
}

/// How many are for, against and neither; questions are counted in words only.
fn bar(app: App, threads: &[Voice]) -> View {
    let number = |stance: Stance| projection::on_side(threads, stance) as u64;
    let counts = STANCES.map(number);
    let [yes, no, neutral, questions] = counts;
    let whole = yes + no + neutral;
    let parts = vec![
        ("for", "0".to_owned(), percent(yes, whole)),
        ("against", percent(yes, whole), percent(no, whole)),
        ("abstain", percent(yes + no, whole), percent(neutral, whole)),
    ];
    let words = |at: usize, number: u64| format!("{} {number}", stance_word(app, STANCES[at]));
    let all = [words(0, yes), words(1, no), words(2, neutral), words(3, questions)];
    let label = all.join(app.lang.get_untracked().comma());
    let [yes, no, neutral, questions] = all;
    view! {
        {chart(label, parts, None)}
        <p class="ys-key ys-gap-2">
            <span><i class="k-for"></i>{yes}</span>
            <span><i class="k-against"></i>{no}</span>
            <span><i class="k-abstain"></i>{neutral}</span>
            <span class="ys-2">{questions}</span>
        </p>
    }
}

fn voice(
    app: App,
    (matter, Voice { first, replies }): (MatterId, &Voice),
    may_reply: bool,
    (speaking, open): (Live<Option<Speaking>>, Open),
) -> View {
    let id = first.id;
    let stance = first.spoken.as_ref().filter(|_| !is_covered(first.hidden.as_ref()));
    let stance = stance.map(|spoken| stance_word(app, spoken.stance));
    let under = |said: &Said| {
        below(app, (matter, said.id), (said.hidden.as_ref(), false, of_opinion(app, said)), open)
    };
    // The newest reply stands open, those before it behind a press.
    let reply = |reply: &Said| {
        view! {
            <p class="ys-reply ys-s">
                <b>{speaker(app, &reply.speaker)}</b> " " {app.lang.get_untracked().day(reply.at_ms)}
                {app.say(key::common::MARK_3)} {text(app, reply)}
            </p>
            {under(reply)}
        }
    };
    let mut replies: Vec<View> = replies.iter().map(reply).collect();
    let last = replies.pop();
    let earlier = (!replies.is_empty()).then(|| {
        let words = app.fill(key::voices::earlier_replies(&replies.len()));
        view! { <details class="ys-twin ys-s"><summary>{words}</summary>{replies}</details> }
    });
    let reply = may_reply.then(|| {
        let speak = Speaking { stance: Stance::Neutral, reply_to: Some(id) };
        button("ys-link ys-info", "", app.say(key::voices::REPLY), move || begin(app, speaking, speak))
    });
    view! {
        <div class="ys-voice">
            <p class="ys-voice__by">
                {stance.map(|stance| view! { <span class="weui-tag">{stance}</span> })}
                <span>{speaker(app, &first.speaker)}</span>
                <span>{app.lang.get_untracked().day(first.at_ms)}</span>
            </p>
            <p>{text(app, first)}</p>
            {under(first)}
            {earlier}
            {last}
            {reply}
        </div>
    }
}

fn text(app: App, said: &Said) -> String {
    if is_covered(said.hidden.as_ref()) {
        return String::new();
    }
    let words = |spoken: &Spoken| spoken.text.as_ref().map(|words| pick(app, words)).unwrap_or_default();
    gone::say(app, &said.spoken, words)
}

/// Opens the form and brings it before the eyes.
fn begin(app: App, speaking: Live<Option<Speaking>>, speak: Speaking) {
    app.wrong.set(None);
    speaking.set(Some(speak));
    app.focus("#speak");
}

fn say_it(app: App, matter: &Matter, speaking: Live<Option<Speaking>>) -> View {
    let id = matter.id;
    let kept = app.kept(format_args!("opinion/{id}"));
    let typed = kept.field("words", "");
    if kept.take("brought").is_some() {
        speaking.set(Some(Speaking { stance: Stance::For, reply_to: None }));
    }
    let buttons = move || {
        let one = |stance: Stance| {
            let speak = Speaking { stance, reply_to: None };
            button("weui-btn weui-btn_line", "", stance_word(app, stance), move || {
                begin(app, speaking, speak);
            })
        };
        view! {
            <div class="ys-acts">
                <p class="ys-b">{app.say(key::voices::WHAT_DO_YOU_THINK)}</p>
                <div class="ys-pair ys-gap-2">{STANCES.map(one).into_iter().draw_all()}</div>
                {shown_as(app)}
            </div>
        }
    };
    let opinions = matter.opinions.clone();
    let form = move |speak: Speaking| {
        let to = speak.reply_to.and_then(|to| opinions.iter().find(|said| said.id == to));
        let label = match to {
            Some(to) => app.fill(key::voices::reply_to(&speaker(app, &to.speaker))),
            None => app.fill(key::voices::my_opinion_is(&stance_word(app, speak.stance))),
        };
        let needed = speak.stance == Stance::Question || speak.reply_to.is_some();
        let hint = if needed { "" } else { app.say(key::voices::MAY_BE_LEFT_EMPTY) };
        let ready = move || {
            if needed && typed.with(|typed| typed.trim().is_empty()) {
                Err(app.say(key::voices::WRITE_SOMETHING_FIRST))
            } else {
                Ok(app.say(key::voices::SIGN_AND_PUBLISH))
            }
        };
        let kept = kept.clone();
        let press = move || {
            let said = typed.get_untracked();
            let text = (!said.trim().is_empty()).then(|| Words::zh(said.trim()));
            let spoken = Spoken { stance: speak.stance, text };
            match salt() {
                Ok(salt) => {
                    let blob = Blob::record(BlobKind::Opinion, salt, &spoken);
                    let body = Opinion { blob: blob.id(), matter: id, reply_to: speak.reply_to };
                    let then = (app.say(key::voices::PUBLISHED), Goal::Matter(id));
                    app.act_from(kept.clone(), body, vec![blob], then);
                }
                Err(trouble) => app.wrong.set(Some(trouble)),
            }
        };
        view! {
            <div class="ys-card ys-gap-3">
                <p class="ys-t">{label}</p>
                <div class="ys-gap-2">{text_box("speak", (app.say(key::voices::YOUR_WORDS), hint), typed, MOST)}</div>
                {problem(app)}
                {signer(app, ready, press)}
                {button("weui-btn weui-btn_text", "", app.say(key::voices::NOT_NOW), move || speaking.set(None))}
                {shown_as(app)}
            </div>
        }
    };
    live(move || Some(speaking.get().map_or_else(buttons, &form)))
}

#[cfg(test)]
mod tests {
    use super::{MOST, brought};

    #[test]
    fn what_is_brought_along_stands_behind_what_is_there_and_once() {
        assert_eq!(brought("", " 门口没有坡道。\n"), "门口没有坡道。");
        assert_eq!(brought("先说一句。", "门口没有坡道。"), "先说一句。\n门口没有坡道。");
        assert_eq!(brought("门口没有坡道。", "门口没有坡道。"), "门口没有坡道。", "pressed twice");
        assert_eq!(brought("还在。", " "), "还在。");
        assert_eq!(brought("", &"长".repeat(MOST + 9)).chars().count(), MOST);
    }
}
