//! Where organisations are found and rung: the texts that tests tell.

use yishi_protocol::blob::{Blob, BlobKind, Words};
use yishi_protocol::body::{HelpLine, HelpText, OrgKind};
use yishi_protocol::state::State;

use crate::people::salt;
use crate::stairwell::org;

/// What a line says.
pub fn help_text(telephone: &str) -> HelpText {
    HelpText {
        hours: Words::zh_en("周一至周五 9:00–11:30", Some("Monday to Friday, 9:00–11:30")),
        place: Words::zh("3栋101室"),
        purpose: Words::zh("要纸质票、不会用手机"),
        telephone: telephone.to_owned(),
    }
}

/// The blob of such a text.
pub fn help_blob(text: &HelpText) -> Blob {
    Blob::record(BlobKind::HelpText, salt(&format!("help at {}", text.telephone)), text)
}

/// Says where the organisation of a kind is rung.
pub fn help_line(state: &State, kind: OrgKind, telephone: &str) -> (HelpLine, Vec<Blob>) {
    let blob = help_blob(&help_text(telephone));
    (HelpLine { org: org(state, kind), text: Some(blob.id()) }, vec![blob])
}

/// Takes that down.
pub fn no_help_line(state: &State, kind: OrgKind) -> HelpLine {
    HelpLine { org: org(state, kind), text: None }
}
