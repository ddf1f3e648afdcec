//! Which homes of a file are which units of the log. A file that lacks homes may be a part of the roll, or homes may be gone:
//! that is asked.

use std::collections::{BTreeMap, BTreeSet};

use yishi_protocol::id::UnitId;

use super::NewestRoll;
use super::ids::{home_key, key_of};
use crate::question::{Asker, Choice, Question, QuestionCode};
use crate::roll::RollFile;
use crate::sentence::Sentence;

/// How many homes a question names one by one.
const NAMED: usize = 6;

/// Which home is which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Homes {
    /// For each unit of the file, in its order: the unit of the log at the same address; none for a new one.
    pub(super) known_as: Vec<Option<UnitId>>,
    /// Units of the log that the file does not list and that are to go, as was answered; in ascending order.
    pub(super) gone: Vec<UnitId>,
    /// What is open, and what was answered.
    pub(super) questions: Vec<Question>,
}

/// Finds which homes of a file are which units of the log.
pub(super) fn match_homes(file: &RollFile, newest: &NewestRoll) -> Homes {
    let mut on_roll = BTreeMap::new();
    for unit in &newest.units {
        if let Some(place) = unit.address() {
            let key = home_key(&place.building, &place.entrance, &place.room);
            on_roll.entry(key).or_insert((unit.unit, place));
        }
    }
    let known_as: Vec<_> =
        file.units.iter().map(|unit| on_roll.get(&key_of(unit)).map(|(id, _)| *id)).collect();
    let listed: BTreeSet<UnitId> = known_as.iter().flatten().copied().collect();
    let missing: Vec<_> = on_roll.values().filter(|(id, _)| !listed.contains(id)).collect();
    let mut asker = Asker::new(&file.answers);
    let mut gone = Vec::new();
    if !missing.is_empty() {
        let names: Vec<String> = missing
            .iter()
            .map(|(_, place)| format!("{}{}{}", place.building, place.entrance, place.room))
            .collect();
        let content: Vec<&str> = names.iter().map(String::as_str).collect();
        let answer = asker.ask(
            QuestionCode::HomesMissing,
            Vec::new(),
            &content,
            sentence(&names),
            &[Choice::Keep, Choice::LeaveOut],
        );
        if answer == Some(Choice::LeaveOut) {
            gone = missing.iter().map(|(id, _)| *id).collect();
            gone.sort_unstable();
        }
    }
    Homes { known_as, gone, questions: asker.finish() }
}

fn sentence(names: &[String]) -> Sentence {
    let some = names.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>();
    let (zh, en) = (some.join("、"), some.join(", "));
    let rest = names.len().saturating_sub(NAMED);
    let (zh_rest, en_rest) = if rest == 0 {
        (String::new(), String::new())
    } else {
        (format!(" 等 {}", names.len()), format!(" and {rest} more"))
    };
    Sentence::new(
        format!(
            "名册上有、表里没有的 {} 处：{zh}{zh_rest}。这份表只是一部分，还是这些房屋真的没有了（拆、并、原来录重了）？",
            names.len()
        ),
        format!(
            "On the roll and not in the file: {en}{en_rest}. Is the file only a part, or are these units gone (torn down, joined, listed twice)?"
        ),
    )
}
