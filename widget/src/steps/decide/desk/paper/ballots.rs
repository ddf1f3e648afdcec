//! 打印各户的票: a ballot for each home of a vote, A5, with a number by which clerks find the home, and a stub that its voter keeps.
//! Paper speaks the source language whatever the desk speaks.

use yishi_protocol::blob::ItemText;
use yishi_protocol::body::{Capability, Item, Method};
use yishi_protocol::calendar::local_day;
use yishi_protocol::id::{AgendaId, PartyId};
use yishi_protocol::letter::LetterCode;
use yishi_protocol::view::{PaperHome, PaperHomes};

use crate::desk::acts::Form;
use crate::desk::dates::full;
use crate::desk::forms::{line, shown, small, title};
use crate::desk::load::Current;
use crate::desk::{Desk, Page};
use crate::draw::{Draw, DrawAll, View, view};
use crate::kit::parts::{button, live};
use crate::kit::qr;
use crate::shell::screen::Goal;
use crate::words::{Lang, key};

pub(crate) fn page(desk: Desk, agenda: AgendaId) -> View {
    let found =
        desk.data.with(|data| data.votes.iter().find(|current| current.vote.agenda == Some(agenda)).cloned());
    let Some(current) = found.filter(|_| desk.may(Capability::Paper)) else {
        return crate::steps::decide::desk::votes::page(desk);
    };
    let read = desk.reading(async move |session| session.papers(&agenda).await);
    view! {
        {title(desk, desk.say(key::desk_ballots::HEADING).to_owned(), Some(Page::Paper(agenda)))}
        {shown(desk, read, move |(_, homes)| whole(desk, agenda, &current, homes))}
    }
}

/// The homes that are printed, with their numbers: those of which an address has in it what was typed.
fn chosen<'a>(homes: &'a PaperHomes, code: &LetterCode, typed: &str) -> Vec<(u32, &'a PaperHome)> {
    let typed: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
    let parties = homes.homes.iter().map(|home| home.party);
    let numbers = code.sheet_numbers(&homes.agenda, parties);
    let number = |party: &PartyId| numbers.iter().find(|(_, of)| *of == party).map(|(number, _)| *number);
    let fits = |home: &&PaperHome| home.places.iter().any(|place| place.contains(&typed));
    let mut chosen: Vec<(u32, &PaperHome)> =
        homes.homes.iter().filter(fits).filter_map(|home| Some((number(&home.party)?, home))).collect();
    // As they are carried through a stairwell.
    chosen.sort_by(|(_, one), (_, other)| one.places.cmp(&other.places));
    chosen
}

fn whole(desk: Desk, agenda: AgendaId, current: &Current, homes: PaperHomes) -> View {
    let kept = Form::new(desk, format_args!("paper/{agenda}"));
    let code = kept.field("code", "");
    let which = kept.field("which", "");
    let current = current.clone();
    let sheets = live(move || {
        let Some(code) = code.with(|code| code.parse::<LetterCode>().ok()) else {
            return Some(small(desk.say(key::desk_paper::TYPE_THE_CODE)));
        };
        let chosen = which.with(|typed| chosen(&homes, &code, typed));
        let many = desk.fill(key::desk_ballots::so_many(&chosen.len()));
        let sheets = chosen.iter().map(|(number, home)| ballot(desk, &current, (*number, home)));
        Some(view! {
            <p class="ys-b ys-noprint" role="status">{many}</p>
            <div class="ys-ballots">{sheets.draw_all()}</div>
        })
    });
    let print = || {
        if let Some(window) = web_sys::window() {
            drop(window.print());
        }
    };
    let asked = view! {
        {small(desk.say(key::desk_ballots::HOW))}
        {line("code", "text", desk.say(key::desk_paper::CLERKS_CODE), desk.say(key::desk_paper::THE_SAME_FOR_ALL), code)}
        {line("which", "text", desk.say(key::desk_ballots::WHICH), desk.say(key::desk_ballots::ALL_OR_SOME), which)}
        {button("weui-btn weui-btn_primary ys-gap-3", "", desk.say(key::desk_ballots::PRINT), print)}
    };
    view! { <div class="ys-card ys-noprint">{asked}</div> {sheets} }
}

fn estate(desk: Desk) -> String {
    desk.app
        .session
        .with_untracked(|session| session.as_ref().map(|session| session.name.clone()).unwrap_or_default())
}

/// One ballot: for its home above the line, for its voter below it. On the stub stands nothing of the home, since whoever finds it
/// asks with it.
fn ballot(desk: Desk, current: &Current, (number, home): (u32, &PaperHome)) -> View {
    let lang = Lang::default();
    let vote = &current.vote;
    let agenda = vote.agenda.unwrap_or(vote.id);
    let name = lang.pick(&vote.text.title);
    let items = vote.notice.items.iter().zip(&vote.text.items).zip(1_usize..);
    let questions = items.map(|((item, text), place)| question(lang, place, item, text)).draw_all();
    let numbered = lang.fill(key::desk_ballots::number(&number));
    let closes_ms = vote.closes_ms();
    let closes = format!("{} 24:00", full(lang, local_day(closes_ms.saturating_sub(1))));
    let signs = (0..home.owners.len().max(1)).map(|_| view! { <i class="ys-ballot__line"></i> });
    let together = (home.owners.len() > 1)
        .then(|| view! { <p class="ys-s">{lang.say(key::desk_ballots::TOGETHER_OR_ONE)}</p> });
    let address = desk.app.page(&Goal::Sheet(agenda, number).address());
    view! {
        <article class="ys-card ys-paper ys-ballot" lang=lang.tag()>
            <header class="ys-ballot__head">
                <div>
                    <p>{estate(desk)} " " {lang.say(key::desk_ballots::BALLOT)}</p>
                    <h2 class="ys-t">{name.clone()}</h2>
                    <p>{lang.say(key::desk_ballots::HOME)} " " <b>{home.places.join("、")}</b></p>
                    <p class="ys-ballot__number">{numbered.clone()}</p>
                </div>
                {qr::drawn(&number.to_string(), lang.say(key::desk_ballots::NUMBER_CODE))}
            </header>
            <p>{lang.say(key::desk_ballots::MARK_ONE)}</p>
            {questions}
            <div class="ys-ballot__sign">
                <p>{lang.say(key::desk_ballots::SIGNED)}</p> {signs.draw_all()} {together}
                <p>{lang.say(key::desk_ballots::WHEN)}</p> <i class="ys-ballot__line"></i>
                <p>{lang.say(key::desk_ballots::HELPED)}</p> <i class="ys-ballot__line"></i>
                <p class="ys-b">{lang.fill(key::desk_ballots::hand_it_over(&closes))}</p>
            </div>
            <footer class="ys-ballot__stub">
                <div>
                    <p class="ys-b">{lang.say(key::desk_ballots::STUB)}</p>
                    <p>{name}</p>
                    <p class="ys-ballot__number">{numbered}</p>
                    <p class="ys-s">{lang.say(key::desk_ballots::SCAN_IT)}</p>
                </div>
                {qr::drawn(&address, lang.say(key::desk_ballots::STUB_CODE))}
            </footer>
        </article>
    }
}

/// A question in its box, with a square for each answer.
fn question(lang: Lang, place: usize, item: &Item, text: &ItemText) -> View {
    let words = [key::desk_paper::FOR, key::desk_paper::AGAINST, key::desk_paper::ABSTAIN];
    let (answers, most): (Vec<String>, Option<String>) = match item.method {
        Method::Resolution => (words.iter().map(|word| lang.say(*word).to_owned()).collect(), None),
        Method::Election => (
            text.options.iter().map(|option| lang.pick(option)).collect(),
            Some(lang.fill(key::desk_ballots::mark_at_most(&item.seats))),
        ),
    };
    let square =
        |answer: String| view! { <span class="ys-ballot__answer"><i aria-hidden="true"></i>{answer}</span> };
    view! {
        <section class="ys-ballot__q">
            <h3 class="ys-b">{format!("{place}. {}", lang.pick(&text.title))}</h3>
            {most.map(|most| view! { <p class="ys-s">{most}</p> })}
            <p class="ys-ballot__answers">{answers.into_iter().map(square).draw_all()}</p>
        </section>
    }
    .draw()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stairwell_is_printed_alone_with_the_numbers_that_all_of_it_would_have() {
        let home = |byte: u8, place: &str| PaperHome {
            owners: Vec::new(),
            party: PartyId::from_bytes([byte; 16]),
            places: vec![place.to_owned()],
        };
        let homes = PaperHomes {
            agenda: AgendaId::from_bytes([1; 32]),
            homes: vec![home(1, "3栋2单元402"), home(2, "3栋1单元301"), home(3, "3栋2单元301")],
            next: None,
        };
        let code = LetterCode::from_random([3; 20]);
        let all = chosen(&homes, &code, "");
        let some = chosen(&homes, &code, "3栋 2单元");
        let parties: Vec<PartyId> = some.iter().map(|(_, home)| home.party).collect();
        assert_eq!(parties, [PartyId::from_bytes([3; 16]), PartyId::from_bytes([1; 16])]);
        assert_eq!((all.len(), some.iter().all(|one| all.contains(one))), (3, true));
        assert_eq!(chosen(&homes, &code, "4栋"), []);
    }
}
