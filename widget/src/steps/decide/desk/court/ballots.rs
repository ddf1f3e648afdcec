//! The ballots that stand, each to be struck out and put back.

use std::collections::BTreeSet;

use yishi_protocol::body::{Item, Method};
use yishi_protocol::count::{AGAINST, FOR, StandingBallot};
use yishi_protocol::id::EntryId;

use super::case::{Counted, moment};
use crate::draw::{DrawAll, View, typed_in, view};
use crate::kit::parts::{button, live, para};
use crate::kit::tell::pick;
use crate::live::Live;
use crate::shell::app::App;
use crate::words::format::{area, grouped};
use crate::words::key;

/// How many rows stand there at first, and how many more come with each press.
const ROWS: usize = 50;

/// Whether a ballot is one of those that somebody looks for: by the beginning of its own number or its home's, in any case.
fn is_sought(ballot: &StandingBallot, sought: &str) -> bool {
    let sought = sought.trim().to_lowercase();
    ballot.entry.to_string().starts_with(&sought) || ballot.party.to_string().starts_with(&sought)
}

/// All of them, with the way to strike them out.
pub(super) fn table(app: App, struck: Live<BTreeSet<EntryId>>, vote: &'static Counted) -> View {
    let recount = &vote.recount;
    let (sought, shown) = (Live::new(String::new()), Live::new(ROWS));
    let rows = move || {
        let sought = sought.get();
        let found: Vec<&StandingBallot> =
            recount.ballots().iter().filter(|ballot| is_sought(ballot, &sought)).collect();
        let more = found.len().saturating_sub(shown.get());
        let rows = found.into_iter().take(shown.get()).map(|ballot| row(app, struck, (vote, ballot)));
        let words = app.fill(key::desk_court::more_ballots(&more));
        let next = move || shown.set(shown.get_untracked().saturating_add(ROWS));
        Some(view! {
            <table class="ys-tbl ys-s">
                <thead>
                    <tr>
                        <th scope="col">{app.say(key::desk_court::STRIKE_OUT)}</th>
                        <th scope="col">{app.say(key::desk_court::BALLOT)}</th>
                        <th scope="col">{app.say(key::desk_court::MARKS)}</th>
                        <th scope="col" class="r">{app.say(key::common::AREA)}</th>
                    </tr>
                </thead>
                <tbody>{rows.draw_all()}</tbody>
            </table>
            {(more > 0).then(|| button("weui-btn weui-btn_default ys-gap-3 ys-noprint", "", words, next))}
        })
    };
    let chosen = live(move || {
        let many = struck.with(BTreeSet::len);
        (many > 0).then(|| {
            view! {
                <p class="ys-b" role="status">{app.fill(key::desk_court::struck_out(&many))}</p>
                {button("weui-btn weui-btn_default weui-btn_mini", "", app.say(key::desk_court::PUT_ALL_BACK), move || {
                    struck.set(BTreeSet::new());
                })}
            }
        })
    });
    view! {
        <section class="ys-card">
            <div class="ys-cardh"><h2 class="ys-t">{app.say(key::desk_court::BALLOTS)}</h2><span class="r">{grouped(u64::try_from(recount.ballots().len()).unwrap_or(u64::MAX))}</span></div>
            {para("ys-s", app.say(key::desk_court::STRIKE_WHAT_IS_CONTESTED))}
            <div class="ys-f ys-noprint">
                <label class="ys-lab" for="sought">{app.say(key::desk_court::FIND)}</label>
                <input
                    id="sought"
                    class="weui-input"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    on:input=move |event| sought.set(typed_in(&event))
                />
            </div>
            {chosen}
            {live(rows)}
        </section>
    }
}

/// What a ballot marks of an item.
fn written(app: App, item: &Item, names: &[String], marks: &[u32]) -> String {
    if item.method == Method::Resolution {
        let word = match marks.first().copied() {
            Some(FOR) => key::common::FOR_IT,
            Some(AGAINST) => key::common::AGAINST,
            _ => key::common::ABSTAIN,
        };
        return app.say(word).to_owned();
    }
    let named = marks.iter().filter_map(|mark| names.get(usize::try_from(*mark).ok()?).cloned());
    let named: Vec<String> = named.collect();
    if named.is_empty() {
        app.say(key::common::ABSTAIN).to_owned()
    } else {
        named.join(app.lang.get_untracked().list_comma())
    }
}

fn row(
    app: App,
    struck: Live<BTreeSet<EntryId>>,
    (vote, ballot): (&'static Counted, &'static StandingBallot),
) -> View {
    let entry = ballot.entry;
    let is_struck = move || struck.with(|struck| struck.contains(&entry));
    let turn = move |_| {
        let mut now = struck.get_untracked();
        if !now.remove(&entry) {
            now.insert(entry);
        }
        struck.set(now);
    };
    let short: String = entry.to_string().chars().take(8).collect();
    let home: String = ballot.party.to_string().chars().take(8).collect();
    let marks = vote.items().zip(&ballot.marks).map(|((item, text), marks)| {
        let names: Vec<String> = text.options.iter().map(|name| pick(app, name)).collect();
        view! { <p>{written(app, item, &names, marks)}</p> }
    });
    let mut remarks = Vec::new();
    if ballot.replaced > 0 {
        remarks.push(app.fill(key::desk_court::replaced(&ballot.replaced)));
    }
    if ballot.late_key {
        remarks.push(app.say(key::desk_court::LATE_KEY).to_owned());
    }
    let label = app.fill(key::desk_court::strike(&short));
    view! {
        <tr>
            <td><label class="ys-tick"><input type="checkbox" aria-label=label prop:checked=is_struck on:change=turn /></label></td>
            <td>
                <span class="ys-code">{short}</span>
                <br />
                <span class="ys-2">{app.fill(key::desk_court::home(&home))}<br />{moment(app, ballot.at_ms)}</span>
                {remarks.into_iter().map(|remark| view! { <br /><span class="ys-b">{remark}</span> }).draw_all()}
            </td>
            <td>{marks.draw_all()}</td>
            <td class="r">{area(ballot.weight.area_c)}</td>
        </tr>
    }
}
