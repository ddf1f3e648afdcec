//! Exports: a log in one file, for auditors, courts and neighbours.
//!
//! One JSON object a line, each in its one spelling:
//!
//! ```text
//! {"checkpoint":"…","estate":"…","format":"yishi-export/1","kind":"record"}
//! {"leaf":"…base64…"}                     one line an entry, in order
//! {"blob":{"context":…,"kind":…,"payload":…,"salt":…}}
//! {"sha256":"…"}                          over every byte before this line
//! ```
//! A `record` carries the blobs that anyone may read; an `evidence` those of one vote too: areas and openings.

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

use crate::blob::{Blob, Evidence};
use crate::id::{AgendaId, EstateId, Hash};
use crate::rejection::{Code, Rejection, require};
use crate::strict_json::{self, Strict};
use crate::wire::Base64Bytes;

/// The format's name and version.
pub const FORMAT: &str = "yishi-export/1";

/// What an export is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum ExportKind {
    /// Entries and public texts.
    Record,
    /// These, and what the count of a vote rests on.
    Evidence,
}

/// The first line.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Header {
    /// The vote whose evidence it carries; null in a record.
    pub agenda: Option<AgendaId>,
    /// The signed note over the entries.
    pub checkpoint: String,
    /// Whose log.
    pub estate: EstateId,
    /// `yishi-export/1` ([`FORMAT`]).
    pub format: String,
    /// What it is for.
    pub kind: ExportKind,
}

#[derive(Strict)]
struct LeafLine {
    leaf: Base64Bytes,
}

#[derive(Strict)]
struct BlobLine {
    blob: Blob,
}

#[derive(Strict)]
struct HashLine {
    sha256: Hash,
}

/// Writes an export line by line, so that a server need not hold it.
#[derive(Clone, Debug)]
pub struct Writer {
    hasher: Sha256,
}

impl Writer {
    /// Begins; returns the first line.
    pub fn begin(header: &Header) -> (Self, Vec<u8>) {
        let mut writer = Self { hasher: Sha256::new() };
        let line = writer.line(header);
        (writer, line)
    }

    /// The line of an entry.
    pub fn leaf(&mut self, leaf: Vec<u8>) -> Vec<u8> {
        self.line(&LeafLine { leaf: Base64Bytes(leaf) })
    }

    /// The line of a blob. Blobs come after all entries.
    pub fn blob(&mut self, blob: Blob) -> Vec<u8> {
        self.line(&BlobLine { blob })
    }

    /// The last line.
    pub fn end(mut self) -> Vec<u8> {
        let sha256 = Hash::from_bytes(self.hasher.finalize_reset().into());
        self.line(&HashLine { sha256 })
    }

    fn line<T: Strict>(&mut self, value: &T) -> Vec<u8> {
        let mut line = strict_json::write(value);
        line.push(b'\n');
        self.hasher.update(&line);
        line
    }
}

/// Where the page of a court file has room for its evidence.
const ROOM: &str = "@EVIDENCE@";

/// A court file: a page that holds the rule book and opens without a network, with an export in it; none if that is no such page.
pub fn court_file(page: &str, export: &[u8]) -> Option<String> {
    let (before, after) = page.split_once(ROOM)?;
    (!after.contains(ROOM)).then(|| [before, &Base64::encode_string(export), after].concat())
}

/// How the element begins that holds the export.
const OPENS: &str = "id=\"evidence\">";

/// The export in a court file; none if it is no such file, or if two places of it claim to hold one.
pub fn in_court_file(file: &str) -> Option<Vec<u8>> {
    let (_, inside) = file.split_once(OPENS).filter(|(_, after)| !after.contains(OPENS))?;
    let (inside, _) = inside.split_once('<')?;
    Base64::decode_vec(inside.trim()).ok()
}

/// An export as read. Nothing in it is believed yet.
#[derive(Clone, Debug)]
pub struct Export {
    /// The first line.
    pub header: Header,
    /// The entries, in order.
    pub leaves: Vec<Vec<u8>>,
    /// The blobs, each with the number of its line.
    pub blobs: Vec<(u64, Blob)>,
}

impl Export {
    /// Reads an export.
    ///
    /// # Errors
    /// `EXPORT_FORM` with the line that is not in its one spelling or not in its place; `EXPORT_HASH`.
    pub fn read(bytes: &[u8]) -> Result<Self, Rejection> {
        let body = bytes.strip_suffix(b"\n").ok_or_else(|| form(0, "the last line has no end"))?;
        let start = body.iter().rposition(|byte| *byte == b'\n').map_or(0, |place| place.saturating_add(1));
        let (hashed, last) = bytes.split_at_checked(start).unwrap_or_default();
        let stated: HashLine = read_line(0, last.strip_suffix(b"\n").unwrap_or(last))?;
        let hash: [u8; 32] = Sha256::digest(hashed).into();
        require(stated.sha256.as_bytes() == &hash, Code::ExportHash)?;

        let lines = hashed.strip_suffix(b"\n").unwrap_or(hashed).split(|byte| *byte == b'\n');
        let mut lines = lines.zip(1_u64..);
        let (first, number) = lines.next().unwrap_or_default();
        let header: Header = read_line(number, first)?;
        if header.format != FORMAT || header.agenda.is_some() != (header.kind == ExportKind::Evidence) {
            return Err(form(number, "an unknown format"));
        }
        let mut export = Self { header, leaves: Vec::new(), blobs: Vec::new() };
        for (line, number) in lines {
            if line.starts_with(br#"{"leaf""#) && export.blobs.is_empty() {
                export.leaves.push(read_line::<LeafLine>(number, line)?.leaf.0);
            } else {
                export.blobs.push((number, read_line::<BlobLine>(number, line)?.blob));
            }
        }
        Ok(export)
    }

    /// The blobs as evidence.
    pub fn evidence(&self) -> Evidence {
        self.blobs.iter().map(|(_, blob)| blob.clone()).collect()
    }
}

fn form(line: u64, what: &str) -> Rejection {
    let place = if line == 0 { "last line".to_owned() } else { format!("line {line}") };
    Rejection::with(Code::ExportForm, format!("{place}: {what}"))
}

fn read_line<T: Strict>(number: u64, line: &[u8]) -> Result<T, Rejection> {
    strict_json::read(line)
        .map_err(|rejection| form(number, &rejection.detail.unwrap_or_else(|| rejection.code.to_string())))
}
