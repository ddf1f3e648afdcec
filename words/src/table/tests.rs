//! Tables are what somebody else wrote: broken ones are told, and none panics.

use proptest::prelude::*;

use super::Table;
use crate::word::{Filled, Phrase, Value, Word};

/// The name of the phrase at that place.
fn word(group: u16, place: u16) -> Word {
    Word::of(Box::leak(Box::new(Phrase { group, place, source: "" })))
}

/// Marks as a test can write them: `^1` for U+0001.
fn marked(text: &str) -> &'static str {
    let marks = [("^1", "\u{1}"), ("^2", "\u{2}"), ("^3", "\u{3}"), ("^4", "\u{4}"), ("^5", "\u{5}")];
    let marks = marks.iter().chain(&[("^g", "\u{1d}"), ("^w", "\u{1e}")]);
    marks.fold(text.to_owned(), |text, (sign, mark)| text.replace(sign, mark)).leak()
}

fn broken(text: &str) -> &'static str {
    Table::parse(marked(text)).unwrap_err().0
}

#[test]
fn a_broken_table_is_told() {
    assert_eq!(broken(""), "the words are not a table that this page reads");
    assert_eq!(broken("W2^wen^wx200"), "the words are not a table that this page reads");
    assert_eq!(broken("W1^wen^wx200^wmore"), "the words are not a table that this page reads");
    assert_eq!(broken("W1^wen^wx199"), "the words do not say their plurals");
    assert_eq!(broken("W1^wen^wx100 100"), "the words do not say their plurals");
    assert_eq!(broken("W1^wen^wx200^ghome^wa"), "the words hold a group without a number");
    assert_eq!(broken("W1^wen^wx200^g1^wa^g1^wb"), "the words hold a group twice");
}

#[test]
fn bundles_of_one_language_are_put_together() {
    let mut table = Table::parse(marked("W1^wen^wx200^g1^wone")).unwrap();
    assert_eq!(table.add(marked("W1^wzh^wx200^g2^wtwo")).unwrap_err().0, "the words are of another language");
    assert_eq!(table.add(marked("W1^wen^wx200^g1^wtwo")).unwrap_err().0, "the words hold a group twice");
    assert_eq!(table.text(word(2, 0)), None);
    table.add(marked("W1^wen^wx200^g2^wtwo")).unwrap();
    assert_eq!((table.text(word(1, 0)), table.text(word(2, 0))), (Some("one"), Some("two")));
    assert_eq!((table.tag(), table.has(2), table.has(3)), ("en", true, false));
}

#[test]
fn numbers_go_by_their_last_two_digits() {
    let table = Table::parse(marked("W1^wx^wx1 o1 x98 f1 x99")).unwrap();
    let is = |number| table.category(number);
    assert_eq!(
        (is(0), is(1), is(2), is(100), is(101), is(200), is(u64::MAX)),
        ('x', 'o', 'x', 'f', 'x', 'f', 'x')
    );
}

#[test]
fn what_is_missing_is_shown_as_nothing() {
    let table =
        Table::parse(marked("W1^wen^wx1 o1 x198^g0^wa^1b.^1^w^2a^3o^4one^3^4^1a^5!^wx^5y^3z")).unwrap();
    let fill = |place, values: &[Value<'_>]| table.fill(&Filled::new(word(0, place), values)).unwrap();
    assert_eq!(fill(0, &[]), "a.");
    // A text is no number; neither is what is not given.
    assert_eq!(fill(1, &[Value::Shown(&"1")]), "1!");
    assert_eq!(fill(1, &[]), "!");
    assert_eq!(fill(1, &[Value::Counted(&1)]), "one!");
    assert_eq!(fill(2, &[]), "xy");
}

proptest! {
    #[test]
    fn no_text_panics(texts in prop::collection::vec("[\u{1}-\u{5}\u{1d}\u{1e}abx019 每]{0,12}", 0..8), number: u64) {
        let text = format!("W1\u{1e}en\u{1e}x1 o1 x198\u{1d}0\u{1e}{}", texts.join("\u{1e}"));
        let _ = Table::parse(texts.concat().leak());
        if let Ok(table) = Table::parse(text.leak()) {
            for place in 0..12 {
                let filled = Filled::new(word(0, place), &[Value::Counted(&number), Value::Shown(&"每")]);
                prop_assert_eq!(table.fill(&filled).is_some(), table.text(filled.word).is_some());
            }
        }
    }

    #[test]
    fn no_bytes_panic(bytes: Vec<u8>) {
        let _ = Table::parse(String::from_utf8_lossy(&bytes).into_owned().leak());
    }
}
