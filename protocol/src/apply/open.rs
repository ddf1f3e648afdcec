//! `open`: opens a noticed agenda and freezes its roll and settings.

use super::{Change, Placed};
use crate::body::{Capability, Notice, Open};
use crate::bylaws::Bylaws;
use crate::calendar::{DAY_MS, HOUR_MS};
use crate::count::VoteBook;
use crate::rejection::{Code, Rejection, require};
use crate::state::{Agenda, Map, State};

/// How long before its window an agenda can be opened: late enough that the roll is the one in force.
pub const OPEN_AHEAD_MS: u64 = 72 * HOUR_MS;

/// Whether the time is right to open what was noticed.
///
/// # Errors
/// `TOO_EARLY_TO_OPEN`, `WINDOW_TOO_SHORT`.
pub fn may_open(notice: &Notice, bylaws: &Bylaws, at_ms: u64) -> Result<(), Rejection> {
    require(at_ms.saturating_add(OPEN_AHEAD_MS) >= notice.opens_ms, Code::TooEarlyToOpen)?;
    // A late opening is allowed while the owners keep the shortest window that the bylaws promise them.
    let left_ms = notice.closes_ms.saturating_sub(notice.opens_ms.max(at_ms));
    let least_ms = u64::from(bylaws.window_days_min).saturating_mul(DAY_MS);
    require(left_ms >= least_ms, Code::WindowTooShort)
}

pub(super) fn check(state: &State, placed: &Placed, body: &Open) -> Result<Change, Rejection> {
    placed.require(state, Capability::Open)?;
    let notice = state.notices.get(&body.notice).ok_or(Code::NoticeUnknown)?;
    placed.require_for(state, Capability::Open, &super::concern_of(state, &body.notice))?;
    require(notice.opened.is_none(), Code::AlreadyOpened)?;
    require(body.corrections.is_empty(), Code::NotYet)?;
    require(body.roll == notice.body.roll, Code::RollMismatch)?;
    let roll = state.rolls.get(&body.roll).ok_or(Code::RollUnknown)?;
    let (opens_ms, closes_ms) = (notice.body.opens_ms, notice.body.closes_ms);
    let bylaws = &notice.bylaws;
    may_open(&notice.body, bylaws, placed.received_ms)?;
    let heads = roll.heads_in(notice.body.scope, bylaws.parking_counts);
    require(heads > 0, Code::EmptyScope)?;
    require(u32::try_from(heads) == Ok(body.heads), Code::ScopeHeads)?;

    let id = placed.id;
    let agenda = Agenda {
        notice: body.notice,
        roll: body.roll,
        scope: notice.body.scope,
        area_c: body.area_c,
        heads: body.heads,
        bylaws: bylaws.clone(),
        opens_ms,
        closes_ms,
        opened_ms: placed.received_ms,
        book: VoteBook::new(opens_ms, closes_ms, bylaws.proxy_limit, bylaws.joint),
        ballots: Map::new(),
        accesses: Map::new(),
        closed_ms: None,
        tally: None,
        tally_entry: None,
    };
    let (notice, index) = (body.notice, placed.index);
    Ok(Change::new(move |state| {
        super::note_on_matter(state, &notice, index);
        if let Some(notice) = state.notices.get_mut(&notice) {
            notice.opened = Some(id);
        }
        state.agendas.insert(id, agenda);
    }))
}
