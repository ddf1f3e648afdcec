//! What residents are told when something is refused, by the code of the rules: what happened, and what to do.

/// What happened, and what to do.
pub(crate) type Advice = (&'static str, &'static str);

/// Codes with their advice, Chinese and English.
pub(crate) const REFUSALS: &[(&[&str], Advice, Advice)] = &[
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
        &["BAD_CODE_SIGNATURE"],
        ("没有登记上，信还没用掉", "请从头再来一次；还不行，请找议事窗口。"),
        ("Not enrolled; the letter is not used", "Begin again; if it fails once more, ask at the desk."),
    ),
    (
        &["BAD_DEVICE_SIGNATURE"],
        ("这不是给您的请求，没有添加", "请用新手机重新扫您手机上的码。别人发来的，不要理会。"),
        (
            "This request is not for you; nothing was added",
            "Scan your code with the new phone again. Ignore what others send you.",
        ),
    ),
    (
        &["KEY_ALREADY_BOUND"],
        ("那台手机登记过了，没有再添加", "看看“我的手机”里有没有它。停用过的，请在那台手机上重新扫码。"),
        (
            "That phone is enrolled already; nothing was added",
            "Look for it under \"My phones\". If it was stopped, scan the code with it again.",
        ),
    ),
    (
        &["DEVICES_TOO_MANY"],
        ("已经有五台手机，不能再加", "请先在“我的手机”里停用一台不用的。"),
        ("Five phones are the most", "First stop one that you no longer use, under \"My phones\"."),
    ),
    (
        &["DEVICE_UNKNOWN", "DEVICE_RETIRED"],
        ("那台手机已经停用了", "不用再停用。"),
        ("That phone is stopped already", "Nothing is left to do."),
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
        // The window's own word, where the ballot that stands was signed by this very phone.
        &["OWN_LATER_BALLOT"],
        ("这台手机已经投过，算后来那张", "刚才这张没有再计。要改，请看过选票，再签一次。"),
        (
            "This phone has voted already",
            "Your later ballot stands and this one is not counted. Look at it and sign again to change it.",
        ),
    ),
    (
        &["KEY_REVOKED", "UNKNOWN_KEY"],
        ("这台手机不能签名了", "请用您的另一台手机重新添加它，或者用新的入户信登记。已投的票不受影响。"),
        (
            "This phone can no longer sign",
            "Add it anew by another phone of yours, or enrol by a new letter; earlier ballots stand.",
        ),
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
        &[
            "MATTER_UNKNOWN",
            "OPINION_UNKNOWN",
            "DISCLOSURE_UNKNOWN",
            "LINE_UNKNOWN",
            "AGENDA_UNKNOWN",
            "NOTICE_UNKNOWN",
            // The window's own word for an address that leads nowhere.
            "ADDRESS_UNKNOWN",
        ],
        ("找不到这一条", "请回首页重新打开。"),
        ("This is not there", "Go to the first page and open it anew."),
    ),
    (
        &["SEQ_REUSED", "CLOCK_PARTED", "PASS_EXPIRED"],
        ("这次没接上", "请再按一次。"),
        ("It did not get through", "Please press once more."),
    ),
];
