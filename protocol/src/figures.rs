//! Figures as people read them, by whole numbers: the same on phones, on light pages and in prints.

use crate::count::{Comparison, Relation};

/// `8106520` as `81,065.20`.
pub fn hundredths(value: u64) -> String {
    format!("{}.{:02}", grouped(value / 100), value % 100)
}

/// `1234567` as `1,234,567`.
pub fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && digits.len().saturating_sub(place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Both sides of a comparison, multiplied out as the law's working: `3 × 8 = 24` and `≥ 2 × 12 = 24`. Its figures are written by
/// `figure`.
pub fn sides(check: &Comparison, figure: fn(u64) -> String) -> (String, String) {
    let sign = match (check.share.relation, check.holds()) {
        (Relation::AtLeast, true) => "≥",
        (Relation::AtLeast, false) => "<",
        (Relation::MoreThan, true) => ">",
        (Relation::MoreThan, false) => "≤",
    };
    let side = |factor: u32, value: u64| {
        let product = figure(u64::from(factor).saturating_mul(value));
        if factor == 1 { product } else { format!("{factor} × {} = {product}", figure(value)) }
    };
    let left = side(check.share.denominator, check.part);
    (left, format!("{sign} {}", side(check.share.numerator, check.whole)))
}
