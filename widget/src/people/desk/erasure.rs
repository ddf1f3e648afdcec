//! What an erasure would take: shown to whoever begins one, and to whoever is asked to stand behind one before they can.

use std::collections::BTreeMap;

use crate::draw::{DrawAll, View, view};
use crate::live::Live;
use crate::words::key;
use yishi_protocol::body::{Body, ErasureGround};
use yishi_protocol::id::EntryId;
use yishi_protocol::projection::{BlobSays, Erasing, Erasure};
use yishi_protocol::state::ErasableSort;
use yishi_protocol::view::{ErasableList, ErasureView, Served};
use yishi_words::Word;

use crate::desk::forms::{hint, shown, small};
use crate::desk::{About, Desk};
use crate::kit::parts::fact;
use crate::kit::tell::pick;
use crate::proofs::session::{MOST_PAGES, Session};
use crate::words::format::area;
use crate::words::trouble::Trouble;

/// All that may be erased of something, or what nobody needs any more, page by page; what was said first ahead.
pub(crate) async fn all(session: &mut Session, about: Option<About>) -> Result<Vec<Erasing>, Trouble> {
    let base = about.map_or_else(|| "/erasable?".to_owned(), |about| format!("/erasable?about={about}&"));
    let (mut all, mut path) = (Vec::new(), base.clone());
    for _ in 0..MOST_PAGES {
        let answer: Served<ErasableList> = session.fetch(path.trim_end_matches(['?', '&'])).await?;
        let (shown, list) = answer.apart();
        let next = list.next;
        let opened = session.opened(&shown, Body::decode)?;
        all.extend(Erasing::all(&opened, list)?);
        let Some(next) = next else { break };
        path = format!("{base}after={next}");
    }
    all.sort_by_key(|one| (one.view.sort, one.at_ms));
    Ok(all)
}

async fn one(session: &mut Session, entry: EntryId) -> Result<Erasure, Trouble> {
    let answer: Served<ErasureView> = session.fetch(&format!("/erasures/{entry}")).await?;
    let (shown, view) = answer.apart();
    Ok(Erasure::of(&session.opened(&shown, Body::decode)?, view, &entry)?)
}

/// What would go, for a page that asks for a signature; `seen` is set once all of it is drawn that can be read.
pub(crate) fn erased_by(desk: Desk, entry: EntryId, seen: Live<bool>) -> View {
    let found = desk.reading(async move |session| one(session, entry).await);
    shown(desk, found, move |erasure| {
        let whole = erasure.erasing.iter().all(|one| one.says.is_some() || is_secret(one));
        let order = erasure.body.order.is_none() || erasure.order.is_some();
        seen.set(whole && order);
        drawn(desk, &erasure, whole && order)
    })
}

fn drawn(desk: Desk, erasure: &Erasure, whole: bool) -> View {
    let order = erasure
        .order
        .as_ref()
        .map(|words| fact(desk.say(key::desk_erasure::THE_ORDER), pick(desk.app, words)));
    let document = erasure.body.document.map(|document| {
        let digest = document.to_string();
        view! { <div><dt>{desk.say(key::desk_erasure::ITS_DOCUMENT)}</dt><dd class="ys-code ys-s">{digest}</dd></div> }
    });
    let rows = erasure.erasing.iter().map(|one| {
        let why = refusal(desk, one, erasure.body.ground).map(small);
        view! { <li class="ys-gap-2">{told(desk, one)}{why}</li> }
    });
    let sums = by_sort(erasure.erasing.iter().map(|one| one.view.sort));
    let sums = sums.into_iter().map(|(sort, number)| {
        view! { <li>{desk.fill(key::desk_erasure::so_many_of(&desk.say(sort_word(sort)), &number))}</li> }
    });
    view! {
        <dl class="ys-kv">{order}{document}</dl>
        <h3 class="ys-b ys-gap-3">{desk.fill(key::desk_erasure::would_go(&erasure.erasing.len()))}</h3>
        <ul class="ys-log ys-b">{sums.draw_all()}</ul>
        {(!whole).then(|| hint("ys-note_bad", desk.say(key::desk_erasure::NOT_SHOWN_TO_YOU)))}
        <h3 class="ys-b ys-gap-3">{desk.say(key::desk_erasure::READ_EACH)}</h3>
        <ul class="ys-log">{rows.draw_all()}</ul>
        {stays(desk)}
    }
}

/// How much of each sort would go, the sorts as the rule book orders them.
fn by_sort(sorts: impl Iterator<Item = ErasableSort>) -> Vec<(ErasableSort, usize)> {
    let mut sums = BTreeMap::<ErasableSort, usize>::new();
    for sort in sorts {
        let sum = sums.entry(sort).or_default();
        *sum = sum.saturating_add(1);
    }
    sums.into_iter().collect()
}

/// What stays whatever is erased.
pub(crate) fn stays(desk: Desk) -> View {
    hint("", desk.say(key::desk_erasure::STAYS))
}

/// Why the rules do not let it go on a ground, in words; none if they do.
pub(crate) fn refusal(desk: Desk, one: &Erasing, ground: ErasureGround) -> Option<&'static str> {
    let code = match ground {
        ErasureGround::Ordered => one.view.ordered.as_deref()?,
        ErasureGround::Asked | ErasureGround::Ended => one.view.ended.as_deref()?,
    };
    let known = key::refusal_desk(code).or_else(|| key::refusal(code));
    Some(known.map_or(desk.say(key::trouble::REFUSED), |(what, _)| desk.say(what)))
}

/// Whether nobody reads it for being asked to erase it.
const fn is_secret(one: &Erasing) -> bool {
    one.view.sort.is_secret()
}

pub(crate) const fn sort_word(sort: ErasableSort) -> Word {
    match sort {
        ErasableSort::Ballot => key::desk_erasure::A_BALLOT,
        ErasableSort::Listed => key::desk_erasure::OF_A_HOME,
        ErasableSort::Marks => key::desk_erasure::MARKS,
        ErasableSort::Name => key::desk_erasure::A_NAME,
        ErasableSort::Terms => key::desk_erasure::A_MANDATE,
        ErasableSort::Slip => key::desk_erasure::A_SLIP,
        ErasableSort::Words => key::desk_erasure::WORDS,
    }
}

/// What it is, when it was said, and what it says.
pub(crate) fn told(desk: Desk, one: &Erasing) -> View {
    let when = one.at_ms.map(|at_ms| format!(" · {}", desk.lang().beginning(at_ms))).unwrap_or_default();
    let says = match &one.says {
        Some(says) => said(desk, says),
        None if is_secret(one) => desk.say(key::desk_erasure::NOBODY_READS_IT).to_owned(),
        None => desk.say(key::desk_erasure::NOT_AT_HAND).to_owned(),
    };
    view! {
        <p class="ys-s ys-2">{desk.say(sort_word(one.view.sort))}{when}</p>
        {says.lines().map(|line| view! { <p>{line.to_owned()}</p> }).draw_all()}
    }
}

fn said(desk: Desk, says: &BlobSays) -> String {
    match says {
        BlobSays::Area(facts) => area(facts.area_c.into()),
        BlobSays::Help(help) => {
            let words = [&help.purpose, &help.place, &help.hours].map(|words| pick(desk.app, words));
            format!("{}\n{}", words.join("\n"), help.telephone)
        }
        BlobSays::Matter(text) => {
            let place = text.place.clone().unwrap_or_default();
            format!("{}\n{}\n{place}", pick(desk.app, &text.title), pick(desk.app, &text.body))
        }
        BlobSays::Name(name) => {
            format!("{} {}", name.name, name.phone.as_deref().unwrap_or_default())
        }
        BlobSays::Place(place) => place.address(),
        BlobSays::Spoken(spoken) => {
            spoken.text.as_ref().map(|words| pick(desk.app, words)).unwrap_or_default()
        }
        BlobSays::Words(words) => pick(desk.app, words),
    }
}

#[cfg(test)]
mod tests {
    use super::by_sort;
    use yishi_protocol::state::ErasableSort;

    #[test]
    fn what_would_go_is_added_up_by_its_sort() {
        let sorts = [ErasableSort::Words, ErasableSort::Ballot, ErasableSort::Words];
        let mut sums = by_sort(sorts.into_iter());
        sums.sort_by_key(|(_, number)| *number);
        assert_eq!(sums, [(ErasableSort::Ballot, 1), (ErasableSort::Words, 2)]);
        assert_eq!(by_sort([].into_iter()), []);
    }
}
