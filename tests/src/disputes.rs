//! Disputes about results, and how votes end.

use yishi_protocol::blob::{Blob, BlobKind};
use yishi_protocol::body::{Confirm, Dispute, DisputeGround, RuleDispute, draft_end};
use yishi_protocol::calendar::objections_end_ms;
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::{Code, Rejection};

use crate::matters::{statement, words};
use crate::people::{party, salt};
use crate::story::Story;

/// A dispute of a home about an item of a vote, with its words.
pub fn dispute(
    (agenda, item): (EntryId, u32),
    home: &str,
    ground: DisputeGround,
    mut ballots: Vec<EntryId>,
) -> (Dispute, Vec<Blob>) {
    ballots.sort_unstable();
    let text = Blob::record(BlobKind::Dispute, salt("dispute"), &words("数字对不上，请重算。"));
    (Dispute { agenda, ballots, ground, item, party: party(home), text: text.id() }, vec![text])
}

/// A ruling on one.
pub fn ruling((agenda, dispute): (EntryId, EntryId), upheld: bool) -> (RuleDispute, Vec<Blob>) {
    let text = statement("当众重算过。");
    (RuleDispute { agenda, dispute, text: text.id(), upheld }, vec![text])
}

/// Lets the days for objections of a vote pass and ends it: the host says so, and the second root stands behind it.
///
/// # Errors
/// If the rules refuse it.
pub fn end(story: &mut Story, agenda: EntryId) -> Result<EntryId, Rejection> {
    let stated_ms = story.log.state().agenda(&agenda).and_then(|agenda| agenda.tallied_ms);
    story.now_ms = story.now_ms.max(objections_end_ms(stated_ms.unwrap_or_default()));
    let drafted = draft_end(story.log.state(), &agenda, &story.evidence)?;
    let entry = story.say_id("host", drafted.ok_or(Code::OpeningMissing)?, vec![])?;
    story.say("second root", Confirm { entry }, vec![])?;
    Ok(entry)
}
