//! Where organisations are found and rung, believed only as far as it is proven.

use yishi_protocol::body::{Body, Kind};
use yishi_protocol::projection::Help;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::strict_json;
use yishi_protocol::view::{EstateView, Served};

use crate::proofs::session::Session;
use crate::words::trouble::Trouble;

/// What an estate's answer proves, the committee's first.
pub(crate) fn proven(session: &Session, answer: &Served<EstateView>) -> Result<Vec<Help>, Trouble> {
    let opened = answer.open((&session.estate, &session.log_key), of_help)?;
    Ok(Help::all(&opened, &answer.stated)?)
}

impl Session {
    /// What stands now.
    pub(crate) async fn help(&mut self) -> Result<Vec<Help>, Trouble> {
        let answer: Served<EstateView> = self.fetch("").await?;
        proven(self, &answer)
    }
}

/// Reads the kinds on which lines rest, and no other.
fn of_help(kind: Kind, body: &[u8]) -> Result<Body, Rejection> {
    Ok(match kind {
        Kind::HelpLine => Body::HelpLine(strict_json::read(body)?),
        Kind::Confirm => Body::Confirm(strict_json::read(body)?),
        Kind::OrgUnit => Body::OrgUnit(strict_json::read(body)?),
        _ => return Err(Code::UnknownKind.into()),
    })
}
