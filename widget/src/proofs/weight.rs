//! What my homes count for in a vote, proven by the roll of its notice.

use yishi_protocol::body::{Body, Kind};
use yishi_protocol::id::{NoticeId, PersonId};
use yishi_protocol::projection::Weights;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::strict_json;
use yishi_protocol::view::{Served, WeightView};

use crate::proofs::session::Session;
use crate::words::trouble::Trouble;

/// Reads a notice and rolls, and no other kind.
fn of_rolls(kind: Kind, body: &[u8]) -> Result<Body, Rejection> {
    Ok(match kind {
        Kind::Notice => Body::Notice(strict_json::read(body)?),
        Kind::Roll => Body::Roll(strict_json::read(body)?),
        Kind::RollChange => Body::RollChange(strict_json::read(body)?),
        Kind::RollPage => Body::RollPage(strict_json::read(body)?),
        _ => return Err(Code::UnknownKind.into()),
    })
}

/// Asks for it, for a person.
pub(crate) async fn read(
    session: &mut Session,
    person: &PersonId,
    notice: NoticeId,
) -> Result<Weights, Trouble> {
    let (path, key) = (format!("/agendas/{notice}/weight"), session.key.clone());
    let mut answer: Result<Served<WeightView>, Trouble> = session.read(&path, key.as_ref()).await;
    if matches!(&answer, Err(Trouble::Refused(refusal)) if refusal.code == "PASS_EXPIRED") {
        // The page was left alone longer than a pass lives; any answer brings the server's clock.
        session.votes().await?;
        answer = session.read(&path, key.as_ref()).await;
    }
    let (shown, view) = answer?.apart();
    Ok(Weights::of(&session.opened(&shown, of_rolls)?, &view, &notice, person)?)
}
