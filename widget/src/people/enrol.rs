//! Enrolment: a letter's code, or the codes of two letters, whose they are, and the yes of their holder.

use leptos::prelude::*;
use leptos::task::spawn_local;
use yishi_protocol::letter::LetterCode;
use yishi_protocol::log::LogEntry;
use yishi_protocol::state::CodeStanding;

use crate::kit::forms::{busy_button, code_field, problem};
use crate::kit::icons::KEY;
use crate::kit::parts::{acts, bar, button, card, fact, folded, help, live, para, topic};
use crate::kit::typed::{self, Slip};
use crate::proofs::session::person_name;
use crate::proofs::{act, drafts};
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
    let view = match session.letter(&code.key(&session.estate)).await {
        Ok(view) => view,
        Err(Trouble::Refused(refusal)) => return Ok(Some(Wrong::Code(refusal.code))),
        Err(trouble) => return Err(trouble),
    };
    let issuer = LogEntry::from_leaf(view.codes.index, &view.codes.leaf.0)?.entry.author();
    let first =
        app.letters.with_untracked(|letters| letters.first().map(|first| (first.person, first.issuer)));
    let closed = match view.standing {
        CodeStanding::Spent => Some("CODE_SPENT"),
        CodeStanding::Replaced => Some("CODE_REPLACED"),
        _ if view.expires_ms <= session.server_ms => Some("CODE_EXPIRED"),
        // The issuers of two letters stand behind each other's.
        CodeStanding::Waiting if view.letters < 2 => Some("CODE_UNCONFIRMED"),
        CodeStanding::Waiting | CodeStanding::InForce => None,
    };
    match (closed, first) {
        (Some(code), _) => return Ok(Some(Wrong::Code(code.to_owned()))),
        (None, Some((person, _))) if person != view.person => return Ok(Some(Wrong::Other)),
        (None, Some((_, other))) if other == issuer => {
            return Ok(Some(Wrong::Code("ISSUERS_SAME".to_owned())));
        }
        _ => {}
    }
    let homes = session.homes(&view.checkpoint, view.homes.iter())?;
    app.session.set(Some(session));
    let (person, name, needed) = (view.person, person_name(view.name.as_ref()), view.letters);
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
        app.draft.clear();
    }
    app.letters.set(Vec::new());
    app.session.set(Some(session));
    app.refresh().await
}

pub(crate) fn screen(app: App, code: Option<LetterCode>) -> AnyView {
    let wrong = RwSignal::new(None::<(usize, Wrong)>);
    let look = move |codes: Vec<LetterCode>| {
        app.busy.set(true);
        wrong.set(None);
        spawn_local(async move {
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
    view! { {bar(app, app.say("登记这台手机", "Enrol this phone"), Screen::Home)} <div>{part}</div> {help(app)} }.into_any()
}

/// What is wrong with a letter and what to do; where there are two, which.
fn said(app: App, place: usize, wrong: &Wrong) -> (String, &'static str) {
    let lang = app.lang.get_untracked();
    let again = lang.say("请对着信再看一遍。", "Compare it with the letter once more.");
    let (what, todo) = match (wrong, lang) {
        (Wrong::Slip(Slip::Short(signs)), Lang::Zh) => (format!("字码还差 {signs} 位"), again),
        (Wrong::Slip(Slip::Short(signs)), Lang::En) => (format!("{signs} signs are missing"), again),
        (Wrong::Slip(Slip::Long(signs)), Lang::Zh) => (format!("字码多了 {signs} 位"), again),
        (Wrong::Slip(Slip::Long(signs)), Lang::En) => (format!("{signs} signs too many"), again),
        (Wrong::Slip(Slip::Wrong), _) => {
            let (what, todo) = lang.refusal("CODE_MISTYPED").unwrap_or_default();
            (what.to_owned(), todo)
        }
        (Wrong::Other, _) => (
            lang.say("这封信是给另一个人的", "This letter is for somebody else").to_owned(),
            lang.say("两封信要是给同一个人的，请换一封。", "Both letters have to be for the same person."),
        ),
        (Wrong::Code(code), _) => {
            let (what, todo) = lang.refusal(code).unwrap_or((lang.say("没有办成", "Not done"), ""));
            (what.to_owned(), todo)
        }
    };
    match (place, lang) {
        (0, _) => (what, todo),
        (_, Lang::Zh) => (format!("第二封信：{what}"), todo),
        (_, Lang::En) => (format!("Second letter: {what}"), todo),
    }
}

fn ask(
    app: App,
    found: &[Letter],
    wrong: RwSignal<Option<(usize, Wrong)>>,
    submit: Box<dyn Fn(String)>,
) -> AnyView {
    let typed = RwSignal::new(String::new());
    let refusal = live(move || {
        let (what, todo) =
            wrong.with(|wrong| wrong.as_ref().map(|(place, wrong)| said(app, *place, wrong)))?;
        let words =
            view! { <p class="ys-bad ys-gap-2" role="alert" id="wrong"><b>{what}</b><br />{todo}</p> };
        Some(words.into_any())
    });
    let (heading, label) = if found.is_empty() {
        (
            app.say("输入入户信上的字码", "Type the code of your letter"),
            app.say("21 位字码", "Code, 21 signs"),
        )
    } else {
        (
            app.say("还要另一封信上的字码", "Now the code of your other letter"),
            app.say("第二封信的 21 位字码", "Second letter's code, 21 signs"),
        )
    };
    // Why a phone that was enrolled is asked for a letter; what is wrong with a letter stands below it.
    let stopped = live(move || wrong.with(Option::is_none).then(|| problem(app)));
    let before = if found.is_empty() { stopped } else { second(app, found) };
    view! {
        {topic(heading)}
        {before}
        <form class="ys-card" on:submit=move |event| { event.prevent_default(); submit(typed.get_untracked()); }>
            {code_field(label, app.say("大小写都可以，横线不用输入。", "Upper or lower case; dashes are not needed."), None, typed)}
            {refusal}
            {busy_button(
                app,
                "submit",
                ("weui-btn weui-btn_primary ys-gap-3", ""),
                (app.say("核对", "Check").to_owned(), app.say("正在核对…", "Checking…")),
                Box::new(|| {}),
            )}
        </form>
    }
    .into_any()
}

/// Why a second letter is asked for, and the way back to another first one.
fn second(app: App, found: &[Letter]) -> AnyView {
    let name = found.first().and_then(|letter| letter.name.clone());
    let whose = match (name, app.lang.get_untracked()) {
        (Some(name), Lang::Zh) => format!("第一封信核对好了，是给{name}的。"),
        (None, Lang::Zh) => "第一封信核对好了。".to_owned(),
        (Some(name), Lang::En) => format!("The first letter is found: it is for {name}."),
        (None, Lang::En) => "The first letter is found.".to_owned(),
    };
    let other = button(
        "weui-btn weui-btn_text",
        "",
        app.say("换一封，从头来", "Begin with another letter"),
        move || {
            app.letters.set(Vec::new());
        },
    );
    card(vec![
        para("ys-b", whose),
        para(
            "ys-gap-1",
            app.say(
                "另一半在另一家单位发的信上。两封合起来才能登记，这样谁也冒不了名。",
                "The other half is in the letter of another office. It takes both to enrol, so that nobody can pass for you.",
            ),
        ),
        para(
            "ys-gap-1",
            app.say(
                "请对着那封信，把字码输在下面。先不要离开这一页，也不用再扫码。",
                "Type its code below. Stay on this page; there is no need to scan again.",
            ),
        ),
        other,
    ])
}

fn confirm(app: App, letters: &[Letter], accept: Box<dyn Fn()>) -> AnyView {
    let Some(letter) = letters.first() else { return ().into_any() };
    let estate = app
        .session
        .with_untracked(|session| session.as_ref().map(|session| session.name.clone()))
        .unwrap_or_default();
    let homes: Vec<String> = letter.homes.iter().filter_map(|home| home.address.clone()).collect();
    let homeless = letter.homes.is_empty();
    let heading = if letter.name.is_some() {
        app.say("请核对，是不是您本人", "Is this you?")
    } else {
        app.say("请核对，信是不是给您的", "Is the letter for you?")
    };
    let name = letter.name.clone();
    let name = name.unwrap_or_else(|| app.say("信上写的那一位", "as printed on the letter").to_owned());
    let rooms = if homes.is_empty() {
        app.say("名册上没有", "none on the roll").to_owned()
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
                {fact(app.say("姓名", "Name"), name)}
                {fact(app.say("小区", "Estate"), estate)}
                {fact(app.say("房屋", "Homes"), rooms)}
            </dl>
        }.into_any()])}
        {card(afterwards(app, homeless, letters.len()))}
        {consent(app)}
        {problem(app)}
        {acts(vec![
            busy_button(
                app,
                "button",
                ("weui-btn weui-btn_primary", KEY),
                (
                    app.say("是我本人，同意并登记", "Yes, I agree; enrol").to_owned(),
                    app.say("正在登记…", "Enrolling…"),
                ),
                accept,
            ),
            button("weui-btn weui-btn_text", "", app.say("不是我，先不登记", "Not me"), no),
        ])}
    }
    .into_any()
}

/// How data about people is used: whoever enrols has been shown it.
pub(crate) fn consent(app: App) -> AnyView {
    let words = app.say(
        include_str!("../../../protocol/src/consent.zh.txt"),
        include_str!("../../../protocol/src/consent.en.txt"),
    );
    let lines = words.lines().map(|line| para("ys-s ys-gap-1", line)).collect();
    folded(app.say("个人信息怎么用", "How your data is used"), lines)
}

/// What enrolling brings and what it ends, before it is done.
fn afterwards(app: App, homeless: bool, letters: usize) -> Vec<AnyView> {
    let here = if homeless {
        [
            app.say(
                "这台手机可以提事、说意见，不能投票。",
                "This phone can raise matters and speak; it cannot vote.",
            ),
            app.say(
                "投票和附议要有房。您要是业主，请带房产证到议事窗口核对名册。",
                "Voting and backing need a home. If you own one, bring your title to the estate's desk.",
            ),
        ]
    } else {
        [app.say("以后就用这台手机投票。", "From now on this phone votes."), ""]
    };
    let spent = if letters > 1 {
        app.say("这两封信只能用一次。", "The two letters work once.")
    } else {
        app.say("这封信只能用一次。", "The letter works once.")
    };
    let earlier = if homeless {
        app.say("您以前登记过的手机从此停用。", "A phone you enrolled earlier stops working here.")
    } else {
        app.say(
            "您以前登记过的手机从此停用；已投的票照样算。",
            "A phone you enrolled earlier stops working here; its ballots stand.",
        )
    };
    let lines = here.into_iter().filter(|words| !words.is_empty()).chain([earlier, spent]);
    std::iter::once(para("ys-b", app.say("登记以后", "Once you enrol")))
        .chain(lines.map(|words| para("ys-gap-1", words)))
        .collect()
}
