//! What somebody did alone and another person has to stand behind. Each act is opened with its proof before a word of it is
//! believed.

use crate::words::key;
use yishi_protocol::blob::Words;
use yishi_protocol::body::{Body, Capability};
use yishi_protocol::id::{EntryId, PersonId};
use yishi_protocol::projection::{self, Help};
use yishi_protocol::signature::public_key;
use yishi_protocol::view::{Served, Speaker, WaitingList, WaitingView};

use crate::proofs::session::{MOST_PAGES, Session};
use crate::words::Lang;
use crate::words::trouble::Trouble;

/// The capabilities that somebody who confirms needs; whoever holds none of them is not asked.
pub(crate) const CONFIRMING: [Capability; 6] = [
    Capability::Bylaws,
    Capability::Codes,
    Capability::Grant,
    Capability::Open,
    Capability::Roll,
    Capability::Tally,
];

/// An act that a second person can confirm: what was done is proven, the rest is the server's word.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WaitingAct {
    pub(crate) entry: EntryId,
    pub(crate) body: Body,
    /// Where an organisation would be found and rung, if it says so and its words are at hand.
    pub(crate) help: Option<Help>,
    /// Why, if it says so and the words are at hand.
    pub(crate) why: Option<Words>,
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
pub(crate) async fn read(session: &mut Session) -> Result<Vec<WaitingAct>, Trouble> {
    let (mut found, mut path) = (Vec::new(), "/waiting".to_owned());
    for _ in 0..MOST_PAGES {
        let answer: Served<WaitingList> = session.fetch(&path).await?;
        let (shown, list) = answer.apart();
        let next = list.next;
        let opened = session.opened(&shown, Body::decode)?;
        found.extend(projection::Waiting::all(&opened, list)?);
        let Some(next) = next else { break };
        path = format!("/waiting?after={next}");
    }
    let ours = session.key.as_ref().map(public_key);
    let waiting = |found: projection::Waiting| {
        let (entry, mine) = (found.id(), ours == Some(found.act.entry.author()));
        let WaitingView { since_ms, lapses_ms, people, speaker, yours, .. } = found.stated;
        let (body, help, why) = (found.act.entry.into_body(), found.help, found.why);
        WaitingAct { entry, body, help, why, mine, since_ms, lapses_ms, people, speaker, yours }
    };
    Ok(found.into_iter().map(waiting).collect())
}

impl WaitingAct {
    /// Whether it is a roll, or changes one.
    pub(crate) fn is_roll(&self) -> bool {
        matches!(self.body, Body::Roll(_) | Body::RollChange(_))
    }

    /// What waits, in words.
    pub(crate) fn named(&self, lang: Lang) -> String {
        let words = match &self.body {
            Body::Codes(codes) => {
                let (all, waiting) = (codes.codes.len(), self.people);
                return lang.fill(if usize::try_from(waiting) == Ok(all) {
                    key::desk_waits::letters(&all)
                } else {
                    key::desk_waits::letters_of(&waiting, &all)
                });
            }
            Body::Roll(_) => key::desk_waits::THE_WHOLE_ROLL,
            Body::RollChange(_) => key::desk_waits::A_CHANGE_OF_THE_ROLL,
            Body::EnrolInPerson(_) if self.lapses_ms.is_some() => key::desk_waits::A_PHONE_LET_IN_AT,
            Body::Revoke(_) => key::desk_waits::A_PHONE_TO_BE_RETIRED,
            Body::Representative(_) => key::desk_waits::WHO_VOTES_FOR_A_HOME,
            Body::Proxy(_) => key::desk_waits::A_MANDATE_ON_PAPER,
            Body::Bylaws(_) => key::desk_waits::THE_BYLAWS,
            Body::HelpLine(_) => key::desk_waits::A_TELEPHONE,
            Body::Delivery(body) => return lang.fill(key::desk_waits::deliveries(&body.rows.len())),
            Body::Erase(body) => return lang.fill(key::desk_waits::erasure(&body.blobs.len())),
            Body::Final(_) => key::desk_waits::THE_END_OF_A_VOTE,
            Body::Draw(_) => key::desk_waits::THE_NUMBERS_OF_A_DRAW,
            Body::Annul(_) => key::desk_waits::AN_ANNULMENT,
            Body::Nominate(_) => key::desk_waits::A_CANDIDATE,
            _ => key::desk_waits::THE_PHONE_OF_A_NEW,
        };
        lang.say(words).to_owned()
    }

    /// Whom it is about.
    pub(crate) fn persons(&self) -> Vec<PersonId> {
        match &self.body {
            Body::Codes(codes) => codes.codes.iter().map(|(person, _)| *person).collect(),
            Body::Enrol(body) => vec![body.person],
            Body::EnrolInPerson(body) => vec![body.person],
            Body::Representative(body) => vec![body.person],
            Body::Proxy(body) => body.person.into_iter().collect(),
            Body::Nominate(body) => vec![body.person],
            _ => Vec::new(),
        }
    }
}
