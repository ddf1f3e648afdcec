//! A ledger over the months: what came in, what went out and what was left, by what its disclosures say. What is drawn is
//! read from entries that were proven when somebody asked for it; the list of disclosures is the server's word, and a period
//! that it leaves out is a gap.

use leptos::task::spawn_local;
use yishi_protocol::body::{Disclosure, LedgerSums};
use yishi_protocol::id::DisclosureId;
use yishi_protocol::ledger::Ledger;

use crate::draw::{View, view};
use crate::kit::charts::{Scale, Shape, WHOLE, ends, legend, plot, twin};
use crate::kit::forms::chip;
use crate::kit::parts::{alert, button, card, live, para, section};
use crate::kit::tell::{ledger as ledger_word, yuan};
use crate::live::Live;
use crate::shell::app::App;
use crate::words::key;
use crate::words::trouble::Trouble;

/// How many disclosures are read.
const MOST: usize = 12;

/// At least so many periods have room: a single one is no wall.
const SLOTS: u32 = 2;

/// A period of a ledger as it is told, or one between two that nobody told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    /// Its first day.
    pub(crate) from_day: u32,
    /// Its last day.
    pub(crate) to_day: u32,
    /// What came in, what went out and what was left, in fen; none in a gap.
    pub(crate) told: Option<(i64, i64, i64)>,
}

/// What is drawn of a ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Months {
    /// The periods in their order, with the gaps between them.
    pub(crate) periods: Vec<Period>,
    /// In and out, each a column.
    pub(crate) flows: Vec<Shape>,
    /// What was left, each a point, joined where no gap lies between.
    pub(crate) left: Vec<Shape>,
}

/// The periods of a ledger in their order, and the gaps between them.
fn periods(told: &[Disclosure], ledger: Ledger) -> Vec<Period> {
    let of = |body: &Disclosure| {
        let sums = body.ledgers.iter().find(|sums| sums.ledger == ledger)?;
        let LedgerSums { in_fen, out_fen, closing_fen, .. } = *sums;
        Some(Period {
            from_day: body.from_day,
            to_day: body.to_day,
            told: Some((in_fen, out_fen, closing_fen)),
        })
    };
    let mut all: Vec<Period> = told.iter().filter_map(of).collect();
    all.sort_by_key(|period| period.from_day);
    let mut with_gaps = Vec::<Period>::new();
    for period in all {
        let next = with_gaps.last().map(|last| last.to_day.saturating_add(1));
        if let Some(from_day) = next.filter(|next| *next < period.from_day) {
            let to_day = period.from_day.saturating_sub(1);
            with_gaps.push(Period { from_day, to_day, told: None });
        }
        with_gaps.push(period);
    }
    with_gaps
}

/// What is drawn of a ledger, by what disclosures say of it.
pub(crate) fn of(told: &[Disclosure], ledger: Ledger) -> Months {
    let periods = periods(told, ledger);
    let each = || periods.iter().filter_map(|period| period.told);
    let flows_of: Vec<i64> = each().flat_map(|(came, went, _)| [came, went]).collect();
    let left_of: Vec<i64> = each().map(|(.., left)| left).collect();
    let (by_flow, by_left) = (Scale::over(&flows_of), Scale::over(&left_of));
    let number = u32::try_from(periods.len()).unwrap_or(WHOLE).max(SLOTS);
    // A slot for each period: a tenth of it is air on both sides, and each column takes two fifths.
    let (slot, column) = (WHOLE / number, WHOLE / number * 2 / 5);
    let (mut flows, mut left) = (foot(by_flow), foot(by_left));
    let mut before = None;
    for (at, period) in (0..).zip(&periods) {
        let x = WHOLE * at / number;
        let Some((came, went, rest)) = period.told else {
            let gap = Shape::Bar { class: "gap", x: x + slot / 10, y: 0, width: slot * 4 / 5, height: WHOLE };
            flows.push(gap);
            left.push(gap);
            before = None;
            continue;
        };
        for (class, x, fen) in [("in", x + slot / 10, came), ("out", x + slot / 10 + column, went)] {
            let (y, height) = by_flow.bar(fen);
            flows.push(Shape::Bar { class, x, y, width: column, height });
        }
        let point = (x + slot / 2, by_left.y(rest));
        if let Some(from) = before {
            left.push(Shape::Line { class: "trend", from, to: point });
        }
        left.push(Shape::Dot { class: if rest < 0 { "over" } else { "point" }, at: point });
        before = Some(point);
    }
    Months { periods, flows, left }
}

/// The line on which nothing stands.
fn foot(scale: Scale) -> Vec<Shape> {
    let y = scale.y(0);
    vec![Shape::Line { class: "foot", from: (0, y), to: (WHOLE, y) }]
}

/// What has been read.
type Read = Option<Result<Vec<Disclosure>, Trouble>>;

/// The section: a button until somebody asks for it, then a ledger to choose and its charts.
pub(crate) fn view(app: App, first: Option<Ledger>) -> Option<View> {
    let ids: Vec<DisclosureId> = app
        .disclosures
        .with_untracked(|all| all.iter().take(MOST).map(|disclosure| disclosure.disclosure).collect());
    let chosen = app.lasting("ledger", first.filter(|_| !ids.is_empty())?);
    let (asked, found) = (Live::new(false), Live::new(Read::None));
    let drawn = move || {
        if !asked.get() {
            let ids = ids.clone();
            let press = move || {
                asked.set(true);
                read(app, ids.clone(), found);
            };
            let open = button("weui-btn weui-btn_default", "", app.say(key::months::OPEN), press);
            return Some(card(vec![open]));
        }
        let told = match found.get() {
            None => {
                let words = app.say(key::months::READING);
                return Some(view! { <div class="ys-card" role="status">{words}</div> });
            }
            Some(Err(trouble)) => {
                let (what, todo) = app.lang.get_untracked().trouble(&trouble);
                let again = move || asked.set(false);
                let again =
                    button("weui-btn weui-btn_default ys-gap-3", "", app.say(key::common::TRY_AGAIN), again);
                return Some(card(vec![alert(what, todo), again]));
            }
            Some(Ok(told)) => told,
        };
        let chips = choices(&told).into_iter().map(|ledger| {
            let press = move || chosen.set(ledger);
            chip(ledger_word(app, ledger).to_owned(), move || chosen.get() == ledger, press)
        });
        let chips = view! { <div class="ys-chips">{chips.collect::<Vec<_>>()}</div> };
        let below = live(move || Some(charts(app, &told, chosen.get())));
        Some(card(vec![chips, below]))
    };
    Some(view! { {section(app.say(key::months::OVER_THE_MONTHS), String::new(), "")} {live(drawn)} })
}

/// The ledgers that any of them tells, in the order of the newest.
fn choices(told: &[Disclosure]) -> Vec<Ledger> {
    let mut found = Vec::new();
    for sums in told.iter().flat_map(|body| &body.ledgers) {
        if !found.contains(&sums.ledger) {
            found.push(sums.ledger);
        }
    }
    found
}

fn read(app: App, ids: Vec<DisclosureId>, found: Live<Read>) {
    found.set(None);
    spawn_local(async move {
        let Some(mut session) = app.session.get_untracked() else { return };
        let answer = session.all_stated(&ids).await;
        app.session.update(|known| {
            if let Some(known) = known {
                known.learn(&session);
            }
        });
        // The screen may be gone by now.
        found.set(Some(answer));
    });
}

fn charts(app: App, told: &[Disclosure], ledger: Ledger) -> View {
    let (name, drawn) = (ledger_word(app, ledger), of(told, ledger));
    let words = |period: &Period| {
        app.lang.get_untracked().period(period.from_day, period.to_day, app.now_ms.get_untracked())
    };
    let row = |period: &Period| {
        let mut cells = vec![words(period)];
        match period.told {
            Some((came, went, left)) => cells.extend([came, went, left].map(yuan)),
            None => cells.push(app.say(key::months::NOT_TOLD).to_owned()),
        }
        cells
    };
    let rows: Vec<_> = drawn.periods.iter().map(row).collect();
    let below = || {
        let (first, last) = (drawn.periods.first().map(words), drawn.periods.last().map(words));
        let last = if drawn.periods.len() > 1 { last } else { None };
        ends(first.unwrap_or_default(), last.unwrap_or_default())
    };
    let number = drawn.periods.iter().filter(|period| period.told.is_some()).count();
    let (came, went) = (app.say(key::common::IN_IT), app.say(key::common::OUT));
    let (flows, left) =
        (app.fill(key::months::in_and_out(&name, &number)), app.fill(key::months::left(&name, &number)));
    let gaps = drawn.periods.iter().any(|period| period.told.is_none());
    let mut keys = vec![("k-in", came), ("k-out", went)];
    if gaps {
        keys.push(("k-gap", app.say(key::months::NOT_TOLD)));
    }
    let latest = drawn.periods.iter().rev().find_map(|period| {
        let (came, went, left) = period.told?;
        let said = key::months::latest(&words(period), &yuan(came), &yuan(went), &yuan(left));
        Some(para("ys-gap-3", app.fill(said)))
    });
    let heads = vec![app.say(key::months::PERIOD), came, went, app.say(key::books::CLOSING)];
    view! {
        {latest}
        {para("ys-b ys-gap-4", app.say(key::months::EACH_IN_AND_OUT))}
        {plot(flows, &drawn.flows)}
        {below()}
        {legend(keys)}
        {para("ys-b ys-gap-4", app.say(key::months::EACH_LEFT))}
        {plot(left, &drawn.left)}
        {below()}
        {para("ys-s ys-2 ys-gap-2", app.say(key::months::HOW_IT_IS_DRAWN))}
        {twin(app, app.fill(key::months::table(&name)), heads, rows)}
    }
}

#[cfg(test)]
mod tests {
    use super::{Months, Period, of};
    use crate::kit::charts::{Shape, WHOLE};
    use yishi_protocol::body::{Disclosure, LedgerSums};
    use yishi_protocol::ledger::Ledger;

    fn body(from_day: u32, to_day: u32, (in_fen, out_fen, closing_fen): (i64, i64, i64)) -> Disclosure {
        let sums = LedgerSums {
            closing_fen,
            in_fen,
            ledger: Ledger::CommonRevenue,
            opening_fen: closing_fen.saturating_sub(in_fen).saturating_add(out_fen),
            out_fen,
        };
        Disclosure { from_day, ledgers: vec![sums], pages: Vec::new(), to_day }
    }

    fn drawn(told: &[Disclosure]) -> Months {
        of(told, Ledger::CommonRevenue)
    }

    fn bars(shapes: &[Shape], wanted: &str) -> Vec<(u32, u32)> {
        let bar = |shape: &Shape| match *shape {
            Shape::Bar { class, y, height, .. } if class == wanted => Some((y, height)),
            _ => None,
        };
        shapes.iter().filter_map(bar).collect()
    }

    fn dots(shapes: &[Shape]) -> Vec<(&'static str, (u32, u32))> {
        let dot = |shape: &Shape| match *shape {
            Shape::Dot { class, at } => Some((class, at)),
            _ => None,
        };
        shapes.iter().filter_map(dot).collect()
    }

    fn joints(shapes: &[Shape]) -> usize {
        shapes.iter().filter(|shape| matches!(shape, Shape::Line { class: "trend", .. })).count()
    }

    #[test]
    fn periods_stand_in_their_order_by_one_measure() {
        let months = drawn(&[body(30, 59, (50, 100, 150)), body(0, 29, (200, 0, 200))]);
        assert_eq!(months.periods.iter().map(|period| period.from_day).collect::<Vec<_>>(), [0, 30]);
        assert_eq!(bars(&months.flows, "in"), [(0, WHOLE), (7500, 2500)]);
        assert_eq!(bars(&months.flows, "out"), [(WHOLE, 0), (5000, 5000)]);
        assert_eq!(dots(&months.left), [("point", (2500, 0)), ("point", (7500, 2500))]);
        assert_eq!(joints(&months.left), 1);
    }

    #[test]
    fn what_nobody_told_is_a_gap_and_no_line_crosses_it() {
        let months = drawn(&[body(0, 9, (1, 1, 5)), body(10, 19, (1, 1, 5)), body(30, 39, (1, 1, 5))]);
        assert_eq!(months.periods[2], Period { from_day: 20, to_day: 29, told: None });
        assert_eq!((bars(&months.flows, "gap").len(), joints(&months.left)), (1, 1));
        assert_eq!(dots(&months.left).len(), 3);
    }

    #[test]
    fn a_ledger_that_is_in_debt_lies_below_the_foot() {
        let months = drawn(&[body(0, 9, (0, 300, -100)), body(10, 19, (400, 0, 300))]);
        let foot = Shape::Line { class: "foot", from: (0, 7500), to: (WHOLE, 7500) };
        assert_eq!(months.left[0], foot);
        assert_eq!(dots(&months.left), [("over", (2500, WHOLE)), ("point", (7500, 0))]);
    }

    #[test]
    fn one_period_none_equal_ones_and_a_huge_one_are_drawn() {
        assert_eq!(drawn(&[]).periods, []);
        assert_eq!(bars(&drawn(&[body(0, 9, (0, 0, 0))]).flows, "in"), [(WHOLE, 0)]);
        let same = [body(0, 9, (5, 5, 5)), body(10, 19, (5, 5, 5))];
        assert_eq!(bars(&drawn(&same).flows, "out"), [(0, WHOLE), (0, WHOLE)]);
        let huge = drawn(&[body(0, 9, (i64::MAX, 1, i64::MAX)), body(10, 19, (0, 1, i64::MIN))]);
        assert_eq!(bars(&huge.flows, "in")[0], (0, WHOLE));
        assert!(bars(&huge.flows, "out").iter().all(|(y, height)| *height > 0 && y + height == WHOLE));
    }

    #[test]
    fn a_year_of_columns_stays_inside_the_chart() {
        let told: Vec<_> = (0..12).map(|at| body(at * 30, at * 30 + 29, (3, 2, 1))).collect();
        for shape in drawn(&told).flows {
            let Shape::Bar { x, y, width, height, .. } = shape else { continue };
            assert!(x + width <= WHOLE && y + height <= WHOLE, "{shape:?}");
        }
    }

    #[test]
    fn another_ledger_is_not_told() {
        assert_eq!(of(&[body(0, 9, (1, 1, 1))], Ledger::MaintenanceFund).periods, []);
    }
}
