//! Whether disputed ballots could change what came out of an item.
//!
//! A *filling* says of each home whose ballot is disputed whether it takes part and, if it does, what it marks. An item that comes
//! out the same in every filling needs no ruling: nobody keeps a decision from being carried out by a dispute that changes nothing.

use std::collections::BTreeSet;

use super::agenda::{at_hand, weights};
use super::bounds::Race;
use super::resolution::FOR;
use super::setting::poll_rules;
use super::threshold::{QUORUM, consent_share};
use super::weight::Weight;
use crate::blob::{Evidence, Missing};
use crate::body::{Item, Method};
use crate::id::{AgendaId, EntryId, PartyId};
use crate::rejection::{Code, Rejection};
use crate::state::State;

/// An item with the ballots that nobody disputes, and the homes whose ballots somebody does.
#[derive(Clone, Debug)]
struct Contest {
    /// All who are entitled.
    total: Weight,
    /// Ballots that are counted and not disputed, with what they mark.
    certain: Vec<(Weight, Vec<u32>)>,
    /// Homes whose ballot is disputed, all together: it may not count, or another one of theirs may.
    disputed: Weight,
    /// Homes that were reached and stayed silent, where the bylaws may let them follow the majority of this item.
    silent: Weight,
}

impl Contest {
    /// Whether every filling comes out alike. Exact for a resolution; an election is called open where it may be.
    fn is_decided(&self, item: &Item) -> bool {
        let least: Weight = self.certain.iter().map(|(weight, _)| *weight).sum();
        let most = least.plus(self.disputed);
        let quorum = |part: Weight| {
            QUORUM.of(part.heads, self.total.heads).holds()
                && QUORUM.of(part.area_c, self.total.area_c).holds()
        };
        if !quorum(most.plus(self.silent)) {
            return true;
        }
        // Whom the silent follow may hang on one ballot, so nothing is called decided.
        if self.silent.heads != 0 {
            return false;
        }
        if !quorum(most) {
            return true;
        }
        if !quorum(least) {
            return false;
        }
        // Whoever takes part and consents adds as much to those who consent as to those who take part, so no share is higher than
        // where all of them do, and none lower than where all take part and consent to something else.
        let share = consent_share(item.class, item.raise);
        let marked = |option: u32| -> Weight {
            self.certain.iter().filter(|(_, marks)| marks.contains(&option)).map(|(weight, _)| *weight).sum()
        };
        match item.method {
            Method::Resolution => {
                let consents = |consenting: Weight| {
                    share.of(consenting.heads, most.heads).holds()
                        && share.of(consenting.area_c, most.area_c).holds()
                };
                consents(marked(FOR)) == consents(marked(FOR).plus(self.disputed))
            }
            Method::Election => {
                let range = (0..).zip(&item.options).map(|(option, _)| marked(option));
                let range: Vec<_> = range.map(|least| (least, least.plus(self.disputed))).collect();
                Race { part: most, share, seats: item.seats }.is_decided(&range)
            }
        }
    }
}

/// Whether an item comes out the same whatever becomes of those ballots; none where something is missing that tells it.
///
/// # Errors
/// `AGENDA_UNKNOWN`; and what a blob breaks that is at hand but does not fit the entry naming it.
pub(crate) fn holds_whatever(
    state: &State,
    agenda: &AgendaId,
    (place, disputed): (usize, &BTreeSet<EntryId>),
    evidence: &Evidence,
) -> Result<(Option<bool>, Missing), Rejection> {
    let at_hand = at_hand(state, agenda, evidence)?;
    if !at_hand.missing.is_empty() {
        return Ok((None, at_hand.missing));
    }
    let item = at_hand.items.get(place).ok_or(Code::ItemsInvalid)?;
    let weights = weights(&at_hand, at_hand.agenda.bylaws.parking_counts);
    let ballots = at_hand.agenda.ballots.values().filter(|ballot| disputed.contains(&ballot.entry));
    let parties: BTreeSet<PartyId> = ballots.map(|ballot| ballot.party).collect();
    let weight = |party: &PartyId| weights.get(party).copied().unwrap_or_default();
    let certain = at_hand.settled.standing.iter().filter(|(party, _)| !parties.contains(party));
    let invalid_participates = at_hand.agenda.bylaws.invalid_counts_as_participation;
    let certain = certain.filter_map(|(party, number)| {
        let marks = match at_hand.is_spoilt(*number, item) {
            true if invalid_participates => Vec::new(),
            true => return None,
            false => at_hand.openings.get(number)?.get(place)?.clone(),
        };
        Some((weight(party), marks))
    });
    let rules = poll_rules(&at_hand.agenda.bylaws, item.class, item.raise);
    let follows = rules.conformity && item.method == Method::Resolution;
    let contest = Contest {
        total: Weight { area_c: at_hand.agenda.area_c, heads: at_hand.agenda.heads.into() },
        certain: certain.collect(),
        disputed: parties.iter().map(weight).sum(),
        silent: if follows { at_hand.silent_weight(&weights) } else { Weight::default() },
    };
    Ok((Some(contest.is_decided(item)), Missing::default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::Class;
    use crate::count::{Marks, Poll, PollRules, Return, count_election, count_resolution};

    /// Numbers that look random and are the same each time.
    struct Dice(u64);

    impl Dice {
        fn roll(&mut self, sides: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % sides
        }
    }

    fn item(method: Method, dice: &mut Dice) -> Item {
        let class = if dice.roll(2) == 0 { Class::Special } else { Class::Ordinary };
        let (options, seats) = match method {
            Method::Resolution => (vec![], 0),
            Method::Election => (vec!["A".to_owned(), "B".to_owned(), "C".to_owned()], 2),
        };
        Item { adopts: None, class, id: 1, method, options, raise: None, seats }
    }

    /// What comes out of ballots: the outcome, who is elected and among whom a lot decides.
    fn verdict(item: &Item, total: Weight, ballots: &[(Weight, Vec<u32>)]) -> String {
        let returns = ballots.iter().enumerate().map(|(party, (weight, marks))| Return {
            party,
            weight: *weight,
            marks: Marks::Options(marks.clone()),
        });
        let poll = Poll { total, returns: returns.collect(), silent: Weight::default() };
        let consent = consent_share(item.class, item.raise);
        let rules = PollRules { consent, conformity: false, invalid_participates: false };
        match item.method {
            Method::Resolution => format!("{:?}", count_resolution(&poll, &rules).outcome),
            Method::Election => {
                let count = count_election(&poll, &rules, &item.options, item.seats);
                let mut elected = count.elected;
                elected.sort();
                format!("{:?} {elected:?}", count.outcome)
            }
        }
    }

    /// Every way to mark an item, and not to take part.
    fn ways(item: &Item) -> Vec<Option<Vec<u32>>> {
        let marks: Vec<Vec<u32>> = match item.method {
            Method::Resolution => vec![vec![0], vec![1]],
            Method::Election => vec![vec![], vec![0], vec![1], vec![2], vec![0, 1], vec![0, 2], vec![1, 2]],
        };
        marks.into_iter().map(Some).chain([None]).collect()
    }

    fn fillings(item: &Item, homes: &[Weight]) -> Vec<Vec<(Weight, Vec<u32>)>> {
        let mut all = vec![vec![]];
        for home in homes {
            let grown = all.iter().flat_map(|begun: &Vec<(Weight, Vec<u32>)>| {
                ways(item).into_iter().map(move |way| {
                    let cast = way.map(|marks| (*home, marks));
                    begun.iter().cloned().chain(cast).collect::<Vec<_>>()
                })
            });
            all = grown.collect();
        }
        all
    }

    /// What is called decided is so in every filling, and of a resolution what is called open is not.
    #[test]
    fn what_is_called_decided_comes_out_alike_in_every_filling() {
        let (mut dice, mut seen) = (Dice(20_260_712), BTreeSet::new());
        for round in 0..4_000 {
            let method = if round % 2 == 0 { Method::Resolution } else { Method::Election };
            let item = item(method, &mut dice);
            let homes = 3 + dice.roll(6);
            let (mut certain, mut open, mut total) = (vec![], vec![], Weight::default());
            for _ in 0..homes {
                let home = Weight { area_c: 1 + dice.roll(9), heads: 1 };
                total = total.plus(home);
                let ways = ways(&item);
                match dice.roll(8) {
                    0 if open.len() < 3 => open.push(home),
                    1 => {}
                    _ => {
                        let place = usize::try_from(dice.roll(u64::try_from(ways.len()).unwrap_or_default()))
                            .unwrap_or_default();
                        certain.extend(ways[place].clone().map(|marks| (home, marks)));
                    }
                }
            }
            let disputed: Weight = open.iter().copied().sum();
            let silent = Weight::default();
            let called = Contest { total, certain: certain.clone(), disputed, silent }.is_decided(&item);
            let verdicts: BTreeSet<String> = fillings(&item, &open)
                .into_iter()
                .map(|more| verdict(&item, total, &[certain.clone(), more].concat()))
                .collect();
            let alike = verdicts.len() == 1;
            assert!(!called || alike, "{item:?} {certain:?} {open:?}: {verdicts:?}");
            assert!(called || !alike || method == Method::Election, "{item:?} {certain:?} {open:?}");
            seen.insert((method == Method::Election, called, open.is_empty()));
        }
        // Both were called both, with ballots that are disputed.
        for election in [false, true] {
            assert!(seen.contains(&(election, true, false)) && seen.contains(&(election, false, false)));
        }
    }
}
