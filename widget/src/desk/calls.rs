//! What homes that were drawn have said, as this device keeps it until it is signed. Where they are reached is never kept: that is
//! read anew each time.

use yishi_protocol::body::{CallAnswer, CallHow, Capability, RollCall};
use yishi_protocol::id::{AgendaId, PartyId};
use yishi_protocol::strict_json::{read, write_text};

use crate::desk::load::Data;
use crate::live::Live;
use crate::proofs::drafts::Kept;
use crate::shell::app::App;

/// What begins the name of all that is kept of roll calls.
const CALLS: &str = "desk/calls";

/// What was answered and is not signed, as it was left.
pub(crate) fn kept(app: App, agenda: AgendaId) -> Live<Vec<RollCall>> {
    let said = Live::new(Vec::new());
    app.kept(format_args!("{CALLS}/{agenda}")).keep("said", said, |said| spelt(said), spelt_again);
    said
}

/// Forgets what was answered in a vote: it is signed.
pub(crate) fn forget(app: App, agenda: AgendaId) {
    app.kept(format_args!("{CALLS}/{agenda}")).forget();
}

// A line each, spelt as it will be signed.

fn spelt(said: &[RollCall]) -> String {
    said.iter().map(write_text).collect::<Vec<_>>().join("\n")
}

fn spelt_again(text: &str) -> Option<Vec<RollCall>> {
    text.lines().map(|line| read(line.as_bytes()).ok()).collect()
}

/// Forgets what was answered in votes that are not there any more, or that our office does not reach.
pub(crate) fn forget_old(app: App, data: &Data) {
    let begins = app.kept(CALLS);
    for (name, _) in begins.all() {
        let rest = name.strip_prefix(begins.name()).unwrap_or_default();
        let agenda = rest.split('/').next().unwrap_or_default();
        if !stays(data, agenda) {
            Kept::new(&app.estate, format_args!("{CALLS}/{agenda}")).forget();
        }
    }
}

fn stays(data: &Data, agenda: &str) -> bool {
    let mut counted = data.counted.iter().filter_map(|vote| vote.agenda);
    data.caps.contains(&Capability::Evidence) && counted.any(|known| known.to_string() == agenda)
}

/// A home has answered: what it says now takes the place of what it said before, and what is pressed again is taken back.
pub(crate) fn answered(
    said: &[RollCall],
    (agenda, party): (AgendaId, PartyId),
    answer: CallAnswer,
    how: CallHow,
) -> Vec<RollCall> {
    let same = said.iter().any(|call| call.party == party && call.answer == answer);
    let mut said: Vec<RollCall> = said.iter().filter(|call| call.party != party).cloned().collect();
    if !same {
        said.push(RollCall { agenda, answer, how, party });
    }
    said.sort_by_key(|call| call.party);
    said
}

/// How many homes were reached, of how many it takes: of those that were asked, four of five.
pub(crate) fn reached(asked: u64, (confirmed, denied): (u64, u64), said: &[RollCall]) -> (u64, u64) {
    let now = said.iter().filter(|call| call.answer != CallAnswer::NotReached).count();
    let now = u64::try_from(now).unwrap_or(u64::MAX);
    (confirmed.saturating_add(denied).saturating_add(now), asked.saturating_mul(4).div_ceil(5))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOMES: [PartyId; 2] = [PartyId::from_bytes([1; 16]), PartyId::from_bytes([2; 16])];

    fn said(home: usize, answer: CallAnswer, before: &[RollCall]) -> Vec<RollCall> {
        answered(before, (AgendaId::ZERO, HOMES[home]), answer, CallHow::Visit)
    }

    #[test]
    fn the_last_answer_of_a_home_counts_and_pressing_it_again_takes_it_back() {
        let one = said(1, CallAnswer::NotReached, &[]);
        let other = said(0, CallAnswer::Denied, &one);
        let answers = |said: &[RollCall]| said.iter().map(|call| call.answer).collect::<Vec<_>>();
        assert_eq!(answers(&other), [CallAnswer::Denied, CallAnswer::NotReached]);
        let changed = said(0, CallAnswer::Confirmed, &other);
        assert_eq!(answers(&changed), [CallAnswer::Confirmed, CallAnswer::NotReached]);
        assert_eq!(said(0, CallAnswer::Confirmed, &changed), one);
    }

    #[test]
    fn what_was_said_is_read_as_it_was_kept() {
        let both = said(0, CallAnswer::Denied, &said(1, CallAnswer::Confirmed, &[]));
        assert_eq!(spelt_again(&spelt(&both)), Some(both));
        assert_eq!((spelt(&[]), spelt_again("")), (String::new(), Some(vec![])));
    }

    #[test]
    fn four_of_five_are_to_be_reached_and_who_was_not_is_not() {
        let pending = said(0, CallAnswer::Denied, &said(1, CallAnswer::NotReached, &[]));
        assert_eq!(reached(8, (3, 1), &pending), (5, 7));
        assert_eq!([0, 1, 5, 6, 10].map(|asked| reached(asked, (0, 0), &[]).1), [0, 1, 4, 5, 8]);
    }

    #[test]
    fn nothing_is_left_of_the_roll_call_of_a_vote_that_is_not_ours_to_audit() {
        let data = Data { caps: vec![Capability::Evidence], ..Data::default() };
        assert!(!stays(&data, &AgendaId::ZERO.to_string()));
    }
}
