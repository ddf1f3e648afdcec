//! 派单: giving out the work that a matter needs.

use crate::draw::{View, view};
use crate::live::Live;
use crate::words::key;
use yishi_protocol::body::{Capability, Dispatch};
use yishi_protocol::calendar::local_day;
use yishi_protocol::id::{AgendaId, MatterId};
use yishi_protocol::projection::Matter;

use crate::desk::acts::Form;
use crate::desk::dates::{end_of, from_iso, iso};
use crate::desk::field::{Field, blank};
use crate::desk::forms::{area, card, choice, hint, line, shown, signing, title};
use crate::desk::money::fen_at_least_zero;
use crate::desk::{Desk, Page, allowed, words};
use crate::proofs::act::statement;
use crate::steps::desk::matter;

/// An item that passed: its vote, its number, what was asked.
type Passed = (AgendaId, u32, String);

pub(crate) fn page(desk: Desk, id: MatterId) -> View {
    let found = desk.reading(async move |session| {
        let matter = session.matter(&id).await?;
        let mut passed: Vec<Passed> = Vec::new();
        for agenda in matter.view.votes.iter().filter_map(|(_, agenda)| *agenda) {
            let (vote, stated) = session.result(&agenda).await?;
            // The vote that was counted last decides.
            if stated.tally.is_some() {
                passed.clear();
            }
            passed.extend(
                allowed::passed(agenda, &vote, &stated).into_iter().map(|one| (agenda, one.item, one.text)),
            );
        }
        Ok((matter, passed))
    });
    shown(desk, found, move |(matter, passed)| form(desk, &matter, passed))
}

/// Who can take on work: their ids and how screens call them.
fn officers(desk: Desk) -> Vec<(String, String)> {
    desk.data.with(|data| {
        let able = data.officers.iter().filter(|officer| officer.caps.contains(&Capability::Progress));
        able.map(|officer| (officer.person.to_string(), words::officer(desk, officer))).collect()
    })
}

/// The item on which the work rests, where one passed.
fn basis(desk: Desk, passed: Vec<Passed>, decision: Field) -> View {
    if passed.is_empty() {
        hint("", desk.say(key::desk_dispatch::IT_WAS_NOT_PUT_TO))
    } else {
        let options = passed
            .into_iter()
            .enumerate()
            .map(|(place, (_, item, text))| {
                (place.to_string(), desk.fill(key::desk_dispatch::passed(&item, &text)))
            })
            .collect();
        choice("decision", desk.say(key::desk_dispatch::BY_WHICH_DECISION), "", options, decision)
    }
}

fn form(desk: Desk, matter: &Matter, passed: Vec<Passed>) -> View {
    let id = matter.id;
    let name = matter::name(desk, matter);
    let officers = officers(desk);
    let voted = !matter.view.votes.is_empty();
    if voted && passed.is_empty() {
        let words = desk.say(key::desk_dispatch::NOTHING_HAS_PASSED_YET);
        return view! {
            {title(desk, desk.fill(key::desk_dispatch::give_out(&name)), Some(Page::Matter(id)))}
            {hint("ys-note_wait", words)}
        };
    }
    let form = Form::new(desk, format_args!("dispatch/{id}"));
    // Who gets work is chosen, not left to the order of a list.
    let mut options = officers.clone();
    if officers.len() != 1 {
        options.insert(0, (String::new(), desk.say(key::desk_dispatch::CHOOSE_SOMEBODY).to_owned()));
    }
    let assignee =
        form.field("assignee", options.first().map(|officer| officer.0.clone()).unwrap_or_default());
    let decision: Field = Live::new("0".to_owned());
    let (words, cap) = (form.field("words", ""), form.field("cap", ""));
    let due = form.field("due", iso(local_day(desk.now_ms()) + 30));
    let no_officers = officers.is_empty();
    let missing = move || {
        if no_officers {
            return Some(desk.say(key::desk_dispatch::NOBODY_CAN_TAKE_ON_WORK));
        }
        if assignee.with(String::is_empty) {
            return Some(desk.say(key::desk_dispatch::CHOOSE_WHO_DOES_IT));
        }
        if blank(words) {
            return Some(desk.say(key::desk_dispatch::WHAT_IS_TO_BE_DONE));
        }
        if from_iso(&due.get()).is_none_or(|day| end_of(day) <= desk.now_ms()) {
            return Some(desk.say(key::desk_dispatch::THE_DUE_DATE_MUST_LIE));
        }
        let wrong = cap.with(|cap| !cap.trim().is_empty() && fen_at_least_zero(cap).is_none());
        wrong.then(|| desk.say(key::desk_dispatch::THE_LIMIT_MUST_BE_A))
    };
    let decisions = passed.clone();
    let signed = move || {
        let said = statement(&words.get_untracked()).and_then(|text| {
            let assignee = assignee.get_untracked().parse();
            let assignee = assignee.map_err(|_| yishi_protocol::rejection::Code::AssigneeInvalid)?;
            let place: usize = decision.get_untracked().parse().unwrap_or_default();
            let body = Dispatch {
                assignee,
                cap_fen: fen_at_least_zero(&cap.get_untracked()),
                decision: decisions.get(place).map(|(agenda, item, _)| (*agenda, *item)),
                due_ms: from_iso(&due.get_untracked()).map_or(0, end_of),
                matter: id,
                text: text.id(),
            };
            Ok((body.into(), vec![text]))
        });
        form.sign(said, move |_| {
            desk.done(Page::Matter(id), desk.say(key::desk_dispatch::THE_WORK_IS_GIVEN_OUT).to_owned());
        });
    };
    let basis = basis(desk, passed, decision);
    let body = view! {
        {basis}
        <div class="ys-gap-4">
        {choice(
            "assignee",
            desk.say(key::desk_dispatch::WHO_DOES_IT),
            desk.say(key::desk_dispatch::WHO_HOLDS_AN_OFFICE_FOR),
            options,
            assignee,
        )}
        {area(
            "work",
            desk.say(key::desk_dispatch::WHAT_IS_TO_BE_DONE_2),
            desk.say(key::desk_dispatch::SAY_WHEN_IT_IS_DONE),
            words,
        )}
        {line("due", "date", desk.say(key::desk_dispatch::DUE), desk.say(key::desk_common::N24_00_OF_THAT_DAY), due)}
        {line(
            "cap",
            "money",
            desk.say(key::desk_dispatch::AT_MOST_YUAN),
            desk.say(key::desk_dispatch::OPTIONAL),
            cap,
        )}
        </div>
        {signing(desk, desk.say(key::desk_dispatch::SIGN_AND_GIVE_OUT), missing, signed)}
        {form.note()}
    };
    view! {
        {title(desk, desk.fill(key::desk_dispatch::give_out(&name)), Some(Page::Matter(id)))}
        {card(desk.say(key::desk_dispatch::WHO_AND_WHAT), "", body)}
    }
}
