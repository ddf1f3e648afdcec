//! What is held of me: what that is, a copy of it, and how it is corrected and erased.

use leptos::task::spawn_local;
use yishi_protocol::strict_json;
use yishi_protocol::view::{CopyView, Served};

use crate::draw::{Draw, View, view};
use crate::kit::parts::{button, card, live, para, section};
use crate::live::Live;
use crate::shell::app::App;
use crate::words::key;
use crate::words::trouble::Trouble;

/// What the phone's person is told of it.
pub(crate) fn held(app: App) -> View {
    let copy = app.lasting("copy", None::<Vec<String>>);
    let reading = Live::new(false);
    let fetch = move || {
        if reading.get_untracked() {
            return;
        }
        reading.set(true);
        spawn_local(async move {
            match read(app).await {
                Ok(parts) => copy.set(Some(parts)),
                Err(trouble) => app.wrong.set(Some(trouble)),
            }
            reading.set(false);
        });
    };
    let drawn = live(move || {
        Some(match copy.get() {
            Some(parts) => {
                parts.iter().zip(1..).map(|(text, part)| saved(app, text, part)).collect::<Vec<_>>().draw()
            }
            None => button("weui-btn weui-btn_default ys-gap-3", "", app.say(key::held::COPY), fetch),
        })
    });
    let name = app.me.with_untracked(|me| me.as_ref().and_then(|me| me.name.clone()));
    let name = name.map(|name| para("ys-b", app.fill(key::held::name(&name))));
    view! {
        {section(app.say(key::held::HELD), String::new(), "")}
        {card(vec![
            name.draw(),
            para("", app.say(key::held::WHAT)),
            para("ys-s ys-gap-2", app.say(key::held::CORRECT)),
            para("ys-s ys-gap-2", app.say(key::held::ERASE)),
            crate::kit::forms::problem(app),
            drawn,
        ])}
    }
}

/// The copy as the server spells it, in as many answers as it takes.
async fn read(app: App) -> Result<Vec<String>, Trouble> {
    let mut session = app.session.get_untracked().ok_or(Trouble::Offline)?;
    let (mut parts, mut from) = (Vec::new(), Some(0_u64));
    while let Some(place) = from {
        let (key, path) = (session.key.clone(), format!("/me/copy?from={place}"));
        let mut answer: Result<Served<CopyView>, Trouble> = session.read(&path, key.as_ref()).await;
        if matches!(&answer, Err(Trouble::Refused(refusal)) if refusal.code == "PASS_EXPIRED") {
            // The page was left alone longer than a pass lives; any answer brings the server's clock.
            session.votes().await?;
            answer = session.read(&path, key.as_ref()).await;
        }
        let answer = answer?;
        // A server that never comes to an end is not followed.
        from = answer.stated.next.filter(|next| *next > place);
        parts.push(strict_json::write_text(&answer));
    }
    Ok(parts)
}

/// A link by which the browser keeps it.
fn saved(app: App, text: &str, part: usize) -> View {
    let href =
        format!("data:application/json;charset=utf-8,{}", String::from(js_sys::encode_uri_component(text)));
    let name = format!("yishi-{part}.json");
    let words = app.fill(key::held::save(&part));
    view! { <p class="ys-gap-2"><a class="ys-link" download=name href=href>{words}</a></p> }
}
