//! Words for people, Chinese first. Both languages of a phrase stand side by side, so that neither is forgotten.

use yishi_protocol::calendar::{date_of, local_day};
use yishi_protocol::count::Outcome;

use crate::format::{Local, local, local_end};
use crate::refusals::REFUSALS;
use crate::session::Trouble;

fn month_name(month: u64) -> &'static str {
    const NAMES: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let at = usize::try_from(month.saturating_sub(1)).unwrap_or_default();
    NAMES.get(at).copied().unwrap_or_default()
}

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

    /// Words in this language, or in the one they were written in.
    pub(crate) fn pick(self, words: &yishi_protocol::blob::Words) -> String {
        words.in_language(self.say("zh", "en")).0.to_owned()
    }

    /// What stands between parts of a sentence.
    pub(crate) fn comma(self) -> &'static str {
        self.say("，", ", ")
    }

    /// What stands between the parts of a list.
    pub(crate) fn list_comma(self) -> &'static str {
        self.say("、", ", ")
    }

    fn date(self, at: &Local) -> String {
        let (day, weekday) = (self.month_day(at.month, at.day), self.weekday(at.weekday));
        match self {
            Lang::Zh => format!("{day}（{weekday}）"),
            Lang::En => format!("{weekday} {day} "),
        }
    }

    /// A day of the week, of which 0 is Sunday: `周三`, `Wed`.
    pub(crate) fn weekday(self, weekday: usize) -> &'static str {
        const ZH: [&str; 7] = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
        const EN: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
        let names = match self {
            Lang::Zh => ZH,
            Lang::En => EN,
        };
        names.get(weekday).copied().unwrap_or_default()
    }

    /// A day of the year: `7月8日`, `8 Jul`.
    pub(crate) fn month_day(self, month: u64, day: u64) -> String {
        match self {
            Lang::Zh => format!("{month}月{day}日"),
            Lang::En => format!("{day} {}", month_name(month)),
        }
    }

    /// The day of a moment.
    pub(crate) fn day(self, time_ms: u64) -> String {
        let at = local(time_ms);
        self.month_day(at.month, at.day)
    }

    /// The day of that number.
    pub(crate) fn day_number(self, day: u32) -> String {
        let (_, month, day) = date_of(day.into());
        self.month_day(month, day)
    }

    /// The day that a date ends.
    pub(crate) fn last_day(self, time_ms: u64) -> String {
        let at = local_end(time_ms);
        self.month_day(at.month, at.day)
    }

    /// A span of days, both inclusive: `6月`, `上半年`'s `1–6月`, `3月1日–3月20日`; with the year unless it is this one.
    pub(crate) fn period(self, from_day: u32, to_day: u32, now_ms: u64) -> String {
        let (from, to) = (date_of(from_day.into()), date_of(to_day.into()));
        let whole = from.2 == 1 && date_of(u64::from(to_day) + 1).2 == 1 && from.0 == to.0;
        let days = match (self, whole, from.1 == to.1) {
            (Lang::Zh, true, true) => format!("{}月", from.1),
            (Lang::Zh, true, false) => format!("{}–{}月", from.1, to.1),
            (Lang::En, true, true) => month_name(from.1).to_owned(),
            (Lang::En, true, false) => format!("{}–{}", month_name(from.1), month_name(to.1)),
            (_, false, _) => format!("{}–{}", self.month_day(from.1, from.2), self.month_day(to.1, to.2)),
        };
        match self {
            _ if from.0 == date_of(local_day(now_ms)).0 => days,
            Lang::Zh => format!("{}年{days}", from.0),
            Lang::En => format!("{days} {}", from.0),
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
        let (_, zh, en) = REFUSALS.iter().find(|(codes, ..)| codes.contains(&code))?;
        Some(match self {
            Lang::Zh => *zh,
            Lang::En => *en,
        })
    }

    /// What went wrong and what to do.
    pub(crate) fn trouble(self, trouble: &Trouble) -> (&'static str, String) {
        let (what, todo) = match trouble {
            Trouble::Offline => (
                self.say("连不上服务器", "The server does not answer"),
                self.say("请看看网络，再试一次。没有什么丢掉。", "Check the network and try again. Nothing was lost."),
            ),
            Trouble::NoVault => (
                self.say("这个页面存不住凭证", "This page cannot keep a key"),
                self.say(
                    "请用微信打开，不要用无痕模式，并允许网站存数据；手机空间满了先清一清。入户信的字码还没有用掉。",
                    "Open it in WeChat, not in private mode, allow sites to keep data, and free some space. The letter's code has not been used.",
                ),
            ),
            Trouble::PlainHttp(_) => (
                self.say("网址要以 https:// 开头", "The address has to begin with https://"),
                self.say(
                    "这一页以 http:// 开头，不加密，浏览器不让它存凭证。入户信的字码还没有用掉。",
                    "Under http:// the browser lets a page keep no key. The letter's code has not been used.",
                ),
            ),
            Trouble::Outdated => (
                self.say("页面旧了，请重新打开", "This page is out of date"),
                self.say(
                    "议事可能刚更新过，这一页读不懂新的回答。没有什么丢掉。",
                    "Yishi may just have been updated, and this page cannot read its answers. Open it anew; nothing was lost.",
                ),
            ),
            Trouble::Unproven(_) => (
                self.say("核对没有通过，先不要相信这一页", "The check failed; do not trust this page"),
                self.say(
                    "服务器给出的内容和签过名的记录对不上。请截图，交给监督小组。",
                    "What the server shows does not fit the signed record. Take a picture and show it to the supervisors.",
                ),
            ),
            Trouble::Refused(refusal) => match self.refusal(&refusal.code) {
                Some(words) => words,
                None => return (self.say("没有办成", "Not done"), refusal.detail.clone()),
            },
        };
        (what, todo.to_owned())
    }
}
