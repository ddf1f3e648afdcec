//! What is reported, hidden and appealed against, in the bodies and blobs that say it.

use yishi_protocol::blob::{Blob, BlobKind};
use yishi_protocol::body::{Appeal, Capability, Grant, HideReason, Measure, Moderate, OrgKind, Report, Role};
use yishi_protocol::id::EntryId;
use yishi_protocol::state::State;

use crate::matters::{statement, words};
use crate::people::salt;
use crate::stairwell::{grant, hour};

/// Words of a matter: the matter, and the entry that says them.
pub type Of = (EntryId, EntryId);

/// Reports words.
pub fn report((matter, words): Of, reason: HideReason) -> Report {
    Report { matter, reason, words }
}

/// Hides them.
pub fn hide((matter, words): Of, reason: HideReason) -> (Moderate, Vec<Blob>) {
    let text = statement("里面有别人的信息，请去掉再发。");
    (Moderate { matter, measure: Measure::Hide, reason: Some(reason), text: text.id(), words }, vec![text])
}

/// Does something else with them.
pub fn rule((matter, words): Of, measure: Measure) -> (Moderate, Vec<Blob>) {
    let text = statement(match measure {
        Measure::Hide => "隐藏。",
        Measure::Keep => "看过了，维持隐藏。",
        Measure::Leave => "看过了，只是话说得急。",
        Measure::Show => "看过了，重新显示。",
    });
    (Moderate { matter, measure, reason: None, text: text.id(), words }, vec![text])
}

/// Appeals.
pub fn appeal((matter, of): Of, why: &str) -> (Appeal, Vec<Blob>) {
    let text = Blob::record(BlobKind::Appeal, salt(&format!("appeal {why}")), &words(why));
    (Appeal { matter, text: text.id(), words: of }, vec![text])
}

/// An office of the residents' committee that rules on what the owners' committee hid.
pub fn ruler(state: &State, name: &str) -> Grant {
    let office = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
    grant(state, name, office, &[Capability::Moderate], hour(12, 31, 0))
}
