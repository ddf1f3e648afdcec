//! Enrolment letters: one printable HTML document, one A4 page a letter.
//!
//! The letter is the one thing everybody holds in their hands, so it is written for somebody of seventy: three steps in
//! large type, a code to scan and, below it, the same code to type. The document loads nothing and runs nothing, and a
//! printer without colour prints all of it. It holds codes that open people's homes: it is printed, never kept.

mod page;
mod qr;

#[cfg(test)]
mod tests;

use core::fmt;

use crate::words::Lang;

/// What stands on one letter. All texts are escaped where they are inserted.
#[derive(Clone, Copy)]
pub struct Letter<'a> {
    /// The estate's name, such as `桂苑小区`.
    pub estate_name: &'a str,
    /// The estate's id, 64 hexadecimal digits.
    pub estate_id: &'a str,
    /// To whom the letter is given.
    pub person_name: &'a str,
    /// The person's homes, such as `1栋1单元101`; the first six are printed, then how many there are.
    pub homes: &'a [String],
    /// The code in groups, such as `K7QF-2MXD-9T4B-VH3R-PZ8N-W`.
    pub code: &'a str,
    /// What the QR code says. What stands before a `#` is printed too, as the address to open without scanning.
    pub url: &'a str,
    /// The last day of the code, as a local day number.
    pub last_day: u64,
    /// The language that the person is written to in, by its tag; the source language where we have none such.
    pub lang: &'a str,
    /// The fingerprint of the log's key, in words or hexadecimal digits.
    pub log_key: &'a str,
}

/// A letter's code opens somebody's home, so it is never printed by accident.
impl fmt::Debug for Letter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Letter").field("estate_id", &self.estate_id).finish_non_exhaustive()
    }
}

/// Why letters cannot be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LetterError {
    /// A letter's address does not fit a QR code that a phone can read from paper.
    UrlTooLong {
        /// Which letter, from 0.
        letter: usize,
        /// The length of its address, in bytes.
        bytes: usize,
    },
}

impl LetterError {
    /// The stable name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UrlTooLong { .. } => "LETTER_URL_TOO_LONG",
        }
    }
}

impl fmt::Display for LetterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UrlTooLong { bytes, .. } => {
                write!(f, "The address of a letter has {bytes} bytes, too many for a QR code; shorten it.")
            }
        }
    }
}

impl core::error::Error for LetterError {}

/// One HTML document with a page for each letter, in their order.
///
/// # Errors
/// [`LetterError::UrlTooLong`] for the first letter whose address does not fit. Nothing is printed then: a batch
/// without one of its letters would be handed out incomplete.
pub fn document(letters: &[Letter<'_>]) -> Result<String, LetterError> {
    let pages: String = letters
        .iter()
        .enumerate()
        .map(|(index, letter)| page::page(index, letter))
        .collect::<Result<_, _>>()?;
    // Everybody's letters come from one estate, so the first names it.
    let (lang, estate) = letters.first().map_or(("", ""), |letter| (letter.lang, letter.estate_name));
    Ok(page::document(Lang::of(lang), estate, &pages))
}
