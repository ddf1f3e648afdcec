//! What is mine: my homes, this phone, the ballots cast for my homes with their receipts, what I raised or back, and how this
//! browser shows the window.

use yishi_protocol::projection::Home;
use yishi_words::Word;

use crate::draw::{DrawAll, View, view};
use crate::kit::forms::chip;
use leptos::task::spawn_local;

use crate::kit::icons::{BALLOT_BOX, HAND, HOME, STOP};
use crate::kit::parts::{Nav, cell, cells, head, help, live, para, row, said, section, stranger, tabs};
use crate::kit::tell::pick;
use crate::live::Live;
use crate::people::held::held;
use crate::people::{delivery, phones, proxies, settle};
use crate::proofs::slips::{self, KeptReceipt};
use crate::shell::app::App;
use crate::shell::look;
use crate::shell::screen::{Goal, Receipt, Screen};
use crate::words::format::{area, grouped};
use crate::words::{Lang, key};

pub(crate) fn screen(app: App) -> View {
    app.session.track();
    let enrolled = app.me.with_untracked(Option::is_some);
    let parts = if enrolled {
        view! { {homes(app)} {phone(app)} {proxies::way_in(app)} {delivery::delivered(app)} {ballots(app)} {settle::kept(app)} {matters(app)} {held(app)} }
    } else {
        stranger(app)
    };
    view! {
        {head(app)}
        {tabs(app, Nav::Mine)}
        <div>{said(app)} {parts} {looks(app)}</div>
        {help(app)}
    }
}

/// My homes by their rooms, each with the area that it counts as.
fn homes(app: App) -> View {
    let homes = app.me.with_untracked(|me| me.as_ref().map(|me| me.homes.clone()).unwrap_or_default());
    let none = homes.is_empty();
    let line = |home: &Home| {
        let address = home.address.clone();
        let address = address.unwrap_or_else(|| app.say(key::mine::NO_ADDRESS).to_owned());
        let facts = match home.area_c {
            Some(area_c) => area(area_c),
            None => app.say(key::mine::NO_AREA).to_owned(),
        };
        cell(HOME, (address, facts))
    };
    let number = app.fill(key::mine::number_of_homes(&homes.len()));
    view! {
        {section(app.say(key::mine::HOMES), number, "")}
        {if none {
            para("ys-s ys-2 ys-q", app.say(key::mine::NO_HOME))
        } else {
            cells(homes.iter().map(line).collect())
        }}
    }
}

/// That this phone signs, and the way to all that do.
fn phone(app: App) -> View {
    view! {
        {section(app.say(key::mine::PHONE), String::new(), "")}
        {phones::way_in(app)}
    }
}

/// The receipts of my homes, the newest ballot on each vote, the newest first. Each is proven: what is listed as counted has its
/// place in the record. Beside each is whether it came on paper: then this phone has no receipt of it; and where to read why it is
/// void, if it is.
fn receipts(app: App) -> Vec<(Receipt, bool, Option<Goal>)> {
    let ballots = app.me.with_untracked(|me| me.as_ref().map(|me| me.ballots.clone()).unwrap_or_default());
    let votes = app.votes.get_untracked();
    let mut newest: Vec<(Receipt, bool, Option<Goal>)> = Vec::new();
    for ballot in ballots {
        let same = |other: &(Receipt, bool, Option<Goal>)| {
            (other.0.agenda, other.0.party) == (ballot.agenda, ballot.party)
        };
        // A sheet that was handed over before what stands, or was denied, takes no other one's place.
        if ballot.sheet.is_some() && !ballot.stands && newest.iter().any(same) {
            continue;
        }
        let vote = votes.iter().find(|vote| vote.agenda == Some(ballot.agenda));
        let title = vote.map(|vote| pick(app, &vote.text.title));
        newest.retain(|other| !same(other));
        let receipt = Receipt {
            title: title.unwrap_or_else(|| app.say(key::common::VOTE).to_owned()),
            entry: ballot.entry,
            index: ballot.index,
            received_ms: ballot.received_ms,
            closes_ms: vote.map_or(0, |vote| vote.notice.closes_ms),
            agenda: ballot.agenda,
            party: ballot.party,
            own: ballot.own,
            held: !ballot.stands,
        };
        // The result says why.
        let why = vote.map_or(Goal::Receipt(ballot.entry), |vote| Goal::Vote(vote.id));
        newest.push((receipt, ballot.sheet.is_some(), ballot.voided.map(|_| why)));
    }
    // They come in the order of the log.
    newest.reverse();
    newest
}

fn ballots(app: App) -> View {
    let receipts = receipts(app);
    let none = receipts.is_empty();
    let number = app.fill(key::mine::number_of_ballots(&receipts.len()));
    let line = |(receipt, on_paper, void): (Receipt, bool, Option<Goal>)| {
        let (day, entry) = (app.lang.get_untracked().day(receipt.received_ms), grouped(receipt.index + 1));
        let (disc, about) = if receipt.held {
            ("ys-disc_wait", key::mine::held(&day, &entry))
        } else {
            ("ys-disc_ok", key::mine::counted(&day, &entry))
        };
        if let Some(why) = void {
            let words = (receipt.title, app.fill(key::mine::void(&entry)));
            return row("ys-disc_wait", STOP, words, Box::new(move || app.visit(why)));
        }
        if on_paper {
            let words = (receipt.title, app.fill(key::mine::on_paper(&day)));
            return row("ys-disc_wait", BALLOT_BOX, words, Box::new(move || app.visit(Goal::Papers)));
        }
        let (title, about) = (receipt.title.clone(), app.fill(about));
        row(disc, BALLOT_BOX, (title, about), Box::new(move || app.go(Screen::Counted(receipt.clone()))))
    };
    view! {
        {section(app.say(key::mine::BALLOTS), number, "")}
        {if none {
            para("ys-s ys-2 ys-q", app.say(key::mine::NO_BALLOT))
        } else {
            cells(receipts.into_iter().map(line).collect())
        }}
        {unlisted(app)}
    }
}

/// Ballots whose receipts this phone keeps and which the server does not list: each is held against the record.
fn unlisted(app: App) -> View {
    let kept = Live::new(Vec::new());
    let lost = Live::new(Vec::new());
    spawn_local(async move {
        if let Some(session) = app.session.get_untracked() {
            lost.set(slips::missing(&session).await);
            kept.set(slips::kept(&session).await);
        }
    });
    let listed = app.me.with_untracked(|me| me.as_ref().map(|me| me.ballots.clone()).unwrap_or_default());
    live(move || {
        let line = |(kept, word): (KeptReceipt, Word)| {
            let (day, number) = (app.lang.get_untracked().day(kept.received_ms), grouped(kept.index + 1));
            let about = app.fill(key::mine::unlisted(&day, &number));
            let check = Box::new(move || app.visit(Goal::Receipt(kept.entry)));
            row("ys-disc_wait", STOP, (app.say(word).to_owned(), about), check)
        };
        let missing = kept.get().into_iter().filter(|kept: &KeptReceipt| {
            let ballot = (kept.ballot.agenda, kept.ballot.party);
            !listed.iter().any(|listed| (listed.agenda, listed.party) == ballot)
        });
        // What only a record had that was left stays, whatever was signed since.
        let lost = lost.get().into_iter().map(|kept| (kept, key::mine::LOST));
        let missing = missing.map(|kept| (kept, key::mine::NOT_LISTED));
        let missing: Vec<View> = lost.chain(missing).map(line).collect();
        (!missing.is_empty()).then(|| cells(missing))
    })
}

/// What I raised and what my homes back.
fn matters(app: App) -> Option<View> {
    let mine = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.matters.clone()).unwrap_or_default());
    let known = app.matters.get_untracked();
    let rows: Vec<View> = mine
        .iter()
        .filter_map(|mine| {
            let backs = mine.backing.iter().any(|(_, backs)| *backs);
            let word = match (mine.raised, backs) {
                (true, _) => key::mine::RAISED,
                (false, true) => key::mine::BACKED,
                (false, false) => return None,
            };
            let matter = known.iter().find(|matter| matter.matter == mine.matter)?;
            let title = matter.title.as_ref().map(|title| pick(app, title));
            let title = title.unwrap_or_else(|| app.say(key::common::ITS_TEXT_IS_NOT_HERE).to_owned());
            let id = mine.matter;
            Some(row(
                "",
                HAND,
                (title, app.say(word).to_owned()),
                Box::new(move || app.visit(Goal::Matter(id))),
            ))
        })
        .collect();
    let number = app.fill(key::count::matters(&rows.len()));
    (!rows.is_empty()).then(|| view! { {section(app.say(key::mine::MATTERS), number, "")} {cells(rows)} })
}

/// Large type, and the language. Both are kept in this browser.
fn looks(app: App) -> View {
    let language = |at: Lang| {
        let pressed = move || app.lang.get() == at;
        chip(at.name().to_owned(), pressed, move || {
            look::keep_language(at.tag());
            if app.own_page().is_none() {
                _ = look::name_language(at.tag());
            }
            app.speak(at);
        })
    };
    let large = move |large: bool| {
        let word = if large { key::mine::LARGE } else { key::mine::STANDARD };
        chip(
            app.say(word).to_owned(),
            move || app.care.get() == large,
            move || {
                app.care.set(large);
                look::keep_large(large);
            },
        )
    };
    view! {
        {section(app.say(key::mine::LOOKS), String::new(), "")}
        <div class="ys-card">
            <p class="ys-b">{app.say(key::mine::TYPE)}</p>
            <div class="ys-chips ys-gap-2">{large(false)}{large(true)}</div>
            <p class="ys-b ys-gap-4">{app.say(key::mine::LANGUAGE)}</p>
            <div class="ys-chips ys-gap-2">{Lang::offered().map(language).draw_all()}</div>
        </div>
    }
}
