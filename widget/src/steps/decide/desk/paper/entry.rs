//! A ballot on paper being keyed, by a keyboard alone: number, home, marks, a last look. Each step is one line and Enter; a minus
//! goes back a step, and nothing is noted before the last Enter. The number of a ballot that was printed for a home says whose it
//! is; it is typed or scanned.

use std::collections::BTreeMap;

use yishi_protocol::body::{Item, PaperFlaw};
use yishi_protocol::id::{Hash, PartyId, PersonId};
use yishi_protocol::{Strict, strict_json};
use yishi_words::Word;

use super::typing::{Home, LAST_SHEET, found, marks, number};
use crate::words::key;

/// What is asked for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub(crate) enum Step {
    Sheet,
    Home,
    Marks,
    Look,
}

/// A sheet that was keyed and not sent.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub(crate) struct Row {
    pub(crate) sheet: u32,
    pub(crate) party: PartyId,
    pub(crate) place: String,
    pub(crate) assisted: Option<PersonId>,
    pub(crate) by: Option<PersonId>,
    pub(crate) invalid: Option<PaperFlaw>,
    pub(crate) marks: Vec<Vec<u32>>,
    pub(crate) scan: Option<Hash>,
    pub(crate) taken_ms: u64,
}

/// What is known while a sheet is keyed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Around<'a> {
    pub(crate) items: &'a [Item],
    pub(crate) homes: &'a [Home],
    /// Whose the numbers of printed ballots are.
    pub(crate) numbers: &'a BTreeMap<u32, PartyId>,
    /// Who helps voters of this stack, if somebody does.
    pub(crate) helper: Option<PersonId>,
    /// The digest of a scan of this sheet, if there is one.
    pub(crate) scan: Option<Hash>,
    pub(crate) taken_ms: u64,
}

impl Around<'_> {
    fn home(&self, party: PartyId) -> Option<&Home> {
        self.homes.iter().find(|home| home.party == party)
    }
}

/// What is being keyed.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub(crate) struct Entry {
    pub(crate) step: Step,
    pub(crate) sheet: u32,
    pub(crate) home: Option<PartyId>,
    pub(crate) marks: Vec<Vec<u32>>,
    pub(crate) assisted: Option<PersonId>,
    pub(crate) by: Option<PersonId>,
    pub(crate) invalid: Option<PaperFlaw>,
}

impl Entry {
    /// A stack begins: the first sheet has the number 1 unless another is typed.
    pub(crate) const fn new() -> Self {
        Self {
            step: Step::Sheet,
            sheet: 1,
            home: None,
            marks: Vec::new(),
            assisted: None,
            by: None,
            invalid: None,
        }
    }

    /// Takes a line. Gives the sheet once it is confirmed, and begins the next.
    ///
    /// # Errors
    /// What is wrong with the line; then nothing has changed.
    pub(crate) fn enter(&mut self, line: &str, around: &Around<'_>) -> Result<Option<Row>, Word> {
        let line = line.trim();
        if line == "-" {
            self.back();
            return Ok(None);
        }
        match self.step {
            Step::Sheet => {
                if !line.is_empty() {
                    self.sheet = number(line).ok_or(key::desk_paper::A_NUMBER_FROM_1)?;
                }
                self.home = around.numbers.get(&self.sheet).copied().filter(|of| around.home(*of).is_some());
                self.step = if self.home.is_some() { Step::Marks } else { Step::Home };
            }
            Step::Home => {
                self.home = Some(found(line, around.homes)?);
                self.by = None;
                self.step = Step::Marks;
            }
            Step::Marks => {
                self.marks = marks(line, around.items).ok_or(key::desk_paper::MARKS_DO_NOT_FIT)?;
                self.step = Step::Look;
            }
            Step::Look => return self.look(line, around),
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

    /// The last look: Enter alone confirms; a digit names a flaw or none; `+2` says that the second owner signed, `+0` that all did;
    /// `a` that somebody helped, or that nobody did.
    fn look(&mut self, line: &str, around: &Around<'_>) -> Result<Option<Row>, Word> {
        let home = self.home.and_then(|party| around.home(party)).ok_or(key::desk_paper::NO_SUCH_HOME)?;
        if line.eq_ignore_ascii_case("a") {
            self.assisted = match self.assisted {
                Some(_) => None,
                None => Some(around.helper.ok_or(key::desk_paper::TYPE_WHO_HELPED)?),
            };
            return Ok(None);
        }
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
            assisted: self.assisted,
            by: self.by,
            invalid: self.invalid,
            marks: std::mem::take(&mut self.marks),
            scan: around.scan,
            taken_ms: around.taken_ms,
        };
        let next = self.sheet.saturating_add(1).min(LAST_SHEET);
        *self = Self { sheet: next, ..Self::new() };
        Ok(Some(row))
    }
}

/// Rows, or a sheet that is being keyed, as this device keeps them.
pub(crate) fn written<T: Strict>(kept: &T) -> String {
    strict_json::write_text(kept)
}

/// What it kept.
pub(crate) fn read<T: Strict>(text: &str) -> Option<T> {
    strict_json::read(text.as_bytes()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::body::{Class, Method};

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
        let printed = BTreeMap::from([(318_204, PartyId::from_bytes([2; 16]))]);
        let homes = homes();
        let around = Around {
            items,
            homes: &homes,
            numbers: &printed,
            helper: Some(PersonId::from_bytes([9; 16])),
            scan: None,
            taken_ms: 7,
        };
        for line in lines {
            keys += line.chars().count() + 1;
            match entry.enter(line, &around) {
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
    fn a_printed_number_names_its_home_and_can_be_taken_back() {
        let items = [item(1, 0)];
        let (entry, rows, wrong, _) = typed(&["318204", "1", ""], &items);
        assert_eq!((rows[0].sheet, rows[0].party), (318_204, PartyId::from_bytes([2; 16])));
        assert_eq!((entry.step, wrong.len()), (Step::Sheet, 0));
        let scanned = "https://yishi.example/?estate=00#/sheet/abcd/318204";
        let (entry, _, _, _) = typed(&[scanned], &items);
        assert_eq!((entry.step, entry.home), (Step::Marks, Some(PartyId::from_bytes([2; 16]))));
        let (_, rows, _, _) = typed(&["318204", "-", "501", "1", ""], &items);
        assert_eq!(rows[0].party, PartyId::from_bytes([4; 16]), "the clerk's eyes prevail");
        let (entry, ..) = typed(&["318205"], &items);
        assert_eq!((entry.step, entry.home), (Step::Home, None), "a number that nobody printed");
    }

    #[test]
    fn a_sheet_that_somebody_helped_with_says_who() {
        let items = [item(1, 0)];
        let helper = Some(PersonId::from_bytes([9; 16]));
        let helped = |lines: &[&str]| typed(lines, &items).1[0].assisted;
        assert_eq!(helped(&["7", "501", "1", "a", ""]), helper);
        assert_eq!(helped(&["7", "501", "1", "a", "A", ""]), None);
        assert_eq!(helped(&["7", "501", "1", ""]), None);
    }

    #[test]
    fn what_is_half_keyed_is_read_as_it_was_written() {
        let items = [item(1, 0), item(2, 0)];
        let (entry, ..) = typed(&["7", "31301", "12 3", "+1"], &items);
        assert_eq!(read(&written(&entry)), Some(entry));
        assert_eq!(read::<Entry>("[]"), None);
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
        assert_eq!(read::<Vec<Row>>("nothing"), None);
    }
}
