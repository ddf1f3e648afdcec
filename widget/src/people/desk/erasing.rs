//! 依法删除: an erasure that an office begins, of what nobody needs any more, or of what a court or an authority ordered. What may
//! go and why not, the rule book says; a second person sees the same and confirms it.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use leptos::prelude::*;
use yishi_protocol::body::{Erase, ErasureGround};
use yishi_protocol::calendar::local_day;
use yishi_protocol::id::{BlobId, Hash};
use yishi_protocol::projection::Erasing;
use yishi_protocol::view::MatterSummary;

use crate::desk::acts::{Form, ToSign};
use crate::desk::dates::{day_words, span};
use crate::desk::field::{Field, blank, typed};
use crate::desk::forms::{area, card, hint, lead, list, nothing, presets, row, shown, signing, small, title};
use crate::desk::{About, Desk, Page, Tab, digest};
use crate::kit::parts::button;
use crate::kit::tell::pick;
use crate::people::desk::choose::{self, has, toggled};
use crate::people::desk::erasure::{self, refusal, sort_word};
use crate::proofs::act::statement;
use crate::words::trouble::Trouble;

/// How many one signature erases at most.
const AT_ONCE: usize = 200;

/// What nobody needs any more, and where an order begins.
pub(crate) fn tab(desk: Desk) -> View {
    let found = desk.reading(async |session| erasure::all(session, None).await);
    view! {
        {hint("", desk.say(key::desk_erasing::THREE_GROUNDS))}
        {shown(desk, found, move |all| {
            let body = if all.is_empty() {
                nothing(desk.say(key::desk_erasing::SOMEBODY_NEEDS_EVERYTHING))
            } else {
                form(desk, None, all)
            };
            card(desk.say(key::desk_erasing::ITS_TIME_IS_OVER), "", body)
        })}
        {order(desk)}
    }
}

/// What an order may be about: a person, a matter, books.
fn order(desk: Desk) -> View {
    let here = Form::new(desk, "erase/whose");
    let (search, chosen) = (here.field("search", ""), here.field("person", ""));
    let open = move || {
        let person = chosen.with(|chosen| chosen.parse().ok());
        person.map(|person| {
            let page = Page::People(Tab::Erasing(Some(About::Person(person))));
            lead(desk, "weui-btn_default", desk.say(key::desk_erasing::SEE_WHAT_IS_HELD), page)
        })
    };
    let matter = |matter: &MatterSummary| {
        let absent = if matter.hidden { key::hidden::HIDDEN } else { key::common::ITS_TEXT_IS_NOT_HERE };
        let name = matter.title.as_ref().map(|title| pick(desk.app, title));
        let name = name.unwrap_or_else(|| desk.say(absent).to_owned());
        let about = day_words(desk.lang(), local_day(matter.raised_ms));
        row(desk, name, (about, ""), (String::new(), ""), Some(to(About::Entry(matter.matter))))
    };
    let mut rows: Vec<View> = desk.data.with(|data| data.matters.iter().map(matter).collect());
    rows.extend(desk.data.with(|data| {
        let books = data.disclosures.iter().map(|books| {
            let name = span(desk.lang(), books.from_day.into(), books.to_day.into());
            let about = desk.say(key::desk_erasing::QUESTIONS_ABOUT_BOOKS).to_owned();
            row(desk, name, (about, ""), (String::new(), ""), Some(to(About::Entry(books.disclosure))))
        });
        books.collect::<Vec<_>>()
    }));
    rows.extend(desk.data.with(|data| {
        let votes = data.counted.iter().filter_map(|vote| {
            let name = vote.title.as_ref().map(|title| pick(desk.app, title)).unwrap_or_default();
            let about = desk.say(key::desk_erasing::BALLOTS_OF_A_VOTE).to_owned();
            Some(row(desk, name, (about, ""), (String::new(), ""), Some(to(About::Entry(vote.agenda?)))))
        });
        votes.collect::<Vec<_>>()
    }));
    let words = (desk.say(key::desk_erasing::OF_WHOM), desk.say(key::desk_erasing::NAME_OR_ROOM));
    let body = view! {
        {small(desk.say(key::desk_erasing::CHOOSE_WHAT_IT_IS_ABOUT))}
        {choose::person(desk, choose::roster_if_known(desk), words, search, chosen)}
        <div>{open}</div>
        {list(rows, desk.say(key::desk_erasing::NOTHING_WAS_SAID))}
    };
    card(desk.say(key::desk_erasing::A_COURT_ORDERED_IT), "", body)
}

fn to(about: About) -> Page {
    Page::People(Tab::Erasing(Some(about)))
}

/// All that may ever go of one subject.
pub(crate) fn of(desk: Desk, about: About) -> View {
    let found = desk.reading(async move |session| erasure::all(session, Some(about)).await);
    view! {
        {title(desk, desk.say(key::desk_erasing::ERASE).to_owned(), Some(Page::People(Tab::Erasing(None))))}
        {shown(desk, found, move |all| {
            let body = if all.is_empty() {
                nothing(desk.say(key::desk_erasing::NOTHING_IS_LEFT))
            } else {
                form(desk, Some(about), all)
            };
            card(desk.say(key::desk_erasing::WHAT_IS_HELD), "", body)
        })}
    }
}

fn ground_of(field: Field) -> Option<ErasureGround> {
    field.with(|ground| match ground.as_str() {
        "ended" => Some(ErasureGround::Ended),
        "ordered" => Some(ErasureGround::Ordered),
        _ => None,
    })
}

/// The ground, what goes, the order if there is one, and the signature.
fn form(desk: Desk, about: Option<About>, all: Vec<Erasing>) -> View {
    let form = match about {
        Some(about) => Form::new(desk, format_args!("erase/{about}")),
        None => Form::new(desk, "erase"),
    };
    let ground = form.field("ground", if about.is_none() { "ended" } else { "" });
    let (chosen, words, paper) =
        (form.field("chosen", ""), form.field("words", ""), form.field("document", ""));
    let grounds = about.is_some().then(|| {
        let one = |key, name, about| (key, desk.say(name).to_owned(), desk.say(about).to_owned());
        let options = vec![
            one("ended", key::desk_erasing::ITS_TIME_IS_OVER, key::desk_erasing::ENDED_MEANS),
            one("ordered", key::desk_erasing::A_COURT_ORDERED_IT, key::desk_erasing::ORDERED_MEANS),
        ];
        presets("ground", desk.say(key::desk_erasing::WHY), options, ground)
    });
    // What was kept may be gone, or may not go on this ground: only what is offered now is signed.
    let offered = all.iter().map(|one| (one.view.blob, one.view.ended.is_none(), one.view.ordered.is_none()));
    let offered: Vec<(BlobId, bool, bool)> = offered.collect();
    let goes = move |ground: ErasureGround, list: Option<&str>| -> Vec<BlobId> {
        let may = |(_, ended, ordered): &&(BlobId, bool, bool)| match ground {
            ErasureGround::Ordered => *ordered,
            ErasureGround::Asked | ErasureGround::Ended => *ended,
        };
        let those = offered.iter().filter(may).map(|(blob, ..)| *blob);
        let chosen = |blob: &BlobId| list.is_none_or(|list| has(list, &blob.to_string()));
        let mut those: Vec<BlobId> = those.filter(chosen).collect();
        those.sort_unstable();
        those
    };
    let goes = StoredValue::new_local(goes);
    let those = move || match ground_of(ground) {
        Some(ground) => chosen.with(|list| goes.with_value(|goes| goes(ground, Some(list)))),
        None => Vec::new(),
    };
    let ordered = move || ground_of(ground) == Some(ErasureGround::Ordered);
    let missing = move || {
        let number = those().len();
        if ground_of(ground).is_none() {
            Some(desk.say(key::desk_erasing::CHOOSE_WHY))
        } else if number == 0 {
            Some(desk.say(key::desk_erasing::CHOOSE_WHAT))
        } else if number > AT_ONCE {
            Some(desk.say(key::desk_erasing::AT_MOST_200))
        } else if ordered() && blank(words) {
            Some(desk.say(key::desk_erasing::SAY_WHICH_ORDER))
        } else if ordered() && paper.with(|paper| typed(paper).is_none()) {
            Some(desk.say(key::desk_erasing::ADD_ITS_DOCUMENT))
        } else {
            None
        }
    };
    let signed = move || {
        let Some(ground) = ground_of(ground) else { return };
        let document = paper.with_untracked(|paper| typed(paper));
        let said = words.with_untracked(|words| said(those(), ground, words, document));
        form.sign(said, move |_| {
            desk.done(Page::People(Tab::Waiting), desk.say(key::desk_erasing::DONE).to_owned());
        });
    };
    let whole = move || {
        let Some(ground) = ground_of(ground) else { return };
        let all = goes.with_value(|goes| goes(ground, None));
        let all: Vec<String> = all.iter().take(AT_ONCE).map(ToString::to_string).collect();
        chosen.set(all.join(","));
    };
    let rows = all.into_iter().map(move |one| tick(desk, one, ground, chosen)).draw_all();
    let count = move || desk.fill(key::desk_erasure::would_go(&those().len()));
    let paperwork = move || {
        ordered().then(|| {
            view! {
                {area(
                    "order",
                    desk.say(key::desk_erasing::THE_ORDER),
                    desk.say(key::desk_erasing::EVERYBODY_READS_IT),
                    words,
                )}
                {digest::field(
                    desk,
                    paper,
                    (desk.say(key::desk_erasing::ITS_DOCUMENT), desk.say(key::desk_erasing::COURT_OR_AUTHORITY)),
                )}
            }
        })
    };
    view! {
        {grounds}
        {button("weui-btn weui-btn_default weui-btn_mini ys-gap-3", "", desk.say(key::desk_erasing::TAKE_ALL), whole)}
        <ul class="ys-log ys-gap-3">{rows}</ul>
        <p class="ys-b ys-gap-3" role="status">{count}</p>
        <div>{paperwork}</div>
        {erasure::stays(desk)}
        {hint("ys-note_wait", desk.say(key::desk_erasing::A_SECOND_PERSON))}
        {signing(desk, desk.say(key::desk_erasing::SIGN), missing, signed)}
        {form.note()}
    }
}

/// What is signed, with the order where there is one.
fn said(blobs: Vec<BlobId>, ground: ErasureGround, words: &str, document: Option<Hash>) -> ToSign {
    if ground != ErasureGround::Ordered {
        return Ok((Erase { blobs, document: None, ground, order: None }.into(), vec![]));
    }
    let order = statement(words)?;
    let document = Some(document.ok_or(Trouble::Outdated)?);
    Ok((Erase { blobs, document, ground, order: Some(order.id()) }.into(), vec![order]))
}

/// One of them, to be ticked, or why it cannot go.
fn tick(desk: Desk, one: Erasing, ground: Field, chosen: Field) -> View {
    let id = one.view.blob.to_string();
    let (shown, pressed, label) = (id.clone(), id, desk.say(sort_word(one.view.sort)));
    let drawn = erasure::told(desk, &one);
    let action = move || {
        let ground = ground_of(ground)?;
        if let Some(why) = refusal(desk, &one, ground) {
            return Some(small(why));
        }
        let (shown, pressed) = (shown.clone(), pressed.clone());
        Some(view! {
            <label class="ys-tick">
                <input
                    type="checkbox"
                    aria-label=label
                    prop:checked=move || chosen.with(|list| has(list, &shown))
                    on:change=move |_| chosen.update(|list| *list = toggled(list, &pressed))
                />
                <span>{desk.say(key::desk_erasing::TAKE_IT)}</span>
            </label>
        })
    };
    view! { <li class="ys-gap-2"><div>{drawn}<div>{action}</div></div></li> }
}
