//! Charts: what they are drawn from, in whole numbers and without a browser, and the few functions that draw it. A chart is a
//! picture with its label in words, and the same figures stand in a table beside or below it.
//!
//! ```text
//! figures ── one pure function of each chart ──▶ Strip | [Shape] ── strip, plot ──▶ inline SVG
//!                                            └─▶ rows of words ──── twin ────────▶ a table
//! ```

pub(crate) mod cap;
mod scale;
pub(crate) mod sides;

use crate::draw::{View, view};
use crate::kit::parts::chart;
use crate::shell::app::App;
use crate::words::key;

pub(crate) use self::scale::{Scale, WHOLE, share};

/// A bar of several parts, all measured from its left in hundredths of a per cent of its length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Strip {
    /// Each part: its class of the style base, where it begins and how long it is.
    pub(crate) parts: Vec<(&'static str, u32, u32)>,
    /// Where a mark stands.
    pub(crate) mark: Option<u32>,
}

/// A piece of a plot, measured from its left and its top in hundredths of a per cent of its width and height. The class is
/// one of the style base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A bar.
    Bar { class: &'static str, x: u32, y: u32, width: u32, height: u32 },
    /// A line from one place to another.
    Line { class: &'static str, from: (u32, u32), to: (u32, u32) },
    /// A point.
    Dot { class: &'static str, at: (u32, u32) },
}

/// Hundredths of a per cent as SVG measures and people read them: `66.67%`.
pub(crate) fn percent(hundredths: u32) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// A bar of several parts.
pub(crate) fn strip(label: String, strip: &Strip) -> View {
    let parts = strip.parts.iter().map(|(class, x, width)| (*class, percent(*x), percent(*width)));
    chart(label, parts.collect(), strip.mark.map(percent))
}

/// A plot of bars, lines and points.
pub(crate) fn plot(label: String, shapes: &[Shape]) -> View {
    let one = |shape: &Shape| match *shape {
        Shape::Bar { class, x, y, width, height } => view! {
            <rect class=class x=percent(x) y=percent(y) width=percent(width) height=percent(height) />
        },
        Shape::Line { class, from, to } => view! {
            <line class=class x1=percent(from.0) y1=percent(from.1) x2=percent(to.0) y2=percent(to.1) />
        },
        Shape::Dot { class, at } => {
            view! { <circle class=class cx=percent(at.0) cy=percent(at.1) r="4" /> }
        }
    };
    view! {
        <svg class="ys-svg ys-plot" role="img" aria-label=label>
            {shapes.iter().map(one).collect::<Vec<_>>()}
        </svg>
    }
}

/// What stands below a plot at its left and its right end.
pub(crate) fn ends(first: String, last: String) -> View {
    view! { <p class="ys-meter__f n"><span>{first}</span><span>{last}</span></p> }
}

/// What the colours of a chart mean: the class of each, and its word.
pub(crate) fn legend(of: Vec<(&'static str, &'static str)>) -> View {
    let one = |(class, word): (&'static str, &'static str)| {
        view! { <span><i class=class></i>{word}</span> }
    };
    view! { <p class="ys-key ys-gap-2 ys-2">{of.into_iter().map(one).collect::<Vec<_>>()}</p> }
}

/// A row of a list of bars: its name, its figure in words, and the bar.
pub(crate) fn meter(name: String, figure: String, bar: &Strip) -> View {
    let label = format!("{name} {figure}");
    view! {
        <div class="ys-meter">
            <p class="ys-meter__r"><span>{name}</span><b class="n r">{figure}</b></p>
            {strip(label, bar)}
        </div>
    }
}

/// The same figures as a table, folded away. The first cell of a row names it; the last one of a short row takes what is left.
pub(crate) fn twin(app: App, caption: String, heads: Vec<&'static str>, rows: Vec<Vec<String>>) -> View {
    let columns = heads.len();
    let class = |at: usize| if at == 0 { "" } else { "r" };
    let head = |(at, word): (usize, &'static str)| view! { <th scope="col" class=class(at)>{word}</th> };
    let row = |cells: Vec<String>| {
        let (last, wide) = (cells.len().saturating_sub(1), columns.saturating_sub(cells.len()));
        let cell = |(at, words): (usize, String)| {
            if at == 0 {
                return view! { <th scope="row">{words}</th> };
            }
            let span = (at == last && wide > 0).then(|| (wide + 1).to_string());
            view! { <td class="r" colspan=span>{words}</td> }
        };
        view! { <tr>{cells.into_iter().enumerate().map(cell).collect::<Vec<_>>()}</tr> }
    };
    let label = caption.clone();
    view! {
        <details class="ys-twin ys-gap-2">
            <summary>{app.say(key::chart::THE_SAME_AS_A_TABLE)}</summary>
            <div class="ys-scroll" tabindex="0" role="group" aria-label=label>
                <table class="ys-tbl ys-s">
                    <caption>{caption}</caption>
                    <thead><tr>{heads.into_iter().enumerate().map(head).collect::<Vec<_>>()}</tr></thead>
                    <tbody>{rows.into_iter().map(row).collect::<Vec<_>>()}</tbody>
                </table>
            </div>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn hundredths_are_told_as_svg_reads_them() {
        assert_eq!([0, 5, 6667, 10_000].map(percent), ["0.00%", "0.05%", "66.67%", "100.00%"]);
    }
}
