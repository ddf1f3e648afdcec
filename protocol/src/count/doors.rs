//! A doorstep round: the fewest doors whose votes would close what a quorum lacks, in the order of a walk, for pairs of people.

use core::cmp::{Ordering, Reverse};

use super::weight::Weight;
use crate::blob::Place;
use crate::id::PartyId;

/// A home that has not voted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// Whose vote is missing: one head, whatever it owns.
    pub party: PartyId,
    /// What it weighs, in 0.01 m².
    pub area_c: u64,
    /// Where one rings.
    pub place: Place,
}

/// The fewest of these homes whose votes would close both gaps, the largest first; all of them, and false, if even these would not.
///
/// To take the largest is optimal. Each home is one head, so of any `n` homes the heads are `n`; and no `n` homes have more area than
/// the `n` largest. So if any `n` homes close both gaps, the `n` largest do, and the least `n` for which they do is the least of all.
pub fn fewest_doors(missing: Weight, mut doors: Vec<Door>) -> (Vec<Door>, bool) {
    doors.sort_by_key(|door| (Reverse(door.area_c), door.party));
    let (mut found, mut needed) = (Weight::default(), 0_usize);
    let closes = |found: Weight| found.heads >= missing.heads && found.area_c >= missing.area_c;
    for door in &doors {
        if closes(found) {
            break;
        }
        found = found.plus(Weight { area_c: door.area_c, heads: 1 });
        needed = needed.saturating_add(1);
    }
    doors.truncate(needed);
    (doors, closes(found))
}

/// The doors in the order of a walk, building by building and stairwell by stairwell, cut for so many pairs: each pair's doors lie side
/// by side, and no pair has more than one door more than another. Pairs that would have none are left out.
pub fn walks(mut doors: Vec<Door>, pairs: usize) -> Vec<Vec<Door>> {
    let key = |door: &Door| (door.place.clone(), door.party);
    doors.sort_by(|left, right| {
        let ((one, first), (other, second)) = (key(left), key(right));
        along(&one.building, &other.building)
            .then_with(|| along(&one.entrance, &other.entrance))
            .then_with(|| along(&one.room, &other.room))
            .then_with(|| first.cmp(&second))
    });
    let (pairs, all) = (pairs.max(1), doors.len());
    let mut walks = Vec::new();
    let mut doors = doors.into_iter();
    for pair in 0..pairs {
        let end = |pair: usize| all.saturating_mul(pair).checked_div(pairs).unwrap_or(all);
        let own: Vec<Door> =
            doors.by_ref().take(end(pair.saturating_add(1)).saturating_sub(end(pair))).collect();
        if !own.is_empty() {
            walks.push(own);
        }
    }
    walks
}

/// As people order numbers of buildings and rooms: 9 before 10, and 2栋 before 10栋.
fn along(one: &str, other: &str) -> Ordering {
    pieces(one).cmp(&pieces(other)).then_with(|| one.cmp(other))
}

/// A text in pieces: runs of digits by their value, all else by its signs.
fn pieces(text: &str) -> Vec<(usize, &str)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let digits = first.is_ascii_digit();
        let end = rest.find(|sign: char| sign.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        // Of two runs of digits without leading zeros the longer one is the greater.
        let piece = if digits { piece.trim_start_matches('0') } else { piece };
        pieces.push((if digits { piece.len() } else { usize::MAX }, piece));
        rest = after;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn door(number: u8, area_c: u64, place: (&str, &str, &str)) -> Door {
        let (building, entrance, room) = place;
        let place = Place { building: building.into(), entrance: entrance.into(), room: room.into() };
        Door { party: PartyId::from_bytes([number; 16]), area_c, place }
    }

    /// The least number of homes that close both gaps, by trying every set of them.
    fn by_trying_all(missing: Weight, areas: &[u64]) -> Option<u32> {
        let closes = |set: &u32| {
            let chosen = (0..).zip(areas).filter(|(place, _)| set >> place & 1 == 1);
            let area_c: u64 = chosen.map(|(_, area_c)| area_c).sum();
            u64::from(set.count_ones()) >= missing.heads && area_c >= missing.area_c
        };
        (0..1_u32 << areas.len()).filter(closes).map(u32::count_ones).min()
    }

    /// Numbers that look random and are the same each time.
    struct Dice(u64);

    impl Dice {
        fn roll(&mut self, sides: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % sides
        }
    }

    #[test]
    fn no_set_of_fewer_homes_closes_both_gaps() {
        let (mut dice, mut closed, mut open) = (Dice(3), 0, 0);
        for _ in 0..2_000 {
            let missing = Weight { area_c: dice.roll(120), heads: dice.roll(8) };
            let areas: Vec<u64> = (0..dice.roll(10)).map(|_| dice.roll(40)).collect();
            let doors = (0..).zip(&areas).map(|(number, area_c)| door(number, *area_c, ("1栋", "", "101")));
            let (chosen, closes) = fewest_doors(missing, doors.collect());
            match by_trying_all(missing, &areas) {
                Some(fewest) => assert_eq!((u32::try_from(chosen.len()), closes), (Ok(fewest), true)),
                None => assert_eq!((chosen.len(), closes), (areas.len(), false)),
            }
            *if closes { &mut closed } else { &mut open } += 1;
        }
        assert!(closed > 200 && open > 200, "{closed} {open}");
    }

    #[test]
    fn every_door_is_walked_once_and_no_pair_walks_two_more_than_another() {
        let mut dice = Dice(5);
        for _ in 0..300 {
            let mut rooms: Vec<_> = (0..dice.roll(60))
                .map(|_| (1 + dice.roll(12), 1 + dice.roll(3), 1 + dice.roll(30)))
                .collect();
            let place = |(building, entrance, room): &(u64, u64, u64)| Place {
                building: format!("{building}栋"),
                entrance: format!("{entrance}单元"),
                room: format!("{room}01"),
            };
            let doors = (0..)
                .zip(&rooms)
                .map(|(number, room)| Door { place: place(room), ..door(number, 1, ("", "", "")) });
            let pairs = usize::try_from(dice.roll(9)).unwrap_or_default();
            let walks = walks(doors.collect(), pairs);
            let (least, most) = (walks.iter().map(Vec::len).min(), walks.iter().map(Vec::len).max());
            assert!(most.unwrap_or(0) - least.unwrap_or(0) <= 1 && walks.len() <= pairs.max(1));
            let walked: Vec<Place> = walks.into_iter().flatten().map(|door| door.place).collect();
            rooms.sort_unstable();
            assert_eq!(walked, rooms.iter().map(place).collect::<Vec<_>>());
        }
    }

    #[test]
    fn numbers_are_ordered_as_people_count() {
        let mut rooms = ["1001", "101", "9", "10", "B1-07", "B1-7", "A", ""];
        rooms.sort_by(|one, other| along(one, other));
        assert_eq!(rooms, ["", "9", "10", "101", "1001", "A", "B1-07", "B1-7"]);
    }
}
