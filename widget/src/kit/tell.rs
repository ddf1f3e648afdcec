//! How matters are told: the five steps, who must act by when, who speaks. Both bundles say it alike.

use leptos::prelude::*;
use yishi_protocol::body::Category;
use yishi_protocol::bylaws::LegalMode;
use yishi_protocol::calendar::days_late;
use yishi_protocol::count::{Comparison, Relation};
use yishi_protocol::ledger::Ledger;
use yishi_protocol::state::{Next, NextAct, Standing, Step};
use yishi_protocol::view::{LateIssuer, LateView, Speaker, SpeakerRole};

use crate::shell::app::App;
use crate::words::Lang;
use crate::words::format::hundredths;

/// The steps in order: sign, then word.
pub(crate) const STEPS: [(Step, &str, &str, &str); 5] = [
    (Step::Propose, "提", "提议", "Propose"),
    (Step::Deliberate, "议", "协商", "Discuss"),
    (Step::Decide, "决", "表决", "Decide"),
    (Step::Execute, "办", "执行", "Do"),
    (Step::Evaluate, "评", "评价", "Rate"),
];

/// The words in the screen's language; Chinese where there is no other.
pub(crate) fn pick(app: App, words: &yishi_protocol::blob::Words) -> String {
    app.lang.get_untracked().pick(words)
}

/// The word of a step.
pub(crate) fn step_word(app: App, step: Step) -> &'static str {
    let found = STEPS.iter().find(|(known, ..)| *known == step);
    found.map_or("", |(_, _, zh, en)| app.say(zh, en))
}

/// The sign of a step: its character, or its number for those who cannot read that.
pub(crate) fn step_sign(app: App, step: Step) -> &'static str {
    const NUMBERS: [&str; 5] = ["1", "2", "3", "4", "5"];
    let found = STEPS.iter().zip(NUMBERS).find(|((known, ..), _)| *known == step);
    found.map_or("", |((_, sign, ..), number)| app.say(sign, number))
}

/// The five steps as one picture: done, now (red if something is wrong), to come.
pub(crate) fn track(app: App, step: Step, standing: Standing, wrong: bool) -> AnyView {
    let ended = standing != Standing::Open;
    let place = STEPS.iter().position(|(known, ..)| *known == step).unwrap_or_default();
    let wrong_words =
        if wrong { app.say("，已超期或有问题", ", late or over its limit") } else { "" };
    let label = match app.lang.get_untracked() {
        Lang::Zh => format!("五步进度：第 {} 步 {}，共 5 步{wrong_words}", place + 1, step_word(app, step)),
        Lang::En => format!("Step {} of 5: {}{wrong_words}", place + 1, step_word(app, step)),
    };
    let signs = STEPS.iter().enumerate().map(|(at, (step, ..))| {
        let now = at == place;
        let class = match (at < place || (now && ended), now, wrong) {
            (true, _, _) => "done",
            (false, true, true) => "late",
            (false, true, false) => "now",
            (false, false, _) => "",
        };
        view! { <li class=class aria-current=now.then_some("step")><b>{step_sign(app, *step)}</b></li> }
            .into_any()
    });
    view! { <ol class="ys-track" aria-label=label>{signs.collect_view()}</ol> }.into_any()
}

/// What a host owes every matter.
pub(crate) fn answer_duty(app: App) -> String {
    let days = app.settings().answer_days;
    match app.lang.get_untracked() {
        Lang::Zh => format!(
            "业委会须在 {days} 天内答复：受理、并到别的事、转交，或不采纳并写明理由。到期没答，首页会记超期。"
        ),
        Lang::En => format!(
            "The committee has {days} days to answer: it takes the matter up, merges it, hands it on, or declines and says why. After that it is shown as overdue."
        ),
    }
}

/// How a matter ended; nothing while it goes on.
pub(crate) fn standing_word(app: App, standing: Standing) -> Option<&'static str> {
    Some(match standing {
        Standing::Open => return None,
        Standing::Done => app.say("办完了", "Done"),
        Standing::NotPassed => app.say("表决没有通过", "Not passed"),
        Standing::Declined => app.say("没有采纳", "Declined"),
        Standing::Merged => app.say("并到另一件一起办", "Merged"),
    })
}

/// Who must act: `等业委会答复`.
pub(crate) fn waits_for(app: App, act: NextAct) -> &'static str {
    match act {
        NextAct::Answer => app.say("等业委会答复", "Waiting for the committee to answer"),
        NextAct::Discuss => app.say("等大家说看法", "Waiting for what residents say"),
        NextAct::OpenVote => app.say("公示中，等开始投票", "Noticed; waiting for the vote to open"),
        NextAct::Vote => app.say("等业主投票", "Waiting for owners to vote"),
        NextAct::CloseVote => app.say("投票截止了，等开箱", "Closed; waiting to be opened"),
        NextAct::StateTotals => app.say("等公布计票结果", "Waiting for the count"),
        NextAct::Dispatch => app.say("表决通过，等派单", "Passed; waiting to be given out"),
        NextAct::Work => app.say("等承办的人办完", "Waiting for the work to be done"),
        NextAct::Rate => app.say("等业主评价", "Waiting for owners to rate it"),
        NextAct::CloseMatter => app.say("等业委会办结", "Waiting for the committee to close it"),
    }
}

/// Whether the date of the next act has passed.
pub(crate) fn is_overdue(next: Option<Next>, now_ms: u64) -> bool {
    next.and_then(|next| next.due_ms).is_some_and(|due_ms| days_late(due_ms, now_ms) > 0)
}

/// By when, or how many days late: `7月10日前`, `已超 19 天`.
pub(crate) fn due_words(app: App, due_ms: u64, now_ms: u64) -> String {
    let lang = app.lang.get_untracked();
    let days = days_late(due_ms, now_ms);
    if days > 0 {
        return match lang {
            Lang::Zh => format!("已超 {days} 天"),
            Lang::En => format!("{days} days overdue"),
        };
    }
    match lang {
        Lang::Zh => format!("{}前", lang.last_day(due_ms)),
        Lang::En => format!("by {}", lang.last_day(due_ms)),
    }
}

/// Who spoke, never by name or room: `7栋业主`, `业主委员会`.
pub(crate) fn speaker(app: App, speaker: &Speaker) -> String {
    if let Some(title) = &speaker.title {
        return pick(app, title);
    }
    let role = match speaker.role {
        SpeakerRole::Host => app.say("业委会", "committee"),
        SpeakerRole::Officer => app.say("工作人员", "officer"),
        SpeakerRole::Owner => app.say("业主", "owner"),
        SpeakerRole::Occupier => app.say("住户", "resident"),
    };
    match (&speaker.building, app.lang.get_untracked()) {
        (Some(building), Lang::Zh) => format!("{building}{role}"),
        (Some(building), Lang::En) => format!("{role}, {building}"),
        (None, _) => role.to_owned(),
    }
}

/// What standing a vote has, and what that means.
pub(crate) fn legal_mode(app: App, mode: LegalMode) -> (&'static str, &'static str) {
    match mode {
        LegalMode::Advisory => (
            app.say("征求意见", "Advisory"),
            app.say(
                "结果供业委会参考，没有法律约束力；要有约束力，须按法定程序另行表决。",
                "The result advises the committee and binds nobody; a vote that binds follows the statutory procedure.",
            ),
        ),
        LegalMode::BindingByBylaws => (
            app.say("有约束力的表决", "Binding"),
            app.say(
                "管理规约约定：在这里投的票与书面票效力相同。",
                "By the bylaws a ballot cast here counts as a written one.",
            ),
        ),
        LegalMode::OfficialBridge => (
            app.say("配合官方系统的表决", "Beside the official system"),
            app.say(
                "有约束力的表决在政府的系统里进行，这里用来准备和核对，以那边的结果为准。",
                "The binding vote runs in the authorities' system; this one prepares and checks it.",
            ),
        ),
    }
}

/// What was done to the voters since the notice: how many ballots came from phones that were let in, and who let them in; how
/// many from people whom a document names; how many phones were stopped. Nothing if there is none of it.
pub(crate) fn late_keys(app: App, late: &LateView) -> Option<String> {
    let lang = app.lang.get_untracked();
    let told = [
        (late.ballots > 0).then(|| let_in(app, lang, late)),
        (late.recorded > 0).then(|| match lang {
            Lang::Zh => format!("其中 {} 张票由公示以后凭文件登记的人投出。", late.recorded),
            Lang::En => format!(
                "{} of the ballots came from people recorded from a document after the notice.",
                late.recorded
            ),
        }),
        (late.stopped > 0).then(|| match lang {
            Lang::Zh => format!("公示以后，经办人停用了业主的 {} 部手机。", late.stopped),
            Lang::En => format!("Clerks stopped {} of the owners' phones after the notice.", late.stopped),
        }),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join(lang.say("", " ")))
}

fn let_in(app: App, lang: Lang, late: &LateView) -> String {
    let one = |issuer: &LateIssuer| {
        let who = issuer
            .speaker
            .as_ref()
            .map_or_else(|| app.say("建库密钥", "a founding key").to_owned(), |who| speaker(app, who));
        format!("{who} {}", issuer.ballots)
    };
    let issuers: Vec<String> = late.issuers.iter().map(one).collect();
    let issuers = issuers.join(lang.list_comma());
    match lang {
        Lang::Zh => format!("其中 {} 张票用的手机是公示以后才登记或确认的，经办：{issuers}。", late.ballots),
        Lang::En => format!(
            "{} of the ballots came from phones that were let in or confirmed after the notice, by: {issuers}.",
            late.ballots
        ),
    }
}

/// What a matter is about.
pub(crate) fn category(app: App, category: Option<Category>) -> &'static str {
    let Some(category) = category else { return app.say("其他", "Other") };
    match category {
        Category::Access => app.say("无障碍", "Access"),
        Category::Advert => app.say("广告", "Adverts"),
        Category::Dogs => app.say("养犬", "Dogs"),
        Category::EBikes => app.say("电动车", "E-bikes"),
        Category::Elderly => app.say("养老", "Elderly care"),
        Category::Election => app.say("换届选举", "Elections"),
        Category::EntranceDoor => app.say("单元门", "Entrance doors"),
        Category::Fee => app.say("物业费", "Service fee"),
        Category::Fire => app.say("消防", "Fire safety"),
        Category::Greening => app.say("绿化", "Greenery"),
        Category::Leak => app.say("漏水", "Leaks"),
        Category::LiftInstallation => app.say("加装电梯", "New lifts"),
        Category::LiftRepair => app.say("电梯维修", "Lift repair"),
        Category::Lighting => app.say("照明", "Lighting"),
        Category::Noise => app.say("噪声", "Noise"),
        Category::Parking => app.say("停车", "Parking"),
        Category::Pipes => app.say("管道", "Pipes"),
        Category::Security => app.say("安保", "Security"),
        Category::ShopNeighbour => app.say("商户邻里", "Shops"),
        Category::Waste => app.say("垃圾", "Waste"),
    }
}

/// The name of a ledger.
pub(crate) fn ledger(app: App, ledger: Ledger) -> &'static str {
    match ledger {
        Ledger::PropertyService => app.say("物业服务", "Property service"),
        Ledger::CommonRevenue => app.say("公共收益", "Common revenue"),
        Ledger::MaintenanceFund => app.say("维修资金", "Maintenance fund"),
        Ledger::SharedUtilities => app.say("公共能耗", "Shared utilities"),
        Ledger::CommitteeFunds => app.say("业委会经费", "Committee funds"),
    }
}

/// An amount of money: `1,171.90 元`.
pub(crate) fn money(app: App, fen: u64) -> String {
    format!("{}{}", hundredths(fen), app.say("\u{a0}元", "\u{a0}yuan"))
}

/// Fen as yuan with their sign, without the unit: `−1,171.90`.
pub(crate) fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}", hundredths(fen.unsigned_abs()))
}

/// Both sides of a comparison, multiplied out as the law's working: `3 × 8 = 24` and `≥ 2 × 12 = 24`.
pub(crate) fn sides(check: &Comparison, figure: fn(u64) -> String) -> (String, String) {
    let sign = match (check.share.relation, check.holds()) {
        (Relation::AtLeast, true) => "≥",
        (Relation::AtLeast, false) => "<",
        (Relation::MoreThan, true) => ">",
        (Relation::MoreThan, false) => "≤",
    };
    let side = |factor: u32, value: u64| {
        let product = figure(u64::from(factor).saturating_mul(value));
        if factor == 1 { product } else { format!("{factor} × {} = {product}", figure(value)) }
    };
    let left = side(check.share.denominator, check.part);
    (left, format!("{sign} {}", side(check.share.numerator, check.whole)))
}
