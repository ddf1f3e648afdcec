//! How a notice reached homes: what an owner and the desk say of them, and who would say it in another's place.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Delivery, DeliveryGrade, DeliveryRow, DeliverySlip};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::{EntryId, Hash};
use yishi_protocol::rejection::Code;

use super::{Telling, Told};
use crate::deliveries::{bare, delivery, own, posted, signed, slip_of, slips, unreachable};
use crate::people::{party, salt};

/// Told within the window of a vote.
pub(super) fn tell(telling: &mut Telling, agenda: EntryId) -> Told<()> {
    let opened = telling.story.log.state().agenda(&agenda);
    let notice = opened.map_or(EntryId::ZERO, |agenda| agenda.notice);
    desk(telling, notice)?;
    slips_that_show_nothing(telling, notice)?;
    owners(telling, notice)
}

/// Whoever holds a letter of a home that never comes cannot read for it. Told before the developer's device is vouched.
pub(super) fn unvouched(telling: &mut Telling) -> Told<()> {
    let notice = telling.story.log.state().agendas().map(|(_, agenda)| agenda.notice).min();
    let unsure = own(&notice.unwrap_or(EntryId::ZERO), "developer", DeliveryGrade::AppRead);
    let note = "read by a device that one person alone let in";
    telling.refuse(Code::KeyUnconfirmed, note, "developer", unsure, vec![])
}

fn desk(telling: &mut Telling, notice: EntryId) -> Told<()> {
    let now_ms = telling.story.now_ms;
    let call = now_ms - DAY_MS;
    let (good, blobs) = slips(&notice, &["wang", "chu"], now_ms);
    telling.refuse(
        Code::MissingCapability,
        "an owner says it of others",
        "li",
        good.clone(),
        blobs.clone(),
    )?;
    let nothing = Delivery { notice: EntryId::ZERO, ..good.clone() };
    telling.refuse(Code::NoticeUnknown, "of no notice", "host", nothing, blobs.clone())?;
    for (code, note, rows) in [
        (Code::DeliveryInvalid, "of no home", vec![]),
        (Code::DeliveryInvalid, "nobody met, without a try", vec![unreachable("wei", &[])]),
        (Code::DeliveryInvalid, "posted after one try", vec![posted("wei", &[call], now_ms)]),
        (Code::DeliveryTime, "called on before the notice", vec![unreachable("wei", &[call - 60 * DAY_MS])]),
        (Code::DeliveryTime, "called on tomorrow", vec![unreachable("wei", &[now_ms + DAY_MS])]),
        (Code::NotOnRoll, "a parking space", vec![unreachable("parker", &[call])]),
        (Code::DeliveryNothing, "takes back nothing", vec![bare("wei", DeliveryGrade::Mistaken)]),
    ] {
        telling.refuse(code, note, "host", delivery(&notice, rows), vec![])?;
    }
    let mut turned = good.clone();
    turned.rows.reverse();
    telling.refuse(Code::DeliveryInvalid, "in another order", "host", turned, blobs.clone())?;
    telling.say("two homes signed for the notice", "host", good, blobs)?;
    let weaker = delivery(&notice, vec![unreachable("wang", &[call])]);
    telling.refuse(Code::DeliveryStands, "as if one of them was not met", "host", weaker, vec![])?;
    let nobody = delivery(&notice, vec![unreachable("wei", &[call])]);
    telling.say("nobody was met at wei's", "host", nobody, vec![])?;
    let hung = delivery(&notice, vec![posted("wei", &[call, now_ms - 1], now_ms)]);
    telling.say("so it was posted", "host", hung, vec![])?;
    let wrong = delivery(&notice, vec![bare("wei", DeliveryGrade::Mistaken)]);
    telling.say("which was another home", "host", wrong, vec![]).map(drop)
}

fn slips_that_show_nothing(telling: &mut Telling, notice: EntryId) -> Told<()> {
    let (row, good) = signed(&notice, "zheng", telling.story.now_ms);
    let shown_by = |slip: &Blob| DeliveryRow { evidence: Some(slip.id()), ..row.clone() };
    let other = slip_of(&notice, "wu");
    let slip = |scan, words: &str| {
        let slip = DeliverySlip { scan, words: Some(words.to_owned()) };
        Blob::delivery(&notice, &party("zheng"), salt("slip"), &slip)
    };
    for (code, note, blob) in [
        (Code::BlobContext, "by the slip of a neighbour", other),
        (Code::DeliveryInvalid, "by a slip without a scan", slip(Hash::ZERO, "签收")),
        (Code::WordsMissing, "by words that nobody sees", slip(Hash::from_bytes([7; 32]), " ")),
    ] {
        let body = delivery(&notice, vec![shown_by(&blob)]);
        telling.refuse(code, note, "host", body, vec![blob])?;
    }
    let body = delivery(&notice, vec![shown_by(&good)]);
    telling.refuse(Code::BlobMissing, "by a slip that did not come along", "host", body, vec![])
}

fn owners(telling: &mut Telling, notice: EntryId) -> Told<()> {
    let read = own(&notice, "li", DeliveryGrade::AppRead);
    telling.refuse(Code::PersonOnly, "a root reads it for li", "root", read.clone(), vec![])?;
    telling.refuse(Code::NotOnRoll, "the host does", "host", read.clone(), vec![])?;
    telling.say("li has read the notice", "li", read, vec![])?;
    let denied = |home| own(&notice, home, DeliveryGrade::Denied);
    telling.refuse(Code::DeliveryNothing, "and denies it", "li", denied("li"), vec![])?;
    telling.say("chu never signed for it", "chu", denied("chu"), vec![])?;
    let (again, blobs) = slips(&notice, &["chu"], telling.story.now_ms);
    telling.refuse(Code::DeliveryStands, "the host says it again", "host", again, blobs)
}
