//! Spreadsheets as text: separators, quotation marks, a header row, and what people type.
//!
//! Nothing here knows what a column means. In the order of reading: [`unix_lines`], [`find`] the columns, then
//! [`records`].

mod header;
mod table;
mod text;

pub use self::header::{Columns, HeaderError, Names, find};
pub use self::table::{Record, records};
pub use self::text::{half_width, invisible, trimmed, unix_lines};
