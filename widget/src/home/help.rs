//! The foot of every screen: whom to ring or visit for paper, or without a smartphone. It is loaded with the lists of the first
//! screen, and is nothing where no organisation has said where it is found.

use std::sync::{Arc, Mutex, PoisonError};

use yishi_protocol::calendar::local_day;
use yishi_protocol::projection::{Help, Vote};
use yishi_protocol::state::Stage;
use yishi_protocol::view::{EstateView, Served};

use crate::draw::{View, view};
use crate::kit::icons::icon;
use crate::kit::parts::alert;
use crate::kit::tell::pick;
use crate::proofs::help;
use crate::proofs::session::Session;
use crate::shell::app::App;
use crate::words::key;
use crate::words::trouble::Trouble;

const TELEPHONE: &str =
    "M7 3.5 4.5 6c0 7 6.5 13.5 13.5 13.5l2.5-2.5-4-3.5-2.3 1.8a12 12 0 0 1-5.5-5.5L10.5 7.5z";

type Proven = Result<Vec<Help>, Trouble>;

/// What was proven last, and of which answer: a signature is checked once, not for each screen.
static PROVEN: Mutex<Option<(Arc<Served<EstateView>>, Proven)>> = Mutex::new(None);

fn lines(session: &Session) -> Proven {
    let mut known = PROVEN.lock().unwrap_or_else(PoisonError::into_inner);
    match &*known {
        Some((answer, proven)) if Arc::ptr_eq(answer, &session.answer) => proven.clone(),
        _ => {
            let proven = help::proven(session, &session.answer);
            *known = Some((Arc::clone(&session.answer), proven.clone()));
            proven
        }
    }
}

/// Whom to ring, the committee first and everybody else behind a fold.
pub(crate) fn foot(app: App) -> Option<View> {
    let session = app.session.get_untracked()?;
    let lines = match lines(&session) {
        Ok(lines) => lines,
        Err(trouble) => {
            let (what, todo) = app.lang.get_untracked().trouble(&trouble);
            return Some(alert(what, todo));
        }
    };
    let (first, others) = lines.split_first()?;
    let number = others.len();
    let more = (number > 0).then(|| {
        let others: Vec<View> = others.iter().map(|help| line(app, help)).collect();
        let words = app.fill(key::help::others(&number));
        view! { <details class="ys-twin"><summary>{words}</summary>{others}</details> }
    });
    Some(
        view! { <aside class="ys-help" aria-label=app.say(key::help::TITLE)>{line(app, first)}{more}</aside> },
    )
}

/// Where somebody votes on paper, folded below the ballots that wait: at the first of whom to ring. Nothing where nobody has said
/// where they are found.
pub(crate) fn paper(app: App) -> Option<View> {
    let session = app.session.get_untracked()?;
    let lines = lines(&session).ok()?;
    let first = line(app, lines.first()?);
    let words = app.say(key::help::VOTE_ON_PAPER);
    Some(
        view! { <details class="ys-twin ys-q"><summary>{words}</summary><div class="ys-help">{first}</div></details> },
    )
}

/// On the last day of a vote: what closes when, and where whoever has no phone turns until then.
pub(crate) fn last_day(app: App) -> Option<View> {
    let now_ms = app.now_ms.get_untracked();
    let closing = app.votes.with_untracked(|votes| {
        let closes = |vote: &Vote| vote.closes_ms().saturating_sub(1);
        let mut open = votes.iter().filter(|vote| vote.stage == Some(Stage::Voting));
        open.find(|vote| now_ms < vote.closes_ms() && local_day(closes(vote)) == local_day(now_ms)).cloned()
    })?;
    let session = app.session.get_untracked()?;
    let known = lines(&session).ok()?;
    let text = &known.first()?.text;
    let title = pick(app, &closing.text.title);
    let deadline = app.lang.get_untracked().deadline(closing.closes_ms());
    let (place, hours) = (pick(app, &text.place), pick(app, &text.hours));
    let words = app.fill(key::help::last_day(&title, &deadline, &place, &hours));
    let number = format!("tel:{}", text.dialled());
    let call = app.fill(key::help::call(&text.telephone));
    Some(
        view! { <aside class="ys-help"><p>{words}</p> <a href=number>{icon(TELEPHONE, "")}{call}</a></aside> },
    )
}

/// One organisation: what for, whom, where and when, and its number, which a finger finds.
fn line(app: App, help: &Help) -> View {
    let text = &help.text;
    let name = help.name.as_ref().map(|name| pick(app, name));
    let name = name.unwrap_or_else(|| app.say(key::help::THE_DESK).to_owned());
    let (purpose, place, hours) = (pick(app, &text.purpose), pick(app, &text.place), pick(app, &text.hours));
    let words = app.fill(key::help::find(&purpose, &name, &place, &hours));
    let call = app.fill(key::help::call(&text.telephone));
    let number = format!("tel:{}", text.dialled());
    view! { <p>{words}</p> <a href=number>{icon(TELEPHONE, "")}{call}</a> }
}
