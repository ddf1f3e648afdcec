//! The queue: all that waits for me, by its date. What that is, the rule book says; here it gets its words and its page.

use crate::words::key;
use yishi_protocol::course::{self, NextAct, days_late};
use yishi_words::Word;

use crate::desk::load::Data;
use crate::desk::{Page, Tab};
use crate::words::Lang;

/// Something that waits for me.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Todo {
    /// What is to be done, before the title.
    pub(crate) act: Word,
    pub(crate) title: String,
    pub(crate) more: String,
    pub(crate) due_ms: Option<u64>,
    pub(crate) page: Page,
}

/// How many of a part's things wait for me, and whether one is late.
pub(crate) fn waiting(data: &Data, part: &Page, now_ms: u64) -> (usize, bool) {
    let acts: &[NextAct] = match part {
        Page::Queue => {
            let todos = todos(data, Lang::default());
            return (todos.len(), todos.iter().any(|todo| days_late(todo.due_ms, now_ms) > 0));
        }
        Page::People(_) => &[NextAct::Confirm],
        Page::Tasks => &[NextAct::Work],
        Page::Questions => &[NextAct::Reply],
        Page::Moderated => &[NextAct::Moderate, NextAct::Rule],
        _ => &[],
    };
    let of_part = || data.queue.iter().filter(|todo| acts.contains(&todo.act));
    let counted = [NextAct::Reply, NextAct::Moderate, NextAct::Rule];
    let each = |todo: &course::Todo| if counted.contains(&todo.act) { todo.count } else { 1 };
    let number = of_part().map(each).fold(0, u32::saturating_add);
    let late = of_part().any(|todo| days_late(todo.due_ms, now_ms) > 0);
    (usize::try_from(number).unwrap_or(usize::MAX), late)
}

/// What waits for me as whoever holds an office or has work, in the rule book's order. What waits for owners is on their own
/// first screen.
pub(crate) fn todos(data: &Data, lang: Lang) -> Vec<Todo> {
    data.queue.iter().filter_map(|todo| told(data, lang, todo)).collect()
}

fn told(data: &Data, lang: Lang, todo: &course::Todo) -> Option<Todo> {
    let act = match todo.act {
        NextAct::Answer => key::common::ANSWER,
        NextAct::Discuss => key::desk_queue::PUT_TO_THE_VOTE_OR,
        NextAct::NoticeAgain => key::desk_queue::NOTICE_AGAIN,
        NextAct::OpenVote => key::desk_queue::FREEZE_THE_ROLL,
        NextAct::CloseVote => key::desk_queue::CLOSE,
        NextAct::StateTotals => key::desk_queue::STATE_THE_RESULT,
        NextAct::Dispatch => key::desk_queue::GIVE_OUT,
        NextAct::Work => key::desk_queue::FINISH,
        NextAct::CloseMatter => key::desk_common::CLOSE,
        NextAct::Reply => key::desk_queue::ANSWER_QUESTIONS,
        NextAct::Confirm => key::desk_common::CONFIRM,
        NextAct::Moderate => key::desk_queue::LOOK_AT_REPORTS,
        NextAct::Rule => key::desk_queue::RULE_ON_APPEALS,
        NextAct::EndVote => key::desk_queue::MAKE_FINAL,
        NextAct::RuleDispute => key::desk_queue::RULE_ON_DISPUTES,
        NextAct::Review => key::desk_queue::GIVE_AN_OPINION,
        NextAct::NoticeDemanded => key::desk_queue::GIVE_NOTICE_AS_DEMANDED,
        NextAct::Draw => key::desk_queue::ENTER_THE_NUMBERS,
        NextAct::RollCall => key::desk_queue::ASK_HOMES,
        NextAct::Seat => key::desk_queue::SEAT_THE_ELECTED,
        NextAct::KeySheets => key::desk_queue::KEY_THE_BOX,
        NextAct::ReadSheetsAgain => key::desk_queue::KEY_AGAIN,
        NextAct::SettleSheets => key::desk_queue::SETTLE_SHEETS,
        NextAct::CountBox => key::desk_queue::COUNT_THE_BOX,
        NextAct::Vote | NextAct::Rate | NextAct::Appeal | NextAct::LookAtSheet => return None,
    };
    let (title, more, page) = match todo.act {
        NextAct::Answer
        | NextAct::Discuss
        | NextAct::NoticeAgain
        | NextAct::Dispatch
        | NextAct::Review
        | NextAct::NoticeDemanded
        | NextAct::CloseMatter => matter(data, lang, todo)?,
        NextAct::OpenVote | NextAct::CloseVote | NextAct::StateTotals => vote(data, lang, todo)?,
        NextAct::EndVote | NextAct::RuleDispute => end(data, lang, todo)?,
        NextAct::Draw | NextAct::RollCall => roll_call(data, lang, todo)?,
        NextAct::Seat => seat(data, lang, todo)?,
        NextAct::Work => work(data, lang, todo)?,
        NextAct::Reply => questions(data, lang, todo)?,
        NextAct::Confirm => second(data, lang, todo)?,
        NextAct::Moderate | NextAct::Rule => words(data, lang, todo)?,
        NextAct::KeySheets | NextAct::ReadSheetsAgain | NextAct::SettleSheets | NextAct::CountBox => {
            paper(data, lang, todo)?
        }
        NextAct::Vote | NextAct::Rate | NextAct::Appeal | NextAct::LookAtSheet => return None,
    };
    Some(Todo { act, title, more, due_ms: todo.due_ms, page })
}

/// A title, what stands below it, and the page that does it.
type Told = Option<(String, String, Page)>;

fn title(lang: Lang, words: Option<&yishi_protocol::blob::Words>) -> String {
    words.map_or_else(|| lang.say(key::desk_common::NO_TITLE).to_owned(), |words| lang.pick(words))
}

fn matter(data: &Data, lang: Lang, todo: &course::Todo) -> Told {
    let matter = data.matters.iter().find(|matter| matter.matter == todo.about)?;
    let more = lang.fill(key::desk_queue::homes_back_it_opinions(&matter.supports, &matter.opinions));
    let page = match todo.act {
        NextAct::Dispatch => Page::Dispatch(matter.matter),
        _ => Page::Matter(matter.matter),
    };
    Some((title(lang, matter.title.as_ref()), more, page))
}

fn vote(data: &Data, lang: Lang, todo: &course::Todo) -> Told {
    let current = data.current(todo.about)?;
    let vote = &current.vote;
    let (more, page) = match vote.agenda {
        None => {
            let opens = lang.beginning(vote.notice.opens_ms);
            (lang.fill(key::desk_queue::voting_begins(&opens)), Page::Open(current.notice))
        }
        Some(agenda) => {
            let words = match todo.act {
                NextAct::CloseVote => key::desk_queue::THE_WINDOW_HAS_ENDED,
                _ => key::desk_queue::WITHIN_3_DAYS_OF_THE,
            };
            (lang.say(words).to_owned(), Page::Count(agenda))
        }
    };
    Some((title(lang, Some(&vote.text.title)), more, page))
}

/// The paper of a vote: sheets to be keyed, by how many there are, or its box.
fn paper(data: &Data, lang: Lang, todo: &course::Todo) -> Told {
    let vote = &data.current(todo.about)?.vote;
    let more = match todo.act {
        NextAct::CountBox => lang.say(key::desk_queue::A_SECOND_CLERK_CONFIRMS).to_owned(),
        _ => lang.fill(key::desk_queue::so_many_sheets(&todo.count)),
    };
    Some((title(lang, Some(&vote.text.title)), more, Page::Paper(vote.agenda?)))
}

/// A vote to be ended, by its notice, or one of whose disputes is to be ruled upon, by the dispute.
fn end(data: &Data, lang: Lang, todo: &course::Todo) -> Told {
    let of_this = |current: &&crate::desk::load::Current| {
        current.notice == todo.about
            || current.stated.disputes.iter().any(|dispute| dispute.entry == todo.about)
    };
    let current = data.votes.iter().find(of_this)?;
    let more = match todo.act {
        NextAct::EndVote => lang.say(key::desk_queue::FIFTEEN_DAYS_ARE_OVER).to_owned(),
        _ => String::new(),
    };
    Some((title(lang, Some(&current.vote.text.title)), more, Page::End(current.vote.agenda?)))
}

/// A vote whose roll call is to be drawn or made; it may be final.
fn roll_call(data: &Data, lang: Lang, todo: &course::Todo) -> Told {
    let vote = data.counted.iter().find(|vote| vote.notice == todo.about)?;
    let agenda = vote.agenda?;
    let (more, page) = match todo.act {
        NextAct::Draw => (lang.say(key::desk_queue::BY_TWO_ORGANISATIONS).to_owned(), Page::Draw(agenda)),
        _ => (lang.fill(key::desk_queue::homes_to_ask(&todo.count)), Page::Calls(agenda)),
    };
    Some((title(lang, vote.title.as_ref()), more, page))
}

/// An election that is final, whose elected have no office yet.
fn seat(data: &Data, lang: Lang, todo: &course::Todo) -> Told {
    let vote = data.counted.iter().find(|vote| vote.notice == todo.about)?;
    let more = lang.say(key::desk_queue::ANY_OWNER_MAY_TOO).to_owned();
    Some((title(lang, vote.title.as_ref()), more, Page::Seat(vote.agenda?)))
}

fn work(data: &Data, lang: Lang, todo: &course::Todo) -> Told {
    let work = data.work.iter().find(|work| work.task.task == todo.about)?;
    let more = lang.fill(key::desk_queue::reported(&work.task.percent));
    Some((title(lang, work.title.as_ref()), more, Page::Task(work.matter, work.task.task)))
}

fn questions(data: &Data, lang: Lang, todo: &course::Todo) -> Told {
    let books = data.disclosures.iter().find(|books| books.disclosure == todo.about)?;
    let title = lang.fill(key::desk_queue::about_the_books(&todo.count));
    let more = crate::desk::dates::span(lang, books.from_day.into(), books.to_day.into());
    Some((title, more, Page::Questions))
}

fn words(data: &Data, lang: Lang, todo: &course::Todo) -> Told {
    let (name, _, _) = matter(data, lang, todo)?;
    Some((name, lang.fill(key::desk_queue::so_many_words(&todo.count)), Page::Moderated))
}

fn second(data: &Data, lang: Lang, todo: &course::Todo) -> Told {
    let act = data.waiting.iter().find(|act| act.entry == todo.about)?;
    let more = lang.say(key::desk_queue::TAKES_A_SECOND_PERSON).to_owned();
    Some((act.named(lang), more, Page::People(Tab::Confirm(act.entry))))
}

#[cfg(test)]
mod tests {
    use yishi_protocol::body::Tier;
    use yishi_protocol::course::{CourseStage, Who};
    use yishi_protocol::id::EntryId;
    use yishi_protocol::state::{Standing, Step};
    use yishi_protocol::view::{DisclosureSummary, MatterSummary};

    use super::*;

    fn id(byte: u8) -> EntryId {
        EntryId::from_bytes([byte; 32])
    }

    fn waits(about: EntryId, act: NextAct, count: u32, due_ms: Option<u64>) -> course::Todo {
        course::Todo { about, act, count, due_ms, who: Who::Office }
    }

    fn matter() -> MatterSummary {
        MatterSummary {
            worker: None,
            matter: id(1),
            title: None,
            hidden: false,
            category: None,
            scope: 0,
            raised_ms: 0,
            step: Step::Decide,
            stage: CourseStage::Passed,
            standing: Standing::Open,
            next: None,
            supports: 3,
            opinions: 0,
            over_fen: 0,
            cap_fen: None,
            paid_fen: 0,
            tier: Tier::Grid,
        }
    }

    #[test]
    fn what_waits_has_its_page_and_what_is_not_at_hand_is_left_out() {
        let queue = vec![
            waits(id(1), NextAct::Dispatch, 1, None),
            waits(id(9), NextAct::Answer, 1, None),
            waits(id(1), NextAct::Rate, 1, None),
        ];
        let data = Data { matters: vec![matter()], queue, ..Data::default() };
        let pages: Vec<Page> = todos(&data, Lang::default()).into_iter().map(|row| row.page).collect();
        assert_eq!(pages, [Page::Dispatch(id(1))], "owners mark work on their own first screen");
    }

    #[test]
    fn the_parts_count_what_waits_in_them_and_whether_it_is_late() {
        let books = DisclosureSummary {
            disclosure: id(2),
            from_day: 0,
            to_day: 0,
            received_ms: 0,
            ledgers: vec![],
            lines: 0,
            questions: 5,
            unanswered: 3,
            due_ms: None,
        };
        let queue = vec![waits(id(2), NextAct::Reply, 3, Some(10)), waits(id(4), NextAct::Confirm, 7, None)];
        let data = Data { disclosures: vec![books], queue, ..Data::default() };
        assert_eq!(waiting(&data, &Page::Questions, 10), (3, false));
        assert_eq!(waiting(&data, &Page::Questions, 11), (3, true));
        assert_eq!(waiting(&data, &Page::Queue, 11), (1, true), "what is to be confirmed was not read");
        assert_eq!(waiting(&data, &Page::Tasks, 11), (0, false));
    }
}
