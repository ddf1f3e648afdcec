//! Roll calls: the numbers of a lottery, and what homes that were drawn say.

use yishi_protocol::body::{CallAnswer, CallHow, Capability, Confirm, Draw, OrgKind, Role, RollCall};
use yishi_protocol::count::margins;
use yishi_protocol::id::{EntryId, PartyId};
use yishi_protocol::state::Agenda;

use crate::post_office::{Failed, PostOffice};
use crate::stairwell::{grant, hour};
use crate::story::Story;

/// The lottery that notices name.
pub const LOTTERY: &str = "双色球";

/// Numbers that were drawn a moment after the totals of a vote were stated, with its margins.
pub fn draw(story: &Story, agenda: EntryId, numbers: &[u32]) -> Draw {
    let state = story.log.state();
    let counted = margins(state, &agenda, &story.evidence).ok().and_then(|(counted, _)| counted);
    let margins = counted.unwrap_or_default().into_iter().map(|margin| margin.map(|margin| margin.homes));
    let stated_ms = state.agenda(&agenda).and_then(|agenda| agenda.tallied_ms).unwrap_or_default();
    let issue = "2026041".to_owned();
    Draw { agenda, drawn_ms: stated_ms + 1, issue, margins: margins.collect(), numbers: numbers.to_vec() }
}

/// What a home said on the telephone.
pub fn call(agenda: EntryId, party: PartyId, answer: CallAnswer) -> RollCall {
    RollCall { agenda, answer, how: CallHow::Phone, party }
}

/// A home that was drawn and has said nothing yet; whoever calls does not call at home.
pub fn uncalled(agenda: &Agenda, caller: &str) -> Option<PartyId> {
    let drawn = agenda.drawn.as_ref()?;
    let mut asked = drawn.weak.union(&drawn.others);
    asked.find(|party| !agenda.calls.contains_key(*party) && **party != crate::people::party(caller)).copied()
}

impl PostOffice {
    /// Draws homes of a vote in which too few took part, at a moment: none but the weak. Chen, who supervises, stands behind it.
    ///
    /// # Errors
    /// If any of it is refused.
    pub async fn draw_few(&self, agenda: EntryId, at_ms: u64) -> Result<(), Failed> {
        let supervises = (OrgKind::Supervisors, Role::Supervisor);
        let give = grant(&self.state().await?, "chen", supervises, &[Capability::Tally], hour(12, 31, 0));
        self.say("root", give, vec![]).await?;
        self.clock.set(at_ms);
        let issue = "2026041".to_owned();
        let body = Draw { agenda, drawn_ms: at_ms, issue, margins: vec![None], numbers: vec![3, 9, 27] };
        let entry = self.say("host", body, vec![]).await?.entry.id();
        self.say("chen", Confirm { entry }, vec![]).await.map(drop)
    }
}
