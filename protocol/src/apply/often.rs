//! How often one person may do the same thing, so that nobody alone can fill a list for everybody.
//!
//! Whoever holds an office now is not counted: an office is given, limited and taken back. State keeps the times of those that
//! still count, at most as many as may be done. Ballots are counted by key, whoever holds it, and never end: a key that has
//! changed its mind often waits a little before it does so again.

use super::Placed;
use crate::calendar::DAY_MS;
use crate::id::{AgendaId, Hash, PartyId, PersonId, tagged_hash};
use crate::rejection::{Code, Rejection};
use crate::state::{KeyHolder, State};

/// What is counted.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Often {
    /// Standing for the election of a matter. Taking it back is not counted.
    Candidacy,
    /// Bringing in another device of one's own.
    Device,
    /// Saying something at a meeting.
    Hand,
    /// Giving somebody a mandate. Taking it back is not counted: there is no more of it than of giving.
    Mandate,
    /// Saying who votes for a home.
    Naming,
    /// Holding a ballot of another owner.
    Objection,
    /// Speaking about a matter.
    Opinion,
    /// Asking about a disclosure.
    Question,
    /// Bringing up a matter.
    Raise,
    /// Marking the work of a matter.
    Rating,
    /// Signing a requisition. Taking it back is not counted: there is no more of it than of signing.
    Requisition,
    /// Backing a matter for a home. Taking it back is not counted: there is no more of it than of backing.
    Support,
}

impl Often {
    /// Its name, how often, and within how many days of 24 hours; none for ever.
    const fn limit(self) -> (&'static [u8], usize, Option<u64>) {
        match self {
            Self::Candidacy => (b"candidacy", 5, None),
            Self::Device => (b"device", 10, Some(30)),
            Self::Hand => (b"hand", 20, None),
            Self::Mandate => (b"mandate", 10, None),
            Self::Naming => (b"naming", 10, Some(30)),
            Self::Objection => (b"objection", 5, None),
            Self::Opinion => (b"opinion", 20, None),
            Self::Question => (b"question", 20, None),
            Self::Raise => (b"raise", 10, Some(30)),
            Self::Rating => (b"rating", 10, None),
            Self::Requisition => (b"requisition", 5, None),
            Self::Support => (b"support", 5, None),
        }
    }
}

/// How many ballots a key signs in the place of others for one home in one vote, as fast as it likes.
const BALLOTS: usize = 20;

/// How long after the last of these the next one may come, in milliseconds: short enough that whoever is alone with their phone
/// again before the vote ends has the last word.
const BALLOT_PAUSE_MS: u64 = 15 * 60 * 1000;

/// That somebody does something once more, to be noted when it is done.
pub(crate) struct OnceMore(Option<(Hash, Vec<u64>)>);

impl OnceMore {
    /// Notes it.
    pub(crate) fn note(self, state: &mut State) {
        if let Some((name, times)) = self.0 {
            state.repeats.insert(name, times);
        }
    }
}

impl Placed {
    /// Asks whether a key may sign one more ballot in the place of others. Those of other keys are not counted: who has got hold
    /// of one phone of an owner uses up nothing of another.
    ///
    /// # Errors
    /// `BALLOT_PAUSE`.
    pub(crate) fn one_more_ballot(
        &self,
        state: &State,
        agenda: &AgendaId,
        party: &PartyId,
    ) -> Result<OnceMore, Rejection> {
        let parts: [&[u8]; 4] = [b"ballot\0", self.author.as_bytes(), agenda.as_bytes(), party.as_bytes()];
        let name = Hash::from_bytes(tagged_hash(b"estate-repeat/v1\0", &parts));
        let mut times = state.repeats.get(&name).cloned().unwrap_or_default();
        if times.len() >= BALLOTS {
            let next_ms = times.last().map_or(0, |last| last.saturating_add(BALLOT_PAUSE_MS));
            if self.received_ms < next_ms {
                return Err(Rejection::with(Code::BallotPause, format!("the next from {next_ms} on")));
            }
            times.remove(0);
        }
        times.push(self.received_ms);
        Ok(OnceMore(Some((name, times))))
    }

    /// Asks whether a person may do something about something once more.
    ///
    /// # Errors
    /// `TOO_OFTEN`.
    pub(crate) fn once_more(
        &self,
        state: &State,
        person: &PersonId,
        (often, about): (Often, &[u8]),
    ) -> Result<OnceMore, Rejection> {
        if !state.capabilities(KeyHolder::Person(*person), self.received_ms).is_empty() {
            return Ok(OnceMore(None));
        }
        let (label, most, days) = often.limit();
        // Labels have no NUL, ids have one length each: no two things meet.
        let name = tagged_hash(b"estate-repeat/v1\0", &[label, b"\0", person.as_bytes(), about]);
        let name = Hash::from_bytes(name);
        let counts = |at_ms: &u64| {
            days.is_none_or(|days| self.received_ms < at_ms.saturating_add(days.saturating_mul(DAY_MS)))
        };
        let earlier = state.repeats.get(&name).map(Vec::as_slice).unwrap_or_default();
        let mut times: Vec<u64> = earlier.iter().copied().filter(counts).collect();
        if times.len() >= most {
            let within = days.map_or_else(String::new, |days| format!(" in {days} days"));
            return Err(Rejection::with(Code::TooOften, format!("{most} times{within}")));
        }
        times.push(self.received_ms);
        Ok(OnceMore(Some((name, times))))
    }
}
