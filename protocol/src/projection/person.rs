//! A person's name.

use crate::blob::PersonName;
use crate::id::BlobId;
use crate::view::Opened;

/// A person's name from the blob that the server names for it: its word, since no entry that travels along commits it.
pub fn person_name(opened: &Opened<'_>, id: Option<&BlobId>) -> Option<String> {
    opened.words::<PersonName>(id?).map(|person| person.name)
}
