//! Closing a vote after its window, then stating the totals with both gates' working.

use crate::draw::{View, view};
use crate::words::key;
use yishi_protocol::body::{Capability, Close, Tally};
use yishi_protocol::id::AgendaId;
use yishi_protocol::projection::Vote;
use yishi_protocol::state::Stage;

use crate::desk::acts::Form;
use crate::desk::forms::{card, hint, shown, signing, small, title};
use crate::desk::weights::weight_words;
use crate::desk::{Desk, Page};
use crate::kit::parts::fact;
use crate::kit::tell::pick;
use crate::steps::decide::desk::figures::figures;
use crate::steps::decide::desk::posted;

pub(crate) fn page(desk: Desk, agenda: AgendaId) -> View {
    let found = desk.reading(async move |session| {
        let vote = session.vote(&agenda).await?;
        let draft = if vote.stage == Some(Stage::Closed) {
            let draft: Tally = session.fetch(&format!("/agendas/{agenda}/tally-draft")).await?;
            Some(draft)
        } else {
            None
        };
        Ok((vote, draft))
    });
    shown(desk, found, move |(vote, draft)| match (vote.stage, draft) {
        (Some(Stage::Counting), _) => closing(desk, agenda, &vote),
        (Some(Stage::Closed), Some(tally)) => stating(desk, agenda, &vote, tally),
        (Some(Stage::Tallied | Stage::ToEnd | Stage::Final), _) => posted::page(desk, agenda),
        _ => hint("ys-note_wait", desk.say(key::desk_count::THE_WINDOW_HAS_NOT_ENDED)),
    })
}

/// What to say to somebody whose office does not cover the step.
fn barred(desk: Desk, capability: Capability) -> impl Fn() -> Option<&'static str> + Copy + 'static {
    let barred = !desk.may(capability);
    move || barred.then(|| desk.say(key::desk_common::YOUR_OFFICE_DOES_NOT_COVER))
}

fn closing(desk: Desk, agenda: AgendaId, vote: &Vote) -> View {
    let form = Form::new(desk, format_args!("shut/{agenda}"));
    let name = pick(desk.app, &vote.text.title);
    let closes = desk.lang().deadline(vote.closes_ms());
    let signed = move || {
        let said = Ok((Close { agenda }.into(), vec![]));
        form.sign(said, move |_| {
            desk.done(Page::Count(agenda), desk.say(key::desk_count::CLOSED_IT_CAN_BE_COUNTED).to_owned());
        });
    };
    let body = view! {
        <dl class="ys-kv">
            {fact(desk.say(key::desk_count::CLOSED_AT), closes)}
            {vote.open.as_ref().map(|open| fact(
                desk.say(key::desk_common::ENTITLED),
                weight_words(desk, open.heads.into(), open.area_c),
            ))}
        </dl>
        {small(desk.say(
            key::desk_count::AFTER_THIS_NO_BALLOT_IS,
        ))}
        {signing(desk, desk.say(key::desk_count::SIGN_CLOSE_THE_VOTE), barred(desk, Capability::Close), signed)}
        {form.note()}
    };
    view! {
        {title(desk, desk.fill(key::desk_count::close(&name)), Some(Page::Votes))}
        {card(desk.say(key::desk_count::THE_WINDOW_HAS_ENDED), "", body)}
    }
}

fn stating(desk: Desk, agenda: AgendaId, vote: &Vote, tally: Tally) -> View {
    let form = Form::new(desk, format_args!("state/{agenda}"));
    let name = pick(desk.app, &vote.text.title);
    let figures = figures(desk, vote, &tally);
    let signed = move || {
        let said = Ok((tally.clone().into(), vec![]));
        form.sign(said, move |_| {
            desk.done(Page::Posted(agenda), desk.say(key::desk_count::THE_RESULT_IS_PUBLIC).to_owned());
        });
    };
    let body = view! {
        {small(desk.say(
            key::desk_count::THE_SERVER_HAS_COUNTED_THE,
        ))}
        {signing(desk, desk.say(key::desk_count::SIGN_AND_PUBLISH_THE_RESULT), barred(desk, Capability::Tally), signed)}
        {form.note()}
    };
    view! {
        {title(desk, desk.fill(key::desk_count::result(&name)), Some(Page::Votes))}
        {figures}
        {card(desk.say(key::desk_count::CHECKED), "", body)}
    }
}
