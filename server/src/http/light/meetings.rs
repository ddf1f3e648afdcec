//! The councils' and residents' meetings about a matter, on its light page: what was asked and decided, by which rule set, with the
//! working. Who was there stands in the minutes that are posted, in no page.

use yishi_protocol::body::MeetingStage;
use yishi_protocol::id::MatterId;
use yishi_protocol::projection::Met;

use super::html::Html;
use super::{ApiError, Page, opened};
use crate::http::meetings;
use yishi_words::Word;

use crate::words::{Lang, key};

/// Writes them; nothing where there are none.
pub(super) async fn list(page: &Page, html: &mut Html, matter: &MatterId) -> Result<(), ApiError> {
    let (shown, view) = meetings::view(&page.frozen, matter).await?.apart();
    let at = (matter, page.frozen.now_ms);
    let all = Met::all(&opened(page, &shown)?, &view, at).map_err(|_| ApiError::Unavailable)?;
    if all.is_empty() {
        return Ok(());
    }
    let lang = page.lang;
    html.section(lang.say(key::light_meetings::MEETINGS));
    html.inside("div", "ys-card", |html| {
        for met in &all {
            one(lang, html, met);
        }
    });
    Ok(())
}

fn one(lang: Lang, html: &mut Html, met: &Met) {
    let name =
        met.name.as_ref().map_or_else(|| lang.gone(met.name.gone()), |name| lang.pick(name).to_owned());
    html.line("p", "ys-b", &name);
    if let Some(question) = met.question.as_ref() {
        html.lines(lang.pick(question));
    }
    let place = met.place.as_ref().map_or_else(String::new, |place| lang.pick(place).to_owned());
    html.line("p", "ys-2", &lang.fill(key::light_meetings::on_at(&lang.day(met.meeting.starts_ms), &place)));
    html.line("p", "ys-b", lang.say(stage(met.stage)));
    if let Some((counts, working)) = &met.counts {
        let figures = key::light_meetings::figures(
            &counts.present,
            &counts.entitled,
            &counts.in_favour,
            &counts.against,
            &counts.abstain,
            &counts.recused,
        );
        html.line("p", "ys-2", &lang.fill(figures));
        for line in working {
            html.line("p", "ys-s", &line.to_string());
        }
    }
    if let Some(said) = met.said.as_ref().and_then(|said| said.as_ref()) {
        html.lines(lang.pick(said));
    }
    if let Some(source) = met.source.as_ref() {
        let since = lang.day(met.charter.rules.in_force_ms);
        html.line("p", "ys-s", &lang.fill(key::light_meetings::judged_by(&lang.pick(source), &since)));
    }
}

const fn stage(stage: MeetingStage) -> Word {
    match stage {
        MeetingStage::Called => key::light_meetings::CALLED,
        MeetingStage::Sitting => key::light_meetings::SITTING,
        MeetingStage::ToMinute | MeetingStage::ToAttest => key::light_meetings::TO_MINUTE,
        MeetingStage::Deniable => key::light_meetings::DENIABLE,
        MeetingStage::NoQuorum => key::light_meetings::NO_QUORUM,
        MeetingStage::NotPassed => key::light_meetings::NOT_PASSED,
        MeetingStage::Passed => key::light_meetings::PASSED,
        MeetingStage::Lapsed => key::light_meetings::LAPSED,
    }
}
