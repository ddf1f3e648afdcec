//! 等第二人确认: what somebody did alone and another person has to stand behind. Each act is opened with its proof before a
//! word of it is believed.

use crate::draw::{DrawAll, View, view};
use crate::live::Live;
use crate::words::key;
use yishi_protocol::body::{Body, Capability, Confirm, ErasureGround, RevokeReason};
use yishi_protocol::calendar::local_day;
use yishi_protocol::id::EntryId;

use crate::desk::acts::Form;
use crate::desk::dates::{day_words, due};
use crate::desk::forms::{card, hint, list, nothing, row, signing, title};
use crate::desk::waits::WaitingAct;
use crate::desk::{Desk, Page, Tab, settings};
use crate::kit::parts::fact;
use crate::kit::tell;
use crate::people::desk::{changes, erasure, help, joint, roster};
use crate::proofs::device;
use crate::steps::decide::desk::{candidates, draw};

/// So many people of one act are named.
const NAMED: usize = 12;

/// What whoever confirms says by it.
fn sentence(desk: Desk, act: &WaitingAct) -> &'static str {
    match &act.body {
        Body::Codes(_) if act.lapses_ms.is_some() => {
            desk.say(key::desk_waiting::YOU_CONFIRM_THAT_THESE_PEOPLE)
        }
        Body::Codes(_) => desk.say(key::desk_waiting::YOU_CONFIRM_THAT_THESE_PEOPLE_2),
        Body::EnrolInPerson(_) if act.lapses_ms.is_some() => {
            desk.say(key::desk_waiting::YOU_CONFIRM_THAT_YOU_MET)
        }
        Body::Revoke(_) => desk.say(key::desk_waiting::YOU_CONFIRM_THE_REASON_WHAT),
        Body::Representative(_) | Body::Proxy(_) => desk.say(key::desk_waiting::YOU_CONFIRM_THAT_YOU_SAW),
        Body::Roll(_) | Body::RollChange(_) => desk.say(key::desk_waiting::YOU_CONFIRM_THAT_ALL_OF),
        Body::Bylaws(_) => desk.say(key::desk_waiting::YOU_CONFIRM_THAT_THESE_SETTINGS),
        Body::HelpLine(_) => desk.say(key::desk_waiting::YOU_CONFIRM_THAT_YOU_RANG),
        Body::Delivery(_) => desk.say(key::desk_waiting::YOU_CONFIRM_THE_DELIVERY),
        Body::Erase(_) => desk.say(key::desk_waiting::YOU_CONFIRM_THE_ERASURE),
        Body::Final(_) => desk.say(key::desk_waiting::YOU_CONFIRM_THE_END),
        Body::Draw(_) => desk.say(key::desk_waiting::YOU_CONFIRM_THE_NUMBERS),
        Body::Annul(_) => desk.say(key::desk_waiting::YOU_CONFIRM_THE_ANNULMENT),
        Body::Nominate(_) => desk.say(key::desk_waiting::YOU_CONFIRM_A_CANDIDATE),
        _ => desk.say(key::desk_waiting::YOU_CONFIRM_WITH_THE_PERSON),
    }
}

fn by(desk: Desk, act: &WaitingAct) -> String {
    match &act.speaker {
        Some(speaker) => tell::speaker(desk.app, speaker),
        None => desk.say(key::desk_common::A_ROOT).to_owned(),
    }
}

pub(crate) fn reason(desk: Desk, reason: RevokeReason) -> &'static str {
    match reason {
        RevokeReason::Deceased => desk.say(key::desk_waiting::THE_PERSON_HAS_DIED),
        RevokeReason::Invalid => desk.say(key::desk_waiting::IT_SHOULD_NEVER_HAVE_BEEN),
        RevokeReason::Lost => desk.say(key::desk_waiting::LOST),
        RevokeReason::MovedAway => desk.say(key::desk_waiting::MOVED_AWAY),
        RevokeReason::Replaced => desk.say(key::desk_waiting::REPLACED),
        RevokeReason::Stolen => desk.say(key::desk_waiting::STOLEN_OR_USED_BY_SOMEBODY),
    }
}

fn ground(desk: Desk, ground: ErasureGround) -> &'static str {
    match ground {
        ErasureGround::Asked => desk.say(key::desk_waiting::ERASURE_ASKED),
        ErasureGround::Ended => desk.say(key::desk_waiting::ERASURE_ENDED),
        ErasureGround::Ordered => desk.say(key::desk_waiting::ERASURE_ORDERED),
    }
}

/// The list of all that waits.
pub(crate) fn tab(desk: Desk) -> View {
    let drawn = move || {
        let now_ms = desk.now_ms();
        let waiting = desk.data.with(|data| data.waiting.clone());
        let remark = desk.fill(key::desk_waiting::oldest_first(&waiting.len()));
        let line = |act: &WaitingAct| {
            let (when, class) = match act.lapses_ms {
                Some(lapses_ms) => {
                    let (day, class) = due(desk.lang(), lapses_ms, now_ms);
                    (desk.fill(key::desk_waiting::lapses(&day)), class)
                }
                None => (desk.say(key::desk_waiting::IN_FORCE_ONE_PERSON_ALONE).to_owned(), ""),
            };
            let since = day_words(desk.lang(), local_day(act.since_ms));
            let about = format!("{} · {since} · {when}", by(desk, act));
            let class = if class == "bad" { "ys-bad" } else { "" };
            let side = match (act.yours, act.mine) {
                (true, _) => (desk.say(key::desk_waiting::CONFIRM).to_owned(), "ys-info ys-b"),
                (false, true) => (desk.say(key::desk_waiting::SOMEBODY_ELSE).to_owned(), ""),
                (false, false) => (desk.say(key::desk_waiting::OTHERS).to_owned(), ""),
            };
            let page = act.yours.then_some(Page::People(Tab::Confirm(act.entry)));
            row(desk, capital(&act.named(desk.lang())), (about, class), side, page)
        };
        let rows: Vec<View> = waiting.iter().map(line).collect();
        let body = if rows.is_empty() {
            nothing(desk.say(key::desk_waiting::NOTHING_WAITS))
        } else {
            list(rows, "")
        };
        card(desk.say(key::desk_waiting::WAITING_FOR_A_SECOND_PERSON), remark, body)
    };
    view! {
        {drawn}
        {hint("", desk.say(
            key::desk_waiting::WHAT_COULD_TAKE_SOMEBODY_PLACE,
        ))}
    }
}

/// Sentences begin with a capital, where a language has any.
fn capital(words: &str) -> String {
    let mut signs = words.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// One act, with what confirming it means.
pub(crate) fn confirm(desk: Desk, entry: EntryId) -> View {
    let back = Some(Page::People(Tab::Waiting));
    let heading = title(desk, desk.say(key::desk_common::CONFIRM).to_owned(), back.clone());
    let act = desk.data.with_untracked(|data| data.waiting.iter().find(|act| act.entry == entry).cloned());
    let Some(act) = act else {
        let words = desk.say(key::desk_waiting::IT_WAS_CONFIRMED_MEANWHILE_OR);
        return view! { {heading} {card(desk.say(key::desk_waiting::NOTHING_TO_CONFIRM), "", nothing(words))} };
    };
    let form = Form::new(desk, format_args!("confirm/{entry}"));
    let signed = move || {
        form.sign(Ok((Confirm { entry }.into(), vec![])), move |_| {
            let words = desk.say(key::desk_waiting::CONFIRMED_IT_IS_IN_FORCE).to_owned();
            desk.done(Page::People(Tab::Waiting), words);
        });
    };
    // Whoever stands behind a roll has seen what it changes.
    let erases = matches!(act.body, Body::Erase(_));
    let draws = matches!(act.body, Body::Draw(_));
    let stands = matches!(act.body, Body::Nominate(_));
    let seen = Live::new(!act.is_roll() && !erases && !draws && !stands);
    let difference = act.is_roll().then(|| changes::difference(desk, entry, act.body.clone(), seen));
    let goes = erases.then(|| erasure::erased_by(desk, entry, seen));
    // Nor does anybody stand behind a number that they cannot read.
    let unread = match &act.body {
        Body::HelpLine(_) => act.help.is_none(),
        Body::Annul(_) => act.why.is_none(),
        _ => false,
    };
    let missing = move || match (unread, seen.get()) {
        (true, _) => Some(desk.say(key::desk_waiting::ITS_WORDS_ARE_NOT_HERE)),
        (false, false) if erases => Some(desk.say(key::desk_waiting::FIRST_SEE_WHAT_GOES)),
        (false, false) if stands => Some(desk.say(key::desk_waiting::ITS_WORDS_ARE_NOT_HERE)),
        (false, false) if draws => Some(desk.say(key::desk_waiting::ENTER_THEM_YOURSELF)),
        (false, false) => Some(desk.say(key::desk_waiting::FIRST_SEE_WHAT_CHANGES)),
        (false, true) => None,
    };
    let since = desk.lang().moment(act.since_ms);
    let lapses = act.lapses_ms.map(|lapses_ms| desk.lang().deadline(lapses_ms));
    let body = view! {
        <dl class="ys-kv">
            {fact(desk.say(key::desk_waiting::DONE_BY), by(desk, &act))}
            {fact(desk.say(key::desk_waiting::WHEN), since)}
            {lapses.map(|lapses| fact(desk.say(key::desk_waiting::LAPSES_2), lapses))}
            {vote_of(desk, &act.body)}
            {about(desk, &act.body)}
            {act.why.as_ref().map(|why| fact(desk.say(key::desk_waiting::WHY), tell::pick(desk.app, why)))}
            {act.help.as_ref().map(|told| help::facts(desk, told))}
        </dl>
        {people(desk, &act)}
        {match &act.body {
            Body::Bylaws(bylaws) => settings::settings(desk, &desk.app.settings(), &bylaws.settings),
            Body::Draw(body) => draw::repeated(desk, form, body, seen),
            Body::Nominate(body) => candidates::to_confirm(desk, entry, body, seen),
            _ => View::Nothing,
        }}
        {difference}
        {goes}
        {hint("ys-note_wait", sentence(desk, &act))}
        {signing(desk, desk.say(key::desk_waiting::I_CONFIRM_SIGN), missing, signed)}
        {form.note()}
    };
    view! { {heading} {card(capital(&act.named(desk.lang())), "", body)} }
}

/// Which vote it is about, and of an annulment which items of it.
fn vote_of(desk: Desk, body: &Body) -> View {
    let (agenda, items) = match body {
        Body::Final(body) => (body.agenda, &[][..]),
        Body::Draw(body) => (body.agenda, &[][..]),
        Body::Annul(body) => (body.agenda, body.items.as_slice()),
        _ => return View::Nothing,
    };
    let name = desk.data.with_untracked(|data| {
        let vote = data.counted.iter().find(|vote| vote.agenda == Some(agenda));
        vote.and_then(|vote| vote.title.as_ref()).map(|title| tell::pick(desk.app, title))
    });
    let items: Vec<String> = items.iter().map(u32::to_string).collect();
    let items = (!items.is_empty())
        .then(|| fact(desk.say(key::desk_annul::WHICH_ITEMS), items.join(desk.say(key::common::MARK))));
    view! { {name.map(|name| fact(desk.say(key::desk_draw::VOTE), name))} {items} }
}

/// What else the act says.
fn about(desk: Desk, body: &Body) -> View {
    let digest = |words: &'static str, digest: String| {
        view! { <div><dt>{words}</dt><dd class="ys-code ys-s">{digest}</dd></div> }
    };
    match body {
        Body::EnrolInPerson(body) => {
            fact(desk.say(key::desk_common::THE_PHONE_SIX_DIGITS), device::number(&body.device))
        }
        Body::Revoke(body) => fact(desk.say(key::desk_waiting::WHY), reason(desk, body.reason)),
        Body::Bylaws(body) => {
            digest(desk.say(key::desk_waiting::THE_DOCUMENT_SHA_256), body.document.to_string())
        }
        Body::Representative(body) => digest(
            desk.say(key::desk_waiting::THE_DOCUMENT_SHA_256_2),
            body.document.map(|document| document.to_string()).unwrap_or_default(),
        ),
        Body::Proxy(body) => digest(
            desk.say(key::desk_waiting::THE_DOCUMENT_SHA_256_2),
            body.document.map(|document| document.to_string()).unwrap_or_default(),
        ),
        Body::Annul(body) => view! {
            {digest(desk.say(key::desk_waiting::THE_DOCUMENT_SHA_256_2), body.document.to_string())}
            {fact(desk.say(key::desk_annul::DECIDED_ON), desk.lang().day(body.decided_ms))}
        },
        Body::Erase(body) => fact(desk.say(key::desk_waiting::WHY), ground(desk, body.ground)),
        Body::Codes(body) => {
            fact(desk.say(key::desk_common::THE_LETTERS_WORK_UNTIL), desk.lang().deadline(body.expires_ms))
        }
        _ => View::Nothing,
    }
}

/// Who the people of an act are, and of which home, where we may know.
fn people(desk: Desk, act: &WaitingAct) -> View {
    let knows = desk.may(Capability::Codes) || desk.may(Capability::Roll);
    let persons = act.persons();
    if persons.is_empty() || !knows {
        return View::Nothing;
    }
    let roster = roster::read(desk);
    let (heading, party) = match &act.body {
        Body::Codes(_) => (desk.say(key::desk_waiting::FOR_WHOM), None),
        Body::Representative(body) => {
            (desk.say(key::desk_waiting::WHO_VOTES_FOR_WHICH_HOME), Some(body.party))
        }
        Body::Proxy(body) => (desk.say(key::desk_waiting::WHO_VOTES_FOR_WHICH_HOME), Some(body.party)),
        Body::Nominate(_) => (desk.say(key::desk_election::WHO_STANDS), None),
        _ => (desk.say(key::desk_common::WHOSE_PHONE), None),
    };
    let home = move || party.and_then(|party| roster.with(|people| joint::home(desk, people, party))?);
    let names = move || {
        let rows = persons.iter().take(NAMED).map(|person| {
            let words = roster.find(person).map_or_else(
                || person.to_string().chars().take(6).collect(),
                |someone| format!("{} · {}", someone.called(desk), someone.lives(desk)),
            );
            view! { <li><span>{words}</span></li> }
        });
        let home = home().map(|home| {
            let words = desk.fill(key::desk_waiting::for_it(&home));
            view! { <li><b>{words}</b></li> }
        });
        let left = persons.len().saturating_sub(NAMED);
        view! {
            <ul class="ys-log">{rows.draw_all()}{home}</ul>
            {(left > 0).then(|| desk.fill(key::desk_waiting::more(&left)))}
        }
    };
    view! { <h3 class="ys-b ys-gap-3">{heading}</h3> {names} }
}
