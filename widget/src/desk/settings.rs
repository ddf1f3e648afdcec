//! The settings of bylaws beside those in force: whoever stands behind them has read them.

use leptos::prelude::*;
use yishi_protocol::bylaws::Bylaws;

use crate::desk::Desk;
use crate::desk::forms::small;
use crate::kit::settings::{differences, rows};

/// All settings, those that change first in bold with what they were.
pub(crate) fn settings(desk: Desk, before: &Bylaws, after: &Bylaws) -> AnyView {
    let changed = differences(desk.app, before, after);
    let is_same = |name: &str| changed.iter().all(|(other, ..)| *other != name);
    let same: Vec<_> = rows(desk.app, after).into_iter().filter(|(name, _)| is_same(name)).collect();
    let none = changed.is_empty();
    let changed = changed.into_iter().map(|(name, before, after)| {
        let was = desk.either(format!("原来：{before}"), format!("was: {before}"));
        view! { <div><dt>{name}</dt><dd><b>{after}</b><br /><span class="ys-s ys-2">{was}</span></dd></div> }
    });
    let same = same.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    view! {
        <h3 class="ys-b ys-gap-3">{desk.say("改哪些规定", "What changes")}</h3>
        {none.then(|| small(desk.say("和现在的规定一样。", "It says what is in force.")))}
        <dl class="ys-kv">{changed.collect_view()}</dl>
        <h3 class="ys-b ys-gap-3">{desk.say("不变的规定", "What stays")}</h3>
        <dl class="ys-kv">{same.collect_view()}</dl>
    }
    .into_any()
}
