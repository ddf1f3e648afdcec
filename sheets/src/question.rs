//! What a file leaves open ([`Question`]), and what people answer ([`Answers`]).
//!
//! A question is something that could make a wrong head, area or sum. Its id is derived from its code and from what the
//! file says there, so the same file asked again gives the same ids, wherever its rows have moved meanwhile. Nothing
//! may be signed while one question is open.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::key::sheets;
use crate::sentence::{Sentence, codes};

/// Bytes of a digest that make an id: enough that no two questions of a file share one by chance.
const ID_BYTES: usize = 8;

codes! {
    /// What is asked. Codes are never renamed.
    QuestionCode;
    AreaInexact = "AREA_INEXACT": "An area has more decimals than 0.01 m² can hold.";
    BalanceDisagrees = "BALANCE_DISAGREES": "The balance column is not what the lines add up to.";
    CellAbove = "CELL_ABOVE": "Cells are empty where the rows above have a value, as merged cells are when they are copied.";
    CharactersLost = "CHARACTERS_LOST": "A name, number or address has signs that stand for lost characters.";
    HomesMissing = "HOMES_MISSING": "Units of the newest roll are not in the file.";
    KindDoubtful = "KIND_DOUBTFUL": "A unit that would count is called a storage room, shelter or parking space by its room.";
    LineTwice = "LINE_TWICE": "Lines of a ledger are alike in everything.";
    NumberReused = "NUMBER_REUSED": "An owner number stood for another name or phone in the earlier import.";
    NumberRewritten = "NUMBER_REWRITTEN": "Somebody of the earlier import may stand here under another number.";
    NumberShared = "NUMBER_SHARED": "One owner number and name stand beside several phones.";
    NumbersAreRows = "NUMBERS_ARE_ROWS": "The only owner numbers are a column that usually counts rows.";
    OwnersInOneCell = "OWNERS_IN_ONE_CELL": "A cell seems to name several owners.";
    PersonTwice = "PERSON_TWICE": "One name and phone, or one organisation, stand under several numbers.";
    RepresentativeTwice = "REPRESENTATIVE_TWICE": "Different co-owners of one party are marked as the one who votes.";
    RowTwice = "ROW_TWICE": "Rows of a roll are alike in everything.";
    SameBuilding = "SAME_BUILDING": "Buildings differ only in the word after their number.";
    SameHome = "SAME_HOME": "One home seems to be written in several ways.";
    SignUnlike = "SIGN_UNLIKE": "A line's sign is against those of the other lines and nothing says that it takes something back.";
    SignsUnclear = "SIGNS_UNCLEAR": "The signs of a file do not tell spending from its reversal.";
}

/// What can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// The empty cells mean what stands above them.
    AsAbove,
    /// Further decimals are cut off.
    Cut,
    /// The first of what the lines say holds.
    First,
    /// It is right as it is written.
    Keep,
    /// The last of what the lines say holds.
    Last,
    /// These lines are not taken, nor is a home that they belong to.
    LeaveOut,
    /// The lines mean one and the same.
    Merge,
    /// A minus sign, or the first of two columns, marks spending.
    NegativeSpends,
    /// None of them.
    Nobody,
    /// Spending has no minus sign, or stands in the second of two columns.
    PositiveSpends,
    /// The nearest hundredth is taken, halves upwards.
    Round,
    /// The cell names several people; each is an owner.
    Split,
    /// The sign is a slip and is turned.
    Turn,
}

impl Choice {
    /// Its name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AsAbove => "as-above",
            Self::Cut => "cut",
            Self::First => "first",
            Self::Keep => "keep",
            Self::Last => "last",
            Self::LeaveOut => "leave-out",
            Self::Merge => "merge",
            Self::NegativeSpends => "negative-spends",
            Self::Nobody => "nobody",
            Self::PositiveSpends => "positive-spends",
            Self::Round => "round",
            Self::Split => "split",
            Self::Turn => "turn",
        }
    }

    /// What a button says, to `code`'s question.
    pub fn words(self, code: QuestionCode) -> Sentence {
        let word = match self {
            Self::AsAbove => sheets::CHOICE_AS_ABOVE,
            Self::Cut => sheets::CHOICE_CUT,
            Self::First => sheets::CHOICE_FIRST,
            Self::Keep => match code {
                QuestionCode::SameHome | QuestionCode::SameBuilding => sheets::CHOICE_NOT_THE_SAME,
                QuestionCode::NumberShared | QuestionCode::PersonTwice => sheets::CHOICE_TWO_PEOPLE,
                QuestionCode::NumberReused | QuestionCode::NumberRewritten => sheets::CHOICE_NEW_PERSON,
                QuestionCode::OwnersInOneCell => sheets::CHOICE_ONE_NAME,
                QuestionCode::HomesMissing => sheets::CHOICE_A_PART,
                _ => sheets::CHOICE_RIGHT,
            },
            Self::Last => sheets::CHOICE_LAST,
            Self::LeaveOut => match code {
                QuestionCode::HomesMissing => sheets::CHOICE_GONE,
                _ => sheets::CHOICE_LEAVE_OUT,
            },
            Self::Merge => match code {
                QuestionCode::NumberShared
                | QuestionCode::PersonTwice
                | QuestionCode::NumberReused
                | QuestionCode::NumberRewritten => sheets::CHOICE_ONE_PERSON,
                QuestionCode::RowTwice | QuestionCode::LineTwice => sheets::CHOICE_ONCE,
                _ => sheets::CHOICE_THE_SAME,
            },
            Self::NegativeSpends => sheets::CHOICE_FIRST_READING,
            Self::Nobody => sheets::CHOICE_NOBODY,
            Self::PositiveSpends => sheets::CHOICE_SECOND_READING,
            Self::Round => sheets::CHOICE_ROUND,
            Self::Split => sheets::CHOICE_SPLIT,
            Self::Turn => sheets::CHOICE_TURN,
        };
        word.into()
    }
}

/// Answers by question id. As JSON an object such as `{"SAME_HOME-4f1c…": "merge"}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, Choice>);

impl Answers {
    /// Answers one question.
    pub fn answer(&mut self, id: impl Into<String>, choice: Choice) {
        self.0.insert(id.into(), choice);
    }
}

/// What a file leaves open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// A stable id, derived from the code and from what the file says there.
    pub id: String,
    /// What is asked.
    pub code: QuestionCode,
    /// The lines it is about, ascending; the first line of a file is 1.
    pub lines: Vec<u64>,
    /// The question, with what can be done about it.
    pub sentence: Sentence,
    /// What can be answered. Whoever wants something else corrects the file.
    pub choices: Vec<Choice>,
    /// The answer, if one of `choices` was given.
    pub answer: Option<Choice>,
}

/// Whether every question has its answer.
pub fn settled(questions: &[Question]) -> bool {
    questions.iter().all(|question| question.answer.is_some())
}

/// Asks, and looks up what was answered.
#[derive(Debug)]
pub(crate) struct Asker<'a> {
    answers: &'a Answers,
    /// How often each id has been given, so that two places that say the same are two questions.
    given: BTreeMap<String, usize>,
    questions: Vec<Question>,
}

impl<'a> Asker<'a> {
    pub(crate) fn new(answers: &'a Answers) -> Self {
        Self { answers, given: BTreeMap::new(), questions: Vec::new() }
    }

    /// Asks about `lines`. `content` is what the file says there: it makes the id.
    pub(crate) fn ask(
        &mut self,
        code: QuestionCode,
        lines: Vec<u64>,
        content: &[&str],
        sentence: Sentence,
        choices: &[Choice],
    ) -> Option<Choice> {
        let mut id = id(code, content);
        let times = self.given.entry(id.clone()).or_default();
        *times = times.saturating_add(1);
        if *times > 1 {
            id = format!("{id}-{times}");
        }
        let answer = self.answers.0.get(&id).copied().filter(|answer| choices.contains(answer));
        self.questions.push(Question { id, code, lines, sentence, choices: choices.to_vec(), answer });
        answer
    }

    /// What was asked, in the order of its lines.
    pub(crate) fn finish(mut self) -> Vec<Question> {
        self.questions.sort_by_key(|question| question.lines.first().copied());
        self.questions
    }
}

fn id(code: QuestionCode, content: &[&str]) -> String {
    let mut hash = Sha256::new();
    for text in content {
        // Each text with its length before it, so that no two lists have one digest.
        hash.update(text.len().to_string());
        hash.update(":");
        hash.update(text);
    }
    let mut id = format!("{code}-");
    for byte in hash.finalize().iter().take(ID_BYTES) {
        // INVARIANT: writing to a text does not fail.
        _ = write!(id, "{byte:02x}");
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_has_one_id_and_another_another() {
        let answers = Answers::default();
        let mut asker = Asker::new(&answers);
        let words = || Sentence::from(sheets::CHOICE_TURN);
        for content in [["a", "b"], ["ab", ""], ["a", "b"]] {
            assert_eq!(asker.ask(QuestionCode::RowTwice, vec![2], &content, words(), &[Choice::Keep]), None);
        }
        let questions = asker.finish();
        assert_ne!(questions[0].id, questions[1].id);
        assert_eq!(questions[2].id, format!("{}-2", questions[0].id));
        assert!(!settled(&questions) && settled(&[]));
    }

    #[test]
    fn only_an_offered_answer_answers_and_answers_are_json() {
        let id = id(QuestionCode::SameHome, &["x"]);
        for (choice, taken) in [("merge", Some(Choice::Merge)), ("split", None)] {
            let answers: Answers = serde_json::from_str(&format!("{{\"{id}\":\"{choice}\"}}")).unwrap();
            let mut asker = Asker::new(&answers);
            let words = sheets::CHOICE_TURN.into();
            assert_eq!(asker.ask(QuestionCode::SameHome, vec![2], &["x"], words, &[Choice::Merge]), taken);
        }
    }

    #[test]
    fn every_choice_is_spelt_in_json_as_it_is_printed() {
        let all = [
            Choice::AsAbove,
            Choice::Cut,
            Choice::First,
            Choice::Keep,
            Choice::Last,
            Choice::LeaveOut,
            Choice::Merge,
            Choice::NegativeSpends,
            Choice::Nobody,
            Choice::PositiveSpends,
            Choice::Round,
            Choice::Split,
            Choice::Turn,
        ];
        for choice in all {
            assert_eq!(serde_json::to_string(&choice).unwrap(), format!("\"{}\"", choice.as_str()));
        }
    }
}
