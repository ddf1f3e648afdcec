//! 抽户: the numbers of the lottery that the notice names, by which homes are drawn for the roll call. One person enters them, and
//! another of another organisation enters them again without seeing the first's.

use yishi_protocol::body::{Capability, Draw};
use yishi_protocol::calendar::{DAY_MS, day_start_ms};
use yishi_protocol::draw::{WEAK, sample_size};
use yishi_protocol::id::AgendaId;
use yishi_protocol::projection::{Stated, Vote};
use yishi_protocol::state::Stage;
use yishi_words::Word;

use crate::desk::acts::Form;
use crate::desk::dates::from_iso;
use crate::desk::field::blank;
use crate::desk::forms::{card, hint, lead, line, shown, signing, small, title};
use crate::desk::{Desk, Page};
use crate::draw::{View, view};
use crate::kit::parts::fact;
use crate::kit::tell::pick;
use crate::live::Live;
use crate::proofs::clock::MINUTE_MS;
use crate::words::key;

/// The most numbers of a draw, and the highest, as the rules have them.
const MOST: usize = 20;
const HIGHEST: u32 = 99_999;
/// Within so many days after the totals the lottery is drawn.
const DAYS: u64 = 7;

/// The numbers that somebody typed, with anything between them that is no digit or letter.
fn numbers(typed: &str) -> Option<Vec<u32>> {
    let parts = typed.split(|sign: char| !sign.is_alphanumeric()).filter(|part| !part.is_empty());
    let numbers: Vec<u32> = parts.map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let sound = (1..=MOST).contains(&numbers.len()) && numbers.iter().all(|number| *number <= HIGHEST);
    sound.then_some(numbers)
}

/// A moment from a day and a time, `21:15`, in milliseconds since 1970.
fn moment(day: &str, time: &str) -> Option<u64> {
    let (hour, minute) = time.trim().split_once(':')?;
    let (hour, minute): (u64, u64) = (hour.parse().ok()?, minute.parse().ok()?);
    let minutes = hour.checked_mul(60)?.checked_add(minute).filter(|_| hour < 24 && minute < 60)?;
    Some(day_start_ms(from_iso(day)?).saturating_add(minutes.saturating_mul(MINUTE_MS)))
}

/// Why nobody can enter numbers, if nobody can.
fn barred(may: bool, vote: &Vote, stated: &Stated) -> Option<Word> {
    if vote.notice.lottery.is_none() {
        return Some(key::desk_draw::NO_LOTTERY);
    }
    if stated.called.is_some() {
        return Some(key::desk_draw::DRAWN_ALREADY);
    }
    match vote.stage {
        Some(Stage::Tallied | Stage::ToEnd) if stated.margins.is_empty() => Some(key::desk_draw::NO_MARGIN),
        Some(Stage::Tallied | Stage::ToEnd) => (!may).then_some(key::desk_common::YOUR_OFFICE_DOES_NOT_COVER),
        Some(Stage::Final) => Some(key::desk_draw::TOO_LATE),
        _ => Some(key::desk_draw::TOO_EARLY),
    }
}

/// The way here, and to the homes that were drawn, for whoever may.
pub(crate) fn ways(desk: Desk, agenda: AgendaId, vote: &Vote, stated: &Stated) -> View {
    let draws = barred(desk.may(Capability::Tally), vote, stated).is_none();
    let draws = draws.then(|| {
        let words = desk.say(key::desk_draw::ENTER_THE_NUMBERS);
        view! { <div class="ys-gap-3">{lead(desk, "weui-btn_default", words, Page::Draw(agenda))}</div> }
    });
    let calls = stated.called.is_some() && desk.may(Capability::Evidence);
    let calls = calls.then(|| {
        let words = desk.say(key::desk_calls::ASK_THE_HOMES);
        view! { <div class="ys-gap-3">{lead(desk, "weui-btn_default", words, Page::Calls(agenda))}</div> }
    });
    view! { {draws} {calls} }
}

pub(crate) fn page(desk: Desk, agenda: AgendaId) -> View {
    let found = desk.reading(async move |session| session.result(&agenda).await);
    view! {
        {title(desk, desk.say(key::desk_draw::TITLE).to_owned(), Some(Page::End(agenda)))}
        {shown(desk, found, move |(vote, stated)| drawn(desk, agenda, &vote, &stated))}
    }
}

fn drawn(desk: Desk, agenda: AgendaId, vote: &Vote, stated: &Stated) -> View {
    let form = Form::new(desk, format_args!("draw/{agenda}"));
    let (issue, day, time) = (form.field("issue", ""), form.field("day", ""), form.field("time", "21:15"));
    let typed = form.field("numbers", "");
    let barred = barred(desk.may(Capability::Tally), vote, stated);
    let stated_ms = stated.tallied_ms.unwrap_or_default();
    let at = move || moment(&day.get(), &time.get());
    let now_ms = desk.now_ms();
    let missing = move || {
        let why = match barred {
            Some(why) => Some(why),
            None if blank(issue) => Some(key::desk_draw::SAY_WHICH_ISSUE),
            None => match at() {
                None => Some(key::desk_draw::SAY_WHEN),
                Some(at_ms) if at_ms <= stated_ms => Some(key::desk_draw::BEFORE_THE_TOTALS),
                Some(at_ms) if at_ms > now_ms => Some(key::desk_draw::NOT_DRAWN_YET),
                Some(at_ms) if at_ms > stated_ms.saturating_add(DAYS * DAY_MS) => {
                    Some(key::desk_draw::TOO_LONG_AFTER)
                }
                Some(_) => numbers(&typed.get()).is_none().then_some(key::desk_draw::SAY_THE_NUMBERS),
            },
        };
        why.map(|why| desk.say(why))
    };
    let margins: Vec<Option<u64>> = stated.margins.iter().map(|margin| margin.homes).collect();
    let least = margins.iter().flatten().min().copied();
    let signed = move || {
        let at_ms = moment(&day.get_untracked(), &time.get_untracked());
        let (Some(drawn_ms), Some(numbers)) = (at_ms, numbers(&typed.get_untracked())) else { return };
        let issue = issue.get_untracked().trim().to_owned();
        let body = Draw { agenda, drawn_ms, issue, margins: margins.clone(), numbers };
        form.sign(Ok((body.into(), vec![])), move |_| {
            desk.done(Page::End(agenda), desk.say(key::desk_draw::WAITS_FOR_A_SECOND).to_owned());
        });
    };
    let lottery = vote.notice.lottery.clone().unwrap_or_default();
    let since = desk.lang().moment(stated_ms);
    let last = desk.lang().moment(stated_ms.saturating_add(DAYS * DAY_MS));
    let about = view! {
        <dl class="ys-kv">
            {fact(desk.say(key::desk_draw::VOTE), pick(desk.app, &vote.text.title))}
            {fact(desk.say(key::desk_draw::LOTTERY), lottery)}
            {fact(desk.say(key::desk_draw::TOTALS_STATED), since.clone())}
        </dl>
        {hint("", desk.fill(key::desk_draw::which_issue(&since, &last)))}
        {small(whom(desk, vote, stated, least))}
    };
    let body = view! {
        {small(desk.say(key::desk_draw::IN_THEIR_ORDER))}
        {line("issue", "text", desk.say(key::desk_draw::ISSUE), desk.say(key::desk_draw::AS_THE_LOTTERY_HAS_IT), issue)}
        {line("day", "date", desk.say(key::desk_draw::DAY), "", day)}
        {line("time", "time", desk.say(key::desk_draw::TIME), "", time)}
        {line("numbers", "text", desk.say(key::desk_draw::NUMBERS), desk.say(key::desk_draw::FOR_EXAMPLE), typed)}
        {hint("ys-note_wait", desk.say(key::desk_draw::WHO_REPEATS_THEM))}
        {signing(desk, desk.say(key::desk_draw::SIGN), missing, signed)}
        {form.note()}
    };
    view! {
        {card(desk.say(key::desk_draw::WHAT_IS_DRAWN), "", about)}
        {card(desk.say(key::desk_draw::ENTER_THE_NUMBERS), "", body)}
    }
}

/// Whom the numbers will draw, as far as that is known before.
fn whom(desk: Desk, vote: &Vote, stated: &Stated, least: Option<u64>) -> String {
    if stated.weak.is_empty() && least.is_none() {
        return desk.say(key::desk_draw::DRAWS_NOBODY).to_owned();
    }
    let cast = usize::try_from(vote.turnout_heads).unwrap_or(usize::MAX);
    match least {
        Some(margin) => {
            let others = sample_size(cast, margin);
            desk.fill(key::desk_draw::draws(&WEAK, &margin, &others))
        }
        None => desk.fill(key::desk_draw::draws_the_weak(&WEAK)),
    }
}

/// What a second person is shown: all but the numbers, which they enter again. `same` tells whether they are the same.
pub(crate) fn repeated(desk: Desk, form: Form, body: &Draw, same: Live<bool>) -> View {
    let typed = form.field("numbers", "");
    let entered = body.numbers.clone();
    let told = move || {
        let again = numbers(&typed.get());
        let is_same = again.as_ref() == Some(&entered);
        same.set(is_same);
        let differs = again.is_some_and(|again| again.len() >= entered.len()) && !is_same;
        differs.then(|| hint("ys-note_bad", desk.say(key::desk_draw::THEY_DIFFER)))
    };
    view! {
        <dl class="ys-kv">
            {fact(desk.say(key::desk_draw::ISSUE), body.issue.clone())}
            {fact(desk.say(key::desk_draw::DRAWN_AT), desk.lang().moment(body.drawn_ms))}
        </dl>
        {small(desk.say(key::desk_draw::LOOK_IT_UP_YOURSELF))}
        {line("numbers", "text", desk.say(key::desk_draw::NUMBERS), desk.say(key::desk_draw::FOR_EXAMPLE), typed)}
        <div role="status">{told}</div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::calendar::day_of_date;

    #[test]
    fn numbers_are_read_as_people_write_them_and_nothing_else_is() {
        for typed in ["3 9 27", "03 09 27", "03,09,27", " 3、9，27 ", "3+9 27"] {
            assert_eq!(numbers(typed), Some(vec![3, 9, 27]), "{typed}");
        }
        let many = ["1"; 21].join(" ");
        for wrong in ["", " , ", "3 x", "红球3", "100000", many.as_str()] {
            assert_eq!(numbers(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_moment_is_a_day_and_a_time_of_it() {
        let day = day_start_ms(day_of_date(2026, 4, 7).unwrap());
        assert_eq!(moment("2026-04-07", "21:15"), Some(day + (21 * 60 + 15) * MINUTE_MS));
        for (date, time) in
            [("", "21:15"), ("2026-04-07", ""), ("2026-04-07", "24:00"), ("2026-04-07", "9:60")]
        {
            assert_eq!(moment(date, time), None, "{date} {time}");
        }
    }
}
