//! Words and figures of the light pages, in both languages, side by side.

use yishi_protocol::blob::Words;
use yishi_protocol::body::{Class, Item, Method};
use yishi_protocol::bylaws::LegalMode;
use yishi_protocol::calendar::{date_of, local_day};
use yishi_protocol::count::{Outcome, QUORUM, Relation, consent_share};
use yishi_protocol::ledger::Ledger;
use yishi_protocol::state::{Stage, Standing, Step};
use yishi_protocol::view::{Speaker, SpeakerRole};

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lang {
    Zh,
    En,
}

const MINUTE_MS: u64 = 60_000;
/// East of Greenwich, the whole year.
const OFFSET_MS: u64 = 8 * 60 * MINUTE_MS;

impl Lang {
    pub(super) fn say<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// Words in this language, or in the one they were written in.
    pub(super) fn pick(self, words: &Words) -> &str {
        words.in_language(self.say("zh", "en")).0
    }

    /// A day of that number.
    pub(super) fn day_number(self, day: u64) -> String {
        let (year, month, day) = date_of(day);
        match self {
            Lang::Zh => format!("{year}年{month}月{day}日"),
            Lang::En => format!("{year}-{month:02}-{day:02}"),
        }
    }

    pub(super) fn day(self, time_ms: u64) -> String {
        self.day_number(local_day(time_ms))
    }

    /// The moment in which something begins.
    pub(super) fn beginning(self, time_ms: u64) -> String {
        let minute = (time_ms + OFFSET_MS) / MINUTE_MS % 1440;
        format!("{} {}:{:02}", self.day(time_ms), minute / 60, minute % 60)
    }

    /// The moment in which something ends; the midnight that ends a day is 24:00 of that day.
    pub(super) fn end(self, time_ms: u64) -> String {
        if (time_ms + OFFSET_MS).is_multiple_of(1440 * MINUTE_MS) {
            return format!("{} 24:00", self.last_day(time_ms));
        }
        self.beginning(time_ms)
    }

    /// The last day of what ends then.
    pub(super) fn last_day(self, time_ms: u64) -> String {
        self.day(time_ms.saturating_sub(1))
    }

    pub(super) fn money(self, fen: u64) -> String {
        format!("{}{}", hundredths(fen), self.say("\u{a0}元", "\u{a0}yuan"))
    }

    pub(super) fn stage(self, stage: Option<Stage>) -> &'static str {
        match stage {
            None => self.say("公示中", "noticed"),
            Some(Stage::Opened) => self.say("名册已定，还没开始投票", "roll fixed, voting has not begun"),
            Some(Stage::Voting) => self.say("正在投票", "voting"),
            Some(Stage::Counting) => self.say("投票截止了，等计票", "voting has ended, to be opened"),
            Some(Stage::Closed) => self.say("已开箱，等公布结果", "opened, result to come"),
            Some(Stage::Tallied) => self.say("有结果了", "result published"),
        }
    }

    pub(super) fn outcome(self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Passed => self.say("通过", "Passed"),
            Outcome::NotPassed => self.say("未通过", "Not passed"),
            Outcome::QuorumNotMet => self.say("参加不够，不算数", "Too few took part"),
            Outcome::ElectionFilled => self.say("选满", "All seats filled"),
            Outcome::ElectionPartial => self.say("没选满", "Some seats filled"),
            Outcome::ElectionFailed => self.say("没有人过线", "Nobody reached the threshold"),
            Outcome::LotRequired => {
                self.say("最后的席位票数相同，要抽签", "Equal for the last seats: a lot decides")
            }
        }
    }

    pub(super) fn legal_mode(self, mode: LegalMode) -> &'static str {
        match mode {
            LegalMode::Advisory => self.say("征求意见，没有法律约束力", "advisory, binds nobody"),
            LegalMode::BindingByBylaws => self.say("有约束力的表决", "binding by the bylaws"),
            LegalMode::OfficialBridge => self.say(
                "配合官方系统的表决，以那边的结果为准",
                "beside the official system, whose result holds",
            ),
        }
    }

    /// What an item needs to pass.
    pub(super) fn threshold(self, item: &Item) -> String {
        let share = consent_share(item.class, item.raise);
        let (numerator, denominator) = (share.numerator, share.denominator);
        let consent = match (self, share.relation) {
            (Lang::Zh, Relation::MoreThan) => {
                format!("同意的人数、面积都超过参加的 {numerator}/{denominator}")
            }
            (Lang::Zh, Relation::AtLeast) => format!("同意的人数、面积都到参加的 {numerator}/{denominator}"),
            (Lang::En, Relation::MoreThan) => {
                format!(
                    "consent of more than {numerator}/{denominator} of those taking part, by heads and by area"
                )
            }
            (Lang::En, Relation::AtLeast) => {
                format!(
                    "consent of at least {numerator}/{denominator} of those taking part, by heads and by area"
                )
            }
        };
        let (numerator, denominator) = (QUORUM.numerator, QUORUM.denominator);
        let kind = match item.class {
            Class::Ordinary => self.say("普通事项", "ordinary item"),
            Class::Special => self.say("特别事项", "special item"),
        };
        let seats = match (self, item.method) {
            (_, Method::Resolution) => String::new(),
            (Lang::Zh, Method::Election) => format!("；最多选 {} 人", item.seats),
            (Lang::En, Method::Election) => format!("; at most {} names", item.seats),
        };
        match self {
            Lang::Zh => format!("{kind}：参加的人数、面积都到 {numerator}/{denominator}，{consent}{seats}"),
            Lang::En => format!(
                "{kind}: at least {numerator}/{denominator} take part by heads and by area, and {consent}{seats}"
            ),
        }
    }

    pub(super) fn step(self, step: Step) -> &'static str {
        match step {
            Step::Propose => self.say("提议", "propose"),
            Step::Deliberate => self.say("协商", "discuss"),
            Step::Decide => self.say("表决", "decide"),
            Step::Execute => self.say("执行", "do"),
            Step::Evaluate => self.say("评价", "rate"),
        }
    }

    /// How a matter ended; nothing while it goes on.
    pub(super) fn standing(self, standing: Standing) -> &'static str {
        match standing {
            Standing::Open => "",
            Standing::Done => self.say("办完了", "done"),
            Standing::NotPassed => self.say("表决没有通过", "not passed"),
            Standing::Declined => self.say("没有受理", "declined"),
            Standing::Merged => self.say("并到另一件一起办", "merged into another"),
        }
    }

    /// Who spoke, as far as everybody may know: never a name or a room.
    pub(super) fn speaker(self, speaker: &Speaker) -> String {
        if let Some(title) = &speaker.title {
            return self.pick(title).to_owned();
        }
        let role = match speaker.role {
            SpeakerRole::Host => self.say("业委会", "committee"),
            SpeakerRole::Officer => self.say("工作人员", "officer"),
            SpeakerRole::Owner => self.say("业主", "owner"),
            SpeakerRole::Occupier => self.say("住户", "resident"),
        };
        match (self, &speaker.building) {
            (Lang::Zh, Some(building)) => format!("{building}{role}"),
            (Lang::En, Some(building)) => format!("{role}, {building}"),
            (_, None) => role.to_owned(),
        }
    }

    pub(super) fn ledger(self, ledger: Ledger) -> &'static str {
        match ledger {
            Ledger::PropertyService => self.say("物业服务", "Property service"),
            Ledger::CommonRevenue => self.say("公共收益", "Common revenue"),
            Ledger::MaintenanceFund => self.say("维修资金", "Maintenance fund"),
            Ledger::SharedUtilities => self.say("公共能耗", "Shared utilities"),
            Ledger::CommitteeFunds => self.say("业委会经费", "Committee funds"),
        }
    }
}

/// `8106520` as `81,065.20`.
pub(super) fn hundredths(value: u64) -> String {
    let whole = (value / 100).to_string();
    let mut text = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    format!("{text}.{:02}", value % 100)
}

/// Fen as yuan with their sign.
pub(super) fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}", hundredths(fen.unsigned_abs()))
}

#[cfg(test)]
mod tests {
    use yishi_protocol::calendar::{day_of_date, day_start_ms};

    use super::{Lang, hundredths, yuan};

    #[test]
    fn figures_and_dates_are_as_people_write_them() {
        assert_eq!([hundredths(8_106_520), yuan(-5)], ["81,065.20", "\u{2212}0.05"]);
        let end = day_start_ms(day_of_date(2026, 7, 14).unwrap());
        assert_eq!(Lang::Zh.end(end), "2026年7月13日 24:00");
        assert_eq!(Lang::Zh.beginning(end), "2026年7月14日 0:00");
        assert_eq!(Lang::Zh.last_day(end), "2026年7月13日");
        assert_eq!(Lang::En.end(end + 9 * 3_600_000 + 60_000), "2026-07-14 9:01");
    }
}
