//! The code of an enrolment letter: 20 symbols that become a key, and a check symbol.
//!
//! Symbols are Crockford's base 32 (no I, L, O, U), so that nothing reads as something else; 20 of them are 100 bits.
//! The check symbol finds any one wrong symbol and any two swapped neighbours before the code is tried.

use core::fmt;
use core::str::FromStr;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use ed25519_dalek::SigningKey;
use hkdf::Hkdf;
use sha2::Sha256;

use crate::acts::decide::paper::LAST_SHEET;
use crate::calendar::DAY_MS;
use crate::id::{AgendaId, EstateId, PartyId, Salt};
use crate::rejection::{Code, Rejection, require};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How long a letter may open, in milliseconds: one that is stolen is no danger for ever.
pub const LONGEST_MS: u64 = 366 * DAY_MS;
/// Symbols without the check symbol.
const SYMBOLS: usize = 20;

/// A letter's code.
#[derive(Clone, PartialEq, Eq)]
pub struct LetterCode([u8; SYMBOLS]);

/// A code opens somebody's home, so it is never printed by accident.
impl fmt::Debug for LetterCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LetterCode(…)")
    }
}

impl LetterCode {
    /// Makes a code from random bytes, of which the low five bits of each count.
    pub fn from_random(bytes: [u8; SYMBOLS]) -> Self {
        Self(bytes.map(|byte| byte & 31))
    }

    /// The code's signing key in an estate: HKDF-SHA256 (RFC 5869) over the 20 symbols as text, salt = estate id,
    /// info = `"estate-code/v1\0"`.
    pub fn key(&self, estate: &EstateId) -> SigningKey {
        let symbols = self.0.map(symbol);
        let mut seed = [0; 32];
        // INVARIANT: 32 bytes are far below HKDF's limit of 255 hashes, so expanding cannot fail.
        let expanded =
            Hkdf::<Sha256>::new(Some(estate.as_bytes()), &symbols).expand(b"estate-code/v1\0", &mut seed);
        debug_assert!(expanded.is_ok());
        SigningKey::from_bytes(&seed)
    }

    /// The salt of what is read on a sheet of paper, where the code is that of the clerks of a vote: HKDF-SHA256 over the 20 symbols
    /// as text, salt = agenda id, info = `"estate-sheet/v1\0"` and the sheet's number as four bytes, big end first. So two clerks
    /// who read the same name the same blob, and whoever lacks the code cannot guess from its id what was marked.
    pub fn sheet_salt(&self, agenda: &AgendaId, sheet: u32) -> Salt {
        let symbols = self.0.map(symbol);
        let mut salt = [0; 32];
        let parts: [&[u8]; 2] = [b"estate-sheet/v1\0", &sheet.to_be_bytes()];
        // INVARIANT: 32 bytes are far below HKDF's limit of 255 hashes, so expanding cannot fail.
        let expanded =
            Hkdf::<Sha256>::new(Some(agenda.as_bytes()), &symbols).expand_multi_info(&parts, &mut salt);
        debug_assert!(expanded.is_ok());
        Salt::from_bytes(salt)
    }

    /// The numbers of the sheets that are printed for the homes of a vote, where the code is that of its clerks: HKDF-SHA256 as
    /// for [`Self::sheet_salt`], with info = `"estate-number/v1\0"`, the party's id and a byte that counts up while another party
    /// has the number. So two clerks find the same home by a number, and whoever lacks the code none.
    pub fn sheet_numbers(
        &self,
        agenda: &AgendaId,
        parties: impl IntoIterator<Item = PartyId>,
    ) -> BTreeMap<u32, PartyId> {
        let symbols = self.0.map(symbol);
        let hkdf = Hkdf::<Sha256>::new(Some(agenda.as_bytes()), &symbols);
        let mut numbers = BTreeMap::new();
        for party in parties.into_iter().collect::<BTreeSet<_>>() {
            for again in 0..=u8::MAX {
                let mut drawn = [0; 8];
                let parts: [&[u8]; 3] = [b"estate-number/v1\0", party.as_bytes(), &[again]];
                // INVARIANT: 8 bytes are far below HKDF's limit of 255 hashes, so expanding cannot fail.
                let expanded = hkdf.expand_multi_info(&parts, &mut drawn);
                debug_assert!(expanded.is_ok());
                let number = u64::from_be_bytes(drawn).checked_rem(u64::from(LAST_SHEET)).unwrap_or_default();
                let number = u32::try_from(number).unwrap_or_default().saturating_add(1);
                if let Entry::Vacant(free) = numbers.entry(number) {
                    free.insert(party);
                    break;
                }
            }
        }
        numbers
    }

    fn check_symbol(&self) -> u8 {
        // Σ sᵢ·2^(i+1) in GF(32): 2 has order 31, so all 20 factors differ and none is 0 or 1.
        self.0.iter().rev().fold(0, |sum, value| double(sum ^ *value))
    }
}

/// Doubles in GF(32) with the polynomial x⁵ + x² + 1.
fn double(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 32 == 0 { shifted } else { (shifted & 31) ^ 0b00101 }
}

fn symbol(value: u8) -> u8 {
    ALPHABET.get(usize::from(value & 31)).copied().unwrap_or(b'0')
}

/// As letters print it: groups of four and the check symbol, `K7QF-2MXD-9T4B-VH3R-PZ8N-W`.
impl fmt::Display for LetterCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for group in self.0.chunks(4) {
            for value in group {
                write!(f, "{}", char::from(symbol(*value)))?;
            }
            f.write_str("-")?;
        }
        write!(f, "{}", char::from(symbol(self.check_symbol())))
    }
}

/// Reads what a person typed: any case, any grouping, full-width signs, O for 0, I and L for 1.
impl FromStr for LetterCode {
    type Err = Rejection;

    fn from_str(text: &str) -> Result<Self, Rejection> {
        let mut values = Vec::with_capacity(SYMBOLS.saturating_add(1));
        for typed in
            text.chars().filter(|typed| !matches!(typed, '-' | '－' | '—' | '_') && !typed.is_whitespace())
        {
            let value = value_of(half_width(typed)).ok_or(Code::CodeForm)?;
            require(values.len() <= SYMBOLS, Code::CodeForm)?;
            values.push(value);
        }
        let (check, symbols) = values.split_last().ok_or(Code::CodeForm)?;
        let code = Self(symbols.try_into().map_err(|_| Code::CodeForm)?);
        require(code.check_symbol() == *check, Code::CodeMistyped)?;
        Ok(code)
    }
}

/// A Chinese keyboard's `Ａ` or `１` as ASCII.
fn half_width(typed: char) -> char {
    match u32::from(typed).checked_sub(0xfee0).and_then(char::from_u32) {
        Some(ascii) if ascii.is_ascii_graphic() => ascii,
        _ => typed,
    }
}

fn value_of(typed: char) -> Option<u8> {
    let upper = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|symbol| char::from(*symbol) == upper)?;
    u8::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_numbers_are_one_for_each_home_and_others_for_another_vote_or_code() {
        let agenda = |byte| AgendaId::from_bytes([byte; 32]);
        let parties = || (0..=255_u8).map(|byte| PartyId::from_bytes([byte; 16]));
        let code = LetterCode::from_random([7; 20]);
        let numbers = code.sheet_numbers(&agenda(1), parties());
        assert_eq!(numbers.len(), 256);
        assert!(numbers.keys().all(|number| (1..=LAST_SHEET).contains(number)));
        // In whatever order the homes are read.
        assert_eq!(code.sheet_numbers(&agenda(1), parties().rev()), numbers);
        let others = [
            code.sheet_numbers(&agenda(2), parties()),
            LetterCode::from_random([8; 20]).sheet_numbers(&agenda(1), parties()),
        ];
        for other in others {
            let same = other.iter().filter(|(number, party)| numbers.get(number) == Some(party));
            assert_eq!(same.count(), 0);
        }
    }

    fn code() -> LetterCode {
        LetterCode::from_random([7, 31, 0, 12, 200, 3, 9, 27, 14, 1, 30, 8, 22, 5, 17, 2, 11, 26, 19, 4])
    }

    #[test]
    fn a_code_is_read_as_it_is_printed_and_as_people_type() {
        let printed = code().to_string();
        assert_eq!(printed, "7Z0C-839V-E1Y8-P5H2-BTK4-Q");
        assert_eq!(printed.parse(), Ok(code()));
        assert_eq!("7z0c 839v e1y8 p5h2 btk4 q".parse(), Ok(code()));
        assert_eq!("７ＺＯｃ839vEly8p5h2btk4q".parse(), Ok(code()));
    }

    #[test]
    fn every_wrong_symbol_and_every_swap_of_neighbours_is_noticed() {
        let printed: Vec<char> = code().to_string().chars().filter(|symbol| *symbol != '-').collect();
        for place in 0..printed.len() {
            for symbol in ALPHABET {
                let mut typed = printed.clone();
                typed[place] = char::from(*symbol);
                let read = typed.iter().collect::<String>().parse::<LetterCode>();
                assert_eq!(read.is_ok(), typed == printed, "{place} {symbol}");
            }
            if place > 0 {
                let mut typed = printed.clone();
                typed.swap(place - 1, place);
                let read = typed.iter().collect::<String>().parse::<LetterCode>();
                assert_eq!(read.is_ok(), typed == printed, "swap at {place}");
            }
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in [
            "",
            "7Z0C",
            "7Z0C-839V-E1Y8-P5H2-BTK4",
            "7Z0C-839V-E1Y8-P5H2-BTK4-QQ",
            "7Z0C-839V-E1Y8-P5H2-BTK!-Q",
        ] {
            assert_eq!(text.parse::<LetterCode>().unwrap_err().code, Code::CodeForm, "{text}");
        }
    }

    #[test]
    fn a_code_gives_another_key_in_another_estate() {
        let (here, there) = (EstateId::from_bytes([1; 32]), EstateId::from_bytes([2; 32]));
        assert_eq!(code().key(&here), code().key(&here));
        assert_ne!(code().key(&here), code().key(&there));
    }
}
