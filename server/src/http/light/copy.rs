//! A copy of what is held of a person, on paper: the same as their window shows, in words.

use yishi_protocol::blob::BallotOpening;
use yishi_protocol::body::DeliveryGrade;
use yishi_protocol::id::PersonId;
use yishi_protocol::projection::{BlobSays, Held, HeldBallot};
use yishi_words::Word;

use crate::words::{Lang, key, window};

/// The parts of a copy as one text, a line for each fact.
pub(crate) fn text(lang: Lang, (estate, now_ms): (&str, u64), person: &PersonId, parts: &[Held]) -> String {
    let mut lines =
        vec![lang.fill(key::light_copy::title(&estate)), lang.fill(key::light_copy::made(&lang.day(now_ms)))];
    lines.push(format!("{}{}{person}", lang.say(key::light_copy::PERSON), lang.colon()));
    // All but what was said stands on the first part.
    if let Some(first) = parts.first() {
        let mut part = |heading, all: Vec<String>| {
            lines.extend([String::new(), lang.say(heading).to_owned()]);
            if all.is_empty() {
                lines.push(lang.say(key::light_copy::NOTHING).to_owned());
            }
            lines.extend(all);
        };
        let name = |name: &yishi_protocol::blob::PersonName| {
            format!("{} {}", name.name, name.phone.as_deref().unwrap_or_default())
        };
        part(key::light_copy::NAMES, first.names.iter().map(name).collect());
        part(
            key::light_copy::HOMES,
            first
                .homes
                .iter()
                .map(|home| {
                    let area =
                        home.area_c.map(|area_c| lang.fill(key::light_copy::area(&hundredths(area_c))));
                    format!("{} {}", home.address.as_deref().unwrap_or_default(), area.unwrap_or_default())
                })
                .collect(),
        );
        let all = parts.iter().flat_map(|part| &part.said);
        part(
            key::light_copy::SAID,
            all.flat_map(|said| {
                let day = lang.day(said.at_ms);
                said.says.iter().map(move |says| format!("{day}{}{}", lang.colon(), words(lang, says)))
            })
            .collect(),
        );
        part(key::light_copy::BALLOTS, first.ballots.iter().map(|cast| ballot(lang, cast)).collect());
        let read = first.readings.iter().map(|read| {
            lang.fill(key::light_copy::reading(&lang.day(read.at_ms), &read.agenda.to_string(), &read.sheet))
        });
        part(key::light_copy::READINGS, read.collect());
        let delivered = first.deliveries.iter().map(|one| {
            let day = lang.day(one.row.at_ms.unwrap_or(one.at_ms));
            format!("{}{day}", lang.say(grade_word(one.row.grade)))
        });
        part(key::light_copy::DELIVERIES, delivered.collect());
        part(
            key::light_copy::MARKS,
            first
                .marks
                .iter()
                .map(|marks| {
                    lang.fill(key::light_copy::marks_of(&marks.quality, &marks.speed, &marks.satisfaction))
                })
                .collect(),
        );
        part(
            key::light_copy::DEVICES,
            first
                .view
                .devices
                .iter()
                .map(|device| {
                    let (name, day) = (device.device.to_string(), lang.day(device.entered_ms));
                    lang.fill(if device.revoked {
                        key::light_copy::retired(&name, &day)
                    } else {
                        key::light_copy::device(&name, &day)
                    })
                })
                .collect(),
        );
        part(
            key::light_copy::LETTERS,
            first
                .view
                .letters
                .iter()
                .map(|letter| {
                    lang.fill(key::light_copy::letter(
                        &letter.entry.to_string(),
                        &lang.last_day(letter.expires_ms),
                    ))
                })
                .collect(),
        );
    }
    lines.extend([String::new(), lang.say(window::held::ERASE).to_owned(), String::new()]);
    lines.join("\n")
}

/// What is told of how a notice reached a home.
fn grade_word(grade: DeliveryGrade) -> Word {
    match grade {
        DeliveryGrade::AppRead => window::delivery::READ,
        DeliveryGrade::Denied => window::delivery::YOU_DENIED,
        DeliveryGrade::SignedSlip => window::delivery::SIGNED,
        DeliveryGrade::Posted => window::delivery::POSTED,
        DeliveryGrade::Unreachable | DeliveryGrade::Mistaken => window::delivery::NOTHING,
    }
}

fn ballot(lang: Lang, cast: &HeldBallot) -> String {
    // As the notice numbers them, from 1.
    let item = |marked: &Vec<u32>| {
        marked.iter().map(|one| one.saturating_add(1).to_string()).collect::<Vec<_>>().join("+")
    };
    let items = |opening: &BallotOpening| opening.choice.iter().map(item).collect::<Vec<_>>().join(" / ");
    let choice = cast.choice.as_ref().map_or_else(|| lang.say(key::light_copy::NOT_SHOWN).to_owned(), items);
    let told = lang.fill(key::light_copy::ballot(&lang.day(cast.at_ms), &cast.agenda.to_string(), &choice));
    // One that was changed is held too, and counts no more.
    let replaced = if cast.view.stands { "" } else { lang.say(key::light_copy::REPLACED) };
    format!("{told}{replaced}")
}

/// An area in square metres.
fn hundredths(area_c: u64) -> String {
    format!("{}.{:02}", area_c / 100, area_c % 100)
}

/// What they said; nothing else is theirs to say.
fn words(lang: Lang, says: &BlobSays) -> String {
    match says {
        BlobSays::Matter(text) => {
            let place = text.place.as_deref().unwrap_or_default();
            format!("{} {} {place}", lang.pick(&text.title), lang.pick(&text.body))
        }
        BlobSays::Spoken(spoken) => {
            let words = spoken.text.as_ref().map(|words| lang.pick(words)).unwrap_or_default();
            format!("{} {words}", lang.stance(spoken.stance))
        }
        BlobSays::Words(words) => lang.pick(words).to_owned(),
        BlobSays::Area(_) | BlobSays::Help(_) | BlobSays::Name(_) | BlobSays::Place(_) => String::new(),
    }
}
