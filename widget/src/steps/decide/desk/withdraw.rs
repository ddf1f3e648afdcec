//! A noticed vote is taken back before its window begins: why, what becomes of it, and only then the signature.

use crate::draw::{View, view};
use crate::words::key;
use yishi_protocol::body::{Capability, Withdraw};
use yishi_protocol::id::NoticeId;
use yishi_protocol::projection::Vote;
use yishi_words::Word;

use crate::desk::acts::Form;
use crate::desk::field::blank;
use crate::desk::forms::{area, card, hint, lead, signing, small, title};
use crate::desk::{Desk, Page};
use crate::kit::parts::fact;
use crate::kit::tell::pick;
use crate::proofs::act::statement;

/// Why it cannot be taken back now, if it cannot.
fn barred(may: bool, (opens_ms, is_back): (u64, bool), now_ms: u64) -> Option<Word> {
    if !may {
        return Some(key::desk_common::YOUR_OFFICE_DOES_NOT_COVER);
    }
    (is_back || now_ms >= opens_ms).then_some(key::desk_withdraw::TOO_LATE)
}

/// The way there, for whoever may.
pub(crate) fn way(desk: Desk, vote: &Vote) -> Option<View> {
    let may = desk.may(Capability::Notice);
    let id = vote.id;
    barred(may, (vote.notice.opens_ms, vote.withdrawn.is_some()), desk.now_ms()).is_none().then(|| {
        lead(desk, "weui-btn_default", desk.say(key::desk_withdraw::WITHDRAW_THIS_VOTE), Page::Withdraw(id))
    })
}

pub(crate) fn page(desk: Desk, id: NoticeId) -> View {
    let found = desk.data.with(|data| data.current(id).cloned());
    let Some(current) = found else {
        return crate::steps::decide::desk::votes::page(desk);
    };
    let vote = current.vote;
    let form = Form::new(desk, format_args!("withdraw/{id}"));
    let words = form.field("why", "");
    let (may, name) = (desk.may(Capability::Notice), pick(desk.app, &vote.text.title));
    let opens = desk.lang().beginning(vote.notice.opens_ms);
    let barred = barred(may, (vote.notice.opens_ms, vote.withdrawn.is_some()), desk.now_ms());
    let missing = move || match barred {
        Some(why) => Some(desk.say(why)),
        None => blank(words).then(|| desk.say(key::desk_withdraw::SAY_WHY)),
    };
    let signed = move || {
        let said = statement(&words.get_untracked())
            .map(|text| (Withdraw { notice: id, text: text.id() }.into(), vec![text]));
        form.sign(said, move |_| {
            desk.done(Page::Votes, desk.say(key::desk_withdraw::IT_IS_WITHDRAWN).to_owned());
        });
    };
    let body = view! {
        <dl class="ys-kv">{fact(desk.say(key::desk_common::BEGINS), opens)}</dl>
        {hint("ys-note_wait", desk.say(key::desk_withdraw::WHAT_BECOMES_OF_IT))}
        {area(
            "why",
            desk.say(key::desk_withdraw::WHY),
            desk.say(key::desk_withdraw::EVERYBODY_READS_IT),
            words,
        )}
        {small(desk.say(key::desk_withdraw::IT_CANNOT_BE_UNDONE))}
        {signing(desk, desk.say(key::desk_withdraw::SIGN), missing, signed)}
        {form.note()}
    };
    view! {
        {title(desk, desk.fill(key::desk_withdraw::withdraw(&name)), Some(Page::Votes))}
        {card(desk.say(key::desk_withdraw::TO_BE_WITHDRAWN), "", body)}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_is_offered_until_the_window_begins_and_not_at_it() {
        let told = |may, is_back, now_ms| barred(may, (1_000, is_back), now_ms);
        assert_eq!(told(true, false, 999), None);
        assert_eq!(told(true, false, 1_000), Some(key::desk_withdraw::TOO_LATE));
        assert_eq!(told(true, true, 999), Some(key::desk_withdraw::TOO_LATE));
        assert_eq!(told(false, false, 999), Some(key::desk_common::YOUR_OFFICE_DOES_NOT_COVER));
    }
}
