//! Enrolment: a letter's code, whose letter it is, and the yes of its holder.

use leptos::prelude::*;
use leptos::task::spawn_local;
use yishi_protocol::id::PersonId;
use yishi_protocol::letter::LetterCode;
use yishi_protocol::state::CodeStanding;

use crate::act;
use crate::app::{App, Screen};
use crate::drafts;
use crate::icons::{KEY, icon};
use crate::parts::{bar, fact, help};
use crate::session::{Home, Trouble, person_name};

/// A letter that was found.
#[derive(Clone, Debug, PartialEq)]
struct Letter {
    code: LetterCode,
    person: PersonId,
    name: Option<String>,
    homes: Vec<Home>,
}

async fn find(app: App, code: LetterCode) -> Result<Letter, Trouble> {
    let mut session = app.session.get_untracked().ok_or(Trouble::Offline)?;
    let view = session.letter(&code.key(&session.estate)).await?;
    let closed = match view.standing {
        CodeStanding::Spent => Some("CODE_SPENT"),
        CodeStanding::Replaced => Some("CODE_REPLACED"),
        _ if view.expires_ms <= session.server_ms => Some("CODE_EXPIRED"),
        CodeStanding::Waiting => Some("CODE_UNCONFIRMED"),
        CodeStanding::InForce => None,
    };
    if let Some(code) = closed {
        return Err(Trouble::Refused(yishi_protocol::wire::Refusal {
            code: code.to_owned(),
            detail: String::new(),
        }));
    }
    let homes = session.homes(&view.checkpoint, view.homes.iter())?;
    app.session.set(Some(session));
    Ok(Letter { code, person: view.person, name: person_name(view.name.as_ref()), homes })
}

async fn take(app: App, letter: Letter) -> Result<(), Trouble> {
    let mut session = app.session.get_untracked().ok_or(Trouble::Offline)?;
    let code = letter.code.key(&session.estate);
    let before = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person));
    act::enrol(&mut session, &code, letter.person).await?;
    if before != Some(letter.person) {
        drafts::forget_all(&session.estate);
        app.draft.clear();
    }
    app.session.set(Some(session));
    app.refresh().await
}

pub(crate) fn screen(app: App, code: Option<LetterCode>) -> impl IntoView {
    let letter = RwSignal::new(None::<Letter>);
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let look = move |code: LetterCode| {
        app.busy.set(true);
        wrong.set(None);
        spawn_local(async move {
            match find(app, code).await {
                Ok(found) => letter.set(Some(found)),
                Err(Trouble::Refused(refusal)) => wrong.set(Some(refusal.code)),
                Err(trouble) => app.go(Screen::Trouble(trouble)),
            }
            app.busy.set(false);
        });
    };
    if let Some(code) = code {
        look(code);
    }
    let submit = move || match typed.get_untracked().parse::<LetterCode>() {
        Ok(code) => look(code),
        Err(rejection) => wrong.set(Some(rejection.code.to_string())),
    };
    let accept = move |letter: Letter| {
        app.busy.set(true);
        spawn_local(async move {
            match take(app, letter).await {
                Ok(()) => app.go(Screen::Home),
                Err(trouble) => app.go(Screen::Trouble(trouble)),
            }
            app.busy.set(false);
        });
    };
    view! {
        {bar(app, app.say("登记这台手机", "Enrol this phone"), Screen::Home)}
        <div>
            {move || match letter.get() {
                Some(found) => confirm(app, found, accept).into_any(),
                None => ask(app, typed, wrong, submit).into_any(),
            }}
        </div>
        {help(app)}
    }
}

fn ask(
    app: App,
    typed: RwSignal<String>,
    wrong: RwSignal<Option<String>>,
    submit: impl Fn() + Copy + Send + 'static,
) -> impl IntoView {
    let refusal = move || {
        let code = wrong.get()?;
        let lang = app.lang.get();
        let (what, todo) = lang.refusal(&code).unwrap_or((lang.say("没有办成", "Not done"), ""));
        Some(view! { <p class="ys-bad ys-gap-2" role="alert" id="wrong"><b>{what}</b><br />{todo}</p> })
    };
    view! {
        <div class="ys-q"><h2 class="ys-h">{app.say("输入入户信上的字码", "Type the code of your letter")}</h2></div>
        <form class="ys-card" on:submit=move |event| { event.prevent_default(); submit(); }>
            <label class="ys-b" for="code">{app.say("21 位字码", "Code, 21 signs")}</label>
            <input
                id="code"
                class="weui-input ys-codefield ys-gap-2"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                aria-describedby="codehow wrong"
                prop:value=typed
                on:input:target=move |event| typed.set(event.target().value())
            />
            <p class="ys-s ys-2 ys-gap-1" id="codehow">{app.say("大小写都可以，横线不用输入。", "Upper or lower case; dashes are not needed.")}</p>
            {refusal}
            <button type="submit" class="weui-btn weui-btn_primary ys-gap-3" disabled=move || app.busy.get()>
                {move || if app.busy.get() { app.say("正在核对…", "Checking…") } else { app.say("核对", "Check") }}
            </button>
        </form>
    }
}

fn confirm(app: App, letter: Letter, accept: impl Fn(Letter) + Copy + Send + 'static) -> impl IntoView {
    let estate = app
        .session
        .with_untracked(|session| session.as_ref().map(|session| session.name.clone()))
        .unwrap_or_default();
    let name = letter.name.clone();
    let homes: Vec<String> = letter.homes.iter().filter_map(|home| home.address.clone()).collect();
    let consent = include_str!("../../../protocol/src/consent.zh.txt");
    let consent_en = include_str!("../../../protocol/src/consent.en.txt");
    view! {
        <div class="ys-q"><h2 class="ys-h">{app.say("请核对，是不是您本人", "Is this you?")}</h2></div>
        <div class="ys-card">
            <dl class="ys-kv">
                {fact(app.say("小区", "Estate"), estate)}
                {name.map(|name| fact(app.say("姓名", "Name"), name))}
                {(!homes.is_empty()).then(|| fact(app.say("房屋", "Homes"), homes.join(app.lang.get_untracked().list_comma())))}
            </dl>
        </div>
        <details class="ys-card">
            <summary class="ys-b">{app.say("个人信息怎么用", "How your data is used")}</summary>
            {app.say(consent, consent_en).lines().map(|line| view! { <p class="ys-s ys-gap-1">{line}</p> }).collect_view()}
        </details>
        <div class="ys-acts">
            <button
                type="button"
                class="weui-btn weui-btn_primary"
                disabled=move || app.busy.get()
                on:click=move |_| accept(letter.clone())
            >
                {icon(KEY, "")}
                {move || if app.busy.get() { app.say("正在登记…", "Enrolling…") } else { app.say("是我本人，同意并登记", "Yes, I agree; enrol") }}
            </button>
            <button type="button" class="weui-btn weui-btn_text" on:click=move |_| app.begin(None)>
                {app.say("不是我，先不登记", "Not me")}
            </button>
        </div>
        <p class="ys-s ys-2 ys-gap-3 ys-help">{app.say(
            "登记后就用这部手机投票。这封信只能用一次；以前登记过的手机会停用，已投的票不受影响。",
            "From now on this phone votes. The letter works once; a phone enrolled earlier stops signing, its ballots stand.",
        )}</p>
    }
}
