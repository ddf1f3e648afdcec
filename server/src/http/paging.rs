//! Pages of lists: which rows one answer holds, and after what the next one begins.
//!
//! They are cut in an order that neither time nor other entries change, so that whoever follows them reads every row that was
//! there once. How the rows of a page stand is another matter.

use std::str::FromStr;

use serde::Deserialize;

use super::error::ApiError;

/// How many rows of a list stand in one answer.
pub(super) const ROWS: usize = 50;

/// After what a page begins.
#[derive(Debug, Default, Deserialize)]
pub(super) struct After {
    after: Option<String>,
}

/// After which place in the log a page begins.
#[derive(Debug, Default, Deserialize)]
pub(super) struct AfterPlace {
    pub(super) after: Option<u64>,
}

impl After {
    /// The name of the row after which the page begins; none for the first page.
    ///
    /// # Errors
    /// `NOT_FOUND` if it is no such name.
    pub(super) fn name<T: FromStr>(&self) -> Result<Option<T>, ApiError> {
        let name = self.after.as_deref().map(str::parse).transpose();
        name.map_err(|_| ApiError::NotFound("page"))
    }

    /// The row after which the page begins, as its name leads to it; none for the first page.
    ///
    /// # Errors
    /// `NOT_FOUND` if there is no such row.
    pub(super) fn row<T: FromStr, R>(
        &self,
        find: impl FnOnce(&T) -> Option<R>,
    ) -> Result<Option<(T, R)>, ApiError> {
        let Some(name) = self.name::<T>()? else { return Ok(None) };
        let row = find(&name).ok_or(ApiError::NotFound("page"))?;
        Ok(Some((name, row)))
    }
}

/// The rows of a page in their order, and whether more follow.
pub(super) fn page<T, K: Ord>(
    rows: impl Iterator<Item = T>,
    place: impl Fn(&T) -> K,
    after: Option<&K>,
) -> (Vec<T>, bool) {
    let mut rows: Vec<T> = rows.filter(|row| after.is_none_or(|after| place(row) > *after)).collect();
    rows.sort_by_key(place);
    let more = rows.len() > ROWS;
    rows.truncate(ROWS);
    (rows, more)
}
