//! What went wrong at the desk, in words: what happened, what to do, and the code.

use super::Desk;
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
        Trouble::Outdated => {
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

type Both = (&'static str, &'static str);

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

/// The refusals about people, letters and offices.
const PEOPLE: &[(&[&str], Both, Both)] = &[
    (
        &["OWN_ACT"],
        ("自己办的，自己不能确认", "You cannot stand behind your own act"),
        (
            "请另一位有同样权限的人在他的工作台上确认。",
            "Ask somebody else who holds the same, at their own desk.",
        ),
    ),
    (
        &["CONFIRM_BARRED"],
        ("物业的人不能作第二人", "The manager's staff confirm nothing"),
        (
            "请业委会、居委会或街道的人确认。",
            "Ask somebody of the committee, the residents' committee or the street.",
        ),
    ),
    (
        &["CONFIRMER_TOO_LOW"],
        ("这位有职务，你的权限不够给他确认", "This is about an officer who holds more than you"),
        (
            "请权限包含他全部职务的人确认，或者用建库密钥确认。",
            "Ask somebody who holds all that they hold, or whoever keeps a root.",
        ),
    ),
    (
        &["OTHER_ORG_NEEDED"],
        ("要另一个单位的人确认", "It takes somebody of another organisation"),
        (
            "请居委会、街道等单位里有这项权限的人来确认。",
            "Ask an officer of another organisation who holds this.",
        ),
    ),
    (
        &["ALREADY_CONFIRMED", "NOTHING_TO_CONFIRM"],
        ("已经确认过，没有要确认的了", "It was confirmed already"),
        ("回到“等确认”看看还有什么。", "Go back to what waits."),
    ),
    (
        &["PROPOSAL_LAPSED"],
        ("等了 14 天没人确认，作废了", "It waited 14 days and has lapsed"),
        ("请办的人重新办一次，再来确认。", "It has to be done again, then confirmed."),
    ),
    (
        &["GRANT_WIDENS"],
        ("给出去的比你自己的还多、还宽或者还久", "You would give more, further or longer than you hold"),
        (
            "少勾几样，范围选窄些，日期提前到你的职务结束以前。",
            "Give less, limit it, or end it before your own office ends.",
        ),
    ),
    (
        &["GRANT_TOO_DEEP"],
        ("职务最多转三手，到你这里不能再往下给了", "Offices are handed on three times at most"),
        ("请给你职务的人直接给他。", "Ask whoever gave you yours to give this one."),
    ),
    (
        &["GRANT_OTHER_ORG"],
        ("这几样只能给本单位的人", "Some of this is handed on only within your own organisation"),
        (
            "发信、名册、规约、证据、公布结果和给职务，别的单位要由建库密钥给。去掉这几样再签。",
            "Letters, roll, bylaws, evidence, results and offices come from a root elsewhere. Untick them.",
        ),
    ),
    (
        &["GRANT_NOT_YOURS"],
        ("这个职务不是你给的，不能由你结束", "You did not give this office"),
        (
            "请当初给的人，或者用建库密钥结束；本人也可以自己结束。",
            "Whoever gave it, its holder or a root ends it.",
        ),
    ),
    (
        &["GRANT_ENDED", "GRANT_UNKNOWN"],
        ("这个职务已经结束了", "The office has ended already"),
        ("回到“谁担任什么”看看现在的。", "Go back to the offices to see what stands."),
    ),
    (
        &["ROLE_INVALID", "GRANT_INVALID"],
        (
            "这个单位没有这种职务，或者职务里没有这样权限",
            "The role does not fit the organisation or what is given",
        ),
        ("换一个职务，或者重新勾选能办什么。", "Choose another role, or tick anew."),
    ),
    (
        &["REACH_INVALID", "SCOPE_UNKNOWN"],
        ("限定的范围不对", "The limits are not valid"),
        (
            "发信、名册、规约不能限定范围；名册换过的，重新选楼栋。",
            "Letters, roll and bylaws have no limits; with a new roll, choose its parts anew.",
        ),
    ),
    (
        &["OUT_OF_REACH"],
        ("这件事不在你职务管的范围里", "Your office does not reach this"),
        ("请管这一片、这一级或这一类的人来办。", "Ask whoever handles this part, tier or kind."),
    ),
    (
        &["OFFICES_CLASH"],
        ("这位的另一个职务和它不能一起担任", "Another office of theirs does not go with this one"),
        (
            "监督的人不主持也不管物业，物业的人不担任别的职务。先结束那个，或者换一位。",
            "Supervisors neither host nor manage; the manager's staff hold no other office. End that first, or choose another.",
        ),
    ),
    (
        &["ORG_UNKNOWN"],
        ("没有这个单位", "There is no such organisation"),
        ("请用建库密钥先登记单位，再给职务。", "A root declares it first."),
    ),
    (
        &["CODE_REUSED", "CODES_INVALID"],
        ("这批信做坏了，没有发出去", "These letters are not valid; none went out"),
        (
            "再按一次，会换新的字码；一次最多 400 位。",
            "Press again: they get new codes. At most 400 at once.",
        ),
    ),
    (
        &["REPRESENTATIVE_INVALID"],
        (
            "只有一位业主的房不能登记别人，或者没有文件",
            "A home of one owner has no representative, or the document is missing",
        ),
        ("选几位共有人的房，附上文件的指纹。", "Choose a home of several owners, with its document."),
    ),
    (
        &["PROXY_BARRED"],
        ("物业的人不能替业主投票", "The manager's staff vote for nobody"),
        (
            "请选业主自己，或者和物业无关的人。",
            "Choose an owner, or somebody who does not work for the manager.",
        ),
    ),
    (
        &["PERSON_UNKNOWN"],
        ("记录里还没有这个人", "The record does not know this person"),
        ("先给他发一封入户信，再办这一步。", "Make a letter for them first."),
    ),
    (
        &["GRANT_EXPIRED"],
        ("职务的结束日期已经过去", "The office would end before it begins"),
        ("换一个今天以后的日期。", "Choose a later day."),
    ),
    (
        &["NOT_ON_ROLL"],
        ("名册里没有这套房了", "The roll has no such home any more"),
        ("回到“共有人的房”重新选。", "Go back and choose again."),
    ),
    (
        &["CODE_EXPIRED"],
        ("信的有效期已经过去", "The letters would have run out already"),
        ("换一个今天以后的日期。", "Choose a later day."),
    ),
];

fn words(code: &str) -> Option<(Both, Both)> {
    let (_, what, todo) = WORDS.iter().chain(PEOPLE).find(|(codes, ..)| codes.contains(&code))?;
    Some((*what, *todo))
}
