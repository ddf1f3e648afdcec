//! Whether whoever signed an act had the authority for it, held against the founding entry.

use std::cell::RefCell;
use std::collections::BTreeSet;

use yishi_protocol::body::{Body, Kind};
use yishi_protocol::id::EntryId;
use yishi_protocol::projection::{Founded, authority};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::strict_json;
use yishi_protocol::view::{AuthorityView, Served};

use crate::proofs::footing::Footing;
use crate::proofs::session::Session;
use crate::words::trouble::Trouble;

thread_local! {
    /// Acts whose authors had it: what stood before an act never changes.
    static KNOWN: RefCell<BTreeSet<EntryId>> = const { RefCell::new(BTreeSet::new()) };
}

/// That the log shows it of all of them, or the worst of what came of asking, `history` among it.
///
/// # Errors
/// See [`Footing`].
pub(crate) async fn hold_all(
    session: Option<Session>,
    acts: Vec<EntryId>,
    history: Result<(), Trouble>,
) -> Result<(), Trouble> {
    let mut answers = vec![history];
    for act in acts {
        answers.push(hold(session.clone(), act).await);
    }
    Footing::of(answers).answer()
}

/// That the log shows it.
///
/// # Errors
/// `AUTHORITY_UNPROVEN` if it does not; if there is no answer, or it does not hold.
async fn hold(session: Option<Session>, act: EntryId) -> Result<(), Trouble> {
    let mut session = session.ok_or(Trouble::Offline)?;
    let is_shown = is_shown(&mut session, act).await?;
    if is_shown { Ok(()) } else { Err(Trouble::Unproven("AUTHORITY_UNPROVEN".to_owned())) }
}

async fn is_shown(session: &mut Session, act: EntryId) -> Result<bool, Trouble> {
    if KNOWN.with_borrow(|known| known.contains(&act)) {
        return Ok(true);
    }
    let answer: Served<AuthorityView> = session.fetch(&format!("/entries/{act}/authority")).await?;
    let founded = Founded::of(&session.answer, &session.estate, read)?;
    let (shown, view) = answer.apart();
    let opened = session.opened(&shown, read)?;
    if view.act != act {
        return Err(Code::AnswerMismatch.into());
    }
    let is_shown = authority::is_shown(&opened, &view, (&session.estate, &founded.genesis.roots))?;
    if is_shown {
        KNOWN.with_borrow_mut(|known| known.insert(act));
    }
    Ok(is_shown)
}

/// Reads the kinds on which an authority rests, and the acts that are asked about.
fn read(kind: Kind, body: &[u8]) -> Result<Body, Rejection> {
    Ok(match kind {
        Kind::Genesis => Body::Genesis(strict_json::read(body)?),
        Kind::Grant => Body::Grant(strict_json::read(body)?),
        Kind::Codes => Body::Codes(strict_json::read(body)?),
        Kind::Enrol => Body::Enrol(strict_json::read(body)?),
        Kind::EnrolInPerson => Body::EnrolInPerson(strict_json::read(body)?),
        Kind::AddDevice => Body::AddDevice(strict_json::read(body)?),
        Kind::Notice => Body::Notice(strict_json::read(body)?),
        Kind::Open => Body::Open(strict_json::read(body)?),
        Kind::Tally => Body::Tally(strict_json::read(body)?),
        Kind::Nominate => Body::Nominate(strict_json::read(body)?),
        Kind::Seat => Body::Seat(strict_json::read(body)?),
        Kind::Final => Body::Final(strict_json::read(body)?),
        Kind::RuleDispute => Body::RuleDispute(strict_json::read(body)?),
        Kind::Extend => Body::Extend(strict_json::read(body)?),
        Kind::Withdraw => Body::Withdraw(strict_json::read(body)?),
        _ => return Err(Code::UnknownKind.into()),
    })
}
