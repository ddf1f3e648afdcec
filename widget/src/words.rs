//! Words for people, Chinese first. Both languages of a phrase stand side by side, so that neither is forgotten.

use yishi_protocol::count::Outcome;

use crate::format::{Local, local, local_end};

/// A language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Lang {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The language of a `lang` attribute.
    pub(crate) fn of(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("en") { Lang::En } else { Lang::Zh }
    }

    /// The tag for `lang` on the root.
    pub(crate) fn tag(self) -> &'static str {
        self.say("zh-CN", "en")
    }

    /// The phrase in this language.
    pub(crate) fn say(self, zh: &'static str, en: &'static str) -> &'static str {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    fn date(self, at: &Local) -> String {
        const ZH: [&str; 7] = ["日", "一", "二", "三", "四", "五", "六"];
        const EN: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        match self {
            Lang::Zh => format!("{}月{}日（周{}）", at.month, at.day, ZH.get(at.weekday).unwrap_or(&"")),
            Lang::En => {
                let month =
                    usize::try_from(at.month).ok().and_then(|month| MONTHS.get(month.saturating_sub(1)));
                format!("{} {} {} ", EN.get(at.weekday).unwrap_or(&""), at.day, month.unwrap_or(&""))
            }
        }
    }

    /// The end of a window: `7月13日（周一）24:00`.
    pub(crate) fn deadline(self, time_ms: u64) -> String {
        let at = local_end(time_ms);
        format!("{}{}", self.date(&at), at.clock())
    }

    /// The beginning of a window.
    pub(crate) fn beginning(self, time_ms: u64) -> String {
        let at = local(time_ms);
        format!("{}{}", self.date(&at), at.clock())
    }

    /// A moment: `7月8日 10:24:31`.
    pub(crate) fn moment(self, time_ms: u64) -> String {
        let at = local(time_ms);
        format!("{}{}", self.date(&at), at.clock_with_seconds())
    }

    /// What a result says.
    pub(crate) fn outcome(self, outcome: Outcome) -> &'static str {
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

    /// What happened and what to do, for a refusal's code. Codes that a resident never meets get the server's sentence.
    pub(crate) fn refusal(self, code: &str) -> Option<(&'static str, &'static str)> {
        let (zh, en) = match code {
            "JOINT_NO_REPRESENTATIVE" => (
                (
                    "这套房有几位共有人，还没选定由谁投",
                    "请共有人一起到议事窗口选定代表，再投一次；截止前都来得及。",
                ),
                (
                    "Co-owners have not chosen who votes",
                    "Choose one together at the desk, then vote again before the close.",
                ),
            ),
            "NOT_REPRESENTATIVE" => (
                ("这套房选定了由另一位共有人投", "请由选定的那位共有人投票。"),
                ("Another co-owner votes for this home", "Ask the one you chose to vote."),
            ),
            "OUTSIDE_WINDOW" => (
                ("现在不在投票时间里，这一票没计入", "请看这次表决的起止时间。有异议，公示期内可以提。"),
                (
                    "Not within the voting time; not counted",
                    "See the dates of this vote. You may object during the notice period.",
                ),
            ),
            "NOT_ON_ROLL" | "NO_MANDATE" => (
                ("这次表决的名册里没有你这套房", "请带房产证到议事窗口核对。"),
                ("This home is not on the roll of this vote", "Bring your title to the desk."),
            ),
            "STALE_SUPERSESSION" => (
                ("另一台手机已经投过", "看看是不是家里人投的；不是，马上找议事窗口。刷新后可以再投。"),
                (
                    "Another device has voted",
                    "Was it family? If not, call the desk now. Reload to vote again.",
                ),
            ),
            "KEY_REVOKED" | "UNKNOWN_KEY" => (
                ("这台手机不能签名了", "请用新的入户信重新登记。已投的票不受影响。"),
                ("This phone can no longer sign", "Enrol again by a new letter; earlier ballots stand."),
            ),
            "CODE_SPENT" | "CODE_EXPIRED" => (
                ("这封信用过了，或者过期了", "不是你用的，马上找议事窗口；要新的信，当天可领。"),
                (
                    "This letter was used or has expired",
                    "If not by you, call the desk now; a new one the same day.",
                ),
            ),
            "CODE_UNKNOWN" | "NOT_FOUND" => (
                ("没有这封信", "请核对字码，或到议事窗口换一封。"),
                ("No such letter", "Check the code, or get a new letter at the desk."),
            ),
            "CODE_FORM" | "CODE_MISTYPED" => (
                ("字码有一位不对，或者两位写反了", "请对着信再看一遍。"),
                ("One sign is wrong or two are swapped", "Compare it with the letter once more."),
            ),
            "TOO_FAST" => (
                ("点得太快了，票没丢", "等一分钟再送，同一张票送几次都只算一次。"),
                ("Too many tries, nothing lost", "Send it again in a minute; it counts once."),
            ),
            _ => return None,
        };
        Some(match self {
            Lang::Zh => zh,
            Lang::En => en,
        })
    }
}
