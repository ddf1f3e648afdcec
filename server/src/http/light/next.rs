//! What something waits for, in the window's words: who must act, what, and by when.

use yishi_protocol::body::OrgKind;
use yishi_protocol::course::{Next, NextAct, Who};
use yishi_protocol::view::Speaker;
use yishi_words::Word;

use crate::words::{Lang, window};

/// `等业委会答复`.
pub(super) fn waits_for(lang: Lang, next: &Next, worker: Option<&Speaker>) -> String {
    let who = worker.map_or_else(|| who(lang, next), |worker| lang.speaker(worker));
    let words = match next.act {
        NextAct::Answer | NextAct::Reply => window::next::answer(&who),
        NextAct::Moderate => window::next::moderate(&who),
        NextAct::Appeal => window::next::appeal(&who),
        NextAct::Rule => window::next::rule(&who),
        // A vote waits for its end: of its roll call and of who is seated only the desk's queue tells.
        NextAct::EndVote | NextAct::Draw | NextAct::RollCall | NextAct::Seat => window::next::end_vote(&who),
        NextAct::RuleDispute => window::next::rule_dispute(&who),
        NextAct::Review => window::next::review(&who),
        NextAct::NoticeDemanded => window::next::notice_demanded(&who),
        NextAct::KeySheets => window::next::key_sheets(&who),
        NextAct::ReadSheetsAgain => window::next::read_sheets_again(&who),
        NextAct::SettleSheets => window::next::settle_sheets(&who),
        NextAct::CountBox => window::next::count_box(&who),
        NextAct::LookAtSheet => window::next::look_at_sheet(&who),
        NextAct::Discuss => window::next::discuss(&who),
        NextAct::NoticeAgain => window::next::notice_again(&who),
        NextAct::OpenVote => window::next::open_vote(&who),
        NextAct::Vote => window::next::vote(&who),
        NextAct::CloseVote => window::next::close_vote(&who),
        NextAct::StateTotals => window::next::state_totals(&who),
        NextAct::Dispatch => window::next::dispatch(&who),
        NextAct::Work => window::next::work(&who),
        NextAct::Rate => window::next::rate(&who),
        NextAct::CloseMatter => window::next::close_matter(&who),
        NextAct::Confirm => window::next::confirm(&who),
    };
    lang.fill(words)
}

/// By when, `2026年12月3日前`, and how late it is, `已超 2 天`.
pub(super) fn due(lang: Lang, next: &Next, now_ms: u64) -> Vec<String> {
    let days = next.days_late(now_ms);
    let late = (days > 0).then(|| lang.fill(window::tell::days_overdue(&days)));
    next.due_ms.map(|due_ms| lang.by(due_ms)).into_iter().chain(late).collect()
}

/// Who must act. Where several organisations can, any of them may.
fn who(lang: Lang, next: &Next) -> String {
    let names: Vec<&str> = match next.who {
        Who::Office => next.orgs.iter().map(|kind| lang.say(organisation(*kind))).collect(),
        Who::Owners => vec![lang.say(window::who::OWNERS)],
        Who::Residents => vec![lang.say(window::who::RESIDENTS)],
        Who::Assignee => vec![lang.say(window::who::ASSIGNEE)],
        Who::SecondPerson => vec![lang.say(window::who::SECOND_PERSON)],
        Who::Giver => vec![lang.say(window::who::GIVER)],
        Who::Author => vec![lang.say(window::who::AUTHOR)],
    };
    if names.is_empty() {
        lang.say(window::who::NOBODY).to_owned()
    } else {
        names.join(lang.say(window::who::OR))
    }
}

/// Organisations of several sorts, any of which may be meant.
pub(super) fn organisations(lang: Lang, kinds: &[OrgKind]) -> String {
    let names: Vec<&str> = kinds.iter().map(|kind| lang.say(organisation(*kind))).collect();
    names.join(lang.say(window::who::OR))
}

fn organisation(kind: OrgKind) -> Word {
    match kind {
        OrgKind::Committee => window::who::COMMITTEE,
        OrgKind::Department => window::who::DEPARTMENT,
        OrgKind::Manager => window::who::MANAGER,
        OrgKind::Other => window::who::OTHER,
        OrgKind::PartyBranch => window::who::PARTY_BRANCH,
        OrgKind::ResidentsCommittee => window::who::RESIDENTS_COMMITTEE,
        OrgKind::Street => window::who::STREET,
        OrgKind::Supervisors => window::who::SUPERVISORS,
    }
}
