//! Words for people, Chinese first. Both languages of a phrase stand side by side, so that neither is forgotten.

use yishi_protocol::calendar::{date_of, local_day};
use yishi_protocol::count::Outcome;

use crate::format::{Local, local, local_end};
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
                    "请用微信打开，不要用无痕模式；手机空间满了先清一清。入户信的字码还没有用掉。",
                    "Open it in WeChat, not in private mode, and free some space. The letter's code has not been used.",
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

/// What happened, and what to do.
type Advice = (&'static str, &'static str);

/// Codes with their advice, Chinese and English.
const REFUSALS: &[(&[&str], Advice, Advice)] = &[
    (
        &["JOINT_NO_REPRESENTATIVE"],
        ("这套房有几位共有人，还没选定由谁投", "请各自在手机上选定同一个人；截止前选定都来得及。"),
        (
            "Its owners have not named who votes",
            "Each names the same person on their phone, before the close.",
        ),
    ),
    (
        &["NOT_REPRESENTATIVE"],
        ("这套房选定了由另一位共有人投", "请由选定的那一位投；要换人，大家改选。"),
        ("Another co-owner votes for this home", "That person votes, unless all of you name another."),
    ),
    (
        &["REPRESENTATIVE_INVALID"],
        ("不能选这个人", "只能在这套房的共有人里选一位。请退出再进来，看看名册有没有变。"),
        (
            "This person cannot be named",
            "Choose one of this home's owners; open the page anew, the roll may be new.",
        ),
    ),
    (
        &["OBJECTION_INVALID"],
        (
            "这张票不能这样反对",
            "可能是：你自己投的，已经反对过，已选定由谁投，或者这次表决要先选定人才算。要换人，请改选由谁投。",
        ),
        (
            "There is nothing to object to here",
            "It may be your own ballot, or objected to already, or you have settled who votes. To change that, name somebody else.",
        ),
    ),
    (
        &["OBJECTION_LATE"],
        ("过了 24 小时，或者投票已截止", "这张票不能再反对。有异议，请找议事窗口。"),
        (
            "More than 24 hours have passed, or the vote is closed",
            "Turn to the estate's desk if you disagree.",
        ),
    ),
    (
        &["BALLOT_UNKNOWN"],
        ("找不到这张票", "可能已被后一张票换掉。请退出再进来看看。"),
        ("This ballot is not there", "A later one may have taken its place; open the page anew."),
    ),
    (
        &["CODES_NEEDED"],
        ("信的数目不对", "小区刚改了发信的办法。请按一下“核对”，照新的提示来。"),
        (
            "Another number of letters is needed",
            "The estate has changed this just now; check your letter again.",
        ),
    ),
    (
        &["ISSUERS_SAME"],
        ("两封信是同一家单位发的", "要两家不同单位各发的一封。请找另一家发的那封。"),
        (
            "Both letters come from the same office",
            "It takes one of each of two offices; look for the other one's.",
        ),
    ),
    (
        &["BAD_CODE_SIGNATURE", "BAD_DEVICE_SIGNATURE"],
        ("没有登记上，信还没用掉", "请从头再来一次；还不行，请找议事窗口。"),
        ("Not enrolled; the letter is not used", "Begin again; if it fails once more, ask at the desk."),
    ),
    (
        &["DEVICES_TOO_MANY"],
        ("登记的手机太多，最多五台", "请到议事窗口停用不用的那台。"),
        ("Five devices are the most", "Have the desk retire one that you no longer use."),
    ),
    (
        &["OUTSIDE_WINDOW"],
        ("现在不在投票时间里，这一票没计入", "请看这次表决的起止时间。有异议，公示期内可以提。"),
        (
            "Not within the voting time; not counted",
            "See the dates of this vote. You may object during the notice period.",
        ),
    ),
    (
        &["NOT_ON_ROLL", "NO_MANDATE"],
        ("这次表决的名册里没有你这套房", "请带房产证到议事窗口核对。"),
        ("This home is not on the roll of this vote", "Bring your title to the desk."),
    ),
    (
        &["STALE_SUPERSESSION"],
        ("另一台手机已经投过", "看看是不是家里人投的；不是，马上找议事窗口。刷新后可以再投。"),
        ("Another device has voted", "Was it family? If not, call the desk now. Reload to vote again."),
    ),
    (
        &["KEY_REVOKED", "UNKNOWN_KEY"],
        ("这台手机不能签名了", "请用新的入户信重新登记。已投的票不受影响。"),
        ("This phone can no longer sign", "Enrol again by a new letter; earlier ballots stand."),
    ),
    (
        &["CODE_SPENT"],
        ("这封信用过了", "不是你用的，马上找议事窗口；要新的信，当天可领。"),
        ("This letter was used", "If not by you, call the desk now; a new one the same day."),
    ),
    (
        &["CODE_EXPIRED"],
        ("这封信过期了", "请到议事窗口领一封新的，当天可领。"),
        ("This letter has expired", "The desk gives you a new one the same day."),
    ),
    (
        &["CODE_REPLACED"],
        ("这封信作废了，有更新的一封", "请用最新的那封信；没收到，找议事窗口。"),
        ("A newer letter has taken this one's place", "Use the newest one, or ask at the desk."),
    ),
    (
        &["CODE_UNCONFIRMED"],
        ("这封信还要另一位经办人确认", "为防冒名，一个人发的信不够。信留好，请找议事窗口确认后再来。"),
        (
            "A second person has to confirm this letter",
            "So that nobody passes for you, one person's word is not enough. Keep it, and ask at the desk.",
        ),
    ),
    (
        &["KEY_UNCONFIRMED"],
        ("这台手机还差一位经办人确认，没有记下", "请找议事窗口确认你的信，再来一次；截止前都来得及。"),
        (
            "This phone waits for a second person; nothing was taken",
            "Ask the desk to confirm your letter, then try again before the close.",
        ),
    ),
    (
        &["CODE_UNKNOWN", "NOT_FOUND"],
        ("没有这封信", "请核对字码，或到议事窗口换一封。"),
        ("No such letter", "Check the code, or get a new letter at the desk."),
    ),
    (
        &["CODE_FORM", "CODE_MISTYPED"],
        ("字码有一位不对，或者两位写反了", "请对着信再看一遍。"),
        ("One sign is wrong or two are swapped", "Compare it with the letter once more."),
    ),
    (
        &["TOO_FAST"],
        ("点得太快了，票没丢", "等一分钟再送，同一张票送几次都只算一次。"),
        ("Too many tries, nothing lost", "Send it again in a minute; it counts once."),
    ),
    (
        &["MATTER_CLOSED"],
        ("这件事已经了结", "还有没办好的，可以另提一件。"),
        ("This matter has ended", "Raise a new one if something is left."),
    ),
    (
        &["OWN_MATTER"],
        ("这件事是你家提的", "提了就算附议，不用再点。"),
        ("Your home raised this matter", "Raising it backs it already."),
    ),
    (
        &["SUPPORT_UNCHANGED"],
        ("家里有人点过了", "刷新看看现在的户数。"),
        ("Somebody of your home did that already", "Reload to see the count."),
    ),
    (
        &["NOT_DONE"],
        ("又有活派下来，还没办完", "等办完再评。"),
        ("More work was given out", "Rate it when that is done."),
    ),
    (
        &["WORDS_MISSING"],
        ("还没有写字，或者标题太长", "写上要说的话再送。"),
        ("Words are missing, or the title is too long", "Write them and send it again."),
    ),
    (
        &["SCOPE_UNKNOWN", "ROLL_UNKNOWN"],
        ("名册换了新的", "请退出再进来，重新选关系到谁。"),
        ("There is a new roll", "Open this page anew and choose again."),
    ),
    (
        &["BLOB_TOO_LARGE", "TOO_LARGE"],
        ("写得太长了", "删短一些再送。"),
        ("This is too long", "Shorten it and send it again."),
    ),
    (
        &["PERSON_ONLY"],
        ("这台手机还没有登记", "用入户信登记以后再来。"),
        ("This phone is not enrolled", "Enrol with a letter first."),
    ),
    (
        &["MATTER_UNKNOWN", "OPINION_UNKNOWN", "DISCLOSURE_UNKNOWN", "LINE_UNKNOWN", "AGENDA_UNKNOWN"],
        ("找不到这一条", "请回首页重新打开。"),
        ("This is not there", "Go to the first page and open it anew."),
    ),
    (
        &["SEQ_REUSED", "CLOCK_PARTED", "PASS_EXPIRED"],
        ("这次没接上", "请再按一次。"),
        ("It did not get through", "Please press once more."),
    ),
];
