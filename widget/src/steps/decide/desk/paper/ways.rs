//! The ways from the list of votes to those of which sheets can be keyed.

use yishi_protocol::body::Capability;
use yishi_protocol::state::Stage;

use crate::desk::forms::{card, list, row};
use crate::desk::load::Current;
use crate::desk::{Desk, Page};
use crate::draw::View;
use crate::kit::tell::pick;
use crate::words::key;

/// Those ways, for whoever takes paper.
pub(crate) fn ways(desk: Desk, votes: &[Current]) -> Option<View> {
    let line = |current: &Current| {
        let takes = matches!(current.vote.stage, Some(Stage::Voting | Stage::Counting));
        let agenda = current.vote.agenda.filter(|_| takes)?;
        let about = desk.say(key::desk_paper::KEY_SHEETS_AND_COUNT).to_owned();
        let name = pick(desk.app, &current.vote.text.title);
        Some(row(desk, name, (about, ""), (String::new(), ""), Some(Page::Paper(agenda))))
    };
    let rows: Vec<View> = votes.iter().filter_map(line).collect();
    let offered = desk.may(Capability::Paper) && !rows.is_empty();
    offered.then(|| card(desk.say(key::desk_paper::BALLOTS_ON_PAPER), "", list(rows, "")))
}
