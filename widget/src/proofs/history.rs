//! One history: what this phone has seen of the log, it sees again at each visit, or says so and signs nothing.
//!
//! A server can show one log to a phone today and another tomorrow, each signed by its key. So the phone keeps the newest head
//! that it has seen, and that of each receipt since, and asks for proof that what is shown now only adds to them (RFC 6962,
//! 2.1.2).

use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::wire::Consistency;

use crate::proofs::session::{Session, get};
use crate::proofs::vault;
use crate::words::trouble::Trouble;

/// Holds the log that is shown against each head that was kept, then keeps the newest in their place.
///
/// # Errors
/// [`Trouble::Split`] with both notes, which prove it to anybody.
pub(crate) async fn hold(session: &mut Session) -> Result<(), Trouble> {
    // A browser that keeps nothing has nothing to hold against.
    let Ok(kept) = vault::heads(&session.estate).await else { return Ok(()) };
    let shown = session.answer.checkpoint.clone();
    let mut newest = shown.clone();
    for note in kept.iter().filter(|note| **note != shown) {
        // What the log's key has not signed is no head of it, whoever put it there.
        let Ok(older) = Checkpoint::open(note, &session.estate, &session.log_key) else { continue };
        newest = adds_to(session, note, &older).await?;
    }
    vault::keep_head(&session.estate, &newest, &kept).await.unwrap_or_default();
    Ok(())
}

/// Asks for proof that the log, as it is shown, begins with an older head; answers its newest note.
///
/// # Errors
/// See [`hold`].
pub(super) async fn adds_to(
    session: &mut Session,
    note: &str,
    older: &Checkpoint,
) -> Result<String, Trouble> {
    let split = |shown: &str| Trouble::Split(format!("{note}\n{shown}"));
    let asked = get(&format!("{}/checkpoint?since={}", session.base, older.size), None).await;
    let (answer, _): (Consistency, u64) = match asked {
        Ok(answer) => answer,
        // Its log is shorter than what this phone has seen of it.
        Err(Trouble::Refused(_)) => return Err(split(&session.answer.checkpoint)),
        Err(trouble) => return Err(trouble),
    };
    let opened = answer.open(older, &session.log_key).map_err(|_| split(&answer.checkpoint))?;
    session.learn_of(opened)?;
    Ok(answer.checkpoint)
}

/// Keeps the head of a receipt beside what is kept.
pub(crate) async fn keep(session: &Session, note: &str) {
    // Where a browser keeps nothing there is nothing signed either.
    vault::keep_head(&session.estate, note, &[]).await.unwrap_or_default();
}
