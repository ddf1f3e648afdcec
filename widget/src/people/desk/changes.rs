//! What a roll that waits would change: shown to whoever is asked to stand behind it, before they can.

use crate::draw::{DrawAll, View, view};
use crate::live::Live;
use crate::words::key;
use yishi_protocol::body::Body;
use yishi_protocol::id::{EntryId, UnitId};
use yishi_protocol::projection::RollChanges;
use yishi_protocol::view::{RollDifference, RollTotals, Served};
use yishi_sheets::roll::{is_of, sentences};

use crate::desk::Desk;
use crate::desk::file::sentence;
use crate::desk::forms::{shown, small};
use crate::desk::weights::weight_words;
use crate::kit::parts::fact;
use crate::proofs::session::Session;
use crate::words::trouble::Trouble;

/// All of the difference, page by page.
async fn read(session: &mut Session, entry: EntryId, body: &Body) -> Result<RollChanges, Trouble> {
    let mut all = None::<RollChanges>;
    let mut after = None::<UnitId>;
    loop {
        let path = format!("/rolls/{entry}/difference");
        let path = after.map_or_else(|| path.clone(), |after| format!("{path}?after={after}"));
        let answer: Served<RollDifference> = session.fetch(&path).await?;
        let (shown, view) = answer.apart();
        let page = RollChanges::of(&session.opened(&shown, Body::decode)?, view);
        let next = page.next;
        match &mut all {
            Some(all) => all.changes.extend(page.changes),
            None => all = Some(page),
        }
        match next {
            None => break,
            Some(next) if after.is_none_or(|before| next > before) => after = Some(next),
            // A server that does not go on would keep us here for ever, and a part is not the whole.
            Some(_) => return Err(Trouble::Outdated),
        }
    }
    let all = all.ok_or(Trouble::Outdated)?;
    if is_of(&all, body) { Ok(all) } else { Err(Trouble::Unproven("ROLL_DIFFERENCE".to_owned())) }
}

/// What changes, for a page that asks for a signature; `seen` is set once it is drawn.
pub(crate) fn difference(desk: Desk, entry: EntryId, body: Body, seen: Live<bool>) -> View {
    let found = desk.reading(async move |session| read(session, entry, &body).await);
    shown(desk, found, move |difference| {
        seen.set(true);
        drawn(desk, &difference)
    })
}

fn drawn(desk: Desk, difference: &RollChanges) -> View {
    let words = |totals: RollTotals| weight_words(desk, totals.heads.into(), totals.area_c);
    let Some(before) = difference.before else {
        return view! { <dl class="ys-kv">{fact(desk.say(key::desk_common::IN_ALL), words(difference.after))}</dl> };
    };
    // All of them: whoever signs has seen them.
    let rows = sentences(&difference.changes, &difference.parts.iter().cloned().collect());
    let count = rows.len();
    let heading = desk.fill(key::desk_changes::units_change(&count));
    let list = rows.iter().map(|row| view! { <li class="ys-gap-2">{sentence(desk, row)}</li> });
    view! {
        <dl class="ys-kv">
            {fact(desk.say(key::desk_common::NOW), words(before))}
            {fact(desk.say(key::desk_changes::THEN), words(difference.after))}
        </dl>
        <h3 class="ys-b ys-gap-3">{heading}</h3>
        {(count == 0).then(|| small(desk.say(key::desk_changes::IT_SAYS_WHAT_THE_NEWEST)))}
        <ul>{list.draw_all()}</ul>
    }
}
