//! Who of a roll is who of an earlier import: nobody gets a second identity silently, and nobody another's.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::FilePerson;
use super::people::{name_key, phone_key, zeroless};
use crate::key::sheets_roll;
use crate::question::{Answers, Asker, Choice, Question, QuestionCode};

/// What an earlier import wrote down about a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownPerson {
    /// Their name.
    pub name: String,
    /// Their phone, if the file had one.
    pub phone: Option<String>,
}

impl KnownPerson {
    /// What is written down about a person of a roll.
    pub fn of(person: &FilePerson) -> Self {
        Self { name: person.name.clone(), phone: person.phone.clone() }
    }
}

/// Who is who.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// For each person of the roll, in its order: the number under which the earlier import knows them; none for a new
    /// person, and while a question about them is open.
    pub known_as: Vec<Option<String>>,
    /// What is open, and what was answered.
    pub questions: Vec<Question>,
}

/// Matches the people of a roll against those of an earlier import: their numbers, with what was written down about
/// each, if that import wrote it down.
///
/// One number is one person if the name agrees, and the phone where both have one; without anything written down the
/// number alone decides, as it did then. Numbers that differ in leading zeros are one where name and phone agree.
/// Everything else that could be the same person is a question.
pub fn identify(
    people: &[FilePerson],
    known: &BTreeMap<String, Option<KnownPerson>>,
    answers: &Answers,
) -> Matching {
    let mut asker = Asker::new(answers);
    let mut known_as = vec![None; people.len()];
    let mut claimed = BTreeSet::new();
    let mut rest = Vec::new();
    // First those whose number stands in both, so that nobody takes it from them.
    for (person, known_as) in people.iter().zip(&mut known_as) {
        let numbers = std::iter::once(&person.owner_no).chain(&person.also);
        let Some((number, before)) = numbers.into_iter().find_map(|number| known.get_key_value(number))
        else {
            rest.push((person, known_as));
            continue;
        };
        claimed.insert(number.clone());
        let same = before.as_ref().is_none_or(|before| agrees(person, before));
        if same || ask(QuestionCode::NumberReused, person, number, before.as_ref(), &mut asker) {
            *known_as = Some(number.clone());
        }
    }
    for (person, known_as) in rest {
        let free = |number: &&String| !claimed.contains(*number);
        let zeroless_one = |number: &&String| zeroless(number) == zeroless(&person.owner_no);
        let written =
            |before: &Option<KnownPerson>| before.as_ref().is_some_and(|before| agrees(person, before));
        let mut zeros: Vec<_> =
            known.iter().filter(|(number, _)| free(number) && zeroless_one(number)).collect();
        // Those who agree stand before those who do not.
        zeros.sort_by_key(|(_, before)| !written(before));
        if let Some((number, before)) = zeros.first().copied() {
            if written(before)
                || ask(QuestionCode::NumberRewritten, person, number, before.as_ref(), &mut asker)
            {
                claimed.insert(number.clone());
                *known_as = Some(number.clone());
            }
            continue;
        }
        // Numbered anew: the same name and phone under a number that the roll has no more.
        let same = |before: &KnownPerson| {
            let phone = phone_key(person.phone.as_deref());
            name_key(&before.name) == name_key(&person.name)
                && !phone.is_empty()
                && phone_key(before.phone.as_deref()) == phone
        };
        let anew = known.iter().find(|(number, before)| free(number) && before.as_ref().is_some_and(same));
        if let Some((number, before)) = anew
            && ask(QuestionCode::NumberRewritten, person, number, before.as_ref(), &mut asker)
        {
            claimed.insert(number.clone());
            *known_as = Some(number.clone());
        }
    }
    Matching { known_as, questions: asker.finish() }
}

/// Whether name and, where both have one, phone are the same.
fn agrees(person: &FilePerson, before: &KnownPerson) -> bool {
    let (one, other) = (phone_key(person.phone.as_deref()), phone_key(before.phone.as_deref()));
    name_key(&person.name) == name_key(&before.name) && (one.is_empty() || other.is_empty() || one == other)
}

/// Whether the answer is that they are one person.
fn ask(
    code: QuestionCode,
    person: &FilePerson,
    number: &str,
    before: Option<&KnownPerson>,
    asker: &mut Asker<'_>,
) -> bool {
    let (now, line) = (&person.owner_no, person.line);
    let sentence = if code == QuestionCode::NumberReused {
        sheets_roll::number_reused(&line, now)
    } else {
        sheets_roll::number_rewritten(&line, now, &number)
    };
    let written = before.map(|before| (before.name.as_str(), before.phone.as_deref().unwrap_or_default()));
    let (name, phone) = written.unwrap_or_default();
    let content = [
        number,
        name,
        phone,
        now.as_str(),
        person.name.as_str(),
        person.phone.as_deref().unwrap_or_default(),
    ];
    asker.ask(code, vec![line], &content, sentence, &[Choice::Merge, Choice::Keep]) == Some(Choice::Merge)
}
