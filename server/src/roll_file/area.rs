//! Areas: decimal square metres into whole hundredths, without floating point.

use super::problem::{AREA_INVALID, AREA_MISSING, AREA_ZERO};

/// No unit has a square kilometre. Keeps every area within 32 bits.
const LIMIT_M2: u32 = 1_000_000;

/// Reads an area in m², such as `70.02`, as hundredths of a square metre; `text` is half-width and trimmed.
pub(super) fn read(text: &str) -> Result<u32, (&'static str, &'static str)> {
    if text.is_empty() {
        return Err((AREA_MISSING, "fill in the area in m²"));
    }
    let form = (AREA_INVALID, "write the area in m² as digits with at most two decimals, such as 89.50");
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    if !is_number(whole) || !is_number(decimals) {
        return Err(form);
    }
    // `0.5` is 50 hundredths.
    let per_unit = match decimals.len() {
        1 => 10,
        2 => 1,
        _ => return Err(form),
    };
    let too_large = (AREA_INVALID, "the area must be below 1,000,000 m²; check the decimal point");
    let whole: u32 = whole.parse().map_err(|_| too_large)?;
    if whole >= LIMIT_M2 {
        return Err(too_large);
    }
    let decimals: u32 = decimals.parse().map_err(|_| form)?;
    match whole * 100 + decimals * per_unit {
        0 => Err((AREA_ZERO, "an area of 0 has no vote; fill in the area from the property register")),
        area_c => Ok(area_c),
    }
}
