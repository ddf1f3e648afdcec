//! The settings of bylaws beside those in force: whoever stands behind them has read them.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::bylaws::Bylaws;

use crate::desk::Desk;
use crate::desk::forms::small;
use crate::kit::settings::{differences, rows};

/// All settings, those that change first in bold with what they were.
pub(crate) fn settings(desk: Desk, before: &Bylaws, after: &Bylaws) -> View {
    let changed = differences(desk.app, before, after);
    let is_same = |name: &str| changed.iter().all(|(other, ..)| *other != name);
    let same: Vec<_> = rows(desk.app, after).into_iter().filter(|(name, _)| is_same(name)).collect();
    let none = changed.is_empty();
    let changed = changed.into_iter().map(|(name, before, after)| {
        let was = desk.fill(key::desk_settings::was(&before));
        view! { <div><dt>{name}</dt><dd><b>{after}</b><br /><span class="ys-s ys-2">{was}</span></dd></div> }
    });
    let same = same.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    view! {
        <h3 class="ys-b ys-gap-3">{desk.say(key::desk_settings::WHAT_CHANGES)}</h3>
        {none.then(|| small(desk.say(key::desk_settings::IT_SAYS_WHAT_IS_IN)))}
        <dl class="ys-kv">{changed.draw_all()}</dl>
        <h3 class="ys-b ys-gap-3">{desk.say(key::desk_settings::WHAT_STAYS)}</h3>
        <dl class="ys-kv">{same.draw_all()}</dl>
    }
}
