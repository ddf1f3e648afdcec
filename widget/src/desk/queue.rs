//! The queue: all that waits for me, by its date.

use crate::words::key;
use yishi_protocol::body::Capability;
use yishi_protocol::bylaws::Bylaws;
use yishi_protocol::calendar::{DAY_MS, days_late};
use yishi_protocol::course::NextAct;
use yishi_protocol::plan::RESULT_DAYS;
use yishi_protocol::state::Stage;
use yishi_words::Word;

use crate::desk::load::{Current, Data};
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
    match part {
        Page::Queue => {
            let todos = todos(data, Lang::default(), now_ms);
            let late =
                todos.iter().any(|todo| todo.due_ms.is_some_and(|due_ms| days_late(due_ms, now_ms) > 0));
            (todos.len(), late)
        }
        Page::People(_) => (data.waiting.iter().filter(|act| act.yours).count(), false),
        Page::Tasks => (data.work.len(), data.work.iter().any(|work| work.task.is_late(now_ms))),
        Page::Questions => {
            let open = data.disclosures.iter().map(|books| books.unanswered).sum::<u32>();
            let late = data
                .disclosures
                .iter()
                .filter_map(|books| books.due_ms)
                .any(|due_ms| days_late(due_ms, now_ms) > 0);
            (usize::try_from(open).unwrap_or(usize::MAX), late)
        }
        _ => (0, false),
    }
}

/// Whether a noticed vote can be opened now.
pub(crate) fn may_open(current: &Current, settings: &Bylaws, now_ms: u64) -> bool {
    yishi_protocol::apply::may_open(&current.vote.notice, settings, now_ms).is_ok()
}

pub(crate) fn todos(data: &Data, lang: Lang, now_ms: u64) -> Vec<Todo> {
    let may = |capability| data.caps.contains(&capability);
    let words = |words: Option<&yishi_protocol::blob::Words>| {
        let Some(words) = words else { return lang.say(key::desk_common::NO_TITLE).to_owned() };
        lang.pick(words)
    };
    let mut todos = Vec::new();
    for act in data.waiting.iter().filter(|act| act.yours) {
        todos.push(Todo {
            act: key::desk_common::CONFIRM,
            title: act.named(lang),
            more: lang.say(key::desk_queue::TAKES_A_SECOND_PERSON).to_owned(),
            due_ms: act.lapses_ms,
            page: Page::People(Tab::Confirm(act.entry)),
        });
    }
    for matter in &data.matters {
        let Some(next) = &matter.next else { continue };
        let may = |capability| {
            may(capability) && data.reaches(capability, (matter.scope, matter.category, matter.tier))
        };
        let act = match next.act {
            NextAct::Answer if may(Capability::Answer) => key::common::ANSWER,
            NextAct::Discuss if may(Capability::Notice) || may(Capability::Dispatch) => {
                key::desk_queue::PUT_TO_THE_VOTE_OR
            }
            NextAct::NoticeAgain if may(Capability::Notice) => key::desk_queue::NOTICE_AGAIN,
            NextAct::Dispatch if may(Capability::Dispatch) => key::desk_queue::GIVE_OUT,
            NextAct::CloseMatter if may(Capability::Answer) => key::desk_common::CLOSE,
            _ => continue,
        };
        let more = lang.fill(key::desk_queue::homes_back_it_opinions(&matter.supports, &matter.opinions));
        let page = match next.act {
            NextAct::Dispatch => Page::Dispatch(matter.matter),
            _ => Page::Matter(matter.matter),
        };
        todos.push(Todo { act, title: words(matter.title.as_ref()), more, due_ms: next.due_ms, page });
    }
    for current in &data.votes {
        let (notice, vote) = (&current.vote.notice, &current.vote);
        let (act, more, due_ms, page) = match (vote.agenda, vote.stage) {
            (None, _) if may(Capability::Open) && may_open(current, &data.settings, now_ms) => (
                key::desk_queue::FREEZE_THE_ROLL,
                lang.fill(key::desk_queue::voting_begins(&lang.beginning(notice.opens_ms))),
                notice.opens_ms,
                Page::Open(current.notice),
            ),
            (Some(agenda), Some(Stage::Counting)) if may(Capability::Close) => (
                key::desk_queue::CLOSE,
                lang.say(key::desk_queue::THE_WINDOW_HAS_ENDED).to_owned(),
                notice.closes_ms + RESULT_DAYS * DAY_MS,
                Page::Count(agenda),
            ),
            (Some(agenda), Some(Stage::Closed)) if may(Capability::Tally) => (
                key::desk_queue::STATE_THE_RESULT,
                lang.say(key::desk_queue::WITHIN_3_DAYS_OF_THE).to_owned(),
                notice.closes_ms + RESULT_DAYS * DAY_MS,
                Page::Count(agenda),
            ),
            _ => continue,
        };
        todos.push(Todo { act, title: words(Some(&vote.text.title)), more, due_ms: Some(due_ms), page });
    }
    for work in &data.work {
        let percent = work.task.percent;
        let more = lang.fill(key::desk_queue::reported(&percent));
        todos.push(Todo {
            act: key::desk_queue::FINISH,
            title: words(work.title.as_ref()),
            more,
            due_ms: Some(work.task.due_ms),
            page: Page::Task(work.matter, work.task.task),
        });
    }
    if may(Capability::Disclosure) {
        for books in data.disclosures.iter().filter(|books| books.unanswered > 0) {
            let count = books.unanswered;
            todos.push(Todo {
                act: key::desk_queue::ANSWER_QUESTIONS,
                title: lang.fill(key::desk_queue::about_the_books(&count)),
                more: crate::desk::dates::span(lang, books.from_day.into(), books.to_day.into()),
                due_ms: books.due_ms,
                page: Page::Questions,
            });
        }
    }
    todos.sort_by_key(|todo| todo.due_ms.unwrap_or(u64::MAX));
    todos
}
