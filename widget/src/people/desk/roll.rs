//! 名册: the roll as it is, and a file held against it. What cannot be taken is named by line, what is unclear is asked, what
//! would change is shown home by home; then it is signed page by page and waits for a second person.

use crate::draw::{DrawAll, View, view};
use crate::live::Live;
use crate::words::key;
use leptos::prelude::*;
use yishi_protocol::body::Body;
use yishi_protocol::id::UnitId;
use yishi_protocol::projection::RollPart;
use yishi_protocol::view::{RollView, Served};
use yishi_sheets::Sentence;
use yishi_sheets::roll::{
    Ids, ImportPlan, NewestRoll, PlanError, Prepared, RollFile, TEMPLATE, of, prepare, sentences, template,
};

use crate::desk::acts::Form;
use crate::desk::field::Field;
use crate::desk::file::{self, LISTED, asked, sentence};
use crate::desk::forms::{card, hint, line, shown, signing, small};
use crate::desk::reader::ChosenFile;
use crate::desk::weights::weight_words;
use crate::desk::{Desk, Page, Tab};
use crate::kit::parts::fact;
use crate::proofs::act;
use crate::proofs::session::Session;
use crate::words::trouble::Trouble;

/// The newest roll, read page by page.
async fn newest(session: &mut Session) -> Result<Option<NewestRoll>, Trouble> {
    let mut pages = Vec::new();
    let mut after = None::<UnitId>;
    loop {
        let path = after.map_or_else(|| "/roll".to_owned(), |after| format!("/roll?after={after}"));
        let answer: Served<RollView> = session.fetch(&path).await?;
        let (shown, view) = answer.apart();
        let page = RollPart::of(&session.opened(&shown, Body::decode)?, view);
        let next = page.next;
        pages.push(page);
        match next {
            None => break,
            Some(next) if after.is_none_or(|before| next > before) => after = Some(next),
            // A server that does not go on would keep us here for ever, and a part is not the whole.
            Some(_) => return Err(Trouble::Outdated),
        }
    }
    if pages.iter().all(|page| page.roll.is_none()) {
        return Ok(None);
    }
    // It changed while it was read: read again.
    NewestRoll::of_pages(pages).map(Some).ok_or(Trouble::Offline)
}

pub(crate) fn tab(desk: Desk) -> View {
    let found = desk.reading(async |session| newest(session).await);
    shown(desk, found, move |newest| page(desk, newest))
}

fn page(desk: Desk, newest: Option<NewestRoll>) -> View {
    let chosen = desk.files.roll;
    let note = desk.say(key::desk_roll::A_WORKBOOK_XLSX_OR_A);
    let words = desk.say(key::desk_roll::CHOOSE_THE_ROLL);
    let now = match &newest {
        Some(newest) => {
            let units = newest.units.len().to_string();
            view! {
                <dl class="ys-kv">
                    {fact(desk.say(key::desk_roll::COUNTED), weight_words(desk, newest.totals.heads.into(), newest.totals.area_c))}
                    {fact(desk.say(key::desk_roll::UNITS), units)}
                </dl>
                {small(desk.say(
                    key::desk_roll::CHOOSE_THE_NEW_ROLL_AS,
                ))}
            }
        }
        None => hint("", desk.say(key::desk_roll::THERE_IS_NO_ROLL_YET)),
    };
    let waits =
        desk.data.with_untracked(|data| data.waiting.iter().any(crate::desk::waits::WaitingAct::is_roll));
    let newest = StoredValue::new(newest);
    let form = Form::new(desk, "roll");
    let report = move || {
        chosen.get().map(|read| {
            untrack(|| match read {
                Ok(file) => newest.with_value(|newest| report(desk, form, newest.as_ref(), &file)),
                Err(why) => file::unread(desk, why),
            })
        })
    };
    view! {
        {card(desk.say(key::desk_roll::THE_ROLL_AS_IT_IS), "", now)}
        {waits.then(|| hint("ys-note_wait", desk.say(
            key::desk_roll::A_ROLL_WAITS_FOR_ITS,
        )))}
        {card(desk.say(key::desk_roll::A_NEW_ROLL), "", view! {
            {file::picker(desk, words, note, chosen)}
            {file::template(desk, desk.say(key::desk_roll::FILE), &template(desk.say(TEMPLATE)))}
        })}
        {report}
    }
}

fn report(desk: Desk, form: Form, newest: Option<&NewestRoll>, chosen: &ChosenFile) -> View {
    let read = chosen.opened.clone().and_then(|opened| of(&opened, &chosen.answers));
    let roll = match &read {
        Ok(roll) => roll,
        Err(error) => {
            let body = view! {
                <p class="ys-bad ys-b">{sentence(desk, &error.sentence())}</p>
                <p class="ys-s ys-2 ys-code">{error.code()}</p>
            };
            return card(chosen.name.clone(), "", body);
        }
    };
    let parking_counts = desk.app.settings().parking_counts;
    let random = &mut || act::random().ok();
    let Prepared { questions, plan } = prepare(roll, Ids::default(), newest, parking_counts, random);
    // A home whose row cannot be taken is not gone: what is asked beside the roll is asked once all rows are good.
    let questions = if roll.problems.is_empty() { questions } else { roll.questions.clone() };
    let open = questions.iter().filter(|question| question.answer.is_none()).count();
    let bad = roll.problems.len();
    let rows = desk.fill(key::desk_common::rows(&roll.rows));
    let summary = view! {
        <div class="ys-tri" role="status">
            <div class={if bad == 0 { "" } else { "bad" }}><b>{bad}</b>{desk.say(key::desk_common::MUST_BE_CORRECTED)}</div>
            <div class={if open == 0 { "" } else { "ys-wbox" }}><b>{open}</b>{desk.say(key::desk_roll::FOR_YOU_TO_DECIDE)}</div>
            <div><b>{roll.units.len()}</b>{desk.say(key::desk_roll::UNITS_ARE_FINE)}</div>
        </div>
        {(bad > 0).then(|| hint("ys-note_bad", desk.say(
            key::desk_roll::CORRECT_THESE_LINES_IN_THE,
        )))}
    };
    view! {
        {card(chosen.name.clone(), rows, summary)}
        {problems(desk, roll)}
        {asked(desk, &questions, desk.files.roll)}
        {outcome(desk, form, newest, plan, (bad, open))}
    }
}

/// The rows that cannot be taken.
fn problems(desk: Desk, roll: &RollFile) -> View {
    if roll.problems.is_empty() {
        return View::Nothing;
    }
    let row = |(line, code, detail): (u64, &'static str, &Sentence)| {
        view! {
            <li class="ys-gap-2">
                <b>{file::number(desk, line)}</b>
                " "
                <span class="ys-bad">{sentence(desk, detail)}</span>
                " "
                <span class="ys-s ys-2 ys-code">{code}</span>
            </li>
        }
    };
    let listed = roll.problems.iter().take(LISTED);
    let rows = listed.map(|problem| row((problem.line, problem.code.as_str(), &problem.detail)));
    let body = view! { <ul>{rows.draw_all()}</ul> {left(desk, roll.problems.len())} };
    card(
        desk.say(key::desk_roll::LINES_TO_BE_CORRECTED),
        desk.say(key::desk_common::BY_LINE_OF_THE_FILE),
        body,
    )
}

/// How many are not listed.
fn left(desk: Desk, all: usize) -> Option<View> {
    let left = all.saturating_sub(LISTED);
    (left > 0).then(|| small(desk.fill(key::desk_common::more_are_not_listed(&left))))
}

/// What the roll will be, what changes, and the signature.
fn outcome(
    desk: Desk,
    form: Form,
    newest: Option<&NewestRoll>,
    plan: Result<ImportPlan, PlanError>,
    (bad, open): (usize, usize),
) -> View {
    let locked = |words: String| {
        view! {
            <div class="ys-gap-4">
                <button type="button" class="weui-btn weui-btn_primary" aria-disabled="true">{words}</button>
            </div>
        }
    };
    if bad > 0 {
        return locked(desk.fill(key::desk_roll::correct_lines_first(&bad)));
    }
    let plan = match plan {
        Ok(plan) => plan,
        Err(PlanError::QuestionsOpen) => {
            return locked(desk.fill(key::desk_roll::answer_questions_first(&open)));
        }
        Err(error) => {
            let class = if error == PlanError::NothingChanged { "ys-note_ok" } else { "ys-note_bad" };
            return hint(class, sentence(desk, &error.sentence()));
        }
    };
    let changes = newest.is_some().then(|| {
        let rows = sentences(&plan.changes, &plan.parts);
        let listed =
            rows.iter().take(LISTED).map(|row| view! { <li class="ys-gap-2">{sentence(desk, row)}</li> });
        let body = view! { <ul>{listed.draw_all()}</ul> };
        let remark = desk.fill(key::desk_roll::units_2(&rows.len()));
        card(desk.say(key::desk_roll::WHAT_CHANGES), remark, body)
    });
    let new_people = (newest.is_some() && !plan.letters.is_empty()).then(|| {
        let count = plan.letters.len();
        small(desk.fill(key::desk_roll::new_owners(&count)))
    });
    view! { {changes} {sign(desk, form, newest, &plan, new_people)} }
}

/// The totals held against the register, and the button.
fn sign(
    desk: Desk,
    form: Form,
    newest: Option<&NewestRoll>,
    plan: &ImportPlan,
    new_people: Option<View>,
) -> View {
    let (heads, area) = (form.field("heads", ""), form.field("area", ""));
    let totals = plan.totals();
    let steps: StoredValue<Vec<(Body, Vec<_>)>> = StoredValue::new(plan.roll_entries());
    let (all, done) = (steps.with_value(Vec::len), Live::new(0_usize));
    let missing = move || {
        let differs = |typed: Field, found: u64| {
            let typed = typed.get();
            let typed: String = typed.chars().filter(|sign| !matches!(sign, ',' | '，' | ' ')).collect();
            !typed.is_empty() && typed != found.to_string()
        };
        let area_differs = || {
            let typed = area.get();
            // Hundredths of a square metre are written as hundredths of a yuan are.
            let read = yishi_sheets::money(&typed).ok().and_then(|area_c| u64::try_from(area_c).ok());
            !typed.trim().is_empty() && read != Some(totals.area_c)
        };
        if differs(heads, totals.heads.into()) || area_differs() {
            Some(desk.say(key::desk_roll::THIS_IS_NOT_WHAT_THE))
        } else {
            None
        }
    };
    let signed = move || {
        form.sign_all(steps.get_value(), done, move || {
            desk.files.roll.set(None);
            let words = desk.say(key::desk_roll::SENT_IT_WAITS_FOR_A);
            desk.done(Page::People(Tab::Waiting), words.to_owned());
        });
    };
    let progress = move || {
        let done = done.get();
        (desk.app.busy.get() || done > 0).then(|| small(desk.fill(key::desk_roll::of_sent(&done, &all))))
    };
    let before = newest.map(|newest| {
        fact(
            desk.say(key::desk_common::NOW),
            weight_words(desk, newest.totals.heads.into(), newest.totals.area_c),
        )
    });
    let body = view! {
        <dl class="ys-kv">
            {before}
            {fact(desk.say(key::desk_roll::THEN), weight_words(desk, totals.heads.into(), totals.area_c))}
        </dl>
        {new_people}
        <div class="ys-gap-3">{line("heads", "text", desk.say(key::desk_roll::HEADS_IN_THE_REGISTER), desk.say(key::desk_roll::IF_KNOWN_TO_COMPARE), heads)}</div>
        <div class="ys-gap-3">{line("area", "money", desk.say(key::desk_roll::AREA_IN_THE_REGISTER), desk.say(key::desk_roll::M), area)}</div>
        {signing(desk, desk.say(key::desk_roll::I_HAVE_CHECKED_IT_SIGN), missing, signed)}
        <div role="status">{progress}</div>
        {form.note()}
    };
    card(desk.say(key::desk_common::IN_ALL), "", body)
}
