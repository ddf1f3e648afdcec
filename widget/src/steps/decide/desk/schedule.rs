//! The days of a vote that is to be noticed, each with its reason, and the holidays between them by name.

use crate::draw::{View, view};
use crate::words::key;
use yishi_protocol::calendar::weekday;
use yishi_protocol::holidays::{DayKind, Holiday, Span, holidays, shifted};
use yishi_protocol::plan::Plan;

use crate::desk::Desk;
use crate::desk::dates::{day_words, short, span};
use crate::desk::forms::hint;

/// A row of the list: its first day, when, what, why, and whether it is somehow out of the ordinary.
type Row = (u64, String, String, String, bool);

/// The days in their order, and what is not known of them.
pub(crate) fn view(desk: Desk, plan: &Plan) -> View {
    let row = |(_, when, what, why, warn): Row| {
        let class = if warn { "ys-s ys-warn" } else { "ys-s ys-2" };
        view! { <li><time>{when}</time><div>{what}<br /><span class=class>{why}</span></div></li> }
    };
    let unknown =
        plan.unknown.map(|year| hint("ys-note_wait", desk.fill(key::desk_holidays::unknown(&year))));
    view! {
        <ol class="ys-dates">{rows(desk, plan).into_iter().map(row).collect::<Vec<View>>()}</ol>
        {unknown}
    }
}

fn rows(desk: Desk, plan: &Plan) -> Vec<Row> {
    let lang = desk.lang();
    let say = |word| desk.say(word).to_owned();
    let clear_days = plan.clear_until - plan.posted;
    let begins_why = if plan.opens == plan.earliest {
        say(key::desk_announce::THE_EARLIEST_DAY_LATER_IS)
    } else {
        desk.fill(key::desk_announce::the_earliest_would_be(&short(lang, plan.earliest)))
    };
    let mut rows = vec![
        (
            plan.posted,
            day_words(lang, plan.posted),
            say(key::desk_announce::NOTICE_POSTED_TODAY),
            say(key::desk_announce::THIS_DAY_IS_NOT_COUNTED),
            false,
        ),
        (
            plan.posted + 1,
            span(lang, plan.posted + 1, plan.clear_until),
            desk.fill(key::desk_announce::whole_days_of_notice(&clear_days)),
            say(key::desk_announce::OWNERS_ARE_TOLD_15_DAYS),
            false,
        ),
        (
            plan.opens,
            day_words(lang, plan.opens),
            say(key::desk_announce::N0_00_VOTING_BEGINS),
            begins_why,
            false,
        ),
        (
            plan.last,
            day_words(lang, plan.last),
            say(key::desk_announce::N24_00_VOTING_ENDS),
            ends_why(desk, plan),
            plan.last != plan.asked || plan.asked_is().is_off(),
        ),
        (
            plan.result,
            day_words(lang, plan.result),
            say(key::desk_announce::RESULT_POSTED_AT_THE_LATEST),
            say(key::desk_announce::WITHIN_3_DAYS_OF_THE),
            false,
        ),
    ];
    let off = |found: Span| {
        let words = desk.fill(key::desk_holidays::off(&holiday(desk, found.holiday)));
        let when = if found.first == found.last {
            day_words(lang, found.first)
        } else {
            span(lang, found.first, found.last)
        };
        (found.first, when, words, say(key::desk_holidays::A_LAST_DAY_MOVES_ON), false)
    };
    rows.extend(holidays(plan.posted, plan.result).into_iter().map(off));
    let worked = |day: u64| {
        let (what, why) = (say(key::desk_holidays::WORKED), say(key::desk_holidays::A_WORKING_DAY));
        (day, day_words(lang, day), what, why, false)
    };
    rows.extend(shifted(plan.posted, plan.result).into_iter().map(worked));
    // Of one day what is done stands first.
    rows.sort_by_key(|row| row.0);
    rows
}

/// Why the vote ends on its last day.
fn ends_why(desk: Desk, plan: &Plan) -> String {
    let lang = desk.lang();
    let kind = plan.asked_is();
    let why = match kind {
        DayKind::Holiday(found) => holiday(desk, found),
        DayKind::Weekend | DayKind::Working | DayKind::Shifted => desk.say(key::desk_holidays::WEEKEND),
    };
    let to = lang.weekday(usize::try_from(weekday(plan.last)).unwrap_or_default());
    let days = plan.last - plan.opens + 1;
    if plan.last > plan.asked {
        desk.fill(key::desk_announce::off_moved_to(&short(lang, plan.asked), &why, &to))
    } else if plan.last < plan.asked {
        let most = desk.app.settings().window_days_max;
        desk.fill(key::desk_announce::off_and_the_longest(&why, &most, &to))
    } else if kind.is_off() {
        desk.fill(key::desk_announce::off_and_nowhere_to_go(&why))
    } else {
        desk.fill(key::desk_announce::after_whole_days(&days))
    }
}

fn holiday(desk: Desk, holiday: Holiday) -> &'static str {
    desk.say(match holiday {
        Holiday::NewYear => key::desk_holidays::NEW_YEAR,
        Holiday::Spring => key::desk_holidays::SPRING,
        Holiday::Qingming => key::desk_holidays::QINGMING,
        Holiday::Labour => key::desk_holidays::LABOUR,
        Holiday::DragonBoat => key::desk_holidays::DRAGON_BOAT,
        Holiday::MidAutumn => key::desk_holidays::MID_AUTUMN,
        Holiday::National => key::desk_holidays::NATIONAL,
        Holiday::NationalAndMidAutumn => key::desk_holidays::NATIONAL_AND_MID_AUTUMN,
    })
}
