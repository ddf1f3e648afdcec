//! Organisations say where they are found and rung.

use anyhow::Result;
use yishi_protocol::blob::{Blob, BlobKind};
use yishi_protocol::body::{Confirm, HelpLine, HelpText};
use yishi_protocol::rejection::Code;

use super::Plan;
use crate::teller::{salt, words};
use crate::year::{Year, time_ms};

/// Plans each line and who stands behind it.
pub(super) fn plan<'a>(year: &'a Year, plan: &mut Plan<'a>) -> Result<()> {
    for help in &year.help {
        plan.at(time_ms(&help.at)?, "help", move |teller| {
            let state = teller.story.log.state();
            let org = state.orgs().find(|(_, org)| org.kind == help.org).map(|(id, _)| *id);
            let org = org.ok_or(Code::OrgUnknown)?;
            let text = HelpText {
                hours: words(&help.hours, Some(&help.hours_en)),
                place: words(&help.place, Some(&help.place_en)),
                purpose: words(&help.purpose, Some(&help.purpose_en)),
                telephone: help.telephone.clone(),
            };
            let blob = Blob::record(BlobKind::HelpText, salt()?, &text);
            let entry = teller.say(&help.by, HelpLine { org, text: Some(blob.id()) }, vec![blob])?;
            teller.say(&help.second, Confirm { entry }, vec![]).map(drop)
        });
    }
    Ok(())
}
