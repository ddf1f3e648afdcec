//! Who stands for an election: what ballots call each, since when that is posted, what was checked; to stand oneself, and to take it
//! back; and, once the vote is final, that those elected take office.

use std::sync::Arc;

use crate::draw::{Draw, View, view};
use crate::words::key;
use yishi_protocol::body::{Candidacy, CandidateCheck, CheckSource, Nominate, Seat};
use yishi_protocol::id::{MatterId, OrgId};
use yishi_protocol::projection::Candidate;
use yishi_protocol::view::SeatView;
use yishi_words::Word;

use crate::kit::forms::{Ready, chip, problem, signer, text_box};
use crate::kit::gone;
use crate::kit::parts::{card, page, para, section, stranger, ticked, topic};
use crate::kit::tell::pick;
use crate::proofs::act::statement;
use crate::proofs::candidates::Standers;
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::shell::trail::Step;
use crate::words::trouble::Trouble;

/// The longest name of a candidate, in characters, as the rules have it.
const MOST: usize = 80;
/// The term, in years, where nobody stands yet.
const YEARS: u32 = 5;

/// Shows who stands for a matter now.
pub(crate) async fn reach(app: App, id: MatterId, step: Step) -> Result<(), Trouble> {
    let mut session = app.session.get_untracked().ok_or(Trouble::Offline)?;
    let standing = session.candidates(&id).await?;
    app.show_read(session, Screen::Candidates(Arc::new(standing)), step).await;
    Ok(())
}

pub(crate) fn screen(app: App, standing: &Standers) -> View {
    let me = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person));
    let own = |one: &&Candidate| Some(one.person) == me && one.back_ms.is_none();
    let own = standing.all.iter().find(own);
    let rows: Vec<View> = standing.all.iter().map(|one| row(app, one)).collect();
    let none = rows.is_empty().then(|| para("ys-s ys-2 ys-q", app.say(key::candidates::NOBODY)));
    let stand = standing.all.iter().filter(|one| one.back_ms.is_none()).count();
    let matter = standing.view.matter;
    let form = match (app.may_sign(), own) {
        (false, _) => stranger(app),
        (true, Some(_)) => back(app, matter),
        (true, None) => form(app, standing),
    };
    let parts = vec![
        topic(app.say(key::candidates::CANDIDATES)),
        standing.view.seat.as_ref().filter(|_| app.may_sign()).map(|seat| seated(app, matter, seat)).draw(),
        section(app.say(key::candidates::WHO_STANDS), stand.to_string(), ""),
        none.draw(),
        rows.draw(),
        form,
    ];
    page(app, app.say(key::candidates::CANDIDATES), Screen::Matter, parts.draw())
}

fn row(app: App, one: &Candidate) -> View {
    let lang = app.lang.get_untracked();
    let called = gone::say(app, &one.called, |words| pick(app, words));
    let said = match (one.back_ms, one.posted_ms) {
        (Some(back_ms), _) => app.fill(key::candidates::took_it_back(&lang.day(back_ms))),
        (None, Some(posted_ms)) => app.fill(key::candidates::posted(&lang.day(posted_ms))),
        (None, None) => app.say(key::candidates::WAITS).to_owned(),
    };
    let checks = one.candidacy.checks.iter().map(|(check, ..)| ticked(app.say(word(*check)).to_owned()));
    let checks: Vec<View> = checks.collect();
    let checks = view! { <ul class="ys-s ys-gap-1">{checks}</ul> };
    card(vec![para("ys-b", called), para("ys-s ys-2", said), checks])
}

const fn word(check: CandidateCheck) -> Word {
    match check {
        CandidateCheck::Able => key::candidates::ABLE,
        CandidateCheck::NoArrears => key::candidates::NO_ARREARS,
        CandidateCheck::Unrelated => key::candidates::UNRELATED,
    }
}

/// What the reader says of themselves, and that each check is met.
fn form(app: App, standing: &Standers) -> View {
    let Some(org) = standing.view.org else { return View::Nothing };
    let years = standing.all.first().map_or(YEARS, |one| one.candidacy.years);
    let matter = standing.view.matter;
    let kept = app.kept(format_args!("candidate/{matter}"));
    let called = kept.field("called", "");
    let met = app.lasting("checks", [false; 2]);
    let one = |at: usize, check| {
        let pressed = move || met.with(|met| met.get(at).copied().unwrap_or_default());
        let press = move || {
            met.update(|met| {
                if let Some(met) = met.get_mut(at) {
                    *met = !*met;
                }
            });
        };
        chip(app.say(word(check)).to_owned(), pressed, press)
    };
    let checks = vec![one(0, CandidateCheck::Able), one(1, CandidateCheck::Unrelated)];
    let ready = move || -> Ready {
        if called.with(|called| called.trim().is_empty()) {
            Err(app.say(key::candidates::SAY_WHO_YOU_ARE))
        } else if met.with(|met| met.contains(&false)) {
            Err(app.say(key::candidates::CHECK_BOTH))
        } else {
            Ok(app.say(key::candidates::SIGN_AND_STAND))
        }
    };
    let press = move || {
        let me = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person));
        match (me, statement(&called.get_untracked())) {
            (Some(person), Ok(text)) => {
                let candidacy = Some(candidacy(org, text.id(), years));
                let then = (app.say(key::candidates::YOU_STAND), Goal::Candidates(matter));
                app.act_from(kept.clone(), Nominate { candidacy, matter, person }, vec![text], then);
            }
            (_, Err(trouble)) => app.wrong.set(Some(trouble)),
            (None, _) => {}
        }
    };
    let hint = (app.say(key::candidates::CALLED), app.say(key::candidates::AS_ON_THE_BALLOT));
    view! {
        {section(app.say(key::candidates::STAND_YOURSELF), String::new(), "")}
        {card(vec![
            para("ys-s ys-2", app.fill(key::candidates::for_so_long(&years))),
            text_box("called", hint, called, MOST),
            para("ys-b", app.say(key::candidates::IS_IT_SO)),
            checks.draw(),
        ])}
        {problem(app)}
        <div class="ys-acts ys-acts_0">{signer(app, ready, press)}</div>
    }
}

/// What somebody declares who stands with their own phone; whoever confirms it looks it up.
fn candidacy(org: OrgId, text: yishi_protocol::id::BlobId, years: u32) -> Candidacy {
    let declared = |check| (check, true, CheckSource::Declaration);
    let checks = vec![declared(CandidateCheck::Able), declared(CandidateCheck::Unrelated)];
    Candidacy { checks, document: None, org, text, years }
}

/// The way out, before the notice and after it.
fn back(app: App, matter: MatterId) -> View {
    let press = move || {
        let me = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person));
        if let Some(person) = me {
            let body = Nominate { candidacy: None, matter, person };
            app.act(body, vec![], app.say(key::candidates::YOU_STAND_NO_MORE), Goal::Candidates(matter));
        }
    };
    let ready = move || -> Ready { Ok(app.say(key::candidates::TAKE_IT_BACK)) };
    view! {
        {card(vec![para("ys-s", app.say(key::candidates::TAKING_BACK))])}
        {problem(app)}
        <div class="ys-acts ys-acts_0">{signer(app, ready, press)}</div>
    }
}

/// Whoever is elected takes office by any owner's word.
fn seated(app: App, matter: MatterId, seat: &SeatView) -> View {
    let until = app.lang.get_untracked().last_day(seat.until_ms);
    let words = app.fill(key::candidates::take_office(&seat.persons.len(), &until));
    let seat = seat.clone();
    let press = move || {
        let SeatView { agenda, org, persons, until_ms } = seat.clone();
        let body = Seat { agenda, org, persons, until_ms };
        app.act(body, vec![], app.say(key::candidates::THEY_SIT), Goal::Matter(matter));
    };
    let ready = move || -> Ready { Ok(app.say(key::candidates::SEAT_THEM)) };
    view! {
        {card(vec![para("ys-b", app.say(key::candidates::IS_FINAL)), para("ys-s ys-2", words)])}
        <div class="ys-acts ys-acts_0">{signer(app, ready, press)}</div>
    }
}
