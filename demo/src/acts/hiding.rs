//! Opinions that are reported, hidden and appealed for.

use anyhow::Result;
use yishi_protocol::blob::{Blob, BlobKind};
use yishi_protocol::body::{Appeal, Measure, Moderate, Report};

use super::Plan;
use crate::teller::{salt, statement, words};
use crate::year::{Matter, Opinion, time_ms};

/// Plans what becomes of an opinion.
pub(super) fn plan<'a>(
    host: &'a str,
    matter: &'a Matter,
    opinion: &'a Opinion,
    plan: &mut Plan<'a>,
) -> Result<()> {
    for reported in &opinion.reported {
        plan.at(time_ms(&reported.at)?, "report", move |teller| {
            let (matter, words) = (teller.named(&matter.id)?, teller.named(&opinion.id)?);
            let body = Report { matter, reason: reported.reason, words };
            teller.say(&reported.by, body, vec![]).map(drop)
        });
    }
    if let Some(hidden) = &opinion.hidden {
        plan.at(time_ms(&hidden.at)?, "hiding", move |teller| {
            let (matter, words) = (teller.named(&matter.id)?, teller.named(&opinion.id)?);
            let text = statement(&hidden.words)?;
            let (measure, reason) = (Measure::Hide, Some(hidden.reason));
            let body = Moderate { matter, measure, reason, text: text.id(), words };
            teller.say(host, body, vec![text]).map(drop)
        });
    }
    if let Some(appeal) = &opinion.appeal {
        plan.at(time_ms(&appeal.at)?, "appeal", move |teller| {
            let (matter, said) = (teller.named(&matter.id)?, teller.named(&opinion.id)?);
            let text = Blob::record(BlobKind::Appeal, salt()?, &words(&appeal.words, None));
            let body = Appeal { matter, text: text.id(), words: said };
            teller.say(&opinion.by, body, vec![text]).map(drop)
        });
    }
    Ok(())
}
