//! The councils' and residents' meetings about a matter.

use axum::extract::Path;
use axum::response::Response;
use yishi_protocol::body::{BodySort, MeetingStage};
use yishi_protocol::id::MatterId;
use yishi_protocol::view::{MeetingView, MeetingsView, Served};

use super::error::ApiError;
use super::frozen::Frozen;
use super::reading::Reading;
use super::showing::Showing;

/// `GET …/matters/{matter}/meetings`: everybody may know what was decided, by whom, under which rule set.
pub(super) async fn meetings(
    reading: Reading,
    Path((_, matter)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    let matter: MatterId = matter.parse().map_err(|_| ApiError::NotFound("matter"))?;
    let view = view(&reading.0, &matter).await?;
    Ok(reading.answer(&view))
}

/// What it shows to everybody. Members sit in public; which homes came to a meeting of homes is in no view.
pub(super) async fn view(frozen: &Frozen, id: &MatterId) -> Result<Served<MeetingsView>, ApiError> {
    let state = frozen.state();
    let matter = state.matter(id).ok_or(ApiError::NotFound("matter"))?;
    let mut showing = Showing::default();
    let mut meetings = Vec::new();
    for entry in &matter.meetings {
        let Some(record) = state.meeting(entry) else { continue };
        let Some(charter) = state.charter(&record.body.charter) else { continue };
        for words in [&record.body.text, &record.body.place, &charter.body.name, &charter.body.rules.source] {
            showing.blob(words);
        }
        let mut hands: Vec<_> = record.hands.values().filter_map(|said| said.entry).collect();
        if charter.body.sort == BodySort::Households {
            hands.clear();
        }
        let (mut minutes, mut attested, mut denied) = (None, None, Vec::new());
        if let Some(written) = &record.minutes {
            showing.blob(&written.body.text);
            minutes = Some(showing.entry(frozen, &written.entry).await?);
            if let Some((attest, _)) = &written.attested {
                attested = Some(showing.entry(frozen, attest).await?);
            }
            for denial in written.denied.values() {
                denied.push(showing.entry(frozen, denial).await?);
            }
        }
        let mut shown = Vec::new();
        for hand in hands {
            shown.push(showing.entry(frozen, &hand).await?);
        }
        meetings.push(MeetingView {
            attested,
            charter: showing.entry(frozen, &record.body.charter).await?,
            denied,
            entry: showing.entry(frozen, entry).await?,
            hands: shown,
            minutes,
            stage: state.meeting_stage(entry, frozen.now_ms).unwrap_or(MeetingStage::Lapsed),
        });
    }
    showing.answer(frozen, MeetingsView { matter: *id, meetings }).await
}
