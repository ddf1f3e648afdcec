//! Choosing: a person by name or room, and any number of few words.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::body::Capability;
use yishi_protocol::id::PersonId;

use crate::desk::field::Field;
use crate::desk::forms::{line, small};
use crate::desk::{Desk, words};
use crate::kit::forms::chip;
use crate::people::desk::roster::{self, Roster};

/// So many people are offered at once; who is not among them is found by typing more.
const OFFERED: usize = 8;

/// Everybody, for whoever may read that.
pub(crate) fn roster_if_known(desk: Desk) -> Option<Roster> {
    let knows = desk.may(Capability::Codes) || desk.may(Capability::Roll);
    knows.then(|| roster::read(desk))
}

/// A person who can be chosen, and what tells them from others of the same name.
#[derive(Clone, Debug, PartialEq)]
struct Candidate {
    person: PersonId,
    name: String,
    about: String,
    /// All homes, to be searched in.
    homes: String,
}

/// Everybody who can be chosen: people with their homes and offices, then officers who stand on no list.
fn candidates(desk: Desk, roster: Option<Roster>) -> Vec<Candidate> {
    let officers = desk.data.with(|data| data.officers.clone());
    let everybody = roster.and_then(|roster| roster.found.get()).and_then(Result::ok).unwrap_or_default();
    let listed = everybody.iter().map(|someone| {
        let officer = officers.iter().find(|officer| officer.person == someone.person);
        let office = officer.map(|officer| words::officer(desk, officer));
        let about = [Some(someone.lives(desk)), office].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let homes = someone.homes.join(" ");
        Candidate { person: someone.person, name: someone.called(desk), about, homes }
    });
    let unlisted =
        officers.iter().filter(|officer| !everybody.iter().any(|one| one.person == officer.person));
    let unlisted = unlisted.map(|officer| Candidate {
        person: officer.person,
        name: words::officer(desk, officer),
        about: String::new(),
        homes: String::new(),
    });
    listed.chain(unlisted).collect()
}

/// Who is chosen, whatever is searched for now, then who matches what was typed; and how many more do.
fn found(all: Vec<Candidate>, typed: &str, chosen: &str) -> (Vec<Candidate>, usize) {
    let typed: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
    let (mut shown, rest): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|one| one.person.to_string() == chosen);
    let fits = |one: &Candidate| {
        !typed.is_empty() && [&one.name, &one.homes, &one.about].iter().any(|words| words.contains(&typed))
    };
    let rest: Vec<_> = rest.into_iter().filter(fits).collect();
    let left = rest.len().saturating_sub(OFFERED);
    shown.extend(rest.into_iter().take(OFFERED));
    (shown, left)
}

/// A field to search in and, below it, who is found; one of them can be chosen.
pub(crate) fn person(
    desk: Desk,
    roster: Option<Roster>,
    (words, remark): (&str, &str),
    search: Field,
    chosen: Field,
) -> View {
    let heading = words.to_owned();
    let people = move || {
        let typed = search.get();
        let reading = roster.is_some_and(|roster| roster.found.with(Option::is_none));
        let (found, left) = found(candidates(desk, roster), &typed, &chosen.get_untracked());
        let words = match (reading, found.is_empty() && !typed.trim().is_empty()) {
            (true, _) => Some(desk.say(key::desk_choose::READING_THE_ROLL).to_owned()),
            (false, true) => Some(desk.say(key::desk_choose::NOBODY_FOUND_TRY_A_NAME).to_owned()),
            (false, false) if left > 0 => Some(desk.fill(key::desk_choose::more_type_more(&left))),
            (false, false) => None,
        };
        let options = found.into_iter().map(|one| option(one, chosen)).draw_all();
        view! {
            <fieldset>
                <legend class="ys-hide">{heading.clone()}</legend>
                <div class="ys-presets ys-gap-2">{options}</div>
            </fieldset>
            <div role="status">{words.map(small)}</div>
        }
    };
    view! { <div class="ys-f">{line("person", "search", words, remark, search)} {people}</div> }
}

fn option(one: Candidate, chosen: Field) -> View {
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
            {(!one.about.is_empty()).then(|| view! { <br /><span class="ys-s ys-2">{one.about}</span> })}
        </label>
    }
}

/// Whether a list of keys has one; lists are kept as text, so that they outlive a reload as other fields do.
pub(crate) fn has(list: &str, key: &str) -> bool {
    list.split(',').any(|one| one == key)
}

/// The list with a key taken in, or out.
pub(crate) fn toggled(list: &str, key: &str) -> String {
    if has(list, key) {
        return list.split(',').filter(|one| *one != key).collect::<Vec<_>>().join(",");
    }
    if list.is_empty() { key.to_owned() } else { format!("{list},{key}") }
}

/// Boxes to be ticked, each on a line.
pub(crate) fn ticks(heading: &str, remark: &str, options: Vec<(String, String)>, list: Field) -> View {
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
            <div class="ys-ticks">{options.into_iter().map(one).draw_all()}</div>
        </fieldset>
    }
}

/// Chips that are pressed or not.
pub(crate) fn chips(heading: &str, options: Vec<(String, String)>, list: Field) -> View {
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
            <div class="ys-chips">{options.into_iter().map(one).draw_all()}</div>
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::{Candidate, OFFERED, found, has, toggled};
    use yishi_protocol::id::PersonId;

    #[test]
    fn whoever_is_chosen_stays_on_the_screen() {
        let one = |number: u8| Candidate {
            person: PersonId::from_bytes([number; 16]),
            name: format!("业主{number}"),
            about: String::new(),
            homes: format!("1栋{number}"),
        };
        let all: Vec<_> = (1..=20).map(one).collect();
        let shown = |typed: &str, chosen: &str| {
            let (shown, left) = found(all.clone(), typed, chosen);
            (shown.into_iter().map(|one| one.name).collect::<Vec<_>>(), left)
        };
        let chosen = PersonId::from_bytes([20; 16]).to_string();
        assert_eq!(shown("", ""), (vec![], 0), "nobody is offered before somebody types");
        assert_eq!(shown("", &chosen), (vec!["业主20".to_owned()], 0));
        assert_eq!(shown("栋7", &chosen).0, ["业主20", "业主7"]);
        let (offered, left) = shown("业主", "");
        assert_eq!((offered.len(), left), (OFFERED, 20 - OFFERED));
    }

    #[test]
    fn keys_are_taken_in_and_out() {
        let list = toggled(&toggled("", "1"), "12");
        assert_eq!(list, "1,12");
        assert!(has(&list, "12") && !has(&list, "2") && !has("", "1"));
        assert_eq!(toggled(&list, "1"), "12");
        assert_eq!(toggled("12", "12"), "");
    }
}
