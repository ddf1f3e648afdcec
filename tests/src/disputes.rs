//! Disputes about results, and how votes end.

use yishi_protocol::blob::{Blob, BlobKind};
use yishi_protocol::body::{
    Annul, Confirm, Dispute, DisputeGround, Final, Proposed, RuleDispute, Void, VoidGround, draft_end,
};
use yishi_protocol::calendar::{HOUR_MS, objections_end_ms};
use yishi_protocol::id::EntryId;
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::rejection::{Code, Rejection};

use crate::matters::{statement, words};
use crate::people::{party, salt};
use crate::post_office::{Failed, PostOffice};
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

/// A court's annulment of items of a vote, decided just now.
pub fn annulment(story: &Story, agenda: EntryId, items: Vec<u32>) -> (Annul, Vec<Blob>) {
    let text = statement("区人民法院（2026）民初 1 号：送达不符合规定。");
    let document = leaf_hash(b"judgement");
    (Annul { agenda, decided_ms: story.now_ms, document, items, text: text.id() }, vec![text])
}

/// What takes ballots out of a count.
pub fn voiding(agenda: EntryId, mut ballots: Vec<EntryId>, ground: VoidGround) -> (Void, Vec<Blob>) {
    ballots.sort_unstable();
    let text = statement("找了七天，仍没有这张票的票面。");
    (Void { agenda, ballots, ground, text: text.id() }, vec![text])
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

impl PostOffice {
    /// Lets the days for objections of a stated result pass: the clock stands at eight on the morning after them.
    ///
    /// # Errors
    /// If no result of that vote is stated.
    pub async fn let_object(&self, agenda: EntryId) -> Result<(), Failed> {
        let state = self.state().await?;
        let stated_ms = state.agenda(&agenda).and_then(|agenda| agenda.tallied_ms);
        self.clock.set(objections_end_ms(stated_ms.ok_or("no result is stated")?) + 8 * HOUR_MS);
        Ok(())
    }

    /// The root stands behind the end of the vote that waits.
    ///
    /// # Errors
    /// If none waits, or it is refused.
    pub async fn confirm_end(&self, agenda: EntryId) -> Result<(), Failed> {
        let state = self.state().await?;
        let of_it = |act: &Proposed| matches!(act, Proposed::Final(end) if end.agenda == agenda);
        let waits = state.proposals().find(|(_, one)| one.in_force.is_none() && of_it(&one.act));
        let entry = *waits.ok_or("no end of that vote waits")?.0;
        self.say("root", Confirm { entry }, vec![]).await.map(drop)
    }

    /// Lets the days for objections pass and ends the vote: the host says so, and the root stands behind it.
    ///
    /// # Errors
    /// If any of it is refused.
    pub async fn end(&self, agenda: EntryId) -> Result<(), Failed> {
        self.let_object(agenda).await?;
        self.end_now(agenda).await
    }

    /// An owner disputes the count of a vote's first item.
    ///
    /// # Errors
    /// If it is refused.
    pub async fn dispute_count(&self, owner: &str, agenda: EntryId) -> Result<EntryId, Failed> {
        let (body, blobs) = dispute((agenda, 1), owner, DisputeGround::Count, vec![]);
        Ok(self.say(owner, body, blobs).await?.entry.id())
    }

    /// Ends a vote whose days for objections are over.
    ///
    /// # Errors
    /// If any of it is refused.
    pub async fn end_now(&self, agenda: EntryId) -> Result<(), Failed> {
        let drafted: Final = self.get_as("host", &format!("/agendas/{agenda}/end-draft")).await?.json()?;
        let entry = self.say("host", drafted, vec![]).await?.entry.id();
        self.say("root", Confirm { entry }, vec![]).await.map(drop)
    }
}
