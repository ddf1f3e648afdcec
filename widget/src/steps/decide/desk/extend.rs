//! The end of a vote's window is put off once, for want of turnout: to which day, why, and only then the signature.

use crate::draw::{View, view};
use crate::words::key;
use yishi_protocol::body::{Capability, Extend};
use yishi_protocol::bylaws::Bylaws;
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::NoticeId;
use yishi_words::Word;

use crate::desk::acts::Form;
use crate::desk::field::blank;
use crate::desk::forms::{area, card, hint, lead, line, signing, small, title};
use crate::desk::load::Current;
use crate::desk::{Desk, Page};
use crate::kit::parts::fact;
use crate::kit::tell::pick;
use crate::proofs::act::statement;
use crate::steps::decide::desk::turnout;

/// By how many days the end may still be put off: whole ones, as the settings allow.
fn most_days(settings: &Bylaws, (opens_ms, closes_ms): (u64, u64)) -> u64 {
    let longest_ms = u64::from(settings.window_days_max).saturating_mul(DAY_MS);
    let latest_ms = opens_ms.saturating_add(longest_ms);
    latest_ms.saturating_sub(closes_ms).checked_div(DAY_MS).unwrap_or_default()
}

/// What a vote is asked before its end is put off.
#[derive(Clone, Copy)]
struct Asked {
    may: bool,
    /// Whether it was put off before.
    once: bool,
    /// Whether something is missing for a quorum.
    lacks: bool,
    now_ms: u64,
    closes_ms: u64,
    most_days: u64,
}

/// Why the end cannot be put off, if it cannot.
fn barred(asked: Asked) -> Option<Word> {
    if !asked.may {
        return Some(key::desk_common::YOUR_OFFICE_DOES_NOT_COVER);
    }
    if asked.now_ms >= asked.closes_ms {
        return Some(key::desk_extend::THE_WINDOW_HAS_ENDED);
    }
    if asked.once {
        return Some(key::desk_extend::ONLY_ONCE);
    }
    if !asked.lacks {
        return Some(key::desk_extend::ENOUGH_HAVE_VOTED);
    }
    (asked.most_days == 0).then_some(key::desk_extend::NO_DAY_IS_LEFT)
}

fn asked(desk: Desk, current: &Current) -> Asked {
    let (vote, turnout) = (&current.vote, current.turnout.as_ref());
    let window = (vote.notice.opens_ms, vote.closes_ms());
    Asked {
        may: desk.may(Capability::Notice),
        once: vote.extended.is_some(),
        lacks: turnout.is_some_and(|turnout| turnout.missing_heads > 0 || turnout.missing_area_c > 0),
        now_ms: desk.now_ms(),
        closes_ms: window.1,
        most_days: most_days(&desk.app.settings(), window),
    }
}

/// The way there, for whoever may.
pub(crate) fn way(desk: Desk, current: &Current) -> Option<View> {
    let words = desk.say(key::desk_extend::PUT_THE_END_OFF);
    let may = barred(asked(desk, current)).is_none();
    may.then(|| lead(desk, "weui-btn_default", words, Page::Extend(current.notice)))
}

pub(crate) fn page(desk: Desk, id: NoticeId) -> View {
    let found = desk.data.with(|data| data.current(id).cloned());
    let Some((agenda, current)) = found.and_then(|current| Some((current.vote.agenda?, current))) else {
        return crate::steps::decide::desk::votes::page(desk);
    };
    let form = Form::new(desk, format_args!("extend/{id}"));
    let (words, days) = (form.field("why", ""), form.field("days", "7"));
    let asked = asked(desk, &current);
    let barred = barred(asked);
    let name = pick(desk.app, &current.vote.text.title);
    let chosen = move || {
        let days: u64 = days.get().trim().parse().ok()?;
        let more_ms = days.checked_mul(DAY_MS).filter(|_| (1..=asked.most_days).contains(&days))?;
        asked.closes_ms.checked_add(more_ms)
    };
    let missing = move || match barred {
        Some(why) => Some(desk.say(why)),
        None if chosen().is_none() => Some(desk.say(key::desk_extend::CHOOSE_DAYS)),
        None => blank(words).then(|| desk.say(key::desk_extend::SAY_WHY)),
    };
    let until = move || {
        let until = chosen().map(|closes_ms| desk.lang().deadline(closes_ms));
        until.map(|until| small(desk.fill(key::desk_extend::goes_on_until(&until))))
    };
    let signed = move || {
        let Some(closes_ms) = chosen() else { return };
        let said = statement(&words.get_untracked())
            .map(|text| (Extend { agenda, closes_ms, text: text.id() }.into(), vec![text]));
        form.sign(said, move |_| {
            desk.done(Page::Queue, desk.say(key::desk_extend::IT_IS_PUT_OFF).to_owned());
        });
    };
    let most = desk.fill(key::desk_extend::at_most(&asked.most_days));
    let body = view! {
        <dl class="ys-kv">{fact(desk.say(key::common::CLOSES), desk.lang().deadline(asked.closes_ms))}</dl>
        {hint("ys-note_wait", desk.say(key::desk_extend::WHAT_IT_MEANS))}
        {line("days", "number", desk.say(key::desk_extend::BY_HOW_MANY_DAYS), &most, days)}
        <div>{until}</div>
        {area("why", desk.say(key::desk_extend::WHY), desk.say(key::desk_extend::EVERYBODY_READS_IT), words)}
        {signing(desk, desk.say(key::desk_extend::SIGN), missing, signed)}
        {form.note()}
    };
    view! {
        {title(desk, desk.fill(key::desk_extend::put_off(&name)), Some(Page::Queue))}
        <div class="ys-cols">
            {card(desk.say(key::desk_extend::TO_BE_PUT_OFF), "", body)}
            {turnout::card(desk, &current)}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: Asked =
        Asked { may: true, once: false, lacks: true, now_ms: 999, closes_ms: 1_000, most_days: 1 };

    #[test]
    fn the_end_is_put_off_once_within_the_window_and_for_want_of_turnout_alone() {
        assert_eq!(barred(GOOD), None);
        let at_the_end = Asked { now_ms: 1_000, ..GOOD };
        assert_eq!(barred(at_the_end), Some(key::desk_extend::THE_WINDOW_HAS_ENDED));
        assert_eq!(barred(Asked { once: true, ..GOOD }), Some(key::desk_extend::ONLY_ONCE));
        assert_eq!(barred(Asked { lacks: false, ..GOOD }), Some(key::desk_extend::ENOUGH_HAVE_VOTED));
        assert_eq!(barred(Asked { most_days: 0, ..GOOD }), Some(key::desk_extend::NO_DAY_IS_LEFT));
        assert_eq!(barred(Asked { may: false, ..GOOD }), Some(key::desk_common::YOUR_OFFICE_DOES_NOT_COVER));
    }

    #[test]
    fn as_many_days_are_offered_as_the_settings_allow() {
        let most = |days: u64| most_days(&Bylaws::default(), (DAY_MS, DAY_MS + days * DAY_MS));
        assert_eq!([most(15), most(59), most(60)], [45, 1, 0]);
    }
}
