//! 送达与上门: how a notice reached homes, by what shows it; and a doorstep round, walked on a phone without a network and signed at
//! once when it is over. It shows who has not voted, never how.

use std::collections::BTreeMap;

use crate::draw::{DrawAll, View, view};
use crate::live::Live;
use crate::words::key;
use leptos::prelude::*;
use leptos::task::spawn_local;
use yishi_protocol::blob::Blob;
use yishi_protocol::body::{
    Body, Capability, Delivery, DeliveryGrade, DeliveryRow, DeliverySlip, MOST_DELIVERIES,
};
use yishi_protocol::few::reached_apart;
use yishi_protocol::id::{Hash, NoticeId};
use yishi_protocol::projection::Delivered;
use yishi_protocol::view::{DeliveryCounts, DoorView, RoundView};
use yishi_words::Word;

use crate::desk::acts::Form;
use crate::desk::digest;
use crate::desk::field::Field;
use crate::desk::forms::{card, hint, lead, line, shown, signing, small, title};
use crate::desk::rounds::{Round, may_post, rung};
use crate::desk::{Desk, Page};
use crate::kit::charts::{Strip, meter, share};
use crate::kit::forms::chip;
use crate::kit::parts::{button, fact, para};
use crate::kit::tell::pick;
use crate::proofs::act::salt;
use crate::proofs::clock::{MINUTE_MS, Off, own_clock_ms};
use crate::words::trouble::Trouble;

/// The word of a grade.
pub(crate) const fn grade_word(grade: DeliveryGrade) -> Word {
    match grade {
        DeliveryGrade::AppRead => key::desk_delivery::APP_READ,
        DeliveryGrade::SignedSlip => key::desk_delivery::SIGNED_SLIP,
        DeliveryGrade::Posted => key::desk_delivery::POSTED,
        DeliveryGrade::Unreachable => key::desk_delivery::UNREACHABLE,
        DeliveryGrade::Denied => key::desk_delivery::DENIED,
        DeliveryGrade::Mistaken => key::desk_delivery::MISTAKEN,
    }
}

/// The way here, for whoever may call on homes.
pub(crate) fn way(desk: Desk, notice: NoticeId) -> Option<View> {
    let words = desk.say(key::desk_delivery::DELIVERY);
    desk.may(Capability::Open).then(|| lead(desk, "weui-btn_default", words, Page::Delivery(notice)))
}

pub(crate) fn page(desk: Desk, notice: NoticeId) -> View {
    let found = desk.reading(async move |session| session.delivered(&notice).await);
    let name = desk.data.with_untracked(|data| {
        data.current(notice).map(|current| pick(desk.app, &current.vote.text.title)).unwrap_or_default()
    });
    view! {
        {title(desk, desk.fill(key::desk_delivery::heading(&name)), Some(Page::Votes))}
        <div class="ys-noprint">{shown(desk, found, move |delivered| figures(desk, &delivered))}</div>
        {round(desk, notice)}
        <div class="ys-gap-4 ys-noprint">
            {lead(desk, "weui-btn_default", desk.say(key::desk_delivery::PRINT_THE_NOTICE), Page::Printed(notice))}
        </div>
    }
}

/// Each figure with its part of all homes, in the order in which they are shown.
fn rows(counts: &DeliveryCounts) -> Vec<(Word, u64, u32)> {
    let figures = [
        (key::desk_delivery::VOTED, counts.voted),
        (key::desk_delivery::APP_READ, counts.app_read),
        (key::desk_delivery::SIGNED_SLIP, counts.signed_slip),
        (key::desk_delivery::POSTED, counts.posted),
        (key::desk_delivery::UNREACHABLE, counts.unreachable),
        (key::desk_delivery::DENIED, counts.denied),
        (key::desk_delivery::UNSAID, counts.unsaid),
    ];
    let all: u64 = figures.iter().filter_map(|(_, figure)| *figure).sum();
    let row = |(word, figure): (Word, Option<u64>)| Some((word, figure?, share(figure?, all)));
    figures.into_iter().filter_map(row).collect()
}

/// What the silent add, and what would come out without them: both are said wherever the result is.
fn silence(desk: Desk, delivered: &Delivered) -> Option<String> {
    let added = delivered.silence.as_ref()?;
    let without: Vec<_> = added.without.iter().map(|outcome| desk.lang().outcome(*outcome)).collect();
    let without = without.join(desk.say(key::common::MARK));
    Some(desk.fill(key::desk_delivery::silence(&without)))
}

/// The same on a result that is posted, where everybody reads it: no figure of few homes stands alone.
pub(crate) fn printed(desk: Desk, delivered: &Delivered) -> View {
    let Some(counts) = &delivered.counts else { return View::Nothing };
    let silent = delivered.silence.as_ref().map_or(0, |added| added.silent.heads);
    let counts = reached_apart(counts, silent);
    // Where nobody noted how the notice reached anybody, a list of nothings would say that it reached nobody.
    if rows(&counts).iter().all(|(_, homes, _)| *homes == 0) {
        return View::Nothing;
    }
    let row = |(word, homes, _): (Word, u64, u32)| {
        fact(desk.say(word), desk.fill(key::desk_delivery::homes(&homes)))
    };
    view! {
        <h3 class="ys-b ys-gap-4">{desk.say(key::desk_delivery::REACHED)}</h3>
        <dl class="ys-kv ys-gap-2">{rows(&counts).into_iter().map(row).draw_all()}</dl>
        {silence(desk, delivered).map(|words| para("ys-s ys-gap-2", words))}
    }
}

fn figures(desk: Desk, delivered: &Delivered) -> View {
    let Some(counts) = &delivered.counts else { return View::Nothing };
    let row = |(word, homes, part): (Word, u64, u32)| {
        let bar = Strip { parts: vec![("for", 0, part)], mark: None };
        meter(desk.say(word).to_owned(), desk.fill(key::desk_delivery::homes(&homes)), &bar)
    };
    let silence = silence(desk, delivered).map(|words| hint("ys-note_wait", words));
    let body = view! {
        {rows(counts).into_iter().map(row).draw_all()}
        {silence}
        {small(desk.say(key::desk_delivery::WHO_SAYS_WHICH))}
    };
    card(desk.say(key::desk_delivery::REACHED), desk.say(key::desk_delivery::SERVERS_WORD), body)
}

/// The time at a door by this device's clock, held against the server's as far as that is known; a minute earlier, since clocks may be
/// off that much and nothing is said of the future.
fn now_ms(desk: Desk) -> u64 {
    let own = own_clock_ms();
    let right = match desk.clock.get_untracked() {
        Some(Off::Ahead(off)) => own.saturating_sub(off),
        Some(Off::Behind(off)) => own.saturating_add(off),
        None => own,
    };
    right.saturating_sub(MINUTE_MS)
}

fn round(desk: Desk, notice: NoticeId) -> View {
    if !desk.may(Capability::Open) {
        return View::Nothing;
    }
    let round = Round::of(desk.app, notice);
    let form = Form::new(desk, format_args!("doorstep/{notice}"));
    let (pairs, scan) = (form.field("pairs", "2"), form.field("scan", ""));
    let walks = move || {
        round.doors.with(|doors| doors.as_ref().map_or(View::Nothing, |doors| drawn(desk, round, doors)))
    };
    view! {
        {planning(desk, notice, round, pairs)}
        <div>{walks}</div>
        {reporting(desk, notice, (round, form, scan))}
    }
}

/// For how many pairs, and the way to a new round.
fn planning(desk: Desk, notice: NoticeId, round: Round, pairs: Field) -> View {
    let agenda =
        desk.data.with_untracked(|data| data.current(notice).and_then(|current| current.vote.agenda));
    let problem = Live::new(None::<Trouble>);
    let plan = move || {
        let Some(agenda) = agenda else { return };
        let many = pairs.get_untracked().trim().parse::<u32>().unwrap_or(1).clamp(1, 20);
        spawn_local(async move {
            let Some(mut session) = desk.app.session.get_untracked() else { return };
            let read: Result<RoundView, Trouble> =
                session.fetch(&format!("/agendas/{agenda}/round?pairs={many}")).await;
            desk.app.session.set(Some(session));
            match read {
                Ok(doors) => {
                    problem.set(None);
                    round.doors.set(Some(doors));
                }
                Err(trouble) => problem.set(Some(trouble)),
            }
        });
    };
    let told = move || {
        problem.get().map(|trouble| {
            let (what, todo, _) = crate::desk::refusals::told(desk, &trouble);
            hint("ys-note_bad", format!("{what}{}{todo}", desk.say(key::common::MARK)))
        })
    };
    let body = view! {
        {small(desk.say(key::desk_delivery::FEWEST_DOORS))}
        <div class="ys-gap-3">
            {line("pairs", "number", desk.say(key::desk_delivery::PAIRS), desk.say(key::desk_delivery::TWO_PEOPLE_EACH), pairs)}
        </div>
        {agenda.map(|_| button("weui-btn weui-btn_default ys-gap-3", "", desk.say(key::desk_delivery::PLAN), plan))}
        {agenda.is_none().then(|| small(desk.say(key::desk_delivery::ONCE_IT_IS_OPENED)))}
        <div role="status">{told}</div>
    };
    view! { <div class="ys-noprint">{card(desk.say(key::desk_delivery::ROUND), "", body)}</div> }
}

/// The walks, pair by pair, stairwell by stairwell.
fn drawn(desk: Desk, round: Round, doors: &RoundView) -> View {
    let summary = match doors.fewest {
        Some(0) => desk.say(key::desk_delivery::ENOUGH_HAVE_VOTED).to_owned(),
        Some(fewest) => desk.fill(key::desk_delivery::fewest(&fewest, &doors.homes)),
        None => desk.fill(key::desk_delivery::not_enough(&doors.homes)),
    };
    let walk = |(number, walk): (usize, &Vec<DoorView>)| {
        let mut stairwells: Vec<(String, Vec<&DoorView>)> = Vec::new();
        for door in walk {
            let name = format!("{}{}", door.building, door.entrance);
            match stairwells.last_mut().filter(|(last, _)| *last == name) {
                Some((_, doors)) => doors.push(door),
                None => stairwells.push((name, vec![door])),
            }
        }
        let stairwell = |(name, doors): (String, Vec<&DoorView>)| {
            let rows = doors.into_iter().map(|door| row(desk, round, door));
            view! { <h3 class="ys-b ys-gap-3">{name}</h3> <ul>{rows.draw_all()}</ul> }
        };
        let heading = desk.fill(key::desk_delivery::pair(&(number + 1)));
        let many = desk.fill(key::desk_delivery::doors(&walk.len()));
        card(heading, many, stairwells.into_iter().map(stairwell).draw_all())
    };
    view! {
        <p class="ys-b ys-gap-4" role="status">{summary}</p>
        {doors.walks.iter().enumerate().map(walk).draw_all()}
        <div class="ys-noprint ys-gap-3">{button("weui-btn weui-btn_default", "", desk.say(key::desk_delivery::PRINT_THE_LIST), || {
            if let Some(window) = web_sys::window() {
                drop(window.print());
            }
        })}</div>
    }
}

/// One door: what stands for it, and what is found there now.
fn row(desk: Desk, round: Round, door: &DoorView) -> View {
    let party = door.party;
    let offer = move |grade: DeliveryGrade, word: Word| {
        let is = move |row: &DeliveryRow| row.party == party && row.grade == grade;
        let pressed = move || round.found.with(|found| found.iter().any(is));
        let press = move || round.found.update(|found| *found = rung(found, party, grade, now_ms(desk)));
        chip(desk.say(word).to_owned(), pressed, press)
    };
    let calls = move || {
        let calls = round
            .found
            .with(|found| found.iter().find(|row| row.party == party).map_or(0, |row| row.tries.len()));
        (calls > 0).then(|| desk.fill(key::desk_delivery::calls(&calls)))
    };
    let post = move || {
        round
            .found
            .with(|found| may_post(found, &party))
            .then(|| offer(DeliveryGrade::Posted, key::desk_delivery::POST_IT))
    };
    let stands = door.grade.map(|grade| desk.say(grade_word(grade)));
    view! {
        <li class="weui-cell ys-todo1">
            <span class="weui-cell__bd">
                <b>{door.room.clone()}</b>
                <span class="weui-cell__desc ys-block">{stands} " " {calls}</span>
            </span>
            <span class="ys-chips ys-noprint">
                {offer(DeliveryGrade::Unreachable, key::desk_delivery::NOBODY)}
                {offer(DeliveryGrade::SignedSlip, key::desk_delivery::SIGNED)}
                {post}
            </span>
        </li>
    }
}

/// What was found, as entries: homes that signed with the document that shows it.
fn entries(notice: NoticeId, found: &[DeliveryRow], scan: Hash) -> Result<Vec<(Body, Vec<Blob>)>, Trouble> {
    let mut all = Vec::new();
    for part in found.chunks(MOST_DELIVERIES) {
        let (mut rows, mut blobs) = (Vec::new(), Vec::new());
        for row in part {
            let mut row = row.clone();
            if row.grade == DeliveryGrade::SignedSlip {
                let slip = DeliverySlip { scan, words: None };
                let slip = Blob::delivery(&notice, &row.party, salt()?, &slip);
                row.evidence = Some(slip.id());
                blobs.push(slip);
            }
            rows.push(row);
        }
        all.push((Delivery { notice, rows }.into(), blobs));
    }
    Ok(all)
}

/// What stays to be walked: calls in vain add up over days.
fn still_open(found: &[DeliveryRow]) -> Vec<DeliveryRow> {
    found.iter().filter(|row| row.grade == DeliveryGrade::Unreachable).cloned().collect()
}

/// All that was found, signed at once.
fn reporting(desk: Desk, notice: NoticeId, (round, form, scan): (Round, Form, Field)) -> View {
    let done = Live::new(0_usize);
    let made = StoredValue::new(None::<Vec<(Body, Vec<Blob>)>>);
    let signed_any =
        move || round.found.with(|found| found.iter().any(|row| row.grade == DeliveryGrade::SignedSlip));
    let missing = move || {
        let none = round.found.with(Vec::is_empty);
        match scan.with(|scan| scan.trim().parse::<Hash>()) {
            _ if none => Some(desk.say(key::desk_delivery::NOTHING_FOUND_YET)),
            Err(_) if signed_any() => Some(desk.say(key::desk_delivery::CHOOSE_THE_SLIPS)),
            _ => None,
        }
    };
    let sign = move || {
        let scan = scan.with_untracked(|scan| scan.trim().parse().unwrap_or(Hash::ZERO));
        // A try that may have arrived is repeated with the same documents.
        let earlier = made.get_value().filter(|_| form.is_lost());
        let ready = if let Some(ready) = earlier {
            ready
        } else {
            done.set(0);
            let found = round.found.get_untracked();
            let Ok(ready) = entries(notice, &found, scan) else { return };
            ready
        };
        made.set_value(Some(ready.clone()));
        form.sign_all(ready, done, move || {
            round.found.update(|found| *found = still_open(found));
            desk.done(Page::Delivery(notice), desk.say(key::desk_delivery::SIGNED_AND_SENT).to_owned());
        });
    };
    let counted = move || {
        let mut by_grade = BTreeMap::<DeliveryGrade, usize>::new();
        round.found.with(|found| {
            for row in found {
                *by_grade.entry(row.grade).or_default() += 1;
            }
        });
        let words = by_grade.into_iter().map(|(grade, homes)| {
            let homes = desk.fill(key::desk_delivery::homes(&homes));
            format!("{} {homes}", desk.say(grade_word(grade)))
        });
        words.collect::<Vec<_>>().join(desk.say(key::common::MARK))
    };
    let document = move || {
        signed_any().then(|| {
            let words = (desk.say(key::desk_delivery::THE_SLIPS), desk.say(key::desk_delivery::ONE_SCAN));
            digest::field(desk, scan, words)
        })
    };
    let body = view! {
        <p class="ys-b" role="status">{counted}</p>
        <div>{document}</div>
        {small(desk.say(key::desk_delivery::KEPT_UNTIL))}
        {signing(desk, desk.say(key::desk_delivery::SIGN_IT), missing, sign)}
        {form.note()}
    };
    view! { <div class="ys-noprint">{card(desk.say(key::desk_delivery::FOUND), "", body)}</div> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::id::PartyId;

    #[test]
    fn figures_that_are_merged_are_not_drawn_and_the_others_are_parts_of_what_is_told() {
        let counts = DeliveryCounts { voted: Some(30), unsaid: Some(10), ..DeliveryCounts::default() };
        let drawn = rows(&counts);
        assert_eq!(drawn, [(key::desk_delivery::VOTED, 30, 7_500), (key::desk_delivery::UNSAID, 10, 2_500)]);
        assert_eq!(rows(&DeliveryCounts::default()), []);
    }

    #[test]
    fn calls_in_vain_stay_to_be_walked_when_all_else_is_signed() {
        let home = |byte| PartyId::from_bytes([byte; 16]);
        let found =
            rung(&rung(&[], home(1), DeliveryGrade::Unreachable, 3), home(2), DeliveryGrade::SignedSlip, 4);
        let left = still_open(&found);
        assert_eq!((left.len(), left[0].party), (1, home(1)));
    }
}
