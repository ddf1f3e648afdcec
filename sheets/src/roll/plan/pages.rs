//! Filling pages: unit by unit, each with its party and that party's people where they need a row; in the order of random
//! ids, since the order of the file would tell who lives next to whom.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Body, RollPage};
use yishi_protocol::envelope::MAX_BODY;
use yishi_protocol::id::{PartyId, SetId};

use super::PlanError;
use super::rows::Rows;

/// The most rows of a page.
const ROWS: usize = 400;
/// The most pages of a set.
const PAGES: usize = 1000;
/// A page's body stays well below what an entry may hold.
const PAGE_BYTES: usize = MAX_BODY - 4096;
/// More than a unit's row and its party's take, in bytes, beside the owners.
const ROW_BYTES: usize = 400;
/// More than one owner takes, twice, in bytes.
const OWNER_BYTES: usize = 160;

/// Pages that are being filled.
struct Filling {
    set: SetId,
    done: Vec<(RollPage, Vec<Blob>)>,
    page: RollPage,
    blobs: Vec<Blob>,
}

fn empty(set: SetId) -> RollPage {
    RollPage { page: 0, pages: 0, parties: vec![], people: vec![], set, units: vec![] }
}

impl Filling {
    /// Begins a new page if a unit, its party and so many owners do not fit on this one.
    fn make_room(&mut self, owners: usize) {
        let page = &self.page;
        let rows = [page.parties.len(), page.people.len(), page.units.len(), owners, 2];
        let more = owners.saturating_mul(OWNER_BYTES).saturating_add(ROW_BYTES);
        let bytes = Body::from(page.clone()).encode().len().saturating_add(more);
        if rows.iter().sum::<usize>() > ROWS || bytes > PAGE_BYTES {
            let page = core::mem::replace(&mut self.page, empty(self.set));
            self.done.push((page, core::mem::take(&mut self.blobs)));
        }
    }

    /// Lists a party, if it needs a row and has none yet, and of its people those that no page names yet.
    fn list(&mut self, party: PartyId, rows: &mut Rows) {
        let Some(row) = rows.parties.remove(&party) else { return };
        for person in &row.1 {
            if let Some(name) = rows.names.remove(person) {
                self.page.people.push((*person, name.id()));
                self.blobs.push(name);
            }
        }
        self.page.parties.push(row);
    }
}

/// Fills the pages of a set.
pub(super) fn fill(mut rows: Rows, set: SetId) -> Result<Vec<(RollPage, Vec<Blob>)>, PlanError> {
    let mut filling = Filling { set, done: Vec::new(), page: empty(set), blobs: Vec::new() };
    let mut units = core::mem::take(&mut rows.units);
    units.sort_by_key(|unit| unit.id);
    for unit in units {
        let owners = rows.parties.get(&unit.party).map_or(0, |row| row.1.len());
        filling.make_room(owners);
        filling.list(unit.party, &mut rows);
        let (facts, place) = (unit.facts, unit.place);
        filling.page.units.push((unit.id, unit.party, unit.scope, unit.kind, facts.id(), place.id()));
        filling.blobs.extend([facts, place]);
    }
    while let Some(party) = rows.parties.keys().next().copied() {
        let owners = rows.parties.get(&party).map_or(0, |row| row.1.len());
        filling.make_room(owners);
        filling.list(party, &mut rows);
    }
    let mut pages = filling.done;
    pages.push((filling.page, filling.blobs));
    if pages.len() > PAGES {
        return Err(PlanError::TooLarge);
    }
    let count = u32::try_from(pages.len()).map_err(|_| PlanError::TooLarge)?;
    for ((page, blobs), number) in pages.iter_mut().zip(0..) {
        (page.page, page.pages) = (number, count);
        page.parties.sort_by_key(|row| row.0);
        page.people.sort_by_key(|row| row.0);
        page.units.sort_by_key(|row| row.0);
        blobs.sort_by_key(Blob::id);
        blobs.dedup_by_key(|blob| blob.id());
    }
    Ok(pages)
}
