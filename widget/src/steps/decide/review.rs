//! All answers before they are signed.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use leptos::task::spawn_local;
use yishi_protocol::blob::ItemText;
use yishi_protocol::body::{Item, Method};

use crate::kit::forms::{busy_button, problem};
use crate::kit::icons::{CHECK, PEN, icon};
use crate::kit::mine::owners;
use crate::kit::parts::{bar, button, counts_as, fact, fact_with, help, topic};
use crate::kit::tell::{legal_mode, pick};
use crate::proofs::outbox::{Casting, cast};
use crate::shell::app::App;
use crate::shell::screen::{Paper, Screen};
use crate::words::trouble::Trouble;

pub(crate) fn screen(app: App) -> View {
    let Some(paper) = app.paper.get_untracked() else { return view! { <div></div> } };
    let vote = paper.vote.clone();
    let Some(agenda) = vote.agenda else { return view! { <div></div> } };
    let last = vote.notice.items.len().saturating_sub(1);
    let (notice, closes_ms) = (vote.id, vote.closes_ms());
    let (party, standing, mode) = (paper.party, paper.standing, vote.notice.legal_mode);
    let rows = answers(app, &paper);
    let sign_and_cast = move || {
        app.busy.set(true);
        app.wrong.set(None);
        let choice: Option<Vec<Vec<u32>>> =
            app.paper.with_untracked(|paper| paper.as_ref()?.marks.iter().cloned().collect());
        let title = vote.text.title.text.clone();
        spawn_local(async move {
            let session = app.session.get_untracked();
            let last_seq = app.last_seq();
            let (Some(session), Some(choice)) = (session, choice) else { return app.busy.set(false) };
            // What was proven at this visit is not asked again, so that a phone without a network signs all the same.
            let history = if app.held.get_untracked() { Ok(()) } else { app.hold_history().await };
            if let Err(trouble) = (app.above.hold_authors)(app, vec![notice, agenda], history).await {
                app.busy.set(false);
                return unsigned(app, trouble);
            }
            let casting = Casting { agenda, party, supersedes: standing, choice, title, closes_ms, last_seq };
            match cast(&session, casting).await {
                Ok(()) => app.send(),
                Err(trouble) => {
                    app.busy.set(false);
                    app.go(Screen::Trouble(trouble));
                }
            }
        });
    };
    let homes = app.addresses(agenda, party).join(app.lang.get_untracked().list_comma());
    let name = app.me.with_untracked(|me| me.as_ref().and_then(|me| me.name.clone()));
    let whose = owners(app, agenda, party);
    let counts = counts_as(app, agenda, party);
    let (standing, meaning) = legal_mode(app, mode);
    view! {
        {bar(app, app.say(key::review::REVIEW), Screen::Vote(last))}
        <div>
            <p class="ys-steps2">
                <span class="nb">{app.say(key::review::LAST_STEP)}</span>
                {(0..=last).map(|_| view! { <i class="on"></i> }).draw_all()}
            </p>
            {topic(app.say(key::review::CHECK_IT_THEN_SIGN_AND))}
            <div class="ys-card ys-card_flush">{rows}</div>
            <div class="ys-card">
                <dl class="ys-kv">
                    {fact(app.say(key::common::YOUR_HOME_COUNTS), counts)}
                    {(!homes.is_empty()).then(|| fact(app.say(key::common::HOMES), homes))}
                    {whose.or(name).map(|name| fact(app.say(key::review::IN_THE_NAME_OF), name))}
                    {fact_with(app.say(key::review::THIS_VOTE), standing.to_owned(), meaning.to_owned())}
                    {fact(app.say(key::review::SIGNED_WITH), app.say(key::review::THIS_PHONE_KEY))}
                </dl>
            </div>
            {problem(app)}
            <div class="ys-acts">
                {busy_button(
                    app,
                    "button",
                    ("weui-btn weui-btn_primary", PEN),
                    (
                        app.say(key::review::SIGN_AND_CAST).to_owned(),
                        app.say(key::common::SIGNING_AND_SENDING),
                    ),
                    Box::new(sign_and_cast),
                )}
                {button("weui-btn weui-btn_text", "", app.say(key::review::NOT_YET), move || app.go(Screen::Home))}
            </div>
            <ul class="ys-s ys-2 ys-gap-3 ys-help">
                <li>{app.fill(key::review::you_may_change_it_until(&app.lang.get_untracked().deadline(closes_ms)))}</li>
                <li>{app.say(key::review::YOU_HAVE_VOTED_WHEN_YOU)}</li>
            </ul>
        </div>
        {help(app)}
    }
}

/// Why nothing was signed. The marks are there as they were, and the same button tries again.
fn unsigned(app: App, trouble: Trouble) {
    match trouble {
        Trouble::Unproven(_) | Trouble::Split(_) => app.go(Screen::Trouble(trouble)),
        _ => app.wrong.set(Some(trouble)),
    }
}

fn answers(app: App, paper: &Paper) -> View {
    let row = |place: usize, item: &Item, text: &ItemText, marks: &Option<Vec<u32>>| {
        let title = text.title.clone();
        let names = text.options.clone();
        let marks = marks.clone().unwrap_or_default();
        let method = item.method;
        let said = match method {
            Method::Resolution => match marks.first() {
                Some(0) => app.say(key::common::FOR_IT).to_owned(),
                Some(1) => app.say(key::common::AGAINST).to_owned(),
                _ => app.say(key::common::ABSTAIN).to_owned(),
            },
            Method::Election if marks.is_empty() => app.say(key::review::NOBODY_ABSTAIN).to_owned(),
            Method::Election => {
                let name = |mark: &u32| names.get(usize::try_from(*mark).ok()?).map(|words| pick(app, words));
                marks.iter().filter_map(name).collect::<Vec<_>>().join(app.lang.get_untracked().list_comma())
            }
        };
        let number = place + 1;
        let label = app.fill(key::review::change_question(&number));
        view! {
            <div class="weui-cell weui-cell_wrap">
                <div class="weui-cell__bd">
                    <p class="weui-cell__desc">{app.fill(key::review::question(&number))}</p>
                    <p>{pick(app, &title)}</p>
                    <p class="ys-t ys-gap-2">{icon(CHECK, "")} " " {said}</p>
                </div>
                <button type="button" class="weui-btn weui-btn_default weui-btn_mini" aria-label=label on:click=move |_| app.go(Screen::Vote(place))>
                    {app.say(key::review::CHANGE)}
                </button>
            </div>
        }
    };
    let items = paper.vote.notice.items.iter().zip(&paper.vote.text.items).zip(&paper.marks);
    items.enumerate().map(|(place, ((item, text), marks))| row(place, item, text, marks)).draw_all()
}
