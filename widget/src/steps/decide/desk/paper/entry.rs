//! A ballot on paper being keyed, by a keyboard alone: number, home, marks, a last look. Each step is one line and Enter; a minus
//! goes back a step, and nothing is noted before the last Enter.

use yishi_protocol::admit::spoilt_items;
use yishi_protocol::body::{Item, Method, PaperFlaw};
use yishi_protocol::id::{PartyId, PersonId};
use yishi_protocol::{Strict, strict_json};
use yishi_words::Word;

use crate::words::key;

/// The highest number of a sheet.
const LAST_SHEET: u32 = 999_999;

/// What is asked for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    Sheet,
    Home,
    Marks,
    Look,
}

/// A home that votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Home {
    pub(crate) party: PartyId,
    /// Its addresses.
    pub(crate) places: Vec<String>,
    /// Who could have signed, of several owners.
    pub(crate) owners: Vec<(PersonId, String)>,
}

/// A sheet that was keyed and not sent.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub(crate) struct Row {
    pub(crate) sheet: u32,
    pub(crate) party: PartyId,
    pub(crate) place: String,
    pub(crate) by: Option<PersonId>,
    pub(crate) invalid: Option<PaperFlaw>,
    pub(crate) marks: Vec<Vec<u32>>,
    pub(crate) taken_ms: u64,
}

/// What is being keyed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) step: Step,
    pub(crate) sheet: u32,
    /// Its place among the homes.
    pub(crate) home: Option<usize>,
    pub(crate) marks: Vec<Vec<u32>>,
    pub(crate) by: Option<PersonId>,
    pub(crate) invalid: Option<PaperFlaw>,
}

impl Entry {
    /// A stack begins: the first sheet has the number 1 unless another is typed.
    pub(crate) const fn new() -> Self {
        Self { step: Step::Sheet, sheet: 1, home: None, marks: Vec::new(), by: None, invalid: None }
    }

    /// Takes a line. Gives the sheet once it is confirmed, and begins the next.
    ///
    /// # Errors
    /// What is wrong with the line; then nothing has changed.
    pub(crate) fn enter(
        &mut self,
        line: &str,
        (items, homes): (&[Item], &[Home]),
        taken_ms: u64,
    ) -> Result<Option<Row>, Word> {
        let line = line.trim();
        if line == "-" {
            self.back();
            return Ok(None);
        }
        match self.step {
            Step::Sheet => {
                if !line.is_empty() {
                    let number = line.parse().ok().filter(|number| (1..=LAST_SHEET).contains(number));
                    self.sheet = number.ok_or(key::desk_paper::A_NUMBER_FROM_1)?;
                }
                self.step = Step::Home;
            }
            Step::Home => {
                self.home = Some(found(line, homes)?);
                self.by = None;
                self.step = Step::Marks;
            }
            Step::Marks => {
                self.marks = marks(line, items).ok_or(key::desk_paper::MARKS_DO_NOT_FIT)?;
                self.step = Step::Look;
            }
            Step::Look => return self.look(line, homes, taken_ms),
        }
        Ok(None)
    }

    fn back(&mut self) {
        self.step = match self.step {
            Step::Sheet | Step::Home => Step::Sheet,
            Step::Marks => Step::Home,
            Step::Look => Step::Marks,
        };
    }

    /// The last look: Enter alone confirms; a digit names a flaw or none; `+2` says that the second owner signed, `+0` that all did.
    fn look(&mut self, line: &str, homes: &[Home], taken_ms: u64) -> Result<Option<Row>, Word> {
        let home = self.home.and_then(|place| homes.get(place)).ok_or(key::desk_paper::NO_SUCH_HOME)?;
        if let Some(owner) = line.strip_prefix('+') {
            let number: usize = owner.trim().parse().map_err(|_| key::desk_paper::NO_SUCH_OWNER)?;
            self.by = match number.checked_sub(1) {
                None => None,
                Some(place) => Some(home.owners.get(place).ok_or(key::desk_paper::NO_SUCH_OWNER)?.0),
            };
            return Ok(None);
        }
        if !line.is_empty() {
            let number: usize = line.parse().map_err(|_| key::desk_paper::ENTER_A_FLAW_OR_MINUS)?;
            self.invalid = match number.checked_sub(1) {
                None => None,
                Some(place) => {
                    Some(*PaperFlaw::ALL.get(place).ok_or(key::desk_paper::ENTER_A_FLAW_OR_MINUS)?)
                }
            };
            return Ok(None);
        }
        let row = Row {
            sheet: self.sheet,
            party: home.party,
            place: home.places.first().cloned().unwrap_or_default(),
            by: self.by,
            invalid: self.invalid,
            marks: std::mem::take(&mut self.marks),
            taken_ms,
        };
        let next = self.sheet.saturating_add(1).min(LAST_SHEET);
        *self = Self { sheet: next, ..Self::new() };
        Ok(Some(row))
    }
}

/// What tells an address among others where digits are typed alone: its digits and letters.
fn short(place: &str) -> String {
    place.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).collect()
}

/// The home that a line names: by all of its digits, or by its last ones where these are no other home's.
fn found(line: &str, homes: &[Home]) -> Result<usize, Word> {
    let typed = short(line);
    if typed.is_empty() {
        return Err(key::desk_paper::TYPE_THE_ROOM);
    }
    let of = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let has = |home: &Home| home.places.iter().any(|place| fits(&short(place)));
        homes.iter().enumerate().filter(|(_, home)| has(home)).map(|(place, _)| place).collect()
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
fn marks(line: &str, items: &[Item]) -> Option<Vec<Vec<u32>>> {
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
pub(crate) fn is_spoilt(items: &[Item], marks: &[Vec<u32>], place: usize) -> bool {
    items.get(place).is_some_and(|item| spoilt_items(items, marks).contains(&item.id))
}

/// Rows as this device keeps them.
pub(crate) fn written(rows: &Vec<Row>) -> String {
    strict_json::write_text(rows)
}

/// What it kept.
pub(crate) fn read(text: &str) -> Option<Vec<Row>> {
    strict_json::read(text.as_bytes()).ok()
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

    fn homes() -> Vec<Home> {
        let home = |byte: u8, places: &[&str], owners: u8| Home {
            party: PartyId::from_bytes([byte; 16]),
            places: places.iter().map(|place| (*place).to_owned()).collect(),
            owners: (0..owners).map(|one| (PersonId::from_bytes([one; 16]), one.to_string())).collect(),
        };
        vec![
            home(1, &["3栋2单元301", "3栋2单元402"], 0),
            home(2, &["3栋1单元301"], 2),
            home(3, &["3栋2单元1301"], 0),
            home(4, &["3栋2单元501"], 0),
        ]
    }

    /// A keyboard: what is typed up to each Enter. Gives the sheets that were confirmed, and how many keys it took.
    fn typed(lines: &[&str], items: &[Item]) -> (Entry, Vec<Row>, Vec<Word>, usize) {
        let (mut entry, mut rows, mut wrong, mut keys) = (Entry::new(), Vec::new(), Vec::new(), 0);
        for line in lines {
            keys += line.chars().count() + 1;
            match entry.enter(line, (items, &homes()), 7) {
                Ok(row) => rows.extend(row),
                Err(word) => wrong.push(word),
            }
        }
        (entry, rows, wrong, keys)
    }

    #[test]
    fn a_ballot_of_two_questions_takes_twelve_keys_at_most() {
        let items = [item(1, 0), item(2, 0)];
        let (entry, rows, wrong, keys) = typed(&["", "32301", "21", ""], &items);
        assert!(keys <= 12, "{keys}");
        assert!(wrong.is_empty());
        let row = &rows[0];
        assert_eq!((row.sheet, row.party, row.taken_ms), (1, PartyId::from_bytes([1; 16]), 7));
        assert_eq!(row.marks, [vec![1], vec![0]]);
        // The next one follows by itself, a room that is alone in its numbers by its last digits.
        assert_eq!((entry.sheet, entry.step), (2, Step::Sheet));
        let (_, rows, _, keys) = typed(&["318", "501", "33", ""], &items);
        assert_eq!((rows[0].sheet, rows[0].party, keys), (318, PartyId::from_bytes([4; 16]), 12));
    }

    #[test]
    fn every_mistake_can_be_taken_back_before_the_last_enter() {
        let items = [item(1, 0)];
        let lines = ["7", "32301", "1", "-", "2", "-", "-", "31301", "3", "2", "0", "+2", "+0", "+1", ""];
        let (_, rows, wrong, _) = typed(&lines, &items);
        assert!(wrong.is_empty());
        let row = &rows[0];
        assert_eq!((row.sheet, row.party, &row.marks), (7, PartyId::from_bytes([2; 16]), &vec![vec![2]]));
        assert_eq!((row.by, row.invalid), (Some(PersonId::from_bytes([0; 16])), None));
        let (entry, rows, _, _) = typed(&["7", "-", "8", "-", "-"], &items);
        assert_eq!((entry.step, entry.sheet, rows.len()), (Step::Sheet, 8, 0));
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

    #[test]
    fn a_line_that_does_not_fit_changes_nothing() {
        let items = [item(1, 0)];
        let (entry, rows, wrong, _) = typed(&["0", "1000000", "x"], &items);
        assert_eq!((entry, rows.len(), wrong.len()), (Entry::new(), 0, 3));
        let (entry, _, wrong, _) = typed(&["7", "", "999", "301", "32301", "9", "1", "4", "+3", "x"], &items);
        let expected = [
            key::desk_paper::TYPE_THE_ROOM,
            key::desk_paper::NO_SUCH_HOME,
            key::desk_paper::SEVERAL_HOMES,
            key::desk_paper::MARKS_DO_NOT_FIT,
            key::desk_paper::ENTER_A_FLAW_OR_MINUS,
            key::desk_paper::NO_SUCH_OWNER,
            key::desk_paper::ENTER_A_FLAW_OR_MINUS,
        ];
        assert_eq!(wrong, expected);
        assert_eq!((entry.step, entry.invalid), (Step::Look, None));
    }

    #[test]
    fn what_was_keyed_outlives_the_page() {
        let (_, rows, _, _) = typed(&["7", "31301", "1", "+1", "1", ""], &[item(1, 0)]);
        assert_eq!(rows[0].invalid, Some(PaperFlaw::Unsigned));
        assert_eq!(read(&written(&rows)), Some(rows));
        assert_eq!(read("nothing"), None);
    }
}
