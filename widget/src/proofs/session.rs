//! One estate as this phone sees it: whom to believe, who we are, and the way to the server.
//!
//! Nothing the server says is believed before its proof leads to a checkpoint that the log's key has signed.

use gloo_net::http::{Request, Response};
use yishi_protocol::blob::{AgendaText, Blob, PersonName, Place, UnitFacts};
use yishi_protocol::body::{Body, Kind, Notice, Open, Tally};
use yishi_protocol::bylaws::Bylaws;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{AgendaId, EntryId, EstateId, NoticeId, PublicKey, UnitId};
use yishi_protocol::log::LogEntry;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::state::Stage;
use yishi_protocol::strict_json::{self, Strict};
use yishi_protocol::view::{AgendaList, AgendaView, CodeView, EstateView, HomeView, LateView, MeView};
use yishi_protocol::wire::{Proven, Refusal};
use yishi_protocol::{SigningKey, pass};

use crate::words::trouble::Trouble;

/// An estate and our way to it.
#[derive(Clone)]
pub(crate) struct Session {
    pub(crate) base: String,
    /// The estate.
    pub(crate) estate: EstateId,
    /// Its name, proven.
    pub(crate) name: String,
    /// The key whose checkpoints we believe, proven by the estate's id.
    pub(crate) log_key: PublicKey,
    /// The settings in force when the page was opened: the server's word.
    pub(crate) settings: Bylaws,
    /// The server's clock when it last answered.
    pub(crate) server_ms: u64,
    /// The newest checkpoint we have checked.
    pub(crate) seen: Checkpoint,
    /// This phone's key, if it has one.
    pub(crate) key: Option<SigningKey>,
}

/// A vote whose parts are all proven.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Vote {
    /// Its notice.
    pub(crate) id: NoticeId,
    /// The agenda, once opened.
    pub(crate) agenda: Option<AgendaId>,
    /// What was noticed.
    pub(crate) notice: Notice,
    /// Its words, whose hash stands in the notice.
    pub(crate) text: AgendaText,
    /// What was opened.
    pub(crate) open: Option<Open>,
    /// Where it stands: the server's word.
    pub(crate) stage: Option<Stage>,
    /// Who has voted: the server's word.
    pub(crate) turnout_heads: u64,
    /// The stated totals.
    pub(crate) tally: Option<Tally>,
    /// Ballots whose phone was let in after the notice: the server's word.
    pub(crate) late: LateView,
}

/// One of our homes, its area and address proven by the roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Home {
    /// Its number on the roll.
    pub(crate) unit: UnitId,
    /// 楼栋、单元、室号, if the address is at hand.
    pub(crate) address: Option<String>,
    /// 楼栋 alone, likewise.
    pub(crate) building: Option<String>,
    /// In 0.01 m², if the area is at hand.
    pub(crate) area_c: Option<u64>,
}

impl Session {
    /// Meets the server: the estate's id is the hash of its founding entry, which names the key to believe.
    pub(crate) async fn open(
        server: &str,
        estate: EstateId,
        key: Option<SigningKey>,
    ) -> Result<Self, Trouble> {
        let base = format!("{}/api/estates/{estate}", server.trim_end_matches('/'));
        let (view, server_ms): (EstateView, u64) = get(&base, None).await?;
        let genesis = LogEntry::from_leaf_reading(0, &view.genesis.leaf.0, of_votes)?;
        if EstateId::from(genesis.entry.id()) != estate {
            return Err(Code::WrongEstate.into());
        }
        let Body::Genesis(body) = genesis.entry.body() else { return Err(Code::GenesisMissing.into()) };
        let seen = Checkpoint::open(&view.checkpoint, &estate, &body.log_key)?;
        view.genesis.open_reading(&seen, of_votes)?;
        let (name, log_key, settings) = (body.name.clone(), body.log_key, view.settings);
        Ok(Self { base, estate, name, log_key, settings, server_ms, seen, key })
    }

    /// Takes over what a copy has seen of the log since.
    pub(crate) fn learn(&mut self, copy: &Self) {
        self.server_ms = self.server_ms.max(copy.server_ms);
        if copy.seen.size > self.seen.size {
            self.seen = copy.seen;
        }
    }

    /// Where entries are posted.
    pub(crate) fn entries_url(&self) -> String {
        format!("{}/entries", self.base)
    }

    /// A checkpoint, if the log's key has signed it. The newest one is what our next entry will name.
    pub(crate) fn check(&mut self, note: &str) -> Result<Checkpoint, Trouble> {
        let checkpoint = Checkpoint::open(note, &self.estate, &self.log_key)?;
        if checkpoint.size == self.seen.size && checkpoint.root != self.seen.root {
            return Err(Code::ViewMismatch.into());
        }
        if checkpoint.size > self.seen.size {
            self.seen = checkpoint;
        }
        Ok(checkpoint)
    }

    async fn read<T: Strict>(&mut self, path: &str, key: Option<&SigningKey>) -> Result<T, Trouble> {
        let pass = key.map(|key| pass::issue(&self.estate, key, self.server_ms));
        let (value, server_ms) = get(&format!("{}{path}", self.base), pass.as_deref()).await?;
        self.server_ms = server_ms;
        Ok(value)
    }

    /// A pass of this device's key, if it has one.
    pub(crate) fn pass(&self) -> Option<String> {
        self.key.as_ref().map(|key| pass::issue(&self.estate, key, self.server_ms))
    }

    /// All votes, as the server lists them.
    pub(crate) async fn votes(&mut self) -> Result<AgendaList, Trouble> {
        self.read("/agendas", None).await
    }

    /// Ourselves; none if this phone has no key.
    pub(crate) async fn me(&mut self) -> Result<Option<MeView>, Trouble> {
        let Some(key) = self.key.clone() else { return Ok(None) };
        let mut me: Result<MeView, Trouble> = self.read("/me", Some(&key)).await;
        if matches!(&me, Err(Trouble::Refused(refusal)) if refusal.code == "PASS_EXPIRED") {
            // The page was left alone longer than a pass lives; any answer brings the server's clock.
            self.votes().await?;
            me = self.read("/me", Some(&key)).await;
        }
        let me = me?;
        self.check(&me.checkpoint)?;
        Ok(Some(me))
    }

    /// Whose letter a code is, as its holder may see.
    pub(crate) async fn letter(&mut self, code: &SigningKey) -> Result<CodeView, Trouble> {
        let public = yishi_protocol::signature::public_key(code);
        let path = format!("/codes/{public}");
        let mut view: CodeView = self.read(&path, Some(code)).await?;
        if view.name.is_none() {
            // The page may have been left alone longer than a pass lives; the answer has brought the server's clock.
            view = self.read(&path, Some(code)).await?;
        }
        let checkpoint = self.check(&view.checkpoint)?;
        let published = view.codes.open(&checkpoint)?;
        let names = |codes: &yishi_protocol::body::Codes| codes.codes.contains(&(view.person, public));
        match published.entry.body() {
            Body::Codes(codes) if names(codes) => Ok(view),
            _ => Err(Code::CodeUnknown.into()),
        }
    }

    /// A vote, every part of it proven.
    pub(crate) async fn vote(&mut self, id: &EntryId) -> Result<Vote, Trouble> {
        let view: AgendaView = self.read(&format!("/agendas/{id}"), None).await?;
        let checkpoint = self.check(&view.checkpoint)?;
        let Some((noticed, Body::Notice(notice))) = proven(Some(&view.notice), &checkpoint)? else {
            return Err(Code::NoticeUnknown.into());
        };
        let text = words(view.text.as_ref(), &notice.text).ok_or(Code::BlobMissing)?;
        let (agenda, open) = match proven(view.open.as_ref(), &checkpoint)? {
            Some((id, Body::Open(open))) if open.notice == noticed => (Some(id), Some(open)),
            Some(_) => return Err(Code::AgendaUnknown.into()),
            None => (None, None),
        };
        let asked = *id == noticed || Some(*id) == agenda;
        let tally = match proven(view.tally.as_ref(), &checkpoint)? {
            Some((_, Body::Tally(tally))) if Some(tally.agenda) == agenda => Some(tally),
            Some(_) => return Err(Code::TallyMismatch.into()),
            None => None,
        };
        if !asked {
            return Err(Code::AgendaUnknown.into());
        }
        Ok(Vote {
            id: noticed,
            agenda,
            notice,
            text,
            open,
            stage: view.stage,
            turnout_heads: view.turnout_heads,
            tally,
            late: view.late,
        })
    }

    /// Homes with what the roll's pages prove about them.
    pub(crate) fn homes<'a>(
        &mut self,
        note: &str,
        homes: impl Iterator<Item = &'a HomeView>,
    ) -> Result<Vec<Home>, Trouble> {
        let checkpoint = self.check(note)?;
        let mut checked = Vec::new();
        for home in homes {
            let Some((_, Body::RollPage(page))) = proven(Some(&home.page), &checkpoint)? else {
                return Err(Code::RollUnknown.into());
            };
            let row = page.units.iter().find(|row| row.0 == home.unit).ok_or(Code::RollUnknown)?;
            let facts: Option<UnitFacts> = words(home.facts.as_ref(), &row.4);
            let place: Option<Place> = words(home.place.as_ref(), &row.5);
            checked.push(Home {
                unit: home.unit,
                address: place
                    .as_ref()
                    .map(|place| format!("{}{}{}", place.building, place.entrance, place.room)),
                building: place.map(|place| place.building),
                area_c: facts.map(|facts| facts.area_c.into()),
            });
        }
        Ok(checked)
    }
}

/// A person's name from its blob. That it is the committed one was the server's to choose; a wrong name would be the
/// person's own to notice.
pub(crate) fn person_name(blob: Option<&Blob>) -> Option<String> {
    Some(blob?.open::<PersonName>().ok()?.name)
}

/// What a blob says, if it is the one of that id.
pub(crate) fn words<T: Strict>(blob: Option<&Blob>, id: &yishi_protocol::id::BlobId) -> Option<T> {
    let blob = blob.filter(|blob| blob.id() == *id)?;
    blob.open().ok()
}

pub(crate) fn proven(
    proven: Option<&Proven>,
    checkpoint: &Checkpoint,
) -> Result<Option<(EntryId, Body)>, Trouble> {
    let Some(proven) = proven else { return Ok(None) };
    let entry = proven.open_reading(checkpoint, of_votes)?;
    let id = entry.entry.id();
    Ok(Some((id, entry.entry.into_body())))
}

/// Reads what the first screen and a ballot show, and no other kind: that of all of them weighs as much as a screen.
pub(crate) fn of_votes(kind: Kind, body: &[u8]) -> Result<Body, Rejection> {
    Ok(match kind {
        Kind::Genesis => Body::Genesis(strict_json::read(body)?),
        Kind::RollPage => Body::RollPage(strict_json::read(body)?),
        Kind::Notice => Body::Notice(strict_json::read(body)?),
        Kind::Open => Body::Open(strict_json::read(body)?),
        Kind::Ballot => Body::Ballot(strict_json::read(body)?),
        Kind::Tally => Body::Tally(strict_json::read(body)?),
        _ => return Err(Code::UnknownKind.into()),
    })
}

pub(crate) async fn get<T: Strict>(url: &str, pass: Option<&str>) -> Result<(T, u64), Trouble> {
    parse(get_text(url, pass).await?)
}

/// Posts text and reads the answer.
pub(crate) async fn post<T: Strict>(url: &str, text: &str) -> Result<(T, u64), Trouble> {
    parse(post_text(url, text).await?)
}

// What does not depend on the type that is read is apart from what does: it is compiled once.

async fn get_text(url: &str, pass: Option<&str>) -> Result<(String, u64), Trouble> {
    let mut request = Request::get(url);
    if let Some(pass) = pass {
        request = request.header("authorization", &format!("Yishi-Pass {pass}"));
    }
    read(request.send().await).await
}

async fn post_text(url: &str, text: &str) -> Result<(String, u64), Trouble> {
    let request = Request::post(url).header("content-type", "application/json").body(text.to_owned());
    let request = request.map_err(|_| Trouble::Offline)?;
    read(request.send().await).await
}

async fn read(answer: Result<Response, gloo_net::Error>) -> Result<(String, u64), Trouble> {
    let answer = answer.map_err(|_| Trouble::Offline)?;
    let server_ms = answer.headers().get("yishi-now").and_then(|now| now.parse().ok()).unwrap_or_default();
    let text = answer.text().await.map_err(|_| Trouble::Offline)?;
    if answer.ok() {
        return Ok((text, server_ms));
    }
    match strict_json::read::<Refusal>(text.as_bytes()) {
        Ok(refusal) if refusal.code != "UNAVAILABLE" => Err(Trouble::Refused(refusal)),
        _ => Err(Trouble::Offline),
    }
}

fn parse<T: Strict>((text, server_ms): (String, u64)) -> Result<(T, u64), Trouble> {
    let value = strict_json::read(text.as_bytes()).map_err(|_| Trouble::Outdated)?;
    Ok((value, server_ms))
}
