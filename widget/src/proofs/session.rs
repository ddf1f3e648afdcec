//! One estate as this phone sees it: whom to believe, who we are, and the way to the server.
//!
//! Nothing the server says is believed before its proof leads to a checkpoint that the log's key has signed.

use std::sync::Arc;

use yishi_protocol::body::{Body, Kind};
use yishi_protocol::bylaws::Bylaws;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::envelope::BodyReader;
use yishi_protocol::id::{EntryId, EstateId, PublicKey};
use yishi_protocol::projection::{Founded, Letter, Me, Vote};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::signature::public_key;
use yishi_protocol::strict_json::{self, Strict};
use yishi_protocol::view::{AgendaList, AgendaView, CodeView, EstateView, MeView, Opened, Paged, Served};
use yishi_protocol::wire::Refusal;
use yishi_protocol::{SigningKey, pass};

use crate::fetch::{Asking, fetch};
use crate::words::refusals;
use crate::words::trouble::Trouble;

/// As many pages of a list are read at most, for a server that leads in circles.
pub(crate) const MOST_PAGES: usize = 100;

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
    /// What the server answered about the estate, for whoever proves more of it.
    pub(crate) answer: Arc<Served<EstateView>>,
    /// The server's clock when it last answered.
    pub(crate) server_ms: u64,
    /// The newest checkpoint we have checked.
    pub(crate) seen: Checkpoint,
    /// This phone's key, if it has one.
    pub(crate) key: Option<SigningKey>,
}

impl Session {
    /// Meets the server: the estate's id is the hash of its founding entry, which names the key to believe.
    pub(crate) async fn open(
        server: &str,
        estate: EstateId,
        key: Option<SigningKey>,
    ) -> Result<Self, Trouble> {
        let base = format!("{}/api/estates/{estate}", server.trim_end_matches('/'));
        let (answer, server_ms): (Served<EstateView>, u64) = get(&base, None).await?;
        let Founded { genesis, seen } = Founded::of(&answer, &estate, of_votes)?;
        let (name, log_key, settings) = (genesis.name, genesis.log_key, answer.stated.settings.clone());
        let answer = Arc::new(answer);
        Ok(Self { base, estate, name, log_key, settings, answer, server_ms, seen, key })
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
        self.learn_of(checkpoint)?;
        Ok(checkpoint)
    }

    /// An answer, every entry of it proven to a checkpoint of the history that we know.
    pub(crate) fn opened<'a>(
        &mut self,
        shown: &'a Served<()>,
        read: BodyReader,
    ) -> Result<Opened<'a>, Trouble> {
        let opened = shown.open((&self.estate, &self.log_key), read)?;
        self.learn_of(opened.checkpoint)?;
        Ok(opened)
    }

    /// Takes in a checkpoint that the log's key has signed.
    pub(super) fn learn_of(&mut self, checkpoint: Checkpoint) -> Result<(), Trouble> {
        if checkpoint.size == self.seen.size && checkpoint.root != self.seen.root {
            return Err(Code::ViewMismatch.into());
        }
        if checkpoint.size > self.seen.size {
            self.seen = checkpoint;
        }
        Ok(())
    }

    pub(crate) async fn read<T: Strict>(
        &mut self,
        path: &str,
        key: Option<&SigningKey>,
    ) -> Result<T, Trouble> {
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
        let votes = self.read("/agendas", None).await?;
        self.whole("/agendas", votes).await
    }

    /// A list whose first page was read, with the pages after it.
    pub(crate) async fn whole<T: Paged>(&mut self, path: &str, mut list: T) -> Result<T, Trouble> {
        for _ in 1..MOST_PAGES {
            let Some(next) = list.next() else { break };
            list.read_on(self.read(&format!("{path}?after={next}"), None).await?);
        }
        Ok(list)
    }

    /// Ourselves; none if this phone has no key.
    pub(crate) async fn me(&mut self) -> Result<Option<Me>, Trouble> {
        let Some((key, answer)) = self.answer_of_me().await? else { return Ok(None) };
        let (shown, view) = answer.apart();
        Ok(Some(Me::of(&self.opened(&shown, of_votes)?, view, &key)?))
    }

    /// The pages of our older ballots: the first has the newest, which is all that the first screen waits for.
    pub(crate) async fn read_rest_of_me(&mut self, me: &mut Me) -> Result<(), Trouble> {
        while let Some((next, key)) = me.view.ballots_next.zip(self.key.clone()) {
            let page: Served<MeView> = self.read(&format!("/me?after={next}"), Some(&key)).await?;
            let (shown, view) = page.apart();
            me.read_on(&self.opened(&shown, of_votes)?, &view, &public_key(&key))?;
        }
        Ok(())
    }

    /// What the server answers about the holder of this phone's key, not opened yet; and that key.
    pub(crate) async fn answer_of_me(&mut self) -> Result<Option<(PublicKey, Served<MeView>)>, Trouble> {
        let Some(key) = self.key.clone() else { return Ok(None) };
        let mut me: Result<Served<MeView>, Trouble> = self.read("/me", Some(&key)).await;
        if matches!(&me, Err(Trouble::Refused(refusal)) if refusal.code == "PASS_EXPIRED") {
            // The page was left alone longer than a pass lives; any answer brings the server's clock.
            self.votes().await?;
            me = self.read("/me", Some(&key)).await;
        }
        Ok(Some((public_key(&key), me?)))
    }

    /// Whose letter a code is, as its holder may see.
    pub(crate) async fn letter(&mut self, code: &SigningKey) -> Result<Letter, Trouble> {
        let public = public_key(code);
        let path = format!("/codes/{public}");
        let mut answer: Served<CodeView> = self.read(&path, Some(code)).await?;
        if answer.stated.name.is_none() {
            // The page may have been left alone longer than a pass lives; the answer has brought the server's clock.
            answer = self.read(&path, Some(code)).await?;
        }
        let (shown, view) = answer.apart();
        let opened = self.opened(&shown, Body::decode)?;
        Ok(Letter::of(&opened, &view, &public)?)
    }

    /// A vote, every part of it proven; what came of it is read by [`Session::result`].
    pub(crate) async fn vote(&mut self, id: &EntryId) -> Result<Arc<Vote>, Trouble> {
        let answer: Served<AgendaView> = self.read(&format!("/agendas/{id}"), None).await?;
        let (shown, view) = answer.apart();
        let opened = self.opened(&shown, of_votes)?;
        Ok(Arc::new(Vote::of(&opened, &view, id)?))
    }
}

/// Reads what the first screen and a ballot show, and no other kind: that of all of them weighs as much as a screen.
pub(crate) fn of_votes(kind: Kind, body: &[u8]) -> Result<Body, Rejection> {
    Ok(match kind {
        Kind::Genesis => Body::Genesis(strict_json::read(body)?),
        Kind::RollPage => Body::RollPage(strict_json::read(body)?),
        Kind::Notice => Body::Notice(strict_json::read(body)?),
        Kind::Open => Body::Open(strict_json::read(body)?),
        Kind::Ballot => Body::Ballot(strict_json::read(body)?),
        // A sheet that two clerks have read is a ballot of its home.
        Kind::Paper => Body::Paper(strict_json::read(body)?),
        Kind::Extend => Body::Extend(strict_json::read(body)?),
        Kind::Withdraw => Body::Withdraw(strict_json::read(body)?),
        _ => return Err(Code::UnknownKind.into()),
    })
}

pub(crate) async fn get<T: Strict>(url: &str, pass: Option<&str>) -> Result<(T, u64), Trouble> {
    parse(ask(url, Asking { pass, ..Asking::default() }).await?)
}

/// Posts text and reads the answer.
pub(crate) async fn post<T: Strict>(url: &str, text: &str) -> Result<(T, u64), Trouble> {
    parse(ask(url, Asking { json: Some(text), ..Asking::default() }).await?)
}

// What does not depend on the type that is read is apart from what does: it is compiled once.

pub(super) async fn ask(url: &str, asked: Asking<'_>) -> Result<(String, u64), Trouble> {
    let answer = fetch(url, &asked).await.ok_or(Trouble::Offline)?;
    if answer.ok {
        return Ok((answer.text, answer.now_ms));
    }
    refusals::bring().await;
    match strict_json::read::<Refusal>(answer.text.as_bytes()) {
        Ok(refusal) if refusal.code == "UNAVAILABLE" => Err(Trouble::Offline),
        Ok(refusal) if answer.later => Err(Trouble::Later(refusal)),
        Ok(refusal) => Err(Trouble::Refused(refusal)),
        Err(_) => Err(Trouble::Offline),
    }
}

fn parse<T: Strict>((text, server_ms): (String, u64)) -> Result<(T, u64), Trouble> {
    let value = strict_json::read(text.as_bytes()).map_err(|_| Trouble::Outdated)?;
    Ok((value, server_ms))
}
