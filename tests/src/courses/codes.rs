//! With which code a deed is refused where it is out of place.

use yishi_protocol::course::{CourseStage, Deed};
use yishi_protocol::rejection::Code;

/// The course's own code for a deed that is out of place there; none if it is in place everywhere.
pub fn out_of_place(stage: CourseStage, deed: Deed) -> Option<Code> {
    if matches!(stage, CourseStage::Demanded | CourseStage::DemandReferred)
        && matches!(deed, Deed::Requisition | Deed::HandIn)
    {
        return Some(Code::RequisitionMet);
    }
    if matches!(
        stage,
        CourseStage::Declined | CourseStage::Merged | CourseStage::NotPassed | CourseStage::Done
    ) {
        return Some(Code::MatterClosed);
    }
    Some(match deed {
        Deed::Accept => Code::AlreadyAnswered,
        Deed::Notice | Deed::Dispatch if stage == CourseStage::Raised => Code::MatterNotAccepted,
        Deed::Dispatch => Code::DecisionInvalid,
        Deed::Decline | Deed::Merge | Deed::Notice | Deed::Requisition | Deed::HandIn | Deed::AskReview => {
            Code::MatterUnderWay
        }
        Deed::EndDone if stage == CourseStage::Marking => Code::RatingPeriod,
        Deed::Rate | Deed::EndDone => Code::NotDone,
        Deed::EndNotPassed => Code::NotVotedDown,
        Deed::Open if stage == CourseStage::Noticed => Code::TooEarlyToOpen,
        Deed::Open if stage == CourseStage::NotHeld => Code::WindowTooShort,
        Deed::Open
        | Deed::Withdraw
        | Deed::Extend
        | Deed::Vote
        | Deed::Close
        | Deed::Tally
        | Deed::Access
        | Deed::Dispute
        | Deed::Final
        | Deed::Annul
        | Deed::Draw
        | Deed::RollCall
            if stage == CourseStage::Withdrawn =>
        {
            Code::VoteWithdrawn
        }
        Deed::Withdraw => Code::TooLateToWithdraw,
        Deed::Open => Code::AlreadyOpened,
        Deed::Vote
        | Deed::Extend
        | Deed::Close
        | Deed::Tally
        | Deed::Access
        | Deed::Dispute
        | Deed::Final
        | Deed::Annul
        | Deed::Draw
        | Deed::RollCall
            if matches!(stage, CourseStage::Noticed | CourseStage::ToOpen | CourseStage::NotHeld) =>
        {
            Code::AgendaUnknown
        }
        Deed::Vote | Deed::Extend => Code::OutsideWindow,
        Deed::Dispute => Code::NotDisputable,
        Deed::Annul => Code::NotFinal,
        Deed::Draw => Code::NotToDraw,
        Deed::RollCall => Code::NotDrawn,
        Deed::Final if stage == CourseStage::Final => Code::AlreadyFinal,
        Deed::Final => Code::TooEarlyToEnd,
        Deed::RuleDispute => Code::AlreadyRuled,
        Deed::Review if stage == CourseStage::Reviewed => Code::AlreadyReviewed,
        Deed::Review => Code::ReviewLate,
        Deed::Object if stage == CourseStage::Counting || is_closed(stage) => Code::ObjectionLate,
        Deed::Object => Code::BallotUnknown,
        Deed::Read => match stage {
            CourseStage::SheetHeld => Code::BoxFirst,
            CourseStage::SheetLeft => Code::SheetNotInBox,
            _ => Code::SheetCounted,
        },
        Deed::Box if stage == CourseStage::BoxCounted => Code::BoxCounted,
        Deed::Box => Code::BoxTime,
        Deed::Deny => match stage {
            CourseStage::SheetCounted => Code::DenialInvalid,
            CourseStage::SheetDenied => Code::PaperDenied,
            _ => Code::BallotUnknown,
        },
        Deed::Close if is_closed(stage) => Code::AlreadyClosed,
        Deed::Close => Code::TooEarlyToClose,
        Deed::Tally if is_closed(stage) && stage != CourseStage::Closed => Code::AlreadyTallied,
        Deed::Tally | Deed::Access => Code::NotClosed,
        Deed::Reply => Code::AlreadyReplied,
        Deed::ReportWords | Deed::Hide if stage.is_hidden() => Code::AlreadyHidden,
        Deed::ReportWords | Deed::Hide => Code::ShownAgain,
        Deed::Leave => Code::NotReported,
        Deed::Appeal
            if matches!(stage, CourseStage::Appealed | CourseStage::Unruled | CourseStage::KeptHidden) =>
        {
            Code::AlreadyAppealed
        }
        Deed::Keep | Deed::Show if stage.is_hidden() => Code::NotAppealed,
        Deed::Keep | Deed::Show | Deed::TakeBack | Deed::Appeal => Code::NotHidden,
        Deed::Confirm if stage == CourseStage::Lapsed => Code::ProposalLapsed,
        Deed::Confirm => Code::AlreadyConfirmed,
        _ => return None,
    })
}

/// Whether a vote is closed there, whatever came after.
fn is_closed(stage: CourseStage) -> bool {
    use CourseStage::{Closed, Final, Tallied, ToEnd};
    matches!(stage, Closed | Tallied | ToEnd | Final)
}
