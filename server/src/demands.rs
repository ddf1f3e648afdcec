//! What areas gave where owners demand a vote. Each of them is read for it, and whoever has signed may ask again and again, so it is read
//! once for the same signatures.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use yishi_protocol::blob::Evidence;
use yishi_protocol::body::{Body, Meter, Requisition, RequisitionStep, demand_mark};
use yishi_protocol::id::{Hash, MatterId};
use yishi_protocol::rejection::Rejection;
use yishi_protocol::state::{Matter, State};
use yishi_protocol::view::DemandArea;

/// The most matters that are remembered before all are forgotten.
const MOST: usize = 1_000;

/// How much of a fifth of the area has signed, by matter, each with what it was added up by.
#[derive(Debug, Default)]
pub(crate) struct Demands {
    known: Mutex<BTreeMap<MatterId, (Hash, DemandArea)>>,
}

impl Demands {
    /// What was added up by the same signatures and the same roll, if it was.
    pub(crate) fn known(&self, state: &State, (id, matter): (&MatterId, &Matter)) -> Option<DemandArea> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(id).copied();
        known.filter(|(mark, _)| *mark == demand_mark(state, matter)).map(|(_, area)| area)
    }

    /// Adds it up; none where areas are missing, which is not kept.
    ///
    /// # Errors
    /// What a blob breaks that is at hand but does not fit the entry naming it.
    pub(crate) fn add_up(
        &self,
        state: &State,
        (id, matter): (&MatterId, &Matter),
        evidence: &Evidence,
    ) -> Result<Option<DemandArea>, Rejection> {
        let meter = Meter::of(state, matter, evidence)?;
        let area = meter.missing.is_empty().then(|| meter.area());
        if let Some(area) = area {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            if known.len() >= MOST {
                known.clear();
            }
            known.insert(*id, (demand_mark(state, matter), area));
        }
        Ok(area)
    }

    /// The matter on which a body hands a demand in.
    pub(crate) fn handed_in<'a>(state: &'a State, body: &Body) -> Option<(MatterId, &'a Matter)> {
        let Body::Requisition(Requisition { matter, step: RequisitionStep::HandIn, .. }) = body else {
            return None;
        };
        Some((*matter, state.matter(matter)?))
    }
}
