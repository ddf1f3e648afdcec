//! An estate told into every stage of every course, and every deed tried there.

mod before;
mod codes;
mod offices;
mod papers;
mod stages;
mod subjects;
mod votes;

use yishi_protocol::admit::score;
use yishi_protocol::blob::{Blob, Stance};
use yishi_protocol::body::{
    Action, Body, Bylaws, Capability, Class, CloseMatter, Confirm, Ending, HideReason, Item, Measure,
    OrgKind, Role, Support, Tier,
};
use yishi_protocol::bylaws::{Bylaws as Settings, Joint};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::course::{Date, Deed, Subject};
use yishi_protocol::id::EntryId;
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::rejection::{Code, Rejection};

use crate::matters::{
    answer, ask, close_matter, dispatch, manager_grant, march, opinion, progress, raise, rate, reply,
};
use crate::moderation::{appeal, hide, report, rule, ruler};
use crate::people::party;
use crate::stairwell::{grant, hour, listed, resolution, vote};
use crate::story::Story;

pub use codes::out_of_place;
pub use offices::{community_answers, host_leaves};
pub use stages::at;
pub use subjects::{subject, subjects};

type Told<T> = Result<T, Rejection>;

/// An estate, and what of it goes a course.
#[derive(Clone, Debug)]
pub struct Estate {
    /// The log so far.
    pub story: Story,
    /// What this estate was told for: a matter, a notice, a task, a question, or an entry to be confirmed.
    pub about: EntryId,
    roll: EntryId,
    matter: EntryId,
    /// Another matter that goes on.
    twin: EntryId,
    /// The last vote about the matter: its notice, and its agenda once it is opened.
    vote: (EntryId, EntryId),
    /// The vote that was counted last, if something passed in it.
    passed: Option<EntryId>,
    task: EntryId,
    /// The ballot of a home of two.
    joint: EntryId,
    dispute: EntryId,
    question: EntryId,
    /// The review that was asked for.
    request: EntryId,
}

/// The one item of each vote.
fn items() -> Vec<Item> {
    vec![resolution(1, Class::Ordinary)]
}

/// Those whose ballots let it pass, each with a home.
const VOTERS: [(&str, &str); 8] = [
    ("wang", "wang"),
    ("li", "li"),
    ("zhao", "zhao-qian"),
    ("wu", "wu"),
    ("zheng", "zheng"),
    ("chen", "chen"),
    ("chu", "chu"),
    ("wei", "wei"),
];

impl Estate {
    /// An estate with a matter that was just raised. Any co-owner casts, the manager takes work, and feng supervises.
    ///
    /// # Errors
    /// If the rules refuse any of it, as below.
    pub fn raised() -> Told<Self> {
        let (mut story, roll) = listed()?;
        let settings = Settings { joint: Joint::AnyUnlessObjected, ..Settings::default() };
        let bylaws = Bylaws { decision: None, document: leaf_hash(b"bylaws"), settings };
        let entry = story.say_id("host", bylaws, vec![])?;
        story.say("second root", Confirm { entry }, vec![])?;
        let until_ms = hour(12, 31, 0);
        let (body, blobs) = manager_grant(story.log.state(), until_ms);
        story.say("root", body, blobs)?;
        let supervises = (OrgKind::Supervisors, Role::Supervisor);
        let body = grant(story.log.state(), "feng", supervises, &[Capability::Evidence], until_ms);
        story.say("root", body, vec![])?;
        story.now_ms = hour(4, 8, 9);
        let (body, blobs) = raise();
        let matter = story.say_id("wang", body, blobs)?;
        let (body, blobs) = raise();
        let twin = story.say_id("wu", body, blobs)?;
        let none = EntryId::ZERO;
        Ok(Self {
            story,
            about: matter,
            roll,
            matter,
            twin,
            vote: (none, none),
            passed: None,
            task: none,
            joint: none,
            dispute: none,
            question: none,
            request: none,
        })
    }

    fn accepted() -> Told<Self> {
        let mut estate = Self::raised()?;
        estate.deed(Deed::Accept)?;
        Ok(estate)
    }

    /// A vote noticed about the matter, after another one about it if `earlier` passed or did not.
    fn noticed(earlier: Option<bool>) -> Told<Self> {
        let mut estate = Self::accepted()?;
        if let Some(passes) = earlier {
            estate.deed(Deed::Notice)?;
            estate.opened()?;
            estate.counted(passes)?;
            estate.ended()?;
        }
        estate.deed(Deed::Notice)?;
        estate.about = estate.vote.0;
        Ok(estate)
    }

    fn opened(&mut self) -> Told<()> {
        self.wait_until(Date::MayOpen);
        self.deed(Deed::Open)
    }

    /// Votes in the window that was opened, and counts.
    fn counted(&mut self, passes: bool) -> Told<()> {
        self.wait_until(Date::Opening);
        if passes {
            for (voter, home) in VOTERS {
                let cast = vote(&self.story, voter, home, self.vote.1, &[&[0]]);
                self.story.send(&cast)?;
            }
        }
        self.wait_until(Date::Closing);
        self.deed(Deed::Close)?;
        self.deed(Deed::Tally)
    }

    /// Lets the days for objections pass, and ends the vote.
    fn ended(&mut self) -> Told<()> {
        self.wait_until(Date::Objections);
        self.deed(Deed::Final)
    }

    /// A vote that passed, and a dispute of li's about it, on which chen rules for the residents' committee.
    fn disputed() -> Told<Self> {
        let mut estate = Self::noticed(None)?;
        let until_ms = hour(12, 31, 0);
        let office = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
        let body = grant(estate.story.log.state(), "chen", office, &[Capability::Tally], until_ms);
        estate.story.say("second root", body, vec![])?;
        estate.opened()?;
        estate.counted(true)?;
        estate.deed(Deed::Dispute)?;
        estate.about = estate.dispute;
        Ok(estate)
    }

    /// What feng said about the matter is reported, and chen rules for the residents' committee.
    fn reported() -> Told<Self> {
        let mut estate = Self::raised()?;
        let give = ruler(estate.story.log.state(), "chen");
        estate.story.say("second root", give, vec![])?;
        let (body, blobs) = opinion(estate.matter, Stance::Against, "自私。", None);
        estate.about = estate.story.say_id("feng", body, blobs)?;
        let of = (estate.matter, estate.about);
        estate.story.say("wu", report(of, HideReason::Insult), vec![])?;
        Ok(estate)
    }

    fn appealed() -> Told<Self> {
        let mut estate = Self::reported()?;
        estate.deed(Deed::Hide)?;
        estate.deed(Deed::Appeal)?;
        Ok(estate)
    }

    fn at_work() -> Told<Self> {
        let mut estate = Self::accepted()?;
        estate.deed(Deed::Dispatch).map(|()| estate)
    }

    fn marking() -> Told<Self> {
        let mut estate = Self::at_work()?;
        estate.deed(Deed::Finish).map(|()| estate)
    }

    fn asked() -> Told<Self> {
        let mut estate = Self::raised()?;
        let (body, blobs) = march();
        let disclosure = estate.story.say_id("manager", body, blobs)?;
        let (body, blobs) = ask(disclosure, Some((0, 2)), "修的哪里？");
        estate.question = estate.story.say_id("tenant", body, blobs)?;
        estate.about = estate.question;
        Ok(estate)
    }

    /// The host has done something alone.
    fn alone(body: impl Into<Body>) -> Told<Self> {
        let mut estate = Self::raised()?;
        estate.about = estate.story.say_id("host", body, vec![])?;
        Ok(estate)
    }

    /// Lets time pass until a date of the vote or of what the estate is about, unless it has passed.
    fn wait_until(&mut self, date: Date) {
        let state = self.story.log.state();
        let vote = state.notice(&self.vote.0).and_then(|record| Subject::Vote(record).date(state, date));
        let about = self.subject().and_then(|subject| subject.date(state, date));
        self.story.now_ms = self.story.now_ms.max(about.or(vote).unwrap_or_default());
    }

    /// Whether work can be given out for the matter: by an item that passed, where it was put to the vote.
    pub fn may_be_given_out(&self) -> bool {
        self.passed.is_some() || self.vote.0 == EntryId::ZERO
    }

    /// Whether the home of two has a ballot.
    pub fn has_joint_ballot(&self) -> bool {
        self.joint != EntryId::ZERO
    }

    /// Whether homes were drawn for a roll call.
    pub fn is_drawn(&self) -> bool {
        self.story.log.state().agenda(&self.vote.1).is_some_and(|agenda| agenda.drawn.is_some())
    }

    /// A vote that passed, whose roll call is drawn; feng has asked for the evidence.
    fn drawn() -> Told<Self> {
        let mut estate = Self::noticed(None)?;
        estate.opened()?;
        estate.wait_until(Date::Opening);
        estate.deed(Deed::Vote)?;
        estate.counted(true)?;
        estate.story.now_ms += DAY_MS;
        estate.deed(Deed::Draw)?;
        estate.deed(Deed::Access)?;
        Ok(estate)
    }

    /// What it was told for.
    pub fn subject(&self) -> Option<Subject<'_>> {
        let state = self.story.log.state();
        subject(state, &self.about)
    }

    /// Tries a deed, by somebody who may do it.
    ///
    /// # Errors
    /// Whatever refuses it.
    pub fn deed(&mut self, deed: Deed) -> Told<()> {
        if deed == Deed::HandIn {
            self.sign()?;
        }
        let (by, body, blobs) = self.said(deed)?;
        let id = self.story.say_id(by, body, blobs)?;
        match deed {
            Deed::Notice => self.vote = (id, EntryId::ZERO),
            Deed::Open => self.vote.1 = id,
            Deed::Dispatch => self.task = id,
            Deed::Tally => {
                let agenda = self.story.log.state().agenda(&self.vote.1);
                let passed = agenda.is_some_and(yishi_protocol::state::Agenda::any_passed);
                self.passed = passed.then_some(self.vote.1);
            }
            Deed::Vote => self.joint = id,
            Deed::Dispute => self.dispute = id,
            Deed::AskReview => self.request = id,
            // One person ends no vote, and draws nobody.
            Deed::Final | Deed::Draw | Deed::Annul => {
                self.story.say("second root", Confirm { entry: id }, vec![])?;
            }
            _ => {}
        }
        Ok(())
    }

    /// The body of a deed, and who says it.
    fn said(&self, deed: Deed) -> Told<(&'static str, Body, Vec<Blob>)> {
        let (state, matter) = (self.story.log.state(), self.matter);
        let with = |by, (body, blobs): (Body, Vec<Blob>)| Ok((by, body, blobs));
        let bare = |by, body: Body| Ok((by, body, vec![]));
        let answers = |action| {
            let (body, blobs) = answer(matter, action, "收到。");
            (body, blobs)
        };
        match deed {
            Deed::Accept | Deed::Decline => {
                let action = if deed == Deed::Accept { Action::Accept } else { Action::Decline };
                let (body, blobs) = answers(action);
                with("host", (body.into(), blobs))
            }
            Deed::Merge => {
                let (mut body, blobs) = answers(Action::Merge);
                body.into = Some(self.twin);
                with("host", (body.into(), blobs))
            }
            Deed::HandOver => {
                let (mut body, blobs) = answers(Action::Escalate);
                body.tier = Some(Tier::Street);
                with("host", (body.into(), blobs))
            }
            Deed::Support => bare("li", Support { matter, party: party("li"), stands: true }.into()),
            Deed::Speak => {
                let (body, blobs) = opinion(matter, Stance::For, "早该有了。", None);
                with("tenant", (body.into(), blobs))
            }
            Deed::AskReview | Deed::Review | Deed::Requisition | Deed::HandIn => self.said_before(deed),
            Deed::Notice
            | Deed::Open
            | Deed::Extend
            | Deed::Withdraw
            | Deed::Vote
            | Deed::Object
            | Deed::Close
            | Deed::Tally
            | Deed::Dispute
            | Deed::RuleDispute
            | Deed::Final
            | Deed::Annul
            | Deed::Draw
            | Deed::RollCall
            | Deed::Access => self.said_of_vote(deed),
            Deed::Read | Deed::Box | Deed::Deny => Ok(self.said_of_paper(deed)),
            Deed::Dispatch => {
                let voted = state.matter(&matter).is_some_and(|matter| !matter.notices.is_empty());
                let decision = voted.then(|| (self.passed.unwrap_or(self.vote.1), 1));
                let (body, blobs) = dispatch(matter, decision, self.story.now_ms + 30 * DAY_MS);
                with("host", (body.into(), blobs))
            }
            Deed::Report | Deed::Finish => {
                let (body, blobs) = progress(self.task, if deed == Deed::Finish { 100 } else { 60 }, 0);
                with("manager", (body.into(), blobs))
            }
            Deed::Rate => {
                let (body, blobs) = rate(matter, "li", [5, 5, 5]);
                with("li", (body.into(), blobs))
            }
            Deed::EndDone | Deed::EndNotPassed => {
                let ending = if deed == Deed::EndDone { Ending::Done } else { Ending::NotPassed };
                let (score, _) = score(state, &matter, &self.story.evidence)?;
                let (body, blobs): (CloseMatter, _) = close_matter(matter, ending, score);
                with("host", (body.into(), blobs))
            }
            Deed::ReportWords => bare("zheng", report((matter, self.about), HideReason::Insult).into()),
            Deed::Hide => {
                let (body, blobs) = hide((matter, self.about), HideReason::Insult);
                with("host", (body.into(), blobs))
            }
            Deed::Leave | Deed::TakeBack => {
                let measure = if deed == Deed::Leave { Measure::Leave } else { Measure::Show };
                let (body, blobs) = rule((matter, self.about), measure);
                with("host", (body.into(), blobs))
            }
            Deed::Keep | Deed::Show => {
                let measure = if deed == Deed::Keep { Measure::Keep } else { Measure::Show };
                let (body, blobs) = rule((matter, self.about), measure);
                with("chen", (body.into(), blobs))
            }
            Deed::Appeal => {
                let (body, blobs) = appeal((matter, self.about), "说的是实情。");
                with("feng", (body.into(), blobs))
            }
            Deed::Reply => {
                let (body, blobs) = reply(self.question, "闭门器。");
                with("manager", (body.into(), blobs))
            }
            // The second root has confirmed nothing in the story but the bylaws.
            Deed::Confirm => bare("second root", Confirm { entry: self.about }.into()),
            Deed::Time | Deed::OfVote | Deed::OfTasks => Err(Code::NotYet.into()),
        }
    }
}
