//! The receipt: shown only after this phone has checked it. It never shows the choice.

use std::sync::Arc;

use crate::draw::{Draw, View, view};
use crate::words::key;
use yishi_protocol::id::{EntryId, PartyId};
use yishi_protocol::projection::Vote;
use yishi_protocol::state::Stage;

use crate::kit::icons::{CHECK, DASH, STOP, icon};
use crate::kit::mine::{Mine, mine, owners};
use crate::kit::parts::{acts, bar, button, counts_as, fact, help, sign, ticked};
use crate::kit::tell::pick;
use crate::proofs::outbox::Cast;
use crate::shell::app::App;
use crate::shell::screen::{Goal, Paper, Receipt, Screen};
use crate::words::format::grouped;

pub(crate) fn screen(app: App, receipt: Receipt) -> View {
    let Receipt { title, entry, index, received_ms, closes_ms, agenda, party, own, held } = receipt;
    let weight = counts_as(app, agenda, party);
    // People count from one.
    let number = grouped(index + 1);
    let record = number.clone();
    let change = move || {
        let vote =
            app.votes.with_untracked(|votes| votes.iter().find(|vote| vote.agenda == Some(agenda)).cloned());
        let Some(vote) = vote else { return app.go(Screen::Home) };
        let standing = app.me.with_untracked(|me| {
            let ballots = me.as_ref().map(|me| me.ballots.as_slice()).unwrap_or_default();
            ballots
                .iter()
                .rev()
                .find(|ballot| ballot.agenda == agenda && ballot.stands)
                .map(|ballot| ballot.entry)
        });
        let marks = vec![None; vote.notice.items.len()];
        app.paper.set(Some(Paper { vote, party, marks, standing }));
        app.go(Screen::Vote(0));
    };
    // Before the proofs: without it the ballot does not count.
    let to_name = held.then(|| {
        let words = app.say(key::common::NAME_WHO_VOTES);
        button("weui-btn weui-btn_primary ys-gap-3", "", words, move || app.visit(Goal::Voter(party)))
    });
    let left = left(app, (agenda, party));
    let home =
        if held || !left.is_empty() { "weui-btn weui-btn_default" } else { "weui-btn weui-btn_primary" };
    // A proxy's receipt is of somebody else's home.
    let whose = match owners(app, agenda, party) {
        Some(names) => app.fill(key::counted::their_ballot_is_in_the(&names)),
        None => app.say(key::counted::YOUR_BALLOT_IS_IN_THE).to_owned(),
    };
    let outcome = if held {
        sign(
            STOP,
            "ys-msg__i_wait",
            "status",
            app.say(key::counted::RECEIVED_AND_HELD).to_owned(),
            app.say(key::counted::THIS_HOME_HAS_SEVERAL_OWNERS).draw(),
        )
    } else {
        sign(
            CHECK,
            "",
            "status",
            app.say(key::counted::COUNTED).to_owned(),
            view! { {whose}<span class="nb">{weight}</span> },
        )
    };
    let signed =
        if own { key::counted::SIGNED_BY_THIS_PHONE_KEY } else { key::counted::SIGNED_BY_ANOTHER_PHONE };
    let check = app.say(key::counted::CHECK_WITH_ANOTHER_PHONE);
    // What is over cannot be changed.
    let is_open = |vote: &Arc<Vote>| vote.agenda == Some(agenda) && vote.stage == Some(Stage::Voting);
    let open = app.votes.with_untracked(|votes| votes.iter().any(is_open));
    let until = app.fill(key::counted::change_my_ballot_until(&app.lang.get_untracked().deadline(closes_ms)));
    view! {
        {bar(app, app.say(key::counted::RECEIPT), Screen::Home)}
        <div>
            {outcome}
            <div class="ys-card">
                <dl class="ys-kv">
                    {fact(app.say(key::common::VOTE), title)}
                    {fact(app.say(key::counted::RECEIVED), app.lang.get_untracked().moment(received_ms))}
                    {fact(app.say(key::counted::PUBLIC_RECORD), app.fill(key::counted::entry(&record)))}
                </dl>
                {to_name}
            </div>
            {next(app, left, held)}
            <h3 class="ys-sec">{app.say(key::counted::THIS_RECEIPT_PROVES)}</h3>
            <div class="ys-card"><ul class="ys-proof">
                {ticked(app.fill(key::counted::your_ballot_is_entry_of(&number)))}
                {ticked(app.say(signed).to_owned())}
                {ticked(app.say(key::counted::REMOVING_OR_MOVING_IT_WOULD).to_owned())}
            </ul></div>
            <h3 class="ys-sec">{app.say(key::counted::IT_DOES_NOT_PROVE)}</h3>
            <div class="ys-card"><ul class="ys-proof">
                {not(app.say(key::counted::WHAT_YOU_CHOSE_THE_RECEIPT))}
                {not(app.say(key::counted::THAT_NOBODY_SAW_IT_THE))}
                {not(app.say(key::counted::THAT_THE_COUNT_IS_RIGHT))}
                {not(app.say(key::counted::THAT_NOBODY_PRESSED_YOU_IF))}
            </ul></div>
            {acts(vec![
                button(home, "", app.say(key::counted::HOME), move || app.go(Screen::Home)),
                button("weui-btn weui-btn_default", "", check, move || app.visit(Goal::Receipt(entry))),
                open.then(|| button("weui-btn weui-btn_text", "", until, change)).draw(),
            ])}
        </div>
        {help(app)}
    }
}

/// My ballots that are still to cast, those of the same vote first.
fn left(app: App, (agenda, party): (EntryId, PartyId)) -> Vec<Mine> {
    let signed = |mine: &Mine| {
        let is_it = |cast: &Cast| (cast.agenda, cast.party) == (mine.agenda, mine.party);
        app.outbox.with_untracked(|all| all.iter().any(|one| one.ballot.as_ref().is_some_and(is_it)))
    };
    let waits = |mine: &Mine| {
        mine.waits() && !mine.held && (mine.agenda, mine.party) != (agenda, party) && !signed(mine)
    };
    let (mut same, others): (Vec<Mine>, Vec<Mine>) =
        mine(app).into_iter().filter(waits).partition(|mine| mine.agenda == agenda);
    same.extend(others);
    same
}

/// How many are left, and the next one.
fn next(app: App, left: Vec<Mine>, held: bool) -> Option<View> {
    let number = left.len();
    let next = left.into_iter().next()?;
    let homes = app.addresses(next.agenda, next.party).join(app.lang.get_untracked().list_comma());
    let whose =
        owners(app, next.agenda, next.party).unwrap_or_else(|| counts_as(app, next.agenda, next.party));
    let homes = if homes.is_empty() { whose } else { homes };
    let told = app.fill(key::counted::left(&number, &pick(app, &next.vote.text.title), &homes));
    let class = if held { "weui-btn weui-btn_default" } else { "weui-btn weui-btn_primary" };
    let on = button(class, "", app.say(key::counted::NEXT), move || next.open(app));
    Some(view! { <div class="ys-card"><p>{told}</p></div> {acts(vec![on])} })
}

fn not(words: &'static str) -> View {
    view! { <li>{icon(DASH, "ys-2")}{words}</li> }
}
