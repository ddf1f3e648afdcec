//! 候选人公示: all who stand, on a sheet for the board, printed by the browser. Paper speaks the source language whatever the desk speaks.

use yishi_protocol::body::POSTED_DAYS;
use yishi_protocol::calendar::{earliest_opening_day, local_day};
use yishi_protocol::id::MatterId;
use yishi_protocol::projection::Candidate;

use crate::desk::dates::full;
use crate::desk::forms::{shown, small, title};
use crate::desk::{Desk, Page};
use crate::draw::{DrawAll, View, view};
use crate::kit::gone;
use crate::kit::parts::{button, fact};
use crate::kit::qr;
use crate::proofs::candidates::Standers;
use crate::shell::screen::Goal;
use crate::steps::decide::desk::candidates::{check_words, source_words};
use crate::words::{Lang, key};

pub(crate) fn page(desk: Desk, matter: MatterId) -> View {
    let found = desk.reading(async move |session| session.candidates(&matter).await);
    let print = || {
        if let Some(window) = web_sys::window() {
            drop(window.print());
        }
    };
    view! {
        {title(desk, desk.say(key::desk_election::FOR_THE_BOARD).to_owned(), Some(Page::Candidates(matter)))}
        <div class="ys-noprint">
            {small(desk.say(key::desk_election::HOW_TO_POST))}
            {button("weui-btn weui-btn_primary", "", desk.say(key::desk_print::PRINT), print)}
        </div>
        {shown(desk, found, move |standing| sheet(desk, &standing))}
    }
}

fn sheet(desk: Desk, standing: &Standers) -> View {
    let lang = Lang::default();
    let on_ballot: Vec<&Candidate> =
        standing.view.ballot.iter().filter_map(|entry| standing.of(entry)).collect();
    let last = on_ballot.iter().filter_map(|one| one.posted_ms).max();
    let Some(last) = last else { return small(desk.say(key::candidates::NOBODY)) };
    let until = earliest_opening_day(last, POSTED_DAYS).saturating_sub(1);
    let years = on_ballot.first().map(|one| one.candidacy.years).unwrap_or_default();
    let address = desk.app.page(&Goal::Candidates(standing.view.matter).address());
    let estate =
        desk.app.session.with_untracked(|session| session.as_ref().map(|session| session.name.clone()));
    let rows = on_ballot.iter().zip(1_usize..).map(|(one, number)| row(desk, one, number));
    view! {
        <article class="ys-card ys-paper ys-letter" lang=lang.tag()>
            <p class="ys-2">{estate.unwrap_or_default()}</p>
            <h2 class="ys-h">{lang.say(key::desk_election::BOARD_HEADING)}</h2>
            <dl class="ys-kv ys-gap-3">
                {fact(lang.say(key::desk_election::POSTED_UNTIL), full(lang, until))}
                {fact(lang.say(key::desk_election::TERM), lang.fill(key::desk_election::years(&years)))}
            </dl>
            <ol class="ys-works ys-gap-3">{rows.draw_all()}</ol>
            <p class="ys-gap-3">{lang.say(key::desk_election::WHO_OBJECTS)}</p>
            <div class="ys-letter__how ys-gap-3">
                <p>{lang.say(key::desk_election::ALSO_ON_THE_PHONE)}</p>
                {qr::drawn(&address, lang.say(key::desk_print::QR))}
            </div>
            <p class="ys-seal">{lang.say(key::desk_posted::POSTED_BY_NAME_AND_SEAL)}<i aria-hidden="true"></i></p>
        </article>
    }
}

/// One of them, with the checks, since when they are posted.
fn row(desk: Desk, one: &Candidate, number: usize) -> View {
    let lang = Lang::default();
    let checks = one.candidacy.checks.iter().map(|(check, _, source)| {
        let (check, source) = (check_words(lang, *check), source_words(lang, *source));
        format!("{check}（{source}）")
    });
    let checks = checks.collect::<Vec<_>>().join(lang.say(key::common::MARK));
    let posted = one.posted_ms.map(|posted_ms| full(lang, local_day(posted_ms))).unwrap_or_default();
    view! {
        <li>
            <span>
                <b>{format!("{number}. {}", gone::say(desk.app, &one.called, |words| lang.pick(words)))}</b>
                <br />
                <span class="ys-s">{lang.fill(key::desk_election::posted_on(&posted))}</span>
                <br />
                <span class="ys-s">{checks}</span>
            </span>
        </li>
    }
}
