//! What phones load when it is needed: each function below, with all that only it and its chunk need, is a file of its own.
//!
//! ```text
//! main ───────── opening, the first screen's top, trouble
//!  ├─ vote ───── the questions of a ballot                    asked for as soon as the first screen stands
//!  ├─ estate ─── the first screen's lists, every screen's foot  likewise, after it
//!  ├─ people ─── a ballot's review and receipt, letters, whose authority is behind a vote
//!  │                                                          likewise where a ballot waits, else when one is opened
//!  ├─ mine ───── phones, mandates, receipts, sheets of paper      when one is opened
//!  └─ more ───── matters, their work, books, results          likewise
//! ```
//! What several of them need lies in files between them, one for each set that shares anything: five parts have 19 of these.
//!
//! `xtask` splits the built module (feature `split`); without it, as at the desk and in tests, all is there at once.

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use yishi_protocol::id::EntryId;

use crate::draw::{Draw, View};
use crate::home::{help, lists};
use crate::kit::mine as ballots;
use crate::live::Live;
use crate::people::{arrive, enrol, join, mine, own_paper, phones, proxies, represent, settle, slip};
use crate::proofs::authority;
use crate::proofs::outbox::Outgoing;
use crate::shell::app::{Above, App, Ballot, Doing};
use crate::shell::screen::{Goal, Screen};
use crate::shell::trail::Step;
use crate::steps::decide::{candidates, counted, plan, result, review, vote, waiting, weight};
use crate::steps::disclose::{ask, books, line};
use crate::steps::evaluate::rate;
use crate::steps::matter;
use crate::steps::propose::raise;
use crate::words::trouble::Trouble;
use crate::words::{key, refusals};

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for Trouble {
    /// Without a network nothing is loaded; with one, the server has been updated under this page and has other files now.
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        let online = web_sys::window().is_some_and(|window| window.navigator().on_line());
        if online { Trouble::Outdated } else { Trouble::Offline }
    }
}

type Drawn = Result<View, Trouble>;

/// What the part of all that is opened less often draws.
enum More {
    Screen(Screen),
    /// Why a home counts as it does, within a ballot.
    Why(Ballot, Live<Option<u64>>),
}

/// What a chunk draws, and the function that loads the chunk.
macro_rules! drawn {
    ($chunk:ident, $load:ident, fn $name:ident($($given:ident: $type:ty),+) $body:block) => {
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($chunk, wasm_split_path = ::leptos::wasm_split, fallible, preload($load))]
        fn $name($($given: $type),+) -> Drawn $body

        #[cfg(not(feature = "split"))]
        async fn $name($($given: $type),+) -> Drawn $body

        #[cfg(not(feature = "split"))]
        async fn $load() -> Result<(), Trouble> { Ok(()) }
    };
}

/// What a chunk does, once it is loaded.
macro_rules! done {
    ($chunk:ident, fn $name:ident($($given:ident: $type:ty),+) $body:block) => {
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($chunk, wasm_split_path = ::leptos::wasm_split, fallible,
            return_wrapper(let future = _; { future.await } -> Result<(), Trouble>))]
        pub(crate) fn $name($($given: $type),+) -> Doing $body

        #[cfg(not(feature = "split"))]
        pub(crate) async fn $name($($given: $type),+) -> Result<(), Trouble> {
            let future: Doing = $body;
            future.await
        }
    };
}

drawn!(
    vote,
    load_vote,
    fn vote_screen(app: App, screen: Screen) {
        Ok(match screen {
            Screen::Vote(item) => vote::screen(app, item),
            _ => return Err(Trouble::Outdated),
        })
    }
);

drawn!(
    people,
    load_people,
    fn people_screen(app: App, screen: Screen) {
        Ok(match screen {
            Screen::Enrol(code) => enrol::screen(app, code),
            Screen::Review => review::screen(app),
            Screen::Counted(receipt) => counted::screen(app, receipt),
            Screen::Waiting(cast, signed_ms) => waiting::screen(app, &cast, signed_ms),
            _ => return Err(Trouble::Outdated),
        })
    }
);

drawn!(
    mine,
    load_mine,
    fn mine_screen(app: App, screen: Screen) {
        Ok(match screen {
            Screen::Voter(party) => represent::screen(app, party),
            Screen::Proxies(to) => proxies::screen(app, to),
            Screen::Mine => mine::screen(app),
            Screen::Slip(checked) => slip::screen(app, &checked),
            Screen::Papers(papers) => own_paper::screen(app, &papers),
            Screen::Stub(agenda, sheet, stub) => own_paper::stub(app, (agenda, sheet), stub.as_deref()),
            Screen::Settle(histories) => settle::screen(app, &histories),
            Screen::Phones => phones::list(app),
            Screen::AddPhone(request) => phones::add(app, request),
            Screen::StopPhone(device) => phones::stop(app, device),
            Screen::Join(ask) => join::screen(app, ask),
            Screen::Joining(request) => join::request(app, &request),
            _ => return Err(Trouble::Outdated),
        })
    }
);

drawn!(
    more,
    load_more,
    fn more_part(app: App, what: More) {
        let screen = match what {
            More::Screen(screen) => screen,
            More::Why(of, proven) => return Ok(weight::why(app, of, proven)),
        };
        Ok(match screen {
            Screen::Result(vote, stated) => result::screen(app, &vote, &stated),
            Screen::Plan(vote) => plan::screen(app, &vote),
            Screen::Matters => lists::screen(app),
            Screen::Matter => matter::screen(app),
            Screen::Rate => rate::screen(app),
            Screen::Candidates(standing) => candidates::screen(app, &standing),
            Screen::Raise => raise::screen(app),
            Screen::Books => books::screen(app),
            Screen::Line(line) => line::screen(app, line),
            Screen::Ask(line) => ask::screen(app, line),
            _ => return Err(Trouble::Outdated),
        })
    }
);

drawn!(
    estate,
    load_estate,
    fn estate_part(app: App, foot: bool) {
        refusals::bring_in(key::refusal);
        // One function for both, since each names the whole part once more.
        Ok(if foot { help::foot(app).draw() } else { lists::all(app) })
    }
);

done!(
    people,
    fn send(app: App, quiet: bool) {
        Box::pin(async move {
            // What was signed names the history that it was signed on, which no other can take; so where the proof is kept back
            // it goes out all the same, and no server keeps a ballot by that until the vote is over.
            if let Err(split @ Trouble::Split(_)) = app.hold_history().await {
                return Err(split);
            }
            waiting::send(app, quiet).await
        })
    }
);

done!(
    estate,
    fn bring_refusals(_nothing: ()) {
        Box::pin(async {
            refusals::bring_in(key::refusal);
            Ok(())
        })
    }
);

done!(
    vote,
    fn hold_history(app: App) {
        Box::pin(app.hold_history())
    }
);

done!(
    more,
    fn resend(app: App, outgoing: Outgoing) {
        Box::pin(app.resend_now(outgoing))
    }
);

done!(
    more,
    fn open_now(app: App, address: String, step: Step) {
        Box::pin(app.open_now(address, step))
    }
);

done!(
    mine,
    fn reach_mine(app: App, goal: Goal, step: Step) {
        Box::pin(read_mine(app, goal, step))
    }
);

done!(
    more,
    fn reach_more(app: App, goal: Goal, step: Step) {
        Box::pin(read_more(app, goal, step))
    }
);

done!(
    people,
    fn arrive_now(app: App, arrival: String) {
        Box::pin(arrive::arrive(app, arrival))
    }
);

done!(
    people,
    fn finish_now(app: App) {
        Box::pin(arrive::finish(app))
    }
);

done!(
    people,
    fn hold_authors(app: App, acts: Vec<EntryId>, history: Result<(), Trouble>) {
        Box::pin(authority::hold_all(app.session.get_untracked(), acts, history))
    }
);

async fn read_mine(app: App, goal: Goal, step: Step) -> Result<(), Trouble> {
    match goal {
        Goal::Receipt(entry) => slip::reach(app, entry, step).await,
        Goal::Settle => settle::reach(app, step).await,
        Goal::Papers => own_paper::reach(app, step).await,
        Goal::Sheet(agenda, sheet) => own_paper::reach_stub(app, (agenda, sheet), step).await,
        _ => app.reach_people(goal, step).await,
    }
}

async fn read_more(app: App, goal: Goal, step: Step) -> Result<(), Trouble> {
    match goal {
        Goal::Matter(id) => app.reach_matter(id, false, step).await,
        Goal::Rate(id) => app.reach_matter(id, true, step).await,
        Goal::Candidates(id) => candidates::reach(app, id, step).await,
        Goal::Books(id, line) => app.reach_books(id, line, step).await,
        Goal::Vote(id) => plan::reach(app, id, step).await,
        _ => Ok(()),
    }
}

done!(
    estate,
    fn read_lists(app: App) {
        Box::pin(async move {
            refusals::bring_in(key::refusal);
            // What a ballot stands on is asked for before its voter comes to it, who may have no network by then.
            for mine in ballots::mine(app).iter().filter(|mine| mine.waits()) {
                app.hold_authors(vec![mine.vote.id, mine.agenda], |_| {});
            }
            app.read_lists_now().await
        })
    }
);

/// Has the words of refusals come.
pub(crate) fn words_of_refusals() -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async { drop(bring_refusals(()).await) })
}

/// Which chunk a screen lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chunk {
    Main,
    Vote,
    People,
    Mine,
    More,
}

impl Chunk {
    const fn of(screen: &Screen) -> Self {
        match screen {
            Screen::Opening | Screen::Home | Screen::Trouble(_) => Self::Main,
            Screen::Vote(_) => Self::Vote,
            Screen::Result(..)
            | Screen::Plan(_)
            | Screen::Matters
            | Screen::Matter
            | Screen::Rate
            | Screen::Candidates(_)
            | Screen::Raise
            | Screen::Books
            | Screen::Line(_)
            | Screen::Ask(_) => Self::More,
            Screen::Enrol(_) | Screen::Review | Screen::Counted(_) | Screen::Waiting(..) => Self::People,
            _ => Self::Mine,
        }
    }
}

/// What lies below may ask for.
pub(crate) const ABOVE: Above = Above {
    follows: true,
    load: |screen| Box::pin(load(Chunk::of(screen))),
    lists: |app| estate(app, false),
    foot: |app| estate(app, true),
    prepare: |app| Box::pin(prepare(app)),
    reach: |app, goal, step| Box::pin(reach(app, goal, step)),
    open: |app, address, step| Box::pin(async move { open_now(app, address, step).await }),
    send: |app, quiet| Box::pin(async move { send(app, quiet).await }),
    arrive: |app, arrival| Box::pin(async move { arrive_now(app, arrival).await }),
    finish: |app| Box::pin(async move { finish_now(app).await }),
    why: |app, of, proven| more(app, More::Why(of, proven)),
    hold_authors: |app, acts, history| Box::pin(async move { hold_authors(app, acts, history).await }),
    resend: |app, outgoing| Box::pin(async move { resend(app, outgoing).await }),
};

/// Loads what a screen needs.
async fn load(chunk: Chunk) -> Result<(), Trouble> {
    match chunk {
        Chunk::Main => Ok(()),
        Chunk::Vote => Ok(load_vote().await?),
        Chunk::People => Ok(load_people().await?),
        Chunk::Mine => Ok(load_mine().await?),
        Chunk::More => Ok(load_more().await?),
    }
}

/// Loads what is likely to be needed next, a ballot first, holds the log against what this phone has seen of it, and reads the
/// lists. What cannot be had is asked for again when it is needed.
async fn prepare(app: App) -> Result<(), Trouble> {
    drop(load_vote().await);
    if let Err(split @ Trouble::Split(_)) = hold_history(app).await {
        return Err(split);
    }
    drop(load_estate().await);
    read_lists(app).await?;
    Ok(())
}

/// What reads a thing lies with the screens that show it.
async fn reach(app: App, goal: Goal, step: Step) -> Result<(), Trouble> {
    match goal {
        Goal::Matter(_) | Goal::Rate(_) | Goal::Candidates(_) | Goal::Books(..) | Goal::Vote(_) => {
            reach_more(app, goal, step).await
        }
        Goal::Raised => Ok(()),
        _ => reach_mine(app, goal, step).await,
    }
}

/// What a future gives without waiting.
fn now<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

/// A screen whose chunk is there; none of another.
pub(crate) fn show(app: App, screen: Screen) -> Option<View> {
    let drawn = match Chunk::of(&screen) {
        Chunk::Main => None,
        Chunk::Vote => now(vote_screen(app, screen)),
        Chunk::People => now(people_screen(app, screen)),
        Chunk::Mine => now(mine_screen(app, screen)),
        Chunk::More => return more(app, More::Screen(screen)),
    };
    drawn?.ok()
}

// Each of these asks its part in one place: every other one is compiled for itself.

fn more(app: App, what: More) -> Option<View> {
    now(more_part(app, what))?.ok()
}

fn estate(app: App, foot: bool) -> Option<View> {
    now(estate_part(app, foot))?.ok()
}
