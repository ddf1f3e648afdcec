//! A roll call: who would choose whom it asks, and who would write down what nobody said.

use yishi_protocol::body::{Access, CallAnswer, Confirm, Draw, RollCall};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::{EntryId, PartyId};
use yishi_protocol::rejection::Code;

use super::{Telling, Told};
use crate::calls::{call, draw, uncalled};
use crate::people::party;

/// Before the totals are stated nobody knows whom to draw.
pub(super) fn too_early(telling: &mut Telling, agenda: EntryId) -> Told<()> {
    let early = draw(&telling.story, agenda, &[3, 9, 27]);
    telling.refuse(Code::NotToDraw, "homes are drawn before the count", "host", early, vec![])
}

/// A notice that names no lottery.
pub(super) fn without(telling: &mut Telling, agenda: EntryId) -> Told<()> {
    let none = Draw { drawn_ms: telling.story.now_ms, ..draw(&telling.story, agenda, &[3]) };
    telling.refuse(
        Code::LotteryMissing,
        "homes are drawn by a lottery of the host's choice",
        "host",
        none,
        vec![],
    )
}

/// Homes are drawn, and chen calls for the supervisors.
pub(super) fn called(telling: &mut Telling, agenda: EntryId) -> Told<()> {
    telling.story.now_ms += DAY_MS;
    let ask = call(agenda, party("wang"), CallAnswer::Confirmed);
    telling.refuse(Code::NotDrawn, "wang is called though nobody was drawn", "chen", ask, vec![])?;
    let good = draw(&telling.story, agenda, &[3, 9, 27]);
    telling.refuse(Code::MissingCapability, "an owner draws", "wang", good.clone(), vec![])?;
    let stated_ms = good.drawn_ms - 1;
    for (note, body) in [
        ("numbers of before the totals", Draw { drawn_ms: stated_ms, ..good.clone() }),
        ("numbers of tomorrow", Draw { drawn_ms: telling.story.now_ms + 1, ..good.clone() }),
        ("no numbers", Draw { numbers: vec![], ..good.clone() }),
        ("a number that no lottery has", Draw { numbers: vec![100_000], ..good.clone() }),
        ("of no issue", Draw { issue: String::new(), ..good.clone() }),
        ("with a margin too many", Draw { margins: vec![Some(1), Some(1)], ..good.clone() }),
    ] {
        telling.refuse(Code::DrawInvalid, note, "host", body, vec![])?;
    }
    let far = Draw { margins: vec![Some(500)], ..good.clone() };
    telling.refuse(Code::MarginMismatch, "as if the result were a clear one", "host", far, vec![])?;
    let entry = telling.say("the host enters the numbers", "host", good.clone(), vec![])?.entry.id();
    telling.refuse(Code::OwnAct, "and stands behind them", "host", Confirm { entry }, vec![])?;
    telling.say("the second root looked them up as well", "second root", Confirm { entry }, vec![])?;
    telling.refuse(Code::AlreadyDrawn, "they are drawn once", "host", good, vec![])?;

    let next = next(telling, agenda);
    let ask = call(agenda, next, CallAnswer::NotReached);
    telling.refuse(Code::MissingCapability, "an owner calls", "wang", ask.clone(), vec![])?;
    telling.refuse(Code::MissingCapability, "chen has not asked for it", "chen", ask.clone(), vec![])?;
    telling.say("the supervisor asks for the evidence", "chen", Access { agenda }, vec![])?;
    let nobody = RollCall { party: party("zhou"), ..ask.clone() };
    telling.refuse(Code::NotDrawn, "somebody who was not drawn", "chen", nobody, vec![])?;
    telling.say("nobody answers the telephone", "chen", ask, vec![])?;
    let found = call(agenda, next, CallAnswer::Confirmed);
    telling.say("the home confirms its ballot", "chen", found, vec![])?;
    let other = call(agenda, next, CallAnswer::Denied);
    telling.refuse(Code::AlreadyCalled, "and is made to deny it", "chen", other, vec![])
}

/// After thirty days nothing more is noted.
pub(super) fn too_late(telling: &mut Telling, agenda: EntryId) -> Told<()> {
    let next = next(telling, agenda);
    let late = call(agenda, next, CallAnswer::Denied);
    telling.refuse(Code::CallsOver, "a home denies its ballot months later", "chen", late, vec![])
}

fn next(telling: &Telling, agenda: EntryId) -> PartyId {
    let agenda = telling.story.log.state().agenda(&agenda);
    agenda.and_then(|agenda| uncalled(agenda, "chen")).unwrap_or_else(|| party("wang"))
}
