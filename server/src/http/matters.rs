//! `GET …/matters`: matters with the acts and opinions that make them.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Bound;

use axum::extract::{Path, Query};
use axum::response::Response;
use yishi_protocol::admit::{earlier_blobs, earlier_rounds, may_draft_score, rating_blobs, score};
use yishi_protocol::apply::may_rate;
use yishi_protocol::blob::{Evidence, MatterText};
use yishi_protocol::body::Capability;
use yishi_protocol::course::{Moment, Next, Subject};
use yishi_protocol::id::{MatterId, PersonId};
use yishi_protocol::rejection::Code;
use yishi_protocol::state::{KeyHolder, Matter, Standing, State};
use yishi_protocol::view::{
    ActView, MatterList, MatterSummary, MatterView, MyMatter, OpinionView, Served, Speaker, SpeakerRole,
    TaskView,
};

use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::paging::AfterPlace;
use super::reading::{Inside, Reading};
use super::showing::Showing;
use super::speakers::{Speakers, speaker, text_of};
use super::views;
use super::{moderated, paging};

/// `GET …/matters`
pub(super) async fn list(Query(after): Query<paging::After>, reading: Reading) -> Result<Response, ApiError> {
    let frozen = &reading.0;
    let after = after.row::<MatterId, _>(|matter| frozen.state().matter(matter))?;
    let newest = |(id, matter): &(&MatterId, &Matter)| (Reverse(matter.raised_ms), **id);
    let after = after.as_ref().map(|(id, matter)| newest(&(id, matter)));
    let (rows, more) = paging::page(frozen.state().matters(), newest, after.as_ref());
    let next = rows.last().filter(|_| more).map(|(id, _)| **id);
    let matters = summaries(frozen, by_urgency(frozen, rows.into_iter())).await?;
    Ok(reading.answer(&MatterList { hidden: frozen.state().hidden_sums(frozen.now_ms), matters, next }))
}

/// A matter as State has it, and what has to happen next.
pub(super) type Row<'a> = (&'a MatterId, &'a Matter, Option<Next>);

/// Matters in the order in which they are shown.
pub(super) fn by_urgency<'a>(
    frozen: &'a Frozen,
    matters: impl Iterator<Item = (&'a MatterId, &'a Matter)>,
) -> Vec<Row<'a>> {
    let moment = Moment::new(frozen.state(), frozen.now_ms);
    let row = |(id, matter): (&'a MatterId, &'a Matter)| (id, matter, moment.next(&Subject::Matter(matter)));
    let mut rows: Vec<Row<'a>> = matters.map(row).collect();
    rows.sort_by_cached_key(|(id, matter, next)| {
        let due_ms = next.as_ref().and_then(|next| next.due_ms);
        MatterSummary::order_of(matter.standing(), due_ms, (matter.raised_ms, **id))
    });
    rows
}

/// Matters, as lists show them.
pub(super) async fn summaries(frozen: &Frozen, rows: Vec<Row<'_>>) -> Result<Vec<MatterSummary>, ApiError> {
    let mut named = Vec::new();
    for (_, matter, next) in &rows {
        let worker = next.as_ref().and_then(|next| next.person);
        named.push(matter.text);
        named.extend(worker.and_then(|worker| text_of(frozen, &worker, Some(matter.scope))));
    }
    let texts = frozen.at_hand(named).await?;
    Ok(rows.into_iter().map(|(id, matter, next)| summary(frozen, &texts, (id, matter), next)).collect())
}

fn summary(
    frozen: &Frozen,
    texts: &Evidence,
    (id, matter): (&MatterId, &Matter),
    next: Option<Next>,
) -> MatterSummary {
    let (spent, subject) = (matter.spent(frozen.state()), Subject::Matter(matter));
    let hidden = frozen.state().hides(matter, id, frozen.now_ms);
    let text = texts.get(&matter.text).filter(|_| !hidden);
    let text = text.and_then(|text| text.open::<MatterText>().ok());
    let worker = next.as_ref().and_then(|next| next.person);
    MatterSummary {
        worker: worker.map(|worker| speaker(frozen, &worker, Some(matter.scope), texts)),
        matter: *id,
        title: text.map(|text| text.title),
        hidden,
        category: matter.category,
        scope: matter.scope,
        raised_ms: matter.raised_ms,
        step: matter.step(),
        stage: subject.stage(frozen.state(), frozen.now_ms),
        standing: matter.standing(),
        next,
        supports: count(matter.supports.len()),
        opinions: count(matter.voices()),
        over_fen: matter.over_fen(frozen.state()),
        cap_fen: spent.map(|spent| spent.cap_fen),
        paid_fen: spent.map_or(0, |spent| spent.paid_fen),
        tier: matter.tier,
    }
}

/// Who has the work that something waits for.
async fn worker(
    frozen: &Frozen,
    speakers: &mut Speakers,
    next: Option<&Next>,
) -> Result<Option<Speaker>, ApiError> {
    match next.and_then(|next| next.person) {
        Some(person) => Ok(Some(speakers.of(frozen, &person).await?)),
        None => Ok(None),
    }
}

/// `GET …/matters/{matter}`
pub(super) async fn matter(
    Path((_, matter)): Path<(String, String)>,
    Query(AfterPlace { after }): Query<AfterPlace>,
    reading: Reading,
) -> Result<Response, ApiError> {
    let from = after.map_or(Bound::Unbounded, Bound::Excluded);
    let page = |acts: &BTreeSet<u64>, matter: &Matter| {
        let said = matter.opinions.range((from, Bound::Unbounded)).map(|(place, _)| *place);
        // As many of either as could stand on the page, and one that would not.
        let all = acts.range((from, Bound::Unbounded)).copied().take(paging::ROWS + 1);
        let mut all: Vec<u64> = all.chain(said.take(paging::ROWS + 1)).collect();
        all.sort_unstable();
        let more = all.len() > paging::ROWS;
        all.truncate(paging::ROWS);
        let next = all.last().copied().filter(|_| more);
        let (acts, said) = all.into_iter().partition(|place| acts.contains(place));
        OnPage { acts, said, next }
    };
    let reader = reading.1.as_ref().map(|reader| reader.person);
    Ok(reading.answer(&matter_view(&reading.0, &matter, reader.as_ref(), page).await?))
}

/// What stands on a page of a matter, by places in the log.
pub(super) struct OnPage {
    /// The official acts.
    pub(super) acts: Vec<u64>,
    /// The opinions.
    pub(super) said: Vec<u64>,
    /// After which of these the next page begins; none on the last.
    pub(super) next: Option<u64>,
}

/// A matter, by its name: for people of the estate, or for anybody; with a page of what was done and said, of the acts that
/// whoever asks may see.
pub(super) async fn matter_view(
    frozen: &Frozen,
    matter: &str,
    reader: Option<&PersonId>,
    page: impl FnOnce(&BTreeSet<u64>, &Matter) -> OnPage,
) -> Result<Served<MatterView>, ApiError> {
    let id: MatterId = matter.parse().map_err(|_| ApiError::NotFound("matter"))?;
    let matter = frozen.state().matter(&id).ok_or(ApiError::NotFound("matter"))?;
    let (mut speakers, mut showing) = (Speakers::about(matter.scope), Showing::default());
    let subject = Subject::Matter(matter);
    let mut acts: BTreeSet<u64> = matter.trail.iter().copied().collect();
    if reader.is_none() {
        let merged = views::merged_totals(frozen, matter).await?;
        acts.retain(|place| !merged.contains(place));
    }
    let OnPage { acts, said: places, next: page_next } = page(&acts, matter);
    let hidden = moderated::words(frozen, &mut showing, (matter, &id, &matter.text), reader).await?;
    let next = Moment::new(frozen.state(), frozen.now_ms).next(&subject);
    let mut spoken = vec![matter.raiser];
    spoken.extend(next.as_ref().and_then(|next| next.person));
    spoken.extend(matter.tasks.iter().filter_map(|task| Some(frozen.state().task(task)?.assignee)));
    spoken.extend(places.iter().filter_map(|place| Some(matter.opinions.get(place)?.person)));
    speakers.expect(frozen, spoken).await?;
    // Nobody reads what was marked before the matter has ended.
    let rounds = match matter.closing {
        Some(_) => frozen.at_hand(earlier_blobs(frozen.state(), &id)).await?,
        None => Evidence::default(),
    };
    let view = MatterView {
        worker: worker(frozen, &mut speakers, next.as_ref()).await?,
        matter: showing.entry(frozen, &id).await?,
        speaker: speakers.of(frozen, &matter.raiser).await?,
        hidden,
        tier: matter.tier,
        step: matter.step(),
        stage: subject.stage(frozen.state(), frozen.now_ms),
        standing: matter.standing(),
        next,
        merged_into: matter.merged_into,
        supports: count(matter.supports.len()),
        heads: count(matter.heads_with_say(frozen.state())),
        trail: trail(frozen, &acts, (&mut showing, &mut speakers)).await?,
        votes: votes(frozen.state(), matter),
        tasks: tasks(frozen, matter, &mut speakers).await?,
        opinions: opinions(frozen, (matter, &places, reader), (&mut showing, &mut speakers)).await?,
        page_next,
        ratings: count(matter.ratings.len()),
        rounds: earlier_rounds(frozen.state(), &id, &rounds)?,
        score: matter.stated_score(),
    };
    showing.answer(frozen, view).await
}

async fn trail(
    frozen: &Frozen,
    places: &[u64],
    (showing, speakers): (&mut Showing, &mut Speakers),
) -> Result<Vec<ActView>, ApiError> {
    let mut acts = Vec::new();
    let mut entries = Vec::new();
    for index in places {
        entries.push(showing.entry_at(frozen, *index).await?);
    }
    let holders = entries.iter().filter_map(|entry| Some(frozen.state().key(&entry.entry.author())?.holder));
    let persons: Vec<PersonId> = holders
        .filter_map(|holder| match holder {
            KeyHolder::Person(person) => Some(person),
            KeyHolder::Root => None,
        })
        .collect();
    speakers.expect(frozen, persons).await?;
    for entry in entries {
        if let Some(text) = entry.entry.body().statement() {
            showing.blob(&text);
        }
        let author = frozen.state().key(&entry.entry.author()).map(|key| key.holder);
        let speaker = match author {
            Some(KeyHolder::Person(person)) => speakers.of(frozen, &person).await?,
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

async fn tasks(frozen: &Frozen, matter: &Matter, speakers: &mut Speakers) -> Result<Vec<TaskView>, ApiError> {
    let mut tasks = Vec::new();
    for id in &matter.tasks {
        let Some(task) = frozen.state().task(id) else { continue };
        tasks.push(TaskView {
            task: *id,
            assignee: speakers.of(frozen, &task.assignee).await?,
            person: task.assignee,
            due_ms: task.due_ms,
            cap_fen: task.cap_fen,
            paid_fen: task.paid_fen,
            percent: task.percent,
            annulled: matter.annulled.contains(id),
        });
    }
    Ok(tasks)
}

async fn opinions(
    frozen: &Frozen,
    (matter, places, reader): (&Matter, &[u64], Option<&PersonId>),
    (showing, speakers): (&mut Showing, &mut Speakers),
) -> Result<Vec<OpinionView>, ApiError> {
    let said = places.iter().filter_map(|place| Some((*place, matter.opinions.get(place)?)));
    let mut opinions = Vec::new();
    for (place, opinion) in said {
        let entry = showing.at(frozen, place).await?;
        let hidden = moderated::words(frozen, showing, (matter, &entry, &opinion.blob), reader).await?;
        opinions.push(OpinionView { entry, speaker: speakers.of(frozen, &opinion.person).await?, hidden });
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
    let frozen = &inside.frozen;
    let id: MatterId = matter.parse().map_err(|_| ApiError::NotFound("matter"))?;
    frozen.state().matter(&id).ok_or(ApiError::NotFound("matter"))?;
    may_draft_score(frozen.state(), &id, frozen.now_ms)?;
    let blobs = frozen.at_hand(rating_blobs(frozen.state(), &id)).await?;
    let (score, missing) = score(frozen.state(), &id, &blobs)?;
    if !missing.is_empty() {
        return Err(Code::BlobMissing.into());
    }
    Ok(json(&score))
}

/// The matters that somebody raised, may back or mark, or has work for.
pub(super) fn mine(state: &State, person: &PersonId, now_ms: u64) -> Vec<MyMatter> {
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
            let may_rate = !with_say.is_empty() && may_rate(state, matter, now_ms).is_ok();
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
