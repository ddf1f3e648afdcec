//! Who had taken part by the end of each day of a vote, and the days that are still to come: never what anybody chose.

use yishi_protocol::calendar::local_day;
use yishi_protocol::count::QUORUM;
use yishi_protocol::view::TurnoutView;

use crate::desk::Desk;
use crate::desk::load::Current;
use crate::desk::weights::Kind;
use crate::draw::{View, view};
use crate::kit::charts::{Shape, WHOLE, ends, legend, percent, plot, share, twin};
use crate::words::key;

/// A day of the window: its number, and the heads and the area that had taken part by its end, in 0.01 m²; neither while it
/// is still to come.
type Day = (u32, Option<(u32, u64)>);

/// What is drawn of a vote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Days {
    /// The days of the window in their order.
    pub(crate) days: Vec<Day>,
    /// Heads and area as parts of all, each a column of each day, and the line that both must reach.
    pub(crate) shapes: Vec<Shape>,
}

/// What is drawn of a vote from its first to its last day.
pub(crate) fn of(turnout: &TurnoutView, first: u32, last: u32) -> Days {
    let told = |day: u32| {
        let found = turnout.days.iter().find(|told| told.day == day)?;
        Some((found.heads, found.area_c))
    };
    let days: Vec<Day> = (first..=last).map(|day| (day, told(day))).collect();
    let number = u32::try_from(days.len()).unwrap_or(WHOLE).max(1);
    // A slot for each day: a tenth of it is air on both sides, and each column takes two fifths.
    let (slot, column) = (WHOLE / number, WHOLE / number * 2 / 5);
    let mut shapes = vec![Shape::Line { class: "foot", from: (0, WHOLE), to: (WHOLE, WHOLE) }];
    for (at, (_, told)) in (0..).zip(&days) {
        let Some((heads, area_c)) = *told else { continue };
        let x = WHOLE * at / number + slot / 10;
        let of_heads = share(heads.into(), turnout.total_heads.into());
        for (class, x, height) in
            [("for", x, of_heads), ("out", x + column, share(area_c, turnout.total_area_c))]
        {
            shapes.push(Shape::Bar { class, x, y: WHOLE - height, width: column, height });
        }
    }
    // Exactly the share: a column reaches the line if and only if it is enough.
    let y = WHOLE - share(QUORUM.numerator.into(), QUORUM.denominator.into());
    shapes.push(Shape::Line { class: "quorum", from: (0, y), to: (WHOLE, y) });
    Days { days, shapes }
}

/// The days of an open vote, as columns and as a table.
pub(crate) fn view(desk: Desk, current: &Current) -> View {
    let Some(turnout) = &current.turnout else { return View::Nothing };
    let day = |time_ms: u64| u32::try_from(local_day(time_ms)).unwrap_or_default();
    let notice = &current.vote.notice;
    let drawn = of(turnout, day(notice.opens_ms), day(current.vote.closes_ms().saturating_sub(1)));
    let words = |day: u32| desk.lang().day_number(day);
    let row = |(day, told): &Day| {
        let mut cells = vec![words(*day)];
        match told {
            Some((heads, area_c)) => cells.extend([
                Kind::Heads.with_unit(desk, u64::from(*heads)),
                Kind::Area.with_unit(desk, *area_c),
            ]),
            None => cells.push(desk.say(key::desk_turnout::TO_COME).to_owned()),
        }
        cells
    };
    let rows = drawn.days.iter().map(row).collect();
    let name = desk.say(key::desk_turnout::BY_DAY);
    let (first, last) = (drawn.days.first(), drawn.days.last());
    let (from, to) = (first.map(|day| words(day.0)), last.map(|day| words(day.0)));
    let of_heads = percent(share(turnout.heads.into(), turnout.total_heads.into()));
    let of_area = percent(share(turnout.area_c, turnout.total_area_c));
    let label = desk.fill(key::desk_turnout::by_day_now(&of_heads, &of_area));
    let keys = vec![
        ("k-for", Kind::Heads.name(desk)),
        ("k-out", Kind::Area.name(desk)),
        ("k-mark", desk.say(key::desk_turnout::TWO_THIRDS)),
    ];
    let heads = vec![desk.say(key::desk_turnout::DAY), Kind::Heads.name(desk), Kind::Area.name(desk)];
    view! {
        <h3 class="ys-b ys-gap-4">{name}</h3>
        {plot(label, &drawn.shapes)}
        {ends(from.unwrap_or_default(), to.unwrap_or_default())}
        {legend(keys)}
        {twin(desk.app, name.to_owned(), heads, rows)}
    }
}

#[cfg(test)]
mod tests {
    use super::{Days, of};
    use crate::kit::charts::{Shape, WHOLE};
    use yishi_protocol::view::{DayTurnout, TurnoutView};

    fn turnout(days: &[(u32, u32, u64)]) -> TurnoutView {
        let day =
            |(day, heads, area_c): &(u32, u32, u64)| DayTurnout { day: *day, heads: *heads, area_c: *area_c };
        TurnoutView {
            heads: 0,
            area_c: 0,
            total_heads: 10,
            total_area_c: 1000,
            missing_heads: 0,
            missing_area_c: 0,
            held: 0,
            buildings: Vec::new(),
            days: days.iter().map(day).collect(),
        }
    }

    /// The height of each column of a class.
    fn heights(days: &Days, wanted: &str) -> Vec<u32> {
        let bar = |shape: &Shape| match *shape {
            Shape::Bar { class, height, .. } if class == wanted => Some(height),
            _ => None,
        };
        days.shapes.iter().filter_map(bar).collect()
    }

    #[test]
    fn days_to_come_stay_empty() {
        let days = of(&turnout(&[(5, 1, 0), (6, 4, 250)]), 5, 8);
        assert_eq!(days.days, [(5, Some((1, 0))), (6, Some((4, 250))), (7, None), (8, None)]);
        assert_eq!((heights(&days, "for"), heights(&days, "out")), (vec![1000, 4000], vec![0, 2500]));
    }

    #[test]
    fn a_column_reaches_the_line_when_it_is_enough() {
        let y = |days: &Days| match days.shapes.last() {
            Some(Shape::Line { class: "quorum", from, .. }) => from.1,
            other => panic!("{other:?}"),
        };
        let mut view = turnout(&[(5, 8, 999)]);
        (view.total_heads, view.total_area_c) = (12, 1500);
        let days = of(&view, 5, 5);
        assert_eq!(WHOLE - y(&days), heights(&days, "for")[0], "eight of twelve");
        assert!(heights(&days, "out")[0] < WHOLE - y(&days), "999 of 1500");
    }

    #[test]
    fn no_day_one_day_all_and_huge_areas_are_drawn() {
        assert!(heights(&of(&turnout(&[]), 5, 6), "for").is_empty());
        assert!(of(&turnout(&[]), 6, 5).days.is_empty());
        let all = of(&turnout(&[(5, 10, 1000)]), 5, 5);
        assert_eq!((heights(&all, "for"), heights(&all, "out")), (vec![WHOLE], vec![WHOLE]));
        let mut view = turnout(&[(5, u32::MAX, u64::MAX)]);
        (view.total_heads, view.total_area_c) = (0, u64::MAX);
        assert_eq!(heights(&of(&view, 5, 5), "out"), [WHOLE]);
    }
}
