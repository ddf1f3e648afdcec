//! A doorstep round as this device keeps it: whose doors, what was found there, and until when. Once the vote is final, or whoever
//! walks it holds no office for it any more, nothing of it is left.

use yishi_protocol::body::{Capability, Delivery, DeliveryGrade, DeliveryRow};
use yishi_protocol::calendar::HOUR_MS;
use yishi_protocol::id::{NoticeId, PartyId};
use yishi_protocol::strict_json::{read, write_text};
use yishi_protocol::view::RoundView;

use crate::desk::load::{Current, Data};
use crate::live::Live;
use crate::proofs::drafts::Kept;
use crate::shell::app::App;

/// What begins the name of every kept round.
const ROUNDS: &str = "desk/round";

/// A round that is kept.
#[derive(Clone, Copy)]
pub(crate) struct Round {
    pub(crate) doors: Live<Option<RoundView>>,
    /// What was found at the doors, as it will be signed: no document yet.
    pub(crate) found: Live<Vec<DeliveryRow>>,
}

impl Round {
    /// The round of a notice, as it was left.
    pub(crate) fn of(app: App, notice: NoticeId) -> Self {
        let kept = app.kept(format_args!("{ROUNDS}/{notice}"));
        let round = Self { doors: Live::new(None), found: Live::new(Vec::new()) };
        let doors = |doors: &Option<RoundView>| doors.as_ref().map(write_text).unwrap_or_default();
        kept.keep("doors", round.doors, doors, |text| read(text.as_bytes()).ok().map(Some));
        kept.keep("found", round.found, |found| spelt(found), spelt_again);
        round
    }
}

// Rows are spelt as an entry that is about no notice: there is one spelling of them.

fn spelt(rows: &[DeliveryRow]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    write_text(&Delivery { notice: NoticeId::ZERO, rows: rows.to_vec() })
}

fn spelt_again(text: &str) -> Option<Vec<DeliveryRow>> {
    read::<Delivery>(text.as_bytes()).ok().map(|kept| kept.rows)
}

/// Forgets the rounds of votes that are final or that our office does not reach any more.
pub(crate) fn forget_old(app: App, data: &Data) {
    let begins = app.kept(ROUNDS);
    for (name, _) in begins.all() {
        let rest = name.strip_prefix(begins.name()).unwrap_or_default();
        let notice = rest.split('/').next().unwrap_or_default();
        if !stays(data, notice) {
            Kept::new(&app.estate, format_args!("{ROUNDS}/{notice}")).forget();
        }
    }
}

/// Whether a round of that notice is still walked: votes that are final are not among those that go on.
fn stays(data: &Data, notice: &str) -> bool {
    let is_it = |current: &Current| current.notice.to_string() == notice && current.vote.withdrawn.is_none();
    data.votes.iter().any(is_it) && data.caps.contains(&Capability::Open)
}

/// Doors were rung at: what is found there takes the place of what was found before, but for the calls in vain, which add up until
/// it was posted. What is pressed again is taken back.
pub(crate) fn rung(
    rows: &[DeliveryRow],
    party: PartyId,
    grade: DeliveryGrade,
    now_ms: u64,
) -> Vec<DeliveryRow> {
    let before = rows.iter().find(|row| row.party == party);
    let mut rows: Vec<DeliveryRow> = rows.iter().filter(|row| row.party != party).cloned().collect();
    let tries = before.map(|row| row.tries.clone()).unwrap_or_default();
    let same = before.is_some_and(|row| row.grade == grade);
    let new = |at_ms, tries, grade| DeliveryRow { at_ms, evidence: None, grade, party, tries };
    let row = match grade {
        // Pressed again at the same door: it was a slip of the finger.
        DeliveryGrade::Unreachable
            if tries.last().is_some_and(|last| now_ms < last.saturating_add(HOUR_MS)) =>
        {
            let kept = tries.len().saturating_sub(1);
            let earlier: Vec<u64> = tries.into_iter().take(kept).collect();
            (!earlier.is_empty()).then(|| new(None, earlier, grade))
        }
        DeliveryGrade::Unreachable => {
            // As many as one entry lists of a home.
            let kept = tries.len().saturating_sub(9);
            Some(new(None, tries.into_iter().skip(kept).chain([now_ms]).collect(), grade))
        }
        // Taken back: the calls in vain stay.
        _ if same => (!tries.is_empty()).then(|| new(None, tries, DeliveryGrade::Unreachable)),
        DeliveryGrade::Posted => Some(new(Some(now_ms), tries, grade)),
        _ => Some(new(Some(now_ms), Vec::new(), grade)),
    };
    rows.extend(row);
    rows.sort_by_key(|row| row.party);
    rows
}

/// Whether a home was called on in vain so often that the notice may be posted for it.
pub(crate) fn may_post(rows: &[DeliveryRow], party: &PartyId) -> bool {
    rows.iter().any(|row| row.party == *party && row.tries.len() >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: PartyId = PartyId::from_bytes([1; 16]);

    #[test]
    fn calls_in_vain_add_up_until_somebody_signs_or_it_is_posted() {
        use DeliveryGrade::{Posted, SignedSlip, Unreachable};
        let later = 5 + HOUR_MS;
        let once = rung(&[], HOME, Unreachable, 5);
        assert_eq!((once[0].tries.as_slice(), may_post(&once, &HOME)), (&[5][..], false));
        assert_eq!(rung(&once, HOME, Unreachable, later - 1), [], "pressed again at the same door");
        let twice = rung(&once, HOME, Unreachable, later);
        assert!(may_post(&twice, &HOME));
        assert_eq!(rung(&twice, HOME, Unreachable, later + 1), once);
        let posted = rung(&twice, HOME, Posted, later + 3);
        assert_eq!((posted[0].at_ms, posted[0].tries.as_slice()), (Some(later + 3), &[5, later][..]));
        assert_eq!(rung(&posted, HOME, Posted, later + 4), twice, "taken back, the calls stay");
        let signed = rung(&twice, HOME, SignedSlip, later + 3);
        assert_eq!((signed[0].at_ms, signed[0].tries.len()), (Some(later + 3), 0));
        assert_eq!(rung(&signed, HOME, SignedSlip, later + 4), []);
    }

    #[test]
    fn no_more_calls_are_kept_than_an_entry_lists() {
        let calls = (1..=30)
            .fold(Vec::new(), |rows, hour| rung(&rows, HOME, DeliveryGrade::Unreachable, hour * HOUR_MS));
        assert_eq!((calls[0].tries.len(), calls[0].tries.last()), (10, Some(&(30 * HOUR_MS))));
    }

    #[test]
    fn what_was_found_is_read_as_it_was_kept() {
        let rows = rung(&[], HOME, DeliveryGrade::SignedSlip, 7);
        assert_eq!(spelt_again(&spelt(&rows)), Some(rows));
        assert_eq!((spelt(&Vec::new()), spelt_again("")), (String::new(), None));
    }

    #[test]
    fn nothing_is_left_of_the_round_of_a_vote_that_does_not_go_on() {
        let data = Data { caps: vec![Capability::Open], ..Data::default() };
        assert!(!stays(&data, &NoticeId::ZERO.to_string()));
    }
}
