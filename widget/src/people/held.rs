//! What is held of me: what that is, a copy of it, and how it is corrected and erased.

use leptos::task::spawn_local;
use yishi_protocol::body::{Body, Kind};
use yishi_protocol::projection::{BlobSays, Held};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::strict_json;
use yishi_protocol::view::{CopyView, Served};

use crate::draw::{Draw, View, view};
use crate::kit::parts::{button, card, live, para, section};
use crate::kit::tell::pick;
use crate::live::Live;
use crate::people::delivery;
use crate::shell::app::App;
use crate::words::key;
use crate::words::trouble::Trouble;

/// What the phone's person is told of it.
pub(crate) fn held(app: App) -> View {
    let copy = app.lasting("copy", None::<Vec<Part>>);
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
                let part = |((text, held), part): (&Part, usize)| {
                    view! { {told(app, held, part == 1)} {saved(app, text, part)} }
                };
                parts.iter().zip(1..).map(part).collect::<Vec<_>>().draw()
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

/// A part of the copy as the server spells it, and what it proves.
type Part = (String, Held);

/// Reads what a copy shows, and no other kind.
fn of_copy(kind: Kind, body: &[u8]) -> Result<Body, Rejection> {
    Ok(match kind {
        Kind::Appeal => Body::Appeal(strict_json::read(body)?),
        Kind::Ask => Body::Ask(strict_json::read(body)?),
        Kind::Ballot => Body::Ballot(strict_json::read(body)?),
        Kind::Delivery => Body::Delivery(strict_json::read(body)?),
        Kind::Paper => Body::Paper(strict_json::read(body)?),
        Kind::Codes => Body::Codes(strict_json::read(body)?),
        Kind::Opinion => Body::Opinion(strict_json::read(body)?),
        Kind::Raise => Body::Raise(strict_json::read(body)?),
        Kind::RollPage => Body::RollPage(strict_json::read(body)?),
        _ => return Err(Code::UnknownKind.into()),
    })
}

/// What a part of the copy says, each with its day. The homes stand on every part, and are told of the first.
fn told(app: App, held: &Held, first: bool) -> Vec<View> {
    let homes = held.homes.iter().filter(|_| first).filter_map(|home| home.address.clone());
    let names =
        held.names.iter().map(|name| format!("{} {}", name.name, name.phone.clone().unwrap_or_default()));
    let lang = app.lang.get_untracked();
    let said = held.said.iter().flat_map(|said| {
        let day = lang.day(said.at_ms);
        said.says.iter().map(move |says| format!("{day} {}", words(app, says)))
    });
    let sheets = held.readings.iter().map(|read| {
        app.fill(key::held::sheet(&lang.day(read.at_ms), &read.sheet, &lang.moment(read.taken_ms)))
    });
    let delivered = held.deliveries.iter().map(|one| {
        let day = lang.day(one.row.at_ms.unwrap_or(one.at_ms));
        format!("{}{day}", app.say(delivery::grade_word(one.row.grade)))
    });
    names
        .chain(homes)
        .chain(said)
        .chain(sheets)
        .chain(delivered)
        .map(|line| para("ys-s ys-gap-1", line))
        .collect()
}

/// What they said, in words: nothing else is theirs to say.
fn words(app: App, says: &BlobSays) -> String {
    match says {
        BlobSays::Matter(text) => pick(app, &text.title),
        BlobSays::Spoken(spoken) => spoken.text.as_ref().map(|words| pick(app, words)).unwrap_or_default(),
        BlobSays::Words(words) => pick(app, words),
        BlobSays::Area(_) | BlobSays::Help(_) | BlobSays::Name(_) | BlobSays::Place(_) => String::new(),
    }
}

/// The copy as the server spells it, in as many answers as it takes.
async fn read(app: App) -> Result<Vec<Part>, Trouble> {
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
        let person = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person));
        let text = strict_json::write_text(&answer);
        let (shown, view) = answer.apart();
        // A server that never comes to an end is not followed.
        from = view.next.filter(|next| *next > place);
        let opened = session.opened(&shown, of_copy)?;
        let held = Held::of(&opened, view, &person.ok_or(Trouble::Offline)?)?;
        parts.push((text, held));
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
