//! 抽查: the homes that were drawn are asked whether their ballot is their own. Where they are reached is shown once the log says that
//! somebody asked for it, and never kept; what they say is kept on this device until it is signed, so that one press takes it back.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};
use yishi_protocol::blob::PersonName;
use yishi_protocol::body::{Access, CallAnswer, CallFigures, CallHow, Capability, RollCall};
use yishi_protocol::id::{AgendaId, PartyId};
use yishi_protocol::projection::{Called, Stated, Vote};
use yishi_protocol::view::{CallList, CallView};
use yishi_words::Word;

use crate::desk::acts::Form;
use crate::desk::calls::{answered, forget, kept, reached};
use crate::desk::forms::{card, hint, list, nothing, shown, signing, small, title};
use crate::desk::{Desk, Page};
use crate::draw::{DrawAll, View, view};
use crate::kit::charts::{Strip, meter, share};
use crate::kit::forms::chip;
use crate::kit::parts::fact;
use crate::kit::tell::pick;
use crate::live::Live;
use crate::proofs::session::{MOST_PAGES, Session};
use crate::words::key;
use crate::words::trouble::Trouble;

const ANSWERS: [(CallAnswer, &str, Word); 3] = [
    (CallAnswer::Confirmed, "1", key::desk_calls::CONFIRMED),
    (CallAnswer::Denied, "2", key::desk_calls::DENIED),
    (CallAnswer::NotReached, "3", key::desk_calls::NOT_REACHED),
];

const HOWS: [(CallHow, Word); 3] = [
    (CallHow::Phone, key::desk_calls::BY_PHONE),
    (CallHow::Visit, key::desk_calls::AT_THE_DOOR),
    (CallHow::Letter, key::desk_calls::BY_LETTER),
];

/// The homes, and none before somebody has asked for them.
type Homes = Option<Vec<CallView>>;

pub(crate) fn page(desk: Desk, agenda: AgendaId) -> View {
    let found = desk.reading(async move |session| {
        let (vote, stated) = session.result(&agenda).await?;
        // Nothing of where homes are is asked for before the log says that we ask.
        let homes = if stated.called.is_some() { homes(session, &agenda).await? } else { None };
        Ok((vote, stated, homes))
    });
    view! {
        {title(desk, desk.say(key::desk_calls::TITLE).to_owned(), Some(Page::End(agenda)))}
        {shown(desk, found, move |(vote, stated, homes)| drawn(desk, agenda, (&vote, &stated), homes))}
    }
}

/// The homes that were drawn; none where the log does not say yet that we asked for the evidence.
async fn homes(session: &mut Session, agenda: &AgendaId) -> Result<Homes, Trouble> {
    let (mut all, mut path) = (Vec::new(), format!("/agendas/{agenda}/calls"));
    for _ in 0..MOST_PAGES {
        let list: CallList = match session.fetch(&path).await {
            Err(Trouble::Refused(refusal)) if refusal.code == "MISSING_CAPABILITY" => return Ok(None),
            answer => answer?,
        };
        all.extend(list.calls);
        let Some(next) = list.next else { break };
        path = format!("/agendas/{agenda}/calls?after={next}");
    }
    Ok(Some(in_order(all)))
}

/// Those who said nothing ahead, of these the weak ballots, and then by where they are.
fn in_order(mut homes: Vec<CallView>) -> Vec<CallView> {
    homes.sort_by_cached_key(|home| (is_done(home), !home.weak, lives(home), home.party));
    homes
}

/// Whether what it said is signed already: nothing changes that. Who was not found can be asked again.
fn is_done(home: &CallView) -> bool {
    home.answer.is_some_and(|answer| answer != CallAnswer::NotReached)
}

fn lives(home: &CallView) -> String {
    let rooms = home.homes.iter().map(|place| format!("{}{}{}", place.building, place.entrance, place.room));
    rooms.collect::<Vec<_>>().join(" · ")
}

fn drawn(desk: Desk, agenda: AgendaId, (vote, stated): (&Vote, &Stated), homes: Homes) -> View {
    let Some(called) = &stated.called else { return nothing(desk.say(key::desk_calls::NOT_DRAWN)) };
    let said = kept(desk.app, agenda);
    let figures = called.figures;
    let asking = match homes {
        None => access(desk, agenda),
        Some(homes) => {
            // What is signed already, here or at another desk, is not signed again.
            let done: Vec<PartyId> =
                homes.iter().filter(|home| is_done(home)).map(|home| home.party).collect();
            if said.with_untracked(|said| said.iter().any(|call| done.contains(&call.party))) {
                said.update(|said| said.retain(|call| !done.contains(&call.party)));
            }
            asked(desk, agenda, &homes, said)
        }
    };
    view! {
        {card(desk.say(key::desk_calls::SO_FAR), "", so_far(desk, vote, called, said, figures))}
        {asking}
    }
}

/// How far it is, and what the result says of it.
fn so_far(desk: Desk, vote: &Vote, called: &Called, said: Live<Vec<RollCall>>, figures: CallFigures) -> View {
    let numbers: Vec<String> = called.draw.numbers.iter().map(u32::to_string).collect();
    let lottery = vote.notice.lottery.clone().unwrap_or_default();
    let drawn_by = desk.fill(key::calls::drawn(&lottery, &called.draw.issue, &numbers.join(" ")));
    let progress = move || {
        let (done, needed) =
            said.with(|said| reached(figures.asked, (figures.confirmed, figures.denied), said));
        let strip = Strip { parts: vec![("for", 0, share(done, figures.asked))], mark: Some(8_000) };
        let figure = desk.fill(key::desk_calls::reached_of(&done, &figures.asked));
        let enough = done >= needed;
        let words = if enough {
            desk.say(key::desk_calls::WILL_SAY_AUDITED).to_owned()
        } else {
            desk.fill(key::desk_calls::will_say_not_audited(&needed))
        };
        view! {
            {meter(desk.say(key::desk_calls::REACHED).to_owned(), figure, &strip)}
            {hint(if enough { "" } else { "ys-note_wait" }, words)}
        }
    };
    view! {
        <dl class="ys-kv">
            {fact(desk.say(key::desk_draw::VOTE), pick(desk.app, &vote.text.title))}
            {fact(desk.say(key::desk_calls::DRAWN), desk.fill(key::desk_calls::homes_of_them_weak(&figures.asked, &figures.weak)))}
        </dl>
        <div role="status">{progress}</div>
        {small(drawn_by)}
    }
}

/// Nobody reads where homes are reached without the log saying so first.
fn access(desk: Desk, agenda: AgendaId) -> View {
    let form = Form::new(desk, format_args!("calls-access/{agenda}"));
    let missing = move || {
        let may = desk.may(Capability::Evidence);
        (!may).then(|| desk.say(key::desk_common::YOUR_OFFICE_DOES_NOT_COVER))
    };
    let signed = move || {
        form.sign(Ok((Access { agenda }.into(), vec![])), move |_| desk.page.notify());
    };
    let body = view! {
        {small(desk.say(key::desk_calls::THE_LOG_SAYS_WHO_ASKED))}
        {signing(desk, desk.say(key::desk_calls::SIGN_AND_SEE), missing, signed)}
        {form.note()}
    };
    card(desk.say(key::desk_calls::WHERE_THEY_ARE), "", body)
}

/// The homes with what each said, and the one signature for all of it.
fn asked(desk: Desk, agenda: AgendaId, homes: &[CallView], said: Live<Vec<RollCall>>) -> View {
    let how = Live::new(CallHow::Phone);
    let hows = HOWS.map(|(sort, word)| {
        chip(desk.say(word).to_owned(), move || how.get() == sort, move || how.set(sort))
    });
    let rows: Vec<View> = homes.iter().map(|home| row(desk, agenda, home, (said, how))).collect();
    let body = view! {
        {small(desk.say(key::desk_calls::WHAT_TO_ASK))}
        <p class="ys-lab ys-gap-3">{desk.say(key::desk_calls::HOW)}</p>
        <div class="ys-chips">{hows}</div>
        {small(desk.say(key::desk_calls::BY_KEYBOARD))}
        {list(rows, desk.say(key::desk_calls::NOT_DRAWN))}
    };
    view! {
        {card(desk.say(key::desk_calls::HOMES), desk.say(key::desk_calls::WEAK_FIRST), body)}
        {reporting(desk, agenda, said)}
    }
}

fn row(
    desk: Desk,
    agenda: AgendaId,
    home: &CallView,
    (said, how): (Live<Vec<RollCall>>, Live<CallHow>),
) -> View {
    let (party, done) = (home.party, is_done(home));
    let press = move |answer: CallAnswer| {
        let how = how.get_untracked();
        said.update(|said| *said = answered(said, (agenda, party), answer, how));
    };
    let chips = (!done).then(|| {
        let one = |(answer, _, word): (CallAnswer, &str, Word)| {
            let is = move |call: &RollCall| call.party == party && call.answer == answer;
            chip(
                desk.say(word).to_owned(),
                move || said.with(|said| said.iter().any(is)),
                move || press(answer),
            )
        };
        view! { <span class="ys-chips">{ANSWERS.into_iter().map(one).draw_all()}</span> }
    });
    let signed = home.answer.and_then(|answer| ANSWERS.into_iter().find(|known| known.0 == answer));
    let signed = signed.map(|(_, _, word)| desk.fill(key::desk_calls::signed(&desk.say(word))));
    let denies = move || {
        let denied = |call: &RollCall| call.party == party && call.answer == CallAnswer::Denied;
        let denied = said.with(|said| said.iter().any(denied));
        denied.then(|| hint("ys-note_wait", desk.say(key::desk_calls::A_DENIAL_IS_A_DISPUTE)))
    };
    let keyed = move |event: Event| {
        let pressed = js_sys::Reflect::get(&event, &"key".into()).ok().and_then(|key| key.as_string());
        let pressed = pressed.unwrap_or_default();
        if let Some((answer, ..)) = ANSWERS.into_iter().find(|known| known.1 == pressed && !done) {
            press(answer);
        }
        let step = match pressed.as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            _ => return,
        };
        event.prevent_default();
        next_home(&event, step);
    };
    let people: Vec<View> = home.people.iter().map(reached_at).collect();
    view! {
        <li class="weui-cell ys-todo1" on:keydown=keyed>
            <span class="weui-cell__bd">
                <b>{lives(home)}</b>
                <span class="weui-cell__desc ys-block">{people}</span>
                {home.weak.then(|| view! { <span class="ys-s ys-warn ys-block">{desk.say(key::desk_calls::WEAK)}</span> })}
                {signed.map(|signed| view! { <span class="ys-s ys-2 ys-block">{signed}</span> })}
                {chips}
                <span role="status">{denies}</span>
            </span>
        </li>
    }
}

/// Somebody's name, and the number that a phone rings at once.
fn reached_at(person: &PersonName) -> View {
    let phone = person.phone.as_ref().map(|phone| {
        let href = format!("tel:{phone}");
        view! { <a class="ys-link" href=href>{phone.clone()}</a> }
    });
    view! { <span class="ys-block">{person.name.clone()} " " {phone}</span> }
}

/// The keyboard goes to the first button of the home below, or above.
fn next_home(event: &Event, step: i32) {
    let here = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let row = here.and_then(|here| here.closest("li").ok().flatten());
    let to = row
        .and_then(|row| if step > 0 { row.next_element_sibling() } else { row.previous_element_sibling() });
    let button = to.and_then(|to| to.query_selector("button, a").ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        drop(button.focus());
    }
}

/// All that was answered, signed at once.
fn reporting(desk: Desk, agenda: AgendaId, said: Live<Vec<RollCall>>) -> View {
    let form = Form::new(desk, format_args!("roll-call/{agenda}"));
    let done = Live::new(0_usize);
    let counted = move || {
        let of =
            |answer: CallAnswer| said.with(|said| said.iter().filter(|call| call.answer == answer).count());
        let [confirmed, denied, silent] = ANSWERS.map(|(answer, ..)| of(answer));
        desk.fill(key::desk_calls::to_be_signed(&confirmed, &denied, &silent))
    };
    let missing = move || said.with(Vec::is_empty).then(|| desk.say(key::desk_calls::NOTHING_YET));
    let sign = move || {
        // After an answer that got lost the page reads anew what arrived: the rest is signed then.
        if form.is_lost() {
            return desk.page.notify();
        }
        done.set(0);
        let steps =
            said.with_untracked(|said| said.iter().map(|call| (call.clone().into(), vec![])).collect());
        form.sign_all(steps, done, move || {
            said.set(Vec::new());
            forget(desk.app, agenda);
            desk.done(Page::Calls(agenda), desk.say(key::desk_calls::SIGNED_AND_SENT).to_owned());
            desk.page.notify();
        });
    };
    let body = view! {
        <p class="ys-b" role="status">{counted}</p>
        {small(desk.say(key::desk_calls::NOTHING_CHANGES_AFTERWARDS))}
        {signing(desk, desk.say(key::desk_calls::SIGN), missing, sign)}
        {form.note()}
    };
    card(desk.say(key::desk_calls::NOT_SIGNED_YET), "", body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::blob::Place;

    fn home(byte: u8, weak: bool, answer: Option<CallAnswer>) -> CallView {
        let room = format!("{byte}01");
        let place = Place { building: "1栋".to_owned(), entrance: String::new(), room };
        let party = PartyId::from_bytes([byte; 16]);
        CallView { answer, homes: vec![place], party, people: vec![], weak }
    }

    #[test]
    fn weak_ballots_are_asked_first_and_what_is_signed_stands_last() {
        let all = vec![
            home(1, true, Some(CallAnswer::Confirmed)),
            home(4, false, None),
            home(3, false, Some(CallAnswer::NotReached)),
            home(2, true, None),
        ];
        let order: Vec<u8> = in_order(all).iter().map(|home| home.party.as_bytes()[0]).collect();
        assert_eq!(order, [2, 3, 4, 1]);
    }
}
