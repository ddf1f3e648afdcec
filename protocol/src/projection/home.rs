//! Homes: what a page of the roll says of a unit, and the blobs that this page names.

use crate::blob::{Place, UnitFacts};
use crate::body::Body;
use crate::id::{EntryId, PartyId, UnitId};
use crate::log::LogEntry;
use crate::rejection::{Code, Rejection, require};
use crate::view::{HomeView, Opened, PartyView};

/// A home, its party, area and address proven by the page of the roll that lists it. That this page is of the newest roll is the
/// server's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// The unit.
    pub unit: UnitId,
    /// Whose it is.
    pub party: PartyId,
    /// 楼栋、单元、室号, if the address is at hand.
    pub address: Option<String>,
    /// 楼栋 alone, likewise.
    pub building: Option<String>,
    /// In 0.01 m², if the area is at hand.
    pub area_c: Option<u64>,
}

impl Home {
    /// The homes of some parties.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if an entry is no page, does not list its unit, or lists it as another party's; those of
    /// [`Opened::entry`].
    pub fn of_parties(opened: &Opened<'_>, parties: &[PartyView]) -> Result<Vec<Self>, Rejection> {
        let (mut homes, mut page) = (Vec::new(), None);
        for party in parties {
            for view in &party.homes {
                let home = home(opened, view, &mut page)?;
                require(home.party == party.party, Code::AnswerMismatch)?;
                homes.push(home);
            }
        }
        Ok(homes)
    }

    /// The homes of a list.
    ///
    /// # Errors
    /// Those of [`Home::of_parties`].
    pub fn of_list(opened: &Opened<'_>, views: &[HomeView]) -> Result<Vec<Self>, Rejection> {
        let mut page = None;
        views.iter().map(|view| home(opened, view, &mut page)).collect()
    }
}

/// A home, by its page. That is kept, since the next home often stands on the same one.
fn home(
    opened: &Opened<'_>,
    view: &HomeView,
    kept: &mut Option<(EntryId, LogEntry)>,
) -> Result<Home, Rejection> {
    if kept.as_ref().is_none_or(|(id, _)| *id != view.page) {
        *kept = Some((view.page, opened.entry(&view.page)?));
    }
    let body = kept.as_ref().map(|(_, entry)| entry.entry.body());
    let Some(Body::RollPage(page)) = body else { return Err(Code::AnswerMismatch.into()) };
    let row = page.units.iter().find(|row| row.0 == view.unit).ok_or(Code::AnswerMismatch)?;
    let facts: Option<UnitFacts> = opened.words(&row.4);
    let place: Option<Place> = opened.words(&row.5);
    Ok(Home {
        unit: view.unit,
        party: row.1,
        address: place.as_ref().map(Place::address),
        building: place.map(|place| place.building),
        area_c: facts.map(|facts| facts.area_c.into()),
    })
}
