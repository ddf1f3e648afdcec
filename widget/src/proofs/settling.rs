//! What a phone that has seen two histories can do once its estate has settled which goes on: see what of its own is in the one
//! that is shown now, and take that one up. Its person decides; nothing here happens by itself, and nothing is thrown away: the
//! notes of the other history stay as evidence, with every receipt whose ballot the one that goes on does not have.

use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::rejection::Code;
use yishi_protocol::strict_json::{self, Strict, write_text};

use crate::proofs::session::Session;
use crate::proofs::slips::{self, KeptReceipt};
use crate::proofs::vault::{self, Shelf};
use crate::proofs::{history, outbox};
use crate::words::trouble::Trouble;

/// Two histories, as this phone has them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Histories {
    /// The signed notes that it has seen and that the history shown now does not add to, oldest first.
    pub(crate) lost: Vec<String>,
    /// The signed note of the history that is shown now.
    pub(crate) shown: String,
    /// The ballots whose receipts it keeps, and whether the history shown now has them.
    pub(crate) ballots: Vec<(KeptReceipt, bool)>,
    /// How many acts are signed and not answered. They name the history on which they were signed.
    pub(crate) waiting: usize,
    /// Whether its key is known in the history shown now; none if it has no key.
    pub(crate) known: Option<bool>,
}

/// What is kept of a history that was left: its notes, and the one that was taken up, as the log's key signed them.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub(crate) struct Parting {
    /// Of the history that was left, oldest first.
    pub(crate) lost: Vec<String>,
    /// Of the one that was taken up.
    pub(crate) shown: String,
}

/// Which of the notes that were held against the history shown now are of another one.
///
/// # Errors
/// If one could not be held: then nothing is known about it, and nothing is left for it.
fn apart(held: Vec<(String, Result<String, Trouble>)>) -> Result<Vec<String>, Trouble> {
    let mut lost = Vec::new();
    for (note, answer) in held {
        match answer {
            Ok(_) => {}
            Err(Trouble::Split(_)) => lost.push(note),
            // Of the same size with another root.
            Err(Trouble::Unproven(code)) if code == Code::ViewMismatch.to_string() => lost.push(note),
            Err(trouble) => return Err(trouble),
        }
    }
    Ok(lost)
}

/// Which receipts the history shown now does not have: with its own words, since it is what they prove that counts.
fn missing(ballots: &[(KeptReceipt, bool)]) -> Vec<String> {
    ballots.iter().filter(|(_, has)| !has).map(|(kept, _)| kept.text.clone()).collect()
}

/// Looks at both.
///
/// # Errors
/// If the server does not say enough of the history that it shows.
pub(crate) async fn look(session: &mut Session) -> Result<Histories, Trouble> {
    let shown = session.answer.checkpoint.clone();
    let mut held = Vec::new();
    for note in vault::heads(&session.estate).await?.into_iter().filter(|note| *note != shown) {
        let Ok(older) = Checkpoint::open(&note, &session.estate, &session.log_key) else { continue };
        let answer = history::adds_to(session, &note, &older).await;
        held.push((note, answer));
    }
    let lost = apart(held)?;
    let mut ballots = Vec::new();
    for kept in slips::kept(session).await {
        let has = slips::given(session, kept.entry).await?.is_some();
        ballots.push((kept, has));
    }
    let waiting = outbox::all(&session.estate).await.unwrap_or_default().len();
    let known = match session.me().await {
        Ok(me) => me.map(|_| true),
        Err(Trouble::Refused(_)) => Some(false),
        Err(trouble) => return Err(trouble),
    };
    Ok(Histories { lost, shown, ballots, waiting, known })
}

/// Takes up the history that was looked at. What the other one showed and acknowledged is kept, in the same step.
///
/// # Errors
/// If the browser does not keep it; then nothing has changed.
pub(crate) async fn take_up(session: &Session, histories: &Histories) -> Result<(), Trouble> {
    let Histories { lost, shown, ballots, .. } = histories;
    let parting = write_text(&Parting { lost: lost.clone(), shown: shown.clone() });
    Ok(vault::take_up(&session.estate, (lost, shown), &parting, &missing(ballots)).await?)
}

/// What is kept of histories that were left, the latest last.
pub(crate) async fn partings(session: &Session) -> Vec<Parting> {
    let texts = vault::shelf(&session.estate, Shelf::Partings).await.unwrap_or_default();
    texts.iter().filter_map(|text| strict_json::read(text.as_bytes()).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::wire::Refusal;

    fn held(note: &str, answer: Result<(), Trouble>) -> (String, Result<String, Trouble>) {
        (note.to_owned(), answer.map(|()| "newest".to_owned()))
    }

    #[test]
    fn only_notes_of_the_other_history_are_left() {
        let split = || Err(Trouble::Split("both".to_owned()));
        let same_size = || Err(Trouble::Unproven("VIEW_MISMATCH".to_owned()));
        let lost = apart(vec![held("a", Ok(())), held("b", split()), held("c", same_size())]);
        assert_eq!(lost, Ok(vec!["b".to_owned(), "c".to_owned()]));
        assert_eq!(apart(vec![held("a", Ok(()))]), Ok(Vec::new()), "nothing is left where nothing is split");
        // What could not be asked is not taken for lost, whatever else was found.
        let later = Trouble::Later(Refusal { code: "TOO_MANY_REQUESTS".to_owned(), detail: String::new() });
        for trouble in [Trouble::Offline, later, Trouble::Unproven("PROOF_INVALID".to_owned())] {
            let asked = vec![held("a", split()), held("b", Err(trouble.clone()))];
            assert_eq!(apart(asked), Err(trouble));
        }
    }

    #[test]
    fn what_is_kept_of_a_history_is_its_notes_as_they_were_signed() {
        let parting =
            Parting { lost: vec!["one\n1\n\n— log".to_owned()], shown: "two\n2\n\n— log".to_owned() };
        let text = write_text(&parting);
        assert_eq!(strict_json::read::<Parting>(text.as_bytes()), Ok(parting));
    }
}
