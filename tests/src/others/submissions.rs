//! Entries on their way to a log, whole: with the blobs that came along, those that are there already, and those that are not.

use serde_json::{Value, json};
use yishi_protocol::blob::{Blob, BlobKind, MatterText, Words};
use yishi_protocol::body::{Body, Class, Raise, RollPage, VoidGround};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::envelope::{MAX_BODY, Unsigned};
use yishi_protocol::id::{BlobId, PartyId, Salt};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::strict_json::write_text;
use yishi_protocol::verify;
use yishi_protocol::wire::{Base64Bytes, Submission as Sent};

use super::{OtherVector, Telling, TwoHomes, counted};
use crate::disputes::voiding;
use crate::matters::raise;
use crate::people::{key, party, set};
use crate::stairwell::{ballot, notice, resolution, vote};
use crate::story::{Story, Submission};

/// Vectors of what is sent to a story.
struct Door<'a> {
    telling: Telling,
    story: &'a Story,
    without: Vec<BlobId>,
}

impl<'a> Door<'a> {
    fn at(story: &'a Story) -> Self {
        Self { telling: Telling::of("submission"), story, without: Vec::new() }
    }

    fn given(&self) -> Value {
        let without: Vec<String> = self.without.iter().map(BlobId::to_string).collect();
        json!({
            "after": self.story.log.tree().size(), "received_ms": self.story.now_ms, "without": without,
        })
    }

    fn takes(&mut self, note: &str, sent: Submission) {
        let entry_id = verify(&sent.envelope).map(|entry| entry.id().to_string()).unwrap_or_default();
        let gives = json!({ "index": self.story.log.tree().size(), "entry_id": entry_id });
        self.telling.holds(note, self.given(), written(sent), gives);
    }

    fn refuses(&mut self, code: Code, note: &str, sent: Submission) {
        self.telling.refuse(code, note, self.given(), written(sent));
    }
}

fn written(Submission { envelope, blobs }: Submission) -> String {
    write_text(&Sent { blobs, envelope: Base64Bytes(envelope) })
}

pub(super) fn tell(homes: &TwoHomes) -> Result<Vec<OtherVector>, Rejection> {
    let mut vectors = open(homes);
    vectors.extend(closed(homes)?);
    Ok(vectors)
}

/// While the vote runs.
fn open(homes: &TwoHomes) -> Vec<OtherVector> {
    let story = &homes.open;
    let mut door = Door::at(story);
    let wang = vote(story, "wang", "wang", homes.agenda, &[&[0]]);
    door.takes("a ballot with its opening", wang.clone());
    let mut stuffed = wang.clone();
    stuffed.blobs.push(Blob::record(BlobKind::Consent, Salt::ZERO, &Words::zh("广告")));
    door.refuses(Code::BlobUnnamed, "with a text that it does not name", stuffed);
    door.refuses(Code::BlobMissing, "without its opening", Submission { blobs: vec![], ..wang.clone() });
    // The text of an agenda is the same bytes each time, so the log has it.
    let (body, blobs) = notice(homes_roll(story), vec![resolution(1, Class::Ordinary)]);
    let later = |body: &yishi_protocol::body::Notice| {
        let mut later = body.clone();
        later.opens_ms += 100 * yishi_protocol::calendar::DAY_MS;
        later.closes_ms += 100 * yishi_protocol::calendar::DAY_MS;
        later
    };
    let (named, body) = (body.text, later(&body));
    let again = story.sign("host", body, vec![]);
    door.takes("a text that the log has already need not come along", again.clone());
    door.refuses(Code::BlobMissing, "it is not stored any more", again);
    if let Some(last) = door.telling.vectors.last_mut() {
        last.given.insert("without".to_owned(), json!([named.to_string()]));
    }
    drop(blobs);
    let parties = (0..401_u16).map(|number| (PartyId::from_bytes(numbered(number)), vec![], None)).collect();
    let page = RollPage { page: 0, pages: 1, parties, people: vec![], set: set("long"), units: vec![] };
    door.refuses(Code::TooManyRows, "a page of 401 rows", story.sign("host", page, vec![]));
    let (body, _) = raise();
    let long =
        MatterText { body: Words::zh("木".repeat(1366)), place: None, title: Words::zh("一块木板") };
    let long = Blob::record(BlobKind::MatterText, Salt::from_bytes([7; 32]), &long);
    let body = Raise { text: long.id(), ..body };
    door.refuses(Code::BlobTooLarge, "words of more than 4 KiB", story.sign("wang", body, vec![long]));
    let mut short = wang.clone();
    short.envelope.pop();
    door.refuses(Code::Truncated, "a byte is missing at the end", short);
    let mut long = wang.clone();
    long.envelope.push(0);
    door.refuses(Code::TrailingBytes, "a byte too many", long);
    let mut far = wang.clone();
    far.envelope.resize(MAX_BODY + 205, 0);
    door.refuses(Code::TooLarge, "longer than an entry may be, before anything else is looked at", far);
    let (body, opening) = ballot(homes.agenda, party("wang"), &[&[0]], None);
    let draft = story.draft("wang", body);
    let seen =
        yishi_protocol::envelope::View { root: yishi_protocol::id::Hash::from_bytes([7; 32]), ..draft.view };
    let fork = Unsigned { view: seen, ..draft }.sign(&key("wang")).unwrap_or_default();
    door.refuses(
        Code::ViewMismatch,
        "signed by somebody who was shown another history",
        Submission { envelope: fork, blobs: vec![opening] },
    );
    door.telling.vectors
}

fn numbered(number: u16) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..2].copy_from_slice(&number.to_be_bytes());
    bytes
}

fn homes_roll(story: &Story) -> yishi_protocol::id::EntryId {
    story.log.state().rolls().next().map_or(yishi_protocol::id::EntryId::ZERO, |(id, _)| *id)
}

/// Once it is closed.
fn closed(homes: &TwoHomes) -> Result<Vec<OtherVector>, Rejection> {
    let story = &homes.closed;
    let mut door = Door::at(story);
    let tally: Body = counted(story, &homes.agenda)?.tally(&[resolution(1, Class::Ordinary)]).into();
    let sent = story.sign("host", tally, vec![]);
    door.takes("totals, whose openings the log has already", sent.clone());
    let agenda = story.log.state().agenda(&homes.agenda).ok_or(Code::AgendaUnknown)?;
    let lost = agenda.standing_ballot(&party("li")).ok_or(Code::BallotUnknown)?.blob;
    door.without = vec![lost];
    door.refuses(Code::OpeningMissing, "the opening of li's ballot is lost", sent.clone());
    let supplied = story.evidence.get(&lost).cloned().into_iter().collect();
    door.refuses(
        Code::BlobUnnamed,
        "totals name no opening, so none can come along with them",
        Submission { blobs: supplied, ..sent },
    );
    let mut week = story.clone();
    week.now_ms += 7 * DAY_MS;
    let mut later = Door::at(&week);
    let ballots = agenda.standing_ballot(&party("li")).map(|ballot| ballot.entry);
    let (body, blobs) = voiding(homes.agenda, ballots.into_iter().collect(), VoidGround::OpeningMissing);
    let sent = week.sign("host", body, blobs);
    later.refuses(Code::OpeningFound, "a ballot is given up whose opening is there", sent.clone());
    later.without = vec![lost];
    later.takes("it is given up, seven days after the close", sent);
    Ok([door.telling.vectors, later.telling.vectors].concat())
}
