//! `GET …/disclosures`: books laid open, and what was asked about them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::http::HeaderMap;
use axum::response::Response;
use yishi_protocol::id::{DisclosureId, PersonId, QuestionId};
use yishi_protocol::state::{DisclosureRecord, Question};
use yishi_protocol::view::{DisclosureList, DisclosureSummary, DisclosureView, QuestionView, Served};

use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::matters::count;
use super::paging::{After, page};
use super::reader::reader;
use super::reading::Reading;
use super::showing::Showing;
use super::speakers::Speakers;

/// `GET …/disclosures`
pub(super) async fn list(Query(after): Query<After>, reading: Reading) -> Result<Response, ApiError> {
    let state = reading.0.state();
    let after = after.row::<DisclosureId, _>(|disclosure| state.disclosure(disclosure))?;
    let after = after.as_ref().map(|(id, record)| latest_first(&(id, record)));
    let (rows, more) = page(state.disclosures(), latest_first, after.as_ref());
    let next = rows.last().filter(|_| more).map(|(id, _)| **id);
    Ok(reading.answer(&DisclosureList { disclosures: summaries(&reading.0, &rows), next }))
}

/// A disclosure, as State has it.
pub(super) type DisclosureRow<'a> = (&'a DisclosureId, &'a DisclosureRecord);

/// The place of books in the list: the latest period first.
pub(super) fn latest_first((id, record): &DisclosureRow<'_>) -> (Reverse<u32>, Reverse<u64>, DisclosureId) {
    (Reverse(record.body.to_day), Reverse(record.received_ms), **id)
}

/// Books, as lists show them.
pub(super) fn summaries(frozen: &Frozen, rows: &[DisclosureRow<'_>]) -> Vec<DisclosureSummary> {
    let mut asked = BTreeMap::<DisclosureId, Vec<&Question>>::new();
    for (_, question) in frozen.state().questions() {
        asked.entry(question.disclosure).or_default().push(question);
    }
    let summary = |(id, record): &DisclosureRow<'_>| {
        let questions = asked.get(*id).map(Vec::as_slice).unwrap_or_default();
        let unanswered = questions.iter().filter(|question| question.reply.is_none());
        DisclosureSummary {
            disclosure: **id,
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
    rows.iter().map(summary).collect()
}

/// `GET …/disclosures/{disclosure}`
pub(super) async fn disclosure(
    frozen: Frozen,
    Path((_, disclosure)): Path<(String, String)>,
    Query(after): Query<After>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    // With a pass the answer says which questions are the reader's own, so no tag is given that readers would share.
    let reader = reader(&frozen, &headers).ok().map(|reader| reader.person);
    let state = frozen.state();
    let after = after.row::<QuestionId, _>(|question| state.questions().find(|(id, _)| *id == question))?;
    let after = after.map(|(_, (_, question))| question.index);
    let view = disclosure_view(&frozen, &disclosure, reader, |asked| {
        page(asked.into_iter(), |(_, asked)| asked.index, after.as_ref())
    });
    Ok(json(&view.await?))
}

/// A question, as State has it.
pub(super) type AskedQuestion<'a> = (&'a QuestionId, &'a Question);

/// Books by their name, as somebody reads them, with a part of what was asked, and whether more follows.
pub(super) async fn disclosure_view<'a>(
    frozen: &'a Frozen,
    disclosure: &str,
    reader: Option<PersonId>,
    part: impl FnOnce(Vec<AskedQuestion<'a>>) -> (Vec<AskedQuestion<'a>>, bool),
) -> Result<Served<DisclosureView>, ApiError> {
    let id: DisclosureId = disclosure.parse().map_err(|_| ApiError::NotFound("disclosure"))?;
    let record = frozen.state().disclosure(&id).ok_or(ApiError::NotFound("disclosure"))?;
    let (mut speakers, mut showing) = (Speakers::default(), Showing::default());
    let mut about: Vec<_> = frozen.state().questions().filter(|(_, asked)| asked.disclosure == id).collect();
    about.sort_by_key(|(_, asked)| asked.index);
    let (rows, more) = part(about);
    speakers.expect(frozen, rows.iter().map(|(_, asked)| asked.by).chain([record.by])).await?;
    let mut questions = Vec::new();
    for (_, asked) in &rows {
        let reply = match &asked.reply {
            Some((entry, text)) => {
                showing.blob(text);
                Some(showing.entry(frozen, entry).await?)
            }
            None => None,
        };
        showing.blob(&asked.text);
        let view = QuestionView {
            question: showing.at(frozen, asked.index).await?,
            speaker: speakers.of(frozen, &asked.by).await?,
            due_ms: asked.due_ms(frozen.state().bylaws()),
            reply,
            mine: reader == Some(asked.by),
        };
        questions.push(view);
    }
    let view = DisclosureView {
        disclosure: showing.entry(frozen, &id).await?,
        speaker: speakers.of(frozen, &record.by).await?,
        questions,
        questions_next: rows.last().filter(|_| more).map(|(id, _)| **id),
    };
    showing.answer(frozen, view).await
}
