//! What went wrong at the desk, in words: what happened, what to do, and the code.

use super::Desk;
use super::people::refusals::PEOPLE;
use crate::session::Trouble;

/// What happened, what to do, and the code.
pub(super) fn told(desk: Desk, trouble: &Trouble) -> (String, String, String) {
    let say = |zh, en| desk.say(zh, en).to_owned();
    match trouble {
        Trouble::Offline => (
            say("连不上服务器，没有送到", "The server does not answer; nothing was delivered"),
            say(
                "写好的都还在。看看网络，再按一次；已经送到的不会送两次。",
                "What you typed is still here. Check the network and press again; nothing is sent twice.",
            ),
            String::new(),
        ),
        Trouble::NoVault => (
            say("这个浏览器存不住签名凭证", "This browser keeps no key"),
            say("不要用无痕窗口，换一个浏览器再来。", "Do not use a private window; try another browser."),
            String::new(),
        ),
        Trouble::Outdated | Trouble::PlainHttp(_) => {
            let (what, todo) = desk.lang().trouble(trouble);
            (what.to_owned(), todo, String::new())
        }
        Trouble::Unproven(code) => (
            say("核对没有通过，先不要相信这一页", "The check failed; do not trust this page"),
            say(
                "服务器给出的内容和签过名的记录对不上。请截图，交给监督小组。",
                "What the server shows does not fit the signed record. Keep a picture for the supervisors.",
            ),
            code.clone(),
        ),
        Trouble::Refused(refusal) => {
            let code = refusal.code.clone();
            if let Some((what, todo)) = words(&code) {
                return (say(what.0, what.1), say(todo.0, todo.1), code);
            }
            match desk.lang().refusal(&code) {
                Some((what, todo)) => (what.to_owned(), todo.to_owned(), code),
                None => (say("没有办成", "Not done"), refusal.detail.clone(), code),
            }
        }
    }
}

/// The same in Chinese and in English.
pub(super) type Both = (&'static str, &'static str);

/// The refusals that somebody at a desk meets, by code: what happened, what to do. Others get the server's sentence.
const WORDS: &[(&[&str], Both, Both)] = &[
    (
        &["MISSING_CAPABILITY"],
        ("这件事不在你的权限里", "Your office does not cover this"),
        ("请给你授权的人（业委会）补授权，再来办。", "Ask whoever gave you the office to grant it."),
    ),
    (
        &["NOTICE_TOO_SHORT"],
        ("公示不满 15 个整天，不能定这天开始", "The notice would stand for less than 15 whole days"),
        (
            "可能过了零点。回到“日期”一步，会按今天重新算好。",
            "Midnight may have passed; go back to the dates.",
        ),
    ),
    (
        &["WINDOW_LENGTH"],
        ("投票天数要在 5 到 60 天之间", "A vote takes 5 to 60 days"),
        ("回到“日期”一步改天数。", "Change the days in the step of the dates."),
    ),
    (
        &["TOO_EARLY_TO_OPEN"],
        ("太早了，开始前 72 小时内才能冻结名册", "Too early: only within 72 hours before the beginning"),
        ("到时候待办里会出现。", "It will be in your queue then."),
    ),
    (
        &["WINDOW_TOO_SHORT"],
        ("开得太晚，剩下的投票时间不够 5 天", "Too late: less than 5 days of voting are left"),
        ("这次只能重新公示，再开一次。", "It has to be noticed anew."),
    ),
    (
        &["ALREADY_OPENED", "ALREADY_CLOSED", "ALREADY_TALLIED", "ALREADY_ANSWERED", "ALREADY_REPLIED"],
        ("已经有人办过了", "Somebody has done it already"),
        ("回到待办看看现在到哪一步。", "Go back to the queue to see where it stands."),
    ),
    (
        &["ROLL_MISMATCH", "SCOPE_HEADS", "SCOPE_AREA"],
        ("名册换过了，人数和面积对不上", "The roll has changed; heads or area do not fit"),
        (
            "公示写明的是旧名册。请联系监督小组核对；要用新名册，只能重新公示。",
            "The notice names an older roll. To use the new one, notice the vote anew.",
        ),
    ),
    (
        &["MATTER_NOT_ACCEPTED"],
        ("这件事还没有采纳", "The matter has not been accepted"),
        ("先采纳，再交付表决或派单。", "Accept it first."),
    ),
    (
        &["MATTER_CLOSED"],
        ("这件事已经办结", "The matter has ended"),
        ("要继续，请居民重新提一件。", "Somebody has to raise it anew."),
    ),
    (
        &["MATTER_UNDER_WAY"],
        ("这件事已经公示或派单，不能这样处理了", "The matter is under way"),
        ("按现在的步骤办下去。", "Go on from where it stands."),
    ),
    (
        &["ANSWER_INVALID"],
        ("处理方式和所选的层级对不上", "The answer and the tier do not fit"),
        (
            "上报只能到更远的一级，退回只能到更近的一级。",
            "Escalate to a farther tier, return to a nearer one.",
        ),
    ),
    (
        &["TOO_EARLY_TO_CLOSE"],
        ("还没到截止时间", "The window has not ended"),
        ("到点再来。", "Come back then."),
    ),
    (
        &["TALLY_MISMATCH"],
        (
            "合计和票箱重算的不一样，没有公布",
            "The totals are not what the ballots give; nothing was published",
        ),
        ("刷新再试；还不行，请交给监督小组。", "Reload and try again, else call the supervisors."),
    ),
    (
        &["OPENING_MISSING"],
        ("有一张票的票面还没到，数不了", "The choices of a ballot are missing"),
        ("请联系监督小组。", "Call the supervisors."),
    ),
    (
        &["DECISION_INVALID"],
        ("派单要写明依据哪一项通过的表决", "The work must name an item that passed"),
        ("回到这件事，看表决通过了哪一项。", "See which item of the vote passed."),
    ),
    (
        &["ASSIGNEE_INVALID"],
        ("这位现在没有承办的权限", "This person holds no office for work now"),
        ("换一位，或先补授权。", "Choose another, or have the office granted."),
    ),
    (
        &["DUE_PAST"],
        ("办完的日期已经过去", "The due date has passed"),
        ("换一个今天以后的日期。", "Choose a later one."),
    ),
    (
        &["RATING_PERIOD"],
        ("评价期还没满", "Owners may still rate the work"),
        ("做完起满 7 天才能办结。", "It can end 7 days after the work was done."),
    ),
    (
        &["NOT_CONTENT"],
        ("满意的不到六成，不能办结", "Fewer than three in five are content"),
        ("请再派单，改好以后重新评价。", "Give out more work; then it is rated anew."),
    ),
    (
        &["SCORE_MISMATCH"],
        ("刚有人评了分，合计变了", "Somebody has just rated it; the score changed"),
        ("再按一次，会重新合计。", "Press again."),
    ),
    (
        &["NOT_DONE"],
        ("活还没做完", "The work is not done"),
        ("等承办的人报到 100%。", "Wait for a report of 100 %."),
    ),
    (
        &["PERIOD_INVALID"],
        ("这段时间不对", "The period is not valid"),
        ("开始不晚于结束，最长 366 天，不能到今天以后。", "At most 366 days, none in the future."),
    ),
    (
        &["PERIOD_OVERLAP"],
        ("这段时间里有的天已经公布过", "Some of these days were published before"),
        ("把开始日期改到上一期结束的第二天。", "Begin on the day after the last period."),
    ),
    (
        &["OPENING_BALANCE"],
        ("期初和上一期的期末不一样", "An opening is not what the last period closed with"),
        ("照上一期期末写；错账用红字冲回。", "Take the last closing; correct errors by reversals."),
    ),
    (
        &["LEDGER_BALANCE", "LEDGER_SUM", "LEDGER_LINES", "LEDGERS_INVALID"],
        ("账不平，没有公布", "The books do not balance; nothing was published"),
        ("请重新选文件。", "Choose the file again."),
    ),
    (
        &["VOUCHER_REPEATED"],
        ("凭证号重复", "A voucher number stands twice"),
        ("在文件里改好，重新选。", "Correct the file and choose it again."),
    ),
    (
        &["LINE_INVALID"],
        ("有一行不在这段时间里，或科目不对", "A line is outside the period or its account unknown"),
        ("核对日期和类别。", "Check its date and category."),
    ),
    (
        &["WORDS_MISSING"],
        ("还没写字", "The words are missing"),
        ("写一两句再签名。", "Write a sentence or two, then sign."),
    ),
    (
        &["BLOB_TOO_LARGE", "TOO_LARGE"],
        ("内容太长", "Too long"),
        ("写短一点，或分几次。", "Make it shorter, or split it."),
    ),
    (
        &["SUBMISSION_TOO_LARGE"],
        ("一次最多送 1 MiB，这一期太大", "At most 1 MiB at once; this is more"),
        ("把时间分短，分几次公布。", "Publish shorter periods, one after another."),
    ),
];

fn words(code: &str) -> Option<(Both, Both)> {
    let (_, what, todo) = WORDS.iter().chain(PEOPLE).find(|(codes, ..)| codes.contains(&code))?;
    Some((*what, *todo))
}
