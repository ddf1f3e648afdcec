//! A vote some of whose ballots come on paper: its sheets and its box at each of their stages.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Body, Confirm, Deny};
use yishi_protocol::calendar::HOUR_MS;
use yishi_protocol::course::{Course, CourseStage, Date, Deed, Subject};
use yishi_protocol::id::EntryId;
use yishi_protocol::state::Agenda;

use super::{Estate, Told};
use crate::paper::{AGAINST, FOR, boxed, items, paper, paper_clerks};
use crate::people::person;
use crate::stairwell::vote;

/// The sheet that the estate is told about.
const SHEET: u32 = 7;

impl Estate {
    /// A vote in its window, with four who take paper.
    fn with_paper() -> Told<Self> {
        let mut estate = Self::noticed(None)?;
        paper_clerks(&mut estate.story)?;
        estate.opened()?;
        estate.wait_until(Date::Opening);
        estate.story.now_ms += 3 * HOUR_MS;
        estate.about = estate.vote.1;
        Ok(estate)
    }

    /// Somebody reads li's sheet, which was handed over an hour before the estate's clerks began.
    fn reads(&mut self, clerk: &str, marks: &[&[u32]]) -> Told<()> {
        let (body, blobs) = self.reading(marks);
        self.about = self.story.say_id(clerk, body, blobs)?;
        Ok(())
    }

    fn reading(&self, marks: &[&[u32]]) -> (Body, Vec<Blob>) {
        let opens_ms = self.agenda().map_or(0, |agenda| agenda.opens_ms);
        let taken_ms = opens_ms + 2 * HOUR_MS;
        let (body, blobs) = paper((self.vote.1, &items()), (SHEET, "li"), marks, taken_ms);
        (body.into(), blobs)
    }

    fn agenda(&self) -> Option<&Agenda> {
        self.story.log.state().agenda(&self.vote.1)
    }

    /// The window ends, and two clerks count the box with these sheets.
    fn boxes(&mut self, sheets: &[u32]) -> Told<EntryId> {
        self.wait_until(Date::Closing);
        let entry = self.story.say_id("wu", boxed(self.vote.1, sheets), vec![])?;
        self.story.say("zheng", Confirm { entry }, vec![])?;
        Ok(entry)
    }

    /// The body of a deed of paper, and who says it: whoever has not read the sheet reads the first one's marks.
    pub(super) fn said_of_paper(&self, deed: Deed) -> (&'static str, Body, Vec<Blob>) {
        let agenda = self.vote.1;
        match deed {
            Deed::Read => {
                let sheet = self.agenda().and_then(|agenda| agenda.sheets.get(&SHEET));
                let has_read =
                    |name: &&str| sheet.is_some_and(|sheet| sheet.readings.contains_key(&person(name)));
                let clerk = ["wu", "zheng", "wei"].into_iter().find(|name| !has_read(name));
                let (body, blobs) = self.reading(FOR);
                (clerk.unwrap_or("chen"), body, blobs)
            }
            Deed::Box => ("wu", boxed(agenda, &[SHEET]).into(), vec![]),
            _ => ("li", Deny { agenda, sheet: SHEET }.into(), vec![]),
        }
    }
}

/// A vote whose paper stands at a stage; its box, if that is no stage of a sheet.
pub(super) fn at(stage: CourseStage) -> Told<Vec<(Course, Estate)>> {
    let mut estate = Estate::with_paper()?;
    let course = match stage {
        CourseStage::SheetUnread => {
            estate.about = estate.boxes(&[SHEET])?;
            Course::Sheet
        }
        CourseStage::ReadOnce | CourseStage::ReadOtherwise => {
            estate.boxes(&[SHEET])?;
            estate.reads("wu", FOR)?;
            if stage == CourseStage::ReadOtherwise {
                estate.reads("zheng", AGAINST)?;
            }
            Course::Sheet
        }
        CourseStage::SheetHeld => {
            estate.reads("wu", FOR)?;
            estate.wait_until(Date::Closing);
            Course::Sheet
        }
        CourseStage::SheetLeft => {
            estate.reads("wu", FOR)?;
            estate.boxes(&[])?;
            Course::Sheet
        }
        CourseStage::SheetCounted | CourseStage::OverOnline | CourseStage::SheetDenied => {
            if stage != CourseStage::SheetCounted {
                let cast = vote(&estate.story, "li", "li", estate.vote.1, AGAINST);
                estate.story.now_ms -= 2 * HOUR_MS;
                estate.story.send(&cast)?;
                estate.story.now_ms += 2 * HOUR_MS;
            }
            estate.reads("wu", FOR)?;
            estate.reads("zheng", FOR)?;
            if stage == CourseStage::SheetDenied {
                estate.deed(Deed::Deny)?;
            }
            Course::Sheet
        }
        CourseStage::BoxDue => {
            estate.reads("wu", FOR)?;
            estate.about = estate.vote.1;
            estate.wait_until(Date::Closing);
            Course::Box
        }
        CourseStage::BoxOpen => {
            estate.wait_until(Date::Closing);
            let listed = estate.clone();
            estate.deed(Deed::Box)?;
            return Ok(vec![(Course::Box, listed), (Course::Box, estate)]);
        }
        CourseStage::BoxCounted => {
            estate.boxes(&[SHEET])?;
            Course::Box
        }
        _ => Course::Box,
    };
    Ok(vec![(course, estate)])
}

/// What of a vote's paper goes a course by that name: a sheet by the entry of a reading or of the box that lists it, a box by its
/// vote.
pub(super) fn subject<'a>(of: (&EntryId, &'a Agenda), id: &EntryId) -> Option<Subject<'a>> {
    let (vote, agenda) = of;
    if vote == id {
        return Some(Subject::Box(agenda));
    }
    let read = agenda.sheets.iter().find(|(_, sheet)| sheet.readings.values().any(|one| one.entry == *id));
    let boxed = agenda.ballot_box.as_ref().filter(|counted| counted.entry == *id);
    let boxed = boxed.and_then(|counted| counted.sheets.iter().next());
    read.map(|(number, _)| *number).or(boxed.copied()).map(|number| Subject::Sheet(agenda, number))
}

/// All that goes a course of a vote's paper.
pub(super) fn subjects(agenda: &Agenda) -> Vec<Subject<'_>> {
    let boxed = agenda.ballot_box.iter().flat_map(|counted| counted.sheets.iter());
    let sheets = agenda.sheets.keys().chain(boxed).map(|number| Subject::Sheet(agenda, *number));
    sheets.chain([Subject::Box(agenda)]).collect()
}
