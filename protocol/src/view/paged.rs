//! Lists of which an answer holds a page, and what their pages make together.

use core::cmp::Reverse;

use super::{AgendaList, DisclosureList, MatterList, MatterSummary, OfficerList};
use crate::id::MatterId;
use crate::state::Standing;
use crate::strict_json::Strict;

/// A list of which an answer holds a page. Its pages are cut in an order that time does not change, so that whoever follows
/// them reads each row that was there once, whatever comes or changes meanwhile.
pub trait Paged: Strict + Sized {
    /// After what the next page begins, as `?after=` takes it; none on the last.
    fn next(&self) -> Option<String>;

    /// Adds the next page.
    fn read_on(&mut self, page: Self);
}

impl MatterSummary {
    /// Its place among others: first those that go on, the most urgent ahead; then those that have ended, the latest ahead.
    pub fn order(&self) -> (bool, u64, Reverse<u64>, MatterId) {
        let due_ms = self.next.as_ref().and_then(|next| next.due_ms);
        Self::order_of(self.standing, due_ms, (self.raised_ms, self.matter))
    }

    /// The same, by how it stands, when it is due, and when it was raised.
    pub fn order_of(
        standing: Standing,
        due_ms: Option<u64>,
        (raised_ms, matter): (u64, MatterId),
    ) -> (bool, u64, Reverse<u64>, MatterId) {
        (standing != Standing::Open, due_ms.unwrap_or(u64::MAX), Reverse(raised_ms), matter)
    }
}

impl Paged for MatterList {
    fn next(&self) -> Option<String> {
        self.next.as_ref().map(ToString::to_string)
    }

    fn read_on(&mut self, page: Self) {
        self.matters.extend(page.matters);
        self.matters.sort_by_key(MatterSummary::order);
        self.next = page.next;
    }
}

impl Paged for AgendaList {
    fn next(&self) -> Option<String> {
        self.next.as_ref().map(ToString::to_string)
    }

    fn read_on(&mut self, page: Self) {
        self.agendas.extend(page.agendas);
        self.next = page.next;
    }
}

impl Paged for DisclosureList {
    fn next(&self) -> Option<String> {
        self.next.as_ref().map(ToString::to_string)
    }

    fn read_on(&mut self, page: Self) {
        self.disclosures.extend(page.disclosures);
        self.next = page.next;
    }
}

impl Paged for OfficerList {
    fn next(&self) -> Option<String> {
        self.next.as_ref().map(ToString::to_string)
    }

    fn read_on(&mut self, page: Self) {
        let mut officers = page.officers.into_iter().peekable();
        // Whose offices go on there.
        if let Some(last) = self.officers.last_mut()
            && let Some(same) = officers.next_if(|next| next.person == last.person)
        {
            last.offices.extend(same.offices);
        }
        self.officers.extend(officers);
        self.next = page.next;
    }
}
