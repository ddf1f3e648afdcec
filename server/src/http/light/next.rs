//! What something waits for, in words of the light pages: who must act, what, and by when.

use yishi_protocol::body::OrgKind;
use yishi_protocol::course::{Next, NextAct, Who};

use super::home::by;
use super::words::Lang;

/// `等业委会答复`, and by when, `12月3日前`.
pub(super) fn next(lang: Lang, next: &Next) -> [Option<String>; 2] {
    let who = who(lang, next);
    let words = match (lang, next.act) {
        (Lang::Zh, NextAct::Answer | NextAct::Reply) => format!("等{who}答复"),
        (Lang::Zh, NextAct::Discuss) => format!("大家在议，等{who}定下一步"),
        (Lang::Zh, NextAct::NoticeAgain) => format!("没有按时开始投票，等{who}重新公示"),
        (Lang::Zh, NextAct::OpenVote) => format!("公示中，等{who}开始投票"),
        (Lang::Zh, NextAct::Vote) => format!("等{who}投票"),
        (Lang::Zh, NextAct::CloseVote) => format!("投票截止了，等{who}计票"),
        (Lang::Zh, NextAct::StateTotals) => format!("等{who}公布计票结果"),
        (Lang::Zh, NextAct::Dispatch) => format!("表决通过，等{who}派单"),
        (Lang::Zh, NextAct::Work) => format!("等{who}办完"),
        (Lang::Zh, NextAct::Rate) => format!("等{who}评价"),
        (Lang::Zh, NextAct::CloseMatter) => format!("等{who}了结"),
        (Lang::Zh, NextAct::Confirm) => format!("等{who}确认"),
        (Lang::En, NextAct::Answer | NextAct::Reply) => format!("{who} to answer"),
        (Lang::En, NextAct::Discuss) => format!("being discussed; {who} to say what is next"),
        (Lang::En, NextAct::NoticeAgain) => format!("not opened in time; {who} to give notice again"),
        (Lang::En, NextAct::OpenVote) => format!("noticed; {who} to open the vote"),
        (Lang::En, NextAct::Vote) => format!("{who} to vote"),
        (Lang::En, NextAct::CloseVote) => format!("voting has ended; {who} to open the box"),
        (Lang::En, NextAct::StateTotals) => format!("{who} to publish the count"),
        (Lang::En, NextAct::Dispatch) => format!("passed; {who} to give it out"),
        (Lang::En, NextAct::Work) => format!("{who} to finish the work"),
        (Lang::En, NextAct::Rate) => format!("{who} to rate it"),
        (Lang::En, NextAct::CloseMatter) => format!("{who} to close it"),
        (Lang::En, NextAct::Confirm) => format!("{who} to confirm it"),
    };
    let due = next.due_ms.map(|due_ms| by(lang, due_ms));
    [Some(words), due]
}

/// Who must act. Where several organisations can, any of them may.
fn who(lang: Lang, next: &Next) -> String {
    let one = match next.who {
        Who::Office if next.orgs.is_empty() => {
            lang.say("管这件事的人（现在没有）", "whoever holds the office (nobody does)")
        }
        Who::Office => {
            let names: Vec<&str> = next.orgs.iter().map(|kind| organisation(lang, *kind)).collect();
            return names.join(lang.say("或", " or "));
        }
        Who::Owners => lang.say("业主", "owners"),
        Who::Residents => lang.say("住户", "residents"),
        Who::Assignee => lang.say("承办的人", "whoever has the work"),
        Who::SecondPerson => lang.say("第二个人", "a second person"),
        Who::Giver => lang.say("给出职务的人", "whoever gave the office"),
    };
    one.to_owned()
}

fn organisation(lang: Lang, kind: OrgKind) -> &'static str {
    match kind {
        OrgKind::Committee => lang.say("业委会", "the committee"),
        OrgKind::Department => lang.say("政府部门", "the department"),
        OrgKind::Manager => lang.say("物业", "the property manager"),
        OrgKind::Other => lang.say("承办单位", "the contractor"),
        OrgKind::PartyBranch => lang.say("党支部", "the Party branch"),
        OrgKind::ResidentsCommittee => lang.say("居委会", "the residents' committee"),
        OrgKind::Street => lang.say("街道", "the street office"),
        OrgKind::Supervisors => lang.say("监督委员会", "the supervisors"),
    }
}
