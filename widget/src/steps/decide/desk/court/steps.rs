//! The course of a vote as the law asks for it, step by step, and what was disputed of its result.

use yishi_protocol::blob::Words;
use yishi_protocol::body::DisputeRecord;
use yishi_protocol::calendar::{DAY_MS, earliest_opening_day, local_day, objections_end_ms};
use yishi_protocol::id::{BlobId, EntryId};
use yishi_words::Word;

use super::case::{Counted, moment};
use crate::draw::{DrawAll, View, view};
use crate::kit::icons::{CHECK, DASH, icon};
use crate::kit::parts::para;
use crate::kit::tell::pick;
use crate::shell::app::App;
use crate::steps::decide::objections::ground_of;
use crate::words::format::grouped;
use crate::words::key;

/// A step: what the law asks for, what was done, and whether that is enough; none where nothing is to be judged.
struct Step {
    asked: String,
    done: String,
    holds: Option<bool>,
}

/// Days between the notice and the opening, the day of the notice not counted: Civil Code 201.
fn clear_days(noticed_ms: u64, opens_ms: u64) -> u64 {
    local_day(opens_ms).saturating_sub(local_day(noticed_ms)).saturating_sub(1)
}

fn steps(app: App, vote: &Counted) -> Vec<Step> {
    let (agenda, notice) = (vote.agenda, vote.notice);
    let least = agenda.bylaws.notice_clear_days;
    let days = clear_days(notice.received_ms, agenda.opens_ms);
    let early = local_day(agenda.opens_ms) >= earliest_opening_day(notice.received_ms, least);
    let window = agenda.closes_ms.saturating_sub(agenda.opens_ms) / DAY_MS;
    let ballots = agenda.ballots.len();
    let standing = vote.recount.ballots();
    let late = standing.iter().filter(|ballot| ballot.late_key).count();
    let mut steps = vec![
        Step {
            asked: app.fill(key::desk_court::notice_days(&least)),
            done: app.fill(key::desk_court::noticed(&moment(app, notice.received_ms), &days)),
            holds: Some(early),
        },
        Step {
            asked: app.say(key::desk_court::ROLL_IS_FROZEN).to_owned(),
            done: app.fill(key::desk_court::frozen(&moment(app, agenda.opened_ms))),
            holds: None,
        },
        Step {
            asked: app.say(key::desk_court::WINDOW).to_owned(),
            done: app.fill(key::desk_court::window_was(
                &moment(app, agenda.opens_ms),
                &moment(app, agenda.closes_ms),
                &window,
            )),
            holds: None,
        },
        Step {
            asked: app.say(key::desk_court::BALLOTS_COUNT_ONCE).to_owned(),
            done: app.fill(key::desk_court::ballots_were(
                &grouped(u64::try_from(ballots).unwrap_or(u64::MAX)),
                &grouped(u64::try_from(standing.len()).unwrap_or(u64::MAX)),
            )),
            holds: None,
        },
    ];
    if late > 0 {
        steps.push(Step {
            asked: app.say(key::desk_court::LATE_KEYS).to_owned(),
            done: app.fill(key::desk_court::late_were(&late)),
            holds: None,
        });
    }
    if let Some(tallied_ms) = agenda.tallied_ms {
        let until = objections_end_ms(tallied_ms);
        steps.push(Step {
            asked: app.say(key::desk_court::RESULT_IS_SHOWN).to_owned(),
            done: app.fill(key::desk_court::shown_until(&moment(app, tallied_ms), &moment(app, until))),
            holds: None,
        });
    }
    if let Some(end) = &agenda.finality {
        let word = if end.confirmed { key::desk_court::CONFIRMED } else { key::objections::NOT_CONFIRMED };
        steps.push(Step {
            asked: app.say(key::result::FINAL).to_owned(),
            done: format!("{} {}", moment(app, end.since_ms), app.say(word)),
            holds: None,
        });
    }
    steps
}

/// All of them.
pub(super) fn course(app: App, vote: &Counted) -> View {
    let rows = steps(app, vote).into_iter().map(|step| {
        let sign = match step.holds {
            Some(true) => icon(CHECK, "ys-ok"),
            Some(false) => icon(DASH, "ys-bad"),
            None => View::Nothing,
        };
        view! { <li><span class="ys-b">{step.asked}</span><span class="v">{step.done} " " {sign}</span></li> }
    });
    view! {
        <section class="ys-card">
            <div class="ys-cardh"><h2 class="ys-t">{app.say(key::desk_court::COURSE)}</h2></div>
            <ul class="ys-works">{rows.draw_all()}</ul>
            {para("ys-s ys-2 ys-gap-2", app.say(key::desk_court::WHOSE_CLOCK))}
        </section>
    }
}

/// What was disputed, and how that was ruled.
pub(super) fn disputes(app: App, vote: &Counted) -> View {
    let said = |text: &BlobId| {
        let words = vote.audited.evidence.get(text).and_then(|blob| blob.open::<Words>().ok());
        words.map_or_else(|| app.say(key::common::ITS_TEXT_IS_NOT_HERE).to_owned(), |words| pick(app, &words))
    };
    let one = |(entry, dispute): (&EntryId, &DisputeRecord)| {
        let heading =
            format!("{} · {}", app.say(ground_of(dispute.body.as_ref())), moment(app, dispute.at_ms));
        let named = dispute.ballots.iter().map(|ballot| para("ys-code", ballot.to_string()));
        let ruling = dispute.ruling.as_ref().map(|ruling| {
            let word: Word = if ruling.upheld { key::objections::UPHELD } else { key::objections::DISMISSED };
            view! { {para("ys-b ys-gap-2", app.say(word))} {para("ys-s", said(&ruling.text))} }
        });
        let open = dispute.ruling.is_none().then(|| para("ys-s ys-2", app.say(key::objections::NOT_RULED)));
        view! {
            <div class="ys-gap-3">
                {para("ys-b", heading)}
                {dispute.body.as_ref().map(|body| para("ys-s", said(&body.text)))}
                {named.draw_all()}
                {ruling}
                {open}
                <p class="ys-code ys-2">{entry.to_string()}</p>
            </div>
        }
    };
    let disputes: Vec<View> = vote.agenda.disputes.iter().map(one).collect();
    let none = disputes.is_empty().then(|| para("ys-s ys-2", app.say(key::desk_court::NOBODY_DISPUTED)));
    view! {
        <section class="ys-card">
            <div class="ys-cardh"><h2 class="ys-t">{app.say(key::desk_court::DISPUTES)}</h2></div>
            {none}
            {disputes}
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_the_day_of_the_notice_nor_that_of_the_opening_is_a_clear_day() {
        let day = |day: u64| day * DAY_MS;
        assert_eq!(clear_days(day(4) + 1, day(20)), 15);
        assert_eq!(clear_days(day(4), day(4)), 0);
    }
}
