//! Choosing: a person by name or room, and any number of few words.

use leptos::prelude::*;
use yishi_protocol::body::Capability;
use yishi_protocol::id::PersonId;

use super::super::Desk;
use super::super::forms::{Field, line, small};
use super::roster::{self, Roster};
use super::words;
use crate::forms::chip;

/// So many people are offered at once; who is not among them is found by typing more.
const OFFERED: usize = 8;

/// Everybody, for whoever may read that.
pub(super) fn roster_if_known(desk: Desk) -> Option<Roster> {
    let knows = desk.may(Capability::Codes) || desk.may(Capability::Roll);
    knows.then(|| roster::read(desk))
}

/// A person who can be chosen, and what tells them from others of the same name.
#[derive(Clone, Debug, PartialEq)]
struct Candidate {
    person: PersonId,
    name: String,
    about: String,
}

/// Who matches what was typed: people with their homes and offices, then officers who stand on no list.
fn candidates(desk: Desk, roster: Option<Roster>, typed: &str) -> (Vec<Candidate>, usize) {
    let officers = desk.data.with(|data| data.officers.clone());
    let office = |person: &PersonId| {
        let officer = officers.iter().find(|officer| officer.person == *person);
        officer.map(|officer| words::officer(desk, officer))
    };
    let everybody = roster.and_then(|roster| roster.found.get()).and_then(Result::ok).unwrap_or_default();
    let mut found: Vec<Candidate> = Vec::new();
    for someone in &everybody {
        let office = office(&someone.person);
        let fits =
            someone.matches(typed) || office.as_ref().is_some_and(|office| office.contains(typed.trim()));
        if fits {
            let about = [Some(someone.lives(desk)), office].into_iter().flatten().collect::<Vec<_>>();
            found.push(Candidate {
                person: someone.person,
                name: someone.called(desk),
                about: about.join(" · "),
            });
        }
    }
    let unlisted =
        officers.iter().filter(|officer| !everybody.iter().any(|one| one.person == officer.person));
    for officer in unlisted {
        let name = words::officer(desk, officer);
        if name.contains(typed.trim()) {
            found.push(Candidate { person: officer.person, name, about: String::new() });
        }
    }
    let left = found.len().saturating_sub(OFFERED);
    found.truncate(OFFERED);
    (found, left)
}

/// A field to search in and, below it, who is found; one of them can be chosen.
pub(super) fn person(
    desk: Desk,
    roster: Option<Roster>,
    (words, remark): (&str, &str),
    search: Field,
    chosen: Field,
) -> AnyView {
    let found = move || {
        let typed = search.get();
        // Whoever is chosen stays on the screen, whatever else is searched for.
        let (mut found, left) = candidates(desk, roster, &typed);
        let kept = chosen.get_untracked();
        if typed.trim().is_empty() {
            found.retain(|one| one.person.to_string() == kept);
        }
        let none = found.is_empty() && !typed.trim().is_empty();
        let reading = roster.is_some_and(|roster| roster.found.with(Option::is_none));
        let options = found.into_iter().map(|one| option(one, chosen)).collect_view();
        let more = (left > 0 && !typed.trim().is_empty()).then(|| {
            small(desk.either(format!("还有 {left} 位，再多写几个字。"), format!("{left} more; type more.")))
        });
        let words = match (reading, none) {
            (true, _) => Some(desk.say("正在读名册…", "Reading the roll…")),
            (false, true) => {
                Some(desk.say("没有找到。姓名、房号都可以找。", "Nobody found; try a name or a room."))
            }
            (false, false) => None,
        };
        view! {
            <div class="ys-presets ys-gap-2" role="radiogroup" aria-label=desk.say("找到的人", "Who was found")>{options}</div>
            {more}
            {words.map(small)}
        }
    };
    view! { <div class="ys-f">{line("person", "search", words, remark, search)} {found}</div> }.into_any()
}

fn option(one: Candidate, chosen: Field) -> AnyView {
    let key = one.person.to_string();
    let (value, shown, checked) = (key.clone(), key.clone(), key.clone());
    view! {
        <label class=move || if chosen.with(|chosen| *chosen == shown) { "ys-preset on" } else { "ys-preset" }>
            <input
                class="ys-hide"
                type="radio"
                name="chosen-person"
                value=value
                prop:checked=move || chosen.with(|chosen| *chosen == checked)
                on:change=move |_| chosen.set(key.clone())
            />
            <b>{one.name}</b>
            <br />
            <span class="ys-s ys-2">{one.about}</span>
        </label>
    }
    .into_any()
}

/// Whether a list of keys has one; lists are kept as text, so that they outlive a reload as other fields do.
pub(super) fn has(list: &str, key: &str) -> bool {
    list.split(',').any(|one| one == key)
}

/// The list with a key taken in, or out.
pub(super) fn toggled(list: &str, key: &str) -> String {
    if has(list, key) {
        return list.split(',').filter(|one| *one != key).collect::<Vec<_>>().join(",");
    }
    if list.is_empty() { key.to_owned() } else { format!("{list},{key}") }
}

/// Boxes to be ticked, each on a line.
pub(super) fn ticks(heading: &str, remark: &str, options: Vec<(String, String)>, list: Field) -> AnyView {
    let one = move |(key, words): (String, String)| {
        let pressed = key.clone();
        view! {
            <label class="ys-tick">
                <input
                    type="checkbox"
                    prop:checked=move || list.with(|list| has(list, &key))
                    on:change=move |_| list.update(|list| *list = toggled(list, &pressed))
                />
                <span>{words}</span>
            </label>
        }
    };
    let (heading, remark) = (heading.to_owned(), remark.to_owned());
    view! {
        <fieldset class="ys-f">
            <legend class="ys-lab">{heading}<span>{remark}</span></legend>
            <div class="ys-ticks">{options.into_iter().map(one).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// Chips that are pressed or not.
pub(super) fn chips(heading: &str, options: Vec<(String, String)>, list: Field) -> AnyView {
    let one = move |(key, words): (String, String)| {
        let pressed = key.clone();
        chip(
            words,
            move || list.with(|list| has(list, &key)),
            move || {
                list.update(|list| *list = toggled(list, &pressed));
            },
        )
    };
    let heading = heading.to_owned();
    view! {
        <fieldset class="ys-f">
            <legend class="ys-lab">{heading}</legend>
            <div class="ys-chips">{options.into_iter().map(one).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::{has, toggled};

    #[test]
    fn keys_are_taken_in_and_out() {
        let list = toggled(&toggled("", "1"), "12");
        assert_eq!(list, "1,12");
        assert!(has(&list, "12") && !has(&list, "2") && !has("", "1"));
        assert_eq!(toggled(&list, "1"), "12");
        assert_eq!(toggled("12", "12"), "");
    }
}
