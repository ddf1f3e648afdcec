//! What came of votes: totals, what was disputed of them, roll calls, annulments, ends.

use axum::extract::Path;
use axum::response::Response;
use yishi_protocol::id::{EntryId, NoticeId};
use yishi_protocol::view::{ResultView, Served};

use super::error::ApiError;
use super::frozen::Frozen;
use super::margins::{self, Rests};
use super::reading::Reading;
use super::sheets;
use super::showing::Showing;
use super::views::{begun, is_posted, posted};

/// `GET …/agendas/{agenda}/result`: a vote with what came of it.
pub(super) async fn result(
    reading: Reading,
    Path((_, agenda)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    Ok(reading.answer(&result_view(&reading.0, &agenda, reading.1.is_some()).await?))
}

/// The same, for whoever may read totals in full or only as anybody may.
pub(super) async fn result_view(
    frozen: &Frozen,
    agenda: &str,
    inside: bool,
) -> Result<Served<ResultView>, ApiError> {
    let mut showing = Showing::default();
    let (begun, opened) = begun(frozen, &mut showing, agenda).await?;
    let tally = match opened.and_then(|(_, agenda)| Some((agenda, agenda.tally_entry.as_ref()?))) {
        Some((agenda, tally)) if inside || is_posted(frozen.state(), agenda) => {
            Some(showing.entry(frozen, tally).await?)
        }
        _ => None,
    };
    let (mut disputes, mut finality, mut confirmed) = (Vec::new(), None, None);
    if let Some((_, agenda)) = opened {
        for (entry, dispute) in agenda.disputes.iter() {
            if let Some(body) = &dispute.body {
                showing.blob(&body.text);
            }
            let ruling = match &dispute.ruling {
                Some(ruling) => {
                    showing.blob(&ruling.text);
                    Some(showing.entry(frozen, &ruling.entry).await?)
                }
                None => None,
            };
            disputes.push((showing.entry(frozen, entry).await?, ruling));
        }
        if let Some(end) = &agenda.finality {
            finality = Some(showing.entry(frozen, &end.entry).await?);
            let proposal = frozen.state().proposal(&end.entry);
            if let Some(second) = proposal.and_then(|proposal| proposal.in_force) {
                confirmed = Some(showing.at(frozen, second).await?);
            }
        }
    }
    let (called, annulled) = match opened {
        Some((_, agenda)) => {
            let called = margins::called(frozen, &mut showing, agenda).await?;
            (called, margins::annulled(frozen, &mut showing, agenda).await?)
        }
        None => (None, Vec::new()),
    };
    let reviews = reviews(frozen, &mut showing, &begun.notice).await?;
    let posted = opened.map_or_else(Vec::new, |(_, agenda)| posted(frozen.state(), agenda));
    let tallied = opened.filter(|(_, agenda)| agenda.tally.is_some());
    let Rests { margins, sides, weak, late } = match &tallied {
        Some((id, _)) => margins::rests(frozen, id, (&posted, inside)).await?,
        None => Rests::default(),
    };
    let view = ResultView {
        agenda: begun,
        annulled,
        called,
        margins,
        sides,
        weak,
        disputes,
        reviews,
        finality,
        confirmed,
        late,
        papers: sheets::posted(frozen.state(), opened)?,
        posted,
        tally,
    };
    showing.answer(frozen, view).await
}

/// The reviews of a vote's matter that were asked for between the notice before it and its own.
async fn reviews(
    frozen: &Frozen,
    showing: &mut Showing,
    notice: &NoticeId,
) -> Result<Vec<(EntryId, Option<EntryId>)>, ApiError> {
    let state = frozen.state();
    let matter = state.notice(notice).and_then(|record| state.matter(&record.body.matter?));
    let Some(matter) = matter else { return Ok(Vec::new()) };
    let round = matter.notices.iter().position(|known| known == notice).and_then(|at| u32::try_from(at).ok());
    let mut shown = Vec::new();
    for (request, review) in matter.reviews.iter().filter(|(_, review)| Some(review.notices) == round) {
        let mut given = None;
        if let Some((entry, _)) = &review.given {
            let (id, found) = (*entry, showing.read(frozen, entry).await?);
            if let Some(text) = found.entry.body().statement() {
                showing.blob(&text);
            }
            given = Some(id);
        }
        shown.push((showing.entry(frozen, request).await?, given));
    }
    Ok(shown)
}
