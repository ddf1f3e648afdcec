//! Ballots on paper, as clerks of the stairwell read them.

use yishi_protocol::admit::spoilt_items;
use yishi_protocol::blob::{BallotOpening, Blob};
use yishi_protocol::body::{BallotBox, Capability, Item, OrgKind, Paper, Role};
use yishi_protocol::id::EntryId;
use yishi_protocol::letter::LetterCode;
use yishi_protocol::rejection::Rejection;

use crate::people::party;
use crate::stairwell::{grant, hour};
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
