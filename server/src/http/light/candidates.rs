//! Who stands for the election of a matter, on its light page: what ballots call each, since when that is posted, what was checked.

use yishi_protocol::body::CandidateCheck;
use yishi_protocol::id::MatterId;
use yishi_protocol::projection::Candidate;

use super::html::Html;
use super::{ApiError, Page, opened};
use crate::http::candidates;
use crate::words::{Lang, window};

/// Writes them; nothing where nobody stands.
pub(super) async fn list(page: &Page, html: &mut Html, matter: &MatterId) -> Result<(), ApiError> {
    let (shown, view) = candidates::view(&page.frozen, (None, false), matter).await?.apart();
    let all = Candidate::all(&opened(page, &shown)?, &view, matter).map_err(|_| ApiError::Unavailable)?;
    if all.is_empty() {
        return Ok(());
    }
    let lang = page.lang;
    html.section(lang.say(window::candidates::CANDIDATES));
    html.inside("div", "ys-card", |html| {
        for candidate in &all {
            one(lang, html, candidate);
        }
    });
    Ok(())
}

fn one(lang: Lang, html: &mut Html, candidate: &Candidate) {
    let called = candidate.called.as_ref();
    let absent = || lang.gone(candidate.called.gone());
    let called = called.map_or_else(absent, |called| lang.pick(called).to_owned());
    html.line("p", "ys-b", &called);
    let said = match (candidate.back_ms, candidate.posted_ms) {
        (Some(back_ms), _) => lang.fill(window::candidates::took_it_back(&lang.day(back_ms))),
        (None, Some(posted_ms)) => lang.fill(window::candidates::posted(&lang.day(posted_ms))),
        (None, None) => String::new(),
    };
    html.line("p", "ys-2", &said);
    for (check, ..) in &candidate.candidacy.checks {
        html.line("p", "ys-s", words(lang, *check));
    }
}

fn words(lang: Lang, check: CandidateCheck) -> &'static str {
    lang.say(match check {
        CandidateCheck::Able => window::candidates::ABLE,
        CandidateCheck::NoArrears => window::candidates::NO_ARREARS,
        CandidateCheck::Unrelated => window::candidates::UNRELATED,
    })
}
