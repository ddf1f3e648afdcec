//! Below a result on a light page: how many homes its notice reached, and how, as far as anybody may read it.

use yishi_protocol::view::DeliveryCounts;

use super::html::Html;
use crate::words::{Lang, window};

/// Writes the figures that stand apart.
pub(super) fn below(lang: Lang, html: &mut Html, counts: &DeliveryCounts) {
    let figures = [
        (window::desk_delivery::VOTED, counts.voted),
        (window::desk_delivery::APP_READ, counts.app_read),
        (window::desk_delivery::SIGNED_SLIP, counts.signed_slip),
        (window::desk_delivery::POSTED, counts.posted),
        (window::desk_delivery::UNREACHABLE, counts.unreachable),
        (window::desk_delivery::DENIED, counts.denied),
        (window::desk_delivery::UNSAID, counts.unsaid),
    ];
    let shown = |figure: u64| lang.fill(window::desk_delivery::homes(&figure));
    let facts = figures.into_iter().filter_map(|(word, figure)| Some((lang.say(word), shown(figure?))));
    let facts: Vec<_> = facts.collect();
    if facts.is_empty() {
        return;
    }
    html.section(lang.say(window::desk_delivery::REACHED));
    html.inside("div", "ys-card", |html| html.facts(&facts));
}
