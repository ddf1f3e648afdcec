//! `GET …/agendas/{agenda}/weight`: what the reader's own homes count for in a vote, by the roll of its notice.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::response::Response;
use yishi_protocol::id::{EntryId, NoticeId, PartyId, PersonId, RollId};
use yishi_protocol::state::{Party, Roll};
use yishi_protocol::view::{SinceView, WeightView};

use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::reading::Inside;
use super::showing::Showing;

/// How many rolls are followed back; an estate that changed its roll oftener has its newest shown.
const MOST_ROLLS: usize = 100;
/// How many pages are shown at most, beside those of the reader's own homes: each may weigh 60 kB, and a phone reads them.
const MOST_PAGES: usize = 6;
/// How many homes of the reader are looked after, for somebody who owns whole buildings.
const MOST_HOMES: usize = 100;

/// With or without an opening, so that an owner sees it from the notice on.
pub(super) async fn weight(
    Inside { frozen, reader }: Inside,
    Path((_, agenda)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    let id: EntryId = agenda.parse().map_err(|_| ApiError::NotFound("agenda"))?;
    let state = frozen.state();
    let notice: NoticeId = state.agenda(&id).map_or(id, |agenda| agenda.notice);
    let record = state.notice(&notice).ok_or(ApiError::NotFound("agenda"))?;
    let roll = state.roll(&record.body.roll).ok_or(ApiError::Unavailable)?;
    let own: Vec<(&PartyId, &Party)> = roll.parties_of(&reader.person).collect();

    let mut showing = Showing::default();
    showing.entry(&frozen, &notice).await?;
    // A roll changes the one before it, so these are all that came into force until then, the newest first.
    let mut before: Vec<(&RollId, &Roll)> =
        state.rolls().filter(|(_, earlier)| earlier.index <= roll.index).collect();
    before.sort_by_key(|(_, roll)| std::cmp::Reverse(roll.index));
    before.truncate(MOST_ROLLS);
    let mut rolls = Vec::new();
    for (id, _) in &before {
        rolls.push(showing.entry(&frozen, id).await?);
    }

    let mut owned = BTreeSet::new();
    for (_, party) in &own {
        owned.insert(party.page);
        for unit in party.units.iter().take(MOST_HOMES).filter_map(|unit| roll.units.get(unit)) {
            owned.insert(unit.page);
            showing.blob(&unit.facts);
            showing.blob(&unit.place);
        }
    }
    let (since, sold) = since(&frozen, &mut showing, roll, &reader.person).await?;
    owned.extend(sold);
    let mut pages = Vec::new();
    for place in with_others(owned, &before) {
        pages.push(showing.at(&frozen, place).await?);
    }
    let parking_counts = record.bylaws.parking_counts;
    let view = WeightView { notice, pages, parking_counts, rolls, since };
    Ok(json(&showing.answer(&frozen, view).await?))
}

/// The reader's own pages, with all others if these are few, or else with those that could say otherwise since.
fn with_others(own: BTreeSet<u64>, rolls: &[(&RollId, &Roll)]) -> BTreeSet<u64> {
    let oldest = own.first().copied();
    let others = |rolls: &[(&RollId, &Roll)]| -> Vec<u64> {
        let pages = rolls.iter().flat_map(|(_, roll)| roll.pages.iter().copied());
        pages.filter(|page| !own.contains(page)).collect()
    };
    let mut shown = others(rolls);
    if shown.len() > MOST_PAGES {
        let later = |(_, roll): &&(&RollId, &Roll)| oldest.is_some_and(|page| !roll.pages.contains(&page));
        shown = others(&rolls.iter().take_while(later).copied().collect::<Vec<_>>());
        shown.truncate(MOST_PAGES);
    }
    own.into_iter().chain(shown).collect()
}

/// The reader's homes that changed hands after a roll, and the pages that list them in it.
async fn since(
    frozen: &Frozen,
    showing: &mut Showing,
    roll: &Roll,
    reader: &PersonId,
) -> Result<(Vec<SinceView>, Vec<u64>), ApiError> {
    let (mut views, mut pages) = (Vec::new(), Vec::new());
    let Some((_, newest)) = frozen.state().newest_roll() else { return Ok((views, pages)) };
    let of = |roll: &'_ Roll| -> BTreeSet<_> {
        roll.parties_of(reader).flat_map(|(_, party)| party.units.iter().copied()).collect()
    };
    for unit in of(roll).union(&of(newest)).take(MOST_HOMES) {
        let (Some(then), Some(now)) = (roll.units.get(unit), newest.units.get(unit)) else { continue };
        if then.party == now.party {
            continue;
        }
        let owns = |roll: &Roll, party| {
            roll.parties.get(party).is_some_and(|party: &Party| party.persons.contains(reader))
        };
        // A home of one's own both before and after is no home that was bought or sold: with another co-owner, say.
        let (sells, buys) = (owns(roll, &then.party), owns(newest, &now.party));
        if sells == buys {
            continue;
        }
        showing.blob(if buys { &now.place } else { &then.place });
        pages.push(then.page);
        let owners = newest.parties.get(&now.party).ok_or(ApiError::Unavailable)?.page;
        views.push(SinceView {
            now: showing.at(frozen, now.page).await?,
            owners: showing.at(frozen, owners).await?,
            then: showing.at(frozen, then.page).await?,
            unit: *unit,
        });
    }
    Ok((views, pages))
}
