//! What work may cost against what has been paid for it: one bar with the limit's mark, red beyond it.

use super::{Strip, WHOLE, share, strip};
use crate::draw::{View, view};
use crate::kit::tell::money;
use crate::shell::app::App;
use crate::words::key;

/// The bar. Of several tasks one may be over its own limit while all together are not: what is over is red wherever it ends.
pub(crate) fn of(cap_fen: u64, paid_fen: u64, over_fen: u64) -> Strip {
    let whole = cap_fen.max(paid_fen);
    let (paid, within) = (share(paid_fen, whole), share(paid_fen.saturating_sub(over_fen), whole));
    let mut parts = vec![("out", 0, within)];
    if over_fen > 0 {
        parts.push(("over", within, paid.saturating_sub(within)));
    }
    let mark = if whole == 0 { WHOLE } else { share(cap_fen, whole) };
    Strip { parts, mark: Some(mark) }
}

/// The bar with its words, for whoever looks or listens.
pub(crate) fn bar(app: App, cap_words: &'static str, (cap_fen, paid_fen, over_fen): (u64, u64, u64)) -> View {
    let (cap, paid) = (money(app, cap_fen), money(app, paid_fen));
    let mut label = app.fill(key::chart::paid_of_cap(&paid, &cap_words, &cap));
    if over_fen > 0 {
        label.push_str(&app.fill(key::chart::and_over_by(&money(app, over_fen))));
    }
    strip(label, &of(cap_fen, paid_fen, over_fen))
}

/// The same on a card of a list, with its words beside it.
pub(crate) fn line(app: App, (cap_fen, paid_fen, over_fen): (u64, u64, u64)) -> View {
    let cap_words = app.say(key::chart::CAP);
    let words = app.fill(key::chart::paid_of_cap(&money(app, paid_fen), &cap_words, &money(app, cap_fen)));
    let over = (over_fen > 0).then(|| {
        view! { <span class="weui-tag weui-tag_bad">{app.fill(key::chart::over_by(&money(app, over_fen)))}</span> }
    });
    view! {
        <div class="ys-gap-2">
            <p class="ys-flexline ys-s n"><span>{words}</span>{over}</p>
            <div class="ys-gap-1">{bar(app, cap_words, (cap_fen, paid_fen, over_fen))}</div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::kit::charts::WHOLE;

    #[test]
    fn within_the_limit_the_mark_stands_at_the_end() {
        let bar = of(400, 100, 0);
        assert_eq!((bar.parts, bar.mark), (vec![("out", 0, 2500)], Some(WHOLE)));
    }

    #[test]
    fn beyond_the_limit_it_is_red_from_the_mark_on() {
        let bar = of(300, 400, 100);
        assert_eq!((bar.parts, bar.mark), (vec![("out", 0, 7500), ("over", 7500, 2500)], Some(7500)));
    }

    #[test]
    fn one_task_over_its_own_limit_is_red_though_all_are_within() {
        let bar = of(1000, 500, 100);
        assert_eq!((bar.parts, bar.mark), (vec![("out", 0, 4000), ("over", 4000, 1000)], Some(WHOLE)));
    }

    #[test]
    fn nothing_paid_and_no_room_are_drawn_too() {
        assert_eq!(of(0, 0, 0).parts, [("out", 0, 0)]);
        assert_eq!(of(0, 9, 9).parts, [("out", 0, 0), ("over", 0, WHOLE)]);
        assert_eq!(of(1, u64::MAX, u64::MAX - 1).mark, Some(0));
    }
}
