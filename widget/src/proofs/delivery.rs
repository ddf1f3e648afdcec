//! How a notice reached homes: what stands for one's own, proven, and figures that are the server's word.

use yishi_protocol::body::{Body, Kind};
use yishi_protocol::id::NoticeId;
use yishi_protocol::projection::Delivered;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::strict_json;
use yishi_protocol::view::{DeliveryView, Served};

use crate::proofs::session::Session;
use crate::words::trouble::Trouble;

impl Session {
    /// How a notice reached homes.
    pub(crate) async fn delivered(&mut self, notice: &NoticeId) -> Result<Delivered, Trouble> {
        let answer: Served<DeliveryView> = self.fetch(&format!("/agendas/{notice}/delivery")).await?;
        let (shown, view) = answer.apart();
        let opened = self.opened(&shown, of_deliveries)?;
        Ok(Delivered::of(&opened, view, notice)?)
    }
}

fn of_deliveries(kind: Kind, body: &[u8]) -> Result<Body, Rejection> {
    match kind {
        Kind::Delivery => Ok(Body::Delivery(strict_json::read(body)?)),
        _ => Err(Code::UnknownKind.into()),
    }
}
