//! 撤销: what a court, or the authority that the law names, annulled of a final result, by its document. Another organisation stands
//! behind it.

use yishi_protocol::body::{Annul, Capability};
use yishi_protocol::calendar::day_start_ms;
use yishi_protocol::id::AgendaId;
use yishi_protocol::projection::{Stated, Vote};
use yishi_protocol::state::Stage;
use yishi_words::Word;

use crate::desk::acts::Form;
use crate::desk::dates::{end_of, from_iso};
use crate::desk::digest;
use crate::desk::field::{blank, typed};
use crate::desk::forms::{area, card, hint, lead, line, nothing, shown, signing, small, title};
use crate::desk::{Desk, Page};
use crate::draw::{DrawAll, View, view};
use crate::kit::forms::chip;
use crate::kit::parts::{fact, para};
use crate::kit::tell::pick;
use crate::people::desk::choose::{has, toggled};
use crate::proofs::act::statement;
use crate::words::key;

/// The items that stand, by their numbers.
fn standing(vote: &Vote, stated: &Stated) -> Vec<u32> {
    let annulled = |item: u32| stated.annulled.iter().any(|one| one.body.items.contains(&item));
    vote.notice.items.iter().map(|item| item.id).filter(|item| !annulled(*item)).collect()
}

/// Why nothing can be annulled, if nothing can.
fn barred(may: bool, stage: Option<Stage>, standing: &[u32]) -> Option<Word> {
    if stage != Some(Stage::Final) {
        return Some(key::desk_annul::NOT_FINAL);
    }
    if standing.is_empty() {
        return Some(key::desk_annul::ALL_ANNULLED);
    }
    (!may).then_some(key::desk_common::YOUR_OFFICE_DOES_NOT_COVER)
}

/// The items of a list, in ascending order.
fn items(list: &str) -> Vec<u32> {
    let mut items: Vec<u32> = list.split(',').filter_map(|item| item.parse().ok()).collect();
    items.sort_unstable();
    items
}

/// The list of items.
fn listed(items: &[u32]) -> String {
    items.iter().map(u32::to_string).collect::<Vec<_>>().join(",")
}

/// When it was decided, in milliseconds since 1970: the day counts, and of the day on which the totals were stated what came after.
fn decided_ms(day: &str, stated_ms: u64, now_ms: u64) -> Option<u64> {
    let day = from_iso(day)?;
    let (from_ms, until_ms) = (day_start_ms(day), end_of(day));
    (until_ms > stated_ms && from_ms <= now_ms).then(|| from_ms.max(stated_ms))
}

/// The way here, for whoever may.
pub(crate) fn way(desk: Desk, agenda: AgendaId, vote: &Vote, stated: &Stated) -> Option<View> {
    let may = barred(desk.may(Capability::Tally), vote.stage, &standing(vote, stated)).is_none();
    let words = desk.say(key::desk_annul::TITLE);
    may.then(
        || view! { <div class="ys-gap-3">{lead(desk, "weui-btn_default", words, Page::Annul(agenda))}</div> },
    )
}

pub(crate) fn page(desk: Desk, agenda: AgendaId) -> View {
    let found = desk.reading(async move |session| session.result(&agenda).await);
    view! {
        {title(desk, desk.say(key::desk_annul::TITLE).to_owned(), Some(Page::End(agenda)))}
        {shown(desk, found, move |(vote, stated)| drawn(desk, agenda, &vote, &stated))}
    }
}

fn drawn(desk: Desk, agenda: AgendaId, vote: &Vote, stated: &Stated) -> View {
    let standing = standing(vote, stated);
    let barred = barred(desk.may(Capability::Tally), vote.stage, &standing);
    if let Some(why) = barred.filter(|why| *why != key::desk_common::YOUR_OFFICE_DOES_NOT_COVER) {
        return nothing(desk.say(why));
    }
    let form = Form::new(desk, format_args!("annul/{agenda}"));
    let (words, document, day) = (form.field("why", ""), form.field("document", ""), form.field("day", ""));
    let only = if standing.len() == 1 { listed(&standing) } else { String::new() };
    let chosen = form.field("items", only);
    // What was kept may have been annulled by others since.
    let kept: Vec<u32> = chosen.with_untracked(|list| items(list));
    if !kept.iter().all(|item| standing.contains(item)) {
        chosen.set(listed(&kept.into_iter().filter(|item| standing.contains(item)).collect::<Vec<_>>()));
    }
    let (stated_ms, now_ms) = (stated.tallied_ms.unwrap_or_default(), desk.now_ms());
    let missing = move || {
        let why = match barred {
            Some(why) => Some(why),
            None if chosen.with(|list| items(list).is_empty()) => Some(key::desk_annul::CHOOSE_ITEMS),
            None if document.with(|text| typed(text).is_none()) => Some(key::desk_annul::CHOOSE_THE_DOCUMENT),
            None if day.with(|day| decided_ms(day, stated_ms, now_ms).is_none()) => {
                Some(key::desk_annul::SAY_WHEN)
            }
            None => blank(words).then_some(key::desk_annul::SAY_WHO),
        };
        why.map(|why| desk.say(why))
    };
    let signed = move || {
        let document = document.with_untracked(|text| typed(text));
        let decided_ms = day.with_untracked(|day| decided_ms(day, stated_ms, now_ms));
        let (Some(document), Some(decided_ms)) = (document, decided_ms) else { return };
        let items = chosen.with_untracked(|list| items(list));
        let said = statement(&words.get_untracked())
            .map(|text| (Annul { agenda, decided_ms, document, items, text: text.id() }.into(), vec![text]));
        form.sign(said, move |_| {
            desk.done(Page::End(agenda), desk.say(key::desk_annul::WAITS_FOR_A_SECOND).to_owned());
        });
    };
    let offered =
        vote.notice.items.iter().zip(&vote.text.items).filter(|(item, _)| standing.contains(&item.id));
    let offered = offered.map(|(item, text)| {
        let number = item.id.to_string();
        let pressed = number.clone();
        let press = move || chosen.update(|list| *list = toggled(list, &number));
        chip(pick(desk.app, &text.title), move || chosen.with(|list| has(list, &pressed)), press)
    });
    let effects = [
        key::desk_annul::NOT_CARRIED_OUT,
        key::desk_annul::WORK_IS_SHOWN_SO,
        key::desk_annul::VOTED_ON_ANEW,
        key::desk_annul::EVERYBODY_READS_IT,
    ];
    let body = view! {
        <dl class="ys-kv">{fact(desk.say(key::desk_draw::VOTE), pick(desk.app, &vote.text.title))}</dl>
        <p class="ys-lab ys-gap-3">{desk.say(key::desk_annul::WHICH_ITEMS)}</p>
        <div class="ys-chips">{offered.draw_all()}</div>
        <div class="ys-gap-4">{digest::field(desk, document, (
            desk.say(key::desk_annul::THE_DOCUMENT),
            desk.say(key::desk_annul::A_JUDGMENT_OR_AN_ORDER),
        ))}</div>
        {line("day", "date", desk.say(key::desk_annul::DECIDED_ON), "", day)}
        {area("why", desk.say(key::desk_annul::WHO_AND_WHY), desk.say(key::desk_annul::FOR_EXAMPLE), words)}
        {hint("ys-note_wait", desk.say(key::desk_annul::IT_IS_FOR_GOOD))}
        {signing(desk, desk.say(key::desk_annul::SIGN), missing, signed)}
        {form.note()}
    };
    view! {
        {card(desk.say(key::desk_annul::WHAT_IT_DOES), "", effects.map(|words| para("ys-s ys-gap-1", desk.say(words))).draw_all())}
        {card(desk.say(key::desk_annul::TITLE), "", body)}
        {small(desk.say(key::desk_annul::A_COURT_ALONE))}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::calendar::{HOUR_MS, day_of_date};

    #[test]
    fn only_what_is_final_and_stands_is_annulled() {
        let may = |stage, items: &[u32]| barred(true, stage, items);
        assert_eq!(may(Some(Stage::Final), &[1]), None);
        assert_eq!(may(Some(Stage::ToEnd), &[1]), Some(key::desk_annul::NOT_FINAL));
        assert_eq!(may(Some(Stage::Final), &[]), Some(key::desk_annul::ALL_ANNULLED));
        assert_eq!(
            barred(false, Some(Stage::Final), &[1]),
            Some(key::desk_common::YOUR_OFFICE_DOES_NOT_COVER)
        );
    }

    #[test]
    fn items_are_kept_as_a_list_in_their_order() {
        assert_eq!(items("3,1"), [1, 3]);
        assert_eq!(items(""), [0; 0]);
        assert_eq!(listed(&[1, 3]), "1,3");
    }

    #[test]
    fn nothing_was_decided_before_the_totals_or_is_tomorrow() {
        let noon = day_start_ms(day_of_date(2026, 4, 7).unwrap()) + 12 * HOUR_MS;
        let decided = |day| decided_ms(day, noon, noon + 48 * HOUR_MS);
        assert_eq!(decided("2026-04-07"), Some(noon), "later on the same day");
        assert_eq!(decided("2026-04-09"), Some(noon + 36 * HOUR_MS));
        assert_eq!([decided("2026-04-06"), decided("2026-04-10"), decided("")], [None; 3]);
    }
}
