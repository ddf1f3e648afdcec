//! What somebody did alone and another person has to stand behind. Each act is opened with its proof before a word of it is
//! believed.

use yishi_protocol::body::{Body, Capability};
use yishi_protocol::id::{EntryId, PersonId};
use yishi_protocol::signature::public_key;
use yishi_protocol::view::{Speaker, WaitingList};

use crate::proofs::session::Session;
use crate::words::Lang;
use crate::words::trouble::Trouble;

/// The capabilities that somebody who confirms needs; whoever holds none of them is not asked.
pub(crate) const CONFIRMING: [Capability; 4] =
    [Capability::Bylaws, Capability::Codes, Capability::Grant, Capability::Roll];

/// An act that a second person can confirm: what was done is proven, the rest is the server's word.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Waiting {
    pub(crate) entry: EntryId,
    pub(crate) body: Body,
    /// Whether this device signed it.
    pub(crate) mine: bool,
    pub(crate) since_ms: u64,
    /// When it lapses; none if it is in force, and only one person stands behind it.
    pub(crate) lapses_ms: Option<u64>,
    pub(crate) people: u32,
    pub(crate) speaker: Option<Speaker>,
    /// Whether it is ours to confirm.
    pub(crate) yours: bool,
}

/// Reads what waits.
pub(crate) async fn read(session: &mut Session) -> Result<Vec<Waiting>, Trouble> {
    let list: WaitingList = session.fetch("/waiting").await?;
    let checkpoint = session.check(&list.checkpoint)?;
    let ours = session.key.as_ref().map(public_key);
    let mut found = Vec::with_capacity(list.waiting.len());
    for view in list.waiting {
        let act = view.act.open(&checkpoint)?;
        found.push(Waiting {
            entry: act.entry.id(),
            mine: ours == Some(act.entry.author()),
            body: act.entry.body().clone(),
            since_ms: view.since_ms,
            lapses_ms: view.lapses_ms,
            people: view.people,
            speaker: view.speaker,
            yours: view.yours,
        });
    }
    Ok(found)
}

impl Waiting {
    /// Whether it is a roll, or changes one.
    pub(crate) fn is_roll(&self) -> bool {
        matches!(self.body, Body::Roll(_) | Body::RollChange(_))
    }

    /// What waits, in words.
    pub(crate) fn named(&self, lang: Lang) -> String {
        let words = match &self.body {
            Body::Codes(codes) => {
                let (all, waiting) = (codes.codes.len(), self.people);
                return match (lang, usize::try_from(waiting) == Ok(all)) {
                    (Lang::Zh, true) => format!("入户信 {all} 封"),
                    (Lang::Zh, false) => format!("入户信 {waiting} 封（同一批共 {all} 封）"),
                    (Lang::En, true) => format!("letters for {all}"),
                    (Lang::En, false) => format!("letters for {waiting} of {all}"),
                };
            }
            Body::Roll(_) => ("整份名册", "the whole roll"),
            Body::RollChange(_) => ("名册的改动", "a change of the roll"),
            Body::EnrolInPerson(_) if self.lapses_ms.is_some() => {
                ("当面登记的手机", "a phone let in at the desk")
            }
            Body::Revoke(_) => ("作废手机", "a phone to be retired"),
            Body::Representative(_) => ("代表人登记", "who votes for a home"),
            Body::Bylaws(_) => ("管理规约", "the bylaws"),
            _ => ("新任职务的手机", "the phone of a new officer"),
        };
        lang.say(words.0, words.1).to_owned()
    }

    /// Whom it is about.
    pub(crate) fn persons(&self) -> Vec<PersonId> {
        match &self.body {
            Body::Codes(codes) => codes.codes.iter().map(|(person, _)| *person).collect(),
            Body::Enrol(body) => vec![body.person],
            Body::EnrolInPerson(body) => vec![body.person],
            Body::Representative(body) => vec![body.person],
            _ => Vec::new(),
        }
    }
}
