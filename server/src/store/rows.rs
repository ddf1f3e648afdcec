//! Rows as every SQL keeper writes and reads them: what is bound to the one text, and what a row is made into.

use sqlx::{ColumnIndex, Database, Decode, Encode, QueryBuilder, Row, Type};
use yishi_protocol::blob::{Blob, BlobKind};
use yishi_protocol::id::{BlobId, EstateId, Hash, Salt};

use super::statements::{
    AND_BLOB_IN, BLOBS, ERASE_BLOBS, INSERT_BLOBS, INSERT_ENTRIES, NOTHING_IF_TAKEN, ROWS, SOME_BLOBS,
};
use super::{Append, NewEntry, StoreError};

/// A number as SQL has it.
pub(crate) fn to_i64(value: u64) -> Result<i64, StoreError> {
    i64::try_from(value).map_err(|error| StoreError::Unavailable(Box::new(error)))
}

/// A place in the log, as it was read.
pub(super) fn place(index: i64) -> Result<u64, StoreError> {
    let negative = |_| StoreError::Corrupt { table: "log_entries", what: format!("index {index}") };
    u64::try_from(index).map_err(negative)
}

/// Adds the entries of an append, so many at once; each statement with the number of rows that it has to change.
pub(super) fn insert_entries<DB: Database>(
    append: &Append,
) -> Result<Vec<(QueryBuilder<DB>, u64)>, StoreError>
where
    for<'q> &'q [u8]: Encode<'q, DB> + Type<DB>,
    for<'q> i64: Encode<'q, DB> + Type<DB>,
{
    let mut placed: Vec<(i64, &NewEntry)> = Vec::with_capacity(append.entries.len());
    for (entry, place) in append.entries.iter().zip(append.first..) {
        placed.push((to_i64(place)?, entry));
    }
    let statement = |rows: &[(i64, &NewEntry)]| {
        let mut insert = QueryBuilder::<DB>::new(INSERT_ENTRIES);
        insert.push_values(rows, |mut row, (place, entry)| {
            row.push_bind(append.estate.as_bytes().as_slice())
                .push_bind(*place)
                .push_bind(entry.entry_id.as_bytes().as_slice())
                .push_bind(entry.leaf.as_slice())
                .push_bind(entry.leaf_hash.as_bytes().as_slice());
        });
        insert.push(NOTHING_IF_TAKEN);
        (insert, rows.iter().fold(0, |rows: u64, _| rows.saturating_add(1)))
    };
    Ok(placed.chunks(ROWS).map(statement).collect())
}

/// Adds the blobs of an append that are not there yet, so many at once.
pub(super) fn insert_blobs<DB: Database>(append: &Append) -> Vec<QueryBuilder<DB>>
where
    for<'q> &'q [u8]: Encode<'q, DB> + Type<DB>,
    for<'q> &'q str: Encode<'q, DB> + Type<DB>,
{
    let blobs: Vec<(BlobId, &Blob)> =
        append.entries.iter().flat_map(|entry| &entry.blobs).map(|blob| (blob.id(), blob)).collect();
    let statement = |rows: &[(BlobId, &Blob)]| {
        let mut insert = QueryBuilder::<DB>::new(INSERT_BLOBS);
        insert.push_values(rows, |mut row, (id, blob)| {
            row.push_bind(append.estate.as_bytes().as_slice())
                .push_bind(id.as_bytes().as_slice())
                .push_bind(blob.kind.name())
                .push_bind(blob.context.as_bytes().as_slice())
                .push_bind(blob.salt.as_bytes().as_slice())
                .push_bind(blob.payload.as_str());
        });
        insert.push(NOTHING_IF_TAKEN);
        insert
    };
    blobs.chunks(ROWS).map(statement).collect()
}

/// Asks for blobs by their ids, so many at once.
pub(super) fn some_blobs<DB: Database>(estate: &EstateId, ids: &[BlobId]) -> Vec<QueryBuilder<DB>>
where
    for<'q> &'q [u8]: Encode<'q, DB> + Type<DB>,
{
    let statement = |ids: &[BlobId]| {
        let mut query = QueryBuilder::<DB>::new(SOME_BLOBS);
        query.push_bind(estate.as_bytes().as_slice()).push(AND_BLOB_IN);
        let mut list = query.separated(", ");
        // Filled up to a power of two, so that there are few different statements to be kept.
        for id in ids.iter().chain(ids.last().into_iter().cycle()).take(ids.len().next_power_of_two()) {
            list.push_bind(id.as_bytes().as_slice());
        }
        query.push(")");
        query
    };
    ids.chunks(BLOBS).map(statement).collect()
}

/// Takes blobs out, so many at once.
pub(super) fn erase_blobs<DB: Database>(estate: &EstateId, ids: &[BlobId]) -> Vec<QueryBuilder<DB>>
where
    for<'q> &'q [u8]: Encode<'q, DB> + Type<DB>,
{
    let statement = |ids: &[BlobId]| {
        let mut query = QueryBuilder::<DB>::new(ERASE_BLOBS);
        query.push_bind(estate.as_bytes().as_slice()).push(AND_BLOB_IN);
        let mut list = query.separated(", ");
        for id in ids {
            list.push_bind(id.as_bytes().as_slice());
        }
        query.push(")");
        query
    };
    ids.chunks(BLOBS).map(statement).collect()
}

/// A column of a fixed number of bytes.
pub(super) fn fixed<const N: usize, R: Row>(
    row: &R,
    column: usize,
    table: &'static str,
) -> Result<[u8; N], StoreError>
where
    usize: ColumnIndex<R>,
    for<'r> Vec<u8>: Decode<'r, R::Database> + Type<R::Database>,
{
    let bytes: Vec<u8> = row.try_get(column)?;
    let what = format!("column {column} has {} bytes instead of {N}", bytes.len());
    bytes.try_into().map_err(|_| StoreError::Corrupt { table, what })
}

/// A row of [`SOME_BLOBS`].
pub(super) fn blob<R: Row>(row: &R) -> Result<Blob, StoreError>
where
    usize: ColumnIndex<R>,
    for<'r> Vec<u8>: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> String: Decode<'r, R::Database> + Type<R::Database>,
{
    let kind: String = row.try_get(0)?;
    let unknown = || StoreError::Corrupt { table: "blob_items", what: format!("kind {kind:?}") };
    Ok(Blob {
        kind: BlobKind::from_name(&kind).ok_or_else(unknown)?,
        context: Hash::from_bytes(fixed(row, 1, "blob_items")?),
        salt: Salt::from_bytes(fixed(row, 2, "blob_items")?),
        payload: row.try_get(3)?,
    })
}
