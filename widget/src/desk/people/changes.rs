//! What a roll that waits would change: shown to whoever is asked to stand behind it, before they can.

use leptos::prelude::*;
use yishi_protocol::id::{EntryId, UnitId};
use yishi_protocol::view::{RollDifference, RollTotals};
use yishi_sheets::roll::sentences;

use super::super::Desk;
use super::super::file::sentence;
use super::super::forms::{shown, small};
use super::super::turnout::weight_words;
use crate::parts::fact;
use crate::session::{Session, Trouble};

/// So many homes are listed at first.
const LISTED: usize = 60;

/// All of the difference, page by page.
async fn read(session: &mut Session, entry: EntryId) -> Result<RollDifference, Trouble> {
    let mut all = None::<RollDifference>;
    let mut after = None::<UnitId>;
    loop {
        let path = format!("/rolls/{entry}/difference");
        let path = after.map_or_else(|| path.clone(), |after| format!("{path}?after={after}"));
        let page: RollDifference = session.fetch(&path).await?;
        let next = page.next;
        match &mut all {
            Some(all) => all.changes.extend(page.changes),
            None => all = Some(page),
        }
        // A server that does not go on would keep us here for ever.
        match next {
            Some(next) if after.is_none_or(|before| next > before) => after = Some(next),
            _ => break,
        }
    }
    all.ok_or(Trouble::Outdated)
}

/// What changes, for a page that asks for a signature; `seen` is set once it is drawn.
pub(super) fn difference(desk: Desk, entry: EntryId, seen: RwSignal<bool>) -> AnyView {
    let found = desk.reading(async move |session| read(session, entry).await);
    shown(desk, found, move |difference| {
        seen.set(true);
        drawn(desk, &difference)
    })
}

fn drawn(desk: Desk, difference: &RollDifference) -> AnyView {
    let words = |totals: RollTotals| weight_words(desk, totals.heads.into(), totals.area_c);
    let Some(before) = difference.before else {
        return view! { <dl class="ys-kv">{fact(desk.say("合计", "In all"), words(difference.after))}</dl> }
            .into_any();
    };
    let rows = sentences(&difference.changes);
    let all = RwSignal::new(false);
    let count = rows.len();
    let heading = desk.either(format!("改了 {count} 处"), format!("{count} units change"));
    let list = move || {
        let most = if all.get() { count } else { LISTED };
        let row = |row| view! { <li class="ys-gap-2">{sentence(desk, row)}</li> };
        rows.iter().take(most).map(row).collect_view()
    };
    let more = move || {
        (!all.get() && count > LISTED).then(|| {
            let words =
                desk.either(format!("再看 {} 处", count - LISTED), format!("{} more", count - LISTED));
            crate::parts::button("weui-btn weui-btn_text", "", words, move || all.set(true))
        })
    };
    view! {
        <dl class="ys-kv">
            {fact(desk.say("现在是", "Now"), words(before))}
            {fact(desk.say("确认以后是", "Then"), words(difference.after))}
        </dl>
        <h3 class="ys-b ys-gap-3">{heading}</h3>
        {(count == 0).then(|| small(desk.say("和现在的名册说的一样。", "It says what the newest roll says.")))}
        <ul>{list}</ul>
        {more}
    }
    .into_any()
}
