//! What of a vote's paper waits for whom: sheets for clerks who can read them, the box for two, a sheet over a ballot online for its
//! owner.

use yishi_protocol::course::{CourseStage, NextAct, Who, queue};
use yishi_tests::courses::at;
use yishi_tests::people::public;

#[test]
fn paper_waits_for_whoever_can_do_something_about_it() {
    let of = |stage: CourseStage, name: &str| {
        let (_, estate) = at(stage).unwrap().remove(0);
        let all = queue(estate.story.log.state(), &public(name), estate.story.now_ms);
        let paper = [
            NextAct::KeySheets,
            NextAct::ReadSheetsAgain,
            NextAct::SettleSheets,
            NextAct::CountBox,
            NextAct::LookAtSheet,
        ];
        let all = all.iter().filter(|one| paper.contains(&one.act));
        all.map(|one| (one.act, one.who, one.count)).collect::<Vec<_>>()
    };
    let clerks = |act| vec![(act, Who::Office, 1)];
    assert_eq!(of(CourseStage::BoxDue, "zheng"), clerks(NextAct::CountBox));
    assert_eq!(of(CourseStage::SheetHeld, "zheng"), clerks(NextAct::CountBox), "nobody reads it before");
    assert_eq!(of(CourseStage::SheetUnread, "wu"), clerks(NextAct::KeySheets));
    assert_eq!(of(CourseStage::ReadOnce, "zheng"), clerks(NextAct::ReadSheetsAgain));
    assert_eq!(of(CourseStage::ReadOnce, "wu"), [], "nobody seconds their own reading");
    for clerk in ["wu", "zheng", "chen"] {
        assert_eq!(of(CourseStage::ReadOtherwise, clerk), clerks(NextAct::SettleSheets), "{clerk}");
    }
    assert_eq!(of(CourseStage::OverOnline, "li"), [(NextAct::LookAtSheet, Who::Owners, 1)]);
    for (stage, name) in [
        (CourseStage::OverOnline, "wang"),
        (CourseStage::OverOnline, "wu"),
        (CourseStage::SheetCounted, "li"),
        (CourseStage::SheetDenied, "li"),
        (CourseStage::SheetLeft, "zheng"),
        (CourseStage::BoxOpen, "zheng"),
        (CourseStage::ReadOnce, "li"),
    ] {
        assert_eq!(of(stage, name), [], "{stage:?}, {name}");
    }
}
