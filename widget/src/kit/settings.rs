//! The settings of bylaws in words, for whoever votes on them, stands behind them, or publishes them.

use leptos::prelude::*;
use yishi_protocol::bylaws::{Bylaws, Conformity, Joint, LegalMode};

use crate::shell::app::App;
use crate::words::Lang;

/// A setting: what it is called, and its value in words.
pub(crate) type Row = (&'static str, String);

/// What differs: what it is called, what it is, what it would be.
pub(crate) fn differences(app: App, before: &Bylaws, after: &Bylaws) -> Vec<(&'static str, String, String)> {
    let pairs = rows(app, before).into_iter().zip(rows(app, after));
    pairs.filter(|(old, new)| old.1 != new.1).map(|((name, old), (_, new))| (name, old, new)).collect()
}

/// All settings in the order in which they are told.
pub(crate) fn rows(app: App, settings: &Bylaws) -> [Row; 14] {
    let say = |zh, en| app.say(zh, en).to_owned();
    let days = |days: u32| match days {
        1 => say("1 天", "1 day"),
        days => match app.lang.get_untracked() {
            Lang::Zh => format!("{days} 天"),
            Lang::En => format!("{days} days"),
        },
    };
    let yes = |yes: bool| if yes { say("是", "yes") } else { say("否", "no") };
    let conformity = match settings.conformity {
        Conformity::Off => say("不算", "not counted"),
        Conformity::Ordinary => say("一般事项从多数", "follow the majority on ordinary items"),
        Conformity::Every => say("所有事项从多数", "follow the majority on every item"),
    };
    let joint = match settings.joint {
        Joint::AnyUnlessObjected => {
            say("哪一位都能投，别的共有人可以反对", "any of them, unless another one objects")
        }
        Joint::Representative => say("大家一起推定的那一位", "whom they all name"),
    };
    let mode = match settings.legal_mode {
        LegalMode::Advisory => say("只征求意见，没有约束力", "asks for opinions, binds nobody"),
        LegalMode::BindingByBylaws => {
            say("线上投票和书面投票一样有效", "online ballots bind as written ones")
        }
        LegalMode::OfficialBridge => say("以住建部门的系统为准", "the city's own system decides"),
    };
    [
        (app.say("表决的效力", "What a vote binds"), mode),
        (app.say("共有的房由谁投", "Who votes for a shared home"), joint),
        (app.say("入户信由几个单位发", "Issuers of a letter"), settings.letter_issuers.to_string()),
        (app.say("名册要第二人确认", "Rolls take a second person"), yes(settings.roll_quorum > 0)),
        (app.say("公示满几天才能开始投", "Notice before a vote"), days(settings.notice_clear_days)),
        (app.say("投票最短", "Shortest vote"), days(settings.window_days_min)),
        (app.say("投票最长", "Longest vote"), days(settings.window_days_max)),
        (app.say("送达了没投的", "Delivered and not returned"), conformity),
        (app.say("废票算参加", "Invalid papers take part"), yes(settings.invalid_counts_as_participation)),
        (app.say("车位计入", "Parking spaces count"), yes(settings.parking_counts)),
        (app.say("一人最多代几户", "Homes one proxy can act for"), settings.proxy_limit.to_string()),
        (app.say("事项几天内答复", "Answers to matters within"), days(settings.answer_days)),
        (app.say("账目提问几天内答", "Answers about books within"), days(settings.question_days)),
        (app.say("办完评价几天", "Marks are given for"), days(settings.rating_days)),
    ]
}
