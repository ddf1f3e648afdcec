//! The draw that nobody chooses: which homes a roll call asks, by numbers of a public lottery drawn after the totals were stated.
//!
//! One function, which anybody repeats with the same numbers. It is pure arithmetic over SHA-256; SPEC.md, section 10, has it in words.

use std::collections::BTreeSet;

use num_bigint::BigUint;

use crate::id::{AgendaId, Hash, PartyId, tagged_hash};

/// The most weak ballots that are all asked; of more, so many are drawn.
pub const WEAK: usize = 30;

/// One in so many is the chance that a roll call sees nothing where as many ballots are wrong as the margin has homes.
const RISK: u32 = 20;

/// What a draw begins with: a vote, its counted ballots, and the numbers that were drawn.
pub fn seed(agenda: &AgendaId, counted_root: &Hash, numbers: &[u32]) -> Hash {
    let numbers: Vec<u8> = numbers.iter().flat_map(|number| number.to_be_bytes()).collect();
    let parts: [&[u8]; 3] = [agenda.as_bytes(), counted_root.as_bytes(), &numbers];
    Hash::from_bytes(tagged_hash(b"estate-draw/v1\0", &parts))
}

/// So many of some, each as likely as every other, in the order in which they are drawn; all of them where there are no more. What they
/// are drawn from is in ascending order, each once. `what` keeps the draws of one seed apart.
pub fn draw<T: Clone>(seed: &Hash, what: &str, from: &[T], most: usize) -> Vec<T> {
    let mut left = from.to_vec();
    let mut numbers = Numbers { seed, what, next: 0 };
    let mut drawn = Vec::new();
    while drawn.len() < most {
        let Some(place) = numbers.below(left.len()) else { break };
        drawn.push(left.remove(place));
    }
    drawn
}

/// An order of names that nobody chose, by the hash of the seed with each: whoever steps back moves none of the others. `what` keeps the
/// orders of one seed apart.
pub fn order(seed: &Hash, what: &str, names: &[String]) -> Vec<String> {
    let mut names = names.to_vec();
    names.sort_by_cached_key(|name| {
        let parts: [&[u8]; 4] = [seed.as_bytes(), what.as_bytes(), &[0], name.as_bytes()];
        tagged_hash(b"estate-order/v1\0", &parts)
    });
    names
}

/// At which of so many options, by their places in the notice from 0, the list begins that a home is shown; the others follow it in the
/// notice's order, and those before it last. So each stands first on as many ballots as every other, whatever its name: names are hashes
/// that anybody makes anew until one suits them.
pub fn ballot_start(agenda: &AgendaId, party: &PartyId, options: usize) -> usize {
    let hash = tagged_hash(b"estate-ballot-start/v1\0", &[agenda.as_bytes(), party.as_bytes()]);
    let number = first_number(&hash);
    let place = u64::try_from(options).ok().and_then(|options| number.checked_rem(options));
    place.and_then(|place| usize::try_from(place).ok()).unwrap_or_default()
}

/// The first eight bytes of a hash, the greatest first.
fn first_number(hash: &[u8; 32]) -> u64 {
    let mut first = [0_u8; 8];
    first.iter_mut().zip(hash).for_each(|(to, from)| *to = *from);
    u64::from_be_bytes(first)
}

/// Numbers that follow from a seed.
struct Numbers<'a> {
    seed: &'a Hash,
    what: &'a str,
    next: u64,
}

impl Numbers<'_> {
    /// A number below a bound, each as likely as every other: what would make the small ones likelier is thrown away.
    fn below(&mut self, bound: usize) -> Option<usize> {
        let bound = u64::try_from(bound).ok().filter(|bound| *bound > 0)?;
        let spare = u64::MAX.checked_rem(bound)?.saturating_add(1).checked_rem(bound)?;
        loop {
            let number = self.number();
            // The last of 2^64 that do not fill a whole round of the bound.
            if number <= u64::MAX.saturating_sub(spare) {
                return usize::try_from(number.checked_rem(bound)?).ok();
            }
        }
    }

    fn number(&mut self) -> u64 {
        let parts: [&[u8]; 4] = [self.seed.as_bytes(), self.what.as_bytes(), &[0], &self.next.to_be_bytes()];
        let hash = tagged_hash(b"estate-lots/v1\0", &parts);
        self.next = self.next.saturating_add(1);
        first_number(&hash)
    }
}

/// Whom a roll call asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sample {
    /// Whose ballot is weak: all of them, or so many drawn.
    pub weak: BTreeSet<PartyId>,
    /// As many of all others as it takes.
    pub others: BTreeSet<PartyId>,
}

/// Draws whom a roll call asks, of those whose ballots are counted. `margin` is the least of the items' margins, in homes; without one no
/// ballots would have changed anything, and none but the weak are asked.
pub fn sample(
    seed: &Hash,
    counted: &BTreeSet<PartyId>,
    weak: &BTreeSet<PartyId>,
    margin: Option<u64>,
) -> Sample {
    let weak: Vec<PartyId> = weak.intersection(counted).copied().collect();
    let weak: BTreeSet<PartyId> = draw(seed, "weak", &weak, WEAK).into_iter().collect();
    let others: Vec<PartyId> = counted.difference(&weak).copied().collect();
    let asked = margin.map_or(0, |margin| sample_size(others.len(), margin));
    Sample { weak, others: draw(seed, "others", &others, asked).into_iter().collect() }
}

/// The least n with C(N − m, n) · 20 ≤ C(N, n): among so many of N homes, m of which are wrong, none of these is with a chance of at most one
/// in twenty. Exact.
pub fn sample_size(of: usize, margin: u64) -> usize {
    let margin = usize::try_from(margin).unwrap_or(usize::MAX);
    // More of them miss less.
    let (mut low, mut high) = (0, of);
    while low < high {
        let middle = low.saturating_add(high.saturating_sub(low) / 2);
        if misses_seldom(of, margin, middle) {
            high = middle;
        } else {
            low = middle.saturating_add(1);
        }
    }
    low
}

/// C(N − m, n) / C(N, n) = C(N − n, m) / C(N, m), so there are as many factors as the smaller of n and m has.
fn misses_seldom(of: usize, margin: usize, asked: usize) -> bool {
    if margin.saturating_add(asked) > of {
        return true;
    }
    let (few, many) = if margin < asked { (margin, asked) } else { (asked, margin) };
    let product =
        |from: usize| (0..few).map(|less| BigUint::from(from.saturating_sub(less))).product::<BigUint>();
    let missed = [BigUint::from(RISK), product(of.saturating_sub(many))].into_iter().product::<BigUint>();
    missed <= product(of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn parties(count: u8) -> BTreeSet<PartyId> {
        (0..count).map(|number| PartyId::from_bytes([number; 16])).collect()
    }

    fn any_seed(number: u32) -> Hash {
        seed(&AgendaId::ZERO, &Hash::ZERO, &[number])
    }

    /// C(n, k), for numbers that 128 bits hold.
    fn choose(of: u128, some: u128) -> u128 {
        if some > of { 0 } else { (0..some).fold(1, |product, place| product * (of - place) / (place + 1)) }
    }

    #[test]
    fn whoever_steps_back_once_the_numbers_are_known_moves_none_of_the_others() {
        let names: Vec<String> = ["a", "b", "c", "d"].map(str::to_owned).into();
        for number in 0..20 {
            let seed = seed(&AgendaId::from_bytes([7; 32]), &Hash::ZERO, &[number, 9, 27]);
            let all = order(&seed, "lot", &names);
            for gone in &names {
                let left: Vec<String> = names.iter().filter(|name| *name != gone).cloned().collect();
                let expected: Vec<String> = all.iter().filter(|name| *name != gone).cloned().collect();
                assert_eq!(order(&seed, "lot", &left), expected);
            }
        }
    }

    #[test]
    fn whoever_comes_first_in_the_notice_comes_first_on_no_more_ballots_than_another() {
        let agenda = AgendaId::from_bytes([9; 32]);
        for options in 1..=11_usize {
            let mut first = vec![0_usize; options];
            for number in 0..10_000_u32 {
                let mut party = [0_u8; 16];
                party[..4].copy_from_slice(&number.to_be_bytes());
                first[ballot_start(&agenda, &PartyId::from_bytes(party), options)] += 1;
            }
            // About 30 is a standard deviation at eleven options, and 50 at two.
            let even = 10_000 / options;
            assert!(first.iter().all(|times| times.abs_diff(even) <= 200), "{options}: {first:?}");
        }
        assert_eq!(ballot_start(&agenda, &PartyId::ZERO, 0), 0);
    }

    #[test]
    fn no_smaller_sample_would_do_and_this_one_does() {
        let wide = |number: usize| u128::try_from(number).unwrap();
        for of in 0..=40_usize {
            for margin in 1..=45_u64 {
                let told = sample_size(of, margin);
                let (n, m) = (wide(of), u128::from(margin));
                let does = |asked: usize| {
                    // Fewer than m cannot be wrong among n.
                    m > n || choose(n - m, wide(asked)) * 20 <= choose(n, wide(asked))
                };
                assert!(does(told), "{told} of {of} for {margin}");
                assert!(told == 0 || !does(told - 1), "{told} of {of} for {margin} is one too many");
            }
        }
    }

    #[test]
    fn known_sizes_are_these() {
        let sizes = [(800, 1), (800, 23), (800, 80), (5_000, 1), (5_000, 50), (100_000, 500)];
        assert_eq!(sizes.map(|(of, margin)| sample_size(of, margin)), [760, 97, 28, 4_750, 290, 596]);
    }

    #[test]
    fn everybody_is_drawn_as_often() {
        let from: Vec<u32> = (0..7).collect();
        let mut drawn = BTreeMap::<u32, u32>::new();
        for number in 0..7_000 {
            for one in draw(&any_seed(number), "others", &from, 3) {
                *drawn.entry(one).or_default() += 1;
            }
        }
        // 3,000 each; four standard deviations are about 166.
        assert!(drawn.values().all(|times| (2_834..=3_166).contains(times)), "{drawn:?}");
    }

    #[test]
    fn nobody_is_drawn_twice_and_of_few_all_are() {
        let from: Vec<u32> = (0..50).collect();
        let mut drawn = draw(&any_seed(1), "others", &from, 50);
        assert_ne!(drawn, from);
        drawn.sort_unstable();
        assert_eq!(drawn, from);
        assert_eq!(draw(&any_seed(1), "others", &from[..3], 9).len(), 3);
        assert!(draw(&any_seed(1), "others", &from[..0], 9).is_empty());
    }

    #[test]
    fn other_numbers_draw_others() {
        let homes = parties(200);
        let one = sample(&any_seed(1), &homes, &BTreeSet::new(), Some(20));
        assert_eq!(one, sample(&any_seed(1), &homes, &BTreeSet::new(), Some(20)));
        assert_ne!(one, sample(&any_seed(2), &homes, &BTreeSet::new(), Some(20)));
        assert_eq!(one.others.len(), sample_size(200, 20));
    }

    #[test]
    fn weak_ballots_are_all_asked_and_of_many_thirty_are_drawn() {
        let homes = parties(200);
        let few: BTreeSet<PartyId> = homes.iter().take(30).copied().collect();
        let asked = sample(&any_seed(1), &homes, &few, Some(40));
        assert_eq!(asked.weak, few);
        assert!(asked.others.is_disjoint(&few));
        assert_eq!(asked.others.len(), sample_size(170, 40));
        let many: BTreeSet<PartyId> = homes.iter().take(90).copied().collect();
        let asked = sample(&any_seed(1), &homes, &many, Some(40));
        assert_eq!(asked.weak.len(), 30);
        assert!(asked.weak.is_subset(&many) && asked.weak.is_disjoint(&asked.others));
        // The weak ones that were not drawn can be drawn among all others.
        assert!(!asked.others.is_disjoint(&many));
        // Nobody is asked whose ballot is not counted, and without a margin only the weak.
        let gone = PartyId::from_bytes([250; 16]);
        let with: BTreeSet<PartyId> = few.iter().copied().chain([gone]).collect();
        let asked = sample(&any_seed(1), &homes, &with, None);
        assert_eq!((asked.weak, asked.others.len()), (few, 0));
    }
}
