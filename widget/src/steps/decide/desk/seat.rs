//! 请新一届就职: whom a vote elected, who follows, whether a lot decides, and what ends by it; once the vote is final and carried out,
//! it is signed here. It says nothing that the log does not say already.

use yishi_protocol::body::{Capability, Seat};
use yishi_protocol::id::{AgendaId, EntryId};
use yishi_protocol::projection::Vote;
use yishi_protocol::state::Stage;
use yishi_protocol::view::{ElectedView, SeatView};
use yishi_words::Word;

use crate::desk::acts::Form;
use crate::desk::forms::{card, hint, lead, nothing, shown, signing, small, title};
use crate::desk::{Desk, Page};
use crate::draw::{Draw, DrawAll, View, view};
use crate::kit::parts::{fact, para};
use crate::kit::tell::pick;
use crate::proofs::candidates::Standers;
use crate::steps::decide::desk::election::called;
use crate::words::key;
use crate::words::trouble::Trouble;

/// The way here, from the result of a vote that elects.
pub(crate) fn way(desk: Desk, agenda: AgendaId, vote: &Vote) -> Option<View> {
    let elects =
        vote.notice.items.iter().any(|item| !item.options.is_empty()) && vote.notice.matter.is_some();
    let words = desk.say(key::desk_election::WHO_IS_ELECTED);
    elects.then(
        || view! { <div class="ys-gap-3">{lead(desk, "weui-btn_default", words, Page::Seat(agenda))}</div> },
    )
}

pub(crate) fn page(desk: Desk, agenda: AgendaId) -> View {
    let found = desk.reading(async move |session| {
        let (vote, _) = session.result(&agenda).await?;
        let standing = match vote.notice.matter {
            Some(matter) => Some(session.candidates(&matter).await?),
            None => None,
        };
        Ok::<_, Trouble>((vote, standing))
    });
    view! {
        {title(desk, desk.say(key::desk_election::WHO_IS_ELECTED).to_owned(), Some(Page::End(agenda)))}
        {shown(desk, found, move |(vote, standing)| match &standing {
            Some(standing) => drawn(desk, agenda, (&vote, standing)),
            None => nothing(desk.say(key::desk_election::ELECTS_NOBODY)),
        })}
    }
}

fn drawn(desk: Desk, agenda: AgendaId, (vote, standing): (&Vote, &Standers)) -> View {
    let Some(elected) = standing.view.elected.as_ref().filter(|elected| elected.agenda == agenda) else {
        return nothing(desk.say(key::desk_election::NO_TOTALS_YET));
    };
    let names = |entries: &[EntryId]| {
        let rows = entries.iter().map(|entry| {
            let words = standing.of(entry).map(|one| called(desk, one)).unwrap_or_default();
            view! { <li>{words}</li> }
        });
        view! { <ol class="ys-todo">{rows.draw_all()}</ol> }
    };
    let list = |heading: Word, entries: &[EntryId]| {
        (!entries.is_empty())
            .then(|| view! { <h3 class="ys-b ys-gap-3">{desk.say(heading)}</h3> {names(entries)} })
    };
    let lot = (!elected.tied.is_empty()).then(|| {
        view! {
            {hint("ys-note_wait", desk.say(key::desk_election::A_LOT_DECIDES))}
            {desk.may(Capability::Tally).then(|| lead(desk, "weui-btn_default", desk.say(key::desk_draw::ENTER_THE_NUMBERS), Page::Draw(agenda)))}
        }
    });
    let body = view! {
        <dl class="ys-kv">
            {fact(desk.say(key::desk_draw::VOTE), pick(desk.app, &vote.text.title))}
            {fact(desk.say(key::desk_election::SEAT_COUNT), elected.seats.to_string())}
        </dl>
        {list(key::desk_election::ELECTED, &elected.seated)}
        {list(key::desk_election::EQUAL, &elected.tied)}
        {lot}
        {list(key::desk_election::FOLLOW, &elected.alternates)}
        {small(desk.say(key::desk_election::STEPPED_BACK_ARE_LEFT_OUT))}
    };
    view! {
        {card(desk.say(key::desk_election::WHO_IS_ELECTED), "", body)}
        {seating(desk, (vote, elected), standing)}
    }
}

/// Why nobody can be seated by it now, if nobody can.
fn barred(
    stage: Option<Stage>,
    elected: &ElectedView,
    seat: Option<&SeatView>,
    seated: bool,
) -> Option<Word> {
    match (seat, stage) {
        _ if seated => Some(key::desk_election::SEATED_ALREADY),
        (Some(_), _) => None,
        (None, Some(Stage::Final)) if !elected.enough => Some(key::desk_election::TOO_FEW),
        (None, Some(Stage::Final)) => Some(key::desk_election::HELD_BACK),
        (None, _) => Some(key::desk_election::NOT_FINAL),
    }
}

fn seating(desk: Desk, (vote, elected): (&Vote, &ElectedView), standing: &Standers) -> View {
    let (agenda, matter) = (elected.agenda, standing.view.matter);
    let form = Form::new(desk, format_args!("seat/{agenda}"));
    let seat = standing.view.seat.clone().filter(|seat| seat.agenda == agenda);
    let barred = barred(vote.stage, elected, seat.as_ref(), standing.view.seated.is_some());
    let may = desk.may(Capability::Tally);
    let missing = move || match barred {
        Some(why) => Some(desk.say(why)),
        None => (!may).then(|| desk.say(key::desk_common::YOUR_OFFICE_DOES_NOT_COVER)),
    };
    let until = seat.as_ref().map(|seat| {
        let lines = desk.fill(key::desk_election::in_office_until(
            &seat.persons.len(),
            &desk.lang().last_day(seat.until_ms),
        ));
        para("ys-s ys-gap-1", lines)
    });
    let effects = [
        key::desk_election::OLD_OFFICES_END,
        key::desk_election::THE_OLD_KEY_ENDS,
        key::desk_election::WHAT_THEY_HANDED_ON_ENDS,
        key::desk_election::BOOKS_GO_ON,
        key::desk_election::ANY_OWNER_MAY,
    ];
    let effects = effects.map(|words| para("ys-s ys-gap-1", desk.say(words)));
    let signed = move || {
        let Some(SeatView { agenda, org, persons, until_ms }) = seat.clone() else { return };
        form.sign(Ok((Seat { agenda, org, persons, until_ms }.into(), vec![])), move |_| {
            desk.done(Page::Matter(matter), desk.say(key::candidates::THEY_SIT).to_owned());
        });
    };
    let body = view! {
        {until.draw()}
        {effects.into_iter().draw_all()}
        {hint("ys-note_wait", desk.say(key::desk_election::NOTHING_TAKES_IT_BACK))}
        {signing(desk, desk.say(key::candidates::SEAT_THEM), missing, signed)}
        {form.note()}
    };
    card(desk.say(key::desk_election::WHAT_ENDS), "", body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::id::OrgId;

    fn elected(enough: bool) -> ElectedView {
        ElectedView {
            agenda: AgendaId::ZERO,
            alternates: vec![],
            enough,
            seated: vec![],
            seats: 3,
            tied: vec![],
        }
    }

    #[test]
    fn those_elected_are_seated_once_by_a_final_vote_that_elects_enough() {
        let seat = SeatView { agenda: AgendaId::ZERO, org: OrgId::ZERO, persons: vec![], until_ms: 0 };
        assert_eq!(barred(Some(Stage::Final), &elected(true), Some(&seat), false), None);
        assert_eq!(
            barred(Some(Stage::Final), &elected(true), None, true),
            Some(key::desk_election::SEATED_ALREADY)
        );
        assert_eq!(
            barred(Some(Stage::ToEnd), &elected(true), None, false),
            Some(key::desk_election::NOT_FINAL)
        );
        assert_eq!(
            barred(Some(Stage::Final), &elected(false), None, false),
            Some(key::desk_election::TOO_FEW)
        );
        assert_eq!(
            barred(Some(Stage::Final), &elected(true), None, false),
            Some(key::desk_election::HELD_BACK)
        );
    }
}
