//! 张贴和送达的纸: the notice of a vote for the board, and a slip for each home of the round that is kept, both with the way to the
//! vote; printed by the browser. Paper speaks the source language whatever the desk speaks.

use crate::draw::{DrawAll, View, view};
use crate::kit::parts::fact;
use crate::kit::qr;
use crate::words::{Lang, key};
use yishi_protocol::bylaws::Conformity;
use yishi_protocol::calendar::local_day;
use yishi_protocol::id::NoticeId;
use yishi_protocol::projection::Vote;
use yishi_protocol::view::DoorView;

use crate::desk::dates::full;
use crate::desk::forms::{shown, small, title};
use crate::desk::rounds::Round;
use crate::desk::words::scope_words;
use crate::desk::{Desk, Page};
use crate::kit::parts::button;
use crate::kit::tell::pick;
use crate::shell::screen::Goal;

pub(crate) fn page(desk: Desk, notice: NoticeId) -> View {
    let found = desk.reading(async move |session| session.vote(&notice).await);
    let print = || {
        if let Some(window) = web_sys::window() {
            drop(window.print());
        }
    };
    view! {
        {title(desk, desk.say(key::desk_print::HEADING).to_owned(), Some(Page::Delivery(notice)))}
        <div class="ys-noprint">
            {small(desk.say(key::desk_print::HOW))}
            {button("weui-btn weui-btn_primary", "", desk.say(key::desk_print::PRINT), print)}
        </div>
        {shown(desk, found, move |vote| sheets(desk, notice, &vote))}
    }
}

/// Where the vote is read and cast.
fn address(desk: Desk, vote: &Vote) -> String {
    desk.app.page(&Goal::Vote(vote.agenda.unwrap_or(vote.id)).address())
}

fn sheets(desk: Desk, notice: NoticeId, vote: &Vote) -> View {
    let round = Round::of(desk.app, notice);
    let doors: Vec<DoorView> = round.doors.with_untracked(|round| {
        round.iter().flat_map(|round| round.walks.iter().flatten().cloned()).collect()
    });
    let address = address(desk, vote);
    let slips = doors.iter().map(|door| slip(desk, vote, (door, &address)));
    view! {
        {board(desk, vote, &address)}
        <div class="ys-slips">{slips.draw_all()}</div>
    }
}

/// The estate's name, what is asked, when, and how.
fn facts(desk: Desk, vote: &Vote) -> View {
    let lang = Lang::default();
    let items = vote.text.items.iter().zip(1_usize..).map(|(item, number)| {
        view! { <li><span>{format!("{number}. {}", pick(desk.app, &item.title))}</span></li> }
    });
    let last_day = local_day(vote.closes_ms().saturating_sub(1));
    view! {
        <ul class="ys-works ys-gap-3">{items.draw_all()}</ul>
        <dl class="ys-kv ys-gap-3">
            {fact(lang.say(key::desk_print::SCOPE), scope_words(desk, vote.notice.scope))}
            {fact(lang.say(key::desk_print::OPENS), full(lang, local_day(vote.notice.opens_ms)))}
            {fact(lang.say(key::desk_print::CLOSES), format!("{} 24:00", full(lang, last_day)))}
        </dl>
    }
}

fn estate(desk: Desk) -> String {
    desk.app
        .session
        .with_untracked(|session| session.as_ref().map(|session| session.name.clone()).unwrap_or_default())
}

fn how(address: &str) -> View {
    let lang = Lang::default();
    view! {
        <div class="ys-letter__how ys-gap-3">
            <ol>
                <li>"1. " {lang.say(key::desk_print::SCAN)}</li>
                <li>"2. " {lang.say(key::desk_print::SIGN)}</li>
                <li>"3. " {lang.say(key::desk_print::OR_THE_DESK)}</li>
            </ol>
            {qr::drawn(address, lang.say(key::desk_print::QR))}
        </div>
    }
}

fn board(desk: Desk, vote: &Vote, address: &str) -> View {
    let lang = Lang::default();
    view! {
        <article class="ys-card ys-paper ys-letter" lang=lang.tag()>
            <p class="ys-2">{estate(desk)}</p>
            <h2 class="ys-h">{lang.fill(key::desk_print::notice_of(&pick(desk.app, &vote.text.title)))}</h2>
            {facts(desk, vote)}
            <p>{pick(desk.app, &vote.text.body)}</p>
            {how(address)}
            {silence(desk)}
            <p class="ys-s ys-code">{address.to_owned()}</p>
            <p class="ys-seal">{lang.say(key::desk_posted::POSTED_BY_NAME_AND_SEAL)}<i aria-hidden="true"></i></p>
        </article>
    }
}

/// What silence does, where the settings let it do something: courts ask that whoever was reached was told.
fn silence(desk: Desk) -> Option<View> {
    let lang = Lang::default();
    let follows = desk.app.settings().conformity != Conformity::Off;
    follows.then(|| view! { <p class="ys-b">{lang.say(key::desk_print::SILENCE)}</p> })
}

/// Half a sheet for one home: half goes to its owner, and half, signed, comes back.
fn slip(desk: Desk, vote: &Vote, (door, address): (&DoorView, &str)) -> View {
    let lang = Lang::default();
    let place = format!("{}{}{}", door.building, door.entrance, door.room);
    view! {
        <article class="ys-card ys-paper ys-slip" lang=lang.tag()>
            <p class="ys-letter__to">{estate(desk)} " " <b>{place}</b></p>
            <h2 class="ys-t">{lang.fill(key::desk_print::notice_of(&pick(desk.app, &vote.text.title)))}</h2>
            {facts(desk, vote)}
            {how(address)}
            {silence(desk)}
            <p class="ys-slip__sign">{lang.say(key::desk_print::SIGNED_FOR)}</p>
        </article>
    }
}
