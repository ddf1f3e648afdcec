//! `GET …/matters`: matters with the acts and opinions that make them.

use std::cmp::Reverse;

use axum::extract::Path;
use axum::response::Response;
use yishi_protocol::admit::{rating_blobs, score};
use yishi_protocol::blob::MatterText;
use yishi_protocol::body::Capability;
use yishi_protocol::id::{MatterId, PersonId};
use yishi_protocol::rejection::Code;
use yishi_protocol::state::{KeyHolder, Matter, Standing, State, Step};
use yishi_protocol::view::{
    ActView, Answer, MatterList, MatterSummary, MatterView, MyMatter, OpinionView, Speaker, SpeakerRole,
    TaskView,
};

use super::answer::json;
use super::desk::Desk;
use super::error::ApiError;
use super::reading::{Inside, Reading};
use super::showing::Showing;
use super::speakers::Speakers;

/// `GET …/matters`
pub(super) async fn list(reading: Reading) -> Result<Response, ApiError> {
    Ok(reading.answer(&matter_list(&reading.0).await?))
}

/// All matters, those that go on first.
pub(super) async fn matter_list(desk: &Desk) -> Result<MatterList, ApiError> {
    let mut matters = Vec::new();
    for (id, matter) in desk.state().matters() {
        matters.push(summary(desk, id, matter).await?);
    }
    matters.sort_by_key(|matter| {
        let due_ms = matter.next.and_then(|next| next.due_ms).unwrap_or(u64::MAX);
        (matter.standing != Standing::Open, due_ms, Reverse(matter.raised_ms), matter.matter)
    });
    Ok(MatterList { matters })
}

async fn summary(desk: &Desk, id: &MatterId, matter: &Matter) -> Result<MatterSummary, ApiError> {
    let spent = matter.spent(desk.state());
    Ok(MatterSummary {
        matter: *id,
        title: desk.words::<MatterText>(&matter.text).await?.map(|text| text.title),
        category: matter.category,
        scope: matter.scope,
        raised_ms: matter.raised_ms,
        step: matter.step(),
        standing: matter.standing(),
        next: matter.next_at(desk.state(), desk.now_ms),
        supports: count(matter.supports.len()),
        opinions: count(matter.opinions.len()),
        over_fen: matter.over_fen(desk.state()),
        cap_fen: spent.map(|spent| spent.cap_fen),
        paid_fen: spent.map_or(0, |spent| spent.paid_fen),
        tier: matter.tier,
    })
}

/// `GET …/matters/{matter}`
pub(super) async fn matter(
    reading: Reading,
    Path((_, matter)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    Ok(reading.answer(&matter_view(&reading.0, &matter).await?))
}

/// A matter, by its name.
pub(super) async fn matter_view(desk: &Desk, matter: &str) -> Result<Answer<MatterView>, ApiError> {
    let id: MatterId = matter.parse().map_err(|_| ApiError::NotFound("matter"))?;
    let matter = desk.state().matter(&id).ok_or(ApiError::NotFound("matter"))?;
    let (mut speakers, mut showing) = (Speakers::about(matter.scope), Showing::default());
    showing.blob(desk, &matter.text).await?;
    let view = MatterView {
        matter: showing.entry(desk, &id).await?,
        speaker: speakers.of(desk, &matter.raiser).await?,
        tier: matter.tier,
        step: matter.step(),
        standing: matter.standing(),
        next: matter.next_at(desk.state(), desk.now_ms),
        merged_into: matter.merged_into,
        supports: count(matter.supports.len()),
        heads: count(matter.heads_with_say(desk.state())),
        trail: trail(desk, matter, (&mut showing, &mut speakers)).await?,
        votes: votes(desk.state(), matter),
        tasks: tasks(desk, matter, &mut speakers).await?,
        opinions: opinions(desk, matter, (&mut showing, &mut speakers)).await?,
        ratings: count(matter.ratings.len()),
        score: matter.closing.map(|closing| closing.score),
    };
    Ok(showing.answer(desk, view))
}

async fn trail(
    desk: &Desk,
    matter: &Matter,
    (showing, speakers): (&mut Showing, &mut Speakers),
) -> Result<Vec<ActView>, ApiError> {
    let mut acts = Vec::new();
    for index in &matter.trail {
        let entry = showing.entry_at(desk, *index).await?;
        if let Some(text) = entry.entry.body().statement() {
            showing.blob(desk, &text).await?;
        }
        let author = desk.state().key(&entry.entry.author()).map(|key| key.holder);
        let speaker = match author {
            Some(KeyHolder::Person(person)) => speakers.of(desk, &person).await?,
            _ => Speaker { role: SpeakerRole::Officer, building: None, title: None },
        };
        acts.push(ActView { entry: entry.entry.id(), speaker });
    }
    Ok(acts)
}

fn votes(state: &State, matter: &Matter) -> Vec<(MatterId, Option<MatterId>)> {
    let opened = |notice| state.notice(notice).and_then(|record| record.opened);
    matter.notices.iter().map(|notice| (*notice, opened(notice))).collect()
}

async fn tasks(desk: &Desk, matter: &Matter, speakers: &mut Speakers) -> Result<Vec<TaskView>, ApiError> {
    let mut tasks = Vec::new();
    for id in &matter.tasks {
        let Some(task) = desk.state().task(id) else { continue };
        tasks.push(TaskView {
            task: *id,
            assignee: speakers.of(desk, &task.assignee).await?,
            person: task.assignee,
            due_ms: task.due_ms,
            cap_fen: task.cap_fen,
            paid_fen: task.paid_fen,
            percent: task.percent,
        });
    }
    Ok(tasks)
}

async fn opinions(
    desk: &Desk,
    matter: &Matter,
    (showing, speakers): (&mut Showing, &mut Speakers),
) -> Result<Vec<OpinionView>, ApiError> {
    let mut opinions = Vec::new();
    for (index, opinion) in &matter.opinions {
        let entry = showing.at(desk, *index).await?;
        showing.blob(desk, &opinion.blob).await?;
        opinions.push(OpinionView { entry, speaker: speakers.of(desk, &opinion.person).await? });
    }
    Ok(opinions)
}

/// `GET …/matters/{matter}/score-draft`: the score to be signed, for who may end the matter. The rule book compares it when
/// it comes back.
pub(super) async fn score_draft(
    inside: Inside,
    Path((_, matter)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    inside.require(Capability::Answer)?;
    let desk = &inside.desk;
    let id: MatterId = matter.parse().map_err(|_| ApiError::NotFound("matter"))?;
    desk.state().matter(&id).ok_or(ApiError::NotFound("matter"))?;
    let blobs = desk.at_hand(rating_blobs(desk.state(), &id)).await?;
    let (score, missing) = score(desk.state(), &id, &blobs)?;
    if !missing.is_empty() {
        return Err(Code::BlobMissing.into());
    }
    Ok(json(&score))
}

/// The matters that somebody raised, may back or mark, or has work for.
pub(super) fn mine(state: &State, person: &PersonId) -> Vec<MyMatter> {
    let mut mine = Vec::new();
    for (id, matter) in state.matters() {
        let raised = matter.raiser == *person;
        let with_say = matter.parties_with_say(state, person);
        let unfinished = |task: &&MatterId| {
            state.task(task).is_some_and(|task| task.assignee == *person && !task.is_done())
        };
        let tasks: Vec<_> = matter.tasks.iter().filter(unfinished).copied().collect();
        let open = matter.standing() == Standing::Open;
        if raised || !tasks.is_empty() || (open && !with_say.is_empty()) {
            let rated = matter.ratings.contains_key(person);
            let may_rate = open && !with_say.is_empty() && matter.step() == Step::Evaluate;
            let others = with_say.into_iter().filter(|party| !matter.is_raisers(state, party));
            let backing = others.map(|party| (party, matter.supports.contains(&party))).collect();
            mine.push(MyMatter { matter: *id, raised, backing, may_rate, rated, tasks });
        }
    }
    mine
}

/// A number of things, as views have it.
pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
