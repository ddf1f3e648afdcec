//! The tables of courses are what the acts do: each act is taken exactly where a row lets it be, each stage that is no end says
//! who must act, and time leads where the tables say.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use yishi_protocol::apply::apply;
use yishi_protocol::body::{Action, OrgKind, Support, Tier};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::course::{
    By, Course, CourseStage, Date, Deed, Moment, NextAct, Row, Subject, When, Who, queue,
};
use yishi_protocol::log::LogEntry;
use yishi_protocol::rejection::Code;
use yishi_protocol::state::State;
use yishi_tests::courses::{Estate, at, community_answers, host_leaves, out_of_place, subjects};
use yishi_tests::matters::answer;
use yishi_tests::people::{party, public};
use yishi_tests::stairwell::hour;
use yishi_tests::telling::tell;
use yishi_tests::vectors::Step;

/// Every stage of every course, told.
static TOLD: LazyLock<Vec<(Course, CourseStage, Estate)>> = LazyLock::new(|| {
    let told = |stage: CourseStage| {
        let estates = at(stage).unwrap_or_else(|refused| panic!("{stage:?}: {refused}"));
        estates.into_iter().map(move |(course, estate)| (course, stage, estate))
    };
    CourseStage::ALL.iter().copied().flat_map(told).collect()
});

/// The stages where something ends.
const ENDS: [CourseStage; 26] = [
    CourseStage::Declined,
    CourseStage::Merged,
    CourseStage::NotPassed,
    CourseStage::Done,
    CourseStage::NotHeld,
    CourseStage::Withdrawn,
    CourseStage::Final,
    CourseStage::RuledUpon,
    CourseStage::Reviewed,
    CourseStage::ReviewSilent,
    CourseStage::Finished,
    CourseStage::Replied,
    CourseStage::Left,
    CourseStage::KeptHidden,
    CourseStage::ShownAgain,
    CourseStage::SheetHeld,
    CourseStage::SheetLeft,
    CourseStage::SheetCounted,
    CourseStage::SheetDenied,
    CourseStage::BoxOpen,
    CourseStage::BoxCounted,
    CourseStage::NoBox,
    CourseStage::InForce,
    CourseStage::Lapsed,
    CourseStage::LettersSettled,
    CourseStage::OfficeSettled,
];

fn estate(stage: CourseStage) -> Estate {
    TOLD.iter().find(|(_, told, _)| *told == stage).unwrap().2.clone()
}

#[test]
fn an_estate_can_be_told_into_every_stage() {
    for (course, stage, estate) in TOLD.iter() {
        let subject = estate.subject().unwrap();
        assert_eq!(subject.course(), *course, "{stage:?}");
        assert_eq!(subject.stage(estate.story.log.state(), estate.story.now_ms), *stage);
    }
}

#[test]
fn an_act_is_taken_exactly_where_a_row_lets_it_be() {
    for (course, stage, estate) in TOLD.iter() {
        let deeds: BTreeSet<Deed> = course.rows().iter().map(|row| row.deed).collect();
        for deed in deeds.into_iter().filter(|deed| deed.kind().is_some()) {
            let said = estate.clone().deed(deed).map_err(|refused| refused.code);
            let expected = match (course.lets(*stage, deed), deed) {
                (false, _) => Err(out_of_place(*stage, deed).unwrap()),
                // A matter that was put to the vote is given out only by an item that passed: which one, the act asks.
                (true, Deed::Dispatch) if !estate.may_be_given_out() => Err(Code::DecisionInvalid),
                // There has to be a ballot, and nobody casts the same one twice.
                (true, Deed::Object) if !estate.has_joint_ballot() => Err(Code::BallotUnknown),
                // Only who was drawn is called, and nobody draws twice.
                (true, Deed::RollCall) if !estate.is_drawn() => Err(Code::NotDrawn),
                (true, Deed::Draw) if estate.is_drawn() => Err(Code::AlreadyDrawn),
                (true, Deed::Vote) if estate.has_joint_ballot() => Err(Code::StaleSupersession),
                (true, _) => Ok(()),
            };
            assert_eq!(said, expected, "{course:?}, {stage:?}, {deed:?}");
        }
    }
}

#[test]
fn an_act_leads_where_its_row_says() {
    for (course, stage, estate) in TOLD.iter() {
        let acts = |row: &&Row| row.by.is_some() && !matches!(row.when, When::From(Date::Result | Date::End));
        let rows = course.rows().iter().filter(|row| row.from == Some(*stage) || row.from.is_none());
        for row in rows.filter(acts) {
            let mut estate = estate.clone();
            if estate.deed(row.deed).is_err() {
                continue;
            }
            let led = estate.subject().unwrap().stage(estate.story.log.state(), estate.story.now_ms);
            assert_eq!(led, row.to.unwrap_or(*stage), "{stage:?}, {:?}", row.deed);
        }
    }
}

#[test]
fn every_stage_that_is_no_end_says_who_must_act() {
    for (course, stage, estate) in TOLD.iter() {
        let moment = Moment::new(estate.story.log.state(), estate.story.now_ms);
        let next = moment.next(&estate.subject().unwrap());
        assert_eq!(ENDS.contains(stage), course.is_end(*stage), "{stage:?}");
        assert_eq!(next.is_none(), course.is_end(*stage), "{stage:?}: {next:?}");
        let Some(next) = next else { continue };
        // In this estate every office is held, so nobody reads that nobody is there.
        assert_eq!(next.orgs.is_empty(), next.who != Who::Office, "{stage:?}: {next:?}");
        assert_eq!(next.person.is_some(), next.who == Who::Assignee, "{stage:?}: {next:?}");
    }
}

#[test]
fn every_row_can_be_reached_and_every_date_is_somebodys() {
    for course in Course::ALL {
        let begins: &[CourseStage] = match course {
            Course::Matter => &[CourseStage::Raised],
            Course::Vote => &[CourseStage::Noticed],
            Course::Task => &[CourseStage::Working],
            Course::Question => &[CourseStage::Asked],
            Course::Words => &[CourseStage::Reported],
            Course::Dispute => &[CourseStage::Disputed],
            Course::Review => &[CourseStage::ReviewAsked],
            Course::Sheet => &[
                CourseStage::SheetUnread,
                CourseStage::ReadOtherwise,
                CourseStage::SheetHeld,
                CourseStage::SheetLeft,
                CourseStage::OverOnline,
            ],
            Course::Box => {
                &[CourseStage::BoxDue, CourseStage::BoxOpen, CourseStage::BoxCounted, CourseStage::NoBox]
            }
            Course::Proposal => &[CourseStage::Proposed],
            Course::Letters => &[CourseStage::LettersWait, CourseStage::LettersAlone],
            Course::Device => &[CourseStage::OfficeWaits],
        };
        let mut reached: BTreeSet<CourseStage> = begins.iter().copied().collect();
        for _ in course.rows() {
            let next =
                course.rows().iter().filter(|row| row.from.is_some_and(|from| reached.contains(&from)));
            reached.extend(next.filter_map(|row| row.to).collect::<Vec<_>>());
        }
        let unreached =
            course.rows().iter().find(|row| row.from.is_some_and(|from| !reached.contains(&from)));
        assert_eq!(unreached, None, "{course:?}");
        let told = TOLD.iter().filter(|(of, ..)| of == course).map(|(_, stage, _)| *stage);
        assert_eq!(told.collect::<BTreeSet<_>>(), reached, "{course:?}");
    }
    let dates = Course::ALL.iter().flat_map(|course| course.rows()).filter_map(|row| match row.when {
        When::Always => None,
        When::Due(date) | When::Until(date) | When::From(date) => Some(date),
    });
    assert_eq!(dates.collect::<BTreeSet<_>>(), Date::ALL.iter().copied().collect());
}

#[test]
fn time_leads_on_at_the_date_and_not_before() {
    for (course, stage, estate) in TOLD.iter() {
        let state = estate.story.log.state();
        let subject = estate.subject().unwrap();
        for row in course.rows_from(*stage).filter(|row| row.deed == Deed::Time) {
            let When::From(date) = row.when else { panic!("{row:?}") };
            let at_ms = subject.date(state, date).unwrap();
            assert_eq!(subject.stage(state, at_ms - 1), *stage, "{stage:?}");
            // Letters whose wait has lapsed are alone, or settled.
            let to =
                if *stage == CourseStage::LettersWait { Some(CourseStage::LettersSettled) } else { row.to };
            assert_eq!(Some(subject.stage(state, at_ms)), to, "{stage:?}");
        }
    }
}

#[test]
fn what_is_due_is_late_from_the_first_moment_after_it_on_and_what_can_be_done_until_then_never() {
    for (course, stage, estate) in TOLD.iter() {
        let state = estate.story.log.state();
        let subject = estate.subject().unwrap();
        for row in course.rows_from(*stage) {
            let (When::Due(date), Some(_)) = (row.when, row.next) else { continue };
            let due_ms = subject.date(state, date).unwrap();
            let late = |now_ms| Moment::new(state, now_ms).next(&subject).map(|next| next.days_late(now_ms));
            assert_eq!([late(due_ms), late(due_ms + 1)], [Some(0), Some(1)], "{stage:?}");
        }
    }
}

#[test]
fn owners_close_a_vote_that_nobody_closes() {
    let mut estate = estate(CourseStage::Counting);
    let rows: Vec<&Row> = Course::Vote.rows_from(CourseStage::Counting).collect();
    assert_eq!(rows.iter().map(|row| row.by).collect::<Vec<_>>()[1], Some(By::Owners));
    let due_ms = estate.subject().unwrap().date(estate.story.log.state(), Date::Result).unwrap();
    let tries = |estate: &mut Estate| {
        let Some(Subject::Vote(record)) = estate.subject() else { panic!("a vote") };
        let close = yishi_protocol::body::Close { agenda: record.opened.unwrap() };
        estate.story.say("wang", close, vec![]).map(drop).map_err(|refused| refused.code)
    };
    estate.story.now_ms = due_ms - 1;
    assert_eq!(tries(&mut estate), Err(Code::MissingCapability));
    estate.story.now_ms = due_ms;
    assert_eq!(tries(&mut estate), Ok(()));
}

#[test]
fn a_vote_that_nobody_opened_in_time_has_to_be_noticed_anew() {
    let estate = estate(CourseStage::Missed);
    let next = Moment::new(estate.story.log.state(), estate.story.now_ms).next(&estate.subject().unwrap());
    let next = next.unwrap();
    assert_eq!((next.act, next.who, next.due_ms), (NextAct::NoticeAgain, Who::Office, None));
}

#[test]
fn a_matter_waits_for_the_office_that_its_tier_belongs_to() {
    let mut estate = estate(CourseStage::Raised);
    let orgs = |estate: &Estate| {
        let moment = Moment::new(estate.story.log.state(), estate.story.now_ms);
        moment.next(&estate.subject().unwrap()).unwrap().orgs
    };
    assert_eq!(orgs(&estate), [OrgKind::Committee], "the host's office has no limit");
    community_answers(&mut estate, "chen").unwrap();
    assert_eq!(orgs(&estate), [OrgKind::Committee], "the new office does not reach a building");
    let (mut up, blobs) = answer(estate.about, Action::Escalate, "请社区一起看。");
    up.tier = Some(Tier::Community);
    estate.story.say("host", up, blobs).unwrap();
    assert_eq!(
        orgs(&estate),
        [OrgKind::ResidentsCommittee],
        "the host may still act, but it is not its turn"
    );
    assert_eq!(waits(&estate, "host"), [], "and so it does not stand on its list");
    assert_eq!(waits(&estate, "chen"), [(NextAct::Answer, Who::Office, 1)]);
    estate.deed(Deed::HandOver).unwrap();
    let both = [OrgKind::Committee, OrgKind::ResidentsCommittee];
    assert_eq!(orgs(&estate), both, "the street holds no office here");
    host_leaves(&mut estate).unwrap();
    assert_eq!(orgs(&estate), [OrgKind::ResidentsCommittee]);
    assert_eq!(waits(&estate, "chen"), [(NextAct::Answer, Who::Office, 1)]);
}

/// What the stage of something waits for from somebody: what, of what, and as whom. What a roll call waits for no stage does.
fn waits(estate: &Estate, name: &str) -> Vec<(NextAct, Who, u32)> {
    let all = queue(estate.story.log.state(), &public(name), estate.story.now_ms);
    assert!(all.is_sorted_by_key(|one| (one.due_ms.unwrap_or(u64::MAX), one.about)), "{all:?}");
    let of_stage =
        all.iter().filter(|one| !matches!(one.act, NextAct::Draw | NextAct::RollCall | NextAct::Seat));
    of_stage.filter(|one| one.about == estate.about).map(|one| (one.act, one.who, one.count)).collect()
}

#[test]
fn the_queue_of_each_has_what_waits_for_them_and_nothing_else() {
    use NextAct::{Answer, CloseMatter, CloseVote, Confirm, Discuss, Dispatch, OpenVote, Rate, Reply, Work};
    let office = |act| vec![(act, Who::Office, 1)];
    for (stage, act) in [
        (CourseStage::Raised, Answer),
        (CourseStage::Accepted, Discuss),
        (CourseStage::Passed, Dispatch),
        (CourseStage::Demanded, NextAct::NoticeDemanded),
        (CourseStage::Marked, CloseMatter),
        (CourseStage::Missed, NextAct::NoticeAgain),
        (CourseStage::ToOpen, OpenVote),
        (CourseStage::Counting, CloseVote),
        (CourseStage::Closed, NextAct::StateTotals),
        (CourseStage::ToEnd, NextAct::EndVote),
    ] {
        let estate = estate(stage);
        assert_eq!(waits(&estate, "host"), office(act), "{stage:?}");
        for other in ["wang", "manager", "feng", "nobody"] {
            assert_eq!(waits(&estate, other), [], "{stage:?}, {other}");
        }
    }
    for stage in [
        CourseStage::Noticed,
        CourseStage::Opened,
        CourseStage::NotHeld,
        CourseStage::Withdrawn,
        CourseStage::AtVote,
        CourseStage::Done,
        CourseStage::Tallied,
    ] {
        for name in ["host", "manager", "feng", "root"] {
            assert_eq!(waits(&estate(stage), name), [], "{stage:?}, {name}");
        }
    }
    assert_eq!(waits(&estate(CourseStage::Working), "manager"), [(Work, Who::Assignee, 1)]);
    assert_eq!(waits(&estate(CourseStage::Working), "host"), []);
    assert_eq!(waits(&estate(CourseStage::Voting), "wang"), [(NextAct::Vote, Who::Owners, 1)]);
    assert_eq!(waits(&estate(CourseStage::Voting), "qian"), [], "zhao votes for the home of both");
    assert_eq!(waits(&estate(CourseStage::Marking), "wang"), [(Rate, Who::Owners, 1)]);
    assert_eq!(
        waits(&estate(CourseStage::Marking), "parker"),
        [],
        "a parking space has no say in the stairwell"
    );
    for (stage, who) in
        [(CourseStage::Proposed, Who::SecondPerson), (CourseStage::LettersAlone, Who::SecondPerson)]
    {
        assert_eq!(waits(&estate(stage), "second root"), [(Confirm, who, 1)], "{stage:?}");
        assert_eq!(waits(&estate(stage), "host"), [], "nobody is their own second person");
    }
    assert_eq!(waits(&estate(CourseStage::OfficeWaits), "root"), [(Confirm, Who::Giver, 1)]);
    // Questions about the same books are one thing to do.
    let mut asked = estate(CourseStage::Asked);
    let Some(Subject::Question(question)) = asked.subject() else { panic!("a question") };
    let about = question.disclosure;
    let (body, blobs) = yishi_tests::matters::ask(about, None, "钱去哪了？");
    asked.about = about;
    asked.story.now_ms += DAY_MS;
    asked.story.say("wang", body, blobs).unwrap();
    assert_eq!(waits(&asked, "manager"), [(Reply, Who::Office, 2)]);
}

#[test]
fn what_an_owner_has_done_waits_no_more() {
    let mut voting = estate(CourseStage::Voting);
    assert_eq!(waits(&voting, "sun"), [(NextAct::Vote, Who::Owners, 1)]);
    voting.deed(Deed::Vote).unwrap();
    assert_eq!(waits(&voting, "sun"), []);
    let mut marking = estate(CourseStage::Marking);
    assert_eq!(waits(&marking, "li"), [(NextAct::Rate, Who::Owners, 1)]);
    marking.deed(Deed::Rate).unwrap();
    assert_eq!(waits(&marking, "li"), []);
}

/// The entries of the told log.
static ENTRIES: LazyLock<Vec<LogEntry>> = LazyLock::new(|| {
    let accepted = tell().unwrap().steps.into_iter().filter_map(|step| match step {
        Step::Accepted { leaf, .. } => Some(base16ct::lower::decode_vec(leaf).unwrap()),
        Step::Refused { .. } => None,
    });
    accepted.zip(0..).map(|(leaf, index)| LogEntry::from_leaf(index, &leaf).unwrap()).collect()
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever was told and whenever it is asked: what has not ended waits for somebody, and nothing panics.
    #[test]
    fn what_goes_on_waits_for_somebody_at_any_moment(
        size in any::<prop::sample::Index>(),
        now_ms in prop_oneof![
            Just(0), Just(u64::MAX), (0_u64..700).prop_map(|hours| hour(3, 1, 0) + hours * 12 * 3_600_000)
        ],
    ) {
        let mut state = State::default();
        for entry in &ENTRIES[..size.index(ENTRIES.len() + 1)] {
            apply(&mut state, entry).unwrap();
        }
        let moment = Moment::new(&state, now_ms);
        for subject in subjects(&state) {
            let ended = subject.course().is_end(subject.stage(&state, now_ms));
            prop_assert_eq!(moment.next(&subject).is_none(), ended, "{:?}", subject);
        }
        for name in ["host", "wang", "root", "manager"] {
            let all = queue(&state, &public(name), now_ms);
            prop_assert!(all.iter().all(|one| one.count > 0));
        }
    }
}

#[test]
fn to_back_a_matter_moves_nothing() {
    let mut estate = estate(CourseStage::Raised);
    let due_ms = |estate: &Estate| {
        let state = estate.story.log.state();
        estate.subject().unwrap().date(state, Date::Answer)
    };
    let before = due_ms(&estate);
    estate.story.now_ms += DAY_MS;
    let backed = Support { matter: estate.about, party: party("li"), stands: true };
    estate.story.say("li", backed, vec![]).unwrap();
    assert_eq!(due_ms(&estate), before);
    estate.deed(Deed::HandOver).unwrap();
    assert_eq!(due_ms(&estate), before.map(|before| before + DAY_MS), "to hand it over begins the days anew");
}
