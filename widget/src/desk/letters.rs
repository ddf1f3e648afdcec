//! Letters that were just made, until the page that prints them is left.

use yishi_protocol::id::{EntryId, PersonId};
use yishi_protocol::letter::LetterCode;

/// One letter.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PrintedLetter {
    pub(crate) person: PersonId,
    pub(crate) name: Option<String>,
    pub(crate) homes: Vec<String>,
    pub(crate) code: LetterCode,
}

/// All that were made at once.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Printed {
    pub(crate) letters: Vec<PrintedLetter>,
    pub(crate) expires_ms: u64,
    /// The entry that published them, if its receipt came at once.
    pub(crate) entry: Option<EntryId>,
}
