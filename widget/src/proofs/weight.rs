//! What my homes count for in a vote, proven by the roll of its notice.

use yishi_protocol::body::{Body, Kind};
use yishi_protocol::id::NoticeId;
use yishi_protocol::projection::Weights;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::strict_json;
use yishi_protocol::view::{Served, WeightView};

use crate::shell::app::App;
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

/// Asks for it.
pub(crate) async fn read(app: App, notice: NoticeId) -> Result<Weights, Trouble> {
    let person = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person));
    let (Some(mut session), Some(person)) = (app.session.get_untracked(), person) else {
        return Err(Trouble::Offline);
    };
    let (path, key) = (format!("/agendas/{notice}/weight"), session.key.clone());
    let mut answer: Result<Served<WeightView>, Trouble> = session.read(&path, key.as_ref()).await;
    if matches!(&answer, Err(Trouble::Refused(refusal)) if refusal.code == "PASS_EXPIRED") {
        // The page was left alone longer than a pass lives; any answer brings the server's clock.
        session.votes().await?;
        answer = session.read(&path, key.as_ref()).await;
    }
    let (shown, view) = answer?.apart();
    let weights = Weights::of(&session.opened(&shown, of_rolls)?, &view, &notice, &person)?;
    app.session.update(|now| now.iter_mut().for_each(|now| now.learn(&session)));
    Ok(weights)
}
