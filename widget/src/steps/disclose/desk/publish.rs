//! A ledger's period, its openings and its sums, signed and published.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use leptos::prelude::*;
use yishi_protocol::apply::may_disclose;
use yishi_protocol::calendar::local_day;
use yishi_protocol::ledger::{Ledger, LedgerLine};
use yishi_protocol::strict_json::write_text;
use yishi_protocol::wire::{MAX_SUBMISSION, Refusal};
use yishi_sheets::ledger::period;

use crate::desk::acts::{Form, ToSign};
use crate::desk::allowed::Allowed;
use crate::desk::dates::{from_iso, iso, months};
use crate::desk::field::Field;
use crate::desk::forms::{card, hint, line, signing, small};
use crate::desk::money::fen;
use crate::desk::{Desk, Page};
use crate::kit::tell::{self, yuan};
use crate::proofs::act::salt;
use crate::steps::disclose::desk::disclosed::sums;
use crate::steps::disclose::desk::ledgers::{Chosen, LedgerRow, disclosure, rows};
use crate::words::trouble::Trouble;

/// What an entry needs beside its documents, at most, in bytes of its submission.
const ENVELOPE: usize = 96 * 1024;

/// The fields of the openings, in the order of the ledgers.
const OPENINGS: [&str; 5] = ["opening1", "opening2", "opening3", "opening4", "opening5"];

/// While lines must be corrected or questions answered.
pub(crate) fn locked(desk: Desk, bad: usize, open: usize) -> View {
    let words = if bad > 0 {
        desk.fill(key::desk_publish::correct_lines_first(&bad))
    } else {
        desk.fill(key::desk_publish::answer_questions_first(&open))
    };
    view! {
        <div class="ys-gap-4">
            <button type="button" class="weui-btn weui-btn_primary" aria-disabled="true">{words}</button>
        </div>
    }
}

/// What is published: the period with each ledger's opening, as typed.
#[derive(Clone, Copy)]
struct NewBooks {
    desk: Desk,
    /// Which votes allowed which lines.
    allowed: Allowed,
    lines: StoredValue<Vec<LedgerLine>>,
    from: Field,
    to: Field,
    openings: [Field; 5],
}

impl NewBooks {
    fn days(self) -> Option<(u32, u32)> {
        let day = |field: Field| u32::try_from(from_iso(&field.get())?).ok();
        let (from, to) = (day(self.from)?, day(self.to)?);
        may_disclose(from, to, self.desk.now_ms()).ok().map(|()| (from, to))
    }

    /// What a ledger closed with on the day before, if that was published.
    fn before(self, place: usize) -> Option<i64> {
        let from_day = u32::try_from(from_iso(&self.from.get())?).ok()?;
        let ledger = Ledger::ALL.get(place)?;
        self.desk.data.with(|data| {
            let last = data.disclosures.iter().filter(|books| books.to_day.checked_add(1) == Some(from_day));
            let mut sums = last.flat_map(|books| &books.ledgers);
            sums.find(|sums| sums.ledger == *ledger).map(|sums| sums.closing_fen)
        })
    }

    fn opening(self, place: usize) -> Option<i64> {
        self.before(place).or_else(|| fen(&self.openings.get(place)?.get()))
    }

    fn all_openings(self) -> Vec<Option<i64>> {
        (0..Ledger::ALL.len()).map(|place| self.opening(place)).collect()
    }

    /// Whether an opening was typed that is no amount.
    fn mistyped(self) -> bool {
        self.openings.iter().any(|field| field.with(|text| !text.trim().is_empty() && fen(text).is_none()))
    }

    fn inside(self) -> Vec<LedgerLine> {
        let Some((from, to)) = self.days() else { return Vec::new() };
        self.lines.with_value(|lines| period(lines, from, to))
    }

    fn missing(self) -> Option<&'static str> {
        let desk = self.desk;
        if self.days().is_none() {
            return Some(desk.say(key::desk_publish::THE_PERIOD_IS_NOT_VALID));
        }
        let inside = self.inside();
        if inside.is_empty() {
            return Some(desk.say(key::desk_publish::NO_LINES_IN_THIS_PERIOD));
        }
        if self.mistyped() {
            return Some(desk.say(key::desk_publish::AN_OPENING_MUST_BE_A));
        }
        let rows = rows(&inside, &self.all_openings());
        let Some(rows) = rows else {
            return Some(desk.say(key::desk_publish::THE_SUMS_ARE_TOO_LARGE));
        };
        if rows.iter().any(|row| row.moved && row.opening_fen.is_none()) {
            return Some(desk.say(key::desk_publish::AN_OPENING_IS_MISSING));
        }
        self.allowed.is_open().then(|| desk.say(key::desk_publish::SAY_WHICH_VOTE_IT_WAS))
    }

    fn said(self) -> ToSign {
        let days = self.days().ok_or(yishi_protocol::rejection::Code::PeriodInvalid)?;
        let openings = self.all_openings();
        let lines = self.allowed.put(self.lines.get_value());
        let made = disclosure(&lines, days, &openings, || salt().ok());
        let (body, blobs) = made.ok_or(Trouble::NoVault)?;
        let size = write_text(&blobs).len();
        if size.saturating_add(ENVELOPE) > MAX_SUBMISSION {
            let (code, detail) = ("SUBMISSION_TOO_LARGE".to_owned(), String::new());
            return Err(Trouble::Refused(Refusal { code, detail }));
        }
        Ok((body.into(), blobs))
    }
}

pub(crate) fn form(desk: Desk, chosen: &Chosen) -> View {
    let lines = chosen.file.ledger_lines();
    let days = || lines.iter().map(|line| u64::from(line.day));
    let (first, last) = (days().min().unwrap_or_default(), days().max().unwrap_or_default());
    let today = local_day(desk.now_ms());
    let (from, to) = months(first, last);
    // A corrected file of the same days goes on with what was typed for the first one.
    let form = Form::new(desk, format_args!("publish/{first}/{last}"));
    let allowed = Allowed::of(&chosen.file, form);
    let draft = NewBooks {
        desk,
        allowed,
        lines: StoredValue::new(lines),
        from: form.field("from", iso(from)),
        to: form.field("to", iso(to.min(today))),
        openings: OPENINGS.map(|id| form.field(id, "")),
    };
    let cut = to > today;
    let outside = move || {
        let all = draft.lines.with_value(Vec::len);
        let left = all.saturating_sub(draft.inside().len());
        (left > 0).then(|| hint("ys-note_wait", desk.fill(key::desk_publish::lines_of_the_file_lie(&left))))
    };
    let when = view! {
        <div class="ys-pair">
            <div class="ys-wide ys-half">{line("from", "date", desk.say(key::desk_publish::FROM), "", draft.from)}</div>
            <div class="ys-wide ys-half">{line("to", "date", desk.say(key::desk_publish::TO), desk.say(key::desk_publish::INCLUSIVE), draft.to)}</div>
        </div>
        {cut.then(|| view! { {small(desk.say(
            key::desk_publish::THE_MONTH_IS_NOT_OVER,
        ))} })}
        {outside}
    };
    let openings = move || (0..Ledger::ALL.len()).map(|place| opening(draft, place)).draw_all();
    let signed = move || {
        form.sign(draft.said(), move |entry| {
            desk.files.ledger.set(None);
            desk.done(Page::Published(entry), desk.say(key::desk_publish::THE_BOOKS_ARE_PUBLIC).to_owned());
        });
    };
    let signs = view! {
        {small(desk.say(
            key::desk_publish::IT_IS_PUBLIC_AT_ONCE,
        ))}
        {signing(desk, desk.say(key::desk_publish::SIGN_AND_PUBLISH), move || draft.missing(), signed)}
        {form.note()}
    };
    view! {
        <div class="ys-cols ys-gap-3">
            <div>
                {card(desk.say(key::desk_publish::PERIOD), "", when)}
                {draft.allowed.card(desk, &chosen.file)}
                {card(desk.say(key::desk_publish::OPENINGS), desk.say(key::desk_common::YUAN), view! { <div>{openings}</div> })}
            </div>
            <div>
                {card(desk.say(key::desk_publish::FIVE_LEDGERS), desk.say(key::desk_common::YUAN), view! { <div>{move || balance(draft)}</div> })}
                {card(desk.say(key::desk_publish::PUBLISH), "", signs)}
            </div>
        </div>
    }
}

fn opening(draft: NewBooks, place: usize) -> View {
    let desk = draft.desk;
    let (Some(ledger), Some(id), Some(field)) =
        (Ledger::ALL.get(place), OPENINGS.get(place), draft.openings.get(place))
    else {
        return View::Nothing;
    };
    let name = tell::ledger(desk.app, *ledger);
    match draft.before(place) {
        Some(fen) => view! {
            <p class="ys-f ys-flexline">
                <b>{name}</b>
                <span class="n">{yuan(fen)}</span>
                <span class="ys-s ys-2">{desk.say(key::desk_publish::WHAT_THE_LAST_PERIOD_CLOSED)}</span>
            </p>
        },
        None => line(id, "money", name, desk.say(key::desk_publish::NEEDED_THE_FIRST_TIME_EMPTY), *field),
    }
}

fn balance(draft: NewBooks) -> View {
    let desk = draft.desk;
    let Some(rows) = rows(&draft.inside(), &draft.all_openings()) else { return View::Nothing };
    let row = |row: LedgerRow| {
        sums(
            desk,
            row.ledger,
            row.opening_fen,
            (row.flows.in_fen, row.flows.out_fen),
            row.closing_fen(),
            row.moved,
        )
    };
    view! { <ul class="ys-books">{rows.into_iter().map(row).draw_all()}</ul> }
}
