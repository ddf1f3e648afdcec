//! The vectors of all that is no single entry of a log: letters, passes, heads, receipts, proofs, answers, submissions,
//! exports and case files. [`tell`] gives `tests/vectors/other.json`; SPEC.md, section 19, says how it is read.

mod answers;
mod exports;
mod papers;
mod submissions;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use yishi_protocol::body::{Class, Close};
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::count::{Count, Counted, count};
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_server::founding::{Acts, FirstRoll, Founding};

use crate::exported::Exported;
use crate::people::{key, public};
use crate::stairwell::{self, ORGS, ROLL, founding, hour, newcomer, notice, resolution, roll_page, vote};
use crate::story::Story;

/// The vectors of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherVectors {
    /// What they are about.
    pub about: String,
    /// Whose they are, as hexadecimal.
    pub estate: String,
    /// The public key that signs its heads, as hexadecimal.
    pub log_key: String,
    /// Its log with all that its count rests on: an export.
    pub log: String,
    /// The vectors.
    pub vectors: Vec<OtherVector>,
}

/// One vector: what is read, what is known when it is read, and what comes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherVector {
    /// As what it is read.
    pub form: String,
    /// What it shows.
    pub note: String,
    /// What is known beside it.
    pub given: Map<String, Value>,
    /// The text.
    pub input: String,
    /// The code with which it is refused; absent if it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
    /// What is read from it; absent if it is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gives: Option<Map<String, Value>>,
}

/// The vectors as they are kept: one a line.
pub fn to_json(vectors: &OtherVectors) -> String {
    // Strings and maps always serialise.
    let text = |value: &str| serde_json::to_string(value).unwrap_or_default();
    let line = |vector: &OtherVector| serde_json::to_string(vector).unwrap_or_default();
    let lines: Vec<_> = vectors.vectors.iter().map(line).collect();
    format!(
        "{{\"about\":{},\"estate\":{},\"log_key\":{},\n\"log\":{},\n\"vectors\":[\n{}\n]}}\n",
        text(&vectors.about),
        text(&vectors.estate),
        text(&vectors.log_key),
        text(&vectors.log),
        lines.join(",\n")
    )
}

/// Vectors of one form, one after another.
#[derive(Debug)]
struct Telling {
    form: &'static str,
    vectors: Vec<OtherVector>,
}

impl Telling {
    fn of(form: &'static str) -> Self {
        Self { form, vectors: Vec::new() }
    }

    fn add(&mut self, note: &str, given: Value, input: String, outcome: Result<Value, Code>) {
        // In one order, whichever order maps are kept in.
        let map = |mut value: Value| {
            value.sort_all_objects();
            match value {
                Value::Object(map) => map,
                _ => Map::new(),
            }
        };
        let (refused, gives) = match outcome {
            Ok(gives) => (None, Some(map(gives))),
            Err(code) => (Some(code.to_string()), None),
        };
        let (form, note) = (self.form.to_owned(), note.to_owned());
        self.vectors.push(OtherVector { form, note, given: map(given), input, refused, gives });
    }

    fn holds(&mut self, note: &str, given: Value, input: impl Into<String>, gives: Value) {
        self.add(note, given, input.into(), Ok(gives));
    }

    fn refuse(&mut self, code: Code, note: &str, given: Value, input: impl Into<String>) {
        self.add(note, given, input.into(), Err(code));
    }
}

/// Two homes from the founding to the totals of a vote.
#[derive(Debug)]
struct TwoHomes {
    /// The whole of it.
    story: Story,
    /// The founding and two organisations.
    brief: Story,
    /// Before the first ballot.
    open: Story,
    /// Before the totals.
    closed: Story,
    notice: EntryId,
    agenda: EntryId,
    tally: EntryId,
}

impl TwoHomes {
    fn told() -> Result<Self, Rejection> {
        let organisations =
            ORGS[..2].iter().map(|(kind, name, root)| stairwell::organisation(*kind, name, *root)).collect();
        let people = ["host", "wang", "li"].map(newcomer).to_vec();
        let whole = Founding { organisations, people, ..founding() };
        let mut story = Story::at(hour(3, 1, 9));
        story.tell(Founding { people: vec![], offices: vec![], ..whole.clone() }.acts())?;
        let brief = story;
        let mut story = Story::at(hour(3, 1, 9));
        story.tell(whole.acts())?;
        let (area_c, heads) = (8937 + 7658, 2);
        let roll = yishi_protocol::body::Roll { area_c, heads, ..stairwell::roll("march") };
        let pages = vec![roll_page("march", (0, 1), &ROLL[..2], &[])];
        let mut acts = Acts::default();
        let closing = acts.bring_roll(&FirstRoll { by: key("host"), second: key("root"), pages, roll });
        let roll = story.tell(acts)?.get(closing).copied().unwrap_or(EntryId::ZERO);
        story.now_ms = hour(3, 4, 10);
        let items = vec![resolution(1, Class::Ordinary)];
        let (body, blobs) = notice(roll, items.clone());
        let notice = story.say_id("host", body, blobs)?;
        story.now_ms = hour(3, 19, 9);
        let body = yishi_protocol::body::Open { area_c, heads, ..stairwell::open(notice, roll) };
        let agenda = story.say_id("host", body, vec![])?;
        story.now_ms = hour(3, 20, 0);
        let open = story.clone();
        for (name, marks) in [("wang", 0), ("li", 0)] {
            let submission = vote(&story, name, name, agenda, &[&[marks]]);
            story.send(&submission)?;
        }
        story.now_ms = hour(4, 4, 0);
        story.say("host", Close { agenda }, vec![])?;
        let closed = story.clone();
        let tally = counted(&story, &agenda)?.tally(&items);
        let tally = story.say_id("host", tally, vec![])?;
        Ok(Self { story, brief, open, closed, notice, agenda, tally })
    }

    fn log(&self) -> Exported {
        Exported::of(&self.story)
    }

    fn head(&self) -> Checkpoint {
        head(&self.story)
    }
}

/// What a vote of a story comes to.
fn counted(story: &Story, agenda: &EntryId) -> Result<Count, Rejection> {
    match count(story.log.state(), agenda, &story.evidence)? {
        Counted::Full(count) => Ok(*count),
        Counted::Erased(_) => Err(Code::OpeningMissing.into()),
    }
}

/// The head of a story's log.
fn head(story: &Story) -> Checkpoint {
    let tree = story.log.tree();
    Checkpoint { estate: story.estate(), size: tree.size(), root: tree.root() }
}

/// A head as the vectors give it.
fn figures(head: &Checkpoint) -> Value {
    json!({ "size": head.size, "root": head.root.to_string() })
}

/// Bytes that are text.
fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_default()
}

/// Tells the vectors.
///
/// # Errors
/// If the rules refuse what they rest on.
pub fn tell() -> Result<OtherVectors, Rejection> {
    let homes = TwoHomes::told()?;
    let mut vectors = papers::tell(&homes);
    vectors.extend(answers::tell(&homes)?);
    vectors.extend(submissions::tell(&homes)?);
    vectors.extend(exports::tell(&homes));
    let about = "Whatever travels beside entries, with what is read from it or the code with which it is refused; all of \
                 one estate of two homes, whose log is here. See protocol/SPEC.md, section 19.";
    Ok(OtherVectors {
        about: about.to_owned(),
        estate: homes.story.estate().to_string(),
        log_key: public("log").to_string(),
        log: text(homes.log().evidence_of(homes.agenda)),
        vectors,
    })
}
