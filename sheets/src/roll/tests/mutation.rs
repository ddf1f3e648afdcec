//! Bytes that no spreadsheet would write: they are read or refused, and what is taken stays whole.

use super::fixture::ROLL;
use crate::roll::{RollFile, read};

/// A small generator (xorshift), so that every run tries the same files.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }
}

/// The signs that matter to a reader of tables, and some that matter to a decoder.
const SIGNS: &[u8] = b"\"\"\n\r,;\t\0 .-0129aZ\xef\xbb\xbf\x80\xff\xa1\xb0\xe6";

fn mutate(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let place = chance.below(bytes.len());
    let sign = SIGNS[chance.below(SIGNS.len())];
    match chance.below(6) {
        0 => bytes[place] = sign,
        1 => bytes.insert(place, sign),
        2 if bytes.len() > 1 => drop(bytes.remove(place)),
        2 | 3 => bytes[place] ^= 1 << chance.below(8),
        4 => bytes.truncate(place.max(1)),
        _ => {
            let other = chance.below(bytes.len());
            bytes.swap(place, other);
        }
    }
}

/// What must hold whatever was read.
fn check(roll: &RollFile) {
    for unit in &roll.units {
        assert!(unit.party < roll.parties.len() && unit.scope < roll.scopes.len());
        assert!((1..100_000_000).contains(&unit.area_c));
    }
    let owned = |person: &usize| roll.parties.iter().any(|party| party.owners.contains(person));
    assert!((0..roll.people.len()).all(|person| owned(&person)));
    assert!(roll.problems.iter().all(|problem| problem.line >= 2));
    assert!(roll.problems.is_sorted_by_key(|problem| problem.line));
    assert!(roll.totals().heads <= roll.parties.len());
}

#[test]
fn no_mutated_file_panics_and_whatever_is_read_fits_together() {
    let lines: Vec<&[u8]> = ROLL.split_inclusive(|byte| *byte == b'\n').take(40).collect();
    // Without the mark at its start a damaged file may also be taken for GBK.
    let sample = lines.concat().split_off(3);
    let (gbk, ..) = encoding_rs::GBK.encode(core::str::from_utf8(&sample).unwrap());
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let mut seen = [0, 0];
    for round in 0..3000 {
        let mut bytes = if round % 2 == 0 { sample.clone() } else { gbk.to_vec() };
        for _ in 0..=chance.below(12) {
            mutate(&mut bytes, &mut chance);
        }
        match read(&bytes) {
            Ok(roll) => {
                seen[0] += 1;
                check(&roll);
            }
            Err(error) => {
                seen[1] += 1;
                assert!(!error.to_string().is_empty());
            }
        }
    }
    // The loop reaches both ends.
    assert!(seen.iter().all(|count| *count > 100), "{seen:?}");
}

#[test]
fn no_cut_of_a_file_panics() {
    let sample = &ROLL[..600];
    for cut in 0..sample.len() {
        if let Ok(roll) = read(&sample[..cut]) {
            check(&roll);
        }
    }
}
