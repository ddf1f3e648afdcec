//! What something waits for: which act, by whom, until when.

use std::collections::BTreeSet;

use super::{By, Deed, Row, Subject};
use crate::body::{Capability, OrgKind, Tier};
use crate::calendar;
use crate::id::PersonId;
use crate::state::{GrantRecord, State};
use crate::strict_json::Strict;

/// What has to happen next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum NextAct {
    /// A matter is answered.
    Answer,
    /// Residents speak, until a matter is put to the vote or given out.
    Discuss,
    /// Its vote, which was taken back or not opened in time, is noticed anew.
    NoticeAgain,
    /// The notice stands its days; then the vote is opened.
    OpenVote,
    /// Owners vote.
    Vote,
    /// The vote is closed.
    CloseVote,
    /// The totals are stated.
    StateTotals,
    /// What passed is given out.
    Dispatch,
    /// The work is done.
    Work,
    /// Owners mark the work.
    Rate,
    /// The matter is ended.
    CloseMatter,
    /// A question about books is answered.
    Reply,
    /// A second person stands behind it.
    Confirm,
    /// Reported words are looked at.
    Moderate,
    /// Whose words were hidden may appeal.
    Appeal,
    /// Another organisation rules on an appeal.
    Rule,
    /// A vote is ended.
    EndVote,
    /// Another organisation rules on a dispute about a result.
    RuleDispute,
    /// Another organisation looks at a matter before it is put to the vote.
    Review,
    /// Notice of the vote that owners demand is given.
    NoticeDemanded,
    /// The numbers are entered by which homes are drawn for a roll call. No stage waits for it.
    Draw,
    /// Homes that were drawn are asked whether their ballot is their own. No stage waits for it.
    RollCall,
    /// Those whom a final vote elected are seated. No stage waits for it.
    Seat,
    /// A sheet that lay in the box is keyed.
    KeySheets,
    /// A second person reads a sheet that another has read.
    ReadSheetsAgain,
    /// What several have read otherwise on a sheet is settled by another reading.
    SettleSheets,
    /// The box is counted.
    CountBox,
    /// Owners look at a sheet that counts in the place of their ballot online.
    LookAtSheet,
}

/// Who must act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Who {
    /// Whoever holds an office that reaches it.
    Office,
    /// Owners with a say.
    Owners,
    /// Anybody enrolled.
    Residents,
    /// Whoever was given the work.
    Assignee,
    /// Another person than whoever did it, with an office for that, or a root.
    SecondPerson,
    /// Whoever gave the office, or a root.
    Giver,
    /// Whoever said the words.
    Author,
}

/// The next act, who must do it, and its date.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Next {
    /// What.
    pub act: NextAct,
    /// By when, in milliseconds since 1970, if there is a date: before it, it is in time.
    pub due_ms: Option<u64>,
    /// The sorts of organisations whose office has to act, where one has: that of the matter's tier, if it holds such an
    /// office now, or else of everybody who does, in order and each once; empty if nobody does.
    pub orgs: Vec<OrgKind>,
    /// Whoever has the work, where an assignee has to act.
    pub person: Option<PersonId>,
    /// Who.
    pub who: Who,
}

impl Next {
    /// How many days late it is at a moment, in milliseconds since 1970; 0 while it is not.
    pub fn days_late(&self, now_ms: u64) -> u64 {
        days_late(self.due_ms, now_ms)
    }
}

/// How many days late something is at a moment that was due at another, if it has a date; 0 while it is not. A day that has
/// begun is a day late.
pub fn days_late(due_ms: Option<u64>, now_ms: u64) -> u64 {
    due_ms.map_or(0, |due_ms| calendar::days_late(due_ms, now_ms))
}

impl By {
    /// Who that is, as far as screens say it.
    pub const fn who(self) -> Who {
        match self {
            By::Office(_)
            | By::OfficeOf(_)
            | By::ResidentsCommittee(_)
            | By::SameOrg(_)
            | By::OtherOrg(_)
            | By::OtherBody(_)
            | By::OtherReader(_)
            | By::Reviewer => Who::Office,
            By::Owners => Who::Owners,
            By::Residents => Who::Residents,
            By::Assignee => Who::Assignee,
            By::Second(_) | By::SecondOfAct => Who::SecondPerson,
            By::Giver => Who::Giver,
            By::Author => Who::Author,
        }
    }
}

/// State at a moment, with whoever holds an office then: found once, however much is asked.
#[derive(Clone, Debug)]
pub struct Moment<'a> {
    state: &'a State,
    now_ms: u64,
    grants: Vec<&'a GrantRecord>,
}

impl<'a> Moment<'a> {
    /// State at a moment, in milliseconds since 1970.
    pub fn new(state: &'a State, now_ms: u64) -> Self {
        let grants = state.persons().flat_map(|(_, person)| person.grants_at(now_ms)).collect();
        Self { state, now_ms, grants }
    }

    /// What something waits for; none exactly if it has come to an end.
    pub fn next(&self, subject: &Subject<'a>) -> Option<Next> {
        let (subject, row) = self.waited(*subject)?;
        let by = row.by?;
        let due_ms = subject.due_ms(self.state, *row);
        let orgs = match by {
            By::Office(capability) | By::SameOrg(capability) | By::OtherReader(capability) => {
                self.orgs(&subject, capability, false)
            }
            By::OtherOrg(capability) | By::OtherBody(capability) => self.orgs(&subject, capability, true),
            By::OfficeOf(caps) => {
                caps.into_iter().flat_map(|capability| self.orgs(&subject, capability, false)).collect()
            }
            By::ResidentsCommittee(capability) => {
                let kind = OrgKind::ResidentsCommittee;
                let of_kind = |grant: &&&GrantRecord| {
                    grant.caps.contains(&capability)
                        && self.state.org(&grant.org).is_some_and(|org| org.kind == kind)
                };
                self.grants.iter().find(of_kind).map(|_| kind).into_iter().collect()
            }
            By::Reviewer => subject.reviewer(self.state).into_iter().collect(),
            By::Owners
            | By::Residents
            | By::Assignee
            | By::Second(_)
            | By::SecondOfAct
            | By::Giver
            | By::Author => Vec::new(),
        };
        Some(Next { act: row.next?, due_ms, orgs, person: subject.assignee(), who: by.who() })
    }

    /// The row that something waits for, and what it belongs to. A stage that only time leaves waits for what the stage
    /// after it waits for; a matter at the vote or at work, for what its vote or work does.
    fn waited(&self, subject: Subject<'a>) -> Option<(Subject<'a>, &'static Row)> {
        let (course, mut stage) = (subject.course(), subject.stage(self.state, self.now_ms));
        if let Some(review) = subject.awaited_review(stage, self.now_ms) {
            return self.waited(review);
        }
        for _ in course.rows() {
            if let Some(row) = course.rows_from(stage).find(|row| row.next.is_some()) {
                return Some((subject, row));
            }
            let row = course.rows_from(stage).find(|row| row.by.is_none())?;
            if row.deed != Deed::Time {
                // Only a matter is in the course of something else, and that never is.
                return subject.within(self.state, stage).and_then(|within| self.waited(within));
            }
            stage = row.to?;
        }
        None
    }

    /// Whose office it is: that of the matter's tier, or else each that reaches it; none that hid the words or gave
    /// notice of the vote, where those do not rule.
    pub(super) fn orgs(&self, subject: &Subject<'_>, capability: Capability, others: bool) -> Vec<OrgKind> {
        let hid = |grant: &GrantRecord| {
            subject.barred_orgs(self.state).is_some_and(|orgs| orgs.contains(&grant.org))
        };
        let holds = |grant: &&&GrantRecord| grant.caps.contains(&capability) && !(others && hid(grant));
        let reached = self.grants.iter().filter(holds).filter(|grant| subject.is_reached(self.state, grant));
        let kinds = reached.filter_map(|grant| self.state.org(&grant.org)).map(|org| org.kind);
        let kinds: BTreeSet<OrgKind> = kinds.collect();
        match subject.tier(self.state).map(Tier::organisation) {
            Some(kind) if kinds.contains(&kind) => vec![kind],
            _ => kinds.into_iter().collect(),
        }
    }
}
