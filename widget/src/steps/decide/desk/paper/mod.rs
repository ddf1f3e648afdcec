//! 录纸票: sheets are keyed by keyboard alone, sent together, and read by a second clerk on the same screen, who does not see what
//! the first has read; the box is counted here too.

pub(crate) mod ballots;
pub(crate) mod boxed;
pub(crate) mod entry;
mod sending;
pub(crate) mod sheets;
mod typing;
pub(crate) mod ways;

use leptos::prelude::{GetValue, StoredValue};
use yishi_protocol::body::{Capability, Item};
use yishi_protocol::calendar::{HOUR_MS, date_of, day_of_date, day_start_ms, local_day};
use yishi_protocol::id::{AgendaId, Hash, PersonId};
use yishi_protocol::letter::LetterCode;
use yishi_protocol::state::Stage;
use yishi_protocol::view::{PaperHomes, PaperList};
use yishi_words::Word;

use self::entry::{Around, Entry, Row, Step, read, written};
use self::typing::{Home, is_spoilt};
use crate::desk::acts::Form;
use crate::desk::digest;
use crate::desk::field::Field;
use crate::desk::forms::{card, hint, lead, line, shown, small, title};
use crate::desk::load::Current;
use crate::desk::{Desk, Page};
use crate::draw::{DrawAll, View, typed_in, view};
use crate::kit::parts::{button, fact, live};
use crate::kit::tell::pick;
use crate::kit::typed;
use crate::live::Live;
use crate::proofs::act;
use crate::words::key;

/// A minute, in milliseconds.
const MINUTE_MS: u64 = 60_000;

pub(crate) fn page(desk: Desk, agenda: AgendaId) -> View {
    let found =
        desk.data.with(|data| data.votes.iter().find(|current| current.vote.agenda == Some(agenda)).cloned());
    let Some(current) = found.filter(|_| desk.may(Capability::Paper)) else {
        return crate::steps::decide::desk::votes::page(desk);
    };
    let read = desk.reading(async move |session| session.papers(&agenda).await);
    let name = pick(desk.app, &current.vote.text.title);
    view! {
        {title(desk, desk.fill(key::desk_paper::paper_of(&name)), Some(Page::Votes))}
        {shown(desk, read, move |(papers, homes)| whole(desk, agenda, &current, &papers, homes))}
    }
}

/// The page once it is read.
fn whole(desk: Desk, agenda: AgendaId, current: &Current, papers: &PaperList, homes: PaperHomes) -> View {
    let homes = homes.homes.into_iter().map(|home| Home {
        party: home.party,
        places: home.places,
        owners: home.owners.into_iter().map(|one| (one.person, one.name.unwrap_or_default())).collect(),
    });
    let kept = Form::new(desk, format_args!("paper/{agenda}"));
    let now_ms = desk.now_ms();
    let stack = Stack {
        desk,
        agenda,
        items: StoredValue::new(current.vote.notice.items.clone()),
        homes: StoredValue::new(homes.collect()),
        code: kept.field("code", ""),
        taken: kept.field("taken", minute(now_ms)),
        helper: kept.field("helper", ""),
        scan: kept.field("scan", ""),
        typed: Live::new(String::new()),
        window: (current.vote.notice.opens_ms, current.vote.closes_ms()),
        entry: Live::new(Entry::new()),
        wrong: Live::new(None),
        rows: Live::new(Vec::new()),
    };
    // What is keyed of a sheet is kept as what was keyed before it is: a reload or another language costs no clerk their place.
    let keyed = desk.app.kept(format_args!("desk/paper-rows/{agenda}"));
    keyed.keep("rows", stack.rows, written, read);
    keyed.keep("entry", stack.entry, written, read);
    keyed.keep("line", stack.typed, Clone::clone, |line| Some(line.to_owned()));
    let counting = current.vote.stage == Some(Stage::Counting);
    view! {
        {lead(desk, "weui-btn_default", desk.say(key::desk_paper::PRINT_BALLOTS), Page::Ballots(agenda))}
        {stack.settings()}
        {stack.keying()}
        {stack.unsent()}
        {sheets::cards(desk, papers)}
        {counting.then(|| boxed::card(desk, agenda, papers))}
    }
}

/// A moment as a field of moments has it, to the minute.
fn minute(now_ms: u64) -> String {
    let day = local_day(now_ms);
    let (year, month, number) = date_of(day);
    let minutes = now_ms.saturating_sub(day_start_ms(day)) / MINUTE_MS;
    format!("{year:04}-{month:02}-{number:02}T{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The moment of such a field.
fn moment(text: &str) -> Option<u64> {
    let (date, time) = text.trim().split_once('T')?;
    let mut date = date.split('-').map(|part| part.parse::<u64>().ok());
    let day = day_of_date(date.next()??, date.next()??, date.next()??)?;
    let mut time = time.split(':').map(|part| part.parse::<u64>().ok());
    let (hour, minute) = (time.next()??, time.next()??);
    (hour < 24 && minute < 60).then(|| day_start_ms(day) + hour * HOUR_MS + minute * MINUTE_MS)
}

/// A stack of sheets being keyed.
#[derive(Clone, Copy)]
struct Stack {
    desk: Desk,
    agenda: AgendaId,
    items: StoredValue<Vec<Item>>,
    homes: StoredValue<Vec<Home>>,
    /// The code that the clerks of the vote share.
    code: Field,
    /// When the stack was handed over.
    taken: Field,
    /// Who helped the voters of the stack who were helped, by their code.
    helper: Field,
    /// The digest of a scan of the sheet that is being keyed.
    scan: Field,
    /// The line that is being typed.
    typed: Field,
    window: (u64, u64),
    entry: Live<Entry>,
    wrong: Live<Option<Word>>,
    rows: Live<Vec<Row>>,
}

impl Stack {
    fn clerks_code(self) -> Option<LetterCode> {
        self.code.with(|code| code.parse().ok())
    }

    /// Who helped, if that is typed.
    fn helps(self) -> Option<PersonId> {
        self.helper.with(|code| typed::person(code))
    }

    /// When the stack was handed over: in the window, and not later than now.
    fn taken_ms(self) -> Option<u64> {
        let now_ms = self.desk.now_ms();
        self.taken
            .with(|taken| moment(taken))
            .filter(|at_ms| (self.window.0..self.window.1).contains(at_ms) && *at_ms <= now_ms)
    }

    /// What is typed once for a stack.
    fn settings(self) -> View {
        let desk = self.desk;
        let draw = move || {
            if let Ok(random) = act::random() {
                self.code.set(LetterCode::from_random(random).to_string());
            }
        };
        let wrong = move || {
            let bad = self.code.with(|code| !code.trim().is_empty()) && self.clerks_code().is_none();
            bad.then(|| hint("ys-note_bad", desk.say(key::desk_paper::THE_CODE_IS_MISTYPED)))
        };
        let outside = move || {
            let bad = self.taken_ms().is_none();
            bad.then(|| hint("ys-note_bad", desk.say(key::desk_paper::NOT_IN_THE_WINDOW)))
        };
        let unknown = move || {
            let bad = self.helper.with(|code| !code.trim().is_empty()) && self.helps().is_none();
            bad.then(|| hint("ys-note_bad", desk.say(key::desk_paper::THE_HELPERS_CODE_IS_MISTYPED)))
        };
        let body = view! {
            {line("code", "text", desk.say(key::desk_paper::CLERKS_CODE), desk.say(key::desk_paper::THE_SAME_FOR_ALL), self.code)}
            <div>{wrong}</div>
            {button("weui-btn weui-btn_default weui-btn_mini", "", desk.say(key::desk_paper::DRAW_A_CODE), draw)}
            {line("taken", "datetime-local", desk.say(key::desk_paper::HANDED_OVER), desk.say(key::desk_paper::AS_WRITTEN_ON_THE_STACK), self.taken)}
            <div>{outside}</div>
            {line("helper", "text", desk.say(key::desk_paper::WHO_HELPS), desk.say(key::desk_paper::THEIR_CODE), self.helper)}
            <div>{unknown}</div>
        };
        card(desk.say(key::desk_paper::THIS_STACK), "", body)
    }

    /// One sheet after the other.
    fn keying(self) -> View {
        let desk = self.desk;
        let typed = self.typed;
        // How many sheets were taken: the next one has no scan yet.
        let taken_in = Live::new(0_usize);
        let take = move || {
            let line = typed.get_untracked();
            let Some(taken_ms) = self.taken_ms() else {
                return self.wrong.set(Some(key::desk_paper::NOT_IN_THE_WINDOW));
            };
            let mut entry = self.entry.get_untracked();
            let (items, homes) = (self.items.get_value(), self.homes.get_value());
            let parties = homes.iter().map(|home| home.party);
            let numbers = self.clerks_code().map(|code| code.sheet_numbers(&self.agenda, parties));
            let around = Around {
                items: &items,
                homes: &homes,
                numbers: &numbers.unwrap_or_default(),
                helper: self.helps(),
                scan: self.scan.with(|digest| digest.trim().parse::<Hash>().ok()),
                taken_ms,
            };
            let taken = entry.enter(&line, &around);
            self.wrong.set(taken.as_ref().err().copied());
            if let Ok(row) = taken {
                if let Some(row) = row {
                    self.rows.update(|rows| {
                        rows.retain(|one: &Row| one.sheet != row.sheet);
                        rows.push(row);
                    });
                    self.scan.set(String::new());
                    taken_in.update(|sheets| *sheets += 1);
                }
                self.entry.set(entry);
                typed.set(String::new());
            }
        };
        let asked = move || {
            desk.say(match self.entry.with(|entry| entry.step) {
                Step::Sheet => key::desk_paper::NUMBER_OF_THE_SHEET,
                Step::Home => key::desk_paper::ROOM,
                Step::Marks => key::desk_paper::MARKS,
                Step::Look => key::desk_paper::LOOK_AND_CONFIRM,
            })
        };
        let wrong = move || {
            let words = self.wrong.get().map(|word| desk.say(word));
            words.map(|words| view! { <p class="ys-note ys-note_bad" role="alert">{words}</p> })
        };
        let scan = live(move || {
            taken_in.get();
            let words = (desk.say(key::desk_paper::THE_SCAN), desk.say(key::desk_paper::IT_STAYS_WITH_YOU));
            Some(digest::field(desk, self.scan, words))
        });
        let so_far = move || self.entry.with(|entry| self.told(entry));
        let body = view! {
            <form on:submit=move |event| { event.prevent_default(); take(); }>
                <div class="ys-f">
                    <label class="ys-lab" for="line">{asked}</label>
                    <input
                        id="line"
                        class="weui-input"
                        type="text"
                        autocomplete="off"
                        prop:value=move || typed.get()
                        on:input=move |event| typed.set(typed_in(&event))
                    />
                </div>
                <button type="submit" class="weui-btn weui-btn_primary ys-gap-2">{desk.say(key::desk_paper::NEXT)}</button>
            </form>
            <div>{wrong}</div>
            <div aria-live="polite">{so_far}</div>
            {scan}
            {small(desk.say(key::desk_paper::HOW_MARKS_ARE_TYPED))}
            {small(desk.say(key::desk_paper::HOW_TO_GO_BACK))}
        };
        card(
            desk.say(key::desk_paper::KEY_A_SHEET),
            desk.say(key::desk_paper::YOU_DO_NOT_SEE_THE_OTHERS),
            body,
        )
    }

    /// What was keyed of a sheet so far.
    fn told(self, entry: &Entry) -> View {
        let desk = self.desk;
        let homes = self.homes.get_value();
        let home = entry
            .home
            .and_then(|of| homes.iter().find(|home| home.party == of))
            .filter(|_| entry.step > Step::Home);
        let place = home.map(|home| fact(desk.say(key::desk_paper::HOME), home.places.join("、")));
        let marked = (entry.step == Step::Look).then(|| self.marked(entry));
        let owners = home.filter(|home| entry.step == Step::Look && !home.owners.is_empty()).map(|home| {
            let of = |(number, (person, name)): (usize, &(_, String))| {
                let signed = if Some(*person) == entry.by { " ✓" } else { "" };
                format!("+{number} {name}{signed}")
            };
            let all = if entry.by.is_none() { " ✓" } else { "" };
            let all = format!("+0 {}{all}", desk.say(key::desk_paper::ALL_OWNERS));
            let names: Vec<String> = (1..).zip(&home.owners).map(of).collect();
            fact(desk.say(key::desk_paper::WHO_SIGNED), format!("{all}　{}", names.join("　")))
        });
        let flaw = (entry.step == Step::Look).then(|| {
            let of = |(number, flaw)| {
                let chosen = if Some(flaw) == entry.invalid { " ✓" } else { "" };
                format!("{number} {}{chosen}", desk.say(sheets::flaw_word(flaw)))
            };
            let flaws: Vec<String> = (1..).zip(yishi_protocol::body::PaperFlaw::ALL).map(of).collect();
            fact(desk.say(key::desk_paper::INVALID_AS_A_WHOLE), flaws.join("　"))
        });
        let helped = (entry.step == Step::Look).then(|| {
            let who = entry.assisted.map(|who| typed::grouped(&who));
            let who = who.unwrap_or_else(|| desk.say(key::desk_paper::NOBODY_HELPED).to_owned());
            fact(desk.say(key::desk_paper::ASSISTED), who)
        });
        view! {
            <dl class="ys-kv">
                {fact(desk.say(key::desk_paper::SHEET), entry.sheet.to_string())}
                {place}
                {marked}
                {owners}
                {helped}
                {flaw}
            </dl>
        }
    }

    fn marked(self, entry: &Entry) -> View {
        let items = self.items.get_value();
        let line = |(place, (item, marks)): (usize, (&Item, &Vec<u32>))| {
            let spoilt = is_spoilt(&items, &entry.marks, place);
            let words = sheets::marks_words(self.desk, item, marks, spoilt);
            let question = self.desk.fill(key::desk_paper::question(&item.id));
            view! { <div><dt>{question}</dt><dd>{words}</dd></div> }
        };
        let lines: Vec<View> = items.iter().zip(&entry.marks).enumerate().map(line).collect();
        lines.draw_all()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_as_it_was_written() {
        let at_ms = day_start_ms(20_600) + 9 * HOUR_MS + 5 * MINUTE_MS;
        assert_eq!(moment(&minute(at_ms + 59_999)), Some(at_ms));
        for wrong in
            ["", "2026-03-01", "2026-03-01T", "2026-03-01T24:00", "2026-03-01T09:60", "2026-13-01T09:00"]
        {
            assert_eq!(moment(wrong), None, "{wrong}");
        }
    }
}
