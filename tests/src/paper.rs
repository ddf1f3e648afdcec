//! Ballots on paper, as clerks of the stairwell read them.

use yishi_protocol::admit::spoilt_items;
use yishi_protocol::blob::{BallotOpening, Blob};
use yishi_protocol::body::{BallotBox, Capability, Class, Confirm, Item, OrgKind, Paper, Role};
use yishi_protocol::calendar::HOUR_MS;
use yishi_protocol::count::{Count, Counted, count};
use yishi_protocol::id::EntryId;
use yishi_protocol::letter::LetterCode;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_server::clock::Clock;

use crate::people::party;
use crate::post_office::{Failed, PostOffice};
use crate::stairwell::{Opened, grant, hour, opened, resolution};
use crate::story::Story;

/// What somebody reads on a sheet of one home, handed over at a moment: that its owner signed it, and marked this.
pub fn paper(
    (agenda, items): (EntryId, &[Item]),
    (sheet, home): (u32, &str),
    marks: &[&[u32]],
    taken_ms: u64,
) -> (Paper, Vec<Blob>) {
    let opening = BallotOpening { choice: marks.iter().map(|marks| marks.to_vec()).collect() };
    // The clerks of the stairwell share one code.
    let salt = LetterCode::from_random([7; 20]).sheet_salt(&agenda, sheet);
    let blob = Blob::paper(&agenda, &party(home), salt, &opening);
    let paper = Paper {
        agenda,
        assisted: None,
        blob: blob.id(),
        by: None,
        invalid: None,
        party: party(home),
        scan: None,
        sheet,
        spoilt: spoilt_items(items, &opening.choice),
        taken_ms,
    };
    (paper, vec![blob])
}

/// The one question of the stairwell's votes with paper.
pub fn items() -> Vec<Item> {
    vec![resolution(1, Class::Ordinary)]
}

/// Marks for the question, and against it.
pub const FOR: &[&[u32]] = &[&[0]];
/// See [`FOR`].
pub const AGAINST: &[&[u32]] = &[&[1]];

/// An open vote at the second day of its window, with four who take paper.
///
/// # Errors
/// If the rules refuse it.
pub fn voting() -> Result<Opened, Rejection> {
    let mut opened = opened(items())?;
    paper_clerks(&mut opened.story)?;
    opened.story.now_ms = hour(3, 21, 12);
    Ok(opened)
}

/// Somebody reads a sheet that was handed over an hour ago.
///
/// # Errors
/// The code of what refuses it.
pub fn read(opened: &mut Opened, clerk: &str, sheet: (u32, &str), marks: &[&[u32]]) -> Result<EntryId, Code> {
    let taken_ms = opened.story.now_ms - HOUR_MS;
    read_at(opened, clerk, sheet, marks, taken_ms)
}

/// The same of a sheet that was handed over at a moment, in milliseconds since 1970.
///
/// # Errors
/// The code of what refuses it.
pub fn read_at(
    opened: &mut Opened,
    clerk: &str,
    sheet: (u32, &str),
    marks: &[&[u32]],
    taken_ms: u64,
) -> Result<EntryId, Code> {
    let (body, blobs) = paper((opened.agenda, &items()), sheet, marks, taken_ms);
    opened.story.say_id(clerk, body, blobs).map_err(|refused| refused.code)
}

/// Two read it alike.
///
/// # Errors
/// The code of what refuses it.
pub fn keyed(opened: &mut Opened, sheet: (u32, &str), marks: &[&[u32]]) -> Result<(), Code> {
    read(opened, "wu", sheet, marks)?;
    read(opened, "zheng", sheet, marks).map(drop)
}

/// The count of a vote whose evidence is all there.
///
/// # Errors
/// If it is not, or the rules refuse it.
pub fn counted(story: &Story, agenda: &EntryId) -> Result<Count, Rejection> {
    match count(story.log.state(), agenda, &story.evidence)? {
        Counted::Full(count) => Ok(*count),
        Counted::Erased(_) => Err(Code::BlobMissing.into()),
    }
}

/// The sheets that were in a box.
pub fn boxed(agenda: EntryId, sheets: &[u32]) -> BallotBox {
    BallotBox { agenda, sheets: sheets.to_vec() }
}

/// Who takes paper in the stairwell, and which root makes them: wu and zheng are clerks of the committee, wei is one of the
/// residents' committee's, chen a supervisor.
pub const fn paper_offices() -> [(&'static str, &'static str, (OrgKind, Role)); 4] {
    let clerk = (OrgKind::Committee, Role::Clerk);
    [
        ("root", "wu", clerk),
        ("root", "zheng", clerk),
        ("second root", "wei", (OrgKind::ResidentsCommittee, Role::ResidentsCommittee)),
        ("root", "chen", (OrgKind::Supervisors, Role::Supervisor)),
    ]
}

/// Gives them their offices.
///
/// # Errors
/// If the rules refuse it.
pub fn paper_clerks(story: &mut Story) -> Result<(), Rejection> {
    for (root, name, office) in paper_offices() {
        let body = grant(story.log.state(), name, office, &[Capability::Paper], hour(12, 31, 0));
        story.say(root, body, vec![])?;
    }
    Ok(())
}

/// The addresses below an estate's that are about paper of a vote, and how the document writes them; the sheet is 7.
pub fn paper_paths(agenda: EntryId) -> Vec<(String, &'static str)> {
    vec![
        (format!("/agendas/{agenda}/papers"), "/agendas/{agenda}/papers"),
        (format!("/agendas/{agenda}/homes"), "/agendas/{agenda}/homes"),
        (format!("/agendas/{agenda}/sheets/7"), "/agendas/{agenda}/sheets/{sheet}"),
    ]
}

impl PostOffice {
    /// The host reads li's sheet of a vote with one resolution, the number 7.
    ///
    /// # Errors
    /// If it is refused.
    pub async fn reads_a_sheet(&self, agenda: EntryId) -> Result<(), Failed> {
        let taken_ms = self.clock.now_ms().ok_or("the clock has parted")?;
        let items = [resolution(1, Class::Ordinary)];
        let (sheet, marks) = paper((agenda, &items), (7, "li"), &[&[0]], taken_ms);
        self.say("host", sheet, marks).await.map(drop)
    }

    /// The host and the root count a box that is empty.
    ///
    /// # Errors
    /// If it is refused.
    pub async fn counts_an_empty_box(&self, agenda: EntryId) -> Result<(), Failed> {
        let entry = self.say("host", boxed(agenda, &[]), vec![]).await?.entry.id();
        self.say("root", Confirm { entry }, vec![]).await.map(drop)
    }
}
