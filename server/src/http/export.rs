//! Exports, written as they are read: nobody needs memory for a whole log.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use tokio::sync::mpsc;
use yishi_protocol::admit::{
    slip_blobs, {evidence_blobs, mandate_blobs},
};
use yishi_protocol::apply::may_read_evidence;
use yishi_protocol::checkpoint::SignedHead;
use yishi_protocol::export::{ExportKind, FORMAT, Header, Writer};
use yishi_protocol::id::{AgendaId, BlobId, EstateId};
use yishi_protocol::resume::named_beneath;

use super::App;
use super::error::ApiError;
use super::frozen::Frozen;
use super::reading::Inside;
use crate::store::{LogStore, StoreError};

/// Leaves read from the store at once.
const PAGE: u32 = 500;

/// What an export holds: the entries under a checkpoint, their public texts, and some more blobs.
struct Plan {
    estate: EstateId,
    checkpoint: String,
    head: SignedHead,
    agenda: Option<AgendaId>,
    more: Vec<BlobId>,
    /// What nobody reads but whoever said it, and what nobody reads.
    hidden: BTreeSet<BlobId>,
}

/// `GET …/record`: for anyone who is enrolled.
pub(super) async fn record(
    State(app): State<App>,
    Inside { frozen, .. }: Inside,
) -> Result<Response, ApiError> {
    let head = frozen.signed_head()?;
    let plan = Plan {
        estate: frozen.estate.id,
        checkpoint: frozen.note(),
        head,
        agenda: None,
        more: Vec::new(),
        hidden: hidden(&frozen),
    };
    Ok(stream(&app, plan, "record"))
}

/// `GET …/agendas/{agenda}/evidence`: for those whose `access` entry stands in the log, while they hold the office for it.
pub(super) async fn evidence(
    State(app): State<App>,
    Inside { frozen, reader }: Inside,
    Path((_, agenda_id)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    let state = frozen.state();
    let agenda_id: AgendaId = agenda_id.parse().map_err(|_| ApiError::NotFound("agenda"))?;
    state.agenda(&agenda_id).ok_or(ApiError::NotFound("agenda"))?;
    may_read_evidence(state, &reader.person, &agenda_id, frozen.now_ms)?;
    let head = frozen.signed_head()?;
    let mut more = evidence_blobs(state, &agenda_id);
    more.extend(mandate_blobs(state, &agenda_id));
    more.extend(slip_blobs(state, &agenda_id));
    more.retain(|blob| state.erased(blob).is_none());
    let plan = Plan {
        estate: frozen.estate.id,
        checkpoint: frozen.note(),
        head,
        agenda: Some(agenda_id),
        more,
        hidden: hidden(&frozen),
    };
    Ok(stream(&app, plan, "evidence"))
}

fn hidden(frozen: &Frozen) -> BTreeSet<BlobId> {
    let mut hidden = frozen.state().hidden_blobs(frozen.now_ms);
    hidden.extend(frozen.state().erased_from(0));
    hidden
}

fn stream(app: &App, plan: Plan, name: &str) -> Response {
    let (sender, receiver) = mpsc::channel(4);
    let store = Arc::clone(&app.store);
    let name = format!("attachment; filename=\"yishi-{name}-{}.jsonl\"", plan.head.checkpoint().size);
    tokio::spawn(async move {
        if let Err(error) = write(&*store, plan, &sender).await {
            tracing::error!(%error, "an export broke off");
            // The reader sees a broken answer, not a short file that looks whole.
            drop(sender.send(Err(std::io::Error::other("the export broke off"))).await);
        }
    });
    let chunks = futures_util::stream::unfold(receiver, |mut receiver| async {
        receiver.recv().await.map(|chunk| (chunk, receiver))
    });
    let headers =
        [(header::CONTENT_TYPE, "application/x-ndjson".to_owned()), (header::CONTENT_DISPOSITION, name)];
    (headers, Body::from_stream(chunks)).into_response()
}

type Chunks = mpsc::Sender<Result<Bytes, std::io::Error>>;

async fn write(store: &dyn LogStore, plan: Plan, chunks: &Chunks) -> Result<(), StoreError> {
    let kind = if plan.agenda.is_some() { ExportKind::Evidence } else { ExportKind::Record };
    let header = Header {
        agenda: plan.agenda,
        checkpoint: plan.checkpoint,
        estate: plan.estate,
        format: FORMAT.to_owned(),
        kind,
    };
    let (mut writer, mut chunk) = Writer::begin(&header);
    let size = plan.head.checkpoint().size;
    let mut named = Vec::new();
    let mut next = 0;
    while next < size {
        let left = u32::try_from(size.saturating_sub(next)).unwrap_or(PAGE);
        let leaves = store.leaves(&plan.estate, next, left.min(PAGE)).await?;
        if leaves.is_empty() {
            let what = format!("entry {next} of {size} is missing");
            return Err(StoreError::Corrupt { table: "log_entries", what });
        }
        for leaf in leaves {
            if let Ok(blobs) = named_beneath(&leaf, &plan.head) {
                named.extend(blobs);
            }
            chunk.extend(writer.leaf(leaf));
            next = next.saturating_add(1);
        }
        if chunks.send(Ok(std::mem::take(&mut chunk).into())).await.is_err() {
            // The reader has gone away.
            return Ok(());
        }
    }
    let mut wanted = named;
    wanted.sort();
    wanted.dedup();
    for ids in wanted.chunks(256) {
        for blob in store.blobs(&plan.estate, ids).await? {
            let id = blob.id();
            if (blob.kind.is_public() && !plan.hidden.contains(&id)) || plan.more.contains(&id) {
                chunk.extend(writer.blob(blob));
            }
        }
        if chunks.send(Ok(std::mem::take(&mut chunk).into())).await.is_err() {
            return Ok(());
        }
    }
    drop(chunks.send(Ok(writer.end().into())).await);
    Ok(())
}
