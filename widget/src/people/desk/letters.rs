//! 入户信: who has a letter, who came in by it; letters for those who are chosen.

use crate::draw::{DrawAll, View, view};
use crate::live::Live;
use crate::words::key;
use leptos::prelude::*;
use yishi_protocol::body::{Capability, Codes};
use yishi_protocol::calendar::local_day;
use yishi_protocol::id::{EntryId, PersonId};
use yishi_protocol::letter::LetterCode;
use yishi_protocol::signature::public_key;

use crate::desk::acts::Form;
use crate::desk::dates::{end_of, from_iso, iso, short};
use crate::desk::field::Field;
use crate::desk::forms::{card, hint, lead, line, shown, signing, small};
use crate::desk::letters::{Printed, PrintedLetter};
use crate::desk::{Desk, Page, Tab};
use crate::kit::forms::chip;
use crate::kit::parts::button;
use crate::people::desk::choose::{has, toggled};
use crate::people::desk::roster::{self, STANDINGS, Someone, WayIn};
use crate::proofs::act;
use crate::words::trouble::Trouble;

/// The most letters of one entry.
const MOST: usize = 400;

/// So many people are listed at first, and with each press.
const LISTED: usize = 40;

/// Letters work for so many days unless somebody says otherwise.
const DAYS: u64 = 60;

/// Letters that were made: their codes are nowhere else.
#[derive(Clone)]
struct Made {
    rows: Vec<(PersonId, LetterCode)>,
    expires_ms: u64,
}

fn standing_word(desk: Desk, standing: WayIn) -> &'static str {
    match standing {
        WayIn::Without => desk.say(key::desk_letters::NO_LETTER),
        WayIn::Unused => desk.say(key::desk_letters::NOT_USED),
        WayIn::Enrolled => desk.say(key::desk_letters::ENROLLED),
        WayIn::Lapsed => desk.say(key::desk_letters::NEEDS_A_NEW_ONE),
    }
}

/// Everybody with their letters. Reading takes some seconds in a large estate, so it is told how far it is.
pub(crate) fn tab(desk: Desk) -> View {
    let roster = roster::read(desk);
    let progress = move || {
        roster.found.with(Option::is_none).then(|| {
            let count = roster.so_far.get();
            small(desk.fill(key::desk_common::reading_the_roll_so_far(&count)))
        })
    };
    view! {
        <div role="status">{progress}</div>
        {shown(desk, roster.found, move |people| everybody(desk, people))}
    }
}

fn everybody(desk: Desk, people: Vec<Someone>) -> View {
    let form = Form::new(desk, "letters");
    let (search, chosen) = (form.field("search", ""), form.field("chosen", ""));
    let filter = Live::new(None::<WayIn>);
    let limit = Live::new(LISTED);
    let now_ms = desk.now_ms();
    let people = StoredValue::new(people);
    let found = Memo::new(move |_| {
        let typed = search.get();
        let wanted = filter.get();
        people.with_value(|people| {
            let fits = |one: &&Someone| {
                wanted.is_none_or(|wanted| one.standing(now_ms) == wanted) && one.matches(&typed)
            };
            people.iter().filter(fits).map(|one| one.person).collect::<Vec<_>>()
        })
    });
    let chips = STANDINGS.map(|standing| {
        let count =
            people.with_value(|people| people.iter().filter(|one| one.standing(now_ms) == standing).count());
        let words = format!("{} {count}", standing_word(desk, standing));
        let press = move || {
            filter.update(|filter| *filter = (*filter != Some(standing)).then_some(standing));
            limit.set(LISTED);
        };
        chip(words, move || filter.get() == Some(standing), press)
    });
    let issues = desk.may(Capability::Codes);
    let rows = move || {
        let shown: Vec<Someone> = people.with_value(|people| {
            found.with(|found| {
                let found = found.iter().take(limit.get());
                found.filter_map(|id| people.iter().find(|one| one.person == *id).cloned()).collect()
            })
        });
        if shown.is_empty() {
            return view! { <p class="ys-2">{desk.say(key::desk_letters::NOBODY)}</p> };
        }
        let rows = shown.into_iter().map(|one| person_row(desk, &one, issues.then_some(chosen), now_ms));
        view! { <ul class="ys-cells0">{rows.draw_all()}</ul> }
    };
    let more = move || {
        let left = found.with(Vec::len).saturating_sub(limit.get());
        (left > 0).then(|| {
            let words = desk.fill(key::desk_letters::more(&left));
            button("weui-btn weui-btn_text", "", words, move || limit.update(|limit| *limit += 5 * LISTED))
        })
    };
    let all = move || {
        let ids: Vec<String> = found.with(|found| found.iter().take(MOST).map(ToString::to_string).collect());
        let words = desk.fill(key::desk_letters::choose_these(&ids.len()));
        (issues && ids.len() > 1).then(|| {
            button("weui-btn weui-btn_line weui-btn_mini", "", words, move || chosen.set(ids.join(",")))
        })
    };
    let count = people.with_value(Vec::len);
    let body = view! {
        {line("search", "search", desk.say(key::desk_letters::FIND), desk.say(key::desk_letters::NAME_OR_ROOM), search)}
        <div class="ys-chips ys-gap-3">{chips.into_iter().draw_all()}</div>
        <div class="ys-gap-3">{all}</div>
        <div class="ys-gap-2">{rows}{more}</div>
    };
    let remark = desk.fill(key::desk_letters::in_all(&count));
    view! {
        <div class="ys-cols ys-cols_73">
            {card(desk.say(key::desk_letters::LETTERS_AND_PHONES), remark, body)}
            {issues.then(|| issue(desk, form, people, chosen))}
        </div>
    }
}

fn person_row(desk: Desk, one: &Someone, chosen: Option<Field>, now_ms: u64) -> View {
    let standing = one.standing(now_ms);
    let class = match standing {
        WayIn::Unused => "ys-2",
        WayIn::Enrolled if one.vouched => "ys-ok",
        WayIn::Without | WayIn::Lapsed | WayIn::Enrolled => "ys-warn",
    };
    let mut state = vec![one.lives(desk)];
    match (&one.letter, standing) {
        _ if one.waits(now_ms) => {
            state.push(desk.say(key::desk_letters::ITS_LETTER_WAITS_FOR_A).to_owned());
        }
        (Some(letter), WayIn::Unused) => {
            let day = short(desk.lang(), local_day(letter.expires_ms.saturating_sub(1)));
            state.push(desk.fill(key::desk_letters::until(&day)));
        }
        _ => {}
    }
    if one.devices > 1 {
        state.push(desk.fill(key::desk_letters::phones(&one.devices)));
    }
    if one.devices > 0 && !one.vouched {
        state.push(desk.say(key::desk_letters::NEEDS_A_SECOND_PERSON_ITS).to_owned());
    }
    let inner = view! {
        <span class="weui-cell__bd">
            <b>{one.called(desk)}</b>
            <span class="weui-cell__desc ys-block">{state.join(" · ")}</span>
        </span>
        <span class=format!("weui-cell__ft ys-s {class}")>{standing_word(desk, standing)}</span>
    };
    let Some(chosen) = chosen else {
        return view! { <li><div class="weui-cell ys-todo1">{inner}</div></li> };
    };
    let key = one.person.to_string();
    let pressed = key.clone();
    view! {
        <li>
            <label class="weui-cell ys-todo1 ys-tick">
                <input
                    type="checkbox"
                    prop:checked=move || chosen.with(|list| has(list, &key))
                    on:change=move |_| chosen.update(|list| *list = toggled(list, &pressed))
                />
                {inner}
            </label>
        </li>
    }
}

/// Who is chosen and still on the list.
fn selected(people: StoredValue<Vec<Someone>>, chosen: &str) -> Vec<Someone> {
    people.with_value(|people| {
        people.iter().filter(|one| has(chosen, &one.person.to_string())).cloned().collect()
    })
}

fn issue(desk: Desk, form: Form, people: StoredValue<Vec<Someone>>, chosen: Field) -> View {
    let until = form.field("until", iso(local_day(desk.now_ms()) + DAYS));
    let made = StoredValue::new(None::<Made>);
    let missing = move || {
        let count = chosen.with(|chosen| selected(people, chosen).len());
        match from_iso(&until.get()) {
            _ if count == 0 => Some(desk.say(key::desk_letters::CHOOSE_PEOPLE_FIRST)),
            _ if count > MOST => Some(desk.say(key::desk_letters::AT_MOST_400_AT_ONCE)),
            Some(day) if end_of(day) > desk.now_ms() => None,
            _ => Some(desk.say(key::desk_letters::THE_LAST_DAY_MUST_LIE)),
        }
    };
    let signed = move || {
        let Some(estate) =
            desk.app.session.with_untracked(|session| session.as_ref().map(|session| session.estate))
        else {
            return;
        };
        // A try that may have arrived is repeated with the same codes: those are what the log would have.
        let earlier = made.get_value().filter(|_| form.is_lost());
        let ready = match earlier {
            Some(earlier) => Ok(earlier),
            None => make(&selected(people, &chosen.get_untracked()), &until.get_untracked()),
        };
        let said = ready.map(|ready| {
            made.set_value(Some(ready.clone()));
            let key = |code: &LetterCode| public_key(&code.key(&estate));
            let mut codes: Vec<_> = ready.rows.iter().map(|(person, code)| (*person, key(code))).collect();
            codes.sort();
            (Codes { codes, expires_ms: ready.expires_ms }.into(), vec![])
        });
        form.sign(said, move |entry| {
            let Some(ready) = made.get_value() else { return };
            let letters = letters(people, &ready);
            print(desk, letters, ready.expires_ms, entry);
        });
    };
    let summary = move || {
        let chosen = chosen.with(|chosen| selected(people, chosen));
        let with_phone = chosen.iter().filter(|one| one.devices > 0).count();
        let names = chosen
            .iter()
            .take(6)
            .map(|one| one.called(desk))
            .collect::<Vec<_>>()
            .join(desk.say(key::common::MARK));
        let names = if chosen.len() > 6 { format!("{names}…") } else { names };
        view! {
            <p class="ys-b">{desk.fill(key::desk_letters::chosen(&chosen.len()))}</p>
            {(!chosen.is_empty()).then(|| small(names))}
            {(with_phone > 0).then(|| hint("ys-note_wait", desk.fill(key::desk_letters::of_them_have_a_phone(&with_phone))))}
        }
    };
    let clear = move || {
        (!chosen.with(String::is_empty)).then(|| {
            button("weui-btn weui-btn_text", "", desk.say(key::desk_letters::CHOOSE_NOBODY), move || {
                chosen.set(String::new());
            })
        })
    };
    // Whoever stands at the desk needs no letter.
    let at_desk = move || {
        let chosen = chosen.with(|chosen| selected(people, chosen));
        let [one] = chosen.as_slice() else { return None };
        let words = desk.say(key::desk_letters::THEY_ARE_HERE_LET_THE);
        Some(lead(desk, "weui-btn_default", words, Page::People(Tab::InPerson(one.person))))
    };
    let body = view! {
        <div role="status">{summary}</div>
        <div class="ys-gap-3">
            {line("until", "date", desk.say(key::desk_common::THE_LETTERS_WORK_UNTIL), desk.say(key::desk_common::N24_00_OF_THAT_DAY), until)}
        </div>
        {small(desk.say(
            key::desk_letters::CODES_ARE_MADE_ON_THIS,
        ))}
        {signing(desk, desk.say(key::desk_letters::SIGN_AND_MAKE_THE_LETTERS), missing, signed)}
        {form.note()}
        <div class="ys-gap-3">{at_desk}</div>
        {clear}
    };
    card(desk.say(key::desk_letters::MAKE_LETTERS), "", body)
}

/// Codes for everybody chosen.
fn make(people: &[Someone], until: &str) -> Result<Made, Trouble> {
    let mut rows = Vec::with_capacity(people.len());
    for one in people {
        rows.push((one.person, LetterCode::from_random(act::random()?)));
    }
    Ok(Made { rows, expires_ms: from_iso(until).map_or(0, end_of) })
}

fn letters(people: StoredValue<Vec<Someone>>, made: &Made) -> Vec<PrintedLetter> {
    let letter = |(person, code): &(PersonId, LetterCode)| {
        let one = people.with_value(|people| people.iter().find(|one| one.person == *person).cloned());
        let (name, homes) = one.map(|one| (one.name, one.homes)).unwrap_or_default();
        PrintedLetter { person: *person, name, homes, code: code.clone() }
    };
    made.rows.iter().map(letter).collect()
}

fn print(desk: Desk, letters: Vec<PrintedLetter>, expires_ms: u64, entry: EntryId) {
    let words = desk.fill(key::desk_letters::letters_are_ready_to_be(&letters.len()));
    desk.letters.set(Some(Printed { letters, expires_ms, entry: Some(entry) }));
    desk.done(Page::People(Tab::Print), words);
}
