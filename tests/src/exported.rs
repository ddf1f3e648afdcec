//! A server that writes what it likes into its log and its exports, and signs all of it.

use yishi_protocol::admit::{
    slip_blobs, {evidence_blobs, mandate_blobs},
};
use yishi_protocol::blob::{Blob, Evidence};
use yishi_protocol::body::Body;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::envelope::Unsigned;
use yishi_protocol::export::{ExportKind, FORMAT, Header, Writer};
use yishi_protocol::id::{AgendaId, BlobId, EntryId};
use yishi_protocol::log::LogEntry;
use yishi_protocol::merkle::{MerkleTree, leaf_hash};

use crate::people::key;
use crate::story::Story;

/// A log to be exported, with entries that no door let in.
#[derive(Clone, Debug)]
pub struct Exported {
    story: Story,
    /// The leaves, in order.
    pub leaves: Vec<Vec<u8>>,
    /// The blobs that are at hand.
    pub evidence: Evidence,
}

impl Exported {
    /// The log of a story as it is.
    pub fn of(story: &Story) -> Self {
        Self { story: story.clone(), leaves: story.leaves.clone(), evidence: story.evidence.clone() }
    }

    /// Writes an entry into the log that nobody has judged, signed at `client_ms` by its author's clock and dated
    /// `received_ms`. Returns its id; zero if it cannot be written at all.
    pub fn write(
        &mut self,
        author: &str,
        (received_ms, client_ms): (u64, u64),
        body: impl Into<Body>,
    ) -> EntryId {
        let draft = Unsigned { client_ms, ..self.story.draft(author, body) };
        self.append(author, received_ms, &draft)
    }

    /// The same of a draft as it is.
    pub fn append(&mut self, author: &str, received_ms: u64, draft: &Unsigned) -> EntryId {
        let envelope = draft.sign(&key(author)).unwrap_or_default();
        let leaf = [&received_ms.to_be_bytes()[..], &envelope].concat();
        let index = u64::try_from(self.leaves.len()).unwrap_or_default();
        let entry = LogEntry::from_leaf(index, &leaf).map(|entry| entry.entry.id());
        self.leaves.push(leaf);
        entry.unwrap_or(EntryId::ZERO)
    }

    /// Takes a blob out.
    pub fn withhold(&mut self, blob: &BlobId) {
        self.evidence.remove(blob);
    }

    /// The signed note over the first `size` entries, or over all if there are fewer.
    pub fn note(&self, size: usize) -> String {
        let mut tree = MerkleTree::new();
        for leaf in self.leaves.iter().take(size) {
            tree.push(leaf_hash(leaf));
        }
        Checkpoint { estate: self.story.estate(), size: tree.size(), root: tree.root() }.sign(&key("log"))
    }

    /// The record.
    pub fn record(&self) -> Vec<u8> {
        self.write_export(None, |blob| blob.kind.is_public())
    }

    /// The evidence of a vote of the story.
    pub fn evidence_of(&self, agenda: AgendaId) -> Vec<u8> {
        let state = self.story.log.state();
        let more =
            [evidence_blobs(state, &agenda), mandate_blobs(state, &agenda), slip_blobs(state, &agenda)];
        let more = more.concat();
        self.write_export(Some(agenda), |blob| blob.kind.is_public() || more.contains(&blob.id()))
    }

    fn write_export(&self, agenda: Option<AgendaId>, shows: impl Fn(&Blob) -> bool) -> Vec<u8> {
        let kind = if agenda.is_some() { ExportKind::Evidence } else { ExportKind::Record };
        let checkpoint = self.note(self.leaves.len());
        let header =
            Header { agenda, checkpoint, estate: self.story.estate(), format: FORMAT.to_owned(), kind };
        let (mut writer, mut bytes) = Writer::begin(&header);
        for leaf in &self.leaves {
            bytes.extend(writer.leaf(leaf.clone()));
        }
        for blob in self.evidence.clone() {
            if shows(&blob) {
                bytes.extend(writer.blob(blob));
            }
        }
        bytes.extend(writer.end());
        bytes
    }
}
