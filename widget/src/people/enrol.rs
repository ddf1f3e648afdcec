//! Enrolment: a letter's code, or the codes of two letters, whose they are, and the yes of their holder.

use crate::draw::{View, view};
use crate::live::Live;
use crate::words::key;
use crate::words::refusals;
use leptos::task::spawn_local;
use yishi_protocol::letter::LetterCode;
use yishi_protocol::state::CodeStanding;

use crate::kit::forms::{busy_button, code_field, problem};
use crate::kit::icons::KEY;
use crate::kit::parts::{acts, bar, button, card, fact, folded, help, live, para, topic};
use crate::kit::typed::{self, Slip};
use crate::proofs::{act, drafts, outbox};
use crate::shell::app::App;
use crate::shell::screen::{Letter, Screen};
use crate::words::Lang;
use crate::words::trouble::Trouble;

/// What is wrong with a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wrong {
    Slip(Slip),
    /// It is for somebody else than the first one.
    Other,
    /// By a code of the rules.
    Code(String),
}

fn is_whole(letters: &[Letter]) -> bool {
    letters
        .first()
        .is_some_and(|first| usize::try_from(first.needed).is_ok_and(|needed| letters.len() >= needed))
}

/// Looks for a letter and puts it beside those that were found.
async fn find(app: App, code: LetterCode) -> Result<Option<Wrong>, Trouble> {
    let mut session = app.session.get_untracked().ok_or(Trouble::Offline)?;
    let found = match session.letter(&code.key(&session.estate)).await {
        Ok(found) => found,
        Err(Trouble::Refused(refusal)) => return Ok(Some(Wrong::Code(refusal.code))),
        Err(trouble) => return Err(trouble),
    };
    let first =
        app.letters.with_untracked(|letters| letters.first().map(|first| (first.person, first.issuer)));
    let closed = match found.standing {
        CodeStanding::Spent => Some("CODE_SPENT"),
        CodeStanding::Replaced => Some("CODE_REPLACED"),
        _ if found.expires_ms <= session.server_ms => Some("CODE_EXPIRED"),
        // The issuers of two letters stand behind each other's.
        CodeStanding::Waiting if found.letters < 2 => Some("CODE_UNCONFIRMED"),
        CodeStanding::Waiting | CodeStanding::InForce => None,
    };
    match (closed, first) {
        (Some(code), _) => return Ok(Some(Wrong::Code(code.to_owned()))),
        (None, Some((person, _))) if person != found.person => return Ok(Some(Wrong::Other)),
        (None, Some((_, other))) if other == found.issuer => {
            return Ok(Some(Wrong::Code("ISSUERS_SAME".to_owned())));
        }
        _ => {}
    }
    app.session.set(Some(session));
    let yishi_protocol::projection::Letter { person, issuer, name, homes, letters: needed, .. } = found;
    app.letters.update(|letters| letters.push(Letter { code, person, issuer, needed, name, homes }));
    Ok(None)
}

/// Enrols by the letters that were found. Pressed again after a lost answer, it finds out first whether it is done.
async fn take(app: App, letters: &[Letter]) -> Result<(), Trouble> {
    let mut session = app.session.get_untracked().ok_or(Trouble::Offline)?;
    let Some(person) = letters.first().map(|letter| letter.person) else { return Ok(()) };
    if act::finish_enrolment(&mut session).await? != Some(person) {
        let codes: Vec<_> = letters.iter().map(|letter| letter.code.key(&session.estate)).collect();
        act::enrol(&mut session, &codes, person).await?;
    }
    let before = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person));
    if before != Some(person) {
        drafts::forget_all(&session.estate);
        outbox::forget_acts(&session).await?;
        app.new_matter.clear();
    }
    app.letters.set(Vec::new());
    app.session.set(Some(session));
    app.refresh().await
}

pub(crate) fn screen(app: App, code: Option<LetterCode>) -> View {
    let wrong = app.lasting("wrong", None::<(usize, Wrong)>);
    // What is mistyped is told here, without a server that refuses it.
    spawn_local(refusals::bring());
    let look = move |codes: Vec<LetterCode>| {
        app.busy.set(true);
        wrong.set(None);
        spawn_local(async move {
            refusals::bring().await;
            for code in codes {
                let place = app.letters.with_untracked(Vec::len);
                match find(app, code).await {
                    Ok(None) => app.focus("h2[tabindex]"),
                    Ok(Some(what)) => {
                        wrong.set(Some((place, what)));
                        break;
                    }
                    Err(trouble) => {
                        app.go(Screen::Trouble(trouble));
                        break;
                    }
                }
            }
            app.busy.set(false);
        });
    };
    // The screen is drawn anew when its language changes; a letter that is known by then is not looked for again.
    let known =
        |code: &LetterCode| app.letters.with_untracked(|letters| letters.iter().any(|one| one.code == *code));
    if let Some(code) = code.filter(|code| !known(code)) {
        app.letters.update(|letters| {
            if is_whole(letters) {
                letters.clear();
            }
        });
        look(vec![code]);
    }
    let accept = move || {
        app.busy.set(true);
        app.wrong.set(None);
        spawn_local(async move {
            let letters = app.letters.get_untracked();
            match take(app, &letters).await {
                Ok(()) => app.go(Screen::Home),
                Err(Trouble::Refused(refusal)) => {
                    // Which of them it is shows when each is looked at again.
                    app.wrong.set(Some(Trouble::Refused(refusal)));
                    app.letters.set(Vec::new());
                    look(letters.into_iter().map(|letter| letter.code).collect());
                    return;
                }
                Err(Trouble::Offline) => app.wrong.set(Some(Trouble::Offline)),
                Err(trouble) => app.go(Screen::Trouble(trouble)),
            }
            app.busy.set(false);
        });
    };
    let part = live(move || {
        let letters = app.letters.get();
        Some(if is_whole(&letters) {
            confirm(app, &letters, Box::new(accept))
        } else {
            let submit = move |typed: String| {
                app.wrong.set(None);
                match typed::code(&typed) {
                    Ok(code) => look(vec![code]),
                    Err(slip) => wrong.set(Some((app.letters.with_untracked(Vec::len), Wrong::Slip(slip)))),
                }
            };
            ask(app, &letters, wrong, Box::new(submit))
        })
    });
    view! { {bar(app, app.say(key::common::ENROL_THIS_PHONE), Screen::Home)} <div>{part}</div> {help(app)} }
}

/// What is wrong with a letter and what to do; where there are two, which.
fn said(app: App, place: usize, wrong: &Wrong) -> (String, &'static str) {
    let lang = app.lang.get_untracked();
    let again = lang.say(key::enrol::COMPARE_IT_WITH_THE_LETTER);
    let (what, todo) = match wrong {
        Wrong::Slip(Slip::Short(signs)) => (lang.fill(key::enrol::signs_missing(signs)), again),
        Wrong::Slip(Slip::Long(signs)) => (lang.fill(key::enrol::signs_too_many(signs)), again),
        Wrong::Slip(Slip::Wrong) => {
            let (what, todo) = lang.refusal("CODE_MISTYPED").unwrap_or_default();
            (what.to_owned(), todo)
        }
        Wrong::Other => (
            lang.say(key::enrol::THIS_LETTER_IS_FOR_SOMEBODY).to_owned(),
            lang.say(key::enrol::BOTH_LETTERS_HAVE_TO_BE),
        ),
        Wrong::Code(code) => {
            let (what, todo) = lang.refusal(code).unwrap_or((lang.say(key::enrol::NOT_DONE), ""));
            (what.to_owned(), todo)
        }
    };
    match place {
        0 => (what, todo),
        _ => (lang.fill(key::enrol::second_letter(&what)), todo),
    }
}

fn ask(app: App, found: &[Letter], wrong: Live<Option<(usize, Wrong)>>, submit: Box<dyn Fn(String)>) -> View {
    let typed = app.lasting(if found.is_empty() { "code" } else { "second code" }, String::new());
    let refusal = live(move || {
        let (what, todo) =
            wrong.with(|wrong| wrong.as_ref().map(|(place, wrong)| said(app, *place, wrong)))?;
        let words =
            view! { <p class="ys-bad ys-gap-2" role="alert" id="wrong"><b>{what}</b><br />{todo}</p> };
        Some(words)
    });
    let (heading, label) = if found.is_empty() {
        (app.say(key::enrol::TYPE_THE_CODE_OF_YOUR), app.say(key::enrol::CODE_21_SIGNS))
    } else {
        (app.say(key::enrol::NOW_THE_CODE_OF_YOUR), app.say(key::enrol::SECOND_LETTER_CODE_21_SIGNS))
    };
    // Why a phone that was enrolled is asked for a letter; what is wrong with a letter stands below it.
    let stopped = live(move || wrong.with(Option::is_none).then(|| problem(app)));
    let before = if found.is_empty() { stopped } else { second(app, found) };
    view! {
        {topic(heading)}
        {before}
        <form class="ys-card" on:submit=move |event| { event.prevent_default(); submit(typed.get_untracked()); }>
            {code_field(label, app.say(key::enrol::UPPER_OR_LOWER_CASE_DASHES), None, typed)}
            {refusal}
            {busy_button(
                app,
                "submit",
                ("weui-btn weui-btn_primary ys-gap-3", ""),
                (app.say(key::enrol::CHECK).to_owned(), app.say(key::enrol::CHECKING)),
                Box::new(|| {}),
            )}
        </form>
    }
}

/// Why a second letter is asked for, and the way back to another first one.
fn second(app: App, found: &[Letter]) -> View {
    let name = found.first().and_then(|letter| letter.name.clone());
    let whose = match name {
        Some(name) => app.fill(key::enrol::first_is_for(&name)),
        None => app.say(key::enrol::FIRST_IS_FOUND).to_owned(),
    };
    let other =
        button("weui-btn weui-btn_text", "", app.say(key::enrol::BEGIN_WITH_ANOTHER_LETTER), move || {
            app.letters.set(Vec::new());
        });
    card(vec![
        para("ys-b", whose),
        para("ys-gap-1", app.say(key::enrol::THE_OTHER_HALF_IS_IN)),
        para("ys-gap-1", app.say(key::enrol::TYPE_ITS_CODE_BELOW_STAY)),
        other,
    ])
}

fn confirm(app: App, letters: &[Letter], accept: Box<dyn Fn()>) -> View {
    let Some(letter) = letters.first() else { return View::Nothing };
    let estate = app
        .session
        .with_untracked(|session| session.as_ref().map(|session| session.name.clone()))
        .unwrap_or_default();
    let homes: Vec<String> = letter.homes.iter().filter_map(|home| home.address.clone()).collect();
    let homeless = letter.homes.is_empty();
    let heading = if letter.name.is_some() {
        app.say(key::enrol::IS_THIS_YOU)
    } else {
        app.say(key::enrol::IS_THE_LETTER_FOR_YOU)
    };
    let name = letter.name.clone();
    let name = name.unwrap_or_else(|| app.say(key::enrol::AS_PRINTED_ON_THE_LETTER).to_owned());
    let rooms = if homes.is_empty() {
        app.say(key::enrol::NONE_ON_THE_ROLL).to_owned()
    } else {
        homes.join(app.lang.get_untracked().list_comma())
    };
    let no = move || {
        app.letters.set(Vec::new());
        app.begin(None);
    };
    view! {
        {topic(heading)}
        {card(vec![view! {
            <dl class="ys-kv">
                {fact(app.say(key::enrol::NAME), name)}
                {fact(app.say(key::enrol::ESTATE), estate)}
                {fact(app.say(key::common::HOMES), rooms)}
            </dl>
        }])}
        {card(afterwards(app, homeless, letters.len()))}
        {consent(app)}
        {problem(app)}
        {acts(vec![
            busy_button(
                app,
                "button",
                ("weui-btn weui-btn_primary", KEY),
                (
                    app.say(key::enrol::YES_I_AGREE_ENROL).to_owned(),
                    app.say(key::enrol::ENROLLING),
                ),
                accept,
            ),
            button("weui-btn weui-btn_text", "", app.say(key::enrol::NOT_ME), no),
        ])}
    }
}

/// How data about people is used: whoever enrols has been shown it.
pub(crate) fn consent(app: App) -> View {
    let (tag, words) = if app.lang.get_untracked() == Lang::default() {
        ("zh-CN", include_str!("../../../protocol/src/consent.zh.txt"))
    } else {
        ("en", include_str!("../../../protocol/src/consent.en.txt"))
    };
    let lines: Vec<View> = words.lines().map(|line| para("ys-s ys-gap-1", line)).collect();
    // It is signed as it stands, in one of two languages, whatever the page speaks.
    folded(app.say(key::enrol::HOW_YOUR_DATA_IS_USED), vec![view! { <div lang=tag>{lines}</div> }])
}

/// What enrolling brings and what it ends, before it is done.
fn afterwards(app: App, homeless: bool, letters: usize) -> Vec<View> {
    let here = if homeless {
        [app.say(key::enrol::THIS_PHONE_CAN_RAISE_MATTERS), app.say(key::enrol::VOTING_AND_BACKING_NEED_A)]
    } else {
        [app.say(key::enrol::FROM_NOW_ON_THIS_PHONE), ""]
    };
    let spent = if letters > 1 {
        app.say(key::enrol::THE_TWO_LETTERS_WORK_ONCE)
    } else {
        app.say(key::enrol::THE_LETTER_WORKS_ONCE)
    };
    let earlier = if homeless {
        app.say(key::enrol::A_PHONE_YOU_ENROLLED_EARLIER)
    } else {
        app.say(key::enrol::A_PHONE_YOU_ENROLLED_EARLIER_2)
    };
    let lines = here.into_iter().filter(|words| !words.is_empty()).chain([earlier, spent]);
    std::iter::once(para("ys-b", app.say(key::enrol::ONCE_YOU_ENROL)))
        .chain(lines.map(|words| para("ys-gap-1", words)))
        .collect()
}
