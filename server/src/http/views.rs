//! `GET …`: views of State with the proofs that let a reader check them.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use axum::extract::{Path, Query, State as Shared};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use yishi_protocol::blob::{AgendaText, Readers};
use yishi_protocol::body::draft_end;
use yishi_protocol::count::{Counted, count, public_turnout};
use yishi_protocol::few;
use yishi_protocol::id::{AgendaId, BlobId, EntryId, NoticeId, PublicKey};
use yishi_protocol::projection::authority::{self, Behind};
use yishi_protocol::rejection::Code;
use yishi_protocol::state::{Agenda, Matter, NoticeRecord, Stage, State};
use yishi_protocol::view::{
    AgendaList, AgendaSummary, AgendaView, AuthorityView, CodeView, EstateList, EstateView, HelpView, Served,
};
use yishi_protocol::wire::Receipt;

use super::App;
use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::me;
use super::paging::{After, page};
use super::reader::{reader, shown_key};
use super::reading::{Inside, Reading};
use super::showing::Showing;

/// `GET /api/estates`: for an address that names no estate, as a letter's reader types it.
pub(super) async fn estates(Shared(app): Shared<App>) -> Response {
    json(&EstateList { estates: app.estates.ids().await })
}

/// `GET /api/estates/{estate}`
pub(super) async fn estate(reading: Reading) -> Result<Response, ApiError> {
    Ok(reading.answer(&estate_answer(&reading.0).await?))
}

/// An estate, and where its organisations are found.
pub(super) async fn estate_answer(frozen: &Frozen) -> Result<Served<EstateView>, ApiError> {
    let mut showing = Showing::default();
    showing.at(frozen, 0).await?;
    let mut help = Vec::new();
    for (org, record, line) in frozen.state().help_lines_at(frozen.now_ms) {
        showing.entry(frozen, org).await?;
        for blob in [Some(record.name), line.text].into_iter().flatten() {
            showing.blob(&blob);
        }
        let (said, confirmed) =
            (showing.at(frozen, line.index).await?, showing.at(frozen, line.in_force).await?);
        help.push(HelpView { line: said, confirmed });
    }
    showing.answer(frozen, EstateView { help, settings: frozen.state().bylaws().clone() }).await
}

/// The entry that a path names, to a reader who may see it. Totals of which something is merged are for people of the estate alone
/// here too.
fn named(frozen: &Frozen, entry: &str, headers: &HeaderMap) -> Result<EntryId, ApiError> {
    let id: EntryId = entry.parse().map_err(|_| ApiError::NotFound("entry"))?;
    if !may_read(frozen.state(), &id) {
        reader(frozen, headers)?;
    }
    Ok(id)
}

/// `GET …/entries/{entry}`: a receipt again, for whoever knows the entry's name.
pub(super) async fn entry(
    frozen: Frozen,
    Path((_, entry)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let id = named(&frozen, &entry, &headers)?;
    let proven = frozen.proven(&id).await?.ok_or(ApiError::NotFound("entry"))?;
    Ok(json(&Receipt { checkpoint: frozen.note(), proven }))
}

/// `GET …/entries/{entry}/authority`: how its author came to the office that it asks for.
pub(super) async fn authority(
    frozen: Frozen,
    Path((_, entry)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let id = named(&frozen, &entry, &headers)?;
    let place = frozen.place(&id).await?.ok_or(ApiError::NotFound("entry"))?;
    let mut showing = Showing::default();
    let act = showing.entry_at(&frozen, place).await?;
    let asked = authority::asked(act.entry.body().kind()).ok_or(ApiError::NotFound("authority"))?;
    let mut open = vec![(act.entry.author(), Some(asked), act.received_ms)];
    let (mut by, mut looked_at) = (Vec::new(), BTreeSet::new());
    // No more is read than is named, each once: whoever asks may be anybody.
    while let Some((key, capability, at_ms)) = open.pop() {
        // An entry may be there for several: each asks something else of its author.
        if !looked_at.insert((key, capability, at_ms)) {
            continue;
        }
        for rests in authority::behind(frozen.state(), &key, capability, at_ms) {
            let id = match rests {
                Behind::Entry(id) => id,
                Behind::Place(_) if by.len() == authority::MOST_ENTRIES => {
                    open.clear();
                    break;
                }
                Behind::Place(place) => showing.at(&frozen, place).await?,
            };
            if !by.contains(&id) {
                if by.len() == authority::MOST_ENTRIES {
                    open.clear();
                    break;
                }
                by.push(id);
            }
            let entry = showing.read(&frozen, &id).await?;
            let (author, at_ms) = (entry.entry.author(), entry.received_ms);
            let asked = authority::asked_of(entry.entry.body(), capability);
            open.extend(asked.into_iter().map(|cap| (author, Some(cap), at_ms)));
            // Whoever brought a device in is a device too.
            if authority::asks_whose(entry.entry.body()) {
                open.push((author, None, at_ms));
            }
        }
    }
    Ok(json(&showing.answer(&frozen, AuthorityView { act: id, by }).await?))
}

/// `GET …/codes/{code_pub}`: whose letter has this code.
pub(super) async fn code(
    frozen: Frozen,
    Path((_, code_pub)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let key: PublicKey = code_pub.parse().map_err(|_| ApiError::NotFound("code"))?;
    let (person, code, codes) = frozen.state().letter(&key).ok_or(ApiError::NotFound("code"))?;
    // Whoever signs with the code's own key holds the letter, and may see whose it is before using it.
    let holds_letter =
        shown_key(&headers, &frozen.estate.id, frozen.now_ms).is_some_and(|shown| shown == key);
    let mut showing = Showing::default();
    let (name, homes) = if holds_letter {
        let parties = me::parties(&frozen, &mut showing, &person).await?;
        let homes = parties.into_iter().flat_map(|party| party.homes).collect();
        (me::name(&frozen, &mut showing, &person), homes)
    } else {
        (None, Vec::new())
    };
    let view = CodeView {
        codes: showing.entry(&frozen, &codes).await?,
        person,
        expires_ms: frozen.state().letter_until_ms(code),
        standing: code.standing,
        letters: frozen.state().bylaws().letter_issuers,
        name,
        homes,
    };
    Ok(json(&showing.answer(&frozen, view).await?))
}

/// `GET …/blobs/{blob}`: public texts; those that are hidden, to whoever said them, and to those who hide and rule.
pub(super) async fn blob(
    frozen: Frozen,
    Path((_, blob)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let id: BlobId = blob.parse().map_err(|_| ApiError::NotFound("text"))?;
    let (state, now_ms) = (frozen.state(), frozen.now_ms);
    if state.is_hidden_blob(&id, now_ms) {
        let reader = reader(&frozen, &headers).ok();
        let reads = reader.is_some_and(|reader| state.reads_hidden_blob(&reader.person, &id, now_ms));
        if !reads {
            return Err(ApiError::NotFound("text"));
        }
    }
    // What is not public is not here, whether it exists or not.
    let blob =
        frozen.blob(&id).await?.filter(|blob| blob.kind.is_public()).ok_or(ApiError::NotFound("text"))?;
    // What the law may have erased stays in nobody's cache.
    let kept = match blob.kind.readers() {
        Readers::Official => "public, max-age=31536000, immutable",
        Readers::Public | Readers::Private => "no-store",
    };
    let mut response = json(&blob);
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static(kept));
    Ok(response)
}

/// `GET …/agendas`
pub(super) async fn agendas(Query(after): Query<After>, reading: Reading) -> Result<Response, ApiError> {
    let state = reading.0.state();
    let after = after.row::<NoticeId, _>(|notice| state.notice(notice))?;
    let after = after.as_ref().map(|(notice, record)| latest_first(&(notice, record)));
    let (rows, more) = page(state.notices(), latest_first, after.as_ref());
    let next = rows.last().filter(|_| more).map(|(notice, _)| **notice);
    Ok(reading.answer(&AgendaList { agendas: summaries(&reading.0, &rows).await?, next }))
}

/// A vote that was noticed, as State has it.
pub(super) type Noticed<'a> = (&'a NoticeId, &'a NoticeRecord);

/// The place of a vote in the list: the latest noticed first.
pub(super) fn latest_first((notice, record): &Noticed<'_>) -> (Reverse<u64>, NoticeId) {
    (Reverse(record.received_ms), **notice)
}

/// Votes, as lists show them.
pub(super) async fn summaries(frozen: &Frozen, rows: &[Noticed<'_>]) -> Result<Vec<AgendaSummary>, ApiError> {
    let mut agendas = Vec::with_capacity(rows.len());
    let texts = frozen.at_hand(rows.iter().map(|(_, record)| record.body.text)).await?;
    for (notice, record) in rows {
        let agenda = record.opened.and_then(|agenda| frozen.state().agenda(&agenda));
        let summary = AgendaSummary {
            agenda: record.opened,
            notice: **notice,
            title: texts
                .get(&record.body.text)
                .and_then(|text| text.open::<AgendaText>().ok())
                .map(|text| text.title),
            opens_ms: record.body.opens_ms,
            closes_ms: record.closes_ms(),
            stage: stage(record, agenda, frozen.now_ms),
        };
        agendas.push(summary);
    }
    Ok(agendas)
}

/// `GET …/agendas/{agenda}`: by the name of the agenda, or of its notice while nobody has opened it.
pub(super) async fn agenda(
    reading: Reading,
    Path((_, agenda)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    Ok(reading.answer(&agenda_view(&reading.0, &agenda).await?))
}

/// A vote, by the name of the agenda or of its notice: for people of the estate, or for anybody.
pub(super) async fn agenda_view(frozen: &Frozen, agenda: &str) -> Result<Served<AgendaView>, ApiError> {
    let mut showing = Showing::default();
    let (view, _) = begun(frozen, &mut showing, agenda).await?;
    showing.answer(frozen, view).await
}

/// A vote without what came of it, and what was opened.
pub(super) async fn begun<'a>(
    frozen: &'a Frozen,
    showing: &mut Showing,
    agenda: &str,
) -> Result<(AgendaView, Option<(AgendaId, &'a Agenda)>), ApiError> {
    let id: EntryId = agenda.parse().map_err(|_| ApiError::NotFound("agenda"))?;
    let notice_id: NoticeId = frozen.state().agenda(&id).map_or(id, |agenda| agenda.notice);
    let record = frozen.state().notice(&notice_id).ok_or(ApiError::NotFound("agenda"))?;
    let opened = record.opened.and_then(|agenda| Some((agenda, frozen.state().agenda(&agenda)?)));
    showing.blob(&record.body.text);
    let open = match &opened {
        Some((id, _)) => Some(showing.entry(frozen, id).await?),
        None => None,
    };
    let extended = match &record.extended {
        Some(extension) => {
            showing.blob(&extension.text);
            Some(showing.entry(frozen, &extension.entry).await?)
        }
        None => None,
    };
    let withdrawn = match &record.withdrawn {
        Some(withdrawn) => {
            showing.blob(&withdrawn.text);
            Some(showing.entry(frozen, &withdrawn.entry).await?)
        }
        None => None,
    };
    let view = AgendaView {
        notice: showing.entry(frozen, &notice_id).await?,
        open,
        extended,
        withdrawn,
        stage: stage(record, opened.map(|(_, agenda)| agenda), frozen.now_ms),
        turnout_heads: opened.map_or(0, |(_, agenda)| public_turnout(agenda, frozen.now_ms)),
        has_result: opened.is_some_and(|(_, agenda)| agenda.tally.is_some()),
    };
    Ok((view, opened))
}

/// Where a vote stands: nowhere yet while it is only noticed.
fn stage(record: &NoticeRecord, agenda: Option<&Agenda>, now_ms: u64) -> Option<Stage> {
    let withdrawn = record.withdrawn.as_ref().map(|_| Stage::Withdrawn);
    withdrawn.or_else(|| agenda.map(|agenda| agenda.stage_at(now_ms)))
}

/// The stated totals of a vote as far as anybody may read them.
pub(super) fn posted(state: &State, agenda: &Agenda) -> Vec<few::Posted> {
    let (Some(tally), Some(notice)) = (&agenda.tally, state.notice(&agenda.notice)) else {
        return Vec::new();
    };
    few::posted(tally, &notice.body.items, agenda.heads)
}

/// Whether anybody may read the entry that states the totals of a vote: if nothing of them is merged.
pub(super) fn is_posted(state: &State, agenda: &Agenda) -> bool {
    posted(state, agenda).iter().all(few::Posted::is_whole)
}

/// Whether anybody may read an entry: every one but totals of which something is merged.
pub(super) fn may_read(state: &State, entry: &EntryId) -> bool {
    let states = |agenda: &&Agenda| {
        agenda.tally_entry.as_ref() == Some(entry) || agenda.earlier_tallies.contains(entry)
    };
    state.agendas().map(|(_, agenda)| agenda).find(states).is_none_or(|agenda| is_posted(state, agenda))
}

/// The places in the log of a matter's stated totals that are for people of the estate alone.
pub(super) async fn merged_totals(frozen: &Frozen, matter: &Matter) -> Result<BTreeSet<u64>, ApiError> {
    let mut merged = BTreeSet::new();
    for notice in &matter.notices {
        let opened = frozen.state().notice(notice).and_then(|record| record.opened);
        let Some(agenda) = opened.and_then(|id| frozen.state().agenda(&id)) else { continue };
        for tally in agenda.tally_entry.iter().chain(&agenda.earlier_tallies) {
            if !is_posted(frozen.state(), agenda) {
                merged.insert(frozen.index(tally).await?);
            }
        }
    }
    Ok(merged)
}

/// `GET …/agendas/{agenda}/end-draft`: how each item would end, computed by the server, for people of the estate. The rule book
/// compares it when it comes back.
pub(super) async fn end_draft(
    Inside { frozen, .. }: Inside,
    Path((_, agenda)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    let id: AgendaId = agenda.parse().map_err(|_| ApiError::NotFound("agenda"))?;
    let agenda = frozen.state().agenda(&id).ok_or(ApiError::NotFound("agenda"))?;
    if agenda.tally.is_none() {
        return Err(Code::TooEarlyToEnd.into());
    }
    let evidence = frozen.evidence(&id).await?;
    match draft_end(frozen.state(), &id, &evidence)? {
        Some(end) => Ok(json(&end)),
        None => Err(Code::OpeningMissing.into()),
    }
}

/// `GET …/agendas/{agenda}/tally-draft`: the totals to be signed, counted by the server, for people of the estate. The rule
/// book compares them when they come back.
pub(super) async fn tally_draft(
    Inside { frozen, .. }: Inside,
    Path((_, agenda)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    let id: AgendaId = agenda.parse().map_err(|_| ApiError::NotFound("agenda"))?;
    let agenda = frozen.state().agenda(&id).ok_or(ApiError::NotFound("agenda"))?;
    if agenda.closed_ms.is_none() {
        return Err(Code::NotClosed.into());
    }
    let notice = frozen.state().notice(&agenda.notice).ok_or(ApiError::Unavailable)?;
    let evidence = frozen.evidence(&id).await?;
    match count(frozen.state(), &id, &evidence)? {
        Counted::Full(count) => Ok(json(&count.tally(&notice.body.items))),
        Counted::Erased(missing) => Err(missing.refuse().err().map_or(ApiError::Unavailable, ApiError::from)),
    }
}
