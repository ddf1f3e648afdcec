//! What the desk reads: who we are and what we may do, proven; lists and dates, the server's word.

use std::sync::Arc;

use yishi_protocol::blob::Words;
use yishi_protocol::body::{Body, Capability, Category, Grant, Tier};
use yishi_protocol::bylaws::Bylaws;
use yishi_protocol::course::Todo;
use yishi_protocol::id::{MatterId, NoticeId};
use yishi_protocol::office::Concern;
use yishi_protocol::projection::{Me, Stated, Vote, grants};
use yishi_protocol::state::Stage;
use yishi_protocol::view::{
    AgendaSummary, DisclosureSummary, MandateRow, MatterSummary, Officer, OrgView, ScopeList, ScopeView,
    TaskView, TurnoutView,
};

use crate::desk::waits::{self, WaitingAct};
use crate::proofs::session::Session;
use crate::words::trouble::Trouble;

/// Work of ours.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Work {
    pub(crate) matter: MatterId,
    pub(crate) title: Option<Words>,
    pub(crate) task: TaskView,
}

/// A vote that has no result yet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Current {
    pub(crate) notice: NoticeId,
    pub(crate) vote: Arc<Vote>,
    /// What is stated of it.
    pub(crate) stated: Arc<Stated>,
    /// Who takes part, while it is open and we may know.
    pub(crate) turnout: Option<TurnoutView>,
    /// Who votes for whom by a mandate, until its window ends, likewise.
    pub(crate) mandates: Vec<MandateRow>,
}

/// All that several pages show.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Data {
    /// Whether it was read at all.
    pub(crate) loaded: bool,
    /// What our grants let us do now.
    pub(crate) caps: Vec<Capability>,
    /// These grants.
    pub(crate) grants: Vec<Grant>,
    /// What screens call us.
    pub(crate) title: Option<Words>,
    pub(crate) officers: Vec<Officer>,
    /// The organisations, in the order in which they were declared.
    pub(crate) orgs: Vec<OrgView>,
    /// What waits for a second person, read for whoever might be one.
    pub(crate) waiting: Vec<WaitingAct>,
    pub(crate) scopes: Option<ScopeList>,
    pub(crate) matters: Vec<MatterSummary>,
    pub(crate) votes: Vec<Current>,
    /// Votes with a result, newest first.
    pub(crate) counted: Vec<AgendaSummary>,
    pub(crate) disclosures: Vec<DisclosureSummary>,
    pub(crate) work: Vec<Work>,
    /// What waits for us, by its date.
    pub(crate) queue: Vec<Todo>,
    /// The settings in force when the page was opened.
    pub(crate) settings: Bylaws,
}

impl Data {
    pub(crate) fn scope(&self, scope: u32) -> Option<&ScopeView> {
        self.scopes.as_ref()?.scopes.iter().find(|view| view.scope == scope)
    }

    /// Whether an office of ours with that capability reaches a matter, so that nothing is offered that would be refused.
    pub(crate) fn reaches(
        &self,
        capability: Capability,
        (scope, category, tier): (u32, Option<Category>, Tier),
    ) -> bool {
        let lies_in = |scope: u32, outer: u32| {
            let mut at = Some(scope);
            while let Some(inner) = at.filter(|inner| *inner != outer) {
                // Each part is listed after the one it lies in, and so has a smaller one above it or none.
                at = self.scope(inner).and_then(|view| view.parent).filter(|parent| *parent < inner);
            }
            at.is_some()
        };
        let concern = Concern { scope: Some(scope), tier: Some(tier), category, ledgers: &[] };
        let mut holds = self.grants.iter().filter(|grant| grant.caps.contains(&capability));
        holds.any(|grant| grant.reach.covers_where(&lies_in, &concern))
    }

    pub(crate) fn current(&self, notice: NoticeId) -> Option<&Current> {
        self.votes.iter().find(|current| current.notice == notice)
    }
}

/// Hears the server's clock by what needs no pass: a pass that is dated by an old one opens nothing.
pub(crate) async fn hear_clock(session: &mut Session) -> Result<(), Trouble> {
    session.votes().await.map(drop)
}

pub(crate) async fn read(session: &mut Session) -> Result<(Option<Me>, Data), Trouble> {
    // Votes need no pass, so this also brings the server's clock, by which passes are dated.
    let agendas = session.votes().await?.agendas;
    let Some((key, answer)) = session.answer_of_me().await? else {
        return Ok((None, Data { loaded: true, ..Data::default() }));
    };
    let (shown, view) = answer.apart();
    let opened = session.opened(&shown, Body::decode)?;
    let mut grants = grants(&opened, &view)?;
    let mut me = Me::of(&opened, view, &key)?;
    session.read_rest_of_me(&mut me).await?;
    grants.retain(|grant| grant.is_in_force(session.server_ms));
    let (caps, settings) = (caps(&grants), session.settings.clone());
    let queue = me.view.queue.clone();
    let mut data = Data { loaded: true, caps, grants, settings, queue, ..Data::default() };
    if data.caps.is_empty() {
        return Ok((Some(me), data));
    }
    let offices = session.officers().await?;
    (data.officers, data.orgs) = (offices.officers, offices.orgs);
    if data.caps.iter().any(|capability| waits::CONFIRMING.contains(capability)) {
        data.waiting = waits::read(session).await?;
    }
    let ours = data.officers.iter().find(|officer| officer.person == me.view.person);
    data.title = ours.and_then(|officer| officer.title.clone());
    data.scopes = Some(session.scopes().await?);
    data.matters = session.matters().await?.matters;
    data.disclosures = session.disclosures().await?.disclosures;
    let may_see_turnout = data.caps.contains(&Capability::Open);
    for summary in agendas {
        if matches!(summary.stage, Some(Stage::Tallied | Stage::ToEnd | Stage::Final)) {
            data.counted.push(summary.clone());
        }
        if summary.stage == Some(Stage::Final) {
            continue;
        }
        let (vote, stated) = session.result(&summary.notice).await?;
        let turnout = match (vote.agenda, vote.stage) {
            (Some(agenda), Some(Stage::Voting)) if may_see_turnout => Some(session.turnout(&agenda).await?),
            _ => None,
        };
        let to_come = matches!(vote.stage, None | Some(Stage::Opened | Stage::Voting)) && may_see_turnout;
        let mandates = if to_come { session.mandates(&summary.notice).await?.mandates } else { Vec::new() };
        data.votes.push(Current { notice: summary.notice, vote, stated, turnout, mandates });
    }
    for mine in me.view.matters.iter().filter(|mine| !mine.tasks.is_empty()) {
        let matter = session.matter(&mine.matter).await?;
        let title = matter.text.as_ref().map(|text| text.title.clone());
        let tasks = matter.view.tasks.iter().filter(|task| mine.tasks.contains(&task.task));
        data.work.extend(tasks.map(|task| Work {
            matter: mine.matter,
            title: title.clone(),
            task: task.clone(),
        }));
    }
    data.work.sort_by_key(|work| work.task.due_ms);
    Ok((Some(me), data))
}

/// What our grants let us do.
fn caps(grants: &[Grant]) -> Vec<Capability> {
    let mut caps: Vec<_> = grants.iter().flat_map(|grant| grant.caps.iter().copied()).collect();
    caps.sort_unstable();
    caps.dedup();
    caps
}

#[cfg(test)]
mod tests {
    use yishi_protocol::body::{Reach, Role};
    use yishi_protocol::id::{EntryId, PersonId};

    use super::*;

    fn grid_worker(reach: Reach) -> Data {
        let grant = Grant {
            caps: vec![Capability::Answer],
            org: EntryId::ZERO,
            person: PersonId::ZERO,
            reach,
            role: Role::GridWorker,
            title: None,
            until_ms: 0,
        };
        Data { grants: vec![grant], ..Data::default() }
    }

    #[test]
    fn an_office_is_offered_what_it_reaches_and_nothing_else() {
        let near = grid_worker(Reach { tiers: Some(vec![Tier::Building, Tier::Grid]), ..Reach::default() });
        let reaches = |tier| near.reaches(Capability::Answer, (0, Some(Category::Noise), tier));
        assert!(reaches(Tier::Grid) && !reaches(Tier::Community));
        assert!(!near.reaches(Capability::Dispatch, (0, None, Tier::Grid)), "it may answer, no more");
        let noise = grid_worker(Reach { categories: Some(vec![Category::Noise]), ..Reach::default() });
        let reaches = |category| noise.reaches(Capability::Answer, (0, category, Tier::Street));
        assert!(reaches(Some(Category::Noise)) && !reaches(Some(Category::Fire)) && !reaches(None));
    }
}
