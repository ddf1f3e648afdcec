//! What clerks type of a sheet: its number, its room, its marks.

use yishi_protocol::admit::spoilt_items;
use yishi_protocol::body::{Item, Method};
use yishi_protocol::id::{PartyId, PersonId};
use yishi_words::Word;

use crate::words::key;

/// The highest number of a sheet.
pub(super) const LAST_SHEET: u32 = 999_999;

/// A home that votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Home {
    pub(crate) party: PartyId,
    /// Its addresses.
    pub(crate) places: Vec<String>,
    /// Who could have signed, of several owners.
    pub(crate) owners: Vec<(PersonId, String)>,
}

/// The number of a sheet that was typed or scanned: itself, or the address of its stub, which ends with it.
pub(super) fn number(line: &str) -> Option<u32> {
    let last = line.rsplit('/').next().unwrap_or_default();
    last.parse().ok().filter(|number| (1..=LAST_SHEET).contains(number))
}

/// What tells an address among others where digits are typed alone: its digits and letters.
fn short(place: &str) -> String {
    place.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).collect()
}

/// The home that a line names: by all of its digits, or by its last ones where these are no other home's.
pub(super) fn found(line: &str, homes: &[Home]) -> Result<PartyId, Word> {
    let typed = short(line);
    if typed.is_empty() {
        return Err(key::desk_paper::TYPE_THE_ROOM);
    }
    let of = |fits: &dyn Fn(&str) -> bool| -> Vec<PartyId> {
        let has = |home: &Home| home.places.iter().any(|place| fits(&short(place)));
        homes.iter().filter(|home| has(home)).map(|home| home.party).collect()
    };
    let whole = of(&|place| place == typed);
    let fitting = if whole.is_empty() { of(&|place| place.ends_with(&typed)) } else { whole };
    match fitting.as_slice() {
        [one] => Ok(*one),
        [] => Err(key::desk_paper::NO_SUCH_HOME),
        _ => Err(key::desk_paper::SEVERAL_HOMES),
    }
}

/// What a line marks. Items are apart by a space, a point or a comma: `13 2`. Without these each sign is an item, where each is
/// answered by one mark; of a single item each sign is a mark. 1 to 9 and then A, B … are options, 0 is none.
pub(super) fn marks(line: &str, items: &[Item]) -> Option<Vec<Vec<u32>>> {
    let apart = |sign: char| matches!(sign, ' ' | '.' | ',' | '，' | '。');
    let groups: Vec<String> = if line.contains(apart) {
        line.split(apart).filter(|group| !group.is_empty()).map(str::to_owned).collect()
    } else if items.len() == 1 {
        vec![line.to_owned()]
    } else {
        line.chars().map(String::from).collect()
    };
    if groups.len() != items.len() {
        return None;
    }
    items.iter().zip(&groups).map(|(item, group)| group_marks(item, group)).collect()
}

fn group_marks(item: &Item, group: &str) -> Option<Vec<u32>> {
    let options = match item.method {
        Method::Resolution => 3,
        Method::Election => u32::try_from(item.options.len()).ok()?,
    };
    if group == "0" {
        return Some(Vec::new());
    }
    let mut marked = Vec::new();
    for sign in group.chars() {
        let option = sign.to_digit(36).and_then(|number| number.checked_sub(1))?;
        if option >= options || marked.contains(&option) {
            return None;
        }
        marked.push(option);
    }
    marked.sort_unstable();
    (!marked.is_empty()).then_some(marked)
}

/// Whether nothing valid is marked on an item, by its place.
pub(super) fn is_spoilt(items: &[Item], marks: &[Vec<u32>], place: usize) -> bool {
    items.get(place).is_some_and(|item| spoilt_items(items, marks).contains(&item.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::body::Class;

    fn item(id: u32, candidates: usize) -> Item {
        let (method, seats) = if candidates == 0 { (Method::Resolution, 0) } else { (Method::Election, 2) };
        let options = (0..candidates).map(|place| place.to_string()).collect();
        Item { adopts: None, class: Class::Ordinary, id, method, options, raise: None, seats }
    }

    #[test]
    fn what_is_on_the_sheet_is_keyed_whether_it_is_valid_or_not() {
        let two = [item(1, 0), item(2, 0)];
        assert_eq!(marks("12 3", &two), Some(vec![vec![0, 1], vec![2]]));
        assert_eq!(marks("0.3", &two), Some(vec![vec![], vec![2]]));
        assert_eq!(marks("03", &two), Some(vec![vec![], vec![2]]));
        assert!(is_spoilt(&two, &[vec![0, 1], vec![2]], 0) && !is_spoilt(&two, &[vec![0, 1], vec![2]], 1));
        for wrong in ["", "1", "111", "4 1", "11 2", "00 1", "x 1"] {
            assert_eq!(marks(wrong, &two), None, "{wrong}");
        }
        let election = [item(1, 11)];
        assert_eq!(marks("b31", &election), Some(vec![vec![0, 2, 10]]));
        assert_eq!((marks("0", &election), marks("c", &election)), (Some(vec![vec![]]), None));
        let both = [item(1, 0), item(2, 3)];
        assert_eq!(marks("1 23", &both), Some(vec![vec![0], vec![1, 2]]));
    }
}
