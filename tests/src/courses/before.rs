//! What is said of a matter before it is put to the vote, and who comes and goes.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Body, Capability, OrgKind, RequisitionStep, ReviewOpinion, Role};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::course::{Course, CourseStage, Date, Deed};
use yishi_protocol::rejection::Code;

use super::{Estate, Told};
use crate::matters::requisition;
use crate::reviews::{ask_review, review};
use crate::stairwell::{grant, hour, org};

/// Estates that stand at a stage that comes before a vote.
pub(super) fn at(stage: CourseStage) -> Told<Vec<(Course, Estate)>> {
    let demanded = |mut estate: Estate, date: Option<Date>| {
        estate.about = estate.matter;
        if let Some(date) = date {
            estate.wait_until(date);
        }
        (Course::Matter, estate)
    };
    let mut asked = Estate::review_asked()?;
    match stage {
        CourseStage::Demanded => {
            let mut declined = Estate::raised()?;
            declined.deed(Deed::Decline)?;
            Ok(vec![demanded(Estate::raised()?.demanded()?, None), demanded(declined.demanded()?, None)])
        }
        CourseStage::DemandReferred => Ok(vec![demanded(Estate::raised()?.demanded()?, Some(Date::Demand))]),
        _ => {
            match stage {
                CourseStage::Reviewed => asked.deed(Deed::Review)?,
                CourseStage::ReviewSilent => asked.wait_until(Date::Review),
                _ => {}
            }
            Ok(vec![(Course::Review, asked)])
        }
    }
}

impl Estate {
    /// The supervisors are asked to look at the matter.
    pub(super) fn review_asked() -> Told<Self> {
        let mut estate = Self::accepted()?;
        estate.deed(Deed::AskReview)?;
        estate.about = estate.request;
        Ok(estate)
    }

    /// Owners of four homes have demanded a vote, also where it was declined, and chen gives notice for the residents' committee.
    pub(super) fn demanded(mut self) -> Told<Self> {
        self.deed(Deed::HandIn)?;
        let office = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
        let body = grant(self.story.log.state(), "chen", office, &[Capability::Notice], hour(12, 31, 0));
        self.story.say("second root", body, vec![])?;
        Ok(self)
    }

    /// Puts it to a vote in which nobody takes part, and sees that to its end.
    ///
    /// # Errors
    /// If the rules refuse any of it.
    pub fn vote_in_vain(&mut self) -> Told<()> {
        self.deed(Deed::Notice)?;
        self.opened()?;
        self.counted(false)?;
        self.ended()
    }

    /// Four homes sign, so that it can be handed in.
    pub(super) fn sign(&mut self) -> Told<()> {
        for name in ["wang", "li", "wu", "zheng"] {
            let body = requisition(self.matter, name, RequisitionStep::Sign);
            self.story.say(name, body, vec![])?;
        }
        Ok(())
    }

    /// The body of a deed before a vote, and who says it.
    pub(super) fn said_before(&self, deed: Deed) -> Told<(&'static str, Body, Vec<Blob>)> {
        let matter = self.matter;
        match deed {
            Deed::AskReview => {
                let org = org(self.story.log.state(), OrgKind::Supervisors);
                let (body, blobs) = ask_review(matter, org, self.story.now_ms + 10 * DAY_MS);
                Ok(("host", body.into(), blobs))
            }
            Deed::Requisition => Ok(("li", requisition(matter, "li", RequisitionStep::Sign).into(), vec![])),
            Deed::HandIn => Ok(("wang", requisition(matter, "wang", RequisitionStep::HandIn).into(), vec![])),
            Deed::Review => {
                let (body, blobs) = review((matter, self.request), ReviewOpinion::Agree, "可以。");
                Ok(("feng", body.into(), blobs))
            }
            _ => Err(Code::NotYet.into()),
        }
    }
}
