//! How those who took part in a resolution are divided: one bar of consent, against and abstained, or of consent and the rest where
//! these two are not told apart, with the mark of what consent needs; and the same as rows.

use yishi_protocol::count::Weight;
use yishi_protocol::few::Sides;

use super::{Strip, WHOLE, share};

/// A part of those who took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    For,
    Against,
    Abstain,
    /// Against or abstained: which, is not told.
    Rest,
    /// All who took part.
    All,
}

impl Side {
    /// Its class of the style base.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Side::For => "for",
            Side::Against => "against",
            Side::Abstain | Side::Rest => "abstain",
            Side::All => "rail",
        }
    }

    /// The class of its key below the bar.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Side::For => "k-for",
            Side::Against => "k-against",
            Side::Abstain | Side::Rest => "k-abstain",
            Side::All => "",
        }
    }
}

/// The parts in order, those who took part last.
pub(crate) fn rows(consenting: Weight, other: Weight, sides: Option<Sides>) -> Vec<(Side, Weight)> {
    let mut rows = vec![(Side::For, consenting)];
    match sides {
        Some(Sides { abstain, against }) => rows.extend([(Side::Against, against), (Side::Abstain, abstain)]),
        None => rows.push((Side::Rest, other)),
    }
    rows.push((Side::All, consenting.plus(other)));
    rows
}

/// The bar of one measure of these rows; `needed` is the share, a numerator and a denominator, at which the mark stands.
pub(crate) fn of(
    rows: &[(Side, Weight)],
    measure: fn(&Weight) -> u64,
    (numerator, denominator): (u32, u32),
) -> Strip {
    let parts = || rows.iter().filter(|(side, _)| *side != Side::All);
    let whole = parts().map(|(_, weight)| measure(weight)).fold(0, u64::saturating_add);
    let (mut before, mut drawn) = (0_u64, Vec::new());
    for (side, weight) in parts() {
        let from = share(before, whole);
        before = before.saturating_add(measure(weight));
        drawn.push((side.class(), from, share(before, whole).saturating_sub(from)));
    }
    let mark = share(numerator.into(), denominator.into()).min(WHOLE);
    Strip { parts: drawn, mark: Some(mark) }
}

#[cfg(test)]
mod tests {
    use super::{Side, of, rows};
    use crate::kit::charts::WHOLE;
    use yishi_protocol::count::Weight;
    use yishi_protocol::few::Sides;

    fn weight(heads: u64) -> Weight {
        Weight { area_c: heads * 100, heads }
    }

    #[test]
    fn three_sides_fill_the_bar_and_the_rows() {
        let told = rows(weight(31), weight(30), Some(Sides { abstain: weight(8), against: weight(22) }));
        let want = [
            (Side::For, weight(31)),
            (Side::Against, weight(22)),
            (Side::Abstain, weight(8)),
            (Side::All, weight(61)),
        ];
        assert_eq!(told, want);
        let bar = of(&told, |weight| weight.heads, (1, 2));
        assert_eq!(bar.parts, [("for", 0, 5081), ("against", 5081, 3607), ("abstain", 8688, 1312)]);
        assert_eq!((bar.mark, of(&told, |weight| weight.area_c, (3, 4)).mark), (Some(5000), Some(7500)));
    }

    #[test]
    fn what_is_not_told_apart_is_one_part() {
        let told = rows(weight(3), weight(1), None);
        assert_eq!(told, [(Side::For, weight(3)), (Side::Rest, weight(1)), (Side::All, weight(4))]);
        assert_eq!(
            of(&told, |weight| weight.heads, (1, 2)).parts,
            [("for", 0, 7500), ("abstain", 7500, 2500)]
        );
    }

    #[test]
    fn nobody_and_very_many_are_drawn_too() {
        let none = rows(weight(0), weight(0), None);
        assert_eq!(of(&none, |weight| weight.heads, (1, 2)).parts, [("for", 0, 0), ("abstain", 0, 0)]);
        let huge = Weight { area_c: u64::MAX, heads: u64::MAX };
        let many = of(&rows(huge, weight(0), None), |weight| weight.heads, (1, 1));
        assert_eq!((many.parts[0], many.mark), (("for", 0, WHOLE), Some(WHOLE)));
    }
}
