//! Matters as this window sees them: entries proven, words checked against their ids, counts as the server says.

use yishi_protocol::blob::{MatterText, Spoken, Words};
use yishi_protocol::body::{Body, Raise, Score};
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{AgendaId, EntryId, MatterId};
use yishi_protocol::rejection::Code;
use yishi_protocol::strict_json::Strict;
use yishi_protocol::view::{
    ActView, MatterList, MatterView, OfficerList, OpinionView, ScopeList, Speaker, TurnoutView,
};

use crate::proofs::session::{Session, get, words};
use crate::words::trouble::Trouble;

/// An official act, proven.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Act {
    /// Its entry.
    pub(crate) id: EntryId,
    /// Its place in the log.
    pub(crate) index: u64,
    /// When the server received it.
    pub(crate) at_ms: u64,
    /// What was done.
    pub(crate) body: Body,
    /// What was said, if it is at hand.
    pub(crate) words: Option<Words>,
    /// Who acted: the server's word.
    pub(crate) speaker: Speaker,
}

/// An opinion, proven.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Said {
    /// Its entry.
    pub(crate) id: EntryId,
    /// When the server received it.
    pub(crate) at_ms: u64,
    /// What was said, if it is at hand.
    pub(crate) spoken: Option<Spoken>,
    /// To which opinion it replies.
    pub(crate) reply_to: Option<EntryId>,
    /// Who spoke: the server's word.
    pub(crate) speaker: Speaker,
}

/// A matter whose words and acts are proven. Counts, step and date in `view` are the server's word.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Matter {
    /// Which.
    pub(crate) id: MatterId,
    /// The entry that brought it up.
    pub(crate) raise: Raise,
    /// When the server received it.
    pub(crate) raised_ms: u64,
    /// What is asked for, if it is at hand.
    pub(crate) text: Option<MatterText>,
    /// The official acts, in log order.
    pub(crate) trail: Vec<Act>,
    /// What was said, in log order.
    pub(crate) opinions: Vec<Said>,
    /// The rest.
    pub(crate) view: MatterView,
}

impl Session {
    /// The list of matters: all of it is the server's word.
    pub(crate) async fn matters(&mut self) -> Result<MatterList, Trouble> {
        self.fetch("/matters").await
    }

    /// The parts of the estate.
    pub(crate) async fn scopes(&mut self) -> Result<ScopeList, Trouble> {
        self.fetch("/scopes").await
    }

    /// Who holds an office.
    pub(crate) async fn officers(&mut self) -> Result<OfficerList, Trouble> {
        self.fetch("/officers").await
    }

    /// Who takes part in a vote, for the desk.
    pub(crate) async fn turnout(&mut self, agenda: &AgendaId) -> Result<TurnoutView, Trouble> {
        self.fetch(&format!("/agendas/{agenda}/turnout")).await
    }

    /// The score of a matter as its marks give it, to be signed; the rule book compares it when it comes back.
    pub(crate) async fn score_draft(&mut self, matter: &MatterId) -> Result<Score, Trouble> {
        self.fetch(&format!("/matters/{matter}/score-draft")).await
    }

    /// Reads an address below the estate's, with a pass if this device has a key.
    pub(crate) async fn fetch<T: Strict>(&mut self, path: &str) -> Result<T, Trouble> {
        let pass = self.pass();
        let (view, server_ms) = get(&format!("{}{path}", self.base), pass.as_deref()).await?;
        self.server_ms = server_ms;
        Ok(view)
    }

    /// A matter, by its name.
    pub(crate) async fn matter(&mut self, id: &MatterId) -> Result<Matter, Trouble> {
        let view: MatterView = self.fetch(&format!("/matters/{id}")).await?;
        let checkpoint = self.check(&view.checkpoint)?;
        let entry = view.raise.open(&checkpoint)?;
        let Body::Raise(raise) = entry.entry.body().clone() else { return Err(Code::MatterUnknown.into()) };
        if entry.entry.id() != *id {
            return Err(Code::MatterUnknown.into());
        }
        let text = words(view.text.as_ref(), &raise.text);
        let trail = view.trail.iter().map(|act| open_act(act, &checkpoint)).collect::<Result<_, _>>()?;
        let opinions =
            view.opinions.iter().map(|said| open_opinion(said, id, &checkpoint)).collect::<Result<_, _>>()?;
        Ok(Matter { id: *id, raise, raised_ms: entry.received_ms, text, trail, opinions, view })
    }
}

fn open_act(act: &ActView, checkpoint: &Checkpoint) -> Result<Act, Trouble> {
    let entry = act.proven.open(checkpoint)?;
    let body = entry.entry.body().clone();
    let text = body.statement();
    let words = text.and_then(|text| words(act.text.as_ref(), &text));
    let (id, index, at_ms) = (entry.entry.id(), entry.index, entry.received_ms);
    Ok(Act { id, index, at_ms, body, words, speaker: act.speaker.clone() })
}

fn open_opinion(said: &OpinionView, matter: &MatterId, checkpoint: &Checkpoint) -> Result<Said, Trouble> {
    let entry = said.proven.open(checkpoint)?;
    let Body::Opinion(opinion) = entry.entry.body() else { return Err(Code::OpinionUnknown.into()) };
    if opinion.matter != *matter {
        return Err(Code::OpinionUnknown.into());
    }
    Ok(Said {
        id: entry.entry.id(),
        at_ms: entry.received_ms,
        spoken: words(said.blob.as_ref(), &opinion.blob),
        reply_to: opinion.reply_to,
        speaker: said.speaker.clone(),
    })
}
