//! What something waits for, in words: which act, by whom. `protocol` says what it is; each act and everybody who can be waited
//! for has a phrase, and no other.

use yishi_protocol::body::OrgKind;
use yishi_protocol::course::{Next, NextAct, Who};
use yishi_protocol::view::Speaker;
use yishi_words::Word;

use crate::kit::tell::speaker;
use crate::shell::app::App;
use crate::words::key;

/// Who must act: `等业委会答复`. Whoever has the work that is waited for is called by their title, as everywhere.
pub(crate) fn waits_for(app: App, next: &Next, worker: Option<&Speaker>) -> String {
    let who = worker.map_or_else(|| who(app, next), |worker| speaker(app, worker));
    app.fill(match next.act {
        NextAct::Answer | NextAct::Reply => key::next::answer(&who),
        NextAct::Discuss => key::next::discuss(&who),
        NextAct::NoticeAgain => key::next::notice_again(&who),
        NextAct::OpenVote => key::next::open_vote(&who),
        NextAct::Vote => key::next::vote(&who),
        NextAct::CloseVote => key::next::close_vote(&who),
        NextAct::StateTotals => key::next::state_totals(&who),
        NextAct::Dispatch => key::next::dispatch(&who),
        NextAct::Work => key::next::work(&who),
        NextAct::Rate => key::next::rate(&who),
        NextAct::CloseMatter => key::next::close_matter(&who),
        NextAct::Confirm => key::next::confirm(&who),
        NextAct::Moderate => key::next::moderate(&who),
        NextAct::Appeal => key::next::appeal(&who),
        NextAct::Rule => key::next::rule(&who),
        // A vote waits for its end: of its roll call and of who is seated only the desk's queue tells.
        NextAct::EndVote | NextAct::Draw | NextAct::RollCall | NextAct::Seat => key::next::end_vote(&who),
        NextAct::RuleDispute => key::next::rule_dispute(&who),
        NextAct::Review => key::next::review(&who),
        NextAct::NoticeDemanded => key::next::notice_demanded(&who),
        NextAct::KeySheets => key::next::key_sheets(&who),
        NextAct::ReadSheetsAgain => key::next::read_sheets_again(&who),
        NextAct::SettleSheets => key::next::settle_sheets(&who),
        NextAct::CountBox => key::next::count_box(&who),
        NextAct::LookAtSheet => key::next::look_at_sheet(&who),
    })
}

/// Whoever that is. Where the offices of several organisations can act, any of them may.
fn who(app: App, next: &Next) -> String {
    let names: Vec<&str> = match next.who {
        Who::Office => next.orgs.iter().map(|kind| app.say(organisation(*kind))).collect(),
        Who::Owners => vec![app.say(key::who::OWNERS)],
        Who::Residents => vec![app.say(key::who::RESIDENTS)],
        Who::Assignee => vec![app.say(key::who::ASSIGNEE)],
        Who::SecondPerson => vec![app.say(key::who::SECOND_PERSON)],
        Who::Giver => vec![app.say(key::who::GIVER)],
        Who::Author => vec![app.say(key::who::AUTHOR)],
    };
    if names.is_empty() { app.say(key::who::NOBODY).to_owned() } else { names.join(app.say(key::who::OR)) }
}

/// Organisations of several sorts, any of which may be meant.
pub(crate) fn organisations(app: App, kinds: &[OrgKind]) -> String {
    let names: Vec<&str> = kinds.iter().map(|kind| app.say(organisation(*kind))).collect();
    names.join(app.say(key::who::OR))
}

fn organisation(kind: OrgKind) -> Word {
    match kind {
        OrgKind::Committee => key::who::COMMITTEE,
        OrgKind::Department => key::who::DEPARTMENT,
        OrgKind::Manager => key::who::MANAGER,
        OrgKind::Other => key::who::OTHER,
        OrgKind::PartyBranch => key::who::PARTY_BRANCH,
        OrgKind::ResidentsCommittee => key::who::RESIDENTS_COMMITTEE,
        OrgKind::Street => key::who::STREET,
        OrgKind::Supervisors => key::who::SUPERVISORS,
    }
}

/// Whether the date of the next act has passed.
pub(crate) fn is_overdue(next: Option<&Next>, now_ms: u64) -> bool {
    next.is_some_and(|next| next.days_late(now_ms) > 0)
}
