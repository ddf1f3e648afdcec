//! Opinions that are reported, hidden, appealed for and erased.

use anyhow::Result;
use yishi_protocol::blob::{Blob, BlobKind};
use yishi_protocol::body::{Appeal, Confirm, Erase, ErasureGround, Measure, Moderate, Report};
use yishi_protocol::rejection::Code;

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
    let Some(erased) = &opinion.erased else { return Ok(()) };
    plan.at(time_ms(&erased.at)?, "erasure", move |teller| {
        let (matter, said) = (teller.named(&matter.id)?, teller.named(&opinion.id)?);
        let matter = teller.story.log.state().matter(&matter).ok_or(Code::MatterUnknown)?;
        let opinion_said = matter.opinions.values().find(|one| one.entry == said);
        let blobs = vec![opinion_said.ok_or(Code::WordsUnknown)?.blob];
        let Some(order) = &erased.order else {
            let body = Erase { blobs, document: None, ground: ErasureGround::Asked, order: None };
            return teller.say(&opinion.by, body, vec![]).map(drop);
        };
        let text = statement(&order.words)?;
        let document = Some(order.document.parse().map_err(|_| Code::ErasureInvalid)?);
        let body = Erase { blobs, document, ground: ErasureGround::Ordered, order: Some(text.id()) };
        let entry = teller.say(host, body, vec![text])?;
        teller.names.insert(format!("{}-erasure", opinion.id), entry);
        Ok(())
    });
    if let Some(order) = &erased.order {
        plan.at(time_ms(&order.confirmed_at)?, "erasure confirmed", move |teller| {
            let entry = teller.named(&format!("{}-erasure", opinion.id))?;
            teller.say_as_second(Confirm { entry }, vec![]).map(drop)
        });
    }
    Ok(())
}
