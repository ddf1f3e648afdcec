//! The written mandates that this phone's person gave and holds, each proven.

use yishi_protocol::body::{Body, Kind};
use yishi_protocol::id::PersonId;
use yishi_protocol::projection::Mandate;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::strict_json;
use yishi_protocol::view::{MandateList, Served};

use crate::proofs::session::Session;
use crate::words::trouble::Trouble;

/// Reads what mandates show, and no other kind.
fn of_mandates(kind: Kind, body: &[u8]) -> Result<Body, Rejection> {
    Ok(match kind {
        Kind::Proxy => Body::Proxy(strict_json::read(body)?),
        Kind::RollPage => Body::RollPage(strict_json::read(body)?),
        _ => return Err(Code::UnknownKind.into()),
    })
}

impl Session {
    /// Those of this person, whose key this phone has.
    pub(crate) async fn own_mandates(&mut self, person: &PersonId) -> Result<Vec<Mandate>, Trouble> {
        let key = self.key.clone();
        let answer: Served<MandateList> = self.read("/me/mandates", key.as_ref()).await?;
        let (shown, view) = answer.apart();
        let opened = self.opened(&shown, of_mandates)?;
        Ok(Mandate::all(&opened, &view, person)?)
    }
}
