//! A result that is shown: what owners dispute of it, rulings by whoever may rule, and once the days are over its end.

use crate::draw::{DrawAll, View, view};
use crate::live::Live;
use crate::words::key;
use yishi_protocol::body::{Capability, Final, RuleDispute};
use yishi_protocol::course::NextAct;
use yishi_protocol::id::{AgendaId, EntryId};
use yishi_protocol::projection::{Disputed, Stated, Vote};
use yishi_protocol::state::Stage;
use yishi_words::Word;

use crate::desk::acts::Form;
use crate::desk::field::blank;
use crate::desk::forms::{area, card, hint, lead, shown, signing, small, title};
use crate::desk::{Desk, Page};
use crate::kit::forms::chip;
use crate::kit::parts::fact;
use crate::kit::tell::pick;
use crate::proofs::act::statement;
use crate::steps::decide::desk::{annul, draw, evidence, seat};
use crate::steps::decide::objections::{dispute_words, ground_of};

/// Why the vote cannot be ended, if it cannot.
fn barred(may: bool, stage: Option<Stage>) -> Option<Word> {
    if !may {
        return Some(key::desk_common::YOUR_OFFICE_DOES_NOT_COVER);
    }
    match stage {
        Some(Stage::ToEnd) => None,
        Some(Stage::Final) => Some(key::result::FINAL),
        _ => Some(key::desk_end::NOT_YET),
    }
}

pub(crate) fn page(desk: Desk, agenda: AgendaId) -> View {
    let found = desk.reading(async move |session| {
        let (vote, stated) = session.result(&agenda).await?;
        let draft = if vote.stage == Some(Stage::ToEnd) {
            let draft: Final = session.fetch(&format!("/agendas/{agenda}/end-draft")).await?;
            Some(draft)
        } else {
            None
        };
        Ok((vote, stated, draft))
    });
    shown(desk, found, move |(vote, stated, draft)| drawn(desk, agenda, (&vote, &stated), draft))
}

fn drawn(desk: Desk, agenda: AgendaId, (vote, stated): (&Vote, &Stated), draft: Option<Final>) -> View {
    let name = pick(desk.app, &vote.text.title);
    let until = stated.objections_end_ms().map(|end_ms| desk.lang().deadline(end_ms)).unwrap_or_default();
    let disputes: Vec<_> = stated.disputes.iter().map(|one| dispute(desk, agenda, vote, one)).collect();
    let none = disputes.is_empty();
    let body = view! {
        <dl class="ys-kv">
            {fact(desk.say(key::desk_end::CAN_BE_DISPUTED_UNTIL), until)}
            {fact(desk.say(key::desk_end::DISPUTES), stated.disputes.len().to_string())}
        </dl>
        {none.then(|| small(desk.say(key::desk_end::NOBODY_DISPUTES_IT)))}
        <div class="ys-gap-3">{lead(desk, "weui-btn_default", desk.say(key::desk_end::SEE_THE_NOTICE), Page::Posted(agenda))}</div>
        {draw::ways(desk, agenda, vote, stated)}
        {annul::way(desk, agenda, vote, stated)}
        {seat::way(desk, agenda, vote)}
    };
    view! {
        {title(desk, desk.fill(key::desk_end::result_of(&name)), Some(Page::Votes))}
        {card(desk.say(key::desk_end::SHOWN), "", body)}
        {disputes.draw_all()}
        {ending(desk, agenda, vote, draft)}
        {evidence::handing_out(desk, agenda)}
    }
}

/// One dispute, with the form for whoever may rule on it.
fn dispute(desk: Desk, agenda: AgendaId, vote: &Vote, one: &Disputed) -> View {
    let app = desk.app;
    let mine = desk.data.with_untracked(|data| {
        let waits = |todo: &&yishi_protocol::course::Todo| {
            todo.about == one.entry && todo.act == NextAct::RuleDispute
        };
        data.queue.iter().any(|todo| waits(&todo))
    });
    let item = one.body.as_ref().and_then(|body| usize::try_from(body.item).ok());
    let item = item.and_then(|item| vote.text.items.get(item.saturating_sub(1)));
    let item = item.map(|item| pick(app, &item.title)).unwrap_or_default();
    let body = view! {
        <p class="ys-s ys-2">{item}</p>
        {dispute_words(app, one)}
        {mine.then(|| ruling(desk, agenda, one.entry))}
    };
    card(desk.say(ground_of(one.body.as_ref())), desk.lang().day(one.at_ms), body)
}

fn ruling(desk: Desk, agenda: AgendaId, dispute: EntryId) -> View {
    let form = Form::new(desk, format_args!("rule/{dispute}"));
    let words = form.field("why", "");
    let upheld = Live::new(None::<bool>);
    let missing = move || match upheld.get() {
        None => Some(desk.say(key::desk_end::CHOOSE)),
        Some(_) => blank(words).then(|| desk.say(key::desk_end::SAY_WHY)),
    };
    let signed = move || {
        let Some(upheld) = upheld.get_untracked() else { return };
        let said = statement(&words.get_untracked()).map(|text| {
            let body = RuleDispute { agenda, dispute, text: text.id(), upheld };
            (body.into(), vec![text])
        });
        form.sign(said, move |_| {
            desk.done(Page::End(agenda), desk.say(key::desk_end::RULED).to_owned());
        });
    };
    let offer = |value: bool, word: Word| {
        chip(desk.say(word).to_owned(), move || upheld.get() == Some(value), move || upheld.set(Some(value)))
    };
    view! {
        <div class="ys-gap-3">
            <div class="ys-chips">
                {offer(false, key::desk_end::DISMISS)}
                {offer(true, key::desk_end::UPHOLD)}
            </div>
            {area(
                format!("why-{dispute}"),
                desk.say(key::desk_end::WHY),
                desk.say(key::desk_end::EVERYBODY_READS_IT),
                words,
            )}
            {small(desk.say(key::desk_end::A_RULING_IS_FOR_GOOD))}
            {signing(desk, desk.say(key::desk_end::SIGN_THE_RULING), missing, signed)}
            {form.note()}
        </div>
    }
}

fn ending(desk: Desk, agenda: AgendaId, vote: &Vote, draft: Option<Final>) -> View {
    let form = Form::new(desk, format_args!("end/{agenda}"));
    let barred = barred(desk.may(Capability::Tally), vote.stage);
    let missing = move || barred.map(|why| desk.say(why));
    let held = draft.as_ref().is_some_and(|end| end.items.iter().any(|item| !item.stands));
    let signed = move || {
        let Some(end) = draft.clone() else { return };
        form.sign(Ok((end.into(), vec![])), move |_| {
            desk.done(Page::Votes, desk.say(key::desk_end::WAITS_FOR_A_SECOND).to_owned());
        });
    };
    let body = view! {
        {small(desk.say(key::desk_end::WHAT_FINAL_MEANS))}
        {held.then(|| hint("ys-note_wait", desk.say(key::desk_end::A_DISPUTE_COULD_CHANGE_IT)))}
        {signing(desk, desk.say(key::desk_end::SIGN_FINAL), missing, signed)}
        {form.note()}
    };
    card(desk.say(key::desk_end::MAKE_FINAL), "", body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vote_is_ended_once_its_days_are_over() {
        assert_eq!(barred(true, Some(Stage::ToEnd)), None);
        assert_eq!(barred(true, Some(Stage::Tallied)), Some(key::desk_end::NOT_YET));
        assert_eq!(barred(true, Some(Stage::Final)), Some(key::result::FINAL));
        assert_eq!(barred(false, Some(Stage::ToEnd)), Some(key::desk_common::YOUR_OFFICE_DOES_NOT_COVER));
    }
}
