//! The settings of bylaws in words, beside those in force: whoever stands behind them has read them.

use leptos::prelude::*;
use yishi_protocol::bylaws::{Bylaws, Conformity, Joint, LegalMode};

use super::super::Desk;
use super::super::forms::small;

/// A setting: what it is called, and its value in words.
pub(in super::super) type Row = (&'static str, String);

/// All settings, those that change first in bold with what they were.
pub(in super::super) fn settings(desk: Desk, before: &Bylaws, after: &Bylaws) -> AnyView {
    let pairs: Vec<(Row, Row)> = rows(desk, before).into_iter().zip(rows(desk, after)).collect();
    let (changed, same): (Vec<_>, Vec<_>) =
        pairs.into_iter().partition(|(before, after)| before.1 != after.1);
    let none = changed.is_empty();
    let changed = changed.into_iter().map(|((name, before), (_, after))| {
        let was = desk.either(format!("原来：{before}"), format!("was: {before}"));
        view! { <div><dt>{name}</dt><dd><b>{after}</b><br /><span class="ys-s ys-2">{was}</span></dd></div> }
    });
    let same =
        same.into_iter().map(|(_, (name, value))| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    view! {
        <h3 class="ys-b ys-gap-3">{desk.say("改哪些规定", "What changes")}</h3>
        {none.then(|| small(desk.say("和现在的规定一样。", "It says what is in force.")))}
        <dl class="ys-kv">{changed.collect_view()}</dl>
        <h3 class="ys-b ys-gap-3">{desk.say("不变的规定", "What stays")}</h3>
        <dl class="ys-kv">{same.collect_view()}</dl>
    }
    .into_any()
}

/// All settings in the order in which they are told.
pub(in super::super) fn rows(desk: Desk, settings: &Bylaws) -> [Row; 14] {
    let say = |zh, en| desk.say(zh, en).to_owned();
    let days = |days: u32| match days {
        1 => say("1 天", "1 day"),
        days => desk.either(format!("{days} 天"), format!("{days} days")),
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
        (desk.say("表决的效力", "What a vote binds"), mode),
        (desk.say("共有的房由谁投", "Who votes for a shared home"), joint),
        (desk.say("入户信由几个单位发", "Issuers of a letter"), settings.letter_issuers.to_string()),
        (desk.say("名册要第二人确认", "Rolls take a second person"), yes(settings.roll_quorum > 0)),
        (desk.say("公示满几天才能开始投", "Notice before a vote"), days(settings.notice_clear_days)),
        (desk.say("投票最短", "Shortest vote"), days(settings.window_days_min)),
        (desk.say("投票最长", "Longest vote"), days(settings.window_days_max)),
        (desk.say("送达了没投的", "Delivered and not returned"), conformity),
        (desk.say("废票算参加", "Invalid papers take part"), yes(settings.invalid_counts_as_participation)),
        (desk.say("车位计入", "Parking spaces count"), yes(settings.parking_counts)),
        (desk.say("一人最多代几户", "Homes one proxy can act for"), settings.proxy_limit.to_string()),
        (desk.say("事项几天内答复", "Answers to matters within"), days(settings.answer_days)),
        (desk.say("账目提问几天内答", "Answers about books within"), days(settings.question_days)),
        (desk.say("办完评价几天", "Marks are given for"), days(settings.rating_days)),
    ]
}
