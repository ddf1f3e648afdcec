//! Which sheets wait for a second reading, and which were read otherwise; never what was read.

use yishi_protocol::body::{Item, Method, PaperFlaw};
use yishi_protocol::view::{PaperList, SheetRow};
use yishi_words::Word;

use crate::desk::Desk;
use crate::desk::forms::{card, small};
use crate::draw::{View, view};
use crate::words::key;

/// What becomes of the sheets of a list, by their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sorted {
    /// Two have read them alike.
    pub(super) counted: usize,
    /// Others have read them once, and I have not.
    pub(super) for_me: Vec<u32>,
    /// I have read them, and nobody else.
    pub(super) by_me: Vec<u32>,
    /// Several have read them, and no two alike.
    pub(super) differ: Vec<u32>,
    /// They were in the box, and nobody has read them.
    pub(super) unread: Vec<u32>,
}

impl Sorted {
    pub(super) fn of(rows: &[SheetRow]) -> Self {
        let mut sorted = Self::default();
        for row in rows {
            match row {
                SheetRow { counted: true, .. } => sorted.counted += 1,
                SheetRow { readers: 0, .. } => sorted.unread.push(row.sheet),
                SheetRow { readers: 1, mine: true, .. } => sorted.by_me.push(row.sheet),
                SheetRow { readers: 1, .. } => sorted.for_me.push(row.sheet),
                _ => sorted.differ.push(row.sheet),
            }
        }
        sorted
    }
}

pub(super) fn cards(desk: Desk, papers: &PaperList) -> View {
    let sorted = Sorted::of(&papers.sheets);
    let numbers = |word: Word, sheets: &[u32]| {
        let sheets: Vec<String> = sheets.iter().map(u32::to_string).collect();
        let none =
            if sheets.is_empty() { desk.say(key::desk_paper::NONE).to_owned() } else { sheets.join("、") };
        crate::kit::parts::fact(desk.say(word), none)
    };
    let body = view! {
        <dl class="ys-kv">
            {numbers(key::desk_paper::WAIT_FOR_YOU, &sorted.for_me)}
            {numbers(key::desk_paper::WAIT_FOR_ANOTHER, &sorted.by_me)}
            {numbers(key::desk_paper::IN_THE_BOX_UNREAD, &sorted.unread)}
            {numbers(key::desk_paper::READ_OTHERWISE, &sorted.differ)}
        </dl>
        {small(desk.say(key::desk_paper::WHAT_ENDS_A_MISMATCH))}
    };
    let remark = desk.fill(key::desk_paper::in_the_count(&sorted.counted));
    card(desk.say(key::desk_paper::SHEETS), remark, body)
}

/// What a flaw is called.
pub(super) const fn flaw_word(flaw: PaperFlaw) -> Word {
    match flaw {
        PaperFlaw::Unsigned => key::desk_paper::UNSIGNED,
        PaperFlaw::Illegible => key::desk_paper::ILLEGIBLE,
        PaperFlaw::Altered => key::desk_paper::ALTERED,
    }
}

/// What is marked on an item, in words.
pub(super) fn marks_words(desk: Desk, item: &Item, marks: &[u32], spoilt: bool) -> String {
    let option = |mark: &u32| match (item.method, mark) {
        (Method::Resolution, 0) => desk.say(key::desk_paper::FOR).to_owned(),
        (Method::Resolution, 1) => desk.say(key::desk_paper::AGAINST).to_owned(),
        (Method::Resolution, _) => desk.say(key::desk_paper::ABSTAIN).to_owned(),
        (Method::Election, mark) => (mark + 1).to_string(),
    };
    let marked: Vec<String> = marks.iter().map(option).collect();
    let marked =
        if marked.is_empty() { desk.say(key::desk_paper::NONE).to_owned() } else { marked.join("、") };
    if spoilt { desk.fill(key::desk_paper::invalid_on_this(&marked)) } else { marked }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sheet_is_listed_where_somebody_has_to_do_something() {
        let row = |sheet, counted, mine, readers| SheetRow { boxed: None, counted, mine, readers, sheet };
        let rows = [
            row(1, true, true, 2),
            row(2, false, false, 1),
            row(3, false, true, 1),
            row(4, false, true, 2),
            row(5, false, false, 0),
        ];
        let sorted = Sorted::of(&rows);
        assert_eq!((sorted.counted, sorted.for_me, sorted.by_me), (1, vec![2], vec![3]));
        assert_eq!((sorted.differ, sorted.unread), (vec![4], vec![5]));
    }
}
