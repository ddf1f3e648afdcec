//! The words of which courses are made, each with the sentence that SPEC.md says of it: what has a course, its stages, what
//! leads from one to the next, and the dates.

use crate::body::Kind;
use crate::strict_json::Strict;

/// An enum whose members have a word and a sentence, which SPEC.md shows.
macro_rules! told {
    ($(#[doc = $what:literal])+ $name:ident $(as $strict:ident in $case:literal)? { $($(#[doc = $about:literal])+ $member:ident = $word:literal,)+ }) => {
        $(#[doc = $what])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $(#[derive($strict)] #[strict(rename_all = $case)])?
        pub enum $name { $($(#[doc = $about])+ $member,)+ }

        impl $name {
            /// All of them, in the order in which SPEC.md lists them.
            pub const ALL: &[$name] = &[$($name::$member,)+];

            /// What they are.
            pub const WHAT: &str = concat!($($what),+);

            /// What SPEC.md calls it.
            pub const fn word(self) -> &'static str {
                match self { $($name::$member => $word,)+ }
            }

            /// What SPEC.md says of it.
            pub const fn about(self) -> &'static str {
                match self { $($name::$member => concat!($($about),+),)+ }
            }
        }
    };
}

told! {
    /// What has a course.
    Course {
        /// What somebody brought up, from its raising to its end.
        Matter = "matter",
        /// A vote, from its notice to its end.
        Vote = "vote",
        /// Work that was given out.
        Task = "task",
        /// A question about books.
        Question = "question",
        /// What a resident said, if it was reported or hidden.
        Words = "words",
        /// What was disputed of a result.
        Dispute = "dispute",
        /// A review of a matter that was asked for.
        Review = "review",
        /// A sheet of paper that a clerk has read or that lay in the box.
        Sheet = "sheet",
        /// The box of a vote.
        Box = "box",
        /// An act that has no effect until a second person stands behind it.
        Proposal = "proposal",
        /// The letters of one `codes` entry.
        Letters = "letters",
        /// A device whose person was given an office before it entered.
        Device = "device",
    }
}

told! {
    /// A stage of a course.
    CourseStage as Strict in "kebab-case" {
        /// Brought up, not accepted, declined or merged.
        Raised = "raised",
        /// Accepted, neither put to the vote nor given out.
        Accepted = "accepted",
        /// Owners of a fifth of the homes demand a vote on it, and no notice since has led to one; it is the host's time.
        Demanded = "demanded",
        /// The same; the host has let its time pass.
        DemandReferred = "demand-referred",
        /// Put to the vote and no work given out; the last vote about it has not ended, or a ruling decides whether what passed can be carried out.
        AtVote = "at-vote",
        /// The last vote about it is final, and something passed that can be carried out; no work given out.
        Passed = "passed",
        /// The last vote about it is final, and nothing passed that can be carried out; no work given out.
        VotedDown = "voted-down",
        /// The last vote about it was taken back, or not opened in time; no work given out.
        Missed = "missed",
        /// Work was given out, and some of it stands below 100.
        AtWork = "at-work",
        /// All work stands at 100: it can be marked.
        Marking = "marking",
        /// The days for marking have passed.
        Marked = "marked",
        /// Not taken up.
        Declined = "declined",
        /// It goes on under another matter.
        Merged = "merged",
        /// Ended because nothing passed.
        NotPassed = "not-passed",
        /// Ended with its work done.
        Done = "done",

        /// Announced; it is too early to open it.
        Noticed = "noticed",
        /// Not opened, and it can be.
        ToOpen = "to-open",
        /// Not opened, and too late for the shortest window.
        NotHeld = "not-held",
        /// Taken back before its window began, opened or not.
        Withdrawn = "withdrawn",
        /// Opened; the window has not begun.
        Opened = "opened",
        /// In its window.
        Voting = "voting",
        /// The window has ended; not closed.
        Counting = "counting",
        /// Closed; the totals are not stated.
        Closed = "closed",
        /// The totals are stated, and can be disputed.
        Tallied = "tallied",
        /// The days for objections are over; nobody has ended it, or no second person stands behind that.
        ToEnd = "to-end",
        /// Ended.
        Final = "final",

        /// Below 100.
        Working = "working",
        /// At 100.
        Finished = "finished",

        /// Not answered.
        Asked = "asked",
        /// Answered.
        Replied = "replied",

        /// Reported since an office looked at them last.
        Reported = "reported",
        /// Looked at and not hidden, or hidden and taken back.
        Left = "left",
        /// Hidden; their author has not appealed.
        Hidden = "hidden",
        /// Hidden; their author has appealed and nobody has ruled.
        Appealed = "appealed",
        /// Shown again since nobody ruled in time.
        Unruled = "unruled",
        /// Hidden for good: ruled so, or not appealed against in time.
        KeptHidden = "kept-hidden",
        /// Shown again for good: ruled so, or a matter that was put to the vote.
        ShownAgain = "shown-again",

        /// Nobody has ruled, and another organisation than the host's may.
        Disputed = "disputed",
        /// Nobody has ruled, and it is the residents' committee's turn.
        Referred = "referred",
        /// Ruled upon.
        RuledUpon = "ruled-upon",

        /// Asked for; nobody has said anything.
        ReviewAsked = "review-asked",
        /// The organisation that was asked has said what it thinks.
        Reviewed = "reviewed",
        /// It has said nothing until its date: no opinion.
        ReviewSilent = "review-silent",
        /// It lay in the box, and nobody has read it.
        SheetUnread = "sheet-unread",
        /// One person has read it.
        ReadOnce = "read-once",
        /// Several have read it, and no two so that it counts.
        ReadOtherwise = "read-otherwise",
        /// The window has ended before it was in the count, and the box is not counted: nobody reads it until then.
        SheetHeld = "sheet-held",
        /// Nobody reads it any more: it did not lie in the box, no box was counted in time, or the vote was closed.
        SheetLeft = "sheet-left",
        /// In the count; nobody can deny it, or not any more.
        SheetCounted = "sheet-counted",
        /// In the count and in the place of a ballot online of its home, and an owner can deny it.
        OverOnline = "over-online",
        /// An owner has denied it.
        SheetDenied = "sheet-denied",

        /// Ballots were taken on paper, the window has ended, and nobody has begun to count the box.
        BoxDue = "box-due",
        /// A box can be counted, or counted otherwise: nobody took paper, or one that was listed waits for its second person.
        BoxOpen = "box-open",
        /// Counted.
        BoxCounted = "box-counted",
        /// None can be counted: the window has not ended, the 12 hours after it are over, or the vote was closed.
        NoBox = "no-box",

        /// No second person stands behind it.
        Proposed = "proposed",
        /// Put in force.
        InForce = "in-force",
        /// Nobody stood behind it in its days.
        Lapsed = "lapsed",

        /// Some of them open only once a second person stands behind them.
        LettersWait = "letters-wait",
        /// None waits any more, nobody has confirmed the entry, letters have one issuer, and one of them can still be used or has let in a device that signs and is not vouched.
        LettersAlone = "letters-alone",
        /// None of the two.
        LettersSettled = "letters-settled",

        /// It signs, and an office of its person waits.
        OfficeWaits = "office-waits",
        /// It signs no more, or no office of its person waits.
        OfficeSettled = "office-settled",
    }
}

told! {
    /// What leads from stage to stage.
    Deed {
        /// Takes a matter up.
        Accept = "`answer`: `accept`",
        /// Does not take it up.
        Decline = "`answer`: `decline`",
        /// Goes on with it under another one.
        Merge = "`answer`: `merge`",
        /// Hands it to another tier.
        HandOver = "`answer`: `escalate`, `return`",
        /// Backs a matter, or takes that back.
        Support = "`support`",
        /// Demands a vote on it for a home, or takes that back.
        Requisition = "`requisition`: `sign`, `take-back`",
        /// Hands in what enough have signed.
        HandIn = "`requisition`: `hand-in`",
        /// Speaks about it.
        Speak = "`opinion`",
        /// Asks another organisation to look at it.
        AskReview = "`ask-review`",
        /// Says what that one thinks.
        Review = "`review`",
        /// Announces a vote.
        Notice = "`notice`",
        /// Opens it.
        Open = "`open`",
        /// Takes it back.
        Withdraw = "`withdraw`",
        /// Puts the end of its window off.
        Extend = "`extend`",
        /// Casts a ballot.
        Vote = "`ballot`",
        /// Holds another owner's ballot, or lets it go.
        Object = "`object`",
        /// Reads a sheet of paper.
        Read = "`paper`",
        /// Lists the sheets that lay in the box, which a second person stands behind.
        Box = "`box`",
        /// Denies a sheet.
        Deny = "`deny`",
        /// Ends the taking of ballots.
        Close = "`close`",
        /// States the totals.
        Tally = "`tally`",
        /// Disputes the totals.
        Dispute = "`dispute`",
        /// Rules on that.
        RuleDispute = "`rule-dispute`",
        /// Enters the numbers by which homes are drawn, which a second person stands behind.
        Draw = "`draw`",
        /// Notes what a drawn home said.
        RollCall = "`roll-call`",
        /// Ends it.
        Final = "`final`",
        /// Tells that it was annulled, which a second person stands behind.
        Annul = "`annul`",
        /// Asks for the evidence.
        Access = "`access`",
        /// Gives work out.
        Dispatch = "`dispatch`",
        /// Reports less than 100.
        Report = "`progress` below 100",
        /// Reports 100.
        Finish = "`progress` of 100",
        /// Marks the work.
        Rate = "`rate`",
        /// Ends a matter whose work is done.
        EndDone = "`close-matter`: `done`",
        /// Ends a matter because nothing passed.
        EndNotPassed = "`close-matter`: `not-passed`",
        /// Answers a question.
        Reply = "`reply`",
        /// Reports words.
        ReportWords = "`report`",
        /// Hides them.
        Hide = "`moderate`: `hide`",
        /// Leaves them as they are.
        Leave = "`moderate`: `leave`",
        /// Appeals against a hiding.
        Appeal = "`appeal`",
        /// Rules that they stay hidden.
        Keep = "`moderate`: `keep`",
        /// Rules that they are shown.
        Show = "`moderate`: `show`",
        /// Takes the own hiding back.
        TakeBack = "`moderate`: `show`, by who hid them",
        /// Stands behind somebody else's act.
        Confirm = "`confirm`",
        /// Nobody acts: time passes.
        Time = "*time*",
        /// What happens in the course of its last vote.
        OfVote = "*the vote's course*",
        /// What happens in the courses of its tasks.
        OfTasks = "*its tasks' courses*",
    }
}

told! {
    /// A date that a row names. All are moments, in milliseconds since 1970; what is due or possible "until" one is so before it, and from it on it is not.
    Date {
        /// When the matter was brought up or last handed over, and `answer_days` days.
        Answer = "answer",
        /// When the matter was accepted, and 30 days.
        Discuss = "decision",
        /// When a requisition was handed in, and 30 days.
        Demand = "demanded notice",
        /// When all of the work was reported done, and `rating_days` days.
        MarksEnd = "end of the marks",
        /// *end of the marks* and `answer_days` days.
        Ending = "ending",
        /// 72 hours before `opens_ms`.
        MayOpen = "first opening",
        /// `opens_ms`.
        Opening = "opening",
        /// `window_days_min` days, as frozen at the notice, before the notice's `closes_ms`, and one millisecond.
        TooLate = "too late to open",
        /// `closes_ms`, as it was put off, if it was.
        Closing = "closing",
        /// *closing* and 3 days.
        Result = "result",
        /// *closing* and 12 hours.
        BoxEnd = "end of the box",
        /// *closing* and 7 days.
        SheetsEnd = "end of the reading",
        /// *end of the objections* to the totals that were stated first; none before any are.
        Denials = "end of the denials",
        /// The beginning of the 15th local day after the one on which the totals were stated.
        Objections = "end of the objections",
        /// When the totals were stated, and 30 days.
        Calls = "end of the roll call",
        /// *end of the objections* and 3 days.
        End = "end of the vote",
        /// When it was disputed, and 7 days.
        Referral = "referral",
        /// When it was disputed, and 14 days.
        LastRuling = "last ruling",
        /// The request's `due_ms`.
        Review = "review",
        /// The task's `due_ms`.
        Work = "due day of the work",
        /// When the question was asked, and `question_days` days.
        Reply = "reply",
        /// When the words were hidden, and 7 days.
        Appeal = "end of the appeal",
        /// When their author appealed, and 7 days.
        Ruling = "ruling",
        /// When the act was proposed or the letters were published, and 14 days.
        Lapse = "lapse",
    }
}

impl Deed {
    /// Of which kind the entry is; none where nobody acts.
    pub const fn kind(self) -> Option<Kind> {
        Some(match self {
            Deed::Accept | Deed::Decline | Deed::Merge | Deed::HandOver => Kind::Answer,
            Deed::Support => Kind::Support,
            Deed::Requisition | Deed::HandIn => Kind::Requisition,
            Deed::Speak => Kind::Opinion,
            Deed::AskReview => Kind::AskReview,
            Deed::Review => Kind::Review,
            Deed::Notice => Kind::Notice,
            Deed::Open => Kind::Open,
            Deed::Withdraw => Kind::Withdraw,
            Deed::Extend => Kind::Extend,
            Deed::Vote => Kind::Ballot,
            Deed::Object => Kind::Object,
            Deed::Read => Kind::Paper,
            Deed::Box => Kind::BallotBox,
            Deed::Deny => Kind::Deny,
            Deed::Close => Kind::Close,
            Deed::Tally => Kind::Tally,
            Deed::Dispute => Kind::Dispute,
            Deed::RuleDispute => Kind::RuleDispute,
            Deed::Draw => Kind::Draw,
            Deed::RollCall => Kind::RollCall,
            Deed::Final => Kind::Final,
            Deed::Annul => Kind::Annul,
            Deed::Access => Kind::Access,
            Deed::Dispatch => Kind::Dispatch,
            Deed::Report | Deed::Finish => Kind::Progress,
            Deed::Rate => Kind::Rate,
            Deed::EndDone | Deed::EndNotPassed => Kind::CloseMatter,
            Deed::Reply => Kind::Reply,
            Deed::ReportWords => Kind::Report,
            Deed::Appeal => Kind::Appeal,
            Deed::Hide | Deed::Leave | Deed::Keep | Deed::Show | Deed::TakeBack => Kind::Moderate,
            Deed::Confirm => Kind::Confirm,
            Deed::Time | Deed::OfVote | Deed::OfTasks => return None,
        })
    }
}
