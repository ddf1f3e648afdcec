//! The table for people and the same as JSON for programs.

use serde::Serialize;

/// One line: what was measured, the limit it is held against, and their ratio.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Figure {
    what: String,
    value: f64,
    unit: &'static str,
    limit: Option<f64>,
    /// What the limit is.
    against: Option<&'static str>,
    ratio: Option<f64>,
    aim: Option<&'static str>,
}

impl Figure {
    /// A figure that is held against nothing.
    pub(crate) fn new(what: impl Into<String>, value: f64, unit: &'static str) -> Self {
        Self { what: what.into(), value, unit, limit: None, against: None, ratio: None, aim: None }
    }

    /// Holds it against a limit in the same unit.
    pub(crate) fn against(mut self, against: &'static str, limit: f64) -> Self {
        self.limit = Some(limit);
        self.against = Some(against);
        self.ratio = Some(self.value / limit);
        self
    }

    /// What the ratio should be.
    pub(crate) fn aim(mut self, aim: &'static str) -> Self {
        self.aim = Some(aim);
        self
    }

    fn cells(&self) -> [String; 5] {
        let unit = if self.unit.is_empty() { String::new() } else { format!(" {}", self.unit) };
        let limit = match (self.limit, self.against) {
            (Some(limit), Some(against)) => format!("{}{unit} {against}", number(limit)),
            _ => String::new(),
        };
        let ratio = self.ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
        let value = format!("{}{unit}", number(self.value));
        [self.what.clone(), value, limit, ratio, self.aim.unwrap_or_default().to_owned()]
    }
}

/// The table, a line a figure.
pub(crate) fn table(figures: &[Figure]) -> String {
    let head = ["what", "value", "limit", "ratio", "aim"].map(str::to_owned);
    let rows: Vec<[String; 5]> = std::iter::once(head).chain(figures.iter().map(Figure::cells)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let [what, value, limit, ratio] = [0, 1, 2, 3].map(width);
    let mut text = String::new();
    for [a, b, c, d, e] in &rows {
        let line = format!("{a:<what$}  {b:>value$}  {c:<limit$}  {d:>ratio$}  {e}");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A count as a float; counts here are far below 2^32.
pub(crate) fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

/// Three digits that say something, thousands set apart.
fn number(value: f64) -> String {
    if value < 100.0 {
        return if value < 10.0 { format!("{value:.2}") } else { format!("{value:.1}") };
    }
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Figure, number, table};

    #[test]
    fn numbers_are_short_and_grouped() {
        assert_eq!([0.123, 12.34, 123.4, 1_234_567.0].map(number), ["0.12", "12.3", "123", "1,234,567"]);
    }

    #[test]
    fn a_figure_stands_on_one_line_with_its_ratio() {
        let figure = Figure::new("ballots", 6_000.0, "/s").against("bare verify_strict", 24_000.0).aim("0.3");
        let text = table(&[figure, Figure::new("rest", 1.0, "")]);
        assert_eq!(
            text,
            "what        value  limit                         ratio  aim\n\
             ballots  6,000 /s  24,000 /s bare verify_strict   0.25  0.3\n\
             rest         1.00\n"
        );
    }
}
