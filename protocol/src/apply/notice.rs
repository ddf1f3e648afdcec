//! `notice`: announces an agenda. Its clear days and its window are those of the bylaws (DOMAIN R16, R19).

use super::{Change, Placed};
use crate::body::{Adoption, Capability, Item, Method, Notice};
use crate::calendar::{DAY_MS, earliest_opening_day, local_day};
use crate::count::is_stricter;
use crate::id::Hash;
use crate::rejection::{Code, Rejection, require};
use crate::state::{NoticeRecord, State};

/// The most items of an agenda.
const MAX_ITEMS: usize = 20;
/// The most candidates, and the most seats, of an election.
const MAX_CANDIDATES: usize = 64;
/// The longest id of a candidate, in bytes.
const MAX_OPTION: usize = 16;

pub(super) fn check(state: &State, placed: &Placed, body: &Notice) -> Result<Change, Rejection> {
    placed.require(state, Capability::Notice)?;
    let roll = state.rolls.get(&body.roll).ok_or(Code::RollUnknown)?;
    // Whoever could choose among earlier rolls would choose the owners.
    require(state.newest_roll().is_some_and(|(newest, _)| *newest == body.roll), Code::RollSuperseded)?;
    require(roll.scopes.contains_key(&body.scope), Code::ScopeUnknown)?;
    let concern = super::concern_of_vote(state, body.scope, body.matter.as_ref());
    placed.require_for(state, Capability::Notice, &concern)?;
    require(body.legal_mode == state.bylaws.legal_mode, Code::LegalModeMismatch)?;
    require(body.lottery.is_none() && body.reserve_ms.is_none(), Code::NotYet)?;
    require(roll.heads_in(body.scope, state.bylaws.parking_counts) > 0, Code::EmptyScope)?;
    check_items(&body.items)?;

    let earliest = earliest_opening_day(placed.received_ms, state.bylaws.notice_clear_days);
    require(local_day(body.opens_ms) >= earliest, Code::NoticeTooShort)?;
    let window_ms = body.closes_ms.checked_sub(body.opens_ms).ok_or(Code::WindowLength)?;
    let days = |days: u32| u64::from(days).saturating_mul(DAY_MS);
    let allowed = days(state.bylaws.window_days_min)..=days(state.bylaws.window_days_max);
    require(allowed.contains(&window_ms), Code::WindowLength)?;

    if let Some(matter) = &body.matter {
        let matter = super::open_matter(state, matter)?;
        require(matter.accepted_ms.is_some(), Code::MatterNotAccepted)?;
        require(matter.tasks.is_empty(), Code::MatterUnderWay)?;
    }

    let (id, received_ms, index, matter) = (placed.id, placed.received_ms, placed.index, body.matter);
    let record = NoticeRecord { body: body.clone(), received_ms, bylaws: state.bylaws.clone(), opened: None };
    Ok(Change::new(move |state| {
        state.notices.insert(id, record);
        if let Some(matter) = matter.and_then(|matter| state.matters.get_mut(&matter)) {
            matter.notices.push(id);
            matter.trail.insert(index);
        }
    }))
}

fn check_items(items: &[Item]) -> Result<(), Rejection> {
    require((1..=MAX_ITEMS).contains(&items.len()), Code::ItemsInvalid)?;
    for (item, number) in items.iter().zip(1..) {
        let answerable = match item.method {
            Method::Resolution => item.options.is_empty() && item.seats == 0,
            Method::Election => {
                let seats = usize::try_from(item.seats).unwrap_or(usize::MAX);
                (1..=MAX_CANDIDATES).contains(&seats) && are_candidates(&item.options)
            }
        };
        require(answerable && item.id == number, Code::ItemsInvalid)?;
        let lawful = |adopts: &Adoption| {
            item.method == Method::Resolution && adopts.settings.are_lawful() && adopts.document != Hash::ZERO
        };
        require(item.adopts.as_ref().is_none_or(lawful), Code::ItemsInvalid)?;
        require(item.raise.is_none_or(|raise| is_stricter(raise, item.class)), Code::ThresholdLowered)?;
    }
    Ok(())
}

fn are_candidates(options: &[String]) -> bool {
    let is_id = |id: &String| {
        (1..=MAX_OPTION).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let distinct: std::collections::BTreeSet<_> = options.iter().collect();
    (1..=MAX_CANDIDATES).contains(&options.len())
        && options.iter().all(is_id)
        && distinct.len() == options.len()
}
