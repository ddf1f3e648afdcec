//! Presets and holidays help whoever plans a vote, and bind nobody: what a log means knows neither.

use yishi_protocol::audit::audit;
use yishi_protocol::body::{Class, Notice};
use yishi_protocol::bylaws::Bylaws;
use yishi_protocol::calendar::{DAY_MS, local_day};
use yishi_protocol::holidays::kind_of;
use yishi_protocol::plan::Plan;
use yishi_protocol::preset::Preset;
use yishi_tests::exported::Exported;
use yishi_tests::stairwell::{ESTATE, STAIRWELL, hour, listed, notice, notice_of, resolution};

use crate::tidy::sources;

/// A table of holidays that grows must change no log that exists: every length of window is taken as ever, wherever it ends.
#[test]
fn a_window_may_end_on_any_day_whatever_the_table_of_holidays_says() {
    let mut off = 0;
    for days in 5..=60 {
        let (mut story, roll) = listed().unwrap();
        story.now_ms = hour(3, 4, 10);
        let (good, blobs) = notice(roll, vec![resolution(1, Class::Ordinary)]);
        let body = Notice { closes_ms: good.opens_ms + days * DAY_MS, ..good };
        off += usize::from(kind_of(local_day(body.closes_ms - 1)).is_off());
        story.say("host", body, blobs).unwrap();
        let verdict = audit(&Exported::of(&story).record());
        assert!(verdict.sound, "{days} days: {:?}", verdict.first_wrong);
    }
    assert!(off > 15, "weekends, Qingming and Labour Day among them");
}

/// Nothing that a log is judged by may name what only plans.
#[test]
fn no_rule_of_the_log_knows_a_holiday_or_a_preset() {
    let planning = ["holidays.rs", "plan.rs", "preset/mod.rs", "preset/tests.rs", "lib.rs"];
    let mut read = 0;
    for (path, text) in sources().filter(|(path, _)| path.starts_with("protocol/src")) {
        let own = planning.iter().any(|name| path.ends_with(name));
        let names = ["holidays::", "preset::", "plan::Plan"].iter().any(|name| text.contains(name));
        assert!(own || !names, "{} plans", path.display());
        read += usize::from(!own);
    }
    assert!(read > 100);
}

/// A preset only fills a form: a lift put to the vote as an ordinary matter, by the whole estate, is a notice like any other, and
/// the notice says so to everybody who reads it.
#[test]
fn the_class_that_is_signed_is_the_one_that_counts() {
    for (scope, class) in [(ESTATE, Class::Ordinary), (STAIRWELL, Class::Special)] {
        let (mut story, roll) = listed().unwrap();
        story.now_ms = hour(3, 4, 10);
        let (body, blobs) = notice_of(roll, scope, hour(3, 20, 0), vec![resolution(1, class)]);
        let id = story.say_id("host", body, blobs).unwrap();
        let state = story.log.state();
        let record = state.notices().find(|(notice, _)| **notice == id).unwrap().1;
        assert_eq!((record.body.scope, record.body.items[0].class), (scope, class));
    }
}

/// What the plan of any day proposes, the rule book takes.
#[test]
fn every_plan_is_a_notice_that_is_taken() {
    for posted in 0..35 {
        for preset in [Preset::Lift, Preset::Covenant] {
            let (mut story, roll) = listed().unwrap();
            story.now_ms = hour(3, 2, 10) + 7 * posted * DAY_MS;
            let plan = Plan::new(&Bylaws::default(), story.now_ms, None, 15);
            let mut item = resolution(1, preset.class());
            item.raise = preset.raises().last();
            let (good, blobs) = notice_of(roll, STAIRWELL, plan.opens_ms(), vec![item]);
            let body = Notice { closes_ms: plan.closes_ms(), ..good };
            story.say("host", body, blobs).unwrap();
        }
    }
}
