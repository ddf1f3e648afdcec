//! 改管理规约: what a vote changes of the settings if its first question passes, and its publication once it has.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::body::{Adoption, Body, Bylaws as Published, Capability};
use yishi_protocol::id::AgendaId;
use yishi_protocol::projection::{Stated, Vote};

use crate::desk::acts::Form;
use crate::desk::adoption::{Adopting, FIELDS, options, put, value};
use crate::desk::allowed::passed;
use crate::desk::field::typed;
use crate::desk::forms::{card, choice, hint, line, presets, signing, small};
use crate::desk::{Desk, Page, Tab, digest, settings};
use crate::kit::settings::rows;

/// What keeps it from being noticed; `whole` is whether the whole estate votes.
pub(crate) fn missing(desk: Desk, adopting: &Adopting, whole: bool) -> Option<&'static str> {
    if !adopting.is_on() {
        return None;
    }
    if !whole {
        return Some(desk.say(key::desk_adopting::BYLAWS_TAKE_A_VOTE_OF));
    }
    if typed(&adopting.document.get()).is_none() {
        return Some(desk.say(key::desk_adopting::THE_DOCUMENT_OF_THE_BYLAWS));
    }
    let wrong = adopting.settings().is_none();
    wrong.then(|| desk.say(key::desk_adopting::A_SETTING_LIES_OUTSIDE_WHAT))
}

/// What is asked about it.
pub(crate) fn questions(desk: Desk, adopting: &Adopting) -> View {
    let adopting = *adopting;
    let say = |word| desk.say(word).to_owned();
    let kinds = vec![
        ("", say(key::desk_adopting::NO), say(key::desk_adopting::THIS_QUESTION_DECIDES_ONE_THING)),
        (
            "1",
            say(key::desk_adopting::YES_BY_QUESTION_1),
            say(key::desk_adopting::LATER_VOTES_FOLLOW_THE_NEW),
        ),
    ];
    let fields = move || {
        adopting.is_on().then(|| {
            let now = adopting.app.settings();
            let row = |place: usize| {
                let (name, field) = (rows(desk.app, &now)[place].0, adopting.values[place]);
                if field.with_untracked(String::is_empty) {
                    field.set(value(&now, place));
                }
                let words = |key: &&str| {
                    let mut one = now.clone();
                    let told = put(&mut one, place, key).map(|()| rows(desk.app, &one)[place].1.clone());
                    ((*key).to_owned(), told.unwrap_or_default())
                };
                let offered: Vec<_> = options(place).iter().map(words).collect();
                if offered.is_empty() {
                    line(FIELDS[place], "number", name, "", field)
                } else {
                    choice(FIELDS[place], name, "", offered, field)
                }
            };
            view! {
                <div class="ys-gap-3">{digest::field(desk, adopting.document, (
                    desk.say(key::desk_adopting::THE_NEW_BYLAWS),
                    desk.say(key::desk_adopting::AS_THEY_ARE_PUT_TO),
                ))}</div>
                {(0..FIELDS.len()).map(row).draw_all()}
            }
        })
    };
    card(
        desk.say(key::desk_adopting::DOES_IT_CHANGE_THE_BYLAWS),
        "",
        view! {
            {presets("adopts", desk.say(key::desk_adopting::DOES_IT_CHANGE_THE_BYLAWS), kinds, adopting.changes)}
            <div>{fields}</div>
        },
    )
}

/// What would change, for the preview.
pub(crate) fn preview(desk: Desk, adopting: &Adopting) -> Option<View> {
    let adoption = adopting.adoption()?;
    Some(settings::settings(desk, &adopting.app.settings(), &adoption.settings))
}

/// Bylaws that a vote has adopted, to be published by whoever may: until then they are not in force.
pub(crate) fn publish(desk: Desk, agenda: AgendaId, (vote, stated): (&Vote, &Stated)) -> View {
    let won = passed(agenda, vote, stated);
    let adopted = vote.notice.items.iter().find_map(|item| {
        let adopts = item.adopts.clone().filter(|_| won.iter().any(|passed| passed.item == item.id))?;
        Some((item.id, adopts))
    });
    let Some((item, Adoption { document, settings: after })) =
        adopted.filter(|_| desk.may(Capability::Bylaws))
    else {
        return View::Nothing;
    };
    let now = desk.app.settings();
    if now == after {
        return hint("ys-note_ok", desk.say(key::desk_adopting::WHAT_WAS_ADOPTED_IS_IN));
    }
    let form = Form::new(desk, format_args!("bylaws/{agenda}/{item}"));
    let said = after.clone();
    let signed = move || {
        let body = Published { decision: Some((agenda, item)), document, settings: said.clone() };
        form.sign(Ok((Body::from(body), vec![])), move |_| {
            let words = desk.say(key::desk_adopting::SENT_IT_WAITS_FOR_ANOTHER);
            desk.done(Page::People(Tab::Waiting), words.to_owned());
        });
    };
    card(
        desk.say(key::desk_adopting::PUBLISH_THE_ADOPTED_BYLAWS),
        "",
        view! {
            {small(desk.say(
                key::desk_adopting::THE_VOTE_ADOPTED_NEW_SETTINGS,
            ))}
            {settings::settings(desk, &now, &after)}
            {signing(desk, desk.say(key::desk_adopting::SIGN_AND_PUBLISH_THEM), || None, signed)}
            {form.note()}
        },
    )
}
