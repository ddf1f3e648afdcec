//! How notices reach homes: rows of a delivery, and the documents that show them.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Bylaws, Confirm, Delivery, DeliveryGrade, DeliveryRow, DeliverySlip};
use yishi_protocol::bylaws::{Bylaws as Settings, Conformity};
use yishi_protocol::id::{EntryId, NoticeId};
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::rejection::Rejection;

use crate::people::{party, salt};
use crate::story::Story;

/// What somebody says of a home without a date or a document.
pub fn bare(home: &str, grade: DeliveryGrade) -> DeliveryRow {
    DeliveryRow { at_ms: None, evidence: None, grade, party: party(home), tries: Vec::new() }
}

/// The document that shows that a home signed for a notice.
pub fn slip_of(notice: &NoticeId, home: &str) -> Blob {
    let slip = DeliverySlip { scan: leaf_hash(home.as_bytes()), words: Some("本人签收".to_owned()) };
    Blob::delivery(notice, &party(home), salt(&format!("slip of {home}")), &slip)
}

/// A home signed for a notice.
pub fn signed(notice: &NoticeId, home: &str, at_ms: u64) -> (DeliveryRow, Blob) {
    let slip = slip_of(notice, home);
    let row = DeliveryRow {
        at_ms: Some(at_ms),
        evidence: Some(slip.id()),
        ..bare(home, DeliveryGrade::SignedSlip)
    };
    (row, slip)
}

/// Nobody was met there.
pub fn unreachable(home: &str, tries: &[u64]) -> DeliveryRow {
    DeliveryRow { tries: tries.to_vec(), ..bare(home, DeliveryGrade::Unreachable) }
}

/// It was posted after tries in vain.
pub fn posted(home: &str, tries: &[u64], at_ms: u64) -> DeliveryRow {
    DeliveryRow { at_ms: Some(at_ms), tries: tries.to_vec(), ..bare(home, DeliveryGrade::Posted) }
}

/// Says some of that, the homes in their order.
pub fn delivery(notice: &NoticeId, mut rows: Vec<DeliveryRow>) -> Delivery {
    rows.sort_by_key(|row| row.party);
    Delivery { notice: *notice, rows }
}

/// Homes that signed for a notice, with what shows it.
pub fn slips(notice: &NoticeId, homes: &[&str], at_ms: u64) -> (Delivery, Vec<Blob>) {
    let (rows, blobs) = homes.iter().map(|home| signed(notice, home, at_ms)).unzip();
    (delivery(notice, rows), blobs)
}

/// What an owner says of the own home.
pub fn own(notice: &NoticeId, home: &str, grade: DeliveryGrade) -> Delivery {
    delivery(notice, vec![bare(home, grade)])
}

/// The owners' settings come into force by which the silent follow the majority.
///
/// # Errors
/// If the rules refuse it.
pub fn let_the_silent_follow(story: &mut Story, conformity: Conformity) -> Result<(), Rejection> {
    let settings = Settings { conformity, ..Settings::default() };
    let body = Bylaws { decision: None, document: leaf_hash("管理规约".as_bytes()), settings };
    let entry: EntryId = story.say_id("host", body, vec![])?;
    story.say("second root", Confirm { entry }, vec![]).map(drop)
}
