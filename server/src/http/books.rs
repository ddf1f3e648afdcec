//! `GET …/disclosures`: books laid open, and what was asked about them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::Response;
use yishi_protocol::id::{DisclosureId, PersonId};
use yishi_protocol::state::{DisclosureRecord, Question};
use yishi_protocol::view::{DisclosureList, DisclosureSummary, DisclosureView, QuestionView, Served};

use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::matters::count;
use super::reader::reader;
use super::reading::Reading;
use super::showing::Showing;
use super::speakers::Speakers;

/// `GET …/disclosures`
pub(super) async fn list(reading: Reading) -> Result<Response, ApiError> {
    Ok(reading.answer(&disclosure_list(&reading.0)))
}

/// All books, the latest period first.
pub(super) fn disclosure_list(frozen: &Frozen) -> DisclosureList {
    let mut asked = BTreeMap::<DisclosureId, Vec<&Question>>::new();
    for (_, question) in frozen.state().questions() {
        asked.entry(question.disclosure).or_default().push(question);
    }
    let summary = |(id, record): (&DisclosureId, &DisclosureRecord)| {
        let questions = asked.get(id).map(Vec::as_slice).unwrap_or_default();
        let unanswered = questions.iter().filter(|question| question.reply.is_none());
        DisclosureSummary {
            disclosure: *id,
            from_day: record.body.from_day,
            to_day: record.body.to_day,
            received_ms: record.received_ms,
            ledgers: record.body.ledgers.clone(),
            lines: record.body.lines(),
            questions: count(questions.len()),
            unanswered: count(unanswered.clone().count()),
            due_ms: unanswered.map(|question| question.due_ms(frozen.state().bylaws())).min(),
        }
    };
    let mut disclosures: Vec<_> = frozen.state().disclosures().map(summary).collect();
    disclosures.sort_by_key(|summary| (Reverse(summary.to_day), Reverse(summary.received_ms)));
    DisclosureList { disclosures }
}

/// `GET …/disclosures/{disclosure}`
pub(super) async fn disclosure(
    frozen: Frozen,
    Path((_, disclosure)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    // With a pass the answer says which questions are the reader's own, so no tag is given that readers would share.
    let reader = reader(&frozen, &headers).ok().map(|reader| reader.person);
    Ok(json(&disclosure_view(&frozen, &disclosure, reader).await?))
}

/// Books by their name, as somebody reads them.
pub(super) async fn disclosure_view(
    frozen: &Frozen,
    disclosure: &str,
    reader: Option<PersonId>,
) -> Result<Served<DisclosureView>, ApiError> {
    let id: DisclosureId = disclosure.parse().map_err(|_| ApiError::NotFound("disclosure"))?;
    let record = frozen.state().disclosure(&id).ok_or(ApiError::NotFound("disclosure"))?;
    let (mut speakers, mut showing) = (Speakers::default(), Showing::default());
    let about = || frozen.state().questions().filter(|(_, asked)| asked.disclosure == id);
    speakers.expect(frozen, about().map(|(_, asked)| asked.by)).await?;
    let mut questions = Vec::new();
    for (question, asked) in about() {
        let reply = match &asked.reply {
            Some((entry, text)) => {
                showing.blob(text);
                Some(showing.entry(frozen, entry).await?)
            }
            None => None,
        };
        let index = frozen.index(question).await?;
        showing.blob(&asked.text);
        let view = QuestionView {
            question: showing.at(frozen, index).await?,
            speaker: speakers.of(frozen, &asked.by).await?,
            due_ms: asked.due_ms(frozen.state().bylaws()),
            reply,
            mine: reader == Some(asked.by),
        };
        questions.push((index, view));
    }
    questions.sort_by_key(|(index, _)| *index);
    let view = DisclosureView {
        disclosure: showing.entry(frozen, &id).await?,
        speaker: speakers.of(frozen, &record.by).await?,
        questions: questions.into_iter().map(|(_, view)| view).collect(),
    };
    showing.answer(frozen, view).await
}
