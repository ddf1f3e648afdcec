//! Two clocks for each entry: the server's, which dates it, and its author's own, which the author signs. No rule reads the
//! second; where the two part, an audit says so.

use std::collections::BTreeMap;

use crate::id::EntryId;
use crate::log::LogEntry;
use crate::state::Agenda;
use crate::strict_json::Strict;

/// How far the two clocks of an entry may part unsaid.
const TOLERANCE_MS: u64 = 10 * 60 * 1_000;

/// The two clocks of an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Clocks {
    /// The entry's place in the log.
    pub index: u64,
    /// When the server says that it came, in milliseconds since 1970.
    pub received_ms: u64,
    /// When it was signed by its author's own clock, in milliseconds since 1970.
    pub client_ms: u64,
}

/// The clocks of the entries of a log so far.
#[derive(Default)]
pub(super) struct Clockwork {
    all: Vec<Clocks>,
    places: BTreeMap<EntryId, usize>,
    /// Those that part.
    pub(super) differ: Vec<Clocks>,
    /// Those that part as they do when an entry is signed without a network and sent later.
    pub(super) kept: Vec<Clocks>,
}

impl Clockwork {
    /// Notes the clocks of the next entry.
    pub(super) fn note(&mut self, entry: &LogEntry) {
        let (received_ms, client_ms) = (entry.received_ms, entry.entry.client_ms());
        let clocks = Clocks { index: entry.index, received_ms, client_ms };
        if received_ms.abs_diff(client_ms) > TOLERANCE_MS {
            // Whoever signs has seen what the view holds: an author whose clock is right has seen nothing that came later.
            let seen = entry.entry.view().size.checked_sub(1).and_then(|last| usize::try_from(last).ok());
            let seen = seen.and_then(|last| self.all.get(last)).map_or(0, |last| last.received_ms);
            let kept = client_ms < received_ms && seen <= client_ms.saturating_add(TOLERANCE_MS);
            if kept { &mut self.kept } else { &mut self.differ }.push(clocks);
        }
        self.places.insert(entry.entry.id(), self.all.len());
        self.all.push(clocks);
    }

    /// The clocks of an entry; zero if it is not here.
    pub(super) fn of(&self, entry: &EntryId) -> Clocks {
        self.places.get(entry).and_then(|place| self.all.get(*place)).copied().unwrap_or_default()
    }

    /// How many standing ballots were signed outside the window by their phones' own clocks.
    pub(super) fn outside(&self, agenda: &Agenda) -> u64 {
        let window = agenda.opens_ms..agenda.closes_ms;
        // A sheet is keyed by whoever keys it, whenever that is.
        let online = |number: &u64| agenda.ballots.get(number).is_some_and(|ballot| ballot.paper.is_none());
        let standing = agenda.all_counted().filter(online);
        let clocks = standing.filter_map(|number| self.all.get(usize::try_from(number).ok()?));
        let outside = clocks.filter(|clocks| !window.contains(&clocks.client_ms));
        u64::try_from(outside.count()).unwrap_or(u64::MAX)
    }
}
