//! Areas: decimal square metres into whole hundredths, without floating point.

use super::problem::ProblemCode;
use crate::decimal::{Decimal, SPREADSHEET_DIGITS};
use crate::key::sheets_roll;
use crate::sentence::{Sentence, clipped};

/// No unit has a square kilometre. Keeps every area within 32 bits.
const LIMIT_C: i64 = 100_000_000;

/// How people write the unit behind the number; the longest first.
const UNITS: [&str; 12] = ["平方米", "平米", "平方", "平", "㎡", "m²", "M²", "m2", "M2", "m^2", "sqm", "方"];

/// Units that are no square metres, though a number in them may look like one.
const OTHER_UNITS: [&str; 9] = ["亩", "公顷", "平方公里", "坪", "平方尺", "平方英尺", "分", "ft2", "sqft"];

/// How the areas of a file were brought to 0.01 m², by rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AreaReport {
    /// Written with at most two decimals and nothing else.
    pub exact: usize,
    /// Exact too, and written with a unit, with commas, or with zeros behind the second decimal.
    pub dressed: usize,
    /// The tail of a spreadsheet's binary fraction, such as 89.499999999999996, taken for what the sheet showed.
    pub tails: usize,
    /// More decimals, rounded as was answered.
    pub rounded: usize,
    /// More decimals, cut off as was answered.
    pub cut: usize,
    /// More decimals, and no answer yet, or left out.
    pub open: usize,
}

/// An area as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Area {
    /// In 0.01 m².
    Exact(u32, How),
    /// It has more decimals than that, and they say something.
    Inexact(Decimal),
}

/// How an exact area was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    Plain,
    Dressed,
    Tail,
}

/// Reads an area in m², such as `70.02` or `1,089.50㎡`; `text` is half-width and trimmed.
pub(super) fn read(text: &str) -> Result<Area, (ProblemCode, Sentence)> {
    if text.is_empty() {
        return Err((ProblemCode::AreaMissing, sheets_roll::AREA_MISSING.into()));
    }
    if let Some(unit) = OTHER_UNITS.iter().find(|unit| text.ends_with(**unit)) {
        return Err((ProblemCode::AreaUnit, sheets_roll::area_unit(unit)));
    }
    let bare = UNITS.iter().find_map(|unit| text.strip_suffix(unit)).map(str::trim_end);
    let written = Decimal::read(bare.unwrap_or(text)).ok_or_else(|| invalid(text))?;
    let trimmed = written.clone().trimmed();
    let is_long = written.significant() > SPREADSHEET_DIGITS;
    let decimal = if is_long { written.shown() } else { trimmed };
    // A number far too large need not be exact to be refused.
    let whole = decimal.cut(0).hundredths().filter(|area_c| *area_c < LIMIT_C);
    if whole.is_none() {
        return Err((ProblemCode::AreaInvalid, sheets_roll::AREA_TOO_LARGE.into()));
    }
    let Some(area_c) = decimal.hundredths() else { return Ok(Area::Inexact(decimal)) };
    let how = if is_long {
        How::Tail
    } else if bare.is_some() || written.decimals.len() > 2 || text.contains(',') {
        How::Dressed
    } else {
        How::Plain
    };
    exact(area_c).map(|area_c| Area::Exact(area_c, how))
}

/// An area above zero in 0.01 m².
pub(super) fn exact(area_c: i64) -> Result<u32, (ProblemCode, Sentence)> {
    match u32::try_from(area_c) {
        Ok(area_c @ 1..) if i64::from(area_c) < LIMIT_C => Ok(area_c),
        Ok(0) => Err((ProblemCode::AreaZero, sheets_roll::AREA_ZERO.into())),
        _ => Err(invalid("")),
    }
}

fn invalid(text: &str) -> (ProblemCode, Sentence) {
    (ProblemCode::AreaInvalid, sheets_roll::area_form(&clipped(text)))
}
